//! `/reminder`: the pages behind the links of reminder mail.
//!
//! Opening a link shows what it asks and changes nothing, since mail scanners open links too; the
//! button on the page sends what acts (the thinking of RFC 8058). Nobody needs an account or a cookie:
//! the link itself is the proof.

use std::sync::Arc;

use axum::{
    Router,
    extract::{Path, State},
    http::{StatusCode, request::Parts},
    response::Response,
    routing::get,
};
use curation::{
    CurationError, Done, Refusal as Cause,
    commands::{ReminderAnswer, ReminderLink, ReminderSubject},
};
use graphql::Visible;
use tower_http::catch_panic::CatchPanicLayer;
use url::form_urlencoded;
use web::{
    Locale, Visit,
    reminder::{self, Purpose, ReminderState},
};

use super::response::private_page;
use crate::{
    http::{negotiation::negotiate_language, panic::handle_panic, state::AppState},
    visible::Followed,
};

/// The routes below `/reminder`.
pub fn routes() -> Router<Arc<AppState>> {
    Router::new()
        .route("/reminder/{purpose}/{token}", get(look).post(answer))
        .layer(CatchPanicLayer::custom(handle_panic))
}

/// `GET`: what the link asks.
async fn look(
    State(app): State<Arc<AppState>>,
    Path((purpose, token)): Path<(String, String)>,
    head: Parts,
) -> Response {
    let Ok(purpose) = purpose.parse::<ReminderAnswer>() else { return not_ours(&app, &head) };
    match app.curation.look_at_reminder(purpose, &token).await {
        Ok(found) => page(&app, &head, purpose, &found),
        Err(error) => fault(&app, &head, &error),
    }
}

/// `POST`: doing it. Answered once everybody sees it.
async fn answer(
    State(app): State<Arc<AppState>>,
    Path((purpose, token)): Path<(String, String)>,
    head: Parts,
) -> Response {
    let Ok(purpose) = purpose.parse::<ReminderAnswer>() else { return not_ours(&app, &head) };
    let Done { value, sequence } = match app.curation.answer_reminder(purpose, &token).await {
        Ok(done) => done,
        Err(error) => return fault(&app, &head, &error),
    };
    let followed =
        Followed { live: Arc::clone(&app.live), reached: app.followed.clone(), readiness: Arc::clone(&app.readiness) };
    followed.after(sequence).await;
    if matches!(value, ReminderLink::Taken(_)) {
        tracing::info!(reminder.answer = purpose.word(), "a reminder was answered");
    }
    page(&app, &head, purpose, &value)
}

/// The page for a busy database, or for a fault, whose cause goes to the log.
fn fault(app: &AppState, head: &Parts, error: &CurationError) -> Response {
    let status = if let CurationError::Refused(Cause::DatabaseBusy) = error {
        StatusCode::SERVICE_UNAVAILABLE
    } else {
        tracing::error!(error = %domain::ErrorChain(error), "a reminder could not be answered");
        StatusCode::INTERNAL_SERVER_ERROR
    };
    answer_visit(app, head, || None, |visit| private_page(web::answer::trouble(visit, status), visit.locale))
}

fn not_ours(app: &AppState, head: &Parts) -> Response {
    page(app, head, ReminderAnswer::StillRight, &ReminderLink::NotOurs)
}

/// The page for what a link can do or has done.
fn page(app: &AppState, head: &Parts, purpose: ReminderAnswer, found: &ReminderLink) -> Response {
    let of_mail = || subject(found).and_then(|asked| Locale::from_tag(asked.language.as_str()));
    answer_visit(app, head, of_mail, |visit| {
        private_page(reminder::answer(visit, head.uri.path(), purpose_of(purpose), reminder_state(found)), visit.locale)
    })
}

/// An answer in the language that was asked for, else that of the mail, else the browser's.
fn answer_visit(
    app: &AppState,
    head: &Parts,
    of_mail: impl FnOnce() -> Option<Locale>,
    answer: impl FnOnce(&Visit<'_>) -> Response,
) -> Response {
    let mut parameters = form_urlencoded::parse(head.uri.query().unwrap_or_default().as_bytes());
    let chosen = parameters.find(|(name, _)| name == "language").and_then(|(_, tag)| Locale::from_tag(&tag));
    let locale = chosen.or_else(of_mail).or_else(|| negotiate_language(&head.headers, Locale::from_tag));
    answer(&Visit {
        site: &app.site.load().site,
        snapshot: &app.live.load(),
        now: (app.clock)(),
        origin: &app.origin.of_request(&head.headers),
        locale: locale.unwrap_or(Locale::De),
        preferred: None,
        is_preview: false,
    })
}

const fn purpose_of(purpose: ReminderAnswer) -> Purpose {
    match purpose {
        ReminderAnswer::StillRight => Purpose::StillRight,
        ReminderAnswer::Archive => Purpose::Archive,
    }
}

/// The entry that a link asks about, where it may be told.
const fn subject(found: &ReminderLink) -> Option<&ReminderSubject> {
    match found {
        ReminderLink::Open(asked)
        | ReminderLink::Taken(asked)
        | ReminderLink::AnsweredBefore(asked, _)
        | ReminderLink::Changed(asked) => Some(asked),
        ReminderLink::Gone | ReminderLink::Expired | ReminderLink::NotOurs => None,
    }
}

fn reminder_state(found: &ReminderLink) -> ReminderState<'_> {
    fn entry(asked: &ReminderSubject) -> reminder::RemindedEntry<'_> {
        reminder::RemindedEntry { kind: asked.kind, slug: asked.slug.as_str(), name: &asked.name }
    }
    match found {
        ReminderLink::Open(asked) => ReminderState::Open(entry(asked)),
        ReminderLink::Taken(asked) => ReminderState::Taken(entry(asked)),
        ReminderLink::AnsweredBefore(asked, before) => ReminderState::AnsweredBefore(entry(asked), purpose_of(*before)),
        ReminderLink::Changed(asked) => ReminderState::Changed(entry(asked)),
        ReminderLink::Gone => ReminderState::Gone,
        ReminderLink::Expired => ReminderState::Expired,
        ReminderLink::NotOurs => ReminderState::NotOurs,
    }
}
