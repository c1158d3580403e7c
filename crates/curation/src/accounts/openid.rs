//! Signing in through another service (OpenID Connect), which vouches for who somebody is.
//!
//! What an account may do is said here and nowhere else: the provider's word never changes a role. A
//! subject that has signed in before is its account for good. One that comes for the first time is the
//! account of its verified e-mail address, unless that account is another subject's of the same
//! provider already: an address that passed on to somebody else does not bring the account along. Where
//! there is no account, one is made only if the operator has said in which role.
//!
//! Who has set up a second factor here is asked for it by the provider or signs in by password: no
//! service is a way around it.

use domain::{EmailAddress, vocabulary::Role};
use secrecy::SecretString;
use store::accounts::{Account, AccountEvent, EventKind};

use super::{Accounts, Welcome, person_name::is_person_name, recognise::has_confirmed_factor, secrets};
use crate::{Admin, CurationError, command_span::command};

/// Somebody whom a provider vouches for.
#[derive(Clone)]
pub struct Introduced {
    /// The provider.
    pub issuer: String,
    /// Who it is to the provider; never somebody else (OpenID Connect Core 1.0, section 5.7).
    pub subject: String,
    /// Their e-mail address, if the provider has verified it.
    pub email: Option<EmailAddress>,
    /// What the provider calls them.
    pub name: Option<String>,
    /// Whether they have given more than one factor there.
    pub second_factor: bool,
}

/// Shows nothing of the person.
impl std::fmt::Debug for Introduced {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Introduced({}, …)", self.issuer)
    }
}

/// How signing in through a provider ended.
#[derive(Clone, Debug)]
pub enum Introduction {
    /// They are in.
    Welcome(Box<Welcome>),
    /// The account has a second factor here, and the provider asked for one factor only.
    SecondFactorNeeded,
    /// No account, a disabled one, or one that is another subject's.
    Refused,
}

impl Accounts {
    /// Signs somebody in whom a provider vouches for. `device` is as in
    /// [`Credentials`](super::Credentials), `newcomers` the role in which an account is
    /// made where there is none; `None` makes none.
    ///
    /// # Errors
    /// [`CurationError::Store`] or [`CurationError::Password`]; why somebody is not let in is in the
    /// answer.
    pub async fn sign_in_introduced(
        &self,
        who: &Introduced,
        newcomers: Option<Role>,
        device: Option<String>,
    ) -> Result<Introduction, CurationError> {
        command("sign_in_introduced", async {
            let linked = self.store.account_by_subject(&who.issuer, &who.subject).await?;
            let is_linked = linked.is_some();
            let known = match (linked, &who.email) {
                (Some(account), _) => Some(account),
                (None, Some(email)) => self.store.account_by_email(email.as_str()).await?,
                (None, None) => None,
            };
            let account = match known {
                Some(account) if account.disabled_at.is_none() => account,
                Some(account) => return self.not_introduced(Some(account)).await,
                None => match (newcomers, &who.email) {
                    (Some(role), Some(email)) => self.add_introduced(who, email, role).await?,
                    _ => return self.not_introduced(None).await,
                },
            };
            if has_confirmed_factor(&account) && !who.second_factor {
                return Ok(Introduction::SecondFactorNeeded);
            }
            let mut writer = self.store.begin_accounts().await?;
            if !is_linked {
                if !writer.link_subject(&who.issuer, &who.subject, account.id, self.now()).await? {
                    drop(writer);
                    return self.not_introduced(Some(account)).await;
                }
                writer.tell(&self.event(EventKind::SubjectLinked, Some(account.id))).await?;
            }
            Ok(Introduction::Welcome(Box::new(self.begin(writer, account, who.second_factor, device).await?)))
        })
        .await
    }

    /// Takes an account's links to other services away: the next to sign in with its address is linked
    /// anew. Ends its sessions.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when there is no such account, [`CurationError::Store`].
    pub async fn unlink_subjects(&self, by: &Admin, id: domain::AccountId) -> Result<u64, CurationError> {
        command("unlink_subjects", async {
            self.require_account(id).await?;
            let mut writer = self.store.begin_accounts().await?;
            let count = writer.unlink_subjects(id).await?;
            writer.end_sessions(id).await?;
            self.finish(writer, by, EventKind::SubjectsUnlinked, id, None).await?;
            Ok(count)
        })
        .await
    }

    /// Makes the account of a newcomer. Nobody knows its password, so only the provider lets them in
    /// until an administrator gives it another.
    async fn add_introduced(
        &self,
        who: &Introduced,
        email: &EmailAddress,
        role: Role,
    ) -> Result<Account, CurationError> {
        let password: SecretString = secrets::secret(&*self.sources, "");
        let password = self.passwords.hash(&password, &*self.sources).await.map_err(CurationError::Password)?;
        let name = who.name.clone().filter(|name| is_person_name(name));
        let account = self.new_account(email.clone(), name, role, password);
        let mut writer = self.store.begin_accounts().await?;
        writer.add(&account).await?;
        let event = self.event(EventKind::Added, Some(account.id));
        writer.tell(&AccountEvent { detail: Some(role.slug().to_owned()), ..event }).await?;
        writer.commit().await?;
        Ok(account)
    }

    async fn not_introduced(&self, account: Option<Account>) -> Result<Introduction, CurationError> {
        self.tell_failure(account.map(|account| account.id), "openid").await?;
        Ok(Introduction::Refused)
    }
}
