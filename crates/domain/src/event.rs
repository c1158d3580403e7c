//! Events: dated, may recur, hosted by one or more actors.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use messages::Message;
use serde::{Deserialize, Serialize};

use crate::{
    ActorId, Address, EventId, Language, LocalisedText, Recurrence, ThemeId, WebAddress,
    record::{Entity, EntityKind, LifeStatus},
    recurrence::{Series, YEARS},
    rules::{DESCRIPTION_LENGTH, Problem, Violations},
    vocabulary::TargetGroup,
};

/// Something that takes place at a time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Who invites; the first is the one asked.
    pub hosts: Vec<ActorId>,
    /// Where the entry stands in its life.
    pub status: LifeStatus,
    /// Title.
    pub title: LocalisedText,
    /// The longer text.
    #[serde(default, skip_serializing_if = "LocalisedText::is_empty")]
    pub description: LocalisedText,
    /// First start, in the directory's local time.
    pub starts_at: NaiveDateTime,
    /// First end, in the directory's local time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_at: Option<NaiveDateTime>,
    /// Whether only the days count and not the times on them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub all_day: bool,
    /// Whether it does not take place after all.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cancelled: bool,
    /// How it repeats.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recurrence: Option<Recurrence>,
    /// Local days on which it does not take place although its recurrence has them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub excluded_dates: Vec<NaiveDate>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<ThemeId>,
    /// The languages spoken there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// Whom it is for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub target_groups: Vec<TargetGroup>,
    /// Where it takes place, when not at the first host's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Box<Address>>,
    /// Where to read more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<WebAddress>,
    /// Where to register on the web.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registration_url: Option<WebAddress>,
}

impl Event {
    /// The first start on the local clock: midnight where only days count.
    pub fn first_start(&self) -> NaiveDateTime {
        if self.all_day { self.starts_at.date().and_time(NaiveTime::MIN) } else { self.starts_at }
    }

    /// When a date that starts then ends, on the local clock. What tells no end lasts until its day is over; where only
    /// days count, the last one counts whole.
    pub fn end_of(&self, start: NaiveDateTime) -> NaiveDateTime {
        let first = self.first_start();
        let length = self.ends_at.map(|end| (end - first).max(TimeDelta::zero()));
        let end = match length {
            Some(length) if !self.all_day => start.checked_add_signed(length),
            length => {
                let length = length.unwrap_or_default();
                let is_begun = length > TimeDelta::days(length.num_days());
                let days = length.num_days() + i64::from(is_begun);
                let days = Days::new(days.max(1).unsigned_abs());
                start.date().checked_add_days(days).map(|day| day.and_time(NaiveTime::MIN))
            }
        };
        end.unwrap_or(NaiveDateTime::MAX)
    }

    /// Refuses days that are left out although nothing takes place on them: most are slips, and the date that was meant would
    /// go on to be announced.
    fn check_excluded_dates(&self, violations: &mut Violations, series: Option<&Series>) {
        let first = self.first_start().date();
        let is_date = |day: NaiveDate| day == first || series.is_some_and(|series| series.has_start_on(day));
        let others: Vec<NaiveDate> = self.excluded_dates.iter().copied().filter(|day| !is_date(*day)).collect();
        // What was taken once can still be put away.
        if !others.is_empty() && self.status != LifeStatus::Archived {
            violations.add("excludedDates", Problem::NoDateOfEvent { days: others });
        }
    }
}

impl Entity for Event {
    type Id = EventId;
    const KIND: EntityKind = EntityKind::Event;

    fn check(&self) -> Violations {
        let mut violations = Violations::default();
        violations.title("title", &self.title);
        violations.text("description", &self.description, DESCRIPTION_LENGTH);
        violations.list("themes", &self.themes);
        violations.list("languages", &self.languages);
        violations.list("targetGroups", &self.target_groups);
        violations.list("hosts", &self.hosts);
        violations.list("excludedDates", &self.excluded_dates);
        if self.hosts.is_empty() {
            violations.add("hosts", Problem::Required);
        }
        if self.ends_at.is_some_and(|end| end < self.starts_at) {
            violations.add("endsAt", Problem::EndsBeforeStart);
        }
        if let Some(place) = &self.place {
            place.check("place", &mut violations);
        }
        violations.web_address("website", self.status, self.website.as_ref());
        check_year(&mut violations, "startsAt", self.starts_at);
        if let Some(end) = self.ends_at {
            check_year(&mut violations, "endsAt", end);
        }
        // What was taken once can still be put away.
        let recurrence = self.recurrence.as_ref().filter(|_| self.status != LifeStatus::Archived);
        match recurrence.map(|rule| (rule.check(), rule)) {
            Some((Err(reason), _)) => {
                violations.add("recurrence", Problem::Format(reason.message()));
            }
            Some((Ok(()), rule)) => {
                if let Some(mismatch) = rule.mismatch(self.first_start(), self.all_day) {
                    violations.add("recurrence", Problem::RecurrenceDoesNotFit(mismatch));
                } else {
                    self.check_excluded_dates(&mut violations, rule.series(self.first_start()).as_ref());
                }
            }
            None => self.check_excluded_dates(&mut violations, None),
        }
        violations
    }
}

/// Refuses a local time outside of [`YEARS`].
fn check_year(violations: &mut Violations, field: &str, time: NaiveDateTime) {
    if !YEARS.contains(&time.year()) {
        let message = Message::new("problem-year")
            .with("year", time.year())
            .with("first", *YEARS.start())
            .with("last", *YEARS.end());
        violations.add(field, Problem::Format(message));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(starts_at: &str, ends_at: Option<&str>, all_day: bool) -> Event {
        let time = |text: &str| text.parse::<NaiveDateTime>().expect("a time");
        let data = serde_json::json!({ "hosts": [], "status": "published", "title": {}, "starts_at": time(starts_at) });
        let event: Event = serde_json::from_value(data).expect("an event");
        Event { ends_at: ends_at.map(time), all_day, ..event }
    }

    fn end(starts_at: &str, ends_at: Option<&str>, all_day: bool) -> String {
        let event = event(starts_at, ends_at, all_day);
        event.end_of(event.first_start()).to_string()
    }

    #[test]
    fn a_date_ends_when_it_says_so_else_with_its_day() {
        assert_eq!(end("2026-12-05T18:00:00", Some("2026-12-05T20:30:00"), false), "2026-12-05 20:30:00");
        assert_eq!(end("2026-12-05T18:00:00", None, false), "2026-12-06 00:00:00");
        let weekly = event("2026-12-05T22:00:00", Some("2026-12-06T02:00:00"), false);
        let later = "2026-12-12T22:00:00".parse().expect("a time");
        assert_eq!(weekly.end_of(later).to_string(), "2026-12-13 02:00:00");
    }

    #[test]
    fn whole_days_end_with_their_last_day() {
        for (ends_at, told) in [
            (None, "2026-12-06 00:00:00"),
            (Some("2026-12-05T10:00:00"), "2026-12-06 00:00:00"),
            (Some("2026-12-06T00:00:00"), "2026-12-06 00:00:00"),
            (Some("2026-12-06T23:59:00"), "2026-12-07 00:00:00"),
            (Some("2026-12-07T00:00:00"), "2026-12-07 00:00:00"),
        ] {
            assert_eq!(end("2026-12-05T10:00:00", ends_at, true), told, "{ends_at:?}");
        }
    }

    fn other_days(starts_at: &str, recurrence: Option<&str>, excluded: &[&str]) -> Vec<String> {
        let data = serde_json::json!({
            "hosts": [uuid::Uuid::nil()], "status": "published", "title": { "de": "Chor" }, "starts_at": starts_at,
            "recurrence": recurrence, "excluded_dates": excluded,
        });
        let event: Event = serde_json::from_value(data).expect("an event");
        let wrong = event.check().0.into_iter().map(|violation| match violation.problem {
            Problem::NoDateOfEvent { days } => days.iter().map(ToString::to_string).collect(),
            other => vec![format!("{}: {other:?}", violation.field)],
        });
        wrong.flat_map(|days: Vec<String>| days).collect()
    }

    #[test]
    fn what_is_left_out_is_a_date_of_the_event() {
        let tuesday = "2026-12-01T18:00:00";
        for (rule, excluded, expected) in [
            (Some("FREQ=WEEKLY;BYDAY=TU"), &["2026-12-01", "2026-12-08", "2027-06-01"][..], &[][..]),
            (Some("FREQ=WEEKLY;BYDAY=TU"), &["2026-12-09", "2026-12-15", "2026-11-24"], &["2026-12-09", "2026-11-24"]),
            (Some("FREQ=WEEKLY;COUNT=2"), &["2026-12-08", "2026-12-15"], &["2026-12-15"]),
            (Some("FREQ=WEEKLY;UNTIL=20261208"), &["2026-12-08", "2026-12-15"], &["2026-12-15"]),
            (Some("FREQ=WEEKLY;UNTIL=20261208T170000Z"), &["2026-12-08", "2026-12-15"], &["2026-12-15"]),
            (Some("FREQ=WEEKLY;INTERVAL=2"), &["2026-12-08"], &["2026-12-08"]),
            (None, &["2026-12-01", "2026-12-02"], &["2026-12-02"]),
        ] {
            assert_eq!(other_days(tuesday, rule, excluded), expected, "{rule:?} {excluded:?}");
        }
    }
}
