//! What fields cost that take more than writing their value down, and what filters add to it.
//!
//! One is what a value takes that is written from the snapshot, about half a microsecond. The figures come from
//! `cargo bench -p graphql --bench costs` at 10,000 actors; `docs/performance.md` has the table. To add a field that
//! computes: measure it there, and give it a line here.

use async_graphql::{Name, Variables, parser::types::Field};
use async_graphql_value::{ConstValue, indexmap::IndexMap};

use crate::exec::constant;

/// Fields of any type. The past is read from the store: a request gets two looks at the whole of it, or some twenty
/// at single actors. So is what is below `viewer`.
const FIELDS: &[(&str, u64)] = &[
    ("actorCount", 5),
    ("addressPosition", 200),
    ("auditTrail", 200),
    // A boundary may have some ten thousand corners, of which one is written in a few dozen nanoseconds.
    ("boundary", 100),
    ("content", 50),
    // A hundred at most, of a rule that may have few days among many.
    ("dates", 100),
    ("cooperationPath", 2_000),
    ("coverage", 5_000),
    ("directoryAt", 20_000),
    ("districtAt", 50),
    ("dueReviews", 200),
    ("dueVerifications", 200),
    ("duplicates", 5_000),
    ("entries", 200),
    ("fieldChanges", 100),
    ("history", 2_000),
    ("interpret", 600),
    ("links", 200),
    ("matchReasons", 50),
    ("nextStart", 20),
    ("personMentions", 20_000),
    ("proposals", 200),
    ("similarActors", 500),
    ("suggest", 1_000),
    ("suggestedPartners", 500),
    ("unmetDemand", 200),
    ("unreachableActors", 500),
];

/// Fields of one type.
const FIELDS_OF: &[(&str, &str, u64)] = &[
    ("Query", "events", 2_000),
    ("DirectoryAt", "events", 2_000),
    ("Query", "offers", 50),
    ("DirectoryAt", "offers", 50),
    ("Query", "actors", 50),
    ("DirectoryAt", "actors", 50),
    ("Query", "organisations", 50),
    ("DirectoryAt", "organisations", 50),
    ("Query", "institutions", 50),
    ("DirectoryAt", "institutions", 50),
    ("Query", "networks", 50),
    ("DirectoryAt", "networks", 50),
    ("Interpretation", "correction", 6_000),
    // A text of three hundred letters, read in each language of the pages.
    ("Viewer", "openingHours", 500),
    ("Facets", "themes", 200),
    ("Facets", "districts", 200),
    ("Facets", "kinds", 200),
    ("Facets", "languages", 200),
];

/// What each word costs that is looked for in an index of texts.
const WORD: u64 = 300;
/// What each word of a question costs: it is held against the vocabulary in all its forms, taken apart, and looked for.
const QUESTION_WORD: u64 = 800;
/// The same where it is known already who is found.
const EXPLAINED_WORD: u64 = 100;
/// The same of a suggestion, where offers, events and every label are compared with it too.
const SUGGESTED_WORD: u64 = 500;
/// What a filter costs by itself, wherever it stands.
const FILTER: u64 = 20;
/// Conditions of filters that cost more than looking into an index.
const CONDITIONS: &[(&str, u64)] = &[("near", 2_000), ("within", 700), ("openAt", 500)];

/// What a polygon costs: the places around it, and every edge compared with every other one.
const POLYGON: u64 = 1_000;
const POLYGON_EDGES: u64 = 16;

/// Each place of the week that a filter asks for, such as Monday evening: it is looked up for every theme that is asked
/// for, and facets look it up for all themes.
const WEEK_PLACE: u64 = 150;
const WEEK_PLACE_OF_THEME: u64 = 2;

/// The words of a text that are looked for; more than these are refused before anything is looked for.
fn words(text: &str) -> u64 {
    text.split_whitespace().count().clamp(1, directory::text::MAX_WORDS) as u64
}

/// What a field costs by itself.
pub(super) fn of_field(parent: &str, field: &Field, variables: &Variables) -> u64 {
    let name = field.name.node.as_str();
    let own = FIELDS_OF.iter().find(|(of, known, _)| *known == name && *of == parent).map(|(_, _, cost)| *cost);
    let own = own.or_else(|| FIELDS.iter().find(|(known, _)| *known == name).map(|(_, cost)| *cost)).unwrap_or(1);
    let argument = |name| field.get_argument(name).and_then(|value| constant(&value.node, variables));
    let filter = if field.arguments.is_empty() { None } else { argument("filter") };
    let searched = match (name, argument("text")) {
        ("matchReasons", Some(ConstValue::String(text))) => words(&text) * EXPLAINED_WORD,
        ("suggest", Some(ConstValue::String(text))) => words(&text) * SUGGESTED_WORD,
        ("interpret", Some(ConstValue::String(text))) => {
            words(&text).min(directory::MAX_QUESTION_WORDS as u64) * QUESTION_WORD
        }
        _ => 0,
    };
    own.saturating_add(filter.map_or(0, |filter| of_filter(&filter))).saturating_add(searched)
}

/// What a filter costs with everything inside of it.
fn of_filter(filter: &ConstValue) -> u64 {
    match filter {
        ConstValue::List(filters) => filters.iter().map(of_filter).fold(0, u64::saturating_add),
        ConstValue::Object(members) => {
            let conditions = members.iter().map(|(name, value)| match (name.as_str(), value) {
                (_, ConstValue::Null) => 0,
                ("text", ConstValue::String(text)) => words(text) * WORD,
                ("withinPolygon", ConstValue::List(corners)) => of_polygon(corners.len()),
                ("and" | "or" | "not" | "actors", nested) => of_filter(nested),
                (_, ConstValue::List(values)) => values.len() as u64,
                (name, _) => CONDITIONS.iter().find(|(known, _)| *known == name).map_or(1, |(_, cost)| *cost),
            });
            conditions.fold(FILTER, u64::saturating_add).saturating_add(of_week(members))
        }
        _ => 0,
    }
}

/// What a polygon of some corners costs.
fn of_polygon(corners: usize) -> u64 {
    let corners = corners as u64;
    corners.saturating_mul(corners).div_ceil(POLYGON_EDGES).saturating_add(POLYGON)
}

/// What the days of the week and times of day of a filter cost together.
fn of_week(members: &IndexMap<Name, ConstValue>) -> u64 {
    let length = |name| match members.get(name) {
        Some(ConstValue::List(values)) => values.len() as u64,
        Some(ConstValue::Null) | None => 0,
        Some(_) => 1,
    };
    let places = match (length("weekdays"), length("daytimes")) {
        (0, 0) => return 0,
        (0, times) => 7_u64.saturating_mul(times),
        (days, times) => days.saturating_mul(times.max(1)),
    };
    places.saturating_mul(length("themes").saturating_mul(WEEK_PLACE_OF_THEME).saturating_add(WEEK_PLACE))
}

#[cfg(test)]
mod tests {
    use async_graphql_value::value;

    use super::*;

    #[test]
    fn what_is_nested_is_counted_and_words_are_counted_one_by_one() {
        assert_eq!(of_filter(&value!({ "themes": ["a", "b"] })), FILTER + 2);
        assert_eq!(of_filter(&value!({ "text": "one two" })), FILTER + 2 * WORD);
        let week = value!({ "themes": ["a"], "weekdays": ["MONDAY", "SUNDAY"], "daytimes": "EVENING" });
        assert_eq!(of_filter(&week), FILTER + 4 + 2 * (WEEK_PLACE + WEEK_PLACE_OF_THEME));
        let polygon = value!({ "withinPolygon": [{}, {}, {}, {}] });
        assert_eq!(of_filter(&polygon), FILTER + POLYGON + 1);
        let nested = value!({ "or": [{ "text": "one" }, { "not": { "openAt": "now" } }], "near": null });
        assert_eq!(of_filter(&nested), 4 * FILTER + WORD + 500);
    }
}
