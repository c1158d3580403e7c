//! Which pages there are, and where: the one place that reads and writes their paths.

use domain::ActorType;

use crate::Locale;

/// A page, whatever its language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// The search, which is also the start.
    Search,
    /// The profile of an organisation, institution or network, by slug.
    Profile(ActorType, String),
    /// A theme, by slug.
    Theme(String),
    /// A district, by slug.
    District(String),
    /// What is offered.
    Offers,
    /// An offer, by its page's slug.
    Offer(String),
    /// What is on.
    Events,
    /// An event, by its page's slug.
    Event(String),
    /// A project, by its page's slug.
    Project(String),
    /// An actor, offer or event on one sheet to hand over.
    Sheet(Box<Page>),
    /// What somebody chose to keep.
    Shortlist,
    /// Themes against districts.
    Coverage,
    /// The network as a picture and a list.
    Cooperation,
    /// The form for suggesting a change.
    SuggestChange,
    /// Where the line is made that puts the directory on another site.
    EmbedBuilder,
    /// Who is responsible.
    Imprint,
    /// What becomes of data.
    Privacy,
}

impl Page {
    /// Reads a path without its language.
    pub fn from_path(path: &str) -> Option<Self> {
        let fixed = match path {
            "/" => Self::Search,
            "/offers" => Self::Offers,
            "/events" => Self::Events,
            "/shortlist" => Self::Shortlist,
            "/coverage" => Self::Coverage,
            "/cooperation" => Self::Cooperation,
            "/suggest-change" => Self::SuggestChange,
            "/embed/builder" => Self::EmbedBuilder,
            "/imprint" => Self::Imprint,
            "/privacy" => Self::Privacy,
            path => {
                return match path.strip_suffix("/sheet") {
                    Some(path) => Self::with_slug(path).filter(Self::has_sheet).map(|page| Self::Sheet(Box::new(page))),
                    None => Self::with_slug(path),
                };
            }
        };
        Some(fixed)
    }

    const fn has_sheet(&self) -> bool {
        matches!(self, Self::Profile(..) | Self::Offer(_) | Self::Event(_))
    }

    fn with_slug(path: &str) -> Option<Self> {
        let (folder, slug) = path.strip_prefix('/')?.split_once('/')?;
        // A slug is plain ASCII, so whatever was written otherwise is none.
        if slug.is_empty() || !slug.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte)) {
            return None;
        }
        let slug = slug.to_owned();
        match folder {
            "theme" => Some(Self::Theme(slug)),
            "district" => Some(Self::District(slug)),
            "offer" => Some(Self::Offer(slug)),
            // The same event as a calendar.
            "event" if slug.ends_with(".ics") => None,
            "event" => Some(Self::Event(slug)),
            "project" => Some(Self::Project(slug)),
            // The same actor for an address book.
            _ if slug.ends_with(".vcf") => None,
            folder => {
                let actor_type = ActorType::ALL.iter().find(|actor_type| actor_type.slug() == folder)?;
                Some(Self::Profile(*actor_type, slug))
            }
        }
    }

    /// The path of the page in a language.
    pub fn path(&self, locale: Locale) -> String {
        let prefix = locale.prefix();
        match self {
            Self::Search => format!("{prefix}/"),
            Self::Profile(actor_type, slug) => format!("{prefix}/{actor_type}/{slug}"),
            Self::Theme(slug) => format!("{prefix}/theme/{slug}"),
            Self::District(slug) => format!("{prefix}/district/{slug}"),
            Self::Offers => format!("{prefix}/offers"),
            Self::Offer(slug) => format!("{prefix}/offer/{slug}"),
            Self::Events => format!("{prefix}/events"),
            Self::Event(slug) => format!("{prefix}/event/{slug}"),
            Self::Project(slug) => format!("{prefix}/project/{slug}"),
            Self::Sheet(page) => format!("{}/sheet", page.path(locale)),
            Self::Shortlist => format!("{prefix}/shortlist"),
            Self::Coverage => format!("{prefix}/coverage"),
            Self::Cooperation => format!("{prefix}/cooperation"),
            Self::SuggestChange => format!("{prefix}/suggest-change"),
            Self::EmbedBuilder => format!("{prefix}/embed/builder"),
            Self::Imprint => format!("{prefix}/imprint"),
            Self::Privacy => format!("{prefix}/privacy"),
        }
    }

    /// Where a path that is nearly right should lead: `/en` to `/en/`, `/de/…` to the path without, a slash too
    /// many to the path without it.
    pub fn canonical_path(path: &str) -> Option<String> {
        let without_german = match path.strip_prefix("/de") {
            Some("") => "/",
            Some(rest) if rest.starts_with('/') => rest,
            _ => path,
        };
        let with_slash = format!("{}/", without_german.trim_end_matches('/'));
        let (locale, rest) = Locale::of_path(&with_slash);
        let rest = if rest == "/" { rest } else { rest.trim_end_matches('/') };
        let straight = Self::from_path(rest)?.path(locale);
        (straight != path).then_some(straight)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_found_at_its_own_path_in_every_language() {
        let pages = [
            Page::Search,
            Page::Profile(ActorType::Network, "runder-tisch".to_owned()),
            Page::Theme("language.german".to_owned()),
            Page::District("wanne".to_owned()),
            Page::Offers,
            Page::Offer("sprachcafe-01kb3v5t8q7m2f9x0c4d6e8g1h".to_owned()),
            Page::Events,
            Page::Event("01kb3v5t8q7m2f9x0c4d6e8g1h".to_owned()),
            Page::Project("lesepaten-01kb3v5t8q7m2f9x0c4d6e8g1h".to_owned()),
            Page::Sheet(Box::new(Page::Offer("sprachcafe-01kb3v5t8q7m2f9x0c4d6e8g1h".to_owned()))),
            Page::Shortlist,
            Page::Coverage,
            Page::Cooperation,
            Page::SuggestChange,
            Page::EmbedBuilder,
            Page::Imprint,
            Page::Privacy,
        ];
        for page in pages {
            for locale in Locale::ALL {
                let path = page.path(locale);
                let (found, rest) = Locale::of_path(&path);
                assert_eq!((found, Page::from_path(rest)), (locale, Some(page.clone())), "{path}");
            }
        }
    }

    #[test]
    fn paths_that_are_nearly_right_lead_to_the_right_one() {
        let straight = |path| Page::canonical_path(path);
        assert_eq!(straight("/en").as_deref(), Some("/en/"));
        assert_eq!(straight("/de/coverage").as_deref(), Some("/coverage"));
        assert_eq!(straight("/de").as_deref(), Some("/"));
        assert_eq!(straight("/tr/theme/language/").as_deref(), Some("/tr/theme/language"));
        for path in ["/", "/en/", "/coverage", "/nothing", "/de/nothing"] {
            assert_eq!(straight(path), None, "{path}");
        }
    }

    #[test]
    fn what_is_no_slug_leads_nowhere() {
        for path in [
            "/theme/",
            "/theme/a/sheet",
            "/sheet",
            "/network/a.vcf",
            "/theme/a%20b",
            "/theme/a/b",
            "/theme/ä",
            "/person/x",
            "nothing",
        ] {
            assert_eq!(Page::from_path(path), None, "{path}");
        }
    }
}
