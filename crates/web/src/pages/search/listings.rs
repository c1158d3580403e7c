//! What the pages of actors, offers and events share: how many there are, what each further choice would give, the tabs
//! between them, and what other lists have where no actor fits.

use directory::{EventQuestion, Facets, OfferQuestion, Window};
use maud::{Markup, html};

use super::{event_period::event_filter, results::address};
use crate::{
    Visit,
    filters::{Filters, Listing, ParameterError, Search},
    parts::activity_cards::{event_card, offer_card},
};

/// How many the list of a search would have under other filters.
pub(in crate::pages) fn count(visit: &Visit<'_>, search: &Search, filters: &Filters) -> Result<u64, ParameterError> {
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
pub(in crate::pages) fn facets(visit: &Visit<'_>, search: &Search) -> Result<Facets, ParameterError> {
    let filters = &search.filters;
    Ok(match search.listing {
        Listing::Actors => visit.snapshot.facets(filters.actor_type, &filters.actor_filter(visit.now))?,
        Listing::Offers => visit.snapshot.offer_facets(&filters.offer_filter(visit.now, visit.today()))?,
        Listing::Events => visit.snapshot.event_facets(&event_filter(visit, search, filters))?,
    })
}

/// So many offers and so many events are shown where nobody meets a question.
const OTHER_RESULTS_SHOWN: i32 = 3;

/// The first offers and events that meet a question which no actor does, each with the way to all of them; none where
/// there are none either.
pub(super) fn other_results(visit: &Visit<'_>, search: &Search) -> Result<Option<Markup>, ParameterError> {
    let window = Window { first: Some(OTHER_RESULTS_SHOWN), ..Window::default() };
    let filter = search.filters.offer_filter(visit.now, visit.today());
    let offers = visit.snapshot.offers(&OfferQuestion { filter, window: window.clone() })?;
    let events_search = search.in_listing(Listing::Events);
    let filter = event_filter(visit, &events_search, &events_search.filters);
    let events = visit.snapshot.events(&EventQuestion { filter: filter.clone(), window })?;
    if offers.total + events.total == 0 {
        return Ok(None);
    }
    let shortlist = Some(&search.shortlist);
    Ok(Some(html! {
        @if offers.total > 0 {
            h2 { a href=(address(visit, &search.in_listing(Listing::Offers))) rel="nofollow" { (visit.count("offers-count", offers.total)) } }
            ol.cards { @for (_, no) in &offers.edges { li { (offer_card(visit, *no, shortlist)) } } }
        }
        @if events.total > 0 {
            h2 { a href=(address(visit, &events_search)) rel="nofollow" { (visit.count("events-count", events.total)) } }
            ol.cards { @for (_, no) in &events.edges { li { (event_card(visit, *no, visit.snapshot.date_asked_for(*no, &filter), shortlist)) } } }
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
                            rel=[(!search.filters.is_empty()).then_some("nofollow")] { (visit.say(label_key(listing))) }
                    }
                }
            }
        }
    }
}

const fn label_key(listing: Listing) -> &'static str {
    match listing {
        Listing::Actors => "listing-actors",
        Listing::Offers => "listing-offers",
        Listing::Events => "listing-events",
    }
}
