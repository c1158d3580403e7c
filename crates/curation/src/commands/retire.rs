//! What retiring a district and retiring a theme share.

use domain::{Violations, rules::Problem};
use uuid::Uuid;

use crate::{
    CurationError, Refusal,
    fields::{Editable, rename::rename_reference},
    unit_of_work::UnitOfWork,
};

/// The refusal of one thing.
pub(crate) fn refuse<T>(field: &str, problem: Problem) -> Result<T, CurationError> {
    let mut wrong = Violations::default();
    wrong.add(field, problem);
    Err(Refusal::Invalid(wrong).into())
}

impl UnitOfWork {
    /// Puts one entity in another's place in everything of a kind.
    pub(crate) async fn rename_in<E: Editable>(&mut self, old: Uuid, new: Uuid) -> Result<(), CurationError> {
        let naming = self.writer.referrers::<E>(old).await?;
        let at = self.writer.at();
        let next = naming.iter().filter_map(|record| Some(record.next(at, rename_reference(&record.data, old, new)?)));
        self.writer.put_many(next.collect()).await?;
        Ok(())
    }
}
