//! The languages that the pages speak, and how addresses tell them: German has no prefix, the others stand in
//! front of the path (`/tr/organisation/…`). Nobody is sent elsewhere because of what their browser prefers; they
//! are shown a link instead.

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Locale {
    /// German, where no language is said.
    #[default]
    De,
    /// English.
    En,
    /// Turkish.
    Tr,
    /// Arabic, written from right to left.
    Ar,
    /// Ukrainian.
    Uk,
    /// Romanian.
    Ro,
    /// Polish.
    Pl,
}

impl Locale {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 7] = [Self::De, Self::En, Self::Tr, Self::Ar, Self::Uk, Self::Ro, Self::Pl];

    /// The BCP-47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::De => "de",
            Self::En => "en",
            Self::Tr => "tr",
            Self::Ar => "ar",
            Self::Uk => "uk",
            Self::Ro => "ro",
            Self::Pl => "pl",
        }
    }

    /// What its speakers call it.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::De => "Deutsch",
            Self::En => "English",
            Self::Tr => "Türkçe",
            Self::Ar => "العربية",
            Self::Uk => "Українська",
            Self::Ro => "Română",
            Self::Pl => "Polski",
        }
    }

    /// The direction of its script, as HTML says it.
    pub const fn direction(self) -> &'static str {
        if matches!(self, Self::Ar) { "rtl" } else { "ltr" }
    }

    /// What stands in front of the paths of its pages.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::De => "",
            Self::En => "/en",
            Self::Tr => "/tr",
            Self::Ar => "/ar",
            Self::Uk => "/uk",
            Self::Ro => "/ro",
            Self::Pl => "/pl",
        }
    }

    /// The language with this tag; only its first part counts, in any case.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or(tag);
        Self::ALL.into_iter().find(|locale| locale.tag().eq_ignore_ascii_case(primary))
    }

    /// Splits a path into its language and the rest, which begins with `/`.
    pub fn of_path(path: &str) -> (Self, &str) {
        let prefixed = Self::ALL.into_iter().filter(|locale| *locale != Self::De).find_map(|locale| {
            let rest = path.strip_prefix(locale.prefix())?;
            rest.starts_with('/').then_some((locale, rest))
        });
        prefixed.unwrap_or((Self::De, path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_tells_its_language_and_german_needs_none() {
        assert_eq!(Locale::of_path("/"), (Locale::De, "/"));
        assert_eq!(Locale::of_path("/theme/language"), (Locale::De, "/theme/language"));
        assert_eq!(Locale::of_path("/ar/"), (Locale::Ar, "/"));
        assert_eq!(Locale::of_path("/uk/coverage"), (Locale::Uk, "/coverage"));
        assert_eq!(Locale::of_path("/argentina/x"), (Locale::De, "/argentina/x"));
    }

    #[test]
    fn tags_are_recognised_by_their_language() {
        assert_eq!(Locale::from_tag("uk-UA"), Some(Locale::Uk));
        assert_eq!(Locale::from_tag("AR"), Some(Locale::Ar));
        assert_eq!(Locale::from_tag("sw"), None);
    }
}
