//! Who somebody was: names for staff, roles for everybody else; and what entries are called.

use std::{collections::HashMap, sync::Arc};

use domain::{AccountId, EntityKind, record::EntityRef, vocabulary::Role};
use store::for_kind;

use super::entity_ids::{ids_by_kind, typed_ids};
use crate::{
    Curation, CurationError, Requester,
    fields::{FieldValues, fields_of},
};

/// What staff call the holders of accounts; empty for anybody who is no staff.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct AccountNames(Arc<HashMap<AccountId, String>>);

impl AccountNames {
    /// The name of an account's holder, where there is one to be told.
    pub fn of(&self, account: Option<AccountId>) -> Option<&str> {
        self.0.get(&account?).map(String::as_str)
    }
}

/// What entries are called; people and links have no names here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntryNames(Arc<HashMap<EntityRef, String>>);

impl EntryNames {
    /// The name of an entry, where it is called something.
    pub fn of(&self, entity: EntityRef) -> Option<&str> {
        self.0.get(&entity).map(String::as_str)
    }
}

/// The fields that say what an entry is called, as far as it has them: texts in German before those in other languages.
const NAMES: [&str; 7] = ["name", "name.de", "title.de", "label.de", "name.", "title.", "label."];

fn name_of(fields: &FieldValues) -> Option<String> {
    let value = |name: &str| match name.ends_with('.') {
        true => fields.iter().find(|(field, _)| field.starts_with(name)).map(|(_, value)| value),
        false => fields.get(name),
    };
    NAMES.into_iter().find_map(|name| value(name)?.as_str().map(str::to_owned))
}

/// Shows how many only.
impl std::fmt::Debug for AccountNames {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "AccountNames({})", self.0.len())
    }
}

impl Curation {
    /// The names behind these accounts, for whoever may know them.
    pub(super) async fn names(
        &self,
        by: &Requester,
        accounts: impl Iterator<Item = Option<AccountId>>,
    ) -> Result<AccountNames, CurationError> {
        if !by.sees(Role::Editor) {
            return Ok(AccountNames::default());
        }
        let mut accounts: Vec<AccountId> = accounts.flatten().collect();
        accounts.sort_unstable();
        accounts.dedup();
        Ok(AccountNames(Arc::new(self.store.account_names(&accounts).await?)))
    }

    /// What these entries are called now.
    pub(super) async fn entry_names(
        &self,
        entities: impl Iterator<Item = EntityRef>,
    ) -> Result<EntryNames, CurationError> {
        let named = entities.filter(|entity| !matches!(entity.kind, EntityKind::Person | EntityKind::Link));
        let mut names = HashMap::new();
        for (kind, ids) in ids_by_kind(named) {
            for_kind!(kind, E => {
                for record in self.store.get_many::<E>(&typed_ids::<E>(&ids)).await? {
                    if let Some(name) = name_of(&fields_of(&record.data)) {
                        names.insert(EntityRef::of::<E>(record.id), name);
                    }
                }
            });
        }
        Ok(EntryNames(Arc::new(names)))
    }
}
