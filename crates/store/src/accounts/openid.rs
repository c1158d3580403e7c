//! Accounts that sign in through another service: which subject of which provider is which account.

use chrono::{DateTime, Utc};
use domain::AccountId;

use super::{account::Account, write::AccountWriter};
use crate::{Store, StoreError, rows};

impl Store {
    /// The account of a provider's subject; `None` when it is linked to none.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Word`].
    pub async fn account_by_subject(&self, issuer: &str, subject: &str) -> Result<Option<Account>, StoreError> {
        let sql = "SELECT account_id FROM openid_subject WHERE issuer = $1 AND subject = $2";
        let values = [issuer.into(), subject.into()];
        let found = rows::all(&self.sessions(), "reading a linked subject", sql, values).await?;
        match found.first() {
            Some(row) => self.account(rows::get::<uuid::Uuid>(row, "account_id")?.into()).await,
            None => Ok(None),
        }
    }
}

impl AccountWriter {
    /// Links a provider's subject to an account; `false` when either is linked already, to whomever.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn link_subject(
        &mut self,
        issuer: &str,
        subject: &str,
        account: AccountId,
        at: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let sql = "INSERT INTO openid_subject (issuer, subject, account_id, linked_at) VALUES ($1, $2, $3, $4) \
                   ON CONFLICT DO NOTHING";
        let values = [issuer.into(), subject.into(), account.uuid().into(), at.into()];
        Ok(self.run("linking a subject", sql, values).await? > 0)
    }

    /// Takes an account's links to other services away, and says how many there were.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn unlink_subjects(&mut self, account: AccountId) -> Result<u64, StoreError> {
        let sql = "DELETE FROM openid_subject WHERE account_id = $1";
        self.run("unlinking subjects", sql, [account.uuid().into()]).await
    }
}
