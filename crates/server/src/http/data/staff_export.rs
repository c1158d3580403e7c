//! `POST /export/staff/{actors.xlsx,actors.csv}`: entries with every field, what is secret as well, as the table that
//! `bruecke export --everything` writes and an import reads back. `report.xlsx`, `report.csv`: a table that the console
//! shows, as people read it. For editors; nobody keeps either.

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    extract::{Path, State},
    http::{HeaderValue, Request, StatusCode, header},
    response::{IntoResponse, Response},
    routing::post,
};
use curation::{CurationError, Editor, Sees};
use domain::EntityKind;
use formats::report::Report;
use graphql::entity_of_global_id;
use serde::Deserialize;
use tower_http::{catch_panic::CatchPanicLayer, set_header::SetResponseHeaderLayer};
use uuid::Uuid;

use crate::{
    compute::overload_error,
    http::{
        api_error::ApiError, authenticate::requester, body::read_body, headers::NOSNIFF, panic::handle_panic,
        state::AppState,
    },
    transfer::staff_tables::{ChosenEntries, StaffFileFormat},
};

/// How many entries a file holds at most.
const MAX_ENTRIES: usize = 20_000;
/// How large a list of them may be, bytes: an id has 23 letters.
const MAX_BYTES: usize = MAX_ENTRIES * 32;
/// How large a table may be, bytes: so many rows with every column of the console have some 600 each.
const MAX_REPORT_BYTES: usize = MAX_ENTRIES * 600;

const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const CSV: &str = "text/csv; charset=utf-8; header=present";

/// Which entries, in the order of the rows.
#[derive(Deserialize)]
struct TableRequest {
    ids: Vec<String>,
}

/// The routes below `/export/staff`.
pub fn routes() -> Router<Arc<AppState>> {
    Router::new()
        .route("/export/staff/{file}", post(file))
        .layer(SetResponseHeaderLayer::if_not_present(header::X_CONTENT_TYPE_OPTIONS, NOSNIFF))
        .layer(CatchPanicLayer::custom(handle_panic))
}

/// `POST /export/staff/{file}`
async fn file(State(app): State<Arc<AppState>>, Path(file): Path<String>, request: Request<Body>) -> Response {
    answer(&app, &file, request).await.unwrap_or_else(IntoResponse::into_response)
}

async fn answer(app: &AppState, file: &str, request: Request<Body>) -> Result<Response, ApiError> {
    let (head, body) = request.into_parts();
    let asker = requester(app, &head.method, &head.headers).await?;
    let _editor: Sees<Editor> = asker.require_view().map_err(|refusal| refusal_error(refusal.into()))?;
    let limit = if file.starts_with("report.") { MAX_REPORT_BYTES } else { MAX_BYTES };
    let body = read_body(&head.headers, body, limit).await?;
    let (table, media_type) = match file {
        "actors.xlsx" => (actors(app, &body, StaffFileFormat::Xlsx).await?, WORKBOOK),
        "actors.csv" => (actors(app, &body, StaffFileFormat::Csv).await?, CSV),
        "report.xlsx" => (report(app, &body, StaffFileFormat::Xlsx)?, WORKBOOK),
        "report.csv" => (report(app, &body, StaffFileFormat::Csv)?, CSV),
        _ => {
            let message = "there is no such file below /export/staff; there are actors.xlsx, actors.csv, report.xlsx and report.csv";
            return Err(ApiError::not_found(message));
        }
    };
    let mut response = table.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    if let Ok(disposition) = HeaderValue::from_str(&format!("attachment; filename=\"{file}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    Ok(response)
}

async fn actors(app: &AppState, body: &[u8], format: StaffFileFormat) -> Result<Vec<u8>, ApiError> {
    let ids = chosen_actors(body)?;
    let entries = ChosenEntries::load(&app.store, EntityKind::Actor, &ids).await.map_err(|error| unreadable(&error))?;
    app.compute.run(|| entries.write(format)).map_err(overload_error)?.map_err(|error| unreadable(&error))
}

fn report(app: &AppState, body: &[u8], format: StaffFileFormat) -> Result<Vec<u8>, ApiError> {
    let report: Report = serde_json::from_slice(body)
        .map_err(|_| bad_request("the body is not JSON of the form {\"title\", \"header\", \"rows\"}".to_owned()))?;
    let write = || match format {
        StaffFileFormat::Csv => report.to_csv().map_err(|error| unreadable(&error)),
        StaffFileFormat::Xlsx => report.to_workbook().map_err(|error| bad_request(error.to_string())),
    };
    app.compute.run(write).map_err(overload_error)?
}

fn bad_request(message: String) -> ApiError {
    ApiError::bad_request(message)
}

/// The entries that a request names; each once.
fn chosen_actors(body: &[u8]) -> Result<Vec<Uuid>, ApiError> {
    let TableRequest { ids } = serde_json::from_slice(body)
        .map_err(|_| bad_request("the body is not JSON of the form {\"ids\": […]}".to_owned()))?;
    if ids.len() > MAX_ENTRIES {
        return Err(bad_request(format!("{} entries are asked for, at most {MAX_ENTRIES} are allowed", ids.len())));
    }
    let mut seen = std::collections::HashSet::new();
    let actor = |id: &String| entity_of_global_id(id).filter(|entity| entity.kind == EntityKind::Actor);
    let ids: Option<Vec<Uuid>> = ids.iter().map(|id| actor(id).map(|entity| entity.id)).collect();
    let ids = ids.ok_or_else(|| bad_request("an id is not the global id of an actor".to_owned()))?;
    Ok(ids.into_iter().filter(|id| seen.insert(*id)).collect())
}

fn refusal_error(error: CurationError) -> ApiError {
    let CurationError::Refused(refusal) = error else { return unreadable(&error) };
    let status = match refusal {
        curation::Refusal::SignInFirst { .. } => StatusCode::UNAUTHORIZED,
        _ => StatusCode::FORBIDDEN,
    };
    let first = refusal.user_errors().into_iter().next();
    let (code, message) = first.map_or(("FORBIDDEN", String::new()), |error| (error.code, error.message.text("en")));
    ApiError::new(status, code, message)
}

fn unreadable(error: &(dyn std::error::Error + 'static)) -> ApiError {
    tracing::error!(error = %domain::ErrorChain(error), "a table for staff could not be made");
    ApiError::internal()
}
