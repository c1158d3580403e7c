//! The network as one actor sees it: everybody it works with, in which way, and whom they work with.

use std::collections::BTreeMap;

use directory::{ActorNo, Cooperation, CooperationQuestion, Direction, Window};
use domain::vocabulary::{LinkKind, LinkStatus};
use maud::{Markup, html};

use super::{address::address_of, picture};
use crate::{Page, Visit, filters::Filters, parts::localised};

/// How many cooperations are listed; the search has all of them.
const LISTED: i32 = 100;

/// What the page shows.
pub(super) fn content(visit: &Visit<'_>, no: ActorNo) -> Markup {
    let question = CooperationQuestion {
        window: Window { first: Some(LISTED), ..Window::default() },
        ..CooperationQuestion::default()
    };
    // A question of our own making is always one that can be asked.
    let Ok(page) = visit.snapshot.cooperations(no, &question) else { return html! {} };
    let cooperations: Vec<Cooperation> = page.edges.into_iter().map(|(_, cooperation)| cooperation).collect();
    let partners =
        Filters { cooperates_with: Some(visit.snapshot.actor(no).data().slug.to_string()), ..Filters::default() };
    html! {
        p.network-ways {
            a href=(visit.profile(no)) { (visit.say("cooperation-profile")) } " · "
            a href=(visit.path(&Page::Cooperation)) { (visit.say("cooperation-whole")) }
        }
        @if cooperations.is_empty() {
            div.notice { p { (visit.say("cooperation-none")) } }
        } @else {
            div.network-parts {
                section {
                    @for ((kind, direction), partners) in by_kind(visit, &cooperations) {
                        h2.how { (visit.words().cooperation(kind, direction)) }
                        ul.rows.network { @for partner in partners { (row(visit, partner)) } }
                    }
                    @if page.total > cooperations.len() as u64 {
                        p { a href={ (visit.path(&Page::Search)) "?" (partners.to_query()) } rel="nofollow" { (visit.say("cooperations-all")) } }
                    }
                }
                (picture::of_actor(visit, no, &cooperations))
            }
        }
    }
}

/// The same kind in the same direction together, by names.
fn by_kind(visit: &Visit<'_>, cooperations: &[Cooperation]) -> BTreeMap<(LinkKind, Direction), Vec<ActorNo>> {
    let mut kinds: BTreeMap<(LinkKind, Direction), Vec<ActorNo>> = BTreeMap::new();
    for cooperation in cooperations {
        let kind = visit.snapshot.link(cooperation.link).data().kind;
        let partners = kinds.entry((kind, cooperation.direction)).or_default();
        if !partners.contains(&cooperation.partner) {
            partners.push(cooperation.partner);
        }
    }
    kinds
}

/// A partner, with the way to its own network.
fn row(visit: &Visit<'_>, no: ActorNo) -> Markup {
    let is_active = |no: &directory::LinkNo| visit.snapshot.link(*no).data().status == LinkStatus::Active;
    let count = visit.snapshot.links_of(no).filter(is_active).count();
    html! {
        li {
            a href=(address_of(visit, no)) { (localised::name(&visit.snapshot.actor(no).data().name)) } " "
            span.number { (visit.count("partners", count as u64)) }
        }
    }
}
