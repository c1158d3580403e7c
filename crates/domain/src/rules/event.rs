//! What can be wrong with an event.

use chrono::{Datelike, NaiveDateTime};

use super::{DESCRIPTION_LENGTH, Problem, Violations};
use crate::{Event, LifeStatus, recurrence::YEARS};

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
            let (german, english) = (reason.german(), reason.to_string());
            wrong.add("recurrence", Problem::Malformed { german, english });
        }
        Some((Ok(()), rule)) => {
            if let Some(mismatch) = rule.mismatch(event.first_start(), event.all_day) {
                wrong.add("recurrence", Problem::RecurrenceDoesNotFit(mismatch));
            }
        }
        None => {}
    }
    wrong
}

/// Refuses a local time outside of [`YEARS`].
fn check_year(wrong: &mut Violations, field: &str, time: NaiveDateTime) {
    if !YEARS.contains(&time.year()) {
        let (year, first, last) = (time.year(), YEARS.start(), YEARS.end());
        let german = format!("liegt im Jahr {year}: erlaubt sind {first} bis {last}");
        let english = format!("lies in the year {year}: allowed are {first} to {last}");
        wrong.add(field, Problem::Malformed { german, english });
    }
}
