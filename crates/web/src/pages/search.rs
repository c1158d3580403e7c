//! The search, which is also the start: text, filters, results, and what to loosen where there are none.

pub(in crate::pages) mod chips;
pub(in crate::pages) mod empty;
pub(in crate::pages) mod event_period;
pub(crate) mod help;
pub(in crate::pages) mod listings;
pub(crate) mod map;
pub(in crate::pages) mod panel;
pub(in crate::pages) mod protection;
pub(crate) mod question;
pub(in crate::pages) mod results;

pub(crate) use panel::{WEEK, kind_label};

use directory::{ActorNo, Facets};
use domain::DemandKey;
use http::StatusCode;
use maud::{Markup, html};

use crate::{
    Answer, Lasts, Page, Visit,
    filters::{Calendar, Filters, Listing, ParameterError, Search},
    parts::{
        browse,
        icons::{Icon, icon},
        layout::{Head, document},
        localised,
        searchbox::searchbox,
    },
};

/// Answers a request for the search.
pub(crate) fn answer(visit: &Visit<'_>, query: &str) -> Answer {
    match read_search(visit, Listing::Actors, query) {
        Err(answer) => *answer,
        Ok(search) => match render_results(visit, &search) {
            Ok((content, unmet)) => {
                let head = head(visit, &search);
                Answer { unmet, ..Answer::page(StatusCode::OK, document(visit, &head, &content)) }
            }
            Err(mistake) => mistaken(visit, &search, &[mistake]),
        },
    }
}

/// The first entries that the search finds for what somebody typed; none where that is no question.
pub fn actors_matching(visit: &Visit<'_>, text: &str) -> Vec<ActorNo> {
    let typed = Search { filters: Filters { text: Some(text.to_owned()), ..Filters::default() }, ..Search::default() };
    let found =
        question::read(visit, typed).and_then(|search| Ok(visit.snapshot.actors(&search.actor_question(visit.now))?));
    found.map_or_else(|_| Vec::new(), |page| page.edges.into_iter().map(|(_, no)| no).collect())
}

/// What an address of a list asks for, or where that leads: to the right address, or to what is wrong with it.
pub(in crate::pages) fn read_search(visit: &Visit<'_>, listing: Listing, query: &str) -> Result<Search, Box<Answer>> {
    let (mut search, mistakes) = Search::from_query(query);
    search.listing = listing;
    if listing != Listing::Actors {
        (search.order, search.is_map) = (None, false);
    }
    if listing != Listing::Events {
        (search.calendar, search.from) = (Calendar::default(), None);
    }
    if !mistakes.is_empty() {
        return Err(Box::new(mistaken(visit, &search, &mistakes)));
    }
    let search = match question::read(visit, search.clone()) {
        Ok(search) => search,
        Err(mistake) => return Err(Box::new(mistaken(visit, &search, &[mistake]))),
    };
    if search.to_query() == query {
        return Ok(search);
    }
    // What "today" and "now" mean in a question does not last.
    let moved = Answer::elsewhere(StatusCode::SEE_OTHER, results::address(visit, &search));
    Err(Box::new(Answer { lasts: Lasts::ThisMinute, ..moved }))
}

/// The content of the page, and what is not found where nothing is.
fn render_results(visit: &Visit<'_>, search: &Search) -> Result<(Markup, Vec<DemandKey>), ParameterError> {
    let question = search.actor_question(visit.now);
    let page = visit.snapshot.actors(&question)?;
    let facets = visit.snapshot.facets(question.actor_type, &question.filter)?;
    let is_start = *search == Search::default();
    let is_first_page = search.after.is_none() && search.before.is_none();
    let others = if page.total == 0 { listings::other_results(visit, search)? } else { None };
    let is_unmet = page.total == 0 && is_first_page && others.is_none();
    let unmet = if is_unmet { visit.snapshot.demand_keys(&question.filter) } else { Vec::new() };
    let content = html! {
        @if is_start {
            (start(visit, &facets))
        } @else {
            div.hero.slim {
                div.wide {
                    (searchbox(visit, search))
                    // Results stand right below; who came by one of the shortcuts may want the other.
                    @if search.filters.open_now != search.filters.near.is_some() { (shortcuts(visit, search)) }
                    (listings::tabs(visit, search))
                }
            }
        }
        div.wide.columns.withmap.onmap[search.is_map] {
            div.filters { (panel::panel(visit, search, &facets)) }
            section.results aria-labelledby="results" {
                (results::heading(visit, search, page.total, is_start, others.is_some()))
                (chips::chips(visit, search))
                (question::all_themes(visit, search))
                (question::notes(visit, search))
                (help::numbers(visit, &search.filters, page.total == 0))
                @if page.total == 0 {
                    @if let Some(others) = &others { (others) }
                    (empty::advice(visit, search)?)
                } @else {
                    (results::list(visit, search, &page))
                    (results::files(visit, search))
                }
                (question::words(visit, search))
            }
            @if page.total > 0 { (map::map(visit, search, page.total)?) }
        }
    };
    Ok((content, unmet))
}

/// What is asked for most on the way: who is open now, and, where scripts run, who is near.
fn shortcuts(visit: &Visit<'_>, search: &Search) -> Markup {
    let filters = &search.filters;
    html! {
        div.shortcuts {
            @if !filters.open_now {
                a href=(results::address(visit, &search.with_filters(Filters { open_now: true, ..filters.clone() }))) rel="nofollow" {
                    (icon(Icon::Clock)) (visit.say("open-now"))
                }
            }
            @if filters.near.is_none() {
                button type="button" hidden data-locate { (icon(Icon::Target)) (visit.say("near-me")) }
                p.note role="status" {}
            }
        }
    }
}

/// What somebody sees who has not asked for anything yet.
fn start(visit: &Visit<'_>, facets: &Facets) -> Markup {
    html! {
        div.hero {
            div.wide {
                h1 { (visit.say("start-title")) }
                p.lead { (localised::label(visit, &visit.snapshot.settings().description)) }
                (searchbox(visit, &Search::default()))
                (shortcuts(visit, &Search::default()))
                (listings::tabs(visit, &Search::default()))
            }
        }
        div.wide.browse {
            section aria-labelledby="by-theme" {
                h2 id="by-theme" { (visit.say("browse-themes")) }
                (browse::themes(visit, facets))
            }
            section aria-labelledby="by-district" {
                h2 id="by-district" { (visit.say("browse-districts")) }
                (browse::districts(visit, facets))
            }
        }
    }
}

/// Tells what is wrong with an address that asks as the search does.
pub(crate) fn mistaken(visit: &Visit<'_>, search: &Search, mistakes: &[ParameterError]) -> Answer {
    let page = search.listing.page();
    let head = Head {
        title: visit.say("search-title").into_owned(),
        page: Some(&page),
        unlisted: true,
        quick_exit: protection::is_about_protection(visit, search),
        ..Head::default()
    };
    let content = html! {
        div.hero.slim { div.wide { h1 { (visit.say("search-title")) } (searchbox(visit, search)) } }
        div.wide.narrow { (empty::mistakes(visit, search, mistakes)) }
    };
    Answer::page(StatusCode::BAD_REQUEST, document(visit, &head, &content))
}

fn head<'a>(visit: &Visit<'_>, search: &Search) -> Head<'a> {
    let is_start = *search == Search::default();
    let description = localised::plain(visit, &visit.snapshot.settings().description);
    let title = match (search.typed_text(), is_start) {
        (_, true) => String::new(),
        ("", false) => visit.say("search-title").into_owned(),
        (typed, false) => visit.with("search-title-for", "text", typed).into_owned(),
    };
    Head {
        title,
        description,
        page: Some(&Page::Search),
        query: search.to_query(),
        unlisted: !is_start,
        embeddable: true,
        quick_exit: protection::is_about_protection(visit, search),
        ..Head::default()
    }
}
