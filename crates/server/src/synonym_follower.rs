//! The synonyms that questions are read with, as they are now.
//!
//! An editor's change is taken in by the node that took it before the command ends, and by the others after a second:
//! synonyms are no part of the change log, which tells of the directory alone.

use std::{future::Future, pin::Pin, sync::Arc, time::Duration};

use curation::commands::SynonymIndex;
use directory::{Live, Synonyms, interpretation::is_silent};
use store::{Store, StoreError};
use tokio::sync::Mutex;

/// How often it is looked whether another node has taken a change.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Gives the newest snapshot the newest synonyms.
#[derive(Debug)]
pub struct SynonymFollower {
    store: Store,
    live: Arc<Live>,
    refreshing: Mutex<()>,
}

impl SynonymFollower {
    /// Reads the newest synonyms.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub async fn start(store: Store, live: Arc<Live>) -> Result<Arc<Self>, StoreError> {
        let follower = Self { store, live, refreshing: Mutex::new(()) };
        follower.read_newest().await?;
        Ok(Arc::new(follower))
    }

    /// Looks for ever whether another node has taken a change.
    pub async fn keep_looking(self: Arc<Self>) {
        loop {
            tokio::time::sleep(LOOK_EVERY).await;
            match self.store.newest_synonym_number().await {
                Ok(newest) if newest != self.live.load().synonyms().number() => self.refresh().await,
                Ok(_) => {}
                Err(error) => tell(&error),
            }
        }
    }

    async fn read_newest(&self) -> Result<(), StoreError> {
        let _turn = self.refreshing.lock().await;
        let (number, entries) = self.store.synonyms().await?;
        if number != self.live.load().synonyms().number() {
            let entries = entries.into_iter().map(|entry| (entry.table, entry.key, entry.words));
            self.live.store_synonyms(Synonyms::new(number, entries));
        }
        Ok(())
    }
}

fn tell(error: &StoreError) {
    tracing::error!(error = %domain::ErrorChain(error), "the synonyms could not be read; questions are read with those from before");
}

impl SynonymIndex for SynonymFollower {
    fn is_silent(&self, phrase: &str) -> bool {
        is_silent(phrase)
    }

    fn refresh(&self) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        Box::pin(async {
            if let Err(error) = self.read_newest().await {
                tell(&error);
            }
        })
    }
}
