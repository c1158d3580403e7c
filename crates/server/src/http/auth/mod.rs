//! `/auth`: signing in and out, who one is, the second factor.
//!
//! Bodies are JSON only and the origin is checked, so that no page of a stranger can sign a visitor
//! in or out. Answers are for their asker alone: they are never stored.

pub mod device;
pub mod local_path;
mod openid;
mod own_account;
pub mod password_link_quota;
pub(super) mod second_factor;
pub(super) mod sign_in;
pub mod sign_in_throttle;

use std::sync::Arc;

use axum::{
    Json, Router,
    body::Body,
    extract::State,
    http::{HeaderMap, HeaderValue, Request, StatusCode, header},
    middleware,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use curation::{CurationError, Refusal as Cause, Requester, accounts::SignedIn};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::json;
use tower_http::{catch_panic::CatchPanicLayer, set_header::SetResponseHeaderLayer};

use crate::http::{
    api_error::{ApiError, method_not_allowed},
    authenticate::{fault, requester, signed_in, unauthenticated},
    body::read_body,
    headers::NOSNIFF,
    negotiation::is_json_body,
    panic::handle_panic,
    state::AppState,
};

/// The largest body that is read here, bytes.
const BODY_BYTES: usize = 16 * 1024;

/// The routes below `/auth`.
pub fn routes(app: &Arc<AppState>) -> Router<Arc<AppState>> {
    Router::new()
        .route("/auth/login", post(sign_in::login))
        .route("/auth/logout", post(sign_in::logout))
        .route("/auth/session", get(session))
        .route("/auth/oidc/login", get(openid::login))
        .route("/auth/oidc/callback", get(openid::callback_answered))
        .route(
            "/auth/second-factor",
            get(second_factor::state).post(second_factor::offer).delete(second_factor::remove),
        )
        .route("/auth/second-factor/confirm", post(second_factor::confirm))
        .route("/auth/second-factor/recovery-codes", post(second_factor::renew))
        .route("/auth/name", post(own_account::change_name))
        .route("/auth/mail", post(own_account::change_mail))
        .route("/auth/password", post(own_account::change_password))
        .route("/auth/sessions/end-others", post(own_account::end_other_sessions))
        .route("/auth/tokens", post(own_account::issue_token))
        .method_not_allowed_fallback(method_not_allowed)
        .layer(middleware::from_fn_with_state(Arc::clone(app), checked))
        .layer(SetResponseHeaderLayer::if_not_present(header::X_CONTENT_TYPE_OPTIONS, NOSNIFF))
        .layer(SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, HeaderValue::from_static("no-store")))
        .layer(CatchPanicLayer::custom(handle_panic))
}

/// What holds for all of them: the origin, the size of the body, and the time limit.
async fn checked(State(app): State<Arc<AppState>>, request: Request<Body>, next: middleware::Next) -> Response {
    if !request.method().is_safe()
        && let Err(refusal) = app.origin.check(request.headers())
    {
        return refusal.into_response();
    }
    // How long a body may take has limits of its own.
    let (head, body) = request.into_parts();
    let request = match read_body(&head.headers, body, BODY_BYTES).await {
        Ok(body) => Request::from_parts(head, Body::from(body)),
        Err(error) => return ApiError::from(error).into_response(),
    };
    let limit = app.limits.timeout();
    tokio::time::timeout(limit, next.run(request)).await.unwrap_or_else(|_| {
        let message = format!("this took longer than the {} s allowed", limit.as_secs());
        ApiError::new(StatusCode::SERVICE_UNAVAILABLE, "LIMIT_TIME", message).into_response()
    })
}

/// Who somebody is, as they are told.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Identity {
    account: String,
    role: &'static str,
    name: Option<String>,
    /// Whether changes are taken from this session or token.
    may_write: bool,
    /// Whether the second factor must be set up or given before anything else.
    awaits_second_factor: bool,
}

impl Identity {
    fn of(requester: &Requester) -> Self {
        Self {
            account: requester.account().map(|id| id.to_string()).unwrap_or_default(),
            role: requester.role().slug(),
            name: requester.name().map(str::to_owned),
            may_write: requester.may_write().is_ok(),
            awaits_second_factor: requester.awaits_second_factor(),
        }
    }
}

/// `GET /auth/session`: who one is, by cookie or token; 401 for the public.
async fn session(State(app): State<Arc<AppState>>, request: Request<Body>) -> Result<Json<Identity>, ApiError> {
    let (head, _) = request.into_parts();
    let who = requester(&app, &head.method, &head.headers).await?;
    if who.account().is_none() {
        return Err(unauthenticated("UNAUTHENTICATED", "nobody is signed in"));
    }
    Ok(Json(Identity::of(&who)))
}

/// Somebody who is signed in by cookie: a token cannot look after its own account.
async fn owner(app: &AppState, headers: &HeaderMap) -> Result<SignedIn, ApiError> {
    if headers.contains_key(header::AUTHORIZATION) {
        return Err(unauthenticated("UNAUTHENTICATED", "this needs a session; sign in with POST /auth/login"));
    }
    let who = signed_in(app, headers).await?;
    who.ok_or_else(|| unauthenticated("UNAUTHENTICATED", "please sign in first with POST /auth/login"))
}

/// Reads a JSON body. What was wrong with it is not quoted: it may hold a password.
async fn read<T: DeserializeOwned>(headers: &HeaderMap, body: Body, shape: &str) -> Result<T, ApiError> {
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
fn refusal(error: &CurationError) -> ApiError {
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
fn with_cookie(body: impl Serialize, cookie: HeaderValue) -> Response {
    let mut response = Json(json!(body)).into_response();
    response.headers_mut().append(header::SET_COOKIE, cookie);
    response
}
