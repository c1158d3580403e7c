//! What of a text is brought into one form when it is read, whoever wrote it: letters are composed (NFC), so that the
//! same name is the same bytes from every machine, and signs go that nobody sees and that turn round what is read.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer};
use smol_str::SmolStr;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::person::PersonField;

/// Whether a sign orders letters anew, for all that follows: embeddings and overrides of direction (Unicode UAX #9), and
/// the mark of byte order. Marks and isolates order their own words only and are needed where scripts meet.
const fn turns_letters(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{feff}')
}

/// Whether a sign has no place in a line of its own, such as a name. Joiners stay: Persian is written with them.
const fn is_unseen_in_line(c: char) -> bool {
    turns_letters(c)
        || matches!(
            c,
            '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2060}' | '\u{2066}'..='\u{2069}'
        )
}

/// Characters that a reader does not see (Unicode, Default_Ignorable_Code_Point): the soft hyphen, joiners, marks and
/// overrides of direction, variation selectors, tags.
pub const fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{17b4}'
            | '\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

fn compose(text: Cow<'_, str>) -> String {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text.into_owned(),
        _ => text.nfc().collect(),
    }
}

/// A text of any number of lines.
pub fn clean_text(text: String) -> String {
    if text.is_ascii() {
        return text;
    }
    let text = if text.contains(turns_letters) { text.replace(turns_letters, "") } else { text };
    compose(Cow::Owned(text))
}

/// A text of one line, such as a name: line breaks and tabs become spaces, and none stands at either end.
pub fn clean_line(text: &str) -> String {
    let is_break = |c: char| matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    if !text.contains(|c| is_break(c) || is_unseen_in_line(c)) {
        return compose(Cow::Borrowed(text.trim()));
    }
    let seen: String = text.chars().filter(|c| !is_unseen_in_line(*c)).collect();
    let parts: Vec<&str> = seen.split(is_break).map(str::trim).filter(|part| !part.is_empty()).collect();
    compose(Cow::Owned(parts.join(" ")))
}

/// For serde: a line.
pub fn deserialize_line<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Cow::<str>::deserialize(deserializer).map(|text| clean_line(&text))
}

/// For serde: lines.
pub fn deserialize_lines<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    Vec::<String>::deserialize(deserializer).map(|lines| lines.iter().map(|line| clean_line(line)).collect())
}

/// For serde: a line that may be missing.
pub fn deserialize_optional_line<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<SmolStr>, D::Error> {
    let text = Option::<SmolStr>::deserialize(deserializer)?;
    Ok(text.map(|text| clean_line(&text).into()))
}

/// For serde: a line about a person.
pub fn deserialize_person_line<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<PersonField<String>>, D::Error> {
    let field = Option::<PersonField<String>>::deserialize(deserializer)?;
    Ok(field.map(|field| PersonField { value: clean_line(&field.value), ..field }))
}

/// A text with the digits of Arabic, Persian and Devanagari, and wide ones, as 0 to 9.
pub fn latin_digits(text: &str) -> std::borrow::Cow<'_, str> {
    let zeros = [0x660, 0x6f0, 0x966, 0xff10];
    let digit = |c: char| zeros.into_iter().find_map(|zero| char::from_digit(u32::from(c).checked_sub(zero)?, 10));
    if text.is_ascii() || !text.contains(|c| digit(c).is_some()) {
        return text.into();
    }
    text.chars().map(|c| digit(c).unwrap_or(c)).collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Address, LocalisedText};

    #[test]
    fn a_line_has_composed_letters_and_nothing_that_is_not_seen() {
        for (written, read) in [
            ("Ko\u{308}nig", "König"),
            (" Verein\r\nBeispiel\t e. V. ", "Verein Beispiel e. V."),
            ("Ver\u{ad}ein \u{202e}lepmaxE\u{202c}", "Verein lepmaxE"),
            ("\u{feff}\u{200f}جمعية", "جمعية"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("Zeile\u{2028}zwei", "Zeile zwei"),
            ("\u{200b}\n", ""),
        ] {
            assert_eq!(clean_line(written), read, "{written:?}");
        }
    }

    #[test]
    fn texts_keep_their_lines_and_lose_what_turns_letters() {
        let text: LocalisedText =
            serde_json::from_str(r#"{"de":"Gru\u0308ße\n\u202Eund\u2067 mehr"}"#).expect("a text");
        assert_eq!(text.get("de"), Some("Grüße\nund\u{2067} mehr"));
    }

    #[test]
    fn parts_of_an_address_are_lines() {
        let address: Address = serde_json::from_str(r#"{"street":"Haupt\nstraße 1","city":null}"#).expect("an address");
        assert_eq!((address.street.as_deref(), address.city), (Some("Haupt straße 1"), None));
    }
}
