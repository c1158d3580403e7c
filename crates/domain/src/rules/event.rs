//! What can be wrong with an event.

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use messages::Message;

use super::{DESCRIPTION_LENGTH, Problem, Violations};
use crate::{
    Event, LifeStatus,
    recurrence::{Series, YEARS},
};

pub(crate) fn event(event: &Event) -> Violations {
    let mut wrong = Violations::default();
    wrong.title("title", &event.title);
    wrong.text("description", &event.description, DESCRIPTION_LENGTH);
    wrong.list("themes", &event.themes);
    wrong.list("languages", &event.languages);
    wrong.list("targetGroups", &event.target_groups);
    wrong.list("hosts", &event.hosts);
    wrong.list("excludedDates", &event.excluded_dates);
    if event.hosts.is_empty() {
        wrong.add("hosts", Problem::Required);
    }
    if event.ends_at.is_some_and(|end| end < event.starts_at) {
        wrong.add("endsAt", Problem::EndsBeforeStart);
    }
    wrong.web_address("website", event.status, event.website.as_ref());
    check_year(&mut wrong, "startsAt", event.starts_at);
    if let Some(end) = event.ends_at {
        check_year(&mut wrong, "endsAt", end);
    }
    // What was taken once can still be put away.
    let recurrence = event.recurrence.as_ref().filter(|_| event.status != LifeStatus::Archived);
    match recurrence.map(|rule| (rule.check(), rule)) {
        Some((Err(reason), _)) => {
            wrong.add("recurrence", Problem::Format(reason.message()));
        }
        Some((Ok(()), rule)) => {
            if let Some(mismatch) = rule.mismatch(event.first_start(), event.all_day) {
                wrong.add("recurrence", Problem::RecurrenceDoesNotFit(mismatch));
            } else {
                check_excluded_dates(&mut wrong, event, rule.series(event.first_start()).as_ref());
            }
        }
        None => check_excluded_dates(&mut wrong, event, None),
    }
    wrong
}

/// Refuses days that are left out although nothing takes place on them: most are slips, and the date that was meant would
/// go on to be announced.
fn check_excluded_dates(wrong: &mut Violations, event: &Event, series: Option<&Series>) {
    let first = event.first_start().date();
    let is_date = |day: NaiveDate| day == first || series.is_some_and(|series| series.has_start_on(day));
    let others: Vec<NaiveDate> = event.excluded_dates.iter().copied().filter(|day| !is_date(*day)).collect();
    // What was taken once can still be put away.
    if !others.is_empty() && event.status != LifeStatus::Archived {
        wrong.add("excludedDates", Problem::NoDateOfEvent { days: others });
    }
}

/// Refuses a local time outside of [`YEARS`].
fn check_year(wrong: &mut Violations, field: &str, time: NaiveDateTime) {
    if !YEARS.contains(&time.year()) {
        let message = Message::new("problem-year")
            .with("year", time.year())
            .with("first", *YEARS.start())
            .with("last", *YEARS.end());
        wrong.add(field, Problem::Format(message));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn other_days(starts_at: &str, recurrence: Option<&str>, excluded: &[&str]) -> Vec<String> {
        let data = serde_json::json!({
            "hosts": [uuid::Uuid::nil()], "status": "published", "title": { "de": "Chor" }, "starts_at": starts_at,
            "recurrence": recurrence, "excluded_dates": excluded,
        });
        let event: Event = serde_json::from_value(data).expect("an event");
        let wrong = super::event(&event).0.into_iter().map(|violation| match violation.problem {
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
