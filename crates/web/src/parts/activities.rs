//! What pages and lists tell of offers, events and projects alike: when, where, in which languages.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use directory::{ActorNo, EventDate, EventNo, EventStatus, OfferNo};
use domain::{Event, LocalisedText, vocabulary::Availability};
use maud::{Markup, html};

use super::{
    hours,
    icons::{Icon, icon},
    localised,
};
use crate::{Visit, filters::Filters};

/// How many letters of a text stand in lists and previews.
const EXCERPT: usize = 180;
/// How many days are told on which an event does not take place.
const EXCLUDED: usize = 6;

/// A line of a list of facts.
pub(crate) fn detail(visit: &Visit<'_>, key: &str, said: bool, value: &Markup) -> Markup {
    html! { @if said { div { dt { (visit.say(key)) } dd { (value) } } } }
}

/// The languages in which something takes place.
pub(crate) fn languages_detail(visit: &Visit<'_>, languages: &[domain::Language]) -> Markup {
    detail(visit, "languages", !languages.is_empty(), &html! { (language_names(visit, languages)) })
}

/// What languages are called, in a row.
pub(crate) fn language_names(visit: &Visit<'_>, languages: &[domain::Language]) -> String {
    let names: Vec<String> = languages.iter().map(|language| visit.words().language(language)).collect();
    names.join(visit.words().comma())
}

/// The beginning of a text, cut between words.
fn excerpt(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = text.char_indices().nth(EXCERPT) else { return text };
    let end = text[..end].rfind(' ').unwrap_or(end);
    format!("{}…", text[..end].trim_end_matches([',', '.', ';', ':', '–', '-', ' ']))
}

/// What previews tell of something: the beginning of its text, else its title and whose it is.
pub(crate) fn preview(
    visit: &Visit<'_>,
    title: &LocalisedText,
    text: &LocalisedText,
    actor: Option<ActorNo>,
) -> String {
    if !text.is_empty() {
        return excerpt(&localised::plain(visit, text));
    }
    let name = actor.map(|actor| visit.snapshot.actor(actor).data().name.as_str());
    [Some(localised::plain(visit, title).as_str()), name].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The beginning of a text in its place.
pub(crate) fn excerpt_of(visit: &Visit<'_>, text: &LocalisedText) -> Markup {
    match text.resolve(visit.locale.tag()) {
        None => html! {},
        Some((language, text)) if language.primary() == visit.locale.tag() => html! { p.summary { (excerpt(text)) } },
        Some((language, text)) => html! { p.summary lang=(language) dir="auto" { (excerpt(text)) } },
    }
}

/// Whether the start of a date tells a time of day: nothing begins at midnight and tells no end, but for what was entered
/// without a time.
pub(crate) fn has_time(event: &Event, start: NaiveDateTime) -> bool {
    !event.all_day && (event.ends_at.is_some() || start.time() != NaiveTime::MIN)
}

/// When a date of an event is: with its end, where it tells one; struck out where the event is cancelled.
pub(crate) fn event_time(visit: &Visit<'_>, no: EventNo, date: EventDate) -> Markup {
    let time = planned_time(visit, no, date);
    html! { @if visit.snapshot.event(no).data().cancelled { s { (time) } } @else { (time) } }
}

fn planned_time(visit: &Visit<'_>, no: EventNo, date: EventDate) -> Markup {
    let event = visit.snapshot.event(no).data();
    let (words, start, end) = (visit.words(), visit.local(date.start), visit.local(date.end));
    if event.all_day {
        let last = end.date().pred_opt().unwrap_or(end.date()).max(start.date());
        return html! {
            time datetime=(start.date()) { (words.days(start.date(), last)) }
            @if last == start.date() { (words.comma()) (visit.say("all-day")) }
        };
    }
    let told = if event.ends_at.is_some_and(|end| end > event.starts_at) {
        words.period(start, end)
    } else if has_time(event, start) {
        words.moment(start)
    } else {
        words.long_date(start.date())
    };
    html! { time datetime=(start.format("%Y-%m-%dT%H:%M")) { (told) } }
}

/// That an event does not take place, beside each of its dates.
pub(crate) fn cancelled_mark(visit: &Visit<'_>, no: EventNo) -> Markup {
    html! {
        @if visit.snapshot.event(no).data().cancelled {
            " " span.badge.cancelled { (visit.say("event-cancelled")) }
        }
    }
}

/// That an event does not take place, or goes on now.
pub(crate) fn event_state(visit: &Visit<'_>, no: EventNo, date: EventDate) -> Markup {
    let is_cancelled = visit.snapshot.event(no).data().cancelled;
    let is_running = date.start <= visit.now && visit.now < date.end;
    html! {
        (cancelled_mark(visit, no))
        @if is_running && !is_cancelled { " " span.badge.open { (visit.say("event-running")) } }
    }
}

/// That an event does not take place, no more, or not any more; nothing where it goes on or lies ahead.
pub(crate) fn event_notice(visit: &Visit<'_>, no: EventNo) -> Markup {
    let (key, from) = match visit.snapshot.event_status(no, visit.now) {
        EventStatus::Scheduled => return html! {},
        EventStatus::Over => return html! { p.notice { (visit.say("event-over")) } },
        EventStatus::Cancelled if visit.snapshot.event(no).data().cancelled => {
            return html! { p.notice.wrong { (visit.say("event-cancelled-note")) } };
        }
        EventStatus::Cancelled => ("event-all-cancelled", None),
        EventStatus::RestCancelled => ("event-rest-cancelled", Some(visit.now)),
    };
    let mut days: Vec<_> =
        visit.snapshot.excluded_starts(no, from).take(EXCLUDED).map(|start| visit.local(start).date()).collect();
    days.dedup();
    html! { div.notice.wrong { p { (visit.say(key)) } (excluded_days(visit, &days)) } }
}

/// The days on which an event does not take place.
pub(crate) fn excluded_days(visit: &Visit<'_>, days: &[NaiveDate]) -> Markup {
    html! {
        @if !days.is_empty() {
            p.note {
                (visit.say("event-excluded")) " "
                @for (at, day) in days.iter().enumerate() {
                    @if at > 0 { (visit.words().comma()) }
                    s { time datetime=(day) { (visit.words().date(*day)) } }
                }
            }
        }
    }
}

/// The way to put an event into one's own calendar.
pub(crate) fn add_to_calendar(visit: &Visit<'_>, no: EventNo) -> Markup {
    html! {
        a.call.calendar href=(visit.event_calendar(no)) type="text/calendar" {
            (icon(Icon::Calendar)) span { (visit.say("calendar-add"))
                span.unseen { ": " (localised::label(visit, &visit.snapshot.event(no).data().title)) } }
        }
    }
}

/// The way to have everything that some filters leave in one's own calendar, with what that means.
pub(crate) fn subscribe(visit: &Visit<'_>, filters: &Filters) -> Markup {
    let path = visit.events_calendar(filters);
    let host = visit.origin.split_once("://").map_or(visit.origin, |(_, host)| host);
    html! {
        div.notice.subscribe {
            p { (visit.say("calendar-note")) }
            p {
                a.button href={ "webcal://" (host) (path) } rel="nofollow" { (icon(Icon::Calendar)) (visit.say("calendar-subscribe")) }
                " "
                a href=(path) type="text/calendar" rel="nofollow" { (visit.say("calendar-file")) }
            }
        }
    }
}

/// When an offer takes place, in a row: "Di 10–12 Uhr".
pub(crate) fn offer_times(visit: &Visit<'_>, no: OfferNo) -> Option<Markup> {
    hours::row(visit, visit.snapshot.offer(no).data().schedule.as_ref()?)
}

/// Whether an offer takes people on today and until when that holds: "Plätze frei (3), Stand bis 24.12.2026"; nothing
/// where that is not known.
pub(crate) fn availability(visit: &Visit<'_>, no: OfferNo) -> Option<Markup> {
    let told = visit.snapshot.offer(no).data().availability_on(visit.today())?;
    let label = match told.free_places {
        Some(places) => visit.count("availability-places", places.into()).into_owned(),
        None => visit.words().label(told.availability),
    };
    Some(html! {
        span.badge.free[told.availability == Availability::PlacesFree].paused[told.availability == Availability::Paused] {
            (label)
        }
        " "
        span.small { (visit.with("availability-until", "date", &visit.words().date(told.until))) }
    })
}

/// Where something takes place, in a line: its street and town, else the district of its actor.
pub(crate) fn venue(visit: &Visit<'_>, venue: Option<domain::Address>, actor: Option<ActorNo>) -> Option<Markup> {
    let town = venue.and_then(|venue| {
        let parts = [venue.street.map(String::from), venue.city.map(String::from)];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| html! { bdi lang="de" { (parts.join(", ")) } })
    });
    town.or_else(|| {
        let district = visit.snapshot.actor(actor?).based_in()?;
        Some(localised::district(visit, district))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_between_words() {
        assert_eq!(excerpt("Kurz\n und gut."), "Kurz und gut.");
        let long = "Wörter, die sich wiederholen ".repeat(20);
        let cut = excerpt(&long);
        assert!(cut.chars().count() <= EXCERPT + 1 && cut.ends_with('…') && !cut.contains("wiederho…"), "{cut}");
    }
}
