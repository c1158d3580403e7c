//! The element on a bare page, for frames on other sites.

use http::StatusCode;
use maud::{DOCTYPE, html};

use crate::{
    Answer, Locale, Page, Visit, assets,
    embedding::{Embedding, View, oembed_address},
    filters::{Filters, Search},
    parts::localised,
};

/// Answers a request for a frame. Its language is the one that the address tells, else German.
pub(crate) fn answer(visit: &Visit<'_>, query: &str) -> Answer {
    let embedding = match Embedding::from_query(query) {
        Ok(embedding) => embedding,
        Err(wrong) => {
            let file = Answer::file("text/plain; charset=utf-8", format!("{wrong}\n"));
            return Answer { status: StatusCode::BAD_REQUEST, ..file };
        }
    };
    let locale = embedding.lang.unwrap_or(Locale::De);
    let visit = &Visit { locale, ..*visit };
    let title = localised::plain(visit, &visit.snapshot.settings().title);
    let own = format!("{}{}", visit.origin, embedding.frame_path());
    let view = if embedding.view == View::Both { None } else { Some(embedding.view.word()) };
    let locked = (!embedding.locked.is_empty()).then(|| embedding.locked.join(","));
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let page = html! {
        (DOCTYPE)
        html.frame lang=(locale.tag()) dir=(locale.direction()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex, follow";
                title { (title) }
                link rel="stylesheet" href=(assets::address("page.css"));
                link rel="icon" href=(assets::address("icon.svg")) type="image/svg+xml";
                link rel="alternate" type="application/json+oembed" title=(title)
                    href=(oembed_address(visit, &own));
                script type="module" src="/widget.js" {}
            }
            body.frame {
                // No `main`: the page around has one.
                bruecke-directory lang=(locale.tag()) theme=[some(&embedding.theme)] district=[some(&embedding.district)]
                    language=[some(&embedding.language)] entry=[some(&embedding.entry)] view=[view] locked=[locked]
                    accent=[some(&embedding.accent)] height="100vh" {
                    a href=(search(visit, &embedding)) target="_blank" rel="noopener" { (title) }
                }
            }
        }
    };
    Answer::page(StatusCode::OK, page.into_string())
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
