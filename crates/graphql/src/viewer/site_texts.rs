//! The texts of the site, for staff.

use curation::reading::{KnownSiteTexts, SiteTextsVersion};
use domain::{Funder, ReportSection, ReportTemplate, SiteTexts};

use crate::{
    exec::object,
    scalars::Time,
    types::text::{Translation, translations},
};

object! {
    /// The texts of the site: those that administrators wrote, else those of the settings file.
    "SiteTexts" ['s] &'s KnownSiteTexts, implements [], |this, call|
    /// How often they were written, which changes expect; 0 where all is as the settings file says.
    version: u32 => this.versions.first().map_or(0, |newest| newest.version),
    /// Who is responsible, in Markdown.
    imprint: Vec<Translation<'s>> => text_in_language(this, |texts| &texts.imprint),
    /// What becomes of data, in Markdown.
    privacy: Vec<Translation<'s>> => text_in_language(this, |texts| &texts.privacy),
    /// Who funds the directory, in a line.
    funding: Vec<Translation<'s>> => text_in_language(this, |texts| &texts.funding),
    /// All who fund it, in their order.
    funders: Vec<FunderView<'s>> => {
        let funders = this.versions.first().map_or(&[][..], |newest| &newest.texts.funders);
        funders.iter().map(FunderView).collect()
    },
    /// How the report of a year is put together.
    report: ReportTemplateView<'s> => {
        this.versions.first().map_or(ReportTemplateView(&this.defaults.report), |newest| ReportTemplateView(&newest.texts.report))
    },
    /// Which of `imprint`, `privacy` and `funding` are as the settings file says: its names in `[pages]`.
    fromSettingsFile: Vec<&'static str> => {
        let written = this.versions.first().map(|newest| &newest.texts);
        let texts = [
            ("imprint", written.is_none_or(|texts| texts.imprint.is_empty()), &this.defaults.imprint),
            ("privacy", written.is_none_or(|texts| texts.privacy.is_empty()), &this.defaults.privacy),
            ("funding", written.is_none_or(|texts| texts.funding.is_empty()), &this.defaults.funding),
        ];
        texts.into_iter().filter(|(_, is_open, default)| *is_open && !default.is_empty()).map(|(name, ..)| name).collect()
    },
    /// What was written, newest first, at most 50 versions.
    versions(
        /// Only the one of this number.
        number: Option<u32>
    ): Vec<SiteTextsVersionView<'s>> => {
        let numbered = this.versions.iter().enumerate();
        let asked = numbered.filter(|(_, version)| number.is_none_or(|number| version.version == number));
        asked.map(|(at, _)| SiteTextsVersionView { known: this, at }).collect()
    },
}

fn text_in_language<'s>(
    known: &'s KnownSiteTexts,
    text: impl Fn(&'s SiteTexts) -> &'s domain::LocalisedText,
) -> Vec<Translation<'s>> {
    let written = known.versions.first().map(|newest| text(&newest.texts)).filter(|text| !text.is_empty());
    translations(written.unwrap_or_else(|| text(&known.defaults)))
}

/// A version of the texts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SiteTextsVersionView<'s> {
    known: &'s KnownSiteTexts,
    at: usize,
}

impl<'s> SiteTextsVersionView<'s> {
    fn version(self) -> &'s SiteTextsVersion {
        &self.known.versions[self.at]
    }
}

object! {
    /// A version of the texts of the site, as an administrator wrote it; what is empty was as the settings file says.
    "SiteTextsVersion" ['s] SiteTextsVersionView<'s>, implements [], |this, call|
    /// Its number.
    version: u32 => this.version().version,
    /// When it was written.
    at: Time => Time(this.version().at),
    /// What staff call whoever wrote it; null where that is not known any more.
    byName: Option<&'s str> => this.known.name(this.version()),
    /// What it changed: `imprint`, `privacy`, `funding`, `funders`, `report`.
    changedFields: Vec<&'static str> => {
        let nothing = SiteTexts::default();
        let (texts, number) = (&this.version().texts, this.version().version);
        let before = this.known.versions.get(this.at + 1).map(|before| &before.texts);
        // Of the last one that is listed, what stood before may be known no more.
        let before = before.or((number == 1).then_some(&nothing));
        let fields = [
            ("imprint", before.is_some_and(|before| before.imprint != texts.imprint)),
            ("privacy", before.is_some_and(|before| before.privacy != texts.privacy)),
            ("funding", before.is_some_and(|before| before.funding != texts.funding)),
            ("funders", before.is_some_and(|before| before.funders != texts.funders)),
            ("report", before.is_some_and(|before| before.report != texts.report)),
        ];
        fields.into_iter().filter(|(_, is_changed)| *is_changed).map(|(name, _)| name).collect()
    },
    /// Who is responsible, in Markdown.
    imprint: Vec<Translation<'s>> => translations(&this.version().texts.imprint),
    /// What becomes of data, in Markdown.
    privacy: Vec<Translation<'s>> => translations(&this.version().texts.privacy),
    /// Who funds the directory, in a line.
    funding: Vec<Translation<'s>> => translations(&this.version().texts.funding),
    /// All who fund it, in their order.
    funders: Vec<FunderView<'s>> => this.version().texts.funders.iter().map(FunderView).collect(),
    /// How the report of a year is put together.
    report: ReportTemplateView<'s> => ReportTemplateView(&this.version().texts.report),
}

/// How the report of a year is put together.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ReportTemplateView<'s>(&'s ReportTemplate);

object! {
    /// How the report of a year is put together. What is empty is as the program says it.
    "ReportTemplate" ['s] ReportTemplateView<'s>, implements [], |this, call|
    /// What the report is called, in a line.
    title: Vec<Translation<'s>> => translations(&this.0.title),
    /// What stands before the figures.
    introduction: Vec<Translation<'s>> => translations(&this.0.introduction),
    /// What stands behind the figures.
    closing: Vec<Translation<'s>> => translations(&this.0.closing),
    /// Which figures it has, in their order; all where there are none.
    sections: Vec<ReportSectionView<'s>> => this.0.sections.iter().map(ReportSectionView).collect(),
}

/// A figure of the report.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ReportSectionView<'s>(&'s ReportSection);

object! {
    /// A figure of the report.
    "ReportSection" ['s] ReportSectionView<'s>, implements [], |this, call|
    /// Which: `entries`, `new`, `gone`, `verified`, `links-new`, `links-ended`, `events`, `offers`, `activities`,
    /// `people` or `events-by-theme`.
    name: &'s str => this.0.name.as_str(),
    /// What it is called, in a line.
    title: Vec<Translation<'s>> => translations(&this.0.title),
}

/// Somebody who funds the directory.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FunderView<'s>(&'s Funder);

object! {
    /// Somebody who funds the directory.
    "Funder" ['s] FunderView<'s>, implements [], |this, call|
    /// Who it is.
    name: Vec<Translation<'s>> => translations(&this.0.name),
    /// Where its name leads.
    website: Option<&'s str> => this.0.website.as_ref().map(domain::WebAddress::as_str),
    /// The hash of its logo, to name it in a change.
    logoHash: Option<&'s str> => this.0.logo.as_ref().map(|logo| logo.hash.as_str()),
    /// The path of its logo within this service; of earlier versions it may be served no more.
    logoPath: Option<String> => this.0.logo.as_ref().map(|logo| format!("/logos/{}", logo.file_name())),
}
