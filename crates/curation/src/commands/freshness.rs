//! Keeping entries true: which have not been confirmed for long, and confirming one in a step.

use std::collections::BinaryHeap;

use chrono::NaiveDate;
use domain::{Actor, ActorId, ActorKind, LifeStatus, Record, Slug, Verification};
use futures_util::TryStreamExt;
use serde_json::json;

use super::Seen;
use crate::{Curation, CurationError, Done, Editor, Member, curation::day_in, fields::Fields, permission, work::Work};

/// An entry that somebody should look at again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// Which actor.
    pub actor: ActorId,
    /// Its slug.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Its version, to confirm it in one step.
    pub version: u32,
    /// The day it was confirmed last; `None` for never.
    pub verified_on: Option<NaiveDate>,
    /// The day since which it has been due: for an entry never confirmed, the day it was made.
    pub since: NaiveDate,
}

/// The oldest first; the id breaks ties, so that pages fit together.
impl Ord for Due {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.since, self.actor).cmp(&(other.since, other.actor))
    }
}

impl PartialOrd for Due {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Curation {
    /// Published actors that are due to be confirmed, those due longest first, at most `limit` of them;
    /// `after` is the last one of the page before. Reads every actor once and keeps a page of them.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn due_for_verification(
        &self,
        _by: &Editor,
        after: Option<(NaiveDate, ActorId)>,
        limit: usize,
    ) -> Result<Vec<Due>, CurationError> {
        let today = self.today();
        let mut page: BinaryHeap<Due> = BinaryHeap::with_capacity(limit + 1);
        let mut actors = self.store.all::<Actor>().await?;
        while let Some(actor) = actors.try_next().await? {
            let Some(due) = self.due(&actor, today) else { continue };
            if after.is_none_or(|after| (due.since, due.actor) > after) {
                page.push(due);
                if page.len() > limit {
                    page.pop();
                }
            }
        }
        Ok(page.into_sorted_vec())
    }

    /// Since when an actor is due, if it is.
    pub(super) fn due(&self, actor: &Record<Actor>, today: NaiveDate) -> Option<Due> {
        let data = &actor.data;
        let verified_on = data.verification.map(|verification| verification.on);
        let since = match verified_on {
            Some(on) => self.settings.verification.due_on(data.kind, on),
            None => day_in(actor.created_at, self.settings.zone),
        };
        (data.status == LifeStatus::Published && since <= today).then(|| Due {
            actor: actor.id,
            slug: data.slug.clone(),
            name: data.name.to_string(),
            kind: data.kind,
            version: actor.version,
            verified_on,
            since,
        })
    }

    /// Vouches today that an entry is still true as it was seen. Members vouch for actors they speak
    /// for.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when it has changed meanwhile, [`CurationError::Store`].
    pub async fn verify_actor(&self, by: &Member, seen: Seen<ActorId>) -> Result<Done<Record<Actor>>, CurationError> {
        let mut work = self.begin(by, seen.note.as_deref()).await?;
        let actor = work.existing::<Actor>(seen.id, "actor").await?;
        permission::to_speak(by, &[actor.id])?;
        let mine = Fields::from([("verification".to_owned(), json!(work.verification()))]);
        work.expect(&actor, seen.expected_version, &mine).await?;
        let record = work.vouch(&actor).await?;
        work.finish(record).await
    }
}

impl Work {
    /// Vouches today for an entry as it stands.
    pub(crate) async fn vouch(&mut self, actor: &Record<Actor>) -> Result<Record<Actor>, CurationError> {
        let data = Actor { verification: Some(self.verification()), ..actor.data.clone() };
        self.replace(actor, data).await
    }

    fn verification(&self) -> Verification {
        Verification { on: self.curation.today(), by: self.by.role() }
    }
}
