//! `GET /preview/{id}`: an entry as the public would see it if it were published now, whatever stands in the way of
//! that. For editors; nobody keeps it, and search engines are told to leave it.
//!
//! What it is made of passes through [`Publish`] like everything public: a hidden place or a contact without consent is
//! not there to be shown.

use std::sync::Arc;

use axum::{
    Router,
    extract::{Path, State},
    http::{StatusCode, request::Parts},
    response::Response,
    routing::get,
};
use curation::{CurationError, Editor, Refusal as Cause, Sees};
use directory::Snapshot;
use domain::{
    Actor, ActorId, EntityKind, Event, EventId, LifeStatus, Offer, OfferId, Project, ProjectId, Record,
    publication::{Change, Publish},
    record::{Entity, EntityRef},
};
use graphql::entity_of_global_id;
use store::{Store, StoreError};
use tower_http::catch_panic::CatchPanicLayer;
use web::Visit;

use super::account_pages::requests::{PageRequest, either};
use crate::{app::App, compute::overloaded};

/// The route of the preview.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/preview/{id}", get(show)).layer(CatchPanicLayer::custom(crate::app::fault))
}

/// `GET /preview/{id}`
async fn show(State(app): State<Arc<App>>, Path(id): Path<String>, head: Parts) -> Response {
    let request = PageRequest::of(app, head);
    either(answer(&request, &id).await)
}

async fn answer(request: &PageRequest, id: &str) -> Result<Response, Response> {
    let who = request.owner_at(&format!("/preview/{id}")).await?;
    let sees: Result<Sees<Editor>, Cause> = who.requester.seeing();
    match sees {
        Ok(_) => {}
        Err(Cause::SecondFactorFirst) => return Err(request.redirect("/account", &[])),
        // To everybody else there is nothing here.
        Err(_) => return Err(request.trouble(StatusCode::NOT_FOUND)),
    }
    let entity = entity_of_global_id(id).ok_or_else(|| request.trouble(StatusCode::NOT_FOUND))?;
    let changes = publications(&request.app.store, entity, request.snapshot())
        .await
        .map_err(|error| request.fault(&CurationError::from(error)))?;
    let made = request.app.compute.run(|| {
        let snapshot = request.snapshot().apply(&changes)?;
        let visit = Visit { snapshot: &snapshot, is_preview: true, ..request.visit() };
        Ok::<_, directory::IndexError>(web::preview::answer(&visit, entity))
    });
    match made.map_err(|error| axum::response::IntoResponse::into_response(overloaded(error)))? {
        Ok(Some(answer)) => Ok(request.page(answer)),
        Ok(None) => Err(request.trouble(StatusCode::NOT_FOUND)),
        Err(error) => {
            tracing::error!(error = %domain::ErrorChain(&error), "an entry could not be shown before it is published");
            Err(request.trouble(StatusCode::INTERNAL_SERVER_ERROR))
        }
    }
}

/// What would come after the snapshot if an entry were published, and whose it is with it.
async fn publications(store: &Store, entity: EntityRef, snapshot: &Snapshot) -> Result<Vec<Change>, StoreError> {
    let mut changes = Publications { snapshot, changes: Vec::new() };
    let owners: Vec<ActorId> = match entity.kind {
        EntityKind::Actor => vec![ActorId::from_uuid(entity.id)],
        EntityKind::Offer => {
            let Some(mut offer) = store.get::<Offer>(OfferId::from_uuid(entity.id)).await? else {
                return Ok(Vec::new());
            };
            let owners = vec![offer.data.actor];
            offer.data.status = LifeStatus::Published;
            changes.add(entity, offer);
            owners
        }
        EntityKind::Event => {
            let Some(mut event) = store.get::<Event>(EventId::from_uuid(entity.id)).await? else {
                return Ok(Vec::new());
            };
            let owners = event.data.hosts.clone();
            event.data.status = LifeStatus::Published;
            changes.add(entity, event);
            owners
        }
        EntityKind::Project => {
            let Some(mut project) = store.get::<Project>(ProjectId::from_uuid(entity.id)).await? else {
                return Ok(Vec::new());
            };
            let owners = project.data.actors.clone();
            project.data.status = LifeStatus::Published;
            changes.add(entity, project);
            owners
        }
        _ => Vec::new(),
    };
    for mut actor in store.get_many::<Actor>(&owners).await? {
        actor.data.status = LifeStatus::Published;
        changes.add(EntityRef::of::<Actor>(actor.id), actor);
    }
    Ok(changes.changes)
}

/// Changes that follow a snapshot.
struct Publications<'s> {
    snapshot: &'s Snapshot,
    changes: Vec<Change>,
}

impl Publications<'_> {
    fn add<D: Entity>(&mut self, entity: EntityRef, record: Record<D>)
    where
        Record<D>: Publish,
    {
        let (sequence, at) = (self.snapshot.version() + 1 + self.changes.len() as u64, record.updated_at);
        self.changes.push(Change { sequence, at, entity, fact: record.publish(self.snapshot.gazetteer()) });
    }
}
