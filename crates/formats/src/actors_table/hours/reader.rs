//! Gathers the tokens of hours into clauses, and these into a timetable. What can be meant in two ways is not read: "jeden
//! zweiten Dienstag" is every other week or once a month.

use domain::vocabulary::Daytime;

use super::{
    timetable::{BitSet, MinuteSpan, NthWeekday, OffRule, Timetable},
    tokens::{HoursToken, PUBLIC_HOLIDAYS, SCHOOL_HOLIDAYS},
};

const MIDNIGHT: u16 = 24 * 60;

/// The notation of tokens; `None` where they are no hours.
pub(super) fn read_tokens(tokens: &[HoursToken]) -> Option<String> {
    let mut reader = HoursReader::default();
    for token in tokens {
        reader.take(*token)?;
        reader.previous = Some(*token);
    }
    reader.end_clause()?;
    // Which of several times pause in school holidays, an exception behind them does not say.
    if reader.has_holiday_exception && reader.open_clauses > 1 {
        return None;
    }
    reader.timetable.write()
}

/// What the days of a clause are named for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Mode {
    #[default]
    Open,
    /// "geschlossen: Sa".
    Closed,
    /// "außer Sa".
    Except,
}

/// Days with their times, or on which nobody is there.
#[derive(Default)]
struct Clause {
    mode: Mode,
    days: BitSet,
    last_day: Option<usize>,
    months: BitSet,
    last_month: Option<usize>,
    ordinals: Vec<i8>,
    days_of_month: Vec<NthWeekday>,
    is_every: bool,
    is_monthly: bool,
    part: Option<Daytime>,
    /// How many times stand before the part.
    before_part: usize,
    exceptions: BitSet,
    spans: Vec<MinuteSpan>,
    end: Option<u16>,
    is_otherwise: bool,
}

impl Clause {
    fn has_times(&self) -> bool {
        !self.spans.is_empty() || self.end.is_some()
    }

    /// Whether the times behind a part of the day are in it.
    fn fits_part(&self) -> bool {
        let spans = &self.spans[self.before_part..];
        self.part.is_none_or(|part| !spans.is_empty() && spans.iter().all(|span| span.is_in(part)))
    }

    fn has_days(&self) -> bool {
        !self.days.is_empty() || !self.months.is_empty() || !self.days_of_month.is_empty()
    }

    fn is_empty(&self) -> bool {
        !self.has_times()
            && !self.has_days()
            && self.exceptions.is_empty()
            && self.ordinals.is_empty()
            && self.part.is_none()
            && !self.is_every
            && !self.is_monthly
            && !self.is_otherwise
            && self.mode == Mode::Open
    }
}

#[derive(Default)]
struct HoursReader {
    clause: Clause,
    previous: Option<HoursToken>,
    timetable: Timetable,
    open_clauses: usize,
    has_holiday_exception: bool,
}

impl HoursReader {
    fn take(&mut self, token: HoursToken) -> Option<()> {
        let is_range = self.previous == Some(HoursToken::To);
        match token {
            HoursToken::Day(day) => self.take_day(day, is_range)?,
            // "24 Stunden täglich".
            HoursToken::EveryDay if self.previous == Some(HoursToken::AllDay) => {}
            HoursToken::EveryDay => self.take_days(BitSet::WEEK)?,
            HoursToken::Weekdays => self.take_days(BitSet::WEEKDAYS)?,
            HoursToken::Weekend => self.take_days(BitSet::WEEKEND)?,
            HoursToken::Every => self.start_days()?.is_every = true,
            HoursToken::Monthly => self.clause.is_monthly = true,
            HoursToken::Ordinal(number) => self.start_days()?.ordinals.push(number),
            HoursToken::Month(month) => self.take_month(month, is_range)?,
            HoursToken::Part(part) => self.take_part(part)?,
            HoursToken::Time(minutes) => self.take_time(minutes, is_range)?,
            HoursToken::AllDay if self.clause.has_times() || self.clause.mode != Mode::Open => return None,
            HoursToken::AllDay => {
                if self.clause.days.is_empty() {
                    self.clause.days = BitSet::WEEK;
                }
                self.clause.spans.push(MinuteSpan::ALL_DAY);
            }
            HoursToken::OpenEnd => {
                self.clause.spans.last().filter(|span| span.end.is_none())?;
            }
            HoursToken::Closed => self.take_closed(is_range)?,
            HoursToken::Except if self.clause.mode == Mode::Open && !is_range => self.clause.mode = Mode::Except,
            HoursToken::Except => return None,
            HoursToken::Otherwise => {
                self.end_clause()?;
                self.clause.is_otherwise = true;
            }
            HoursToken::End => self.end_clause()?,
            HoursToken::To | HoursToken::And => {}
        }
        Some(())
    }

    /// The clause that days belong to: a new one where the one before has its times.
    fn start_days(&mut self) -> Option<&mut Clause> {
        if self.clause.has_times() && self.clause.mode != Mode::Except {
            self.end_clause()?;
        }
        Some(&mut self.clause)
    }

    fn take_days(&mut self, days: BitSet) -> Option<()> {
        let clause = self.start_days()?;
        if !clause.ordinals.is_empty() {
            return None;
        }
        let target = if clause.mode == Mode::Except { &mut clause.exceptions } else { &mut clause.days };
        *target = target.union(days);
        clause.last_day = None;
        Some(())
    }

    fn take_day(&mut self, day: usize, is_range: bool) -> Option<()> {
        let follows_list = self.previous == Some(HoursToken::And);
        let clause = self.start_days()?;
        if !clause.ordinals.is_empty() {
            if day >= PUBLIC_HOLIDAYS || is_range || clause.mode == Mode::Except {
                return None;
            }
            clause.days_of_month.push(NthWeekday { day, numbers: std::mem::take(&mut clause.ordinals) });
            return Some(());
        }
        let has_weekdays = !clause.days.weekdays_only().is_empty();
        if clause.mode == Mode::Open && has_weekdays && day >= PUBLIC_HOLIDAYS && !follows_list {
            return None;
        }
        let target = if clause.mode == Mode::Except { &mut clause.exceptions } else { &mut clause.days };
        match clause.last_day.replace(day) {
            Some(first) if is_range && first < PUBLIC_HOLIDAYS && day < PUBLIC_HOLIDAYS && first != day => {
                target.insert_range(first, day, PUBLIC_HOLIDAYS);
                clause.last_day = None;
            }
            _ if is_range => return None,
            _ => target.insert(day),
        }
        Some(())
    }

    fn take_month(&mut self, month: usize, is_range: bool) -> Option<()> {
        let clause = self.start_days()?;
        // "1. Mai" is a day.
        if clause.mode == Mode::Except || !clause.ordinals.is_empty() || !clause.days_of_month.is_empty() {
            return None;
        }
        match clause.last_month.replace(month) {
            Some(first) if is_range && first != month => clause.months.insert_range(first, month, 12),
            _ if is_range => return None,
            _ => clause.months.insert(month),
        }
        Some(())
    }

    fn take_part(&mut self, part: Daytime) -> Option<()> {
        match (self.previous, self.clause.spans.last()) {
            // "9-12 Uhr vormittags".
            (Some(HoursToken::Time(_)), Some(span)) => span.is_in(part).then_some(()),
            _ if self.clause.mode == Mode::Except || self.clause.end.is_some() || !self.clause.fits_part() => None,
            _ => {
                self.clause.part = Some(part);
                self.clause.before_part = self.clause.spans.len();
                Some(())
            }
        }
    }

    fn take_time(&mut self, minutes: u16, is_range: bool) -> Option<()> {
        let clause = &mut self.clause;
        match clause.mode {
            Mode::Closed => return None,
            Mode::Except if clause.has_times() || clause.exceptions.is_empty() => return None,
            Mode::Except | Mode::Open => clause.mode = Mode::Open,
        }
        if clause.is_otherwise && clause.days.is_empty() {
            let closed = self.timetable.closed_days();
            if closed.is_empty() || !self.timetable.is_empty() {
                return None;
            }
            clause.days = BitSet::WEEK.without(closed);
        }
        match clause.spans.last_mut() {
            _ if clause.end.is_some() => return None,
            Some(span @ MinuteSpan { end: None, .. }) if is_range => {
                let end = if minutes == 0 { MIDNIGHT } else { minutes };
                span.end = Some(end).filter(|end| *end > span.start);
                span.end?;
            }
            None if is_range => clause.end = Some(minutes),
            _ if is_range || minutes == MIDNIGHT => return None,
            _ => clause.spans.push(MinuteSpan { start: minutes, end: None }),
        }
        Some(())
    }

    fn take_closed(&mut self, is_range: bool) -> Option<()> {
        // "12-14 Uhr geschlossen" is a break.
        if matches!(self.previous, Some(HoursToken::Time(_))) || is_range || self.clause.mode != Mode::Open {
            return None;
        }
        if self.clause.has_times() {
            self.end_clause()?;
        }
        self.clause.mode = Mode::Closed;
        if self.clause.has_days() || self.clause.is_otherwise {
            self.end_clause()?;
        }
        Some(())
    }

    /// Puts what was gathered into the timetable; `None` where it is no rule, such as days without a time.
    fn end_clause(&mut self) -> Option<()> {
        if self.previous == Some(HoursToken::To) {
            return None;
        }
        let clause = std::mem::take(&mut self.clause);
        if clause.is_empty() {
            return Some(());
        }
        let numbers: Vec<i8> = clause.days_of_month.iter().flat_map(|day| day.numbers.iter().copied()).collect();
        let is_ambiguous = clause.is_every && !clause.is_monthly && matches!(numbers[..], [number] if number > 1);
        let has_two_kinds = !clause.days_of_month.is_empty() && !clause.days.is_empty();
        let has_whole_year = clause.months.len() == 12;
        if is_ambiguous
            || has_two_kinds
            || has_whole_year
            || !clause.ordinals.is_empty()
            || clause.is_monthly && numbers.is_empty()
        {
            return None;
        }
        match clause.mode {
            Mode::Closed => self.close(clause),
            Mode::Open | Mode::Except => self.open(clause),
        }
    }

    fn close(&mut self, clause: Clause) -> Option<()> {
        if clause.is_otherwise && !clause.has_days() {
            return Some(());
        }
        let is_seasonal = !clause.months.is_empty();
        if is_seasonal && (!clause.days.is_empty() || !clause.days_of_month.is_empty() || clause.part.is_some()) {
            return None;
        }
        self.timetable.close(match clause.part {
            _ if is_seasonal => OffRule::Months(clause.months),
            None if !clause.days_of_month.is_empty() => OffRule::DaysOfMonth(clause.days_of_month),
            None if !clause.days.is_empty() => OffRule::Days(clause.days),
            Some(part) if clause.days == clause.days.weekdays_only() && !clause.days.is_empty() => {
                OffRule::Part(clause.days, part)
            }
            _ => return None,
        });
        Some(())
    }

    fn open(&mut self, clause: Clause) -> Option<()> {
        let fits_part = clause.fits_part();
        let has_days = clause.has_days();
        let Clause { mut days, exceptions, spans, end, .. } = clause;
        if clause.mode == Mode::Except && exceptions.is_empty() {
            return None;
        }
        let weekdays_off = exceptions.weekdays_only();
        if !weekdays_off.without(days).is_empty() {
            return None;
        }
        days = days.without(weekdays_off);
        let holidays_off = exceptions.without(BitSet::WEEK);
        if !holidays_off.is_empty() {
            self.timetable.close(OffRule::Days(holidays_off));
            self.has_holiday_exception |= holidays_off.contains(SCHOOL_HOLIDAYS);
        }
        // "außer in den Ferien" behind the times of other clauses.
        if spans.is_empty() && end.is_none() && !has_days && clause.mode == Mode::Except && fits_part {
            return Some(());
        }
        self.open_clauses += 1;
        let is_mixed = days.contains(SCHOOL_HOLIDAYS) && !days.weekdays_only().is_empty();
        if is_mixed || !fits_part {
            return None;
        }
        match (end, spans.is_empty()) {
            (Some(end), true) if clause.months.is_empty() && clause.days_of_month.is_empty() => {
                if days.is_empty() {
                    return None;
                }
                self.timetable.open_until(days, end)
            }
            (None, false) if !clause.months.is_empty() => {
                if days.is_empty() || days != days.weekdays_only() {
                    return None;
                }
                self.timetable.open_season(clause.months, days, spans);
                Some(())
            }
            (None, false) if !clause.days_of_month.is_empty() => {
                self.timetable.open_days_of_month(clause.days_of_month, spans)
            }
            (None, false) if !days.is_empty() => self.timetable.open(days, spans),
            _ => None,
        }
    }
}
