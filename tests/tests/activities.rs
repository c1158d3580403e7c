//! Offers, events and projects as pages, lists and calendars: when they are shown, how precisely, and to whom.

use std::fs;

use chrono::{Days, NaiveDate, Utc};
use serde_json::{Value, json};
use tests::{Answer, Server, accounts, run};

const DATABASE: &str = "sqlite://activities.db";

fn today() -> NaiveDate {
    Utc::now().with_timezone(&chrono_tz::Europe::Berlin).date_naive()
}

/// A day so many days from today, with a time on it.
fn at(days: i64, time: &str) -> String {
    let day = match u64::try_from(days) {
        Ok(ahead) => today() + Days::new(ahead),
        Err(_) => today() - Days::new(days.unsigned_abs()),
    };
    format!("{day}T{time}")
}

fn directory() -> Value {
    let event = |title: &str, starts: String, more: Value| {
        let mut event = json!({ "title": { "de": title }, "startsAt": starts, "languages": ["de"] });
        event.as_object_mut().expect("an object").extend(more.as_object().expect("fields").clone());
        event
    };
    let address = |street: &str| json!({ "street": street, "postcode": "44649", "city": "Herne" });
    let location = |precision: &str| json!({ "longitude": 7.15, "latitude": 51.53, "precision": precision });
    json!({
        "format": "bruecke-directory", "version": 1,
        "themes": [
            { "slug": "language", "label": { "de": "Sprache" }, "fieldsOfAction": ["opening"] },
            { "slug": "health", "label": { "de": "Gesundheit" }, "fieldsOfAction": ["opening"] },
        ],
        "actors": [
            {
                "type": "organisation", "slug": "verein", "kind": "culture", "name": "Verein Linde",
                "address": address("Lindenweg 1"), "location": location("exact"), "freeOfCharge": true,
                "phone": "02323 9999-50",
                "offers": [
                    { "title": { "de": "Nähkurs für Anfängerinnen" }, "schedule": "Tu 10:00-12:00",
                      "languages": ["tr", "de"], "targetGroups": ["women"], "themes": ["language"],
                      "cost": { "de": "3 Euro" }, "registrationUrl": "https://anmeldung.example.org/naehen" },
                    { "title": { "de": "Beratung am Abend" }, "schedule": "Th 18:00-20:00", "languages": ["ro"],
                      "themes": ["health"] },
                    { "title": { "de": "Längst vorbei" }, "validUntil": "2020-01-01" },
                    { "title": { "de": "Heimlicher Entwurf" }, "status": "draft", "id": "0198a000-0000-7000-8000-000000000009" },
                ],
                "events": [
                    event("Ausstellung", at(-6, "10:00"), json!({ "endsAt": at(20, "18:00") })),
                    event("Heute Tanz", at(0, "00:00"), json!({})),
                    event("Sommerfest", at(40, "14:00"), json!({ "endsAt": at(40, "22:45"), "themes": ["health"] })),
                    event("Tag der Vereine", at(41, "00:00"), json!({ "allDay": true })),
                    event("Chorprobe", at(3, "19:00"), json!({
                        "endsAt": at(3, "21:00"), "recurrence": "FREQ=WEEKLY",
                        "excludedDates": [(today() + Days::new(10)).to_string()],
                    })),
                    event("Lesung", at(5, "18:00"), json!({
                        "cancelled": true, "registrationUrl": "https://anmeldung.example.org/lesung",
                    })),
                    event("Gestern", at(-1, "18:00"), json!({ "endsAt": at(-1, "20:00") })),
                    event("Geheimes Fest", at(2, "18:00"), json!({
                        "status": "draft", "id": "0198a000-0000-7000-8000-000000000008",
                    })),
                ],
            },
            {
                "type": "organisation", "slug": "zuflucht", "kind": "women", "name": "Zuflucht Weide",
                "address": address("Geheimgasse 7"), "location": location("hidden"),
                "offers": [{ "title": { "de": "Offenes Gespräch" }, "place": address("Verstecksteig 3") }],
                "events": [event("Teestunde", at(4, "15:00"), json!({ "place": address("Verstecksteig 3") }))],
            },
        ],
        "projects": [{ "actors": ["verein", "zuflucht"], "title": { "de": "Gemeinsam lesen" }, "since": "2026-01-01",
                       "funding": "Musterstiftung" }],
    })
}

struct Town {
    folder: tempfile::TempDir,
    server: Server,
}

impl Town {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("town.json"), directory().to_string()).expect("a file can be written");
        run(folder.path(), &["import", "--database", DATABASE, "town.json"]).ok();
        let server = Server::start(folder.path(), DATABASE);
        Self { folder, server }
    }

    /// The path of the page of an offer or event with a title.
    async fn page_of(&self, title: &str) -> String {
        let all = self
            .server
            .ask("{ offers(first: 99) { nodes { title pageSlug } } events(first: 99) { nodes { title pageSlug } } }")
            .await;
        let find = |kind: &str, folder: &str| {
            let nodes = all[kind]["nodes"].as_array().expect("nodes").iter();
            let slug = nodes.filter(|node| node["title"] == title).find_map(|node| node["pageSlug"].as_str());
            slug.map(|slug| format!("/{folder}/{slug}"))
        };
        find("offers", "offer").or_else(|| find("events", "event")).unwrap_or_else(|| panic!("{title}: {all}"))
    }

    async fn page(&self, title: &str) -> Answer {
        let path = self.page_of(title).await;
        let answer = self.server.get(&path).await;
        assert_eq!(answer.status, 200, "{path}");
        answer
    }
}

/// What is read, without elements and marks of direction.
fn read(answer: &Answer) -> String {
    let mut text = String::new();
    let mut inside = false;
    for letter in answer.text.chars() {
        match letter {
            '<' => inside = true,
            '>' => (inside, text) = (false, text + " "),
            '\u{2060}' | '\u{2066}' | '\u{2069}' => {}
            letter if !inside => text.push(letter),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn json_ld(answer: &Answer) -> Value {
    let begin = "<script type=\"application/ld+json\">";
    let json = answer.text.split(begin).nth(1).and_then(|rest| rest.split("</script>").next());
    serde_json::from_str(json.expect("JSON-LD")).expect("JSON")
}

#[tokio::test]
async fn what_runs_is_shown_until_it_ends_and_everywhere_alike() {
    let town = Town::new();
    let now = Utc::now().to_rfc3339();
    let asked = format!("{{ events(first: 99, filter: {{ from: \"{now}\" }}) {{ nodes {{ title }} }} }}");
    let answer = town.server.ask(&asked).await;
    let api: Vec<&str> =
        answer["events"]["nodes"].as_array().expect("nodes").iter().filter_map(|node| node["title"].as_str()).collect();
    let profile = town.server.get("/organisation/verein").await.text;
    let list = town.server.get("/events").await.text;
    let calendar = town.server.get("/events.ics").await.text;
    let of_actor = town.server.get("/events.ics?actor=verein").await.text;
    for title in ["Ausstellung", "Heute Tanz", "Sommerfest", "Tag der Vereine", "Chorprobe", "Lesung"] {
        assert!(api.contains(&title), "{title}: {api:?}");
        assert!(profile.contains(title) && list.contains(title), "{title}");
        let line = format!("SUMMARY;LANGUAGE=de:{title}\r\n");
        assert!(calendar.contains(&line) && of_actor.contains(&line), "{title}: {calendar}");
    }
    for title in ["Gestern", "Geheimes Fest"] {
        assert!(!api.contains(&title), "{title}");
        for text in [&profile, &list, &calendar, &of_actor] {
            assert!(!text.contains(title), "{title}");
        }
    }
    assert!(calendar.contains("Teestunde") && !of_actor.contains("Teestunde"));
    assert!(list.contains("Läuft gerade"), "the exhibition");
    assert!(profile.contains("href=\"/events.ics?actor=verein\"") && profile.contains("href=\"webcal://"), "{profile}");
}

#[tokio::test]
async fn the_page_of_an_offer_says_what_when_where_and_whose() {
    let town = Town::new();
    let path = town.page_of("Nähkurs für Anfängerinnen").await;
    let page = town.server.get(&path).await;
    let text = read(&page);
    for said in
        ["Nähkurs für Anfängerinnen", "Di 10–12 Uhr", "Lindenweg 1", "3 Euro", "Türkisch", "Frauen", "02323 9999-50"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    for link in
        ["href=\"/organisation/verein\"", "href=\"https://anmeldung.example.org/naehen\"", "href=\"/theme/language\""]
    {
        assert!(page.text.contains(link), "{link}");
    }
    let data = json_ld(&page);
    assert_eq!((&data["@type"], &data["provider"]["name"]), (&json!("Service"), &json!("Verein Linde")), "{data}");
    assert!(page.text.contains(&format!("<link rel=\"canonical\" href=\"{}{path}\"", town.server.base())));
    assert!(page.text.contains("hreflang=\"ar\"") && page.text.contains("property=\"og:title\""));
    let arabic = town.server.get(&format!("/ar{path}")).await;
    assert!(arabic.status == 200 && arabic.text.contains("dir=\"rtl\""));
    let map = town.server.get("/sitemap.xml").await.text;
    assert!(map.contains(&format!("<loc>{}{path}</loc>", town.server.base())));
    assert!(town.server.get("/organisation/verein").await.text.contains(&format!("href=\"{path}\"")));
}

#[tokio::test]
async fn an_address_holds_whatever_becomes_of_the_title() {
    let town = Town::new();
    let path = town.page_of("Sommerfest").await;
    let (_, id) = path.rsplit_once('-').expect("an id");
    for other in [format!("/event/winterfest-{id}"), format!("/event/{id}")] {
        assert_eq!(town.server.redirect_of(&other).await, (301, path.clone()), "{other}");
        assert_eq!(town.server.get(&format!("{other}.ics")).await.status, 200, "a calendar goes on being read");
    }
    for nothing in ["/event/sommerfest", "/event/00000000000000000000000000", &path.replace("/event/", "/offer/")] {
        assert_eq!(town.server.get(nothing).await.status, 404, "{nothing}");
    }
}

#[tokio::test]
async fn an_event_tells_its_end_its_exceptions_and_that_it_is_cancelled() {
    let town = Town::new();
    let fest = town.page("Sommerfest").await;
    assert!(read(&fest).contains("14–22:45 Uhr") && fest.text.contains("In meinen Kalender"), "{}", read(&fest));
    let data = json_ld(&fest);
    assert_eq!((&data["@type"], &data["eventStatus"]), (&json!("Event"), &json!("https://schema.org/EventScheduled")));
    assert!(data["endDate"].as_str().is_some_and(|end| end.contains("T22:45:00")), "{data}");
    let day = town.page("Tag der Vereine").await;
    assert!(read(&day).contains("ganztägig"));
    assert_eq!(json_ld(&day)["startDate"], (today() + Days::new(41)).to_string());
    let calendar = town.server.get(&format!("{}.ics", town.page_of("Tag der Vereine").await)).await;
    assert_eq!((calendar.status, calendar.content_type.as_str()), (200, "text/calendar; charset=utf-8"));
    let first = (today() + Days::new(41)).format("%Y%m%d");
    assert!(calendar.text.contains(&format!("DTSTART;VALUE=DATE:{first}\r\n")), "{}", calendar.text);
    assert_eq!(calendar.text.matches("BEGIN:VEVENT").count(), 1);
    let cancelled = town.page("Lesung").await;
    assert!(read(&cancelled).contains("Diese Veranstaltung wurde abgesagt."));
    assert_eq!(json_ld(&cancelled)["eventStatus"], "https://schema.org/EventCancelled");
    assert!(cancelled.text.contains("https://anmeldung.example.org/lesung"));
    let calendar = town.server.get(&format!("{}.ics", town.page_of("Lesung").await)).await.text;
    assert!(calendar.contains("STATUS:CANCELLED\r\n"), "{calendar}");
    let choir = town.page("Chorprobe").await;
    let (kept, left_out) = (today() + Days::new(17), today() + Days::new(10));
    assert!(choir.text.contains(&format!("datetime=\"{kept}T19:00\"")), "{}", choir.text);
    assert!(!choir.text.contains(&format!("datetime=\"{left_out}T19:00\"")) && read(&choir).contains("Fällt aus am:"));
    let calendar = town.server.get(&format!("{}.ics", town.page_of("Chorprobe").await)).await.text;
    let line = format!("EXDATE;TZID=Europe/Berlin:{}T190000\r\n", left_out.format("%Y%m%d"));
    assert!(calendar.contains(&line), "{calendar}");
}

#[tokio::test]
async fn a_hidden_place_is_told_by_no_page_list_or_calendar() {
    let town = Town::new();
    let (tea, talk) = (town.page_of("Teestunde").await, town.page_of("Offenes Gespräch").await);
    let calendar = format!("{tea}.ics");
    for path in
        [&tea, &talk, &calendar, "/events", "/offers", "/events.ics", "/organisation/zuflucht", "/events?view=month"]
    {
        let answer = town.server.get(path).await;
        assert_eq!(answer.status, 200, "{path}");
        for street in ["Verstecksteig", "Geheimgasse"] {
            assert!(!answer.text.contains(street), "{path} tells {street}");
        }
    }
}

#[tokio::test]
async fn what_was_never_public_is_not_there_and_what_was_is_gone() {
    let town = Town::new();
    let editor = accounts::account(town.folder.path(), DATABASE, "editor", "ada@example.org", &[]);
    let unknown = town.server.get("/event/fest-01k2g00000e008000000000007").await;
    for draft in
        ["/event/geheimes-fest-01k2g00000e008000000000008", "/offer/heimlicher-entwurf-01k2g00000e008000000000009"]
    {
        let hidden = town.server.get(draft).await;
        assert_eq!((hidden.status, &hidden.text), (404, &unknown.text), "{draft}");
        assert_eq!(town.server.get(&format!("{draft}.ics")).await.status, 404, "{draft}");
    }
    for title in ["Sommerfest", "Beratung am Abend"] {
        let path = town.page_of(title).await;
        let kind = if path.starts_with("/event") { "Event" } else { "Offer" };
        let slug = path.rsplit('/').next().expect("a slug").to_owned();
        let list = if kind == "Event" { "events" } else { "offers" };
        let all = town.server.ask(&format!("{{ {list}(first: 99) {{ nodes {{ id pageSlug version }} }} }}")).await;
        let node = all[list]["nodes"].as_array().expect("nodes").iter().find(|node| node["pageSlug"] == slug.as_str());
        let node = node.expect("the entry").clone();
        let sight = json!({ "id": node["id"], "expectedVersion": node["version"] });
        accounts::done(&town.server, &editor, &format!("archive{kind}"), sight, "").await;
        let gone = town.server.get(&path).await;
        assert_eq!(gone.status, 410, "{path}");
        assert_eq!(town.server.get(&format!("{path}/sheet")).await.status, 410, "{path}");
        assert!(gone.text.contains("nicht mehr veröffentlicht"));
    }
    let list = town.server.get("/events?view=month").await;
    assert_eq!(list.status, 200);
}

#[tokio::test]
async fn offers_are_found_by_what_they_say_and_whose_they_are() {
    let town = Town::new();
    for (query, expected) in [
        ("", &["Nähkurs für Anfängerinnen", "Beratung am Abend", "Offenes Gespräch"][..]),
        ("?language=tr", &["Nähkurs für Anfängerinnen"]),
        ("?theme=health", &["Beratung am Abend"]),
        ("?group=women", &["Nähkurs für Anfängerinnen"]),
        ("?day=tuesday", &["Nähkurs für Anfängerinnen"]),
        ("?time=evening", &["Beratung am Abend"]),
        ("?free=yes", &["Nähkurs für Anfängerinnen", "Beratung am Abend"]),
        ("?actor=zuflucht", &["Offenes Gespräch"]),
        ("?kind=women", &["Offenes Gespräch"]),
        ("?not_language=tr&free=yes", &["Beratung am Abend"]),
        ("?age=200", &[]),
    ] {
        let page = town.server.get(&format!("/offers{query}")).await;
        if query == "?age=200" {
            assert_eq!(page.status, 400, "{query}");
            continue;
        }
        assert_eq!(page.status, 200, "{query}");
        for title in [
            "Nähkurs für Anfängerinnen",
            "Beratung am Abend",
            "Offenes Gespräch",
            "Längst vorbei",
            "Heimlicher Entwurf",
        ] {
            let is_listed = page.text.contains(&format!("\">{title}</a></h2>"));
            assert_eq!(is_listed, expected.contains(&title), "{query}: {title}");
        }
    }
    let nothing = town.server.get("/offers?language=pl").await;
    assert!(nothing.status == 200 && read(&nothing).contains("Kein Angebot gefunden"), "{}", read(&nothing));
    assert_eq!(town.server.get("/offers?theme=langage").await.status, 400);
}

#[tokio::test]
async fn events_stand_in_a_list_a_week_and_a_month_and_in_the_calendar_of_a_filter() {
    let town = Town::new();
    let health = town.server.get("/events?theme=health").await;
    assert!(health.text.contains("Sommerfest") && !health.text.contains("Chorprobe"), "{}", read(&health));
    assert!(health.text.contains("href=\"/events.ics?theme=health\""));
    let calendar = town.server.get("/events.ics?theme=health").await.text;
    assert!(calendar.contains("SUMMARY;LANGUAGE=de:Sommerfest\r\n"));
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1, "{calendar}");
    let week = town.server.get("/events?view=week").await;
    assert!(week.status == 200 && week.text.contains("Ausstellung"), "what has begun stands in the week");
    let far = today() + Days::new(40);
    let month = town.server.get(&format!("/events?view=month&from={far}")).await;
    assert!(month.text.contains("Sommerfest") && month.text.contains("Chorprobe"), "{}", read(&month));
    let later = town.server.get(&format!("/events?from={}", today() + Days::new(42))).await;
    assert!(!later.text.contains("Sommerfest") && later.text.contains("Chorprobe"));
    let weekday = format!("{}", (today() + Days::new(3)).format("%A")).to_lowercase();
    let of_day = town.server.get(&format!("/events?day={weekday}&time=evening")).await;
    assert!(of_day.text.contains("Chorprobe"), "{}", read(&of_day));
    for wrong in ["view=year", "from=tomorrow", "theme=langage"] {
        assert_eq!(town.server.get(&format!("/events?{wrong}")).await.status, 400, "{wrong}");
        let is_of_pages = wrong.starts_with("view") || wrong.starts_with("from");
        assert!(is_of_pages || town.server.get(&format!("/events.ics?{wrong}")).await.status == 400, "{wrong}");
    }
}

#[tokio::test]
async fn the_search_names_what_it_found_and_leads_there() {
    let town = Town::new();
    let found = town.server.get("/?text=Drachenbootnähkurs").await;
    assert_eq!(found.status, 200);
    let (offer, event) = (town.page_of("Nähkurs für Anfängerinnen").await, town.page_of("Sommerfest").await);
    for (text, path) in [("Nähkurs", offer), ("Sommerfest", event)] {
        let page = town.server.get(&format!("/?text={text}")).await;
        assert!(page.text.contains(&format!("href=\"{path}\"")), "{text}: {}", read(&page));
        assert!(page.text.contains("href=\"/offers") && page.text.contains("href=\"/events"), "the other lists");
        let asked = "{ ... on Offer { pageSlug } ... on Event { pageSlug } }";
        let suggested = town.server.ask(&format!("{{ suggest(text: \"{text}\", first: 9) {asked} }}")).await;
        let slug = path.rsplit('/').next().expect("a slug").to_owned();
        assert!(suggested.to_string().contains(&slug), "{text}: {suggested}");
    }
    let project = town.server.ask("{ actor(slug: \"verein\") { projects { pageSlug } } }").await;
    let path = format!("/project/{}", project["actor"]["projects"][0]["pageSlug"].as_str().expect("a slug"));
    let page = town.server.get(&path).await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("Musterstiftung") && page.text.contains("href=\"/organisation/zuflucht\""));
    assert_eq!(json_ld(&page)["@type"], "Project");
}

#[tokio::test]
async fn who_asks_for_nothing_but_events_is_shown_those_of_the_period() {
    let (_folder, server) = Server::with_settings("");
    for (path, question, view) in [
        ("/", "Veranstaltungen im Dezember", "view=month&from="),
        ("/tr/", "gelecek hafta etkinlikler", "view=week&from="),
        ("/events", "nächste Woche", "view=week&from="),
    ] {
        let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("text", question).finish();
        let (status, location) = server.redirect_of(&format!("{path}?{query}")).await;
        let page = if path == "/tr/" { "/tr/events?" } else { "/events?" };
        assert!(status == 303 && location.starts_with(page) && location.contains(view), "{question}: {location}");
        assert_eq!(server.get(&location).await.status, 200, "{question}");
    }
    // Whoever asks for more is shown who does it, and the way to the events.
    let query = "question=Was+ist+im+Dezember+in+Wanne+los%3F&district=wanne";
    let list = server.get(&format!("/?{query}")).await.text;
    assert!(list.contains("href=\"/events?") && list.contains("view=month"), "{list}");
}
