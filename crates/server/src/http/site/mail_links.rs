//! `/mail`: the pages where an actor answers a mail on a cooperation, and where a recipient ends a sort of mail.
//!
//! As with reminders, opening a link changes nothing, since mail scanners open links too; the buttons on the page send
//! what acts. Nobody needs an account or a cookie: the link itself is the proof. `POST /mail/stop` comes from mail programs
//! without a form as well, so it may ask for nothing else.

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    extract::{Path, State},
    http::{Request, request::Parts},
    response::Response,
    routing::get,
};
use chrono::NaiveDate;
use curation::{
    CurationError,
    commands::{LinkInquiry, LinkReply, LinkReplyState, MailAnswer, MailPurpose, MailStopState},
};
use graphql::Visible;
use tower_http::catch_panic::CatchPanicLayer;
use web::link_reply::{self, CooperationState, ReplyPage, StopPage, StoppableMail};

use super::account::requests::SiteRequest;
use crate::{
    http::{panic::handle_panic, state::AppState},
    mail::facts,
    visible::Followed,
};

/// The routes below `/mail`.
pub fn routes() -> Router<Arc<AppState>> {
    Router::new()
        .route("/mail/cooperation/{token}", get(show_cooperation).post(answer_cooperation))
        .route("/mail/stop/{token}", get(show_stop).post(stop))
        .layer(CatchPanicLayer::custom(handle_panic))
}

async fn show_cooperation(State(app): State<Arc<AppState>>, Path(token): Path<String>, head: Parts) -> Response {
    let request = SiteRequest::of(app, head);
    match request.app.curation.look_at_link_mail(&token).await {
        Ok(state) => cooperation_page(&request, &state),
        Err(error) => request.fault(&error),
    }
}

async fn answer_cooperation(
    State(app): State<Arc<AppState>>,
    Path(token): Path<String>,
    request: Request<Body>,
) -> Result<Response, Response> {
    take_answer(app, &token, request).await
}

/// Takes the answer, and says so once everybody sees it.
async fn take_answer(app: Arc<AppState>, token: &str, request: Request<Body>) -> Result<Response, Response> {
    let request = SiteRequest::with_secret(app, request).await?;
    let (app, form) = (&request.app, &request.form);
    let fault = |error: CurationError| request.fault(&error);
    let Ok(answer) = form.text("answer").parse::<MailAnswer>() else {
        let state = app.curation.look_at_link_mail(token).await.map_err(fault)?;
        return Ok(cooperation_page(&request, &state));
    };
    let reply = LinkReply {
        answer,
        expected_version: form.text("version").parse().unwrap_or_default(),
        reason: Some(form.text("reason").replace("\r\n", "\n")),
    };
    let done = app.curation.answer_link_mail(token, &reply).await.map_err(fault)?;
    let followed =
        Followed { live: Arc::clone(&app.live), reached: app.followed.clone(), readiness: Arc::clone(&app.readiness) };
    followed.after(done.sequence).await;
    if matches!(done.value, LinkReplyState::Taken(_)) {
        tracing::info!(mail.answer = answer.word(), "a mail about a cooperation was answered");
    }
    Ok(cooperation_page(&request, &done.value))
}

fn cooperation_page(request: &SiteRequest, state: &LinkReplyState) -> Response {
    let day = |at| request.day_of(at);
    let page = match state {
        LinkReplyState::Open(inquiry) => ReplyPage::Open(describe_inquiry(inquiry, day)),
        LinkReplyState::Changed(inquiry) => ReplyPage::Changed(describe_inquiry(inquiry, day)),
        LinkReplyState::Taken(inquiry) => ReplyPage::Taken(describe_inquiry(inquiry, day)),
        LinkReplyState::Closed(inquiry) => ReplyPage::Closed(describe_inquiry(inquiry, day)),
        LinkReplyState::Gone => ReplyPage::Gone,
        LinkReplyState::Expired => ReplyPage::Expired,
        LinkReplyState::NotOurs => ReplyPage::Unknown,
    };
    request.secret_page(link_reply::link_reply(&request.visit(), request.head.uri.path(), page))
}

fn describe_inquiry(
    inquiry: &LinkInquiry,
    day: impl Fn(chrono::DateTime<chrono::Utc>) -> NaiveDate,
) -> CooperationState<'_> {
    CooperationState {
        facts: facts(inquiry),
        status: inquiry.status,
        version: inquiry.version,
        confirmed_on: inquiry.confirmed_on,
        declined_on: inquiry.answer.filter(|(answer, _)| *answer == MailAnswer::Decline).map(|(_, at)| day(at)),
        partner_confirmed_on: inquiry.partner_confirmed_on,
    }
}

async fn show_stop(State(app): State<Arc<AppState>>, Path(token): Path<String>, head: Parts) -> Response {
    let request = SiteRequest::of(app, head);
    match request.app.curation.look_at_mail_stop(&token).await {
        Ok(state) => stop_page(&request, &state),
        Err(error) => request.fault(&error),
    }
}

/// `POST`: with the form of the page, or from a mail program by the header `List-Unsubscribe`.
async fn stop(State(app): State<Arc<AppState>>, Path(token): Path<String>, head: Parts) -> Response {
    let request = SiteRequest::of(app, head);
    match request.app.curation.stop_mail(&token).await {
        Ok(state) => stop_page(&request, &state),
        Err(error) => request.fault(&error),
    }
}

fn stop_page(request: &SiteRequest, state: &MailStopState) -> Response {
    let page = match state {
        MailStopState::Open(stop) => StopPage::Open(match stop.purpose {
            MailPurpose::LinkConfirmation => StoppableMail::LinkConfirmation(stop.name.as_deref()),
            MailPurpose::ProposalReceipt | MailPurpose::ProposalDecision => StoppableMail::Proposals,
            MailPurpose::Welcome => StoppableMail::Welcome(stop.name.as_deref()),
            MailPurpose::Digest => StoppableMail::Digest,
        }),
        MailStopState::Stopped(_) => StopPage::Stopped,
        MailStopState::NotOurs => StopPage::Unknown,
    };
    request.secret_page(link_reply::mail_stop(&request.visit(), request.head.uri.path(), page))
}
