//! A day at the agency, over HTTP: after every step the public sees what it should, and what is private
//! stands in no answer, page, export, feed, log line or entity tag.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use tests::{
    Heard, Subscriber, World,
    accounts::{done, refused, told},
    run, worlds,
};

/// What nobody may ever read who is not meant to: drafts, notes, contacts without consent, a hidden
/// place, who proposed what.
const PRIVATE: &[&str] = &[
    "Heimlicher Entwurf",
    "heimlicher-entwurf",
    "nurfuerunsdasteam",
    "Quendolin",
    "02323 555001",
    "quendolin@privat.example",
    "Verborgene Gasse",
    "7.214567",
    "51.537891",
    "melderin@privat.example",
    "ada@stelle.example",
    "Abgelehnter Vorschlag",
];

/// Everything of actors that has a text, and much that has not.
const ACTOR: &str = "slug name alternativeNames summary description website email phone \
     address { street postcode city extra } location { longitude latitude precision } basedIn { slug } \
     offers(first: 100) { nodes { title description place { street city } } } \
     events(first: 100) { nodes { title place { street city } } } \
     cooperations(first: 100) { nodes { status partner { slug } link { note basis } } } \
     contactPersons { name role phone email } history(first: 100) { nodes { version name summary phone email } }";

/// Reads all that the public can read and looks for private words in it.
async fn nothing_private_is_told(world: &World, step: &str) {
    let mut said = Vec::new();
    let mut after = Value::Null;
    loop {
        let query = format!(
            "query($after: String) {{ actors(first: 5, after: $after) {{ nodes {{ {ACTOR} }} pageInfo {{ hasNextPage endCursor }} }} }}"
        );
        let answer = told(&world.server, "", &query, json!({ "after": after })).await;
        assert_eq!(answer.get("errors"), None, "{step}: {answer}");
        said.push(answer.to_string());
        let info = &answer["data"]["actors"]["pageInfo"];
        after = info["endCursor"].clone();
        if info["hasNextPage"] != true {
            break;
        }
    }
    let mut after = "0".to_owned();
    loop {
        let query = "query($after: String) { changes(first: 100, after: $after) { nodes { entityId node { __typename \
             ... on Actor { name } ... on Offer { title } ... on Event { title } ... on Project { title } } } \
             pageInfo { hasNextPage endCursor } } }";
        let answer = told(&world.server, "", query, json!({ "after": after })).await;
        assert_eq!(answer.get("errors"), None, "{step}: {answer}");
        said.push(answer.to_string());
        let info = &answer["data"]["changes"]["pageInfo"];
        if info["hasNextPage"] != true {
            break;
        }
        after = info["endCursor"].as_str().expect("a cursor").to_owned();
    }
    // Asked for by its own words, nothing private is found, suggested or told apart from nothing.
    for word in PRIVATE {
        let query = "query($text: String!) { actors(filter: { text: $text }) { totalCount nodes { slug } } \
             offers(filter: { text: $text }) { totalCount } suggest(text: $text, first: 20) { __typename label context } }";
        let answer = told(&world.server, "", query, json!({ "text": word })).await;
        assert_eq!(answer.get("errors"), None, "{step}: {answer}");
        let text = answer.to_string();
        assert!(!text.contains("heimlich") && !text.contains("Verborgen"), "{step}: {word}: {text}");
    }
    for path in
        ["/", "/coverage", "/cooperation", "/sitemap.xml", "/organisation/bunter-kreis", "/organisation/haus-am-kanal"]
    {
        let answer = world.server.get(path).await;
        said.push(format!("{:?} {}", answer.headers, answer.text));
    }
    assert_eq!(world.server.get("/organisation/heimlicher-entwurf").await.status, 404, "{step}");
    run(world.folder.path(), &["export", "--database", &world.database.url, "public.json"]).ok();
    said.push(std::fs::read_to_string(world.folder.path().join("public.json")).expect("the export"));
    said.push(world.server.metrics().await.text);
    said.push(world.server.log());
    for (text, word) in said.iter().flat_map(|text| PRIVATE.iter().map(move |word| (text, *word))) {
        if let Some(at) = text.find(word) {
            let from = text[..at].char_indices().rev().nth(200).map_or(0, |(at, _)| at);
            panic!("{step}: {word} is told: …{}", text[from..].chars().take(400).collect::<String>());
        }
    }
}

fn german(text: &str) -> Value {
    json!([{ "language": "de", "text": text }])
}

/// The morning: an entry comes into being, one stays a draft, one has a place that nobody may know.
async fn entries_are_made(world: &World) -> (Value, Value) {
    let input = json!({ "name": "Bunter Kreis", "kind": "women", "summary": german("Frauen lernen."), "note": "nurfuerunsdasteam" });
    let made = world.done("createOrganisation", input, "entry { id slug version }").await["entry"].take();
    assert_eq!(world.public("bunter-kreis").await, Value::Null, "a draft");
    let draft = json!({ "name": "Heimlicher Entwurf", "kind": "youth" });
    world.done("createOrganisation", draft, "").await;
    let house = json!({
        "name": "Haus am Kanal", "kind": "women", "publish": true,
        "address": { "street": "Verborgene Gasse 7", "city": "Herne" },
        "location": { "longitude": 7.214567, "latitude": 51.537891, "precision": "HIDDEN" },
    });
    let house = world.done("createOrganisation", house, "entry { id slug version }").await["entry"].take();
    let offer = json!({
        "actor": house["id"], "kind": "SERVICE", "title": german("Beratung"), "publish": true,
        "place": { "street": "Verborgene Gasse 7", "city": "Herne" },
    });
    world.done("createOffer", offer, "").await;
    nothing_private_is_told(world, "entries are made").await;
    let sight = json!({ "id": made["id"], "expectedVersion": made["version"] });
    world.done("publishActor", sight, "").await;
    assert_eq!(world.public("bunter-kreis").await["name"], "Bunter Kreis");
    (made, house)
}

/// A neighbour proposes; the agency takes a part and turns another proposal down.
async fn proposals_are_decided(world: &World, entry: &Value) {
    let input = json!({
        "id": entry["id"], "expectedVersion": 2,
        "actor": { "phone": "+49 2323 777000", "summary": german("Abgelehnter Vorschlag") },
        "contact": "melderin@privat.example",
    });
    let proposal = done(&world.server, "", "proposeChange", input, "proposal { id status }").await["proposal"].take();
    assert_eq!(world.server.ask("{ actor(slug: \"bunter-kreis\") { phone } }").await["actor"]["phone"], Value::Null);
    nothing_private_is_told(world, "a proposal waits").await;
    let queue = world.read(&world.editor, "proposals(first: 50) { totalCount }", json!({})).await;
    assert_eq!(queue["proposals"]["totalCount"], 1);
    let decision = json!({ "id": proposal["id"], "take": ["phone"] });
    world.done("approveProposal", decision, "").await;
    let shown = world.server.ask("{ actor(slug: \"bunter-kreis\") { phone summary } }").await["actor"].take();
    assert_eq!(shown, json!({ "phone": "+49 2323 777000", "summary": "Frauen lernen." }));
    nothing_private_is_told(world, "a part was taken").await;
    let other = json!({ "id": entry["id"], "expectedVersion": 3, "actor": { "name": "Abgelehnter Vorschlag" } });
    let proposal = done(&world.server, "", "proposeChange", other, "proposal { id }").await["proposal"].take();
    let reason = json!({ "id": proposal["id"], "reason": "nurfuerunsdasteam" });
    world.done("rejectProposal", reason, "proposal { status }").await;
    nothing_private_is_told(world, "a proposal was turned down").await;
}

/// A cooperation is told once both sides have said yes.
async fn a_link_is_confirmed(world: &World, entry: &Value) {
    let other = world.organisation("Zweiter Verein").await;
    let (one, two) = (world.member(entry, "eins@verein.example"), world.member(&other, "zwei@verein.example"));
    let input = json!({ "from": entry["id"], "to": other["id"], "kind": "SUPPORTS" });
    let link = done(&world.server, &one, "proposeLink", input, "entry { id version }").await["entry"].take();
    let confirm = |side: &str, version: u32| json!({ "id": link["id"], "expectedVersion": version, "side": side });
    done(&world.server, &one, "confirmLink", confirm("FROM", 1), "").await;
    assert_eq!(world.public("bunter-kreis").await["cooperations"]["totalCount"], 0);
    done(&world.server, &two, "confirmLink", confirm("TO", 2), "").await;
    assert_eq!(world.public("bunter-kreis").await["cooperations"]["totalCount"], 1);
    let note = json!({ "id": link["id"], "expectedVersion": 3, "internalNote": "nurfuerunsdasteam" });
    world.done("editLink", note, "").await;
    nothing_private_is_told(world, "a link is confirmed").await;
}

/// Two entries of one association become one, and two again.
async fn entries_are_merged(world: &World, entry: &Value) {
    let double = world.organisation("Bunter Kreis e. V.").await;
    let version = world.public("bunter-kreis").await["version"].clone();
    let input = json!({ "survivor": entry["id"], "expectedVersion": version, "loser": double["id"], "expectedLoserVersion": 1 });
    let merge = world.done("mergeActors", input, "merge { id }").await["merge"].take();
    let former = double["slug"].as_str().expect("a slug");
    assert_eq!(world.public(former).await["name"], "Bunter Kreis", "the old address leads to it");
    nothing_private_is_told(world, "two are one").await;
    world.done("undoMerge", json!({ "id": merge["id"] }), "").await;
    assert_eq!(world.public(former).await["name"], "Bunter Kreis e. V.");
    assert_eq!(world.public("bunter-kreis").await["cooperations"]["totalCount"], 1);
}

/// A person agrees, is shown, withdraws, and is forgotten.
async fn consent_is_withdrawn(world: &World, entry: &Value) {
    let consent = json!({
        "purpose": "Veröffentlichung", "textVersion": "1", "textLanguage": "de", "givenOn": "2026-05-01", "givenBy": "WRITTEN",
    });
    let input = json!({
        "actor": entry["id"],
        "name": { "value": "Quendolin Probe", "visibility": "PUBLIC", "consent": consent },
        "phone": { "value": "02323 555001" },
        "email": { "value": "quendolin@privat.example" },
    });
    let person = world.done("createContactPerson", input, "contactPerson { id }").await["contactPerson"].take();
    let query = "{ actor(slug: \"bunter-kreis\") { contactPersons { name phone email } } }";
    let seen = world.server.ask(query).await["actor"]["contactPersons"].take();
    assert_eq!(seen, json!([{ "name": "Quendolin Probe", "phone": null, "email": null }]));
    assert!(world.server.get("/organisation/bunter-kreis").await.text.contains("Quendolin Probe"));
    world.done("withdrawConsent", json!({ "id": person["id"] }), "").await;
    assert_eq!(world.server.ask(query).await["actor"]["contactPersons"], json!([]));
    nothing_private_is_told(world, "consent is withdrawn").await;
    world.done("erasePerson", json!({ "id": person["id"] }), "").await;
    nothing_private_is_told(world, "a person is forgotten").await;
    run(world.folder.path(), &["export", "--database", &world.database.url, "--everything", "all.json"]).ok();
    let everything = std::fs::read_to_string(world.folder.path().join("all.json")).expect("the export");
    assert!(!everything.contains("Quendolin") && everything.contains("nurfuerunsdasteam"), "forgotten by staff too");
}

/// A wrong edit is taken back; a file is looked at, then taken.
async fn the_past_comes_back_and_a_file_comes_in(world: &World, entry: &Value) {
    let version = world.public("bunter-kreis").await["version"].as_u64().expect("a version");
    let edit = json!({ "id": entry["id"], "expectedVersion": version, "name": "Falscher Name" });
    world.done("editActor", edit, "").await;
    let back = json!({ "id": entry["id"], "expectedVersion": version + 1, "version": version });
    world.done("restoreVersion", back, "").await;
    assert_eq!(world.public("bunter-kreis").await["name"], "Bunter Kreis");

    let table =
        "Typ;Art;Name;Kurzname\r\nOrganisation;Kulturverein;Nähkreis;naehkreis\r\nOrganisation;Kulturverein;;\r\n";
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(table);
    let file = |more: Value| {
        let mut input = json!({ "fileName": "liste.csv", "as": "PUBLISHED", "base64": STANDARD.encode(&bytes) });
        input.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        input
    };
    let selection = "report { digest rows { number outcome } }";
    let looked = world.done("importDirectory", file(json!({ "dryRun": true })), selection).await["report"].take();
    assert_eq!(
        looked["rows"],
        json!([{ "number": 2, "outcome": "NEW" }, { "number": 3, "outcome": "WRONG" }]),
        "{looked}"
    );
    assert_eq!(world.public("naehkreis").await, Value::Null, "only looked at");
    let all = file(json!({ "dryRun": false, "rows": [2, 3], "digest": looked["digest"] }));
    assert!(!refused(&world.server, &world.editor, "importDirectory", all).await.is_empty());
    assert_eq!(world.public("naehkreis").await, Value::Null, "all or none");
    let one = file(json!({ "dryRun": false, "rows": [2], "digest": looked["digest"] }));
    world.done("importDirectory", one, selection).await;
    assert_eq!(world.public("naehkreis").await["name"], "Nähkreis");
}

#[tokio::test]
async fn after_every_step_of_a_day_the_public_sees_what_it_should_and_nothing_else() {
    for world in worlds().await {
        let mut line = Subscriber::connect(&world.server).await;
        line.subscribe(
            "day",
            "subscription { changes { node { entity entityId removed node { ... on Actor { name } } } } }",
            json!({}),
        )
        .await;
        let (entry, _) = entries_are_made(&world).await;
        proposals_are_decided(&world, &entry).await;
        a_link_is_confirmed(&world, &entry).await;
        entries_are_merged(&world, &entry).await;
        consent_is_withdrawn(&world, &entry).await;
        the_past_comes_back_and_a_file_comes_in(&world, &entry).await;
        nothing_private_is_told(&world, "the day is over").await;
        // The feed ends with the entry that came in last, and has told nothing private on its way there.
        loop {
            let Heard::Message(message) = line.hear().await else { panic!("the line stays") };
            let text = message.to_string();
            assert!(!PRIVATE.iter().any(|word| text.contains(word)), "{text}");
            if text.contains("Nähkreis") {
                break;
            }
        }
        run(world.folder.path(), &["check", "--database", &world.database.url]).ok();
    }
}
