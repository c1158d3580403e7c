//! The oracle of links: whom actors are joined to.

use domain::{
    Actor, ActorId, ActorType, CooperationLink, Record,
    vocabulary::{LinkKind, LinkStatus},
};

use super::{Naive, find};
use crate::ActorFilter;

impl Naive {
    pub(super) fn has_links(&self, actor: &Record<Actor>, filter: &ActorFilter) -> bool {
        let named = |slug: &str| {
            find(self.actors.values().map(|it| (it.id, &it.data.slug, &it.data.former_slugs[..])), slug)
                .expect("a known slug")
        };
        let partners = filter.cooperates_with.into_iter().chain(filter.cooperates_with_slug.as_deref().map(named));
        let partners: Vec<ActorId> = partners.collect();
        let is_network = |other: &&Record<Actor>| other.data.kind.actor_type() == ActorType::Network;
        let in_network = || self.actors.values().filter(is_network).any(|it| self.is_in_network(actor.id, it.id));
        partners.iter().all(|partner| self.are_joined(actor.id, *partner, &filter.cooperation_kinds))
            && (!partners.is_empty()
                || filter.cooperation_kinds.is_empty()
                || self.actors.keys().any(|other| self.are_joined(actor.id, *other, &filter.cooperation_kinds)))
            && filter.member_of.is_none_or(|id| self.is_member(actor.id, id))
            && filter.member_of_slug.as_deref().is_none_or(|slug| self.is_member(actor.id, named(slug)))
            && filter.in_network.is_none_or(|asked| asked == in_network())
    }

    fn are_joined(&self, one: ActorId, other: ActorId, kinds: &[LinkKind]) -> bool {
        let active = self.links.iter().filter(|link| link.data.status == LinkStatus::Active);
        let asked = active.filter(|link| kinds.is_empty() || kinds.contains(&link.data.kind));
        asked.map(|link| (link.data.from, link.data.to)).any(|ends| ends == (one, other) || ends == (other, one))
    }

    fn is_in_network(&self, actor: ActorId, network: ActorId) -> bool {
        let represents = |link: &Record<CooperationLink>| {
            link.data.kind == LinkKind::RepresentedIn
                && link.data.status == LinkStatus::Active
                && (link.data.from, link.data.to) == (actor, network)
        };
        self.is_member(actor, network) || self.links.iter().any(represents)
    }

    fn is_member(&self, member: ActorId, of: ActorId) -> bool {
        let active = self.links.iter().filter(|link| link.data.status == LinkStatus::Active).map(|link| &link.data);
        active.into_iter().any(|link| match link.kind {
            LinkKind::MemberOf => (link.from, link.to) == (member, of),
            LinkKind::UmbrellaOf => (link.to, link.from) == (member, of),
            _ => false,
        })
    }
}
