//! A project: what, since when, where, who takes part, and who pays for it.

use directory::ProjectNo;
use domain::page_slug::id_of_page_slug;
use formats::schema_org;
use http::StatusCode;
use maud::{Markup, html};

use super::activity;
use crate::{
    Answer, Page, Visit,
    answer::not_found,
    parts::{
        activities::{detail, preview},
        cards::district_path,
        icons::{Icon, icon},
        layout::{Head, document},
        localised, quick_exit,
    },
};

/// Answers a request for a project. What a title was before leads to the present address.
pub(crate) fn answer(visit: &Visit<'_>, slug: &str) -> Answer {
    let Some(no) = id_of_page_slug(slug).and_then(|id| visit.snapshot.project_no(id.into())) else {
        return not_found(visit);
    };
    let page = Page::Project(slug.to_owned());
    if visit.path(&page) != visit.project(no) {
        return Answer::moved_permanently(visit.project(no));
    }
    let project = visit.snapshot.project(no).data();
    let address = format!("{}{}", visit.origin, visit.project(no));
    let actor = |no| format!("{}{}", visit.origin, visit.profile(no));
    let addresses = schema_org::PageAddresses { page: &address, actor: &actor };
    let head = Head {
        title: localised::plain(visit, &project.title),
        description: preview(visit, &project.title, &project.description, visit.snapshot.participants_of(no).next()),
        page: Some(&page),
        json_ld: Some(schema_org::project(visit.snapshot, no, &addresses)),
        quick_exit: quick_exit::protects_project(visit, no),
        ..Head::default()
    };
    Answer::page(StatusCode::OK, document(visit, &head, &content(visit, no)))
}

fn content(visit: &Visit<'_>, no: ProjectNo) -> Markup {
    let project = visit.snapshot.project(no).data();
    let participants: Vec<_> = visit.snapshot.participants_of(no).collect();
    let districts = visit.snapshot.listed_districts(&project.districts);
    let words = visit.words();
    html! {
        article.profile {
            div.hero.entry {
                div.wide {
                    p.kind { span { (visit.say("project")) } }
                    h1 { (localised::label(visit, &project.title)) }
                }
            }
            div.wide.columns.reading {
                div.story {
                    section.about {
                        (localised::description(visit, &project.description))
                        (activity::topics(visit, &project.themes, &[], &[]))
                        @if !districts.is_empty() {
                            h2 { (visit.say("active-in")) }
                            ul.tags.large {
                                @for district in &districts {
                                    li { a href=(district_path(visit, *district)) { (localised::district(visit, *district)) } }
                                }
                            }
                        }
                        @if let Some(website) = &project.website { (activity::website(visit, website)) }
                    }
                }
                aside.side aria-label=(visit.say("profile-facts")) {
                    @if project.since.is_some() || project.until.is_some() || project.funding.is_some() {
                        section.box {
                            h2 { (icon(Icon::Clock)) (visit.say("good-to-know")) }
                            dl.details {
                                @if let Some(since) = project.since { (detail(visit, "project-since", true, &html! { (words.date(since)) })) }
                                @if let Some(until) = project.until { (detail(visit, "project-until", true, &html! { (words.date(until)) })) }
                                @if let Some(funding) = &project.funding { (detail(visit, "funding", true, &html! { bdi { (funding) } })) }
                            }
                        }
                    }
                    (activity::actors(visit, "project-participants", &participants))
                }
            }
        }
    }
}
