//! Recording that a person agrees to a value being seen.

use domain::{ContactPerson, PersonId, Record, Violations, rules::Problem, vocabulary::Visibility};
use serde_json::json;

use super::given_consents::{ContactField, GivenConsent, refuse_erased};
use crate::{
    Curation, CurationError, Done, Member,
    command_span::command,
    fields::{FieldValues, fields_of},
    permission,
};

/// A consent to one value being seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordConsent {
    /// Whose.
    pub person: PersonId,
    /// The version that was read.
    pub expected_version: u32,
    /// To which value.
    pub field: ContactField,
    /// By whom it may be seen.
    pub visibility: Visibility,
    /// What was agreed to.
    pub consent: GivenConsent,
}

impl Curation {
    /// Records a consent and lets the value be seen as far as it goes. Members record those of contact
    /// persons of actors they speak for.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when there is no such value or the person has changed meanwhile,
    /// [`CurationError::Store`].
    pub async fn record_consent(
        &self,
        by: &Member,
        input: RecordConsent,
    ) -> Result<Done<Record<ContactPerson>>, CurationError> {
        command("record_consent", async {
            let mut work = self.begin(by, None).await?;
            let before = work.require_existing::<ContactPerson>(input.person, "person").await?;
            permission::to_speak(by, &[before.data.actor])?;
            refuse_erased(&before)?;
            let mut wrong = Violations::default();
            if !fields_of(&before.data).contains_key(&input.field.part("value")) {
                wrong.add(input.field.slug(), Problem::Required);
            }
            let named = FieldValues::from([
                (input.field.part("consent"), input.consent.recorded_by(by.role())),
                (input.field.part("visibility"), json!(input.visibility)),
            ]);
            work.expect(&before, input.expected_version, &named).await?;
            let data = work.judge(before.id, Some(&before.data), &named, wrong).await?;
            let record = work.replace(&before, data).await?;
            work.finish(record).await
        })
        .await
    }
}
