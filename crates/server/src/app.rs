//! What every request shares, and the routes.

use std::{convert::Infallible, sync::Arc};

use axum::{
    Router,
    body::Body,
    extract::State,
    http::{HeaderName, HeaderValue, Method, Request, StatusCode, header},
    middleware,
    response::{IntoResponse, Response},
    routing::{any, get},
};
use chrono::{DateTime, Utc};
use curation::{Curation, accounts::Accounts};
use directory::Live;
use graphql::Engine;
use store::Store;
use tokio::sync::watch;
use tower::{Layer, service_fn};
use tower_http::{
    catch_panic::CatchPanicLayer, compression::CompressionLayer, cors::CorsLayer, set_header::SetResponseHeaderLayer,
};

use ::web::Locale;

use crate::{
    basemap::Basemap,
    compute::{ComputePool, answer_for},
    demand::DemandCounter,
    disk_space::DiskSpace,
    http::{
        account_pages, auth, basemap,
        cache::AnswerCache,
        cached_get,
        door::Door,
        embedding, exports, feeds,
        graphql::Answer,
        health, logos, mail_links, my_pages,
        password_link_quota::PasswordLinkQuota,
        person_package, preview,
        proposal_quota::ProposalQuotas,
        refusal::{Refusal, method_not_allowed},
        reminders, request_metrics,
        sign_in_throttle::SignInThrottle,
        staff_export,
        subscriptions::{self, Seats},
        tiles, validators, web,
    },
    openid::OpenId,
    readiness::Readiness,
    settings::Http,
    site_display::SiteDisplay,
};

/// What every request shares.
pub struct App {
    /// The newest snapshot.
    pub live: Arc<Live>,
    /// The place in the change log up to which changes are visible in it.
    pub followed: watch::Receiver<u64>,
    /// Answers GraphQL.
    pub engine: Arc<Engine>,
    /// The system of record; only what the read model does not know is looked up here.
    pub store: Store,
    /// Whether this node should be asked.
    pub readiness: Arc<Readiness>,
    /// The commands of entries that are reached without GraphQL.
    pub curation: Curation,
    /// Who may sign in.
    pub accounts: Accounts,
    /// The service through which people may sign in, where there is one.
    pub openid: Option<Box<OpenId>>,
    /// What every request passes first.
    pub door: Door,
    /// How often signing in may fail.
    pub sign_ins: SignInThrottle,
    /// How much clients may propose without an account.
    pub proposals: ProposalQuotas,
    /// How many links for a forgotten password are sent.
    pub password_links: PasswordLinkQuota,
    /// Counts what people ask for and nobody has.
    pub demand: Arc<DemandCounter>,
    /// The disk of the database.
    pub disk: Arc<DiskSpace>,
    /// Answers that are asked again.
    pub answers: AnswerCache<Answer>,
    /// Pages that are asked for again.
    pub pages: AnswerCache<web::CachedPage>,
    /// Answers to programs that are asked for again.
    pub reads: AnswerCache<cached_get::CachedResponse>,
    /// What the operator says on the pages.
    pub site: Arc<SiteDisplay>,
    /// What lies below the districts on maps, where the operator wants anything there.
    pub basemap: Option<Basemap>,
    /// The places of those who listen for changes.
    pub seats: Seats,
    /// Limits on requests.
    pub limits: Http,
    /// Where what takes long is computed.
    pub compute: Arc<ComputePool>,
    /// What time it is.
    pub clock: fn() -> DateTime<Utc>,
}

impl App {
    /// Every route of the service.
    ///
    /// `/graphql` and what programs read stand apart from the layers of the other routes; see [`crate::http::fast_path`].
    pub fn routes(self: Arc<Self>) -> Router {
        let pages = Router::new()
            .route("/graphql/schema", get(crate::http::graphql::schema))
            // Over HTTP/2 a WebSocket begins with CONNECT (RFC 8441).
            .route("/graphql/ws", get(subscriptions::subscriptions).connect(subscriptions::subscriptions))
            .route("/assets/{name}", get(web::asset))
            .route("/logos/{name}", get(logos::logo))
            .route("/widget.js", get(embedding::part))
            .route("/widget/attributes", get(embedding::part))
            .route("/widget/words/{language}", get(embedding::part))
            .route("/map.svg", get(embedding::part))
            .route("/{language}/map.svg", get(embedding::part))
            .route("/oembed", get(embedding::part))
            .route("/embed", get(embedding::frame))
            .fallback(web::page)
            // Before the layers, which are to be around it too.
            .method_not_allowed_fallback(method_not_allowed)
            .layer(middleware::from_fn_with_state(Arc::clone(&self), admitted))
            // Who looks after the service may always ask how it is.
            .merge(health::routes())
            .layer(SetResponseHeaderLayer::if_not_present(header::X_CONTENT_TYPE_OPTIONS, NOSNIFF))
            .layer(cors())
            .layer(CompressionLayer::new())
            .layer(middleware::map_response(tag_coding))
            .layer(CatchPanicLayer::custom(fault))
            .layer(middleware::from_fn(request_metrics::measure));
        let preflight = cors().layer(service_fn(|_: Request<Body>| async {
            Ok::<_, Infallible>(StatusCode::NO_CONTENT.into_response())
        }));
        let calendars = Locale::ALL.into_iter().fold(Router::new(), |routes, locale| {
            let path = format!("{}/events.ics", locale.prefix());
            routes.route(&path, any(feeds::events).options_service(preflight.clone()))
        });
        Router::new()
            .route("/graphql", any(crate::http::graphql::graphql).options_service(preflight.clone()))
            .route("/changes.atom", any(feeds::changes).options_service(preflight.clone()))
            .route("/export/{file}", any(exports::file).options_service(preflight.clone()))
            .route("/tiles.json", any(tiles::tile_json).options_service(preflight.clone()))
            .route("/tiles/{*address}", any(tiles::tile).options_service(preflight.clone()))
            .route("/basemap/{zoom}/{column}/{row}", any(basemap::tile).options_service(preflight))
            .merge(calendars)
            .merge(pages)
            .merge(
                reminders::routes()
                    .merge(account_pages::routes())
                    .merge(my_pages::routes())
                    .merge(person_package::routes())
                    .merge(preview::routes())
                    .merge(mail_links::routes())
                    .merge(staff_export::routes())
                    .method_not_allowed_fallback(method_not_allowed)
                    .merge(auth::routes(&self))
                    .layer(middleware::from_fn_with_state(Arc::clone(&self), admitted))
                    .layer(middleware::from_fn(request_metrics::measure)),
            )
            .with_state(self)
    }
}

/// What is answered over the connections that are there beyond all others.
pub fn reserve_routes(app: Arc<App>) -> Router {
    health::routes()
        .fallback(async || {
            Refusal::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "LIMIT_CONNECTIONS",
                "all connections are taken; try again later",
            )
            .with_header(header::RETRY_AFTER, HeaderValue::from_static("5"))
        })
        // The place is for the next one who asks.
        .layer(SetResponseHeaderLayer::overriding(header::CONNECTION, HeaderValue::from_static("close")))
        .layer(SetResponseHeaderLayer::if_not_present(header::X_CONTENT_TYPE_OPTIONS, NOSNIFF))
        .with_state(app)
}

/// Browsers take the media type as it is told.
pub const NOSNIFF: HeaderValue = HeaderValue::from_static("nosniff");

/// What scripts of other origins may read of an answer beside what browsers let them (Fetch Standard,
/// CORS-safelisted response-header names).
pub const EXPOSED: [HeaderName; 6] = [
    header::ETAG,
    header::RETRY_AFTER,
    header::ALLOW,
    header::CONTENT_DISPOSITION,
    header::LOCATION,
    header::WWW_AUTHENTICATE,
];

/// Public reads are for every origin, and so is what a program does with a token of its own: neither
/// rests on a cookie, and no cookie is taken from another origin.
fn cors() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(tower_http::cors::Any)
        .allow_methods([Method::GET, Method::POST])
        // Clients send names, versions and traces of their own; without cookies none of them opens anything.
        .allow_headers(tower_http::cors::AllowHeaders::mirror_request())
        .expose_headers(EXPOSED)
        .max_age(std::time::Duration::from_secs(86_400))
}

/// Gives what the layer before has compressed the entity tag of its content coding.
async fn tag_coding(mut response: Response) -> Response {
    validators::tag_coding(&mut response);
    response
}

/// Counts the request of a client, and refuses what is too much.
async fn admitted(State(app): State<Arc<App>>, request: Request<Body>, next: middleware::Next) -> Response {
    match app.door.admit(request.extensions(), request.headers()) {
        Ok(()) => {
            let client = app.door.client(request.extensions(), request.headers());
            answer_for(client, next.run(request)).await
        }
        Err(refusal) => refusal.into_response(),
    }
}

/// A panic is a fault of ours: it is logged with its message, and the client learns only that.
#[allow(clippy::needless_pass_by_value, reason = "the layer hands the payload over")]
pub fn fault(panic: Box<dyn std::any::Any + Send>) -> Response {
    let message = panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_default();
    tracing::error!(panic = message, "a request ended in a fault");
    Refusal::new(
        StatusCode::INTERNAL_SERVER_ERROR,
        "INTERNAL",
        "something went wrong on our side; the question was not answered",
    )
    .into_response()
}
