//! Suggestions that come by the form of the pages: they go the way of every proposal, as the public's.

use axum::{
    body::Body,
    http::{HeaderMap, StatusCode, request::Parts},
    response::Response,
};
use curation::{
    CurationError, Patch, Refusal, Requester,
    commands::{ProposalLimitError, ProposeChange},
};
use domain::{
    EntityKind, Violations,
    rules::{Problem, Violation},
};
use web::{
    Answer, Page, Visit,
    suggestion::{RejectedSuggestion, SuggestedChange, SuggestionLimit},
};

use super::{
    form::read_form,
    response::{languages, page_response},
};
use crate::http::state::AppState;

/// Takes a form, and answers with thanks or with what is wrong.
pub(super) async fn take(app: &AppState, head: &Parts, body: Body) -> Response {
    let (locale, preferred) = languages(head);
    let origin = app.origin.of_request(&head.headers);
    let (snapshot, now) = (app.live.load(), (app.clock)());
    let shown = app.site.load();
    let visit =
        Visit { site: &shown.site, snapshot: &snapshot, now, origin: &origin, locale, preferred, is_preview: false };
    page_response(match read(app, &head.headers, body).await {
        Ok(suggestion) => propose(app, &visit, head, suggestion).await,
        Err(status) => web::answer::trouble(&visit, status),
    })
}

/// Reads a form that this service's own page has sent.
async fn read(app: &AppState, headers: &HeaderMap, body: Body) -> Result<SuggestedChange, StatusCode> {
    app.origin.check(headers).map_err(|_| StatusCode::FORBIDDEN)?;
    let body = read_form(headers, body, app.limits.body_bytes.get()).await?;
    Ok(SuggestedChange::from_form(&body))
}

async fn propose(app: &AppState, visit: &Visit<'_>, head: &Parts, mut suggestion: SuggestedChange) -> Answer {
    let entry = visit.snapshot.actor_by_slug(&suggestion.entry);
    if entry.is_none() && !suggestion.entry.is_empty() {
        return web::answer::not_found(visit);
    }
    let before = entry.map(|no| SuggestedChange::about(visit.snapshot, no)).unwrap_or_else(SuggestedChange::new_entry);
    if suggestion.version != before.version {
        // Whoever filled the form did not see what the entry says now; sent once more, it counts.
        suggestion.version = before.version;
        let problem = Problem::Unknown("expectedVersion".to_owned());
        return refusal_page(visit, suggestion, one("expectedVersion", problem));
    }
    let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let change = ProposeChange {
        kind: EntityKind::Actor,
        entity: entry.map(|no| visit.snapshot.actor(no).record().id.uuid()),
        expected_version: suggestion.version,
        fields: suggestion.fields(&before).into_iter().collect::<Patch>(),
        archive: false,
        comment: said(&suggestion.comment),
        contact: said(&suggestion.contact),
        language: visit.locale.tag().parse().ok(),
    };
    let quota = app.proposals.of(app.proxies.client(&head.extensions, &head.headers));
    match app.curation.propose_change(&Requester::public(), change, &quota).await {
        Ok(_) => {
            let thanks = format!("{}?sent=1", Page::SuggestChange.path(visit.locale));
            Answer::elsewhere(StatusCode::SEE_OTHER, thanks)
        }
        Err(CurationError::Refused(Refusal::Invalid(violations))) => refusal_page(visit, suggestion, violations),
        Err(CurationError::Refused(Refusal::ProposalLimit(error))) => {
            limit_page(visit, suggestion, suggestion_limit(error))
        }
        Err(CurationError::Refused(Refusal::NotFound { .. })) => web::answer::gone_page(visit),
        Err(CurationError::Refused(Refusal::DatabaseBusy)) => limit_page(visit, suggestion, SuggestionLimit::Busy),
        Err(CurationError::Refused(_)) => web::answer::trouble(visit, StatusCode::FORBIDDEN),
        Err(error) => {
            tracing::error!(error = %domain::ErrorChain(&error), "a suggestion could not be taken");
            web::answer::trouble(visit, StatusCode::INTERNAL_SERVER_ERROR)
        }
    }
}

/// The form again, with why nothing is taken now.
fn limit_page(visit: &Visit<'_>, suggestion: SuggestedChange, limit: SuggestionLimit) -> Answer {
    web::answer::suggestion_refusal(
        visit,
        &RejectedSuggestion { suggestion, violations: Violations::default(), limit: Some(limit) },
    )
}

/// Why no suggestion is taken, as pages say it.
pub(super) const fn suggestion_limit(error: ProposalLimitError) -> SuggestionLimit {
    match error {
        ProposalLimitError::Client { wait, .. } => SuggestionLimit::Client { wait },
        ProposalLimitError::Entry { .. } => SuggestionLimit::Entry,
        ProposalLimitError::Queue { .. } => SuggestionLimit::Queue,
        ProposalLimitError::Storage => SuggestionLimit::Storage,
    }
}

fn one(field: &str, problem: Problem) -> Violations {
    std::iter::once(Violation { field: field.to_owned(), problem }).collect()
}

fn refusal_page(visit: &Visit<'_>, suggestion: SuggestedChange, violations: Violations) -> Answer {
    web::answer::suggestion_refusal(visit, &RejectedSuggestion { suggestion, violations, limit: None })
}
