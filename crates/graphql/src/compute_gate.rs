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

/// The complexity up to which a question is answered where it arrives: a millisecond of computing at most, as
/// `docs/performance.md` has it.
pub(crate) const SMALL_COMPLEXITY: u64 = 2_000;
/// Up to how many bytes a document is read where it arrives.
pub(crate) const SMALL_TEXT: usize = 1_024;
