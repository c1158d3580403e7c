//! How many of something there may be at once, in all and of one client: connections, and those that listen for
//! changes.

use std::{
    collections::HashMap,
    num::NonZeroUsize,
    sync::{Arc, Mutex, PoisonError},
};

use thiserror::Error;

use crate::http::client::Client;

/// How many there may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SlotLimits {
    /// Of all clients together.
    pub total: usize,
    /// Of one client.
    pub per_client: usize,
    /// Of the machine itself.
    pub per_local: usize,
}

impl SlotLimits {
    /// `total` in all, and of one client as many as said. Where nothing is said it is `usual`, but never more than a
    /// quarter; and half for the machine itself, where a proxy that nobody has named may stand for everybody.
    pub fn new(total: usize, per_client: Option<NonZeroUsize>, usual: usize) -> Self {
        let per_client = per_client.map(NonZeroUsize::get);
        let usual = usual.min(total / 4).max(1);
        let per_local = per_client.unwrap_or_else(|| usual.max(total / 2));
        Self { total, per_client: per_client.unwrap_or(usual), per_local }
    }
}

/// Why there is no slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SlotError {
    /// All are taken.
    #[error("all {0} are taken")]
    Total(usize),
    /// This client has its share.
    #[error("one client may have {0}")]
    PerClient(usize),
}

#[derive(Debug, Default)]
struct SlotCounts {
    total: usize,
    of_client: HashMap<Client, usize>,
}

/// Slots that are taken and given back.
#[derive(Debug)]
pub struct ClientSlots {
    taken: Mutex<SlotCounts>,
    limits: SlotLimits,
    gauge: metrics::Gauge,
}

/// A slot that is taken; free again when dropped.
#[derive(Debug)]
pub struct SlotGuard {
    slots: Arc<ClientSlots>,
    client: Option<Client>,
}

impl ClientSlots {
    /// So many slots; `gauge` tells how many are taken.
    pub fn new(limits: SlotLimits, gauge: metrics::Gauge) -> Arc<Self> {
        gauge.set(0.0);
        Arc::new(Self { taken: Mutex::default(), limits, gauge })
    }

    /// Takes a slot. A proxy that speaks for others has no share of its own: it is no client.
    ///
    /// # Errors
    /// [`SlotError`] when there is none.
    pub fn take(self: &Arc<Self>, client: Option<Client>) -> Result<SlotGuard, SlotError> {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if taken.total >= self.limits.total {
            return Err(SlotError::Total(self.limits.total));
        }
        if let Some(client) = client {
            let share = if client.is_local() { self.limits.per_local } else { self.limits.per_client };
            let own = taken.of_client.entry(client).or_default();
            if *own >= share {
                return Err(SlotError::PerClient(share));
            }
            *own += 1;
        }
        taken.total += 1;
        self.gauge.set(taken.total as f64);
        Ok(SlotGuard { slots: Arc::clone(self), client })
    }
}

impl ClientSlots {
    /// Whether more than three quarters are taken.
    pub fn are_scarce(&self) -> bool {
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        taken.total > self.limits.total / 4 * 3
    }
}

impl Drop for SlotGuard {
    fn drop(&mut self) {
        let mut taken = self.slots.taken.lock().unwrap_or_else(PoisonError::into_inner);
        taken.total -= 1;
        if let Some(client) = self.client
            && let Some(own) = taken.of_client.get_mut(&client)
        {
            *own -= 1;
            if *own == 0 {
                taken.of_client.remove(&client);
            }
        }
        self.slots.gauge.set(taken.total as f64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(address: &str) -> Option<Client> {
        Some(Client::new(address.parse().expect("an address")))
    }

    #[test]
    fn one_client_cannot_take_all_and_what_is_dropped_is_free() {
        let slots = ClientSlots::new(SlotLimits::new(8, None, 50), metrics::Gauge::noop());
        let mut taken: Vec<SlotGuard> = (0..2).map(|_| slots.take(client("192.0.2.1")).expect("a slot")).collect();
        assert_eq!(slots.take(client("192.0.2.1")).err(), Some(SlotError::PerClient(2)));
        taken.extend((0..4).map(|_| slots.take(client("127.0.0.1")).expect("a slot")));
        assert_eq!(slots.take(client("127.0.0.1")).err(), Some(SlotError::PerClient(4)), "the machine itself has half");
        taken.extend((0..2).map(|_| slots.take(None).expect("a slot")));
        assert_eq!(slots.take(client("192.0.2.2")).err(), Some(SlotError::Total(8)));
        taken.remove(0);
        assert!(slots.take(client("192.0.2.1")).is_ok());
        drop(taken);
        let taken = slots.taken.lock().expect("a lock");
        assert_eq!((taken.total, taken.of_client.len()), (0, 0));
    }

    #[test]
    fn a_share_that_is_said_holds_for_the_machine_itself_too() {
        let limits = |total, said: Option<usize>| {
            let limits = SlotLimits::new(total, said.and_then(NonZeroUsize::new), 50);
            (limits.per_client, limits.per_local)
        };
        assert_eq!(limits(1000, None), (50, 500));
        assert_eq!(limits(1000, Some(7)), (7, 7));
        assert_eq!(limits(1, None), (1, 1));
    }
}
