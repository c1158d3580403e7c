//! `/my/…/offers/…` and `/my/…/events/…`: an offer or event of a member's entry.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, State},
    http::{Request, StatusCode, request::Parts},
    response::Response,
};
use curation::{accounts::SignedIn, commands::Lifecycle, reading::Content};
use domain::{EntityKind, Event, LifeStatus, Offer, record::EntityRef};
use serde_json::Value;
use uuid::Uuid;
use web::my::{self, ActivityPage, EntryForm, MemberForm, MemberFormError};

use super::{
    change::{ChangeOutcome, FormTarget, Owner, apply, form_error, remove},
    entries::owner,
    overview::own_proposals,
};
use crate::http::{site::account::requests::SiteRequest, state::AppState};

macro_rules! handlers {
    ($($entity:ident $form:ident $show:ident $save:ident $remove:ident;)+) => {$(
        /// `GET`: the form.
        pub(super) async fn $show(
            State(app): State<Arc<AppState>>,
            Path((slug, id)): Path<(String, String)>,
            head: Parts,
        ) -> Result<Response, Response> {
            show(SiteRequest::of(app, head), MemberForm::$form, &slug, &id).await
        }

        /// `POST`: publishes what the form says, or proposes it.
        pub(super) async fn $save(
            State(app): State<Arc<AppState>>,
            Path((slug, id)): Path<(String, String)>,
            request: Request<Body>,
        ) -> Result<Response, Response> {
            save::<$entity>(app, request, MemberForm::$form, &slug, &id).await
        }

        /// `POST …/remove`: takes it out of the directory, or proposes that.
        pub(super) async fn $remove(
            State(app): State<Arc<AppState>>,
            Path((slug, id)): Path<(String, String)>,
            request: Request<Body>,
        ) -> Result<Response, Response> {
            take_out::<$entity>(app, request, MemberForm::$form, &slug, &id).await
        }
    )+};
}

handlers! {
    Offer Offer show_offer save_offer remove_offer;
    Event Event show_event save_event remove_event;
}

const fn entity_kind(form: MemberForm) -> EntityKind {
    match form {
        MemberForm::Event => EntityKind::Event,
        MemberForm::Actor | MemberForm::Institution | MemberForm::Offer => EntityKind::Offer,
    }
}

/// What the address names; `None` where it is a new one.
///
/// # Errors
/// The page that says that there is nothing.
async fn find_activity(
    request: &SiteRequest,
    owner: &Owner,
    form: MemberForm,
    id: &str,
) -> Result<Option<Content>, Response> {
    if id == "new" {
        return Ok(None);
    }
    let nothing = || request.trouble(StatusCode::NOT_FOUND);
    let id: Uuid = id.parse().map_err(|_| nothing())?;
    let found = request.app.curation.entry(&owner.sees, EntityRef { kind: entity_kind(form), id }).await;
    let found = found.map_err(|error| request.fault(&error))?;
    // What is another entry's stands on its page, also for staff.
    let is_own = |content: &Content| {
        let actor = Value::String(owner.actor.to_string());
        let hosts = content.fields.get("hosts").and_then(Value::as_array);
        content.fields.get("actor") == Some(&actor) || hosts.is_some_and(|hosts| hosts.contains(&actor))
    };
    found.filter(is_own).map(Some).ok_or_else(nothing)
}

async fn show(request: SiteRequest, form: MemberForm, slug: &str, id: &str) -> Result<Response, Response> {
    let (who, owner) = owner(&request, slug).await?;
    let found = find_activity(&request, &owner, form, id).await?;
    let filled = match &found {
        Some(found) => EntryForm::of_entry(form, found.summary.version, &found.fields),
        None => EntryForm::empty(form),
    };
    page(&request, (&who, &owner), found.as_ref(), &filled, None).await
}

async fn page(
    request: &SiteRequest,
    (who, owner): (&SignedIn, &Owner),
    found: Option<&Content>,
    form: &EntryForm,
    error: Option<MemberFormError>,
) -> Result<Response, Response> {
    let proposals = match found {
        Some(found) => own_proposals(request, who, Some(found.summary.entity.id)).await?,
        None => Vec::new(),
    };
    let id = found.map(|found| found.summary.entity.id.to_string());
    let done = request.parameter("done");
    let shown = ActivityPage {
        slug: owner.slug(),
        owner: &owner.entry.summary.name,
        id: id.as_deref(),
        title: found.map_or("", |found| &found.summary.name),
        status: found.map_or(LifeStatus::Draft, |found| found.summary.status),
        may_publish: owner.may_publish(),
        form,
        version: found.map_or(0, |found| found.summary.version),
        done: done.as_deref(),
        proposals: &proposals,
        error,
    };
    Ok(request.page(my::activity(&request.visit(), &shown)))
}

async fn save<E: Lifecycle>(
    app: Arc<AppState>,
    request: Request<Body>,
    kind: MemberForm,
    slug: &str,
    id: &str,
) -> Result<Response, Response> {
    let request = SiteRequest::with_entry_form(app, request).await?;
    let (who, owner) = owner(&request, slug).await?;
    let found = find_activity(&request, &owner, kind, id).await?;
    let mut form = EntryForm::from_sent(kind, request.form.pairs());
    if !request.form.text("check").is_empty() {
        return page(&request, (&who, &owner), found.as_ref(), &form, None).await;
    }
    let target = FormTarget { kind: entity_kind(kind), id: found.as_ref().map(|found| found.summary.entity.id) };
    let entry = format!("/my/{slug}");
    match apply::<E>(&request, &owner, target, &mut form).await? {
        ChangeOutcome::Published(id) => {
            Ok(request.redirect(&format!("{entry}/{}/{id}", kind.list()), &[("done", "published")]))
        }
        ChangeOutcome::Proposed => Ok(request.redirect("/my", &[("done", "proposed")])),
        ChangeOutcome::Unchanged => Ok(request.redirect(&entry, &[("done", "unchanged")])),
        ChangeOutcome::SentBack => page(&request, (&who, &owner), found.as_ref(), &form, None).await,
        ChangeOutcome::Refused(error) => page(&request, (&who, &owner), found.as_ref(), &form, Some(error)).await,
    }
}

async fn take_out<E: Lifecycle>(
    app: Arc<AppState>,
    request: Request<Body>,
    kind: MemberForm,
    slug: &str,
    id: &str,
) -> Result<Response, Response> {
    let request = SiteRequest::with_form(app, request).await?;
    let (who, owner) = owner(&request, slug).await?;
    let Some(found) = find_activity(&request, &owner, kind, id).await? else {
        return Err(request.trouble(StatusCode::NOT_FOUND));
    };
    let version = request.form.text("version").parse().unwrap_or_default();
    match remove::<E>(&request, &owner, found.summary.entity, version).await {
        Ok("proposed") => Ok(request.redirect("/my", &[("done", "proposed")])),
        Ok(done) => Ok(request.redirect(&format!("/my/{slug}"), &[("done", done)])),
        Err(error) => {
            let error = form_error(&request, &error)?;
            let form = EntryForm::of_entry(kind, found.summary.version, &found.fields);
            page(&request, (&who, &owner), Some(&found), &form, Some(error)).await
        }
    }
}
