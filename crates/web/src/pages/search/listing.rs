//! What the lists of actors, offers and events have in common: how many there are, and the way from one to another.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, TimeDelta, Utc};
use directory::{EventFilter, EventQuestion, Facets, OfferQuestion, Window};
use maud::{Markup, html};

use super::results::address;
use crate::{
    Visit,
    filters::{Calendar, Filters, Listing, Mistake, Search},
    pages::{events, offers, subject::Subject},
    parts::quick_exit,
};

/// When the events begin that a search shows: now, or with the day that is asked for.
pub(in crate::pages) fn first_instant(visit: &Visit<'_>, search: &Search) -> DateTime<Utc> {
    search.from.map_or(visit.now, |day| visit.midnight(day))
}

/// The days of the week or month that a search shows: the first, and the one behind the last.
pub(in crate::pages) fn period(visit: &Visit<'_>, search: &Search) -> (NaiveDate, NaiveDate) {
    let day = search.from.unwrap_or_else(|| visit.today());
    if search.calendar == Calendar::Month {
        let first = day.with_day(1).unwrap_or(day);
        return (first, first + Months::new(1));
    }
    let monday = day - Days::new(day.weekday().num_days_from_monday().into());
    (monday, monday + Days::new(7))
}

/// The filter of the events that a search shows in its list, week or month.
pub(in crate::pages) fn event_filter(visit: &Visit<'_>, search: &Search, filters: &Filters) -> EventFilter {
    if search.calendar == Calendar::List {
        return filters.event_filter(visit.now, first_instant(visit, search), None);
    }
    let (first, end) = period(visit, search);
    filters.event_filter(visit.now, visit.midnight(first), Some(visit.midnight(end) - TimeDelta::seconds(1)))
}

/// How many the list of a search would have under other filters.
pub(in crate::pages) fn count(visit: &Visit<'_>, search: &Search, filters: &Filters) -> Result<u64, Mistake> {
    let window = Window { first: Some(0), ..Window::default() };
    Ok(match search.listing {
        Listing::Actors => visit.snapshot.count_actors(filters.actor_type, &filters.actor_filter(visit.now))?,
        Listing::Offers => {
            let filter = filters.offer_filter(visit.now, visit.today());
            visit.snapshot.offers(&OfferQuestion { filter, window })?.total
        }
        Listing::Events => {
            let filter = event_filter(visit, search, filters);
            visit.snapshot.events(&EventQuestion { filter, window })?.total
        }
    })
}

/// What each further choice would give in the list of a search.
pub(in crate::pages) fn facets(visit: &Visit<'_>, search: &Search) -> Result<Facets, Mistake> {
    let filters = &search.filters;
    Ok(match search.listing {
        Listing::Actors => visit.snapshot.facets(filters.actor_type, &filters.actor_filter(visit.now))?,
        Listing::Offers => visit.snapshot.offer_facets(&filters.offer_filter(visit.now, visit.today()))?,
        Listing::Events => visit.snapshot.event_facets(&event_filter(visit, search, filters))?,
    })
}

/// How many of those that words find are looked at.
const PROTECTION_SAMPLE: usize = 200;

/// Whether a search is about protection: by a theme, by one whom it asks for or has kept, or because its words, which stand in the
/// title, find somebody who protects.
pub(in crate::pages) fn is_about_protection(visit: &Visit<'_>, search: &Search) -> bool {
    let themes = search.filters.themes.iter().filter_map(|slug| visit.snapshot.theme_by_slug(slug));
    if quick_exit::is_about_protection(visit, &themes.collect::<Vec<_>>()) {
        return true;
    }
    let Filters { actor, cooperates_with, member_of, .. } = &search.filters;
    let mut named = [actor, cooperates_with, member_of].into_iter().flatten();
    let mut entries = search.shortlist.iter().filter_map(|entry| Subject::of_reference(visit.snapshot, entry));
    if named.any(|slug| visit.snapshot.actor_by_slug(slug).is_some_and(|no| quick_exit::protects_actor(visit, no)))
        || entries.any(|entry| entry.is_protected(visit))
    {
        return true;
    }
    let filter = search.filters.actor_filter(visit.now);
    let found = visit.snapshot.matching_actors(search.filters.actor_type, &filter);
    !search.typed().is_empty()
        && found.is_ok_and(|mut found| {
            found.by_ref().take(PROTECTION_SAMPLE).any(|no| quick_exit::protects_actor(visit, no))
        })
}

/// So many offers and so many events are shown where nobody meets a question.
const OTHERS: i32 = 3;

/// The first offers and events that meet a question which no actor does, each with the way to all of them; none where
/// there are none either.
pub(super) fn other_results(visit: &Visit<'_>, search: &Search) -> Result<Option<Markup>, Mistake> {
    let window = Window { first: Some(OTHERS), ..Window::default() };
    let filter = search.filters.offer_filter(visit.now, visit.today());
    let offers = visit.snapshot.offers(&OfferQuestion { filter, window: window.clone() })?;
    let listed = search.in_listing(Listing::Events);
    let filter = event_filter(visit, &listed, &listed.filters);
    let events = visit.snapshot.events(&EventQuestion { filter: filter.clone(), window })?;
    if offers.total + events.total == 0 {
        return Ok(None);
    }
    let kept = Some(&search.shortlist);
    Ok(Some(html! {
        @if offers.total > 0 {
            h2 { a href=(address(visit, &search.in_listing(Listing::Offers))) rel="nofollow" { (visit.count("offers-count", offers.total)) } }
            ol.cards { @for (_, no) in &offers.edges { li { (offers::card(visit, *no, kept)) } } }
        }
        @if events.total > 0 {
            h2 { a href=(address(visit, &listed)) rel="nofollow" { (visit.count("events-count", events.total)) } }
            ol.cards { @for (_, no) in &events.edges { li { (events::card(visit, *no, visit.snapshot.date_asked_for(*no, &filter), kept)) } } }
        }
    }))
}

/// The same question to the other lists.
pub(in crate::pages) fn tabs(visit: &Visit<'_>, search: &Search) -> Markup {
    html! {
        nav.tabs aria-label=(visit.say("listing-label")) {
            ul {
                @for listing in Listing::ALL {
                    @let is_here = listing == search.listing;
                    li {
                        a href=(address(visit, &search.in_listing(listing))) aria-current=[is_here.then_some("page")]
                            rel=[(!search.filters.is_empty()).then_some("nofollow")] { (visit.say(key(listing))) }
                    }
                }
            }
        }
    }
}

const fn key(listing: Listing) -> &'static str {
    match listing {
        Listing::Actors => "listing-actors",
        Listing::Offers => "listing-offers",
        Listing::Events => "listing-events",
    }
}
