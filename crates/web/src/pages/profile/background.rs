//! How open an institution is, and what an actor is called elsewhere.

use domain::{Actor, Openness};
use maud::{Markup, html};

use crate::{
    Visit,
    parts::{
        activities::{detail, language_names},
        icons::{Icon, icon},
    },
};

/// What an institution does so that everybody can use it, and when that was true.
pub(super) fn openness(visit: &Visit<'_>, actor: &Actor) -> Markup {
    let known = actor.openness.as_deref().filter(|openness| openness.has_facts());
    html! {
        @if let Some(openness) = known {
            section.box {
                h2 { (icon(Icon::Speech)) (visit.say("openness")) }
                dl.details { (openness_details(visit, openness)) }
                @if let Some(day) = openness.on {
                    p.small { (visit.with("openness-on", "date", &visit.words().date(day))) }
                }
            }
        }
    }
}

/// The facts one by one.
pub(crate) fn openness_details(visit: &Visit<'_>, openness: &Openness) -> Markup {
    let interpreters = openness.interpreters.map(|are_there| if are_there { "my-yes" } else { "my-no" });
    html! {
        (detail(visit, "counter-languages", !openness.languages.is_empty(), &html! { (language_names(visit, &openness.languages)) }))
        @if let Some(word) = interpreters { (detail(visit, "interpreters", true, &html! { (visit.say(word)) })) }
        @if let Some(contact) = &openness.contact {
            (detail(visit, "association-contact", true, &html! { bdi { (contact) } }))
        }
        @if let Some(day) = openness.training_on {
            (detail(visit, "staff-training", true, &html! { (visit.words().date(day)) }))
        }
        @if let Some(declaration) = &openness.declaration {
            (detail(visit, "declaration", true, &html! { bdi { (declaration) } }))
        }
    }
}

/// The number in a register, and the ways to the same thing elsewhere.
pub(super) fn identifiers(visit: &Visit<'_>, actor: &Actor) -> Markup {
    let Some(identifiers) = actor.identifiers.as_deref() else { return Markup::default() };
    html! {
        @if let Some(register) = &identifiers.register {
            p.small { (visit.say("register-number")) ": " bdi { (register) } }
        }
        @if identifiers.osm.is_some() || identifiers.wikidata.is_some() {
            p.small {
                @if let Some(osm) = &identifiers.osm {
                    a href=(osm.web_address()) rel="noopener external nofollow" { "OpenStreetMap" }
                }
                @if identifiers.osm.is_some() && identifiers.wikidata.is_some() { " · " }
                @if let Some(wikidata) = &identifiers.wikidata {
                    a href=(wikidata.web_address()) rel="noopener external nofollow" { "Wikidata" }
                }
            }
        }
    }
}
