//! An order: numbers in the order of their keys, in shared chunks, each with a label that grows
//! along the order.
//!
//! The labels (order maintenance, after Dietz and Sleator 1987, in its simplest form) make two
//! entries comparable without looking at their keys, so a small set is put in order by its labels
//! alone, and a large one by walking the chunks. A new entry takes the middle of its neighbours'
//! labels; when there is no room between them all labels are given anew.
//!
//! Where an order was that of the numbers when it was made, only what was put in since strays from
//! it, and a set of numbers is in order as it is (`slices.rs`).

use std::{cmp::Ordering, sync::Arc};

use roaring::RoaringBitmap;

use super::column::DenseColumn;

const CHUNK: usize = 512;
const SPACING: u64 = 1 << 40;
const MIDDLE: u64 = 1 << 63;
/// So many strays are never too many.
const FEW_STRAYS: u64 = 64;
/// Behind every label.
pub(crate) const END: u64 = u64::MAX;

/// Numbers in the order of their keys.
#[derive(Clone, Debug)]
pub(crate) struct OrderedIndex {
    chunks: Arc<Vec<Arc<Vec<u32>>>>,
    labels: DenseColumn<u64>,
    len: usize,
    /// The numbers that do not stand in the order of the numbers; `None` where most do not.
    strays: Option<RoaringBitmap>,
}

/// A place in an order, from its front to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct OrderPosition {
    chunk: usize,
    at: usize,
}

impl OrderPosition {
    pub(crate) const FRONT: Self = Self { chunk: 0, at: 0 };
}

impl OrderedIndex {
    /// An order of numbers that are sorted already.
    pub(crate) fn new(sorted: &[u32]) -> Self {
        let chunks = sorted.chunks(CHUNK).map(|chunk| Arc::new(chunk.to_vec())).collect();
        let strays = sorted.is_sorted().then(RoaringBitmap::new);
        let mut order = Self { chunks: Arc::new(chunks), labels: DenseColumn::new(END), len: sorted.len(), strays };
        order.relabel();
        order
    }

    pub(crate) fn label(&self, no: u32) -> u64 {
        self.labels.get(no)
    }

    /// The numbers that do not stand in the order of the numbers; `None` where most do not.
    pub(super) fn strays(&self) -> Option<&RoaringBitmap> {
        self.strays.as_ref()
    }

    /// How many numbers are in.
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// Behind the greatest number that was ever in.
    pub(super) fn bound(&self) -> usize {
        self.labels.len()
    }

    /// The place behind every entry.
    pub(crate) fn end(&self) -> OrderPosition {
        OrderPosition { chunk: self.chunks.len(), at: 0 }
    }

    /// The label at a place; [`END`] behind the last.
    pub(crate) fn label_at(&self, spot: OrderPosition) -> u64 {
        self.chunks.get(spot.chunk).and_then(|chunk| chunk.get(spot.at)).map_or(END, |no| self.labels.get(*no))
    }

    /// The first place whose entry is not before, where `before` tells it for a number and holds
    /// for a front part of the order only.
    pub(crate) fn seek(&self, before: impl Fn(u32) -> bool) -> OrderPosition {
        let chunk = self.chunks.partition_point(|chunk| chunk.last().is_some_and(|no| before(*no)));
        match self.chunks.get(chunk) {
            None => self.end(),
            Some(inside) => OrderPosition { chunk, at: inside.partition_point(|no| before(*no)) },
        }
    }

    /// Every number from a place on.
    pub(crate) fn from(&self, spot: OrderPosition) -> impl Iterator<Item = u32> + '_ {
        let first = self.chunks.get(spot.chunk).map(|chunk| &chunk[spot.at..]).unwrap_or_default();
        let rest = self.chunks.get(spot.chunk + 1..).unwrap_or_default();
        first.iter().chain(rest.iter().flat_map(|chunk| chunk.iter())).copied()
    }

    /// Every number before a place, backwards.
    pub(crate) fn back_from(&self, spot: OrderPosition) -> impl Iterator<Item = u32> + '_ {
        let last = self.chunks.get(spot.chunk).map(|chunk| &chunk[..spot.at]).unwrap_or_default();
        let rest = &self.chunks[..spot.chunk.min(self.chunks.len())];
        last.iter().rev().chain(rest.iter().rev().flat_map(|chunk| chunk.iter().rev())).copied()
    }

    /// Puts a number in; `compare` compares a number that is in already with the new one.
    pub(crate) fn insert(&mut self, no: u32, compare: impl Fn(u32) -> Ordering) {
        let spot = self.seek(|other| compare(other) == Ordering::Less);
        let after = self.label_at(spot);
        let before = self.back_from(spot).next().map(|other| self.labels.get(other));
        let chunks = Arc::make_mut(&mut self.chunks);
        match chunks.get_mut(spot.chunk) {
            Some(chunk) => Arc::make_mut(chunk).insert(spot.at, no),
            None => match chunks.last_mut() {
                Some(last) => Arc::make_mut(last).push(no),
                None => chunks.push(Arc::new(vec![no])),
            },
        }
        let touched = spot.chunk.min(chunks.len() - 1);
        if chunks[touched].len() > 2 * CHUNK {
            let behind = Arc::make_mut(&mut chunks[touched]).split_off(CHUNK);
            chunks.insert(touched + 1, Arc::new(behind));
        }
        self.len += 1;
        self.strays = self.strays.take().filter(|strays| strays.len() < self.len as u64 / 8 + FEW_STRAYS);
        if let Some(strays) = &mut self.strays {
            strays.insert(no);
        }
        match between(before, (after != END).then_some(after)) {
            Some(label) => self.labels.set(no, label),
            None => self.relabel(),
        }
    }

    /// Takes a number out, if it is in.
    pub(crate) fn remove(&mut self, no: u32) {
        let label = self.labels.get(no);
        if label == END {
            return;
        }
        let spot = self.seek(|other| self.labels.get(other) < label);
        let chunks = Arc::make_mut(&mut self.chunks);
        Arc::make_mut(&mut chunks[spot.chunk]).remove(spot.at);
        if chunks[spot.chunk].is_empty() {
            chunks.remove(spot.chunk);
        }
        self.labels.set(no, END);
        self.len -= 1;
        if let Some(strays) = &mut self.strays {
            strays.remove(no);
        }
    }

    fn relabel(&mut self) {
        let count = self.len as u64;
        let spacing = SPACING.min((1 << 62) / (count + 1));
        let mut label = MIDDLE - count / 2 * spacing;
        for chunk in self.chunks.iter() {
            for no in chunk.iter() {
                self.labels.set(*no, label);
                label += spacing;
            }
        }
    }
}

/// A label between two neighbours, `None` when there is no room.
fn between(before: Option<u64>, after: Option<u64>) -> Option<u64> {
    match (before, after) {
        (None, None) => Some(MIDDLE),
        (Some(before), None) => before.checked_add(SPACING).filter(|label| *label < END),
        (None, Some(after)) => after.checked_sub(SPACING),
        (Some(before), Some(after)) => (after - before > 1).then(|| before + (after - before) / 2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers ordered by themselves, put in one by one.
    fn grown(numbers: impl IntoIterator<Item = u32>) -> OrderedIndex {
        let mut order = OrderedIndex::new(&[]);
        for no in numbers {
            order.insert(no, |other| other.cmp(&no));
        }
        order
    }

    fn all(order: &OrderedIndex) -> Vec<u32> {
        order.from(OrderPosition::FRONT).collect()
    }

    #[test]
    fn an_order_that_grows_anywhere_stays_in_order_with_growing_labels() {
        let inwards = (0..2_000_u32).flat_map(|no| [no, 9_999 - no]);
        let order = grown(inwards.chain((2_000..3_000).rev()));
        assert!(all(&order).is_sorted() && all(&order).len() == 5_000);
        assert!(order.from(OrderPosition::FRONT).map(|no| order.label(no)).is_sorted());
        assert!(order.back_from(order.end()).eq(all(&order).into_iter().rev()));
    }

    #[test]
    fn labels_are_given_anew_when_there_is_no_room_left() {
        let mut order = OrderedIndex::new(&[0, 1_000_000]);
        // Always between the same two: every label halves the room.
        for no in (1..200_u32).rev() {
            order.insert(no, |other| other.cmp(&no));
        }
        assert!(all(&order).is_sorted());
        assert!(order.from(OrderPosition::FRONT).map(|no| order.label(no)).is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn what_is_put_in_later_strays_until_it_is_taken_out() {
        let mut order = OrderedIndex::new(&[0, 10, 20]);
        order.insert(5, |other| other.cmp(&5));
        assert_eq!(order.strays(), Some(&RoaringBitmap::from([5])));
        order.remove(5);
        assert_eq!(order.strays(), Some(&RoaringBitmap::new()));
        assert_eq!(OrderedIndex::new(&[20, 0, 10]).strays(), None);
        assert_eq!(grown((0..2_000).rev()).strays(), None);
    }

    #[test]
    fn what_was_taken_out_is_gone_and_the_clone_keeps_it() {
        let mut order = grown(0..2_000);
        let before = order.clone();
        (0..2_000).filter(|no| no % 3 != 0).for_each(|no| order.remove(no));
        order.remove(1);
        assert!(all(&order).into_iter().eq((0..2_000).filter(|no| no % 3 == 0)));
        assert_eq!(all(&before).len(), 2_000);
    }
}
