//! Numbers as each language writes them, in Latin digits: telephone numbers and house numbers have those too.

use fluent_bundle::{FluentValue, memoizer::MemoizerKind};

use super::Words;
use crate::Locale;

/// What stands between thousands, and before decimals.
const fn separators(locale: Locale) -> (&'static str, &'static str) {
    match locale {
        Locale::De | Locale::Tr | Locale::Ro => (".", ","),
        Locale::En | Locale::Ar => (",", "."),
        Locale::Uk | Locale::Pl => ("\u{a0}", ","),
    }
}

/// What Fluent asks to write a number.
pub(super) fn formatter<M: MemoizerKind>(locale: Locale) -> fn(&FluentValue<'_>, &M) -> Option<String> {
    match locale {
        Locale::De | Locale::Tr | Locale::Ro => |value, _| format_number(value, Locale::De),
        Locale::En | Locale::Ar => |value, _| format_number(value, Locale::En),
        Locale::Uk | Locale::Pl => |value, _| format_number(value, Locale::Uk),
    }
}

fn format_number(value: &FluentValue<'_>, locale: Locale) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counts are whole and not negative")]
    Some(whole(number.value as u64, locale))
}

fn whole(number: u64, locale: Locale) -> String {
    let digits = number.to_string();
    let (thousands, _) = separators(locale);
    let mut text = String::with_capacity(digits.len() * 2);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push_str(thousands);
        }
        text.push(digit);
    }
    text
}

impl Words {
    /// What stands between the items of a list.
    pub const fn comma(self) -> &'static str {
        match self.0 {
            Locale::Ar => "، ",
            _ => ", ",
        }
    }

    /// What stands between items that have commas themselves.
    pub const fn semicolon(self) -> &'static str {
        match self.0 {
            Locale::Ar => "؛ ",
            _ => "; ",
        }
    }

    /// A whole number.
    pub fn number(self, number: u64) -> String {
        whole(number, self.locale())
    }

    /// A distance: metres below a kilometre, else kilometres with one decimal.
    pub fn distance(self, metres: f64) -> String {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "distances on the earth")]
        let round = |number: f64| number.round().max(0.0) as u64;
        if metres < 950.0 {
            let metres = round(metres / 10.0) * 10;
            return self.with("metres", [("number", whole(metres, self.locale()).into())]).into_owned();
        }
        let tenths = round(metres / 100.0);
        let (_, decimal) = separators(self.locale());
        let number = match (tenths / 10, tenths % 10) {
            (whole_part, 0) => whole(whole_part, self.locale()),
            (whole_part, rest) => format!("{}{decimal}{rest}", whole(whole_part, self.locale())),
        };
        self.with("kilometres", [("number", number.into())]).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_each_language_does() {
        let million = |locale| Words::of(locale).number(1_234_567);
        assert_eq!(million(Locale::De), "1.234.567");
        assert_eq!(million(Locale::En), "1,234,567");
        assert_eq!(million(Locale::Pl), "1\u{a0}234\u{a0}567");
        assert_eq!(Words::of(Locale::De).number(999), "999");
    }

    #[test]
    fn distances_are_told_as_people_do() {
        let words = Words::of(Locale::De);
        assert_eq!(words.distance(437.0), "440 m");
        assert_eq!(words.distance(1_250.0), "1,3 km");
        assert_eq!(words.distance(12_000.0), "12 km");
    }
}
