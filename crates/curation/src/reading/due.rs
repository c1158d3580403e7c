//! What is due: entries that nobody has confirmed for long, consents to be asked for again.

use chrono::NaiveDate;
use domain::{Actor, ActorId, ActorKind, ContactPerson, LifeStatus, Record, Slug};
use store::{DayPlace, Page, PageRequest, Reminder, Stale};

use super::{entries::EntrySummary, ownership::is_known_to};
use crate::{Curation, CurationError, Editor, Member, Sees, day::day_in};

/// How many actors are looked through for their place at a time.
const UNPLACED_PAGE: u32 = 500;

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
    /// The newest mail that asked whether it is still true; in lists only.
    pub reminder: Option<Reminder>,
}

/// Due longest first; the id breaks ties.
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

/// A contact person of whom a consent is to be asked for again.
#[derive(Clone, Debug, PartialEq)]
pub struct DueReview {
    /// The person, with the consents.
    pub person: Record<ContactPerson>,
    /// Whose contact.
    pub actor: Option<EntrySummary>,
}

impl Curation {
    /// Published actors that are due to be confirmed: those never confirmed first, in the order in
    /// which they were made, then those confirmed longest ago.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn due_for_verification(
        &self,
        _by: &Sees<Editor>,
        page_request: &PageRequest<DayPlace>,
    ) -> Result<Page<DayPlace, Due>, CurationError> {
        let page = self.store.stale_actors(&self.stale(), page_request).await?;
        let actors: Vec<ActorId> = page.items.iter().map(|(_, actor)| actor.id).collect();
        let mut reminders = self.store.newest_reminders(&actors).await?;
        page.try_map(|actor| Ok(Due { reminder: reminders.remove(&actor.id), ..self.due_entry(&actor) }))
    }

    /// Since when an entry is due to be confirmed, for staff and for those who speak for it; `None` where it is not.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn verification_due(&self, by: &Sees<Member>, actor: ActorId) -> Result<Option<Due>, CurationError> {
        if !is_known_to(by, &[actor]) {
            return Ok(None);
        }
        let found = self.store.get::<Actor>(actor).await?;
        Ok(found.and_then(|actor| self.due(&actor, self.today())))
    }

    /// How many actors are due to be confirmed.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn count_due(&self, _by: &Sees<Editor>) -> Result<u64, CurationError> {
        Ok(self.store.count_stale_actors(&self.stale()).await?)
    }

    /// How many actors, drafts as well, have no place on the map. Reads all of them.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn count_unplaced(&self, _by: &Sees<Editor>) -> Result<u64, CurationError> {
        let mut count = 0;
        for status in [LifeStatus::Draft, LifeStatus::Published] {
            let mut page_request = PageRequest::first(UNPLACED_PAGE);
            loop {
                let page = self.store.in_state::<Actor>(status.slug(), None, &page_request).await?;
                let size = page_request.size as usize;
                count += page.iter().take(size).filter(|(_, actor)| actor.data.location.is_none()).count() as u64;
                // One more than was asked for tells that there are more.
                let Some((last, _)) = page.get(size.wrapping_sub(1)).filter(|_| page.len() > size) else { break };
                page_request = page_request.after(Some(*last));
            }
        }
        Ok(count)
    }

    /// Contact persons of whom a consent in force is to be reviewed, longest due first.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn due_reviews(
        &self,
        _by: &Sees<Editor>,
        page_request: &PageRequest<DayPlace>,
    ) -> Result<Page<DayPlace, DueReview>, CurationError> {
        let page = self.store.due_reviews(self.today(), page_request).await?;
        let actors: Vec<ActorId> = page.items.iter().map(|(_, person)| person.data.actor).collect();
        let actors = self.store.get_many::<Actor>(&actors).await?;
        page.try_map(|person| {
            let actor = actors.iter().find(|actor| actor.id == person.data.actor).map(EntrySummary::of);
            Ok(DueReview { person, actor })
        })
    }

    /// How many contact persons have a consent that is to be reviewed.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn count_due_reviews(&self, _by: &Sees<Editor>) -> Result<u64, CurationError> {
        Ok(self.store.count_due_reviews(self.today()).await?)
    }

    /// What counts as not confirmed for too long today.
    fn stale(&self) -> Stale {
        let (policy, today) = (&self.settings.verification, self.today());
        let by_kind = policy.by_kind.keys().map(|kind| (*kind, policy.last_stale_day(Some(*kind), today)));
        Stale { on: policy.last_stale_day(None, today), by_kind: by_kind.collect() }
    }

    /// Since when an actor is due, if it is.
    pub(crate) fn due(&self, actor: &Record<Actor>, today: NaiveDate) -> Option<Due> {
        let due = self.due_entry(actor);
        (actor.data.status == LifeStatus::Published && due.since <= today).then_some(due)
    }

    fn due_entry(&self, actor: &Record<Actor>) -> Due {
        let data = &actor.data;
        let verified_on = data.verification.map(|verification| verification.on);
        let since = match verified_on {
            Some(on) => self.settings.verification.due_on(data.kind, on),
            None => day_in(actor.created_at, self.settings.zone),
        };
        Due {
            actor: actor.id,
            slug: data.slug.clone(),
            name: data.name.clone(),
            kind: data.kind,
            version: actor.version,
            verified_on,
            since,
            reminder: None,
        }
    }
}
