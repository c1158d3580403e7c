//! `/auth/login` and `/auth/logout`.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::State,
    http::{HeaderMap, HeaderValue, Request, StatusCode, header},
    response::{IntoResponse, Response},
};
use curation::accounts::{Accounts, Credentials, SignIn, Welcome};
use serde::Deserialize;

use super::{Identity, read, refusal, with_cookie};
use crate::{
    app::App,
    http::{
        refusal::Refusal,
        requester::{cookie, cookie_named, fault, read_cookie, signed_in, unauthenticated},
    },
    telemetry::count_sign_in,
};

/// The cookie of a browser in which somebody has signed in before.
const KNOWN_BROWSER: &str = "bruecke-browser";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Login {
    email: String,
    password: String,
    code: Option<String>,
}

/// `POST /auth/login`: 200 with the cookie of a new session, or 401.
pub(super) async fn login(State(app): State<Arc<App>>, request: Request<Body>) -> Result<Response, Refusal> {
    let (head, body) = request.into_parts();
    let shape = r#"{"email": "…", "password": "…"} with "code": "…" where there is a second factor"#;
    let login: Login = read(&head.headers, body, shape).await?;
    let client = app.door.client(&head.extensions, &head.headers);
    let secure = app.door.is_secure(&head.headers);
    let browser = match read_cookie(&head.headers, KNOWN_BROWSER, secure) {
        Some(note) => app.accounts.known_browser(&login.email, &note).await.map_err(|error| fault(&error))?,
        None => None,
    };
    let attempt = app.sign_ins.begin(client, &login.email, browser).await?;
    let email = login.email.clone();
    let credentials = Credentials {
        email: login.email.into(),
        password: login.password.into(),
        code: login.code.filter(|code| !code.trim().is_empty()).map(Into::into),
    };
    match app.accounts.sign_in(&credentials).await.map_err(|error| refusal(&error))? {
        SignIn::Welcome(welcome) => {
            attempt.succeed();
            count_sign_in("signed-in", 1);
            let cookie = welcomed(&app, &welcome, &head.headers).await?;
            let mut response = with_cookie(Identity::of(&welcome.who.requester), cookie);
            let note = app.accounts.remember_browser(&email).await.map_err(|error| fault(&error))?;
            let known = cookie_named(KNOWN_BROWSER, &note, Accounts::BROWSER_KNOWN_DAYS * 86_400, secure);
            response.headers_mut().append(header::SET_COOKIE, known);
            Ok(response)
        }
        SignIn::CodeNeeded => {
            attempt.succeed();
            count_sign_in("code-needed", 1);
            let message = "the code of the second factor, or a recovery code, is needed as well";
            Err(unauthenticated("SECOND_FACTOR_NEEDED", message))
        }
        SignIn::CodeWrong => {
            count_sign_in("code-wrong", 1);
            let message = "the code is not the right one, or was used before";
            Err(unauthenticated("SECOND_FACTOR_WRONG", message))
        }
        SignIn::Refused => {
            count_sign_in("refused", 1);
            Err(unauthenticated("SIGN_IN_FAILED", "the e-mail address and the password do not belong together"))
        }
    }
}

/// `POST /auth/logout`: 204, whether or not somebody was signed in.
pub(super) async fn logout(State(app): State<Arc<App>>, request: Request<Body>) -> Result<Response, Refusal> {
    let (head, _) = request.into_parts();
    if let Some(who) = signed_in(&app, &head.headers).await? {
        app.accounts.sign_out(&who).await.map_err(|error| refusal(&error))?;
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    let gone = cookie(&"".into(), 0, app.door.is_secure(&head.headers));
    response.headers_mut().append(header::SET_COOKIE, gone);
    Ok(response)
}

/// The cookie of somebody who has just signed in. A session that was there before ends: its id may be
/// known to somebody else.
pub(super) async fn welcomed(app: &App, welcome: &Welcome, headers: &HeaderMap) -> Result<HeaderValue, Refusal> {
    if let Some(before) = signed_in(app, headers).await? {
        app.accounts.sign_out(&before).await.map_err(|error| refusal(&error))?;
    }
    tracing::info!(account.role = %welcome.who.account.role, "somebody signed in");
    Ok(session_cookie(app, welcome, headers))
}

/// The cookie of a session that has begun.
pub(super) fn session_cookie(app: &App, welcome: &Welcome, headers: &HeaderMap) -> HeaderValue {
    let seconds = (welcome.who.expires_at - (app.clock)()).num_seconds().max(0);
    cookie(&welcome.session, seconds, app.door.is_secure(headers))
}
