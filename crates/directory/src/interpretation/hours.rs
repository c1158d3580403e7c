//! Hours in questions: "wann hat das Jobcenter auf" asks when, not who is open now; "ab 18 Uhr" asks for the evening.

use std::sync::LazyLock;

use domain::vocabulary::Daytime;

use super::{
    concept::{AccessFeature, Concept},
    matching::Understanding,
    table::{row_words, rows},
    tokens::QuestionToken,
};
use crate::text::WordReader;

/// How people ask when, and what stands behind and before an hour.
#[derive(Default)]
struct HourWords {
    when: Vec<String>,
    behind: Vec<String>,
    before: Vec<String>,
}

static HOUR_WORDS: LazyLock<HourWords> = LazyLock::new(|| {
    let mut words = HourWords::default();
    let mut reader = WordReader::new();
    for row in rows(include_str!("../../words/when.csv")) {
        let list = match row[0].as_str() {
            "when" => &mut words.when,
            "behind-an-hour" => &mut words.behind,
            _ => &mut words.before,
        };
        list.extend(row_words(&mut reader, &row));
    }
    words
});

/// The times of the day that a question names by their hours, each with the places of its words: "18 Uhr", "10 bis 12
/// Uhr", "saat 18".
pub(super) fn daytimes(tokens: &[QuestionToken]) -> Vec<(Vec<usize>, Daytime)> {
    let bare = |place: usize| tokens.get(place).map_or("", |token| token.word.bare.as_str());
    let hour = |place: usize| bare(place).parse::<u8>().ok().filter(|hour| *hour <= 24);
    let is_minute = |place: usize| bare(place).len() == 2 && bare(place).parse::<u8>().is_ok_and(|minute| minute < 60);
    let is_one_of = |words: &[String], place: usize| words.iter().any(|word| word == bare(place));
    let mut found: Vec<(Vec<usize>, Daytime)> = Vec::new();
    for place in 0..tokens.len() {
        let Some(named) = hour(place) else { continue };
        let end = if is_minute(place + 1) { place + 2 } else { place + 1 };
        let before = place.checked_sub(1).filter(|before| is_one_of(&HOUR_WORDS.before, *before));
        let is_behind = is_one_of(&HOUR_WORDS.behind, end);
        if before.is_none() && !is_behind {
            continue;
        }
        let named = if bare(end) == "pm" && named < 12 { named + 12 } else { named };
        // Of a span the hour it begins with.
        let from = place.checked_sub(2).and_then(|from| Some((from, hour(from)?)));
        let (first, named) = from.unwrap_or((before.unwrap_or(place), named));
        let daytime = match named {
            ..12 => Daytime::Morning,
            12..17 => Daytime::Afternoon,
            _ => Daytime::Evening,
        };
        found.push(((first..end + usize::from(is_behind)).collect(), daytime));
    }
    found
}

/// Sets "open" aside where a question asks when: the answer says the hours of all who are found.
pub(super) fn set_asked_hours_aside(tokens: &mut [QuestionToken], understood: &mut Vec<Understanding<'_>>) {
    if !tokens.iter().any(|token| HOUR_WORDS.when.contains(&token.word.bare)) {
        return;
    }
    let is_now = |concept: &Concept| matches!(concept, Concept::AccessFeature(AccessFeature::OpenNow));
    understood.retain(|it| {
        let is_asked = it.concepts.iter().all(|concept| is_now(concept));
        it.places.iter().for_each(|place| tokens[*place].is_stop |= is_asked);
        !is_asked
    });
}
