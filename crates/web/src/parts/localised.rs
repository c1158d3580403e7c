//! Texts of the directory in the reader's language, or visibly in another.

use directory::{DistrictNo, ThemeNo};
use domain::LocalisedText;
use maud::{Markup, html};

use super::typography::{hyphenate, unbroken};
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

/// The same where there is little room: long words are divided.
pub(crate) fn narrow_label(visit: &Visit<'_>, text: &LocalisedText) -> Markup {
    let Some((language, text)) = text.resolve(visit.locale.tag()) else { return html! {} };
    let text = hyphenate(text, language);
    match is_foreign(visit, language) {
        true => html! { span lang=(language) dir="auto" { (text) } },
        false => html! { (text) },
    }
}

/// What an entry is called, in the direction of its own letters.
pub(crate) fn name(name: &str) -> Markup {
    html! { bdi { (unbroken(name)) } }
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
    // One box, so that the space stays where what is around lays its parts out in a row.
    html! {
        @if visit.snapshot.has_namesake(district, visit.locale.tag()) {
            span { (label(visit, entry.name())) " (" (visit.words().label(entry.data().level)) ")" }
        } @else {
            (label(visit, entry.name()))
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
    let Some((language, shown)) = text.resolve(visit.locale.tag()) else { return html! {} };
    html! {
        @if is_foreign(visit, language) {
            p.summary lang=(language) dir="auto" { (shown) }
            p.note { (mark(visit, language)) }
        } @else {
            p.summary { (shown) }
        }
    }
}

/// The same, and in plain language too where there is such a text.
pub(crate) fn summary_with_plain_language(visit: &Visit<'_>, text: &LocalisedText) -> Markup {
    let Some((language, _)) = text.resolve(visit.locale.tag()) else { return html! {} };
    html! { (summary(visit, text)) (plain_language(visit, text, language)) }
}

/// A longer text: an empty line makes a paragraph, the end of a line a new one; and the same in plain language where
/// there is one.
pub(crate) fn description(visit: &Visit<'_>, text: &LocalisedText) -> Markup {
    let Some((language, shown)) = text.resolve(visit.locale.tag()) else { return html! {} };
    let foreign = is_foreign(visit, language);
    html! {
        div.prose lang=[foreign.then_some(language)] dir=[foreign.then_some("auto")] { (paragraphs(shown)) }
        @if foreign { p.note { (mark(visit, language)) } }
        (plain_language(visit, text, language))
    }
}

/// A text in the plain variety of the language that is shown, such as `de-simple` (Leichte Sprache).
fn plain_language(visit: &Visit<'_>, text: &LocalisedText, shown: &domain::Language) -> Markup {
    let tag = format!("{}-simple", shown.primary());
    let Some(plain) = text.get(&tag).filter(|_| shown.as_str() != tag) else { return html! {} };
    html! {
        div.plain-language {
            p.plain-language-label { (visit.say("in-plain-language")) }
            div.prose lang=(tag) dir="auto" { (paragraphs(plain)) }
        }
    }
}

fn paragraphs(text: &str) -> Markup {
    html! {
        @for paragraph in text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
            p {
                @for (at, line) in paragraph.lines().enumerate() {
                    @if at > 0 { br; }
                    (line)
                }
            }
        }
    }
}
