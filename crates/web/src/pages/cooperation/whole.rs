//! The whole network by its communities, with those named who have no link yet.

use std::collections::{BTreeMap, HashMap};

use directory::{ActorNo, Snapshot};
use domain::vocabulary::LinkStatus;
use maud::{Markup, html};

use super::{address_of, community::communities, picture};
use crate::Visit;

/// How many communities are listed, those with the most members first.
const LISTED: usize = 60;
/// How many members of one are named.
const MEMBERS: usize = 150;
/// How many without a link are named.
const ALONE: usize = 400;
/// How many communities the picture has room for.
const DRAWN: usize = 12;
/// How many neighbours of a community are named.
const NEIGHBOURS: usize = 5;

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
pub(super) fn content(visit: &Visit<'_>, network: &Network) -> Markup {
    let shown = &network.communities[..network.communities.len().min(DRAWN)];
    html! {
        @if network.communities.is_empty() {
            div.notice { p { (visit.say("cooperation-none")) } }
        } @else {
            div.network-parts {
                section {
                    h2 { (visit.say("cooperation-communities")) }
                    p.note { (visit.say("cooperation-communities-note")) }
                    @for (at, community) in network.communities.iter().enumerate().take(LISTED) {
                        (listed(visit, network, at, community))
                    }
                    @if let Some(more) = network.communities.len().checked_sub(LISTED).filter(|more| *more > 0) {
                        p { (visit.count("more", more as u64)) }
                    }
                }
                @if shown.len() > 1 { (picture::of_communities(visit, shown)) }
            }
        }
        (alone(visit, network))
    }
}

/// What a community is called: the name of the member with the most links.
pub(super) fn name<'a>(visit: &Visit<'a>, community: &Community) -> &'a str {
    community.members.first().map_or("", |no| visit.snapshot.actor(*no).data().name.as_str())
}

fn listed(visit: &Visit<'_>, network: &Network, at: usize, community: &Community) -> Markup {
    // Of a few groups everybody is seen at once.
    let is_open = network.communities.len() <= 3 || community.members.len() <= 6;
    html! {
        details.community id={ "group-" (at + 1) } open[is_open] {
            summary {
                bdi { (name(visit, community)) } " "
                span.number { (visit.count("results", community.members.len() as u64)) }
            }
            ul.rows.network {
                @for no in community.members.iter().take(MEMBERS) {
                    li {
                        a href=(address_of(visit, *no)) { bdi { (visit.snapshot.actor(*no).data().name) } } " "
                        span.number { (visit.count("partners", network.degrees[no] as u64)) }
                    }
                }
                @if let Some(more) = community.members.len().checked_sub(MEMBERS).filter(|more| *more > 0) {
                    li { (visit.count("more", more as u64)) }
                }
            }
            @if !community.neighbours.is_empty() {
                p.small {
                    (visit.say("cooperation-linked")) " "
                    @for (place, (other, _)) in community.neighbours.iter().take(NEIGHBOURS).enumerate() {
                        @if place > 0 { " · " }
                        @if *other < LISTED {
                            a href={ "#group-" (other + 1) } { bdi { (name(visit, &network.communities[*other])) } }
                        } @else {
                            bdi { (name(visit, &network.communities[*other])) }
                        }
                    }
                }
            }
        }
    }
}

/// Who has no link yet, by name.
fn alone(visit: &Visit<'_>, network: &Network) -> Markup {
    let all = &network.alone;
    html! {
        @if !all.is_empty() {
            section {
                h2 { (visit.say("cooperation-alone")) " " span.number { (visit.words().number(all.len() as u64)) } }
                ul.names {
                    @for no in all.iter().take(ALONE) {
                        li { a href=(visit.profile(*no)) { bdi { (visit.snapshot.actor(*no).data().name) } } }
                    }
                    @if let Some(more) = all.len().checked_sub(ALONE).filter(|more| *more > 0) {
                        li { (visit.count("more", more as u64)) }
                    }
                }
            }
        }
    }
}
