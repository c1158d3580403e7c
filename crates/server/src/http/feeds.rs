//! `/events.ics` and `/changes.atom`: what is on, and who changed, of everybody whom the filters of the address
//! leave, which are those of the search.

use std::{collections::BTreeSet, sync::Arc};

use axum::{body::Body, extract::State, http::Request, response::Response};
use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use directory::{ActorNo, ActorOrder, ActorQuestion, EventNo, Window};
use formats::{calendar, feed};

use super::reads::{self, Asked, Made, Reading};
use crate::app::App;

/// How many of the next events a calendar has at most.
const EVENTS: usize = 1_000;
/// How many changes a feed has.
const CHANGES: i32 = 50;

/// `/events.ics`: events that start today or later, repeating ones included.
pub async fn events(State(app): State<Arc<App>>, request: Request<Body>) -> Response {
    reads::read(app, request, |reading| {
        let origin = reading.origin();
        reads::kept(reading, &origin, || {
            let asked = reading.asked()?;
            let snapshot = reading.snapshot;
            let today = reading.now.duration_trunc(TimeDelta::days(1)).unwrap_or(reading.now);
            let hosts = snapshot.matching_actors(asked.actor_type, &asked.filter).map_err(reads::not_taken)?;
            let events: BTreeSet<EventNo> = hosts.flat_map(|host| snapshot.events_of(host)).collect();
            let mut dated: Vec<(DateTime<Utc>, EventNo)> =
                events.into_iter().filter_map(|no| Some((snapshot.next_start(no, Some(today))?, no))).collect();
            dated.sort_unstable_by_key(|(start, no)| (*start, snapshot.event(*no).record().id));
            let events: Vec<EventNo> = dated.into_iter().take(EVENTS).map(|(_, no)| no).collect();
            let page_of = |no: EventNo| match snapshot.hosts_of(no).next() {
                Some(host) => reads::page_of(&origin, snapshot, host),
                None => origin.clone(),
            };
            let body = calendar::calendar(snapshot, &events, today, &page_of).into_bytes();
            let until = asked.until.min(today + TimeDelta::days(1));
            Ok(Made { body, media_type: calendar::MEDIA_TYPE, until })
        })
    })
    .await
}

/// `/changes.atom`: the actors that changed last.
pub async fn changes(State(app): State<Arc<App>>, request: Request<Body>) -> Response {
    reads::read(app, request, |reading| {
        let origin = reading.origin();
        reads::kept(reading, &origin, || {
            let Asked { actor_type, filter, query, until } = reading.asked()?;
            let question = ActorQuestion {
                actor_type,
                filter,
                order: Some(ActorOrder::Updated),
                window: Window { first: Some(CHANGES), ..Window::default() },
            };
            let page = reading.snapshot.actors(&question).map_err(reads::not_taken)?;
            let actors: Vec<ActorNo> = page.edges.into_iter().map(|(_, no)| no).collect();
            let body = written(reading, &origin, &query, &actors).into_bytes();
            Ok(Made { body, media_type: feed::MEDIA_TYPE, until })
        })
    })
    .await
}

fn written(reading: &Reading<'_>, origin: &str, query: &str, actors: &[ActorNo]) -> String {
    let behind = if query.is_empty() { String::new() } else { format!("?{query}") };
    let addresses = feed::Addresses {
        feed: &format!("{origin}/changes.atom{behind}"),
        page: &format!("{origin}/{behind}"),
        page_of: &|no| reads::page_of(origin, reading.snapshot, no),
    };
    feed::feed(reading.snapshot, actors, &addresses)
}
