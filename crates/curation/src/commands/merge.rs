//! Two entries for one actor become one, in one transaction, and can be taken apart again.
//!
//! Everything of the loser goes to the survivor: offers, events, projects, contact persons, links,
//! open proposals, members' accounts, slugs. Links that would then stand twice or join the survivor to itself stay with
//! the loser and are closed. What was changed is remembered by version numbers. What the survivor then
//! says of itself is in `combine`.

mod combine;
mod links;
mod undo;

use domain::{
    Actor, ActorId, ContactPerson, Event, LifeStatus, Offer, Project, Record, Slug, Violations, record::EntityKind,
    rules::Problem,
};
use messages::Message;
use serde_json::Value;
use store::{Merge, Moved, PageRequest, ProposalFilter, ProposalStatus};

use super::lifecycle::wrong_state;
use crate::{
    Curation, CurationError, Done, Editor, Refusal,
    command_span::command,
    fields::{Editable, FieldValues, rename::rename_reference, with},
    unit_of_work::UnitOfWork,
};

/// Two entries for one actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeActors {
    /// The entry that stays.
    pub survivor: ActorId,
    /// The version of it that was read.
    pub survivor_version: u32,
    /// The entry that goes into it.
    pub loser: ActorId,
    /// The version of it that was read.
    pub loser_version: u32,
    /// The fields in which the loser is right, as a whole or by a part (`summary.de`); lists that are not named are
    /// joined.
    pub take: Vec<String>,
    /// The fields in which the survivor is right as it stands: nothing is joined or filled in there.
    pub keep: Vec<String>,
    /// What for; for staff only.
    pub note: Option<String>,
}

impl Curation {
    /// Merges one actor into another: what belonged to the loser belongs to the survivor, its slugs
    /// lead there, and the loser is archived. The survivor says of itself what it said, what only the
    /// loser had said, and what is to be taken; lists hold what either held.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when either is archived, was changed meanwhile or is the other, or
    /// when a field to be taken is none or cannot be;
    /// [`CurationError::Store`].
    pub async fn merge_actors(&self, by: &Editor, input: MergeActors) -> Result<Done<Merge>, CurationError> {
        command("merge_actors", async {
            let mut work = self.begin(by, input.note.as_deref()).await?;
            let survivor = work.require_existing::<Actor>(input.survivor, "survivor").await?;
            if input.survivor == input.loser {
                let mut wrong = Violations::default();
                wrong.add("loser", Problem::Duplicate(survivor.data.name));
                return Err(Refusal::Invalid(wrong).into());
            }
            let loser = work.require_existing::<Actor>(input.loser, "loser").await?;
            work.expect(&survivor, input.survivor_version, &FieldValues::new()).await?;
            work.expect(&loser, input.loser_version, &FieldValues::new()).await?;
            if [&survivor, &loser].iter().any(|actor| actor.data.status == LifeStatus::Archived) {
                return Err(wrong_state("ARCHIVED", Message::new("state-merge-archived")));
            }
            let combined = work.combine(&survivor, &loser, &input).await?;
            let mut merge = Merge {
                id: work.new_id(),
                survivor: survivor.id,
                loser: loser.id,
                at: work.writer.at(),
                by: by.role(),
                account: by.account(),
                undone_at: None,
                moved: Vec::new(),
                proposals: Vec::new(),
                members: Vec::new(),
            };
            work.move_all::<Offer>(&mut merge).await?;
            work.move_all::<Event>(&mut merge).await?;
            work.move_all::<Project>(&mut merge).await?;
            work.move_all::<ContactPerson>(&mut merge).await?;
            work.move_links(&mut merge).await?;
            work.move_slugs(&survivor, combined, &loser, &mut merge).await?;
            work.move_proposals(&mut merge).await?;
            merge.members = work.writer.add_members(merge.loser, merge.survivor).await?;
            work.writer.save_merge(&merge).await?;
            work.finish(merge).await
        })
        .await
    }
}

impl UnitOfWork {
    /// Puts the survivor in the loser's place in everything of a kind.
    async fn move_all<E: Editable>(&mut self, merge: &mut Merge) -> Result<(), CurationError> {
        let mut next = Vec::new();
        for record in self.writer.of_actor::<E>(merge.loser).await? {
            if let Some(data) = rename_reference(&record.data, merge.loser.uuid(), merge.survivor.uuid()) {
                next.push(record.next(self.writer.at(), data));
            }
        }
        self.rewrite(next, merge).await
    }

    /// Writes the next versions of entries and remembers which they were before.
    async fn rewrite<E: Editable>(&mut self, next: Vec<Record<E>>, merge: &mut Merge) -> Result<(), CurationError> {
        let versions: Vec<_> = next.iter().map(|record| (record.id.into(), record.version)).collect();
        for ((id, after), place) in versions.into_iter().zip(self.writer.put_many(next).await?) {
            if place.is_some() {
                merge.moved.push(moved_entity(E::KIND, id, after));
            }
        }
        Ok(())
    }

    /// Archives the loser and lets its slugs lead to the survivor, which says what both said.
    async fn move_slugs(
        &mut self,
        survivor: &Record<Actor>,
        combined: Actor,
        loser: &Record<Actor>,
        merge: &mut Merge,
    ) -> Result<(), CurationError> {
        let slugs = slugs_of(&loser.data);
        let fresh = FieldValues::from([
            ("slug".to_owned(), Value::String(format!("merged-{}", merge.id.simple()))),
            ("formerSlugs".to_owned(), Value::Array(Vec::new())),
            ("status".to_owned(), Value::String(LifeStatus::Archived.slug().to_owned())),
        ]);
        let mut former = values(&survivor.data.former_slugs);
        former.extend(slugs.iter().map(|slug| Value::String(slug.to_string())));
        let widened = FieldValues::from([("formerSlugs".to_owned(), Value::Array(former))]);
        // The loser first: a slug must be free before another can have it.
        for (actor, data, change) in [(loser, &loser.data, fresh), (survivor, &combined, widened)] {
            let Some(data) = with(data, &change) else { return Err(unreadable(actor.id)) };
            let next = actor.next(self.writer.at(), data);
            self.writer.put_with_slugs(&next).await?;
            merge.moved.push(moved_entity(EntityKind::Actor, actor.id.uuid(), next.version));
        }
        Ok(())
    }

    async fn move_proposals(&mut self, merge: &mut Merge) -> Result<(), CurationError> {
        let open = ProposalFilter {
            status: Some(ProposalStatus::Open),
            entity: Some(merge.loser.uuid()),
            ..ProposalFilter::default()
        };
        for (_, mut proposal) in self.writer.proposals(open, &PageRequest::first(u32::MAX)).await?.items {
            proposal.entity = Some(merge.survivor.uuid());
            self.writer.save_proposal(&proposal).await?;
            merge.proposals.push(proposal.id);
        }
        Ok(())
    }
}

fn moved_entity(kind: EntityKind, id: uuid::Uuid, after: u32) -> Moved {
    Moved { kind: kind.slug().to_owned(), id, before: after - 1, after }
}

fn slugs_of(actor: &Actor) -> Vec<Slug> {
    actor.former_slugs.iter().chain([&actor.slug]).cloned().collect()
}

fn values(slugs: &[Slug]) -> Vec<Value> {
    slugs.iter().map(|slug| Value::String(slug.to_string())).collect()
}

/// A fault: what was an entry's own before is no entry any more.
fn unreadable(actor: ActorId) -> CurationError {
    store::StoreError::Unreadable { kind: EntityKind::Actor, id: actor.uuid(), source: None }.into()
}
