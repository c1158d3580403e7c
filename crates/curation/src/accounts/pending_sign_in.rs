//! Between password and code: a signed note says for ten minutes that the password of an account was right, so that a
//! page can ask for the code alone and nowhere holds the password.
//!
//! It is signed together with the account and the stored password, so that it ends when the password changes, and it
//! opens nothing without a code.

use chrono::Duration;
use domain::AccountId;
use secrecy::{ExposeSecret, SecretString};
use store::accounts::Account;
use uuid::Uuid;

use super::{
    Accounts, SignIn,
    known_browser::{id_of, issued_at},
    recognise::has_confirmed_factor,
};
use crate::{CurationError, command_span::command, signed::SignedToken};

/// The name of the key that signs the notes.
const KEY: &str = "pending-sign-in";

impl Accounts {
    /// For so long a code may follow its password, in minutes.
    pub const PENDING_MINUTES: i64 = 10;

    /// A note that the password of the account was right just now.
    pub(super) async fn pending_sign_in(&self, account: &Account) -> Result<SecretString, CurationError> {
        let token = self.seal(KEY).await?.token(id_of(self.now()), &parts(account));
        Ok(format!("{}.{}", account.id.uuid().simple(), token.expose_secret()).into())
    }

    /// Whose password was right; `None` when the note is none of ours or too old.
    ///
    /// # Errors
    /// [`CurationError::Store`] or [`CurationError::UnusableKey`].
    pub async fn pending_account(&self, note: &SecretString) -> Result<Option<AccountId>, CurationError> {
        command("pending_account", async { Ok(self.find_pending(note).await?.map(|account| account.id)) }).await
    }

    /// Signs somebody in whose password was right: [`SignIn::Refused`] when that was too long ago.
    ///
    /// # Errors
    /// [`CurationError::Store`] or [`CurationError::UnusableKey`].
    pub async fn sign_in_with_code(
        &self,
        note: &SecretString,
        code: &SecretString,
        device: Option<String>,
    ) -> Result<(SignIn, Option<String>), CurationError> {
        command("sign_in_with_code", async {
            let Some(account) = self.find_pending(note).await? else { return Ok((SignIn::Refused, None)) };
            let email = account.email.as_str().to_owned();
            Ok((self.sign_in_by_code(account, code, device).await?, Some(email)))
        })
        .await
    }

    async fn find_pending(&self, note: &SecretString) -> Result<Option<Account>, CurationError> {
        let Some((account, token)) = note.expose_secret().split_once('.') else { return Ok(None) };
        let (Ok(id), Some(token)) = (Uuid::try_parse(account), SignedToken::read(token)) else { return Ok(None) };
        let Some(account) = self.store.account(AccountId::from_uuid(id)).await? else { return Ok(None) };
        let age = issued_at(token.id).map(|at| self.now() - at);
        let is_fresh = age.is_some_and(|age| age < Duration::minutes(Self::PENDING_MINUTES));
        let holds = self.seal(KEY).await?.holds(&token, &parts(&account));
        Ok(Some(account)
            .filter(|account| holds && is_fresh && account.disabled_at.is_none() && has_confirmed_factor(account)))
    }
}

fn parts(account: &Account) -> [&[u8]; 2] {
    [account.email.as_str().as_bytes(), account.password.expose_secret().as_bytes()]
}
