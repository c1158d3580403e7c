//! A subscription under way, told event by event.
//!
//! A [`Feed`] remembers only which place in the change log it has told, so any number of events may
//! pass while its reader is slow: nothing is queued and nothing is lost.

use std::sync::Arc;

use async_graphql_value::ConstValue;
use chrono::{DateTime, Utc};
use directory::{Cursor, Snapshot};

use crate::{
    asker::Asker,
    deferred::DeferredResults,
    engine::Engine,
    exec::{Below, Exec, TYPENAME, TimeBudget},
    outcome::{OperationKind, Outcome},
    prepared_request::PreparedRequest,
    request_error::RequestError,
    run::ExecutionContext,
    subscription::{Happened, Subscription},
    types::changes::sequence,
};

/// How many events are told before the reader is asked again whether it still listens.
const TOLD_AT_ONCE: usize = 100;

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
        let refuse = |refusal: &RequestError| Outcome::from_request_error(Some(request.kind()), refusal);
        let Some(operation) = request.definition().filter(|_| request.kind() == OperationKind::Subscription) else {
            return Err(refuse(&RequestError::operation("the operation is no subscription".to_owned())));
        };
        let (fetched, budget) = (DeferredResults::default(), TimeBudget::unlimited());
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
