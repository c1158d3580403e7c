//! One run over an operation, and the answer made of it.

use std::time::Duration;

use async_graphql::parser::types::OperationType;
use chrono::{DateTime, Utc};
use directory::{MAX_DEMAND_KEYS, Snapshot};
use domain::DemandKey;

use crate::{
    asker::Asker,
    deferred::{DeferredRequests, DeferredResults},
    error::ResolverError,
    exec::{Below, Exec, FieldError, ResponseWriter, TimeBudget, write_root},
    mutation::{Mutation, Performed},
    outcome::{OperationKind, Outcome, with_errors},
    prepared_request::PreparedRequest,
    query::Query,
    query_root::QueryRoot,
    subscription::{Happened, Subscription},
};

/// Room for an answer, so that most never have to move.
const ANSWER_BYTES: usize = 16 * 1024;

/// What an operation is answered from beside the snapshot.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ExecutionContext<'a> {
    /// Who asks.
    pub(crate) asker: Asker<'a>,
    /// What a mutation has done.
    pub(crate) performed: &'a [(String, Result<Performed, ResolverError>)],
    /// The event a subscription tells.
    pub(crate) happened: Option<&'a Happened>,
}

impl<'a> ExecutionContext<'a> {
    /// Nothing but who asks.
    pub(crate) fn new(asker: Asker<'a>) -> Self {
        Self { asker, performed: &[], happened: None }
    }
}

/// One run over a document.
pub(crate) struct Run {
    body: Vec<u8>,
    errors: Vec<FieldError>,
    /// Whether everything is null because a field failed that may not be.
    nulled: bool,
    pub(crate) wanted: DeferredRequests,
    volatile: bool,
    unmet: Vec<DemandKey>,
    /// How long the runs of this operation took until now.
    pub(crate) used: Duration,
    /// Whether that was too long.
    pub(crate) is_over: bool,
    /// Whether the answer grew too large.
    pub(crate) is_full: bool,
}

impl Run {
    /// A run at a time, which may compute as many milliseconds as are allowed less what was used before.
    pub(crate) fn new(
        snapshot: &Snapshot,
        (now, used, allowed_ms): (DateTime<Utc>, Duration, u64),
        request: &PreparedRequest,
        given: ExecutionContext<'_>,
        fetched: &DeferredResults,
    ) -> Self {
        let document = request.document();
        let budget = TimeBudget::new(allowed_ms, used);
        let (requester, time) = (given.asker.requester, (now, &budget));
        let exec = Exec::new(&document.fragments, request.variables(), requester, fetched, time);
        let mut out = ResponseWriter::with_capacity(ANSWER_BYTES);
        out.raw(DATA);
        let written = match request.definition() {
            Some(operation) if operation.node.ty == OperationType::Query => {
                let below = Below::of(&operation.node.selection_set.node);
                write_root(&QueryRoot(Query { snapshot }), &below, &exec, &mut out)
            }
            Some(operation) if operation.node.ty == OperationType::Mutation => {
                exec.mark_volatile();
                let below = Below::of(&operation.node.selection_set.node);
                let ExecutionContext { asker, performed, .. } = given;
                write_root(&Mutation { snapshot, performed, reader: asker.reader }, &below, &exec, &mut out)
            }
            Some(operation) if operation.node.ty == OperationType::Subscription => {
                let below = Below::of(&operation.node.selection_set.node);
                write_root(&Subscription { snapshot, happened: given.happened }, &below, &exec, &mut out)
            }
            // A prepared request has an operation of one of these kinds.
            _ => Err(out.fail(ResolverError::Internal, async_graphql::Pos::default())),
        };
        let (volatile, unmet) = (exec.is_volatile(), exec.take_unmet_demand());
        let wanted = exec.wanted;
        let (body, errors) = out.finish();
        let (used, is_over) = (budget.elapsed(), budget.was_exceeded());
        let is_full = budget.was_filled();
        Self { body, errors, nulled: written.is_err(), wanted, volatile, unmet, used, is_over, is_full }
    }

    pub(crate) fn outcome(mut self, kind: OperationKind) -> Outcome {
        if self.nulled {
            self.body.truncate(DATA.len());
            self.body.extend_from_slice(b"null");
        }
        self.body.push(b'}');
        let has_errors = !self.errors.is_empty();
        if has_errors {
            self.body = with_errors(&self.errors, &self.body);
        }
        let (cacheable, body) = (!self.volatile, self.body.into());
        // Who asks so much at once is a program.
        let is_counted = kind == OperationKind::Query && self.unmet.len() <= MAX_DEMAND_KEYS;
        let unmet = if is_counted { self.unmet } else { Vec::new() };
        Outcome { executed: true, kind: Some(kind), overloaded: false, has_errors, cacheable, unmet, body }
    }
}

/// How an answer begins.
const DATA: &[u8] = b"{\"data\":";
