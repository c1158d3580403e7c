//! Entries with a life: draft, published, archived.

use domain::{Actor, Event, LifeStatus, Offer, Project, Record};
use messages::Message;
use serde_json::Value;

use super::versioned_ref::VersionedRef;
use crate::{
    CurationError, Member, Refusal,
    fields::{FieldValues, Impersonal},
    permission,
    unit_of_work::UnitOfWork,
};

/// An entry that is a draft, published or archived.
pub trait Lifecycle: Impersonal {
    /// Where it stands in its life.
    fn status(&self) -> LifeStatus;

    /// Moves it on.
    fn set_status(&mut self, status: LifeStatus);
}

macro_rules! living {
    ($($entity:ident),+) => {$(
        impl Lifecycle for $entity {
            fn status(&self) -> LifeStatus {
                self.status
            }

            fn set_status(&mut self, status: LifeStatus) {
                self.status = status;
            }
        }
    )+};
}

living!(Actor, Offer, Event, Project);

impl UnitOfWork {
    /// The entry whose life is to change, if it may, as it was seen.
    pub(crate) async fn alive<E: Lifecycle>(
        &self,
        by: &Member,
        seen: &VersionedRef<E::Id>,
        to: LifeStatus,
    ) -> Result<Record<E>, CurationError> {
        let record = self.require_existing::<E>(seen.id, "id").await?;
        let owners = match E::KIND {
            // An association does not take itself out of the directory by a slip of a hand.
            domain::EntityKind::Actor => Vec::new(),
            _ => permission::owners(&record),
        };
        permission::to_publish(by, &owners)?;
        let mine = FieldValues::from([("status".to_owned(), Value::String(to.slug().to_owned()))]);
        self.expect(&record, seen.expected_version, &mine).await?;
        Ok(record)
    }

    /// Writes the entry with another status.
    pub(crate) async fn enter<E: Lifecycle>(
        &mut self,
        record: &Record<E>,
        status: LifeStatus,
    ) -> Result<Record<E>, CurationError> {
        let mut data = record.data.clone();
        data.set_status(status);
        self.replace(record, data).await
    }
}

/// The refusal of a step that the entry's status does not allow.
pub(crate) fn wrong_state(code: &'static str, message: Message) -> CurationError {
    Refusal::WrongState { code, message }.into()
}
