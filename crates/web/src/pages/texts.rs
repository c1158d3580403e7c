//! Imprint and privacy: what the operator says, and what this program itself does with data.

use domain::LocalisedText;
use http::StatusCode;
use maud::{Markup, html};

use crate::{
    Answer, Page, Visit, assets,
    parts::{
        layout::{Head, document},
        localised,
        markdown::markdown,
    },
};

/// Who is responsible.
pub(crate) fn imprint(visit: &Visit<'_>) -> Answer {
    let content = html! {
        (text_or_missing(visit, &visit.site.imprint, "imprint-missing"))
        p { a href=(assets::address("licences.txt")) hreflang="en" { (visit.say("imprint-licences")) } }
    };
    page(visit, &Page::Imprint, "nav-imprint", &content)
}

/// What becomes of data.
pub(crate) fn privacy(visit: &Visit<'_>) -> Answer {
    let content = html! {
        (text_or_missing(visit, &visit.site.privacy, "privacy-missing"))
        h2 { (visit.say("privacy-program-title")) }
        ul {
            li { (visit.say("privacy-cookies")) }
            @if visit.site.map_strangers.is_empty() {
                li { (visit.say("privacy-others")) }
            } @else {
                li { (visit.with("privacy-map", "hosts", &visit.site.map_hosts())) }
            }
            @for key in ["privacy-logs", "privacy-demand", "privacy-place", "privacy-suggestions", "privacy-persons"] {
                li { (visit.say(key)) }
            }
        }
    };
    page(visit, &Page::Privacy, "nav-privacy", &content)
}

/// The operator's text, else that there is none yet.
fn text_or_missing(visit: &Visit<'_>, text: &LocalisedText, missing: &str) -> Markup {
    match text.resolve(visit.locale.tag()) {
        Some((language, text)) => html! { div lang=(language) dir="auto" { (markdown(text)) } },
        None => html! { div.notice { p { (visit.say(missing)) } } },
    }
}

fn page(visit: &Visit<'_>, page: &Page, title: &str, content: &Markup) -> Answer {
    let head = Head {
        title: visit.say(title).into_owned(),
        description: localised::plain(visit, &visit.snapshot.settings().description),
        page: Some(page),
        ..Head::default()
    };
    let content = html! {
        div.hero.slim { div.wide { h1 { (visit.say(title)) } } }
        div.wide.narrow.prose { (content) }
    };
    Answer::page(StatusCode::OK, document(visit, &head, &content))
}
