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
/// The longest number of E.164, in digits.
const LONGEST: usize = 15;
/// Numbers of three digits that are dialled in Germany: emergencies, the authorities.
const SHORT: [&str; 3] = ["110", "112", "115"];

/// Whether digits are a number of their own although there are few.
pub(super) fn is_short(digits: &str) -> bool {
    SHORT.contains(&digits)
}

/// The number as a link.
pub(super) fn link(number: &str) -> String {
    // Of "12345/-46" the second number has no digits of its own.
    let first = number.split("/-").next().unwrap_or(number);
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
        None => digits.strip_prefix(TRUNK_PREFIX).map(|rest| format!("{COUNTRY}{rest}")),
    };
    match whole {
        Some(whole) if whole.len() <= LONGEST => format!("tel:+{whole}"),
        // A number without its area, or a short one, is dialled where it is.
        _ => format!("tel:{digits}"),
    }
}
