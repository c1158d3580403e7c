//! The span of a transaction.

use std::sync::OnceLock;

use tracing::{Span, field};

/// Lasts as long as the transaction, for log lines and traces, and tells how it ended.
#[derive(Debug)]
pub(super) struct TransactionSpan {
    span: Span,
    outcome: OnceLock<&'static str>,
}

impl TransactionSpan {
    /// Begins with what the transaction writes.
    pub(super) fn new(writes: &'static str) -> Self {
        let span = tracing::info_span!("transaction", writes, outcome = field::Empty);
        Self { span, outcome: OnceLock::new() }
    }

    /// The span itself.
    pub(super) const fn span(&self) -> &Span {
        &self.span
    }

    /// Says how the transaction ended; the first word counts.
    pub(super) fn end(&self, outcome: &'static str) {
        let _ = self.outcome.set(outcome);
    }
}

impl Drop for TransactionSpan {
    fn drop(&mut self) {
        self.span.record("outcome", self.outcome.get().copied().unwrap_or("undone"));
    }
}
