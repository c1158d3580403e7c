//! Inviting people.

use curation::{
    CurationError, Refusal,
    accounts::{InviteUser, Standing},
};
use domain::{
    Language,
    rules::{Problem, Violations},
};

use super::{
    commands::{Desk, Ended, plain},
    inputs::accounts::{InviteUserInput, RevokeInvitationInput},
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
        standing: Standing {
            role: input.role.into(),
            actors: input.actors.unwrap_or_default(),
            trusted: input.trusted.unwrap_or_default(),
        },
        language: language.parse::<Language>().map_err(|_| refuse("language", language))?,
    };
    let invited = desk.accounts.invite_user(&by, invite).await?;
    Ok(Performed::done(Thing::Invitation(Box::new(invited)), 0))
}

/// Withdraws an invitation.
pub(crate) async fn revoke_invitation(desk: Desk<'_>, input: RevokeInvitationInput) -> Ended {
    desk.accounts.revoke_invitation(&desk.member()?, plain(&input.id)?).await?;
    Ok(Performed::done(Thing::Settled, 0))
}
