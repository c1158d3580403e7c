//! `/auth/login` and `/auth/logout`.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::State,
    http::{HeaderMap, HeaderValue, Request, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use curation::accounts::{Accounts, Credentials, SignIn, Welcome};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

use super::{
    device::describe_device,
    exchange::{Identity, read, refusal, with_cookie},
};
use crate::{
    http::{
        api_error::ApiError,
        authenticate::{cookie, cookie_named, fault, read_cookie, signed_in, unauthenticated},
        state::AppState,
    },
    telemetry::count_sign_in,
};

/// The cookie of a browser in which somebody has signed in before.
const KNOWN_BROWSER: &str = "bruecke-browser";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LoginForm {
    email: String,
    password: String,
    code: Option<String>,
}

/// How an attempt to sign in ended.
pub(in crate::http) enum SignInOutcome {
    /// They are in, with the cookies of session and browser.
    SignedIn(Box<Welcome>, [HeaderValue; 2]),
    /// The password is right, and a code is needed, with or without this note of the password.
    CodeNeeded(SecretString),
    /// The password is right, the code is not.
    CodeWrong,
    /// No such account, or not its password, or the note is too old.
    Refused,
}

/// Tries to sign somebody in, counted by the throttle.
///
/// # Errors
/// 429 after too many failures, 500 when the store cannot be asked.
pub(in crate::http) async fn try_sign_in(
    app: &AppState,
    head: &Parts,
    credentials: Credentials,
) -> Result<SignInOutcome, ApiError> {
    let email = credentials.email.expose_secret().to_owned();
    let client = app.proxies.client(&head.extensions, &head.headers);
    let browser = match read_cookie(&head.headers, KNOWN_BROWSER, app.origin.is_secure(&head.headers)) {
        Some(note) => app.accounts.known_browser(&email, &note).await.map_err(|error| fault(&error))?,
        None => None,
    };
    let attempt = app.sign_ins.begin(client, &email, browser).await?;
    let done = app.accounts.sign_in(&credentials).await.map_err(|error| refusal(&error))?;
    if matches!(done, SignIn::Welcome(_) | SignIn::CodeNeeded(_)) {
        attempt.succeed();
    }
    outcome(app, head, done, &email).await
}

/// Tries to sign somebody in whose password was right a moment ago. Guessing counts for the account: nobody without
/// its password comes here.
///
/// # Errors
/// As [`try_sign_in`].
pub(in crate::http) async fn try_code(
    app: &AppState,
    head: &Parts,
    note: &SecretString,
    code: &SecretString,
) -> Result<SignInOutcome, ApiError> {
    let account = app.accounts.pending_account(note).await.map_err(|error| fault(&error))?;
    let Some(account) = account else { return Ok(SignInOutcome::Refused) };
    let attempt = app.sign_ins.begin_known(account.uuid()).await?;
    let device = describe_device(&head.headers);
    let (done, email) = app.accounts.sign_in_with_code(note, code, device).await.map_err(|error| refusal(&error))?;
    if matches!(done, SignIn::Welcome(_)) {
        attempt.succeed();
    }
    outcome(app, head, done, &email.unwrap_or_default()).await
}

async fn outcome(app: &AppState, head: &Parts, done: SignIn, email: &str) -> Result<SignInOutcome, ApiError> {
    let (word, outcome) = match done {
        SignIn::Welcome(welcome) => {
            let session = start_session(app, &welcome, &head.headers).await?;
            let note = app.accounts.remember_browser(email).await.map_err(|error| fault(&error))?;
            let (days, secure) = (Accounts::BROWSER_KNOWN_DAYS, app.origin.is_secure(&head.headers));
            let browser = cookie_named(KNOWN_BROWSER, &note, days * 86_400, secure);
            ("signed-in", SignInOutcome::SignedIn(welcome, [session, browser]))
        }
        SignIn::CodeNeeded(note) => ("code-needed", SignInOutcome::CodeNeeded(note)),
        SignIn::CodeWrong => ("code-wrong", SignInOutcome::CodeWrong),
        SignIn::Refused => ("refused", SignInOutcome::Refused),
    };
    count_sign_in(word, 1);
    Ok(outcome)
}

/// `POST /auth/login`: 200 with the cookie of a new session, or 401.
pub(super) async fn login(State(app): State<Arc<AppState>>, request: Request<Body>) -> Result<Response, ApiError> {
    let (head, body) = request.into_parts();
    let shape = r#"{"email": "…", "password": "…"} with "code": "…" where there is a second factor"#;
    let login: LoginForm = read(&head.headers, body, shape).await?;
    let credentials = Credentials {
        email: login.email.into(),
        password: login.password.into(),
        code: login.code.filter(|code| !code.trim().is_empty()).map(Into::into),
        device: describe_device(&head.headers),
    };
    match try_sign_in(&app, &head, credentials).await? {
        SignInOutcome::SignedIn(welcome, [session, browser]) => {
            let mut response = with_cookie(Identity::of(&welcome.who.requester), session);
            response.headers_mut().append(header::SET_COOKIE, browser);
            Ok(response)
        }
        SignInOutcome::CodeNeeded(_) => {
            let message = "the code of the second factor, or a recovery code, is needed as well";
            Err(unauthenticated("SECOND_FACTOR_NEEDED", message))
        }
        SignInOutcome::CodeWrong => {
            let message = "the code is not the right one, or was used before";
            Err(unauthenticated("SECOND_FACTOR_WRONG", message))
        }
        SignInOutcome::Refused => {
            Err(unauthenticated("SIGN_IN_FAILED", "the e-mail address and the password do not belong together"))
        }
    }
}

/// `POST /auth/logout`: 204, whether or not somebody was signed in.
pub(super) async fn logout(State(app): State<Arc<AppState>>, request: Request<Body>) -> Result<Response, ApiError> {
    let (head, _) = request.into_parts();
    if let Some(who) = signed_in(&app, &head.headers).await? {
        app.accounts.sign_out(&who).await.map_err(|error| refusal(&error))?;
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    let gone = cookie(&"".into(), 0, app.origin.is_secure(&head.headers));
    response.headers_mut().append(header::SET_COOKIE, gone);
    Ok(response)
}

/// The cookie of somebody who has just signed in. A session that was there before ends: its id may be
/// known to somebody else.
pub(super) async fn start_session(
    app: &AppState,
    welcome: &Welcome,
    headers: &HeaderMap,
) -> Result<HeaderValue, ApiError> {
    if let Some(before) = signed_in(app, headers).await? {
        app.accounts.sign_out(&before).await.map_err(|error| refusal(&error))?;
    }
    tracing::info!(account.role = %welcome.who.account.role, "somebody signed in");
    Ok(session_cookie(app, welcome, headers))
}

/// The cookie of a session that has begun.
pub(in crate::http) fn session_cookie(app: &AppState, welcome: &Welcome, headers: &HeaderMap) -> HeaderValue {
    let seconds = (welcome.who.expires_at - (app.clock)()).num_seconds().max(0);
    cookie(&welcome.session, seconds, app.origin.is_secure(headers))
}
