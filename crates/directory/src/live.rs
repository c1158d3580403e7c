//! The newest snapshot, for everybody who answers questions.

use std::sync::Arc;

use arc_swap::ArcSwap;

use crate::Snapshot;

/// Where the newest snapshot stands. A question loads it once and reads only that one, so its
/// answer is consistent however often the directory changes meanwhile.
#[derive(Debug)]
pub struct Live(ArcSwap<Snapshot>);

impl Live {
    /// Begins with a snapshot.
    pub fn new(snapshot: Arc<Snapshot>) -> Self {
        Self(ArcSwap::new(snapshot))
    }

    /// The newest snapshot.
    pub fn load(&self) -> Arc<Snapshot> {
        self.0.load_full()
    }

    /// Puts a newer snapshot in place; whoever reads the old one keeps it.
    pub fn store(&self, snapshot: Arc<Snapshot>) {
        self.0.store(snapshot);
    }
}
