//! What all of `/auth` reads and answers with.

use axum::{
    Json,
    body::Body,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use curation::{CurationError, Refusal as Cause, Requester, accounts::SignedIn};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::json;

use crate::http::{
    api_error::ApiError,
    authenticate::{fault, signed_in, unauthenticated},
    body::read_body,
    negotiation::is_json_body,
    state::AppState,
};

/// The largest body that is read here, bytes.
pub(super) const BODY_BYTES: usize = 16 * 1024;

/// Who somebody is, as they are told.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Identity {
    account: String,
    role: &'static str,
    name: Option<String>,
    /// Whether changes are taken from this session or token.
    may_write: bool,
    /// Whether the second factor must be set up or given before anything else.
    awaits_second_factor: bool,
}

impl Identity {
    pub(super) fn of(requester: &Requester) -> Self {
        Self {
            account: requester.account().map(|id| id.to_string()).unwrap_or_default(),
            role: requester.role().slug(),
            name: requester.name().map(str::to_owned),
            may_write: requester.may_write().is_ok(),
            awaits_second_factor: requester.awaits_second_factor(),
        }
    }
}

/// Somebody who is signed in by cookie: a token cannot look after its own account.
pub(super) async fn owner(app: &AppState, headers: &HeaderMap) -> Result<SignedIn, ApiError> {
    if headers.contains_key(header::AUTHORIZATION) {
        return Err(unauthenticated("UNAUTHENTICATED", "this needs a session; sign in with POST /auth/login"));
    }
    let who = signed_in(app, headers).await?;
    who.ok_or_else(|| unauthenticated("UNAUTHENTICATED", "please sign in first with POST /auth/login"))
}

/// Reads a JSON body. What was wrong with it is not quoted: it may hold a password.
pub(super) async fn read<T: DeserializeOwned>(headers: &HeaderMap, body: Body, shape: &str) -> Result<T, ApiError> {
    if !is_json_body(headers) {
        return Err(ApiError::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "UNSUPPORTED_MEDIA_TYPE",
            "send a JSON body with Content-Type: application/json, in UTF-8",
        ));
    }
    let body = read_body(headers, body, BODY_BYTES).await?;
    let refuse = |problem: String| ApiError::bad_request(problem);
    // No text of people has it, and PostgreSQL cannot hold it. In JSON it can only be written like this; looking for
    // it in the bytes makes no further copy of a password.
    if body.windows(NUL.len()).any(|bytes| bytes == NUL) {
        return Err(refuse("a text has the character NUL (U+0000), which is not allowed".to_owned()));
    }
    serde_json::from_slice(&body).map_err(|_| refuse(format!("the body must be {shape}")))
}

/// The character NUL in JSON.
const NUL: &[u8] = b"\\u0000";

/// Why a command about one's own account did nothing.
pub(super) fn refusal(error: &CurationError) -> ApiError {
    let CurationError::Refused(cause) = error else { return fault(error) };
    let status = match cause {
        Cause::SignInFirst { .. } => StatusCode::UNAUTHORIZED,
        Cause::WrongState { .. } => StatusCode::CONFLICT,
        Cause::DatabaseBusy => StatusCode::SERVICE_UNAVAILABLE,
        Cause::Invalid(_) | Cause::WeakPassword(_) => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::FORBIDDEN,
    };
    match cause.user_errors().into_iter().next() {
        Some(told) => {
            let message = match told.field {
                Some(field) => format!("{field}: {}", told.message),
                None => told.message.text("en"),
            };
            ApiError::new(status, told.code, message)
        }
        None => ApiError::new(status, "REFUSED", "this was refused"),
    }
}

/// An answer with the cookie of a session.
pub(super) fn with_cookie(body: impl Serialize, cookie: HeaderValue) -> Response {
    let mut response = Json(json!(body)).into_response();
    response.headers_mut().append(header::SET_COOKIE, cookie);
    response
}
