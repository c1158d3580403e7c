//! `/widget/attributes`: which filters of an element cannot be taken, and what is allowed instead.
//!
//! The authors of a page read it in the browser's console; the element leaves the value out. Each value is checked by
//! itself, so that of several wrong ones each is named, and the right ones of a list stay.

use std::borrow::Cow;

use domain::Language;
use serde_json::{Value, json};
use url::form_urlencoded;

use crate::{
    Answer, Visit,
    filters::{Filters, ParameterError, Search},
};

/// The filters that have one value, in which a comma belongs to it.
const SINGLE: [&str; 16] = [
    "text",
    "type",
    "theme_match",
    "relation",
    "free",
    "appointment",
    "confidential",
    "interpreters",
    "network",
    "age",
    "open",
    "radius",
    "actor",
    "polygon",
    "cooperates_with",
    "member_of",
];
/// The filters that make one condition together.
const POINT: [&str; 2] = ["lon", "lat"];
/// The filters by languages.
const LANGUAGES: [&str; 3] = ["language", "counter_language", "not_language"];
/// The most values that are looked at one by one.
const MAX_VALUES: usize = 200;
/// How many slugs are named where none comes near.
const EXAMPLES: usize = 8;

/// Why a filter cannot be taken.
struct AttributeProblem {
    /// The attributes that are left out, or lose a value.
    names: Vec<String>,
    /// The value that is left out of a list; none where the whole attribute is.
    value: Option<String>,
    message: String,
}

impl AttributeProblem {
    fn to_json(&self) -> Value {
        json!({ "names": self.names, "value": self.value, "message": self.message })
    }
}

/// Answers with every problem of the filters of an address: `{"problems": [{"names", "value", "message"}]}`. Without a
/// value the attributes of these names are left out as a whole; without names all of them are.
pub(super) fn answer(visit: &Visit<'_>, query: &str) -> Answer {
    let problems: Vec<Value> = find_problems(visit, query).iter().map(AttributeProblem::to_json).collect();
    Answer::file("application/json; charset=utf-8", json!({ "problems": problems }).to_string())
}

fn find_problems(visit: &Visit<'_>, query: &str) -> Vec<AttributeProblem> {
    let pairs: Vec<(Cow<'_, str>, Cow<'_, str>)> = form_urlencoded::parse(query.as_bytes()).collect();
    let (point, others): (Vec<_>, Vec<_>) =
        pairs.iter().filter(|(name, _)| Filters::has_parameter(name)).partition(|(name, _)| POINT.contains(&&**name));
    let values = others.iter().flat_map(|(name, value)| values_of(name, value).map(move |value| (&**name, value)));
    let mut problems: Vec<AttributeProblem> = values
        .take(MAX_VALUES)
        .filter_map(|(name, value)| {
            let message = problem_of(visit, name, value)?;
            let value = (!SINGLE.contains(&name)).then(|| value.to_owned());
            Some(AttributeProblem { names: vec![name.to_owned()], value, message })
        })
        .collect();
    let names = POINT.map(ToOwned::to_owned);
    problems.extend(
        mistakes_of(visit, point.iter().map(|(name, value)| (&**name, &**value)))
            .iter()
            .map(|mistake| AttributeProblem { names: names.to_vec(), value: None, message: mistake.to_string() }),
    );
    if problems.is_empty() {
        let together = mistakes_of(visit, pairs.iter().map(|(name, value)| (&**name, &**value)));
        let whole = |mistake: &ParameterError| AttributeProblem {
            names: Vec::new(),
            value: None,
            message: mistake.to_string(),
        };
        problems.extend(together.first().map(whole));
    }
    problems
}

/// The values of an attribute that are looked at one by one.
fn values_of<'v>(name: &str, value: &'v str) -> impl Iterator<Item = &'v str> + use<'v> {
    let is_single = SINGLE.contains(&name);
    value.split(move |sign| sign == ',' && !is_single).map(str::trim).filter(|value| !value.is_empty())
}

/// Why a value cannot be taken.
fn problem_of(visit: &Visit<'_>, name: &str, value: &str) -> Option<String> {
    let mistakes = mistakes_of(visit, std::iter::once((name, value)));
    let mistake = mistakes.first().map(|mistake| explain(visit, mistake));
    mistake.or_else(|| {
        let is_unknown = LANGUAGES.contains(&name) && !is_known_language(visit, value);
        is_unknown.then(|| format!("{name}: {value:?} is no known language; allowed are {}", spoken(visit)))
    })
}

/// Whether a language has a name here, or somebody speaks it.
fn is_known_language(visit: &Visit<'_>, tag: &str) -> bool {
    tag.parse::<Language>().is_ok_and(|language| {
        let is_named = |language: &Language| language.names().is_some();
        is_named(&language)
            || language.broader().any(|broader| is_named(&broader))
            || visit.snapshot.languages().any(|spoken| *spoken == language)
    })
}

/// Some of the languages that are spoken.
fn spoken(visit: &Visit<'_>) -> String {
    let mut tags: Vec<&str> = visit.snapshot.languages().map(Language::as_str).collect();
    tags.sort_unstable();
    tags.truncate(EXAMPLES);
    if tags.is_empty() { "BCP-47 tags such as de, tr or kmr".to_owned() } else { format!("{} …", tags.join(", ")) }
}

/// What cannot be read of some parameters, else the first thing that the directory cannot be asked.
fn mistakes_of<'p>(visit: &Visit<'_>, pairs: impl Iterator<Item = (&'p str, &'p str)>) -> Vec<ParameterError> {
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    let (search, mistakes) = Search::from_query(&query);
    if !mistakes.is_empty() {
        return mistakes;
    }
    let filter = search.filters.actor_filter(visit.now);
    visit
        .snapshot
        .count_actors(search.filters.actor_type, &filter)
        .err()
        .map(ParameterError::from)
        .into_iter()
        .collect()
}

/// A mistake with some of what is allowed, where nothing comes near.
fn explain(visit: &Visit<'_>, mistake: &ParameterError) -> String {
    let snapshot = visit.snapshot;
    let with_examples = |name: &str, what: &str, given: &str, slugs: Vec<&str>| {
        format!("{name}: there is no {what} {given:?}; allowed are {} …", slugs.join(", "))
    };
    match mistake {
        ParameterError::UnknownTheme { name, given, nearest } if nearest.is_empty() => {
            let slugs = snapshot.themes().take(EXAMPLES).map(|no| snapshot.theme(no).data().slug.as_str());
            with_examples(name, "theme", given, slugs.collect())
        }
        ParameterError::UnknownDistrict { name, given, nearest } if nearest.is_empty() => {
            let slugs = snapshot.districts().take(EXAMPLES).map(|no| snapshot.district(no).data().slug.as_str());
            with_examples(name, "district", given, slugs.collect())
        }
        other => other.to_string(),
    }
}
