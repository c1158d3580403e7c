//! Localised texts with fallback, and the folding that makes text comparable.

mod clean;
mod gender;

use messages::Message;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

pub use self::clean::{
    clean_line, clean_text, deserialize_line, deserialize_lines, deserialize_optional_line, deserialize_person_line,
    is_unseen, latin_digits,
};
pub use self::gender::without_gender_suffix;
use crate::{Language, labels::primary_tag};

/// One text in one or more languages, kept in the order of their tags.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct LocalisedText(Box<[(Language, Box<str>)]>);

impl LocalisedText {
    /// A text in German only.
    pub fn german(text: impl Into<String>) -> Self {
        Self::default().with(Language::german(), text)
    }

    /// The same text with `language` added or replaced.
    #[must_use]
    pub fn with(mut self, language: Language, text: impl Into<String>) -> Self {
        let text = clean_text(text.into()).into_boxed_str();
        match self.0.binary_search_by(|(tag, _)| tag.cmp(&language)) {
            Ok(at) => self.0[at].1 = text,
            Err(at) => {
                let mut texts = Vec::with_capacity(self.0.len() + 1);
                texts.extend(std::mem::take(&mut self.0));
                texts.insert(at, (language, text));
                self.0 = texts.into_boxed_slice();
            }
        }
        self
    }

    /// The text in exactly this language.
    pub fn get(&self, language: &str) -> Option<&str> {
        self.0.iter().find(|(tag, _)| tag.as_str() == language).map(|(_, text)| &**text)
    }

    /// The text a reader of `language` is shown, with the language it is in: their own, else its
    /// primary language, else German, else English, else any. `None` only when there is no text at all.
    pub fn resolve(&self, language: &str) -> Option<(&Language, &str)> {
        let primary = primary_tag(language);
        let find = |wanted: &str| self.0.iter().find(|(tag, _)| tag.as_str() == wanted);
        find(language)
            .or_else(|| find(primary))
            .or_else(|| find("de"))
            .or_else(|| find("en"))
            .or_else(|| self.0.first())
            .map(|(tag, text)| (tag, &**text))
    }

    /// Whether no language has a text.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every language with its text, in the order of the tags.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&Language, &str)> {
        self.0.iter().map(|(tag, text)| (tag, &**text))
    }
}

impl FromIterator<(Language, String)> for LocalisedText {
    fn from_iter<I: IntoIterator<Item = (Language, String)>>(texts: I) -> Self {
        texts.into_iter().fold(Self::default(), |all, (language, text)| all.with(language, text))
    }
}

impl Serialize for LocalisedText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for LocalisedText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl<'de> de::Visitor<'de> for Visitor {
            type Value = LocalisedText;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&Message::new("json-expected-texts").with("example", "{\"de\": \"…\"}"), f)
            }

            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<LocalisedText, A::Error> {
                let mut text = LocalisedText::default();
                while let Some((language, value)) = map.next_entry::<Language, String>()? {
                    if text.get(language.as_str()).is_some() {
                        return Err(de::Error::custom(
                            Message::new("value-language-twice").with("language", language.as_str()),
                        ));
                    }
                    text = text.with(language, value);
                }
                Ok(text)
            }
        }

        deserializer.deserialize_map(Visitor)
    }
}

impl schemars::JsonSchema for LocalisedText {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "LocalisedText".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "object",
            "description": "BCP-47 language tag to text; German (de) is required where there is a text.",
            "additionalProperties": { "type": "string" },
        })
    }
}

/// As much of what somebody gave as is shown to them, without user names and passwords in addresses.
pub fn excerpt(text: &str) -> String {
    messages::without_credentials(text).chars().take(60).collect()
}

/// Folds text for comparison: lower case, German umlauts spelt out (ä → ae, ß → ss), every other
/// accent dropped, letters that do not decompose (ı, ø, ł, đ, æ) brought to their ASCII neighbours.
///
/// Umlauts are spelt out because that is how people type them without the keys, and because the
/// bare vowel is reached by [`fold_umlauts_away`].
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len() + 8);
    for c in text.nfc().flat_map(char::to_lowercase) {
        match c {
            'ä' => folded.push_str("ae"),
            'ö' => folded.push_str("oe"),
            'ü' => folded.push_str("ue"),
            _ => push_plain(&mut folded, c),
        }
    }
    folded
}

/// Brings the spelt-out umlauts of already [`fold`]ed text to their bare vowels (ae → a), so that
/// "Rohlinghausen", "Roehlinghausen" and "Röhlinghausen" meet in one form.
pub fn fold_umlauts_away(folded: &str) -> String {
    let mut bare = String::with_capacity(folded.len());
    let mut letters = folded.chars().peekable();
    while let Some(letter) = letters.next() {
        bare.push(letter);
        if matches!(letter, 'a' | 'o' | 'u') {
            letters.next_if_eq(&'e');
        }
    }
    bare
}

/// [`fold`] and [`fold_umlauts_away`] in one.
pub fn fold_bare(text: &str) -> String {
    if !text.is_ascii() {
        return fold_umlauts_away(&fold(text));
    }
    let mut bare = String::with_capacity(text.len());
    let mut letters = text.bytes().map(|letter| letter.to_ascii_lowercase()).peekable();
    while let Some(letter) = letters.next() {
        bare.push(char::from(letter));
        if matches!(letter, b'a' | b'o' | b'u') {
            letters.next_if_eq(&b'e');
        }
    }
    bare
}

fn push_plain(folded: &mut String, c: char) {
    match c {
        'ß' => folded.push_str("ss"),
        'æ' => folded.push_str("ae"),
        'œ' => folded.push_str("oe"),
        'ø' => folded.push('o'),
        'ł' => folded.push('l'),
        'đ' | 'ð' => folded.push('d'),
        'ı' => folded.push('i'),
        'þ' => folded.push_str("th"),
        _ if c.is_ascii() => folded.push(c),
        _ => folded.extend(std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(text: &str) -> Language {
        text.parse().expect("tag")
    }

    #[test]
    fn a_reader_is_shown_their_language_else_german_else_english_else_any() {
        let text = LocalisedText::german("Hallo").with(tag("en"), "Hello").with(tag("tr"), "Merhaba");
        assert_eq!(text.resolve("tr-TR").map(|(_, t)| t), Some("Merhaba"));
        assert_eq!(text.resolve("ar").map(|(tag, _)| tag.as_str()), Some("de"));
        let foreign = LocalisedText::default().with(tag("en"), "Hello").with(tag("ar"), "مرحبا");
        assert_eq!(foreign.resolve("tr").map(|(_, t)| t), Some("Hello"));
        assert_eq!(LocalisedText::default().resolve("de"), None);
    }

    #[test]
    fn folding_brings_spellings_together() {
        assert_eq!(fold("Röhlinghausen"), "roehlinghausen");
        assert_eq!(fold("Çağdaş"), "cagdas");
        assert_eq!(fold("STRASSE"), fold("Straße"));
        assert_eq!(fold("Łódź"), "lodz");
        assert_eq!(fold("İstanbul"), "istanbul");
        for text in ["Röhlinghausen", "Roehlinghausen", "AEEOE ue", "aeaeu"] {
            assert_eq!(fold_bare(text), fold_umlauts_away(&fold(text)), "{text}");
        }
        assert_eq!(fold_bare("Röhlinghausen"), "rohlinghausen");
    }

    #[test]
    fn a_localised_text_reads_back_as_it_was_written() {
        let text = LocalisedText::german("Hallo").with(tag("ar"), "مرحبا");
        let json = serde_json::to_string(&text).expect("json");
        assert_eq!(json, r#"{"ar":"مرحبا","de":"Hallo"}"#);
        assert_eq!(serde_json::from_str::<LocalisedText>(&json).expect("text"), text);
    }
}
