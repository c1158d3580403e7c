//! The time zone of a calendar (`VTIMEZONE`, RFC 5545, section 3.6.5). Each change of the clocks is told by itself,
//! since a list of them holds for every zone of the world, where a rule would be a guess.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::{OffsetComponents, OffsetName, Tz};

use super::local;
use crate::content_lines::Lines;

/// How many years ahead changes are told.
const AHEAD: i32 = 6;

/// Writes the zone with its changes from a year before `first` on.
pub(super) fn write(zone: Tz, first: NaiveDateTime, now: DateTime<Utc>, lines: &mut Lines) {
    lines.raw("BEGIN:VTIMEZONE");
    lines.raw(&format!("TZID:{zone}"));
    let year =
        |year: i32| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default().and_hms_opt(0, 0, 0).unwrap_or_default();
    let from = year(first.year().min(now.year()) - 1);
    let until = year(now.year() + AHEAD);
    // What holds before the first change.
    let mut before = Clock::at(zone, from);
    before.write(from, before.seconds, lines);
    let mut day = from;
    while day < until {
        let next = day + TimeDelta::days(1);
        let after = Clock::at(zone, next);
        if after != before {
            let change = moment(zone, day, next);
            let on_old_clock = change + TimeDelta::seconds(i64::from(before.seconds));
            after.write(on_old_clock, before.seconds, lines);
            before = after;
        }
        day = next;
    }
    lines.raw("END:VTIMEZONE");
}

/// How clocks are set.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Clock {
    seconds: i32,
    name: String,
    is_summer: bool,
}

impl Clock {
    fn at(zone: Tz, instant: NaiveDateTime) -> Self {
        let offset = zone.offset_from_utc_datetime(&instant);
        Self {
            seconds: offset.fix().local_minus_utc(),
            name: offset.abbreviation().unwrap_or_default().to_owned(),
            is_summer: !offset.dst_offset().is_zero(),
        }
    }

    fn write(&self, since: NaiveDateTime, seconds_before: i32, lines: &mut Lines) {
        let part = if self.is_summer { "DAYLIGHT" } else { "STANDARD" };
        lines.raw(&format!("BEGIN:{part}"));
        lines.raw(&format!("DTSTART:{}", local(since)));
        lines.raw(&format!("TZOFFSETFROM:{}", format_offset(seconds_before)));
        lines.raw(&format!("TZOFFSETTO:{}", format_offset(self.seconds)));
        lines.text("TZNAME", &self.name);
        lines.raw(&format!("END:{part}"));
    }
}

/// The second of a day in UTC at which clocks are set anew.
fn moment(zone: Tz, day: NaiveDateTime, next: NaiveDateTime) -> NaiveDateTime {
    let old = Clock::at(zone, day);
    let (mut before, mut after) = (0, (next - day).num_seconds());
    while after - before > 1 {
        let middle = (before + after) / 2;
        if Clock::at(zone, day + TimeDelta::seconds(middle)) == old { before = middle } else { after = middle }
    }
    day + TimeDelta::seconds(after)
}

/// An offset as `+0200`.
fn format_offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_changes_of_the_clocks_are_told_by_the_local_time_before() {
        let now = "2026-05-01T00:00:00Z".parse().expect("a time");
        let mut lines = Lines::default();
        write(chrono_tz::Europe::Berlin, "2026-05-01T10:00:00".parse().expect("a time"), now, &mut lines);
        let text = lines.finish();
        let summer =
            "BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\n";
        let winter =
            "BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\n";
        assert!(text.contains(summer) && text.contains(winter), "{text}");
    }

    #[test]
    fn a_zone_whose_clocks_never_change_is_told_too() {
        let now = "2026-05-01T00:00:00Z".parse().expect("a time");
        let mut lines = Lines::default();
        write(chrono_tz::UTC, "2026-05-01T10:00:00".parse().expect("a time"), now, &mut lines);
        let text = lines.finish();
        assert_eq!(text.matches("BEGIN:STANDARD").count(), 1, "{text}");
    }
}
