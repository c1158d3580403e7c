//! Ways in for whoever does not know what to type: themes and districts, each with how many there are.

use directory::{DistrictNo, Facets, ThemeNo};
use domain::DistrictLevel;
use maud::{Markup, html};

use super::{
    cards::{district_path, theme_path},
    localised,
};
use crate::Visit;

/// How many actors a list of facets has for one value.
pub(crate) fn count_of<N: PartialEq + Copy>(counts: &[(N, u64)], no: N) -> u64 {
    counts.iter().find(|(known, _)| *known == no).map_or(0, |(_, count)| *count)
}

/// The themes at the top as large links.
pub(crate) fn themes(visit: &Visit<'_>, facets: &Facets) -> Markup {
    let roots = visit.snapshot.theme_roots();
    html! {
        ul.tiles {
            @for theme in roots { (tile(&theme_path(visit, *theme), &localised::narrow_label(visit, visit.snapshot.theme(*theme).label()), count_of(&facets.themes, *theme), visit)) }
        }
    }
}

/// The boroughs, or whatever stands below the city, as links.
pub(crate) fn districts(visit: &Visit<'_>, facets: &Facets) -> Markup {
    html! {
        ul.pills {
            @for district in top_districts(visit) {
                li {
                    a href=(district_path(visit, district)) {
                        (localised::district(visit, district))
                        " " (badge(visit, count_of(&facets.districts, district)))
                    }
                }
            }
        }
    }
}

/// The districts that readers choose between first: those below the only city, else those at the top.
pub(crate) fn top_districts(visit: &Visit<'_>) -> Vec<DistrictNo> {
    let roots = visit.snapshot.district_roots();
    match roots {
        [city] if visit.snapshot.district(*city).data().level == DistrictLevel::City => {
            let below = visit.snapshot.district(*city).children();
            if below.is_empty() { roots.to_vec() } else { below.to_vec() }
        }
        roots => roots.to_vec(),
    }
}

/// Themes below another, as links with counts.
pub(crate) fn child_themes(visit: &Visit<'_>, children: &[ThemeNo], facets: &Facets) -> Markup {
    html! {
        ul.pills {
            @for theme in children {
                li {
                    a href=(theme_path(visit, *theme)) {
                        (localised::theme(visit, *theme)) " " (badge(visit, count_of(&facets.themes, *theme)))
                    }
                }
            }
        }
    }
}

fn tile(path: &str, label: &Markup, count: u64, visit: &Visit<'_>) -> Markup {
    html! { li { a href=(path) { span { (label) } " " (badge(visit, count)) } } }
}

/// A number of entries, told as such to whoever does not see that it is one.
pub(crate) fn badge(visit: &Visit<'_>, count: u64) -> Markup {
    html! {
        span.number aria-hidden="true" { (visit.words().number(count)) }
        span.unseen { "(" (visit.count("entries", count)) ")" }
    }
}
