//! Taking two actors apart again.
//!
//! Every entry gets back what the merge changed of it, as far as that still stands; what others have
//! changed since stays as they left it, but what belonged to the loser belongs to it again.

use domain::{Actor, ActorId, ContactPerson, CooperationLink, Event, Offer, Project, Record, record::EntityKind};
use messages::Message;
use serde_json::Value;
use store::{Merge, Moved, ProposalStatus};
use uuid::Uuid;

use super::{slugs_of, unreadable};
use crate::{
    Curation, CurationError, Done, Editor, Refusal,
    command_span::command,
    commands::lifecycle::wrong_state,
    fields::{Editable, FieldValues, between, fields_of, with},
    unit_of_work::UnitOfWork,
};

impl Curation {
    /// Undoes a merge: the loser is what it was, with everything that was its own.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when there is no such merge, it is undone already, or the survivor
    /// was merged into another since; [`CurationError::Store`].
    pub async fn undo_merge(&self, by: &Editor, merge: Uuid) -> Result<Done<Merge>, CurationError> {
        command("undo_merge", async {
            let mut work = self.begin(by, None).await?;
            let Some(mut merge) = work.writer.merge(merge).await? else {
                return Err(Refusal::NotFound { field: "merge".to_owned() }.into());
            };
            if merge.undone_at.is_some() {
                return Err(wrong_state("ALREADY_UNDONE", Message::new("state-merge-undone")));
            }
            let since = work.writer.merges_of(merge.survivor).await?;
            if since.iter().any(|later| later.loser == merge.survivor && later.undone_at.is_none()) {
                return Err(wrong_state("MERGED", Message::new("state-merged-since")));
            }
            work.separate(&merge).await?;
            work.give_back::<Offer>(&merge).await?;
            work.give_back::<Event>(&merge).await?;
            work.give_back::<Project>(&merge).await?;
            work.give_back::<ContactPerson>(&merge).await?;
            work.give_back::<CooperationLink>(&merge).await?;
            work.give_proposals_back(&merge).await?;
            work.writer.remove_members(&merge.members, merge.survivor).await?;
            merge.undone_at = Some(work.writer.at());
            work.writer.save_merge(&merge).await?;
            work.finish(merge).await
        })
        .await
    }
}

impl UnitOfWork {
    /// Gives both actors their slugs back, and the loser its place in life.
    async fn separate(&mut self, merge: &Merge) -> Result<(), CurationError> {
        let survivor = self.require_existing::<Actor>(merge.survivor, "survivor").await?;
        let loser = self.require_existing::<Actor>(merge.loser, "loser").await?;
        let before = match moved_of(merge, EntityKind::Actor).find(|moved| moved.id == merge.loser.uuid()) {
            Some(moved) => self.writer.version::<Actor>(loser.id, moved.before).await?,
            None => None,
        };
        let Some(before) = before else { return Err(unreadable(merge.loser)) };
        let returning = slugs_of(&before.data);
        let kept = survivor.data.former_slugs.iter().filter(|slug| !returning.contains(slug));
        let former = Value::Array(kept.map(|slug| Value::String(slug.to_string())).collect());
        let mut parted = self.fields_from_loser(merge, &survivor).await?;
        parted.insert("formerSlugs".to_owned(), former);
        let was = fields_of(&before.data);
        let restored = ["slug", "formerSlugs", "status"]
            .into_iter()
            .map(|field| (field.to_owned(), was.get(field).cloned().unwrap_or_default()));
        // The survivor first: a slug must be free before another can have it.
        for (actor, change) in [(&survivor, parted), (&loser, restored.collect())] {
            let Some(data) = with(&actor.data, &change) else { return Err(unreadable(actor.id)) };
            self.writer.put_with_slugs(&actor.next(self.writer.at(), data)).await?;
        }
        Ok(())
    }

    /// What the merge had the survivor say, back to what it said before, where nobody has changed it since.
    async fn fields_from_loser(&self, merge: &Merge, survivor: &Record<Actor>) -> Result<FieldValues, CurationError> {
        let Some(moved) = moved_of(merge, EntityKind::Actor).find(|moved| moved.id == merge.survivor.uuid()) else {
            return Ok(FieldValues::new());
        };
        let before = self.writer.version::<Actor>(survivor.id, moved.before).await?;
        let after = self.writer.version::<Actor>(survivor.id, moved.after).await?;
        let (Some(before), Some(after)) = (before, after) else { return Err(unreadable(merge.survivor)) };
        let (now, after) = (fields_of(&survivor.data), fields_of(&after.data));
        let mut change = between(&after, &fields_of(&before.data));
        change.retain(|field, _| now.get(field) == after.get(field));
        Ok(change)
    }

    /// Gives the loser back what of a kind was its own, and every entry what the merge changed of it.
    async fn give_back<E: Editable>(&mut self, merge: &Merge) -> Result<(), CurationError> {
        let (mut leaving, mut returning) = (Vec::new(), Vec::new());
        for moved in moved_of(merge, E::KIND) {
            let id = E::Id::from(moved.id);
            let versions = (
                self.writer.get::<E>(id).await?,
                self.writer.version::<E>(id, moved.before).await?,
                self.writer.version::<E>(id, moved.after).await?,
            );
            if let (Some(now), Some(before), Some(after)) = versions {
                let next = revert_fields(&now, [&before, &after], merge).map(|data| now.next(self.writer.at(), data));
                // A link that holds a pair leaves it before the link that the merge closed takes it again.
                if now.data.open_pair().is_some() { leaving.extend(next) } else { returning.extend(next) }
            }
        }
        self.writer.put_many(leaving).await?;
        self.writer.put_many(returning).await?;
        Ok(())
    }

    /// Proposals that still wait go back to the loser.
    async fn give_proposals_back(&mut self, merge: &Merge) -> Result<(), CurationError> {
        for id in &merge.proposals {
            let Some(mut proposal) = self.writer.proposal(*id).await? else { continue };
            if proposal.status == ProposalStatus::Open {
                proposal.entity = Some(merge.loser.uuid());
                self.writer.save_proposal(&proposal).await?;
            }
        }
        Ok(())
    }
}

fn moved_of(merge: &Merge, kind: EntityKind) -> impl Iterator<Item = &Moved> {
    merge.moved.iter().filter(move |moved| moved.kind() == Some(kind))
}

/// What an entry says without the merge: its own changes taken back where they still stand.
fn revert_fields<E: Editable>(now: &Record<E>, [before, after]: [&Record<E>; 2], merge: &Merge) -> Option<E> {
    let (now_says, after_says) = (fields_of(&now.data), fields_of(&after.data));
    let before_said = fields_of(&before.data);
    let mut change = FieldValues::new();
    for (field, value) in between(&after_says, &before_said) {
        if now_says.get(&field) == after_says.get(&field) {
            change.insert(field, value);
        } else if let Some(list) = now_says.get(&field).and_then(Value::as_array) {
            let kept = before_said.get(&field).is_some_and(|before| holds(before, merge.survivor));
            change.insert(field, Value::Array(split_list(list, merge, kept)));
        }
    }
    with(&now.data, &change)
}

fn holds(list: &Value, actor: ActorId) -> bool {
    list.as_array().is_some_and(|entries| entries.iter().any(|entry| *entry == actor.to_string()))
}

/// A list of actors that somebody has changed since the merge, with the loser in it again.
fn split_list(list: &[Value], merge: &Merge, survivor_was_there: bool) -> Vec<Value> {
    let (survivor, loser) = (merge.survivor.to_string(), Value::String(merge.loser.to_string()));
    let mut apart = Vec::with_capacity(list.len() + 1);
    for entry in list {
        if *entry == survivor {
            if survivor_was_there {
                apart.push(entry.clone());
            }
            apart.push(loser.clone());
        } else if *entry != loser {
            apart.push(entry.clone());
        }
    }
    apart
}
