//! Texts of the directory in the reader's language, or visibly in another.

use directory::{DistrictNo, ThemeNo};
use domain::LocalisedText;
use maud::{Markup, html};

use crate::Visit;

/// Whether a text in this language reads like the page.
fn is_foreign(visit: &Visit<'_>, language: &domain::Language) -> bool {
    language.primary() != visit.locale.tag()
}

/// A short text, such as a title, in its place in a sentence.
pub(crate) fn label(visit: &Visit<'_>, text: &LocalisedText) -> Markup {
    match text.resolve(visit.locale.tag()) {
        None => html! {},
        Some((language, text)) if is_foreign(visit, language) => {
            html! { span lang=(language) dir="auto" { (text) } }
        }
        Some((_, text)) => html! { (text) },
    }
}

/// A short text where no markup may stand.
pub(crate) fn plain(visit: &Visit<'_>, text: &LocalisedText) -> String {
    text.resolve(visit.locale.tag()).map(|(_, text)| text.to_owned()).unwrap_or_default()
}

/// What a theme is called.
pub(crate) fn theme(visit: &Visit<'_>, theme: ThemeNo) -> Markup {
    label(visit, visit.snapshot.theme(theme).label())
}

/// What a district is called, with its level where that tells it from another: "Wanne (Stadtbezirk)".
pub(crate) fn district(visit: &Visit<'_>, district: DistrictNo) -> Markup {
    let entry = visit.snapshot.district(district);
    html! {
        (label(visit, entry.name()))
        @if visit.snapshot.has_namesake(district, visit.locale.tag()) {
            " (" (visit.words().label(entry.data().level)) ")"
        }
    }
}

/// The same where no markup may stand.
pub(crate) fn plain_district(visit: &Visit<'_>, district: DistrictNo) -> String {
    visit.snapshot.district_label(district, visit.locale.tag()).into_owned()
}

/// A sign that a text is in another language than the page, for texts where it matters.
fn mark(visit: &Visit<'_>, language: &domain::Language) -> Markup {
    let note = match language.primary() {
        "de" => visit.say("only-in-german"),
        _ => visit.with("only-in", "language", &visit.words().language(language)),
    };
    html! { span.only { (note) } }
}

/// A text of one or two sentences.
pub(crate) fn summary(visit: &Visit<'_>, text: &LocalisedText) -> Markup {
    match text.resolve(visit.locale.tag()) {
        None => html! {},
        Some((language, text)) if is_foreign(visit, language) => html! {
            p.summary lang=(language) dir="auto" { (text) }
            p.note { (mark(visit, language)) }
        },
        Some((_, text)) => html! { p.summary { (text) } },
    }
}

/// A longer text: an empty line makes a paragraph, the end of a line a new one.
pub(crate) fn description(visit: &Visit<'_>, text: &LocalisedText) -> Markup {
    let Some((language, text)) = text.resolve(visit.locale.tag()) else { return html! {} };
    let foreign = is_foreign(visit, language);
    html! {
        div.prose lang=[foreign.then_some(language)] dir=[foreign.then_some("auto")] {
            @for paragraph in text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
                p {
                    @for (at, line) in paragraph.lines().enumerate() {
                        @if at > 0 { br; }
                        (line)
                    }
                }
            }
        }
        @if foreign { p.note { (mark(visit, language)) } }
    }
}
