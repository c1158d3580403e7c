//! `/graphql`: GraphQL over HTTP, to the letter of its specification.
//!
//! - `POST` with a JSON body, one question or a list; `GET` with `query`, `operationName`,
//!   `variables` and `extensions`, for queries only; any other method is 405
//! - `Accept: application/graphql-response+json` tells a refused document by its status (400);
//!   `application/json` answers every well-formed request with 200
//! - a browser that opens the address gets the explorer
//! - answers come from the cache where the same bytes were asked at the same directory version

use std::{
    panic::AssertUnwindSafe,
    sync::{Arc, LazyLock},
};

use axum::{
    body::{Body, Bytes},
    extract::State,
    http::{HeaderMap, HeaderValue, Method, Request, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use curation::Requester;
use directory::Snapshot;
use futures_util::FutureExt;
use graphql::{Asker, GraphqlRequest, OperationKind, Overloaded, RequestBody};
use tracing::Instrument;

use super::graphql_request::from_query;
use crate::{
    compute::overload_error,
    http::{
        api_error::ApiError,
        authenticate::requester,
        body::read_body,
        cached_response::CachedResponse,
        conditional,
        fast_path::fast_path,
        negotiation::{MediaType, is_json_body, reader},
        panic::handle_panic,
        request_record::request_span,
        site::pages,
        state::AppState,
    },
};

/// What the answer to a document is: refused without anything executed, or executed.
const fn status_of(is_executed: bool) -> StatusCode {
    if is_executed { StatusCode::OK } else { StatusCode::BAD_REQUEST }
}

/// The whole answer. Who does not know the media type of GraphQL over HTTP learns from the body what was refused.
fn respond(answer: &CachedResponse, media_type: MediaType) -> Response {
    let status = if media_type == MediaType::GraphqlResponse { answer.status } else { StatusCode::OK };
    let mut response = (status, answer.body.clone()).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, media_type.content_type());
    response
}

/// What became of a question.
struct Answered {
    answer: Arc<CachedResponse>,
    /// Whether it may be kept for others.
    cacheable: bool,
    /// Whether it was a change.
    is_change: bool,
}

/// `/graphql` in every method but `OPTIONS`.
pub async fn graphql(State(app): State<Arc<AppState>>, request: Request<Body>) -> Response {
    fast_path(app, request, answer).await
}

/// Answers; a panic becomes a fault of ours.
async fn answer(app: Arc<AppState>, request: Request<Body>) -> Response {
    let Some(media_type) = MediaType::negotiate(request.headers()) else {
        return ApiError::new(
            StatusCode::NOT_ACCEPTABLE,
            "NOT_ACCEPTABLE",
            "answers are given as application/graphql-response+json or application/json; Accept names neither",
        )
        .into_response();
    };
    let (head, body) = request.into_parts();
    let answer = AssertUnwindSafe(async {
        match head.method {
            Method::POST => post(&app, &head, body, media_type).await,
            Method::GET | Method::HEAD => within_time_limit(&app, get(&app, &head, media_type)).await,
            _ => Err(ApiError::method_not_allowed("use GET or POST").with_allow("GET, HEAD, POST")),
        }
    });
    match answer.catch_unwind().await {
        Ok(Ok(response)) => response,
        Ok(Err(refusal)) => refusal.to(media_type).into_response(),
        Err(panic) => handle_panic(panic),
    }
}

/// The outcome of some work within the time limit.
async fn within_time_limit<T>(app: &AppState, work: impl Future<Output = Result<T, ApiError>>) -> Result<T, ApiError> {
    let limit = app.limits.timeout();
    tokio::time::timeout(limit, work).await.unwrap_or_else(|_| {
        let message = format!("the question took longer than the {} s allowed", limit.as_secs());
        Err(ApiError::new(StatusCode::SERVICE_UNAVAILABLE, "LIMIT_TIME", message))
    })
}

async fn post(app: &AppState, head: &Parts, body: Body, accepted: MediaType) -> Result<Response, ApiError> {
    let media_type = if accepted == MediaType::Html { MediaType::Json } else { accepted };
    if !is_json_body(&head.headers) {
        return Err(ApiError::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "UNSUPPORTED_MEDIA_TYPE",
            "a question is sent with Content-Type: application/json, in UTF-8",
        ));
    }
    let asker = within_time_limit(app, requester(app, &head.method, &head.headers)).await?;
    // How long a body may take has limits of its own: a slow line is not a slow question.
    let body = read_body(&head.headers, body, app.limits.body_bytes_of(&asker)).await?;
    let snapshot = app.live.load();
    if asker.is_public()
        && let Some(answer) = app.answers.get(&body, conditional::dated_version(&snapshot))
    {
        app.demand.count(&app.proxies, head, &answer.unmet);
        return Ok(respond(&answer, media_type));
    }
    // On the heap: an answer that is there already should not carry what only this needs.
    let execution = execute_uncached(app, head, &body, (snapshot, &asker), media_type);
    Box::pin(within_time_limit(app, execution).instrument(request_span())).await
}

/// Answers a question that is not in the cache.
async fn execute_uncached(
    app: &AppState,
    head: &Parts,
    body: &Bytes,
    (snapshot, asker): (Arc<Snapshot>, &Requester),
    media_type: MediaType,
) -> Result<Response, ApiError> {
    if let Err(error) = std::str::from_utf8(body) {
        let place = error.valid_up_to();
        return Err(ApiError::bad_request(format!("the body is not UTF-8 at byte {place}")));
    }
    let Answered { answer, cacheable, is_change } = match RequestBody::from_json(body, app.engine.limits()) {
        Ok(RequestBody::One(question)) => execute_one(app, &snapshot, &question, (asker, head), Way::default()).await?,
        Ok(RequestBody::Batch(questions)) => {
            execute_batch(app, Arc::clone(&snapshot), &questions, (asker, head)).await?
        }
        Err(bad) => {
            let mut response = bad.body.into_response();
            response.headers_mut().insert(header::CONTENT_TYPE, media_type.content_type());
            *response.status_mut() = StatusCode::BAD_REQUEST;
            return Ok(response);
        }
    };
    app.demand.count(&app.proxies, head, &answer.unmet);
    if cacheable {
        app.answers.put(Bytes::copy_from_slice(body), conditional::dated_version(&snapshot), Arc::clone(&answer));
    }
    let mut response = respond(&answer, media_type);
    if is_change || !asker.is_public() {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    }
    Ok(response)
}

async fn get(app: &AppState, head: &Parts, accepted: MediaType) -> Result<Response, ApiError> {
    let query = head.uri.query().unwrap_or_default();
    if accepted == MediaType::Html && query.is_empty() {
        return Ok(pages::explorer(app, head).await);
    }
    let media_type = if accepted == MediaType::Html { MediaType::Json } else { accepted };
    let asker = requester(app, &head.method, &head.headers).await?;
    let snapshot = app.live.load();
    let key = format!("?{query}");
    if asker.is_public()
        && let Some(answer) = app.answers.get(key.as_bytes(), conditional::dated_version(&snapshot))
    {
        app.demand.count(&app.proxies, head, &answer.unmet);
        return Ok(respond_conditional(&head.headers, &answer, media_type));
    }
    let question = from_query(query)?;
    let way = Way { only_queries: true, ..Way::default() };
    let execution = execute_one(app, &snapshot, &question, (&asker, head), way).instrument(request_span());
    let Answered { answer, cacheable, .. } = Box::pin(execution).await?;
    app.demand.count(&app.proxies, head, &answer.unmet);
    if !cacheable {
        let mut response = respond(&answer, media_type);
        let value = if asker.is_public() { "no-store" } else { "private, no-store" };
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(value));
        return Ok(response);
    }
    app.answers.put(Bytes::from(key), conditional::dated_version(&snapshot), Arc::clone(&answer));
    Ok(respond_conditional(&head.headers, &answer, media_type))
}

/// `GET /graphql/schema`: the schema as text.
pub async fn schema() -> impl IntoResponse {
    // It is the same for as long as the program runs.
    static SCHEMA: LazyLock<String> = LazyLock::new(graphql::sdl);
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], SCHEMA.as_str())
}

/// How a question came.
#[derive(Clone, Copy, Default)]
struct Way {
    only_queries: bool,
    in_batch: bool,
}

async fn execute_one(
    app: &AppState,
    snapshot: &Arc<Snapshot>,
    question: &GraphqlRequest,
    (requester, head): (&Requester, &Parts),
    Way { only_queries, in_batch }: Way,
) -> Result<Answered, ApiError> {
    let started = std::time::Instant::now();
    let outcome = match app.engine.prepare(question).await {
        Err(refused) => refused,
        Ok(prepared) if only_queries && prepared.kind() != OperationKind::Query => {
            return Err(
                ApiError::method_not_allowed("GET asks queries only; send anything else by POST").with_allow("POST")
            );
        }
        Ok(prepared) if prepared.kind() == OperationKind::Subscription => {
            return Err(ApiError::new(
                StatusCode::BAD_REQUEST,
                "WEBSOCKET_ONLY",
                "subscriptions go over the WebSocket at /graphql/ws (graphql-transport-ws)",
            ));
        }
        Ok(prepared) => {
            let mut asker = Asker { requester, ..Asker::PUBLIC };
            let quota;
            if prepared.kind() == OperationKind::Mutation {
                may_write(requester)?;
                quota = app.proposals.of(app.proxies.client(&head.extensions, &head.headers));
                asker = Asker { reader: reader(&head.headers), quota: &quota, ..asker };
            }
            let span = tracing::info_span!("graphql", operation = ?prepared.kind());
            app.engine.execute(Arc::clone(snapshot), (app.clock)(), &prepared, asker).instrument(span).await
        }
    };
    // In a batch the others are answered all the same: changes among them are done.
    if outcome.overloaded && !in_batch {
        return Err(overload_error(Overloaded));
    }
    let outcome_label = match (outcome.executed, outcome.has_errors) {
        (false, _) => "refused",
        (true, true) => "errors",
        (true, false) => "answered",
    };
    metrics::histogram!("bruecke_graphql_seconds", "outcome" => outcome_label).record(started.elapsed().as_secs_f64());
    // What somebody who is signed in is told is never kept for others.
    let cacheable = outcome.cacheable && requester.is_public();
    let is_change = outcome.kind == Some(OperationKind::Mutation);
    let mut answer = CachedResponse::new(status_of(outcome.executed), outcome.body, snapshot);
    // Staff look for what there is to do, not for help.
    if requester.is_public() && !outcome.unmet.is_empty() {
        answer.unmet = outcome.unmet.into();
    }
    Ok(Answered { answer: Arc::new(answer), cacheable, is_change })
}

/// Refuses a change through a token that only reads, or before the second factor.
fn may_write(asker: &Requester) -> Result<(), ApiError> {
    asker.may_write().map_err(|cause| {
        let told = cause.user_errors().into_iter().next();
        let (code, message) = told.map_or(("FORBIDDEN", String::new()), |told| (told.code, told.message.text("en")));
        ApiError::new(StatusCode::FORBIDDEN, code, message)
    })
}

async fn execute_batch(
    app: &AppState,
    mut snapshot: Arc<Snapshot>,
    questions: &[GraphqlRequest],
    asker: (&Requester, &Parts),
) -> Result<Answered, ApiError> {
    let mut body = vec![b'['];
    let way = Way { in_batch: true, ..Way::default() };
    let (mut all_cacheable, mut any_change) = (true, false);
    let mut unmet = Vec::new();
    for (at, question) in questions.iter().enumerate() {
        let Answered { answer, cacheable, is_change } = execute_one(app, &snapshot, question, asker, way).await?;
        if at > 0 {
            body.push(b',');
        }
        body.extend_from_slice(&answer.body);
        all_cacheable &= cacheable;
        unmet.extend_from_slice(&answer.unmet);
        if is_change {
            any_change = true;
            // What is asked behind a change is asked of what it made.
            snapshot = app.live.load();
        }
    }
    body.push(b']');
    let mut answer = CachedResponse::new(StatusCode::OK, body, &snapshot);
    answer.unmet = unmet.into();
    Ok(Answered { answer: Arc::new(answer), cacheable: all_cacheable, is_change: any_change })
}

/// The answer with its entity tag, or only the tag when the client has the answer already.
fn respond_conditional(headers: &HeaderMap, answer: &CachedResponse, media_type: MediaType) -> Response {
    let kind = if media_type == MediaType::GraphqlResponse { 'g' } else { 'j' };
    let cache = answer.cache_fields(kind, "Accept, Accept-Encoding");
    conditional::respond(headers, cache, || respond(answer, media_type))
}
