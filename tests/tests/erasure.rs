//! What is erased, withdrawn, hidden or purged is gone: from answers about today and the past, from
//! histories and exports, from proposals, and from the bytes of the database's files.

use std::{path::Path, time::Duration};

use domain::mention::PersonTraces;
use serde_json::{Value, json};
use tests::{
    Finished, World,
    accounts::{refused, told},
    run, worlds,
};

/// What stands in the world before: a person in seven spellings, and an entry with a private number.
const NAME: &str = "Quirina Zwiebelfisch";
const SPELLINGS: &[&str] = &[
    "Quirina Zwiebelfisch",
    "QUIRINA ZWIEBELFISCH",
    "Zwiebelfisch, Quirina",
    "02325 4450912",
    "023254450912",
    "+49 (0)2325 445 09 12",
    "Q.Zwiebelfisch@Privat.Example",
];

fn consent() -> Value {
    json!({ "purpose": "Veröffentlichung", "textVersion": "1", "textLanguage": "de", "givenOn": "2026-05-01", "givenBy": "WRITTEN" })
}

/// An organisation with a public contact person, and the time at which both were there.
async fn entry_with_person(world: &World) -> (Value, Value, String) {
    let input = json!({
        "name": "Zwiebelfischverein", "kind": "culture", "publish": true, "phone": "0176 5550123", "email": "heim@privat.example",
        "address": { "street": "Heimliche Gasse 7", "city": "Herne" },
        "location": { "longitude": 7.21456, "latitude": 51.53789, "precision": "EXACT" },
    });
    let entry = world.done("createOrganisation", input, "entry { id slug version }").await["entry"].take();
    let public = |value: &str| json!({ "value": value, "visibility": "PUBLIC", "consent": consent() });
    let input = json!({
        "actor": entry["id"], "name": public(NAME), "phone": public("02325 4450912"), "email": public("q.zwiebelfisch@privat.example"),
    });
    let person = world.done("createContactPerson", input, "contactPerson { id version }").await["contactPerson"].take();
    // A second later, so that the time of the next change lies behind both however it is rounded.
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    world.organisation("Später Verein").await;
    let now =
        told(&world.server, &world.editor, "{ viewer { auditTrail(first: 1) { nodes { at } } } }", json!({})).await;
    let at = now["data"]["viewer"]["auditTrail"]["nodes"][0]["at"].as_str().expect("a time").to_owned();
    (entry, person, at)
}

/// All that the public is told of an entry at a time, today, and in its history.
async fn public_answers(world: &World, at: &str) -> String {
    const ENTRY: &str = "name phone email address { street } location { longitude latitude } \
         contactPersons { name phone email } history(first: 50) { nodes { version name description phone email } } \
         offers(first: 9) { nodes { place { street } } }";
    let query = format!(
        "query($at: DateTime!) {{ directoryAt(time: $at) {{ actor(slug: \"zwiebelfischverein\") {{ {ENTRY} }} }} \
         actor(slug: \"zwiebelfischverein\") {{ {ENTRY} }} }}"
    );
    let answer = told(&world.server, "", &query, json!({ "at": at })).await;
    assert_eq!(answer.get("errors"), None, "{answer}");
    let others = "{ actors(filter: { text: \"Nachbar\" }, first: 10) { nodes { description history(first: 9) { nodes { description } } } } }";
    let others = told(&world.server, "", others, json!({})).await;
    assert_eq!(others.get("errors"), None, "{others}");
    format!("{answer}{others}")
}

/// The same with everything that staff read and files hold.
async fn all_answers(world: &World, at: &str) -> String {
    let mut said = public_answers(world, at).await;
    let query = "{ viewer { proposals(first: 50) { nodes { comment contact differences { base proposed } comments { text } } } \
                 auditTrail(first: 50) { nodes { note fieldChanges { before after } } } } }";
    let answer = told(&world.server, &world.editor, query, json!({})).await;
    assert_eq!(answer.get("errors"), None, "{answer}");
    said.push_str(&answer.to_string());
    for path in ["/organisation/zwiebelfischverein", "/export/actors.csv", "/export/actors.ndjson"] {
        said.push_str(&world.server.get(path).await.text);
    }
    run(world.folder.path(), &["export", "--database", &world.database.url, "--everything", "all.json"]).ok();
    said + &std::fs::read_to_string(world.folder.path().join("all.json")).expect("the export")
}

fn check_erased(world: &World, values: &[&str]) -> Finished {
    std::fs::write(world.folder.path().join("values.txt"), values.join("\n")).expect("a list");
    run(world.folder.path(), &["check", "--database", &world.database.url, "--erased", "values.txt"])
}

/// Waits until the server has cleaned the files.
async fn files_are_clean(world: &World) {
    for _ in 0..300 {
        let answer = world.read(&world.editor, "isErasurePending", json!({})).await;
        if answer["isErasurePending"] == false {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("erased values stay in the files: {}", world.server.log());
}

/// The bytes of a SQLite database, its log and whatever lies beside it.
fn raw_files(folder: &Path) -> String {
    let files = std::fs::read_dir(folder).expect("a folder").flatten();
    files.map(|file| String::from_utf8_lossy(&std::fs::read(file.path()).expect("a file")).into_owned()).collect()
}

#[tokio::test]
async fn an_erased_person_is_in_no_answer_and_in_no_byte() {
    for world in worlds().await {
        let (entry, person, at) = entry_with_person(&world).await;
        for (number, spelling) in SPELLINGS.iter().enumerate() {
            let description = json!([{ "language": "de", "text": format!("Bitte fragen: {spelling}!") }]);
            let name = format!("Nachbar {number}");
            let input = json!({ "name": name, "kind": "culture", "publish": true, "description": description, "note": spelling });
            world.done("createOrganisation", input, "").await;
            let input = json!({
                "id": entry["id"], "expectedVersion": 1, "actor": { "description": description },
                "comment": spelling, "contact": spelling,
            });
            world.done("proposeChange", input, "proposal { id }").await;
        }
        let surname = json!([{ "language": "de", "text": "Frau Zwiebelfisch kocht." }]);
        let input = json!({ "name": "Kochkreis", "kind": "culture", "publish": true, "description": surname });
        let kitchen = world.done("createOrganisation", input, "entry { id }").await["entry"].take();
        let before = all_answers(&world, &at).await;
        assert!(SPELLINGS.iter().all(|spelling| before.contains(spelling)), "{before}");
        assert!(!check_erased(&world, &[NAME]).success, "it can be found before");

        let selection = "mentions { entryId proposalId field trace isBlanked }";
        let query = json!({ "id": person["id"] });
        let preview =
            world.read(&world.editor, &selection.replace("mentions", "personMentions(id: $id)"), query.clone()).await;
        let erased = world.done("erasePerson", query.clone(), selection).await;
        assert_eq!(preview["personMentions"], erased["mentions"]);
        let left: Vec<&Value> = erased["mentions"]
            .as_array()
            .expect("mentions")
            .iter()
            .filter(|mention| mention["isBlanked"] == false)
            .collect();
        let is_kitchen = |mention: &&Value| {
            mention["entryId"] == kitchen["id"]
                && mention["field"] == "description.de"
                && mention["trace"] == "PART_OF_NAME"
        };
        assert!(left.iter().any(is_kitchen), "the surname alone is told: {left:?}");

        let mut traces = PersonTraces::default();
        traces.add_name(NAME);
        traces.add_phone("02325 4450912");
        traces.add_email("q.zwiebelfisch@privat.example");
        let after = all_answers(&world, &at).await;
        assert_eq!(traces.blank(&after), None, "in no answer and no export");
        files_are_clean(&world).await;
        let clean = check_erased(&world, SPELLINGS);
        assert!(clean.success, "{}{}", clean.stdout, world.server.log());
        assert!(clean.stdout.contains("Looked at") && clean.stdout.contains("Not looked at"), "{}", clean.stdout);
        match world.database.folder() {
            Some(folder) => {
                let raw = raw_files(folder);
                assert!(SPELLINGS.iter().all(|spelling| !raw.contains(spelling)));
            }
            None => assert!(clean.stdout.contains("file of revision"), "a superuser reads them: {}", clean.stdout),
        }
        let again = json!({ "id": person["id"], "expectedVersion": 2, "name": { "value": NAME } });
        assert_eq!(refused(&world.server, &world.editor, "editContactPerson", again).await, ["- ERASED"]);
        run(world.folder.path(), &["check", "--database", &world.database.url]).ok();
    }
}

#[tokio::test]
async fn what_is_withdrawn_hidden_or_archived_leaves_a_past_that_was_asked_for() {
    const PLACE: &[&str] = &["Heimliche Gasse", "7.2145", "51.5378"];
    for world in worlds().await {
        let (entry, person, at) = entry_with_person(&world).await;
        let before = public_answers(&world, &at).await;
        for word in PLACE.iter().chain(&[NAME, "0176 5550123", "heim@privat.example"]) {
            assert!(before.contains(word), "{word}: {before}");
        }
        world.done("withdrawConsent", json!({ "id": person["id"] }), "").await;
        let after = public_answers(&world, &at).await;
        assert!(!after.contains(NAME) && !after.contains("4450912"), "a consent is withdrawn: {after}");
        let location = json!({ "longitude": 7.21456, "latitude": 51.53789, "precision": "HIDDEN" });
        let hidden = json!({ "id": entry["id"], "expectedVersion": 1, "location": location, "phone": null });
        world.done("editActor", hidden, "").await;
        let after = public_answers(&world, &at).await;
        for word in PLACE.iter().chain(&["0176 5550123"]) {
            assert!(!after.contains(word), "a place is hidden: {word}: {after}");
        }
        assert!(after.contains("heim@privat.example"), "{after}");
        world.done("archiveActor", json!({ "id": entry["id"], "expectedVersion": 2 }), "").await;
        let after = public_answers(&world, &at).await;
        assert!(!after.contains("heim@privat.example"), "an entry is archived: {after}");
        assert!(after.contains("Zwiebelfischverein"), "that it was there stays: {after}");
    }
}

#[tokio::test]
async fn a_purged_value_is_in_no_version_and_in_no_byte() {
    for world in worlds().await {
        let (entry, _, at) = entry_with_person(&world).await;
        assert!(public_answers(&world, &at).await.contains("0176 5550123"));
        let edit =
            json!({ "id": entry["id"], "expectedVersion": 1, "phone": "02323 1234567", "note": "nicht 0176/5550123" });
        world.done("editActor", edit, "").await;
        assert!(public_answers(&world, &at).await.contains("0176 5550123"), "a correction alone leaves it");
        let tag = world.server.get("/export/actors.csv").await.header("etag").to_owned();
        let purge = json!({ "id": entry["id"], "field": "phone", "expectedVersion": 2, "reason": "privat" });
        assert_eq!(world.done("purgeFieldHistory", purge, "version").await["version"], 3);
        let after = all_answers(&world, &at).await;
        assert!(!after.contains("5550123") && after.contains("02323 1234567"), "{after}");
        assert_ne!(world.server.get("/export/actors.csv").await.header("etag"), tag);
        files_are_clean(&world).await;
        let clean = check_erased(&world, &["0176 5550123"]);
        assert!(clean.success, "{}", clean.stdout);
        if let Some(folder) = world.database.folder() {
            assert!(!raw_files(folder).contains("5550123"));
        }
        run(world.folder.path(), &["check", "--database", &world.database.url]).ok();
    }
}
