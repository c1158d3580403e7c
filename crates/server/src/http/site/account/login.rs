//! `/login`, `/login/code` and `/logout`.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::State,
    http::{Request, header, request::Parts},
    response::Response,
};
use curation::accounts::{Accounts, Credentials, SignedIn};
use domain::vocabulary::Role;
use secrecy::ExposeSecret as _;
use url::form_urlencoded::{byte_serialize, parse};
use web::account::{self, AccountFormError, LoginPage};

use super::requests::SiteRequest;
use crate::http::{
    auth::{
        device::describe_device,
        local_path::is_local_path,
        sign_in::{SignInOutcome, try_code, try_sign_in},
    },
    authenticate::{cookie, cookie_named, read_cookie},
    state::AppState,
};

/// The cookie of a sign-in whose password was right and whose code is awaited.
const PENDING: &str = "bruecke-sign-in";

/// The cookie with the address of an account that was made a moment ago: nobody types it again, and no address bar or
/// log has it.
const NEW_ACCOUNT: &str = "bruecke-new-account";
/// How long it is of use, seconds.
const NEW_ACCOUNT_SECONDS: i64 = 600;

/// Has the form for signing in filled with the address of a new account.
pub(super) fn remember_address(request: &SiteRequest, email: &str, response: &mut Response) {
    let secure = request.app.origin.is_secure(&request.head.headers);
    let value = byte_serialize(email.as_bytes()).collect::<String>();
    let cookie = cookie_named(NEW_ACCOUNT, &value.into(), NEW_ACCOUNT_SECONDS, secure);
    response.headers_mut().append(header::SET_COOKIE, cookie);
}

fn remembered_address(request: &SiteRequest) -> Option<String> {
    let secure = request.app.origin.is_secure(&request.head.headers);
    let value = read_cookie(&request.head.headers, NEW_ACCOUNT, secure)?;
    parse(value.expose_secret().as_bytes()).next().map(|(email, _)| email.into_owned())
}

/// `GET /login`: the form; who is signed in goes on at once.
pub(super) async fn show(State(app): State<Arc<AppState>>, head: Parts) -> Response {
    let request = SiteRequest::of(app, head);
    let next = request.parameter("next").filter(|next| is_local_path(next));
    match request.signed_in().await {
        Ok(None) => {
            let email = remembered_address(&request).unwrap_or_default();
            request.page(form(&request, next.as_deref(), &email, None))
        }
        Ok(Some(who)) => go_on(&request, &who, next.as_deref()),
        Err(trouble) => trouble,
    }
}

fn form(request: &SiteRequest, next: Option<&str>, email: &str, error: Option<AccountFormError>) -> web::Answer {
    let provider = request.app.openid.as_ref().map(|openid| openid.host());
    let done = request.parameter("done");
    let login = LoginPage {
        next,
        email,
        error,
        provider: provider.as_deref(),
        has_mail: request.app.accounts.has_mailer(),
        done: done.as_deref(),
    };
    account::login(&request.visit(), &login)
}

/// Where one goes from here: members to their entries, partners to whom they may speak to, staff to their work.
fn go_on(request: &SiteRequest, who: &SignedIn, next: Option<&str>) -> Response {
    match next {
        Some(next) => request.go_to(next),
        None if matches!(who.requester.role(), Role::Member | Role::Partner) => request.redirect("/my", &[]),
        None if who.requester.sees(Role::Editor) => request.go_to("/console"),
        None => request.redirect("/account", &[]),
    }
}

fn next_of(request: &SiteRequest) -> Option<String> {
    Some(request.form.text("next").to_owned()).filter(|next| is_local_path(next))
}

/// `POST /login`: the password.
pub(super) async fn sign_in(State(app): State<Arc<AppState>>, request: Request<Body>) -> Result<Response, Response> {
    sign_in_with_password(app, request).await
}

async fn sign_in_with_password(app: Arc<AppState>, request: Request<Body>) -> Result<Response, Response> {
    let request = SiteRequest::with_form(app, request).await?;
    let (next, email) = (next_of(&request), request.form.text("email").to_owned());
    let credentials = Credentials {
        email: email.clone().into(),
        password: request.form.secret("password"),
        code: None,
        device: describe_device(&request.head.headers),
    };
    let again = |error| Ok(request.page(form(&request, next.as_deref(), &email, Some(error))));
    match try_sign_in(&request.app, &request.head, credentials).await {
        Ok(SignInOutcome::SignedIn(welcome, cookies)) => {
            let mut response = go_on(&request, &welcome.who, next.as_deref());
            for cookie in cookies {
                response.headers_mut().append(header::SET_COOKIE, cookie);
            }
            Ok(response)
        }
        Ok(SignInOutcome::CodeNeeded(note)) => {
            let mut response = request.page(account::enter_code(&request.visit(), next.as_deref(), None));
            let secure = request.app.origin.is_secure(&request.head.headers);
            let pending = cookie_named(PENDING, &note, Accounts::PENDING_MINUTES * 60, secure);
            response.headers_mut().append(header::SET_COOKIE, pending);
            Ok(response)
        }
        Ok(SignInOutcome::CodeWrong | SignInOutcome::Refused) => again(AccountFormError::SignInRefused),
        Err(refusal) => again(request.throttle_error(&refusal)?),
    }
}

/// `POST /login/code`: the code of the second factor.
pub(super) async fn enter_code(State(app): State<Arc<AppState>>, request: Request<Body>) -> Result<Response, Response> {
    sign_in_by_code(app, request).await
}

async fn sign_in_by_code(app: Arc<AppState>, request: Request<Body>) -> Result<Response, Response> {
    let request = SiteRequest::with_form(app, request).await?;
    let (next, secure) = (next_of(&request), request.app.origin.is_secure(&request.head.headers));
    let again = |error| Ok(request.page(account::enter_code(&request.visit(), next.as_deref(), Some(error))));
    let pending_ended = || {
        let answer = form(&request, next.as_deref(), "", Some(AccountFormError::PendingEnded));
        Ok(request.page(answer))
    };
    let Some(note) = read_cookie(&request.head.headers, PENDING, secure) else { return pending_ended() };
    let code = request.form.secret("code");
    match try_code(&request.app, &request.head, &note, &code).await {
        Ok(SignInOutcome::SignedIn(welcome, cookies)) => {
            let mut response = go_on(&request, &welcome.who, next.as_deref());
            let gone = cookie_named(PENDING, &"".into(), 0, secure);
            for cookie in cookies.into_iter().chain([gone]) {
                response.headers_mut().append(header::SET_COOKIE, cookie);
            }
            Ok(response)
        }
        Ok(SignInOutcome::CodeWrong) => again(AccountFormError::CodeWrong),
        Ok(SignInOutcome::Refused | SignInOutcome::CodeNeeded(_)) => pending_ended(),
        Err(refusal) => again(request.throttle_error(&refusal)?),
    }
}

/// `POST /logout`: ends this session, or with `everywhere` all of the account.
pub(super) async fn sign_out(State(app): State<Arc<AppState>>, request: Request<Body>) -> Result<Response, Response> {
    end_session(app, request).await
}

async fn end_session(app: Arc<AppState>, request: Request<Body>) -> Result<Response, Response> {
    let request = SiteRequest::with_form(app, request).await?;
    if let Some(who) = request.signed_in().await? {
        let accounts = &request.app.accounts;
        let ended = match request.form.text("everywhere") {
            "" => accounts.sign_out(&who).await,
            _ => accounts.sign_out_everywhere(&who).await,
        };
        ended.map_err(|error| request.fault(&error))?;
    }
    let mut response = request.redirect("/login", &[("done", "signed-out")]);
    let gone = cookie(&"".into(), 0, request.app.origin.is_secure(&request.head.headers));
    response.headers_mut().append(header::SET_COOKIE, gone);
    Ok(response)
}
