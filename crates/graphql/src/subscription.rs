//! What goes on: the field of `Subscription`, told event by event.
//!
//! A [`Feed`] remembers only which place in the change log it has told, so any number of events may
//! pass while its reader is slow: nothing is queued and nothing is lost.

use std::sync::Arc;

use async_graphql_value::ConstValue;
use chrono::{DateTime, Utc};
use directory::{Cursor, LogEntry, Snapshot};

use crate::{
    engine::{Asker, Engine, ExecutionContext, OperationKind, Outcome, PreparedRequest},
    error::ResolverError,
    exec::{Below, Exec, Output, TYPENAME, TimeBudget, object},
    past::Fetched,
    request_error::RequestError,
    schema::type_registry::{RootType, TypeRegistry},
    types::{
        changes::{ChangeView, sequence},
        connection::ConnectionEdge,
    },
};

/// How many events are told before the reader is asked again whether it still listens.
const TOLD_AT_ONCE: usize = 100;

/// A change with its place.
#[derive(Clone, Debug)]
pub(crate) struct Happened {
    cursor: Cursor,
    entry: LogEntry,
}

/// The root of what goes on, at one event.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Subscription<'s> {
    /// A snapshot that has the event.
    pub(crate) snapshot: &'s Snapshot,
    /// The event; none while only the arguments are read.
    pub(crate) happened: Option<&'s Happened>,
}

impl RootType for Subscription<'_> {
    const NAME: &'static str = "Subscription";

    fn register(registry: &mut TypeRegistry<'_>) -> String {
        Self::type_ref(registry)
    }
}

impl<'s> Subscription<'s> {
    fn change(self) -> Result<ConnectionEdge<'s, ChangeView<'s>>, ResolverError> {
        let Happened { cursor, entry } = self.happened.ok_or(ResolverError::Internal)?;
        Ok(ConnectionEdge { cursor, node: ChangeView::new(self.snapshot, *entry) })
    }
}

object! {
    /// What goes on being told, over the WebSocket at `/graphql/ws` (graphql-transport-ws). What is told is what
    /// the public may see, whoever listens.
    "Subscription" ['s] Subscription<'s>, implements [], |this, call|
    /// Changes as they become visible, oldest first, what was taken out included. Keep the cursor of the last
    /// one: with it in `after` nothing is missed, however long the line was down. Of several changes of
    /// one entity only the last may be told.
    changes(
        /// Behind this cursor; from now on where nothing is said.
        after: Option<String>
    ): ConnectionEdge<'s, ChangeView<'s>> => this.change()?,
}

/// A subscription under way.
#[derive(Clone, Debug)]
pub struct Feed {
    request: PreparedRequest,
    told: u64,
}

impl Engine {
    /// Begins a subscription.
    ///
    /// # Errors
    /// The [`Outcome`] of a request that is refused: it is none, asks for more than one thing, or names a
    /// place in the log that is none.
    pub fn subscribe(
        &self,
        snapshot: &Snapshot,
        now: DateTime<Utc>,
        request: PreparedRequest,
    ) -> Result<Feed, Outcome> {
        let refuse = |refusal: &RequestError| Outcome::refused(Some(request.kind()), refusal);
        let Some(operation) = request.definition().filter(|_| request.kind() == OperationKind::Subscription) else {
            return Err(refuse(&RequestError::operation("the operation is no subscription".to_owned())));
        };
        let (fetched, budget) = (Fetched::default(), TimeBudget::unlimited());
        let exec =
            Exec::new(request.fragments(), request.variables(), Asker::PUBLIC.requester, &fetched, (now, &budget));
        let below = Below::of(&operation.node.selection_set.node);
        let fields = below.fields(&Subscription { snapshot, happened: None }, &exec);
        // Section 5.2.4.1 of the specification.
        let [field] = fields else {
            let message = format!("a subscription asks for one field, and this one for {}", fields.len());
            return Err(refuse(&RequestError::operation(message)));
        };
        if field.number == TYPENAME {
            return Err(refuse(&RequestError::operation("a subscription does not ask for __typename".to_owned())));
        }
        let told = match field.argument("after") {
            Some(ConstValue::String(cursor)) => {
                sequence(cursor).map_err(|error| refuse(&RequestError::variable(error.to_string(), field.position)))?
            }
            _ => snapshot.version(),
        };
        Ok(Feed { request, told })
    }

    /// The answers to what has happened since the last time, the oldest first; empty when nothing has.
    /// After as many as are told at once there may be more.
    pub async fn tell(&self, feed: &mut Feed, snapshot: &Arc<Snapshot>, now: DateTime<Utc>) -> Vec<Outcome> {
        let mut told = Vec::new();
        for entry in snapshot.changes(Some(feed.told), TOLD_AT_ONCE) {
            let happened = Happened { cursor: Cursor::new(entry.sequence.to_string()), entry };
            let given = ExecutionContext { happened: Some(&happened), ..ExecutionContext::new(Asker::PUBLIC) };
            told.push(self.write(snapshot, now, &feed.request, given).await);
            feed.told = entry.sequence;
        }
        told
    }
}
