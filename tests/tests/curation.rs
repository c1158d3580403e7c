//! Changes through GraphQL: made over the real server, seen at once in the next answer.

use serde_json::{Value, json};
use tests::{
    accounts::{account, done, given, refused, token, told},
    world::ENTRY,
    worlds,
};

#[tokio::test]
async fn a_draft_is_hidden_until_it_is_published_and_seen_in_the_next_answer() {
    for world in worlds().await {
        let input = json!({
            "name": "Bunter Kreis",
            "kind": "women",
            "summary": [{ "language": "de", "text": "Frauen lernen gemeinsam." }],
            "languages": ["de", "tr"],
            "location": { "longitude": 7.22, "latitude": 51.54, "precision": "STREET" },
            "note": "rief an",
        });
        let made = world.done("createOrganisation", input, &format!("organisation {{ slug }} {ENTRY}")).await;
        let entry = &made["entry"];
        assert_eq!((&made["organisation"], &entry["status"]), (&Value::Null, &json!("DRAFT")), "{made}");
        assert_eq!((&entry["slug"], &entry["version"]), (&json!("bunter-kreis"), &json!(1)));
        assert_eq!(world.public("bunter-kreis").await, Value::Null);

        let sight = json!({ "id": entry["id"], "expectedVersion": 1 });
        let published = world.done("publishActor", sight.clone(), "actor { slug version summary }").await;
        assert_eq!(published["actor"]["summary"], "Frauen lernen gemeinsam.", "{published}");
        assert_eq!(world.public("bunter-kreis").await["version"], 2);
        let again = refused(&world.server, &world.editor, "publishActor", sight).await;
        assert_eq!(again, ["expectedVersion CONFLICT"]);

        let sight = json!({ "id": entry["id"], "expectedVersion": 2 });
        world.done("archiveActor", sight, "actor { slug }").await;
        assert_eq!(world.public("bunter-kreis").await, Value::Null);
        let sight = json!({ "id": entry["id"], "expectedVersion": 3 });
        world.done("restoreActor", sight, "actor { slug }").await;
        let sight = json!({ "id": entry["id"], "expectedVersion": 4 });
        let verified = world.done("verifyActor", sight, "actor { verifiedBy version }").await;
        assert_eq!(verified["actor"], json!({ "verifiedBy": "EDITOR", "version": 5 }));

        let edit = json!({ "id": entry["id"], "expectedVersion": 5, "name": "Anderer Kreis", "website": null });
        world.done("editActor", edit, "").await;
        let back = json!({ "id": entry["id"], "expectedVersion": 6, "version": 5 });
        let restored = world.done("restoreVersion", back, "version node { ... on Organisation { name } }").await;
        assert_eq!((&restored["version"], &restored["node"]["name"]), (&json!(7), &json!("Bunter Kreis")));
        let unknown = json!({ "id": "QQGQAAAAAHAAgAAAAAAAAP8", "expectedVersion": 1 });
        assert_eq!(refused(&world.server, &world.editor, "verifyActor", unknown).await, ["id NOT_FOUND"]);
    }
}

#[tokio::test]
async fn a_conflict_is_told_with_both_sides_and_nothing_is_lost() {
    for world in worlds().await {
        let entry = world.organisation("Bunter Kreis").await;
        let edit = |phone: &str, more: Value| {
            let mut input = json!({ "id": entry["id"], "expectedVersion": 1, "phone": phone });
            input.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
            input
        };
        let theirs = json!({ "website": "https://kreis.example", "themes": ["arrival"] });
        world.done("editActor", edit("+49 2323 111111", theirs), "").await;
        let mine = edit("+49 2323 222222", json!({ "name": "Bunter Kreis Herne" }));
        let selection = "actor { slug } conflicts { field base theirs mine isContested by byName at }";
        let told = given(&world.server, &world.editor, "editActor", mine, selection).await;
        assert_eq!(told["userErrors"][0]["code"], "CONFLICT");
        assert!(told["userErrors"][0]["message"].as_str().is_some_and(|text| text.contains("inzwischen")), "{told}");
        let conflicts = told["conflicts"].as_array().expect("conflicts");
        let of = |field: &str| conflicts.iter().find(|one| one["field"] == field).expect(field);
        assert_eq!(of("phone")["isContested"], true, "{told}");
        assert_eq!(of("phone")["base"], Value::Null);
        assert_eq!((&of("name")["mine"], &of("name")["isContested"]), (&json!("Bunter Kreis Herne"), &json!(false)));
        assert_eq!(of("website")["theirs"], "https://kreis.example");
        let theme = world.server.ask("{ theme(slug: \"arrival\") { id } }").await;
        assert_eq!(of("themes")["theirs"], json!([theme["theme"]["id"]]), "by the id that clients know");
        for changed in ["phone", "website", "themes"] {
            assert_eq!(of(changed)["by"], "EDITOR", "{told}");
            assert!(of(changed)["byName"].is_string() && of(changed)["at"].is_string(), "{told}");
            assert!(
                told["userErrors"][0]["message"]
                    .as_str()
                    .is_some_and(|text| text.contains(of(changed)["byName"].as_str().unwrap())),
                "{told}"
            );
        }
        assert_eq!(
            (&of("name")["by"], &of("name")["byName"]),
            (&Value::Null, &Value::Null),
            "only this edit changes it"
        );
        assert_eq!(world.public("bunter-kreis").await["name"], "Bunter Kreis");

        let english = json!({ "id": entry["id"], "expectedVersion": 9 });
        let query = "mutation($input: EditActorInput!) { editActor(input: $input) { userErrors { field message german: message(language: \"de\") } } }";
        let body = json!({ "query": query, "variables": { "input": english } });
        let request = world.server.request("POST", "/graphql").bearer_auth(&world.editor).json(&body);
        let answer = world.server.send(request.header("accept-language", "en-GB, de;q=0.5")).await;
        assert_eq!(answer.headers["cache-control"], "private, no-store");
        let error = answer.json()["data"]["editActor"]["userErrors"][0].take();
        assert_eq!(error["field"], "expectedVersion", "{error}");
        assert_ne!(error["message"], error["german"], "{error}");
    }
}

#[tokio::test]
async fn a_link_is_public_when_both_sides_have_confirmed_it() {
    for world in worlds().await {
        let (one, other) = (world.organisation("Erster Verein").await, world.organisation("Zweiter Verein").await);
        let (of_one, of_other) =
            (world.member(&one, "eins@verein.example"), world.member(&other, "zwei@verein.example"));
        let server = &world.server;
        let input = json!({ "from": one["slug"], "to": other["id"], "kind": "SUPPORTS" });
        let selection = "link { id } entry { id status version }";
        let proposed = done(server, &of_one, "proposeLink", input, selection).await;
        assert_eq!((&proposed["link"], &proposed["entry"]["status"]), (&Value::Null, &json!("PROPOSED")));
        let confirm = |side: &str, version: u32| json!({ "id": proposed["entry"]["id"], "expectedVersion": version, "side": side });
        assert_eq!(refused(server, &of_one, "confirmLink", confirm("TO", 1)).await, ["- FORBIDDEN"]);
        done(server, &of_one, "confirmLink", confirm("FROM", 1), "").await;
        assert_eq!(world.public("erster-verein").await["cooperations"]["totalCount"], 0);
        let confirmed = done(server, &of_other, "confirmLink", confirm("TO", 2), "link { status from { slug } }").await;
        assert_eq!(confirmed["link"], json!({ "status": "ACTIVE", "from": { "slug": "erster-verein" } }));
        for slug in ["erster-verein", "zweiter-verein"] {
            assert_eq!(world.public(slug).await["cooperations"]["totalCount"], 1, "{slug}");
        }
        let step = |version: u32| json!({ "id": proposed["entry"]["id"], "expectedVersion": version });
        done(server, &of_other, "markLinkDormant", step(3), "").await;
        done(server, &of_one, "endLink", step(4), "").await;
        assert_eq!(refused(server, &of_one, "rejectLink", step(5)).await, ["- LINK_STATUS"]);
        assert_eq!(world.public("erster-verein").await["cooperations"]["totalCount"], 0);
    }
}

#[tokio::test]
async fn anybody_proposes_and_an_editor_decides() {
    for world in worlds().await {
        let entry = world.organisation("Bunter Kreis").await;
        let german = json!([{ "language": "de", "text": "Gemeinsam" }]);
        world.done("editActor", json!({ "id": entry["id"], "expectedVersion": 1, "summary": german }), "").await;
        let text = |text: &str| json!({ "summary": [{ "language": "tr", "text": text }] });
        let input = json!({ "id": entry["id"], "expectedVersion": 2, "actor": text("Birlikte"), "contact": "eve@verein.example" });
        let selection = "proposal { id status fields by }";
        let handed_in = done(&world.server, "", "proposeChange", input, selection).await;
        assert_eq!(handed_in["proposal"]["fields"], json!(["summary.tr"]), "{handed_in}");
        assert_eq!(handed_in["proposal"]["by"], "PUBLIC");
        let decision = json!({ "id": handed_in["proposal"]["id"] });
        let remark = json!({ "id": handed_in["proposal"]["id"], "text": "Angerufen" });
        world.done("commentProposal", remark, "proposal { status }").await;
        let selection = "proposal { status } node { ... on Actor { slug summary(language: \"tr\") } }";
        let approved = world.done("approveProposal", decision.clone(), selection).await;
        assert_eq!(approved["node"], json!({ "slug": "bunter-kreis", "summary": "Birlikte" }), "{approved}");
        let again = refused(&world.server, &world.editor, "approveProposal", decision).await;
        assert!(again[0].contains("CLOSED"), "{again:?}");

        let new = json!({ "actor": { "name": "Neuer Verein", "kind": "round-table", "slug": "neu" } });
        let handed_in = done(&world.server, "", "proposeChange", new, "proposal { id entryId }").await;
        let decision = json!({ "id": handed_in["proposal"]["id"], "publish": true });
        world.done("approveProposal", decision, "").await;
        assert_eq!(world.public("neu").await["name"], "Neuer Verein");
        let nothing = refused(&world.server, "", "proposeChange", json!({ "comment": "?" })).await;
        assert_eq!(nothing, ["id REQUIRED"]);
        let two = json!({ "actor": { "name": "x" }, "offer": { "kind": "ROOM" } });
        assert_eq!(refused(&world.server, "", "proposeChange", two).await, ["offer UNREADABLE"]);
    }
}

#[tokio::test]
async fn members_keep_what_their_association_offers_when_the_agency_trusts_them() {
    for world in worlds().await {
        let actor = world.organisation("Bunter Kreis").await;
        let slug = actor["slug"].as_str().expect("a slug");
        let trusted = account(
            world.folder.path(),
            &world.database.url,
            "member",
            "eve@verein.example",
            &["--actor", slug, "--trusted"],
        );
        let server = &world.server;
        let title = json!([{ "language": "de", "text": "Frühstück" }]);
        let offer =
            json!({ "actor": slug, "kind": "SERVICE", "title": title, "publish": true, "validFrom": "2026-01-01" });
        let made = done(server, &trusted, "createOffer", offer, "offer { id title kind actor { slug } version }").await;
        assert_eq!(made["offer"]["title"], "Frühstück", "{made}");
        let event = json!({ "hosts": [slug], "title": title, "startsAt": "2027-05-01T10:00:00Z", "publish": true });
        let made = done(server, &trusted, "createEvent", event, "event { startsAt hosts { slug } }").await;
        assert_eq!(made["event"]["startsAt"], "2027-05-01T10:00:00Z", "{made}");
        let project = json!({ "actors": [slug], "title": title });
        let made = done(server, &trusted, "createProject", project, ENTRY).await;
        assert_eq!(made["entry"]["status"], "DRAFT");
        let sight = json!({ "id": made["entry"]["id"], "expectedVersion": 1 });
        done(server, &trusted, "publishProject", sight, "project { title }").await;
        let untrusted = world.member(&actor, "max@verein.example");
        let offer = json!({ "actor": slug, "kind": "ROOM", "title": title });
        assert_eq!(refused(server, &untrusted, "createOffer", offer).await, ["- REVIEW_NEEDED"]);
    }
}

#[tokio::test]
async fn a_person_is_seen_while_they_agree_and_forgotten_when_they_ask() {
    for world in worlds().await {
        let actor = world.organisation("Bunter Kreis").await;
        let consent = json!({
            "purpose": "Veröffentlichung", "textVersion": "1", "textLanguage": "de", "givenOn": "2026-05-01", "givenBy": "WRITTEN",
        });
        let input = json!({
            "actor": actor["id"],
            "name": { "value": "Ada Quast", "visibility": "PUBLIC", "consent": consent },
            "phone": { "value": "02323 98765" },
        });
        let person =
            world.done("createContactPerson", input, "contactPerson { id version values { field visibility } }").await;
        let query = "{ actor(slug: \"bunter-kreis\") { contactPersons { name phone } } }";
        let seen = world.server.ask(query).await;
        assert_eq!(seen["actor"]["contactPersons"], json!([{ "name": "Ada Quast", "phone": null }]), "{person}");
        let id = json!({ "id": person["contactPerson"]["id"] });
        let consent = json!({
            "id": id["id"], "expectedVersion": 1, "field": "PHONE", "visibility": "PUBLIC", "consent": consent,
        });
        world.done("recordConsent", consent, "contactPerson { version }").await;
        assert_eq!(world.server.ask(query).await["actor"]["contactPersons"][0]["phone"], "02323 98765");
        let edit = json!({ "id": id["id"], "expectedVersion": 2, "phone": { "value": "02323 11111" } });
        let selection = "contactPerson { values { field visibility consentGivenOn } }";
        let edited = world.done("editContactPerson", edit, selection).await;
        let internal = json!({ "field": "PHONE", "visibility": "INTERNAL", "consentGivenOn": null });
        assert_eq!(edited["contactPerson"]["values"][1], internal, "{edited}");
        world.done("withdrawConsent", id.clone(), "contactPerson { version }").await;
        assert_eq!(world.server.ask(query).await["actor"]["contactPersons"], json!([]));
        world.done("erasePerson", id.clone(), "contactPerson { id version }").await;
        assert_eq!(refused(&world.server, &world.editor, "withdrawConsent", id).await, ["- NO_CONSENT"]);
        assert!(!world.server.log().contains("Quast"));
    }
}

#[tokio::test]
async fn two_entries_become_one_and_are_taken_apart_again() {
    for world in worlds().await {
        let (stays, goes) = (world.organisation("Bunter Kreis").await, world.organisation("Bunter Kreis e. V.").await);
        let input =
            json!({ "survivor": stays["id"], "expectedVersion": 1, "loser": goes["id"], "expectedLoserVersion": 1 });
        let merged = world.done("mergeActors", input, "merge { id undoneAt } actor { slug }").await;
        assert_eq!(merged["actor"]["slug"], "bunter-kreis");
        let former = goes["slug"].as_str().expect("a slug");
        assert_eq!(world.public(former).await["name"], "Bunter Kreis");
        let undone = world.done("undoMerge", json!({ "id": merged["merge"]["id"] }), "merge { undoneAt }").await;
        assert!(undone["merge"]["undoneAt"].is_string(), "{undone}");
        assert_eq!(world.public(former).await["name"], "Bunter Kreis e. V.");
    }
}

#[tokio::test]
async fn themes_and_districts_are_made_moved_and_retired() {
    for world in worlds().await {
        let admin = account(world.folder.path(), &world.database.url, "admin", "root@stelle.example", &[]);
        let label = |text: &str| json!([{ "language": "de", "text": text }]);
        let theme = |text: &str| json!({ "label": label(text), "fieldsOfAction": ["opening"] });
        let one = world.done("createTheme", theme("Nähen"), &format!("theme {{ slug }} {ENTRY}")).await;
        assert_eq!(one["theme"]["slug"], one["entry"]["slug"], "{one}");
        let other = world.done("createTheme", theme("Stricken"), ENTRY).await;
        let edit = json!({ "id": one["entry"]["id"], "expectedVersion": 1, "label": label("Nähen und Flicken") });
        world.done("editTheme", edit, "theme { label }").await;
        let retire = json!({ "id": one["entry"]["id"], "expectedVersion": 2, "replacement": other["entry"]["id"] });
        assert_eq!(refused(&world.server, &world.editor, "retireTheme", retire.clone()).await, ["- FORBIDDEN"]);
        done(&world.server, &admin, "retireTheme", retire, "").await;
        let district = json!({ "name": label("Neustadt"), "level": "CITY" });
        let made = world.done("createDistrict", district, &format!("district {{ slug }} {ENTRY}")).await;
        assert_eq!(made["district"]["slug"], "neustadt", "{made}");
    }
}

#[tokio::test]
async fn questions_are_read_by_the_other_words_that_staff_write_down() {
    for world in worlds().await {
        let theme = json!({
            "label": [{ "language": "de", "text": "Handarbeit" }], "fieldsOfAction": ["engagement"],
            "alternativeLabels": ["Flickstube"],
        });
        let theme = world.done("createTheme", theme, ENTRY).await["entry"].take();
        let district = json!({
            "name": [{ "language": "de", "text": "Neustadt" }], "level": "CITY", "alternativeNames": ["Kolonie"],
        });
        world.done("createDistrict", district, ENTRY).await;
        let asked =
            "interpret(text: \"Flickstuben in der Kolonie\", language: \"de\") { filter { themes districts } words }";
        let ask = async || world.server.ask(&format!("{{ {asked} }}")).await["interpret"].take();
        let expected = json!({ "filter": { "themes": ["handarbeit"], "districts": ["neustadt"] }, "words": "" });
        assert_eq!(ask().await, expected);
        let edit = json!({ "id": theme["id"], "expectedVersion": 1, "alternativeLabels": ["Nähzimmer"] });
        let edited = world.done("editTheme", edit, "theme { alternativeLabels }").await;
        assert_eq!(edited["theme"]["alternativeLabels"], json!(["Nähzimmer"]));
        assert_eq!(ask().await["words"], "Flickstuben");
        let twice = json!({ "id": theme["id"], "expectedVersion": 2, "alternativeLabels": ["a", "a", " "] });
        let codes = refused(&world.server, &world.editor, "editTheme", twice).await;
        assert!(codes.iter().any(|code| code.starts_with("alternativeLabels[1] ")), "{codes:?}");
    }
}

#[tokio::test]
async fn an_answer_has_so_many_bytes_at_most() {
    let world = worlds().await.into_iter().next().expect("a world");
    let corners = 40_000_i32;
    let mut ring: Vec<[f64; 2]> = (0..corners)
        .map(|at| f64::from(at) * std::f64::consts::TAU / f64::from(corners))
        .map(|angle| [7.2 + angle.cos() / 100.0, 51.54 + angle.sin() / 100.0])
        .collect();
    ring.push(ring[0]);
    let input = json!({
        "name": [{ "language": "de", "text": "Rundstadt" }], "level": "QUARTER", "parent": "herne",
        "boundary": { "type": "Polygon", "coordinates": [ring] }, "boundarySource": "eigene Zeichnung",
    });
    world.done("createDistrict", input, ENTRY).await;
    let many = |count: usize| {
        let fields: Vec<String> = (0..count).map(|at| format!("b{at}: boundary")).collect();
        format!("{{ district(slug: \"rundstadt\") {{ {} }} }}", fields.join(" "))
    };
    assert!(world.server.ask(&many(2)).await["district"]["b1"].is_object());
    let refusal = world.server.refusal(&many(45)).await;
    assert_eq!(refusal["extensions"]["code"], "LIMIT_ANSWER_BYTES", "{refusal}");
}

#[tokio::test]
async fn a_boundary_is_drawn_as_geojson_and_checked_as_in_an_import() {
    for world in worlds().await {
        let name = json!([{ "language": "de", "text": "Neustadt" }]);
        let square = |west: f64, south: f64| {
            let (east, north) = (west + 0.01, south + 0.01);
            json!({ "type": "Polygon", "coordinates": [[[west, south], [east, south], [east, north], [west, north], [west, south]]] })
        };
        let input = json!({ "name": name, "level": "QUARTER", "parent": "herne", "boundary": square(7.2, 51.54), "boundarySource": "eigene Zeichnung" });
        let made = world.done("createDistrict", input, ENTRY).await["entry"].take();
        let shown =
            world.server.ask("{ district(slug: \"neustadt\") { boundary boundarySource } }").await["district"].take();
        assert_eq!(shown["boundarySource"], "eigene Zeichnung");
        assert_eq!(shown["boundary"]["coordinates"][0], square(7.2, 51.54)["coordinates"], "{shown}");
        let edit = |boundary: Value| json!({ "id": made["id"], "expectedVersion": 1, "boundary": boundary });
        let ring = |ring: Value| json!({ "type": "Polygon", "coordinates": [ring] });
        for (wrong, says) in [
            (json!({ "type": "Point", "coordinates": [7.2, 51.5] }), "allowed are Polygon and MultiPolygon"),
            (ring(json!([[7.2, 51.5], [7.3, 51.5], [7.3, 51.6], [7.2, 51.6]])), "the ring is not closed"),
            (ring(json!([[7.2, 51.5], [7.3, 51.6], [7.3, 51.5], [7.2, 51.6], [7.2, 51.5]])), "the ring crosses itself"),
            (square(51.54, 7.2), "longitude first"),
            (square(13.4, 52.5), "km from the other districts"),
        ] {
            let told = given(&world.server, &world.editor, "editDistrict", edit(wrong), "").await;
            assert_eq!(
                (&told["userErrors"][0]["field"], told["userErrors"].as_array().map(Vec::len)),
                (&json!("boundary"), Some(1)),
                "{told}"
            );
            assert!(
                told["userErrors"][0]["message"].as_str().is_some_and(|text| text.contains(says)),
                "{says}: {told}"
            );
        }
        let query = "mutation($input: EditDistrictInput!) { editDistrict(input: $input) { userErrors { code } } }";
        let text = told(&world.server, &world.editor, query, json!({ "input": edit(json!("Herne")) })).await;
        assert_eq!(text["errors"][0]["extensions"]["code"], "BAD_USER_INPUT", "{text}");
        world.done("editDistrict", edit(square(7.21, 51.54)), "").await;
        let back = json!({ "id": made["id"], "version": 1, "expectedVersion": 2 });
        world.done("restoreVersion", back, "").await;
        let shown = world.server.ask("{ district(slug: \"neustadt\") { boundary } }").await["district"].take();
        assert_eq!(shown["boundary"]["coordinates"][0], square(7.2, 51.54)["coordinates"], "{shown}");
        let entry =
            world.read(&world.editor, "entry(id: $id) { content { field value } }", json!({ "id": made["id"] })).await;
        let fields = entry["entry"]["content"].as_array().expect("fields");
        assert!(fields.iter().any(|field| field["value"] == shown["boundary"]), "as GeoJSON again");
        let parent = fields.iter().find(|field| field["field"] == "parent").expect("a parent");
        let known = world.server.ask("{ district(slug: \"herne\") { id } }").await["district"]["id"].take();
        assert_eq!(parent["value"], known, "other entries by their global ids");
    }
}

#[tokio::test]
async fn the_fields_of_a_mutation_are_done_one_after_the_other_and_each_for_itself() {
    for world in worlds().await {
        let query = r#"mutation {
            first: createOrganisation(input: {name: "Kreis", kind: "women", publish: true}) { organisation { slug } userErrors { code } }
            wrong: createOrganisation(input: {kind: "nonsense", themes: ["nirgends"]}) { organisation { slug } userErrors { field code } }
            second: createOrganisation(input: {name: "Kreis", kind: "women", publish: true}) { organisation { slug } }
        }"#;
        let answer = told(&world.server, &world.editor, query, json!({})).await;
        assert_eq!(answer["data"]["first"]["organisation"]["slug"], "kreis", "{answer}");
        assert_eq!(answer["data"]["second"]["organisation"]["slug"], "kreis-2");
        let fields: Vec<_> = answer["data"]["wrong"]["userErrors"].as_array().expect("errors").iter().collect();
        for (field, code) in [("name", "REQUIRED"), ("kind", "UNREADABLE"), ("themes[0]", "UNKNOWN")] {
            assert!(fields.iter().any(|error| error["field"] == field && error["code"] == code), "{field}: {fields:?}");
        }
        let batch = json!([
            { "query": "{ actor(slug: \"gruppe\") { name } }" },
            { "query": "mutation { createNetwork(input: {name: \"Gruppe\", kind: \"round-table\", publish: true}) { network { slug } } }" },
            { "query": "{ actor(slug: \"gruppe\") { name } }" },
        ]);
        let request = world.server.request("POST", "/graphql").bearer_auth(&world.editor).json(&batch);
        let answers = world.server.send(request).await.json();
        assert_eq!(
            (&answers[0]["data"]["actor"], &answers[2]["data"]["actor"]["name"]),
            (&Value::Null, &json!("Gruppe"))
        );
    }
}

#[tokio::test]
async fn the_viewer_is_who_is_signed_in_and_nobody_else_is_told() {
    for world in worlds().await {
        let actor = world.organisation("Bunter Kreis").await;
        let member = world.member(&actor, "eve@verein.example");
        let query = "{ viewer { role name mayWrite awaitsSecondFactor actors { slug } } }";
        let viewer = told(&world.server, &member, query, json!({})).await["data"]["viewer"].take();
        let actors = json!([{ "slug": "bunter-kreis" }]);
        assert_eq!((&viewer["role"], &viewer["actors"]), (&json!("MEMBER"), &actors), "{viewer}");
        assert_eq!(told(&world.server, "", query, json!({})).await["data"]["viewer"], Value::Null);
        let reader = token(world.folder.path(), &world.database.url, "read", "ada@stelle.example");
        let viewer = told(&world.server, &reader, query, json!({})).await["data"]["viewer"].take();
        assert_eq!((&viewer["role"], &viewer["mayWrite"]), (&json!("EDITOR"), &json!(false)));
    }
}
