//! What stands below an input of hours: days and times to choose, and what is understood.

use domain::OpeningHours;
use formats::actors_table::parse_spoken_hours;
use maud::{Markup, html};

use crate::{Visit, parts::hours};

/// Where scripts put days and times to choose, with their words; what is chosen is written into the input.
pub(super) fn helper(visit: &Visit<'_>, input: &str) -> Markup {
    html! {
        div.hours-helper hidden data-hours=(input) data-title=(visit.say("my-hours-rows")) data-from=(visit.say("my-hours-from"))
            data-to=(visit.say("my-hours-to")) data-closed=(visit.say("my-hours-closed")) data-add=(visit.say("my-hours-add"))
            data-remove=(visit.say("my-hours-remove")) data-holidays=(visit.say("my-hours-holidays"))
            data-school=(visit.say("my-hours-school")) {}
    }
}

/// What hours mean that somebody typed, where they mean something.
pub(super) fn hours_preview(visit: &Visit<'_>, text: &str) -> Markup {
    let read: Option<OpeningHours> = parse_spoken_hours(text).and_then(|notation| notation.parse().ok());
    html! {
        @if let Some(read) = read {
            p.hinted { (visit.say("my-hours-read")) }
            (hours::table(visit, &read))
        }
    }
}
