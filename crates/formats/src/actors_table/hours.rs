//! Opening hours as people write them in German and English, in the notation of OpenStreetMap: "Di + Do 17.00 - 19.30"
//! is `Tu,Th 17:00-19:30`. Hours of which any word is not understood are not guessed.

mod tokens;

use domain::OpeningHours;

use self::tokens::{HoursToken, tokens};
use super::phrases::CELL_WORDS;

/// The longest text that is read, in characters.
const LONGEST: usize = 300;
/// The days in their order, as OpenStreetMap writes them.
const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// Hours that were read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HoursMeaning {
    /// In OpenStreetMap's notation; none where people only come by appointment.
    pub(super) hours: Option<String>,
    pub(super) by_appointment: bool,
}

/// Opening hours as people write them, in the notation of OpenStreetMap; `None` where any of it is not understood.
pub fn parse_spoken_hours(text: &str) -> Option<String> {
    read_hours(text, true)?.hours
}

/// Reads a text; `None` where any of it is not understood. `is_notation` where the column is one of the notation: "Mo" is
/// the whole of Monday there, and half a sentence elsewhere.
pub(super) fn read_hours(text: &str, is_notation: bool) -> Option<HoursMeaning> {
    if text.chars().nth(LONGEST).is_some() {
        return None;
    }
    let tells_times = text.contains(':') || text.contains("24/7");
    if let Some(hours) = text.parse::<OpeningHours>().ok().filter(|_| is_notation || tells_times) {
        return Some(HoursMeaning { hours: Some(hours.as_str().to_owned()), by_appointment: false });
    }
    let (text, by_appointment) = without_appointment(&text.to_lowercase());
    let (text, holidays) = without_holidays(&text);
    let mut reader = HoursReader::default();
    for token in tokens(&text)? {
        reader.take(token)?;
    }
    reader.end_rule()?;
    if reader.rules.is_empty() {
        return by_appointment.then_some(HoursMeaning { hours: None, by_appointment });
    }
    let mut rules = reader.rules.join("; ");
    holidays.iter().for_each(|holiday| rules.push_str(&format!("; {holiday} off")));
    let hours: OpeningHours = rules.parse().ok()?;
    Some(HoursMeaning { hours: Some(hours.as_str().to_owned()), by_appointment })
}

/// The text without what says that people come by appointment, and whether anything does.
fn without_appointment(text: &str) -> (String, bool) {
    match CELL_WORDS.without_appointment(text) {
        None => (text.to_owned(), false),
        Some(rest) => (rest.trim_matches(|c: char| c.is_whitespace() || ",;/+&()-–.:".contains(c)).to_owned(), true),
    }
}

/// Without what is said of holidays, and the days that are off.
fn without_holidays(text: &str) -> (String, Vec<&'static str>) {
    let mut text = text.to_owned();
    let mut off = Vec::new();
    for (phrase, days) in [
        ("außer in den ferien und an feiertagen", &["SH", "PH"][..]),
        ("außer ferien und feiertage", &["SH", "PH"]),
        ("außer in den schulferien", &["SH"]),
        ("außer in den ferien", &["SH"]),
        ("außer schulferien", &["SH"]),
        ("außer ferien", &["SH"]),
        ("nicht in den schulferien", &["SH"]),
        ("nicht in den ferien", &["SH"]),
        ("in den ferien geschlossen", &["SH"]),
        ("ausser ferien", &["SH"]),
        ("außer feiertags", &["PH"]),
        ("außer an feiertagen", &["PH"]),
        ("außer feiertage", &["PH"]),
        ("not in school holidays", &["SH"]),
        ("except school holidays", &["SH"]),
        ("except holidays", &["PH"]),
        ("except public holidays", &["PH"]),
    ] {
        if text.contains(phrase) {
            text = text.replace(phrase, " ");
            off.extend_from_slice(days);
        }
    }
    (text, off)
}

/// Gathers days and times into rules.
#[derive(Default)]
struct HoursReader {
    days: Vec<String>,
    ordinals: Vec<i8>,
    last_day: Option<usize>,
    times: Vec<(u16, Option<u16>)>,
    is_range: bool,
    rules: Vec<String>,
}

impl HoursReader {
    fn take(&mut self, token: HoursToken) -> Option<()> {
        match token {
            HoursToken::Day(day) => self.take_day(day)?,
            HoursToken::EveryDay => self.take_days("Mo-Su")?,
            HoursToken::Weekdays => self.take_days("Mo-Fr")?,
            HoursToken::Weekend => self.take_days("Sa-Su")?,
            HoursToken::Ordinal(number) => {
                if !self.times.is_empty() {
                    self.end_rule()?;
                }
                self.ordinals.push(number);
            }
            HoursToken::Time(minutes) => match self.times.last_mut() {
                Some((_, end @ None)) if self.is_range => *end = Some(minutes),
                _ => self.times.push((minutes, None)),
            },
            HoursToken::End => self.end_rule()?,
            HoursToken::And | HoursToken::From | HoursToken::To => {}
        }
        self.is_range = token == HoursToken::To;
        Some(())
    }

    fn take_days(&mut self, days: &str) -> Option<()> {
        if !self.times.is_empty() {
            self.end_rule()?;
        }
        self.days.push(days.to_owned());
        Some(())
    }

    fn take_day(&mut self, day: usize) -> Option<()> {
        if !self.times.is_empty() {
            self.end_rule()?;
        }
        let name = DAYS[day];
        match (self.last_day, self.is_range, self.ordinals.is_empty()) {
            (Some(first), true, true) if first < day => {
                self.days.pop();
                self.days.push(format!("{}-{name}", DAYS[first]));
                self.last_day = None;
                return Some(());
            }
            (_, true, _) => return None,
            (_, _, true) => self.days.push(name.to_owned()),
            (_, _, false) => {
                let numbers: Vec<String> = self.ordinals.drain(..).map(|number| number.to_string()).collect();
                self.days.push(format!("{name}[{}]", numbers.join(",")));
            }
        }
        self.last_day = Some(day);
        Some(())
    }

    /// Writes what was gathered as a rule; `None` where it is none, such as days without a time.
    fn end_rule(&mut self) -> Option<()> {
        let (days, times) = (std::mem::take(&mut self.days), std::mem::take(&mut self.times));
        (self.last_day, self.is_range) = (None, false);
        if days.is_empty() && times.is_empty() && self.ordinals.is_empty() {
            return Some(());
        }
        if days.is_empty() || times.is_empty() || !self.ordinals.is_empty() {
            return None;
        }
        let clock = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
        let times: Option<Vec<String>> = times
            .into_iter()
            .map(|(start, end)| match end {
                Some(end) if end <= start => None,
                Some(end) => Some(format!("{}-{}", clock(start), clock(end))),
                None => Some(format!("{}+", clock(start))),
            })
            .collect();
        self.rules.push(format!("{} {}", days.join(","), times?.join(",")));
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        read_hours(text, false).and_then(|meaning| meaning.hours)
    }

    #[test]
    fn everyday_hours_become_the_notation_of_openstreetmap() {
        for (text, hours) in [
            ("Di + Do 17.00 - 19.30", "Tu,Th 17:00-19:30"),
            ("tägl. 9-21", "Mo-Su 09:00-21:00"),
            ("Mo-Fr 10-16 Uhr", "Mo-Fr 10:00-16:00"),
            ("Mo, Mi, Fr von 14 bis 18 h", "Mo,We,Fr 14:00-18:00"),
            ("Freitags ab 16 Uhr", "Fr 16:00+"),
            ("jeden 1. Samstag im Monat 15 Uhr", "Sa[1] 15:00+"),
            ("1. und 3. Mittwoch 18-20 Uhr", "We[1,3] 18:00-20:00"),
            ("Mi 14:00–17:00 (außer Ferien)", "We 14:00-17:00; SH off"),
            ("Mo-Do 9-12 und 14-16 Uhr, Fr 9-12 Uhr", "Mo-Th 09:00-12:00,14:00-16:00; Fr 09:00-12:00"),
            ("Monday to Friday 9:30-17:00", "Mo-Fr 09:30-17:00"),
            ("Mo-Fr 09:00-12:00; PH off", "Mo-Fr 09:00-12:00; PH off"),
        ] {
            assert_eq!(read(text).as_deref(), Some(hours), "{text}");
        }
    }

    #[test]
    fn an_appointment_is_no_time_and_what_is_not_understood_is_not_guessed() {
        let only = HoursMeaning { hours: None, by_appointment: true };
        for text in [
            "nach Vereinbarung",
            "n. V.",
            "n.V.",
            "tel. Vereinb.",
            "Nach Tel. Vereinb.",
            "nach Absprache",
            "n. Abspr.",
            "auf Anfrage",
            "(nur nach tel. Voranmeldung)",
            "Termine nach telefonischer Vereinbarung",
            "by appointment only",
        ] {
            assert_eq!(read_hours(text, false), Some(only.clone()), "{text}");
            assert_eq!(CELL_WORDS.flag(text), Some(true), "{text}");
        }
        for text in ["Mo 10-12 Uhr, sonst n. V.", "Mo 10-12 (weitere Termine auf Anfrage)", "Mo 10-12 / n.V."] {
            let both = read_hours(text, false).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((both.hours.as_deref(), both.by_appointment), (Some("Mo 10:00-12:00"), true), "{text}");
        }
        assert!(CELL_WORDS.flag("n. a.").is_none());
        let both = read_hours("Mo 10-12 Uhr und nach Vereinbarung", false).expect("hours");
        assert_eq!((both.hours.as_deref(), both.by_appointment), (Some("Mo 10:00-12:00"), true));
        for text in [
            "bitte klingeln",
            "Mo",
            "10-12",
            "Mo 12-10",
            "Mo 25-26",
            "jeden zweiten Tag",
            "6. Mo 10-12",
            "1.5. 10-12 Uhr",
        ] {
            assert_eq!(read_hours(text, false), None, "{text}");
        }
    }

    #[test]
    fn hours_of_half_a_day_are_those_of_the_clock() {
        for (text, hours) in [
            ("Mon-Fri 9am-5pm", "Mo-Fr 09:00-17:00"),
            ("Mon - Fri 9 a.m. - 5.30 p.m.", "Mo-Fr 09:00-17:30"),
            ("Sat 10:15 am to 12 pm", "Sa 10:15-12:00"),
            ("Tue 12pm-1pm", "Tu 12:00-13:00"),
        ] {
            assert_eq!(parse_spoken_hours(text).as_deref(), Some(hours), "{text}");
        }
        assert_eq!(parse_spoken_hours("Mon 13pm-15pm"), None);
    }
}
