//! When events take place: the one meaning of that for the API, pages and calendars.
//!
//! A date counts until it is over. What tells no end is over with its day, and so is what counts whole days; a day that
//! was taken out of a recurrence never was one.

use chrono::{DateTime, Datelike, Days, NaiveTime, TimeDelta, Timelike, Utc};
use domain::{Event, hours::is_daytime, recurrence::to_instant};

use crate::{ActivityFilter, EventDate, EventFilter, EventNo, EventStatus, QuestionError, Snapshot};

/// How far ahead a repeating event is looked for where the question sets no end.
const HORIZON: TimeDelta = TimeDelta::days(3 * 366);
/// How many dates of one event are looked at for one on an asked day; what repeats by days has all days among them.
const DATES: usize = 400;
/// Of one event, how many dates one answer has at most.
const DATES_OF_ONE: usize = 100;

impl Snapshot {
    /// The dates of an event that go on at `from` or begin later, and begin no later than `until`, in their order. Where
    /// no end is set, those of the next three years, and never more than [`domain::recurrence::HORIZON`].
    pub fn dates_of(
        &self,
        event: EventNo,
        from: Option<DateTime<Utc>>,
        until: Option<DateTime<Utc>>,
    ) -> impl Iterator<Item = EventDate> {
        let (data, zone) = (self.event(event).data(), self.settings.zone);
        let first_start = data.first_start();
        let first = to_instant(first_start, zone);
        let from = from.or(first).unwrap_or(DateTime::<Utc>::MIN_UTC);
        // A date may have begun its length before the period, give or take what clocks differ by.
        let reach = data.end_of(first_start).signed_duration_since(first_start) + TimeDelta::days(1);
        let earliest = from.checked_sub_signed(reach).unwrap_or(DateTime::<Utc>::MIN_UTC);
        let until = until.unwrap_or_else(|| horizon(first, from));
        let dates = self.starts_of(event, earliest, until).map(move |start| {
            let local = start.with_timezone(&zone).naive_local();
            let end = to_instant(data.end_of(local), zone).map_or(start, |end| end.max(start));
            EventDate { start, end }
        });
        dates.filter(move |date| date.end > from || date.start >= from)
    }

    /// The starts of an event in a period, in their order.
    fn starts_of(
        &self,
        event: EventNo,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> impl Iterator<Item = DateTime<Utc>> {
        self.planned_starts_of(event, from, until).filter(move |start| !self.is_excluded(event, *start))
    }

    fn is_excluded(&self, event: EventNo, start: DateTime<Utc>) -> bool {
        let excluded = &self.event(event).data().excluded_dates;
        excluded.contains(&start.with_timezone(&self.settings.zone).date_naive())
    }

    /// The same with those on excluded days.
    fn planned_starts_of(
        &self,
        event: EventNo,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> impl Iterator<Item = DateTime<Utc>> {
        let entry = self.event(event);
        let (data, zone) = (entry.data(), self.settings.zone);
        let first = to_instant(data.first_start(), zone);
        let earliest = first.map_or(from, |first| first.max(from));
        let series = entry.series().into_iter();
        let repeated = series.flat_map(move |series| series.within(earliest, until, zone));
        let starts = first.into_iter().chain(repeated.filter(move |start| Some(*start) != first));
        starts.skip_while(move |start| *start < from).take_while(move |start| *start <= until)
    }

    /// The starts that an event would have from a time on, of the next three years, did they not lie on excluded days;
    /// all of them where no time is given.
    pub fn excluded_starts(&self, event: EventNo, from: Option<DateTime<Utc>>) -> impl Iterator<Item = DateTime<Utc>> {
        let first = to_instant(self.event(event).data().first_start(), self.settings.zone);
        let from = from.or(first).unwrap_or(DateTime::<Utc>::MIN_UTC);
        let starts = self.planned_starts_of(event, from, horizon(first, from));
        starts.filter(move |start| self.is_excluded(event, *start))
    }

    /// Whether an event takes place, at a time.
    pub fn event_status(&self, event: EventNo, at: DateTime<Utc>) -> EventStatus {
        if self.event(event).data().cancelled || !self.has_dates(event) {
            return EventStatus::Cancelled;
        }
        if self.next_date(event, at).is_some() {
            return EventStatus::Scheduled;
        }
        match self.excluded_starts(event, Some(at)).next() {
            Some(_) => EventStatus::RestCancelled,
            None => EventStatus::Over,
        }
    }

    /// Whether an event has a date at all: all of them may lie on excluded days.
    pub fn has_dates(&self, event: EventNo) -> bool {
        self.dates_of(event, None, None).next().is_some()
    }

    /// The date of an event that goes on at that time, else the next.
    pub fn next_date(&self, event: EventNo, from: DateTime<Utc>) -> Option<EventDate> {
        self.dates_of(event, Some(from), None).next()
    }

    /// The first start of an event at that time or later, of a repeating one within the next three
    /// years; the very first start where no time is given.
    pub fn next_start(&self, event: EventNo, from: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
        // Not by dates: what is long and frequent has many that have begun.
        let first = to_instant(self.event(event).data().first_start(), self.settings.zone);
        let from = from.or(first)?;
        self.starts_of(event, from, horizon(first, from)).next()
    }

    /// The date for which a filter finds an event.
    pub fn date_asked_for(&self, event: EventNo, filter: &EventFilter) -> Option<EventDate> {
        let mut dates = self.dates_of(event, filter.from, filter.until);
        let conditions = &filter.conditions;
        if conditions.weekdays.is_empty() && conditions.daytimes.is_empty() {
            return dates.next();
        }
        let data = self.event(event).data();
        dates.take(DATES).find(|date| self.is_at(data, *date, conditions))
    }

    /// The dates of the events that a filter leaves, in their order, at most `limit`, and how many there are.
    ///
    /// # Errors
    /// [`QuestionError`], the asker's mistake.
    pub fn event_dates(
        &self,
        filter: &EventFilter,
        limit: usize,
    ) -> Result<(Vec<(EventDate, EventNo)>, usize), QuestionError> {
        let members = self.matching_events(filter)?;
        let dates = members.iter().map(EventNo).flat_map(|no| {
            let data = self.event(no).data();
            let dates = self.dates_of(no, filter.from, filter.until).take(DATES_OF_ONE);
            dates.filter(|date| self.is_at(data, *date, &filter.conditions)).map(move |date| (date, no))
        });
        let mut dates: Vec<(EventDate, EventNo)> = dates.collect();
        let total = dates.len();
        dates.sort_unstable_by_key(|(date, no)| (date.start, self.event(*no).record().id));
        dates.truncate(limit);
        Ok((dates, total))
    }

    /// Whether a date lies on one of the days and at one of the times of day that are asked for.
    fn is_at(&self, event: &Event, date: EventDate, conditions: &ActivityFilter) -> bool {
        let (weekdays, daytimes) = (&conditions.weekdays, &conditions.daytimes);
        let local = |at: DateTime<Utc>| at.with_timezone(&self.settings.zone).naive_local();
        let (start, mut end) = (local(date.start), local(date.end));
        if event.ends_at.is_none() && !event.all_day {
            // What tells no end goes on for some time, not for all of its day.
            end = end.min(start + TimeDelta::hours(1));
        }
        let minutes = |time: NaiveTime| time.num_seconds_from_midnight() / 60;
        // Who takes longer than a week is there on every day of it.
        let days = (0..7).map_while(|ahead| start.date().checked_add_days(Days::new(ahead)));
        let days = days.take_while(|day| *day == start.date() || day.and_time(NaiveTime::MIN) < end);
        days.into_iter().any(|day| {
            let begin = if day == start.date() { minutes(start.time()) } else { 0 };
            let until = if day == end.date() { minutes(end.time()) } else { 24 * 60 };
            (weekdays.is_empty() || weekdays.contains(&day.weekday()))
                && (daytimes.is_empty() || daytimes.iter().any(|time| is_daytime(*time, begin, until)))
        })
    }
}

/// Up to when a repeating event is looked for where the question sets no end.
fn horizon(first: Option<DateTime<Utc>>, from: DateTime<Utc>) -> DateTime<Utc> {
    let begin = first.map_or(from, |first| first.max(from));
    begin.checked_add_signed(HORIZON).unwrap_or(DateTime::<Utc>::MAX_UTC)
}
