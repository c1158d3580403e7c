//! Whom to speak to at an actor, as far as the asker may know.

use std::collections::HashMap;

use domain::{
    Actor, ActorId, ContactPerson, LifeStatus, Record,
    publication::{PublicContact, contact_seen_by},
    vocabulary::Visibility,
};

use super::ownership::is_known_to;
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
        Ok(self.contacts_of_actors(by, &[actor]).await?.pop().unwrap_or_default())
    }

    /// The contact persons of each of some actors, as [`Self::contacts_for`] gives them.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn contacts_of_actors(
        &self,
        by: &Sees<Partner>,
        actors: &[ActorId],
    ) -> Result<Vec<Vec<KnownContact>>, CurationError> {
        let visible =
            |actor: &Record<Actor>| is_known_to(by, &[actor.id]) || actor.data.status == LifeStatus::Published;
        let found = self.store.get_many::<Actor>(actors).await?;
        let visible: Vec<ActorId> = found.iter().filter(|actor| visible(actor)).map(|actor| actor.id).collect();
        let mut contacts: HashMap<ActorId, Vec<KnownContact>> = HashMap::new();
        for person in self.store.contact_persons_of(&visible).await? {
            let actor = person.data.actor;
            let is_known = is_known_to(by, &[actor]);
            let visibility = if is_known { Visibility::Internal } else { Visibility::Partners };
            if let Some(contact) = contact_seen_by(&person, visibility) {
                let known = KnownContact { contact, record: is_known.then_some(person) };
                contacts.entry(actor).or_default().push(known);
            }
        }
        Ok(actors.iter().map(|actor| contacts.get(actor).cloned().unwrap_or_default()).collect())
    }
}
