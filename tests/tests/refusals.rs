//! Every mutation of the schema and everything that staff read, asked for by everybody who may not:
//! nobody gets through.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use tests::{
    Server,
    accounts::{PASSWORD, account, token, told},
};

const DATABASE: &str = "sqlite://refusals.db";

/// What anybody may do without an account. May only shrink.
const FOR_EVERYBODY: &[&str] = &["proposeChange"];

/// The weakest role that may do something; everything else is for editors.
const FOR_OTHERS: &[(&str, &[&str])] = &[
    ("partner", &["revokeSession", "revokeToken", "withdrawProposal"]),
    (
        "member",
        &[
            "archiveEvent",
            "archiveOffer",
            "archiveProject",
            "confirmLink",
            "createContactPerson",
            "createEvent",
            "createOffer",
            "createProject",
            "editActor",
            "editContactPerson",
            "editEvent",
            "editOffer",
            "editProject",
            "endLink",
            "inviteUser",
            "markLinkDormant",
            "proposeLink",
            "publishEvent",
            "publishOffer",
            "publishProject",
            "recordConsent",
            "rejectLink",
            "restoreEvent",
            "restoreOffer",
            "restoreProject",
            "resendInvitation",
            "revokeInvitation",
            "setAvailability",
            "verifyActor",
            "withdrawConsent",
        ],
    ),
    (
        "admin",
        &[
            "changeRole",
            "disableAccount",
            "editSiteTexts",
            "enableAccount",
            "reinstateDistrict",
            "reinstateTheme",
            "retireDistrict",
            "retireTheme",
            "sendTestMail",
        ],
    ),
];

/// From the weakest on.
const ROLES: &[&str] = &["public", "partner", "member", "editor", "admin"];

const SCHEMA: &str = "{ __schema { mutationType { fields { name args { type { ofType { name } } } } } types { name kind inputFields { name defaultValue type { kind ofType { name kind enumValues { name } } } } } } }";

fn needed(mutation: &str) -> &'static str {
    let listed = FOR_OTHERS.iter().find(|(_, mutations)| mutations.contains(&mutation));
    listed.map_or("editor", |(role, _)| role)
}

/// An input with something in every field that must be there.
fn smallest(types: &[Value], input: &str) -> Value {
    let input = types.iter().find(|known| known["name"] == input).expect(input);
    let must = input["inputFields"].as_array().expect("fields").iter();
    let must = must.filter(|field| field["type"]["kind"] == "NON_NULL" && field["defaultValue"].is_null());
    let something = |ty: &Value| match ty["name"].as_str() {
        Some("Int") => json!(1),
        Some("ID" | "String") => json!("x"),
        Some("Date") => json!("2026-05-01"),
        None if ty["kind"] == "LIST" => json!([]),
        Some(input) if ty["kind"] == "INPUT_OBJECT" => smallest(types, input),
        _ => ty["enumValues"][0]["name"].clone(),
    };
    let named =
        must.map(|field| (field["name"].as_str().expect("a name").to_owned(), something(&field["type"]["ofType"])));
    Value::Object(named.collect::<Map<_, _>>())
}

#[tokio::test]
async fn no_mutation_is_done_for_anybody_with_too_low_a_role() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let mut tokens = BTreeMap::from([("public", String::new())]);
    for role in ["partner", "member", "editor", "admin"] {
        if role != "member" {
            tokens.insert(role, account(folder, DATABASE, role, &format!("{role}@stelle.example"), &[]));
        }
    }
    let server = Server::start(folder, DATABASE);
    let input = json!({ "name": "Verein", "kind": "other", "publish": true });
    tests::accounts::done(&server, &tokens["editor"], "createOrganisation", input, "").await;
    tokens.insert("member", account(folder, DATABASE, "member", "member@stelle.example", &["--actor", "verein"]));
    let reader = token(folder, DATABASE, "read", "admin@stelle.example");

    let schema = server.ask(SCHEMA).await["__schema"].take();
    let types = schema["types"].as_array().expect("types");
    let mutations = schema["mutationType"]["fields"].as_array().expect("mutations");
    let names: Vec<_> = mutations.iter().map(|field| field["name"].as_str().expect("a name")).collect();
    for listed in FOR_OTHERS.iter().flat_map(|(_, mutations)| *mutations).chain(FOR_EVERYBODY) {
        assert!(names.contains(listed), "{listed} is listed and not in the schema");
    }
    let before = server.ask("{ directory { version } }").await;
    let mut asked = 0;
    for mutation in mutations {
        let name = mutation["name"].as_str().expect("a name");
        let ty = mutation["args"][0]["type"]["ofType"]["name"].as_str().expect("an input");
        let query = format!("mutation($input: {ty}!) {{ {name}(input: $input) {{ userErrors {{ code }} }} }}");
        let variables = json!({ "input": smallest(types, ty) });
        let refused = told(&server, &reader, &query, variables.clone()).await;
        assert_eq!(
            refused["errors"][0]["extensions"]["code"], "FORBIDDEN",
            "{name} with a token that reads: {refused}"
        );
        if FOR_EVERYBODY.contains(&name) {
            continue;
        }
        for role in ROLES.iter().take_while(|role| **role != needed(name)) {
            let answer = told(&server, &tokens[role], &query, variables.clone()).await;
            let code = if *role == "public" { "UNAUTHENTICATED" } else { "FORBIDDEN" };
            assert_eq!(answer["data"][name]["userErrors"], json!([{ "code": code }]), "{name} as {role}: {answer}");
            asked += 1;
        }
        let allowed = told(&server, &tokens[needed(name)], &query, variables).await;
        let code = &allowed["data"][name]["userErrors"][0]["code"];
        assert!(code.is_string() && code != "FORBIDDEN", "{name} as {}: {allowed}", needed(name));
    }
    assert!(asked > 60, "only {asked} refusals were looked at");
    assert_eq!(server.ask("{ directory { version } }").await, before);
}

/// What everybody is told of themselves who is signed in. May only shrink.
const OF_ONESELF: &[&str] = &["actors", "awaitsSecondFactor", "mayWrite", "name", "role", "roles"];

/// The weakest role that may read something below `viewer`; everything else is for editors.
const READ_BY_OTHERS: &[(&str, &[&str])] = &[
    ("partner", &["accountEvents", "contactPersons", "proposal", "proposals", "sessions", "tokens"]),
    ("member", &["addressPosition", "entries", "entry", "invitations", "links", "openingHours"]),
    ("admin", &["accounts"]),
];

const VIEWER: &str =
    "{ __type(name: \"Viewer\") { fields { name args { name type { kind ofType { name enumValues { name } } } }
    type { kind name ofType { kind name ofType { kind ofType { kind } } } } } } }";

/// A field below `viewer` with something in every argument that must be there.
fn reading(field: &Value, id: &Value) -> String {
    let must = field["args"].as_array().expect("arguments").iter();
    let must = must.filter(|argument| argument["type"]["kind"] == "NON_NULL").map(|argument| {
        let value = match argument["type"]["ofType"]["name"].as_str() {
            Some("ID") if field["name"] == "proposal" => "\"0190b5a0-0000-7000-8000-000000000000\"".to_owned(),
            Some("ID") => id.to_string(),
            Some("String") => "\"Musterstr. 1\"".to_owned(),
            _ => match argument["type"]["ofType"]["enumValues"][0]["name"].as_str() {
                Some(value) => value.to_owned(),
                None => "{ name: \"Verein\" }".to_owned(),
            },
        };
        format!("{}: {value}", argument["name"].as_str().expect("a name"))
    });
    let arguments: Vec<String> = must.collect();
    let arguments = if arguments.is_empty() { String::new() } else { format!("({})", arguments.join(", ")) };
    let selection = if field["type"]["kind"] == "SCALAR" { "" } else { "{ __typename }" };
    format!("{}{arguments} {selection}", field["name"].as_str().expect("a name"))
}

#[tokio::test]
async fn nothing_that_staff_read_is_told_to_anybody_with_too_low_a_role() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let mut tokens = BTreeMap::new();
    for role in ["partner", "member", "editor", "admin"] {
        account(folder, DATABASE, role, &format!("{role}@stelle.example"), &[]);
        tokens.insert(role, token(folder, DATABASE, "read", &format!("{role}@stelle.example")));
    }
    let writer = token(folder, DATABASE, "write", "editor@stelle.example");
    let server = Server::start(folder, DATABASE);
    let input = json!({ "name": "Verein", "kind": "other" });
    let draft = tests::accounts::done(&server, &writer, "createOrganisation", input, "entry { id }").await;
    let fields = server.ask(VIEWER).await["__type"]["fields"].take();
    let fields = fields.as_array().expect("fields");
    let names: Vec<_> = fields.iter().map(|field| field["name"].as_str().expect("a name")).collect();
    for listed in READ_BY_OTHERS.iter().flat_map(|(_, readings)| *readings).chain(OF_ONESELF) {
        assert!(names.contains(listed), "{listed} is listed and not in the schema");
    }
    let mut asked = 0;
    for field in fields.iter().filter(|field| !OF_ONESELF.contains(&field["name"].as_str().expect("a name"))) {
        let name = field["name"].as_str().expect("a name");
        let listed = READ_BY_OTHERS.iter().find(|(_, readings)| readings.contains(&name));
        let needed = listed.map_or("editor", |(role, _)| role);
        let query = format!("{{ viewer {{ {} }} }}", reading(field, &draft["entry"]["id"]));
        let public = told(&server, "", &query, json!({})).await;
        assert_eq!(public, json!({ "data": { "viewer": null } }), "{name} as the public");
        for role in ROLES.iter().skip(1).take_while(|role| **role != needed) {
            let answer = told(&server, &tokens[role], &query, json!({})).await;
            assert_eq!(answer["errors"][0]["extensions"]["code"], "FORBIDDEN", "{name} as {role}: {answer}");
            assert_eq!(answer["data"]["viewer"], json!({ name: null }), "{name} as {role}");
            asked += 1;
        }
        let allowed = told(&server, &tokens[needed], &query, json!({})).await;
        assert_eq!(allowed.get("errors"), None, "{name} as {needed}, with a token that only reads: {allowed}");
    }
    assert!(asked > 12, "only {asked} refusals were looked at");
}

#[tokio::test]
async fn a_page_of_another_origin_changes_nothing_with_a_session() {
    let folder = tempfile::tempdir().expect("a folder");
    account(folder.path(), DATABASE, "editor", "ada@stelle.example", &[]);
    let server = Server::start(folder.path(), DATABASE);
    let login = json!({ "email": "ada@stelle.example", "password": PASSWORD });
    let welcome = server.send(server.request("POST", "/auth/login").json(&login)).await;
    let cookie = welcome.headers["set-cookie"].to_str().expect("text").split(';').next().expect("a pair").to_owned();
    let query = "mutation { createOrganisation(input: {name: \"Verein\", kind: \"other\", publish: true}) { organisation { slug } } }";
    let body = json!({ "query": query }).to_string();
    let send = async |content_type: &str, origin: &str| {
        let request = server.request("POST", "/graphql").header("cookie", &cookie).header("origin", origin);
        server.send(request.header("content-type", content_type).body(body.clone())).await
    };
    assert_eq!(send("application/json", "https://evil.example").await.status, 403);
    assert_eq!(send("text/plain", server.base()).await.status, 415);
    let address =
        format!("/graphql?query={}", "mutation%7BundoMerge(input:%7Bid:%22x%22%7D)%7BuserErrors%7Bcode%7D%7D%7D");
    let by_get = server.send(server.request("GET", &address).header("cookie", &cookie)).await;
    assert_eq!(by_get.status, 405, "{}", by_get.text);
    assert_eq!(server.ask("{ actors { totalCount } }").await["actors"]["totalCount"], 0);
    let own = send("application/json", server.base()).await;
    assert_eq!(own.json()["data"]["createOrganisation"]["organisation"]["slug"], "verein", "{}", own.text);
}
