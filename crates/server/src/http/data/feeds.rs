//! `/events.ics` and `/changes.atom`: what is on, and who changed, of everybody whom the filters of the address
//! leave, which are those of the search.

use std::sync::Arc;

use axum::{body::Body, extract::State, http::Request, response::Response};
use chrono::{DateTime, Days, NaiveTime, Utc};
use chrono_tz::Tz;
use directory::{ActorNo, ActorOrder, ActorQuestion, EventNo, Snapshot, ThemeNo, Window};
use domain::recurrence::to_instant;
use formats::{calendar, feed};
use web::{filters::Filters, visit::event_page};

use super::cached_get::{self, GetContext, ParsedFilter, Rendered};
use crate::http::state::AppState;

/// How many of the next events a calendar has at most.
const EVENTS: usize = 1_000;
/// How many changes a feed has.
const CHANGES: i32 = 50;

/// `/events.ics`, in other languages than German below their prefix: the events that go on today or come, repeating ones
/// included, as the list of events has them.
pub async fn events(State(app): State<Arc<AppState>>, request: Request<Body>) -> Response {
    cached_get::handle_get(app, request, |context| {
        let origin = context.origin();
        cached_get::respond_cached(context, &origin, || {
            let filters = context.filters()?;
            let snapshot = context.snapshot;
            let (today, tomorrow) = day_of(context.now, snapshot.settings().zone);
            let filter = filters.event_filter(context.now, today, None);
            let events = snapshot.matching_events_by_date(&filter, EVENTS)?;
            let locale = context.locale();
            let page_of = |no: EventNo| format!("{origin}{}", event_page(snapshot, no).path(locale));
            let subject = subject_of(snapshot, &filters, locale.tag());
            let subject = Some(subject.as_str()).filter(|subject| !subject.is_empty());
            let body = calendar::calendar(snapshot, &events, locale.tag(), subject, today, &page_of).into_bytes();
            let until = context.valid_until(&filters).min(tomorrow);
            Ok(Rendered { body, media_type: calendar::MEDIA_TYPE, until })
        })
    })
    .await
}

/// Whose events they are, or of which themes and districts, by which subscribers tell calendars apart.
fn subject_of(snapshot: &Snapshot, filters: &Filters, language: &str) -> String {
    let actor = filters.actor.as_deref().and_then(|slug| snapshot.actor_by_slug(slug));
    let themes = filters.themes.iter().filter_map(|slug| snapshot.theme_by_slug(slug));
    let districts = filters.districts.iter().filter_map(|slug| snapshot.district_by_slug(slug));
    let theme_label = |no: ThemeNo| snapshot.theme(no).label().resolve(language).map(|(_, label)| label.to_owned());
    let names = actor.map(|no| snapshot.actor(no).data().name.to_string()).into_iter();
    let names = names.chain(themes.filter_map(theme_label));
    names.chain(districts.map(|no| snapshot.district_label(no, language).into_owned())).collect::<Vec<_>>().join(", ")
}

/// When the day of the directory began, and when the next one does.
fn day_of(now: DateTime<Utc>, zone: Tz) -> (DateTime<Utc>, DateTime<Utc>) {
    let today = now.with_timezone(&zone).date_naive();
    let begin = |days| to_instant((today + Days::new(days)).and_time(NaiveTime::MIN), zone).unwrap_or(now);
    (begin(0), begin(1))
}

/// `/changes.atom`: the actors that changed last.
pub async fn changes(State(app): State<Arc<AppState>>, request: Request<Body>) -> Response {
    cached_get::handle_get(app, request, |context| {
        let origin = context.origin();
        cached_get::respond_cached(context, &origin, || {
            let ParsedFilter { actor_type, filter, query, until } = context.parsed_filter()?;
            let question = ActorQuestion {
                actor_type,
                filter,
                order: Some(ActorOrder::Updated),
                rank_text: None,
                window: Window { first: Some(CHANGES), ..Window::default() },
            };
            let page = context.snapshot.actors(&question)?;
            let actors: Vec<ActorNo> = page.edges.into_iter().map(|(_, no)| no).collect();
            let body = render_feed(context, &origin, &query, &actors).into_bytes();
            Ok(Rendered { body, media_type: feed::MEDIA_TYPE, until })
        })
    })
    .await
}

fn render_feed(context: &GetContext<'_>, origin: &str, query: &str, actors: &[ActorNo]) -> String {
    let behind = if query.is_empty() { String::new() } else { format!("?{query}") };
    let addresses = feed::Addresses {
        feed: &format!("{origin}/changes.atom{behind}"),
        page: &format!("{origin}/{behind}"),
        page_of: &|no| cached_get::page_of(origin, context.snapshot, no),
    };
    feed::feed(context.snapshot, actors, &addresses)
}
