//! Whom to speak to at an actor, as far as the asker may know.

use domain::{
    Actor, ActorId, ContactPerson, LifeStatus,
    publication::{PublicContact, contact_seen_by},
    vocabulary::{Role, Visibility},
};

use crate::{Curation, CurationError, Refusal, Requester};

impl Curation {
    /// The contact persons of an actor with the values that the asker may see: partners see what is
    /// public or meant for partners, staff and those who speak for the actor see everything.
    ///
    /// # Errors
    /// [`CurationError::Refused`] for the public or when there is no such actor for the asker,
    /// [`CurationError::Store`].
    pub async fn contacts_for(&self, by: &Requester, actor: ActorId) -> Result<Vec<PublicContact>, CurationError> {
        if !by.sees(Role::Partner) {
            return Err(Refusal::SignInFirst { needed: Role::Partner }.into());
        }
        let is_own = by.sees(Role::Editor) || (by.sees(Role::Member) && by.actors().contains(&actor));
        let found = self.store.get::<Actor>(actor).await?;
        if !found.is_some_and(|found| is_own || found.data.status == LifeStatus::Published) {
            return Err(Refusal::NotFound { field: "actor".to_owned() }.into());
        }
        let visibility = if is_own { Visibility::Internal } else { Visibility::Partners };
        let persons = self.store.of_actor::<ContactPerson>(actor).await?;
        Ok(persons.iter().filter_map(|person| contact_seen_by(person, visibility)).collect())
    }
}
