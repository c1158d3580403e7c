//! What staff and members may read beside the public directory: queues, drafts, histories, people.
//!
//! Each reading takes the proof of seeing what a role sees ([`Sees`](crate::Sees)), pages by keys, and
//! gives nobody more than they may see: members their own entries, in histories roles without names.
//!
//! What the entries of a page are asked for is read for all of them at once, with one statement per kind of entry.
//!
//! To add a reading: a file here with a method of [`Curation`](crate::Curation); its list in `store`.

mod addresses;
mod audit;
mod contacts;
mod demand;
mod due;
mod duplicates;
mod entries;
mod links;
mod measures;
mod mentions;
mod merges;
mod names;
mod partners;
mod proposals;
mod site_texts;
mod synonyms;
mod unreachable;
mod websites;

pub use audit::LoggedEdit;
pub use contacts::KnownContact;
pub use demand::DemandDays;
pub use due::{Due, DueReview};
pub use duplicates::{Alike, AlikePair, PairPage, PairPlace};
pub use entries::{Content, EntriesAsked, EntrySummary, Shown};
pub use links::{KnownLink, LinkConfirmation, LinksAsked};
pub use measures::NotedMeasure;
pub use merges::ListedMerge;
pub use names::{AccountNames, EntryNames};
pub(crate) use proposals::compare;
pub use proposals::{ProposedField, Waiting};
pub use site_texts::KnownSiteTexts;
pub use store::{
    ChangeFilter, DayPlace, DemandPlace, LoggedChange, MailFailure, Measure, MentionSubject, Page, PageRequest,
    PersonMention, Proposal, ProposalFilter, ProposalStatus, Remark, Reminder, ReminderState, Review, SiteTextsVersion,
    SynonymVersion, UnmetDemand, WebsiteCheck, WebsiteOutcome,
};
pub use synonyms::KnownSynonyms;
pub use unreachable::UnreachableEntry;
pub use websites::TroubledWebsite;

use std::collections::{BTreeMap, BTreeSet};

use domain::{ActorId, Entity, EntityKind, record::EntityRef, vocabulary::Role};
use uuid::Uuid;

use crate::Requester;

/// Whether somebody may read everything of what belongs to these actors: staff, and those who speak
/// for one of them.
pub(crate) fn is_known_to(by: &Requester, owners: &[ActorId]) -> bool {
    by.sees(Role::Editor) || (by.sees(Role::Member) && owners.iter().any(|actor| by.actors().contains(actor)))
}

/// The actors to which somebody's lists are narrowed down, to those of `actor` where one is named;
/// `None` for staff, who see everybody's.
fn own_of(by: &Requester, actor: Option<ActorId>) -> Option<Vec<ActorId>> {
    if by.sees(Role::Editor) {
        return actor.map(|actor| vec![actor]);
    }
    let own = by.actors().iter().copied();
    Some(own.filter(|own| actor.is_none_or(|actor| actor == *own)).collect())
}

/// The ids of entries by their kind, each once: what a page names is read with one statement per kind.
fn ids_by_kind(entities: impl IntoIterator<Item = EntityRef>) -> BTreeMap<EntityKind, BTreeSet<Uuid>> {
    let mut ids: BTreeMap<EntityKind, BTreeSet<Uuid>> = BTreeMap::new();
    for entity in entities {
        ids.entry(entity.kind).or_default().insert(entity.id);
    }
    ids
}

/// Ids as those of a kind.
fn typed_ids<E: Entity>(ids: &BTreeSet<Uuid>) -> Vec<E::Id> {
    ids.iter().map(|id| (*id).into()).collect()
}
