//! What an actor gives, invites to and takes part in.

use chrono::TimeDelta;
use directory::{ActorNo, EventDate, EventNo, OfferNo, ProjectNo};
use domain::vocabulary::OfferKind;
use maud::{Markup, html};

use super::{super::activity, contact::postal};
use crate::{
    Visit,
    filters::{Filters, Listing},
    parts::{
        activities::{
            add_to_calendar, availability, cancelled_mark, detail, event_state, event_time, languages_detail,
            offer_times, subscribe,
        },
        hours, localised,
    },
};

/// How many offers, events and projects a profile shows, and participants of each; the others are counted.
const SHOWN: usize = 30;
/// How many of the next dates of an event are told.
const DATES: usize = 3;
/// How far ahead the dates of a repeating event are looked for.
const AHEAD: TimeDelta = TimeDelta::days(366);

/// The offers that stand today or will.
pub(super) fn offers(visit: &Visit<'_>, no: ActorNo) -> Markup {
    let today = visit.today();
    let is_over = |no: &OfferNo| visit.snapshot.offer(*no).data().valid_until.is_some_and(|until| until < today);
    let offers: Vec<OfferNo> = visit.snapshot.offers_of(no).filter(|no| !is_over(no)).collect();
    html! {
        @if !offers.is_empty() {
            section {
                h2 { (visit.say("offers")) }
                ul.rows { @for offer in offers.iter().take(SHOWN) { li { (offer_row(visit, *offer)) } } }
                (more_link(visit, offers.len()))
                (link_to_all(visit, no, Listing::Offers, offers.len()))
            }
        }
    }
}

fn offer_row(visit: &Visit<'_>, no: OfferNo) -> Markup {
    let offer = visit.snapshot.offer(no).data();
    let words = visit.words();
    html! {
        h3 {
            a href=(visit.offer(no)) { (localised::label(visit, &offer.title)) }
            @if offer.kind != OfferKind::Service { " " span.badge { (words.label(offer.kind)) } }
        }
        (localised::description(visit, &offer.description))
        @let times = offer_times(visit, no);
        dl.details {
            @if let Some(availability) = availability(visit, no) { (detail(visit, "availability", true, &availability)) }
            @if let Some(times) = &times { (detail(visit, "schedule", true, times)) }
            (languages_detail(visit, &offer.languages))
            (detail(visit, "target-groups", !offer.target_groups.is_empty(), &html! {
                @for (at, group) in offer.target_groups.iter().enumerate() { @if at > 0 { (words.comma()) } (words.label(*group)) }
            }))
            (activity::admission(visit, offer))
            (detail(visit, "cost", !offer.cost.is_empty(), &localised::label(visit, &offer.cost)))
            (activity::registration_detail(visit, offer))
            @if let Some(link) = &offer.registration_url {
                (detail(visit, "registration-link", true, &html! { a href=(link) rel="noopener external nofollow" { bdi dir="ltr" { (link) } } }))
            }
            @if let Some(place) = visit.snapshot.place_of_offer(no) { (detail(visit, "where", true, &postal(&place))) }
            @if let Some(from) = offer.valid_from { (detail(visit, "valid-from", true, &html! { (words.date(from)) })) }
            @if let Some(until) = offer.valid_until { (detail(visit, "valid-until", true, &html! { (words.date(until)) })) }
        }
        @if let Some(schedule) = offer.schedule.as_ref().filter(|_| times.is_none()) {
            details.when { summary { (visit.say("schedule")) } (hours::table(visit, schedule)) }
        }
    }
}

/// How many of a list are not shown.
fn more_link(visit: &Visit<'_>, all: usize) -> Markup {
    let more = all.saturating_sub(SHOWN);
    html! { @if more > 0 { p.small { (visit.count("more", more as u64)) } } }
}

/// The way to all of them, where not all are shown.
fn link_to_all(visit: &Visit<'_>, no: ActorNo, listing: Listing, all: usize) -> Markup {
    let path = visit.path(&listing.page());
    html! {
        @if all > SHOWN {
            p { a href={ (path) "?" (filters_of(visit, no).to_query()) } rel="nofollow" { (visit.count("show-all-count", all as u64)) } }
        }
    }
}

/// Everything of one actor.
fn filters_of(visit: &Visit<'_>, no: ActorNo) -> Filters {
    Filters { actor: Some(visit.snapshot.actor(no).data().slug.to_string()), ..Filters::default() }
}

/// The events that go on or come, the next first.
pub(super) fn events(visit: &Visit<'_>, no: ActorNo) -> Markup {
    let next = |no: EventNo| Some((visit.snapshot.next_date(no, visit.now)?, no));
    let mut events: Vec<(EventDate, EventNo)> = visit.snapshot.events_of(no).filter_map(next).collect();
    events.sort_unstable();
    html! {
        @if !events.is_empty() {
            section {
                h2 { (visit.say("events")) }
                ul.rows { @for (next, event) in events.iter().take(SHOWN) { li { (event_row(visit, *event, *next)) } } }
                (more_link(visit, events.len()))
                (link_to_all(visit, no, Listing::Events, events.len()))
                (subscribe(visit, &filters_of(visit, no)))
            }
        }
    }
}

fn event_row(visit: &Visit<'_>, no: EventNo, next: EventDate) -> Markup {
    let event = visit.snapshot.event(no).data();
    let until = (visit.now + AHEAD).max(next.start);
    html! {
        h3 {
            a href=(visit.event(no)) { (localised::label(visit, &event.title)) }
            (event_state(visit, no, next))
        }
        ul.plain.dates {
            @for date in visit.snapshot.dates_of(no, Some(visit.now), Some(until)).take(DATES) {
                li { (event_time(visit, no, date)) (cancelled_mark(visit, no)) }
            }
        }
        (localised::description(visit, &event.description))
        dl.details {
            (languages_detail(visit, &event.languages))
            @if let Some(place) = visit.snapshot.place_of_event(no) { (detail(visit, "where", true, &postal(&place))) }
            @if let Some(website) = &event.website {
                (detail(visit, "website", true, &html! { a href=(website) rel="noopener external nofollow" { bdi dir="ltr" { (website) } } }))
            }
            @if let Some(link) = &event.registration_url {
                (detail(visit, "registration-link", true, &html! { a href=(link) rel="noopener external nofollow" { bdi dir="ltr" { (link) } } }))
            }
        }
        @if !event.cancelled { (add_to_calendar(visit, no)) }
    }
}

/// The projects, by title.
pub(super) fn projects(visit: &Visit<'_>, no: ActorNo) -> Markup {
    let projects: Vec<ProjectNo> = visit.snapshot.projects_of(no).collect();
    html! {
        @if !projects.is_empty() {
            section {
                h2 { (visit.say("projects")) }
                ul.rows { @for project in projects.iter().take(SHOWN) { li { (project_row(visit, *project, no)) } } }
                (more_link(visit, projects.len()))
            }
        }
    }
}

fn project_row(visit: &Visit<'_>, no: ProjectNo, own: ActorNo) -> Markup {
    let project = visit.snapshot.project(no).data();
    let words = visit.words();
    let partners: Vec<ActorNo> = visit.snapshot.participants_of(no).filter(|actor| *actor != own).collect();
    html! {
        h3 { a href=(visit.project(no)) { (localised::label(visit, &project.title)) } }
        (localised::description(visit, &project.description))
        dl.details {
            @if let Some(since) = project.since { (detail(visit, "project-since", true, &html! { (words.date(since)) })) }
            @if let Some(until) = project.until { (detail(visit, "project-until", true, &html! { (words.date(until)) })) }
            @if let Some(funding) = &project.funding { (detail(visit, "funding", true, &html! { bdi { (funding) } })) }
            (detail(visit, "participants", !partners.is_empty(), &html! {
                @for (at, actor) in partners.iter().take(SHOWN).enumerate() {
                    @if at > 0 { (words.comma()) }
                    a href=(visit.profile(*actor)) { (localised::name(&visit.snapshot.actor(*actor).data().name)) }
                }
                (more_link(visit, partners.len()))
            }))
        }
    }
}
