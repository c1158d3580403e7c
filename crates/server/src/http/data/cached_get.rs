//! What programs read besides GraphQL: files, map tiles, feeds. How their addresses are read, and what is cached and
//! sent of their answers.

use std::{borrow::Cow, panic::AssertUnwindSafe, sync::Arc};

use axum::{
    body::{Body, Bytes},
    http::{HeaderValue, Method, Request, StatusCode, header, request::Parts, uri::PathAndQuery},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use directory::{ActorFilter, ActorNo, QuestionError, Snapshot};
use domain::ActorType;
use web::{
    Locale, Page, Visit,
    filters::{Filters, ParameterError},
};

use crate::{
    compute::overload_error,
    http::{
        api_error::ApiError,
        cached_response::CachedResponse,
        conditional,
        fast_path::fast_path,
        negotiation::{MediaType, negotiate_language},
        panic::handle_panic,
        request_record::request_span,
        site::response::page_response,
        state::AppState,
    },
};

/// The bytes of an answer.
pub(super) struct Rendered {
    pub(super) body: Vec<u8>,
    pub(super) media_type: &'static str,
    /// When it is right no longer although nothing has changed.
    pub(super) until: DateTime<Utc>,
}

/// What tells these answers from others by their entity tags.
const KIND: char = 'r';

impl Rendered {
    fn into_cached(self, snapshot: &Snapshot) -> CachedResponse {
        let media_type = HeaderValue::from_static(self.media_type);
        let mut cached = CachedResponse::new(StatusCode::OK, self.body, snapshot).with_gzip();
        cached.fields.push((header::CONTENT_TYPE, media_type));
        cached.until = self.until;
        cached
    }
}

/// One request, and what it is answered from.
pub(super) struct GetContext<'a> {
    pub(super) app: &'a AppState,
    pub(super) head: &'a Parts,
    pub(super) snapshot: &'a Arc<Snapshot>,
    pub(super) now: DateTime<Utc>,
}

impl GetContext<'_> {
    /// The query part of the address.
    pub(super) fn query(&self) -> &str {
        self.head.uri.query().unwrap_or_default()
    }

    /// Where browsers reach this service.
    pub(super) fn origin(&self) -> String {
        self.app.origin.of_request(&self.head.headers)
    }

    /// The language that the address says: German, or that of its prefix.
    pub(super) fn locale(&self) -> Locale {
        Locale::of_path(self.head.uri.path()).0
    }

    /// A page for people in the language of the address, else in that of their browser.
    fn page(&self, answer: impl FnOnce(&Visit<'_>) -> web::Answer) -> Response {
        let locale = match self.locale() {
            Locale::De => negotiate_language(&self.head.headers, Locale::from_tag).unwrap_or_default(),
            locale => locale,
        };
        let (shown, origin) = (self.app.site.load(), self.origin());
        let visit = Visit {
            site: &shown.site,
            snapshot: self.snapshot,
            now: self.now,
            origin: &origin,
            locale,
            preferred: None,
            is_preview: false,
        };
        let mut page = page_response(answer(&visit));
        page.headers_mut().extend(web::headers::of_page(&shown.site, self.head.uri.path()));
        page
    }

    /// What the address asks for, as the search of the pages reads it.
    pub(super) fn filters(&self) -> Result<Filters, ParameterError> {
        Filters::from_query(self.query())
    }

    /// Until when an answer to some filters is right although nothing has changed.
    pub(super) fn valid_until(&self, filters: &Filters) -> DateTime<Utc> {
        if filters.open_now { conditional::end_of_minute(self.now) } else { DateTime::<Utc>::MAX_UTC }
    }

    /// The actors that the address asks for.
    pub(super) fn parsed_filter(&self) -> Result<ParsedFilter, ParameterError> {
        let filters = self.filters()?;
        let (filter, until) = (filters.actor_filter(self.now), self.valid_until(&filters));
        Ok(ParsedFilter { actor_type: filters.actor_type, filter, query: filters.to_query(), until })
    }
}

/// Which actors an address asks for.
pub(super) struct ParsedFilter {
    pub(super) actor_type: Option<ActorType>,
    pub(super) filter: ActorFilter,
    /// The query part in its normal form.
    pub(super) query: String,
    /// When the answer is right no longer although nothing has changed.
    pub(super) until: DateTime<Utc>,
}

/// The address of an actor's page.
pub(super) fn page_of(origin: &str, snapshot: &Snapshot, no: ActorNo) -> String {
    let data = snapshot.actor(no).data();
    let page = Page::Profile(data.kind.actor_type(), data.slug.to_string());
    format!("{origin}{}", page.path(Locale::De))
}

/// Why a read is not answered.
pub(super) enum GetError {
    /// What the address asks for cannot be asked.
    ParameterError(ParameterError),
    /// Anything else.
    Api(ApiError),
}

impl From<ParameterError> for GetError {
    fn from(mistake: ParameterError) -> Self {
        Self::ParameterError(mistake)
    }
}

impl From<QuestionError> for GetError {
    fn from(error: QuestionError) -> Self {
        Self::ParameterError(error.into())
    }
}

impl From<ApiError> for GetError {
    fn from(error: ApiError) -> Self {
        Self::Api(error)
    }
}

impl GetError {
    /// Programs are told in their own form, people on a page in their language.
    fn into_response(self, context: &GetContext<'_>) -> Response {
        let headers = &context.head.headers;
        let is_for_people = MediaType::negotiate(headers) == Some(MediaType::Html);
        let mut response = match self {
            Self::ParameterError(mistake) if is_for_people => {
                context.page(|visit| web::answer::mistaken(visit, &mistake))
            }
            Self::ParameterError(mistake) => {
                ApiError::new(StatusCode::BAD_REQUEST, mistake.code(), mistake.to_string()).into_response()
            }
            Self::Api(error)
                if is_for_people && matches!(error.status(), StatusCode::NOT_FOUND | StatusCode::BAD_REQUEST) =>
            {
                context.page(|visit| web::answer::trouble(visit, error.status()))
            }
            Self::Api(error) => return error.into_response(),
        };
        response
            .headers_mut()
            .insert(header::VARY, HeaderValue::from_static("Accept, Accept-Language, Accept-Encoding"));
        response
    }
}

/// Answers a read: `GET` and `HEAD` only, and a panic is a fault of ours.
pub(super) async fn handle_get(
    app: Arc<AppState>,
    request: Request<Body>,
    answer: impl FnOnce(&GetContext<'_>) -> Result<Response, GetError>,
) -> Response {
    let answer = async move |app: Arc<AppState>, request: Request<Body>| {
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            let message = "this address is read with GET";
            return ApiError::method_not_allowed(message).with_allow("GET, HEAD").into_response();
        }
        let (head, _) = request.into_parts();
        let context = GetContext { app: &app, head: &head, snapshot: &app.live.load(), now: (app.clock)() };
        match std::panic::catch_unwind(AssertUnwindSafe(|| answer(&context))) {
            Ok(answered) => answered.unwrap_or_else(|error| error.into_response(&context)),
            Err(panic) => handle_panic(panic),
        }
    };
    fast_path(app, request, answer).await
}

/// The cached answer to a request, else a new one that is cached. `scope` is what of the request the answer depends on
/// besides the address.
pub(super) fn respond_cached(
    context: &GetContext<'_>,
    scope: &str,
    render: impl FnOnce() -> Result<Rendered, GetError>,
) -> Result<Response, GetError> {
    let GetContext { app, head, snapshot, now } = context;
    let version = conditional::dated_version(snapshot);
    let address = head.uri.path_and_query().map_or("/", PathAndQuery::as_str);
    let key = if scope.is_empty() { Cow::Borrowed(address) } else { Cow::Owned(format!("{scope} {address}")) };
    let cached = match app.reads.get(key.as_bytes(), version).filter(|cached| *now < cached.until) {
        Some(cached) => cached,
        None => {
            let _span = request_span().entered();
            let work = || render().map(|rendered| Arc::new(rendered.into_cached(snapshot)));
            let cached = app.compute.run(work).map_err(overload_error)??;
            app.reads.put(Bytes::copy_from_slice(key.as_bytes()), version, cached.clone());
            cached
        }
    };
    let cache = cached.cache_fields(KIND, "Accept-Encoding");
    Ok(conditional::respond(&head.headers, cache, || cached.respond(&head.headers, KIND)))
}
