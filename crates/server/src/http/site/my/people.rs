//! `/my/…/people`: inviting somebody to look after an entry as well.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, State},
    http::{Request, request::Parts},
    response::Response,
};
use curation::{
    CurationError, Refusal as Cause,
    accounts::{AccountStanding, InviteUser, InvitedUser, invitation_path},
};
use domain::{Language, vocabulary::Role};
use secrecy::ExposeSecret;
use web::my::{self, InvitationFormError, OpenInvitation, PeoplePage};

use super::{change::Owner, entries::owner};
use crate::http::{site::account::requests::SiteRequest, state::AppState};

/// What the page says beside the form.
#[derive(Default)]
struct PeopleState {
    link: Option<String>,
    error: Option<InvitationFormError>,
}

/// `GET /my/…/people`.
pub(super) async fn show(
    State(app): State<Arc<AppState>>,
    Path(slug): Path<String>,
    head: Parts,
) -> Result<Response, Response> {
    let request = SiteRequest::of(app, head);
    let (_, owner) = owner(&request, &slug).await?;
    page(&request, &owner, PeopleState::default()).await
}

/// `POST /my/…/people`: invites somebody with what the member has themself.
pub(super) async fn invite(
    State(app): State<Arc<AppState>>,
    Path(slug): Path<String>,
    request: Request<Body>,
) -> Result<Response, Response> {
    let request = SiteRequest::with_form(app, request).await?;
    let (_, owner) = owner(&request, &slug).await?;
    take_invitation(&request, &owner, &slug).await
}

async fn take_invitation(request: &SiteRequest, owner: &Owner, slug: &str) -> Result<Response, Response> {
    let refused = |error| page(request, owner, PeopleState { error: Some(error), link: None });
    let Ok(email) = request.form.text("email").trim().parse() else {
        return refused(InvitationFormError::Email).await;
    };
    let name = request.form.text("name").trim();
    let invite = InviteUser {
        email,
        name: Some(name).filter(|name| !name.is_empty()).map(str::to_owned),
        standing: AccountStanding { role: Role::Member, actors: vec![slug.to_owned()], trusted: owner.may_publish() },
        language: request.locale().tag().parse().unwrap_or_else(|_| Language::german()),
    };
    let invited = request.app.accounts.invite_user(&owner.member, invite).await;
    answer(request, owner, slug, invited).await
}

/// `POST /my/…/people/resend`.
pub(super) async fn resend(
    State(app): State<Arc<AppState>>,
    Path(slug): Path<String>,
    request: Request<Body>,
) -> Result<Response, Response> {
    let request = SiteRequest::with_form(app, request).await?;
    let (_, owner) = owner(&request, &slug).await?;
    // It was used or has ended meanwhile: the page shows how it is now.
    let as_it_is = || Ok(request.redirect(&format!("/my/{slug}/people"), &[]));
    let Ok(id) = request.form.text("id").parse() else { return as_it_is() };
    match request.app.accounts.resend_invitation(&owner.member, id).await {
        Err(CurationError::Refused(Cause::NotFound { .. })) => as_it_is(),
        sent => answer(&request, &owner, &slug, sent).await,
    }
}

/// The page after an invitation was sent or not.
async fn answer(
    request: &SiteRequest,
    owner: &Owner,
    slug: &str,
    sent: Result<InvitedUser, CurationError>,
) -> Result<Response, Response> {
    let refused = |error| page(request, owner, PeopleState { error: Some(error), link: None });
    match sent {
        Ok(invited) => match invited.secret {
            None => Ok(request.redirect(&format!("/my/{slug}/people"), &[("done", "invited")])),
            Some(secret) => {
                let link = format!("{}{}", request.visit().origin, invitation_path(secret.expose_secret()));
                page(request, owner, PeopleState { link: Some(link), error: None }).await
            }
        },
        Err(CurationError::Refused(Cause::Invalid(wrong))) => {
            let is_address = wrong.0.iter().any(|violation| violation.field == "email");
            refused(if is_address { InvitationFormError::Email } else { InvitationFormError::Name }).await
        }
        Err(CurationError::Refused(Cause::WrongState { code: "TOO_MANY_INVITATIONS", .. })) => {
            refused(InvitationFormError::Limit).await
        }
        Err(CurationError::Refused(_)) => refused(InvitationFormError::Forbidden).await,
        Err(error) => Err(request.fault(&error)),
    }
}

/// `POST /my/…/people/withdraw`.
pub(super) async fn withdraw(
    State(app): State<Arc<AppState>>,
    Path(slug): Path<String>,
    request: Request<Body>,
) -> Result<Response, Response> {
    let request = SiteRequest::with_form(app, request).await?;
    let (_, owner) = owner(&request, &slug).await?;
    let to = format!("/my/{slug}/people");
    let Ok(id) = request.form.text("id").parse() else { return Ok(request.redirect(&to, &[])) };
    match request.app.accounts.revoke_invitation(&owner.member, id).await {
        Ok(()) => Ok(request.redirect(&to, &[("done", "uninvited")])),
        // It was used or has ended meanwhile: the page shows how it is now.
        Err(CurationError::Refused(_)) => Ok(request.redirect(&to, &[])),
        Err(error) => Err(request.fault(&error)),
    }
}

async fn page(request: &SiteRequest, owner: &Owner, state: PeopleState) -> Result<Response, Response> {
    let open = request.app.accounts.invitations(&owner.sees).await.map_err(|error| request.fault(&error))?;
    let open = open.into_iter().filter(|one| one.actors.contains(&owner.actor));
    let invitations: Vec<OpenInvitation> = open
        .map(|one| OpenInvitation {
            id: one.id.to_string(),
            email: one.email.as_str().to_owned(),
            until: request.day_of(one.expires_at),
        })
        .collect();
    let done = request.parameter("done");
    let is_wrong = state.error.is_some();
    let shown = PeoplePage {
        slug: owner.slug(),
        name: &owner.entry.summary.name,
        email: if is_wrong { request.form.text("email") } else { "" },
        person: if is_wrong { request.form.text("name") } else { "" },
        invitations: &invitations,
        link: state.link.as_deref(),
        done: done.as_deref(),
        error: state.error,
    };
    Ok(request.page(my::people(&request.visit(), &shown)))
}
