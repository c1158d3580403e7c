//! `GET /preview/{id}`: an entry as the public would see it if it were published now, whatever stands in the way of
//! that. `POST` with `changes`, a JSON object of fields as an entry's `content` has them: with what is typed and not
//! saved. For editors; nobody keeps it, search engines are told to leave it, and nothing is written.
//!
//! What it is made of passes through [`Publish`] like everything public: a hidden place or a contact without consent is
//! not there to be shown.

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    extract::{Path, State},
    http::{Request, StatusCode, request::Parts},
    response::Response,
    routing::get,
};
use curation::{
    CurationError, FieldValues, Patch,
    fields::{Editable, apply_for_preview},
};
use directory::Snapshot;
use domain::{
    Actor, ActorId, EntityKind, Event, LifeStatus, Offer, Project, Record,
    publication::{PublicationChange, Publish},
    record::{Entity, EntityRef},
};
use graphql::entity_of_global_id;
use store::{Store, StoreError};
use tower_http::catch_panic::CatchPanicLayer;
use web::Visit;

use super::account::requests::SiteRequest;
use crate::{
    compute::overload_error,
    http::{panic::handle_panic, state::AppState},
};

/// The route of the preview.
pub fn routes() -> Router<Arc<AppState>> {
    Router::new().route("/preview/{id}", get(show).post(show_unsaved)).layer(CatchPanicLayer::custom(handle_panic))
}

/// `GET /preview/{id}`
async fn show(State(app): State<Arc<AppState>>, Path(id): Path<String>, head: Parts) -> Result<Response, Response> {
    let request = SiteRequest::of(app, head);
    answer(&request, &id, &Patch::new()).await
}

/// `POST /preview/{id}`
async fn show_unsaved(
    State(app): State<Arc<AppState>>,
    Path(id): Path<String>,
    request: Request<Body>,
) -> Result<Response, Response> {
    let request = SiteRequest::with_entry_form(app, request).await?;
    let changes: FieldValues =
        serde_json::from_str(request.form.text("changes")).map_err(|_| request.trouble(StatusCode::BAD_REQUEST))?;
    answer(&request, &id, &changes.into()).await
}

async fn answer(request: &SiteRequest, id: &str, unsaved: &Patch) -> Result<Response, Response> {
    request.editor_at(&format!("/preview/{id}")).await?;
    let entity = entity_of_global_id(id).ok_or_else(|| request.trouble(StatusCode::NOT_FOUND))?;
    let changes = publications(&request.app.store, entity, request.snapshot(), unsaved)
        .await
        .map_err(|error| request.fault(&CurationError::from(error)))?;
    let made = request.app.compute.run(|| {
        let snapshot = request.snapshot().apply(&changes)?;
        let visit = Visit { snapshot: &snapshot, is_preview: true, ..request.visit() };
        Ok::<_, directory::IndexError>(web::preview::answer(&visit, entity))
    });
    match made.map_err(|error| axum::response::IntoResponse::into_response(overload_error(error)))? {
        Ok(Some(answer)) => Ok(request.page(answer)),
        Ok(None) => Err(request.trouble(StatusCode::NOT_FOUND)),
        Err(error) => {
            tracing::error!(error = %domain::ErrorChain(&error), "an entry could not be shown before it is published");
            Err(request.trouble(StatusCode::INTERNAL_SERVER_ERROR))
        }
    }
}

/// What would come after the snapshot if an entry were published, and whose it is with it.
async fn publications(
    store: &Store,
    entity: EntityRef,
    snapshot: &Snapshot,
    unsaved: &Patch,
) -> Result<Vec<PublicationChange>, StoreError> {
    let mut changes = Publications { snapshot, unsaved, changes: Vec::new() };
    let owners = match entity.kind {
        EntityKind::Actor => vec![ActorId::from_uuid(entity.id)],
        EntityKind::Offer => changes.publish::<Offer>(store, entity, |it| (&mut it.status, vec![it.actor])).await?,
        EntityKind::Event => changes.publish::<Event>(store, entity, |it| (&mut it.status, it.hosts.clone())).await?,
        EntityKind::Project => {
            changes.publish::<Project>(store, entity, |it| (&mut it.status, it.actors.clone())).await?
        }
        _ => Vec::new(),
    };
    for mut actor in store.get_many::<Actor>(&owners).await? {
        if entity.kind == EntityKind::Actor {
            actor = apply_for_preview(actor, unsaved);
        }
        actor.data.status = LifeStatus::Published;
        changes.add(EntityRef::of::<Actor>(actor.id), actor);
    }
    Ok(changes.changes)
}

/// Changes that follow a snapshot.
struct Publications<'s> {
    snapshot: &'s Snapshot,
    /// What is typed of the entry and not saved.
    unsaved: &'s Patch,
    changes: Vec<PublicationChange>,
}

/// The state of an entry, and whose it is.
type EntryParts<E> = fn(&mut E) -> (&mut LifeStatus, Vec<ActorId>);

impl Publications<'_> {
    /// Takes an entry as if it were published, and tells whose it is.
    async fn publish<E: Editable>(
        &mut self,
        store: &Store,
        entity: EntityRef,
        parts: EntryParts<E>,
    ) -> Result<Vec<ActorId>, StoreError>
    where
        Record<E>: Publish,
    {
        let Some(entry) = store.get::<E>(entity.id.into()).await? else { return Ok(Vec::new()) };
        let mut entry = apply_for_preview(entry, self.unsaved);
        let (status, owners) = parts(&mut entry.data);
        *status = LifeStatus::Published;
        self.add(entity, entry);
        Ok(owners)
    }

    fn add<D: Entity>(&mut self, entity: EntityRef, record: Record<D>)
    where
        Record<D>: Publish,
    {
        let (sequence, at) = (self.snapshot.version() + 1 + self.changes.len() as u64, record.updated_at);
        self.changes.push(PublicationChange { sequence, at, entity, fact: record.publish(self.snapshot.gazetteer()) });
    }
}
