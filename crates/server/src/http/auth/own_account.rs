//! `/auth/name`, `/auth/mail`, `/auth/password`, `/auth/sessions`, `/auth/tokens`: what the holder of a
//! session changes of the own account. What is listed and ended one by one is in GraphQL: `viewer`, `revokeSession`, `revokeToken`.

use std::sync::Arc;

use axum::{
    Json,
    body::Body,
    extract::State,
    http::{Request, StatusCode},
};
use curation::accounts::{MailChoice, OwnTokenRequest};
use domain::Language;
use secrecy::ExposeSecret;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    exchange::{owner, read, refusal},
    second_factor::prove_or_error,
};
use crate::http::{api_error::ApiError, state::AppState};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NameInput {
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MailInput {
    digest: bool,
    language: Language,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct PasswordInput {
    password: String,
    new_password: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct TokenInput {
    password: String,
    name: String,
    #[serde(default)]
    may_write: bool,
    days: u32,
}

/// `POST /auth/name`: 204; an empty name takes it away.
pub(super) async fn change_name(
    State(app): State<Arc<AppState>>,
    request: Request<Body>,
) -> Result<StatusCode, ApiError> {
    let (head, body) = request.into_parts();
    let who = owner(&app, &head.headers).await?;
    let input: NameInput = read(&head.headers, body, r#"{"name": "…"}"#).await?;
    app.accounts.change_own_name(&who, &input.name).await.map_err(|error| refusal(&error))?;
    Ok(StatusCode::NO_CONTENT)
}

/// `POST /auth/mail`: 204; whether staff are told what is due, and in which language.
pub(super) async fn change_mail(
    State(app): State<Arc<AppState>>,
    request: Request<Body>,
) -> Result<StatusCode, ApiError> {
    let (head, body) = request.into_parts();
    let who = owner(&app, &head.headers).await?;
    let input: MailInput = read(&head.headers, body, r#"{"digest": true, "language": "de"}"#).await?;
    let choice = MailChoice { language: input.language, digest: input.digest };
    app.accounts.choose_mail(&who, &choice).await.map_err(|error| refusal(&error))?;
    Ok(StatusCode::NO_CONTENT)
}

/// `POST /auth/password`: 204; all other sessions of the account have ended.
pub(super) async fn change_password(
    State(app): State<Arc<AppState>>,
    request: Request<Body>,
) -> Result<StatusCode, ApiError> {
    let (head, body) = request.into_parts();
    let who = owner(&app, &head.headers).await?;
    let input: PasswordInput = read(&head.headers, body, r#"{"password": "…", "newPassword": "…"}"#).await?;
    let (password, new_password) = (input.password.into(), input.new_password.into());
    let changed = app.accounts.change_password(&who, &password, &new_password);
    prove_or_error(&app, who.account.id, changed).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `POST /auth/sessions/end-others`: how many there were.
pub(super) async fn end_other_sessions(
    State(app): State<Arc<AppState>>,
    request: Request<Body>,
) -> Result<Json<Value>, ApiError> {
    let (head, _) = request.into_parts();
    let who = owner(&app, &head.headers).await?;
    let ended = app.accounts.end_other_sessions(&who).await.map_err(|error| refusal(&error))?;
    Ok(Json(json!({ "ended": ended })))
}

/// `POST /auth/tokens`: a token, shown this once.
pub(super) async fn issue_token(
    State(app): State<Arc<AppState>>,
    request: Request<Body>,
) -> Result<Json<Value>, ApiError> {
    let (head, body) = request.into_parts();
    let who = owner(&app, &head.headers).await?;
    let shape = r#"{"password": "…", "name": "…", "days": 90} with "mayWrite": true for one that changes things"#;
    let input: TokenInput = read(&head.headers, body, shape).await?;
    let request = OwnTokenRequest { name: input.name, may_write: input.may_write, days: input.days };
    let password = input.password.into();
    let issued = app.accounts.issue_own_token(&who, &password, &request);
    let (token, until) = prove_or_error(&app, who.account.id, issued).await?;
    Ok(Json(json!({ "token": token.expose_secret(), "expiresAt": until.to_rfc3339() })))
}
