//! Whom to speak to at an actor, as far as the asker may know.

use domain::{
    Actor, ActorId, ContactPerson, LifeStatus, Record,
    publication::{PublicContact, contact_seen_by},
    vocabulary::Visibility,
};

use super::is_known_to;
use crate::{Curation, CurationError, Partner, Sees};

/// A contact person as far as somebody may know.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownContact {
    /// The values they may see.
    pub contact: PublicContact,
    /// The whole with its consents, for staff and those who speak for the actor.
    pub record: Option<Record<ContactPerson>>,
}

impl Curation {
    /// The contact persons of an actor with the values that the asker may see: partners see what is
    /// public or meant for partners, staff and those who speak for the actor see everything. None where
    /// there is no such actor for the asker.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn contacts_for(&self, by: &Sees<Partner>, actor: ActorId) -> Result<Vec<KnownContact>, CurationError> {
        let is_known = is_known_to(by, &[actor]);
        let found = self.store.get::<Actor>(actor).await?;
        if !found.is_some_and(|found| is_known || found.data.status == LifeStatus::Published) {
            return Ok(Vec::new());
        }
        let visibility = if is_known { Visibility::Internal } else { Visibility::Partners };
        let persons = self.store.of_actor::<ContactPerson>(actor).await?;
        let known = persons.into_iter().filter_map(|person| {
            let contact = contact_seen_by(&person, visibility)?;
            Some(KnownContact { contact, record: is_known.then_some(person) })
        });
        Ok(known.collect())
    }
}
