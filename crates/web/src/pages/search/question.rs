//! A question in words: what is understood of it goes into the address, where each part can be taken back.

use directory::{EventPeriod, Interpretation, InterpretationChip, text::quoted_text};
use maud::{Markup, html};

use super::{chips, listings, results::address};
use crate::{
    Visit,
    filters::{Calendar, Filters, Listing, ParameterError, Search},
    parts::icons::{Icon, icon},
};

/// The search with everything in it that can be understood of the question. A theme or district below another one
/// stands for both: who chose the lower one means less.
///
/// # Errors
/// [`ParameterError`] where the question is too long.
pub(crate) fn read(visit: &Visit<'_>, search: Search) -> Result<Search, ParameterError> {
    let mut search = understand(visit, search)?;
    search.filters.drop_parents(visit.snapshot);
    Ok(search)
}

fn understand(visit: &Visit<'_>, mut search: Search) -> Result<Search, ParameterError> {
    let text = search.filters.text.clone().unwrap_or_default();
    match (search.question.take(), search.rest.take()) {
        // An address that says all.
        (Some(question), None) => {
            search.question = (!search.filters.is_empty()).then_some(question);
            return Ok(search);
        }
        // A form with the question that it was filled with.
        (Some(question), Some(rest)) if question == text => {
            search.filters.text = (!rest.is_empty()).then_some(rest);
            search.question = Some(question);
            return Ok(search);
        }
        // Another question was typed: what was understood of the one before goes with it.
        (Some(question), Some(_)) => search.filters.exclude(&interpret(visit, &question)?.filter),
        (None, _) => {}
    }
    if text.is_empty() {
        return Ok(search);
    }
    let interpretation = interpret(visit, &text)?;
    let before = search.filters.clone();
    let is_asked_first =
        search.listing == Listing::Actors && before == Filters { text: Some(text.clone()), ..Filters::default() };
    if is_asked_first {
        let mut events = search.in_listing(Listing::Events);
        apply(&mut events, &interpretation);
        if leads_to_events(visit, &events, &interpretation) {
            search = events;
        }
    }
    apply(&mut search, &interpretation);
    if interpretation.asks_for_events() && search.listing == Listing::Events && search.filters.is_empty() {
        return Ok(search);
    }
    // What only says what must not be cannot be asked for: its words are looked for.
    if search.filters.is_empty() {
        search.filters.text = Some(text);
        return Ok(search);
    }
    search.question = (search.filters != before && !search.filters.is_empty()).then_some(text);
    Ok(search)
}

/// Asks for what a question was taken for; once more makes no difference.
fn apply(search: &mut Search, interpretation: &Interpretation) {
    if search.listing == Listing::Events {
        show_period(search, interpretation);
    }
    search.filters.include(&interpretation.filter);
    search.filters.text = (!interpretation.words.is_empty()).then(|| interpretation.words.clone());
}

/// Whether a question asks for nothing but a period, or names events: those of a day or period, or such as there are.
fn leads_to_events(visit: &Visit<'_>, events: &Search, interpretation: &Interpretation) -> bool {
    let has_events = || listings::count(visit, events, &events.filters).is_ok_and(|count| count > 0);
    let has_period = events.calendar != Calendar::List;
    match interpretation.names_events {
        true => has_period || events.filters.is_empty() || has_events(),
        false => has_period && events.filters.is_empty(),
    }
}

/// Lays events out by the period that a question names. Of a day that comes once it is the week it is in: its day of the
/// week comes again and again.
fn show_period(search: &mut Search, interpretation: &Interpretation) {
    match interpretation.event_period {
        Some(EventPeriod::Day(day) | EventPeriod::Week(day)) => {
            (search.calendar, search.from) = (Calendar::Week, Some(day));
        }
        Some(EventPeriod::Month(day)) => (search.calendar, search.from) = (Calendar::Month, Some(day)),
        None => {}
    }
}

fn interpret(visit: &Visit<'_>, question: &str) -> Result<Interpretation, ParameterError> {
    Ok(visit.snapshot.interpret(question, Some(visit.locale.tag()), visit.now)?)
}

/// Below the chips: the way to those who have all of several themes, as far as there are some and others besides.
pub(in crate::pages) fn all_themes(visit: &Visit<'_>, search: &Search) -> Markup {
    if search.filters.all_themes || search.filters.themes.len() < 2 {
        return Markup::default();
    }
    let all = Filters { all_themes: true, ..search.filters.clone() };
    let count = listings::count(visit, search, &all).unwrap_or_default();
    let total = listings::count(visit, search, &search.filters).unwrap_or_default();
    html! {
        @if count > 0 && count < total {
            div.understood {
                p.offers {
                    a href=(address(visit, &search.with_filters(all))) rel="nofollow" {
                        (icon(Icon::Filter)) (visit.say("all-themes-only")) " " span.number { "(" (visit.words().number(count)) ")" }
                    }
                }
            }
        }
    }
}

/// Below the chips: the words that were left aside, and what else may be meant.
pub(in crate::pages) fn notes(visit: &Visit<'_>, search: &Search) -> Markup {
    let Some(question) = &search.question else { return Markup::default() };
    let Ok(interpretation) = interpret(visit, question) else { return Markup::default() };
    let is_exact = search.filters.text.as_ref() == Some(question);
    // What is not wanted and cannot be said in an address is told.
    let is_aside = |chip: &&InterpretationChip| chip.field == "text" || chip.field == "not" && !chip.applied;
    let aside: Vec<&str> = interpretation.chips.iter().filter(is_aside).map(|chip| chip.text.as_str()).collect();
    let offers = offers(visit, &search.filters, &interpretation);
    let events = events(visit, search, &interpretation);
    if is_exact || aside.is_empty() && offers.is_empty() && events.is_none() {
        return Markup::default();
    }
    html! {
        div.understood {
            @if let Some(events) = &events { p.offers { (events) } }
            @if !aside.is_empty() {
                p {
                    (visit.say("question-aside")) " "
                    @for (at, word) in aside.iter().enumerate() {
                        @if at > 0 { (visit.words().comma()) }
                        bdi { (word) }
                    }
                }
            }
            @if !offers.is_empty() {
                p.offers {
                    span { (visit.say("question-offers")) }
                    @for (label, with) in &offers {
                        " " a href=(address(visit, &search.with_filters(with.clone()))) rel="nofollow" { (icon(Icon::Plus)) (label) }
                    }
                }
            }
        }
    }
}

/// The way from others to the events that a question asks for, if there are any.
fn events(visit: &Visit<'_>, search: &Search, interpretation: &Interpretation) -> Option<Markup> {
    if search.listing == Listing::Events || !interpretation.asks_for_events() {
        return None;
    }
    let mut events = search.in_listing(Listing::Events);
    show_period(&mut events, interpretation);
    let count = listings::count(visit, &events, &events.filters).ok().filter(|count| *count > 0)?;
    Some(html! {
        a href=(address(visit, &events)) rel="nofollow" { (icon(Icon::Calendar)) (visit.count("events-count", count)) }
    })
}

/// Below the results: the way from what was understood to the words themselves, and back.
pub(in crate::pages) fn words(visit: &Visit<'_>, search: &Search) -> Markup {
    let quoted = search.filters.text.as_deref().and_then(quoted_text);
    let (key, text) = match (quoted, &search.question) {
        (Some(text), _) => ("question-read", text.to_owned()),
        (None, Some(question)) => ("question-exact", format!("\"{question}\"")),
        (None, None) => return Markup::default(),
    };
    let other = search.with_only(Filters { text: Some(text), ..Filters::default() });
    html! { p.understood { a href=(address(visit, &other)) rel="nofollow" { (visit.say(key)) } } }
}

/// What the words may mean besides: each with the filters that it would make.
fn offers(visit: &Visit<'_>, filters: &Filters, interpretation: &Interpretation) -> Vec<(Markup, Filters)> {
    let mut offers: Vec<(Markup, Filters)> = Vec::new();
    for chip in interpretation.chips.iter().filter(|chip| !chip.applied) {
        let (mut only, mut with) = (Filters::default(), filters.clone());
        let is_negated = chip.field == "not";
        let place = visit.snapshot.named_places().find(|place| chip.condition == "near" && place.slug == chip.value);
        let add = |filters: &mut Filters| match place {
            Some(place) if !is_negated => filters.near.replace(place.near) != Some(place.near),
            _ => filters.include_value(chip.condition, &chip.value, is_negated),
        };
        let can_be_asked = add(&mut only) && add(&mut with);
        if can_be_asked && !offers.iter().any(|(_, known)| *known == with) {
            let label = chips::labels(visit, &only).into_iter().next().unwrap_or_default();
            offers.push((label, with));
        }
    }
    offers
}
