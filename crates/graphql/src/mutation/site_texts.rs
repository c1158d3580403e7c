//! The texts of the site.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use curation::{
    Refusal,
    commands::{EditSiteTexts, FunderContent, LogoContent},
};
use domain::{
    LocalisedText, ReportSection, ReportTemplate,
    rules::{Problem, Violations},
};
use messages::Message;

use super::{
    commands::{Desk, Ended},
    inputs::{
        patch_values::{Texts, TranslationInput},
        site_texts::{EditSiteTextsInput, FunderInput, ReportSectionInput, ReportTemplateInput},
    },
    payloads::{Performed, Thing},
};

/// Changes the texts of the site.
pub(crate) async fn edit(desk: Desk<'_>, input: EditSiteTextsInput) -> Ended {
    let by = desk.requester.admin()?;
    let mut wrong = Violations::default();
    let mut read = |field: &str, texts: Option<Texts>| texts.map(|texts| read_texts(field, texts, &mut wrong));
    let imprint = read("imprint", input.imprint);
    let privacy = read("privacy", input.privacy);
    let funding = read("funding", input.funding);
    let funders = input.funders.map(|funders| {
        let numbered = funders.into_iter().enumerate();
        numbered.map(|(at, funder)| read_funder(&format!("funders[{at}]"), funder, &mut wrong)).collect()
    });
    let report = input.report.map(|report| read_report(report, &mut wrong));
    wrong.into_result().map_err(Refusal::Invalid)?;
    let edit = EditSiteTexts { expected_version: input.expected_version, imprint, privacy, funding, funders, report };
    desk.curation.edit_site_texts(&by, edit).await?;
    let known = desk.curation.site_texts(&desk.requester.require_view()?).await?;
    Ok(Performed::from_commit(Thing::SiteTexts(Box::new(known)), 0))
}

fn read_report(input: ReportTemplateInput, wrong: &mut Violations) -> ReportTemplate {
    let ReportTemplateInput { title, introduction, closing, sections } = input;
    let mut read = |field: &str, texts: Option<Texts>| read_texts(field, texts.unwrap_or_default(), wrong);
    let numbered = sections.unwrap_or_default().into_iter().enumerate();
    let sections = numbered
        .map(|(at, ReportSectionInput { name, title })| ReportSection {
            name,
            title: read(&format!("report.sections[{at}].title"), title),
        })
        .collect();
    ReportTemplate {
        title: read("report.title", title),
        introduction: read("report.introduction", introduction),
        closing: read("report.closing", closing),
        sections,
    }
}

fn read_funder(field: &str, funder: FunderInput, wrong: &mut Violations) -> FunderContent {
    let FunderInput { name, website, logo_hash, logo_base64 } = funder;
    let logo = match (logo_hash, logo_base64) {
        (_, Some(base64)) => match BASE64_STANDARD.decode(base64.as_bytes()) {
            Ok(bytes) => Some(LogoContent::Uploaded(bytes)),
            Err(_) => {
                wrong.add(format!("{field}.logoBase64"), Problem::Format(Message::new("problem-base64")));
                None
            }
        },
        (hash, None) => hash.map(LogoContent::Stored),
    };
    FunderContent { name: read_texts(&format!("{field}.name"), name, wrong), website, logo }
}

/// The text in its languages; those without any are left out.
fn read_texts(field: &str, texts: Texts, wrong: &mut Violations) -> LocalisedText {
    let mut read = LocalisedText::default();
    for (tag, text) in texts.into_iter().map(TranslationInput::into_parts) {
        let Some(text) = text.filter(|text| !text.trim().is_empty()) else { continue };
        match tag.parse() {
            Ok(language) => read = read.with(language, text),
            Err(_) => wrong.add(field, Problem::Unknown(tag.chars().take(100).collect())),
        }
    }
    read
}
