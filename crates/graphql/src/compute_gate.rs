//! The gate that passes whatever takes long to compute; whoever serves gives one.

/// Where a question is computed that takes longer than a moment, so that short ones do not wait behind it.
pub trait ComputeGate: Send + Sync {
    /// Does the work, when its turn comes.
    ///
    /// # Errors
    /// [`Overloaded`] when too much waits already; nothing was done then.
    fn compute(&self, work: &mut (dyn FnMut() + Send)) -> Result<(), Overloaded>;
}

/// There is more to compute than the machine does in a reasonable time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overloaded;

/// Computes at once, where it is asked for.
pub(crate) struct OpenGate;

impl ComputeGate for OpenGate {
    fn compute(&self, work: &mut (dyn FnMut() + Send)) -> Result<(), Overloaded> {
        work();
        Ok(())
    }
}

/// The actors for which fields are priced: at more of them, what walks over all takes longer than its price says.
const PRICED_ACTORS: usize = 10_000;
/// The complexity up to which a question is answered where it arrives at so many actors: a millisecond of computing at
/// most, as `docs/performance.md` has it.
const SMALL_COMPLEXITY: u64 = 2_000;
/// From so many actors on it is lowered no further: a page of twenty with what belongs to each stays small.
const MOST_ACTORS: usize = 40_000;

/// The same for a directory of so many actors.
pub(crate) fn small_complexity(actors: usize) -> u64 {
    SMALL_COMPLEXITY * PRICED_ACTORS as u64 / actors.clamp(PRICED_ACTORS, MOST_ACTORS) as u64
}

/// Up to how many bytes a document is read where it arrives.
pub(crate) const SMALL_TEXT: usize = 1_024;
