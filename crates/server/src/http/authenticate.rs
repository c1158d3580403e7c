//! Who asks: read from a bearer token or the cookie of a session. Without either it is the public,
//! and nothing is looked up.

use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use curation::{CurationError, Requester, accounts::SignedIn};
use secrecy::{ExposeSecret, SecretString};
use tracing::Instrument;

use super::{
    api_error::ApiError,
    request_record::{note_role, request_span},
    state::AppState,
};

/// The cookie's name on the machine itself.
const COOKIE: &str = "bruecke-session";
/// What names of cookies begin with elsewhere: browsers take a name like this only with `Secure`, for
/// this host and every path (RFC 6265bis, section 4.1.3.2).
const HOST: &str = "__Host-";

/// Who asks. Without cookie and `Authorization` this does nothing.
///
/// # Errors
/// 401 for a token that does not work, 403 for a session used by a page of another origin, 500 when
/// the store cannot be asked.
pub async fn requester(app: &AppState, method: &Method, headers: &HeaderMap) -> Result<Requester, ApiError> {
    if !headers.contains_key(header::COOKIE) && !headers.contains_key(header::AUTHORIZATION) {
        return Ok(Requester::public());
    }
    // On the heap: the public's questions should not carry what only this needs.
    Box::pin(identify(app, method, headers).instrument(request_span())).await
}

async fn identify(app: &AppState, method: &Method, headers: &HeaderMap) -> Result<Requester, ApiError> {
    if headers.contains_key(header::AUTHORIZATION) {
        let known = match bearer(headers) {
            Some(token) => app.accounts.by_token(&token).await.map_err(|error| fault(&error))?,
            None => None,
        };
        if let Some(known) = &known {
            note_role(known.role().slug());
        }
        return known.ok_or_else(|| {
            let message = "the token does not work: it is wrong, has ended or was withdrawn. Authorization takes only Bearer tokens";
            unauthenticated("INVALID_TOKEN", message)
                .with_header(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"bruecke\", error=\"invalid_token\""))
        });
    }
    let who = signed_in(app, headers).await?;
    if who.is_some() && !method.is_safe() {
        app.origin.check(headers)?;
    }
    Ok(who.map_or_else(Requester::public, |who| who.requester))
}

/// Who asks where that is proved once and used for long: as [`requester`], but the cookie of a session that has ended
/// is refused and not taken for the public.
///
/// # Errors
/// As [`requester`], and 401 for such a cookie.
pub async fn strict_requester(app: &AppState, headers: &HeaderMap) -> Result<Requester, ApiError> {
    let found = requester(app, &Method::GET, headers).await?;
    if found.is_public() && has_session_cookie(app, headers) {
        return Err(unauthenticated("SESSION_ENDED", "the session has ended; sign in again or send no cookie"));
    }
    Ok(found)
}

/// Whether a request brings the cookie of a session, ended or not.
pub fn has_session_cookie(app: &AppState, headers: &HeaderMap) -> bool {
    read_cookie(headers, COOKIE, app.origin.is_secure(headers)).is_some()
}

/// Who is signed in with the session of the request's cookie; `None` without one, or when it has
/// ended.
///
/// # Errors
/// 500 when the store cannot be asked.
pub async fn signed_in(app: &AppState, headers: &HeaderMap) -> Result<Option<SignedIn>, ApiError> {
    let Some(id) = read_cookie(headers, COOKIE, app.origin.is_secure(headers)) else { return Ok(None) };
    let found = app.accounts.by_session(&id).await.map_err(|error| fault(&error))?;
    if let Some(session) = &found {
        note_role(session.requester.role().slug());
    }
    Ok(found)
}

/// The cookie that keeps a session for so many seconds; 0 ends it.
pub fn cookie(session: &SecretString, seconds: i64, secure: bool) -> HeaderValue {
    cookie_named(COOKIE, session, seconds, secure)
}

/// A cookie that keeps a secret for so many seconds, out of reach of scripts; 0 ends it.
pub fn cookie_named(name: &str, secret: &SecretString, seconds: i64, secure: bool) -> HeaderValue {
    let (host, flag) = if secure { (HOST, "; Secure") } else { ("", "") };
    let secret = secret.expose_secret();
    let text = format!("{host}{name}={secret}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{flag}");
    let mut value = HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""));
    value.set_sensitive(true);
    value
}

/// A refusal to somebody who is not signed in.
pub fn unauthenticated(code: &'static str, message: impl Into<String>) -> ApiError {
    ApiError::new(StatusCode::UNAUTHORIZED, code, message)
        .with_header(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"bruecke\""))
}

/// A fault while accounts were worked on: the cause goes to the log, the client learns only that, or that the database
/// is busy.
pub fn fault(error: &CurationError) -> ApiError {
    if let CurationError::Refused(curation::Refusal::DatabaseBusy) = error {
        let message = "nothing was written: the database is busy; please try again in a moment";
        return ApiError::new(StatusCode::SERVICE_UNAVAILABLE, "DATABASE_BUSY", message);
    }
    tracing::error!(error = %domain::ErrorChain(error), "an account could not be worked on");
    ApiError::internal()
}

fn bearer(headers: &HeaderMap) -> Option<SecretString> {
    let mut values = headers.get_all(header::AUTHORIZATION).iter();
    let (value, None) = (values.next()?, values.next()) else { return None };
    let (scheme, token) = value.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned().into())
}

/// The secret that a cookie of [`cookie_named`] brings back.
pub fn read_cookie(headers: &HeaderMap, name: &str, secure: bool) -> Option<SecretString> {
    let host = if secure { HOST } else { "" };
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut cookies = lines.flat_map(|line| line.split(';')).filter_map(|cookie| cookie.split_once('='));
    let (_, secret) = cookies.find(|(found, _)| found.trim().strip_prefix(host) == Some(name))?;
    let secret = secret.trim();
    (!secret.is_empty()).then(|| secret.to_owned().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cookie_is_for_this_host_only_and_out_of_reach_of_scripts() {
        let id = SecretString::from("abc");
        assert_eq!(
            cookie(&id, 60, true).to_str().ok(),
            Some("__Host-bruecke-session=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure")
        );
        assert_eq!(
            cookie(&id, 60, false).to_str().ok(),
            Some("bruecke-session=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax")
        );
        assert!(!format!("{:?}", cookie(&id, 60, true)).contains("abc"));
    }

    #[test]
    fn the_session_is_read_from_its_own_cookie() {
        let mut headers = HeaderMap::new();
        let line = HeaderValue::from_static("a=b; bruecke-session=one; __Host-bruecke-session=two");
        headers.insert(header::COOKIE, line);
        let read = |secure| read_cookie(&headers, COOKIE, secure).map(|id| id.expose_secret().to_owned());
        assert_eq!((read(false).as_deref(), read(true).as_deref()), (Some("one"), Some("two")));
        assert!(read_cookie(&HeaderMap::new(), COOKIE, true).is_none());
    }

    #[test]
    fn only_one_bearer_token_is_read() {
        let read = |values: &[&'static str]| {
            let mut headers = HeaderMap::new();
            for value in values {
                headers.append(header::AUTHORIZATION, HeaderValue::from_static(value));
            }
            bearer(&headers).map(|token| token.expose_secret().to_owned())
        };
        assert_eq!(read(&["Bearer brk_a"]).as_deref(), Some("brk_a"));
        assert_eq!(read(&["bearer  brk_a"]).as_deref(), Some("brk_a"));
        assert_eq!(read(&["Basic YTpi"]), None);
        assert_eq!(read(&["Bearer brk_a", "Bearer brk_b"]), None);
    }
}
