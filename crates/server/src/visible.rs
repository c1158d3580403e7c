//! When what somebody wrote can be read: once the follower has taken it in.

use std::{sync::Arc, time::Duration};

use directory::{BoxFuture, Live, Snapshot};
use graphql::Visible;
use tokio::sync::watch;

use crate::readiness::Readiness;

/// How long a change may take to be seen. It is written by then: whoever made it is told so from the
/// record, and sees it in the directory a little later.
const PATIENCE: Duration = Duration::from_secs(5);

/// The snapshot and how far it has come.
#[derive(Clone, Debug)]
pub struct Followed {
    /// The newest snapshot.
    pub live: Arc<Live>,
    /// The place in the change log up to which changes are visible in it.
    pub reached: watch::Receiver<u64>,
    /// Told what was not seen in time.
    pub readiness: Arc<Readiness>,
}

impl Followed {
    async fn wait(&self, sequence: u64) -> Arc<Snapshot> {
        let mut reached = self.reached.clone();
        let seen = tokio::time::timeout(PATIENCE, reached.wait_for(|reached| *reached >= sequence)).await;
        if !matches!(seen, Ok(Ok(_))) {
            self.readiness.expect_change(sequence);
            tracing::warn!(change.sequence = sequence, "a change is written and not yet to be seen");
        }
        self.live.load()
    }
}

impl Visible for Followed {
    fn after(&self, sequence: u64) -> BoxFuture<'_, Arc<Snapshot>> {
        Box::pin(self.wait(sequence))
    }
}
