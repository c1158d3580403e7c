//! The words and numbers of spoken hours: days, times of the day, which weekday of a month.

use domain::vocabulary::Daytime;

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
/// Their abbreviations, also before a hyphen ("Sonn- und feiertags"); "do", "mi", "fr" are German, "th" English, and so on.
const SHORT_DAYS: [(&str, usize); 28] = [
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
    ("diens", 1),
    ("donners", 3),
    ("sams", 5),
    ("sonn", 6),
];
/// Words that carry nothing.
const FILLERS: [&str; 38] = [
    "uhr",
    "h",
    "von",
    "from",
    "ab",
    "im",
    "in",
    "of",
    "the",
    "jeweils",
    "immer",
    "am",
    "an",
    "den",
    "der",
    "während",
    "during",
    "on",
    "at",
    "open",
    "geöffnet",
    "um",
    "nur",
    "only",
    "wöchentlich",
    "wöchentl",
    "weekly",
    "durchgehend",
    "öffnungszeit",
    "öffnungszeiten",
    "sprechzeit",
    "sprechzeiten",
    "sprechstunde",
    "sprechstunden",
    "bürozeit",
    "bürozeiten",
    "opening",
    "hours",
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
/// The months in German and English, with what they are cut to.
const MONTHS: [&[&str]; 12] = [
    &["januar", "jan", "january"],
    &["februar", "feb", "february"],
    &["märz", "mrz", "mär", "march", "mar"],
    &["april", "apr"],
    &["mai", "may"],
    &["juni", "jun", "june"],
    &["juli", "jul", "july"],
    &["august", "aug"],
    &["september", "sept", "sep"],
    &["oktober", "okt", "october", "oct"],
    &["november", "nov"],
    &["dezember", "dez", "december", "dec"],
];
/// Phrases of several words, each as the one word that it is read as.
const PHRASES: [(&str, &str); 14] = [
    ("rund um die uhr", ALL_DAY),
    ("24/7", ALL_DAY),
    ("24 stunden", ALL_DAY),
    ("24-stunden", ALL_DAY),
    ("24 std", ALL_DAY),
    ("24 hours", ALL_DAY),
    ("around the clock", ALL_DAY),
    ("round the clock", ALL_DAY),
    ("open end", OPEN_END),
    ("open-end", OPEN_END),
    ("offenes ende", OPEN_END),
    ("public holiday", "feiertag"),
    ("bank holiday", "feiertag"),
    ("school holiday", "schulferien"),
];
const ALL_DAY: &str = "rundumdieuhr";
const OPEN_END: &str = "ohneende";
/// Public and school holidays, in the order of days behind those of the week.
pub(super) const PUBLIC_HOLIDAYS: usize = 7;
pub(super) const SCHOOL_HOLIDAYS: usize = 8;

/// What a word or a number of hours is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HoursToken {
    /// A day of the week from Monday, or holidays.
    Day(usize),
    EveryDay,
    Weekdays,
    Weekend,
    /// "jeden", which of a number makes every so many weeks or one of a month.
    Every,
    /// "im Monat".
    Monthly,
    /// Which weekday of a month.
    Ordinal(i8),
    /// A month from January.
    Month(usize),
    Part(Daytime),
    /// Minutes from midnight.
    Time(u16),
    AllDay,
    /// Nobody knows until when.
    OpenEnd,
    Closed,
    Except,
    /// On all days that were not named.
    Otherwise,
    To,
    And,
    /// A new rule.
    End,
}

/// The tokens of a text; `None` where a word is none.
pub(super) fn tokens(text: &str) -> Option<Vec<HoursToken>> {
    let text = PHRASES.iter().fold(text.to_owned(), |text, (phrase, word)| text.replace(phrase, word));
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
            tokens.extend(word_tokens(&word)?);
            // "Sonn- und Feiertage" is no range.
            at = if is_hanging_hyphen(&characters[end..]) { end + 1 } else { end };
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

fn is_hanging_hyphen(characters: &[char]) -> bool {
    let start: String = characters.iter().take(4).collect();
    ["- un", "- u.", "- u ", "-/", "-,"].iter().any(|hyphen| start.starts_with(hyphen))
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
    (hours <= 24 && minutes < 60 && hours * 60 + minutes <= 24 * 60).then(|| hours * 60 + minutes)
}

/// What a word is: none where it carries nothing, two where it names a day and a part of it; `None` where it is not known.
fn word_tokens(word: &str) -> Option<Vec<HoursToken>> {
    let bare = word.strip_suffix('s').unwrap_or(word);
    let day = DAY_NAMES
        .iter()
        .find(|(name, _)| *name == word || *name == bare)
        .or_else(|| SHORT_DAYS.iter().find(|(name, _)| *name == word));
    if let Some((_, day)) = day {
        return Some(vec![HoursToken::Day(*day)]);
    }
    let of_day = DAY_NAMES.iter().find_map(|(name, day)| Some((*day, day_part(word.strip_prefix(name)?)?)));
    if let Some((day, part)) = of_day {
        return Some(vec![HoursToken::Day(day), HoursToken::Part(part)]);
    }
    if let Some((_, number)) = ORDINALS.iter().find(|(name, _)| *name == word) {
        return Some(vec![HoursToken::Ordinal(*number)]);
    }
    if let Some(month) = MONTHS.iter().position(|names| names.contains(&word)) {
        return Some(vec![HoursToken::Month(month)]);
    }
    if FILLERS.contains(&word) {
        return Some(Vec::new());
    }
    if let Some(part) = day_part(word) {
        return Some(vec![HoursToken::Part(part)]);
    }
    Some(vec![match word {
        ALL_DAY => HoursToken::AllDay,
        OPEN_END => HoursToken::OpenEnd,
        "täglich" | "tägl" | "tgl" | "daily" => HoursToken::EveryDay,
        "weekday" | "weekdays" => HoursToken::Weekdays,
        "wochenende" | "wochenenden" | "wochenends" | "weekend" | "weekends" => HoursToken::Weekend,
        "feiertag" | "feiertage" | "feiertagen" | "feiertags" | "ph" => HoursToken::Day(PUBLIC_HOLIDAYS),
        "ferien" | "schulferien" | "schulferiens" | "sh" => HoursToken::Day(SCHOOL_HOLIDAYS),
        "jeden" | "jede" | "jeder" | "jd" | "every" | "each" => HoursToken::Every,
        "monat" | "monats" | "month" | "monthly" | "monatlich" => HoursToken::Monthly,
        "geschlossen" | "geschl" | "zu" | "ruhetag" | "closed" | "off" => HoursToken::Closed,
        "außer" | "ausser" | "ausgenommen" | "nicht" | "except" | "not" => HoursToken::Except,
        "sonst" | "ansonsten" | "otherwise" => HoursToken::Otherwise,
        "bis" | "to" | "until" | "till" => HoursToken::To,
        "und" | "u" | "and" | "sowie" => HoursToken::And,
        _ => return None,
    }])
}

fn day_part(word: &str) -> Option<Daytime> {
    match word.strip_suffix('s').unwrap_or(word) {
        "vormittag" | "vorm" | "vm" | "morgen" | "morning" => Some(Daytime::Morning),
        "nachmittag" | "nachm" | "nm" | "afternoon" => Some(Daytime::Afternoon),
        "abend" | "evening" => Some(Daytime::Evening),
        _ => None,
    }
}
