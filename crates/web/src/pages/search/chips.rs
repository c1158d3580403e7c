//! What is asked for, each with a way to take it back.

use domain::{
    ActorType,
    vocabulary::{FieldOfAction, TargetGroup},
};
use maud::{Markup, html};

use super::results::address;
use crate::{
    Visit,
    filters::{Filters, Search},
    parts::{
        icons::{Icon, icon},
        localised,
    },
};

/// One value that is asked for, and the question without it.
struct Chip {
    label: Markup,
    without: Filters,
}

/// The values that are asked for.
pub(in crate::pages) fn chips(visit: &Visit<'_>, search: &Search) -> Markup {
    let chips = all(visit, &search.filters);
    html! {
        @if !chips.is_empty() {
            ul.chips aria-label=(visit.say("chips-label")) {
                @for chip in &chips {
                    li {
                        a href=(address(visit, &search.with_filters(chip.without.clone()))) rel="nofollow" {
                            span.unseen { (visit.say("chip-remove")) " " }
                            span.label { (chip.label) } (icon(Icon::Close))
                        }
                    }
                }
                @if chips.len() > 1 {
                    li { a.all href=(address(visit, &search.with_only(Filters::default()))) { (visit.say("chips-clear")) } }
                }
            }
        }
    }
}

/// What each value that is asked for is called.
pub(super) fn labels(visit: &Visit<'_>, filters: &Filters) -> Vec<Markup> {
    all(visit, filters).into_iter().map(|chip| chip.label).collect()
}

fn all(visit: &Visit<'_>, filters: &Filters) -> Vec<Chip> {
    let (words, mut chips) = (visit.words(), Vec::new());
    let mut chip = |label: Markup, change: &dyn Fn(&mut Filters)| {
        let mut without = filters.clone();
        change(&mut without);
        chips.push(Chip { label, without });
    };
    if let Some(text) = &filters.text {
        chip(html! { q { bdi { (text) } } }, &|less| less.text = None);
    }
    if let Some(actor_type) = filters.actor_type {
        chip(html! { (words.actor_type(actor_type)) }, &|less| less.actor_type = None);
    }
    for slug in &filters.themes {
        chip(theme(visit, slug), &|less| less.themes.retain(|one| one != slug));
    }
    if filters.all_themes {
        chip(html! { (words.say("all-themes-chip")) }, &|less| less.all_themes = false);
    }
    for slug in &filters.districts {
        chip(district(visit, slug), &|less| less.districts.retain(|one| one != slug));
    }
    for word in &filters.kinds {
        chip(html! { (super::panel::kind_label(visit, word)) }, &|less| less.kinds.retain(|one| one != word));
    }
    for tag in &filters.languages {
        chip(language(visit, tag), &|less| less.languages.retain(|one| one != tag));
    }
    for word in &filters.target_groups {
        chip(target_group(visit, word), &|less| less.target_groups.retain(|one| one != word));
    }
    for word in &filters.fields_of_action {
        chip(field_of_action(visit, word), &|less| less.fields_of_action.retain(|one| one != word));
    }
    feature_chips(visit, filters, &mut chip);
    place_and_link_chips(visit, filters, &mut chip);
    for (label, without) in exclusions(visit, filters) {
        chips.push(Chip { label: html! { (words.say("chip-not")) " " (label) }, without });
    }
    chips
}

/// Takes what a value is called, and how it is taken back.
type AddChip<'a> = &'a mut dyn FnMut(Markup, &dyn Fn(&mut Filters));

/// How and when somebody can be reached.
fn feature_chips(visit: &Visit<'_>, filters: &Filters, chip: AddChip<'_>) {
    let words = visit.words();
    if filters.free_of_charge {
        chip(html! { (words.say("free-of-charge")) }, &|less| less.free_of_charge = false);
    }
    if let Some(by_appointment) = filters.by_appointment {
        let key = if by_appointment { "by-appointment" } else { "without-appointment" };
        chip(html! { (words.say(key)) }, &|less| less.by_appointment = None);
    }
    if filters.confidential {
        chip(html! { (words.say("confidential")) }, &|less| less.confidential = false);
    }
    for access in &filters.wheelchair {
        chip(html! { (words.label(*access)) }, &|less| less.wheelchair.retain(|one| one != access));
    }
    for aid in &filters.accessibility {
        chip(html! { (words.label(*aid)) }, &|less| less.accessibility.retain(|one| one != aid));
    }
    if filters.interpreters {
        chip(html! { (words.say("interpreters")) }, &|less| less.interpreters = false);
    }
    for tag in &filters.counter_languages {
        let label = html! { (words.say("counter-languages")) ": " (language(visit, tag)) };
        chip(label, &|less| less.counter_languages.retain(|one| one != tag));
    }
    for kind in &filters.offer_kinds {
        chip(html! { (words.label(*kind)) }, &|less| less.offer_kinds.retain(|one| one != kind));
    }
    for availability in &filters.availability {
        chip(html! { (words.label(*availability)) }, &|less| less.availability.retain(|one| one != availability));
    }
    for day in &filters.weekdays {
        chip(html! { (words.weekday(*day)) }, &|less| less.weekdays.retain(|one| one != day));
    }
    for time in &filters.daytimes {
        chip(html! { (words.label(*time)) }, &|less| less.daytimes.retain(|one| one != time));
    }
    if let Some(age) = filters.age {
        chip(html! { (words.count("age-years", age.into())) }, &|less| less.age = None);
    }
    if filters.open_now {
        chip(html! { (words.say("open-now")) }, &|less| less.open_now = false);
    }
    if let Some(near) = filters.near {
        let distance = words.distance(near.radius_metres);
        let place = visit.snapshot.named_places().find(|place| place.near == near);
        let label = html! {
            span {
                @if let Some(place) = place { bdi { (place.label(visit.locale.tag())) } ": " }
                (words.with("near-within", [("distance", distance.into())]))
            }
        };
        chip(label, &|less| less.near = None);
    }
}

/// Within a polygon, and whom somebody is joined to.
fn place_and_link_chips(visit: &Visit<'_>, filters: &Filters, chip: AddChip<'_>) {
    let words = visit.words();
    if let Some(slug) = &filters.actor {
        chip(html! { bdi { (name(visit, slug)) } }, &|less| less.actor = None);
    }
    if filters.polygon.is_some() {
        chip(html! { (words.say("polygon-within")) }, &|less| less.polygon = None);
    }
    if let Some(slug) = &filters.cooperates_with {
        chip(html! { (visit.with("partner-of", "name", &name(visit, slug))) }, &|less| less.cooperates_with = None);
    }
    for kind in &filters.cooperation_kinds {
        chip(html! { (words.cooperation_kind(*kind)) }, &|less| less.cooperation_kinds.retain(|one| one != kind));
    }
    if let Some(slug) = &filters.member_of {
        chip(html! { (visit.with("member-of", "name", &name(visit, slug))) }, &|less| less.member_of = None);
    }
    if let Some(in_network) = filters.in_network {
        let key = if in_network { "network-any" } else { "network-none" };
        chip(html! { (words.say(key)) }, &|less| less.in_network = None);
    }
}

/// What each value that must not be is called, with the filters without it.
fn exclusions(visit: &Visit<'_>, filters: &Filters) -> Vec<(Markup, Filters)> {
    let label = |parameter: &str, value: &str| match parameter {
        "not_type" => {
            let actor_type = ActorType::ALL.iter().find(|it| it.slug() == value);
            html! { @if let Some(actor_type) = actor_type { (visit.words().actor_type(*actor_type)) } }
        }
        "not_theme" => theme(visit, value),
        "not_district" => district(visit, value),
        "not_language" => language(visit, value),
        "not_group" => target_group(visit, value),
        "not_field" => field_of_action(visit, value),
        _ => html! { (super::panel::kind_label(visit, value)) },
    };
    let pairs = filters.excluded.pairs();
    let one = |(parameter, value): &(&'static str, String)| {
        let mut without = filters.clone();
        without.excluded.remove_value(parameter, value);
        (label(parameter, value), without)
    };
    pairs.iter().map(one).collect()
}

/// The name of an entry.
fn name(visit: &Visit<'_>, slug: &str) -> String {
    let no = visit.snapshot.actor_by_slug(slug);
    no.map(|no| visit.snapshot.actor(no).data().name.clone()).unwrap_or_default()
}

fn theme(visit: &Visit<'_>, slug: &str) -> Markup {
    visit.snapshot.theme_by_slug(slug).map(|no| localised::theme(visit, no)).unwrap_or_default()
}

fn district(visit: &Visit<'_>, slug: &str) -> Markup {
    visit.snapshot.district_by_slug(slug).map(|no| localised::district(visit, no)).unwrap_or_default()
}

fn language(visit: &Visit<'_>, tag: &str) -> Markup {
    html! { @if let Ok(language) = tag.parse() { (visit.words().language(&language)) } }
}

fn target_group(visit: &Visit<'_>, word: &str) -> Markup {
    html! { @if let Ok(group) = word.parse::<TargetGroup>() { (visit.words().label(group)) } }
}

fn field_of_action(visit: &Visit<'_>, word: &str) -> Markup {
    html! { @if let Ok(field) = word.parse::<FieldOfAction>() { (visit.words().label(field)) } }
}
