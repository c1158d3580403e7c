//! Actors that look like one: before a new one is made, and over the whole directory.

use domain::{Actor, ActorId, LifeStatus, Record, Slug, Violations};
use futures_util::TryStreamExt;

use crate::{
    Curation, CurationError, Done, Editor, Patch, Refusal,
    duplicates::{Fingerprint, Likeness, SUSPICIOUS, alike_pairs, likeness},
    fields::{flatten, read},
};

/// An actor that looks like another.
#[derive(Clone, Debug, PartialEq)]
pub struct Alike {
    /// Which actor.
    pub actor: ActorId,
    /// Its slug.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// Whether it is a draft.
    pub is_draft: bool,
    /// How alike, and why.
    pub likeness: Likeness,
}

/// Two actors that look like one; smaller id first.
#[derive(Clone, Debug, PartialEq)]
pub struct AlikePair {
    /// The two.
    pub actors: (ActorId, ActorId),
    /// How alike, and why.
    pub likeness: Likeness,
}

impl Curation {
    /// Actors that look like one that is being written, the most alike first, at most `limit`. `fields`
    /// is what is known of it so far, with or without mistakes. Archived actors are left out.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn find_duplicates(
        &self,
        _by: &Editor,
        fields: &Patch,
        limit: usize,
    ) -> Result<Vec<Alike>, CurationError> {
        // What is wrong with it is told when it is written.
        let mut wrong = Violations::default();
        let named = flatten::<Actor>(fields, None, &mut wrong);
        let Some(draft) = read::<Actor>(None, &named, &mut wrong) else { return Ok(Vec::new()) };
        let draft = Fingerprint::of(ActorId::from_uuid(uuid::Uuid::nil()), &draft);
        let mut alike = Vec::new();
        let mut actors = self.store.all::<Actor>().await?;
        while let Some(actor) = actors.try_next().await? {
            let likeness = likeness(&draft, &Fingerprint::of(actor.id, &actor.data));
            if actor.data.status != LifeStatus::Archived && likeness.score >= SUSPICIOUS {
                alike.push(Alike {
                    actor: actor.id,
                    slug: actor.data.slug.clone(),
                    name: actor.data.name.to_string(),
                    is_draft: actor.data.status == LifeStatus::Draft,
                    likeness,
                });
            }
        }
        alike.sort_by(|one, other| {
            other.likeness.score.total_cmp(&one.likeness.score).then(one.actor.cmp(&other.actor))
        });
        alike.truncate(limit);
        Ok(alike)
    }

    /// Pairs of actors that look like one, the most alike first, at most `limit`. Archived actors and
    /// pairs that somebody has told apart are left out.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn suspected_duplicates(&self, _by: &Editor, limit: usize) -> Result<Vec<AlikePair>, CurationError> {
        let apart = self.store.distinct_pairs().await?;
        let mut prints = Vec::new();
        let mut actors = self.store.all::<Actor>().await?;
        while let Some(Record { id, data, .. }) = actors.try_next().await? {
            if data.status != LifeStatus::Archived {
                prints.push(Fingerprint::of(id, &data));
            }
        }
        // Comparing takes a while in a large directory, and would keep others waiting here.
        let compared = tokio::task::spawn_blocking(move || alike_pairs(&prints, &apart)).await;
        let pairs = compared.map_err(|_| store::StoreError::CutShort)?;
        Ok(pairs.into_iter().take(limit).map(|(actors, likeness)| AlikePair { actors, likeness }).collect())
    }

    /// Remembers that two actors are two, so that they are no longer suspected.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when either does not exist, [`CurationError::Store`].
    pub async fn dismiss_pair(&self, by: &Editor, one: ActorId, other: ActorId) -> Result<Done<()>, CurationError> {
        let mut work = self.begin(by, None).await?;
        work.existing::<Actor>(one, "one").await?;
        work.existing::<Actor>(other, "other").await?;
        if one == other {
            return Err(Refusal::NotFound { field: "other".to_owned() }.into());
        }
        work.writer.keep_apart(one, other).await?;
        work.finish(()).await
    }
}
