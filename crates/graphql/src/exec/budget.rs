//! How long an operation may be computed and how large its answer may grow, looked at while it is.

use std::{
    cell::Cell,
    time::{Duration, Instant},
};

/// How many plain fields are written between two looks at the clock.
const STEPS: u32 = 256;

/// How many bytes an answer may have: a whole city's boundaries fit, and nobody fills the memory by asking for them
/// under many names.
pub(crate) const LARGEST_ANSWER: usize = 16 * 1024 * 1024;

/// The time an operation has in all its rounds together; waiting between them is not computing.
#[derive(Debug)]
pub(crate) struct TimeBudget {
    /// Until when this round may go on; none where nothing bounds it.
    end: Option<Instant>,
    start: Instant,
    used_before: Duration,
    steps: Cell<u32>,
    is_over: Cell<bool>,
    is_full: Cell<bool>,
}

impl TimeBudget {
    /// What is left of so many milliseconds when that much was used in former rounds.
    pub(crate) fn new(allowed_ms: u64, used_before: Duration) -> Self {
        let start = Instant::now();
        let end = start.checked_add(Duration::from_millis(allowed_ms).saturating_sub(used_before));
        Self { end, start, used_before, steps: Cell::new(STEPS), is_over: Cell::new(false), is_full: Cell::new(false) }
    }

    /// All the time there is: for what only reads a document.
    pub(crate) fn unlimited() -> Self {
        Self { end: None, ..Self::new(0, Duration::ZERO) }
    }

    /// Notes a field; whether the time is over. The clock is looked at for each field that may be dear, and for
    /// plain ones now and then.
    pub(crate) fn is_over(&self, may_be_dear: bool) -> bool {
        if self.is_over.get() {
            return true;
        }
        let steps = self.steps.get();
        if steps > 0 && !may_be_dear {
            self.steps.set(steps - 1);
            return false;
        }
        self.steps.set(STEPS);
        self.is_over.set(self.end.is_some_and(|end| Instant::now() > end));
        self.is_over.get()
    }

    /// Notes how many bytes the answer has; whether those are too many.
    pub(crate) fn is_full(&self, bytes: usize) -> bool {
        let is_full = self.end.is_some() && bytes > LARGEST_ANSWER;
        self.is_full.set(self.is_full.get() || is_full);
        self.is_full.get()
    }

    /// Whether the answer had too many bytes.
    pub(crate) fn was_filled(&self) -> bool {
        self.is_full.get()
    }

    /// Whether a look at the clock found the time over.
    pub(crate) fn was_exceeded(&self) -> bool {
        self.is_over.get()
    }

    /// How much was used, former rounds included.
    pub(crate) fn elapsed(&self) -> Duration {
        self.used_before + self.start.elapsed()
    }
}
