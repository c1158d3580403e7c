//! `/my` on a real server, without script: members look after the entries of their own association, and what goes
//! wrong on the way loses nothing that was typed.

use serde_json::{Value, json};
use tests::{
    Answer, World,
    accounts::{PASSWORD, told},
    session::{self, get, send, send_from},
    worlds,
};

const EMAIL: &str = "eve@verein.example";

/// A member with an account, signed in: the answer to the form, and the cookie.
async fn sign_in(world: &World, flags: &[&str], slug: &str) -> (Answer, String) {
    session::sign_in(world, "member", &[&["--actor", slug], flags].concat(), EMAIL).await
}

fn version(page: &Answer) -> String {
    let (_, rest) = page.text.split_once("name=\"version\" value=\"").expect("a version");
    rest.split('"').next().expect("its end").to_owned()
}

/// What the public is told of an actor.
async fn public(world: &World, slug: &str, selection: &str) -> Value {
    let query = format!("query($slug: String!) {{ actor(slug: $slug) {{ {selection} }} }}");
    told(&world.server, "", &query, json!({ "slug": slug })).await["data"]["actor"].take()
}

#[tokio::test]
async fn a_member_proposes_and_is_told_what_becomes_of_it() {
    for world in worlds().await {
        let server = &world.server;
        world.organisation("Bunter Kreis").await;
        let (answer, cookie) = sign_in(&world, &[], "bunter-kreis").await;
        assert_eq!(
            (answer.status, answer.header("location")),
            (303, "/my?language=de"),
            "members come to their entries"
        );
        let list = get(server, "/my?language=de", &cookie).await;
        assert!(list.text.contains("href=\"/my/bunter-kreis?language=de\""), "{}", list.text);
        assert_eq!((list.header("cache-control"), list.header("x-robots-tag")), ("no-store", "noindex, nofollow"));

        let page = get(server, "/my/bunter-kreis?language=de", &cookie).await;
        assert!(page.status == 200 && page.text.contains("Was alle sehen"), "{}", page.text);
        let seen = version(&page);
        let typed = [
            ("version", seen.as_str()),
            ("name", "Bunter Kreis Herne"),
            ("phone", "ruft an"),
            ("summary.de", "Frauen lernen <gemeinsam>."),
            ("openingHours", "irgendwann"),
            ("languages", "tr"),
        ];
        let wrong = send(server, "/my/bunter-kreis?language=en", &cookie, &typed).await;
        assert_eq!(wrong.status, 422);
        for part in [
            "is not a phone number",
            "value=\"ruft an\"",
            "value=\"irgendwann\"",
            "Frauen lernen &lt;gemeinsam&gt;.",
            "href=\"#field-phone\"",
            "name=\"languages\" value=\"tr\" checked",
        ] {
            assert!(wrong.text.contains(part), "{part} in {}", wrong.text);
        }

        let mut right = typed;
        right[2].1 = "02323 654321";
        right[4].1 = "Di und Do 17-19 Uhr";
        let look =
            send(server, "/my/bunter-kreis?language=de", &cookie, &[&right[..], &[("check", "1")]].concat()).await;
        assert!(look.status == 200 && look.text.contains("17:00–19:00"), "the hours in words: {}", look.text);
        let sent = [&right[..], &[("comment", "Neue Nummer")]].concat();
        let answer = send(server, "/my/bunter-kreis?language=de", &cookie, &sent).await;
        assert_eq!(answer.header("location"), "/my/bunter-kreis?language=de&done=proposed");
        assert_eq!(
            public(&world, "bunter-kreis", "name phone").await,
            json!({ "name": "Bunter Kreis", "phone": null })
        );
        let selection = "proposals(status: OPEN) { nodes { id comment fields } }";
        let waiting = world.read(&world.editor, selection, json!({})).await["proposals"]["nodes"][0].take();
        let fields: Vec<&str> =
            waiting["fields"].as_array().expect("fields").iter().filter_map(Value::as_str).collect();
        assert_eq!(fields, ["languages", "name", "openingHours", "phone", "summary.de"], "{waiting}");
        assert_eq!(waiting["comment"], "Neue Nummer");
        let page = get(server, "/my/bunter-kreis?language=de", &cookie).await.text;
        assert!(page.contains("Wartet auf die Redaktion"), "{page}");
        let (_, waits) = page.split_once("<dl class=\"proposed\">").expect("what it would change");
        let (waits, _) = waits.split_once("</dl>").expect("its end");
        for part in
            ["Bunter Kreis Herne", "02323 654321", "class=\"slot\">Do ", "Türkisch", "Frauen lernen &lt;gemeinsam&gt;."]
        {
            assert!(waits.contains(part), "{part} in {waits}");
        }
        assert!(page.contains("href=\"#proposals\""), "the form says that it shows what is so now: {page}");

        let input = json!({ "id": waiting["id"], "reason": "Bitte den Namen so lassen." });
        world.done("rejectProposal", input, "").await;
        let list = get(server, "/my?language=ar", &cookie).await.text;
        assert!(list.contains("لم يُقبل") && list.contains("Bitte den Namen so lassen."), "{list}");

        let answer = send(server, "/my/bunter-kreis?language=de", &cookie, &right).await;
        assert_eq!(answer.status, 303);
        let waiting = world.read(&world.editor, selection, json!({})).await["proposals"]["nodes"][0].take();
        let list = get(server, "/my?language=de", &cookie).await.text;
        let (_, rest) = list.split_once("name=\"withdraw\" value=\"").expect("a button");
        let id = rest.split('"').next().expect("its end");
        let back = send(server, "/my?language=de", &cookie, &[("withdraw", id)]).await;
        assert_eq!(back.header("location"), "/my?language=de&done=withdrawn", "{waiting}");
        let again = send(server, "/my?language=de", &cookie, &[("withdraw", id)]).await;
        assert!(again.status == 409 && again.text.contains("schon erledigt"), "{}", again.text);
    }
}

#[tokio::test]
async fn a_trusted_member_publishes_and_two_at_once_lose_nothing() {
    for world in worlds().await {
        let server = &world.server;
        let entry = world.organisation("Bunter Kreis").await;
        let (_, cookie) = sign_in(&world, &["--trusted"], "bunter-kreis").await;
        let path = "/my/bunter-kreis?language=de";
        let seen = version(&get(server, path, &cookie).await);
        let fields = [
            ("version", seen.as_str()),
            ("name", "Bunter Kreis"),
            ("phone", "02323 654321"),
            ("openingHours", "Di und Do 17-19 Uhr"),
            ("address.street", "Hauptstraße 1"),
            ("address.city", "Herne"),
            ("targetGroups", "women"),
        ];
        let answer = send(server, path, &cookie, &fields).await;
        assert_eq!(answer.header("location"), "/my/bunter-kreis?language=de&done=published", "{}", answer.text);
        let told = public(&world, "bunter-kreis", "phone openingHours address { street city } targetGroups").await;
        let expected = json!({
            "phone": "02323 654321", "openingHours": "Tu,Th 17:00-19:00",
            "address": { "street": "Hauptstraße 1", "city": "Herne" }, "targetGroups": ["women"],
        });
        assert_eq!(told, expected);

        // An editor changes something else, and something that the member changes too.
        let stale = version(&get(server, path, &cookie).await);
        let edit = json!({
            "id": entry["id"], "expectedVersion": stale.parse::<u32>().expect("a number"),
            "phone": "02323 1111", "email": "neu@verein.example",
        });
        world.done("editActor", edit, "").await;
        let mine = [
            ("version", stale.as_str()),
            ("name", "Bunter Kreis"),
            ("phone", "02323 2222"),
            ("email", ""),
            ("website", "https://verein.example"),
        ];
        let conflict = send(server, path, &cookie, &mine).await;
        assert_eq!(conflict.status, 409);
        for part in ["Jemand anderes", "value=\"02323 2222\"", "02323 1111", "value=\"neu@verein.example\""] {
            assert!(conflict.text.contains(part), "{part} in {}", conflict.text);
        }
        let newest = version(&conflict);
        let again = [
            ("version", newest.as_str()),
            ("name", "Bunter Kreis"),
            ("phone", "02323 2222"),
            ("email", "neu@verein.example"),
            ("website", "https://verein.example"),
            ("targetGroups", "women"),
        ];
        assert_eq!(send(server, path, &cookie, &again).await.status, 303);
        let told = public(&world, "bunter-kreis", "phone email website").await;
        let expected = json!({
            "phone": "02323 2222", "email": "neu@verein.example", "website": "https://verein.example",
        });
        assert_eq!(told, expected);
        // Different fields merge by themselves.
        let merged = [("version", stale.as_str()), ("address.city", "Herne-Wanne"), ("targetGroups", "women")];
        assert_eq!(send(server, path, &cookie, &merged).await.status, 303);
        let told = public(&world, "bunter-kreis", "phone address { city }").await;
        assert_eq!(told, json!({ "phone": "02323 2222", "address": { "city": "Herne-Wanne" } }));

        let newest = version(&get(server, path, &cookie).await);
        let right = send(server, "/my/bunter-kreis/verify?language=de", &cookie, &[("version", &newest)]).await;
        assert_eq!(right.header("location"), "/my/bunter-kreis?language=de&done=verified");
        assert_eq!(public(&world, "bunter-kreis", "verifiedBy").await, json!({ "verifiedBy": "MEMBER" }));
        let late = send(server, "/my/bunter-kreis/verify?language=de", &cookie, &[("version", &newest)]).await;
        assert!(late.status == 409 && late.text.contains("inzwischen geändert"), "{}", late.text);
    }
}

#[tokio::test]
async fn offers_events_and_cooperation_are_looked_after_on_the_same_pages() {
    for world in worlds().await {
        let server = &world.server;
        world.organisation("Bunter Kreis").await;
        let other = world.organisation("Anderer Kreis").await;
        let (_, cookie) = sign_in(&world, &["--trusted"], "bunter-kreis").await;
        let path = "/my/bunter-kreis/offers/new?language=de";
        let wrong = send(server, path, &cookie, &[("description.de", "Wir helfen."), ("kind", "service")]).await;
        assert!(wrong.status == 422 && wrong.text.contains("Wir helfen."), "{}", wrong.text);
        assert!(wrong.text.contains("href=\"#field-title-de\""), "{}", wrong.text);
        let fields = [("title.de", "Formularhilfe"), ("kind", "service"), ("schedule", "Mo 10-12 Uhr")];
        let made = send(server, path, &cookie, &fields).await;
        assert_eq!(made.status, 303, "{}", made.text);
        let offer = made.header("location").split('?').next().expect("a path").to_owned();
        let told = public(&world, "bunter-kreis", "offers { nodes { title schedule } }").await;
        assert_eq!(told["offers"]["nodes"], json!([{ "title": "Formularhilfe", "schedule": "Mo 10:00-12:00" }]));
        let seen = version(&get(server, &offer, &cookie).await);
        let gone = send(server, &format!("{offer}/remove?language=de"), &cookie, &[("version", &seen)]).await;
        assert_eq!(gone.header("location"), "/my/bunter-kreis?language=de&done=removed");
        let told = public(&world, "bunter-kreis", "offers { totalCount }").await;
        assert_eq!(told["offers"]["totalCount"], 0);

        let path = "/my/bunter-kreis/events/new?language=de";
        let new = get(server, "/my/bunter-kreis/events/new?language=tr", &cookie).await.text;
        assert!(!new.contains("name=\"cancelled\""), "nobody invites to what is cancelled: {new}");
        let turkish = "/my/bunter-kreis/events/new?language=tr";
        let nameless = send(server, turkish, &cookie, &[("startsAt", "2030-06-01T18:00"), ("title.tr", "")]).await;
        assert!(nameless.status == 422 && nameless.text.contains("href=\"#field-title-tr\""), "{}", nameless.text);
        let fields = [("title.tr", "Kermes"), ("title.de", ""), ("startsAt", "2029-06-02T18:00")];
        assert_eq!(send(server, turkish, &cookie, &fields).await.status, 303, "who writes no German is not asked to");
        let selection = "events(from: \"2029-01-01T00:00:00Z\", until: \"2030-01-01T00:00:00Z\") { nodes { title } }";
        let told = public(&world, "bunter-kreis", selection).await;
        assert_eq!(told["events"]["nodes"], json!([{ "title": "Kermes" }]));
        let fields = [("title.de", "Fest"), ("startsAt", "2030-06-01T18:00"), ("endsAt", "2030-06-01T17:00")];
        let wrong = send(server, path, &cookie, &fields).await;
        assert!(wrong.status == 422 && wrong.text.contains("value=\"2030-06-01T17:00\""), "{}", wrong.text);
        // A Saturday is no start of what takes place on Tuesdays.
        let fields = [("title.de", "Fest"), ("startsAt", "2030-06-01T18:00"), ("recurrence", "FREQ=WEEKLY;BYDAY=TU")];
        let wrong = send(server, path, &cookie, &fields).await;
        assert!(wrong.status == 422 && wrong.text.contains("href=\"#field-recurrence\""), "{}", wrong.text);
        assert!(wrong.text.contains("Passen würden") && wrong.text.contains("4.\u{a0}Juni 2030"), "{}", wrong.text);
        let fields = [("title.de", "Fest"), ("startsAt", "2030-06-01T18:00"), ("recurrence", "FREQ=WEEKLY")];
        assert_eq!(send(server, path, &cookie, &fields).await.status, 303);
        let told = public(&world, "bunter-kreis", "events(from: \"2030-01-01T00:00:00Z\") { nodes { title } }").await;
        assert_eq!(told["events"]["nodes"], json!([{ "title": "Fest" }]), "{told}");
        move_event_with_excluded_dates(&world, &cookie).await;

        let path = "/my/bunter-kreis/cooperation?language=de";
        let unknown = send(server, path, &cookie, &[("partner", "Xyzzy"), ("kind", "member_of")]).await;
        assert!(unknown.status == 422 && unknown.text.contains("niemand, der so heißt"), "{}", unknown.text);
        let fields = [("partner", "anderer kreis"), ("kind", "member_of:in"), ("since", "2024-01-01")];
        let made = send(server, path, &cookie, &fields).await;
        assert_eq!(made.header("location"), "/my/bunter-kreis?language=de&done=linked", "{}", made.text);
        let twice = send(server, path, &cookie, &fields).await;
        assert!(twice.status == 422 && twice.text.contains("gibt es schon"), "{}", twice.text);
        let selection = "links(status: [CONFIRMED_BY_ONE_SIDE]) { nodes { id from { name } to { name } confirmedByFromOn confirmedByToOn } }";
        let link = world.read(&world.editor, selection, json!({})).await["links"]["nodes"][0].take();
        assert_eq!((&link["from"]["name"], &link["to"]["name"]), (&json!("Anderer Kreis"), &json!("Bunter Kreis")));
        assert!(link["confirmedByFromOn"].is_null() && link["confirmedByToOn"].is_string(), "{link}");

        // What somebody else proposed waits, and is confirmed with one button.
        let input = json!({ "from": other["id"], "to": "bunter-kreis", "kind": "SUPPORTS" });
        world.done("proposeLink", input, "").await;
        let list = get(server, "/my?language=de", &cookie).await.text;
        assert!(list.contains("Eine Zusammenarbeit wartet"), "{list}");
        let page = get(server, "/my/bunter-kreis?language=de", &cookie).await;
        let (before, _) = page.text.split_once("/confirm?").expect("a button");
        let link = before.rsplit('/').next().expect("an id").to_owned();
        let path = format!("/my/bunter-kreis/cooperation/{link}");
        let done = send(server, &format!("{path}/confirm?language=de"), &cookie, &[("version", "1")]).await;
        assert_eq!(done.header("location"), "/my/bunter-kreis?language=de&done=confirmed");
        let late = send(server, &format!("{path}/confirm?language=de"), &cookie, &[("version", "2")]).await;
        assert_eq!(late.status, 409);
        let gone = send(server, &format!("{path}/reject?language=de"), &cookie, &[("version", "2")]).await;
        assert_eq!(gone.header("location"), "/my/bunter-kreis?language=de&done=rejected");
    }
}

/// Days that are left out have no field here: those that are no dates any more go with the move.
async fn move_event_with_excluded_dates(world: &World, cookie: &str) {
    let server = &world.server;
    // 4 June 2030 is a Tuesday.
    let input = json!({
        "hosts": ["bunter-kreis"], "title": [{ "language": "de", "text": "Chor" }], "startsAt": "2030-06-04T16:00:00Z",
        "recurrence": "FREQ=WEEKLY;BYDAY=TU", "excludedDates": ["2030-06-11"], "publish": true,
    });
    world.done("createEvent", input, "").await;
    let list = get(server, "/my/bunter-kreis?language=tr", cookie).await.text;
    let mut paths =
        list.split('"').filter(|part| part.starts_with("/my/bunter-kreis/events/") && !part.contains("/new"));
    let (path, seen) = loop {
        let path = paths.next().expect("the form of the event").replace("&amp;", "&");
        let form = get(server, &path, cookie).await;
        if form.text.contains("value=\"Chor\"") {
            break (path, version(&form));
        }
    };
    let fields = [
        ("version", seen.as_str()),
        ("title.de", "Chor"),
        ("startsAt", "2030-06-05T18:00"),
        ("recurrence", "FREQ=WEEKLY;BYDAY=WE"),
    ];
    let moved = send(server, &path, cookie, &fields).await;
    assert_eq!(moved.status, 303, "{}", moved.text);
    let query = "{ actor(slug: \"bunter-kreis\") { events(from: \"2030-01-01T00:00:00Z\") { nodes { title excludedDates recurrence } } } }";
    let told = told(server, "", query, json!({})).await["data"]["actor"]["events"]["nodes"].take();
    let choir =
        told.as_array().and_then(|events| events.iter().find(|event| event["title"] == "Chor")).expect("the choir");
    assert_eq!(choir["excludedDates"], json!([]), "{choir}");
}

#[tokio::test]
async fn institutions_say_how_open_they_are_and_everybody_which_numbers_they_have() {
    for world in worlds().await {
        let server = &world.server;
        let location = json!({ "longitude": 7.15, "latitude": 51.53, "precision": "QUARTER" });
        let input = json!({ "name": "Amt Mitte", "kind": "job-centre", "publish": true, "location": location });
        world.done("createInstitution", input, "entry { id }").await;
        let (_, cookie) = sign_in(&world, &["--trusted"], "amt-mitte").await;
        let path = "/my/amt-mitte?language=de";
        let page = get(server, path, &cookie).await;
        let note = "Alle sehen nur den Ortsteil";
        assert_eq!(page.text.matches(note).count(), 2, "beside the public view and in the form: {}", page.text);
        let seen = version(&page);
        let fields = [
            ("version", seen.as_str()),
            ("name", "Amt Mitte"),
            ("openness.languages", "tr"),
            ("openness.languages", "ar"),
            ("openness.interpreters", "true"),
            ("openness.contact", "Zimmer 114"),
            ("identifiers.register", "HRB 1"),
            ("identifiers.osm", "das Haus am Markt"),
        ];
        let wrong = send(server, path, &cookie, &fields).await;
        assert_eq!(wrong.status, 422);
        for part in [
            "href=\"#field-openness-on\"",
            "ist nichts bei OpenStreetMap",
            "value=\"das Haus am Markt\"",
            "value=\"Zimmer 114\"",
        ] {
            assert!(wrong.text.contains(part), "{part} in {}", wrong.text);
        }
        let mut right = fields.to_vec();
        right[7].1 = "way/42";
        right.push(("openness.on", "2026-06-30"));
        let saved = send(server, path, &cookie, &right).await;
        assert_eq!(saved.header("location"), "/my/amt-mitte?language=de&done=published", "{}", saved.text);
        let selection = "openness { on languages interpreters contact } identifiers { register osm }";
        let told = public(&world, "amt-mitte", selection).await;
        let openness =
            json!({ "on": "2026-06-30", "languages": ["tr", "ar"], "interpreters": true, "contact": "Zimmer 114" });
        let identifiers = json!({ "register": "HRB 1", "osm": null });
        assert_eq!(
            told,
            json!({ "openness": openness, "identifiers": identifiers }),
            "a number that leads to the place stays"
        );
        let page = get(server, path, &cookie).await;
        assert!(page.text.contains("value=\"way/42\""), "who speaks for it sees it: {}", page.text);
        // Everything taken away again leaves nothing.
        let newest = version(&page);
        let nothing = [
            ("version", newest.as_str()),
            ("name", "Amt Mitte"),
            ("openness.on", ""),
            ("openness.interpreters", ""),
            ("openness.contact", ""),
            ("identifiers.register", ""),
            ("identifiers.osm", ""),
        ];
        assert_eq!(send(server, path, &cookie, &nothing).await.status, 303);
        let told = public(&world, "amt-mitte", "openness { on } identifiers { register }").await;
        assert_eq!(told, json!({ "openness": null, "identifiers": null }));
    }
}

/// What of the place the form of `/my/bunter-kreis` says, beside everything else as it stands.
fn place<'a>(version: &'a str, position: &'a str, precision: &'a str) -> Vec<(&'a str, &'a str)> {
    let address = [("address.street", "Hauptstraße 1"), ("address.city", "Herne")];
    let place = [("version", version), ("location.position", position), ("location.precision", precision)];
    [&place[..], &address[..]].concat()
}

#[tokio::test]
async fn a_member_says_what_everybody_sees_of_the_place() {
    for world in worlds().await {
        let server = &world.server;
        world.organisation("Bunter Kreis").await;
        let (_, cookie) = sign_in(&world, &["--trusted"], "bunter-kreis").await;
        let path = "/my/bunter-kreis?language=de";
        let seen = version(&get(server, path, &cookie).await);
        // Less than the point is to be seen, and nobody knows the point: the address would stay public.
        for position in ["", "in der Stadt", "91, 7"] {
            let wrong = send(server, path, &cookie, &place(&seen, position, "hidden")).await;
            assert_eq!(wrong.status, 422, "{position}: {}", wrong.text);
            assert!(wrong.text.contains("href=\"#field-location-position\""), "{position}: {}", wrong.text);
        }
        let far = send(server, path, &cookie, &place(&seen, "52.5, 13.4", "hidden")).await;
        assert!(far.status == 422 && far.text.contains("weit außerhalb"), "{}", far.text);
        assert!(far.text.contains("value=\"52.5, 13.4\""), "{}", far.text);
        let saved = send(server, path, &cookie, &place(&seen, "51.5386, 7.2257", "hidden")).await;
        assert_eq!(saved.header("location"), "/my/bunter-kreis?language=de&done=published", "{}", saved.text);
        let selection = "address { street } location { latitude longitude precision }";
        let nothing = json!({ "address": null, "location": null });
        assert_eq!(public(&world, "bunter-kreis", selection).await, nothing);
        let page = get(server, path, &cookie).await;
        assert!(page.text.contains("value=\"51.5386, 7.2257\""), "who speaks for it sees it: {}", page.text);
        assert!(page.text.contains("value=\"hidden\" checked"), "{}", page.text);

        // The point alone cannot be taken away: what is secret does not become public by it.
        let newest = version(&page);
        assert_eq!(send(server, path, &cookie, &place(&newest, "", "hidden")).await.status, 422);
        assert_eq!(public(&world, "bunter-kreis", selection).await, nothing);
        assert_eq!(send(server, path, &cookie, &place(&newest, "51.5386, 7.2257", "exact")).await.status, 303);
        let told = public(&world, "bunter-kreis", selection).await;
        let location = json!({ "latitude": 51.5386, "longitude": 7.2257, "precision": "EXACT" });
        assert_eq!(told, json!({ "address": { "street": "Hauptstraße 1" }, "location": location }));
        // Two at once: one moves the point, the other says how much of it is seen.
        let stale = version(&get(server, path, &cookie).await);
        assert_eq!(send(server, path, &cookie, &place(&stale, "51.54, 7.23", "exact")).await.status, 303);
        assert_eq!(send(server, path, &cookie, &place(&stale, "51.5386, 7.2257", "quarter")).await.status, 303);
        let told = public(&world, "bunter-kreis", "location { precision }").await;
        assert_eq!(told["location"]["precision"], "QUARTER", "{told}");
        let page = get(server, path, &cookie).await;
        assert!(page.text.contains("value=\"51.54, 7.23\""), "{}", page.text);
        // Without either the entry has no place.
        let newest = version(&page);
        assert_eq!(send(server, path, &cookie, &place(&newest, "", "exact")).await.status, 303);
        assert_eq!(public(&world, "bunter-kreis", "location { precision }").await, json!({ "location": null }));
    }
}

#[tokio::test]
async fn a_member_says_who_may_see_which_value_of_a_person() {
    for world in worlds().await {
        let server = &world.server;
        world.organisation("Bunter Kreis").await;
        world.organisation("Anderer Kreis").await;
        let (_, cookie) = sign_in(&world, &[], "bunter-kreis").await;
        let path = "/my/bunter-kreis/contacts/new?language=de";
        let nobody = send(server, path, &cookie, &[("version", "0"), ("name.value", " ")]).await;
        assert!(nobody.status == 422 && nobody.text.contains("href=\"#field-name\""), "{}", nobody.text);
        let fields = [
            ("version", "0"),
            ("name.value", "Ada Beispiel"),
            ("name.visibility", "public"),
            ("phone.value", "ruft an"),
            ("phone.visibility", "internal"),
            ("email.value", "ada@verein.example"),
            ("email.visibility", "internal"),
            ("givenOn", "2999-01-01"),
            ("givenBy", "written"),
        ];
        let wrong = send(server, path, &cookie, &fields).await;
        assert_eq!(wrong.status, 422, "{}", wrong.text);
        for part in ["href=\"#field-agreed\"", "href=\"#field-givenOn\"", "value=\"ruft an\"", "value=\"Ada Beispiel\""]
        {
            assert!(wrong.text.contains(part), "{part} in {}", wrong.text);
        }
        let mut right = fields.to_vec();
        right[7].1 = "2026-01-05";
        right.push(("agreed", "1"));
        let wrong = send(server, path, &cookie, &right).await;
        assert!(wrong.status == 422 && wrong.text.contains("href=\"#field-phone\""), "{}", wrong.text);
        right[3].1 = "02323 654321";
        let saved = send(server, path, &cookie, &right).await;
        assert_eq!(saved.header("location"), "/my/bunter-kreis?language=de&done=contact", "{}", saved.text);
        let selection = "contactPersons { name phone email }";
        let told = public(&world, "bunter-kreis", selection).await;
        assert_eq!(told["contactPersons"], json!([{ "name": "Ada Beispiel", "phone": null, "email": null }]));

        let page = get(server, "/my/bunter-kreis?language=de", &cookie).await.text;
        for part in ["ada@verein.example", "nur wir und die Redaktion", "zugestimmt am 5.\u{a0}Januar 2026"] {
            assert!(page.contains(part), "{part} in {page}");
        }
        let (_, rest) = page.split_once("/my/bunter-kreis/contacts/").expect("a person");
        let path = format!("/my/bunter-kreis/contacts/{}?language=de", rest.split('?').next().expect("its end"));
        let form = get(server, &path, &cookie).await;
        assert_eq!((form.header("cache-control"), form.header("x-robots-tag")), ("no-store", "noindex, nofollow"));
        let stale = version(&form);
        let mut same = right.clone();
        same[0].1 = &stale;
        let unchanged = send(server, &path, &cookie, &same).await;
        assert_eq!(unchanged.header("location"), "/my/bunter-kreis?language=de&done=unchanged");
        let mut moved = same.clone();
        moved[3].1 = "02323 1111";
        assert_eq!(send(server, &path, &cookie, &moved).await.status, 303);
        // Somebody else had the form open: theirs stands beside what was typed, and nothing is overwritten.
        let mut late = same.clone();
        late[3].1 = "02323 2222";
        let conflict = send(server, &path, &cookie, &late).await;
        assert_eq!(conflict.status, 409);
        for part in ["value=\"02323 2222\"", "02323 1111", "Jemand anderes"] {
            assert!(conflict.text.contains(part), "{part} in {}", conflict.text);
        }

        let (address, _) = path.split_once('?').expect("a query");
        let withdraw = format!("{address}/withdraw?language=de");
        let done = send(server, &withdraw, &cookie, &[]).await;
        assert_eq!(done.header("location"), "/my/bunter-kreis?language=de&done=consent-withdrawn");
        let told = public(&world, "bunter-kreis", selection).await;
        assert_eq!(told["contactPersons"], json!([]));
        assert_eq!(send(server, &withdraw, &cookie, &[]).await.status, 409, "there is no consent any more");
        // Whose person it is not is told nothing.
        let id = address.rsplit('/').next().expect("an id");
        for foreign in [format!("/my/anderer-kreis/contacts/{id}"), "/my/bunter-kreis/contacts/xyz".to_owned()] {
            assert_eq!(get(server, &foreign, &cookie).await.status, 404, "{foreign}");
        }
        assert!(get(server, address, "").await.header("location").starts_with("/login?"));
    }
}

#[tokio::test]
async fn nobody_gets_at_what_is_not_theirs() {
    let world = worlds().await.into_iter().next().expect("a world");
    let server = &world.server;
    world.organisation("Bunter Kreis").await;
    world.organisation("Anderer Kreis").await;
    let nobody = get(server, "/my/bunter-kreis", "").await;
    assert!(nobody.header("location").ends_with("next=%2Fmy%2Fbunter-kreis"), "{}", nobody.header("location"));
    let (_, cookie) = sign_in(&world, &["--trusted"], "bunter-kreis").await;
    for path in
        ["/my/anderer-kreis", "/my/morgenrotfaehre", "/my/anderer-kreis/offers/new", "/my/anderer-kreis/cooperation"]
    {
        let answers = [get(server, path, &cookie).await, send(server, path, &cookie, &[("name", "Meins")]).await];
        assert_eq!(answers.map(|answer| answer.status), [404, 404], "{path}");
    }
    let offers = told(&world.server, "", "{ offers(first: 1) { nodes { id } } }", json!({})).await;
    let id = offers["data"]["offers"]["nodes"][0]["id"].as_str().expect("an offer").to_owned();
    for path in [format!("/my/bunter-kreis/offers/{id}"), "/my/bunter-kreis/events/xyz".to_owned()] {
        assert_eq!(get(server, &path, &cookie).await.status, 404, "{path}");
    }
    for path in ["/my", "/my/bunter-kreis", "/my/bunter-kreis/verify", "/my/bunter-kreis/cooperation"] {
        let foreign = send_from(server, "https://evil.example", path, &cookie, &[("name", "x")]).await;
        assert_eq!(foreign.status, 403, "{path}");
    }
    let editor = world.somebody("editor", "bo@stelle.example");
    assert!(!editor.is_empty());
    let answer =
        send(server, "/login?language=de", "", &[("email", "bo@stelle.example"), ("password", PASSWORD)]).await;
    assert_eq!(answer.header("location"), "/console", "staff do not come here");
}
