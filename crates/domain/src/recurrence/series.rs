//! The starts of a repeating event, found by arithmetic: the period that a time lies in follows from how far it is
//! from the first start, so a time far away costs as much as a near one.
//!
//! Bounded by construction: a question looks at no more than [`HORIZON`] of periods, `COUNT` is turned into the last
//! start once, and a rule without any start (30 February) is found out when the series is made.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc, Weekday};
use chrono_tz::Tz;

use super::rule::{Frequency, Rule, Until};

/// How much time one question looks through at most: two leap days lie no further apart than eight years.
pub const HORIZON: TimeDelta = TimeDelta::days(9 * 366);
/// How long after its first start a rule has to have another one: the calendar repeats after 28 years, but for
/// the years 1900, 2100 and 2200, which are no leap years.
const FIRST_SEARCH: Days = Days::new(41 * 366);
/// Where series end whose rule does not.
const LAST_YEAR: i32 = 2400;

/// The starts of an event that repeats by a rule from its first start on.
#[derive(Clone, Debug)]
pub struct Series {
    rule: Rule,
    first: NaiveDateTime,
    times: Vec<NaiveTime>,
    /// The last start by `COUNT`, local.
    last: Option<NaiveDateTime>,
}

impl Series {
    /// The series of a rule; none where no start ever follows from it.
    pub(super) fn new(mut rule: Rule, first: NaiveDateTime) -> Option<Self> {
        let start = first.date();
        let lists = [&rule.week_numbers, &rule.year_days, &rule.month_days];
        if lists.into_iter().all(Vec::is_empty) && rule.weekdays.is_empty() {
            match rule.frequency {
                Frequency::Yearly => {
                    if rule.months.is_empty() {
                        rule.months = vec![i16::try_from(start.month()).ok()?];
                    }
                    rule.month_days = vec![i16::try_from(start.day()).ok()?];
                }
                Frequency::Monthly => rule.month_days = vec![i16::try_from(start.day()).ok()?],
                Frequency::Weekly => rule.weekdays = vec![(None, start.weekday())],
                Frequency::Daily => {}
            }
        }
        let times = rule.times(first.time());
        let mut series = Self { rule, first, times, last: None };
        let search_end = start.checked_add_days(FIRST_SEARCH)?.and_time(NaiveTime::MIN);
        let next = series.local_starts(first, search_end).next()?;
        // Clocks differ by less than a day.
        let is_over = |last: DateTime<Utc>| last.naive_utc() + TimeDelta::days(1) < next;
        if series.rule.until.is_some_and(|until| is_over(until.instant(chrono_tz::UTC))) {
            return None;
        }
        if let Some(count) = series.rule.count {
            let end = NaiveDate::from_ymd_opt(LAST_YEAR, 1, 1)?.and_time(NaiveTime::MIN);
            let last = series.local_starts(first, end).nth(usize::try_from(count).ok()?.checked_sub(1)?);
            series.last = last;
        }
        Some(series)
    }

    /// Whether a series of this rule could begin at a local time: it is one of the rule's starts. The interval does not
    /// matter, as it is counted from there.
    pub(super) fn may_begin(&self, at: NaiveDateTime) -> bool {
        let (day, months) = (at.date(), &self.rule.months);
        if !(months.is_empty() || months.contains(&(day.month() as i16))) || !self.is_day(day) {
            return false;
        }
        let begun = Self { rule: self.rule.clone(), first: at, times: self.times.clone(), last: None };
        begun.period_begin(0).is_some_and(|begin| begun.starts_of(begin, true).contains(&at))
    }

    /// Whether a start lies on a local day. An end told in UTC counts a day longer: which day that is depends on the
    /// clock of the place.
    pub fn has_start_on(&self, day: NaiveDate) -> bool {
        let (begin, end) = (day.and_time(NaiveTime::MIN), day.and_time(NaiveTime::MIN) + TimeDelta::days(1));
        self.local_starts(begin, end).filter(|start| start.date() == day).any(|start| match self.rule.until {
            Some(Until::Local(until)) => start <= until,
            Some(Until::Instant(until)) => start <= until.naive_utc() + TimeDelta::days(1),
            None => true,
        })
    }

    /// The times of day of the starts, in their order.
    pub(super) fn times(&self) -> &[NaiveTime] {
        &self.times
    }

    /// A local time that no start comes after; none where the series has no end.
    pub fn end(&self) -> Option<NaiveDateTime> {
        // Clocks differ by less than a day.
        let until = self
            .rule
            .until
            .and_then(|until| until.instant(chrono_tz::UTC).naive_utc().checked_add_signed(TimeDelta::days(1)));
        self.last.into_iter().chain(until).min()
    }

    /// The first start in a period, of which no more than [`HORIZON`] is looked through.
    pub fn first_within(&self, from: DateTime<Utc>, until: DateTime<Utc>, zone: Tz) -> Option<DateTime<Utc>> {
        self.within(from, until, zone).next()
    }

    /// The starts in a period, of which no more than [`HORIZON`] is looked through.
    pub fn within(
        &self,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
        zone: Tz,
    ) -> impl Iterator<Item = DateTime<Utc>> + '_ {
        let horizon = from.checked_add_signed(HORIZON).unwrap_or(DateTime::<Utc>::MAX_UTC);
        let until = until.min(horizon);
        let until = self.rule.until.map_or(until, |last| until.min(last.instant(zone)));
        // The clocks of one zone are never further apart than that, so nothing is missed at the rims.
        let rim = TimeDelta::days(1);
        let local = |at: DateTime<Utc>, rim| {
            at.naive_utc().checked_add_signed(rim).unwrap_or(self.first).min(NaiveDate::MAX.and_time(NaiveTime::MIN))
        };
        let (earliest, latest) = (local(from, -rim), local(until, rim));
        in_order(self.local_starts(earliest, latest).filter_map(move |start| to_instant(start, zone)))
            .skip_while(move |start| *start < from)
            .take_while(move |start| *start <= until)
    }

    /// The local starts between two times, not before the first.
    fn local_starts(&self, from: NaiveDateTime, until: NaiveDateTime) -> impl Iterator<Item = NaiveDateTime> + '_ {
        let from = from.max(self.first);
        let until = self.last.map_or(until, |last| until.min(last));
        let mut number = self.period_of(from.date());
        let mut period: Vec<NaiveDateTime> = Vec::new();
        let mut at = 0;
        let starts = std::iter::from_fn(move || {
            loop {
                if let Some(start) = period.get(at) {
                    at += 1;
                    return Some(*start);
                }
                let begin = self.period_begin(number)?;
                if begin > until.date() {
                    return None;
                }
                (period, at) = (self.starts_of(begin, number == 0), 0);
                number = number.checked_add(1)?;
            }
        });
        starts.skip_while(move |start| *start < from).take_while(move |start| *start <= until)
    }

    /// The number of the period that a day lies in, or of the one before where the interval leaves it out.
    fn period_of(&self, day: NaiveDate) -> i64 {
        let first = self.first.date();
        let months = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
        let distance = match self.rule.frequency {
            Frequency::Daily => (day - first).num_days(),
            Frequency::Weekly => (self.week_begin(day) - self.week_begin(first)).num_days() / 7,
            Frequency::Monthly => months(day) - months(first),
            Frequency::Yearly => i64::from(day.year()) - i64::from(first.year()),
        };
        (distance / i64::from(self.rule.interval)).max(0)
    }

    fn week_begin(&self, day: NaiveDate) -> NaiveDate {
        let behind = day.weekday().days_since(self.rule.week_start);
        day.checked_sub_days(Days::new(u64::from(behind))).unwrap_or(day)
    }

    /// The first day of a period.
    fn period_begin(&self, number: i64) -> Option<NaiveDate> {
        let first = self.first.date();
        let distance = number.checked_mul(i64::from(self.rule.interval))?;
        match self.rule.frequency {
            Frequency::Daily => first.checked_add_signed(TimeDelta::try_days(distance)?),
            Frequency::Weekly => self.week_begin(first).checked_add_signed(TimeDelta::try_weeks(distance)?),
            Frequency::Monthly => {
                let months = (i64::from(first.year()) * 12 + i64::from(first.month0())).checked_add(distance)?;
                let year = i32::try_from(months.div_euclid(12)).ok()?;
                NaiveDate::from_ymd_opt(year, u32::try_from(months.rem_euclid(12)).ok()? + 1, 1)
            }
            Frequency::Yearly => {
                NaiveDate::from_ymd_opt(i32::try_from(i64::from(first.year()).checked_add(distance)?).ok()?, 1, 1)
            }
        }
    }

    /// The starts of the period that begins on a day, in their order.
    fn starts_of(&self, begin: NaiveDate, is_first: bool) -> Vec<NaiveDateTime> {
        let end = match self.rule.frequency {
            Frequency::Daily => begin.succ_opt(),
            Frequency::Weekly => begin.checked_add_days(Days::new(7)),
            Frequency::Monthly => begin.checked_add_months(chrono::Months::new(1)),
            Frequency::Yearly => begin.checked_add_months(chrono::Months::new(12)),
        };
        let end = end.unwrap_or(NaiveDate::MAX);
        // The first week counts from the first start only, also where positions are counted in it.
        let is_cut = is_first && self.rule.frequency == Frequency::Weekly;
        let mut day = if is_cut { self.first.date() } else { begin };
        let mut starts = Vec::new();
        while day < end {
            if !self.rule.months.is_empty() && !self.rule.months.contains(&(day.month() as i16)) {
                // No day of this month counts.
                let next = day.with_day(1).and_then(|first| first.checked_add_months(chrono::Months::new(1)));
                let Some(next) = next else { break };
                day = next;
                continue;
            }
            if self.is_day(day) {
                starts.extend(self.times.iter().map(|time| day.and_time(*time)));
            }
            let Some(next) = day.succ_opt() else { break };
            day = next;
        }
        if self.rule.positions.is_empty() { starts } else { at_positions(&starts, &self.rule.positions) }
    }

    /// Whether a day of a month that counts is one of the rule.
    fn is_day(&self, day: NaiveDate) -> bool {
        let rule = &self.rule;
        let counts = |list: &[i16], (number, from_end): (i16, i16)| {
            list.is_empty() || list.contains(&number) || list.contains(&from_end)
        };
        counts(&rule.month_days, place(day.day0(), month_length(day)))
            && counts(&rule.year_days, place(day.ordinal0(), year_length(day)))
            && (rule.week_numbers.is_empty() || counts(&rule.week_numbers, self.week_number(day)))
            && (rule.weekdays.is_empty() || rule.weekdays.iter().any(|weekday| self.is_weekday(day, *weekday)))
    }

    fn is_weekday(&self, day: NaiveDate, (number, weekday): (Option<i16>, Weekday)) -> bool {
        if day.weekday() != weekday {
            return false;
        }
        let Some(number) = number else { return true };
        let in_month = self.rule.frequency == Frequency::Monthly || !self.rule.months.is_empty();
        let (ordinal, length) =
            if in_month { (day.day0(), month_length(day)) } else { (day.ordinal0(), year_length(day)) };
        let (from_start, from_end) = ((ordinal / 7) as i16 + 1, -((length.saturating_sub(ordinal + 1) / 7) as i16) - 1);
        number == from_start || number == from_end
    }

    /// The number of a day's week, from the front and from the end of the year that the week belongs to: the one
    /// that has at least four of its days (ISO 8601, with the rule's own first day of the week).
    fn week_number(&self, day: NaiveDate) -> (i16, i16) {
        let begin = self.week_begin(day);
        let middle = begin.checked_add_days(Days::new(3)).unwrap_or(begin);
        let number = (middle.ordinal0() / 7) as i16 + 1;
        let behind = year_length(middle).saturating_sub(middle.ordinal()) / 7;
        (number, -(behind as i16) - 1)
    }
}

/// A number from the front, beginning at 1, and the same from the end, beginning at -1.
fn place(from_zero: u32, length: u32) -> (i16, i16) {
    (from_zero as i16 + 1, from_zero as i16 - length as i16)
}

fn month_length(day: NaiveDate) -> u32 {
    u32::from(day.num_days_in_month())
}

fn year_length(day: NaiveDate) -> u32 {
    if day.leap_year() { 366 } else { 365 }
}

fn at_positions(starts: &[NaiveDateTime], positions: &[i16]) -> Vec<NaiveDateTime> {
    let at = |position: &i16| {
        let index = usize::from(position.unsigned_abs()).checked_sub(1)?;
        let index = if *position > 0 { index } else { starts.len().checked_sub(index + 1)? };
        starts.get(index).copied()
    };
    let mut chosen: Vec<NaiveDateTime> = positions.iter().filter_map(at).collect();
    chosen.sort_unstable();
    chosen.dedup();
    chosen
}

/// Brings starts of one day in order, of which one was moved behind the next by the change to summer time.
fn in_order(starts: impl Iterator<Item = DateTime<Utc>>) -> impl Iterator<Item = DateTime<Utc>> {
    let mut starts = starts.peekable();
    let mut moved: Vec<DateTime<Utc>> = Vec::new();
    std::iter::from_fn(move || {
        while let Some(last) = moved.iter().max().copied().or_else(|| starts.next()) {
            if moved.is_empty() {
                moved.push(last);
            }
            match starts.next_if(|next| *next < last) {
                Some(next) => moved.push(next),
                None => break,
            }
        }
        moved.sort_unstable_by(|a, b| b.cmp(a));
        moved.pop()
    })
}

/// A local time as an instant. A time that the change to summer leaves out is taken an hour later, as people would.
pub fn to_instant(local: NaiveDateTime, zone: Tz) -> Option<DateTime<Utc>> {
    let at = |local: NaiveDateTime| zone.from_local_datetime(&local).earliest();
    let later = || at(local.checked_add_signed(TimeDelta::hours(1))?);
    at(local).or_else(later).map(|start| start.with_timezone(&Utc))
}
