//! What is on: events as a list, by the days of a week or of a month, filtered as actors are.

mod calendar;

use directory::EventQuestion;
use http::StatusCode;
use maud::{Markup, html};

use super::search::{
    chips, empty, event_period, help, listings, mistaken, panel, protection, question, read_search, results,
};
use crate::{
    Answer, Page, Visit,
    filters::{Calendar, Listing, ParameterError, Search},
    parts::{
        activities::subscribe,
        activity_cards::event_card,
        layout::{Head, document},
        searchbox::searchbox,
        shortlist,
    },
    visit::event_page,
};

/// Answers a request for the list.
pub(crate) fn answer(visit: &Visit<'_>, query: &str) -> Answer {
    let search = match read_search(visit, Listing::Events, query) {
        Ok(search) => search,
        Err(answer) => return *answer,
    };
    let head = Head {
        title: visit.say("listing-events").into_owned(),
        description: visit.say("events-lead").into_owned(),
        page: Some(&Page::Events),
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
    let facets = listings::facets(visit, search)?;
    let (heading, found) = match search.calendar {
        Calendar::List => list(visit, search)?,
        Calendar::Week | Calendar::Month => calendar::days(visit, search)?,
    };
    Ok(html! {
        div.hero.slim { div.wide { (searchbox(visit, search)) (listings::tabs(visit, search)) } }
        div.wide.columns.whole[search.calendar != Calendar::List] {
            div.filters { (panel::panel(visit, search, &facets)) }
            section.results aria-labelledby="results" {
                div.resultshead { h1 id="results" { (heading) } (layouts(visit, search)) }
                (chips::chips(visit, search))
                (question::all_themes(visit, search))
                (question::notes(visit, search))
                (found)
                (question::words(visit, search))
                (subscribe(visit, &search.filters))
            }
        }
    })
}

/// The way from one layout to another.
fn layouts(visit: &Visit<'_>, search: &Search) -> Markup {
    html! {
        nav.orders aria-label=(visit.say("calendar-view")) {
            ul {
                @for calendar in Calendar::ALL {
                    @let other = Search { calendar, from: None, after: None, before: None, ..search.clone() };
                    li { a href=(results::address(visit, &other)) aria-current=[(calendar == search.calendar).then_some("true")] rel="nofollow" {
                        (visit.say(match calendar {
                            Calendar::List => "calendar-list",
                            Calendar::Week => "calendar-week",
                            Calendar::Month => "calendar-month",
                        }))
                    } }
                }
            }
        }
    }
}

/// One event after the other, each at its date that goes on or its next.
fn list(visit: &Visit<'_>, search: &Search) -> Result<(Markup, Markup), ParameterError> {
    let filter = event_period::event_filter(visit, search, &search.filters);
    let page = visit.snapshot.events(&EventQuestion { filter: filter.clone(), window: search.window() })?;
    let shown: Vec<Page> = page.edges.iter().map(|(_, no)| event_page(visit.snapshot, *no)).collect();
    let heading = html! {
        (visit.count("events-count", page.total))
        @if let Some(day) = search.from { " " small { (visit.with("events-from", "date", &visit.words().date(day))) } }
    };
    let found = html! {
        (help::numbers(visit, &search.filters, page.total == 0))
        @if page.total == 0 {
            (empty::advice(visit, search)?)
        } @else {
            ol.cards { @for (_, no) in &page.edges { li { (event_card(visit, *no, visit.snapshot.date_asked_for(*no, &filter), Some(&search.shortlist))) } } }
            (shortlist::bar(visit, search, &shown))
            (results::pager(visit, search, &page))
        }
    };
    Ok((heading, found))
}
