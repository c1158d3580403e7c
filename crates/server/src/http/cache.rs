//! Answers that are asked again: a bounded cache keyed on exactly (request, directory version), the latter with its day
//! and its synonyms.
//!
//! An answer to the public is a function of the two, so nothing is ever stale: an entry of an
//! older version is a miss and is overwritten. Lookups borrow the request's own bytes.

use bytes::Bytes;
use foldhash::quality::RandomState;
use metrics::Counter;
use moka::sync::Cache;

/// One cached answer.
#[derive(Clone, Debug)]
struct CacheEntry<T> {
    version: u128,
    answer: T,
}

/// The cache in front of the read model.
#[derive(Clone, Debug)]
pub struct AnswerCache<T: Clone + Send + Sync + 'static> {
    cache: Option<Cache<Bytes, CacheEntry<T>, RandomState>>,
    hits: Counter,
    misses: Counter,
}

impl<T: Clone + Send + Sync + 'static> AnswerCache<T> {
    /// A cache of at most `capacity` bytes of requests and answers; 0 keeps nothing. Metrics tell it by
    /// its name.
    pub fn new(name: &'static str, capacity: u64, size: fn(&T) -> usize) -> Self {
        let weigh = move |request: &Bytes, entry: &CacheEntry<T>| {
            u32::try_from(request.len() + size(&entry.answer) + 200).unwrap_or(u32::MAX)
        };
        let cache = (capacity > 0).then(|| {
            let cache = Cache::builder().max_capacity(capacity).weigher(weigh);
            cache.build_with_hasher(RandomState::default())
        });
        let count =
            |outcome: &'static str| metrics::counter!("bruecke_cache_total", "cache" => name, "outcome" => outcome);
        Self { cache, hits: count("hit"), misses: count("miss") }
    }

    /// The cached answer to this request at this version.
    pub fn get(&self, request: &[u8], version: u128) -> Option<T> {
        let entry = self.cache.as_ref()?.get(request).filter(|entry| entry.version == version);
        if entry.is_some() { &self.hits } else { &self.misses }.increment(1);
        entry.map(|entry| entry.answer)
    }

    /// Keeps an answer.
    pub fn put(&self, request: Bytes, version: u128, answer: T) {
        if let Some(cache) = &self.cache {
            cache.insert(request, CacheEntry { version, answer });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_of_an_older_version_is_not_given() {
        let cache = AnswerCache::new("answers", 10_000, Bytes::len);
        cache.put(Bytes::from_static(b"question"), 1, Bytes::from_static(b"old"));
        assert_eq!(cache.get(b"question", 1), Some(Bytes::from_static(b"old")));
        assert_eq!(cache.get(b"question", 2), None);
        cache.put(Bytes::from_static(b"question"), 2, Bytes::from_static(b"new"));
        assert_eq!(cache.get(b"question", 2), Some(Bytes::from_static(b"new")));
    }

    #[test]
    fn without_memory_nothing_is_kept() {
        let cache = AnswerCache::new("answers", 0, Bytes::len);
        cache.put(Bytes::from_static(b"question"), 1, Bytes::from_static(b"answer"));
        assert_eq!(cache.get(b"question", 1), None);
    }
}
