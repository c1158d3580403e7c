//! The pages over HTTP: whatever no other route answers. `web` makes the bytes; here they are cached, compared and
//! sent, and what is suggested goes to the commands.

use std::{panic::AssertUnwindSafe, sync::Arc};

use axum::{
    body::Body,
    extract::{Path, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, Request, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use directory::Snapshot;
use domain::{EntityKind, page_slug::id_of_page_slug, record::EntityRef};
use store::StoreError;
use web::{Answer, Lasts, Locale, Page, Visit};

use super::{
    negotiation::{MediaType, preferred},
    refusal::{Refusal, seconds_to_wait},
    suggestions, validators,
};
use crate::{app::App, compute::overloaded};

/// A page that is cached.
#[derive(Clone, Debug)]
pub struct CachedPage {
    answer: Answer,
    tag: HeaderValue,
    /// When it is right no longer although nothing has changed.
    until: DateTime<Utc>,
}

impl CachedPage {
    /// Its size in memory, bytes.
    pub fn size(&self) -> usize {
        self.answer.body.len()
    }
}

/// Whatever no other route answers.
pub async fn page(State(app): State<Arc<App>>, request: Request<Body>) -> Response {
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
fn console(app: &App, head: &Parts) -> Response {
    let (locale, preferred) = languages(head);
    let (origin, snapshot, shown) = (app.door.origin(&head.headers), app.live.load(), app.site.load());
    let visit = Visit {
        site: &shown.site,
        snapshot: &snapshot,
        now: (app.clock)(),
        origin: &origin,
        locale,
        preferred,
        is_preview: false,
    };
    let mut response = plain(web::console::shell(&visit));
    let headers = response.headers_mut();
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex, nofollow"));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Language, Accept-Encoding"));
    response
}

/// The explorer of GraphQL, which shares its address with the answers to programs.
pub(super) async fn explorer(app: &App, head: &Parts) -> Response {
    let mut response = get(app, head).await;
    let headers = response.headers_mut();
    add_security_headers(app, head.uri.path(), headers);
    headers.insert(header::VARY, HeaderValue::from_static("Accept, Accept-Language, Accept-Encoding"));
    response
}

/// What browsers are told to keep to on every page.
fn add_security_headers(app: &App, path: &str, headers: &mut HeaderMap) {
    headers.extend(web::headers::of_page(&app.site.load().site, path));
    if app.door.is_https() {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
}

fn is_suggestion(path: &str) -> bool {
    Page::from_path(Locale::of_path(path).1) == Some(Page::SuggestChange)
}

fn not_allowed(path: &str) -> Refusal {
    match Page::from_path(Locale::of_path(path).1) {
        None => nothing_here(),
        Some(page) => {
            let methods = if page == Page::SuggestChange { "GET, HEAD, POST" } else { "GET, HEAD" };
            let message = "this address is read with GET";
            Refusal::new(StatusCode::METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED", message).allowing(methods)
        }
    }
}

fn nothing_here() -> Refusal {
    Refusal::new(StatusCode::NOT_FOUND, "NOT_FOUND", "there is nothing at this address; questions go to /graphql")
}

/// The language of a request's page, and the one that its browser prefers.
pub(super) fn languages(head: &Parts) -> (Locale, Option<Locale>) {
    let (locale, _) = Locale::of_path(head.uri.path());
    // Only pages in the language that is nobody's choice offer another one.
    let preferred = preferred(&head.headers, Locale::from_tag).filter(|_| locale == Locale::De);
    (locale, preferred)
}

pub(super) async fn get(app: &App, head: &Parts) -> Response {
    let (path, query, headers) = (head.uri.path(), head.uri.query().unwrap_or_default(), &head.headers);
    let (locale, preferred) = languages(head);
    let (origin, snapshot, now) = (app.door.origin(headers), app.live.load(), (app.clock)());
    let shown = app.site.load();
    let key = Bytes::from(format!("{} {origin} {preferred:?} {path}?{query}", shown.site.version));
    if let Some(cached) = app.pages.get(&key, validators::dated_version(&snapshot)).filter(|cached| now < cached.until)
    {
        app.demand.count(&app.door, head, &cached.answer.unmet);
        return conditional(headers, &snapshot, &cached);
    }
    let visit =
        Visit { site: &shown.site, snapshot: &snapshot, now, origin: &origin, locale, preferred, is_preview: false };
    let work = || std::panic::catch_unwind(AssertUnwindSafe(|| web::answer(&visit, path, query)));
    let rendered = match app.compute.run(work) {
        Ok(rendered) => rendered,
        Err(error) => return overloaded(error).into_response(),
    };
    let answer = match rendered {
        Ok(answer) if answer.status == StatusCode::NOT_FOUND && answer.is_page() => {
            match missing(app, &visit, path, headers).await {
                Ok(answer) => answer,
                Err(refusal) => return refusal.into_response(),
            }
        }
        Ok(answer) => answer,
        Err(panic) => {
            // The message is logged as that of any fault; readers are told in their own language.
            let _ = crate::app::fault(panic);
            return plain(web::answer::trouble(&visit, StatusCode::INTERNAL_SERVER_ERROR));
        }
    };
    app.demand.count(&app.door, head, &answer.unmet);
    let cached = cache_page(answer, now, snapshot.version());
    app.pages.put(key, validators::dated_version(&snapshot), cached.clone());
    conditional(headers, &snapshot, &cached)
}

/// What is told where there is no page: a program that does not ask for one learns it in its own form.
async fn missing(app: &App, visit: &Visit<'_>, path: &str, headers: &HeaderMap) -> Result<Answer, Refusal> {
    let page = match Page::from_path(Locale::of_path(path).1) {
        Some(Page::Sheet(page)) => Some(*page),
        page => page,
    };
    match page {
        None if MediaType::accepted(headers) != Some(MediaType::Html) => Err(nothing_here()),
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
fn gone_or_not_found(visit: &Visit<'_>, was_there: Result<bool, StoreError>) -> Result<Answer, Refusal> {
    match was_there {
        Ok(true) => Ok(web::answer::gone(visit)),
        Ok(false) => Ok(web::answer::not_found(visit)),
        Err(error) => {
            tracing::error!(error = %domain::ErrorChain(&error), "an address could not be looked up");
            Err(Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, "INTERNAL", "something went wrong on our side"))
        }
    }
}

async fn was_activity_withdrawn(app: &App, kind: EntityKind, slug: &str) -> Result<bool, StoreError> {
    match id_of_page_slug(slug) {
        Some(id) => app.store.was_activity_withdrawn(EntityRef { kind, id }).await,
        None => Ok(false),
    }
}

fn cache_page(answer: Answer, now: DateTime<Utc>, version: u64) -> CachedPage {
    let until = match answer.lasts {
        Lasts::Unchanged => DateTime::<Utc>::MAX_UTC,
        Lasts::ThisMinute => now.duration_trunc(TimeDelta::minutes(1)).unwrap_or(now) + TimeDelta::minutes(1),
    };
    // The same version gives another page in another minute, so the bytes count too.
    let tag = validators::entity_tag(version, 'p', &answer.body);
    CachedPage { answer, tag, until }
}

/// A page at an address that is itself a key: nobody keeps it, search engines leave it, and the address goes nowhere
/// else.
pub(super) fn secret(answer: Answer, locale: Locale) -> Response {
    let mut response = plain(answer);
    let headers = response.headers_mut();
    headers.extend(web::headers::of_pages());
    for (name, value) in [
        (header::REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("x-robots-tag"), "noindex, nofollow"),
        (header::CONTENT_LANGUAGE, locale.tag()),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// An answer without anything to keep it by.
pub(super) fn plain(answer: Answer) -> Response {
    let mut response = (answer.status, answer.body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(answer.media_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(location) = answer.location.and_then(|location| HeaderValue::from_str(&location).ok()) {
        headers.insert(header::LOCATION, location);
    }
    if let Some(wait) = answer.retry_after {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds_to_wait(wait)));
    }
    response
}

fn conditional(headers: &HeaderMap, snapshot: &Snapshot, cached: &CachedPage) -> Response {
    let is_page = cached.answer.status == StatusCode::OK;
    let known = validators::validated_tag(headers, &cached.tag).filter(|_| is_page);
    let mut response = match &known {
        Some(_) => StatusCode::NOT_MODIFIED.into_response(),
        None => plain(cached.answer.clone()),
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Language, Accept-Encoding"));
    if is_page {
        headers.insert(header::ETAG, known.unwrap_or_else(|| cached.tag.clone()));
        if let Some(modified) = validators::last_modified(snapshot) {
            headers.insert(header::LAST_MODIFIED, modified);
        }
    }
    response
}

/// A file that npm bundled. Its name holds a hash of its content, so it may be cached for good.
pub async fn asset(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let Some(asset) = web::assets::at(&name) else { return nothing_here().into_response() };
    let Ok(tag) = HeaderValue::from_str(&format!("\"{name}\"")) else { return nothing_here().into_response() };
    let (mut response, tag) = match validators::validated_tag(&headers, &tag) {
        Some(known) => (StatusCode::NOT_MODIFIED.into_response(), known),
        None => (asset.content.into_response(), tag),
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.media_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    headers.insert(header::ETAG, tag);
    super::embedding::allow_others(headers);
    response
}
