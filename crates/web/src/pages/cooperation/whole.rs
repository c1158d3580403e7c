//! The whole network by its communities, with those named who have no link yet.

use std::collections::{BTreeMap, HashMap};

use directory::{ActorNo, Cooperation, CooperationQuestion, Snapshot};
use domain::vocabulary::LinkStatus;
use maud::{Markup, html};

use super::{address::address_of, community::communities, picture};
use crate::{Visit, parts::localised};

/// How many communities stand on a page, those with the most members first.
const GROUPS: usize = 15;
/// How many communities are open from the start, those with the most members.
const OPEN: usize = 3;
/// A network of so many is named as a whole; of a larger one each community and those without a link lead on.
const NAMED: usize = 120;
/// How many of a community are named where it leads on.
const BEGINNING: usize = 5;
/// How many of those without a link are named where they lead on.
const ALONE: usize = 30;
/// How many names stand on a page of one list.
const ROWS: usize = 100;
/// How many communities the picture has room for.
const DRAWN: usize = 12;
/// How many neighbours of a community are named.
const NEIGHBOURS: usize = 5;

/// Which part of the network a page shows, and which of its pages, from 0.
pub(super) enum NetworkPart {
    /// The communities.
    Whole(usize),
    /// The community of an actor.
    Group(ActorNo, usize),
    /// Those without a link.
    Unlinked(usize),
}

/// Where other parts of the same network are.
pub(super) type PartAddress<'a> = &'a dyn Fn(&[(&str, &str)]) -> String;

/// A community.
pub(super) struct Community {
    /// Those with the most links first: it is called by the first.
    pub(super) members: Vec<ActorNo>,
    /// The other communities by their numbers, with how many links lead there; the most first.
    pub(super) neighbours: Vec<(usize, usize)>,
}

/// The network of those who fit.
pub(super) struct Network {
    /// The largest first.
    pub(super) communities: Vec<Community>,
    /// How many active links everybody has with those who fit.
    degrees: HashMap<ActorNo, usize>,
    /// Those without any, by name.
    alone: Vec<ActorNo>,
}

impl Network {
    /// What is public of the cooperation of these actors with each other.
    pub(super) fn of(snapshot: &Snapshot, members: &[ActorNo]) -> Self {
        let number: HashMap<ActorNo, usize> = members.iter().enumerate().map(|(at, no)| (*no, at)).collect();
        let mut links: Vec<(usize, usize)> = Vec::new();
        let mut degrees: HashMap<ActorNo, usize> = HashMap::new();
        for link in snapshot.all_links().map(|no| snapshot.link(no)) {
            let ends = (number.get(&link.from()), number.get(&link.to()));
            if let (LinkStatus::Active, (Some(from), Some(to))) = (link.data().status, ends) {
                *degrees.entry(link.from()).or_default() += 1;
                *degrees.entry(link.to()).or_default() += 1;
                links.push((*from, *to));
            }
        }
        let name = |no: &ActorNo| (snapshot.actor(*no).data().name.clone(), snapshot.actor(*no).record().id);
        let mut alone: Vec<ActorNo> = members.iter().copied().filter(|no| !degrees.contains_key(no)).collect();
        alone.sort_by_cached_key(name);

        let community = communities(members.len(), &links);
        let mut groups: BTreeMap<usize, Vec<ActorNo>> = BTreeMap::new();
        for (at, no) in members.iter().enumerate().filter(|(_, no)| degrees.contains_key(no)) {
            groups.entry(community[at]).or_default().push(*no);
        }
        let mut groups: Vec<(usize, Vec<ActorNo>)> = groups.into_iter().collect();
        for (_, group) in &mut groups {
            group.sort_by_cached_key(|no| (std::cmp::Reverse(degrees[no]), name(no)));
        }
        groups.sort_by_key(|(_, group)| (std::cmp::Reverse(group.len()), snapshot.actor(group[0]).record().id));
        let place: HashMap<usize, usize> = groups.iter().enumerate().map(|(at, (group, _))| (*group, at)).collect();
        let mut between: Vec<BTreeMap<usize, usize>> = vec![BTreeMap::new(); groups.len()];
        for (from, to) in links {
            let (from, to) = (place[&community[from]], place[&community[to]]);
            if from != to {
                *between[from].entry(to).or_default() += 1;
                *between[to].entry(from).or_default() += 1;
            }
        }
        let communities = groups.into_iter().zip(between).map(|((_, members), neighbours)| {
            let mut neighbours: Vec<(usize, usize)> = neighbours.into_iter().collect();
            neighbours.sort_by_key(|(at, count)| (std::cmp::Reverse(*count), *at));
            Community { members, neighbours }
        });
        Self { communities: communities.collect(), degrees, alone }
    }
}

/// What the page shows.
pub(super) fn content(visit: &Visit<'_>, network: &Network, part: &NetworkPart, to: PartAddress<'_>) -> Markup {
    match part {
        NetworkPart::Whole(page) => whole(visit, network, *page, to),
        NetworkPart::Group(no, page) => group(visit, network, *no, *page, to),
        NetworkPart::Unlinked(page) => html! {
            (to_whole(visit, to))
            h2 { (visit.say("cooperation-alone")) " " span.number { (visit.words().number(network.alone.len() as u64)) } }
            ul.names { @for no in rows(&network.alone, *page, ROWS) { (alone_row(visit, *no)) } }
            (pager(visit, network.alone.len(), *page, ROWS, &[("unlinked", "yes")], to))
        },
    }
}

fn whole(visit: &Visit<'_>, network: &Network, page: usize, to: PartAddress<'_>) -> Markup {
    let drawn = &network.communities[..network.communities.len().min(DRAWN)];
    html! {
        @if network.communities.is_empty() {
            div.notice { p { (visit.say("cooperation-none")) } }
        } @else {
            div.network-parts {
                section {
                    h2 { (visit.say("cooperation-communities")) }
                    p.note { (visit.say("cooperation-communities-note")) }
                    div.communities {
                        @for (at, community) in network.communities.iter().enumerate().skip(page.saturating_mul(GROUPS)).take(GROUPS) {
                            (community_item(visit, network, at, community, to))
                        }
                    }
                    (pager(visit, network.communities.len(), page, GROUPS, &[], to))
                }
                @match drawn {
                    [only] => (picture_of_one(visit, only)),
                    drawn if page == 0 => (picture::of_communities(visit, drawn)),
                    _ => {}
                }
            }
        }
        @if page == 0 { (alone(visit, network, to)) }
    }
}

/// Where everybody works closely with everybody, the picture shows whom most work with.
fn picture_of_one(visit: &Visit<'_>, community: &Community) -> Markup {
    let Some(no) = community.members.first() else { return html! {} };
    let Ok(page) = visit.snapshot.cooperations(*no, &CooperationQuestion::default()) else { return html! {} };
    let cooperations: Vec<Cooperation> = page.edges.into_iter().map(|(_, cooperation)| cooperation).collect();
    picture::of_actor(visit, *no, &cooperations)
}

/// A community by itself, with everybody in it.
fn group(visit: &Visit<'_>, network: &Network, no: ActorNo, page: usize, to: PartAddress<'_>) -> Markup {
    let community = network.communities.iter().find(|community| community.members.contains(&no));
    html! {
        (to_whole(visit, to))
        @if let Some(community) = community {
            h2 { (localised::name(name(visit, community))) " " span.number { (visit.count("results", community.members.len() as u64)) } }
            ul.rows.network { @for no in rows(&community.members, page, ROWS) { (member(visit, network, *no)) } }
            (pager(visit, community.members.len(), page, ROWS, &[("group", slug(visit, no))], to))
            (neighbours(visit, network, community, &|_| false, to))
        } @else {
            div.notice { p { (visit.say("cooperation-none")) } }
        }
    }
}

fn to_whole(visit: &Visit<'_>, to: PartAddress<'_>) -> Markup {
    html! { p.network-ways { a href=(to(&[])) { (visit.say("cooperation-whole")) } } }
}

fn slug<'a>(visit: &Visit<'a>, no: ActorNo) -> &'a str {
    visit.snapshot.actor(no).data().slug.as_str()
}

/// The names of a page.
fn rows(all: &[ActorNo], page: usize, size: usize) -> impl Iterator<Item = &ActorNo> {
    all.iter().skip(page.saturating_mul(size)).take(size)
}

/// The ways to the pages before and behind; nothing where all is on one.
fn pager(
    visit: &Visit<'_>,
    count: usize,
    page: usize,
    size: usize,
    part: &[(&str, &str)],
    to: PartAddress<'_>,
) -> Markup {
    let at = |page: usize| {
        let number = (page + 1).to_string();
        let numbered = (page > 0).then_some(("page", number.as_str()));
        to(&part.iter().copied().chain(numbered).collect::<Vec<_>>())
    };
    let last = count.div_ceil(size).saturating_sub(1);
    html! {
        @if last > 0 {
            nav.pager aria-label=(visit.say("pager-label")) {
                @if page > 0 { a.button href=(at(page.min(last + 1) - 1)) rel="prev nofollow" { (visit.say("page-previous")) } }
                @if page < last { a.button.on href=(at(page + 1)) rel="next nofollow" { (visit.say("page-next")) } }
            }
        }
    }
}

/// What a community is called: the name of the member with the most links.
pub(super) fn name<'a>(visit: &Visit<'a>, community: &Community) -> &'a str {
    community.members.first().map_or("", |no| visit.snapshot.actor(*no).data().name.as_str())
}

fn member(visit: &Visit<'_>, network: &Network, no: ActorNo) -> Markup {
    html! {
        li {
            a href=(address_of(visit, no)) { (localised::name(&visit.snapshot.actor(no).data().name)) } " "
            span.number { (visit.count("partners", network.degrees[&no] as u64)) }
        }
    }
}

fn community_item(
    visit: &Visit<'_>,
    network: &Network,
    at: usize,
    community: &Community,
    to: PartAddress<'_>,
) -> Markup {
    let is_open = at < OPEN;
    let room = if network.degrees.len() <= NAMED { community.members.len() } else { BEGINNING };
    let page = at / GROUPS;
    html! {
        details.community id={ "group-" (at + 1) } open[is_open] {
            summary {
                (localised::name(name(visit, community))) " "
                span.number { (visit.count("results", community.members.len() as u64)) }
            }
            ul.rows.network {
                @for no in community.members.iter().take(room) { (member(visit, network, *no)) }
                @if let Some(more) = community.members.len().checked_sub(room).filter(|more| *more > 0) {
                    li { a href=(to(&[("group", slug(visit, community.members[0]))])) rel="nofollow" { (visit.count("more", more as u64)) } }
                }
            }
            (neighbours(visit, network, community, &|other| other / GROUPS == page, to))
        }
    }
}

/// The communities that a community has links with; `is_here` says which stand on the same page.
fn neighbours(
    visit: &Visit<'_>,
    network: &Network,
    community: &Community,
    is_here: &dyn Fn(usize) -> bool,
    to: PartAddress<'_>,
) -> Markup {
    html! {
        @if !community.neighbours.is_empty() {
            p.small {
                (visit.say("cooperation-linked")) " "
                @for (place, (other, _)) in community.neighbours.iter().take(NEIGHBOURS).enumerate() {
                    @if place > 0 { " · " }
                    @let neighbour = &network.communities[*other];
                    @let address = if is_here(*other) {
                        format!("#group-{}", other + 1)
                    } else {
                        to(&[("group", slug(visit, neighbour.members[0]))])
                    };
                    a href=(address) { (localised::name(name(visit, neighbour))) }
                }
            }
        }
    }
}

fn alone_row(visit: &Visit<'_>, no: ActorNo) -> Markup {
    html! { li { a href=(visit.profile(no)) { (localised::name(&visit.snapshot.actor(no).data().name)) } } }
}

/// Who has no link yet, by name.
fn alone(visit: &Visit<'_>, network: &Network, to: PartAddress<'_>) -> Markup {
    let all = &network.alone;
    let room = if all.len() <= NAMED { all.len() } else { ALONE };
    html! {
        @if !all.is_empty() {
            section {
                h2 { (visit.say("cooperation-alone")) " " span.number { (visit.words().number(all.len() as u64)) } }
                ul.names {
                    @for no in all.iter().take(room) { (alone_row(visit, *no)) }
                    @if let Some(more) = all.len().checked_sub(room).filter(|more| *more > 0) {
                        li { a href=(to(&[("unlinked", "yes")])) rel="nofollow" { (visit.count("more", more as u64)) } }
                    }
                }
            }
        }
    }
}
