//! What the operator says on the pages: imprint, privacy, and who funds the directory; and how the report of a year is
//! put together.

use serde::{Deserialize, Serialize};

use crate::{LocalisedText, WebAddress};

/// The texts of the site. What is empty is as the settings file says it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteTexts {
    /// Who is responsible, in Markdown.
    #[serde(default)]
    pub imprint: LocalisedText,
    /// What becomes of data, in Markdown.
    #[serde(default)]
    pub privacy: LocalisedText,
    /// Who funds the directory, in a line.
    #[serde(default)]
    pub funding: LocalisedText,
    /// Who funds it, with their logos.
    #[serde(default)]
    pub funders: Vec<Funder>,
    /// How the report of a year is put together; staff alone read it.
    #[serde(default)]
    pub report: ReportTemplate,
}

impl SiteTexts {
    /// The same, with what is empty taken from the settings file.
    #[must_use]
    pub fn with_defaults(self, defaults: &Self) -> Self {
        let or = |text: LocalisedText, default: &LocalisedText| if text.is_empty() { default.clone() } else { text };
        Self {
            imprint: or(self.imprint, &defaults.imprint),
            privacy: or(self.privacy, &defaults.privacy),
            funding: or(self.funding, &defaults.funding),
            funders: self.funders,
            report: self.report,
        }
    }

    /// The logos of all funders.
    pub fn logos(&self) -> impl Iterator<Item = &Logo> {
        self.funders.iter().filter_map(|funder| funder.logo.as_ref())
    }

    /// The same with every text changed; `field` is its name and language, such as `imprint.de`.
    #[must_use]
    pub fn map_texts(&self, mut change: impl FnMut(&str, &str) -> String) -> Self {
        let mut each = |name: &str, text: &LocalisedText| {
            let texts = text.iter();
            texts.map(|(language, text)| (language.clone(), change(&format!("{name}.{language}"), text))).collect()
        };
        Self {
            imprint: each("imprint", &self.imprint),
            privacy: each("privacy", &self.privacy),
            funding: each("funding", &self.funding),
            funders: self
                .funders
                .iter()
                .map(|funder| Funder { name: each("funders", &funder.name), ..funder.clone() })
                .collect(),
            report: ReportTemplate {
                title: each("report.title", &self.report.title),
                introduction: each("report.introduction", &self.report.introduction),
                closing: each("report.closing", &self.report.closing),
                sections: self
                    .report
                    .sections
                    .iter()
                    .map(|section| ReportSection { title: each("report.sections", &section.title), ..section.clone() })
                    .collect(),
            },
        }
    }
}

/// How the report of a year is put together. What is empty is as the program says it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportTemplate {
    /// What the report is called, in a line.
    pub title: LocalisedText,
    /// What stands before the figures.
    pub introduction: LocalisedText,
    /// What stands behind them.
    pub closing: LocalisedText,
    /// Which figures it has, in their order; all of them where there are none.
    pub sections: Vec<ReportSection>,
}

/// A figure of the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportSection {
    /// Which, of [`REPORT_SECTIONS`].
    pub name: String,
    /// What it is called, in a line.
    #[serde(default)]
    pub title: LocalisedText,
}

/// The figures that a report can have, in the order of the one that nobody has changed.
pub const REPORT_SECTIONS: [&str; 11] = [
    "entries",
    "new",
    "gone",
    "verified",
    "links-new",
    "links-ended",
    "events",
    "offers",
    "activities",
    "people",
    "events-by-theme",
];

/// Somebody who funds the directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Funder {
    /// Who it is; what a logo says to those who do not see it.
    pub name: LocalisedText,
    /// Where its name leads.
    #[serde(default)]
    pub website: Option<WebAddress>,
    /// Its logo; the name stands where there is none.
    #[serde(default)]
    pub logo: Option<Logo>,
}

/// A picture that the service keeps.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Logo {
    /// The SHA-256 of its bytes, in hexadecimal digits.
    pub hash: String,
    /// What its bytes are.
    pub format: LogoFormat,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

impl Logo {
    /// What it is called: its hash with the ending of its format.
    pub fn file_name(&self) -> String {
        format!("{}.{}", self.hash, self.format.extension())
    }
}

/// What the bytes of a picture are. SVG may hold scripts and is none of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogoFormat {
    /// Portable Network Graphics.
    Png,
    /// JPEG.
    Jpeg,
}

impl LogoFormat {
    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }

    /// The ending of its files.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
        }
    }
}
