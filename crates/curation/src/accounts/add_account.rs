//! Making an account. There is no default password and no self-registration.

use domain::{
    AccountId, Actor, ActorId, EmailAddress,
    rules::{Problem, Violations},
    vocabulary::Role,
};
use messages::Message;
use secrecy::SecretString;
use store::accounts::{Account, EventKind};

use super::{AccountStanding, Accounts, no_account, password_rules, person_name::check_person_name};
use crate::{Admin, CurationError, Refusal, command_span::command, commands::wrong_state};

/// An account to make.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// Where it will sign in with.
    pub email: EmailAddress,
    /// What staff call the holder.
    pub name: Option<String>,
    /// Its password.
    pub password: SecretString,
    /// What it may do.
    pub standing: AccountStanding,
}

impl Accounts {
    /// Makes an account and returns its id.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when the e-mail address has an account, the password is weak, the
    /// role is none of an account or an actor is unknown.
    pub async fn add_account(&self, by: &Admin, new: NewAccount) -> Result<AccountId, CurationError> {
        command("add_account", async {
            let mut wrong = Violations::default();
            check_person_name(new.name.as_deref().unwrap_or_default(), &mut wrong);
            if new.email.as_str().len() > 254 {
                wrong.add("email", Problem::TooLong { allowed: 254 });
            }
            wrong.into_result().map_err(Refusal::Invalid)?;
            password_rules::check(&new.password, new.email.as_str(), new.name.as_deref())
                .map_err(Refusal::WeakPassword)?;
            let actors = self.resolve_standing(&new.standing).await?;
            if self.store.account_by_email(new.email.as_str()).await?.is_some() {
                return Err(store::StoreError::AccountExists.into());
            }
            let password = self.passwords.hash(&new.password, &*self.sources).await.map_err(CurationError::Password)?;
            let name = new.name.filter(|name| !name.trim().is_empty());
            let account = Account {
                trusted: new.standing.trusted,
                actors,
                ..self.new_account(new.email, name, new.standing.role, password)
            };
            let mut writer = self.store.begin_accounts().await?;
            writer.add(&account).await?;
            let detail = Some(new.standing.role.slug().to_owned());
            self.finish(writer, by, EventKind::Added, account.id, detail).await?;
            Ok(account.id)
        })
        .await
    }

    /// Checks what an account is to be, and finds its actors.
    pub(super) async fn resolve_standing(&self, standing: &AccountStanding) -> Result<Vec<ActorId>, CurationError> {
        if standing.role == Role::Public {
            return Err(wrong_state("NO_ROLE_OF_AN_ACCOUNT", Message::new("account-no-role")));
        }
        if standing.role != Role::Member && (standing.trusted || !standing.actors.is_empty()) {
            return Err(wrong_state("ONLY_FOR_MEMBERS", Message::new("account-only-for-members")));
        }
        let (mut actors, mut unknown) = (Vec::with_capacity(standing.actors.len()), Violations::default());
        for (at, slug) in standing.actors.iter().enumerate() {
            match self.store.find_by_slug::<Actor>(slug).await? {
                Some(actor) => actors.push(actor.id),
                None => unknown.add(format!("actors[{at}]"), Problem::Unknown(slug.chars().take(100).collect())),
            }
        }
        unknown.into_result().map_err(Refusal::Invalid)?;
        Ok(actors)
    }

    /// The account a command is about.
    pub(super) async fn require_account(&self, id: AccountId) -> Result<Account, CurationError> {
        self.store.account(id).await?.ok_or_else(no_account)
    }
}
