//! Every route of the service.

use std::sync::Arc;

use axum::{
    Router,
    http::{HeaderValue, StatusCode, header},
    middleware,
    routing::{any, get},
};
use tower_http::{
    CompressionLevel, catch_panic::CatchPanicLayer, compression::CompressionLayer, set_header::SetResponseHeaderLayer,
};
use web::Locale;

use super::{
    api::{graphql, subscriptions},
    api_error::{ApiError, method_not_allowed},
    auth,
    data::{basemap, exports, feeds, staff_export, tiles},
    embed,
    headers::NOSNIFF,
    health,
    middleware::{check_rate, cors, preflight, tag_coding},
    panic::handle_panic,
    request_metrics,
    site::{account, assets, mail_links, my, pages, person_package, preview, reminder_links},
    state::AppState,
};

/// How well scripts and styles are compressed: the widget is a twentieth smaller than with what is usual, for two and a half
/// times the time.
const ASSETS_LEVEL: CompressionLevel = CompressionLevel::Precise(6);

/// Every route of the service.
///
/// `/graphql` and what programs read stand apart from the layers of the other routes; see [`super::fast_path`].
pub fn routes(app: Arc<AppState>) -> Router {
    let pages = Router::new()
        .route("/graphql/schema", get(graphql::schema))
        // Over HTTP/2 a WebSocket begins with CONNECT (RFC 8441).
        .route("/graphql/ws", get(subscriptions::subscriptions).connect(subscriptions::subscriptions))
        // Who has fetched a script never asks for it again: it may be smaller than what changes.
        .route("/assets/{name}", get(assets::asset).layer(CompressionLayer::new().quality(ASSETS_LEVEL)))
        .route("/logos/{name}", get(assets::logo))
        .route("/widget.js", get(embed::embed_asset))
        .route("/widget/attributes", get(embed::embed_asset))
        .route("/widget/words/{language}", get(embed::embed_asset))
        .route("/map.svg", get(embed::embed_asset))
        .route("/{language}/map.svg", get(embed::embed_asset))
        .route("/oembed", get(embed::embed_asset))
        .route("/embed", get(embed::embed_frame))
        .fallback(pages::page)
        // Before the layers, which are to be around it too.
        .method_not_allowed_fallback(method_not_allowed)
        .layer(middleware::from_fn_with_state(Arc::clone(&app), check_rate))
        // Who looks after the service may always ask how it is.
        .merge(health::routes())
        .layer(SetResponseHeaderLayer::if_not_present(header::X_CONTENT_TYPE_OPTIONS, NOSNIFF))
        .layer(cors())
        .layer(CompressionLayer::new())
        .layer(middleware::map_response(tag_coding))
        .layer(CatchPanicLayer::custom(handle_panic))
        .layer(middleware::from_fn(request_metrics::measure));
    let preflight = preflight();
    let calendars = Locale::ALL.into_iter().fold(Router::new(), |routes, locale| {
        let path = format!("{}/events.ics", locale.prefix());
        routes.route(&path, any(feeds::events).options_service(preflight.clone()))
    });
    Router::new()
        .route("/graphql", any(graphql::graphql).options_service(preflight.clone()))
        .route("/changes.atom", any(feeds::changes).options_service(preflight.clone()))
        .route("/export/{file}", any(exports::file).options_service(preflight.clone()))
        .route("/tiles.json", any(tiles::tile_json).options_service(preflight.clone()))
        .route("/tiles/{*address}", any(tiles::tile).options_service(preflight.clone()))
        .route("/basemap/{zoom}/{column}/{row}", any(basemap::tile).options_service(preflight))
        .merge(calendars)
        .merge(pages)
        .merge(
            reminder_links::routes()
                .merge(account::routes())
                .merge(my::routes())
                .merge(person_package::routes())
                .merge(preview::routes())
                .merge(mail_links::routes())
                .merge(staff_export::routes())
                .method_not_allowed_fallback(method_not_allowed)
                .merge(auth::routes(&app))
                .layer(middleware::from_fn_with_state(Arc::clone(&app), check_rate))
                .layer(middleware::from_fn(request_metrics::measure)),
        )
        .with_state(app)
}

/// What is answered over the connections that are there beyond all others.
pub fn reserve_routes(app: Arc<AppState>) -> Router {
    health::routes()
        .fallback(async || {
            ApiError::new(
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
