//! The change log of a snapshot: of every entity the place of its last change.
//!
//! In two layers, as [`super::numbers`]: what a snapshot was built with is one sorted list that all
//! later snapshots share.

use std::{ops::Bound, sync::Arc};

use imbl::{OrdMap, Vector};

use super::ties::Tie;
use crate::LogEntry;

/// Where the last change of an entity is told.
#[derive(Clone, Copy, Debug)]
pub(crate) enum LogItem {
    Actor(u32),
    Tied(Tie),
    /// Themes, districts, and everything that was taken out: [`LogIndex::entry_at`] by this number.
    Told(u32),
}

/// Items by their place in the log; a clone costs nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct LogIndex {
    base: Arc<Vec<(u64, LogItem)>>,
    /// Until then the base grows in any order.
    is_built: bool,
    /// `None` hides what the base has.
    since: OrdMap<u64, Option<LogItem>>,
    told: Vector<LogEntry>,
    len: usize,
}

impl LogIndex {
    /// Enters an item at a place that is free.
    pub(crate) fn insert(&mut self, sequence: u64, item: LogItem) {
        self.len += 1;
        match Arc::get_mut(&mut self.base) {
            Some(base) if !self.is_built => base.push((sequence, item)),
            _ => {
                self.since.insert(sequence, Some(item));
            }
        }
    }

    /// Enters a change that no entry tells of.
    pub(crate) fn tell(&mut self, entry: LogEntry) {
        let no = u32::try_from(self.told.len()).expect("there are not that many changes in memory");
        self.told.push_back(entry);
        self.insert(entry.sequence, LogItem::Told(no));
    }

    /// A change that no entry tells of.
    pub(crate) fn entry_at(&self, no: u32) -> Option<&LogEntry> {
        self.told.get(no as usize)
    }

    /// Takes out the item of a place that is taken.
    pub(crate) fn remove(&mut self, sequence: u64) {
        self.len -= 1;
        if self.is_built && self.base.binary_search_by_key(&sequence, |(sequence, _)| *sequence).is_err() {
            self.since.remove(&sequence);
        } else {
            self.since.insert(sequence, None);
        }
    }

    /// Puts the base in order, after everything was entered for the first time.
    pub(crate) fn settle(&mut self) {
        if let Some(base) = Arc::get_mut(&mut self.base) {
            base.sort_unstable_by_key(|(sequence, _)| *sequence);
            base.shrink_to_fit();
        }
        self.is_built = true;
    }

    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// The items behind a place, in order.
    pub(crate) fn after(&self, place: Option<u64>) -> impl Iterator<Item = &LogItem> {
        let start = place.map_or(0, |place| self.base.partition_point(|(sequence, _)| *sequence <= place));
        let base = self.base.get(start..).unwrap_or_default();
        let mut old = base.iter().filter(|(sequence, _)| !self.since.contains_key(sequence)).peekable();
        let from = place.map_or(Bound::Unbounded, Bound::Excluded);
        let newer = self.since.range((from, Bound::Unbounded));
        let mut new = newer.filter_map(|(sequence, item)| Some((sequence, item.as_ref()?))).peekable();
        std::iter::from_fn(move || match (old.peek(), new.peek()) {
            (Some((first, _)), Some((second, _))) if first < *second => old.next().map(|(_, item)| item),
            (Some(_), None) => old.next().map(|(_, item)| item),
            _ => new.next().map(|(_, item)| item),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    fn numbers(log: &LogIndex, after: Option<u64>) -> Vec<u32> {
        let number = |item: &LogItem| if let LogItem::Actor(no) = item { *no } else { 0 };
        log.after(after).map(number).collect()
    }

    proptest! {
        #[test]
        fn a_log_reads_as_a_sorted_map_does(
            first in proptest::collection::vec(0_u64..60, 0..30),
            then in proptest::collection::vec((0_u64..60, any::<bool>()), 0..60),
            after in proptest::option::of(0_u64..60),
        ) {
            let (mut log, mut plain) = (LogIndex::default(), BTreeMap::new());
            for sequence in first {
                if plain.insert(sequence, sequence as u32).is_none() {
                    log.insert(sequence, LogItem::Actor(sequence as u32));
                }
            }
            log.settle();
            let kept = (log.clone(), plain.clone());
            for (sequence, add) in then {
                let known = plain.contains_key(&sequence);
                if add && !known {
                    log.insert(sequence, LogItem::Actor(sequence as u32 + 100));
                    plain.insert(sequence, sequence as u32 + 100);
                } else if !add && known {
                    log.remove(sequence);
                    plain.remove(&sequence);
                }
            }
            for (log, plain) in [kept, (log, plain)] {
                prop_assert_eq!(log.len(), plain.len());
                let from = after.map_or(Bound::Unbounded, Bound::Excluded);
                let expected: Vec<u32> = plain.range((from, Bound::Unbounded)).map(|(_, no)| *no).collect();
                prop_assert_eq!(numbers(&log, after), expected);
            }
        }
    }
}
