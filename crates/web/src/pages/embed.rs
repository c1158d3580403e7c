//! The element on a bare page, for frames on other sites.

use http::StatusCode;
use maud::{DOCTYPE, Markup, html};

use crate::{
    Answer, Locale, Page, Visit,
    answer::parameter,
    assets,
    embedding::{Embedding, View, WrongParameter, oembed_address},
    filters::{Filters, Search},
    parts::localised,
};

/// Answers a request for a frame. Its language is the one that the address tells, else German.
pub(crate) fn answer(visit: &Visit<'_>, query: &str) -> Answer {
    let told = parameter(query, "lang").and_then(|tag| Locale::from_tag(&tag));
    let visit = &Visit { locale: told.unwrap_or(Locale::De), ..*visit };
    match Embedding::from_query(query, &visit.site.partners) {
        Ok(embedding) => Answer::page(StatusCode::OK, frame(visit, &embedding).into_string()),
        Err(wrong) => Answer::page(StatusCode::BAD_REQUEST, refusal(visit, &wrong).into_string()),
    }
}

fn frame(visit: &Visit<'_>, embedding: &Embedding) -> Markup {
    let title = localised::plain(visit, &visit.snapshot.settings().title);
    let own = format!("{}{}", visit.origin, embedding.frame_path());
    let view = if embedding.view == View::Both { None } else { Some(embedding.view.word()) };
    let locked = (!embedding.locked.is_empty()).then(|| embedding.locked.join(","));
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let head = html! {
        link rel="alternate" type="application/json+oembed" title=(title) href=(oembed_address(visit, &own));
        script type="module" src="/widget.js" {}
    };
    let content = html! {
        bruecke-directory lang=(visit.locale.tag()) theme=[some(&embedding.theme)] district=[some(&embedding.district)]
            language=[some(&embedding.language)] entry=[some(&embedding.entry)] view=[view] locked=[locked]
            accent=[some(&embedding.accent)] height="100vh" {
            a href=(search(visit, embedding)) target="_blank" rel="noopener" { (title) }
        }
    };
    bare(visit, &title, &head, &content)
}

/// What is wrong with the address of a frame, where whoever pastes it sees it.
fn refusal(visit: &Visit<'_>, wrong: &WrongParameter) -> Markup {
    let title = visit.say("builder-wrong");
    let content = html! {
        div.notice.wrong role="alert" {
            p { (title) " " bdi lang="en" { (wrong) } }
            p { a href=(visit.path(&Page::EmbedBuilder)) target="_blank" rel="noopener" { (visit.say("builder-title")) } }
        }
    };
    bare(visit, &title, &html! {}, &content)
}

/// A page without anything around, for a frame. No `main`: the page around has one.
fn bare(visit: &Visit<'_>, title: &str, head: &Markup, content: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html.frame lang=(visit.locale.tag()) dir=(visit.locale.direction()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex, follow";
                title { (title) }
                meta name="description" content=(localised::plain(visit, &visit.snapshot.settings().description));
                link rel="stylesheet" href=(assets::address("page.css"));
                link rel="icon" href=(assets::address("icon.svg")) type="image/svg+xml";
                (head)
            }
            body.frame { (content) }
        }
    }
}

/// The page of the search that shows the same, for whoever has no scripts.
fn search(visit: &Visit<'_>, embedding: &Embedding) -> String {
    let split = |values: &str| values.split(',').filter(|value| !value.is_empty()).map(str::to_owned).collect();
    let filters = Filters {
        themes: split(&embedding.theme),
        districts: split(&embedding.district),
        languages: split(&embedding.language),
        ..Filters::default()
    };
    let (path, query) = (visit.path(&Page::Search), Search::of(filters).to_query());
    if query.is_empty() { path } else { format!("{path}?{query}") }
}
