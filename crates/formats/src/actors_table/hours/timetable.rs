//! Collects the rules that `reader` finds in a text and writes them in OpenStreetMap's notation; nothing where they
//! contradict each other. There a later rule takes the place of an
//! earlier one; people add times ("Mo-Fr 9-12, Mo 14-16"). So every day gathers its times before any of it is written.

use std::collections::BTreeMap;

use domain::vocabulary::Daytime;

use super::tokens::{PUBLIC_HOLIDAYS, SCHOOL_HOLIDAYS};

/// The days in their order, as OpenStreetMap writes them, with public and school holidays.
const DAYS: [&str; 9] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH", "SH"];
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/// The end of the day, in minutes.
const MIDNIGHT: u16 = 24 * 60;
/// What is before and after noon: lunch is between the two.
const NOON: u16 = 12 * 60;
const LUNCH_END: u16 = 13 * 60;

/// Days of the week, bit by bit from Monday, with holidays; or months from January.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct BitSet(u16);

impl BitSet {
    pub(super) const WEEK: Self = Self(0b0_0111_1111);
    pub(super) const WEEKDAYS: Self = Self(0b0_0001_1111);
    pub(super) const WEEKEND: Self = Self(0b0_0110_0000);

    pub(super) fn insert(&mut self, number: usize) {
        self.0 |= 1 << number;
    }

    /// From one to another, over the end of a cycle of so many.
    pub(super) fn insert_range(&mut self, first: usize, last: usize, cycle: usize) {
        let mut number = first;
        self.insert(number);
        while number != last {
            number = (number + 1) % cycle;
            self.insert(number);
        }
    }

    pub(super) fn contains(self, number: usize) -> bool {
        self.0 & 1 << number != 0
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(super) fn weekdays_only(self) -> Self {
        Self(self.0 & Self::WEEK.0)
    }

    pub(super) fn len(self) -> u32 {
        self.0.count_ones()
    }

    fn iter(self) -> impl Iterator<Item = usize> {
        (0..16).filter(move |number| self.contains(*number))
    }

    /// As a list of names and ranges of them, over the end of the cycle where it is one.
    fn write(self, names: &[&str], is_cycle: bool) -> String {
        let cycle = names.len();
        let follows = |at: usize| (is_cycle || at > 0) && self.contains((at + cycle - 1) % cycle);
        let starts = |at: &usize| self.contains(*at) && !follows(*at);
        let ranges = (0..cycle).filter(starts).map(|first| {
            let length = (0..cycle)
                .take_while(|step| (is_cycle || first + step < cycle) && self.contains((first + step) % cycle));
            match length.count() {
                1 => names[first].to_owned(),
                count => format!("{}-{}", names[first], names[(first + count - 1) % cycle]),
            }
        });
        ranges.collect::<Vec<_>>().join(",")
    }
}

/// From when until when, in minutes from midnight; an end that nobody knows is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct MinuteSpan {
    pub(super) start: u16,
    pub(super) end: Option<u16>,
}

impl MinuteSpan {
    pub(super) const ALL_DAY: Self = Self { start: 0, end: Some(MIDNIGHT) };

    /// Whether it lies within a part of the day.
    pub(super) fn is_in(self, part: Daytime) -> bool {
        match part {
            Daytime::Morning => self.end.is_some_and(|end| end <= LUNCH_END) || self.end.is_none() && self.start < NOON,
            Daytime::Afternoon | Daytime::Evening => self.start >= NOON,
        }
    }

    fn overlaps(self, other: Self) -> bool {
        let end = |span: Self| span.end.unwrap_or(span.start + 1);
        self.start < end(other) && other.start < end(self)
    }
}

/// A weekday of a month: the first and third Monday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NthWeekday {
    pub(super) day: usize,
    pub(super) numbers: Vec<i8>,
}

impl NthWeekday {
    fn write(&self) -> String {
        let numbers: Vec<String> = self.numbers.iter().map(ToString::to_string).collect();
        format!("{}[{}]", DAYS[self.day], numbers.join(","))
    }
}

/// Days on which nobody is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum OffRule {
    Days(BitSet),
    /// A part of the day.
    Part(BitSet, Daytime),
    Months(BitSet),
    DaysOfMonth(Vec<NthWeekday>),
}

/// The times of days, and when they are not.
#[derive(Debug, Default)]
pub(super) struct Timetable {
    days: [Vec<MinuteSpan>; DAYS.len()],
    /// Of how many days the rule was that named the times of a day: who names fewer means it more exactly.
    widths: [u32; DAYS.len()],
    days_of_month: Vec<(NthWeekday, Vec<MinuteSpan>)>,
    seasons: Vec<(BitSet, BitSet, Vec<MinuteSpan>)>,
    closures: Vec<OffRule>,
    last_spans: Vec<MinuteSpan>,
}

impl Timetable {
    pub(super) fn is_empty(&self) -> bool {
        self.last_spans.is_empty()
    }

    /// Days of the week without times, on which it is said to be closed.
    pub(super) fn closed_days(&self) -> BitSet {
        let days = self
            .closures
            .iter()
            .map(|closure| if let OffRule::Days(days) = closure { *days } else { BitSet::default() });
        days.fold(BitSet::default(), BitSet::union).weekdays_only()
    }

    /// Adds times to days; `None` where they contradict what these have.
    pub(super) fn open(&mut self, days: BitSet, spans: Vec<MinuteSpan>) -> Option<()> {
        if !self.seasons.is_empty() {
            return None;
        }
        for day in days.iter() {
            let has_overlap = self.days[day].iter().any(|one| spans.iter().any(|other| one.overlaps(*other)));
            match (has_overlap, self.widths[day]) {
                (true, width) if days.len() >= width => return None,
                (true, _) => self.days[day].clone_from(&spans),
                (false, _) => {
                    self.days[day].extend_from_slice(&spans);
                    self.days[day].sort_unstable();
                }
            }
            let width = &mut self.widths[day];
            *width = if *width == 0 { days.len() } else { days.len().min(*width) };
        }
        self.last_spans = spans;
        Some(())
    }

    /// Ends the times of days earlier, or those of the rule before where the days have none ("Mo-Do 8-16, Fr bis 13").
    pub(super) fn open_until(&mut self, days: BitSet, end: u16) -> Option<()> {
        for day in days.iter() {
            let spans = if self.days[day].is_empty() { &self.last_spans } else { &self.days[day] };
            let first = *spans.first()?;
            let is_within = spans.len() == 1 || first.end.is_some_and(|first_end| end <= first_end);
            if !is_within || end <= first.start || self.widths[day] > 0 && days.len() >= self.widths[day] {
                return None;
            }
            self.days[day] = vec![MinuteSpan { end: Some(end), ..first }];
            self.widths[day] = days.len();
        }
        Some(())
    }

    pub(super) fn open_days_of_month(&mut self, days: Vec<NthWeekday>, spans: Vec<MinuteSpan>) -> Option<()> {
        if !self.seasons.is_empty() {
            return None;
        }
        self.days_of_month.extend(days.into_iter().map(|day| (day, spans.clone())));
        self.last_spans = spans;
        Some(())
    }

    pub(super) fn open_season(&mut self, months: BitSet, days: BitSet, spans: Vec<MinuteSpan>) {
        self.last_spans.clone_from(&spans);
        self.seasons.push((months, days, spans));
    }

    pub(super) fn close(&mut self, closure: OffRule) {
        self.closures.push(closure);
    }

    /// In OpenStreetMap's notation; `None` where nothing is open, or one part of it contradicts another.
    pub(super) fn write(mut self) -> Option<String> {
        if self.is_empty() {
            return None;
        }
        let mut off = Vec::new();
        let mut holidays_off = BitSet::default();
        for closure in std::mem::take(&mut self.closures) {
            match closure {
                OffRule::Days(days) => {
                    holidays_off = holidays_off.union(days.without(BitSet::WEEK));
                    self.close_days(days)?;
                }
                OffRule::Part(days, part) => self.close_part(days, part)?,
                OffRule::Months(months) => off.push(format!("{} off", months.write(&MONTHS, true))),
                OffRule::DaysOfMonth(days) => off.extend(days.iter().map(|day| format!("{} off", day.write()))),
            }
        }
        let mut rules = self.weekly_rules();
        let mut days_of_month: BTreeMap<Vec<MinuteSpan>, Vec<String>> = BTreeMap::new();
        for (day, spans) in &self.days_of_month {
            let weekly = &self.days[day.day];
            let has_overlap = weekly.iter().any(|one| spans.iter().any(|other| one.overlaps(*other)));
            let mut spans = spans.clone();
            if !has_overlap {
                spans.extend_from_slice(weekly);
                spans.sort_unstable();
            }
            days_of_month.entry(spans).or_default().push(day.write());
        }
        rules.extend(days_of_month.iter().map(|(spans, days)| write_rule(&days.join(","), spans)));
        rules.extend(self.seasons.iter().map(|(months, days, spans)| {
            write_rule(&format!("{} {}", months.write(&MONTHS, true), days.write(&DAYS[..7], false)), spans)
        }));
        for holidays in [SCHOOL_HOLIDAYS, PUBLIC_HOLIDAYS] {
            if !self.days[holidays].is_empty() {
                rules.push(write_rule(DAYS[holidays], &self.days[holidays]));
            }
        }
        if rules.is_empty() {
            return None;
        }
        rules.extend(off);
        let holidays = [SCHOOL_HOLIDAYS, PUBLIC_HOLIDAYS].into_iter().filter(|day| holidays_off.contains(*day));
        rules.extend(holidays.map(|day| format!("{} off", DAYS[day])));
        Some(rules.join("; "))
    }

    fn close_days(&mut self, days: BitSet) -> Option<()> {
        for day in days.iter() {
            if !self.days[day].is_empty() && days.weekdays_only().len() >= self.widths[day] {
                return None;
            }
            self.days[day].clear();
        }
        Some(())
    }

    fn close_part(&mut self, days: BitSet, part: Daytime) -> Option<()> {
        let other = if part == Daytime::Morning { Daytime::Afternoon } else { Daytime::Morning };
        for day in days.iter() {
            let spans = &mut self.days[day];
            // Hours over noon do not say when the afternoon begins.
            if part == Daytime::Evening || spans.iter().any(|span| span.is_in(part) == span.is_in(other)) {
                return None;
            }
            spans.retain(|span| !span.is_in(part));
        }
        Some(())
    }

    /// The times of the week: days of the same times together.
    fn weekly_rules(&self) -> Vec<String> {
        let week = &self.days[..7];
        if week.iter().all(|spans| spans == &[MinuteSpan::ALL_DAY]) {
            return vec!["24/7".to_owned()];
        }
        let is_first = |day: &usize| !week[*day].is_empty() && !week[..*day].contains(&week[*day]);
        let rules = (0..7).filter(is_first).map(|first| {
            let mut days = BitSet::default();
            (first..7).filter(|day| week[*day] == week[first]).for_each(|day| days.insert(day));
            write_rule(&days.write(&DAYS[..7], false), &week[first])
        });
        rules.collect()
    }
}

fn write_rule(days: &str, spans: &[MinuteSpan]) -> String {
    let clock = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    let times: Vec<String> = spans
        .iter()
        .map(|span| match span.end {
            Some(end) => format!("{}-{}", clock(span.start), clock(end)),
            None => format!("{}+", clock(span.start)),
        })
        .collect();
    format!("{days} {}", times.join(","))
}
