//! A theme: who works on it, and where.

use directory::{ActorFilter, ActorNo, ActorQuestion, Facets, Window};
use http::StatusCode;
use maud::{Markup, html};

use crate::{
    Answer, Page, Visit,
    answer::not_found,
    filters::{Filters, PAGE, Search},
    parts::{
        browse,
        cards::{self, theme_path},
        layout::{Head, document},
        localised, quick_exit,
    },
};

/// Answers a request for a theme. A former slug leads to the present one.
pub(crate) fn answer(visit: &Visit<'_>, slug: &str) -> Answer {
    let Some(no) = visit.snapshot.theme_by_slug(slug) else { return not_found(visit) };
    let theme = visit.snapshot.theme(no);
    if theme.data().slug.as_str() != slug {
        return Answer::moved_permanently(theme_path(visit, no));
    }
    let filter = ActorFilter { themes: vec![slug.to_owned()], ..ActorFilter::default() };
    let Some((facets, actors, total)) = matching_actors(visit, &filter) else { return not_found(visit) };
    let page = Page::Theme(slug.to_owned());
    let title = localised::plain(visit, theme.label());
    let head = Head {
        description: visit.with("theme-description", "theme", &title).into_owned(),
        title,
        page: Some(&page),
        embeddable: true,
        quick_exit: quick_exit::is_about_protection(visit, &[no]),
        ..Head::default()
    };
    let fields: Vec<String> = theme.data().fields_of_action.iter().map(|field| visit.words().label(*field)).collect();
    let content = html! {
        div.hero.slim {
            div.wide {
                @if let Some(parent) = theme.parent() {
                    nav.crumbs aria-label=(visit.say("crumbs-label")) {
                        a href=(theme_path(visit, parent)) { (localised::theme(visit, parent)) }
                    }
                }
                h1 { (localised::theme(visit, no)) }
                p.lead { (visit.count("results", total)) }
                @if !fields.is_empty() { p.small { (visit.say("filter-fields")) ": " (fields.join(visit.words().comma())) } }
            }
        }
        div.wide {
            @if !theme.children().is_empty() {
                section {
                    h2 { (visit.say("theme-children")) }
                    (browse::child_themes(visit, theme.children(), &facets))
                }
            }
            (by_district(visit, slug, &facets))
            (entries(visit, &actors, total, &Filters { themes: vec![slug.to_owned()], ..Filters::default() }))
        }
    };
    Answer::page(StatusCode::OK, document(visit, &head, &content))
}

/// Facets, first entries and number of what a filter leaves.
pub(super) fn matching_actors(visit: &Visit<'_>, filter: &ActorFilter) -> Option<(Facets, Vec<ActorNo>, u64)> {
    let question = ActorQuestion {
        filter: filter.clone(),
        window: Window { first: Some(PAGE), ..Window::default() },
        ..ActorQuestion::default()
    };
    let page = visit.snapshot.actors(&question).ok()?;
    let actors = page.edges.into_iter().map(|(_, no)| no).collect();
    Some((visit.snapshot.facets(None, filter).ok()?, actors, page.total))
}

/// The districts with what the search finds of a theme there.
fn by_district(visit: &Visit<'_>, theme: &str, facets: &Facets) -> Markup {
    html! {
        section {
            h2 { (visit.say("theme-by-district")) }
            ul.pills {
                @for district in browse::top_districts(visit) {
                    @let slug = visit.snapshot.district(district).data().slug.to_string();
                    @let count = browse::count_of(&facets.districts, district);
                    @let filters = Filters { themes: vec![theme.to_owned()], districts: vec![slug], ..Filters::default() };
                    li {
                        @if count == 0 {
                            span.gap { (localised::district(visit, district)) " " (browse::badge(visit, 0)) }
                        } @else {
                            a href={ (visit.path(&Page::Search)) "?" (Search::of(filters).to_query()) } rel="nofollow" {
                                (localised::district(visit, district)) " " (browse::badge(visit, count))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The first entries, and the way to all of them.
pub(super) fn entries(visit: &Visit<'_>, actors: &[ActorNo], total: u64, filters: &Filters) -> Markup {
    let query = Search::of(filters.clone()).to_query();
    let all = format!("{}?{query}", visit.path(&Page::Search));
    html! {
        section {
            h2 { (visit.say("entries-title")) }
            @if actors.is_empty() {
                div.notice { p { (visit.say("nobody-here")) } }
            } @else {
                p { a.button href=(all) rel="nofollow" { (visit.say("refine")) } }
                (cards::list(visit, actors, &[], cards::Setting::default()))
                @if total > actors.len() as u64 {
                    p { a.button href=(all) rel="nofollow" { (visit.count("show-all-count", total)) } }
                }
            }
        }
    }
}
