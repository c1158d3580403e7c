//! Changing one's own name and password.

use domain::rules::Violations;
use secrecy::SecretString;
use store::accounts::{AccountEvent, EventKind};

use super::{Accounts, SignedIn, password_rules, person_name::check_person_name};
use crate::{CurationError, Refusal, command_span::command};

impl Accounts {
    /// Gives one's own account another password, with the old one. All other sessions of the account end, and so do
    /// links for setting a password.
    ///
    /// # Errors
    /// [`Refusal::WrongSecret`] or [`Refusal::WeakPassword`].
    pub async fn change_password(
        &self,
        who: &SignedIn,
        password: &SecretString,
        new_password: &SecretString,
    ) -> Result<(), CurationError> {
        command("change_password", async {
            self.prove_password(who, password).await?;
            let (id, account) = (who.account.id, &who.account);
            password_rules::check(new_password, account.email.as_str(), account.name.as_deref())
                .map_err(Refusal::WeakPassword)?;
            let hash = self.passwords.hash(new_password, &*self.sources).await.map_err(CurationError::Password)?;
            let mut writer = self.store.begin_accounts().await?;
            writer.set_password(id, &hash).await?;
            writer.end_other_sessions(id, &who.session).await?;
            writer.drop_password_links(id).await?;
            let event = self.event(EventKind::PasswordChanged, Some(id));
            writer.tell(&AccountEvent { by: Some(id), ..event }).await?;
            Ok(writer.commit().await?)
        })
        .await
    }

    /// Changes what one is called; nothing takes the name away.
    ///
    /// # Errors
    /// [`Refusal::Invalid`] for a name that is too long, or is none.
    pub async fn change_own_name(&self, who: &SignedIn, name: &str) -> Result<(), CurationError> {
        command("change_own_name", async {
            let (id, name) = (who.account.id, name.trim());
            let mut wrong = Violations::default();
            check_person_name(name, &mut wrong);
            wrong.into_result().map_err(Refusal::Invalid)?;
            let mut writer = self.store.begin_accounts().await?;
            writer.set_name(id, Some(name).filter(|name| !name.is_empty())).await?;
            let event = self.event(EventKind::NameChanged, Some(id));
            writer.tell(&AccountEvent { by: Some(id), ..event }).await?;
            Ok(writer.commit().await?)
        })
        .await
    }
}
