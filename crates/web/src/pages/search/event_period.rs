//! The period of the events that a search shows: from now or a day on, or a week or month of the calendar.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, TimeDelta, Utc};
use directory::EventFilter;

use crate::{
    Visit,
    filters::{Calendar, Filters, Search},
};

/// When the events begin that a search shows: now, or with the day that is asked for.
pub(in crate::pages) fn first_instant(visit: &Visit<'_>, search: &Search) -> DateTime<Utc> {
    search.from.map_or(visit.now, |day| visit.midnight(day))
}

/// The days of the week or month that a search shows: the first, and the one behind the last.
pub(in crate::pages) fn period(visit: &Visit<'_>, search: &Search) -> (NaiveDate, NaiveDate) {
    let day = search.from.unwrap_or_else(|| visit.today());
    if search.calendar == Calendar::Month {
        let first = day.with_day(1).unwrap_or(day);
        return (first, first + Months::new(1));
    }
    let monday = day - Days::new(day.weekday().num_days_from_monday().into());
    (monday, monday + Days::new(7))
}

/// The filter of the events that a search shows in its list, week or month.
pub(in crate::pages) fn event_filter(visit: &Visit<'_>, search: &Search, filters: &Filters) -> EventFilter {
    if search.calendar == Calendar::List {
        return filters.event_filter(visit.now, first_instant(visit, search), None);
    }
    let (first, end) = period(visit, search);
    filters.event_filter(visit.now, visit.midnight(first), Some(visit.midnight(end) - TimeDelta::seconds(1)))
}
