//! What an account holds and what happened to it, listed: sessions, tokens, events, and all accounts.

use chrono::{DateTime, Utc};
use domain::AccountId;
use sea_orm::{FromQueryResult, QueryResult, Value};
use uuid::Uuid;

use super::{
    account::Account,
    event::AccountEvent,
    read::{self, event},
    write::AccountWriter,
};
use crate::{
    Store, StoreError,
    listing::{KeysetCursor, List, Page, PageRequest},
    rows,
};

/// So many characters of a hash name what it is the hash of: enough to tell all of an account apart.
const HANDLE: u32 = 32;
/// So many sessions or tokens of one account are listed, newest first.
const LISTED: u32 = 100;

/// A session of an account, as its holder sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldSession {
    /// Names it; neither the session's id nor its whole hash.
    pub handle: String,
    /// Whether the second factor was given.
    pub second_factor: bool,
    /// When it began.
    pub created_at: DateTime<Utc>,
    /// When it was last used, to about a minute.
    pub seen_at: DateTime<Utc>,
    /// When it ends whatever happens.
    pub expires_at: DateTime<Utc>,
    /// On what kind of device it was begun, such as `Firefox, Android`.
    pub device: Option<String>,
}

/// A token of an account, as its holder sees it.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct HeldToken {
    /// Names it; neither the token nor its whole hash.
    pub handle: String,
    /// What it is for.
    pub name: String,
    /// Whether it may change anything.
    pub may_write: bool,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it ends.
    pub expires_at: DateTime<Utc>,
}

/// Where an account stands among all: its e-mail address as addresses are compared.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AccountPlace(pub String);

impl KeysetCursor for AccountPlace {
    fn values(&self) -> Vec<Value> {
        vec![self.0.as_str().into()]
    }
}

impl Store {
    /// The sessions of an account that have not come to their end by themselves, newest first; at most
    /// a hundred.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn sessions_of(&self, id: AccountId, now: DateTime<Utc>) -> Result<Vec<HeldSession>, StoreError> {
        let columns = "substr(hash, 1, 32) AS handle, second_factor, created_at, seen_at, expires_at, device";
        let found = self.list_held("session", columns, id, now).await?;
        found
            .iter()
            .map(|row| {
                Ok(HeldSession {
                    handle: rows::get(row, "handle")?,
                    second_factor: rows::get(row, "second_factor")?,
                    created_at: rows::get(row, "created_at")?,
                    seen_at: rows::get(row, "seen_at")?,
                    expires_at: rows::get(row, "expires_at")?,
                    device: rows::get(row, "device")?,
                })
            })
            .collect()
    }

    /// The tokens of an account that still work, newest first; at most a hundred.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn tokens_of(&self, id: AccountId, now: DateTime<Utc>) -> Result<Vec<HeldToken>, StoreError> {
        let columns = "substr(hash, 1, 32) AS handle, name, may_write, created_at, expires_at";
        let found = self.list_held("api_token", columns, id, now).await?;
        found.iter().map(rows::read).collect()
    }

    async fn list_held(
        &self,
        table: &str,
        columns: &str,
        id: AccountId,
        now: DateTime<Utc>,
    ) -> Result<Vec<QueryResult>, StoreError> {
        let sql = format!(
            "SELECT {columns} FROM {table} WHERE account_id = $1 AND expires_at > $2 \
             ORDER BY created_at DESC, hash LIMIT {LISTED}"
        );
        rows::all(&self.reader(), "reading what an account holds", sql, [id.uuid().into(), now.into()]).await
    }

    /// What happened to one account, newest first.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Word`].
    pub async fn events_of(
        &self,
        id: AccountId,
        page_request: &PageRequest<Uuid>,
    ) -> Result<Page<Uuid, AccountEvent>, StoreError> {
        let read = |row: &QueryResult| event(row).map(|event| (event.id, event));
        events(id).newest_first().page(&self.reader(), page_request, read).await
    }

    /// How much happened to one account.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn count_events_of(&self, id: AccountId) -> Result<u64, StoreError> {
        events(id).count(&self.reader()).await
    }

    /// Accounts by e-mail address.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Word`].
    pub async fn account_page(
        &self,
        page_request: &PageRequest<AccountPlace>,
    ) -> Result<Page<AccountPlace, Account>, StoreError> {
        let read = |row: &QueryResult| {
            let account = read::account(row)?;
            Ok((AccountPlace(super::account::key(account.email.as_str())), account))
        };
        let list = List::new("reading accounts", read::COLUMNS, "account a", "a.email_key");
        let mut page = list.page(&self.reader(), page_request, read).await?;
        for (_, account) in &mut page.items {
            account.actors = read::actors(&self.reader(), account.id).await?;
        }
        Ok(page)
    }

    /// How many accounts there are.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn count_accounts(&self) -> Result<u64, StoreError> {
        List::new("reading accounts", read::COLUMNS, "account a", "a.email_key").count(&self.reader()).await
    }
}

fn events(id: AccountId) -> List {
    let mut list = List::new("reading events of accounts", read::EVENT_COLUMNS, "account_event", "id");
    list.only_where("account_id", Some(id.uuid()));
    list
}

impl AccountWriter {
    /// Ends the session of an account that a handle names; `false` when there is none.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn end_session_of(&mut self, id: AccountId, handle: &str) -> Result<bool, StoreError> {
        self.drop_held("session", id, handle).await
    }

    /// Ends every session of an account but the one with this hash, and says how many there were.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn end_other_sessions(&mut self, id: AccountId, hash: &str) -> Result<u64, StoreError> {
        let sql = "DELETE FROM session WHERE account_id = $1 AND hash <> $2";
        self.run("ending sessions", sql, [id.uuid().into(), hash.into()]).await
    }

    /// Withdraws the token of an account that a handle names; `false` when there is none.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn revoke_token_of(&mut self, id: AccountId, handle: &str) -> Result<bool, StoreError> {
        self.drop_held("api_token", id, handle).await
    }

    async fn drop_held(&mut self, table: &str, id: AccountId, handle: &str) -> Result<bool, StoreError> {
        let sql = format!("DELETE FROM {table} WHERE account_id = $1 AND substr(hash, 1, {HANDLE}) = $2");
        Ok(self.run("withdrawing what an account holds", &sql, [id.uuid().into(), handle.into()]).await? > 0)
    }

    /// Takes all recovery codes of an account away, used or not.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn remove_recovery_codes(&mut self, id: AccountId) -> Result<(), StoreError> {
        let sql = "DELETE FROM recovery_code WHERE account_id = $1";
        self.run("removing recovery codes", sql, [id.uuid().into()]).await?;
        Ok(())
    }
}
