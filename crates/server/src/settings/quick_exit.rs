//! Leaving pages on protection at once: on which themes, and to where.

use domain::{Slug, WebAddress};
use serde::Deserialize;

/// On which themes pages can be left at once, and to where.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuickExitSettings {
    /// Slugs of themes, with those below them; `women.protection` where nothing is said, none with an empty list.
    themes: Option<Vec<Slug>>,
    /// A page that tells nothing of whoever looks at it.
    address: Option<WebAddress>,
}

impl QuickExitSettings {
    /// What the pages are told.
    pub(super) fn of_site(&self) -> web::QuickExit {
        let usual = web::QuickExit::default();
        web::QuickExit {
            themes: self.themes.as_ref().map_or(usual.themes, |slugs| slugs.iter().map(ToString::to_string).collect()),
            address: self.address.as_ref().map_or(usual.address, ToString::to_string),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_said_is_usual_and_an_address_is_one_of_the_web() {
        let read = |text: &str| toml::from_str::<QuickExitSettings>(text).map(|settings| settings.of_site());
        assert_eq!(read("").expect("settings"), web::QuickExit::default());
        let own = read("themes = []\naddress = \"https://wetter.example.org/\"").expect("settings");
        assert_eq!((own.themes.len(), own.address.as_str()), (0, "https://wetter.example.org/"));
        assert!(read("address = \"javascript:alert(1)\"").is_err());
    }
}
