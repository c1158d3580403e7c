//! Keeps the files of the database free of erased values: whatever was erased or purged, here or on
//! another node, leaves them as soon as nobody reads it any more.

use std::time::Duration;

use store::{Scrub, Store};
use tracing::Instrument;

use super::span::task_span;

/// How often to look whether something was erased.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How long to wait after an attempt that others were in the way of.
const PAUSE: Duration = Duration::from_secs(5);

/// Scrubs for ever.
pub(super) async fn keep_scrubbing(store: Store) {
    loop {
        let pause = match scrub(&store).await {
            Ok(Some(Scrub::Clean)) => {
                tracing::info!("what was erased is out of the database's files");
                LOOK_EVERY
            }
            Ok(Some(Scrub::Waiting)) => {
                tracing::info!("what was erased stays in free space of the database's files while others read");
                PAUSE
            }
            Ok(None) => LOOK_EVERY,
            Err(error) => {
                tracing::warn!(error = %domain::ErrorChain(&error), "what was erased is still in the database's files");
                PAUSE
            }
        };
        tokio::time::sleep(pause).await;
    }
}

/// Scrubs once; `None` where nothing was erased.
async fn scrub(store: &Store) -> Result<Option<Scrub>, store::StoreError> {
    if !store.needs_scrub().await? {
        return Ok(None);
    }
    store.scrub().instrument(task_span("erasure")).await.map(Some)
}
