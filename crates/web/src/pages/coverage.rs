//! Coverage: how many work on each theme in each district, and where there is nobody.

use directory::{ActorFilter, Coverage, DistrictNo, ThemeNo};
use http::StatusCode;
use maud::{Markup, html};

use super::search::mistaken;
use crate::{
    Answer, Page, Visit,
    answer::not_found,
    filters::{Filters, Search},
    parts::{
        browse::top_districts,
        layout::{Head, document},
        localised, quick_exit,
    },
    query::parameter,
};

/// Which part of the whole table is asked for: rows below a theme, columns below a district.
struct CoverageSection {
    theme: Option<ThemeNo>,
    district: Option<DistrictNo>,
}

/// Answers a request for the coverage.
pub(crate) fn answer(visit: &Visit<'_>, query: &str) -> Answer {
    let snapshot = visit.snapshot;
    let (theme, district) = (parameter(query, "theme"), parameter(query, "district"));
    let filter = ActorFilter {
        themes: theme.iter().cloned().collect(),
        districts: district.iter().cloned().collect(),
        ..ActorFilter::default()
    };
    if let Err(error) = snapshot.matching_actors(None, &filter) {
        return mistaken(visit, &Search::default(), &[error.into()]);
    }
    let theme = theme.and_then(|slug| snapshot.theme_by_slug(&slug));
    let district = district.and_then(|slug| snapshot.district_by_slug(&slug));
    let part = CoverageSection { theme, district };
    let coverage = match snapshot.coverage(&ActorFilter::default()) {
        Ok(coverage) => coverage,
        Err(_) => return not_found(visit),
    };
    let head = Head {
        title: visit.say("nav-coverage").into_owned(),
        description: visit.say("coverage-lead").into_owned(),
        page: Some(&Page::Coverage),
        query: address(visit, theme, district).1,
        unlisted: theme.is_some() || district.is_some(),
        quick_exit: theme.is_some_and(|no| quick_exit::is_about_protection(visit, &[no])),
        ..Head::default()
    };
    let content = html! {
        div.hero.slim {
            div.wide {
                h1 { (visit.say("nav-coverage")) }
                p.lead { (visit.say("coverage-lead")) }
            }
        }
        div.wide {
            (table(visit, &coverage, &part))
            (gaps(visit, &coverage, &part))
        }
    };
    Answer::page(StatusCode::OK, document(visit, &head, &content))
}

/// The address of a part of the table, whole and as its query part.
fn address(visit: &Visit<'_>, theme: Option<ThemeNo>, district: Option<DistrictNo>) -> (String, String) {
    let theme = theme.map(|no| format!("theme={}", visit.snapshot.theme(no).data().slug));
    let district = district.map(|no| format!("district={}", visit.snapshot.district(no).data().slug));
    let query = [theme, district].into_iter().flatten().collect::<Vec<_>>().join("&");
    let path = visit.path(&Page::Coverage);
    if query.is_empty() { (path, query) } else { (format!("{path}?{query}"), query) }
}

impl CoverageSection {
    fn rows(&self, visit: &Visit<'_>) -> Vec<ThemeNo> {
        match self.theme {
            None => visit.snapshot.theme_roots().to_vec(),
            Some(theme) => {
                std::iter::once(theme).chain(visit.snapshot.theme(theme).children().iter().copied()).collect()
            }
        }
    }

    fn columns(&self, visit: &Visit<'_>) -> Vec<DistrictNo> {
        match self.district {
            None => top_districts(visit),
            Some(district) => {
                std::iter::once(district).chain(visit.snapshot.district(district).children().iter().copied()).collect()
            }
        }
    }
}

fn table(visit: &Visit<'_>, coverage: &Coverage, part: &CoverageSection) -> Markup {
    let (rows, columns) = (part.rows(visit), part.columns(visit));
    let can_open_theme = |no: ThemeNo| part.theme.is_none() && !visit.snapshot.theme(no).children().is_empty();
    let can_open_district =
        |no: DistrictNo| part.district != Some(no) && !visit.snapshot.district(no).children().is_empty();
    html! {
        @if part.theme.is_some() || part.district.is_some() {
            p { a.button href=(visit.path(&Page::Coverage)) { (visit.say("coverage-whole")) } }
        }
        p.note { (visit.say("coverage-note")) }
        section.scroll tabindex="0" aria-labelledby="coverage" {
            table.coverage {
                caption id="coverage" { (visit.say("coverage-caption")) }
                thead {
                    tr {
                        th scope="col" { (visit.say("theme")) }
                        @for district in &columns {
                            th.district scope="col" {
                                span {
                                    @if can_open_district(*district) {
                                        a href=(address(visit, part.theme, Some(*district)).0) rel="nofollow" { (localised::district(visit, *district)) }
                                    } @else { (localised::district(visit, *district)) }
                                }
                            }
                        }
                    }
                }
                tbody {
                    @for theme in &rows {
                        tr {
                            th scope="row" {
                                @if can_open_theme(*theme) {
                                    a href=(address(visit, Some(*theme), part.district).0) rel="nofollow" { (localised::theme(visit, *theme)) }
                                } @else { (localised::theme(visit, *theme)) }
                            }
                            @for district in &columns { (cell(visit, coverage, *theme, *district)) }
                        }
                    }
                }
            }
        }
    }
}

fn cell(visit: &Visit<'_>, coverage: &Coverage, theme: ThemeNo, district: DistrictNo) -> Markup {
    let count = coverage.count(theme, district);
    let snapshot = visit.snapshot;
    let filters = Filters {
        themes: vec![snapshot.theme(theme).data().slug.to_string()],
        districts: vec![snapshot.district(district).data().slug.to_string()],
        ..Filters::default()
    };
    let level = match count {
        0 => "gap",
        1..=2 => "few",
        3..=5 => "some",
        _ => "many",
    };
    html! {
        td class=(level) {
            @if count == 0 { (visit.words().number(0)) } @else {
                a href={ (visit.path(&Page::Search)) "?" (Search::of(filters).to_query()) } rel="nofollow" {
                    (visit.words().number(count))
                }
            }
        }
    }
}

/// The gaps in words, theme by theme.
fn gaps(visit: &Visit<'_>, coverage: &Coverage, part: &CoverageSection) -> Markup {
    let (rows, columns) = (part.rows(visit), part.columns(visit));
    let missing = |theme: ThemeNo| -> Vec<DistrictNo> {
        columns.iter().copied().filter(|district| coverage.count(theme, *district) == 0).collect()
    };
    let gaps: Vec<(ThemeNo, Vec<DistrictNo>)> =
        rows.iter().map(|theme| (*theme, missing(*theme))).filter(|(_, districts)| !districts.is_empty()).collect();
    html! {
        section {
            h2 { (visit.say("coverage-gaps")) }
            @if gaps.is_empty() { p { (visit.say("coverage-no-gaps")) } }
            ul.plain.gaps {
                @for (theme, districts) in &gaps {
                    li {
                        strong { (localised::theme(visit, *theme)) } ": "
                        @if districts.len() == columns.len() { (visit.say("coverage-everywhere")) } @else {
                            @for (at, district) in districts.iter().enumerate() {
                                @if at > 0 { (visit.words().comma()) }
                                (localised::district(visit, *district))
                            }
                        }
                    }
                }
            }
        }
    }
}
