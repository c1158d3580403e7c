//! Invitations and links for a password that have ended are forgotten, while the service runs.

use std::time::Duration;

use curation::accounts::Accounts;
use tracing::Instrument;

use super::span::task_span;

const EVERY: Duration = Duration::from_secs(3600);

/// Forgets what has ended, now and each hour.
pub(super) async fn keep_forgetting(accounts: Accounts) {
    let mut hours = tokio::time::interval(EVERY);
    loop {
        hours.tick().await;
        match accounts.forget_ended_links().instrument(task_span("account-links")).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(links.ended = count, "links of accounts that had ended were forgotten"),
            Err(error) => {
                tracing::error!(error = %domain::ErrorChain(&error), "links of accounts could not be forgotten");
            }
        }
    }
}
