//! The sites that may show the directory in a frame.

use axum::http::HeaderValue;
use serde::{Deserialize, Deserializer, de::Error};

use super::accounts;

/// A site of others, or several of one partner.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Partner {
    /// Who it is; for whoever reads the settings.
    #[serde(deserialize_with = "name")]
    pub name: String,
    /// Where its pages are, such as `https://www.verein.example.org`.
    #[serde(deserialize_with = "at_least_one")]
    pub origins: Vec<HeaderValue>,
}

fn name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let name = String::deserialize(deserializer)?;
    if name.trim().is_empty() { Err(D::Error::custom("a partner needs a name")) } else { Ok(name) }
}

fn at_least_one<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<HeaderValue>, D::Error> {
    let origins = accounts::origins(deserializer)?;
    if origins.is_empty() {
        return Err(D::Error::custom(
            "a partner needs an origin: allowed is scheme and host, such as [\"https://www.verein.example.org\"]",
        ));
    }
    Ok(origins)
}

/// The origins of all partners.
pub(super) fn origins(partners: &[Partner]) -> Vec<String> {
    let all = partners.iter().flat_map(|partner| &partner.origins);
    all.filter_map(|origin| origin.to_str().ok()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use crate::settings::File;

    use super::*;

    #[test]
    fn partners_are_read_with_all_their_origins() {
        let text = "[[partners]]\nname = \"Stadt\"\norigins = [\"https://stadt.example\"]\n\
                    [[partners]]\nname = \"Verein\"\norigins = [\"https://verein.example\", \"http://localhost:9000\"]\n";
        let file: File = toml::from_str(text).expect("settings");
        assert_eq!(
            origins(&file.partners),
            ["https://stadt.example", "https://verein.example", "http://localhost:9000"]
        );
        assert!(toml::from_str::<File>("").expect("settings").partners.is_empty());
    }

    #[test]
    fn what_is_no_origin_is_told_with_its_line() {
        for (text, told) in [
            ("name = \"Stadt\"\norigins = [\"stadt.example/seite\"]", "is not an origin"),
            ("name = \"Stadt\"\norigins = []", "needs an origin"),
            ("name = \" \"\norigins = [\"https://stadt.example\"]", "needs a name"),
            ("name = \"Stadt\"", "origins"),
        ] {
            let error = toml::from_str::<File>(&format!("[[partners]]\n{text}\n")).expect_err(text).to_string();
            assert!(error.contains(told) && error.contains("line "), "{error}");
        }
    }
}
