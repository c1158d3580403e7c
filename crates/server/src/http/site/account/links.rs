//! What links open that are keys: another password, an invitation, the first account that may administer.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, State},
    http::{Request, request::Parts},
    response::Response,
};
use curation::accounts::{FirstAdmin, UserInvitation};
use secrecy::SecretString;
use web::account::{self, AccountFormError, FirstAdminPage, InvitationPage};

use super::{login::remember_address, requests::SiteRequest};
use crate::http::state::AppState;

/// `GET /password/forgotten`.
pub(super) async fn show_forgotten(State(app): State<Arc<AppState>>, head: Parts) -> Response {
    let request = SiteRequest::of(app, head);
    request.page(account::forgotten_password(&request.visit(), request.app.accounts.has_mailer(), None))
}

/// `POST /password/forgotten`: the answer is the same for every address, and as fast.
pub(super) async fn send_password_link(
    State(app): State<Arc<AppState>>,
    request: Request<Body>,
) -> Result<Response, Response> {
    begin_to_send(app, request).await
}

async fn begin_to_send(app: Arc<AppState>, request: Request<Body>) -> Result<Response, Response> {
    let request = SiteRequest::with_form(app, request).await?;
    let (app, visit) = (&request.app, request.visit());
    if !app.accounts.has_mailer() {
        return Ok(request.page(account::forgotten_password(&visit, false, None)));
    }
    let client = app.proxies.client(&request.head.extensions, &request.head.headers);
    if let Err(wait) = app.password_links.take(client) {
        let error = AccountFormError::Throttled(wait);
        return Ok(request.page(account::forgotten_password(&visit, true, Some(error))));
    }
    let email = request.form.text("email").to_owned();
    let language = request.locale().tag().parse();
    if let (Some(turn), Ok(language)) = (app.password_links.begin(&email), language) {
        let accounts = app.accounts.clone();
        tokio::spawn(async move {
            if let Err(error) = accounts.send_password_link(&email, language).await {
                tracing::error!(error = %domain::ErrorChain(&error), "a link for a password could not be sent");
            }
            drop(turn);
        });
    }
    Ok(request.page(account::password_link_sent(&visit)))
}

/// `GET /password/…`: the form, as long as the link works.
pub(super) async fn show_password_link(
    State(app): State<Arc<AppState>>,
    Path(secret): Path<String>,
    head: Parts,
) -> Response {
    let request = SiteRequest::of(app, head);
    let answer = match request.app.accounts.is_password_link(&secret.into()).await {
        Ok(true) => account::set_password(&request.visit(), request.head.uri.path(), None),
        Ok(false) => account::link_ended(&request.visit()),
        Err(error) => return request.fault(&error),
    };
    request.secret_page(answer)
}

/// `POST /password/…`: sets the password. Nobody is signed in by it: whoever sends such a form from elsewhere would
/// else sign others in as themselves.
pub(super) async fn set_password(
    State(app): State<Arc<AppState>>,
    Path(secret): Path<String>,
    request: Request<Body>,
) -> Result<Response, Response> {
    take_password(app, &secret.into(), request).await
}

async fn take_password(
    app: Arc<AppState>,
    secret: &SecretString,
    request: Request<Body>,
) -> Result<Response, Response> {
    let request = SiteRequest::with_secret(app, request).await?;
    match request.app.accounts.set_password(secret, &request.form.secret("new-password")).await {
        Ok(true) => Ok(request.redirect("/login", &[("done", "password")])),
        Ok(false) => Ok(request.secret_page(account::link_ended(&request.visit()))),
        Err(error) => {
            let error = request.explain(&error)?;
            let path = request.head.uri.path();
            Ok(request.secret_page(account::set_password(&request.visit(), path, Some(error))))
        }
    }
}

/// `GET /invitation/…`: the form, as long as the link works.
pub(super) async fn show_invitation(
    State(app): State<Arc<AppState>>,
    Path(secret): Path<String>,
    head: Parts,
) -> Result<Response, Response> {
    let request = SiteRequest::of(app, head);
    invitation_form(&request, &secret.into(), None).await
}

async fn invitation_form(
    request: &SiteRequest,
    secret: &SecretString,
    wrong: Option<(&str, AccountFormError)>,
) -> Result<Response, Response> {
    let found = request.app.accounts.invitation(secret).await.map_err(|error| request.fault(&error))?;
    let Some(UserInvitation { invitation, actors }) = found else {
        return Ok(request.secret_page(account::link_ended(&request.visit())));
    };
    let page = InvitationPage {
        path: request.head.uri.path(),
        email: invitation.email.as_str(),
        name: wrong.map_or_else(|| invitation.name.as_deref().unwrap_or_default(), |(name, _)| name),
        role: invitation.role,
        actors: &actors,
        error: wrong.map(|(_, error)| error),
    };
    Ok(request.secret_page(account::accept_invitation(&request.visit(), &page)))
}

/// `POST /invitation/…`: makes the account.
pub(super) async fn accept_invitation(
    State(app): State<Arc<AppState>>,
    Path(secret): Path<String>,
    request: Request<Body>,
) -> Result<Response, Response> {
    take_invitation(app, &secret.into(), request).await
}

async fn take_invitation(
    app: Arc<AppState>,
    secret: &SecretString,
    request: Request<Body>,
) -> Result<Response, Response> {
    let request = SiteRequest::with_secret(app, request).await?;
    let (name, password) = (request.form.text("name"), request.form.secret("new-password"));
    let invited = request.app.accounts.invitation(secret).await.map_err(|error| request.fault(&error))?;
    match request.app.accounts.accept_invitation(secret, name, &password).await {
        Ok(Some(_)) => {
            let mut response = request.redirect("/login", &[("done", "invitation")]);
            if let Some(UserInvitation { invitation, .. }) = invited {
                remember_address(&request, invitation.email.as_str(), &mut response);
            }
            Ok(response)
        }
        Ok(None) => Ok(request.secret_page(account::link_ended(&request.visit()))),
        Err(error) => {
            let error = request.explain(&error)?;
            invitation_form(&request, secret, Some((name, error))).await
        }
    }
}

/// `GET /first-admin/…`: the form, as long as the link works.
pub(super) async fn show_first_admin(
    State(app): State<Arc<AppState>>,
    Path(secret): Path<String>,
    head: Parts,
) -> Response {
    let request = SiteRequest::of(app, head);
    let answer = match request.app.accounts.is_first_admin_link(&secret.into()).await {
        Ok(true) => {
            let page = FirstAdminPage { path: request.head.uri.path(), ..FirstAdminPage::default() };
            account::add_first_admin(&request.visit(), &page)
        }
        Ok(false) => account::link_ended(&request.visit()),
        Err(error) => return request.fault(&error),
    };
    request.secret_page(answer)
}

/// `POST /first-admin/…`: makes the account.
pub(super) async fn add_first_admin(
    State(app): State<Arc<AppState>>,
    Path(secret): Path<String>,
    request: Request<Body>,
) -> Result<Response, Response> {
    take_first_admin(app, &secret.into(), request).await
}

async fn take_first_admin(
    app: Arc<AppState>,
    secret: &SecretString,
    request: Request<Body>,
) -> Result<Response, Response> {
    let request = SiteRequest::with_secret(app, request).await?;
    let (email, name) = (request.form.text("email").trim(), request.form.text("name"));
    let password = request.form.secret("new-password");
    let new = FirstAdmin { email: email.to_owned(), name: name.to_owned(), password };
    match request.app.accounts.add_first_admin(secret, new).await {
        Ok(Some(_)) => Ok(request.redirect("/login", &[("done", "invitation")])),
        Ok(None) => Ok(request.secret_page(account::link_ended(&request.visit()))),
        Err(error) => {
            let error = Some(request.explain(&error)?);
            let page = FirstAdminPage { path: request.head.uri.path(), email, name, error };
            Ok(request.secret_page(account::add_first_admin(&request.visit(), &page)))
        }
    }
}
