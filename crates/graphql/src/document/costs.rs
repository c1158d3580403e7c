//! What a field costs by what it is asked with: the words of a text, and filters.
//!
//! What it costs by itself stands beside it; `schema::field_cost` says where the figures come from.

use async_graphql::{Name, Variables, parser::types::Field};
use async_graphql_value::{ConstValue, indexmap::IndexMap};
use directory::text::MAX_WORDS;

use crate::{exec::constant, schema::field_cost::FieldCost};

/// What each word costs that is looked for in an index of texts.
const WORD: u64 = 300;
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

/// The words of a text that are looked for; more than so many are refused or left out before anything is looked for.
fn words(text: &str, most: usize) -> u64 {
    text.split_whitespace().count().clamp(1, most) as u64
}

/// What a field costs with what it is asked with.
pub(super) fn of_field(cost: FieldCost, field: &Field, variables: &Variables) -> u64 {
    let argument = |name| field.get_argument(name).and_then(|value| constant(&value.node, variables));
    let filter = if field.arguments.is_empty() { None } else { argument("filter") };
    let read = match if cost.word == 0 { None } else { argument("text") } {
        Some(ConstValue::String(text)) => words(&text, cost.most_words) * cost.word,
        _ => 0,
    };
    cost.own.saturating_add(filter.map_or(0, |filter| of_filter(&filter))).saturating_add(read)
}

/// What a filter costs with everything inside of it.
fn of_filter(filter: &ConstValue) -> u64 {
    match filter {
        ConstValue::List(filters) => filters.iter().map(of_filter).fold(0, u64::saturating_add),
        ConstValue::Object(members) => {
            let conditions = members.iter().map(|(name, value)| match (name.as_str(), value) {
                (_, ConstValue::Null) => 0,
                ("text", ConstValue::String(text)) => words(text, MAX_WORDS) * WORD,
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
