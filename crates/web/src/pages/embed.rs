//! The element on a bare page, for frames on other sites.

use http::StatusCode;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::{
    Answer, Lasts, Locale, Page, Visit, assets,
    embedding::{Embedding, WrongParameter, address::oembed_address, escaped},
    filters::{Filters, Search},
    pages::search::protection,
    parts::{icons, localised, quick_exit},
    query::parameter,
};

/// Answers a request for a frame. Its language is the one that the address tells, else German.
pub(crate) fn answer(visit: &Visit<'_>, query: &str) -> Answer {
    let told = parameter(query, "lang").and_then(|tag| Locale::from_tag(&tag));
    let visit = &Visit { locale: told.unwrap_or(Locale::De), ..*visit };
    let (embedding, mut wrong) = match Embedding::from_frame(query, &visit.site.partners) {
        Ok(read) => read,
        Err(partner) => return Answer::page(StatusCode::BAD_REQUEST, refusal(visit, &partner).into_string()),
    };
    // What "today" and "now" mean in a question does not last.
    let has_question = embedding.filters.text.is_some() && embedding.question.is_none();
    let embedding = embedding.clone().with_question_read(visit).unwrap_or_else(|too_long| {
        wrong.push(too_long);
        Embedding { filters: Filters { text: None, ..embedding.filters.clone() }, ..embedding }
    });
    let answer = Answer::page(StatusCode::OK, frame(visit, &embedding, &wrong).into_string());
    if has_question { Answer { lasts: Lasts::ThisMinute, ..answer } } else { answer }
}

/// The element, with what of the address was left out, which it tells in the browser's console.
fn frame(visit: &Visit<'_>, embedding: &Embedding, wrong: &[WrongParameter]) -> Markup {
    let title = localised::plain(visit, &visit.snapshot.settings().title);
    let own = format!("{}{}", visit.origin, embedding.frame_path());
    // The page around is somebody else's and has no way out of its own.
    let is_protected = protects(visit, embedding);
    let head = html! {
        // What /oembed answers for: it knows no address with something wrong in it.
        @if wrong.is_empty() {
            link rel="alternate" type="application/json+oembed" title=(title) href=(oembed_address(visit, &own));
        }
        script type="module" src="/widget.js" {}
        @if is_protected { script type="module" src=(assets::address("page.js")) {} }
    };
    let element = Embedding { lang: Some(visit.locale), height: None, ..embedding.clone() }.attributes();
    let wrong = wrong.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    let wrong = if wrong.is_empty() { wrong } else { format!(" data-wrong=\"{}\"", escaped(&wrong)) };
    // The way out lies below, on nothing that is read.
    let height = if is_protected { "calc(100vh - 4.75rem)" } else { "100vh" };
    let content = html! {
        @if is_protected { (quick_exit::link(visit)) (icons::sheet()) }
        (PreEscaped(format!("<bruecke-directory{element}{wrong} height=\"{height}\">")))
        a href=(search(visit, embedding)) target="_blank" rel="noopener" { (title) }
        (PreEscaped("</bruecke-directory>"))
    };
    bare(visit, &title, &head, &content)
}

/// Whether the entries that are asked for, or the one, are about protection.
fn protects(visit: &Visit<'_>, embedding: &Embedding) -> bool {
    let search = Search { question: embedding.question.clone(), ..Search::of(embedding.filters.clone()) };
    let entry = visit.snapshot.actor_by_slug(&embedding.entry);
    protection::is_about_protection(visit, &search) || entry.is_some_and(|no| quick_exit::protects_actor(visit, no))
}

/// A frame of a partner that does not exist, where whoever pastes it sees so: nobody else may show it.
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
    let search = Search { question: embedding.question.clone(), ..Search::of(embedding.filters.clone()) };
    let (path, query) = (visit.path(&Page::Search), search.to_query());
    if query.is_empty() { path } else { format!("{path}?{query}") }
}
