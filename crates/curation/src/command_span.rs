//! The span of a command, for log lines and traces: its name and how it ended, and nothing of what it was told.

use tracing::{Instrument, field};

use crate::CurationError;

/// Runs a command in a span of its name.
///
/// # Errors
/// Those of the command.
pub async fn command<T>(
    name: &'static str,
    run: impl Future<Output = Result<T, CurationError>>,
) -> Result<T, CurationError> {
    let span = tracing::info_span!("command", name, outcome = field::Empty);
    // What runs is large; whoever calls a command need not be.
    let result = Box::pin(run.instrument(span.clone())).await;
    let outcome = match &result {
        Ok(_) => "done",
        Err(CurationError::Refused(_)) => "refused",
        Err(_) => "failed",
    };
    span.record("outcome", outcome);
    result
}
