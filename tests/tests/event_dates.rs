//! The dates of events: which first starts are taken, what pages say when dates are cancelled, and on which days of a
//! week and a month an event stands.

use std::fs;

use chrono::{Datelike, Days, NaiveDate, Utc};
use serde_json::{Value, json};
use tests::{Server, accounts, run};

const DATABASE: &str = "sqlite://dates.db";

fn today() -> NaiveDate {
    Utc::now().with_timezone(&chrono_tz::Europe::Berlin).date_naive()
}

fn day(ahead: u64) -> NaiveDate {
    today() + Days::new(ahead)
}

/// A directory with one actor that hosts some events.
fn directory(events: &[Value]) -> String {
    json!({
        "format": "bruecke-directory", "version": 1,
        "actors": [{ "type": "organisation", "slug": "verein", "kind": "culture", "name": "Verein Linde", "events": events }],
    })
    .to_string()
}

fn event(title: &str, starts_at: &str, more: &Value) -> Value {
    let mut event = json!({ "title": { "de": title }, "startsAt": starts_at });
    event.as_object_mut().expect("an object").extend(more.as_object().expect("fields").clone());
    event
}

fn start(events: &[Value]) -> (tempfile::TempDir, Server) {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("town.json"), directory(events)).expect("a file can be written");
    run(folder.path(), &["import", "--database", DATABASE, "town.json"]).ok();
    let server = Server::start(folder.path(), DATABASE);
    (folder, server)
}

/// The path of the page of an event.
async fn page_of(server: &Server, title: &str) -> String {
    let all = server.ask("{ events(first: 99) { nodes { title pageSlug } } }").await;
    let nodes = all["events"]["nodes"].as_array().expect("nodes");
    let slug = nodes.iter().find(|node| node["title"] == title).and_then(|node| node["pageSlug"].as_str());
    format!("/event/{}", slug.unwrap_or_else(|| panic!("{title}: {all}")))
}

#[tokio::test]
async fn a_first_start_that_its_rule_does_not_have_is_refused_with_the_nearest_that_fit_in_every_way_in() {
    let (folder, server) = start(&[]);
    let token = accounts::account(folder.path(), DATABASE, "editor", "ada@example.org", &[]);
    let host = server.ask("{ actor(slug: \"verein\") { id } }").await["actor"]["id"].clone();
    let create = async |starts_at: &str, language: &str| {
        let input = json!({
            "hosts": [host], "title": [{ "language": "de", "text": "Kurs" }], "startsAt": starts_at,
            "recurrence": "FREQ=WEEKLY;BYDAY=TU", "publish": true,
        });
        let query = "mutation($i: CreateEventInput!) { createEvent(input: $i) { event { id version } userErrors { field code message } } }";
        let request = server.request("POST", "/graphql").bearer_auth(&token).header("accept-language", language);
        let answer = server.send(request.json(&json!({ "query": query, "variables": { "i": input } }))).await.json();
        answer["data"]["createEvent"].clone()
    };
    // 2 December 2026 is a Wednesday.
    for (language, near) in [
        ("de", "am nächsten liegen: Dienstag, 01.12.2026 oder Dienstag, 08.12.2026"),
        ("en", "the nearest that fit: Tuesday 2026-12-01 or Tuesday 2026-12-08"),
    ] {
        let refused = create("2026-12-02T17:00:00Z", language).await;
        let error = &refused["userErrors"][0];
        let told = (&error["field"], &error["code"]);
        assert_eq!(told, (&json!("recurrence"), &json!("RECURRENCE_DOES_NOT_FIT")), "{refused}");
        assert!(error["message"].as_str().is_some_and(|message| message.contains(near)), "{refused}");
    }
    let taken = create("2026-12-01T17:00:00Z", "de").await;
    let entry = &taken["event"];
    assert!(entry["id"].is_string(), "{taken}");
    // Moved away from its rule, it is refused too.
    let input = json!({ "id": entry["id"], "expectedVersion": entry["version"], "startsAt": "2026-12-03T17:00:00Z" });
    let query = "mutation($i: EditEventInput!) { editEvent(input: $i) { userErrors { field code } } }";
    let request = server.request("POST", "/graphql").bearer_auth(&token);
    let answer = server.send(request.json(&json!({ "query": query, "variables": { "i": input } }))).await.json();
    assert_eq!(answer["data"]["editEvent"]["userErrors"][0]["code"], "RECURRENCE_DOES_NOT_FIT", "{answer}");

    let wrong = event("Kurs", "2026-12-02T18:00", &json!({ "recurrence": "FREQ=WEEKLY;BYDAY=TU" }));
    fs::write(folder.path().join("wrong.json"), directory(&[wrong])).expect("a file can be written");
    let imported = run(folder.path(), &["import", "--database", "sqlite://new.db", "wrong.json"]);
    let told = format!("{}{}", imported.stdout, imported.stderr);
    assert!(!imported.success && told.contains("Tuesday 2026-12-08"), "{imported:?}");
}

#[tokio::test]
async fn what_was_cancelled_date_by_date_is_not_told_as_over() {
    let (_folder, server) = start(&[
        event(
            "Lesung",
            &format!("{}T18:00", day(5)),
            &json!({ "excludedDates": [day(5)], "id": "0198a000-0000-7000-8000-000000000008" }),
        ),
        event(
            "Chor",
            &format!("{}T18:00", today() - Days::new(7)),
            &json!({ "recurrence": "FREQ=WEEKLY;COUNT=3", "excludedDates": [day(0), day(7)] }),
        ),
        event("Gestern", &format!("{}T18:00", today() - Days::new(1)), &json!({})),
    ]);
    // Without a date it is in no list.
    let reading = "/event/lesung-01k2g00000e008000000000008";
    for (title, said, status, days) in [
        ("Lesung", "Alle Termine dieser Veranstaltung wurden abgesagt.", "EventCancelled", vec![day(5)]),
        ("Chor", "Alle weiteren Termine dieser Veranstaltung wurden abgesagt.", "EventCancelled", vec![day(7)]),
        ("Gestern", "Diese Veranstaltung ist vorbei.", "EventScheduled", vec![]),
    ] {
        let path = if title == "Lesung" { reading.to_owned() } else { page_of(&server, title).await };
        for path in [path.clone(), format!("{path}/sheet")] {
            let page = server.get(&path).await;
            assert!(page.status == 200 && page.text.contains(said), "{title}: {}", page.text);
            assert_eq!(page.text.contains("ist vorbei"), days.is_empty(), "{title}");
            for day in &days {
                assert!(page.text.contains(&format!("<time datetime=\"{day}\">")), "{title}: {day}");
            }
        }
        let page = server.get(&path).await.text;
        assert!(page.contains(&format!("https://schema.org/{status}")) && page.contains("\"startDate\""), "{title}");
        assert!(!page.contains("In meinen Kalender"), "{title}");
    }
    let calendar = server.get(&format!("{reading}.ics")).await.text;
    assert!(calendar.contains("STATUS:CANCELLED\r\n"), "{calendar}");
}

#[tokio::test]
async fn whole_days_are_called_so_and_what_goes_on_for_days_stands_in_each_of_them() {
    // From the middle of a month on, so that a week and a month have all days.
    let from = (today() + chrono::Months::new(1)).with_day(15).expect("a day");
    let monday = from - Days::new(from.weekday().num_days_from_monday().into());
    let on = |ahead: u64| monday + Days::new(ahead);
    let (_folder, server) = start(&[
        event("Aktionstag", &format!("{}T00:00", on(0)), &json!({ "allDay": true })),
        event(
            "Festtage",
            &format!("{}T00:00", on(1)),
            &json!({ "allDay": true, "endsAt": format!("{}T23:59", on(3)) }),
        ),
        event("Camp", &format!("{}T14:00", on(1)), &json!({ "endsAt": format!("{}T11:00", on(4)) })),
        event("Basar", &format!("{}T00:00", on(2)), &json!({})),
        event("Tanz", &format!("{}T21:00", on(5)), &json!({ "endsAt": format!("{}T02:00", on(6)) })),
    ]);
    for view in ["week", "month"] {
        let page = server.get(&format!("/events?view={view}&from={from}")).await;
        assert_eq!(page.status, 200);
        let days: Vec<&str> = page.text.split("<li class=\"day").skip(1).collect();
        let of_day = |ahead: u64| {
            let mark = format!("<time datetime=\"{}\">", on(ahead));
            days.iter().find(|day| day.contains(&mark)).copied().unwrap_or_else(|| panic!("{view}: {mark}"))
        };
        for (title, first, last, all_day) in [
            ("Aktionstag", 0, 0, true),
            ("Festtage", 1, 3, true),
            ("Camp", 1, 4, false),
            ("Basar", 2, 2, false),
            ("Tanz", 5, 5, false),
        ] {
            for ahead in 0..7 {
                let entry = of_day(ahead).split("<li>").find(|entry| entry.contains(title));
                assert_eq!(entry.is_some(), (first..=last).contains(&ahead), "{view}, {title}: {}", on(ahead));
                let Some(entry) = entry else { continue };
                assert_eq!(entry.contains("ganztägig"), all_day, "{view}, {title}, {}: {entry}", on(ahead));
                let goes_on = !all_day && first < ahead && ahead < last;
                assert_eq!(entry.contains("läuft"), goes_on, "{view}, {title}, {}: {entry}", on(ahead));
                assert!(!entry.contains("00:00") && !entry.contains("24:00"), "{view}, {title}: {entry}");
            }
        }
        assert!(of_day(4).contains("bis 11:00"), "{}", of_day(4));
    }
}

#[tokio::test]
async fn what_is_left_out_and_is_no_date_is_refused_by_name_in_every_way_in() {
    let (folder, server) = start(&[]);
    let token = accounts::account(folder.path(), DATABASE, "editor", "ada@example.org", &[]);
    let host = server.ask("{ actor(slug: \"verein\") { id } }").await["actor"]["id"].clone();
    // 1 December 2026 is a Tuesday.
    let create = async |excluded: &[&str], language: &str| {
        let input = json!({
            "hosts": [host], "title": [{ "language": "de", "text": "Kurs" }], "startsAt": "2026-12-01T17:00:00Z",
            "recurrence": "FREQ=WEEKLY;BYDAY=TU;COUNT=4", "excludedDates": excluded, "publish": true,
        });
        let query = "mutation($i: CreateEventInput!) { createEvent(input: $i) { event { id version } userErrors { field code message } } }";
        let request = server.request("POST", "/graphql").bearer_auth(&token).header("accept-language", language);
        let answer = server.send(request.json(&json!({ "query": query, "variables": { "i": input } }))).await.json();
        answer["data"]["createEvent"].clone()
    };
    for (language, words) in [
        ("de", "nennt Tage, an denen ohnehin kein Termin ist: 09.12.2026, 29.12.2026"),
        ("en", "names days on which the event does not take place anyway: 2026-12-09, 2026-12-29"),
    ] {
        let refused = create(&["2026-12-08", "2026-12-09", "2026-12-29"], language).await;
        let error = &refused["userErrors"][0];
        assert_eq!(
            (&error["field"], &error["code"]),
            (&json!("excludedDates"), &json!("NO_DATE_OF_EVENT")),
            "{refused}"
        );
        assert_eq!(error["message"], words, "{refused}");
    }
    let taken = create(&["2026-12-08"], "de").await;
    let entry = &taken["event"];
    assert!(entry["id"].is_string(), "{taken}");
    let input = json!({ "id": entry["id"], "expectedVersion": entry["version"], "excludedDates": ["2026-12-10"] });
    let query = "mutation($i: EditEventInput!) { editEvent(input: $i) { userErrors { field code message } } }";
    let request = server.request("POST", "/graphql").bearer_auth(&token);
    let answer = server.send(request.json(&json!({ "query": query, "variables": { "i": input } }))).await.json();
    assert_eq!(answer["data"]["editEvent"]["userErrors"][0]["code"], "NO_DATE_OF_EVENT", "{answer}");

    for (rule, excluded) in [(json!("FREQ=WEEKLY;BYDAY=TU"), "2026-12-09"), (Value::Null, "2026-12-08")] {
        let wrong = event("Kurs", "2026-12-01T18:00", &json!({ "recurrence": rule, "excludedDates": [excluded] }));
        fs::write(folder.path().join("wrong.json"), directory(&[wrong])).expect("a file can be written");
        let imported = run(folder.path(), &["import", "--database", "sqlite://new.db", "wrong.json"]);
        let told = format!("{}{}", imported.stdout, imported.stderr);
        assert!(!imported.success && told.contains("excludedDates") && told.contains(excluded), "{imported:?}");
    }
}

#[tokio::test]
async fn a_cancelled_series_has_all_its_dates_struck_out_wherever_they_stand() {
    // From the next Monday on: a month may end in that week, and shows then those of its days.
    let monday = today() + Days::new(7 - u64::from(today().weekday().num_days_from_monday()));
    let series = json!({ "recurrence": "FREQ=DAILY;COUNT=3", "cancelled": true, "endsAt": format!("{monday}T20:00") });
    let other = json!({ "recurrence": "FREQ=DAILY;COUNT=3", "endsAt": format!("{monday}T20:00") });
    let (_folder, server) =
        start(&[event("Chor", &format!("{monday}T18:00"), &series), event("Tanz", &format!("{monday}T18:00"), &other)]);
    let path = page_of(&server, "Chor").await;
    let struck = |text: &str| text.matches("<s>").count();
    let marks = |text: &str| text.matches("badge cancelled").count();
    let page = server.get(&path).await.text;
    let dates = page.split("<ul class=\"plain dates\">").nth(1).and_then(|rest| rest.split("</ul>").next());
    let dates = dates.unwrap_or_else(|| panic!("no dates: {page}"));
    assert_eq!((struck(dates), marks(dates)), (3, 3), "{dates}");
    assert!(page.contains("Abgesagt") || page.contains("abgesagt"), "{page}");
    for path in ["/events?view=week", "/events?view=month"] {
        let page = server.get(&format!("{path}&from={monday}")).await.text;
        let entries: Vec<&str> = page.split("<li>").filter(|entry| entry.contains("Chor")).collect();
        assert!(
            !entries.is_empty() && entries.iter().all(|it| struck(it) == 2 && marks(it) == 1),
            "{path}: {entries:?}"
        );
        assert!(
            page.split("<li>").filter(|entry| entry.contains("Tanz")).all(|it| struck(it) + marks(it) == 0),
            "{path}"
        );
    }
    for path in ["/events", "/organisation/verein", &format!("{path}/sheet")] {
        let page = server.get(path).await.text;
        assert!(struck(&page) >= 1 && marks(&page) >= 1, "{path}");
    }
    let calendar = server.get(&format!("{path}.ics")).await.text;
    assert!(calendar.contains("STATUS:CANCELLED\r\n") && calendar.contains("RRULE:FREQ=DAILY"), "{calendar}");
    let all = server.get("/events.ics").await.text;
    assert_eq!(all.matches("STATUS:CANCELLED").count(), 1, "{all}");
    assert!(!server.get(&page_of(&server, "Tanz").await).await.text.contains("<s>"));
}
