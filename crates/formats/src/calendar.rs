//! Events as a calendar to subscribe to (iCalendar, RFC 5545), in the local time of the directory: a weekly course
//! at six stays at six when the clocks change.

mod zone;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use directory::{EventNo, Snapshot};
use domain::{Address, labels, recurrence::to_instant};

use crate::content_lines::Lines;

/// The media type of a calendar.
pub const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";

/// A calendar of these events in a language (a primary tag), where they speak it. `subject` is whose or what they are;
/// `page_of` gives the address of an event's page.
pub fn calendar(
    snapshot: &Snapshot,
    events: &[EventNo],
    language: &str,
    subject: Option<&str>,
    now: DateTime<Utc>,
    page_of: &dyn Fn(EventNo) -> String,
) -> String {
    let settings = snapshot.settings();
    let mut lines = Lines::default();
    lines.raw("BEGIN:VCALENDAR");
    lines.raw("VERSION:2.0");
    lines.raw("PRODID:-//Bruecke//Bruecke//DE");
    lines.raw("CALSCALE:GREGORIAN");
    if let Some((_, title)) = settings.title.resolve(language) {
        let name = subject.map_or_else(|| title.to_owned(), |subject| format!("{subject} – {title}"));
        lines.text("NAME", &name);
        // What clients read that are older than RFC 7986.
        lines.text("X-WR-CALNAME", &name);
    }
    let first = events.iter().map(|no| snapshot.event(*no).data().first_start()).min();
    zone::write(settings.zone, first.unwrap_or(now.naive_utc()), now, &mut lines);
    for no in events {
        event(snapshot, *no, language, &page_of(*no), &mut lines);
    }
    lines.raw("END:VCALENDAR");
    lines.finish()
}

fn event(snapshot: &Snapshot, no: EventNo, reader: &str, page: &str, lines: &mut Lines) {
    let record = snapshot.event(no).record();
    let data = &record.data;
    lines.raw("BEGIN:VEVENT");
    lines.raw(&format!("UID:{}", record.id));
    lines.raw(&format!("DTSTAMP:{}", instant(record.updated_at)));
    lines.raw(&format!("CREATED:{}", instant(record.created_at)));
    lines.raw(&format!("LAST-MODIFIED:{}", instant(record.updated_at)));
    lines.raw(&format!("SEQUENCE:{}", record.version.saturating_sub(1)));
    when(snapshot, no, lines);
    // What happens once has no days that are left out in calendars.
    let is_cancelled = data.cancelled || !snapshot.has_dates(no);
    lines.raw(if is_cancelled { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
    if let Some((language, title)) = data.title.resolve(reader) {
        lines.text(&format!("SUMMARY;LANGUAGE={language}"), title);
    }
    describe(snapshot, no, reader, lines);
    if let Some(place) = snapshot.venue_of_event(no) {
        lines.text("LOCATION", &address_text(&place));
    }
    for host in snapshot.hosts_of(no) {
        lines.text("CONTACT", &snapshot.actor(host).data().name);
    }
    for theme in snapshot.listed_themes(&data.themes) {
        if let Some((_, label)) = snapshot.theme(theme).label().resolve(reader) {
            lines.text("CATEGORIES", label);
        }
    }
    lines.raw(&format!("URL:{page}"));
    lines.raw("END:VEVENT");
}

/// The description, behind it where to register: no property is made for that, and programs show this one.
fn describe(snapshot: &Snapshot, no: EventNo, reader: &str, lines: &mut Lines) {
    let data = snapshot.event(no).data();
    let described = data.description.resolve(reader);
    let language = described.as_ref().map_or(reader, |(language, _)| language.as_str());
    let registration = data.registration_url.as_ref().map(|link| {
        let label = labels::of_feature("registration", language).unwrap_or_default();
        format!("{label}: {}", link.as_str())
    });
    let parts: Vec<&str> = described.map(|(_, text)| text).into_iter().chain(registration.as_deref()).collect();
    if !parts.is_empty() {
        lines.text(&format!("DESCRIPTION;LANGUAGE={language}"), &parts.join("\n\n"));
    }
}

/// When it begins and ends, how it repeats, and the dates that are left out. Whole days have no time zone (RFC 5545,
/// section 3.6.1).
fn when(snapshot: &Snapshot, no: EventNo, lines: &mut Lines) {
    let entry = snapshot.event(no);
    let (data, zone) = (entry.data(), snapshot.settings().zone);
    let first = data.first_start();
    let rule = data.recurrence.as_ref().map(domain::Recurrence::as_str);
    let rule = rule.map(str::trim).map(|rule| match rule.get(..6) {
        Some(name) if name.eq_ignore_ascii_case("RRULE:") => &rule[6..],
        _ => rule,
    });
    if data.all_day {
        lines.raw(&format!("DTSTART;VALUE=DATE:{}", day(first.date())));
        lines.raw(&format!("DTEND;VALUE=DATE:{}", day(data.end_of(first).date())));
        if let Some(rule) = rule {
            lines.raw(&format!("RRULE:{}", rule_in_days(rule, zone)));
        }
        for date in &data.excluded_dates {
            lines.raw(&format!("EXDATE;VALUE=DATE:{}", day(*date)));
        }
        return;
    }
    lines.raw(&format!("DTSTART;TZID={zone}:{}", local(first)));
    let is_left_out = zone.from_local_datetime(&first).earliest().is_none();
    if let Some(end) = data.ends_at.filter(|_| is_left_out) {
        // The change to summer leaves this start out: it is an hour later (RFC 5545, section 3.3.5), and so is the end, as the
        // pages say it; the other dates of a series last as long.
        lines.raw(&format!("DURATION:PT{}M", (end - first).num_minutes().max(0)));
    } else if let Some(end) = data.ends_at {
        lines.raw(&format!("DTEND;TZID={zone}:{}", local(end)));
    }
    if let Some(rule) = rule {
        lines.raw(&format!("RRULE:{}", rule_in_utc(rule, zone)));
    }
    for date in &data.excluded_dates {
        let begin = to_instant(date.and_time(NaiveTime::MIN), zone);
        let period = begin.and_then(|begin| Some((begin, begin.checked_add_signed(TimeDelta::days(1))?)));
        let starts = entry.series().zip(period);
        let starts = starts.into_iter().flat_map(|(series, (from, until))| series.within(from, until, zone));
        for start in starts.map(|start| start.with_timezone(&zone).naive_local()).filter(|start| start.date() == *date)
        {
            lines.raw(&format!("EXDATE;TZID={zone}:{}", local(start)));
        }
    }
}

fn day(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}

fn instant(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

fn local(at: NaiveDateTime) -> String {
    at.format("%Y%m%dT%H%M%S").to_string()
}

fn address_text(place: &Address) -> String {
    let town = place.town();
    let parts = [place.street.as_deref(), place.extra.as_deref(), Some(town.as_str())];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// A rule whose last day is a day, as it must be where the first is one (RFC 5545, section 3.3.10).
fn rule_in_days(rule: &str, zone: Tz) -> String {
    let part = |part: &str| {
        let until = part.strip_prefix("UNTIL=").filter(|until| until.contains('T'))?;
        let at = NaiveDateTime::parse_from_str(until.trim_end_matches('Z'), "%Y%m%dT%H%M%S").ok()?;
        let at = if until.ends_with('Z') { at.and_utc().with_timezone(&zone).naive_local() } else { at };
        Some(format!("UNTIL={}", day(at.date())))
    };
    rule.split(';').map(|given| part(given).unwrap_or_else(|| given.to_owned())).collect::<Vec<_>>().join(";")
}

/// A rule whose last time is in UTC, as it must be where the first has a time zone (RFC 5545, section 3.3.10).
fn rule_in_utc(rule: &str, zone: Tz) -> String {
    let part = |part: &str| {
        let until = part.strip_prefix("UNTIL=").filter(|until| !until.ends_with('Z'))?;
        let day_or_time = if until.contains('T') { until.to_owned() } else { format!("{until}T235959") };
        let last = NaiveDateTime::parse_from_str(&day_or_time, "%Y%m%dT%H%M%S").ok()?;
        let last = zone.from_local_datetime(&last).latest()?;
        Some(format!("UNTIL={}", instant(last.with_timezone(&Utc))))
    };
    rule.split(';').map(|given| part(given).unwrap_or_else(|| given.to_owned())).collect::<Vec<_>>().join(";")
}

#[cfg(test)]
mod tests;
