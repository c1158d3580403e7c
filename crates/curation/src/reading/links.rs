//! Cooperation links in every state, those above all that wait for a side.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    AccountId, Actor, ActorId, CooperationLink, LifeStatus, LinkId, Record,
    vocabulary::{LinkStatus, Role},
};
use store::{Page, PageRequest, Revision};

use super::{
    entries::{EntrySummary, newest_first},
    names::AccountNames,
    ownership::{is_known_to, own_of},
};
use crate::{Curation, CurationError, Member, Sees, commands::links::side::Side};

/// Which links to list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LinksAsked {
    /// That stand so.
    pub statuses: Vec<LinkStatus>,
    /// Only those of this actor, whichever side it is.
    pub actor: Option<ActorId>,
}

/// A link with its two ends.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownLink {
    /// The link; its note for staff is there for staff.
    pub record: Record<CooperationLink>,
    /// Where a directed link starts; `None` where that is not for the asker.
    pub from: Option<EntrySummary>,
    /// Where a directed link ends; `None` where that is not for the asker.
    pub to: Option<EntrySummary>,
    /// Who confirmed it, and on what evidence; for staff.
    pub confirmations: Vec<LinkConfirmation>,
    names: AccountNames,
}

impl KnownLink {
    /// What staff call whoever confirmed it.
    pub fn name(&self, confirmation: &LinkConfirmation) -> Option<&str> {
        self.names.of(confirmation.account)
    }
}

/// That one side of a link was confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkConfirmation {
    /// Which side.
    pub side: Side,
    /// The day it was said.
    pub on: NaiveDate,
    /// In what role.
    pub by: Role,
    /// By which account, where there is one.
    pub account: Option<AccountId>,
    /// How that is known, in the words of whoever confirmed it.
    pub evidence: Option<String>,
}

/// Who confirmed the sides of links as they stand: of each the first version in a row that says so.
fn confirmations(revisions: &[Revision<CooperationLink>]) -> HashMap<LinkId, Vec<LinkConfirmation>> {
    let mut found: HashMap<LinkId, Vec<LinkConfirmation>> = HashMap::new();
    for Revision { record, by, account, note, .. } in revisions {
        let known = found.entry(record.id).or_default();
        for side in [Side::From, Side::To] {
            match side.confirmation(&record.data) {
                None => known.retain(|confirmation| confirmation.side != side),
                Some(on) if !known.iter().any(|confirmation| confirmation.side == side) => {
                    known.push(LinkConfirmation { side, on, by: *by, account: *account, evidence: note.clone() });
                }
                Some(_) => {}
            }
        }
    }
    found
}

impl Curation {
    /// Links as they are stored, newest change first. Members see those of their own actors, without
    /// the note for staff.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn links(
        &self,
        by: &Sees<Member>,
        asked: &LinksAsked,
        page_request: &PageRequest<u64>,
    ) -> Result<Page<u64, KnownLink>, CurationError> {
        let owners = own_of(by, asked.actor);
        let mut found: Vec<(u64, Record<CooperationLink>)> = Vec::new();
        for status in &asked.statuses {
            found.extend(self.store.in_state(status.slug(), owners.as_deref(), page_request).await?);
        }
        let page = newest_first(found, page_request);
        let (places, links): (Vec<u64>, Vec<_>) = page.items.into_iter().unzip();
        let items = places.into_iter().zip(self.with_ends(by, links).await?).collect();
        Ok(Page { items, has_previous: page.has_previous, has_next: page.has_next })
    }

    /// One link; `None` where there is none, or it is not for the asker.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn link(&self, by: &Sees<Member>, id: LinkId) -> Result<Option<KnownLink>, CurationError> {
        Ok(self.links_by_id(by, &[id]).await?.pop().flatten())
    }

    /// Each of some links, as [`Self::link`] gives it.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn links_by_id(
        &self,
        by: &Sees<Member>,
        ids: &[LinkId],
    ) -> Result<Vec<Option<KnownLink>>, CurationError> {
        let mut found = self.store.get_many::<CooperationLink>(ids).await?;
        found.retain(|link| is_known_to(by, &[link.data.from, link.data.to]));
        let known = self.with_ends(by, found).await?;
        let by_id: HashMap<LinkId, KnownLink> = known.into_iter().map(|link| (link.record.id, link)).collect();
        Ok(ids.iter().map(|id| by_id.get(id).cloned()).collect())
    }

    /// Links with their ends, as far as they are for the asker.
    async fn with_ends(
        &self,
        by: &Sees<Member>,
        links: Vec<Record<CooperationLink>>,
    ) -> Result<Vec<KnownLink>, CurationError> {
        let mut ends: Vec<ActorId> = links.iter().flat_map(|link| [link.data.from, link.data.to]).collect();
        ends.sort_unstable();
        ends.dedup();
        let ends = self.store.get_many::<Actor>(&ends).await?;
        let end = |id: ActorId| {
            let found = ends.iter().find(|actor| actor.id == id);
            let seen = found.filter(|actor| is_known_to(by, &[id]) || actor.data.status == LifeStatus::Published);
            seen.map(EntrySummary::of)
        };
        let mut confirmed = HashMap::new();
        if by.sees(Role::Editor) {
            let ids: Vec<LinkId> = links.iter().map(|link| link.id).collect();
            confirmed = confirmations(&self.store.revisions_of::<CooperationLink>(&ids).await?);
        }
        let names = self.names(by, confirmed.values().flatten().map(|confirmation| confirmation.account)).await?;
        let known = links.into_iter().map(|mut record| {
            if !by.sees(Role::Editor) {
                record.data.internal_note = None;
            }
            let (from, to) = (end(record.data.from), end(record.data.to));
            let confirmations = confirmed.remove(&record.id).unwrap_or_default();
            KnownLink { from, to, confirmations, names: names.clone(), record }
        });
        Ok(known.collect())
    }

    /// How many links such a list has.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn count_links(&self, by: &Sees<Member>, asked: &LinksAsked) -> Result<u64, CurationError> {
        let owners = own_of(by, asked.actor);
        let mut count = 0;
        for status in &asked.statuses {
            count += self.store.count_in_state::<CooperationLink>(status.slug(), owners.as_deref()).await?;
        }
        Ok(count)
    }
}
