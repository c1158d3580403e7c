//! Opening hours are told as the reference evaluator of the notation tells them, and everywhere alike.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    OpeningHours,
    hours::{HoursState, Locality},
};
use serde_json::{Value, json};
use tests::{Peer, Server, run};

const TEXTS: &str = include_str!("../peers/opening_hours.txt");
/// Instants over a year: the step of a day, five hours and some minutes meets every hour of every weekday.
const COUNT: usize = 300;
const STEP_MINUTES: i64 = 29 * 60 + 17;
const FIRST: &str = "2026-12-01T00:00:30Z";

fn states(text: &str) -> Option<String> {
    let schedule = text.parse::<OpeningHours>().ok()?.schedule(&Locality::default());
    let first: DateTime<Utc> = FIRST.parse().expect("an instant");
    let instants = (0_i64..).take(COUNT).map(|at| first + TimeDelta::minutes(at * STEP_MINUTES));
    let letters = instants.map(|at| match schedule.state(at) {
        HoursState::Open => 'o',
        HoursState::Unknown => 'u',
        HoursState::Closed => 'c',
    });
    Some(letters.collect())
}

/// Why a text is told otherwise. Notes stand for whatever people wrote.
const EXPLAINED: [(&str, &[&str]); 3] = [
    // The reference guesses by a sun that sets at six; here by the one of the day.
    (
        "how long an open end after sunset may last",
        &["14:00-sunset+", "sunrise-(sunset+01:00)+", "sunrise-(sunset+01:00)+; Su off"],
    ),
    // Where the sun rises after the end, the end is that of the next day; the reference decides so once for all days.
    ("an end before sunrise on some days only", &["sunrise-05:59", "sunrise-06:00"]),
    // The grammar used here keeps no difference between this and `11:00+`.
    (
        "midnight with an open end",
        &["Fr 11:00-24:00+open \"Notiz\"", "Fr 11:00-24:00+ open\"Notiz\"", "Fr11:00-24:00+open\"Notiz\""],
    ),
];

/// Texts without a fault that are refused all the same: days counted from Easter with a range of dates behind, and a
/// list of weeks that repeats its word, are not in the grammar.
const REFUSED: [&str; 2] =
    ["Easter - 7days - Nov 01: Tu-Sa 10:00-12:00, 13:30-17:00; Su, PH 11:00-17:00", "week 01,week 03: 00:00-24:00"];

#[tokio::test]
async fn hours_are_those_of_the_reference_evaluator_but_for_what_is_explained() {
    let texts: Vec<&str> = TEXTS.lines().collect();
    let options = json!({ "texts": texts, "first": FIRST, "stepMinutes": STEP_MINUTES, "count": COUNT });
    let peer = Peer::start("opening_hours", &options);
    let answers = peer.wait_for(texts.len()).await;
    let (mut compared, mut differing, mut refused) = (0, BTreeSet::new(), BTreeSet::new());
    for (text, answer) in texts.iter().zip(&answers) {
        let Some(theirs) = answer["states"].as_str() else { continue };
        let Some(ours) = states(text) else {
            // What the reference repairs with a warning is refused here with what is allowed.
            if answer["warnings"] == 0 {
                refused.insert(*text);
            }
            continue;
        };
        compared += 1;
        if ours != theirs {
            differing.insert(*text);
        }
    }
    assert!(compared >= 270, "only {compared} texts were read by both");
    let explained: BTreeSet<&str> = EXPLAINED.iter().flat_map(|(_, texts)| texts.iter().copied()).collect();
    assert_eq!(differing, explained);
    assert_eq!(refused, BTreeSet::from(REFUSED));
}

/// A directory in which every text is the opening hours of somebody, by slug.
fn directory_of_texts() -> (tempfile::TempDir, Server, BTreeMap<String, &'static str>) {
    let folder = tempfile::tempdir().expect("a folder");
    let texts = TEXTS.lines().chain(["24/7", "24/7 unknown \"nach Absprache\""]);
    let texts = texts.filter(|text| text.parse::<OpeningHours>().is_ok());
    let texts: BTreeMap<String, &str> = texts.enumerate().map(|(at, text)| (format!("haus-{at}"), text)).collect();
    let actors: Vec<Value> = texts
        .iter()
        .map(|(slug, text)| {
            json!({"type": "organisation", "kind": "culture", "name": slug, "slug": slug, "status": "published",
                   "openingHours": text})
        })
        .collect();
    let file = json!({"format": "bruecke-directory", "version": 1, "actors": actors}).to_string();
    fs::write(folder.path().join("hours.json"), file).expect("written");
    run(folder.path(), &["import", "hours.json", "--database", "sqlite://hours.db"]).ok();
    let server = Server::start(folder.path(), "sqlite://hours.db");
    (folder, server, texts)
}

/// The actors that a filter leaves.
async fn filter_matches(server: &Server, filter: &str) -> BTreeSet<String> {
    let (mut slugs, mut after) = (BTreeSet::new(), Value::Null);
    loop {
        let page = server
            .ask(&format!("{{actors(filter: {filter}, first: 100, after: {after}) {{nodes {{slug}} pageInfo {{hasNextPage endCursor}}}}}}"))
            .await;
        let nodes = page["actors"]["nodes"].as_array().expect("nodes");
        slugs.extend(nodes.iter().filter_map(|node| node["slug"].as_str().map(str::to_owned)));
        if page["actors"]["pageInfo"]["hasNextPage"] != true {
            return slugs;
        }
        after = page["actors"]["pageInfo"]["endCursor"].clone();
    }
}

/// Whether everybody is open at a time, as the field tells; null where that is unknown.
async fn field_states(server: &Server, texts: &BTreeMap<String, &str>, at: &str) -> BTreeMap<String, Value> {
    let slugs: Vec<&String> = texts.keys().collect();
    let mut told = BTreeMap::new();
    for some in slugs.chunks(20) {
        let asked: String = some
            .iter()
            .enumerate()
            .map(|(no, slug)| format!("a{no}: organisation(slug: \"{slug}\") {{slug openAt(at: \"{at}\")}} "))
            .collect();
        let answer = server.ask(&format!("{{{asked}}}")).await;
        for actor in answer.as_object().expect("answers").values() {
            told.insert(actor["slug"].as_str().expect("a slug").to_owned(), actor["openAt"].clone());
        }
    }
    told
}

#[tokio::test]
async fn field_filter_page_profile_and_export_say_the_same_of_every_text() {
    let (_folder, server, texts) = directory_of_texts();
    let first: DateTime<Utc> = FIRST.parse().expect("an instant");
    for step in 0..12 {
        let at = (first + TimeDelta::minutes(step * STEP_MINUTES)).to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
        let told = field_states(&server, &texts, &at).await;
        assert_eq!(told.len(), texts.len());
        let open = told.iter().filter(|(_, state)| **state == true).map(|(slug, _)| slug.clone()).collect();
        assert_eq!(filter_matches(&server, &format!("{{openAt: \"{at}\"}}")).await, open, "{at}");
    }
    // Pages and exports know no other time than now; what opens or closes meanwhile is left aside.
    let now = || Utc::now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    let before = field_states(&server, &texts, &now()).await;
    let file = server.get("/export/actors.ndjson?open=now").await;
    let exported: BTreeSet<String> = file
        .text
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).expect("JSON")["slug"].as_str().map(str::to_owned))
        .collect();
    let page = server.get("/?open=now").await;
    let mut profiles = BTreeMap::new();
    for slug in texts.keys() {
        profiles.insert(slug, server.get(&format!("/organisation/{slug}")).await.text);
    }
    let after = field_states(&server, &texts, &now()).await;
    let steady: Vec<_> = before.iter().filter(|(slug, state)| after[*slug] == **state).collect();
    assert!(steady.len() + 20 > texts.len(), "{} of {} stayed as they were", steady.len(), texts.len());
    for (slug, state) in steady {
        let text = texts[slug];
        assert_eq!(exported.contains(slug), *state == true, "the export on {text}");
        assert!(*state == true || !page.text.contains(&format!("/organisation/{slug}\"")), "the page on {text}");
        let badge = match state.as_bool() {
            Some(true) => "badge open",
            Some(false) => "badge shut",
            None => "badge perhaps",
        };
        assert!(profiles[slug].contains(badge), "the profile on {text}: not {badge}");
    }
}
