//! The newest snapshot, for everybody who answers questions.

use std::sync::{Arc, Mutex, PoisonError};

use arc_swap::ArcSwap;

use crate::{Snapshot, Synonyms};

/// Where the newest snapshot stands. A question loads it once and reads only that one, so its
/// answer is consistent however often the directory changes meanwhile.
///
/// Synonyms come another way than facts: whichever changes, the newest of both are together.
#[derive(Debug)]
pub struct Live {
    snapshot: ArcSwap<Snapshot>,
    /// Those every snapshot is given; locked while one is put in place.
    synonyms: Mutex<Arc<Synonyms>>,
}

impl Live {
    /// Begins with a snapshot.
    pub fn new(snapshot: Arc<Snapshot>) -> Self {
        let synonyms = Mutex::new(Arc::clone(snapshot.synonyms()));
        Self { snapshot: ArcSwap::new(snapshot), synonyms }
    }

    /// The newest snapshot.
    pub fn load(&self) -> Arc<Snapshot> {
        self.snapshot.load_full()
    }

    /// Puts a newer snapshot in place, with the newest synonyms; whoever reads the old one keeps it.
    pub fn store(&self, snapshot: Arc<Snapshot>) {
        let synonyms = self.synonyms.lock().unwrap_or_else(PoisonError::into_inner);
        let is_newest = Arc::ptr_eq(snapshot.synonyms(), &synonyms);
        self.snapshot.store(if is_newest { snapshot } else { Arc::new(snapshot.with_synonyms(Arc::clone(&synonyms))) });
    }

    /// Gives this snapshot and all that follow other synonyms.
    pub fn store_synonyms(&self, newest: Synonyms) {
        let mut synonyms = self.synonyms.lock().unwrap_or_else(PoisonError::into_inner);
        *synonyms = Arc::new(newest);
        self.snapshot.store(Arc::new(self.load().with_synonyms(Arc::clone(&synonyms))));
    }
}
