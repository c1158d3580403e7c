//! What accounts hold and what happened to them: for their holders, and for administrators.

use domain::AccountId;
use messages::Message;
use secrecy::{ExposeSecret, SecretString};
use store::{
    Page, PageRequest,
    accounts::{Account, AccountEvent, AccountPlace, EventKind, HeldSession, HeldToken},
};
use uuid::Uuid;

use super::{Accounts, RECOVERY_CODES, SignedIn, secrets};
use crate::{Admin, CurationError, Partner, Refusal, Requester, Sees, command_span::command, commands::wrong_state};

impl Accounts {
    /// Accounts by e-mail address.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn page(
        &self,
        _by: &Sees<Admin>,
        page_request: &PageRequest<AccountPlace>,
    ) -> Result<Page<AccountPlace, Account>, CurationError> {
        Ok(self.store.account_page(page_request).await?)
    }

    /// How many accounts there are.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn count(&self, _by: &Sees<Admin>) -> Result<u64, CurationError> {
        Ok(self.store.count_accounts().await?)
    }

    /// One's own sessions that still count, newest first.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn own_sessions(&self, by: &Sees<Partner>) -> Result<Vec<HeldSession>, CurationError> {
        let Some(id) = by.account() else { return Ok(Vec::new()) };
        let now = self.now();
        let idle = chrono::Duration::from_std(self.rules.session_idle).unwrap_or(chrono::Duration::MAX);
        let mut sessions = self.store.sessions_of(id, now).await?;
        sessions.retain(|session| now - session.seen_at < idle);
        Ok(sessions)
    }

    /// One's own tokens that still work, newest first.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn own_tokens(&self, by: &Sees<Partner>) -> Result<Vec<HeldToken>, CurationError> {
        match by.account() {
            Some(id) => Ok(self.store.tokens_of(id, self.now()).await?),
            None => Ok(Vec::new()),
        }
    }

    /// What happened to one's own account, newest first.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn own_events(
        &self,
        by: &Sees<Partner>,
        page_request: &PageRequest<Uuid>,
    ) -> Result<Page<Uuid, AccountEvent>, CurationError> {
        match by.account() {
            Some(id) => Ok(self.store.events_of(id, page_request).await?),
            None => Ok(Page { items: Vec::new(), has_previous: false, has_next: false }),
        }
    }

    /// How much happened to one's own account.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn count_own_events(&self, by: &Sees<Partner>) -> Result<u64, CurationError> {
        match by.account() {
            Some(id) => Ok(self.store.count_events_of(id).await?),
            None => Ok(0),
        }
    }

    /// Ends one of one's own sessions.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when there is no such session, [`CurationError::Store`].
    pub async fn revoke_session(&self, by: &Partner, handle: &str) -> Result<(), CurationError> {
        command("revoke_session", async {
            let id = own_account(by)?;
            let mut writer = self.store.begin_accounts().await?;
            if !writer.end_session_of(id, handle).await? {
                return Err(no_such());
            }
            let event = self.event(EventKind::SessionRevoked, Some(id));
            writer.tell(&AccountEvent { by: Some(id), ..event }).await?;
            Ok(writer.commit().await?)
        })
        .await
    }

    /// Withdraws one of one's own tokens.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when there is no such token, [`CurationError::Store`].
    pub async fn revoke_token(&self, by: &Partner, handle: &str) -> Result<(), CurationError> {
        command("revoke_token", async {
            let id = own_account(by)?;
            let mut writer = self.store.begin_accounts().await?;
            if !writer.revoke_token_of(id, handle).await? {
                return Err(no_such());
            }
            let event = self.event(EventKind::TokensRevoked, Some(id));
            writer.tell(&AccountEvent { by: Some(id), detail: Some("one".to_owned()), ..event }).await?;
            Ok(writer.commit().await?)
        })
        .await
    }

    /// Makes new recovery codes in place of all there were, with the password and a code; they are shown
    /// this once.
    ///
    /// # Errors
    /// [`Refusal::WrongSecret`], or [`Refusal::WrongState`] when there is no second factor.
    pub async fn renew_recovery_codes(
        &self,
        who: &SignedIn,
        password: &SecretString,
        code: &SecretString,
    ) -> Result<Vec<SecretString>, CurationError> {
        command("renew_recovery_codes", async {
            if !who.has_second_factor() {
                return Err(wrong_state("NO_SECOND_FACTOR", Message::new("account-no-second-factor")));
            }
            self.prove_password(who, password).await?;
            let id = who.account.id;
            let mut writer = self.store.begin_accounts().await?;
            if !self.take_code(&mut writer, &who.account, code).await? {
                drop(writer);
                self.tell_failure(Some(id), "second factor").await?;
                return Err(Refusal::WrongSecret { field: "code" }.into());
            }
            let codes: Vec<SecretString> =
                (0..RECOVERY_CODES).map(|_| secrets::recovery_code(&*self.sources)).collect();
            let hashes: Vec<String> = codes.iter().map(|code| secrets::hash(code.expose_secret())).collect();
            writer.remove_recovery_codes(id).await?;
            writer.add_recovery_codes(id, &hashes).await?;
            let event = self.event(EventKind::RecoveryCodesRenewed, Some(id));
            writer.tell(&AccountEvent { by: Some(id), ..event }).await?;
            writer.commit().await?;
            Ok(codes)
        })
        .await
    }
}

fn own_account(by: &Requester) -> Result<AccountId, CurationError> {
    by.account().ok_or_else(no_such)
}

fn no_such() -> CurationError {
    Refusal::NotFound { field: "id".to_owned() }.into()
}
