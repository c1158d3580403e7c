//! How much memory answers take that their clients have not taken yet, in all and of each client.
//!
//! An answer of megabytes is soon computed and long in being taken. Whoever asks for many of them and reads none is
//! refused more; who has little waiting is never refused because of others.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use crate::http::client::Client;

/// Answers of all clients together take about so much at most.
const TOTAL_BYTES: usize = 256 << 20;
/// Those of one client.
const CLIENT_BYTES: usize = 64 << 20;
/// With less than this a client is refused nothing.
const SMALL_BYTES: usize = 4 << 20;

/// What waits for whom, bytes. Who speaks for others is `None`.
#[derive(Debug, Default)]
pub(super) struct AnswerMemory(Mutex<AnswerBytes>);

#[derive(Debug, Default)]
struct AnswerBytes {
    total: usize,
    of_client: HashMap<Option<Client>, usize>,
}

impl AnswerMemory {
    /// Whether a client may ask for more; else how many bytes it may have waiting.
    pub(super) fn check_room(&self, client: Option<Client>) -> Result<(), usize> {
        let bytes = self.lock();
        let own = bytes.of_client.get(&client).copied().unwrap_or_default();
        let share = if client.is_some() { CLIENT_BYTES } else { TOTAL_BYTES };
        let is_full = own >= share || (bytes.total >= TOTAL_BYTES && own >= SMALL_BYTES);
        if is_full { Err(share) } else { Ok(()) }
    }

    /// Counts an answer of so many bytes for a client.
    pub(super) fn count(self: &Arc<Self>, client: Option<Client>, bytes: usize) -> AnswerShare {
        if bytes > 0 {
            let mut counted = self.lock();
            counted.total += bytes;
            *counted.of_client.entry(client).or_default() += bytes;
        }
        AnswerShare { memory: Arc::clone(self), client, bytes }
    }

    fn lock(&self) -> MutexGuard<'_, AnswerBytes> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The part of one answer that has not been taken; counted until it is dropped.
#[derive(Debug)]
pub(super) struct AnswerShare {
    memory: Arc<AnswerMemory>,
    client: Option<Client>,
    bytes: usize,
}

impl AnswerShare {
    /// So many bytes of it have been taken.
    pub(super) fn release(&mut self, bytes: usize) {
        let bytes = bytes.min(self.bytes);
        if bytes == 0 {
            return;
        }
        self.bytes -= bytes;
        let mut counted = self.memory.lock();
        counted.total -= bytes;
        if let Some(own) = counted.of_client.get_mut(&self.client) {
            *own -= bytes;
            if *own == 0 {
                counted.of_client.remove(&self.client);
            }
        }
    }
}

impl Drop for AnswerShare {
    fn drop(&mut self) {
        self.release(self.bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(address: &str) -> Option<Client> {
        Some(Client::new(address.parse().expect("an address")))
    }

    #[test]
    fn who_takes_no_answers_is_refused_more_and_others_are_not() {
        let memory = Arc::new(AnswerMemory::default());
        let greedy = client("192.0.2.1");
        let mut first = memory.count(greedy, CLIENT_BYTES);
        assert_eq!(memory.check_room(greedy), Err(CLIENT_BYTES));
        assert_eq!(memory.check_room(client("192.0.2.2")), Ok(()));
        first.release(1);
        assert_eq!(memory.check_room(greedy), Ok(()));

        let many: Vec<AnswerShare> =
            (2..8).map(|last| memory.count(client(&format!("192.0.2.{last}")), CLIENT_BYTES - 1)).collect();
        assert_eq!(memory.check_room(client("192.0.2.2")), Err(CLIENT_BYTES), "all together have too much");
        assert_eq!(memory.check_room(client("192.0.2.99")), Ok(()), "who has nothing waiting is never refused");
        drop((first, many));
        let bytes = memory.lock();
        assert_eq!((bytes.total, bytes.of_client.len()), (0, 0));
    }
}
