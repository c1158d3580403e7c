//! `/export/staff/persons`: everything that is stored of a person, to hand over: as a page to read and print, and with
//! `format=json` as a file. For editors. `GET` with `id` is of one person; who is looked for by name or address is said
//! in a form, so that no address of a page, log or history tells it.

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    extract::State,
    http::{HeaderValue, Request, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
    routing::get,
};
use chrono::{DateTime, Utc};
use curation::{
    Editor, Sees,
    commands::{PersonFile, PersonPackage, PersonQuery},
};
use domain::{EntityKind, PersonId, record::EntityRef};
use graphql::{entity_of_global_id, global_id};
use serde_json::Value;
use tower_http::catch_panic::CatchPanicLayer;
use web::person_package::{self, PATH, PackagePage, PersonState, StoredAccount, StoredPerson};

use super::account::requests::SiteRequest;
use crate::http::{panic::handle_panic, state::AppState};

/// The route of the package.
pub fn routes() -> Router<Arc<AppState>> {
    Router::new().route(PATH, get(show).post(find)).layer(CatchPanicLayer::custom(handle_panic))
}

async fn show(State(app): State<Arc<AppState>>, head: Parts) -> Result<Response, Response> {
    let request = SiteRequest::of(app, head);
    let id = request.parameter("id").unwrap_or_default();
    answer(&request, "", &id, false).await
}

async fn find(State(app): State<Arc<AppState>>, request: Request<Body>) -> Result<Response, Response> {
    let request = SiteRequest::with_form(app, request).await?;
    let (text, id) = (request.form.text("text").trim(), request.form.text("id"));
    answer(&request, text, id, request.form.text("format") == "json").await
}

async fn answer(request: &SiteRequest, text: &str, id: &str, is_file: bool) -> Result<Response, Response> {
    let by = request.editor_at(PATH).await?;
    let package = find_package(request, &by, text, id).await?;
    if is_file {
        return Ok(file(&package.to_json()));
    }
    let persons: Vec<StoredPerson> = package.persons.iter().map(|person| stored_person(request, person)).collect();
    let accounts: Vec<StoredAccount> = package
        .accounts
        .iter()
        .map(|account| StoredAccount {
            email: account.email.to_string(),
            name: account.name.as_ref().map(ToString::to_string),
            role: account.role,
            since: request.day_of(account.created_at),
        })
        .collect();
    let shown = PackagePage { text, id, persons: &persons, accounts: &accounts };
    Ok(request.page(person_package::answer(&request.visit(), &shown)))
}

async fn find_package(
    request: &SiteRequest,
    by: &Sees<Editor>,
    text: &str,
    id: &str,
) -> Result<PersonPackage, Response> {
    let query = if id.is_empty() {
        PersonQuery::Text(text.to_owned())
    } else {
        let entity = entity_of_global_id(id).filter(|entity| entity.kind == EntityKind::Person);
        PersonQuery::Id(PersonId::from_uuid(entity.ok_or_else(|| request.trouble(StatusCode::NOT_FOUND))?.id))
    };
    let package = request.app.curation.person_package(by, &query).await.map_err(|error| request.fault(&error))?;
    if !id.is_empty() && package.persons.is_empty() {
        return Err(request.trouble(StatusCode::NOT_FOUND));
    }
    Ok(package)
}

fn stored_person(request: &SiteRequest, file: &PersonFile) -> StoredPerson {
    let day = |at: DateTime<Utc>| request.day_of(at);
    let said = |fields: &std::collections::BTreeMap<String, Value>| {
        fields.values().filter_map(Value::as_str).collect::<Vec<_>>().join(" · ")
    };
    StoredPerson {
        id: global_id(EntityRef { kind: EntityKind::Person, id: file.record.id.uuid() }),
        entry: (file.actor.as_ref()).map(|actor| global_id(EntityRef { kind: EntityKind::Actor, id: actor.id.uuid() })),
        contact_of: file.actor.as_ref().map(|actor| actor.data.name.to_string()),
        states: (file.revisions.iter().rev())
            .map(|revision| PersonState {
                written_on: day(revision.at),
                written_by: revision.by,
                person: revision.record.data.clone(),
            })
            .collect(),
        mentions: (file.mentions.iter())
            .map(|proposal| {
                let parts = [Some(said(&proposal.fields)), proposal.comment.clone(), proposal.contact.clone()];
                let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
                (day(proposal.created_at), parts.join(" · "))
            })
            .collect(),
        mails: file.mails.iter().map(|mail| day(mail.created_at)).collect(),
    }
}

/// The package as a file that nobody keeps.
fn file(package: &Value) -> Response {
    let mut response = format!("{package:#}").into_response();
    for (name, value) in [
        (header::CONTENT_TYPE, "application/json"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"person.json\""),
        (header::CACHE_CONTROL, "private, no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}
