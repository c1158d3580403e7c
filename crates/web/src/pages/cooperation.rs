//! The network: as a whole by the groups that work closely with each other, or as one actor sees it. Lists first, which
//! say everything; the pictures show the same.

mod actor;
mod address;
mod community;
mod picture;
mod whole;

use directory::{ActorFilter, ActorNo};
use http::StatusCode;
use maud::{Markup, html};

pub(crate) use self::address::address_of;
use self::{
    address::query_of,
    whole::{Network, NetworkPart},
};
use super::search::mistaken;
use crate::{
    Answer, Page, Visit,
    answer::not_found,
    filters::Search,
    parts::{
        browse::top_districts,
        layout::{Head, document},
        localised, quick_exit,
        typography::unbroken,
    },
    query::parameter,
};

/// Answers a request for the network.
pub(crate) fn answer(visit: &Visit<'_>, query: &str) -> Answer {
    if let Some(slug) = parameter(query, "actor") {
        return match visit.snapshot.actor_by_slug(&slug) {
            Some(no) => of_actor(visit, no),
            None => not_found(visit),
        };
    }
    let (theme, district) = (parameter(query, "theme"), parameter(query, "district"));
    let filter = ActorFilter {
        themes: theme.iter().cloned().collect(),
        districts: district.iter().cloned().collect(),
        ..ActorFilter::default()
    };
    let members = match visit.snapshot.matching_actors(None, &filter) {
        Ok(members) => members,
        Err(error) => return mistaken(visit, &Search::default(), &[error.into()]),
    };
    let network = Network::of(visit.snapshot, &members.collect::<Vec<_>>());
    let page =
        parameter(query, "page").and_then(|page| page.parse::<usize>().ok()).map_or(0, |page| page.saturating_sub(1));
    let part = match parameter(query, "group") {
        Some(slug) => match visit.snapshot.actor_by_slug(&slug) {
            Some(no) => NetworkPart::Group(no, page),
            None => return not_found(visit),
        },
        None if parameter(query, "unlinked").is_some() => NetworkPart::Unlinked(page),
        None => NetworkPart::Whole(page),
    };
    let chosen = [("theme", theme.as_deref()), ("district", district.as_deref())];
    let to = |more: &[(&str, &str)]| {
        let pairs: Vec<_> =
            chosen.iter().copied().chain(more.iter().map(|(name, value)| (*name, Some(*value)))).collect();
        match query_of(&pairs) {
            query if query.is_empty() => visit.path(&Page::Cooperation),
            query => format!("{}?{query}", visit.path(&Page::Cooperation)),
        }
    };
    let is_first = matches!(part, NetworkPart::Whole(0));
    let head = Head {
        title: visit.say("nav-cooperation").into_owned(),
        description: visit.say("cooperation-lead").into_owned(),
        page: Some(&Page::Cooperation),
        query: query_of(&chosen),
        unlisted: theme.is_some() || district.is_some() || !is_first,
        quick_exit: theme
            .as_deref()
            .and_then(|slug| visit.snapshot.theme_by_slug(slug))
            .is_some_and(|no| quick_exit::is_about_protection(visit, &[no]))
            || matches!(part, NetworkPart::Group(no, _) if quick_exit::protects_actor(visit, no)),
        ..Head::default()
    };
    let content = html! {
        (hero(&visit.say("nav-cooperation"), &visit.say("cooperation-lead")))
        div.wide {
            (choice(visit, theme.as_deref(), district.as_deref()))
            (whole::content(visit, &network, &part, &to))
        }
    };
    Answer::page(StatusCode::OK, document(visit, &head, &content))
}

/// The network as one actor sees it.
fn of_actor(visit: &Visit<'_>, no: ActorNo) -> Answer {
    let data = visit.snapshot.actor(no).data();
    let title = visit.with("cooperation-of", "name", &data.name);
    let head = Head {
        title: title.clone().into_owned(),
        description: visit.say("cooperation-lead").into_owned(),
        page: Some(&Page::Cooperation),
        query: query_of(&[("actor", Some(data.slug.as_str()))]),
        unlisted: true,
        quick_exit: quick_exit::protects_actor(visit, no),
        ..Head::default()
    };
    let content = html! {
        (hero(&title, &visit.say("cooperation-lead")))
        div.wide { (actor::content(visit, no)) }
    };
    Answer::page(StatusCode::OK, document(visit, &head, &content))
}

fn hero(title: &str, lead: &str) -> Markup {
    html! { div.hero.slim { div.wide { h1 { (unbroken(title)) } p.lead { (lead) } } } }
}

/// The choices, and what is chosen if it is none of them.
fn with_chosen<T: PartialEq>(mut choices: Vec<T>, chosen: Option<T>) -> Vec<T> {
    choices.extend(chosen.filter(|chosen| !choices.contains(chosen)));
    choices
}

/// Which part of the network: a theme and a district.
fn choice(visit: &Visit<'_>, theme: Option<&str>, district: Option<&str>) -> Markup {
    let snapshot = visit.snapshot;
    html! {
        form.network-filter action=(visit.path(&Page::Cooperation)) method="get" {
            div {
                label for="theme" { (visit.say("theme")) }
                select id="theme" name="theme" {
                    option value="" { (visit.say("all-themes")) }
                    @for no in with_chosen(snapshot.theme_roots().to_vec(), theme.and_then(|slug| snapshot.theme_by_slug(slug))) {
                        @let slug = snapshot.theme(no).data().slug.as_str();
                        option value=(slug) selected[theme == Some(slug)] { (localised::plain(visit, snapshot.theme(no).label())) }
                    }
                }
            }
            div {
                label for="district" { (visit.say("filter-districts")) }
                select id="district" name="district" {
                    option value="" { (visit.say("all-districts")) }
                    @for no in with_chosen(top_districts(visit), district.and_then(|slug| snapshot.district_by_slug(slug))) {
                        @let slug = snapshot.district(no).data().slug.as_str();
                        option value=(slug) selected[district == Some(slug)] { (localised::plain_district(visit, no)) }
                    }
                }
            }
            button.button type="submit" { (visit.say("show")) }
        }
    }
}
