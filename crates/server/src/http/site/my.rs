//! `/my` over HTTP: what members read and do of the entries of their own association.
//!
//! Whose entry it is, and what becomes of a change, is for the commands to say: the pages ask the same proofs as
//! everybody else. What is not the member's own is not there for them. Origin, language and cookies are those of the
//! pages of accounts.

#![expect(
    clippy::result_large_err,
    reason = "both ways end in the response that is sent; a box would only be opened again at once"
)]

mod activities;
mod availability;
mod change;
mod contact_search;
mod contacts;
mod cooperation;
mod entries;
mod overview;
mod people;

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
        .route("/contacts", get(contact_search::show))
        .route("/my", get(overview::show).post(overview::withdraw))
        .route("/my/{slug}", get(entries::show).post(entries::save))
        .route("/my/{slug}/verify", post(entries::verify))
        .route("/my/{slug}/cooperation", get(cooperation::show).post(cooperation::propose))
        .route("/my/{slug}/cooperation/{link}/{step}", post(cooperation::step))
        .route("/my/{slug}/contacts/{id}", get(contacts::show).post(contacts::save))
        .route("/my/{slug}/contacts/{id}/withdraw", post(contacts::withdraw))
        .route("/my/{slug}/people", get(people::show).post(people::invite))
        .route("/my/{slug}/people/resend", post(people::resend))
        .route("/my/{slug}/people/withdraw", post(people::withdraw))
        .route("/my/{slug}/offers/{id}", get(activities::show_offer).post(activities::save_offer))
        .route("/my/{slug}/offers/{id}/remove", post(activities::remove_offer))
        .route("/my/{slug}/offers/{id}/availability", post(availability::save))
        .route("/my/{slug}/events/{id}", get(activities::show_event).post(activities::save_event))
        .route("/my/{slug}/events/{id}/remove", post(activities::remove_event))
        .layer(CatchPanicLayer::custom(handle_panic))
}
