//! An event: what, when, where, in which languages, who invites, how to register; and the same as a calendar.

use chrono::TimeDelta;
use directory::{EventDate, EventNo};
use domain::page_slug::id_of_page_slug;
use formats::{calendar, schema_org};
use http::StatusCode;
use maud::{Markup, html};

use super::activity;
use crate::{
    Answer, Locale, Page, Visit,
    answer::not_found,
    filters::Filters,
    filters::Shortlist,
    parts::{
        actions::{PageActions, actions},
        activities::{cancelled_mark, event_notice, event_state, event_time, excluded_days, preview, subscribe},
        icons::{Icon, icon},
        layout::{Head, document},
        localised, quick_exit,
    },
    visit::event_page,
};

/// How many of the next dates are told.
const DATES: usize = 6;
/// How far ahead dates are looked for.
const AHEAD: TimeDelta = TimeDelta::days(366);

fn find(visit: &Visit<'_>, slug: &str) -> Option<EventNo> {
    visit.snapshot.event_no(id_of_page_slug(slug)?.into())
}

/// Answers a request for an event. What a title was before leads to the present address.
pub(crate) fn answer(visit: &Visit<'_>, slug: &str, query: &str) -> Answer {
    let Some(no) = find(visit, slug) else { return not_found(visit) };
    let page = event_page(visit.snapshot, no);
    if page != Page::Event(slug.to_owned()) {
        return Answer::moved_permanently(visit.path(&page));
    }
    let event = visit.snapshot.event(no).data();
    let address = format!("{}{}", visit.origin, visit.event(no));
    let actor = |no| format!("{}{}", visit.origin, visit.profile(no));
    let addresses = schema_org::PageAddresses { page: &address, actor: &actor };
    let head = Head {
        title: localised::plain(visit, &event.title),
        description: preview(visit, &event.title, &event.description, visit.snapshot.hosts_of(no).next()),
        page: Some(&page),
        quick_exit: quick_exit::protects_event(visit, no),
        json_ld: Some(schema_org::event(visit.snapshot, no, visit.now, &addresses)),
        ..Head::default()
    };
    Answer::page(StatusCode::OK, document(visit, &head, &content(visit, no, &Shortlist::carried_by(query))))
}

/// `/event/SLUG.ics`, in a language: the event alone, for one's own calendar.
pub(crate) fn calendar_at(visit: &Visit<'_>, path: &str) -> Option<Answer> {
    let (_, rest) = Locale::of_path(path);
    let no = find(visit, rest.strip_prefix("/event/")?.strip_suffix(".ics")?)?;
    let page_of = |no: EventNo| format!("{}{}", visit.origin, visit.event(no));
    // Days of the clock are told from the start of the event on, so the answer lasts.
    let now = visit.snapshot.event(no).record().updated_at;
    Some(Answer::file(
        calendar::MEDIA_TYPE,
        calendar::calendar(visit.snapshot, &[no], visit.locale.tag(), None, now, &page_of),
    ))
}

fn content(visit: &Visit<'_>, no: EventNo, kept: &Shortlist) -> Markup {
    let event = visit.snapshot.event(no).data();
    let next = visit.snapshot.next_date(no, visit.now);
    let date = next.or_else(|| visit.snapshot.dates_of(no, None, None).next());
    let hosts: Vec<_> = visit.snapshot.hosts_of(no).collect();
    html! {
        article.profile {
            div.hero.entry {
                div.wide {
                    p.kind { span { (visit.say("event")) } @if let Some(date) = next { (event_state(visit, no, date)) } }
                    h1 { (localised::label(visit, &event.title)) }
                    @if let Some(date) = date { p.lead.moment { (icon(Icon::Clock)) " " (event_time(visit, no, date)) } }
                    (event_notice(visit, no))
                    ul.ways.contact {
                        @if next.is_some() && !event.cancelled {
                            li { a.way.first href=(visit.event_calendar(no)) type="text/calendar" {
                                (icon(Icon::Calendar)) span { (visit.say("calendar-add")) }
                            } }
                        }
                        (activity::registration(visit, event.registration_url.as_ref()))
                    }
                    (actions(visit, &PageActions {
                        page: &event_page(visit.snapshot, no),
                        title: &localised::plain(visit, &event.title),
                        card: None,
                        kept,
                    }))
                }
            }
            div.wide.columns.reading {
                div.story {
                    section.about {
                        (localised::description(visit, &event.description))
                        (dates(visit, no))
                        (activity::topics(visit, &event.themes, &event.languages, &event.target_groups))
                        @if let Some(website) = &event.website { (activity::website(visit, website)) }
                    }
                    @if let Some(host) = hosts.first() {
                        @let slug = visit.snapshot.actor(*host).data().slug.to_string();
                        section {
                            h2 { (visit.say("calendar-of-host")) }
                            (subscribe(visit, &Filters { actor: Some(slug), ..Filters::default() }))
                        }
                    }
                }
                aside.side aria-label=(visit.say("profile-facts")) {
                    (activity::place(visit, visit.snapshot.venue_of_event(no).as_ref(), hosts.first().copied()))
                    (activity::actors(visit, "hosts", &hosts))
                    @if let Some(host) = hosts.first() { (activity::good_to_know(visit, *host)) }
                }
            }
        }
    }
}

/// The next dates of what repeats, and the days that are left out of them.
fn dates(visit: &Visit<'_>, no: EventNo) -> Markup {
    let event = visit.snapshot.event(no).data();
    let until = visit.now + AHEAD;
    let next: Vec<EventDate> = visit.snapshot.dates_of(no, Some(visit.now), Some(until)).take(DATES).collect();
    let last = next.last().map_or(until, |date| date.start);
    let (today, last) = (visit.today(), visit.local(last).date());
    let mut excluded: Vec<_> =
        event.excluded_dates.iter().copied().filter(|day| (today..=last).contains(day)).collect();
    excluded.sort_unstable();
    html! {
        @if event.recurrence.is_some() && !next.is_empty() {
            h2 { (visit.say("event-dates")) }
            ul.plain.dates { @for date in &next { li { (event_time(visit, no, *date)) (cancelled_mark(visit, no)) } } }
            (excluded_days(visit, &excluded))
        }
    }
}
