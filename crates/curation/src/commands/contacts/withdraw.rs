//! A person no longer agrees: nothing of theirs is seen from the same moment on.

use domain::{ContactPerson, PersonId, Record};
use messages::Message;
use serde_json::{Value, json};

use super::given_consents::ContactField;
use crate::{
    Curation, CurationError, Done, Member,
    command_span::command,
    commands::lifecycle::wrong_state,
    fields::{FieldValues, fields_of, with},
    permission,
};

/// The end of consents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithdrawConsent {
    /// Whose.
    pub person: PersonId,
    /// To which values; `None` for all.
    pub fields: Option<Vec<ContactField>>,
}

impl Curation {
    /// Ends consents in one transaction: the values are internal and the consents withdrawn today.
    /// Names no version, as nothing that others changed meanwhile may stand in the way.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when none of the values has a consent in force,
    /// [`CurationError::Store`].
    pub async fn withdraw_consent(
        &self,
        by: &Member,
        input: WithdrawConsent,
    ) -> Result<Done<Record<ContactPerson>>, CurationError> {
        command("withdraw_consent", async {
            let mut work = self.begin(by, None).await?;
            let before = work.require_existing::<ContactPerson>(input.person, "person").await?;
            permission::to_speak(by, &[before.data.actor])?;
            let current = fields_of(&before.data);
            let mut changed = FieldValues::new();
            for field in input.fields.as_deref().unwrap_or(ContactField::ALL) {
                let Some(Value::Object(consent)) = current.get(&field.part("consent")) else { continue };
                if consent.get("withdrawnOn").is_some_and(|on| !on.is_null()) {
                    continue;
                }
                let mut consent = consent.clone();
                consent.insert("withdrawnOn".to_owned(), json!(self.today()));
                changed.insert(field.part("consent"), Value::Object(consent));
                changed.insert(field.part("visibility"), json!("internal"));
            }
            let withdrawn = with(&before.data, &changed).filter(|_| !changed.is_empty());
            let Some(data) = withdrawn else {
                return Err(wrong_state("NO_CONSENT", Message::new("state-no-consent")));
            };
            let record = work.replace(&before, data).await?;
            work.finish(record).await
        })
        .await
    }
}
