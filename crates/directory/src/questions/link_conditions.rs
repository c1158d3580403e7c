//! The conditions of whom actors are joined to: by active links, as the public sees them.

use std::sync::Arc;

use domain::{
    ActorId,
    text::excerpt,
    vocabulary::{LinkKind, LinkStatus},
};
use roaring::RoaringBitmap;

use super::{filter::union, plan::FilterPlan};
use crate::{ActorFilter, ActorNo, QuestionError, Snapshot, snapshot::families::Family};

impl Snapshot {
    /// Adds the conditions of who an actor is and of links.
    ///
    /// # Errors
    /// [`QuestionError::UnknownActor`], [`QuestionError::UnknownActorSlug`].
    pub(super) fn link_plans(
        &self,
        filter: &ActorFilter,
        path: &str,
        parts: &mut Vec<FilterPlan>,
    ) -> Result<(), QuestionError> {
        for actor in self.read_ends(None, filter.slug.as_deref(), |_| format!("{path}.slug"))? {
            parts.push(FilterPlan::Set(Arc::new(RoaringBitmap::from_iter([actor.0]))));
        }
        let kinds = filter.cooperation_kinds.as_slice();
        let partners = self.read_ends(filter.cooperates_with, filter.cooperates_with_slug.as_deref(), |name| {
            format!("{path}.cooperatesWith{name}")
        })?;
        for partner in &partners {
            let joined = self.linked_actors(*partner, |kind, _| kinds.is_empty() || kinds.contains(&kind));
            parts.push(FilterPlan::Set(Arc::new(joined)));
        }
        let families = &self.indexes.actors;
        if partners.is_empty() && !kinds.is_empty() {
            let places: Vec<usize> = kinds.iter().map(|kind| *kind as usize).collect();
            parts.push(FilterPlan::Set(union(families, Family::LinkKind, &places)));
        }
        let umbrellas = self
            .read_ends(filter.member_of, filter.member_of_slug.as_deref(), |name| format!("{path}.memberOf{name}"))?;
        for umbrella in umbrellas {
            let members = self.linked_actors(umbrella, |kind, away| is_member(kind, !away));
            parts.push(FilterPlan::Set(Arc::new(members)));
        }
        if let Some(in_network) = filter.in_network {
            let set = FilterPlan::Set(Arc::clone(families.get(Family::Networked, 0)));
            parts.push(if in_network { set } else { FilterPlan::Not(Box::new(set)) });
        }
        Ok(())
    }

    /// The actors that an id and a slug name. `field` is given what the field of a slug has behind that of an id.
    fn read_ends(
        &self,
        id: Option<ActorId>,
        slug: Option<&str>,
        field: impl Fn(&str) -> String,
    ) -> Result<Vec<ActorNo>, QuestionError> {
        let by_id = id.map(|id| self.read_actor(id, || field("")));
        let by_slug = slug.map(|slug| {
            let refuse = || QuestionError::UnknownActorSlug { field: field("Slug"), given: excerpt(slug) };
            self.actor_by_slug(slug).ok_or_else(refuse)
        });
        by_id.into_iter().chain(by_slug).collect()
    }

    /// Those an actor is joined to by an active link that `choose` takes; it is given the link's
    /// kind and whether the link points away from the actor.
    fn linked_actors(&self, actor: ActorNo, choose: impl Fn(LinkKind, bool) -> bool) -> RoaringBitmap {
        let links = self.links_of(actor).map(|no| self.link(no));
        links
            .filter(|link| link.data().status == LinkStatus::Active && choose(link.data().kind, link.from() == actor))
            .map(|link| link.partner_of(actor).0)
            .collect()
    }
}

/// Whether a link makes one of its ends a member of the other; `away` is whether it points away from that end.
pub(crate) const fn is_member(kind: LinkKind, away: bool) -> bool {
    match kind {
        LinkKind::MemberOf => away,
        LinkKind::UmbrellaOf => !away,
        _ => false,
    }
}
