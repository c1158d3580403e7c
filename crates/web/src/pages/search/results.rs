//! The results: how many, in which order, the entries, and the way to more.

use directory::{ActorNo, ActorOrder, MatchReason, MatchSubject, text::DocumentPart};
use maud::{Markup, html};

use crate::{
    Page, Visit,
    filters::Search,
    parts::{
        actions::print_button,
        cards,
        icons::{Icon, icon},
        shortlist,
    },
    visit::profile_page,
};

/// How many there are, and in which order they stand.
pub(super) fn heading(visit: &Visit<'_>, search: &Search, total: u64, is_start: bool, has_others: bool) -> Markup {
    let heading = if has_others { visit.say("results-others") } else { visit.count("results", total) };
    html! {
        div.resultshead {
            // The start has a heading of its own above this one.
            @if is_start { h2 id="results" { (heading) } } @else { h1 id="results" { (heading) } }
            @if total > 0 { (views(visit, search)) }
            @if total > 1 { (orders(visit, search)) }
        }
    }
}

/// The way from the list to the map and back, where there is no room for both.
fn views(visit: &Visit<'_>, search: &Search) -> Markup {
    html! {
        nav.views aria-label=(visit.say("calendar-view")) {
            ul {
                @for (is_map, key) in [(false, "calendar-list"), (true, "map-show")] {
                    @let other = Search { is_map, ..search.clone() };
                    li { a href=(address(visit, &other)) aria-current=[(is_map == search.is_map).then_some("true")] rel="nofollow" {
                        (icon(if is_map { Icon::Place } else { Icon::List })) (visit.say(key))
                    } }
                }
            }
        }
    }
}

/// What can be taken away of the results: a table, the calendar of their events, a print.
pub(super) fn files(visit: &Visit<'_>, search: &Search) -> Markup {
    let query = search.filters.to_query();
    let table = if query.is_empty() { "/export/actors.csv".to_owned() } else { format!("/export/actors.csv?{query}") };
    html! {
        nav.files aria-label=(visit.say("files-label")) {
            ul {
                li { a href=(table) download rel="nofollow" { (visit.say("files-table")) } }
                li { a href=(visit.events_calendar(&search.filters)) type="text/calendar" rel="nofollow" { (visit.say("files-calendar")) } }
                li { (print_button(visit)) }
            }
        }
    }
}

fn orders(visit: &Visit<'_>, search: &Search) -> Markup {
    let filters = &search.filters;
    let has_words = !search.typed_text().is_empty();
    let usual = if has_words { ActorOrder::Relevance } else { ActorOrder::Name };
    let mut offered = vec![usual];
    offered.extend(filters.near.is_some().then_some(ActorOrder::Distance));
    offered.extend(has_words.then_some(ActorOrder::Name));
    offered.extend([ActorOrder::Verified, ActorOrder::Updated]);
    html! {
        nav.orders aria-label=(visit.say("order-label")) {
            span aria-hidden="true" { (visit.say("order-label")) ":" }
            ul {
                @for order in offered {
                    @let chosen = search.order.unwrap_or(usual) == order;
                    @let other = Search { order: (order != usual).then_some(order), ..search.with_filters(filters.clone()) };
                    li { a href=(address(visit, &other)) aria-current=[chosen.then_some("true")] rel="nofollow" { (visit.say(key(order))) } }
                }
            }
        }
    }
}

const fn key(order: ActorOrder) -> &'static str {
    match order {
        ActorOrder::Relevance => "order-relevance",
        ActorOrder::Name => "order-name",
        ActorOrder::Distance => "order-distance",
        ActorOrder::Updated => "order-updated",
        ActorOrder::Verified => "order-verified",
    }
}

/// The address of a question.
pub(in crate::pages) fn address(visit: &Visit<'_>, search: &Search) -> String {
    let (path, query) = (visit.path(&search.listing.page()), search.to_query());
    if query.is_empty() { path } else { format!("{path}?{query}") }
}

/// The entries of this page and the links to its neighbours.
pub(super) fn list(visit: &Visit<'_>, search: &Search, page: &directory::Page<ActorNo>) -> Markup {
    let actors: Vec<ActorNo> = page.edges.iter().map(|(_, no)| *no).collect();
    let near = search.filters.near;
    let from = near.and_then(|near| domain::Position::new(near.longitude, near.latitude).ok());
    // The words as they were typed say more than what was left of them.
    let mut reasons = visit.snapshot.match_reasons(search.typed_text(), &actors).unwrap_or_default();
    reasons.resize(actors.len(), Vec::new());
    // Of a theme that was understood or ticked, what is offered says more than its name.
    let themes: Vec<_> = search.filters.themes.iter().filter_map(|slug| visit.snapshot.theme_by_slug(slug)).collect();
    for (actor, reasons) in actors.iter().zip(&mut reasons) {
        let is_offer = |reason: &MatchReason| matches!(reason.subject, Some(MatchSubject::Offer(_)));
        if !themes.is_empty() && !reasons.iter().any(is_offer) {
            let offer = visit.snapshot.offer_on(*actor, &themes).map(MatchSubject::Offer);
            reasons.extend(offer.map(|subject| MatchReason { part: DocumentPart::OfferTitle, subject: Some(subject) }));
        }
    }
    let setting = cards::Setting { is_top: !search.is_start(), from, kept: Some(&search.shortlist) };
    let shown: Vec<Page> = actors.iter().map(|no| profile_page(visit.snapshot, *no)).collect();
    html! {
        (cards::list(visit, &actors, &reasons, setting))
        (shortlist::bar(visit, search, &shown))
        (pager(visit, search, page))
    }
}

/// The links to the neighbours of a page of results.
pub(in crate::pages) fn pager<N>(visit: &Visit<'_>, search: &Search, page: &directory::Page<N>) -> Markup {
    let to =
        |after: Option<String>, before: Option<String>| address(visit, &Search { after, before, ..search.clone() });
    let first = page.edges.first().filter(|_| page.has_previous).map(|(cursor, _)| cursor.text().into_owned());
    let last = page.edges.last().filter(|_| page.has_next).map(|(cursor, _)| cursor.text().into_owned());
    html! {
        @if page.edges.is_empty() {
            p { a href=(to(None, None)) { (visit.say("page-first")) } }
        }
        @if first.is_some() || last.is_some() {
            nav.pager aria-label=(visit.say("pager-label")) {
                @if let Some(first) = first {
                    a.button.back href=(to(None, Some(first))) rel="prev nofollow" { (icon(Icon::Arrow)) (visit.say("page-previous")) }
                }
                @if let Some(last) = last {
                    a.button.on href=(to(Some(last), None)) rel="next nofollow" { (visit.say("page-next")) (icon(Icon::Arrow)) }
                }
            }
        }
    }
}
