//! Links for setting another password: known by the hash of their secret, and gone once they are used.

use chrono::{DateTime, Utc};
use domain::AccountId;
use uuid::Uuid;

use super::write::AccountWriter;
use crate::{Store, StoreError, rows};

impl Store {
    /// Whose password a link may set now; `None` when it has ended, was used or never was.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn password_link(&self, hash: &str, now: DateTime<Utc>) -> Result<Option<AccountId>, StoreError> {
        let sql = "SELECT account_id FROM password_link WHERE hash = $1 AND expires_at > $2";
        let found = rows::all(&self.sessions(), "reading a link", sql, [hash.into(), now.into()]).await?;
        found.first().map(|row| Ok(AccountId::from_uuid(rows::get::<Uuid>(row, "account_id")?))).transpose()
    }
}

impl AccountWriter {
    /// Keeps a link in place of all others of the account.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn set_password_link(
        &mut self,
        id: AccountId,
        hash: &str,
        expires_at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.drop_password_links(id).await?;
        let sql = "INSERT INTO password_link (hash, account_id, expires_at) VALUES ($1, $2, $3)";
        self.run("writing a link", sql, [hash.into(), id.uuid().into(), expires_at.into()]).await?;
        Ok(())
    }

    /// Takes a link; `false` when it has ended or somebody else has taken it.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn take_password_link(&mut self, hash: &str, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let sql = "DELETE FROM password_link WHERE hash = $1 AND expires_at > $2";
        Ok(self.run("taking a link", sql, [hash.into(), now.into()]).await? > 0)
    }

    /// Forgets every link of an account: its password has become another one.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn drop_password_links(&mut self, id: AccountId) -> Result<(), StoreError> {
        self.run("forgetting links", "DELETE FROM password_link WHERE account_id = $1", [id.uuid().into()]).await?;
        Ok(())
    }
}
