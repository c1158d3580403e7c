//! `/my`: the entries a member acts for, and what became of what they proposed.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::State,
    http::{Request, StatusCode, request::Parts},
    response::Response,
};
use curation::{
    Member, Sees,
    accounts::SignedIn,
    reading::{LinksAsked, PageRequest, Proposal, ProposalFilter, ProposalStatus, Waiting},
};
use domain::{ActorId, CooperationLink, EntityKind, record::EntityRef, vocabulary::LinkStatus};
use uuid::Uuid;
use web::my::{self, EntryFields, MemberEntry, MemberFormError, MemberProposal, OverviewPage, ProposalState};

use super::change::form_error;
use crate::http::{site::account::requests::SiteRequest, state::AppState};

/// How many of the newest proposals are shown.
const PROPOSALS: u32 = 20;
/// How many entries are listed.
const ENTRIES: usize = 50;
/// How many waiting links of an entry are counted one by one.
const LINKS: u32 = 100;

/// `GET /my`.
pub(super) async fn show(State(app): State<Arc<AppState>>, head: Parts) -> Result<Response, Response> {
    let request = SiteRequest::of(app, head);
    let who = request.owner_at("/my").await?;
    page(&request, &who, None).await
}

/// `POST /my`: takes a proposal back.
pub(super) async fn withdraw(State(app): State<Arc<AppState>>, request: Request<Body>) -> Result<Response, Response> {
    take_back(app, request).await
}

async fn take_back(app: Arc<AppState>, request: Request<Body>) -> Result<Response, Response> {
    let request = SiteRequest::with_form(app, request).await?;
    let who = request.owner_at("/my").await?;
    let id: Uuid = request.form.text("withdraw").parse().map_err(|_| request.trouble(StatusCode::BAD_REQUEST))?;
    let by = who.requester.partner().map_err(|refusal| request.fault(&refusal.into()))?;
    match request.app.curation.withdraw_proposal(&by, id).await {
        Ok(_) => Ok(request.redirect("/my", &[("done", "withdrawn")])),
        Err(error) => {
            let error = form_error(&request, &error)?;
            page(&request, &who, Some(error)).await
        }
    }
}

async fn page(request: &SiteRequest, who: &SignedIn, error: Option<MemberFormError>) -> Result<Response, Response> {
    let mut entries = Vec::new();
    if let Ok(sees) = who.requester.require_view::<Member>() {
        for actor in who.requester.actors().iter().take(ENTRIES) {
            entries.extend(entry(request, &sees, *actor).await?);
        }
    }
    let proposals = own_proposals(request, who, None).await?;
    let done = request.parameter("done");
    let shown = OverviewPage {
        entries: &entries,
        proposals: &proposals,
        role: who.requester.role(),
        done: done.as_deref(),
        error,
    };
    Ok(request.page(my::overview(&request.visit(), &shown)))
}

async fn entry(request: &SiteRequest, sees: &Sees<Member>, actor: ActorId) -> Result<Option<MemberEntry>, Response> {
    let (curation, fault) = (&request.app.curation, |error| request.fault(&error));
    let entity = EntityRef { kind: EntityKind::Actor, id: actor.uuid() };
    let Some(found) = curation.entry(sees, entity).await.map_err(fault)? else { return Ok(None) };
    let due = curation.verification_due(sees, actor).await.map_err(fault)?;
    let asked = LinksAsked { statuses: vec![LinkStatus::Proposed, LinkStatus::ConfirmedByOneSide], actor: Some(actor) };
    let links = curation.links(sees, &asked, &PageRequest::first(LINKS)).await.map_err(fault)?;
    let waiting = links.items.iter().filter(|(_, link)| !is_confirmed_by(&link.record.data, actor)).count();
    Ok(Some(MemberEntry {
        slug: found.summary.slug.unwrap_or_default(),
        name: found.summary.name,
        status: found.summary.status,
        due_since: due.map(|due| due.since),
        waiting_links: waiting as u64,
    }))
}

/// Whether an actor has confirmed a link of its own.
pub(super) fn is_confirmed_by(link: &CooperationLink, actor: ActorId) -> bool {
    let own = if link.from == actor { link.confirmations.from } else { link.confirmations.to };
    own.is_some()
}

/// The newest proposals of the account, of one entry where it is named.
pub(super) async fn own_proposals(
    request: &SiteRequest,
    who: &SignedIn,
    entity: Option<Uuid>,
) -> Result<Vec<MemberProposal>, Response> {
    // Staff see everybody's in the console; here it is what one proposed oneself.
    let Ok(sees) = who.requester.require_view() else { return Ok(Vec::new()) };
    let filter = ProposalFilter { account: who.requester.account(), entity, ..ProposalFilter::default() };
    let newest = PageRequest { after: None, before: None, size: PROPOSALS, from_the_end: true };
    let found = request.app.curation.proposals(&sees, filter, &newest).await;
    let found = found.map_err(|error| request.fault(&error))?;
    Ok(found.items.into_iter().rev().map(|(_, waiting)| proposal(waiting)).collect())
}

fn proposal(waiting: Waiting) -> MemberProposal {
    let Waiting { proposal, entry, fields, .. } = waiting;
    let state = state(&proposal);
    let (mut current, mut proposed) = (EntryFields::new(), EntryFields::new());
    for field in fields {
        current.insert(field.field.clone(), field.current);
        proposed.insert(field.field, field.proposed);
    }
    let name = entry.map(|entry| entry.name).or_else(|| proposal.title().map(str::to_owned));
    let (taken, reason) = proposal.review.map(|review| (review.taken, review.reason)).unwrap_or_default();
    MemberProposal {
        id: proposal.id.to_string(),
        kind: proposal.kind,
        name,
        archive: proposal.archive,
        created_at: proposal.created_at,
        state,
        taken,
        current,
        proposed,
        comment: proposal.comment,
        reason,
    }
}

fn state(proposal: &Proposal) -> ProposalState {
    match proposal.status {
        ProposalStatus::Open => ProposalState::Open,
        ProposalStatus::Approved if proposal.is_message() => ProposalState::Answered,
        ProposalStatus::Approved => ProposalState::Approved,
        ProposalStatus::Partly => ProposalState::Partly,
        ProposalStatus::Rejected => ProposalState::Rejected,
        ProposalStatus::Withdrawn => ProposalState::Withdrawn,
    }
}
