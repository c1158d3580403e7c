//! Slugs: the readable names of entries in addresses and files.

use messages::Message;
use std::{borrow::Borrow, fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

/// The longest slug, in bytes.
pub const MAX_LENGTH: usize = 100;

/// A readable name: lower-case ASCII letters and digits in words joined by `-`; a theme below
/// another carries its parent's slug and a dot (`language.german`).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Slug(SmolStr);

/// The text is not a slug.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotASlug(pub String);

impl NotASlug {
    /// What was given and what is allowed.
    pub fn message(&self) -> Message {
        Message::new("value-slug").quote("given", &self.0)
    }
}

messages::error_by_message!(NotASlug);

impl Slug {
    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Makes a slug from a name in any script: one without any Latin letter is written in them first, so that it has the
    /// same slug each time.
    ///
    /// Returns `None` when nothing of the name can stand in a slug, as of one that is only signs.
    pub fn from_any_script(name: &str) -> Option<Self> {
        Self::from_name(name).or_else(|| Self::from_name(&deunicode::deunicode(name)))
    }

    /// Makes a slug from a name: ä → ae, ß → ss, every other accent dropped, the rest hyphens.
    ///
    /// Returns `None` when nothing of the name can stand in a slug (a name wholly in a script that
    /// has no Latin letters in it).
    pub fn from_name(name: &str) -> Option<Self> {
        let mut slug = String::with_capacity(name.len());
        for folded in crate::text::fold(name).split(|c: char| !c.is_ascii_alphanumeric()) {
            if folded.is_empty() {
                continue;
            }
            if slug.len() + folded.len() + 1 > MAX_LENGTH {
                break;
            }
            if !slug.is_empty() {
                slug.push('-');
            }
            slug.push_str(folded);
        }
        slug.parse().ok()
    }

    /// This slug with `-number` behind it, shortened where it would grow too long.
    #[must_use]
    pub fn with_number(&self, number: usize) -> Self {
        let suffix = format!("-{number}");
        let room = MAX_LENGTH - suffix.len();
        let stem = self.0.get(..room.min(self.0.len())).unwrap_or_default();
        Self(format!("{}{suffix}", stem.trim_end_matches(['-', '.'])).into())
    }
}

fn is_slug(text: &str) -> bool {
    let word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    text.len() <= MAX_LENGTH && text.split(['-', '.']).all(word)
}

impl FromStr for Slug {
    type Err = NotASlug;

    fn from_str(text: &str) -> Result<Self, NotASlug> {
        if is_slug(text) { Ok(Self(text.into())) } else { Err(NotASlug(text.chars().take(120).collect())) }
    }
}

impl<'de> Deserialize<'de> for Slug {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl schemars::JsonSchema for Slug {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Slug".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^[a-z0-9]+([-.][a-z0-9]+)*$",
            "maxLength": MAX_LENGTH,
            "description": "Lower-case ASCII words joined by hyphens, levels by dots.",
        })
    }
}

impl Borrow<str> for Slug {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Slug {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Slug({})", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_a_slug_with_umlauts_spelt_out() {
        assert_eq!(
            Slug::from_name("Frauencafé Röhlinghausen e. V.").expect("slug").as_str(),
            "frauencafe-roehlinghausen-e-v"
        );
        assert_eq!(Slug::from_name("Çağdaş Eğitim").expect("slug").as_str(), "cagdas-egitim");
        assert_eq!(Slug::from_name("بيت الثقافة"), None);
    }

    #[test]
    fn a_name_in_another_script_becomes_a_slug_in_latin_letters() {
        assert_eq!(Slug::from_any_script("Спілка Надія").expect("slug").as_str(), "spilka-nadiia");
        assert!(Slug::from_any_script("جمعية الأمل").is_some());
        assert!(Slug::from_any_script("தமிழ் சங்கம்").is_some());
        assert_eq!(Slug::from_any_script("?!"), None);
    }

    #[test]
    fn what_is_not_a_slug_is_refused() {
        for wrong in ["", "-a", "a-", "a--b", "A", "ä", "a b", "a..b", &"a".repeat(101)] {
            assert!(wrong.parse::<Slug>().is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn a_numbered_slug_never_grows_past_the_limit() {
        let long: Slug = "a".repeat(100).parse().expect("slug");
        assert_eq!(long.with_number(12).as_str().len(), MAX_LENGTH);
    }
}
