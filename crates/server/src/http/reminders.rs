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
    commands::{Answer, Asked, ReminderAnswer},
};
use graphql::Visible;
use tower_http::catch_panic::CatchPanicLayer;
use url::form_urlencoded;
use web::{
    Locale, Visit,
    reminder::{self, Purpose, Standing},
};

use super::{negotiation::preferred, refusal::Refusal, web::secret};
use crate::{app::App, visible::Followed};

/// The routes below `/reminder`.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/reminder/{purpose}/{token}", get(look).post(answer))
        .layer(CatchPanicLayer::custom(crate::app::fault))
}

/// `GET`: what the link asks.
async fn look(
    State(app): State<Arc<App>>,
    Path((purpose, token)): Path<(String, String)>,
    head: Parts,
) -> Result<Response, Refusal> {
    let Ok(purpose) = purpose.parse::<ReminderAnswer>() else { return Ok(not_ours(&app, &head)) };
    let found = app.curation.look_at_reminder(purpose, &token).await.map_err(|error| fault(&error))?;
    Ok(page(&app, &head, purpose, &found))
}

/// `POST`: doing it. Answered once everybody sees it.
async fn answer(
    State(app): State<Arc<App>>,
    Path((purpose, token)): Path<(String, String)>,
    head: Parts,
) -> Result<Response, Refusal> {
    let Ok(purpose) = purpose.parse::<ReminderAnswer>() else { return Ok(not_ours(&app, &head)) };
    let Done { value, sequence } =
        app.curation.answer_reminder(purpose, &token).await.map_err(|error| fault(&error))?;
    let followed =
        Followed { live: Arc::clone(&app.live), reached: app.followed.clone(), readiness: Arc::clone(&app.readiness) };
    followed.after(sequence).await;
    if matches!(value, Answer::Taken(_)) {
        tracing::info!(reminder.answer = purpose.word(), "a reminder was answered");
    }
    Ok(page(&app, &head, purpose, &value))
}

fn fault(error: &CurationError) -> Refusal {
    if let CurationError::Refused(Cause::DatabaseBusy) = error {
        let message = "nothing was written: the database is busy; please try again in a moment";
        return Refusal::new(StatusCode::SERVICE_UNAVAILABLE, "DATABASE_BUSY", message);
    }
    tracing::error!(error = %domain::ErrorChain(error), "a reminder could not be answered");
    Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, "INTERNAL", "something went wrong on our side")
}

fn not_ours(app: &App, head: &Parts) -> Response {
    page(app, head, ReminderAnswer::StillRight, &Answer::NotOurs)
}

/// The page for what a link can do or has done: in the language that was asked for, else that of the
/// mail, else the browser's.
fn page(app: &App, head: &Parts, purpose: ReminderAnswer, found: &Answer) -> Response {
    let standing = standing(found);
    let mut parameters = form_urlencoded::parse(head.uri.query().unwrap_or_default().as_bytes());
    let asked_for = parameters.find(|(name, _)| name == "language").and_then(|(_, tag)| Locale::from_tag(&tag));
    let of_mail = || asked(found).and_then(|asked| Locale::from_tag(asked.language.as_str()));
    let locale = asked_for.or_else(of_mail).or_else(|| preferred(&head.headers, Locale::from_tag));
    let visit = Visit {
        site: &app.site,
        snapshot: &app.live.load(),
        now: (app.clock)(),
        origin: &app.door.origin(&head.headers),
        locale: locale.unwrap_or(Locale::De),
        preferred: None,
    };
    secret(reminder::answer(&visit, head.uri.path(), purpose_of(purpose), standing), visit.locale)
}

const fn purpose_of(purpose: ReminderAnswer) -> Purpose {
    match purpose {
        ReminderAnswer::StillRight => Purpose::StillRight,
        ReminderAnswer::Archive => Purpose::Archive,
    }
}

/// The entry that a link asks about, where it may be told.
const fn asked(found: &Answer) -> Option<&Asked> {
    match found {
        Answer::Open(asked) | Answer::Taken(asked) | Answer::AnsweredBefore(asked, _) | Answer::Changed(asked) => {
            Some(asked)
        }
        Answer::Gone | Answer::Expired | Answer::NotOurs => None,
    }
}

fn standing(found: &Answer) -> Standing<'_> {
    fn entry(asked: &Asked) -> reminder::Asked<'_> {
        reminder::Asked { kind: asked.kind, slug: asked.slug.as_str(), name: &asked.name }
    }
    match found {
        Answer::Open(asked) => Standing::Open(entry(asked)),
        Answer::Taken(asked) => Standing::Taken(entry(asked)),
        Answer::AnsweredBefore(asked, before) => Standing::AnsweredBefore(entry(asked), purpose_of(*before)),
        Answer::Changed(asked) => Standing::Changed(entry(asked)),
        Answer::Gone => Standing::Gone,
        Answer::Expired => Standing::Expired,
        Answer::NotOurs => Standing::NotOurs,
    }
}
