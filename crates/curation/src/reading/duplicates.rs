//! Actors that look like one: before a new one is made, and over the whole directory.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    Actor, ActorId, Record, Violations,
    likeness::{BLOCK, Fingerprint, Likeness, SUSPICIOUS},
};

use super::entries::EntrySummary;
use crate::{
    Curation, CurationError, Editor, Patch, Sees,
    fields::{patch::flatten, read::read},
};

/// So many keys are looked at in one go.
const KEYS: usize = 200;

/// An actor that looks like another.
#[derive(Clone, Debug, PartialEq)]
pub struct Alike {
    /// The actor.
    pub actor: EntrySummary,
    /// How alike, and why.
    pub likeness: Likeness,
}

/// Two actors that look like one; smaller id first.
#[derive(Clone, Debug, PartialEq)]
pub struct AlikePair {
    /// The two.
    pub actors: (EntrySummary, EntrySummary),
    /// How alike, and why.
    pub likeness: Likeness,
}

/// Where a pair stands in the queue: the key they share that says most, and the two.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PairPlace {
    /// The key.
    pub key: String,
    /// The two, smaller id first.
    pub actors: (ActorId, ActorId),
}

/// A page of the queue.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PairPage {
    /// The pairs with their places.
    pub pairs: Vec<(PairPlace, AlikePair)>,
    /// Whether there may be more behind.
    pub has_next: bool,
}

/// What one page is made from.
struct Candidates {
    actors: BTreeMap<ActorId, (Record<Actor>, Fingerprint)>,
    apart: std::collections::HashSet<(ActorId, ActorId)>,
}

impl Curation {
    /// Actors that look like one that is being written, the most alike first, at most `limit`. `fields`
    /// is what is known of it so far, with or without mistakes. Archived actors are left out.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn find_duplicates(
        &self,
        _by: &Sees<Editor>,
        fields: &Patch,
        limit: usize,
    ) -> Result<Vec<Alike>, CurationError> {
        // What is wrong with it is told when it is written.
        let mut wrong = Violations::default();
        let named = flatten::<Actor>(fields, None, &mut wrong);
        let Some(draft) = read::<Actor>(None, &named, &mut wrong) else { return Ok(Vec::new()) };
        let draft = Fingerprint::of(&draft);
        let candidates: Vec<ActorId> = self.store.actors_sharing(&draft.keys(), BLOCK).await?.into_iter().collect();
        let actors = self.store.get_many::<Actor>(&candidates).await?;
        let likeness = |actor: &Record<Actor>| draft.likeness(&Fingerprint::of(&actor.data));
        let mut alike: Vec<Alike> = actors
            .iter()
            .map(|actor| Alike { actor: EntrySummary::of(actor), likeness: likeness(actor) })
            .filter(|alike| alike.likeness.score >= SUSPICIOUS)
            .collect();
        alike.sort_by(|one, other| {
            let score = other.likeness.score.total_cmp(&one.likeness.score);
            score.then(one.actor.entity.id.cmp(&other.actor.entity.id))
        });
        alike.truncate(limit);
        Ok(alike)
    }

    /// Pairs of actors that look like one, behind a place, at most `limit`: first those with an e-mail
    /// address, a telephone number or a website in common, then those of a name, then the others.
    /// Archived actors and pairs that somebody has told apart are left out.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn suspected_duplicates(
        &self,
        _by: &Sees<Editor>,
        after: Option<&PairPlace>,
        limit: usize,
    ) -> Result<PairPage, CurationError> {
        let mut page = PairPage::default();
        let apart = self.store.distinct_pairs().await?;
        let mut from = after.map(|place| place.key.clone());
        // One more tells whether there are more.
        while page.pairs.len() <= limit {
            let shared = self.store.shared_keys(from.as_deref(), BLOCK, KEYS + 1).await?;
            let is_last = shared.len() <= KEYS;
            from = shared.last().map(|(key, _)| key.clone());
            let mut candidates = Candidates { actors: BTreeMap::new(), apart: apart.clone() };
            for (key, actors) in shared.into_iter().take(KEYS) {
                candidates.load(self, &actors).await?;
                let passed = after.filter(|after| after.key == key).map(|after| after.actors);
                for pair in candidates.alike(&key, &actors, passed) {
                    if page.pairs.len() <= limit && candidates.stands_here(self, &pair.0).await? {
                        page.pairs.push(pair);
                    }
                }
            }
            if is_last {
                break;
            }
        }
        page.has_next = page.pairs.len() > limit;
        page.pairs.truncate(limit);
        Ok(page)
    }
}

impl Candidates {
    async fn load(&mut self, curation: &Curation, actors: &[ActorId]) -> Result<(), CurationError> {
        let missing: Vec<ActorId> = actors.iter().filter(|id| !self.actors.contains_key(id)).copied().collect();
        for record in curation.store.get_many::<Actor>(&missing).await? {
            let print = Fingerprint::of(&record.data);
            self.actors.insert(record.id, (record, print));
        }
        Ok(())
    }

    /// The pairs below a key that are alike enough to be looked at, behind one.
    fn alike(&self, key: &str, actors: &[ActorId], passed: Option<(ActorId, ActorId)>) -> Vec<(PairPlace, AlikePair)> {
        let mut pairs = Vec::new();
        for (at, one) in actors.iter().enumerate() {
            for other in &actors[at + 1..] {
                let pair = (*one.min(other), *one.max(other));
                if self.apart.contains(&pair) || passed.is_some_and(|passed| pair <= passed) {
                    continue;
                }
                let (Some(first), Some(second)) = (self.actors.get(&pair.0), self.actors.get(&pair.1)) else {
                    continue;
                };
                let likeness = first.1.likeness(&second.1);
                if likeness.score >= SUSPICIOUS {
                    let actors = (EntrySummary::of(&first.0), EntrySummary::of(&second.0));
                    let place = PairPlace { key: key.to_owned(), actors: pair };
                    pairs.push((place, AlikePair { actors, likeness }));
                }
            }
        }
        pairs.sort_by_key(|(place, _)| place.actors);
        pairs
    }

    /// Whether this is where a pair that shares several keys stands: at the first that counts.
    async fn stands_here(&self, curation: &Curation, place: &PairPlace) -> Result<bool, CurationError> {
        let keys = |id: &ActorId| self.actors.get(id).map(|(_, print)| print.keys()).unwrap_or_default();
        let (first, second) = (keys(&place.actors.0), keys(&place.actors.1));
        let before: Vec<String> = first.intersection(&second).filter(|key| **key < place.key).cloned().collect();
        let crowded: BTreeSet<String> = curation.store.crowded_keys(&before, BLOCK).await?;
        Ok(before.iter().all(|key| crowded.contains(key)))
    }
}
