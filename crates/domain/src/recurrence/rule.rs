//! What an RRULE says, read part by part.
//!
//! Only rules that repeat at most daily are read: an hourly, minutely or secondly series has no meaning in a
//! directory of meetings and courses, and looking for a start in one would take as long as its writer likes.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc, Weekday};
use chrono_tz::Tz;
use messages::Message;

/// How many starts `COUNT` may ask for: a daily series of 27 years.
pub const MAX_COUNT: u32 = 10_000;
/// How many starts `BYHOUR`, `BYMINUTE` and `BYSECOND` may make of one day.
pub const MAX_TIMES_A_DAY: usize = 24;

/// Why a text is no recurrence rule here, in words that name the part and what is allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RuleError {
    TooLong { allowed: usize },
    NoPart(String),
    UnknownPart(String),
    RepeatedPart(&'static str),
    NoFrequency,
    TooFine(String),
    UnknownFrequency(String),
    Value { part: &'static str, value: String, allowed: &'static str },
    TwoEnds,
    Combination { part: &'static str, frequency: &'static str },
    PositionsOfNothing,
    TooManyTimes { given: usize },
}

impl RuleError {
    pub(super) fn message(&self) -> Message {
        match self {
            Self::TooLong { allowed } => Message::new("recurrence-too-long").with("allowed", *allowed),
            Self::NoPart(part) => Message::new("recurrence-no-part").quote("part", part),
            Self::UnknownPart(part) => Message::new("recurrence-unknown-part").quote("part", part),
            Self::RepeatedPart(part) => Message::new("recurrence-repeated-part").with("part", *part),
            Self::NoFrequency => Message::new("recurrence-no-frequency"),
            Self::TooFine(given) => Message::new("recurrence-too-fine").with("given", given.as_str()),
            Self::UnknownFrequency(given) => Message::new("recurrence-unknown-frequency").with("given", given.as_str()),
            Self::Value { part, value, allowed } => Message::new("recurrence-value")
                .with("part", *part)
                .with("given", value.as_str())
                .with("allowed", *allowed),
            Self::TwoEnds => Message::new("recurrence-two-ends"),
            Self::Combination { part, frequency } => {
                Message::new("recurrence-combination").with("part", *part).with("frequency", *frequency)
            }
            Self::PositionsOfNothing => Message::new("recurrence-positions-of-nothing"),
            Self::TooManyTimes { given } => {
                Message::new("recurrence-too-many-times").with("given", *given).with("allowed", MAX_TIMES_A_DAY)
            }
        }
    }
}

/// How often a rule repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Frequency {
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

impl Frequency {
    const fn name(self) -> &'static str {
        match self {
            Self::Daily => "DAILY",
            Self::Weekly => "WEEKLY",
            Self::Monthly => "MONTHLY",
            Self::Yearly => "YEARLY",
        }
    }
}

/// When a rule ends by `UNTIL`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Until {
    /// At an instant.
    Instant(DateTime<Utc>),
    /// At a local time; a day without a time counts to its end.
    Local(NaiveDateTime),
}

impl Until {
    /// The last instant that counts.
    pub(super) fn instant(self, zone: Tz) -> DateTime<Utc> {
        match self {
            Self::Instant(at) => at,
            Self::Local(at) => {
                zone.from_local_datetime(&at).latest().map_or_else(|| at.and_utc(), |at| at.with_timezone(&Utc))
            }
        }
    }
}

/// A rule that was read. Empty lists are parts that the text does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) frequency: Frequency,
    pub(super) interval: u16,
    pub(super) count: Option<u32>,
    pub(super) until: Option<Until>,
    pub(super) week_start: Weekday,
    pub(super) positions: Vec<i16>,
    pub(super) months: Vec<i16>,
    pub(super) month_days: Vec<i16>,
    pub(super) year_days: Vec<i16>,
    pub(super) week_numbers: Vec<i16>,
    /// Weekdays, with their number in the month or year where one stands before them.
    pub(super) weekdays: Vec<(Option<i16>, Weekday)>,
    pub(super) hours: Vec<i16>,
    pub(super) minutes: Vec<i16>,
    pub(super) seconds: Vec<i16>,
}

impl Rule {
    fn new(frequency: Frequency) -> Self {
        Self {
            frequency,
            interval: 1,
            count: None,
            until: None,
            week_start: Weekday::Mon,
            positions: Vec::new(),
            months: Vec::new(),
            month_days: Vec::new(),
            year_days: Vec::new(),
            week_numbers: Vec::new(),
            weekdays: Vec::new(),
            hours: Vec::new(),
            minutes: Vec::new(),
            seconds: Vec::new(),
        }
    }

    /// Reads a rule.
    pub(super) fn parse(text: &str) -> Result<Self, RuleError> {
        let text = text.trim();
        let text = text.get(..6).filter(|start| start.eq_ignore_ascii_case("RRULE:")).map_or(text, |_| &text[6..]);
        let mut parts: Vec<(&'static str, String)> = Vec::new();
        for part in text.split(';').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=').ok_or_else(|| RuleError::NoPart(shorten(part)))?;
            let known = PARTS.iter().find(|known| known.eq_ignore_ascii_case(name.trim()));
            let known = *known.ok_or_else(|| RuleError::UnknownPart(shorten(name)))?;
            if parts.iter().any(|(name, _)| *name == known) {
                return Err(RuleError::RepeatedPart(known));
            }
            parts.push((known, value.trim().to_ascii_uppercase()));
        }
        let frequency = parts.iter().find(|(name, _)| *name == "FREQ").ok_or(RuleError::NoFrequency)?;
        let mut rule = Self::new(parse_frequency(&frequency.1)?);
        for (name, value) in &parts {
            rule.read(name, value)?;
        }
        rule.check()?;
        Ok(rule)
    }

    fn read(&mut self, part: &'static str, value: &str) -> Result<(), RuleError> {
        let refuse = |allowed| RuleError::Value { part, value: shorten(value), allowed };
        match part {
            "INTERVAL" => {
                let interval = value.parse().ok().filter(|interval| *interval > 0);
                self.interval = interval.ok_or_else(|| refuse("1–65535"))?;
            }
            "COUNT" => {
                let count = value.parse().ok().filter(|count| (1..=MAX_COUNT).contains(count));
                self.count = Some(count.ok_or_else(|| refuse("1–10000"))?);
            }
            "UNTIL" => {
                let until = parse_until(value);
                self.until = Some(until.ok_or_else(|| refuse("20261231T225959Z, 20261231"))?);
            }
            "WKST" => self.week_start = parse_weekday(value).ok_or_else(|| refuse("MO, TU, WE, TH, FR, SA, SU"))?,
            "BYDAY" => self.weekdays = parse_weekdays(value).ok_or_else(|| refuse("MO, 2TU, -1FR, …"))?,
            "BYSETPOS" => self.positions = signed_numbers(value, 366).ok_or_else(|| refuse("1–366, -366–-1"))?,
            "BYMONTH" => self.months = numbers(value, 1, 12).ok_or_else(|| refuse("1–12"))?,
            "BYMONTHDAY" => self.month_days = signed_numbers(value, 31).ok_or_else(|| refuse("1–31, -31–-1"))?,
            "BYYEARDAY" => self.year_days = signed_numbers(value, 366).ok_or_else(|| refuse("1–366, -366–-1"))?,
            "BYWEEKNO" => self.week_numbers = signed_numbers(value, 53).ok_or_else(|| refuse("1–53, -53–-1"))?,
            "BYHOUR" => self.hours = numbers(value, 0, 23).ok_or_else(|| refuse("0–23"))?,
            "BYMINUTE" => self.minutes = numbers(value, 0, 59).ok_or_else(|| refuse("0–59"))?,
            "BYSECOND" => self.seconds = numbers(value, 0, 59).ok_or_else(|| refuse("0–59"))?,
            _ => {}
        }
        Ok(())
    }

    /// What parts may not stand together (RFC 5545, section 3.3.10).
    fn check(&self) -> Result<(), RuleError> {
        let only = |part, given: bool, allowed: &[Frequency]| {
            if given && !allowed.contains(&self.frequency) {
                return Err(RuleError::Combination { part, frequency: self.frequency.name() });
            }
            Ok(())
        };
        let is_numbered = self.weekdays.iter().any(|(number, _)| number.is_some());
        only("BYWEEKNO", !self.week_numbers.is_empty(), &[Frequency::Yearly])?;
        only("BYYEARDAY", !self.year_days.is_empty(), &[Frequency::Yearly])?;
        only("BYMONTHDAY", !self.month_days.is_empty(), &[Frequency::Daily, Frequency::Monthly, Frequency::Yearly])?;
        only("BYDAY with a number", is_numbered, &[Frequency::Monthly, Frequency::Yearly])?;
        if self.count.is_some() && self.until.is_some() {
            return Err(RuleError::TwoEnds);
        }
        let lists = [&self.months, &self.month_days, &self.year_days, &self.week_numbers, &self.hours];
        let is_alone = lists.into_iter().chain([&self.minutes, &self.seconds]).all(Vec::is_empty);
        if !self.positions.is_empty() && is_alone && self.weekdays.is_empty() {
            return Err(RuleError::PositionsOfNothing);
        }
        let given = [&self.hours, &self.minutes, &self.seconds].map(|list| list.len().max(1)).into_iter().product();
        if given > MAX_TIMES_A_DAY {
            return Err(RuleError::TooManyTimes { given });
        }
        Ok(())
    }

    /// The times of day of the starts, the first start's where the rule does not say.
    pub(super) fn times(&self, first: NaiveTime) -> Vec<NaiveTime> {
        use chrono::Timelike;
        let or = |list: &[i16], first: u32| match list {
            [] => vec![first],
            list => list.iter().map(|number| u32::from(number.unsigned_abs())).collect(),
        };
        let mut times = Vec::new();
        for hour in or(&self.hours, first.hour()) {
            for minute in or(&self.minutes, first.minute()) {
                let seconds = or(&self.seconds, first.second()).into_iter();
                times.extend(seconds.filter_map(|second| NaiveTime::from_hms_opt(hour, minute, second)));
            }
        }
        times
    }
}

const PARTS: &[&str] = &[
    "FREQ",
    "INTERVAL",
    "COUNT",
    "UNTIL",
    "WKST",
    "BYDAY",
    "BYSETPOS",
    "BYMONTH",
    "BYMONTHDAY",
    "BYYEARDAY",
    "BYWEEKNO",
    "BYHOUR",
    "BYMINUTE",
    "BYSECOND",
];

fn shorten(text: &str) -> String {
    text.chars().take(40).collect()
}

fn parse_frequency(value: &str) -> Result<Frequency, RuleError> {
    match value {
        "DAILY" => Ok(Frequency::Daily),
        "WEEKLY" => Ok(Frequency::Weekly),
        "MONTHLY" => Ok(Frequency::Monthly),
        "YEARLY" => Ok(Frequency::Yearly),
        "HOURLY" | "MINUTELY" | "SECONDLY" => Err(RuleError::TooFine(value.to_owned())),
        _ => Err(RuleError::UnknownFrequency(shorten(value))),
    }
}

fn parse_until(value: &str) -> Option<Until> {
    let time = |text: &str| NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%S").ok();
    if let Some(utc) = value.strip_suffix('Z') {
        return Some(Until::Instant(time(utc)?.and_utc()));
    }
    if value.len() == 8 {
        let day = NaiveDate::parse_from_str(value, "%Y%m%d").ok()?;
        return Some(Until::Local(day.and_hms_opt(23, 59, 59)?));
    }
    Some(Until::Local(time(value)?))
}

fn parse_weekday(value: &str) -> Option<Weekday> {
    const DAYS: [(&str, Weekday); 7] = [
        ("MO", Weekday::Mon),
        ("TU", Weekday::Tue),
        ("WE", Weekday::Wed),
        ("TH", Weekday::Thu),
        ("FR", Weekday::Fri),
        ("SA", Weekday::Sat),
        ("SU", Weekday::Sun),
    ];
    DAYS.into_iter().find(|(name, _)| *name == value).map(|(_, day)| day)
}

fn parse_weekdays(value: &str) -> Option<Vec<(Option<i16>, Weekday)>> {
    let day = |text: &str| {
        let text = text.trim();
        let (number, name) = text.split_at_checked(text.len().checked_sub(2)?)?;
        let number = match number {
            "" => None,
            number => Some(number.parse().ok().filter(|number: &i16| *number != 0 && number.abs() <= 53)?),
        };
        Some((number, parse_weekday(name)?))
    };
    value.split(',').map(day).collect()
}

/// Numbers between two, in their order and once each.
fn numbers(value: &str, least: i16, most: i16) -> Option<Vec<i16>> {
    let number = |text: &str| text.trim().parse().ok().filter(|number| (least..=most).contains(number));
    let mut numbers: Vec<i16> = value.split(',').map(number).collect::<Option<_>>()?;
    numbers.sort_unstable();
    numbers.dedup();
    Some(numbers)
}

/// Numbers from the front or, negative, from the end.
fn signed_numbers(value: &str, most: i16) -> Option<Vec<i16>> {
    numbers(value, -most, most).filter(|numbers| !numbers.contains(&0))
}
