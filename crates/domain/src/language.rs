//! Languages as BCP-47 tags, and the ones the network works in by name.

use messages::Message;
use std::{fmt, str::FromStr};

use oxilangtag::LanguageTag;
use serde::{Deserialize, Serialize};
use tinystr::TinyAsciiStr;

use crate::labels::{label_in, primary_tag};

/// The longest tag: room for language, script, region and a variant. Most entries name several
/// languages, so a tag is kept in place, without a pointer.
const LENGTH: usize = 16;

/// A well-formed BCP-47 language tag (RFC 5646) in canonical case, such as `de`, `kmr` or `de-simple`,
/// of at most 16 characters.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Language(TinyAsciiStr<LENGTH>);

/// The text is not a language tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotALanguage(pub String);

impl NotALanguage {
    /// What was given and what is allowed.
    pub fn message(&self) -> Message {
        Message::new("value-language").quote("given", &self.0)
    }
}

messages::error_by_message!(NotALanguage);

impl Language {
    /// German, which every localised text must have.
    pub fn german() -> Self {
        Self(tinystr::tinystr!(16, "de"))
    }

    /// The tag as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The tag's first part: `de` of `de-simple`.
    pub fn primary(&self) -> &str {
        primary_tag(self.as_str())
    }

    /// The languages this one is a variety of, nearest first: `zh-Hant` and `zh` of `zh-Hant-TW`, `ku` of `kmr`. Whoever
    /// asks for one of them means this one too.
    pub fn broader(&self) -> impl Iterator<Item = Self> {
        let text = self.as_str();
        let shorter = text.rmatch_indices('-').map(|(end, _)| &text[..end]);
        let group = VARIETIES.iter().find(|(_, varieties)| varieties.contains(&self.primary())).map(|(tag, _)| *tag);
        shorter.chain(group).filter_map(|tag| TinyAsciiStr::try_from_str(tag).ok().map(Self))
    }

    /// The name in German, English and the language itself, where the vocabulary knows it.
    pub fn names(&self) -> Option<&'static LanguageNames> {
        KNOWN.iter().find(|known| known.tag == self.as_str())
    }

    /// What to call the language in the reader's language, in German where it has no such name; the tag itself where it is
    /// unknown.
    pub fn label(&self, reader: &str) -> &str {
        let Some(names) = self.names() else { return self.as_str() };
        match primary_tag(reader) {
            "de" => names.de,
            "en" => names.en,
            primary => label_in(&format!("language-{}", names.tag), primary).unwrap_or(names.de),
        }
    }
}

impl FromStr for Language {
    type Err = NotALanguage;

    fn from_str(text: &str) -> Result<Self, NotALanguage> {
        let tag = LanguageTag::parse_and_normalize(text).ok();
        tag.and_then(|tag| TinyAsciiStr::try_from_str(tag.as_str()).ok())
            .map(Self)
            .ok_or_else(|| NotALanguage(text.chars().take(60).collect()))
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl schemars::JsonSchema for Language {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Language".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$",
            "maxLength": LENGTH,
            "description": "BCP-47 language tag, such as de, tr, kmr or de-simple.",
        })
    }
}

impl std::borrow::Borrow<str> for Language {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Language {
    /// Whether its code is one that there is; longer ones than those of three letters are not known.
    pub fn is_assigned(&self) -> bool {
        let code = self.primary();
        match code.len() {
            2 => TWO_LETTERS.lines().skip(1).any(|known| known == code),
            3 => THREE_LETTERS.lines().skip(1).flat_map(str::split_whitespace).any(|known| known == code),
            _ => true,
        }
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Language({})", self.0)
    }
}

/// The two-letter codes there are (ISO 639-1).
const TWO_LETTERS: &str = include_str!("../words/two_letter_codes.csv");

/// The three-letter codes there are (ISO 639-3), those with one first letter in a line.
const THREE_LETTERS: &str = include_str!("../words/three_letter_codes.csv");

/// Languages by the tag of all of them, with the varieties that have tags of their own (ISO 639-3, macrolanguages).
const VARIETIES: &[(&str, &[&str])] = &[
    ("ar", &["acm", "acq", "aeb", "ajp", "apc", "apd", "arb", "arq", "ars", "ary", "arz", "ayl", "ayn"]),
    ("az", &["azb", "azj"]),
    ("fa", &["pes", "prs"]),
    ("ff", &["fub", "fuc", "fuf", "fuh", "fuq", "fuv"]),
    ("ku", &["ckb", "kmr", "sdh"]),
    ("mg", &["plt"]),
    ("mn", &["khk", "mvf"]),
    ("ne", &["dty", "npi"]),
    ("ps", &["pbt", "pbu", "pst"]),
    ("rom", &["rmc", "rmf", "rml", "rmn", "rmo", "rmw", "rmy"]),
    ("sq", &["aae", "aat", "aln", "als"]),
    ("sw", &["swc", "swh"]),
    ("uz", &["uzn", "uzs"]),
    ("zh", &["cdo", "cmn", "gan", "hak", "nan", "wuu", "yue"]),
    ("zza", &["diq", "kiu"]),
];

/// What a language is called.
#[derive(Debug)]
pub struct LanguageNames {
    /// BCP-47 tag.
    pub tag: &'static str,
    /// German name.
    pub de: &'static str,
    /// English name.
    pub en: &'static str,
}

macro_rules! known {
    ($($tag:literal $de:literal $en:literal,)+) => {
        /// The languages the network's vocabulary names; every other well-formed tag is allowed too.
        pub const KNOWN: &[LanguageNames] = &[$(LanguageNames { tag: $tag, de: $de, en: $en }),+];
    };
}

known! {
    "de" "Deutsch" "German",
    "tr" "Türkisch" "Turkish",
    "ar" "Arabisch" "Arabic",
    "pl" "Polnisch" "Polish",
    "ro" "Rumänisch" "Romanian",
    "bg" "Bulgarisch" "Bulgarian",
    "rom" "Romani" "Romani",
    "kmr" "Kurmandschi" "Kurmanji",
    "ckb" "Sorani" "Sorani",
    "zza" "Zaza" "Zaza",
    "uk" "Ukrainisch" "Ukrainian",
    "ru" "Russisch" "Russian",
    "sq" "Albanisch" "Albanian",
    "sr" "Serbisch" "Serbian",
    "bs" "Bosnisch" "Bosnian",
    "hr" "Kroatisch" "Croatian",
    "mk" "Mazedonisch" "Macedonian",
    "it" "Italienisch" "Italian",
    "es" "Spanisch" "Spanish",
    "el" "Griechisch" "Greek",
    "fa" "Persisch" "Persian",
    "prs" "Dari" "Dari",
    "ps" "Paschtu" "Pashto",
    "ary" "Marokkanisches Arabisch" "Moroccan Arabic",
    "rif" "Tarifit" "Tarifit",
    "fr" "Französisch" "French",
    "en" "Englisch" "English",
    "ti" "Tigrinisch" "Tigrinya",
    "so" "Somali" "Somali",
    "ta" "Tamilisch" "Tamil",
    "de-simple" "Leichte Sprache" "Easy German",
    "am" "Amharisch" "Amharic",
    "az" "Aserbaidschanisch" "Azerbaijani",
    "bn" "Bengalisch" "Bengali",
    "cs" "Tschechisch" "Czech",
    "fil" "Filipino" "Filipino",
    "ha" "Haussa" "Hausa",
    "he" "Hebräisch" "Hebrew",
    "hi" "Hindi" "Hindi",
    "hu" "Ungarisch" "Hungarian",
    "hy" "Armenisch" "Armenian",
    "id" "Indonesisch" "Indonesian",
    "ja" "Japanisch" "Japanese",
    "ka" "Georgisch" "Georgian",
    "kk" "Kasachisch" "Kazakh",
    "ko" "Koreanisch" "Korean",
    "lt" "Litauisch" "Lithuanian",
    "lv" "Lettisch" "Latvian",
    "mn" "Mongolisch" "Mongolian",
    "ne" "Nepalesisch" "Nepali",
    "nl" "Niederländisch" "Dutch",
    "pa" "Pandschabi" "Punjabi",
    "pt" "Portugiesisch" "Portuguese",
    "rw" "Kinyarwanda" "Kinyarwanda",
    "si" "Singhalesisch" "Sinhala",
    "sk" "Slowakisch" "Slovak",
    "sl" "Slowenisch" "Slovene",
    "sw" "Swahili" "Swahili",
    "syr" "Aramäisch (Suryoyo)" "Aramaic (Syriac)",
    "tg" "Tadschikisch" "Tajik",
    "th" "Thailändisch" "Thai",
    "tk" "Turkmenisch" "Turkmen",
    "ug" "Uigurisch" "Uyghur",
    "ur" "Urdu" "Urdu",
    "uz" "Usbekisch" "Uzbek",
    "vi" "Vietnamesisch" "Vietnamese",
    "yo" "Yoruba" "Yoruba",
    "zh" "Chinesisch" "Chinese",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_known_language_is_a_canonical_tag() {
        for known in KNOWN {
            assert_eq!(known.tag.parse::<Language>().expect(known.tag).as_str(), known.tag);
        }
    }

    #[test]
    fn a_variety_is_of_its_language() {
        let broader = |tag: &str| -> Vec<String> {
            tag.parse::<Language>().expect(tag).broader().map(|tag| tag.to_string()).collect()
        };
        assert_eq!(broader("pt-BR"), ["pt"]);
        assert_eq!(broader("zh-Hant-TW"), ["zh-Hant", "zh"]);
        assert_eq!(broader("kmr-Arab"), ["kmr", "ku"]);
        assert_eq!(broader("tr"), [""; 0]);
        for (tag, varieties) in VARIETIES {
            assert_eq!(tag.parse::<Language>().expect(tag).as_str(), *tag);
            for variety in *varieties {
                assert_eq!(broader(variety), [*tag]);
            }
        }
    }

    #[test]
    fn tags_are_brought_to_canonical_case() {
        assert_eq!("DE-simple".parse::<Language>().expect("tag").as_str(), "de-simple");
        assert!("deutsch und so".parse::<Language>().is_err());
        assert!("".parse::<Language>().is_err());
    }

    #[test]
    fn codes_that_nobody_has_assigned_are_told_from_those_there_are() {
        let is_assigned = |tag: &str| tag.parse::<Language>().expect("a tag").is_assigned();
        for tag in ["de", "tr", "kmr", "rom", "rif", "zza", "de-simple", "kmr-Latn"] {
            assert!(is_assigned(tag), "{tag}");
        }
        for tag in ["xx", "xyz", "qqq", "xyz-Latn"] {
            assert!(!is_assigned(tag), "{tag}");
        }
    }
}
