//! What is offered: the list of offers, filtered as actors are.

use directory::{OfferNo, OfferQuestion};
use domain::vocabulary::OfferKind;
use http::StatusCode;
use maud::{Markup, html};

use super::{
    search::{chips, empty, help, listings, mistaken, panel, protection, question, read_search, results},
    shortlist,
};
use crate::{
    Answer, Page, Visit,
    filters::{Listing, ParameterError, Search, Shortlist},
    parts::{
        actions::share_link_of_many,
        activities::{availability, excerpt_of, language_names, offer_times, venue},
        icons::{Icon, icon},
        layout::{Head, document},
        localised,
        searchbox::searchbox,
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
                    ol.cards { @for (_, no) in &page.edges { li { (card(visit, *no, Some(&search.shortlist))) } } }
                    (shortlist::bar(visit, search, &shown))
                    (results::pager(visit, search, &page))
                }
                (question::words(visit, search))
            }
        }
    })
}

/// An offer in a list; with a list of what is kept it can be kept too.
pub(super) fn card(visit: &Visit<'_>, no: OfferNo, kept: Option<&Shortlist>) -> Markup {
    let entry = visit.snapshot.offer(no);
    let (offer, giver) = (entry.data(), entry.actor());
    let times = offer_times(visit, no);
    html! {
        article.card {
            p.kind {
                a href=(visit.profile(giver)) { (localised::name(&visit.snapshot.actor(giver).data().name)) }
                @if offer.kind != OfferKind::Service { span.badge { (visit.words().label(offer.kind)) } }
            }
            h2 { a href=(shortlist::carry(visit.offer(no), kept)) { (localised::label(visit, &offer.title)) } }
            (shortlist::tick(visit, &offer_page(visit.snapshot, no), &localised::label(visit, &offer.title), kept))
            (excerpt_of(visit, &offer.description))
            ul.facts {
                @if let Some(availability) = availability(visit, no) {
                    li { (icon(Icon::People)) span { span.unseen { (visit.say("availability")) ": " } (availability) } }
                }
                @if let Some(times) = &times {
                    li { (icon(Icon::Clock)) span { span.unseen { (visit.say("schedule")) ": " } (times) } }
                }
                @if let Some(from) = offer.valid_from.filter(|from| *from > visit.today()) {
                    li { (icon(Icon::Calendar)) span { (visit.say("valid-from")) " " (visit.words().date(from)) } }
                }
                @if let Some(place) = venue(visit, visit.snapshot.venue_of_offer(no), Some(giver)) {
                    li { (icon(Icon::Place)) span { (place) } }
                }
                @if !offer.languages.is_empty() {
                    li { (icon(Icon::Speech)) span { span.unseen { (visit.say("languages")) ": " } (language_names(visit, &offer.languages)) } }
                }
            }
            p.share { (share_link_of_many(visit, &localised::plain(visit, &offer.title), &visit.offer(no))) }
        }
    }
}
