//! What the public is told of an entry that it never saw is what it is told of nothing at all: the same status, the
//! same header fields, the same words, but for the name that it asked with. So are members of entries that are neither
//! public nor theirs.

use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};
use serde_json::{Value, json};
use tests::{
    Answer, Database, Server,
    accounts::{account, done, told},
    databases, run,
};

/// Two names for one question: of an entry that is hidden, and of none.
#[derive(Clone, Debug)]
struct Pair {
    hidden: String,
    nothing: String,
}

impl Pair {
    fn new(hidden: impl Into<String>, nothing: impl Into<String>) -> Self {
        Self { hidden: hidden.into(), nothing: nothing.into() }
    }

    /// The global id of an entry, and one of the same kind that nothing has.
    fn id(hidden: &Value) -> Self {
        let hidden = hidden.as_str().expect("an id").to_owned();
        let other = if &hidden[14..15] == "A" { "B" } else { "A" };
        let nothing = format!("{}{other}{}", &hidden[..14], &hidden[15..]);
        Self { hidden, nothing }
    }
}

/// A directory with a public actor and hidden entries.
struct Oracle {
    database: Database,
    folder: tempfile::TempDir,
    server: Server,
    editor: String,
    public: Value,
    /// Hidden actors by slug: a draft, an archived draft, one that was imported as archived, a former draft name.
    slugs: Vec<Pair>,
    /// Hidden entries by global id: actors, an offer, an event, a project, a link, a contact person.
    ids: Vec<Pair>,
    actor_ids: Vec<Pair>,
}

async fn worlds() -> Vec<Oracle> {
    let mut worlds = Vec::new();
    for database in databases().await {
        worlds.push(Oracle::new(database).await);
    }
    worlds
}

impl Oracle {
    async fn new(database: Database) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let archived = json!({ "type": "organisation", "slug": "nachbarn-alt", "name": "Nachbarn", "kind": "other", "status": "archived" });
        let file = json!({ "format": "bruecke-directory", "version": 1, "actors": [archived] });
        std::fs::write(folder.path().join("old.json"), file.to_string()).expect("a file can be written");
        run(folder.path(), &["import", "--database", &database.url, "old.json"]).ok();
        let settings = "[proposals]\nper_unnamed_proxy_per_hour = 1000\n";
        std::fs::write(folder.path().join("bruecke.toml"), settings).expect("settings can be written");
        let editor = account(folder.path(), &database.url, "editor", "editor@stelle.example", &[]);
        let server = Server::start(folder.path(), &database.url);
        let make = async |mutation: &str, input: Value| {
            done(&server, &editor, mutation, input, "entry { id version slug }").await["entry"].take()
        };
        let title = json!([{ "language": "de", "text": "Geheimes" }]);
        let public = make("createOrganisation", json!({ "name": "Chor", "kind": "culture", "publish": true })).await;
        let draft = make("createOrganisation", json!({ "name": "Geheimbund", "kind": "other" })).await;
        let shelved = make("createOrganisation", json!({ "name": "Abgelegt", "kind": "other" })).await;
        let sight = json!({ "id": shelved["id"], "expectedVersion": 1 });
        done(&server, &editor, "archiveActor", sight, "").await;
        let offer = json!({ "actor": "geheimbund", "kind": "SERVICE", "title": title });
        let hidden_actor = json!({ "hosts": ["geheimbund"], "title": title, "startsAt": "2027-05-01T10:00:00Z" });
        let mut ids = vec![
            make("createOffer", offer).await["id"].take(),
            make("createEvent", hidden_actor).await["id"].take(),
            make("createProject", json!({ "actors": ["geheimbund"], "title": title })).await["id"].take(),
        ];
        let person = json!({ "actor": "geheimbund", "name": { "value": "Ada Quast" } });
        ids.push(
            done(&server, &editor, "createContactPerson", person, "contactPerson { id }").await["contactPerson"]["id"]
                .take(),
        );
        let link = json!({ "from": "chor", "to": "geheimbund", "kind": "SUPPORTS" });
        ids.push(done(&server, &editor, "proposeLink", link, "entry { id }").await["entry"]["id"].take());
        let slugs = ["geheimbund", "abgelegt", "nachbarn-alt"].map(|slug| Pair::new(slug, "quibbelbund")).into();
        let actor_ids: Vec<Pair> = [&draft["id"], &shelved["id"]].map(Pair::id).into();
        let ids = actor_ids.iter().cloned().chain(ids.iter().map(Pair::id)).collect();
        Self { database, folder, server, editor, public, slugs, ids, actor_ids }
    }

    /// The two answers to one question, which must be equal.
    async fn compare(&self, pair: &Pair, request: impl Fn(&str) -> reqwest::RequestBuilder) -> Answer {
        let hidden = self.server.send(request(&pair.hidden)).await;
        let nothing = self.server.send(request(&pair.nothing)).await;
        assert_eq!(view(&hidden, &pair.hidden), view(&nothing, &pair.nothing), "{pair:?}");
        hidden
    }

    /// The same for a document with a variable `$asked`.
    async fn compare_document(&self, pair: &Pair, document: &str, variables: impl Fn(&str) -> Value) -> Value {
        self.compare_for("", pair, document, variables).await
    }

    /// The same asked with a token, unless it is empty.
    async fn compare_for(&self, token: &str, pair: &Pair, document: &str, variables: impl Fn(&str) -> Value) -> Value {
        let request = |asked: &str| {
            let body = json!({ "query": document, "variables": variables(asked) });
            let request = self.server.request("POST", "/graphql").json(&body);
            if token.is_empty() { request } else { request.bearer_auth(token) }
        };
        self.compare(pair, request).await.json()
    }

    /// The refusals of one mutation, which must be the same for both.
    async fn compare_mutation(&self, token: &str, pair: &Pair, mutation: &str, input: impl Fn(&str) -> Value) -> Value {
        let mut first = mutation.to_owned();
        first[..1].make_ascii_uppercase();
        let document = format!(
            "mutation($input: {first}Input!) {{ {mutation}(input: $input) {{ userErrors {{ field code message }} }} }}"
        );
        let mut answer = self.compare_for(token, pair, &document, |asked| json!({ "input": input(asked) })).await;
        assert!(answer["data"][mutation].is_object(), "{mutation}: {answer}");
        answer["data"][mutation]["userErrors"].take()
    }

    /// A member of a public actor of their own, with the agency's trust or without.
    async fn member(&self, name: &str, more: &[&str]) -> String {
        let input = json!({ "name": name, "kind": "culture", "publish": true });
        let own = done(&self.server, &self.editor, "createOrganisation", input, "entry { slug }").await;
        let slug = own["entry"]["slug"].as_str().expect("a slug");
        let email = format!("{slug}@verein.example");
        account(self.folder.path(), &self.database.url, "member", &email, &[&["--actor", slug], more].concat())
    }
}

/// What of an answer must be equal.
fn view(answer: &Answer, asked: &str) -> (u16, Vec<(String, String)>, String) {
    let fields = answer
        .headers
        .iter()
        .filter(|(name, _)| !["date", "content-length", "etag", "x-request-id"].contains(&name.as_str()));
    let mut fields: Vec<_> =
        fields.map(|(name, value)| (name.to_string(), value.to_str().expect("text").replace(asked, "ASKED"))).collect();
    fields.sort_unstable();
    (answer.status, fields, answer.text.replace(asked, "ASKED").replace(&uuid_of(asked), "ASKED"))
}

/// What a global id is called where it is read; the same for what is none.
fn uuid_of(asked: &str) -> String {
    match BASE64_URL_SAFE_NO_PAD.decode(asked) {
        Ok(bytes) if bytes.len() == 17 => {
            let hex: String = bytes[1..].iter().map(|byte| format!("{byte:02x}")).collect();
            format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
        }
        _ => asked.to_owned(),
    }
}

#[tokio::test]
async fn addresses_tell_a_hidden_entry_and_nothing_alike() {
    for world in worlds().await {
        let server = &world.server;
        for pair in &world.slugs {
            for address in [
                "/organisation/ASKED",
                "/tr/organisation/ASKED",
                "/institution/ASKED",
                "/network/ASKED",
                "/suggest-change?entry=ASKED",
                "/en/suggest-change?entry=ASKED",
                "/embed?entry=ASKED",
                "/?partner=ASKED",
                "/cooperation?partner=ASKED",
                "/coverage?partner=ASKED",
                "/map.svg?partner=ASKED",
                "/oembed?url=ORIGIN/organisation/ASKED",
                "/oembed?url=ORIGIN/?partner=ASKED",
                "/oembed?url=ORIGIN/embed?entry=ASKED",
                "/export/actors.csv?partner=ASKED",
                "/export/actors.geojson?partner=ASKED",
                "/export/actors.ndjson?partner=ASKED",
                "/export/actors.jsonld?partner=ASKED",
                "/tiles.json?partner=ASKED",
                "/tiles/0/0/0.mvt?partner=ASKED",
                "/events.ics?partner=ASKED",
                "/changes.atom?partner=ASKED",
                // The words as they stand: read as a question, everyday ones mean something.
                "/?text=%22ASKED%22",
            ] {
                let path = |asked: &str| address.replace("ORIGIN", server.base()).replace("ASKED", asked);
                let answer = world.compare(pair, |asked| server.request("GET", &path(asked))).await;
                assert_ne!(answer.status, 410, "{address}");
            }
            let form = |asked: &str| {
                let body = format!("entry={asked}&version=1&name=Anders&comment=Hallo");
                let form = "application/x-www-form-urlencoded";
                server.request("POST", "/suggest-change").header("content-type", form).body(body)
            };
            world.compare(pair, form).await;
        }
        for address in ["/", "/sitemap.xml", "/changes.atom", "/export/actors.csv", "/events.ics"] {
            let answer = server.get(address).await;
            assert!(answer.text.contains("chor") || address == "/events.ics", "{address} lists what is public");
            assert!(!answer.text.to_lowercase().contains("geheim"), "{address}");
        }
    }
}

#[tokio::test]
async fn what_was_public_here_is_gone_under_the_names_it_was_public_by() {
    for world in worlds().await {
        let sight = json!({ "id": world.public["id"], "expectedVersion": 1 });
        done(&world.server, &world.editor, "archiveActor", sight, "").await;
        let gone = world.server.get("/organisation/chor").await;
        assert!(gone.status == 410 && gone.text.contains("nicht mehr veröffentlicht") && !gone.text.contains("Chor"));
        let edit = json!({ "id": world.public["id"], "expectedVersion": 2, "slug": "chor-intern" });
        done(&world.server, &world.editor, "editActor", edit, "").await;
        assert_eq!(world.server.get("/organisation/chor").await.status, 410);
        assert_eq!(world.server.get("/organisation/chor-intern").await.status, 404, "a name nobody saw");
    }
}

#[tokio::test]
async fn questions_tell_a_hidden_entry_and_nothing_alike() {
    for world in worlds().await {
        let last = json!({ "name": "Zuletzt", "kind": "culture", "publish": true });
        done(&world.server, &world.editor, "createOrganisation", last, "").await;
        let time = world.server.ask("{ actor(slug: \"zuletzt\") { updatedAt } }").await["actor"]["updatedAt"].take();
        for pair in &world.slugs {
            for field in ["actor", "organisation", "institution", "network"] {
                let document = format!("query($asked: String!) {{ {field}(slug: $asked) {{ id name }} }}");
                world.compare_document(pair, &document, |asked| json!({ "asked": asked })).await;
            }
            let past = "query($asked: String!, $time: DateTime!) { directoryAt(time: $time) { actor(slug: $asked) { id } organisation(slug: $asked) { id } } }";
            world.compare_document(pair, past, |asked| json!({ "asked": asked, "time": time })).await;
            for document in [
                "query($asked: String!) { suggest(text: $asked) { __typename } }",
                "query($asked: String!) { actors(filter: { text: $asked }) { totalCount facets { themes { count } } } }",
            ] {
                world.compare_document(pair, document, |asked| json!({ "asked": asked })).await;
            }
        }
        for pair in &world.ids {
            for document in [
                "query($asked: ID!) { node(id: $asked) { __typename id } }",
                "query($asked: ID!) { nodes(ids: [$asked]) { __typename id } }",
                "query($asked: ID!) { actors(filter: { cooperatesWith: $asked }) { totalCount } }",
                "query($asked: ID!) { actors(filter: { memberOf: $asked }) { totalCount } }",
                "query($asked: ID!) { coverage(filter: { cooperatesWith: $asked }) { __typename } }",
                "query($asked: ID!) { cooperationPath(from: $asked, to: $asked) { __typename } }",
            ] {
                world.compare_document(pair, document, |asked| json!({ "asked": asked })).await;
            }
            let past = "query($asked: ID!, $time: DateTime!) { directoryAt(time: $time) { node(id: $asked) { id } nodes(ids: [$asked]) { id } actors(filter: { cooperatesWith: $asked }) { totalCount } } }";
            world.compare_document(pair, past, |asked| json!({ "asked": asked, "time": time })).await;
            let path = "query($asked: ID!, $other: ID!) { there: cooperationPath(from: $other, to: $asked) { __typename } back: cooperationPath(from: $asked, to: $other) { __typename } }";
            world.compare_document(pair, path, |asked| json!({ "asked": asked, "other": world.public["id"] })).await;
        }
        let changes = world.server.ask("{ changes(first: 100) { nodes { __typename } } }").await.to_string();
        assert_eq!(changes.matches("__typename").count(), 2, "only what is public: {changes}");
    }
}

#[tokio::test]
async fn proposals_of_the_public_tell_a_hidden_entry_and_nothing_alike() {
    let document = "mutation($input: ProposeChangeInput!) { proposeChange(input: $input) { userErrors { field code message } proposal { status fields } } }";
    let text = |text: &str| json!([{ "language": "de", "text": text }]);
    for world in worlds().await {
        let compare = async |pair: &Pair, input: &dyn Fn(&str) -> Value| {
            let answer = world.compare_document(pair, document, |asked| json!({ "input": input(asked) })).await;
            answer["data"]["proposeChange"]["userErrors"].clone()
        };
        for pair in &world.ids {
            for field in ["actor", "offer", "event", "project"] {
                let fields =
                    if field == "actor" { json!({ "name": "Anders" }) } else { json!({ "title": text("Anders") }) };
                compare(pair, &|asked| json!({ "id": asked, "expectedVersion": 1, field: fields })).await;
                compare(pair, &|asked| json!({ "id": asked, "expectedVersion": 9, field: fields })).await;
            }
            compare(pair, &|asked| json!({ "id": asked, "expectedVersion": 1, "comment": "Hallo" })).await;
        }
        for pair in world.slugs.iter().chain(&world.actor_ids) {
            let offer = &|asked: &str| json!({ "offer": { "actor": asked, "kind": "SERVICE", "title": text("Neu") } });
            assert_eq!(compare(pair, offer).await[0]["code"], "UNAUTHENTICATED");
            compare(pair, &|asked| json!({ "event": { "hosts": [asked], "title": text("Neu"), "startsAt": "2027-05-01T10:00:00Z" } })).await;
            compare(pair, &|asked| json!({ "project": { "actors": [asked], "title": text("Neu") } })).await;
        }
        for pair in &world.slugs {
            let new = &|asked: &str| json!({ "actor": { "name": "Neuer Verein", "kind": "women", "slug": asked } });
            assert_eq!(compare(pair, new).await, json!([]), "whose slug it is is told to staff");
            let renamed =
                &|asked: &str| json!({ "id": world.public["id"], "expectedVersion": 1, "actor": { "slug": asked } });
            assert_eq!(compare(pair, renamed).await, json!([]));
        }
        let query = "{ viewer { proposals(first: 1, status: OPEN) { nodes { id } } } }";
        let first = told(&world.server, &world.editor, query, json!({})).await;
        let first = &first["data"]["viewer"]["proposals"]["nodes"][0]["id"];
        let refused =
            tests::accounts::refused(&world.server, &world.editor, "approveProposal", json!({ "id": first })).await;
        assert_eq!(refused, ["slug TAKEN"], "staff are told when they take it over");

        // The hosts of a public event may be named anew: with a hidden one as with one that is not there.
        let input =
            json!({ "hosts": ["chor"], "title": text("Fest"), "startsAt": "2027-05-01T10:00:00Z", "publish": true });
        let event =
            done(&world.server, &world.editor, "createEvent", input, "entry { id }").await["entry"]["id"].take();
        for pair in world.slugs.iter().chain(&world.actor_ids) {
            let hosts =
                &|asked: &str| json!({ "id": event, "expectedVersion": 1, "event": { "hosts": ["chor", asked] } });
            assert_eq!(compare(pair, hosts).await[0]["code"], "UNKNOWN");
        }
    }
}

/// The mutations that name an entry by its id, each with what else it needs.
fn mutations_by_id() -> Vec<(&'static str, Value)> {
    let title = json!([{ "language": "de", "text": "Anders" }]);
    let mut mutations: Vec<(&str, Value)> = vec![
        ("editActor", json!({ "name": "Anders" })),
        ("editOffer", json!({ "title": title })),
        ("editEvent", json!({ "title": title })),
        ("editProject", json!({ "title": title })),
        ("setAvailability", json!({ "availability": "PAUSED" })),
        ("editLink", json!({ "publicNote": "Anders" })),
        ("confirmLink", json!({ "side": "TO" })),
        ("editContactPerson", json!({ "name": { "value": "Anders" } })),
        ("restoreVersion", json!({ "version": 1 })),
        ("purgeFieldHistory", json!({ "field": "phone", "reason": "Nie öffentlich" })),
        ("proposeChange", json!({ "comment": "Hallo" })),
        ("proposeChange", json!({ "actor": { "name": "Anders" } })),
        ("proposeChange", json!({ "offer": { "title": title } })),
        ("proposeChange", json!({ "event": { "title": title } })),
        ("proposeChange", json!({ "project": { "title": title } })),
    ];
    let consent = json!({ "purpose": "V", "textVersion": "1", "textLanguage": "de", "givenOn": "2026-05-01", "givenBy": "WRITTEN" });
    mutations.push(("recordConsent", json!({ "field": "NAME", "visibility": "PUBLIC", "consent": consent })));
    for mutation in [
        "publishActor",
        "archiveActor",
        "restoreActor",
        "verifyActor",
        "publishOffer",
        "archiveOffer",
        "restoreOffer",
        "publishEvent",
        "archiveEvent",
        "restoreEvent",
        "publishProject",
        "archiveProject",
        "restoreProject",
        "endLink",
        "rejectLink",
        "markLinkDormant",
    ] {
        mutations.push((mutation, json!({})));
    }
    let of_versions = |version: u32| {
        mutations.iter().map(move |(mutation, input)| {
            let mut input = input.clone();
            input["expectedVersion"] = json!(version);
            (*mutation, input)
        })
    };
    let mut mutations: Vec<_> = of_versions(1).chain(of_versions(9)).collect();
    mutations.extend([("withdrawConsent", json!({})), ("erasePerson", json!({})), ("withdrawProposal", json!({}))]);
    mutations
}

#[tokio::test]
async fn members_are_told_of_hidden_entries_of_others_and_of_nothing_alike() {
    let title = json!([{ "language": "de", "text": "Neu" }]);
    let starts_at = "2027-05-01T10:00:00Z";
    for world in worlds().await {
        let query = "mutation($input: ProposeChangeInput!) { proposeChange(input: $input) { proposal { id } userErrors { code } } }";
        let input = json!({ "input": { "actor": { "name": "Vorschlag", "kind": "culture" } } });
        let proposed = told(&world.server, &world.editor, query, input).await;
        let proposal = Pair::id(&proposed["data"]["proposeChange"]["proposal"]["id"]);
        let members = [world.member("Erster", &[]).await, world.member("Zweiter", &["--trusted"]).await];
        for (member, own) in members.iter().zip(["erster", "zweiter"]) {
            for pair in world.ids.iter().chain([&proposal]) {
                for (mutation, more) in mutations_by_id() {
                    let input = |asked: &str| {
                        let mut input = more.clone();
                        input["id"] = json!(asked);
                        input
                    };
                    let refusals = world.compare_mutation(member, pair, mutation, input).await;
                    assert_ne!(refusals, json!([]), "{mutation}");
                }
            }
            for pair in world.slugs.iter().chain(&world.actor_ids) {
                let refused = async |mutation: &str, input: &dyn Fn(&str) -> Value| {
                    let refusals = world.compare_mutation(member, pair, mutation, input).await;
                    assert_eq!(refusals[0]["code"], "UNKNOWN", "{mutation}: {refusals}");
                };
                let offer = |asked: &str| json!({ "actor": asked, "kind": "SERVICE", "title": title });
                let event = |asked: &str| json!({ "hosts": [own, asked], "title": title, "startsAt": starts_at });
                let project = |asked: &str| json!({ "actors": [asked, own], "title": title });
                refused("createOffer", &offer).await;
                refused("createEvent", &event).await;
                refused("createProject", &project).await;
                refused("proposeChange", &|asked| json!({ "offer": offer(asked) })).await;
                refused("proposeChange", &|asked| json!({ "event": event(asked) })).await;
                refused("proposeChange", &|asked| json!({ "project": project(asked) })).await;
                refused("proposeLink", &|asked| json!({ "from": own, "to": asked, "kind": "SUPPORTS" })).await;
                refused("proposeLink", &|asked| json!({ "from": asked, "to": own, "kind": "SUPPORTS" })).await;
                refused("createContactPerson", &|asked| json!({ "actor": asked, "name": { "value": "Ada" } })).await;
            }
            for pair in &world.slugs {
                let new = |asked: &str| json!({ "actor": { "name": "Neuer Verein", "kind": "women", "slug": asked } });
                assert_eq!(world.compare_mutation(member, pair, "proposeChange", new).await, json!([]));
            }
        }
        // What is public may be named, and what is theirs may be changed.
        let link = json!({ "from": "erster", "to": "chor", "kind": "SUPPORTS" });
        done(&world.server, &members[0], "proposeLink", link, "").await;
        let offer = json!({ "actor": "zweiter", "kind": "SERVICE", "title": title });
        done(&world.server, &members[1], "createOffer", offer, "").await;
    }
}
