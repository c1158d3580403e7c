//! Invitations: somebody is given a link that makes their account, with the role and the actors that were decided
//! before. Nobody gives more than they have.

use messages::Message;
use std::time::Duration as Patience;

use chrono::Duration;
use domain::{
    AccountId, Actor, ActorId, EmailAddress, Language,
    rules::{Problem, Violations},
    vocabulary::Role,
};
use secrecy::{ExposeSecret, SecretString};
use store::accounts::{Account, AccountEvent, AccountWriter, EventKind, Invitation, NewInvitation};
use uuid::Uuid;

use super::{AccountMail, AccountStanding, Accounts, password_rules, person_name::check_person_name, secrets};
use crate::{
    CurationError, Member, Refusal, Requester, Sees,
    command_span::command,
    commands::{Delivery, wrong_state},
};

/// So many invitations may go to one address in 24 hours.
const SAME_ADDRESS_A_DAY: u32 = 3;
/// So long a mail may take before the link is handed back instead.
const MAIL_PATIENCE: Patience = Patience::from_secs(10);

/// An invitation to write.
#[derive(Clone, Debug)]
pub struct InviteUser {
    /// Who is invited.
    pub email: EmailAddress,
    /// What they are called, as far as is known.
    pub name: Option<String>,
    /// What the account may do.
    pub standing: AccountStanding,
    /// The language of the mail.
    pub language: Language,
}

/// Somebody was invited.
#[derive(Clone, Debug)]
pub struct InvitedUser {
    /// The invitation.
    pub invitation: Invitation,
    /// The secret of the link where no mail has taken it along: it is shown this once, to be handed over.
    pub secret: Option<SecretString>,
}

/// An invitation as its link shows it.
#[derive(Clone, Debug)]
pub struct UserInvitation {
    /// What it says.
    pub invitation: Invitation,
    /// The names of the actors the account will speak for.
    pub actors: Vec<String>,
}

/// The path of the link of an invitation.
pub fn invitation_path(secret: &str) -> String {
    format!("/invitation/{secret}")
}

impl Accounts {
    /// For so long an invitation works, in days.
    pub const INVITATION_DAYS: i64 = 14;

    /// Invites somebody: by mail where there is a mail server, else with a link to hand over. Staff invite up to their
    /// own role, members invite members for their own actors. An earlier invitation of the same address ends, where the
    /// inviter could have given it.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when the inviter may not, or the input breaks rules; that an address has an account
    /// already is told administrators only. [`CurationError::Store`].
    pub async fn invite_user(&self, by: &Member, invite: InviteUser) -> Result<InvitedUser, CurationError> {
        command("invite_user", async {
            let mut wrong = Violations::default();
            if let Some(name) = &invite.name {
                check_person_name(name, &mut wrong);
            }
            if invite.email.as_str().len() > 254 {
                wrong.add("email", Problem::TooLong { allowed: 254 });
            }
            wrong.into_result().map_err(Refusal::Invalid)?;
            let actors = match self.resolve_standing(&invite.standing).await {
                // Whether there is such an entry that is not theirs is none of theirs either.
                Err(CurationError::Refused(_)) if by.role() < Role::Editor => return Err(Refusal::NotYours.into()),
                actors => actors?,
            };
            check_may_give(by, invite.standing.role, invite.standing.trusted, &actors)?;
            if by.role() == Role::Admin && self.store.account_by_email(invite.email.as_str()).await?.is_some() {
                return Err(store::StoreError::AccountExists.into());
            }
            let invitation = Invitation {
                id: self.sources.new_id(),
                email: invite.email,
                name: invite.name.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()),
                role: invite.standing.role,
                trusted: invite.standing.trusted,
                actors,
                language: invite.language.as_str().to_owned(),
                by: by.account(),
                created_at: self.now(),
                expires_at: self.now() + Duration::days(Self::INVITATION_DAYS),
            };
            self.send_invitation(by, invitation).await
        })
        .await
    }

    /// Sends an open invitation once more, one's own or any as an administrator: with a new link, from today on. The
    /// earlier link ends.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when there is none like it, [`CurationError::Refused`] when whoever asks may not give what
    /// it gives or has sent too many, [`CurationError::Store`].
    pub async fn resend_invitation(&self, by: &Member, id: Uuid) -> Result<InvitedUser, CurationError> {
        command("resend_invitation", async {
            let earlier = self.open_invitation(by, id).await?;
            check_may_give(by, earlier.role, earlier.trusted, &earlier.actors)?;
            let invitation = Invitation {
                id: self.sources.new_id(),
                by: by.account(),
                created_at: self.now(),
                expires_at: self.now() + Duration::days(Self::INVITATION_DAYS),
                ..earlier
            };
            self.send_invitation(by, invitation).await
        })
        .await
    }

    /// Writes an invitation down and sends its link.
    async fn send_invitation(&self, by: &Member, invitation: Invitation) -> Result<InvitedUser, CurationError> {
        let (now, secret) = (self.now(), secrets::secret(&*self.sources, ""));
        let mut writer = self.store.begin_accounts().await?;
        self.check_invitation_quota(&writer, by, &invitation.email).await?;
        let hash = secrets::hash(secret.expose_secret());
        // One address, one link: what an earlier one gave may be another thing.
        for earlier in writer.open_invitations_to(invitation.email.as_str(), now).await? {
            if check_may_give(by, earlier.role, earlier.trusted, &earlier.actors).is_ok() {
                writer.end_invitation(earlier.id, now).await?;
            }
        }
        writer.add_invitation(&NewInvitation { hash: &hash, invitation: &invitation }).await?;
        // Told of the inviter: the invited have no account yet.
        let event = self.event(EventKind::UserInvited, by.account());
        let detail = Some(invitation.role.slug().to_owned());
        writer.tell(&AccountEvent { by: by.account(), detail, ..event }).await?;
        writer.commit().await?;
        let is_sent = self.mail_invitation(by, &invitation, &secret).await?;
        Ok(InvitedUser { invitation, secret: (!is_sent).then_some(secret) })
    }

    /// Refuses invitations beyond what anybody needs: each may be a mail to somebody who never asked for one.
    async fn check_invitation_quota(
        &self,
        writer: &AccountWriter,
        by: &Member,
        email: &EmailAddress,
    ) -> Result<(), CurationError> {
        let (Some(account), Some(allowed)) = (by.account(), invitations_a_day(by.role())) else { return Ok(()) };
        let day_ago = self.now() - Duration::days(1);
        let sent = writer.count_events_by(account, EventKind::UserInvited, day_ago).await?;
        let same = writer.count_invitations_to(email.as_str(), day_ago).await?;
        if sent < u64::from(allowed) && same < u64::from(SAME_ADDRESS_A_DAY) {
            return Ok(());
        }
        Err(wrong_state(
            "TOO_MANY_INVITATIONS",
            Message::new("account-too-many-invitations").with("allowed", allowed).with("same", SAME_ADDRESS_A_DAY),
        ))
    }

    async fn mail_invitation(
        &self,
        by: &Requester,
        invitation: &Invitation,
        secret: &SecretString,
    ) -> Result<bool, CurationError> {
        let Some(mailer) = &self.mailer else { return Ok(false) };
        let mail = AccountMail::Invitation {
            id: invitation.id,
            to: invitation.email.clone(),
            language: invitation.language.parse().unwrap_or_else(|_| Language::german()),
            by: by.name().map(str::to_owned),
            role: invitation.role,
            actors: self.actor_names(&invitation.actors).await?,
            secret: secret.clone(),
            until: invitation.expires_at,
        };
        let delivery = tokio::time::timeout(MAIL_PATIENCE, mailer.send(&mail)).await;
        Ok(matches!(delivery, Ok(Delivery::Taken)))
    }

    async fn actor_names(&self, actors: &[ActorId]) -> Result<Vec<String>, CurationError> {
        Ok(self.store.get_many::<Actor>(actors).await?.into_iter().map(|actor| actor.data.name).collect())
    }

    /// Open invitations, newest first: administrators and the command line see all, others their own.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn invitations(&self, by: &Sees<Member>) -> Result<Vec<Invitation>, CurationError> {
        let whose = by.account().filter(|_| by.role() < Role::Admin);
        Ok(self.store.invitations(whose, self.now()).await?)
    }

    /// An open invitation that somebody may see.
    async fn open_invitation(&self, by: &Member, id: Uuid) -> Result<Invitation, CurationError> {
        let seen = self.invitations(&by.require_view()?).await?;
        let found = seen.into_iter().find(|invitation| invitation.id == id);
        found.ok_or_else(|| Refusal::NotFound { field: "id".to_owned() }.into())
    }

    /// Withdraws an open invitation: one's own, or any as an administrator.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when there is none like it, [`CurationError::Store`].
    pub async fn revoke_invitation(&self, by: &Member, id: Uuid) -> Result<(), CurationError> {
        command("revoke_invitation", async {
            let found = self.open_invitation(by, id).await?;
            let mut writer = self.store.begin_accounts().await?;
            if !writer.remove_invitation(found.id).await? {
                return Err(Refusal::NotFound { field: "id".to_owned() }.into());
            }
            let event = self.event(EventKind::InvitationRevoked, by.account());
            let detail = Some(found.role.slug().to_owned());
            writer.tell(&AccountEvent { by: by.account(), detail, ..event }).await?;
            Ok(writer.commit().await?)
        })
        .await
    }

    /// The invitation of a link; `None` when it has ended, was used or withdrawn, or its inviter may no longer give
    /// what it gives.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn invitation(&self, secret: &SecretString) -> Result<Option<UserInvitation>, CurationError> {
        let found = self.store.invitation(&secrets::hash(secret.expose_secret()), self.now()).await?;
        let Some(invitation) = found else { return Ok(None) };
        if !self.is_still_given(&invitation).await? {
            return Ok(None);
        }
        let actors = self.actor_names(&invitation.actors).await?;
        Ok(Some(UserInvitation { invitation, actors }))
    }

    /// What somebody could give as they invited is asked again when it is taken.
    async fn is_still_given(&self, invitation: &Invitation) -> Result<bool, CurationError> {
        let Some(by) = invitation.by else { return Ok(true) };
        let Some(account) = self.store.account(by).await?.filter(|account| account.disabled_at.is_none()) else {
            return Ok(false);
        };
        let inviter = Requester::signed_in(account.id, account.role, account.actors, account.trusted);
        Ok(inviter
            .member()
            .is_ok_and(|by| check_may_give(&by, invitation.role, invitation.trusted, &invitation.actors).is_ok()))
    }

    /// Forgets invitations and links for a password that have ended: whoever was invited and did not come is not kept.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn forget_ended_links(&self) -> Result<u64, CurationError> {
        command("forget_ended_links", async {
            let mut writer = self.store.begin_accounts().await?;
            let count = writer.forget_ended_links(self.now()).await?;
            writer.commit().await?;
            Ok(count)
        })
        .await
    }

    /// Makes the account of an invitation, which ends with it; `None` when the link does not work (any more).
    ///
    /// # Errors
    /// [`Refusal::WeakPassword`] or [`Refusal::Invalid`], after which the link goes on working;
    /// [`store::StoreError::AccountExists`]; [`CurationError::Store`].
    pub async fn accept_invitation(
        &self,
        secret: &SecretString,
        name: &str,
        password: &SecretString,
    ) -> Result<Option<AccountId>, CurationError> {
        command("accept_invitation", async {
            let Some(UserInvitation { invitation, .. }) = self.invitation(secret).await? else { return Ok(None) };
            let name = Some(name.trim()).filter(|name| !name.is_empty());
            let mut wrong = Violations::default();
            check_person_name(name.unwrap_or_default(), &mut wrong);
            wrong.into_result().map_err(Refusal::Invalid)?;
            password_rules::check(password, invitation.email.as_str(), name).map_err(Refusal::WeakPassword)?;
            let password = self.passwords.hash(password, &*self.sources).await.map_err(CurationError::Password)?;
            let account = Account {
                trusted: invitation.trusted,
                actors: invitation.actors,
                language: invitation.language.parse().ok(),
                ..self.new_account(invitation.email, name.map(str::to_owned), invitation.role, password)
            };
            let mut writer = self.store.begin_accounts().await?;
            if !writer.remove_invitation(invitation.id).await? {
                return Ok(None);
            }
            writer.add(&account).await?;
            let event = self.event(EventKind::Added, Some(account.id));
            let detail = Some(account.role.slug().to_owned());
            writer.tell(&AccountEvent { by: invitation.by, detail, ..event }).await?;
            writer.commit().await?;
            Ok(Some(account.id))
        })
        .await
    }
}

/// How many invitations somebody of a role may send in 24 hours; `None` for as many as they like.
const fn invitations_a_day(role: Role) -> Option<u32> {
    match role {
        Role::Admin => None,
        Role::Editor => Some(200),
        _ => Some(10),
    }
}

/// Refuses who would give more than they have.
fn check_may_give(by: &Member, role: Role, trusted: bool, actors: &[ActorId]) -> Result<(), Refusal> {
    if role > by.role() {
        return Err(Refusal::RoleTooLow { needed: role, had: by.role() });
    }
    let is_own = !actors.is_empty() && actors.iter().all(|actor| by.speaks_for(*actor));
    let may_trust = !trusted || actors.iter().all(|actor| by.may_publish(*actor));
    if by.role() >= Role::Editor || (role == Role::Member && is_own && may_trust) {
        return Ok(());
    }
    Err(Refusal::NotYours)
}
