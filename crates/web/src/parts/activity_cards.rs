//! Events and offers in lists.

use directory::{EventDate, EventNo, OfferNo};
use domain::vocabulary::OfferKind;
use maud::{Markup, html};

use super::{
    actions::share_link_of_many,
    activities::{
        add_to_calendar, availability, event_state, event_time, excerpt_of, language_names, offer_times, venue,
    },
    icons::{Icon, icon},
    localised, shortlist,
};
use crate::{
    Visit,
    filters::Shortlist,
    visit::{event_page, offer_page},
};

/// An event in a list, at one of its dates; with a list of what is kept it can be kept too.
pub(crate) fn event_card(visit: &Visit<'_>, no: EventNo, date: Option<EventDate>, kept: Option<&Shortlist>) -> Markup {
    let event = visit.snapshot.event(no).data();
    let host = visit.snapshot.hosts_of(no).next();
    html! {
        article.card {
            @if let Some(date) = date { p.kind.moment { strong { (event_time(visit, no, date)) } (event_state(visit, no, date)) } }
            h2 { a href=(shortlist::carry(visit.event(no), kept)) { (localised::label(visit, &event.title)) } }
            @if let Some(host) = host {
                p.host { a href=(visit.profile(host)) { (localised::name(&visit.snapshot.actor(host).data().name)) } }
            }
            (shortlist::tick(visit, &event_page(visit.snapshot, no), &localised::label(visit, &event.title), kept))
            (excerpt_of(visit, &event.description))
            ul.facts {
                @if let Some(place) = venue(visit, visit.snapshot.venue_of_event(no), host) {
                    li { (icon(Icon::Place)) span { (place) } }
                }
                @if !event.languages.is_empty() {
                    li { (icon(Icon::Speech)) span { span.unseen { (visit.say("languages")) ": " } (language_names(visit, &event.languages)) } }
                }
            }
            @if !event.cancelled { (add_to_calendar(visit, no)) }
        }
    }
}

/// An offer in a list; with a list of what is kept it can be kept too.
pub(crate) fn offer_card(visit: &Visit<'_>, no: OfferNo, kept: Option<&Shortlist>) -> Markup {
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
