//! Rules of recurrence and the calendar mean what the libraries of calendar programs take them for.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Europe::Berlin;
use domain::Recurrence;
use serde_json::{Value, json};
use tests::{Peer, Server, python};
use uuid::Uuid;

/// Rules as calendars in the wild have them, each behind a first start that fits.
const RULES: &str = include_str!("../calendars/rules.txt");
/// What stands in the wild beside them and is no rule of days, with a word of the reason.
const REFUSED: [(&str, &str); 12] = [
    ("FREQ=HOURLY;INTERVAL=4", "daily"),
    ("FREQ=MINUTELY", "daily"),
    ("FREQ=SECONDLY;COUNT=3", "daily"),
    ("COUNT=1", "FREQ"),
    ("%n;BYMONTH=", "FREQ"),
    ("FREQ=WEEKLY;WKST=0", "WKST"),
    ("RSCALE=ETHIOPIC;FREQ=MONTHLY;BYMONTH=13", "RSCALE"),
    ("RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=FORWARD", "RSCALE"),
    ("DTSTART=20171201T080000Z;FREQ=WEEKLY", "DTSTART"),
    ("FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10|RRULE:FREQ=YEARLY", "BYMONTH"),
    ("FREQ=DAILY;COUNT=3;UNTIL=20270101T000000Z", "COUNT"),
    ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY"),
];

/// So many starts of a rule are compared.
const STARTS: u16 = 60;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("calendars")
}

fn local(at: DateTime<Utc>) -> String {
    at.with_timezone(&Berlin).naive_local().format("%Y-%m-%dT%H:%M:%S").to_string()
}

/// The UID of an event in calendars: that of its global id, behind the letter of its kind.
fn uid(id: &str) -> String {
    let bytes = URL_SAFE_NO_PAD.decode(id).expect("base64");
    Uuid::from_slice(&bytes[1..]).expect("a UUID").to_string()
}

#[test]
fn rules_have_the_starts_that_dateutil_finds() {
    let rules: Vec<(&str, &str)> = RULES.lines().map(|line| line.split_once(' ').expect("start and rule")).collect();
    let asked: Vec<[&str; 2]> = rules.iter().map(|(first, rule)| [*rule, *first]).collect();
    let answers = python::run(&folder(), &["read.py", "rules"], &json!(asked));
    let mut differing = Vec::new();
    for ((first, text), answer) in rules.iter().zip(answers.as_array().expect("answers")) {
        let first: NaiveDateTime = first.parse().expect("a start");
        let rule = Recurrence::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        // Nobody is told of dates further ahead than the horizon of series.
        let (from, until) = (first.and_utc() - TimeDelta::days(1), first.and_utc() + TimeDelta::days(9 * 365));
        let ours: Vec<String> = rule.starts(first, Berlin, from, until, STARTS).into_iter().map(local).collect();
        let theirs = answer["starts"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let theirs: Vec<&str> = theirs.take_while(|start| **start < *local(until)).collect();
        if ours.is_empty() || ours != theirs {
            differing.push(format!("{text} from {first}:\n  ours   {ours:?}\n  theirs {answer}"));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn what_is_no_rule_is_refused_with_the_reason() {
    for (text, reason) in REFUSED {
        let error = Recurrence::parse(text).expect_err(text);
        assert!(error.to_string().contains(reason), "{text}: {error}");
        let german = error.message().text("de");
        assert!(german.contains("Wiederholungsregel"), "{text}: {german}");
    }
}

#[tokio::test]
async fn the_calendar_of_the_demo_has_the_dates_of_the_directory_in_every_library() {
    let (folder_of_server, server) = Server::with_settings("");
    let from = Utc::now() + TimeDelta::days(30);
    let until = from + TimeDelta::days(365);
    let text = server.get("/events.ics").await.text;
    let times = [local(from), local(until)];
    let found =
        python::run(&folder(), &["read.py", "calendar"], &json!({ "text": text, "from": times[0], "until": times[1] }));
    let file = folder_of_server.path().join("events.ics");
    fs::write(&file, &text).expect("written");
    let peer = Peer::start("calendar", &json!({ "file": file, "from": times[0], "until": times[1] }));
    let by_ical_js = peer.wait_for(1).await.remove(0);

    let asked = format!(
        "{{events(filter: {{from: \"{0}\"}}, first: 100) {{nodes {{id cancelled dates(from: \"{0}\", until: \"{1}\", first: 100) {{start}}}}}}}}",
        from.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        until.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
    );
    let answer = server.ask(&asked).await;
    let ours: BTreeMap<String, Vec<String>> = answer["events"]["nodes"]
        .as_array()
        .expect("events")
        .iter()
        .map(|event| {
            let uid = uid(event["id"].as_str().expect("an id"));
            let starts = event["dates"].as_array().expect("dates").iter();
            let start = |date: &Value| local(date["start"].as_str().expect("a time").parse().expect("a time"));
            // A date that has begun goes on, but is no start of the period.
            (uid, starts.map(start).filter(|start| *start >= times[0]).collect())
        })
        .filter(|(_, starts): &(String, Vec<String>)| !starts.is_empty())
        .collect();
    assert!(ours.values().map(Vec::len).sum::<usize>() > 80, "{ours:?}");
    for (library, theirs) in
        [("icalendar", &found["icalendar"]), ("vobject", &found["vobject"]), ("ical.js", &by_ical_js)]
    {
        let theirs: BTreeMap<String, Vec<String>> = serde_json::from_value(theirs.clone()).expect("starts by UID");
        assert!(theirs.keys().collect::<BTreeSet<_>>().is_superset(&ours.keys().collect()), "{library}");
        let theirs: BTreeMap<_, _> = theirs.into_iter().filter(|(_, starts)| !starts.is_empty()).collect();
        assert_eq!(theirs, ours, "{library}");
    }
}
