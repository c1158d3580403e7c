//! Changing what is known of a contact person.

use domain::{ContactPerson, PersonId, Record, Violations};

use super::given_consents::{Consents, put_consents, refuse_erased};
use crate::{
    Curation, CurationError, Done, Member,
    command_span::command,
    fields::{fields_of, patch::Patch},
    permission,
};

/// An edit of a contact person.
#[derive(Clone, Debug)]
pub struct EditContact {
    /// Whom.
    pub person: PersonId,
    /// The version the edit started from.
    pub expected_version: u32,
    /// What is known now; what is not named stays.
    pub fields: Patch,
    /// The consents to the new values. A value that changes without one becomes internal.
    pub consents: Consents,
}

impl Curation {
    /// Changes the named values of a contact person. Members do so for actors they speak for.
    ///
    /// # Errors
    /// [`CurationError::Refused`] with everything that is wrong or what others changed meanwhile,
    /// [`CurationError::Store`].
    pub async fn edit_contact(
        &self,
        by: &Member,
        input: EditContact,
    ) -> Result<Done<Record<ContactPerson>>, CurationError> {
        command("edit_contact", async {
            let mut work = self.begin(by, None).await?;
            let before = work.require_existing::<ContactPerson>(input.person, "person").await?;
            permission::to_speak(by, &[before.data.actor])?;
            refuse_erased(&before)?;
            let mut wrong = Violations::default();
            let current = fields_of(&before.data);
            let mut named = work.resolve_fields::<ContactPerson>(&input.fields, Some(&current), &mut wrong).await?;
            put_consents(&mut named, Some(&before.data), &input.consents, by.role());
            work.expect(&before, input.expected_version, &named).await?;
            let data = work.judge(before.id, Some(&before.data), &named, wrong).await?;
            let record = work.replace(&before, data).await?;
            work.finish(record).await
        })
        .await
    }
}
