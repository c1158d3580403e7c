//! What an actor gives, invites to and takes part in.

use chrono::{DateTime, TimeDelta, Utc};
use directory::{ActorNo, EventNo, OfferNo, ProjectNo};
use domain::vocabulary::OfferKind;
use maud::{Markup, html};

use super::contact::postal;
use crate::{
    Visit,
    parts::{hours, localised},
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
                (others(visit, offers.len()))
            }
        }
    }
}

fn offer_row(visit: &Visit<'_>, no: OfferNo) -> Markup {
    let offer = visit.snapshot.offer(no).data();
    let words = visit.words();
    html! {
        h3 {
            (localised::label(visit, &offer.title))
            @if offer.kind != OfferKind::Service { " " span.badge { (words.label(offer.kind)) } }
        }
        (localised::description(visit, &offer.description))
        dl.details {
            (spoken(visit, &offer.languages))
            (detail(visit, "target-groups", !offer.target_groups.is_empty(), &html! {
                @for (at, group) in offer.target_groups.iter().enumerate() { @if at > 0 { (words.comma()) } (words.label(*group)) }
            }))
            (detail(visit, "cost", !offer.cost.is_empty(), &localised::label(visit, &offer.cost)))
            (detail(visit, "registration", !offer.registration.is_empty(), &localised::label(visit, &offer.registration)))
            @if let Some(link) = &offer.registration_url {
                (detail(visit, "registration-link", true, &html! { a href=(link) rel="noopener external nofollow" { bdi dir="ltr" { (link) } } }))
            }
            @if let Some(place) = visit.snapshot.place_of_offer(no) { (detail(visit, "where", true, &postal(&place))) }
            @if let Some(from) = offer.valid_from { (detail(visit, "valid-from", true, &html! { (words.date(from)) })) }
            @if let Some(until) = offer.valid_until { (detail(visit, "valid-until", true, &html! { (words.date(until)) })) }
        }
        @if let Some(schedule) = &offer.schedule {
            details.when { summary { (visit.say("schedule")) } (hours::table(visit, schedule)) }
        }
    }
}

/// How many of a list are not shown.
fn others(visit: &Visit<'_>, all: usize) -> Markup {
    let more = all.saturating_sub(SHOWN);
    html! { @if more > 0 { p.small { (visit.count("more", more as u64)) } } }
}

fn detail(visit: &Visit<'_>, key: &str, said: bool, value: &Markup) -> Markup {
    html! { @if said { div { dt { (visit.say(key)) } dd { (value) } } } }
}

fn spoken(visit: &Visit<'_>, languages: &[domain::Language]) -> Markup {
    let names: Vec<String> = languages.iter().map(|language| visit.words().language(language)).collect();
    detail(visit, "languages", !names.is_empty(), &html! { (names.join(visit.words().comma())) })
}

/// The events to come, the next first.
pub(super) fn events(visit: &Visit<'_>, no: ActorNo) -> Markup {
    let next = |no: EventNo| Some((visit.snapshot.next_start(no, Some(visit.now))?, no));
    let mut events: Vec<(DateTime<Utc>, EventNo)> = visit.snapshot.events_of(no).filter_map(next).collect();
    events.sort_unstable();
    html! {
        @if !events.is_empty() {
            section {
                h2 { (visit.say("events")) }
                ul.rows { @for (next, event) in events.iter().take(SHOWN) { li { (event_row(visit, *event, *next)) } } }
                (others(visit, events.len()))
            }
        }
    }
}

fn event_row(visit: &Visit<'_>, no: EventNo, next: DateTime<Utc>) -> Markup {
    let entry = visit.snapshot.event(no);
    let event = entry.data();
    let zone = visit.snapshot.settings().zone;
    let mut dates: Vec<DateTime<Utc>> = match entry.series() {
        Some(series) => series.within(visit.now, visit.now + AHEAD, zone).take(DATES).collect(),
        None => Vec::new(),
    };
    if dates.is_empty() {
        dates.push(next);
    }
    html! {
        h3 { (localised::label(visit, &event.title)) }
        ul.plain.dates {
            @for date in &dates {
                @let local = visit.local(*date);
                li { time datetime=(local.format("%Y-%m-%dT%H:%M")) { (visit.words().moment(local)) } }
            }
        }
        (localised::description(visit, &event.description))
        dl.details {
            (spoken(visit, &event.languages))
            @if let Some(place) = visit.snapshot.place_of_event(no) { (detail(visit, "where", true, &postal(&place))) }
            @if let Some(website) = &event.website {
                (detail(visit, "website", true, &html! { a href=(website) rel="noopener external nofollow" { bdi dir="ltr" { (website) } } }))
            }
        }
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
                (others(visit, projects.len()))
            }
        }
    }
}

fn project_row(visit: &Visit<'_>, no: ProjectNo, own: ActorNo) -> Markup {
    let project = visit.snapshot.project(no).data();
    let words = visit.words();
    let partners: Vec<ActorNo> = visit.snapshot.participants_of(no).filter(|actor| *actor != own).collect();
    html! {
        h3 { (localised::label(visit, &project.title)) }
        (localised::description(visit, &project.description))
        dl.details {
            @if let Some(since) = project.since { (detail(visit, "project-since", true, &html! { (words.date(since)) })) }
            @if let Some(until) = project.until { (detail(visit, "project-until", true, &html! { (words.date(until)) })) }
            @if let Some(funding) = &project.funding { (detail(visit, "funding", true, &html! { bdi { (funding) } })) }
            (detail(visit, "participants", !partners.is_empty(), &html! {
                @for (at, actor) in partners.iter().take(SHOWN).enumerate() {
                    @if at > 0 { (words.comma()) }
                    a href=(visit.profile(*actor)) { bdi { (visit.snapshot.actor(*actor).data().name) } }
                }
                (others(visit, partners.len()))
            }))
        }
    }
}
