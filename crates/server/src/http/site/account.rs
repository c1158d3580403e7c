//! The pages of accounts over HTTP: signing in, one's own account, a forgotten password, invitations.
//!
//! What acts on a session is sent with POST from a page of this service: the origin is checked, and the cookie is
//! `SameSite=Lax`. The links of mail are proofs in themselves and rest on no cookie; opening one changes nothing, since
//! mail scanners open links too. Every answer is for its reader alone: nobody keeps it, search engines leave it.

#![expect(
    clippy::result_large_err,
    reason = "both ways end in the response that is sent; a box would only be opened again at once"
)]

mod links;
mod login;
mod own_account;
pub(super) mod requests;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};
use tower_http::catch_panic::CatchPanicLayer;

use crate::http::{panic::handle_panic, state::AppState};

/// The routes of the pages.
pub fn routes() -> Router<Arc<AppState>> {
    Router::new()
        .route("/login", get(login::show).post(login::sign_in))
        .route("/login/code", post(login::enter_code))
        .route("/logout", post(login::sign_out))
        .route("/account", get(own_account::show))
        .route("/account/name", post(own_account::change_name))
        .route("/account/mail", post(own_account::change_mail))
        .route("/account/password", post(own_account::change_password))
        .route("/account/second-factor", post(own_account::offer_second_factor))
        .route("/account/second-factor/confirm", post(own_account::confirm_second_factor))
        .route("/account/second-factor/remove", post(own_account::remove_second_factor))
        .route("/account/second-factor/recovery-codes", post(own_account::renew_recovery_codes))
        .route("/account/sessions/end", post(own_account::end_session))
        .route("/account/sessions/end-others", post(own_account::end_other_sessions))
        .route("/account/tokens", post(own_account::issue_token))
        .route("/account/tokens/revoke", post(own_account::revoke_token))
        .route("/password/forgotten", get(links::show_forgotten).post(links::send_password_link))
        .route("/password/{secret}", get(links::show_password_link).post(links::set_password))
        .route("/invitation/{secret}", get(links::show_invitation).post(links::accept_invitation))
        .route("/first-admin/{secret}", get(links::show_first_admin).post(links::add_first_admin))
        .layer(CatchPanicLayer::custom(handle_panic))
}
