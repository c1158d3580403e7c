//! Counting what one client or one account asks for: so many at once, then evenly over time.
//!
//! The generic cell rate algorithm keeps one number per key: the time at which everything asked so
//! far would have arrived at the allowed rate (ITU-T I.371, annex A).

use std::{
    collections::HashMap,
    hash::{BuildHasher, Hash, RandomState},
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// Keys are spread over this many locks, so that requests seldom wait for each other.
const SHARDS: usize = 16;
/// Keys kept behind one lock. When more than that are active at once the shard starts anew: memory
/// stays bounded, and whoever asks from that many addresses is not held up by counting them anyway.
const KEYS: usize = 8192;

/// Allows so much per key and time.
#[derive(Debug)]
pub struct Limiter<K> {
    shards: [Mutex<HashMap<K, Duration>>; SHARDS],
    hasher: RandomState,
    /// Times are kept since then.
    start: Instant,
    /// What one costs.
    each: Duration,
    /// What may be spent at once.
    per: Duration,
    allowed: u32,
}

impl<K: Eq + Hash> Limiter<K> {
    /// Allows `allowed` at once and as many again, evenly spread, in each time of this length.
    pub fn new(allowed: u32, per: Duration, start: Instant) -> Self {
        let allowed = allowed.max(1);
        Self {
            shards: std::array::from_fn(|_| Mutex::new(HashMap::new())),
            hasher: RandomState::new(),
            start,
            each: per / allowed,
            per,
            allowed,
        }
    }

    /// How many are allowed.
    pub const fn capacity(&self) -> u32 {
        self.allowed
    }

    /// Takes one.
    ///
    /// # Errors
    /// How long to wait for the next.
    pub fn take(&self, key: K, now: Instant) -> Result<(), Duration> {
        let now = now.saturating_duration_since(self.start);
        let shard = usize::try_from(self.hasher.hash_one(&key)).unwrap_or_default() % SHARDS;
        let mut shard = self.shards[shard].lock().unwrap_or_else(PoisonError::into_inner);
        if shard.len() >= KEYS {
            shard.retain(|_, until| *until > now);
            if shard.len() >= KEYS {
                shard.clear();
            }
        }
        let until = shard.entry(key).or_insert(now);
        let after = (*until).max(now) + self.each;
        let ahead = after - now;
        if ahead > self.per {
            return Err(ahead - self.per);
        }
        *until = after;
        Ok(())
    }

    /// Gives one back that turned out not to count.
    pub fn give_back(&self, key: &K) {
        let shard = usize::try_from(self.hasher.hash_one(key)).unwrap_or_default() % SHARDS;
        let mut shard = self.shards[shard].lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(until) = shard.get_mut(key) {
            *until = until.saturating_sub(self.each);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_many_at_once_and_then_one_after_the_other() {
        let start = Instant::now();
        let limiter = Limiter::new(3, Duration::from_secs(60), start);
        for _ in 0..3 {
            assert_eq!(limiter.take("a", start), Ok(()));
        }
        assert_eq!(limiter.take("a", start), Err(Duration::from_secs(20)));
        assert_eq!(limiter.take("b", start), Ok(()), "another key is another's");
        let later = start + Duration::from_secs(20);
        assert_eq!(limiter.take("a", later), Ok(()));
        assert_eq!(limiter.take("a", later), Err(Duration::from_secs(20)));
        let long_after = start + Duration::from_secs(3600);
        assert_eq!((0..4).filter(|_| limiter.take("a", long_after).is_ok()).count(), 3, "nothing is saved up");
    }

    #[test]
    fn what_is_given_back_can_be_taken_again() {
        let start = Instant::now();
        let limiter = Limiter::new(1, Duration::from_secs(60), start);
        for _ in 0..5 {
            assert_eq!(limiter.take("a", start), Ok(()));
            limiter.give_back(&"a");
        }
        assert_eq!(limiter.take("a", start), Ok(()));
        assert!(limiter.take("a", start).is_err());
    }

    #[test]
    fn memory_stays_bounded() {
        let start = Instant::now();
        let limiter = Limiter::new(1, Duration::from_secs(60), start);
        for key in 0..(3 * SHARDS * KEYS) {
            let _ = limiter.take(key, start);
        }
        let kept: usize = limiter.shards.iter().map(|shard| shard.lock().expect("a lock").len()).sum();
        assert!(kept <= SHARDS * KEYS, "{kept}");
    }
}
