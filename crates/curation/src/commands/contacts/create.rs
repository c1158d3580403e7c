//! A new contact person of an actor.

use domain::{ContactPerson, Record, Violations};

use super::given_consents::{Consents, put_consents};
use crate::{Curation, CurationError, Done, Member, command_span::command, fields::patch::Patch, permission};

/// A new contact person.
#[derive(Clone, Debug, Default)]
pub struct CreateContact {
    /// What is known: `actor`, and `name`, `role`, `phone`, `email`, each with `value` and `visibility`,
    /// which is internal unless said.
    pub fields: Patch,
    /// The consents that allow more than internal.
    pub consents: Consents,
}

impl Curation {
    /// Makes a contact person. Members do so for actors they speak for.
    ///
    /// # Errors
    /// [`CurationError::Refused`] with everything that is wrong, [`CurationError::Store`].
    pub async fn create_contact(
        &self,
        by: &Member,
        input: CreateContact,
    ) -> Result<Done<Record<ContactPerson>>, CurationError> {
        command("create_contact", async {
            let mut work = self.begin(by, None).await?;
            let id = work.new_id().into();
            let mut wrong = Violations::default();
            let mut named = work.resolve_fields::<ContactPerson>(&input.fields, None, &mut wrong).await?;
            put_consents(&mut named, None, &input.consents, by.role());
            let data = work.judge::<ContactPerson>(id, None, &named, wrong).await?;
            permission::to_speak(by, &[data.actor])?;
            let record = work.add(id, data).await?;
            work.finish(record).await
        })
        .await
    }
}
