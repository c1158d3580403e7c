//! Opening hours are told as the reference evaluator of the notation tells them.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    OpeningHours,
    hours::{HoursState, Locality},
};
use serde_json::json;
use tests::Peer;

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
const EXPLAINED: [(&str, &[&str]); 4] = [
    // `PH We` names holidays that are Wednesdays; the grammar used here reads a list of both, as `PH,We` is.
    (
        "a holiday and a weekday without a comma",
        &["Mo-Sa 07:00-19:00; PH Su off", "PH -1 day Mo-We", "PH We,Fr", "SH Mo-Fr", "SH We"],
    ),
    // The reference guesses by a sun that sets at six; here by the one of the day.
    (
        "how long an open end after sunset may last",
        &["14:00-sunset+", "sunrise-(sunset+01:00)+", "sunrise-(sunset+01:00)+; Su off"],
    ),
    // Where the sun rises after the end, the end is that of the next day; the reference decides so once for all days.
    ("an end before sunrise on some days only", &["sunrise-05:59", "sunrise-06:00"]),
    // The grammar used here keeps no difference between this and `11:00+`.
    ("midnight with an open end", &["Fr 11:00-24:00+open \"Notiz\""]),
];

#[tokio::test]
async fn hours_are_those_of_the_reference_evaluator_but_for_what_is_explained() {
    let texts: Vec<&str> = TEXTS.lines().collect();
    let options = json!({ "texts": texts, "first": FIRST, "stepMinutes": STEP_MINUTES, "count": COUNT });
    let peer = Peer::start("opening_hours", &options);
    let answers = peer.wait_for(texts.len()).await;
    let (mut compared, mut differing) = (0, BTreeSet::new());
    for (text, answer) in texts.iter().zip(&answers) {
        let (Some(ours), Some(theirs)) = (states(text), answer["states"].as_str()) else { continue };
        compared += 1;
        if ours != theirs {
            differing.insert(*text);
        }
    }
    assert!(compared >= 270, "only {compared} texts were read by both");
    let explained: BTreeSet<&str> = EXPLAINED.iter().flat_map(|(_, texts)| texts.iter().copied()).collect();
    assert_eq!(differing, explained);
}
