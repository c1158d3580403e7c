//! The network as a picture and, for whoever cannot see it or wants to go on, as a list.
//!
//! The picture shows those with the most partners, so that it stays one whatever the size of the directory.

mod picture;

use std::collections::{HashMap, HashSet};

use directory::{ActorFilter, ActorNo, LinkNo};
use domain::vocabulary::LinkStatus;
use http::StatusCode;
use maud::{Markup, html};

use crate::{
    Answer, Page, Visit,
    answer::{not_found, parameter},
    parts::{
        browse::top_districts,
        layout::{Head, document},
        localised,
    },
};

/// How many are shown.
const SHOWN: usize = 60;
/// How many partners of one are named.
const PARTNERS: usize = 12;

/// Those who are shown, and the links between them.
pub(super) struct Network {
    /// By place on the circle: district by district, then by name.
    actors: Vec<ActorNo>,
    /// Active links whose ends are both shown.
    links: Vec<LinkNo>,
    /// How many active links everybody has with those who fit.
    degrees: HashMap<ActorNo, usize>,
    /// How many fit and have a link.
    total: usize,
}

/// Answers a request for the network.
pub(crate) fn answer(visit: &Visit<'_>, query: &str) -> Answer {
    let (theme, district) = (parameter(query, "theme"), parameter(query, "district"));
    let filter = ActorFilter {
        themes: theme.iter().cloned().collect(),
        districts: district.iter().cloned().collect(),
        ..ActorFilter::default()
    };
    let Ok(members) = visit.snapshot.matching_actors(None, &filter) else { return not_found(visit) };
    let network = network(visit, &members.into_iter().collect());
    let head = Head {
        title: visit.say("nav-cooperation").into_owned(),
        description: visit.say("cooperation-lead").into_owned(),
        page: Some(&Page::Cooperation),
        query: query_of(theme.as_deref(), district.as_deref()),
        unlisted: theme.is_some() || district.is_some(),
        ..Head::default()
    };
    let content = html! {
        div.hero.slim {
            div.wide { h1 { (visit.say("nav-cooperation")) } p.lead { (visit.say("cooperation-lead")) } }
        }
        div.wide {
            (choice(visit, theme.as_deref(), district.as_deref()))
            @if network.links.is_empty() {
                div.notice { p { (visit.say("cooperation-none")) } }
            } @else {
                @if network.total > network.actors.len() {
                    p.note { (visit.count("cooperation-shown", network.actors.len() as u64)) }
                }
                (picture::picture(visit, &network))
                (list(visit, &network))
            }
        }
    };
    Answer::page(StatusCode::OK, document(visit, &head, &content))
}

fn query_of(theme: Option<&str>, district: Option<&str>) -> String {
    let mut pairs = url::form_urlencoded::Serializer::new(String::new());
    pairs.extend_pairs(theme.map(|slug| ("theme", slug)));
    pairs.extend_pairs(district.map(|slug| ("district", slug)));
    pairs.finish()
}

fn network(visit: &Visit<'_>, members: &HashSet<ActorNo>) -> Network {
    let snapshot = visit.snapshot;
    let mut degrees: HashMap<ActorNo, usize> = HashMap::new();
    let mut links: Vec<LinkNo> = Vec::new();
    for no in snapshot.all_links() {
        let link = snapshot.link(no);
        let fits =
            link.data().status == LinkStatus::Active && members.contains(&link.from()) && members.contains(&link.to());
        if fits {
            *degrees.entry(link.from()).or_default() += 1;
            *degrees.entry(link.to()).or_default() += 1;
            links.push(no);
        }
    }
    let mut actors: Vec<ActorNo> = degrees.keys().copied().collect();
    let total = actors.len();
    actors.sort_by_key(|no| (std::cmp::Reverse(degrees[no]), snapshot.actor(*no).record().id));
    actors.truncate(SHOWN);
    actors.sort_by_key(|no| {
        let entry = snapshot.actor(*no);
        let district = entry.based_in().or(entry.active_in().first().copied());
        (district.is_none(), district, entry.data().name.clone(), entry.record().id)
    });
    let shown: HashSet<ActorNo> = actors.iter().copied().collect();
    links.retain(|no| shown.contains(&snapshot.link(*no).from()) && shown.contains(&snapshot.link(*no).to()));
    Network { actors, links, degrees, total }
}

/// Which part of the network: a theme and a district.
fn choice(visit: &Visit<'_>, theme: Option<&str>, district: Option<&str>) -> Markup {
    let snapshot = visit.snapshot;
    html! {
        form.choice action=(visit.path(&Page::Cooperation)) method="get" {
            div {
                label for="theme" { (visit.say("theme")) }
                select id="theme" name="theme" {
                    option value="" { (visit.say("all-themes")) }
                    @for no in snapshot.theme_roots() {
                        @let slug = snapshot.theme(*no).data().slug.as_str();
                        option value=(slug) selected[theme == Some(slug)] { (localised::plain(visit, snapshot.theme(*no).label())) }
                    }
                }
            }
            div {
                label for="district" { (visit.say("filter-districts")) }
                select id="district" name="district" {
                    option value="" { (visit.say("all-districts")) }
                    @for no in top_districts(visit) {
                        @let slug = snapshot.district(no).data().slug.as_str();
                        option value=(slug) selected[district == Some(slug)] { (localised::plain_district(visit, no)) }
                    }
                }
            }
            button.button type="submit" { (visit.say("show")) }
        }
    }
}

/// Everybody who is shown, those with the most partners first.
fn list(visit: &Visit<'_>, network: &Network) -> Markup {
    let mut actors = network.actors.clone();
    actors.sort_by_key(|no| std::cmp::Reverse(network.degrees[no]));
    let name = |no: ActorNo| visit.snapshot.actor(no).data().name.as_str();
    html! {
        section {
            h2 { (visit.say("cooperation-list")) }
            ul.rows.network {
                @for actor in actors {
                    @let partners = partners(visit, network, actor);
                    li {
                        p {
                            a href=(visit.profile(actor)) { bdi { (name(actor)) } } " "
                            span.number { (visit.count("partners", network.degrees[&actor] as u64)) }
                        }
                        p.small {
                            @for (at, partner) in partners.iter().take(PARTNERS).enumerate() {
                                @if at > 0 { " · " }
                                bdi { (name(*partner)) }
                            }
                            @if let Some(more) = partners.len().checked_sub(PARTNERS).filter(|more| *more > 0) {
                                " · " (visit.count("more", more as u64))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The partners among those who are shown, by their place on the circle.
fn partners(visit: &Visit<'_>, network: &Network, actor: ActorNo) -> Vec<ActorNo> {
    let links = network.links.iter().map(|no| visit.snapshot.link(*no));
    let theirs: HashSet<ActorNo> =
        links.filter(|link| link.from() == actor || link.to() == actor).map(|link| link.partner_of(actor)).collect();
    network.actors.iter().copied().filter(|no| theirs.contains(no)).collect()
}
