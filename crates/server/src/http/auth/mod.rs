//! `/auth`: signing in and out, who one is, the second factor.
//!
//! Bodies are JSON only and the origin is checked, so that no page of a stranger can sign a visitor
//! in or out. Answers are for their asker alone: they are never stored.

pub mod device;
mod exchange;
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
    http::{HeaderValue, Request, StatusCode, header},
    middleware,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use tower_http::{catch_panic::CatchPanicLayer, set_header::SetResponseHeaderLayer};

use self::exchange::{BODY_BYTES, Identity};
use crate::http::{
    api_error::{ApiError, method_not_allowed},
    authenticate::{requester, unauthenticated},
    body::read_body,
    headers::NOSNIFF,
    panic::handle_panic,
    state::AppState,
};

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
        .layer(middleware::from_fn_with_state(Arc::clone(app), check_request))
        .layer(SetResponseHeaderLayer::if_not_present(header::X_CONTENT_TYPE_OPTIONS, NOSNIFF))
        .layer(SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, HeaderValue::from_static("no-store")))
        .layer(CatchPanicLayer::custom(handle_panic))
}

/// What holds for all of them: the origin, the size of the body, and the time limit.
async fn check_request(State(app): State<Arc<AppState>>, request: Request<Body>, next: middleware::Next) -> Response {
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

/// `GET /auth/session`: who one is, by cookie or token; 401 for the public.
async fn session(State(app): State<Arc<AppState>>, request: Request<Body>) -> Result<Json<Identity>, ApiError> {
    let (head, _) = request.into_parts();
    let who = requester(&app, &head.method, &head.headers).await?;
    if who.account().is_none() {
        return Err(unauthenticated("UNAUTHENTICATED", "nobody is signed in"));
    }
    Ok(Json(Identity::of(&who)))
}
