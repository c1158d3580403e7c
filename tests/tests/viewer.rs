//! What staff and members read below `viewer`, over the real server: everything for those it is for,
//! and no hint of it for anybody else.

use serde_json::{Value, json};
use tests::{
    World,
    accounts::{PASSWORD, account, done, refused, told},
    world::ENTRY,
    worlds,
};

/// The ids or names of a list.
fn each<'v>(list: &'v Value, field: &str) -> Vec<&'v str> {
    list.as_array().expect("a list").iter().map(|one| one[field].as_str().expect("a text")).collect()
}

/// What an error says, by code.
fn code(answer: &Value) -> &str {
    answer["errors"][0]["extensions"]["code"].as_str().unwrap_or("none")
}

async fn draft(world: &World, name: &str) -> Value {
    let input = json!({ "name": name, "kind": "women", "phone": "02323 55555",
        "location": { "longitude": 7.22, "latitude": 51.54, "precision": "HIDDEN" } });
    world.done("createOrganisation", input, ENTRY).await["entry"].take()
}

#[tokio::test]
async fn the_queue_of_proposals_shows_editors_everything_and_others_their_own() {
    for world in worlds().await {
        let actor = world.organisation("Bunter Kreis").await;
        let partner = world.somebody("partner", "paul@schule.example");
        let phone = |phone: &str| json!({ "id": actor["id"], "expectedVersion": 1, "actor": { "phone": phone }, "comment": "steht am Aushang" });
        let own = done(&world.server, &partner, "proposeChange", phone("02323 11111"), "proposal { id comment }").await;
        assert_eq!(own["proposal"]["comment"], "steht am Aushang");
        let proposal = "proposal { id comment contact comments { text } differences { field } }";
        let query =
            format!("mutation($input: ProposeChangeInput!) {{ proposeChange(input: $input) {{ {proposal} }} }}");
        let mut input = phone("02323 22222");
        input["contact"] = json!("eve@verein.example");
        let anonymous = told(&world.server, "", &query, json!({ "input": input })).await;
        assert_eq!(code(&anonymous), "UNAUTHENTICATED", "{anonymous}");
        assert_eq!(anonymous["data"]["proposeChange"]["proposal"]["comment"], Value::Null);
        let edit = json!({ "id": actor["id"], "expectedVersion": 1, "phone": "02323 33333" });
        world.done("editActor", edit, "").await;
        let remark = json!({ "id": own["proposal"]["id"], "text": "Ich rufe an." });
        world.done("commentProposal", remark, "").await;

        let selection = "proposals(status: OPEN) { totalCount nodes {
            id by byName comment contact entry { name version } comments { text byName } review { at }
            differences { field base current proposed isChanged isContested isTaken } } }";
        let queue = world.read(&world.reader(), selection, json!({})).await["proposals"].take();
        assert_eq!((&queue["totalCount"], &queue["nodes"][1]["contact"]), (&json!(2), &json!("eve@verein.example")));
        let first = &queue["nodes"][0];
        assert_eq!((&first["by"], &first["byName"]), (&json!("PARTNER"), &json!("paul@schule.example")));
        assert_eq!(first["entry"], json!({ "name": "Bunter Kreis", "version": 2 }));
        assert_eq!(first["comments"], json!([{ "text": "Ich rufe an.", "byName": "ada@stelle.example" }]));
        let difference = json!([{ "field": "phone", "base": null, "current": "02323 33333", "proposed": "02323 11111",
            "isChanged": true, "isContested": true, "isTaken": null }]);
        assert_eq!(first["differences"], difference);

        let reject = json!({ "id": own["proposal"]["id"], "reason": "Die Nummer gilt nicht mehr." });
        world.done("rejectProposal", reject, "").await;
        let selection = "proposals { totalCount nodes { status byName comments { text } review { by byName reason }
            differences { field current proposed isTaken } } }";
        let mine = world.read(&partner, selection, json!({})).await["proposals"].take();
        let expected = json!({ "totalCount": 1, "nodes": [{ "status": "REJECTED", "byName": null, "comments": [],
            "review": { "by": "EDITOR", "byName": null, "reason": "Die Nummer gilt nicht mehr." },
            "differences": [{ "field": "phone", "current": null, "proposed": "02323 11111", "isTaken": false }] }] });
        assert_eq!(mine, expected);
        let others = queue["nodes"][1]["id"].clone();
        let other = world.read(&partner, "proposal(id: $id) { id }", json!({ "id": others })).await;
        assert_eq!(other["proposal"], Value::Null);
        assert_eq!(
            world.read(&world.editor, "proposals(mine: true) { totalCount }", json!({})).await["proposals"]["totalCount"],
            0
        );
        let about = json!({ "id": actor["id"] });
        let about = world
            .read(&world.editor, "proposals(entry: $id, last: 1) { nodes { id } pageInfo { hasPreviousPage } }", about)
            .await;
        assert_eq!(about["proposals"], json!({ "nodes": [{ "id": others }], "pageInfo": { "hasPreviousPage": true } }));
    }
}

#[tokio::test]
async fn a_proposal_for_a_draft_is_answered_as_one_for_nothing() {
    for world in worlds().await {
        let draft = draft(&world, "Noch geheim").await;
        let archived = world.organisation("Nicht mehr da").await;
        world.done("archiveActor", json!({ "id": archived["id"], "expectedVersion": 1 }), "").await;
        let partner = world.somebody("partner", "paul@schule.example");
        let stranger = world.member(&world.organisation("Fremder Verein").await, "eve@verein.example");
        let propose = async |token: &str, id: &Value| {
            let input = json!({ "id": id, "expectedVersion": 1, "actor": { "name": "Neu" } });
            let query = "mutation($input: ProposeChangeInput!) { proposeChange(input: $input) {
                proposal { id } userErrors { field message code } conflicts { field } } }";
            told(&world.server, token, query, json!({ "input": input })).await
        };
        for token in ["", &partner, &stranger] {
            let unknown = propose(token, &json!("QQGQAAAAAHAAgAAAAAAAAP8")).await;
            assert_eq!(unknown["data"]["proposeChange"]["userErrors"][0]["code"], "NOT_FOUND", "{unknown}");
            assert_eq!(unknown["data"]["proposeChange"]["userErrors"][0]["field"], "id");
            assert_eq!(propose(token, &draft["id"]).await, unknown);
            assert_eq!(propose(token, &archived["id"]).await, unknown);
        }
    }
}

#[tokio::test]
async fn drafts_and_archived_entries_are_listed_page_by_page_and_read_in_full() {
    for world in worlds().await {
        let before = world.read(&world.editor, "entries(kinds: [ACTOR]) { totalCount }", json!({})).await;
        let before = before["entries"]["totalCount"].as_u64().expect("a number");
        for number in 1..=5 {
            draft(&world, &format!("Entwurf {number}")).await;
        }
        let page = "{ totalCount nodes { name } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } }";
        let entries = async |arguments: &str, variables: Value| {
            let selection = format!("entries(kinds: [ACTOR], {arguments}) {page}");
            world.read(&world.editor, &selection, variables).await["entries"].take()
        };
        let first = entries("first: 2", json!({})).await;
        assert_eq!(each(&first["nodes"], "name"), ["Entwurf 5", "Entwurf 4"], "newest first");
        assert_eq!((&first["totalCount"], &first["pageInfo"]["hasNextPage"]), (&json!(before + 5), &json!(true)));
        let after = json!({ "after": first["pageInfo"]["endCursor"] });
        let second = entries("first: 2, after: $after", after).await;
        assert_eq!(each(&second["nodes"], "name"), ["Entwurf 3", "Entwurf 2"]);
        let back = entries("last: 1, before: $before", json!({ "before": second["pageInfo"]["startCursor"] })).await;
        assert_eq!(each(&back["nodes"], "name"), ["Entwurf 4"]);
        assert_eq!(back["pageInfo"]["hasPreviousPage"], true);
        for (arguments, expected) in [
            ("first: 101", "PAGE_SIZE"),
            ("last: -1", "PAGE_SIZE"),
            ("first: 1, last: 1", "INVALID_WINDOW"),
            ("after: \"x\"", "INVALID_CURSOR"),
        ] {
            let answer = world
                .ask_viewer(&world.editor, &format!("role entries({arguments}) {{ totalCount }}"), json!({}))
                .await;
            assert_eq!((code(&answer), &answer["data"]["viewer"]["role"]), (expected, &json!("EDITOR")), "{answer}");
        }

        let secret = draft(&world, "Frauenhaus").await;
        let id = json!({ "id": secret["id"] });
        let selection =
            "entry(id: $id) { status version content { field value } history { totalCount nodes { by byName note } } }";
        let entry = world.read(&world.reader(), selection, id.clone()).await["entry"].take();
        let content = entry["content"].as_array().expect("fields");
        let field = |name: &str| content.iter().find(|field| field["field"] == name).map(|field| &field["value"]);
        assert_eq!(field("location"), Some(&json!({ "longitude": 7.22, "latitude": 51.54, "precision": "hidden" })));
        assert_eq!((field("status"), &entry["version"]), (Some(&json!("draft")), &json!(1)));
        assert_eq!(entry["history"]["nodes"][0]["byName"], "ada@stelle.example");
        let own = world.member(&secret, "eve@verein.example");
        let entry = world.read(&own, selection, id.clone()).await["entry"].take();
        assert_eq!(
            entry["history"]["nodes"][0],
            json!({ "by": "EDITOR", "byName": null, "note": null }),
            "roles, no names"
        );
        assert_eq!(entry["content"].as_array().map(Vec::len), Some(content.len()));
        let drafts =
            world.read(&own, "entries(status: [DRAFT, ARCHIVED]) { totalCount nodes { name } }", json!({})).await;
        assert_eq!(drafts["entries"], json!({ "totalCount": 1, "nodes": [{ "name": "Frauenhaus" }] }));
        let stranger = world.member(&world.organisation("Fremder Verein").await, "max@verein.example");
        let nothing = world.ask_viewer(&stranger, selection, json!({ "id": "QQGQAAAAAHAAgAAAAAAAAP8" })).await;
        assert_eq!(nothing, json!({ "data": { "viewer": { "entry": null } } }));
        assert_eq!(world.ask_viewer(&stranger, selection, id).await, nothing);
    }
}

#[tokio::test]
async fn contact_persons_are_shown_by_what_each_value_allows() {
    for world in worlds().await {
        let actor = world.organisation("Bunter Kreis").await;
        let consent = json!({ "purpose": "Netzwerk", "textVersion": "1", "textLanguage": "de", "givenOn": "2025-05-01",
            "givenBy": "WRITTEN", "reviewDue": "2026-05-01" });
        let input = json!({ "actor": actor["id"],
            "name": { "value": "Ada Quast", "visibility": "PARTNERS", "consent": consent }, "phone": { "value": "02323 98765" } });
        world.done("createContactPerson", input, "").await;
        let id = json!({ "id": actor["id"] });
        let selection =
            "contactPersons(actor: $id) { name phone version consents { field visibility purpose reviewDue } }";
        let partner = world.somebody("partner", "paul@schule.example");
        let stranger = world.member(&world.organisation("Fremder Verein").await, "max@verein.example");
        for token in [&partner, &stranger] {
            let seen = world.read(token, selection, id.clone()).await;
            assert_eq!(
                seen["contactPersons"],
                json!([{ "name": "Ada Quast", "phone": null, "version": null, "consents": null }])
            );
        }
        let own = world.member(&actor, "eve@verein.example");
        for token in [&world.editor, &own] {
            let seen = world.read(token, selection, id.clone()).await["contactPersons"][0].take();
            assert_eq!((&seen["phone"], &seen["version"]), (&json!("02323 98765"), &json!(1)));
            let name =
                json!({ "field": "NAME", "visibility": "PARTNERS", "purpose": "Netzwerk", "reviewDue": "2026-05-01" });
            assert_eq!(seen["consents"][0], name);
        }
        let due = world
            .read(&world.editor, "dueReviews { totalCount nodes { name dueSince actor { slug } } }", json!({}))
            .await;
        let expected = json!({ "name": "Ada Quast", "dueSince": "2026-05-01", "actor": { "slug": "bunter-kreis" } });
        assert!(due["dueReviews"]["nodes"].as_array().is_some_and(|nodes| nodes.contains(&expected)), "{due}");
        assert_eq!(
            world.server.ask("{ actor(slug: \"bunter-kreis\") { contactPersons { name } } }").await["actor"]["contactPersons"],
            json!([])
        );
        world.done("archiveActor", json!({ "id": actor["id"], "expectedVersion": 1 }), "").await;
        assert_eq!(world.read(&partner, selection, id).await["contactPersons"], json!([]), "archived with its people");
    }
}

#[tokio::test]
async fn what_is_due_and_what_looks_alike_is_queued_for_editors() {
    for world in worlds().await {
        let first = world.organisation("Kulturverein Brückenschlag e. V.").await;
        let second = world.organisation("Kulturverein Brueckenschlag").await;
        let due = "dueVerifications(first: 100) { totalCount nodes { id version verifiedOn dueSince } }";
        let listed = world.read(&world.editor, due, json!({})).await["dueVerifications"].take();
        let nodes = listed["nodes"].as_array().expect("nodes");
        assert!(nodes.iter().any(|node| node["id"] == first["id"] && node["verifiedOn"].is_null()), "{listed}");
        world.done("verifyActor", json!({ "id": first["id"], "expectedVersion": 1 }), "").await;
        let after = world.read(&world.editor, due, json!({})).await["dueVerifications"].take();
        assert!(!each(&after["nodes"], "id").contains(&first["id"].as_str().expect("an id")));
        assert_eq!(after["totalCount"].as_u64().map(|count| count + 1), listed["totalCount"].as_u64());

        let similar = "similarActors(to: { name: \"KULTURVEREIN BRUECKENSCHLAG\", kind: \"unfug\" }) {
            score entry { slug } reasons { code label(language: \"en\") } }";
        let similar = world.read(&world.editor, similar, json!({})).await["similarActors"].take();
        assert_eq!(similar.as_array().map(Vec::len), Some(2), "{similar}");
        assert_eq!(similar[0]["reasons"][0], json!({ "code": "SAME_NAME", "label": "the same name" }));
        let queue =
            "duplicates(first: 100) { nodes { first { id } second { id } reasons { code } } pageInfo { hasNextPage } }";
        let pair = |queue: &Value| {
            let nodes = queue["duplicates"]["nodes"].as_array().expect("nodes");
            nodes.iter().any(|node| node["first"]["id"] == first["id"] && node["second"]["id"] == second["id"])
        };
        assert!(pair(&world.read(&world.editor, queue, json!({})).await));
        let apart = json!({ "one": second["id"], "other": first["id"] });
        world.done("dismissDuplicate", apart, "").await;
        assert!(!pair(&world.read(&world.editor, queue, json!({})).await));
    }
}

#[tokio::test]
async fn the_audit_trail_says_who_did_what_when() {
    for world in worlds().await {
        let actor = world.organisation("Bunter Kreis").await;
        let edit = json!({ "id": actor["id"], "expectedVersion": 1, "name": "Kreis", "note": "Telefonat" });
        world.done("editActor", edit, "").await;
        let selection = "auditTrail(entry: $id) { totalCount nodes { kind version by byName note isPublic fieldChanges { field before after } } }";
        let id = json!({ "id": actor["id"] });
        let trail = world.read(&world.reader(), selection, id.clone()).await["auditTrail"].take();
        assert_eq!(trail["totalCount"], 2);
        let newest = json!({ "kind": "ACTOR", "version": 2, "by": "EDITOR", "byName": "ada@stelle.example", "note": "Telefonat",
            "isPublic": true, "fieldChanges": [{ "field": "name", "before": "Bunter Kreis", "after": "Kreis" }] });
        assert_eq!(trail["nodes"][0], newest);
        let own = world.member(&actor, "eve@verein.example");
        let mine = world.read(&own, selection, id).await["auditTrail"]["nodes"][0].take();
        assert_eq!((&mine["byName"], &mine["note"]), (&Value::Null, &Value::Null));
        assert_eq!(mine["fieldChanges"], trail["nodes"][0]["fieldChanges"]);
        let all = world
            .read(
                &world.editor,
                "auditTrail(first: 1, since: \"2020-01-01T00:00:00Z\") { totalCount nodes { note } }",
                json!({}),
            )
            .await;
        assert_eq!(all["auditTrail"]["nodes"][0]["note"], "Telefonat");
        assert_eq!(code(&world.ask_viewer(&own, "auditTrail { totalCount }", json!({})).await), "FORBIDDEN");
    }
}

#[tokio::test]
async fn the_log_and_the_merges_name_entries_to_those_who_may_know_them() {
    for world in worlds().await {
        let actor = world.organisation("Bunter Kreis").await;
        let other = world.organisation("Bunter Kreis e. V.").await;
        let offer =
            json!({ "actor": actor["id"], "kind": "SERVICE", "title": [{ "language": "de", "text": "Nähkurs" }] });
        let offer = world.done("createOffer", offer, "offer { id }").await;
        let named = "auditTrail(first: 1) { nodes { kind entryName } }";
        let newest = world.read(&world.editor, named, json!({})).await["auditTrail"]["nodes"][0].take();
        assert_eq!(newest, json!({ "kind": "OFFER", "entryName": "Nähkurs" }), "{offer}");
        let own = world.member(&actor, "eve@verein.example");
        let trail = "auditTrail(entry: $id) { nodes { entryName } }";
        let mine = world.read(&own, trail, json!({ "id": actor["id"] })).await;
        assert_eq!(mine["auditTrail"]["nodes"][0]["entryName"], "Bunter Kreis");
        let theirs = world.ask_viewer(&own, trail, json!({ "id": other["id"] })).await.to_string();
        assert!(!theirs.contains("Bunter Kreis e. V."), "{theirs}");

        let input =
            json!({ "survivor": actor["id"], "expectedVersion": 1, "loser": other["id"], "expectedLoserVersion": 1 });
        world.done("mergeActors", input, "").await;
        let merges = "merges { id survivorId survivorName loserName byName undoneAt }";
        let listed = world.read(&world.reader(), merges, json!({})).await["merges"].take();
        assert_eq!(listed.as_array().map(Vec::len), Some(1), "{listed}");
        let names = (&listed[0]["survivorName"], &listed[0]["loserName"], &listed[0]["byName"]);
        assert_eq!(names, (&json!("Bunter Kreis"), &json!("Bunter Kreis e. V."), &json!("ada@stelle.example")));
        world.done("undoMerge", json!({ "id": listed[0]["id"] }), "").await;
        let after = world.read(&world.editor, merges, json!({})).await["merges"].take();
        assert!(after[0]["undoneAt"].is_string(), "{after}");
        for asker in [own.as_str(), ""] {
            let refused = world.ask_viewer(asker, merges, json!({})).await;
            assert!(!refused.to_string().contains("Bunter"), "{refused}");
        }
    }
}

#[tokio::test]
async fn links_that_wait_for_a_side_are_listed_for_both() {
    for world in worlds().await {
        let (one, other) = (world.organisation("Erster Verein").await, world.organisation("Zweiter Verein").await);
        let (of_one, of_other) =
            (world.member(&one, "eins@verein.example"), world.member(&other, "zwei@verein.example"));
        let input =
            json!({ "from": one["slug"], "to": other["id"], "kind": "SUPPORTS", "internalNote": "laut Protokoll" });
        let proposed = world.done("proposeLink", input, "entry { id awaits internalNote }").await["entry"].take();
        assert_eq!(proposed["internalNote"], "laut Protokoll");
        let confirm = json!({ "id": proposed["id"], "expectedVersion": 1, "side": "FROM" });
        let confirmed =
            done(&world.server, &of_one, "confirmLink", confirm, "entry { awaits internalNote from { slug } }").await;
        assert_eq!(
            confirmed["entry"],
            json!({ "awaits": ["TO"], "internalNote": null, "from": { "slug": "erster-verein" } })
        );
        let selection =
            "links { totalCount nodes { id status awaits internalNote from { name } to { name } version } }";
        let waiting = world.read(&of_other, selection, json!({})).await["links"].take();
        let expected = json!({ "totalCount": 1, "nodes": [{ "id": proposed["id"], "status": "CONFIRMED_BY_ONE_SIDE", "awaits": ["TO"],
            "internalNote": null, "from": { "name": "Erster Verein" }, "to": { "name": "Zweiter Verein" }, "version": 2 }] });
        assert_eq!(waiting, expected);
        let staff = world.read(&world.editor, selection, json!({})).await["links"].take();
        assert_eq!(staff["nodes"][0]["internalNote"], "laut Protokoll");
        let stranger = world.member(&world.organisation("Fremder Verein").await, "max@verein.example");
        assert_eq!(world.read(&stranger, "links { totalCount }", json!({})).await["links"]["totalCount"], 0);
        let confirm = json!({ "id": proposed["id"], "expectedVersion": 2, "side": "TO" });
        assert_eq!(refused(&world.server, &stranger, "confirmLink", confirm.clone()).await, ["id NOT_FOUND"]);
        done(&world.server, &of_other, "confirmLink", confirm, "").await;
        assert_eq!(world.read(&of_other, "links { totalCount }", json!({})).await["links"]["totalCount"], 0);
        assert_eq!(
            world.read(&of_other, "links(status: [ACTIVE]) { totalCount }", json!({})).await["links"]["totalCount"],
            1
        );
    }
}

#[tokio::test]
async fn what_staff_were_told_is_kept_for_nobody() {
    for world in worlds().await {
        let admin = account(world.folder.path(), &world.database.url, "admin", "root@stelle.example", &[]);
        draft(&world, "Noch geheim").await;
        let query = json!({ "query": "{ viewer { entries { nodes { name } } } actors(first: 1) { totalCount } }" });
        for token in [&world.editor, &admin] {
            let request = world.server.request("POST", "/graphql").bearer_auth(token).json(&query);
            let answer = world.server.send(request).await;
            assert!(answer.text.contains("Noch geheim"), "{}", answer.text);
            assert_eq!(answer.headers["cache-control"], "private, no-store");
        }
        for _ in 0..2 {
            let answer = world.server.send(world.server.request("POST", "/graphql").json(&query)).await;
            assert_eq!(answer.json()["data"]["viewer"], Value::Null, "{}", answer.text);
            assert!(answer.json().get("errors").is_none());
        }
        assert!(!world.server.log().contains("Noch geheim"));
    }
}

#[tokio::test]
async fn everybody_sees_and_ends_what_their_own_account_holds() {
    for world in worlds().await {
        let server = &world.server;
        let login = json!({ "email": "ada@stelle.example", "password": PASSWORD });
        let welcome = server.send(server.request("POST", "/auth/login").json(&login)).await;
        let cookie =
            welcome.headers["set-cookie"].to_str().expect("text").split(';').next().expect("a pair").to_owned();
        let other = world.somebody("partner", "paul@schule.example");
        let selection = "sessions { id hasSecondFactor expiresAt } tokens { id mayWrite } accountEvents(first: 1) { totalCount nodes { kind byHolder } }";
        let held = world.read(&world.reader(), selection, json!({})).await;
        assert_eq!(held["sessions"].as_array().map(Vec::len), Some(1), "{held}");
        assert_eq!(held["accountEvents"]["nodes"], json!([{ "kind": "token-issued", "byHolder": false }]));
        let tokens = held["tokens"].as_array().expect("tokens");
        assert_eq!(tokens.iter().map(|token| &token["mayWrite"]).collect::<Vec<_>>(), [false, true]);
        assert!(!held.to_string().contains(&world.editor[4..]), "no token is shown again");

        let session = json!({ "id": held["sessions"][0]["id"] });
        assert_eq!(refused(server, &other, "revokeSession", session.clone()).await, ["id NOT_FOUND"], "another's");
        assert_eq!(world.done("revokeSession", session, "revoked").await["revoked"], true);
        let ended = server.send(server.request("GET", "/auth/session").header("cookie", &cookie)).await;
        assert_eq!(ended.status, 401);
        world.done("revokeToken", json!({ "id": tokens[0]["id"] }), "").await;
        let held = world.read(&world.editor, selection, json!({})).await;
        assert_eq!((&held["sessions"], held["tokens"].as_array().map(Vec::len)), (&json!([]), Some(1)));
        let events = world.read(&world.editor, "accountEvents { nodes { kind byHolder } }", json!({})).await;
        assert_eq!(events["accountEvents"]["nodes"][1], json!({ "kind": "session-revoked", "byHolder": true }));

        let admin = world.somebody("admin", "root@stelle.example");
        let page =
            "accounts(first: 2) { totalCount nodes { email role disabledAt hasSecondFactor } pageInfo { endCursor } }";
        let accounts = world.read(&admin, page, json!({})).await["accounts"].take();
        assert_eq!(
            (&accounts["totalCount"], each(&accounts["nodes"], "email")),
            (&json!(3), vec!["ada@stelle.example", "paul@schule.example"])
        );
        let after = json!({ "after": accounts["pageInfo"]["endCursor"] });
        let rest = world.read(&admin, "accounts(after: $after) { nodes { email role } }", after).await;
        assert_eq!(rest["accounts"]["nodes"], json!([{ "email": "root@stelle.example", "role": "ADMIN" }]));
    }
}
