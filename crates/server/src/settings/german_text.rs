//! Texts by language that have a German one.

use domain::LocalisedText;
use serde::{Deserialize, Deserializer};

/// Readers whose language is missing are shown the German text, so that one must be there.
pub(super) fn german_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<LocalisedText>, D::Error> {
    let text = LocalisedText::deserialize(deserializer)?;
    match text.get("de") {
        Some(german) if !german.trim().is_empty() => Ok(Some(text)),
        _ => Err(serde::de::Error::custom(
            "needs a German text: allowed are texts by language with de among them, such as { de = \"Netzwerk\", en = \"Network\" }",
        )),
    }
}
