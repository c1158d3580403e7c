//! From a number as it is written to one that a telephone anywhere dials (E.164), as a link (RFC 3966).
//!
//! The rules are those of the German numbering plan (Bundesnetzagentur, following ITU-T E.123 and E.164) and of what is
//! written in parentheses: few enough to stand here. The crate phonenumber 0.3 was tried: it takes the zero off Italian
//! numbers, where it is part of them, and needs more than a second for its first number.

/// The country that numbers without one are dialled in.
const COUNTRY: &str = "49";
/// What is dialled before another area, and is no part of the number.
const TRUNK_PREFIX: char = '0';
/// What is dialled before another country.
const INTERNATIONAL_PREFIX: &str = "00";
/// The longest end of a number that stands for a whole one, in digits: "02323 999140/41".
const LONGEST_END: usize = 3;
/// So many digits has a number with its area code in front of such an end, at least: German area codes have up to five.
const FEWEST_BEFORE_END: usize = 7;
/// And one without its area code.
const FEWEST_WITHOUT_AREA: usize = 5;
/// So many digits has no number without its area code.
const FEWEST_WITHOUT_ZERO: usize = 10;
/// The longest number of E.164, in digits.
const LONGEST: usize = 15;
/// Numbers of three digits that are dialled in Germany: emergencies, the authorities.
const SHORT: [&str; 3] = ["110", "112", "115"];

/// Whether digits are a number of their own although there are few.
pub(super) fn is_short(digits: &str) -> bool {
    SHORT.contains(&digits)
}

/// Areas that have three digits with the zero in front.
const SHORTEST_AREAS: [&str; 4] = ["030", "040", "069", "089"];
/// So many digits has a number with its area code, at least.
const FEWEST_WITH_AREA: usize = 8;

/// Whether a number of this country has hardly more than its area code: "02323 12".
pub(super) fn is_cut_short(number: &str) -> bool {
    let digits: String = number.replace("(0)", "").chars().filter(char::is_ascii_digit).collect();
    let has_plus = number.trim_start_matches([' ', '(']).starts_with('+');
    let national = match (has_plus, digits.strip_prefix(INTERNATIONAL_PREFIX)) {
        (true, _) => digits.strip_prefix(COUNTRY).map(|rest| format!("{TRUNK_PREFIX}{rest}")),
        (false, Some(rest)) => rest.strip_prefix(COUNTRY).map(|rest| format!("{TRUNK_PREFIX}{rest}")),
        (false, None) => Some(digits).filter(|digits| digits.starts_with(TRUNK_PREFIX)),
    };
    national.is_some_and(|national| {
        let is_service = national.starts_with("0800") || national.starts_with("01");
        let has_short_area = SHORTEST_AREAS.iter().any(|area| national.starts_with(area));
        !is_service && national.len() + usize::from(has_short_area) < FEWEST_WITH_AREA
    })
}

/// The first of several numbers that share their beginning: of "12345/-46" and "02323 999140/41" the one that is written
/// whole. What stands behind a slash is a number's end where it is short and the number before it long enough to be one;
/// else the slash stands behind the area code, as in "02323/4711".
fn first_of_range(number: &str) -> &str {
    let number = number.split("/-").next().unwrap_or(number);
    let mut first = number;
    while let Some((before, behind)) = first.rsplit_once('/') {
        let count = |text: &str| text.chars().filter(char::is_ascii_digit).count();
        let is_end = (1..=LONGEST_END).contains(&count(behind)) && behind.trim().chars().all(|c| c.is_ascii_digit());
        let start = before.trim_start_matches([' ', '(']);
        let fewest = if start.starts_with('+') || start.starts_with(INTERNATIONAL_PREFIX) {
            FEWEST_BEFORE_END + COUNTRY.len()
        } else if start.starts_with(TRUNK_PREFIX) {
            FEWEST_BEFORE_END
        } else {
            FEWEST_WITHOUT_AREA
        };
        if !is_end || count(before) < fewest {
            break;
        }
        first = before;
    }
    first.trim_end()
}

/// The number as a link.
pub(super) fn link(number: &str) -> String {
    let first = first_of_range(number);
    // Behind the country, the zero that is dialled at home is not.
    let written = first.replace("(0)", "");
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let has_plus = written.trim_start_matches([' ', '(']).starts_with('+');
    let abroad = if has_plus { Some(digits.as_str()) } else { digits.strip_prefix(INTERNATIONAL_PREFIX) };
    let whole = match abroad {
        Some(digits) => match digits.strip_prefix(COUNTRY) {
            // No area of Germany begins with a zero; elsewhere it may belong to the number.
            Some(rest) => Some(format!("{COUNTRY}{}", rest.trim_start_matches(TRUNK_PREFIX))),
            None => Some(digits.to_owned()),
        },
        None => match digits.strip_prefix(TRUNK_PREFIX) {
            Some(rest) => Some(format!("{COUNTRY}{rest}")),
            // No number within an area is so long: its plus or zero was lost, as spreadsheets lose them.
            None if digits.len() > FEWEST_WITHOUT_ZERO && digits.starts_with(COUNTRY) => Some(digits.clone()),
            None => (digits.len() >= FEWEST_WITHOUT_ZERO).then(|| format!("{COUNTRY}{digits}")),
        },
    };
    match whole {
        Some(whole) if whole.len() <= LONGEST => format!("tel:+{whole}"),
        // A number without its area, or a short one, is dialled where it is.
        _ => format!("tel:{digits}"),
    }
}
