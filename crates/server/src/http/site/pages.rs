//! The pages over HTTP: whatever no other route answers. `web` makes the bytes; here they are cached, compared and
//! sent, and what is suggested goes to the commands.

use std::{panic::AssertUnwindSafe, sync::Arc};

use axum::{
    body::Body,
    extract::State,
    http::{HeaderMap, HeaderName, HeaderValue, Method, Request, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use chrono::{DateTime, Utc};
use directory::Snapshot;
use domain::{EntityKind, page_slug::id_of_page_slug, record::EntityRef};
use store::StoreError;
use web::{Answer, Lasts, Locale, Page, Visit};

use super::{
    response::{languages, page_fields, page_response},
    suggestions,
};
use crate::{
    compute::overload_error,
    http::{
        api_error::ApiError, cached_response::CachedResponse, conditional, negotiation::MediaType, panic::handle_panic,
        state::AppState,
    },
};

/// What tells pages from other answers by their entity tags.
const KIND: char = 'p';

/// Whatever no other route answers.
pub async fn page(State(app): State<Arc<AppState>>, request: Request<Body>) -> Response {
    let (head, body) = request.into_parts();
    let mut response = match head.method {
        Method::GET | Method::HEAD if web::console::is_shell(head.uri.path()) => console(&app, &head),
        Method::GET | Method::HEAD => get(&app, &head).await,
        Method::POST if is_suggestion(head.uri.path()) => suggestions::take(&app, &head, body).await,
        _ => not_allowed(head.uri.path()).into_response(),
    };
    add_security_headers(&app, head.uri.path(), response.headers_mut());
    response
}

/// The document of the console, which nobody keeps: after an update the next load has the new program.
fn console(app: &AppState, head: &Parts) -> Response {
    let (locale, preferred) = languages(head);
    let (origin, snapshot, shown) = (app.origin.of_request(&head.headers), app.live.load(), app.site.load());
    let visit = Visit {
        site: &shown.site,
        snapshot: &snapshot,
        now: (app.clock)(),
        origin: &origin,
        locale,
        preferred,
        is_preview: false,
    };
    let mut response = page_response(web::console::shell(&visit));
    let headers = response.headers_mut();
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex, nofollow"));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Language, Accept-Encoding"));
    response
}

/// The explorer of GraphQL, which shares its address with the answers to programs.
pub(crate) async fn explorer(app: &AppState, head: &Parts) -> Response {
    let mut response = get(app, head).await;
    let headers = response.headers_mut();
    add_security_headers(app, head.uri.path(), headers);
    headers.insert(header::VARY, HeaderValue::from_static("Accept, Accept-Language, Accept-Encoding"));
    response
}

/// What browsers are told to keep to on every page.
fn add_security_headers(app: &AppState, path: &str, headers: &mut HeaderMap) {
    headers.extend(web::headers::of_page(&app.site.load().site, path));
    if app.origin.is_https() {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
}

fn is_suggestion(path: &str) -> bool {
    Page::from_path(Locale::of_path(path).1) == Some(Page::SuggestChange)
}

fn not_allowed(path: &str) -> ApiError {
    match Page::from_path(Locale::of_path(path).1) {
        None => nothing_here(),
        Some(page) => {
            let methods = if page == Page::SuggestChange { "GET, HEAD, POST" } else { "GET, HEAD" };
            let message = "this address is read with GET";
            ApiError::method_not_allowed(message).with_allow(methods)
        }
    }
}

fn nothing_here() -> ApiError {
    ApiError::not_found("there is nothing at this address; questions go to /graphql")
}

pub(crate) async fn get(app: &AppState, head: &Parts) -> Response {
    let (path, query, headers) = (head.uri.path(), head.uri.query().unwrap_or_default(), &head.headers);
    let (locale, preferred) = languages(head);
    let (origin, snapshot, now) = (app.origin.of_request(headers), app.live.load(), (app.clock)());
    let shown = app.site.load();
    let key = Bytes::from(format!("{} {origin} {preferred:?} {path}?{query}", shown.site.version));
    if let Some(cached) = app.pages.get(&key, conditional::dated_version(&snapshot)).filter(|cached| now < cached.until)
    {
        app.demand.count(&app.proxies, head, &cached.unmet);
        return conditional_page(headers, &cached);
    }
    let visit =
        Visit { site: &shown.site, snapshot: &snapshot, now, origin: &origin, locale, preferred, is_preview: false };
    let work = || std::panic::catch_unwind(AssertUnwindSafe(|| web::answer(&visit, path, query)));
    let rendered = match app.compute.run(work) {
        Ok(rendered) => rendered,
        Err(error) => return overload_error(error).into_response(),
    };
    let answer = match rendered {
        Ok(answer) if answer.status == StatusCode::NOT_FOUND && answer.is_page() => {
            match not_found(app, &visit, path, headers).await {
                Ok(answer) => answer,
                Err(refusal) => return refusal.into_response(),
            }
        }
        Ok(answer) => answer,
        Err(panic) => {
            // The message is logged as that of any fault; readers are told in their own language.
            let _ = handle_panic(panic);
            return page_response(web::answer::trouble(&visit, StatusCode::INTERNAL_SERVER_ERROR));
        }
    };
    app.demand.count(&app.proxies, head, &answer.unmet);
    let cached = Arc::new(cache_page(answer, now, &snapshot));
    app.pages.put(key, conditional::dated_version(&snapshot), Arc::clone(&cached));
    conditional_page(headers, &cached)
}

/// What is told where there is no page: a program that does not ask for one learns it in its own form.
async fn not_found(app: &AppState, visit: &Visit<'_>, path: &str, headers: &HeaderMap) -> Result<Answer, ApiError> {
    let page = match Page::from_path(Locale::of_path(path).1) {
        Some(Page::Sheet(page)) => Some(*page),
        page => page,
    };
    match page {
        None if MediaType::negotiate(headers) != Some(MediaType::Html) => Err(nothing_here()),
        // What is no slug was never one, and may hold what a database cannot.
        Some(Page::Profile(_, slug)) if slug.parse::<domain::Slug>().is_err() => Ok(web::answer::not_found(visit)),
        Some(Page::Profile(_, slug)) => gone_or_not_found(visit, app.store.was_withdrawn(&slug).await),
        Some(Page::Offer(slug)) => {
            gone_or_not_found(visit, was_activity_withdrawn(app, EntityKind::Offer, &slug).await)
        }
        Some(Page::Event(slug)) => {
            gone_or_not_found(visit, was_activity_withdrawn(app, EntityKind::Event, &slug).await)
        }
        Some(Page::Project(slug)) => {
            gone_or_not_found(visit, was_activity_withdrawn(app, EntityKind::Project, &slug).await)
        }
        _ => Ok(web::answer::not_found(visit)),
    }
}

/// The answer for what is not there: gone, or never there.
fn gone_or_not_found(visit: &Visit<'_>, was_there: Result<bool, StoreError>) -> Result<Answer, ApiError> {
    match was_there {
        Ok(true) => Ok(web::answer::gone_page(visit)),
        Ok(false) => Ok(web::answer::not_found(visit)),
        Err(error) => {
            tracing::error!(error = %domain::ErrorChain(&error), "an address could not be looked up");
            Err(ApiError::internal())
        }
    }
}

async fn was_activity_withdrawn(app: &AppState, kind: EntityKind, slug: &str) -> Result<bool, StoreError> {
    match id_of_page_slug(slug) {
        Some(id) => app.store.was_activity_withdrawn(EntityRef { kind, id }).await,
        None => Ok(false),
    }
}

fn cache_page(answer: Answer, now: DateTime<Utc>, snapshot: &Snapshot) -> CachedResponse {
    let fields = page_fields(&answer);
    // The same version gives another page in another minute, so the bytes count too.
    let mut cached = CachedResponse::new(answer.status, answer.body, snapshot);
    cached.fields = fields;
    cached.unmet = answer.unmet.into();
    if answer.lasts == Lasts::ThisMinute {
        cached.until = conditional::end_of_minute(now);
    }
    cached
}

fn conditional_page(headers: &HeaderMap, cached: &CachedResponse) -> Response {
    const VARY: &str = "Accept-Language, Accept-Encoding";
    if cached.status == StatusCode::OK {
        return conditional::respond(headers, cached.cache_fields(KIND, VARY), || cached.respond(headers, KIND));
    }
    let mut response = cached.respond(headers, KIND);
    response.headers_mut().insert(header::CACHE_CONTROL, conditional::REVALIDATED);
    response.headers_mut().insert(header::VARY, HeaderValue::from_static(VARY));
    response
}
