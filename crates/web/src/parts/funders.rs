//! Who funds the directory: a line and logos, in the footer of pages and of the element on other sites.

use domain::{Funder, LocalisedText, Logo};
use maud::{Markup, html};
use serde_json::{Value, json};

use super::localised::label;
use crate::Visit;

/// Where the service keeps a logo.
fn logo_path(logo: &Logo) -> String {
    format!("/logos/{}", logo.file_name())
}

/// What stands in the footer of a page; nothing where nobody is named.
pub(crate) fn section(visit: &Visit<'_>) -> Markup {
    let (funding, funders) = (&visit.site.funding, &visit.site.funders);
    if funding.is_empty() && funders.is_empty() {
        return html! {};
    }
    html! {
        section.funders aria-label=(visit.say("funders-label")) {
            @if !funding.is_empty() { p { (label(visit, funding)) } }
            @if !funders.is_empty() {
                ul { @for funder in funders { li { (funder_link(visit, funder)) } } }
            }
        }
    }
}

fn funder_link(visit: &Visit<'_>, funder: &Funder) -> Markup {
    match &funder.website {
        Some(website) => html! { a href=(website.as_str()) rel="noopener" { (picture(visit, funder)) } },
        None => picture(visit, funder),
    }
}

/// The logo, else the name.
fn picture(visit: &Visit<'_>, funder: &Funder) -> Markup {
    let name = funder.name.resolve(visit.locale.tag());
    let (Some(logo), Some((language, name))) = (&funder.logo, name) else { return label(visit, &funder.name) };
    let foreign = (language.primary() != visit.locale.tag()).then_some(language);
    html! {
        img src=(logo_path(logo)) alt=(name) lang=[foreign] width=(logo.width) height=(logo.height) loading="lazy"
            decoding="async";
    }
}

/// The same for the element on other sites; null where nobody is named.
pub(crate) fn to_json(visit: &Visit<'_>) -> Value {
    let text = |text: &LocalisedText| {
        let shown = text.resolve(visit.locale.tag());
        shown.map(|(language, text)| json!({ "language": language.as_str(), "text": text }))
    };
    let funder = |funder: &Funder| {
        let logo = funder.logo.as_ref();
        json!({
            "name": text(&funder.name),
            "website": funder.website.as_ref().map(domain::WebAddress::as_str),
            "logo": logo.map(|logo| json!({ "path": logo_path(logo), "width": logo.width, "height": logo.height })),
        })
    };
    let (line, funders) = (text(&visit.site.funding), visit.site.funders.iter().map(funder).collect::<Vec<_>>());
    match line.is_none() && funders.is_empty() {
        true => Value::Null,
        false => json!({ "line": line, "funders": funders }),
    }
}
