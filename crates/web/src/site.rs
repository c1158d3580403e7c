//! What the operator says of the pages, beside what the directory says of itself.

use domain::{Funder, LocalisedText, Slug};

/// What the operator says; imprint and privacy in Markdown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Site {
    /// Who is responsible; empty where nothing is configured.
    pub imprint: LocalisedText,
    /// What becomes of data, beside what the program itself does; empty where nothing is configured.
    pub privacy: LocalisedText,
    /// Who funds the directory, in a line; empty where nothing is said.
    pub funding: LocalisedText,
    /// Who funds it, with their logos.
    pub funders: Vec<Funder>,
    /// How often administrators have written the texts above; 0 where the settings file says them.
    pub version: u32,
    /// Who may show the directory in a frame; everybody where nobody is named.
    pub partners: Vec<Partner>,
    /// Numbers that help, in their order.
    pub help: Vec<HelpNumber>,
    /// Leaving pages on protection at once.
    pub quick_exit: QuickExit,
    /// The origins that maps ask beside this service; none unless the operator wants it so.
    pub map_strangers: Vec<String>,
}

impl Site {
    /// Whom maps ask beside this service, as readers are told.
    pub(crate) fn map_hosts(&self) -> String {
        let hosts = self.map_strangers.iter().map(|origin| origin.split("://").last().unwrap_or(origin));
        hosts.collect::<Vec<_>>().join(", ")
    }
}

/// Leaving at once, on pages of themes whose readers may have to hide what they read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuickExit {
    /// Slugs of themes, with those below them.
    pub themes: Vec<String>,
    /// A page that tells nothing of whoever looks at it.
    pub address: String,
}

impl Default for QuickExit {
    fn default() -> Self {
        Self { themes: vec!["women.protection".to_owned()], address: "https://www.wikipedia.org/".to_owned() }
    }
}

/// A number that helps where somebody needs more than a directory, or where it has nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpNumber {
    /// Whose it is.
    pub label: LocalisedText,
    /// The number as people dial it.
    pub phone: String,
    /// Slugs of themes that it is for, with those below them; for everything where none is named.
    pub themes: Vec<String>,
}

/// Somebody who may show the directory in a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// What `partner` in the address of a frame says.
    pub slug: Slug,
    /// Who it is.
    pub name: String,
    /// Where its pages are, such as `https://www.verein.example.org`.
    pub origins: Vec<String>,
}
