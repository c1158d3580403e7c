//! Numbers that help at once: for what is asked for, and where nobody is found.

use maud::{Markup, html};
use serde_json::{Value, json};

use crate::{
    HelpNumber, Visit,
    filters::Filters,
    parts::{
        cards::telephone,
        icons::{Icon, icon},
        localised,
    },
};

/// The numbers for the themes that are asked for, with `everything` those for everything too.
pub(in crate::pages) fn numbers(visit: &Visit<'_>, filters: &Filters, everything: bool) -> Markup {
    let is_for = |number: &&HelpNumber| match number.themes.as_slice() {
        [] => everything,
        themes => themes.iter().any(|theme| is_asked(visit, filters, theme)),
    };
    let numbers: Vec<&HelpNumber> = visit.site.help.iter().filter(is_for).collect();
    html! {
        @if !numbers.is_empty() {
            section.help aria-label=(visit.say("help-numbers")) {
                p { (visit.say("help-numbers")) }
                ul.plain {
                    @for number in numbers {
                        li {
                            a.call href=(telephone(&number.phone)) { (icon(Icon::Phone)) bdi dir="ltr" { (number.phone) } }
                            " " (localised::label(visit, &number.label))
                        }
                    }
                }
            }
        }
    }
}

/// The same for the element on other sites.
pub(crate) fn to_json(visit: &Visit<'_>, number: &HelpNumber) -> Value {
    let label = number.label.resolve(visit.locale.tag()).map_or("", |(_, label)| label);
    json!({ "label": label, "phone": number.phone, "link": telephone(&number.phone), "themes": number.themes })
}

/// Whether a theme is asked for, itself or one below it.
fn is_asked(visit: &Visit<'_>, filters: &Filters, theme: &str) -> bool {
    let Some(theme) = visit.snapshot.theme_by_slug(theme) else { return false };
    let asked = filters.themes.iter().filter_map(|slug| visit.snapshot.theme_by_slug(slug));
    asked.into_iter().any(|no| visit.snapshot.theme(no).lineage().contains(&theme))
}
