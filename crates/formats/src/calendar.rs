//! Events as a calendar to subscribe to (iCalendar, RFC 5545), in the local time of the directory: a weekly course
//! at six stays at six when the clocks change.

mod lines;
mod zone;

use chrono::{DateTime, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;
use directory::{EventNo, Snapshot};
use domain::Address;

use self::lines::Lines;

/// The media type of a calendar.
pub const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";

/// A calendar of these events. `page_of` gives the address of the page an event stands on.
pub fn calendar(
    snapshot: &Snapshot,
    events: &[EventNo],
    now: DateTime<Utc>,
    page_of: &dyn Fn(EventNo) -> String,
) -> String {
    let settings = snapshot.settings();
    let mut lines = Lines::default();
    lines.raw("BEGIN:VCALENDAR");
    lines.raw("VERSION:2.0");
    lines.raw("PRODID:-//Bruecke//Bruecke//DE");
    lines.raw("CALSCALE:GREGORIAN");
    if let Some((_, title)) = settings.title.resolve("de") {
        lines.text("NAME", title);
        // What clients read that are older than RFC 7986.
        lines.text("X-WR-CALNAME", title);
    }
    let first = events.iter().map(|no| snapshot.event(*no).data().starts_at).min();
    zone::write(settings.zone, first.unwrap_or(now.naive_utc()), now, &mut lines);
    for no in events {
        event(snapshot, *no, &page_of(*no), &mut lines);
    }
    lines.raw("END:VCALENDAR");
    lines.finish()
}

fn event(snapshot: &Snapshot, no: EventNo, page: &str, lines: &mut Lines) {
    let record = snapshot.event(no).record();
    let data = &record.data;
    let zone = snapshot.settings().zone;
    lines.raw("BEGIN:VEVENT");
    lines.raw(&format!("UID:{}", record.id));
    lines.raw(&format!("DTSTAMP:{}", instant(record.updated_at)));
    lines.raw(&format!("CREATED:{}", instant(record.created_at)));
    lines.raw(&format!("LAST-MODIFIED:{}", instant(record.updated_at)));
    lines.raw(&format!("SEQUENCE:{}", record.version.saturating_sub(1)));
    lines.raw(&format!("DTSTART;TZID={zone}:{}", local(data.starts_at)));
    if let Some(end) = data.ends_at {
        lines.raw(&format!("DTEND;TZID={zone}:{}", local(end)));
    }
    if let Some(rule) = &data.recurrence {
        lines.raw(&format!("RRULE:{}", rule_in_utc(rule.as_str(), zone)));
    }
    if let Some((language, title)) = data.title.resolve("de") {
        lines.text(&format!("SUMMARY;LANGUAGE={language}"), title);
    }
    if let Some((language, description)) = data.description.resolve("de") {
        lines.text(&format!("DESCRIPTION;LANGUAGE={language}"), description);
    }
    let hosts: Vec<_> = snapshot.hosts_of(no).collect();
    let at_host = || snapshot.actor(*hosts.first()?).data().address.as_deref().cloned();
    if let Some(place) = snapshot.place_of_event(no).or_else(at_host) {
        lines.text("LOCATION", &told(&place));
    }
    for host in hosts {
        lines.text("CONTACT", &snapshot.actor(host).data().name);
    }
    for theme in snapshot.listed_themes(&data.themes) {
        if let Some((_, label)) = snapshot.theme(theme).label().resolve("de") {
            lines.text("CATEGORIES", label);
        }
    }
    let website = data.website.as_ref().map(ToString::to_string);
    lines.raw(&format!("URL:{}", website.as_deref().unwrap_or(page)));
    lines.raw("END:VEVENT");
}

fn instant(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

fn local(at: NaiveDateTime) -> String {
    at.format("%Y%m%dT%H%M%S").to_string()
}

fn told(place: &Address) -> String {
    let town = [place.postcode.as_deref(), place.city.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let parts = [place.street.as_deref(), place.extra.as_deref(), Some(town.as_str())];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
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
