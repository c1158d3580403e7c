//! `/auth/second-factor`: setting up, confirming and taking away one's own second factor.

use std::sync::Arc;

use axum::{
    Json,
    body::Body,
    extract::State,
    http::{Request, StatusCode},
    response::{IntoResponse, Response},
};
use curation::CurationError;
use domain::AccountId;
use secrecy::ExposeSecret;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    exchange::{Identity, owner, read, refusal, with_cookie},
    sign_in::session_cookie,
};
use crate::http::{api_error::ApiError, state::AppState};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Proof {
    password: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Code {
    code: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Both {
    password: String,
    code: String,
}

/// `GET /auth/second-factor`: whether there is one, and how many recovery codes are left.
pub(super) async fn state(State(app): State<Arc<AppState>>, request: Request<Body>) -> Result<Json<Value>, ApiError> {
    let (head, _) = request.into_parts();
    let who = owner(&app, &head.headers).await?;
    let left = app.accounts.recovery_codes_left(&who).await.map_err(|error| refusal(&error))?;
    Ok(Json(json!({ "confirmed": who.has_second_factor(), "recoveryCodesLeft": left })))
}

/// `POST /auth/second-factor` with the password: a secret for an authenticator app.
pub(super) async fn offer(State(app): State<Arc<AppState>>, request: Request<Body>) -> Result<Json<Value>, ApiError> {
    let (head, body) = request.into_parts();
    let who = owner(&app, &head.headers).await?;
    let proof: Proof = read(&head.headers, body, r#"{"password": "…"}"#).await?;
    let password = proof.password.into();
    let offered = app.accounts.offer_second_factor(&who, &password);
    let offer = prove_or_error(&app, who.account.id, offered).await?;
    Ok(Json(json!({ "secret": offer.secret.expose_secret(), "uri": offer.uri.expose_secret() })))
}

/// `POST /auth/second-factor/confirm` with a first code: from now on it counts. Answers with the
/// recovery codes and a new session.
pub(super) async fn confirm(State(app): State<Arc<AppState>>, request: Request<Body>) -> Result<Response, ApiError> {
    let (head, body) = request.into_parts();
    let who = owner(&app, &head.headers).await?;
    let code: Code = read(&head.headers, body, r#"{"code": "…"}"#).await?;
    let code = code.code.into();
    let confirmed = app.accounts.confirm_second_factor(&who, &code);
    let (welcome, codes) = prove_or_error(&app, who.account.id, confirmed).await?;
    let codes: Vec<&str> = codes.iter().map(ExposeSecret::expose_secret).collect();
    let body = json!({ "recoveryCodes": codes, "session": Identity::of(&welcome.who.requester) });
    Ok(with_cookie(body, session_cookie(&app, &welcome, &head.headers)))
}

/// `DELETE /auth/second-factor` with the password and a code.
pub(super) async fn remove(State(app): State<Arc<AppState>>, request: Request<Body>) -> Result<Response, ApiError> {
    let (head, body) = request.into_parts();
    let who = owner(&app, &head.headers).await?;
    let both: Both = read(&head.headers, body, r#"{"password": "…", "code": "…"}"#).await?;
    let (password, code) = (both.password.into(), both.code.into());
    let removed = app.accounts.remove_second_factor(&who, &password, &code);
    prove_or_error(&app, who.account.id, removed).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `POST /auth/second-factor/recovery-codes` with the password and a code: new recovery codes, in place of
/// all there were.
pub(super) async fn renew(State(app): State<Arc<AppState>>, request: Request<Body>) -> Result<Json<Value>, ApiError> {
    let (head, body) = request.into_parts();
    let who = owner(&app, &head.headers).await?;
    let both: Both = read(&head.headers, body, r#"{"password": "…", "code": "…"}"#).await?;
    let (password, code) = (both.password.into(), both.code.into());
    let renewed = app.accounts.renew_recovery_codes(&who, &password, &code);
    let codes = prove_or_error(&app, who.account.id, renewed).await?;
    let codes: Vec<&str> = codes.iter().map(ExposeSecret::expose_secret).collect();
    Ok(Json(json!({ "recoveryCodes": codes })))
}

/// Runs what asks for a password or code, as [`prove`], and answers with why it did nothing.
pub(super) async fn prove_or_error<T>(
    app: &AppState,
    account: AccountId,
    work: impl Future<Output = Result<T, CurationError>>,
) -> Result<T, ApiError> {
    prove(app, account, work).await?.map_err(|error| refusal(&error))
}

/// Runs what asks for a password or code; guessing one counts for the account whose session it
/// is, so that nobody who only knows the address can use it up.
///
/// # Errors
/// 429 after too many failures.
pub(in crate::http) async fn prove<T>(
    app: &AppState,
    account: AccountId,
    work: impl Future<Output = Result<T, CurationError>>,
) -> Result<Result<T, CurationError>, ApiError> {
    let attempt = app.sign_ins.begin_known(account.uuid()).await?;
    let done = work.await;
    let wrong = matches!(&done, Err(CurationError::Refused(curation::Refusal::WrongSecret { .. })));
    if !wrong {
        attempt.succeed();
    }
    Ok(done)
}
