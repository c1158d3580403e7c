//! What is offered: the list of offers, filtered as actors are.

use directory::OfferQuestion;
use http::StatusCode;
use maud::{Markup, html};

use super::search::{chips, empty, help, listings, mistaken, panel, protection, question, read_search, results};
use crate::{
    Answer, Page, Visit,
    filters::{Listing, ParameterError, Search},
    parts::{
        activity_cards::offer_card,
        layout::{Head, document},
        searchbox::searchbox,
        shortlist,
    },
    visit::offer_page,
};

/// Answers a request for the list.
pub(crate) fn answer(visit: &Visit<'_>, query: &str) -> Answer {
    let search = match read_search(visit, Listing::Offers, query) {
        Ok(search) => search,
        Err(answer) => return *answer,
    };
    let head = Head {
        title: visit.say("listing-offers").into_owned(),
        description: visit.say("offers-lead").into_owned(),
        page: Some(&Page::Offers),
        query: search.to_query(),
        unlisted: !search.is_start(),
        quick_exit: protection::is_about_protection(visit, &search),
        ..Head::default()
    };
    match content(visit, &search) {
        Ok(content) => Answer::page(StatusCode::OK, document(visit, &head, &content)),
        Err(mistake) => mistaken(visit, &search, &[mistake]),
    }
}

fn content(visit: &Visit<'_>, search: &Search) -> Result<Markup, ParameterError> {
    let filter = search.filters.offer_filter(visit.now, visit.today());
    let page = visit.snapshot.offers(&OfferQuestion { filter, window: search.window() })?;
    let facets = listings::facets(visit, search)?;
    let shown: Vec<Page> = page.edges.iter().map(|(_, no)| offer_page(visit.snapshot, *no)).collect();
    Ok(html! {
        div.hero.slim { div.wide { (searchbox(visit, search)) (listings::tabs(visit, search)) } }
        div.wide.columns {
            div.filters { (panel::panel(visit, search, &facets)) }
            section.results aria-labelledby="results" {
                div.resultshead { h1 id="results" { (visit.count("offers-count", page.total)) } }
                (chips::chips(visit, search))
                (question::all_themes(visit, search))
                (question::notes(visit, search))
                (help::numbers(visit, &search.filters, page.total == 0))
                @if page.total == 0 {
                    (empty::advice(visit, search)?)
                } @else {
                    ol.cards { @for (_, no) in &page.edges { li { (offer_card(visit, *no, Some(&search.shortlist))) } } }
                    (shortlist::bar(visit, search, &shown))
                    (results::pager(visit, search, &page))
                }
                (question::words(visit, search))
            }
        }
    })
}
