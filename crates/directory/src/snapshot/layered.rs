//! A map in two layers: what a snapshot was built with lies in one dense table that all later
//! snapshots share; what came since lies above it in a persistent map.
//!
//! A persistent map alone takes about five times the memory of a dense one, and of a large directory
//! very little changes between two starts.

use std::{borrow::Borrow, collections::HashMap, hash::Hash, sync::Arc};

/// Values by key; a clone costs nothing.
#[derive(Debug)]
pub(crate) struct Layered<K, V> {
    base: Arc<HashMap<K, V>>,
    /// `None` hides what the base has.
    since: imbl::HashMap<K, Option<V>>,
}

impl<K: Clone, V: Clone> Clone for Layered<K, V> {
    fn clone(&self) -> Self {
        Self { base: Arc::clone(&self.base), since: self.since.clone() }
    }
}

impl<K, V> Default for Layered<K, V> {
    fn default() -> Self {
        Self { base: Arc::default(), since: imbl::HashMap::new() }
    }
}

impl<K: Clone + Eq + Hash, V: Clone> Layered<K, V> {
    pub(crate) fn get<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        match self.since.get(key) {
            Some(newer) => newer.as_ref(),
            None => self.base.get(key),
        }
    }

    /// While nobody else has the base, as during the first build, it grows itself.
    pub(crate) fn insert(&mut self, key: K, value: V) {
        match Arc::get_mut(&mut self.base) {
            Some(base) if self.since.is_empty() => {
                base.insert(key, value);
            }
            _ => {
                self.since.insert(key, Some(value));
            }
        }
    }

    pub(crate) fn remove<Q: Eq + Hash + ?Sized>(&mut self, key: &Q)
    where
        K: Borrow<Q>,
    {
        match Arc::get_mut(&mut self.base) {
            Some(base) if self.since.is_empty() => {
                base.remove(key);
            }
            _ => match self.base.get_key_value(key) {
                Some((key, _)) => {
                    self.since.insert(key.clone(), None);
                }
                None => {
                    self.since.remove(key);
                }
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_layered_map_answers_as_a_plain_one_and_clones_keep_what_they_had(
            steps in proptest::collection::vec((0_u8..20, proptest::option::of(0_u8..50), any::<bool>()), 0..80)
        ) {
            let (mut layered, mut plain) = (Layered::<u8, u8>::default(), HashMap::new());
            let mut kept = Vec::new();
            for (key, value, keep) in steps {
                match value {
                    Some(value) => { layered.insert(key, value); plain.insert(key, value); }
                    None => { layered.remove(&key); plain.remove(&key); }
                }
                if keep {
                    kept.push((layered.clone(), plain.clone()));
                }
            }
            kept.push((layered, plain));
            for (layered, plain) in kept {
                for key in 0..20 {
                    prop_assert_eq!(layered.get(&key), plain.get(&key));
                }
            }
        }
    }
}
