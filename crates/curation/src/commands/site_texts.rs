//! The texts of the site: imprint, privacy and who funds the directory, as administrators write them. Every version
//! stays, with who wrote it.

mod logo;
mod report;

use messages::Message;
use std::{future::Future, pin::Pin};

use domain::{Funder, LocalisedText, Logo, ReportTemplate, SiteTexts, Violations, WebAddress, rules::Problem};
use store::{SiteLogo, SiteTextsVersion};

use self::logo::{LOGO_BYTES, LOGO_PIXELS, LogoError};
use super::lifecycle::wrong_state;
use crate::{Admin, Curation, CurationError, Refusal, command_span::command};

/// The longest imprint, and the longest text about privacy, in characters.
const TEXT_LENGTH: usize = 50_000;
/// The longest line about funding, in characters.
const FUNDING_LENGTH: usize = 500;
/// The longest name of a funder, in characters.
const NAME_LENGTH: usize = 200;
/// The longest address of a funder, in characters.
const WEBSITE_LENGTH: usize = 500;
/// More funders than this stand in no footer.
const MOST_FUNDERS: usize = 12;

/// What of the texts changes; what is `None` stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditSiteTexts {
    /// The version that was read; 0 where nobody has written any.
    pub expected_version: u32,
    /// Who is responsible; empty for what the settings file says.
    pub imprint: Option<LocalisedText>,
    /// What becomes of data; empty for what the settings file says.
    pub privacy: Option<LocalisedText>,
    /// Who funds the directory; empty for what the settings file says.
    pub funding: Option<LocalisedText>,
    /// All who fund it.
    pub funders: Option<Vec<FunderContent>>,
    /// How the report of a year is put together.
    pub report: Option<ReportTemplate>,
}

/// What is said of a funder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FunderContent {
    /// Who it is.
    pub name: LocalisedText,
    /// Where its name leads.
    pub website: Option<String>,
    /// Its logo.
    pub logo: Option<LogoContent>,
}

/// Which logo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LogoContent {
    /// The one of this hash that a version has which is listed.
    Stored(String),
    /// A new one, PNG or JPEG.
    Uploaded(Vec<u8>),
}

/// Where the texts are shown.
pub trait SiteTextsDisplay: Send + Sync {
    /// Shows the newest version.
    fn refresh(&self) -> Pin<Box<dyn Future<Output = ()> + Send + '_>>;
}

impl Curation {
    /// Writes the next version of the texts of the site, from the one that was read; what says nothing new
    /// makes none. It is shown when this ends.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when they have changed since, or with everything that is wrong with them;
    /// [`CurationError::Store`].
    pub async fn edit_site_texts(&self, by: &Admin, edit: EditSiteTexts) -> Result<SiteTextsVersion, CurationError> {
        command("edit_site_texts", async {
            let mut work = self.begin(by, None).await?;
            let versions = work.writer.view().site_texts_versions().await?;
            let stored: Vec<Logo> = versions.iter().flat_map(|version| version.texts.logos()).cloned().collect();
            let newest = versions.into_iter().next();
            let (version, before) = newest.map_or_else(Default::default, |newest| (newest.version, newest.texts));
            if version != edit.expected_version {
                return Err(wrong_state("SITE_TEXTS_CHANGED", Message::new("state-site-texts-changed")));
            }
            let mut wrong = Violations::default();
            for (field, text, allowed) in [
                ("imprint", &edit.imprint, TEXT_LENGTH),
                ("privacy", &edit.privacy, TEXT_LENGTH),
                ("funding", &edit.funding, FUNDING_LENGTH),
            ] {
                text.iter().for_each(|text| check_text(field, text, allowed, &mut wrong));
            }
            let mut uploads = Vec::new();
            let funders = edit.funders.map(|funders| read_funders(funders, &stored, &mut uploads, &mut wrong));
            edit.report.iter().for_each(|report| report::check(report, &mut wrong));
            wrong.into_result().map_err(Refusal::Invalid)?;
            let texts = SiteTexts {
                imprint: edit.imprint.unwrap_or_else(|| before.imprint.clone()),
                privacy: edit.privacy.unwrap_or_else(|| before.privacy.clone()),
                funding: edit.funding.unwrap_or_else(|| before.funding.clone()),
                funders: funders.unwrap_or_else(|| before.funders.clone()),
                report: edit.report.unwrap_or_else(|| before.report.clone()),
            };
            if texts == before {
                let at = work.writer.at();
                return Ok(SiteTextsVersion { version, at, by: work.by.account(), texts });
            }
            for upload in &uploads {
                work.writer.put_site_logo(upload).await?;
            }
            let next = SiteTextsVersion { version: version + 1, at: work.writer.at(), by: work.by.account(), texts };
            work.writer.put_site_texts(&next).await?;
            let next = work.finish(next).await?.value;
            if let Some(display) = &self.site_texts_display {
                display.refresh().await;
            }
            Ok(next)
        })
        .await
    }
}

/// The funders, with the logos that are new; everything that is wrong with them.
fn read_funders(
    funders: Vec<FunderContent>,
    stored: &[Logo],
    uploads: &mut Vec<SiteLogo>,
    wrong: &mut Violations,
) -> Vec<Funder> {
    if funders.len() > MOST_FUNDERS {
        wrong.add("funders", Problem::TooLong { allowed: MOST_FUNDERS });
    }
    let mut read = Vec::with_capacity(funders.len().min(MOST_FUNDERS));
    for (at, funder) in funders.into_iter().take(MOST_FUNDERS).enumerate() {
        let field = |name: &str| format!("funders[{at}].{name}");
        if funder.name.is_empty() {
            wrong.add(field("name"), Problem::Required);
        }
        check_text(&field("name"), &funder.name, NAME_LENGTH, wrong);
        check_lines(&field("name"), &funder.name, wrong);
        let website = funder.website.map(|website| website.trim().to_owned()).filter(|website| !website.is_empty());
        let website = website.and_then(|website| match website.parse::<WebAddress>() {
            Ok(_) if website.chars().count() > WEBSITE_LENGTH => {
                wrong.add(field("website"), Problem::TooLong { allowed: WEBSITE_LENGTH });
                None
            }
            Ok(address) if address.repair().is_none() => Some(address),
            _ => {
                wrong.add(field("website"), Problem::Format(Message::new("problem-funder-website")));
                None
            }
        });
        let logo = funder.logo.and_then(|content| match content {
            LogoContent::Stored(hash) => {
                let known = stored.iter().find(|logo| logo.hash == hash).cloned();
                if known.is_none() {
                    wrong.add(field("logo"), Problem::Unknown(hash.chars().take(64).collect()));
                }
                known
            }
            LogoContent::Uploaded(bytes) => match logo::parse(&bytes) {
                Ok((logo, content)) => {
                    uploads.push(content);
                    Some(logo)
                }
                Err(error) => {
                    wrong.add(field("logo"), describe(error));
                    None
                }
            },
        });
        read.push(Funder { name: funder.name, website, logo });
    }
    read
}

fn describe(error: LogoError) -> Problem {
    Problem::Format(match error {
        LogoError::TooManyBytes => Message::new("problem-logo-bytes").with("most", LOGO_BYTES / 1024),
        LogoError::TooManyPixels => Message::new("problem-logo-pixels").with("most", LOGO_PIXELS),
        LogoError::UnknownFormat => Message::new("problem-logo-format"),
    })
}

/// A text in German at least, where there is any.
fn check_text(field: &str, text: &LocalisedText, allowed: usize, wrong: &mut Violations) {
    if !text.is_empty() && text.get("de").is_none() {
        wrong.add(format!("{field}.de"), Problem::GermanRequired);
    }
    for (language, text) in text.iter() {
        let field = format!("{field}.{language}");
        if text.trim().is_empty() {
            wrong.add(&field, Problem::Required);
        }
        if text.chars().count() > allowed {
            wrong.add(&field, Problem::TooLong { allowed });
        }
        if text.chars().any(|char| char.is_control() && !matches!(char, '\n' | '\t' | '\r')) {
            wrong.add(&field, Problem::ControlCharacter);
        }
    }
}

fn check_lines(field: &str, text: &LocalisedText, wrong: &mut Violations) {
    for (language, _) in text.iter().filter(|(_, text)| text.trim().contains(['\n', '\r'])) {
        wrong.add(format!("{field}.{language}"), Problem::LineBreak);
    }
}
