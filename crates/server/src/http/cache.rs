//! Answers that are asked again: a bounded cache keyed on exactly (request, directory version), the latter with its day
//! and its synonyms.
//!
//! An answer to the public is a function of the two, so nothing is ever stale: an entry of an
//! older version is a miss and is overwritten. Lookups borrow the request's own bytes.

use std::sync::Arc;

use bytes::Bytes;
use foldhash::quality::RandomState;
use metrics::Counter;
use moka::sync::Cache;

use super::cached_response::CachedResponse;

/// One cached answer.
#[derive(Clone, Debug)]
struct CacheEntry {
    version: u128,
    answer: Arc<CachedResponse>,
}

/// The cache in front of the read model.
#[derive(Clone, Debug)]
pub struct AnswerCache {
    cache: Option<Cache<Bytes, CacheEntry, RandomState>>,
    hits: Counter,
    misses: Counter,
}

impl AnswerCache {
    /// A cache of at most `capacity` bytes of requests and answers; 0 keeps nothing. Metrics tell it by
    /// its name.
    pub fn new(name: &'static str, capacity: u64) -> Self {
        let weigh = move |request: &Bytes, entry: &CacheEntry| {
            u32::try_from(request.len() + entry.answer.size() + 200).unwrap_or(u32::MAX)
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
    pub fn get(&self, request: &[u8], version: u128) -> Option<Arc<CachedResponse>> {
        let entry = self.cache.as_ref()?.get(request).filter(|entry| entry.version == version);
        if entry.is_some() { &self.hits } else { &self.misses }.increment(1);
        entry.map(|entry| entry.answer)
    }

    /// Keeps an answer.
    pub fn put(&self, request: Bytes, version: u128, answer: Arc<CachedResponse>) {
        if let Some(cache) = &self.cache {
            cache.insert(request, CacheEntry { version, answer });
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;
    use directory::{Settings, Snapshot};

    use super::*;

    fn answer(body: &'static str) -> Arc<CachedResponse> {
        let snapshot = Snapshot::build(Settings::default(), []).expect("a snapshot");
        Arc::new(CachedResponse::new(StatusCode::OK, body, &snapshot))
    }

    fn body_of(cache: &AnswerCache, version: u128) -> Option<Bytes> {
        cache.get(b"question", version).map(|answer| answer.body.clone())
    }

    #[test]
    fn an_answer_of_an_older_version_is_not_given() {
        let cache = AnswerCache::new("answers", 10_000);
        cache.put(Bytes::from_static(b"question"), 1, answer("old"));
        assert_eq!(body_of(&cache, 1).as_deref(), Some(b"old".as_slice()));
        assert_eq!(body_of(&cache, 2), None);
        cache.put(Bytes::from_static(b"question"), 2, answer("new"));
        assert_eq!(body_of(&cache, 2).as_deref(), Some(b"new".as_slice()));
    }

    #[test]
    fn without_memory_nothing_is_kept() {
        let cache = AnswerCache::new("answers", 0);
        cache.put(Bytes::from_static(b"question"), 1, answer("answer"));
        assert_eq!(body_of(&cache, 1), None);
    }
}
