//! `/auth/oidc`: signing in through another service.
//!
//! What ties the answer to the browser that asked is kept in a cookie of that browser for ten minutes:
//! state, nonce and the proof key of PKCE. So any node takes the answer, and nothing of a sign-in that
//! nobody finished stays anywhere. The cookie is taken away with the first answer, whatever it is.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Query, State},
    http::{HeaderMap, HeaderValue, Request, StatusCode, header},
    response::{IntoResponse, Response},
};
use curation::accounts::Introduction;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use web::{Locale, Visit, sign_in::Failure};

use super::{device::describe_device, exchange::refusal, local_path::is_local_path, sign_in::start_session};
use crate::{
    http::{
        api_error::ApiError,
        authenticate::{cookie_named, read_cookie},
        negotiation::negotiate_language,
        site::response::private_page,
        state::AppState,
    },
    openid::{Begun, OpenId, OpenIdError},
    telemetry::count_sign_in,
};

/// The cookie of a sign-in that has begun; on the machine itself it is called so.
const COOKIE: &str = "bruecke-oidc";
/// How long somebody may take at the provider, seconds.
const SECONDS: i64 = 600;

#[derive(Deserialize)]
pub(super) struct LoginQuery {
    /// Where to go afterwards, within this service.
    #[serde(rename = "return")]
    back_to: Option<String>,
}

/// What the provider sends back. Whatever it says of an error stays out of the page: anybody can write
/// such an address.
#[derive(Deserialize)]
pub(super) struct CallbackQuery {
    code: Option<String>,
    state: Option<String>,
    error: Option<String>,
}

/// `GET /auth/oidc/login`: sends the browser to the provider.
pub(super) async fn login(
    State(app): State<Arc<AppState>>,
    Query(asked): Query<LoginQuery>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let openid = require_openid(&app)?;
    let back_to = asked.back_to.unwrap_or_else(|| "/".to_owned());
    if !is_local_path(&back_to) {
        let message = "return must be an address within this service, such as /console";
        return Err(ApiError::bad_request(message));
    }
    match openid.begin(callback(&app, &headers)).await {
        Ok(begun) => {
            let mut response = see_other(&begun.address);
            let cookie = state_cookie(&app, &headers, &begun, &back_to);
            response.headers_mut().append(header::SET_COOKIE, cookie);
            Ok(response)
        }
        Err(error) => Ok(page(&app, &headers, sign_in_failure(&error))),
    }
}

/// `GET /auth/oidc/callback`: takes the provider's answer, and begins a session of the same kind as by
/// password.
pub(super) async fn callback_answered(
    State(app): State<Arc<AppState>>,
    Query(answer): Query<CallbackQuery>,
    request: Request<Body>,
) -> Result<Response, ApiError> {
    let openid = require_openid(&app)?;
    let headers = request.headers();
    let mut response = match signed_in(&app, openid, answer, headers).await? {
        Ok((back_to, session)) => {
            let mut response = see_other(&back_to);
            response.headers_mut().append(header::SET_COOKIE, session);
            response
        }
        Err(failure) => page(&app, headers, failure),
    };
    let gone = cookie_named(COOKIE, &"".into(), 0, app.origin.is_secure(headers));
    response.headers_mut().append(header::SET_COOKIE, gone);
    Ok(response)
}

/// Where to go on and the cookie of the session, or why there is none.
async fn signed_in(
    app: &AppState,
    openid: &OpenId,
    answer: CallbackQuery,
    headers: &HeaderMap,
) -> Result<Result<(String, HeaderValue), Failure>, ApiError> {
    let secure = app.origin.is_secure(headers);
    let Some(begun) = read_cookie(headers, COOKIE, secure).and_then(|cookie| LoginCookie::read(&cookie)) else {
        return Ok(Err(Failure::NotBegun));
    };
    if answer.state.as_deref() != Some(begun.state.expose_secret()) {
        return Ok(Err(Failure::NotBegun));
    }
    let Some(code) = answer.code.filter(|_| answer.error.is_none()) else { return Ok(Err(Failure::Declined)) };
    let introduced = match openid.finish(callback(app, headers), code, &begun.nonce, &begun.verifier).await {
        Ok(introduced) => introduced,
        Err(error) => return Ok(Err(sign_in_failure(&error))),
    };
    let signed_in = app.accounts.sign_in_introduced(&introduced, openid.newcomers(), describe_device(headers)).await;
    match signed_in.map_err(|error| refusal(&error))? {
        Introduction::Welcome(welcome) => {
            count_sign_in("signed-in", 1);
            Ok(Ok((begun.back_to, start_session(app, &welcome, headers).await?)))
        }
        Introduction::SecondFactorNeeded => {
            count_sign_in("code-needed", 1);
            Ok(Err(Failure::SecondFactor))
        }
        Introduction::Refused => {
            count_sign_in("refused", 1);
            Ok(Err(Failure::NoAccount))
        }
    }
}

fn require_openid(app: &AppState) -> Result<&OpenId, ApiError> {
    app.openid.as_deref().ok_or_else(|| {
        let message = "nobody signs in through another service here: [openid] in the settings file says how";
        ApiError::new(StatusCode::NOT_FOUND, "NOT_CONFIGURED", message)
    })
}

/// The log hears the cause, the browser what to do.
fn sign_in_failure(error: &OpenIdError) -> Failure {
    tracing::warn!(error = %domain::ErrorChain(error), "nobody was signed in through another service");
    if error.is_passing() { Failure::ProviderDown } else { Failure::NoProof }
}

/// Where the provider sends the browser back to.
fn callback(app: &AppState, headers: &HeaderMap) -> String {
    format!("{}/auth/oidc/callback", app.origin.of_request(headers))
}

fn see_other(address: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    let location = HeaderValue::from_str(address).unwrap_or(HeaderValue::from_static("/"));
    response.headers_mut().insert(header::LOCATION, location);
    response
}

/// A sign-in that has begun, as the browser brings it back.
struct LoginCookie {
    state: SecretString,
    nonce: SecretString,
    verifier: SecretString,
    back_to: String,
}

impl LoginCookie {
    fn read(cookie: &SecretString) -> Option<Self> {
        // State, nonce and proof key are of letters, digits, - and _: none of them holds a dot.
        let mut parts = cookie.expose_secret().splitn(4, '.');
        let mut secret =
            || parts.next().filter(|part| !part.is_empty()).map(|part| SecretString::from(part.to_owned()));
        let (state, nonce, verifier) = (secret()?, secret()?, secret()?);
        let back_to = data_encoding::BASE64URL_NOPAD.decode(parts.next()?.as_bytes()).ok()?;
        let back_to = String::from_utf8(back_to).ok().filter(|back_to| is_local_path(back_to))?;
        Some(Self { state, nonce, verifier, back_to })
    }
}

fn state_cookie(app: &AppState, headers: &HeaderMap, begun: &Begun, back_to: &str) -> HeaderValue {
    let parts = [&begun.state, &begun.nonce, &begun.verifier].map(ExposeSecret::expose_secret);
    let back_to = data_encoding::BASE64URL_NOPAD.encode(back_to.as_bytes());
    let value = SecretString::from(format!("{}.{back_to}", parts.join(".")));
    cookie_named(COOKIE, &value, SECONDS, app.origin.is_secure(headers))
}

/// The page for somebody who is not signed in, in the language of the browser.
fn page(app: &AppState, headers: &HeaderMap, failure: Failure) -> Response {
    let locale = negotiate_language(headers, Locale::from_tag).unwrap_or(Locale::De);
    let shown = app.site.load();
    let visit = Visit {
        site: &shown.site,
        snapshot: &app.live.load(),
        now: (app.clock)(),
        origin: &app.origin.of_request(headers),
        locale,
        preferred: None,
        is_preview: false,
    };
    private_page(web::sign_in::failure_page(&visit, failure, "/auth/oidc/login"), locale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_begun_is_read_back_whole_or_not_at_all() {
        let read = |text: &str| LoginCookie::read(&text.to_owned().into());
        let kept = read("s.n.v.L2NvbnNvbGU").expect("whole");
        assert_eq!((kept.state.expose_secret(), kept.verifier.expose_secret()), ("s", "v"));
        assert_eq!(kept.back_to, "/console");
        for broken in ["", "s.n.v", "s..v.Lw", "s.n.v.Ly9ldmls", "s.n.v.?"] {
            assert!(read(broken).is_none(), "{broken}");
        }
    }
}
