//! Who somebody was: names for staff, roles for everybody else.

use std::{collections::HashMap, sync::Arc};

use domain::{AccountId, vocabulary::Role};

use crate::{Curation, CurationError, Requester};

/// What staff call the holders of accounts; empty for anybody who is no staff.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Names(Arc<HashMap<AccountId, String>>);

impl Names {
    /// The name of an account's holder, where there is one to be told.
    pub fn of(&self, account: Option<AccountId>) -> Option<&str> {
        self.0.get(&account?).map(String::as_str)
    }
}

/// Shows how many only.
impl std::fmt::Debug for Names {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Names({})", self.0.len())
    }
}

impl Curation {
    /// The names behind these accounts, for whoever may know them.
    pub(super) async fn names(
        &self,
        by: &Requester,
        accounts: impl Iterator<Item = Option<AccountId>>,
    ) -> Result<Names, CurationError> {
        if !by.sees(Role::Editor) {
            return Ok(Names::default());
        }
        let mut accounts: Vec<AccountId> = accounts.flatten().collect();
        accounts.sort_unstable();
        accounts.dedup();
        Ok(Names(Arc::new(self.store.account_names(&accounts).await?)))
    }
}
