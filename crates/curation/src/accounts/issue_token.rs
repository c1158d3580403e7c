//! Tokens for programs: made for an account, shown once, kept as a hash.

use chrono::{DateTime, Duration, Utc};
use domain::{
    AccountId,
    rules::{NAME_LENGTH, Problem, Violations},
};
use messages::Message;
use secrecy::{ExposeSecret, SecretString};
use store::accounts::{AccountEvent, EventKind, NewToken};

use super::{
    Accounts, SignedIn,
    secrets::{self, TOKEN_PREFIX},
};
use crate::{Admin, CurationError, Refusal, command_span::command, commands::wrong_state};

/// The longest a token may work, days.
const LONGEST_DAYS: u32 = 366;

/// A token to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenRequest {
    /// In whose name.
    pub account: AccountId,
    /// What it is for.
    pub name: String,
    /// Whether it may change anything.
    pub may_write: bool,
    /// For how many days it works.
    pub days: u32,
}

/// A token of one's own to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnTokenRequest {
    /// What it is for.
    pub name: String,
    /// Whether it may change anything.
    pub may_write: bool,
    /// For how many days it works.
    pub days: u32,
}

impl Accounts {
    /// Makes a token that works with the account's role, and returns it with its end: nobody can be
    /// shown it again.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when there is no such account, it is disabled, or the token is to
    /// work for no day or more than 366.
    pub async fn issue_token(
        &self,
        by: &Admin,
        request: &TokenRequest,
    ) -> Result<(SecretString, DateTime<Utc>), CurationError> {
        command("issue_token", async { self.token_for(by.account(), request).await }).await
    }

    /// Makes a token of one's own. Asks for the password again: a session left open must not be enough for what works
    /// long after it.
    ///
    /// # Errors
    /// As [`Accounts::issue_token`], and [`Refusal::WrongSecret`].
    pub async fn issue_own_token(
        &self,
        who: &SignedIn,
        password: &SecretString,
        request: &OwnTokenRequest,
    ) -> Result<(SecretString, DateTime<Utc>), CurationError> {
        command("issue_own_token", async {
            who.requester.partner()?;
            self.prove_password(who, password).await?;
            let id = who.account.id;
            let OwnTokenRequest { name, may_write, days } = request.clone();
            self.token_for(Some(id), &TokenRequest { account: id, name, may_write, days }).await
        })
        .await
    }

    async fn token_for(
        &self,
        by: Option<AccountId>,
        request: &TokenRequest,
    ) -> Result<(SecretString, DateTime<Utc>), CurationError> {
        let account = self.require_account(request.account).await?;
        if account.disabled_at.is_some() {
            return Err(wrong_state("DISABLED", Message::new("account-disabled")));
        }
        let mut wrong = Violations::default();
        if !(1..=LONGEST_DAYS).contains(&request.days) {
            let message = Message::new("problem-token-days").with("given", request.days).with("most", LONGEST_DAYS);
            wrong.add("days", Problem::Format(message));
        }
        if request.name.chars().count() > NAME_LENGTH {
            wrong.add("name", Problem::TooLong { allowed: NAME_LENGTH });
        }
        wrong.into_result().map_err(Refusal::Invalid)?;
        let token = secrets::secret(&*self.sources, TOKEN_PREFIX);
        let now = self.now();
        let expires_at = now + Duration::days(i64::from(request.days));
        let mut writer = self.store.begin_accounts().await?;
        writer
            .add_token(&NewToken {
                hash: &secrets::hash(token.expose_secret()),
                account: request.account,
                name: &request.name,
                may_write: request.may_write,
                created_at: now,
                expires_at,
            })
            .await?;
        let scope = if request.may_write { "write" } else { "read" };
        let detail = format!("{scope}, {} days", request.days);
        let event = self.event(EventKind::TokenIssued, Some(request.account));
        writer.tell(&AccountEvent { by, detail: Some(detail), ..event }).await?;
        writer.commit().await?;
        Ok((token, expires_at))
    }

    /// Withdraws every token of an account and says how many there were.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when there is no such account.
    pub async fn revoke_tokens(&self, by: &Admin, id: AccountId) -> Result<u64, CurationError> {
        command("revoke_tokens", async {
            self.require_account(id).await?;
            let mut writer = self.store.begin_accounts().await?;
            let count = writer.revoke_tokens(id).await?;
            self.finish(writer, by, EventKind::TokensRevoked, id, None).await?;
            Ok(count)
        })
        .await
    }
}
