//! Values of the forms of `/my` as people read them, where they stand beside others.

use chrono::{NaiveDate, NaiveDateTime};
use domain::OpeningHours;
use maud::{Markup, html};

use super::{
    fields::FieldInput,
    inputs::{precision_key, repetition_key, word},
};
use crate::{Visit, parts::hours};

/// Values of a field, or that there are none.
pub(super) fn format_values(visit: &Visit<'_>, input: FieldInput, values: &[String]) -> Markup {
    let hours =
        values.first().filter(|_| input == FieldInput::Hours).and_then(|text| text.parse::<OpeningHours>().ok());
    if let Some(row) = hours.and_then(|hours| hours::row(visit, &hours)) {
        return row;
    }
    let words = values.iter().filter(|value| !value.is_empty()).filter_map(|value| value_word(visit, input, value));
    let words: Vec<String> = words.collect();
    html! {
        @if words.is_empty() { em { (visit.say("my-nothing")) } }
        @for (at, word) in words.iter().enumerate() { @if at > 0 { (visit.words().comma()) } bdi.lines { (word) } }
    }
}

fn value_word(visit: &Visit<'_>, input: FieldInput, value: &str) -> Option<String> {
    let words = visit.words();
    let said = |key: &'static str| visit.say(key).into_owned();
    Some(match input {
        FieldInput::Ticks(vocabulary) | FieldInput::Word(vocabulary) => word(visit, vocabulary, value),
        FieldInput::Precision => said(precision_key(value.parse().ok()?)),
        FieldInput::YesNo | FieldInput::Flag => said(if value == "true" { "my-yes" } else { "my-no" }),
        FieldInput::Repetition => said(repetition_key(value)),
        FieldInput::Day => value.parse().map_or_else(|_| value.to_owned(), |day: NaiveDate| words.date(day)),
        FieldInput::Moment => {
            let at = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"];
            let at = at.iter().find_map(|format| NaiveDateTime::parse_from_str(value, format).ok());
            match at {
                Some(at) => words.moment(at),
                None => value.parse().map_or_else(|_| value.to_owned(), |day: NaiveDate| words.date(day)),
            }
        }
        _ => value.to_owned(),
    })
}
