//! Writing accounts: each change with the event that tells of it, in one transaction.

use chrono::{DateTime, Utc};
use domain::{AccountId, ActorId, Language, vocabulary::Role};
use sea_orm::{ConnectionTrait, DbBackend, Value};
use secrecy::{ExposeSecret, SecretString};

use super::{
    account::{Account, NewSession, NewToken, SecondFactor, key},
    event::AccountEvent,
    read::{AccountCounts, account_counts},
};
use crate::{MailPurpose, Store, StoreError, reminders::put_signing_key, rows, transaction::WriteTransaction};

/// One transaction that writes accounts. Dropping it undoes everything.
#[derive(Debug)]
pub struct AccountWriter {
    pub(super) transaction: WriteTransaction,
}

impl Store {
    /// Begins to write accounts.
    ///
    /// On PostgreSQL this does not wait for who writes entities: nobody should have to wait for an
    /// import to sign in. SQLite has one writer at a time.
    ///
    /// # Errors
    /// [`StoreError::Busy`] or [`StoreError::Database`].
    pub async fn begin_accounts(&self) -> Result<AccountWriter, StoreError> {
        let transaction = self.account_transaction().await?;
        Ok(AccountWriter { transaction })
    }
}

impl AccountWriter {
    /// Makes an account.
    ///
    /// # Errors
    /// [`StoreError::AccountExists`] when the e-mail address has one already; the writer should be
    /// dropped then. [`StoreError::Database`].
    pub async fn add(&mut self, account: &Account) -> Result<(), StoreError> {
        let sql = "INSERT INTO account (id, email, email_key, name, role, trusted, password, created_at, language) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (email_key) DO NOTHING";
        let values: [Value; 9] = [
            account.id.uuid().into(),
            account.email.as_str().into(),
            key(account.email.as_str()).into(),
            account.name.clone().into(),
            account.role.slug().into(),
            account.trusted.into(),
            account.password.expose_secret().into(),
            account.created_at.into(),
            account.language.as_ref().map(|language| language.as_str().to_owned()).into(),
        ];
        if self.run("writing an account", sql, values).await? == 0 {
            return Err(StoreError::AccountExists);
        }
        self.set_actors(account.id, &account.actors).await
    }

    /// Gives an account another role, other actors and another trust; `false` when there is none.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn set_role(
        &mut self,
        id: AccountId,
        role: Role,
        trusted: bool,
        actors: &[ActorId],
    ) -> Result<bool, StoreError> {
        let sql = "UPDATE account SET role = $2, trusted = $3 WHERE id = $1";
        let found =
            self.run("writing an account", sql, [id.uuid().into(), role.slug().into(), trusted.into()]).await? > 0;
        self.run("writing an account", "DELETE FROM account_actor WHERE account_id = $1", [id.uuid().into()]).await?;
        self.set_actors(id, actors).await?;
        Ok(found)
    }

    /// Keeps everybody from signing in, or lets them again; `false` when there is no such account.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn set_disabled(&mut self, id: AccountId, since: Option<DateTime<Utc>>) -> Result<bool, StoreError> {
        let sql = "UPDATE account SET disabled_at = $2 WHERE id = $1";
        Ok(self.run("writing an account", sql, [id.uuid().into(), since.into()]).await? > 0)
    }

    /// Gives an account another password (an argon2id string); `false` when there is none.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn set_password(&mut self, id: AccountId, password: &SecretString) -> Result<bool, StoreError> {
        let sql = "UPDATE account SET password = $2 WHERE id = $1";
        Ok(self.run("writing an account", sql, [id.uuid().into(), password.expose_secret().into()]).await? > 0)
    }

    /// Offers an account a second factor that does not count yet; `false` when it has a confirmed one,
    /// which stays.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn offer_second_factor(&mut self, id: AccountId, secret: &SecretString) -> Result<bool, StoreError> {
        let sql = "UPDATE account SET second_factor = $2, last_step = NULL \
                   WHERE id = $1 AND second_factor_since IS NULL";
        Ok(self.run("writing a second factor", sql, [id.uuid().into(), secret.expose_secret().into()]).await? > 0)
    }

    /// Gives an account a second factor, or takes it away with its recovery codes.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn set_second_factor(&mut self, id: AccountId, factor: Option<&SecondFactor>) -> Result<(), StoreError> {
        let sql = "UPDATE account SET second_factor = $2, second_factor_since = $3, last_step = $4 WHERE id = $1";
        let values: [Value; 4] = [
            id.uuid().into(),
            factor.map(|factor| factor.secret.expose_secret().to_owned()).into(),
            factor.and_then(|factor| factor.since).into(),
            factor.and_then(|factor| factor.last_step).map(rows::number).into(),
        ];
        self.run("writing a second factor", sql, values).await?;
        self.run("removing recovery codes", "DELETE FROM recovery_code WHERE account_id = $1", [id.uuid().into()])
            .await?;
        Ok(())
    }

    /// Calls the holder of an account something else; `None` takes the name away.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn set_name(&mut self, id: AccountId, name: Option<&str>) -> Result<(), StoreError> {
        let sql = "UPDATE account SET name = $2 WHERE id = $1";
        self.run("writing an account", sql, [id.uuid().into(), name.into()]).await?;
        Ok(())
    }

    /// Notes the language that the holder of an account reads mail in.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn set_language(&mut self, id: AccountId, language: &Language) -> Result<(), StoreError> {
        let sql = "UPDATE account SET language = $2 WHERE id = $1";
        self.run("writing an account", sql, [id.uuid().into(), language.as_str().into()]).await?;
        Ok(())
    }

    /// Has an account get mail of a purpose, or no more of it.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn set_mail_wanted(
        &mut self,
        id: AccountId,
        purpose: MailPurpose,
        is_wanted: bool,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let (purpose, id) = (purpose.stop_word(), id.uuid());
        if is_wanted {
            let sql = "DELETE FROM mail_stop WHERE purpose = $1 AND recipient_id = $2";
            self.run("allowing mail", sql, [purpose.into(), id.into()]).await?;
        } else {
            let sql = "INSERT INTO mail_stop (purpose, recipient_id, created_at) VALUES ($1, $2, $3) \
                       ON CONFLICT (purpose, recipient_id) DO NOTHING";
            self.run("stopping mail", sql, [purpose.into(), id.into(), now.into()]).await?;
        }
        Ok(())
    }

    /// Takes the code of a time step; `false` when this or a later one was taken already.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn take_step(&mut self, id: AccountId, step: u64) -> Result<bool, StoreError> {
        let sql = "UPDATE account SET last_step = $2 WHERE id = $1 AND (last_step IS NULL OR last_step < $2)";
        Ok(self.run("taking a code", sql, [id.uuid().into(), rows::number(step).into()]).await? > 0)
    }

    /// Adds recovery codes, given as hashes.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn add_recovery_codes(&mut self, id: AccountId, hashes: &[String]) -> Result<(), StoreError> {
        for hash in hashes {
            let sql = "INSERT INTO recovery_code (account_id, hash) VALUES ($1, $2)";
            self.run("writing recovery codes", sql, [id.uuid().into(), hash.as_str().into()]).await?;
        }
        Ok(())
    }

    /// Takes a recovery code; `false` when there is none like it or it was used before.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn take_recovery_code(
        &mut self,
        id: AccountId,
        hash: &str,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let sql = "UPDATE recovery_code SET used_at = $3 WHERE account_id = $1 AND hash = $2 AND used_at IS NULL";
        Ok(self.run("taking a recovery code", sql, [id.uuid().into(), hash.into(), now.into()]).await? > 0)
    }

    /// Begins a session, and forgets those of everybody that have ended by themselves.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn begin_session(&mut self, session: &NewSession<'_>) -> Result<(), StoreError> {
        let ended = "DELETE FROM session WHERE expires_at < $1";
        self.run("forgetting sessions", ended, [session.created_at.into()]).await?;
        let sql = "INSERT INTO session (hash, account_id, second_factor, created_at, seen_at, expires_at, device) \
                   VALUES ($1, $2, $3, $4, $4, $5, $6)";
        let values: [Value; 6] = [
            session.hash.into(),
            session.account.uuid().into(),
            session.second_factor.into(),
            session.created_at.into(),
            session.expires_at.into(),
            session.device.into(),
        ];
        self.run("beginning a session", sql, values).await?;
        Ok(())
    }

    /// Writes down that a session was used.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn see_session(&mut self, hash: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
        let sql = "UPDATE session SET seen_at = $2 WHERE hash = $1";
        self.run("keeping a session", sql, [hash.into(), now.into()]).await?;
        Ok(())
    }

    /// Ends one session; `false` when there is none.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn end_session(&mut self, hash: &str) -> Result<bool, StoreError> {
        Ok(self.run("ending a session", "DELETE FROM session WHERE hash = $1", [hash.into()]).await? > 0)
    }

    /// Ends every session of an account and says how many there were.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn end_sessions(&mut self, id: AccountId) -> Result<u64, StoreError> {
        self.run("ending sessions", "DELETE FROM session WHERE account_id = $1", [id.uuid().into()]).await
    }

    /// Makes a token.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn add_token(&mut self, token: &NewToken<'_>) -> Result<(), StoreError> {
        let sql = "INSERT INTO api_token (hash, account_id, name, may_write, created_at, expires_at) \
                   VALUES ($1, $2, $3, $4, $5, $6)";
        let values: [Value; 6] = [
            token.hash.into(),
            token.account.uuid().into(),
            token.name.into(),
            token.may_write.into(),
            token.created_at.into(),
            token.expires_at.into(),
        ];
        self.run("writing a token", sql, values).await?;
        Ok(())
    }

    /// Withdraws every token of an account and says how many there were.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn revoke_tokens(&mut self, id: AccountId) -> Result<u64, StoreError> {
        self.run("withdrawing tokens", "DELETE FROM api_token WHERE account_id = $1", [id.uuid().into()]).await
    }

    /// Writes down what happened.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn tell(&mut self, event: &AccountEvent) -> Result<(), StoreError> {
        let sql = "INSERT INTO account_event (id, at, kind, account_id, by_account, detail) \
                   VALUES ($1, $2, $3, $4, $5, $6)";
        let values: [Value; 6] = [
            event.id.into(),
            event.at.into(),
            event.kind.word().into(),
            event.account.map(AccountId::uuid).into(),
            event.by.map(AccountId::uuid).into(),
            event.detail.clone().into(),
        ];
        self.run("writing an event of an account", sql, values).await?;
        Ok(())
    }

    /// Makes it last.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Uncommitted`]; nothing has been written then.
    /// [`StoreError::Unconfirmed`] where the database cannot be asked whether anything was.
    pub async fn commit(self) -> Result<(), StoreError> {
        self.transaction.commit(None).await
    }

    /// The signing key of a name: the one that is kept, else `fresh`, which is kept from now on.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn signing_key(
        &mut self,
        name: &str,
        fresh: &SecretString,
        at: DateTime<Utc>,
    ) -> Result<SecretString, StoreError> {
        put_signing_key(&self.transaction, name, fresh, at).await
    }

    /// How many accounts there are; nobody else makes or changes one until this transaction ends.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn lock_account_counts(&mut self) -> Result<AccountCounts, StoreError> {
        // SQLite has one writer at a time, and this is it.
        if self.transaction.get_database_backend() == DbBackend::Postgres {
            self.run("locking accounts", "LOCK TABLE account IN SHARE ROW EXCLUSIVE MODE", []).await?;
        }
        account_counts(&self.transaction).await
    }

    pub(super) async fn set_actors(&mut self, id: AccountId, actors: &[ActorId]) -> Result<(), StoreError> {
        for actor in actors {
            let sql = "INSERT INTO account_actor (account_id, actor_id) VALUES ($1, $2) ON CONFLICT DO NOTHING";
            self.run("writing an account", sql, [id.uuid().into(), actor.uuid().into()]).await?;
        }
        Ok(())
    }

    pub(super) async fn count<const N: usize>(
        &self,
        doing: &'static str,
        sql: &str,
        values: [Value; N],
    ) -> Result<u64, StoreError> {
        let found = rows::all(&self.transaction, doing, sql, values).await?;
        found.first().map_or(Ok(0), |row| Ok(u64::try_from(rows::get::<i64>(row, "count")?).unwrap_or_default()))
    }

    pub(super) async fn run<const N: usize>(
        &self,
        doing: &'static str,
        sql: &str,
        values: [Value; N],
    ) -> Result<u64, StoreError> {
        rows::affected_rows(&self.transaction, doing, sql, values).await
    }
}
