//! Who changed what of an entry since a version: told with every conflict.

use domain::{Record, record::EntityRef, vocabulary::Role};
use store::{ChangeFilter, PageRequest};

use super::{
    conflict::{FieldAuthor, FieldConflict, changes},
    definition::{Editable, fields_of},
};
use crate::{CurationError, Refusal, unit_of_work::UnitOfWork};

/// So many changes are looked through; who changed a field before those is not told.
const LATEST: u32 = 40;

impl UnitOfWork {
    /// The refusal of an edit that started from an older version, with who changed each field since.
    pub(crate) async fn conflict<E: Editable>(
        &self,
        record: &Record<E>,
        expected: u32,
        mut fields: Vec<FieldConflict>,
    ) -> CurationError {
        let entity = EntityRef::of::<E>(record.id);
        match self.name_authors::<E>(record, expected, &mut fields).await {
            Ok(()) => Refusal::Conflict { entity, expected, found: record.version, fields }.into(),
            Err(fault) => fault,
        }
    }

    async fn name_authors<E: Editable>(
        &self,
        record: &Record<E>,
        expected: u32,
        fields: &mut [FieldConflict],
    ) -> Result<(), CurationError> {
        // The transaction's own view: a second connection may not be had while this one is held.
        let store = self.writer.view();
        let filter = ChangeFilter { entity: Some(EntityRef::of::<E>(record.id)), ..ChangeFilter::default() };
        let latest = store.logged_changes(filter, &PageRequest::first(LATEST)).await?.items;
        let mut after = fields_of(&record.data);
        for (_, change) in latest.into_iter().filter(|(_, change)| change.version > expected) {
            // What only this edit changes has no author; each further version may have one for the rest.
            if fields.iter().all(|field| field.author.is_some() || field.theirs == field.base) {
                break;
            }
            let Some(before) = self.writer.version::<E>(record.id, change.version - 1).await? else { break };
            let before = fields_of(&before.data);
            let differing = changes(&before, &after);
            let mut name = None;
            if self.by.sees(Role::Editor)
                && let Some(account) = change.account
            {
                name = store.account_names(&[account]).await?.remove(&account);
            }
            for field in fields.iter_mut().filter(|field| field.author.is_none()) {
                if differing.iter().any(|change| change.field == field.field) {
                    field.author = Some(FieldAuthor { at: change.at, role: change.by, name: name.clone() });
                }
            }
            after = before;
        }
        Ok(())
    }
}
