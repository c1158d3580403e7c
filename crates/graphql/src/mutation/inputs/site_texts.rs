//! Inputs about the texts of the site.

use async_graphql::InputObject;

use super::patch_values::Texts;

/// What of the texts of the site changes; what is not named stays, and what is named is taken as a whole.
#[derive(InputObject)]
pub(crate) struct EditSiteTextsInput {
    /// The version that was read, 0 where nobody has written any; another one now is refused.
    pub(crate) expected_version: u32,
    /// Who is responsible, in Markdown, up to 50,000 characters by language; none for what the settings file says.
    pub(crate) imprint: Option<Texts>,
    /// What becomes of data, in Markdown, up to 50,000 characters by language; none for what the settings file says.
    pub(crate) privacy: Option<Texts>,
    /// Who funds the directory, in a line of up to 500 characters by language; none for what the settings file says.
    pub(crate) funding: Option<Texts>,
    /// All who fund it, at most 12, in their order.
    pub(crate) funders: Option<Vec<FunderInput>>,
    /// How the report of a year is put together.
    pub(crate) report: Option<ReportTemplateInput>,
}

/// How the report of a year is put together. What is left out or empty is as the program says it.
#[derive(InputObject)]
pub(crate) struct ReportTemplateInput {
    /// What the report is called, in a line of up to 200 characters by language.
    pub(crate) title: Option<Texts>,
    /// What stands before the figures, up to 5,000 characters by language.
    pub(crate) introduction: Option<Texts>,
    /// What stands behind the figures, up to 5,000 characters by language.
    pub(crate) closing: Option<Texts>,
    /// Which figures it has, in their order, each once; none for all.
    pub(crate) sections: Option<Vec<ReportSectionInput>>,
}

/// A figure of the report.
#[derive(InputObject)]
pub(crate) struct ReportSectionInput {
    /// Which: `entries`, `new`, `gone`, `verified`, `links-new`, `links-ended`, `events`, `offers`, `activities`,
    /// `people` or `events-by-theme`.
    pub(crate) name: String,
    /// What it is called, in a line of up to 200 characters by language.
    pub(crate) title: Option<Texts>,
}

/// Somebody who funds the directory.
#[derive(InputObject)]
pub(crate) struct FunderInput {
    /// Who it is, up to 200 characters by language; those who do not see the logo read it.
    pub(crate) name: Texts,
    /// Where its name leads, such as `https://www.land.example.org`.
    pub(crate) website: Option<String>,
    /// The hash of its logo, where a version has it already.
    pub(crate) logo_hash: Option<String>,
    /// A new logo: a PNG or JPEG of up to 200 KB and 2,000 pixels a side, in base64 (RFC 4648).
    pub(crate) logo_base64: Option<String>,
}
