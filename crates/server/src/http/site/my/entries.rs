//! `/my/…`: one entry of a member.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, State},
    http::{Method, Request, StatusCode, request::Parts},
    response::Response,
};
use curation::{
    Member,
    accounts::SignedIn,
    commands::VersionedRef,
    reading::{EntriesAsked, PageRequest},
};
use domain::{Actor, EntityKind, LifeStatus, Verification, record::EntityRef, text::fold};
use web::my::{self, AvailabilityForm, EntryForm, EntryPage, MemberActivity, MemberForm, MemberFormError};

use super::{
    change::{ChangeOutcome, FormTarget, Owner, apply, follow, form_error},
    contacts::own_contacts,
    cooperation::own_links,
    overview::own_proposals,
};
use crate::http::{site::account::requests::SiteRequest, state::AppState};

/// How many offers and events of an entry are listed, the newest change first.
const ACTIVITIES: u32 = 100;

/// The member who is signed in, with the entry of this slug that they speak for.
///
/// # Errors
/// The way to sign in, or the page that says that there is no such entry for them.
pub(super) async fn owner(request: &SiteRequest, slug: &str) -> Result<(SignedIn, Owner), Response> {
    let who = request.owner_at(&form_path(request, slug)).await?;
    let nothing = || request.trouble(StatusCode::NOT_FOUND);
    let (Ok(sees), Ok(member)) = (who.requester.require_view::<Member>(), who.requester.member()) else {
        return Err(nothing());
    };
    for actor in who.requester.actors() {
        let entity = EntityRef { kind: EntityKind::Actor, id: actor.uuid() };
        let found = request.app.curation.entry(&sees, entity).await.map_err(|error| request.fault(&error))?;
        if let Some(entry) = found.filter(|entry| entry.summary.slug.as_deref() == Some(slug)) {
            return Ok((who.clone(), Owner { actor: *actor, sees, member, entry }));
        }
    }
    Err(nothing())
}

/// Where the form stands that was sent, or the page that is asked for: some addresses only take forms.
fn form_path(request: &SiteRequest, slug: &str) -> String {
    let path = request.head.uri.path();
    let steps = ["/verify", "/withdraw", "/resend", "/remove", "/availability", "/confirm", "/reject", "/rest", "/end"];
    let is_step = request.head.method == Method::POST && steps.iter().any(|step| path.ends_with(step));
    if is_step { format!("/my/{slug}") } else { path.to_owned() }
}

/// `GET /my/…`.
pub(super) async fn show(
    State(app): State<Arc<AppState>>,
    Path(slug): Path<String>,
    head: Parts,
) -> Result<Response, Response> {
    let request = SiteRequest::of(app, head);
    let (who, owner) = owner(&request, &slug).await?;
    page(&request, &who, &owner, None, None).await
}

/// `POST /my/…`: publishes what the form says, or proposes it.
pub(super) async fn save(
    State(app): State<Arc<AppState>>,
    Path(slug): Path<String>,
    request: Request<Body>,
) -> Result<Response, Response> {
    let request = SiteRequest::with_entry_form(app, request).await?;
    let (who, owner) = owner(&request, &slug).await?;
    let mut form = EntryForm::from_sent(form_kind(&owner), request.form.pairs());
    if form.lacks_point() {
        let found = request.app.curation.locate_address(&owner.sees, &form.address()).await;
        form.set_point(found.map_err(|error| request.fault(&error))?);
    }
    if !form.violations.is_empty() || !request.form.text("check").is_empty() {
        return page(&request, &who, &owner, Some(form), None).await;
    }
    let target = FormTarget { kind: EntityKind::Actor, id: Some(owner.actor.uuid()) };
    let done = match apply::<Actor>(&request, &owner, target, &mut form).await? {
        ChangeOutcome::Published(_) => "published",
        ChangeOutcome::Proposed => "proposed",
        ChangeOutcome::Unchanged => "unchanged",
        ChangeOutcome::SentBack => return page(&request, &who, &owner, Some(form), None).await,
        ChangeOutcome::Refused(error) => {
            return page(&request, &who, &owner, Some(form), Some(EntryNotice::Refused(error))).await;
        }
    };
    Ok(request.redirect(&format!("/my/{slug}"), &[("done", done)]))
}

/// `POST /my/…/verify`: vouches for the entry as it was seen.
pub(super) async fn verify(
    State(app): State<Arc<AppState>>,
    Path(slug): Path<String>,
    request: Request<Body>,
) -> Result<Response, Response> {
    let request = SiteRequest::with_form(app, request).await?;
    let (who, owner) = owner(&request, &slug).await?;
    let seen = VersionedRef::new(owner.actor, request.form.text("version").parse().unwrap_or_default());
    match request.app.curation.verify_actor(&owner.member, seen).await {
        Ok(done) => {
            follow(&request.app, done.sequence).await;
            Ok(request.redirect(&format!("/my/{slug}"), &[("done", "verified")]))
        }
        Err(error) => {
            let error = form_error(&request, &error)?;
            page(&request, &who, &owner, None, Some(EntryNotice::Refused(error))).await
        }
    }
}

/// Why a form on the page of an entry did nothing.
pub(super) enum EntryNotice {
    /// For a reason that the page names at its top.
    Refused(MemberFormError),
    /// What was said of an offer's availability is wrong.
    Availability(AvailabilityForm),
}

/// The page of the entry: with this form where one was sent, else with what the entry says.
pub(super) async fn page(
    request: &SiteRequest,
    who: &SignedIn,
    owner: &Owner,
    form: Option<EntryForm>,
    notice: Option<EntryNotice>,
) -> Result<Response, Response> {
    let (error, availability) = match notice {
        Some(EntryNotice::Refused(error)) => (Some(error), None),
        Some(EntryNotice::Availability(form)) => (None, Some(form)),
        None => (None, None),
    };
    let (summary, fields) = (&owner.entry.summary, &owner.entry.fields);
    let fault = |error| request.fault(&error);
    let due = request.app.curation.verification_due(&owner.sees, owner.actor).await.map_err(fault)?;
    let form = form.unwrap_or_else(|| EntryForm::of_entry(form_kind(owner), summary.version, fields));
    let verification = fields.get("verification").cloned().and_then(|value| serde_json::from_value(value).ok());
    let precision = fields.get("location").and_then(|location| location.get("precision"));
    let done = request.parameter("done");
    let shown = EntryPage {
        slug: owner.slug(),
        name: &summary.name,
        status: summary.status,
        version: summary.version,
        verification: verification.map(|verification: Verification| verification),
        due_since: due.map(|due| due.since),
        precision: precision.cloned().and_then(|precision| serde_json::from_value(precision).ok()),
        may_publish: owner.may_publish(),
        form: &form,
        activities: &activities(request, owner).await?,
        contacts: &own_contacts(request, owner).await?,
        links: &own_links(request, owner).await?,
        proposals: &own_proposals(request, who, Some(owner.actor.uuid())).await?,
        done: done.as_deref(),
        error,
        availability: availability.as_ref(),
    };
    Ok(request.page(my::entry(&request.visit(), &shown)))
}

/// Which form the entry has.
fn form_kind(owner: &Owner) -> MemberForm {
    let kind = owner.entry.fields.get("kind").and_then(|kind| kind.get("type"));
    if kind.and_then(|kind| kind.as_str()) == Some("institution") { MemberForm::Institution } else { MemberForm::Actor }
}

/// The offers and events of the entry.
async fn activities(request: &SiteRequest, owner: &Owner) -> Result<Vec<MemberActivity>, Response> {
    let asked = EntriesAsked {
        kinds: vec![EntityKind::Offer, EntityKind::Event],
        statuses: vec![LifeStatus::Published, LifeStatus::Draft],
        actor: Some(owner.actor),
    };
    let found = request.app.curation.entries(&owner.sees, &asked, &PageRequest::first(ACTIVITIES)).await;
    let found = found.map_err(|error| request.fault(&error))?;
    let lines = found.items.into_iter().map(|(_, summary)| MemberActivity {
        kind: if summary.entity.kind == EntityKind::Event { MemberForm::Event } else { MemberForm::Offer },
        id: summary.entity.id.to_string(),
        title: summary.name,
        status: summary.status,
    });
    // Offers keep their places on the page when something is said of one; events have the newest change first.
    let (mut offers, events): (Vec<_>, Vec<_>) = lines.partition(|line| line.kind == MemberForm::Offer);
    offers.sort_by_cached_key(|offer: &MemberActivity| fold(&offer.title));
    offers.extend(events);
    Ok(offers)
}
