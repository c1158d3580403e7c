//! Reading accounts, sessions and tokens. Whether a session or token still counts is for the caller
//! to say, who knows what time it is.

use domain::{AccountId, ActorId, EmailAddress};
use sea_orm::{ConnectionTrait, QueryResult};
use secrecy::SecretString;
use uuid::Uuid;

use super::{
    account::{Account, SecondFactor, Session, Token, key},
    event::AccountEvent,
};
use crate::{Store, StoreError, rows};

/// The columns of an account, for [`account`].
pub(super) const COLUMNS: &str = "a.id, a.email, a.name, a.role, a.trusted, a.password, a.created_at, a.disabled_at, \
                       a.second_factor, a.second_factor_since, a.last_step, a.language";
/// The columns of an event, for [`event`].
pub(super) const EVENT_COLUMNS: &str = "id, at, kind, account_id, by_account, detail";

/// How many accounts there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccountCounts {
    /// All of them.
    pub all: u64,
    /// Those that may administer.
    pub admins: u64,
}

/// How many accounts there are, as a connection sees it.
pub(super) async fn account_counts(connection: &impl ConnectionTrait) -> Result<AccountCounts, StoreError> {
    let sql = "SELECT COUNT(*) AS accounts, \
               COUNT(CASE WHEN role = 'admin' AND disabled_at IS NULL THEN 1 END) AS admins FROM account";
    let found = rows::all(connection, "counting accounts", sql, []).await?;
    let count = |column| found.first().map_or(Ok(0), |row| rows::sequence(row, column));
    Ok(AccountCounts { all: count("accounts")?, admins: count("admins")? })
}

impl Store {
    /// How many accounts there are.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn account_counts(&self) -> Result<AccountCounts, StoreError> {
        account_counts(&self.sessions()).await
    }

    /// An account by id; `None` when there is none.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Word`].
    pub async fn account(&self, id: AccountId) -> Result<Option<Account>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM account a WHERE a.id = $1");
        let found = rows::all(&self.sessions(), "reading an account", sql, [id.uuid().into()]).await?;
        self.first(&found).await
    }

    /// An account by its e-mail address, however it is typed; `None` when there is none.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Word`].
    pub async fn account_by_email(&self, email: &str) -> Result<Option<Account>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM account a WHERE a.email_key = $1");
        let found = rows::all(&self.sessions(), "reading an account", sql, [key(email).into()]).await?;
        self.first(&found).await
    }

    /// Every account, by e-mail address.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Word`].
    pub async fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM account a ORDER BY a.email_key");
        let found = rows::all(&self.sessions(), "reading accounts", sql, []).await?;
        let mut accounts = found.iter().map(account).collect::<Result<Vec<_>, _>>()?;
        let speaks = rows::all(
            &self.sessions(),
            "reading accounts",
            "SELECT account_id, actor_id FROM account_actor ORDER BY actor_id",
            [],
        )
        .await?;
        for row in &speaks {
            let (holder, actor): (Uuid, Uuid) = (rows::get(row, "account_id")?, rows::get(row, "actor_id")?);
            if let Some(account) = accounts.iter_mut().find(|account| account.id.uuid() == holder) {
                account.actors.push(actor.into());
            }
        }
        Ok(accounts)
    }

    /// A session by the hash of its id; `None` when there is none.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Word`].
    pub async fn session(&self, hash: &str) -> Result<Option<Session>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS}, s.second_factor AS session_second_factor, s.created_at AS session_created_at, s.seen_at, \
             s.expires_at, s.device FROM session s JOIN account a ON a.id = s.account_id WHERE s.hash = $1"
        );
        let found = rows::all(&self.sessions(), "reading a session", sql, [hash.into()]).await?;
        let (Some(row), Some(account)) = (found.first(), self.first(&found).await?) else { return Ok(None) };
        Ok(Some(Session {
            account,
            second_factor: rows::get(row, "session_second_factor")?,
            created_at: rows::get(row, "session_created_at")?,
            seen_at: rows::get(row, "seen_at")?,
            expires_at: rows::get(row, "expires_at")?,
            device: rows::get(row, "device")?,
        }))
    }

    /// A token by its hash; `None` when there is none.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Word`].
    pub async fn token(&self, hash: &str) -> Result<Option<Token>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS}, t.name AS token_name, t.may_write, t.created_at AS token_created_at, \
             t.expires_at FROM api_token t JOIN account a ON a.id = t.account_id WHERE t.hash = $1"
        );
        let found = rows::all(&self.sessions(), "reading a token", sql, [hash.into()]).await?;
        let (Some(row), Some(account)) = (found.first(), self.first(&found).await?) else { return Ok(None) };
        Ok(Some(Token {
            account,
            name: rows::get(row, "token_name")?,
            may_write: rows::get(row, "may_write")?,
            created_at: rows::get(row, "token_created_at")?,
            expires_at: rows::get(row, "expires_at")?,
        }))
    }

    /// How many recovery codes of an account have not been used.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn recovery_codes_left(&self, id: AccountId) -> Result<u64, StoreError> {
        let sql = "SELECT count(*) AS count FROM recovery_code WHERE account_id = $1 AND used_at IS NULL";
        let found = rows::all(&self.sessions(), "counting recovery codes", sql, [id.uuid().into()]).await?;
        found.first().map_or(Ok(0), |row| rows::sequence(row, "count"))
    }

    /// What happened to accounts, newest first; `limit` of them at most.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Word`].
    pub async fn account_events(&self, limit: u32) -> Result<Vec<AccountEvent>, StoreError> {
        let sql = format!("SELECT {EVENT_COLUMNS} FROM account_event ORDER BY id DESC LIMIT $1");
        let found = rows::all(&self.sessions(), "reading events of accounts", sql, [i64::from(limit).into()]).await?;
        found.iter().map(event).collect()
    }

    async fn first(&self, found: &[QueryResult]) -> Result<Option<Account>, StoreError> {
        let Some(row) = found.first() else { return Ok(None) };
        let mut account = account(row)?;
        account.actors = actors(&self.sessions(), account.id).await?;
        Ok(Some(account))
    }
}

pub(super) async fn actors(connection: &impl ConnectionTrait, id: AccountId) -> Result<Vec<ActorId>, StoreError> {
    let sql = "SELECT actor_id FROM account_actor WHERE account_id = $1 ORDER BY actor_id";
    let found = rows::all(connection, "reading an account", sql, [id.uuid().into()]).await?;
    found.iter().map(|row| Ok(rows::get::<Uuid>(row, "actor_id")?.into())).collect()
}

/// An account from its columns, without its actors.
pub(super) fn account(row: &QueryResult) -> Result<Account, StoreError> {
    let email: String = rows::get(row, "email")?;
    // The word itself would be personal data in a log.
    let unreadable = || StoreError::Word { word: "…".to_owned(), wanted: "an e-mail address" };
    let secret: Option<String> = rows::get(row, "second_factor")?;
    let second_factor = match secret {
        None => None,
        Some(secret) => Some(SecondFactor {
            secret: SecretString::from(secret),
            since: rows::get(row, "second_factor_since")?,
            last_step: rows::get::<Option<i64>>(row, "last_step")?.map(i64::unsigned_abs),
        }),
    };
    Ok(Account {
        id: rows::get::<Uuid>(row, "id")?.into(),
        email: email.parse::<EmailAddress>().map_err(|_| unreadable())?,
        name: rows::get(row, "name")?,
        role: rows::role(row, "role")?,
        trusted: rows::get(row, "trusted")?,
        actors: Vec::new(),
        password: SecretString::from(rows::get::<String>(row, "password")?),
        created_at: rows::get(row, "created_at")?,
        disabled_at: rows::get(row, "disabled_at")?,
        second_factor,
        // A language that is none any more is as good as none.
        language: rows::get::<Option<String>>(row, "language")?.and_then(|tag| tag.parse().ok()),
    })
}

/// An event from its columns.
pub(super) fn event(row: &QueryResult) -> Result<AccountEvent, StoreError> {
    Ok(AccountEvent {
        id: rows::get(row, "id")?,
        at: rows::get(row, "at")?,
        kind: rows::get::<String>(row, "kind")?.parse()?,
        account: rows::get::<Option<Uuid>>(row, "account_id")?.map(AccountId::from),
        by: rows::get::<Option<Uuid>>(row, "by_account")?.map(AccountId::from),
        detail: rows::get(row, "detail")?,
    })
}
