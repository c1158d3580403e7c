//! Times that follow the sun: the table of a week shows those of its days, words say what they depend on.

use chrono::{NaiveTime, Weekday};
use opening_hours_syntax::rules::{
    RuleKind, RuleSequence,
    time::{Time, TimeEvent, TimeSpan},
};

use super::cycle::{is_weekly, weekdays};

/// Times of some days of the week that follow the sun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SunHours {
    /// On which days; empty where it is every day.
    pub weekdays: Vec<Weekday>,
    /// From when until when.
    pub times: Vec<(SunTime, SunTime)>,
}

/// A time that may follow the sun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SunTime {
    /// A time of the clock.
    Clock(NaiveTime),
    /// So many minutes after what the sun does; before it where they are less than none.
    Event(SunEvent, i16),
}

/// What the sun does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SunEvent {
    /// The beginning of civil twilight.
    Dawn,
    /// Sunrise.
    Sunrise,
    /// Sunset.
    Sunset,
    /// The end of civil twilight.
    Dusk,
}

impl SunEvent {
    /// Its word in the notation, such as `sunrise`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Dawn => "dawn",
            Self::Sunrise => "sunrise",
            Self::Sunset => "sunset",
            Self::Dusk => "dusk",
        }
    }
}

/// The times of a rule that holds in every week, where one of them follows the sun.
pub(super) fn sun_hours(rule: &RuleSequence) -> Option<SunHours> {
    let times = sun_times(rule).filter(|_| is_weekly(&rule.day_selector))?;
    Some(SunHours { weekdays: weekdays(&rule.day_selector), times })
}

/// The times of a rule, where one of them follows the sun.
pub(super) fn sun_times(rule: &RuleSequence) -> Option<Vec<(SunTime, SunTime)>> {
    let is_sunny = |span: &TimeSpan| [span.range.start, span.range.end].iter().any(|it| it.as_time_event().is_some());
    let spans = &rule.time_selector.spans;
    if rule.kind == RuleKind::Closed || !spans.iter().any(is_sunny) {
        return None;
    }
    spans.iter().map(times_of).collect()
}

fn times_of(span: &TimeSpan) -> Option<(SunTime, SunTime)> {
    let time = |time: Time| match time {
        Time::Fixed(time) => {
            NaiveTime::from_hms_opt(u32::from(time.hour()) % 24, u32::from(time.minute()), 0).map(SunTime::Clock)
        }
        Time::Variable(time) => {
            let event = match time.event {
                TimeEvent::Dawn => SunEvent::Dawn,
                TimeEvent::Sunrise => SunEvent::Sunrise,
                TimeEvent::Sunset => SunEvent::Sunset,
                TimeEvent::Dusk => SunEvent::Dusk,
            };
            Some(SunTime::Event(event, time.offset))
        }
    };
    (!span.open_end && span.repeats.is_none()).then_some(())?;
    Some((time(span.range.start)?, time(span.range.end)?))
}
