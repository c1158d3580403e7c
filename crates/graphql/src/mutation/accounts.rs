//! Inviting people, and looking after accounts.

use curation::{
    Admin, CurationError, Refusal,
    accounts::{AccountStanding, InviteUser},
};
use domain::{
    AccountId, Language,
    rules::{Problem, Violations},
};

use super::{
    commands::{Desk, Ended, plain},
    inputs::accounts::{
        ChangeRoleInput, DisableAccountInput, EnableAccountInput, InviteUserInput, ResendInvitationInput,
        RevokeInvitationInput, SendTestMailInput,
    },
    payloads::{Performed, Thing},
};

/// Invites somebody.
pub(crate) async fn invite_user(desk: Desk<'_>, input: InviteUserInput) -> Ended {
    let by = desk.member()?;
    let refuse = |field: &str, text: &str| {
        let mut wrong = Violations::default();
        wrong.add(field, Problem::Unknown(text.chars().take(100).collect()));
        CurationError::from(Refusal::Invalid(wrong))
    };
    let language = input.language.as_deref().unwrap_or("de");
    let invite = InviteUser {
        email: input.email.trim().parse().map_err(|_| refuse("email", &input.email))?,
        name: input.name,
        standing: AccountStanding {
            role: input.role.into(),
            actors: input.actors.unwrap_or_default(),
            trusted: input.trusted.unwrap_or_default(),
        },
        language: language.parse::<Language>().map_err(|_| refuse("language", language))?,
    };
    let invited = desk.accounts.invite_user(&by, invite).await?;
    Ok(Performed::from_commit(Thing::Invitation(Box::new(invited)), 0))
}

/// Sends an open invitation once more.
pub(crate) async fn resend_invitation(desk: Desk<'_>, input: ResendInvitationInput) -> Ended {
    let invited = desk.accounts.resend_invitation(&desk.member()?, plain(&input.id)?).await?;
    Ok(Performed::from_commit(Thing::Invitation(Box::new(invited)), 0))
}

/// Withdraws an invitation.
pub(crate) async fn revoke_invitation(desk: Desk<'_>, input: RevokeInvitationInput) -> Ended {
    desk.accounts.revoke_invitation(&desk.member()?, plain(&input.id)?).await?;
    Ok(Performed::from_commit(Thing::Settled, 0))
}

/// Gives an account another role.
pub(crate) async fn change_role(desk: Desk<'_>, input: ChangeRoleInput) -> Ended {
    let by = desk.requester.admin()?;
    let id = desk.accounts.account(&by, AccountId::from_uuid(plain(&input.id)?)).await?.id;
    let standing = AccountStanding {
        role: input.role.into(),
        actors: input.actors.unwrap_or_default(),
        trusted: input.trusted.unwrap_or_default(),
    };
    desk.accounts.change_role(&by, id, &standing).await?;
    account(desk, &by, id).await
}

/// Keeps an account from signing in.
pub(crate) async fn disable_account(desk: Desk<'_>, input: DisableAccountInput) -> Ended {
    let by = desk.requester.admin()?;
    let id = desk.accounts.account(&by, AccountId::from_uuid(plain(&input.id)?)).await?.id;
    desk.accounts.disable(&by, id).await?;
    account(desk, &by, id).await
}

/// Lets an account sign in again.
pub(crate) async fn enable_account(desk: Desk<'_>, input: EnableAccountInput) -> Ended {
    let by = desk.requester.admin()?;
    let id = desk.accounts.account(&by, AccountId::from_uuid(plain(&input.id)?)).await?.id;
    desk.accounts.enable(&by, id).await?;
    account(desk, &by, id).await
}

async fn account(desk: Desk<'_>, by: &Admin, id: AccountId) -> Ended {
    Ok(Performed::from_commit(Thing::Account(Box::new(desk.accounts.account(by, id).await?)), 0))
}

/// Sends a mail to whoever asks.
pub(crate) async fn send_test_mail(desk: Desk<'_>, input: SendTestMailInput) -> Ended {
    let by = desk.requester.admin()?;
    let language = input.language.as_deref().unwrap_or("de").parse::<Language>().unwrap_or_else(|_| Language::german());
    Ok(Performed::from_commit(Thing::MailTest(desk.accounts.send_test_mail(&by, &language).await?), 0))
}
