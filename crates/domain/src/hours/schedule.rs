//! Opening hours evaluated at instants and days.
//!
//! Which days a selector names is asked of the crate `opening_hours`, one rule at a time. How rules go together is
//! evaluated here, by the specification of the key as its reference evaluator reads it: on the days of a later rule
//! the earlier ones do not hold, unless it adds (`,`), closes (`off`) or is what holds otherwise (`||`); a fallback
//! holds at every time at which nothing else does, not only on days without; after an open end (`18:00+`) nobody knows.

use std::{fmt, ops::RangeInclusive, str::FromStr, sync::Arc};

use chrono::{
    DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Timelike, Utc, Weekday,
};
use chrono_tz::Tz;
use opening_hours::{Context, OpeningHours as Expression, localization::Localize, localization::TzLocation};
use opening_hours_syntax::rules::{
    RuleKind, RuleOperator, RuleSequence,
    day::{DaySelector, WeekDayRange},
    time::{Time, TimeSelector, TimeSpan},
};

use super::locality::Locality;

/// How far ahead a change is looked for: hours that change no more (`2019 Jan 01 10:00-12:00`) would be followed day
/// by day to the year 10000.
pub const LOOKAHEAD: TimeDelta = TimeDelta::days(400);

/// How many days of one time are followed to its end.
const LONGEST: u64 = 30;

/// The minutes of a day.
const DAY: u32 = 24 * 60;

/// Whether somebody is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HoursState {
    /// Somebody is there.
    Open,
    /// Perhaps: by appointment, or nobody knows how long.
    Unknown,
    /// Nobody is there.
    Closed,
}

/// A time at which somebody is there, or may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoursPeriod {
    /// When it begins, on the clock of the place.
    pub start: NaiveDateTime,
    /// When it ends; a guess where `open_end`.
    pub end: NaiveDateTime,
    /// Open or unknown.
    pub state: HoursState,
    /// What is noted of it.
    pub note: Option<Arc<str>>,
    /// Whether only its beginning is known.
    pub open_end: bool,
}

impl HoursPeriod {
    /// Whether people can come at it: what is known, and what may be within a day or a night, not whole days of appointments.
    pub fn is_time(&self) -> bool {
        let ends = self.end - TimeDelta::minutes(1);
        let is_night = self.end - self.start < TimeDelta::hours(12);
        let is_of_day = self.end - self.start < TimeDelta::hours(24) && self.start.date() == ends.date();
        self.state == HoursState::Open || self.open_end || is_of_day || is_night
    }
}

/// Opening hours made ready for questions; costly to make, cheap to ask.
#[derive(Clone)]
pub struct Schedule {
    rules: Arc<[DatedRule]>,
    location: TzLocation<Tz>,
}

/// A rule with its days made ready.
struct DatedRule {
    days: DayMatcher,
    spans: Vec<TimeSpan>,
    state: HoursState,
    operator: RuleOperator,
    note: Option<Arc<str>>,
}

/// On which days a rule holds.
enum DayMatcher {
    Every,
    /// Days of the week, Monday the lowest bit.
    Weekdays(u8),
    Selector(Box<Expression<TzLocation<Tz>>>),
    /// Days that two matchers hold on.
    Both(Box<[DayMatcher; 2]>),
}

/// What a rule says of a stretch of a day, in minutes.
struct RuleSpan<'a> {
    rule: &'a DatedRule,
    start: u32,
    end: u32,
    open_end: bool,
}

impl DayMatcher {
    fn new(selector: DaySelector, context: &Context<TzLocation<Tz>>) -> Self {
        if selector.is_empty() {
            return Self::Every;
        }
        if let Some(mask) = plain_weekdays(&selector) {
            return Self::Weekdays(mask);
        }
        if let Some((holidays, weekday)) = holidays_on_days(&selector.weekday) {
            let days = DaySelector { weekday: weekday.to_vec(), ..DaySelector::default() };
            let holidays = DaySelector { weekday: holidays.to_vec(), ..selector };
            return Self::Both(Box::new([Self::new(holidays, context), Self::new(days, context)]));
        }
        let rule = RuleSequence {
            day_selector: selector,
            time_selector: TimeSelector::default(),
            kind: RuleKind::Open,
            operator: RuleOperator::Normal,
            comment: Arc::from(""),
        };
        match Expression::from_str(&write_offsets(&rule.to_string())) {
            Ok(expression) => Self::Selector(Box::new(expression.with_context(context.clone()))),
            // What was read is written in a readable form; a test goes over every form.
            Err(_) => Self::Weekdays(0),
        }
    }

    fn matches(&self, day: NaiveDate) -> bool {
        match self {
            Self::Every => true,
            Self::Weekdays(mask) => mask & 1 << day.weekday().num_days_from_monday() != 0,
            Self::Both(matchers) => matchers.iter().all(|matcher| matcher.matches(day)),
            Self::Selector(expression) => {
                expression.schedule_at(day).into_iter().any(|range| range.kind != RuleKind::Closed)
            }
        }
    }
}

/// The holidays and the days of the week of a selector that means holidays on these days: the reading of the notation
/// leaves its holidays first, those of a list last.
pub(super) fn holidays_on_days(weekday: &[WeekDayRange]) -> Option<(&[WeekDayRange], &[WeekDayRange])> {
    let first = weekday.iter().position(|range| matches!(range, WeekDayRange::Fixed { .. }))?;
    (first > 0).then(|| weekday.split_at(first))
}

/// Days after a holiday have a sign, which the crate's own writing leaves out.
fn write_offsets(selector: &str) -> String {
    let mut written = selector.to_owned();
    for kind in ["PH", "SH"] {
        for digit in '1'..='9' {
            written = written.replace(&format!("{kind} {digit}"), &format!("{kind} +{digit}"));
        }
    }
    written
}

/// The days from one to another, over the end of the week where need be (`Fr-Mo`).
pub(super) fn days_of(range: &RangeInclusive<Weekday>) -> impl Iterator<Item = Weekday> + use<> {
    let length = range.end().days_since(*range.start()) + 1;
    std::iter::successors(Some(*range.start()), |day| Some(day.succ())).take(length as usize)
}

/// The days of a selector that names nothing but days of the week.
fn plain_weekdays(selector: &DaySelector) -> Option<u8> {
    if !(selector.year.is_empty() && selector.monthday.is_empty() && selector.week.is_empty()) {
        return None;
    }
    let mut mask = 0;
    for range in &selector.weekday {
        match range {
            WeekDayRange::Fixed { range, offset: 0, nth_from_start, nth_from_end }
                if !nth_from_start.contains(&false) && !nth_from_end.contains(&false) =>
            {
                days_of(range).for_each(|day| mask |= 1 << day.num_days_from_monday());
            }
            _ => return None,
        }
    }
    Some(mask)
}

impl DatedRule {
    fn new(rule: &RuleSequence, context: &Context<TzLocation<Tz>>) -> Self {
        Self {
            days: DayMatcher::new(rule.day_selector.clone(), context),
            spans: rule.time_selector.spans.clone(),
            state: match rule.kind {
                RuleKind::Open => HoursState::Open,
                RuleKind::Unknown => HoursState::Unknown,
                RuleKind::Closed => HoursState::Closed,
            },
            operator: rule.operator,
            note: (!rule.comment.is_empty()).then(|| rule.comment.clone()),
        }
    }

    /// What it says of a day on which it holds, in minutes from its midnight, and how far it goes into the next one.
    fn spans_of(&self, day: NaiveDate, location: &TzLocation<Tz>) -> Vec<RuleSpan<'_>> {
        let mut found = Vec::new();
        let starts: Vec<Option<u32>> =
            self.spans.iter().map(|span| minute_of(span.range.start, day, location)).collect();
        for (span, start) in self.spans.iter().zip(&starts) {
            let (Some(start), Some(end)) = (*start, minute_of(span.range.end, day, location)) else { continue };
            let end = if end <= start { end + DAY } else { end };
            let only_start = span.open_end && span.range.end == Time::Fixed(midnight_after());
            if !only_start {
                found.push(RuleSpan { rule: self, start, end, open_end: false });
            }
            if span.open_end && self.state != HoursState::Closed {
                let from = if only_start { start } else { end };
                let next = starts.iter().flatten().copied().filter(|next| *next > start && *next >= from).min();
                let until = guess_end(from);
                found.push(RuleSpan {
                    rule: self,
                    start: from,
                    end: next.map_or(until, |next| next.min(until)),
                    open_end: true,
                });
            }
        }
        found
    }
}

const fn midnight_after() -> opening_hours_syntax::extended_time::ExtendedTime {
    opening_hours_syntax::extended_time::ExtendedTime::MIDNIGHT_24
}

/// Until when an open end may go on: what begins in the evening, into the night; the rest, until midnight.
const fn guess_end(from: u32) -> u32 {
    match from / 60 {
        22.. => from + 8 * 60,
        17.. => from + 10 * 60,
        _ => DAY,
    }
}

/// A time in minutes; none where the sun does not rise or set on that day.
fn minute_of(time: Time, day: NaiveDate, location: &TzLocation<Tz>) -> Option<u32> {
    match time {
        Time::Fixed(time) => Some(u32::from(time.mins_from_midnight())),
        Time::Variable(time) => {
            let event = location.event_time(day, time.event)?;
            (event.hour() * 60 + event.minute()).checked_add_signed(i32::from(time.offset))
        }
    }
}

impl Schedule {
    pub(super) fn new(rules: &[RuleSequence], locality: &Locality) -> Self {
        let location = locality.location();
        let context = Context::default()
            .with_holidays(locality.holidays.0.clone())
            .approx_bound_interval_size(LOOKAHEAD)
            .with_locale(location.clone());
        Self { rules: rules.iter().map(|rule| DatedRule::new(rule, &context)).collect(), location }
    }

    /// Whether it is open at an instant; what is unknown is not open.
    pub fn is_open(&self, at: DateTime<Utc>) -> bool {
        self.state(at) == HoursState::Open
    }

    /// Whether somebody is there at an instant.
    pub fn state(&self, at: DateTime<Utc>) -> HoursState {
        let local = at.with_timezone(self.location.get_timezone()).naive_local();
        let minute = local.hour() * 60 + local.minute();
        self.state_at(&self.spans_on(local.date()), minute).0
    }

    /// When somebody is there next, or goes on being there, in some days from an instant; an open end has a beginning. A
    /// time that depends on something ("nur für Frauen") is one too, with its state and note.
    pub fn next_opening(&self, at: DateTime<Utc>, days: u64) -> Option<HoursPeriod> {
        let local = at.with_timezone(self.location.get_timezone()).naive_local();
        // A day more, so that no night is cut to what looks like a time.
        let periods = self.periods(local.date(), days + 1);
        let last = local.date().checked_add_days(Days::new(days)).map(|day| day.and_time(NaiveTime::MIN));
        let mut ahead = periods.into_iter().filter(|period| last.is_none_or(|last| period.start < last));
        ahead.find(|period| period.end > local && period.is_time())
    }

    /// The first time in some days that is not over at a moment on the clock of the place. Where it goes on for long,
    /// only its beginning is told.
    pub(super) fn first_period(&self, from: NaiveDateTime, days: u64) -> Option<HoursPeriod> {
        let days = (0..days).filter_map(|ahead| from.date().checked_add_days(Days::new(ahead)));
        let first = |day: NaiveDate, count: u64| {
            let period = self.periods(day, count).into_iter().find(|period| period.end > from)?;
            let is_cut =
                day.checked_add_days(Days::new(count)).is_some_and(|end| period.end == end.and_time(NaiveTime::MIN));
            Some((period, is_cut))
        };
        days.filter_map(|day| Some((day, first(day, 2)?)))
            .map(|(day, (period, is_cut))| match is_cut {
                false => period,
                true => first(day, LONGEST)
                    .map_or(period, |(period, is_cut)| HoursPeriod { open_end: is_cut || period.open_end, ..period }),
            })
            .next()
    }

    /// When the state changes next, if it does within [`LOOKAHEAD`].
    pub fn next_change(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let zone = *self.location.get_timezone();
        let local = at.with_timezone(&zone).naive_local();
        let state = self.state(at);
        let days = local.date().iter_days().take(usize::try_from(LOOKAHEAD.num_days()).unwrap_or_default());
        for day in days {
            let spans = self.spans_on(day);
            for minute in boundaries(&spans) {
                let time = day.and_time(NaiveTime::MIN) + TimeDelta::minutes(i64::from(minute));
                if time > local && self.state_at(&spans, minute).0 != state {
                    return zone.from_local_datetime(&time).latest().map(|time| time.to_utc());
                }
            }
        }
        None
    }

    /// When somebody is there or may be, in some days from `first` on; what goes on past a midnight is one period.
    pub fn periods(&self, first: NaiveDate, days: u64) -> Vec<HoursPeriod> {
        let mut periods: Vec<HoursPeriod> = Vec::new();
        for day in (0..days).filter_map(|ahead| first.checked_add_days(Days::new(ahead))) {
            let spans = self.spans_on(day);
            let midnight = day.and_time(NaiveTime::MIN);
            let at = |minute: u32| midnight + TimeDelta::minutes(i64::from(minute));
            let mut ends = boundaries(&spans);
            ends.push(DAY);
            for pair in ends.windows(2) {
                let &[start, end] = pair else { continue };
                let (state, span) = self.state_at(&spans, start);
                let Some(span) = span.filter(|_| state != HoursState::Closed) else { continue };
                let note = span.rule.note.clone();
                match periods.last_mut() {
                    Some(last)
                        if last.end == at(start)
                            && (last.state, &last.note, last.open_end) == (state, &note, span.open_end) =>
                    {
                        last.end = at(end);
                    }
                    _ => periods.push(HoursPeriod {
                        start: at(start),
                        end: at(end),
                        state,
                        note,
                        open_end: span.open_end,
                    }),
                }
            }
        }
        periods
    }

    /// What the rules that hold on a day say of it, in their order; what began the day before goes before its rule's
    /// own times.
    fn spans_on(&self, day: NaiveDate) -> Vec<RuleSpan<'_>> {
        let mut spans: Vec<RuleSpan<'_>> = Vec::new();
        for (at, rule) in self.rules.iter().enumerate() {
            if rule.days.matches(day) {
                let follows_every_day = at > 0 && matches!(self.rules[at - 1].days, DayMatcher::Every);
                let has_days = !matches!(rule.days, DayMatcher::Every);
                let replaces = has_days || follows_every_day && rule.state == HoursState::Open;
                if replaces && rule.state != HoursState::Closed && rule.operator == RuleOperator::Normal {
                    spans.clear();
                }
                let today = rule.spans_of(day, &self.location).into_iter().filter(|span| span.start < DAY);
                spans.extend(today.map(|span| RuleSpan { end: span.end.min(DAY), ..span }));
            }
            if let Some(yesterday) = day.pred_opt().filter(|yesterday| rule.days.matches(*yesterday)) {
                let over = rule.spans_of(yesterday, &self.location).into_iter().filter(|span| span.end > DAY);
                spans.extend(over.map(|span| RuleSpan {
                    start: span.start.saturating_sub(DAY),
                    end: span.end - DAY,
                    ..span
                }));
            }
        }
        spans
    }

    /// The state at a minute of a day, and what says so.
    fn state_at<'a, 'b>(&self, spans: &'b [RuleSpan<'a>], minute: u32) -> (HoursState, Option<&'b RuleSpan<'a>>) {
        let mut state = (HoursState::Closed, None);
        for span in spans.iter().filter(|span| (span.start..span.end).contains(&minute)) {
            if span.rule.operator == RuleOperator::Fallback && state.0 != HoursState::Closed {
                continue;
            }
            let own = if span.open_end { HoursState::Unknown } else { span.rule.state };
            state = (own, Some(span));
        }
        state
    }
}

/// The minutes of a day at which the state may change, the first one included.
fn boundaries(spans: &[RuleSpan<'_>]) -> Vec<u32> {
    let mut minutes: Vec<u32> = spans.iter().flat_map(|span| [span.start, span.end]).chain([0]).collect();
    minutes.retain(|minute| *minute < DAY);
    minutes.sort_unstable();
    minutes.dedup();
    minutes
}

impl fmt::Debug for Schedule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Schedule")
    }
}
