//! What anybody may hand in without an account: few an hour, short, and not more than can be reviewed.
//! Members and staff go on working meanwhile.

use std::{path::Path, time::Duration};

use serde_json::{Value, json};
use tests::{
    Server,
    accounts::{account, done, given, told},
    databases,
};

const CODES: &str =
    "mutation($input: ProposeChangeInput!) { proposeChange(input: $input) { userErrors { field code message } } }";
const LANGUAGES: [&str; 7] = ["de", "en", "tr", "ar", "uk", "ro", "pl"];

/// A server with a published entry and an editor's token.
struct World {
    folder: tempfile::TempDir,
    address: String,
    server: Server,
    editor: String,
    entry: Value,
}

impl World {
    async fn new(address: &str, settings: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("bruecke.toml"), settings).expect("settings can be written");
        let editor = account(folder.path(), address, "editor", "editor@stelle.example", &[]);
        let server = Server::start(folder.path(), address);
        let input = json!({ "name": "Chor", "kind": "culture", "publish": true });
        let entry = done(&server, &editor, "createOrganisation", input, "entry { id version }").await["entry"].take();
        Self { folder, address: address.to_owned(), server, editor, entry }
    }

    fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn about(&self, fields: &Value) -> Value {
        json!({ "id": self.entry["id"], "expectedVersion": self.entry["version"], "actor": fields })
    }

    async fn new_entry(&self, id: u32) -> Vec<String> {
        codes(&given(&self.server, "", "proposeChange", new_entry(id), "").await)
    }
}

fn new_entry(id: u32) -> Value {
    json!({ "actor": { "name": format!("Verein {id}"), "kind": "women" } })
}

fn codes(payload: &Value) -> Vec<String> {
    let errors = payload["userErrors"].as_array().expect("errors").iter();
    errors.map(|error| error["code"].as_str().expect("a code").to_owned()).collect()
}

/// Bytes of the database's files.
fn size(folder: &Path) -> u64 {
    let files = std::fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file"));
    files.map(|file| file.metadata().expect("readable").len()).sum()
}

#[tokio::test]
async fn a_flood_of_large_proposals_is_refused_early_and_members_and_staff_go_on() {
    for database in databases().await {
        let address = database.url.clone();
        let world = World::new(&address, "").await;
        let large = "x".repeat(121_000);
        let large = world.about(
            &json!({ "description": [{ "language": "de", "text": large }, { "language": "en", "text": large }] }),
        );
        let before = database.folder().map(size);
        for _ in 0..100 {
            let payload = given(&world.server, "", "proposeChange", large.clone(), "").await;
            assert_eq!(codes(&payload), ["TOO_LONG", "TOO_LONG"], "{payload}");
        }
        let comment = json!({ "id": world.entry["id"], "expectedVersion": 1, "comment": "x".repeat(243_000) });
        let payload = given(&world.server, "", "proposeChange", comment, "").await;
        assert_eq!(codes(&payload), ["TOO_LONG"], "{payload}");

        let text = "ä".repeat(5_000);
        let largest = world
            .about(&json!({ "description": [{ "language": "de", "text": text }, { "language": "en", "text": text }] }));
        let mut taken = 0;
        for _ in 0..80 {
            match codes(&given(&world.server, "", "proposeChange", largest.clone(), "").await).as_slice() {
                [] => taken += 1,
                [code] => assert_eq!(code, "LIMIT_OPEN_PROPOSALS"),
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(taken, 20, "as many as may wait about one entry");
        let mut refused = 0;
        for id in 0..60 {
            match world.new_entry(id).await.as_slice() {
                [] => taken += 1,
                [code] => {
                    assert_eq!(code, "LIMIT_PROPOSALS");
                    refused += 1;
                }
                other => panic!("{other:?}"),
            }
        }
        assert_eq!((taken, refused), (60, 20), "as many as one client may, whatever they are about");
        if let (Some(before), Some(after)) = (before, database.folder().map(size)) {
            assert!(after - before < 8_000_000, "{before} bytes became {after}");
        }

        let member = account(world.folder(), &address, "member", "chor@verein.example", &["--actor", "chor"]);
        let long = "x".repeat(15_000);
        let own = world.about(&json!({ "description": [{ "language": "de", "text": long }] }));
        done(&world.server, &member, "proposeChange", own.clone(), "").await;
        done(&world.server, &world.editor, "proposeChange", own, "").await;
        let edit = json!({ "id": world.entry["id"], "expectedVersion": 1, "name": "Chor Herne" });
        done(&world.server, &world.editor, "editActor", edit, "").await;
    }
}

#[tokio::test]
async fn what_waits_is_counted_for_all_nodes_and_after_a_restart() {
    for database in databases().await {
        let world = World::new(&database.url, "[proposals]\nopen_per_entry = 2\nopen = 3\n").await;
        let about = world.about(&json!({ "phone": "02323 22222" }));
        let other = Server::start(world.folder(), &world.address);
        assert_eq!(codes(&given(&world.server, "", "proposeChange", about.clone(), "").await), [""; 0]);
        assert_eq!(codes(&given(&other, "", "proposeChange", about.clone(), "").await), [""; 0]);
        for server in [&world.server, &other] {
            let payload = given(server, "", "proposeChange", about.clone(), "").await;
            assert_eq!(codes(&payload), ["LIMIT_OPEN_PROPOSALS"], "about one entry: {payload}");
        }
        assert_eq!(world.new_entry(1).await, [""; 0], "about another");
        assert_eq!(world.new_entry(2).await, ["LIMIT_OPEN_PROPOSALS"], "altogether");
        drop(other);
        let again = Server::start(world.folder(), &world.address);
        let payload = given(&again, "", "proposeChange", new_entry(3), "").await;
        assert_eq!(codes(&payload), ["LIMIT_OPEN_PROPOSALS"], "after a restart");

        let query = "{ viewer { proposals(first: 1) { nodes { id } } } }";
        let first =
            told(&again, &world.editor, query, json!({})).await["data"]["viewer"]["proposals"]["nodes"][0]["id"].take();
        done(&again, &world.editor, "rejectProposal", json!({ "id": first, "reason": "Stimmt nicht." }), "").await;
        assert_eq!(codes(&given(&again, "", "proposeChange", new_entry(4), "").await), [""; 0], "there is room again");
    }
}

#[tokio::test]
async fn many_in_one_request_count_one_by_one() {
    let world = World::new("sqlite://proposals.db", "[proposals]\nper_unnamed_proxy_per_hour = 3\n").await;
    let fields: Vec<String> = (0..5)
        .map(|at| format!("p{at}: proposeChange(input: {{ actor: {{ name: \"Verein {at}\", kind: \"women\" }} }}) {{ userErrors {{ code }} }}"))
        .collect();
    let answer = world.server.post(&format!("mutation {{ {} }}", fields.join(" "))).await.json();
    let refused = |at: usize| answer["data"][format!("p{at}")]["userErrors"] == json!([{ "code": "LIMIT_PROPOSALS" }]);
    assert_eq!((0..5).map(refused).collect::<Vec<_>>(), [false, false, false, true, true], "{answer}");
}

#[tokio::test]
async fn what_is_refused_does_not_count() {
    let world = World::new("sqlite://proposals.db", "[proposals]\nper_unnamed_proxy_per_hour = 1\n").await;
    for _ in 0..5 {
        let payload = given(&world.server, "", "proposeChange", json!({ "actor": { "phone": "x" } }), "").await;
        assert!(codes(&payload).contains(&"REQUIRED".to_owned()), "{payload}");
    }
    assert_eq!(world.new_entry(1).await, [""; 0]);
    assert_eq!(world.new_entry(2).await, ["LIMIT_PROPOSALS"]);
}

#[tokio::test]
async fn clients_behind_a_named_proxy_count_each_and_an_unnamed_one_is_told_of_once() {
    let settings = "[http]\ntrusted_proxies = [\"127.0.0.1\"]\n[proposals]\nper_client_per_hour = 2\n";
    let named = World::new("sqlite://proposals.db", settings).await;
    let propose = async |world: &World, client: &str, id: u32| {
        let body = json!({ "query": CODES, "variables": { "input": new_entry(id) } });
        let request = world.server.request("POST", "/graphql").header("x-forwarded-for", client).json(&body);
        codes(&world.server.send(request).await.json()["data"]["proposeChange"])
    };
    for client in ["198.51.100.7", "198.51.100.8"] {
        assert_eq!(propose(&named, client, 1).await, [""; 0]);
        assert_eq!(propose(&named, client, 2).await, [""; 0]);
        assert_eq!(propose(&named, client, 3).await, ["LIMIT_PROPOSALS"]);
    }
    assert!(!named.server.log().contains("trusted_proxies"));

    let unnamed = World::new("sqlite://proposals.db", "[proposals]\nper_unnamed_proxy_per_hour = 3\n").await;
    for (id, client) in (0..).zip(["198.51.100.7", "198.51.100.8", "198.51.100.9"]) {
        assert_eq!(propose(&unnamed, client, id).await, [""; 0]);
    }
    assert_eq!(propose(&unnamed, "198.51.100.10", 4).await, ["LIMIT_PROPOSALS"], "it stands for everybody");
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert_eq!(unnamed.server.log().matches("trusted_proxies").count(), 1, "{}", unnamed.server.log());
}

#[tokio::test]
async fn the_form_tells_its_limits_before_and_after_in_every_language() {
    let world = World::new("sqlite://proposals.db", "[proposals]\nper_unnamed_proxy_per_hour = 1\n").await;
    assert_eq!(world.new_entry(1).await, [""; 0]);
    let mut told = Vec::new();
    for language in LANGUAGES {
        let path = if language == "de" { "/suggest-change".to_owned() } else { format!("/{language}/suggest-change") };
        let form = world.server.get(&path).await;
        let lengths =
            form.text.split("class=\"hinted\">").nth(1).expect("a hint").split("</p>").next().expect("its end");
        let digits: String = lengths.chars().filter(|c| c.is_ascii_digit() || ('٠'..='٩').contains(c)).collect();
        assert!(["2002000", "٢٠٠٢٠٠٠"].contains(&digits.as_str()), "{language}: {lengths}");
        assert!(form.text.contains("maxlength=\"2000\"") && form.text.contains("maxlength=\"200\""), "{language}");

        let send = |comment: String| {
            let body = format!("entry=chor&version=1&name=Chor&comment={comment}");
            let request =
                world.server.request("POST", &path).header("content-type", "application/x-www-form-urlencoded");
            world.server.send(request.body(body))
        };
        let refused = send("Umgezogen".to_owned()).await;
        assert_eq!(refused.status, 429, "{language}");
        let wait: u64 = refused.header("retry-after").parse().expect("seconds");
        assert!((1..=3_600).contains(&wait), "{language}: {wait}");
        assert!(refused.text.contains("Umgezogen"), "{language}: what was typed stays");
        let alert =
            refused.text.split("role=\"alert\"").nth(1).expect("an alert").split("</div>").next().expect("its end");
        told.push(alert.to_owned());
    }
    told.sort_unstable();
    told.dedup();
    assert_eq!(told.len(), LANGUAGES.len(), "{told:?}");

    let free = World::new("sqlite://proposals.db", "").await;
    let body = format!("entry=chor&version=1&name=Chor&comment={}", "x".repeat(2_001));
    let request =
        free.server.request("POST", "/pl/suggest-change").header("content-type", "application/x-www-form-urlencoded");
    let long = free.server.send(request.body(body)).await;
    assert!(long.status == 422 && long.text.contains("jest za długie"), "{}", long.text);
}

#[tokio::test]
async fn little_room_on_the_disk_is_told_and_nothing_is_taken_from_the_public() {
    let settings = "[storage]\nleast_free_bytes = 1000000000000000\n";
    let world = World::new("sqlite://proposals.db", settings).await;
    assert_eq!(world.new_entry(1).await, ["STORAGE_LOW"]);
    let ready = world.server.get("/health/ready").await;
    assert_eq!((ready.status, &ready.json()["reasons"]), (200, &json!(["STORAGE_LOW"])), "{}", ready.text);
    assert!(world.server.metrics().await.text.contains("bruecke_disk_free_bytes "));
    assert!(world.server.log().contains("nearly full"), "{}", world.server.log());
    done(&world.server, &world.editor, "proposeChange", world.about(&json!({ "phone": "02323 1" })), "").await;

    let roomy = World::new("sqlite://proposals.db", "[storage]\nleast_free_bytes = 0\n").await;
    assert_eq!(roomy.new_entry(1).await, [""; 0]);
    assert_eq!(roomy.server.get("/health/ready").await.json()["reasons"], json!([]));
}
