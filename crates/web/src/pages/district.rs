//! A district: who is based or works there, on which themes, and which themes nobody works on.

use directory::{ActorFilter, Facets};
use http::StatusCode;
use maud::{Markup, html};

use super::theme::{entries, matching_actors};
use crate::{
    Answer, Page, Visit,
    answer::not_found,
    filters::{Filters, Search},
    parts::{
        browse,
        cards::district_path,
        layout::{Head, document},
        localised,
    },
};

/// Answers a request for a district. A former slug leads to the present one.
pub(crate) fn answer(visit: &Visit<'_>, slug: &str) -> Answer {
    let Some(no) = visit.snapshot.district_by_slug(slug) else { return not_found(visit) };
    let district = visit.snapshot.district(no);
    if district.data().slug.as_str() != slug {
        return Answer::moved_permanently(district_path(visit, no));
    }
    let filter = ActorFilter { districts: vec![slug.to_owned()], ..ActorFilter::default() };
    let Some((facets, actors, total)) = matching_actors(visit, &filter) else { return not_found(visit) };
    let page = Page::District(slug.to_owned());
    let title = localised::plain_district(visit, no);
    let head = Head {
        description: visit.with("district-description", "district", &title).into_owned(),
        title,
        page: Some(&page),
        embeddable: true,
        ..Head::default()
    };
    let content = html! {
        div.hero.slim {
            div.wide {
                @if district.lineage().len() > 1 {
                    nav.crumbs aria-label=(visit.say("crumbs-label")) {
                        @for (at, above) in district.lineage()[1..].iter().rev().enumerate() {
                            @if at > 0 { span aria-hidden="true" { " / " } }
                            a href=(district_path(visit, *above)) { (localised::district(visit, *above)) }
                        }
                    }
                }
                h1 { (localised::district(visit, no)) }
                p.lead { (visit.count("results", total)) }
            }
        }
        div.wide {
            @if !district.children().is_empty() {
                section {
                    h2 { (visit.say("district-children")) }
                    ul.pills {
                        @for child in district.children() {
                            li {
                                a href=(district_path(visit, *child)) {
                                    (localised::district(visit, *child)) " "
                                    (browse::badge(visit, browse::count_of(&facets.districts, *child)))
                                }
                            }
                        }
                    }
                }
            }
            (by_theme(visit, slug, &facets))
            (entries(visit, &actors, total, &Filters { districts: vec![slug.to_owned()], ..Filters::default() }))
        }
    };
    Answer::page(StatusCode::OK, document(visit, &head, &content))
}

fn by_theme(visit: &Visit<'_>, district: &str, facets: &Facets) -> Markup {
    html! {
        section {
            h2 { (visit.say("district-by-theme")) }
            ul.pills {
                @for theme in visit.snapshot.theme_roots() {
                    @let slug = visit.snapshot.theme(*theme).data().slug.to_string();
                    @let count = browse::count_of(&facets.themes, *theme);
                    @let filters = Filters { themes: vec![slug], districts: vec![district.to_owned()], ..Filters::default() };
                    li {
                        @if count == 0 {
                            span.gap { (localised::theme(visit, *theme)) " " (browse::badge(visit, 0)) }
                        } @else {
                            a href={ (visit.path(&Page::Search)) "?" (Search::of(filters).to_query()) } rel="nofollow" {
                                (localised::theme(visit, *theme)) " " (browse::badge(visit, count))
                            }
                        }
                    }
                }
            }
        }
    }
}
