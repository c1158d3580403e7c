//! One run over an operation, and the answer made of it.

use std::time::Duration;

use async_graphql::parser::types::OperationType;
use chrono::{DateTime, Utc};
use directory::{MAX_DEMAND_KEYS, Snapshot};
use domain::DemandKey;

use crate::{
    engine::{ExecutionContext, OperationKind, Outcome, PreparedRequest},
    error::ResolverError,
    exec::{Below, Exec, FieldError, ResponseWriter, TimeBudget, write_root},
    mutation::Mutation,
    past::{Fetched, Wanted},
    query::{Query, Root},
    subscription::Subscription,
};

/// Room for an answer, so that most never have to move.
const ANSWER_BYTES: usize = 16 * 1024;

/// One run over a document.
pub(crate) struct Run {
    body: Vec<u8>,
    errors: Vec<FieldError>,
    /// Whether everything is null because a field failed that may not be.
    nulled: bool,
    pub(crate) wanted: Wanted,
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
        fetched: &Fetched,
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
                write_root(&Root(Query { snapshot }), &below, &exec, &mut out)
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
        let wanted = exec.wanted.take();
        let (body, errors) = out.finish();
        let (used, is_over) = (budget.used(), budget.was_exceeded());
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

/// Puts errors before the data, where readers see them first (section 7.1 of the specification).
pub(crate) fn with_errors(errors: &[FieldError], answer: &[u8]) -> Vec<u8> {
    let mut body = Vec::with_capacity(answer.len() + 256 * errors.len());
    body.extend_from_slice(b"{\"errors\":[");
    for (at, error) in errors.iter().enumerate() {
        if at > 0 {
            body.push(b',');
        }
        error.write(&mut body);
    }
    body.extend_from_slice(b"],");
    // The answer's own opening bracket stands already.
    body.extend_from_slice(answer.get(1..).unwrap_or_default());
    body
}
