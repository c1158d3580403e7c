//! Keeping entries true: confirming one in a step. What is due is a reading.

use domain::{Actor, ActorId, Record, Verification};
use serde_json::json;

use super::versioned_ref::VersionedRef;
use crate::{
    Curation, CurationError, Done, Member, command_span::command, fields::FieldValues, permission,
    unit_of_work::UnitOfWork,
};

impl Curation {
    /// Vouches today that an entry is still true as it was seen. Members vouch for actors they speak
    /// for.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when it has changed meanwhile, [`CurationError::Store`].
    pub async fn verify_actor(
        &self,
        by: &Member,
        seen: VersionedRef<ActorId>,
    ) -> Result<Done<Record<Actor>>, CurationError> {
        command("verify_actor", async {
            let mut work = self.begin(by, seen.note.as_deref()).await?;
            let actor = work.require_existing::<Actor>(seen.id, "actor").await?;
            permission::to_speak(by, &[actor.id])?;
            let mine = FieldValues::from([("verification".to_owned(), json!(work.verification()))]);
            work.expect(&actor, seen.expected_version, &mine).await?;
            let record = work.vouch(&actor).await?;
            work.finish(record).await
        })
        .await
    }
}

impl UnitOfWork {
    /// Vouches today for an entry as it stands.
    pub(crate) async fn vouch(&mut self, actor: &Record<Actor>) -> Result<Record<Actor>, CurationError> {
        let data = Actor { verification: Some(self.verification()), ..actor.data.clone() };
        self.replace(actor, data).await
    }

    fn verification(&self) -> Verification {
        Verification { on: self.curation.today(), by: self.by.role() }
    }
}
