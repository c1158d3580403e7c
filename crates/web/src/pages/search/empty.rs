//! When there is nothing to show: what to loosen and what that would give, or what was wrong with the address.

use domain::recurrence::YEARS;
use maud::{Markup, html};

use super::{chips::labels, listings, question, results::address};
use crate::{
    Page, Visit,
    filters::{Filters, Group, ParameterError, Search},
    parts::{
        icons::{Icon, icon},
        localised,
    },
};

/// What each loosening would give.
pub(in crate::pages) fn advice(visit: &Visit<'_>, search: &Search) -> Result<Markup, ParameterError> {
    let filters = &search.filters;
    let groups: Vec<Group> = filters.groups().collect();
    let mut ways = count_without(visit, search, groups.iter().map(|group| vec![*group]))?;
    if ways.is_empty() && groups.len() > 2 {
        let pairs = groups.iter().enumerate().flat_map(|(at, one)| groups[at + 1..].iter().map(|two| vec![*one, *two]));
        ways = count_without(visit, search, pairs.take(PAIRS))?;
        ways.truncate(PAIRS_SHOWN);
    }
    let nearby = neighbours(visit, search)?;
    let correction = correction(visit, search)?;
    Ok(html! {
        div.notice {
            @if let Some((text, meant)) = &correction {
                p {
                    (visit.say("mistake-meant")) " "
                    a href=(address(visit, meant)) rel="nofollow" { bdi { (text) } }
                    "?"
                }
            }
            @if !nearby.is_empty() {
                p { (visit.say("empty-nearby")) }
                ul.ways {
                    @for (label, near, count) in &nearby {
                        li {
                            a.button href=(address(visit, &search.with_filters(near.clone()))) rel="nofollow" {
                                (label) " " span.number { (visit.count("entries", *count)) }
                            }
                        }
                    }
                }
            }
            @if ways.is_empty() {
                p { (visit.say("empty-nothing-helps")) }
            } @else {
                p { (visit.say("empty-loosen")) }
                ul.ways {
                    @for (groups, loose, count) in &ways {
                        li {
                            a.button href=(address(visit, &search.with_filters(loose.clone()))) rel="nofollow" {
                                span {
                                    @for (at, group) in groups.iter().enumerate() {
                                        @if at > 0 { (visit.words().comma()) }
                                        (visit.with("loosen", "filter", &visit.say(group.key())))
                                        @for (at, label) in dropped_values(visit, filters, *group).iter().enumerate() {
                                            @if at == 0 { ": " } @else { (visit.words().comma()) }
                                            (label)
                                        }
                                    }
                                }
                                " " span.number { (visit.count("entries", *count)) }
                            }
                        }
                    }
                }
            }
            p { a href=(address(visit, &search.with_only(Filters::default()))) { (visit.say("show-all")) } }
            p { a href=(missing_entry_address(visit, search)) { (visit.say("empty-missing")) } }
        }
    })
}

/// Where no single condition less helps, so many pairs of them are tried, and so many shown.
const PAIRS: usize = 36;
const PAIRS_SHOWN: usize = 4;

/// Conditions to leave out, the filters without them, and how many these find.
type Loosening = (Vec<Group>, Filters, u64);

/// The loosenings by which somebody is found, those with the most first.
fn count_without(
    visit: &Visit<'_>,
    search: &Search,
    ways: impl Iterator<Item = Vec<Group>>,
) -> Result<Vec<Loosening>, ParameterError> {
    let mut found: Vec<Loosening> = Vec::new();
    for groups in ways {
        let loose = groups.iter().fold(search.filters.clone(), |filters, group| filters.without(*group));
        let count = listings::count(visit, search, &loose)?;
        if count > 0 {
            found.push((groups, loose, count));
        }
    }
    found.sort_by_key(|(_, _, count)| std::cmp::Reverse(*count));
    Ok(found)
}

/// What the values of a list of conditions are called that a loosening takes away; of other conditions the name says it.
fn dropped_values(visit: &Visit<'_>, filters: &Filters, group: Group) -> Vec<Markup> {
    use Group::{Districts, Fields, Kinds, Languages, TargetGroups, Themes};
    if !matches!(group, Themes | Districts | Kinds | Languages | TargetGroups | Fields) {
        return Vec::new();
    }
    let left: Vec<String> = labels(visit, &filters.without(group)).into_iter().map(Markup::into_string).collect();
    labels(visit, filters).into_iter().filter(|label| !left.contains(&label.0)).collect()
}

/// The same question with the nearest known words in the place of unknown ones, where somebody is found by that.
fn correction(visit: &Visit<'_>, search: &Search) -> Result<Option<(String, Search)>, ParameterError> {
    let Some(text) = visit.snapshot.correct_text(search.typed_text(), visit.locale.tag()) else { return Ok(None) };
    // Where a question has been read, the filters are what was understood of it.
    let filters = if search.question.is_some() { Filters::default() } else { search.filters.clone() };
    let meant = search.with_only(Filters { text: Some(text.clone()), ..filters });
    let filters = question::read(visit, meant.clone())?.filters;
    let is_found = !filters.is_empty() && listings::count(visit, search, &filters)? > 0;
    Ok(is_found.then_some((text, meant)))
}

/// At most so many neighbours are shown.
const NEIGHBOURS: usize = 4;

/// The same in the theme or district above, or in a district beside, as far as there is somebody.
fn neighbours(visit: &Visit<'_>, search: &Search) -> Result<Vec<(Markup, Filters, u64)>, ParameterError> {
    let filters = &search.filters;
    let mut near: Vec<(Markup, Filters, u64)> = Vec::new();
    let mut add = |label: Markup, with: Filters| -> Result<(), ParameterError> {
        let count = listings::count(visit, search, &with)?;
        if count > 0 && near.len() < NEIGHBOURS && !near.iter().any(|(_, known, _)| *known == with) {
            near.push((label, with, count));
        }
        Ok(())
    };
    if let [slug] = filters.districts.as_slice()
        && let Some(no) = visit.snapshot.district_by_slug(slug)
        && let Some(above) = visit.snapshot.district(no).lineage().get(1).copied()
    {
        let beside = visit.snapshot.district(above).children().iter().copied().filter(|other| *other != no);
        for district in beside.chain([above]) {
            let slug = visit.snapshot.district(district).data().slug.to_string();
            add(localised::district(visit, district), Filters { districts: vec![slug], ..filters.clone() })?;
        }
    }
    if let [slug] = filters.themes.as_slice()
        && let Some(no) = visit.snapshot.theme_by_slug(slug)
        && let Some(above) = visit.snapshot.theme(no).lineage().get(1).copied()
    {
        let slug = visit.snapshot.theme(above).data().slug.to_string();
        add(localised::theme(visit, above), Filters { themes: vec![slug], ..filters.clone() })?;
    }
    Ok(near)
}

/// The form for anybody, with what was looked for as the comment.
fn missing_entry_address(visit: &Visit<'_>, search: &Search) -> String {
    let comment = visit.with("empty-missing-comment", "text", search.typed_text());
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("comment", &comment).finish();
    format!("{}?{query}", visit.path(&Page::SuggestChange))
}

/// What was wrong, each with what may have been meant.
pub(super) fn mistakes(visit: &Visit<'_>, search: &Search, mistakes: &[ParameterError]) -> Markup {
    html! {
        div.notice.wrong role="alert" {
            h2 { (icon(Icon::Warning)) (visit.say("mistake-title")) }
            ul {
                @for mistake in mistakes {
                    li { (mistake_text(visit, search, mistake)) }
                }
            }
            p { a href=(address(visit, &search.with_only(Filters::default()))) { (visit.say("show-all")) } }
        }
    }
}

fn mistake_text(visit: &Visit<'_>, search: &Search, mistake: &ParameterError) -> Markup {
    match mistake {
        ParameterError::UnknownParameter { given, allowed } => html! {
            (visit.with("mistake-parameter", "given", given)) " " (visit.say("mistake-allowed")) " "
            @for (at, name) in allowed.iter().enumerate() {
                @if at > 0 { (visit.words().comma()) }
                bdi dir="ltr" { (name) }
            }
        },
        ParameterError::UnknownTheme { name, given, nearest } => {
            let label = |slug: &str| Some(localised::theme(visit, visit.snapshot.theme_by_slug(slug)?));
            html! { (visit.with("mistake-theme", "given", given)) (near_names(visit, (search, name), nearest, label)) }
        }
        ParameterError::UnknownDistrict { name, given, nearest } => {
            let label = |slug: &str| Some(localised::district(visit, visit.snapshot.district_by_slug(slug)?));
            html! { (visit.with("mistake-district", "given", given)) (near_names(visit, (search, name), nearest, label)) }
        }
        ParameterError::UnknownEntry { given, .. } => html! { (visit.with("mistake-partner", "given", given)) },
        ParameterError::UnknownWord { name, given, allowed } => {
            let values = [("name", (*name).into()), ("given", given.as_str().into())];
            html! { (visit.words().with("mistake-word", values)) (allowed_values(visit, (search, name), allowed)) }
        }
        ParameterError::Day { given } => {
            let (first, last) = (YEARS.start().to_string(), YEARS.end().to_string());
            let values = [("given", given.as_str().into()), ("first", first.into()), ("last", last.into())];
            html! { (visit.words().with("mistake-day", values)) }
        }
        ParameterError::Number { name, given, least, most } => {
            let (least, most) = (least.to_string(), most.to_string());
            let values = [
                ("name", (*name).into()),
                ("given", given.as_str().into()),
                ("least", least.into()),
                ("most", most.into()),
            ];
            html! { (visit.words().with("mistake-number", values)) }
        }
        ParameterError::Polygon(_) => html! { (visit.say("mistake-polygon")) },
        ParameterError::HalfAPlace => html! { (visit.say("mistake-place")) },
        ParameterError::TooMuch { allowed } => html! { (visit.count("mistake-too-much", *allowed as u64)) },
        ParameterError::Cursor => html! { (visit.say("mistake-cursor")) },
    }
}

/// What a filter may be, each value a link to the search with it.
fn allowed_values(visit: &Visit<'_>, (search, name): (&Search, &str), allowed: &[&'static str]) -> Markup {
    html! {
        @if !allowed.is_empty() {
            " " (visit.say("mistake-allowed")) " "
            @for (at, value) in allowed.iter().enumerate() {
                @if at > 0 { (visit.words().comma()) }
                @let only = Filters::of_parameter(name, value);
                a href=(address(visit, &search.with_only(only.clone()))) {
                    @match super::chips::labels(visit, &only).into_iter().next() {
                        Some(label) => { (label) }
                        None => bdi dir="ltr" { (value) }
                    }
                }
            }
        }
    }
}

fn near_names(
    visit: &Visit<'_>,
    (search, name): (&Search, &str),
    nearest: &[String],
    label: impl Fn(&str) -> Option<Markup>,
) -> Markup {
    let to = |slug: &str| address(visit, &search.with_only(Filters::of_parameter(name, slug)));
    html! {
        @if !nearest.is_empty() {
            " " (visit.say("mistake-meant")) " "
            @for (at, slug) in nearest.iter().enumerate() {
                @if at > 0 { (visit.words().comma()) }
                a href=(to(slug)) {
                    @match label(slug) { Some(label) => { (label) }, None => { (slug) } }
                }
            }
            "?"
        }
    }
}
