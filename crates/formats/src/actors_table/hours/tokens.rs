//! The words and numbers of spoken hours: days, times of the day, which weekday of a month.

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

/// What a word or a number of hours is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HoursToken {
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
pub(super) fn tokens(text: &str) -> Option<Vec<HoursToken>> {
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
