//! Whether offers take people on: said by one tap on `/my`, found by filters, shown on every page, and over by itself at
//! the end of its day; on both databases.

use std::fs;

use chrono::{Days, NaiveDate, Utc};
use serde_json::{Value, json};
use tests::{
    Answer, Server, World,
    accounts::{done, refused, told},
    databases, run,
    session::{self, get, send},
    worlds,
};

const TOLD: &str = "availability freePlaces availabilityUntil";

/// The day it is in the directory's time zone.
fn today() -> NaiveDate {
    Utc::now().with_timezone(&chrono_tz::Europe::Berlin).date_naive()
}

fn in_days(days: u64) -> String {
    (today() + Days::new(days)).to_string()
}

/// A member without any trust, signed in.
async fn sign_in(world: &World, slug: &str) -> String {
    let email = format!("{slug}@verein.example");
    session::sign_in(world, "member", &["--actor", slug], &email).await.1
}

/// A published offer of an actor: `id` and `pageSlug`.
async fn offer(world: &World, actor: &str, title: &str) -> Value {
    let text = json!([{ "language": "de", "text": title }]);
    let input = json!({ "actor": actor, "kind": "SERVICE", "title": text, "publish": true });
    world.done("createOffer", input, "offer { id pageSlug }").await["offer"].take()
}

/// What the public is told of an offer.
async fn told_of(server: &Server, id: &Value) -> Value {
    let query = format!("query($id: ID!) {{ node(id: $id) {{ ... on Offer {{ {TOLD} }} }} }}");
    told(server, "", &query, json!({ "id": id })).await["data"]["node"].take()
}

/// The titles of the offers that an availability leaves, and the names of the actors.
async fn slugs_by_availability(server: &Server, word: &str) -> (Vec<String>, Vec<String>) {
    let query = format!(
        "{{ offers(filter: {{ availability: [{word}] }}) {{ nodes {{ title }} }} \
            actors(filter: {{ availability: [{word}] }}) {{ nodes {{ name }} }} }}"
    );
    let mut answer = server.ask(&query).await;
    let mut texts = |list: &str, field: &str| {
        let nodes = answer[list]["nodes"].take();
        let nodes = nodes.as_array().expect("nodes").iter();
        nodes.map(|node| node[field].as_str().expect("a text").to_owned()).collect::<Vec<_>>()
    };
    (texts("offers", "title"), texts("actors", "name"))
}

/// The address of the form of an offer on the page of an entry.
fn form_of(page: &Answer, title: &str) -> String {
    let (before, _) = page.text.split_once(&format!("aria-label=\"Plätze frei: {title}\"")).expect("the form");
    let (_, action) = before.rsplit_once("action=\"").expect("an action");
    action.split('"').next().expect("its end").to_owned()
}

fn version(page: &Answer, form: &str) -> String {
    let (_, rest) = page.text.split_once(form).expect("the form");
    let (_, rest) = rest.split_once("name=\"version\" value=\"").expect("a version");
    rest.split('"').next().expect("its end").to_owned()
}

#[tokio::test]
async fn a_member_says_it_by_one_tap_and_everybody_sees_it_at_once() {
    for world in worlds().await {
        let server = &world.server;
        world.organisation("Bunter Kreis").await;
        let offer = offer(&world, "bunter-kreis", "Nähkurs <mit> Anna").await;
        let path = format!("/offer/{}", offer["pageSlug"].as_str().expect("a slug"));
        let cookie = sign_in(&world, "bunter-kreis").await;
        let page = get(server, "/my/bunter-kreis?language=de", &cookie).await;
        assert!(page.text.contains("Ob Plätze frei sind, steht noch nicht da."), "{}", page.text);
        assert!(page.text.contains(&format!("value=\"{}\"", in_days(28))), "four weeks stand there: {}", page.text);
        let form = form_of(&page, "Nähkurs &lt;mit&gt; Anna");
        let seen = version(&page, &form);
        let fields =
            [("version", seen.as_str()), ("until", &in_days(10)), ("places", "3"), ("availability", "places-free")];
        let answer = send(server, &form, &cookie, &fields).await;
        assert_eq!(answer.header("location"), "/my/bunter-kreis?language=de&done=availability", "{}", answer.text);
        let now = json!({ "availability": "PLACES_FREE", "freePlaces": 3, "availabilityUntil": in_days(10) });
        assert_eq!(told_of(server, &offer["id"]).await, now);
        let nobody = (Vec::new(), Vec::new());
        let (titles, names) = slugs_by_availability(server, "PLACES_FREE").await;
        assert_eq!(
            (titles.as_slice(), names.as_slice()),
            (&["Nähkurs <mit> Anna".to_owned()][..], &["Bunter Kreis".to_owned()][..])
        );
        assert_eq!(slugs_by_availability(server, "PAUSED").await, nobody);
        for page in [path.as_str(), "/organisation/bunter-kreis", "/offers?availability=places-free"] {
            let text = server.get(page).await.text;
            assert!(text.contains("3 Plätze frei") && text.contains("gilt bis"), "{page}: {text}");
        }
        let page = server.get(&path).await.text;
        let sheet = server.get(&format!("{path}/sheet")).await.text;
        assert!(sheet.contains("3 Plätze frei"), "{sheet}");
        assert!(page.contains("https://schema.org/InStock") && page.contains("\"inventoryLevel\""), "{page}");
        assert!(server.get("/offers?availability=waiting-list").await.text.contains("Warteliste"), "the chip");
        let english = server.get(&format!("/en{path}")).await;
        assert!(english.status == 200 && english.text.contains("3 places free"), "{}", english.text);

        // A number that is left in the field says nothing of a waiting list.
        let page = get(server, "/my/bunter-kreis?language=de", &cookie).await;
        assert!(page.text.contains("3 Plätze frei"), "{}", page.text);
        let newest = version(&page, &form);
        let fields = [("version", newest.as_str()), ("until", ""), ("places", "3"), ("availability", "waiting-list")];
        assert_eq!(send(server, &form, &cookie, &fields).await.status, 303);
        let now = json!({ "availability": "WAITING_LIST", "freePlaces": null, "availabilityUntil": in_days(28) });
        assert_eq!(told_of(server, &offer["id"]).await, now);
        // Whoever read before that has read something else.
        let fields = [("version", newest.as_str()), ("until", ""), ("places", ""), ("availability", "paused")];
        let late = send(server, &form, &cookie, &fields).await;
        assert!(late.status == 409 && late.text.contains("inzwischen geändert"), "{}", late.text);
        assert_eq!(told_of(server, &offer["id"]).await, now);
        let newest = version(&late, &form);
        let fields = [("version", newest.as_str()), ("until", &in_days(5)), ("availability", "")];
        assert_eq!(send(server, &form, &cookie, &fields).await.status, 303);
        let nothing = json!({ "availability": null, "freePlaces": null, "availabilityUntil": null });
        assert_eq!(told_of(server, &offer["id"]).await, nothing);
        // The history says who it was, as a role.
        let selection = "entry(id: $id) { history(first: 3) { nodes { by fieldChanges { field } } } }";
        let history =
            world.read(&world.editor, selection, json!({ "id": offer["id"] })).await["entry"]["history"].take();
        let fields = &history["nodes"][0]["fieldChanges"];
        assert_eq!(
            (&history["nodes"][0]["by"], fields),
            (&json!("MEMBER"), &json!([{ "field": "availability" }, { "field": "availabilityUntil" }]))
        );
    }
}

#[tokio::test]
async fn what_is_wrong_is_named_and_what_was_typed_stays() {
    let world = worlds().await.into_iter().next().expect("a world");
    let server = &world.server;
    world.organisation("Bunter Kreis").await;
    let offer = offer(&world, "bunter-kreis", "Nähkurs").await;
    let cookie = sign_in(&world, "bunter-kreis").await;
    let form = form_of(&get(server, "/my/bunter-kreis?language=de", &cookie).await, "Nähkurs");
    let yesterday = (today() - Days::new(1)).to_string();
    let far = in_days(200);
    for (until, places, word, part) in [
        (yesterday.as_str(), "", "paused", "liegt in der Vergangenheit; möglich ist"),
        (&far, "", "places-free", "liegt zu weit in der Zukunft; möglich ist"),
        ("bald", "", "paused", "ist kein Tag, der hier geht"),
        ("", "viele", "places-free", "ist keine Zahl von 1 bis 999"),
        ("", "0", "places-free", "ist keine Zahl von 1 bis 999"),
        ("", "", "voll", "role=\"alert\""),
    ] {
        let fields = [("version", "1"), ("until", until), ("places", places), ("availability", word)];
        let wrong = send(server, &form, &cookie, &fields).await;
        assert_eq!(wrong.status, 422, "{until} {places} {word}");
        assert!(wrong.text.contains(part), "{part} in {}", wrong.text);
        assert!(wrong.text.contains(&format!("value=\"{until}\"")), "{until} stays: {}", wrong.text);
        assert!(places.is_empty() || wrong.text.contains(&format!("value=\"{places}\"")), "{places} stays");
    }
    let arabic = form.replace("language=de", "language=ar");
    let wrong =
        send(server, &arabic, &cookie, &[("version", "1"), ("until", &yesterday), ("availability", "paused")]).await;
    assert!(wrong.status == 422 && wrong.text.contains("يقع في الماضي"), "{}", wrong.text);
    assert_eq!(told_of(server, &offer["id"]).await["availability"], Value::Null);
    let input =
        json!({ "id": offer["id"], "expectedVersion": 1, "availability": "PLACES_FREE", "freePlaces": 100_000 });
    assert_eq!(refused(server, &world.editor, "setAvailability", input).await, ["freePlaces UNREADABLE"]);
    let filter = told(server, "", "{ offers(filter: { availability: [FULL] }) { totalCount } }", json!({})).await;
    assert!(filter["errors"].is_array(), "{filter}");
    assert_eq!(server.get("/export/actors.csv?availability=full").await.status, 400);
}

#[tokio::test]
async fn nobody_says_it_of_offers_that_are_not_theirs() {
    for world in worlds().await {
        let server = &world.server;
        world.organisation("Bunter Kreis").await;
        let other = world.organisation("Anderer Kreis").await;
        let own = offer(&world, "bunter-kreis", "Nähkurs").await;
        let stranger = world.member(&other, "otto@verein.example");
        let cookie = sign_in(&world, "bunter-kreis").await;
        offer(&world, "anderer-kreis", "Fremder Kurs").await;
        let theirs = sign_in(&world, "anderer-kreis").await;
        let theirs = form_of(&get(server, "/my/anderer-kreis?language=de", &theirs).await, "Fremder Kurs");
        let foreign = theirs.split('/').nth(4).expect("an id").to_owned();
        let form = form_of(&get(server, "/my/bunter-kreis?language=de", &cookie).await, "Nähkurs");
        // The same form with other addresses.
        let own_id = form.split('/').nth(4).expect("an id").to_owned();
        let fields = [("version", "1"), ("availability", "paused")];
        for path in [
            form.replace("bunter-kreis", "anderer-kreis"),
            form.replace(&own_id, &foreign),
            form.replace(&own_id, "01900000-0000-7000-8000-000000000001"),
            form.replace(&own_id, "xyz"),
        ] {
            assert_eq!(send(server, &path, &cookie, &fields).await.status, 404, "{path}");
        }
        let nobody = send(server, &form, "", &fields).await;
        assert!(
            nobody.status == 303 && nobody.header("location").starts_with("/login"),
            "{}",
            nobody.header("location")
        );
        let input = json!({ "id": own["id"], "expectedVersion": 1, "availability": "PAUSED" });
        assert_eq!(refused(server, &stranger, "setAvailability", input.clone()).await, ["- FORBIDDEN"]);
        assert_eq!(refused(server, "", "setAvailability", input.clone()).await, ["- UNAUTHENTICATED"]);
        assert_eq!(told_of(server, &own["id"]).await["availability"], Value::Null);
        done(server, &world.editor, "setAvailability", input, "offer { availability }").await;
        // An offer that is not public is found by nobody, whatever it says.
        let archive = json!({ "id": own["id"], "expectedVersion": 2 });
        world.done("archiveOffer", archive, "").await;
        assert_eq!(slugs_by_availability(server, "PAUSED").await, (Vec::new(), Vec::new()));
    }
}

#[tokio::test]
async fn what_was_said_is_over_with_its_day_and_files_keep_it() {
    let yesterday = (today() - Days::new(1)).to_string();
    let offer = |title: &str, word: &str, until: &str| json!({ "title": { "de": title }, "availability": word, "availabilityUntil": until });
    let mut counted = offer("Heute noch", "places-free", &today().to_string());
    counted["freePlaces"] = json!(1);
    let directory = json!({
        "format": "bruecke-directory", "version": 1,
        "actors": [{
            "type": "organisation", "kind": "women", "slug": "verein", "name": "Verein",
            "offers": [offer("Gestern", "places-free", &yesterday), counted],
        }, {
            "type": "organisation", "kind": "women", "slug": "alter-verein", "name": "Alter Verein",
            "offers": [offer("Auch gestern", "waiting-list", &yesterday)],
        }],
    });
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("a.json"), directory.to_string()).expect("written");
        run(folder.path(), &["import", "--database", &database.url, "a.json"]).ok();
        let server = Server::start(folder.path(), &database.url);
        let answer = server.ask(&format!("{{ offers {{ nodes {{ title {TOLD} }} }} }}")).await;
        let nothing = |title: &str| json!({ "title": title, "availability": null, "freePlaces": null, "availabilityUntil": null });
        let today = json!({ "title": "Heute noch", "availability": "PLACES_FREE", "freePlaces": 1, "availabilityUntil": today().to_string() });
        assert_eq!(answer["offers"]["nodes"], json!([nothing("Auch gestern"), nothing("Gestern"), today]));
        assert_eq!(
            slugs_by_availability(&server, "PLACES_FREE").await,
            (vec!["Heute noch".to_owned()], vec!["Verein".to_owned()])
        );
        assert_eq!(slugs_by_availability(&server, "WAITING_LIST").await, (Vec::new(), Vec::new()));
        let page = server.get("/organisation/alter-verein").await.text;
        assert!(!page.contains("Warteliste"), "{page}");
        let page = server.get("/organisation/verein").await.text;
        assert!(page.contains("1 Platz frei"), "{page}");
        let lines = server.get("/export/actors.ndjson?availability=places-free").await.text;
        assert_eq!(lines.lines().count(), 1, "{lines}");

        // Out and in again, nothing changes.
        run(folder.path(), &["export", "--database", &database.url, "--everything", "b.json"]).ok();
        let exported = fs::read_to_string(folder.path().join("b.json")).expect("a file");
        assert!(exported.contains("\"waiting-list\"") && exported.contains("\"freePlaces\""), "{exported}");
        let again = run(folder.path(), &["import", "--database", &database.url, "b.json"]).ok();
        let shown = server.ask(&format!("{{ offers {{ nodes {{ title {TOLD} }} }} directory {{ version }} }}")).await;
        assert_eq!(shown["offers"], answer["offers"], "{}", again.stdout);
        run(folder.path(), &["export", "--database", &database.url, "--everything", "c.json"]).ok();
        assert_eq!(fs::read_to_string(folder.path().join("c.json")).expect("a file"), exported);
    }
    let wrong = json!({
        "format": "bruecke-directory", "version": 1,
        "actors": [{
            "type": "organisation", "kind": "women", "slug": "verein", "name": "Verein",
            "offers": [{ "title": { "de": "A" }, "availability": "full" }, { "title": { "de": "B" }, "availability": "paused" }],
        }],
    });
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.json"), wrong.to_string()).expect("written");
    let refused = run(folder.path(), &["import", "--database", "sqlite://wrong.db", "a.json"]);
    assert!(refused.stderr.contains("expected one of `places-free`, `waiting-list`, `paused`"), "{}", refused.stderr);
    assert!(refused.stderr.contains("availabilityUntil"), "{}", refused.stderr);
    let far = json!({
        "format": "bruecke-directory", "version": 1,
        "actors": [{
            "type": "organisation", "kind": "women", "slug": "verein", "name": "Verein",
            "offers": [offer("A", "paused", &in_days(30)), offer("B", "paused", &in_days(300))],
        }],
    });
    fs::write(folder.path().join("b.json"), far.to_string()).expect("written");
    let refused = run(folder.path(), &["import", "--database", "sqlite://wrong.db", "b.json"]);
    assert!(refused.stderr.contains("actors[0].offers[1].availabilityUntil: lies too far ahead"), "{}", refused.stderr);
    assert!(!refused.stderr.contains("offers[0]"), "{}", refused.stderr);
}
