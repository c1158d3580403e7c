//! Opening hours as people write them in German and English, in the notation of OpenStreetMap: "Di + Do 17.00 - 19.30"
//! is `Tu,Th 17:00-19:30`. Hours of which any word is not understood are not guessed.

use domain::OpeningHours;

use super::phrases::CELL_WORDS;

/// The longest text that is read, in characters.
const LONGEST: usize = 300;
/// The days in their order, as OpenStreetMap writes them.
const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
/// What the days' names begin with, German and English.
const DAY_NAMES: [(&str, usize); 14] = [
    ("montag", 0),
    ("dienstag", 1),
    ("mittwoch", 2),
    ("donnerstag", 3),
    ("freitag", 4),
    ("samstag", 5),
    ("sonntag", 6),
    ("monday", 0),
    ("tuesday", 1),
    ("wednesday", 2),
    ("thursday", 3),
    ("friday", 4),
    ("saturday", 5),
    ("sunday", 6),
];
/// Their abbreviations; "do", "mi", "fr" are German, "th" English, and so on.
const SHORT_DAYS: [(&str, usize); 24] = [
    ("mo", 0),
    ("mon", 0),
    ("di", 1),
    ("die", 1),
    ("tu", 1),
    ("tue", 1),
    ("tues", 1),
    ("mi", 2),
    ("mit", 2),
    ("we", 2),
    ("wed", 2),
    ("do", 3),
    ("don", 3),
    ("th", 3),
    ("thu", 3),
    ("thur", 3),
    ("thurs", 3),
    ("fr", 4),
    ("fri", 4),
    ("sa", 5),
    ("sam", 5),
    ("sat", 5),
    ("so", 6),
    ("su", 6),
];
/// Words that carry nothing.
const FILLERS: [&str; 22] = [
    "uhr",
    "h",
    "von",
    "from",
    "im",
    "monat",
    "of",
    "the",
    "month",
    "jeden",
    "jede",
    "jeder",
    "jeweils",
    "immer",
    "am",
    "every",
    "each",
    "on",
    "at",
    "open",
    "geöffnet",
    "um",
];
/// Which of a month's weekdays.
const ORDINALS: [(&str, i8); 15] = [
    ("ersten", 1),
    ("erster", 1),
    ("zweiten", 2),
    ("zweiter", 2),
    ("dritten", 3),
    ("dritter", 3),
    ("vierten", 4),
    ("vierter", 4),
    ("letzten", -1),
    ("letzter", -1),
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("last", -1),
];

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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HoursToken {
    Day(usize),
    EveryDay,
    Weekdays,
    Weekend,
    /// Which weekday of a month.
    Ordinal(i8),
    /// Minutes from midnight.
    Time(u16),
    To,
    And,
    From,
    /// A new rule.
    End,
}

/// The tokens of a text; `None` where a word is none.
fn tokens(text: &str) -> Option<Vec<HoursToken>> {
    let characters: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(c) = characters.get(at).copied() {
        if c.is_ascii_digit() {
            at = number(&characters, at, &mut tokens)?;
        } else if c.is_alphabetic() {
            let end =
                characters[at..].iter().position(|c| !c.is_alphabetic()).map_or(characters.len(), |length| at + length);
            let word: String = characters[at..end].iter().collect();
            tokens.extend(word_token(&word)?);
            at = end;
        } else {
            match c {
                '-' | '–' | '—' | '‑' => tokens.push(HoursToken::To),
                ',' | '+' | '&' | '/' => tokens.push(HoursToken::And),
                ';' | '\n' => tokens.push(HoursToken::End),
                '.' | ':' | '(' | ')' => {}
                c if c.is_whitespace() => {}
                _ => return None,
            }
            at += 1;
        }
    }
    Some(tokens)
}

/// Reads a number: a time of the day, or which weekday of the month.
fn number(characters: &[char], from: usize, tokens: &mut Vec<HoursToken>) -> Option<usize> {
    let digits = |from: usize| characters[from..].iter().take_while(|c| c.is_ascii_digit()).count();
    let value =
        |from: usize, count: usize| characters[from..from + count].iter().collect::<String>().parse::<u16>().ok();
    let count = digits(from);
    let (hours, mut at) = (value(from, count)?, from + count);
    let sign = characters.get(at).copied();
    let is_clock = matches!(sign, Some('.' | ':')) && digits((at + 1).min(characters.len())) == 2;
    let minutes = if is_clock { value(at + 1, 2)? } else { 0 };
    let end = if is_clock { at + 3 } else { at };
    if let Some((half, end)) = half_of_day(characters, end) {
        // 12 am is midnight, 12 pm noon.
        let hours = (1..=12).contains(&hours).then_some(hours % 12 + half)?;
        tokens.push(HoursToken::Time(time(hours, minutes)?));
        return Some(end);
    }
    if is_clock {
        tokens.push(HoursToken::Time(time(hours, minutes)?));
        return Some(end);
    }
    if sign == Some('.') {
        at += 1;
        tokens.push(HoursToken::Ordinal(i8::try_from(hours).ok().filter(|number| (1..=5).contains(number))?));
        return Some(at);
    }
    tokens.push(HoursToken::Time(time(hours, 0)?));
    Some(at)
}

/// The hours that "am" or "pm" behind a number adds, with where it ends.
fn half_of_day(characters: &[char], from: usize) -> Option<(u16, usize)> {
    let start = from + characters.get(from..)?.iter().take_while(|c| c.is_whitespace()).count();
    let half = match characters.get(start)? {
        'a' => 0,
        'p' => 12,
        _ => return None,
    };
    let rest: String = characters.get(start + 1..)?.iter().take(3).collect();
    let length = ["m", ".m."].into_iter().find(|end| rest.starts_with(end))?.chars().count();
    let end = start + 1 + length;
    characters.get(end).is_none_or(|c| !c.is_alphabetic()).then_some((half, end))
}

fn time(hours: u16, minutes: u16) -> Option<u16> {
    (hours <= 24 && minutes < 60 && hours * 60 + minutes <= 24 * 60).then_some(hours * 60 + minutes)
}

/// What a word is; `Some(None)` where it carries nothing, `None` where it is not known.
#[expect(clippy::option_option, reason = "an unknown word is another thing than one that carries nothing")]
fn word_token(word: &str) -> Option<Option<HoursToken>> {
    let bare = word.strip_suffix('s').unwrap_or(word);
    let day = DAY_NAMES
        .iter()
        .find(|(name, _)| *name == word || *name == bare)
        .or_else(|| SHORT_DAYS.iter().find(|(name, _)| *name == word));
    if let Some((_, day)) = day {
        return Some(Some(HoursToken::Day(*day)));
    }
    if let Some((_, number)) = ORDINALS.iter().find(|(name, _)| *name == word) {
        return Some(Some(HoursToken::Ordinal(*number)));
    }
    if FILLERS.contains(&word) {
        return Some(None);
    }
    Some(Some(match word {
        "täglich" | "tägl" | "daily" => HoursToken::EveryDay,
        "werktags" | "wochentags" | "weekdays" => HoursToken::Weekdays,
        "wochenende" | "wochenends" | "weekend" | "weekends" => HoursToken::Weekend,
        "bis" | "to" | "until" | "till" => HoursToken::To,
        "und" | "u" | "and" | "sowie" => HoursToken::And,
        "ab" => HoursToken::From,
        _ => return None,
    }))
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
