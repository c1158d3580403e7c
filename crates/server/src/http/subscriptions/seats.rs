//! How many may listen at once, in all and from one client.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use axum::http::StatusCode;

use super::{Client, Refusal};

/// Connections of one client. The machine itself may have all: a proxy may stand there.
const PER_CLIENT: usize = 50;

/// The places of all who listen.
#[derive(Debug)]
pub struct Seats {
    taken: Mutex<HashMap<Client, usize>>,
    total: usize,
}

/// The place of one connection, free again when dropped.
#[derive(Debug)]
pub(super) struct Seat {
    seats: Arc<Seats>,
    client: Client,
}

impl Seats {
    /// So many in all.
    pub fn new(total: usize) -> Arc<Self> {
        Arc::new(Self { taken: Mutex::default(), total })
    }

    /// Takes a place.
    ///
    /// # Errors
    /// 503 when all are taken, 429 when this client has its share.
    pub(super) fn take(self: &Arc<Self>, client: Client) -> Result<Seat, Refusal> {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let all: usize = taken.values().sum();
        if all >= self.total {
            return Err(refuse(StatusCode::SERVICE_UNAVAILABLE, &format!("{} may listen at once", self.total)));
        }
        let own = taken.entry(client).or_default();
        if *own >= PER_CLIENT && !client.is_local() {
            let rule = format!("one client may have {PER_CLIENT} connections");
            return Err(refuse(StatusCode::TOO_MANY_REQUESTS, &rule));
        }
        *own += 1;
        metrics::gauge!("bruecke_subscribers").set((all + 1) as f64);
        Ok(Seat { seats: Arc::clone(self), client })
    }
}

fn refuse(status: StatusCode, rule: &str) -> Refusal {
    metrics::counter!("bruecke_refused_total", "limit" => "subscribers").increment(1);
    Refusal::new(status, "LIMIT_SUBSCRIBERS", format!("{rule}; try again later, or ask for changes by POST"))
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut taken = self.seats.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = taken.get_mut(&self.client) {
            *own -= 1;
            if *own == 0 {
                taken.remove(&self.client);
            }
        }
        metrics::gauge!("bruecke_subscribers").set(taken.values().sum::<usize>() as f64);
    }
}
