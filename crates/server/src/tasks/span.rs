//! The span of one run of a background task, for log lines and traces.

use tracing::Span;

/// A run of this task.
pub(super) fn task_span(task: &'static str) -> Span {
    tracing::info_span!("task", task)
}
