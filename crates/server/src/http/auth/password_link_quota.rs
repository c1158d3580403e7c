//! How many links for a forgotten password are sent: for one client, so that nobody floods others with mail, and to
//! one address, so that nobody is flooded.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::http::{client::Client, limiter::Limiter};

const HOUR: Duration = Duration::from_secs(3600);
const PER_CLIENT: u32 = 10;
const PER_ADDRESS: u32 = 3;
/// So many mails are on their way at once.
const AT_ONCE: usize = 16;

/// The counts, in the memory of this node.
#[derive(Debug)]
pub struct PasswordLinkQuota {
    clients: Limiter<Client>,
    addresses: Limiter<String>,
    sending: Arc<Semaphore>,
}

impl PasswordLinkQuota {
    /// Counts from now on.
    pub fn new(now: Instant) -> Self {
        Self {
            clients: Limiter::new(PER_CLIENT, HOUR, now),
            addresses: Limiter::new(PER_ADDRESS, HOUR, now),
            sending: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }

    /// Counts a request of a client.
    ///
    /// # Errors
    /// How long to wait, where there were too many.
    pub fn take(&self, client: Client) -> Result<(), Duration> {
        self.clients.take(client, Instant::now()).inspect_err(|_| {
            metrics::counter!("bruecke_refused_total", "limit" => "password-links").increment(1);
        })
    }

    /// The turn to send to an address; `None` where enough was sent to it or is being sent. The asker is not told:
    /// the answer is the same for every address.
    pub fn begin(&self, address: &str) -> Option<OwnedSemaphorePermit> {
        let address: String = address.trim().to_lowercase().chars().take(254).collect();
        let turn = Arc::clone(&self.sending).try_acquire_owned().ok()?;
        self.addresses.take(address, Instant::now()).ok()?;
        Some(turn)
    }
}
