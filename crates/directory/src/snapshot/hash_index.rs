//! Numbers by the hash of a key: candidates, which the caller holds against the keys themselves. As
//! the keys lie with the entries anyway, a million take a few bytes each.
//!
//! In two layers: what a snapshot was built with lies in one dense table that all later snapshots
//! share; what came since lies above it in a persistent map. A persistent map alone takes many times
//! the memory, and of a large directory very little changes between two starts.

use std::{
    hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hash},
    sync::Arc,
};

use hashbrown::HashTable;

/// A number with its key's hash, so that the table can grow without asking for keys.
#[derive(Clone, Copy, Debug)]
struct HashEntry {
    hash: u32,
    no: u32,
}

/// Numbers by hash; a clone costs nothing. Nothing is ever taken out: a number whose key has become
/// another is a candidate that does not stand the caller's test.
#[derive(Clone, Debug, Default)]
pub(crate) struct HashIndex {
    base: Arc<HashTable<HashEntry>>,
    since: imbl::HashMap<u32, Arc<[u32]>>,
}

impl HashIndex {
    /// Enters a number under a key. While nobody else has the base, as during the first build, it
    /// grows itself.
    pub(crate) fn add(&mut self, key: &(impl Hash + ?Sized), no: u32) {
        let place = HashEntry { hash: hash(key), no };
        if self.since.is_empty()
            && let Some(base) = Arc::get_mut(&mut self.base)
        {
            base.insert_unique(spread(place.hash), place, |other| spread(other.hash));
            return;
        }
        if !self.candidates(key).any(|other| other == no) {
            let before = self.since.get(&place.hash).map(|numbers| &**numbers).unwrap_or_default();
            let numbers = before.iter().copied().chain([no]).collect();
            self.since.insert(place.hash, numbers);
        }
    }

    /// The numbers that may have a key.
    pub(crate) fn candidates(&self, key: &(impl Hash + ?Sized)) -> impl Iterator<Item = u32> + '_ {
        let hash = hash(key);
        let base = self.base.iter_hash(spread(hash)).filter(move |place| place.hash == hash).map(|place| place.no);
        let since = self.since.get(&hash).map(|numbers| &**numbers).unwrap_or_default();
        base.chain(since.iter().copied())
    }
}

fn hash(key: &(impl Hash + ?Sized)) -> u32 {
    let hash = BuildHasherDefault::<DefaultHasher>::default().hash_one(key);
    (hash >> 32) as u32
}

/// The table takes its places from the low bits and its marks from the high ones (the multiplier is
/// 2^64 over the golden ratio, after Knuth).
fn spread(hash: u32) -> u64 {
    u64::from(hash).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_number_entered_under_a_key_is_among_its_candidates_once(
            steps in proptest::collection::vec((0_u8..20, 0_u32..30, any::<bool>()), 0..80)
        ) {
            let (mut numbers, mut plain) = (HashIndex::default(), std::collections::BTreeSet::new());
            let mut kept = Vec::new();
            for (key, no, keep) in steps {
                if plain.insert((key, no)) {
                    numbers.add(&key, no);
                }
                if keep {
                    kept.push((numbers.clone(), plain.clone()));
                }
            }
            kept.push((numbers, plain));
            for (numbers, plain) in kept {
                for key in 0..20 {
                    let mut found: Vec<u32> = numbers.candidates(&key).collect();
                    found.sort_unstable();
                    let expected: Vec<u32> = plain.range((key, 0)..=(key, u32::MAX)).map(|(_, no)| *no).collect();
                    prop_assert_eq!(found, expected);
                }
            }
        }
    }
}
