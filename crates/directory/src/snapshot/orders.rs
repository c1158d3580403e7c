//! An order: numbers in the order of their keys, in shared chunks, each with a label that grows
//! along the order.
//!
//! The labels (order maintenance, after Dietz and Sleator 1987, in its simplest form) make two
//! entries comparable without looking at their keys, so a small set is put in order by its labels
//! alone, and a large one by walking the chunks. A new entry takes the middle of its neighbours'
//! labels; when there is no room between them all labels are given anew.

use std::{cmp::Ordering, sync::Arc};

use roaring::RoaringBitmap;

use super::column::Column;

const CHUNK: usize = 512;
const SPACING: u64 = 1 << 40;
const MIDDLE: u64 = 1 << 63;
/// Behind every label.
pub(crate) const END: u64 = u64::MAX;

/// Numbers in the order of their keys.
#[derive(Clone, Debug)]
pub(crate) struct Order {
    chunks: Arc<Vec<Arc<Vec<u32>>>>,
    labels: Column<u64>,
    len: usize,
}

/// A place in an order, from its front to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Spot {
    chunk: usize,
    at: usize,
}

impl Spot {
    pub(crate) const FRONT: Self = Self { chunk: 0, at: 0 };
}

impl Order {
    /// An order of numbers that are sorted already.
    pub(crate) fn new(sorted: &[u32]) -> Self {
        let chunks = sorted.chunks(CHUNK).map(|chunk| Arc::new(chunk.to_vec())).collect();
        let mut order = Self { chunks: Arc::new(chunks), labels: Column::new(END), len: sorted.len() };
        order.relabel();
        order
    }

    pub(crate) fn label(&self, no: u32) -> u64 {
        self.labels.get(no)
    }

    /// The place behind every entry.
    pub(crate) fn end(&self) -> Spot {
        Spot { chunk: self.chunks.len(), at: 0 }
    }

    /// The label at a place; [`END`] behind the last.
    pub(crate) fn label_at(&self, spot: Spot) -> u64 {
        self.chunks.get(spot.chunk).and_then(|chunk| chunk.get(spot.at)).map_or(END, |no| self.labels.get(*no))
    }

    /// The first place whose entry is not before, where `before` tells it for a number and holds
    /// for a front part of the order only.
    pub(crate) fn seek(&self, before: impl Fn(u32) -> bool) -> Spot {
        let chunk = self.chunks.partition_point(|chunk| chunk.last().is_some_and(|no| before(*no)));
        match self.chunks.get(chunk) {
            None => self.end(),
            Some(inside) => Spot { chunk, at: inside.partition_point(|no| before(*no)) },
        }
    }

    /// Every number from a place on.
    pub(crate) fn from(&self, spot: Spot) -> impl Iterator<Item = u32> + '_ {
        let first = self.chunks.get(spot.chunk).map(|chunk| &chunk[spot.at..]).unwrap_or_default();
        let rest = self.chunks.get(spot.chunk + 1..).unwrap_or_default();
        first.iter().chain(rest.iter().flat_map(|chunk| chunk.iter())).copied()
    }

    /// Every number before a place, backwards.
    pub(crate) fn back_from(&self, spot: Spot) -> impl Iterator<Item = u32> + '_ {
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

/// Which end a page is taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Front,
    Back,
}

/// Part of an ordered answer, and whether there is more on its sides.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Slice<N> {
    pub(crate) nodes: Vec<N>,
    pub(crate) before: bool,
    pub(crate) after: bool,
}

impl Order {
    /// At most `count` of the set's numbers between two places, from one side.
    pub(crate) fn slice(&self, set: &RoaringBitmap, span: (Spot, Spot), side: Side, count: usize) -> Slice<u32> {
        let size = set.len();
        let few = (count as u64 + 2) * self.len as u64 > 2 * size * size;
        if few { self.collect(set, span, side, count) } else { self.walk(set, span, side, count) }
    }

    /// Along the order, asking of each number whether it is in the set: cheap for large sets.
    fn walk(&self, set: &RoaringBitmap, span: (Spot, Spot), side: Side, count: usize) -> Slice<u32> {
        let patience = set.len() as usize * 2;
        let members = Membership::of(set, self.labels.len());
        let member = |no: &u32| members.contains(*no);
        let mut nodes = Vec::with_capacity(count);
        match side {
            Side::Front => {
                let limit = self.label_at(span.1);
                let before = self.back_from(span.0).any(|no| members.contains(no));
                let mut after = false;
                for no in self.from(span.0).take(patience).filter(member) {
                    if nodes.len() == count || self.labels.get(no) >= limit {
                        after = true;
                        break;
                    }
                    nodes.push(no);
                }
                if !after && patience < self.len {
                    return self.collect(set, span, side, count);
                }
                Slice { nodes, before, after }
            }
            Side::Back => {
                let limit = self.label_at(span.0);
                let after = self.from(span.1).any(|no| members.contains(no));
                let mut before = false;
                for no in self.back_from(span.1).take(patience).filter(member) {
                    if nodes.len() == count || self.labels.get(no) < limit {
                        before = true;
                        break;
                    }
                    nodes.push(no);
                }
                if !before && patience < self.len {
                    return self.collect(set, span, side, count);
                }
                nodes.reverse();
                Slice { nodes, before, after }
            }
        }
    }

    /// Through the set, keeping the `count` numbers with the foremost labels: cheap for small sets.
    fn collect(&self, set: &RoaringBitmap, span: (Spot, Spot), side: Side, count: usize) -> Slice<u32> {
        let (low, high) = (self.label_at(span.0), self.label_at(span.1));
        let (mut outside_front, mut outside_back, mut inside) = (false, false, 0_usize);
        // Behind the back the order of labels is turned round, so that one selection serves both.
        let rank = |label: u64| if side == Side::Front { label } else { !label };
        let mut best: Vec<(u64, u32)> = Vec::with_capacity(2 * count + 2);
        let mut bar = u64::MAX;
        for no in set {
            let label = self.labels.get(no);
            if label < low {
                outside_front = true;
                continue;
            }
            if label >= high {
                outside_back = true;
                continue;
            }
            inside += 1;
            if count == 0 || rank(label) > bar {
                continue;
            }
            best.push((rank(label), no));
            if best.len() > 2 * count {
                best.select_nth_unstable(count - 1);
                best.truncate(count);
                bar = best[count - 1].0;
            }
        }
        best.sort_unstable();
        best.truncate(count);
        let left_over = inside > best.len();
        let mut nodes: Vec<u32> = best.into_iter().map(|(_, no)| no).collect();
        match side {
            Side::Front => Slice { nodes, before: outside_front, after: outside_back || left_over },
            Side::Back => {
                nodes.reverse();
                Slice { nodes, before: outside_front || left_over, after: outside_back }
            }
        }
    }
}

/// A set that is asked about many numbers. A compressed set of this size keeps sorted lists, which
/// take a search for every question; a bit for every number there is takes a look.
enum Membership<'a> {
    Compressed(&'a RoaringBitmap),
    Bits(Vec<u64>),
}

impl<'a> Membership<'a> {
    /// For numbers below `bound`.
    fn of(set: &'a RoaringBitmap, bound: usize) -> Self {
        // Compressed sets keep bits themselves where they hold more than 4096 of 65536 numbers.
        if set.len() as usize * 16 > bound {
            return Self::Compressed(set);
        }
        let mut bits = vec![0; bound.div_ceil(64)];
        for no in set {
            if let Some(word) = bits.get_mut(no as usize / 64) {
                *word |= 1_u64 << (no % 64);
            }
        }
        Self::Bits(bits)
    }

    fn contains(&self, no: u32) -> bool {
        match self {
            Self::Compressed(set) => set.contains(no),
            Self::Bits(bits) => bits.get(no as usize / 64).is_some_and(|word| word >> (no % 64) & 1 == 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers ordered by themselves, put in one by one.
    fn grown(numbers: impl IntoIterator<Item = u32>) -> Order {
        let mut order = Order::new(&[]);
        for no in numbers {
            order.insert(no, |other| other.cmp(&no));
        }
        order
    }

    fn all(order: &Order) -> Vec<u32> {
        order.from(Spot::FRONT).collect()
    }

    #[test]
    fn an_order_that_grows_anywhere_stays_in_order_with_growing_labels() {
        let inwards = (0..2_000_u32).flat_map(|no| [no, 9_999 - no]);
        let order = grown(inwards.chain((2_000..3_000).rev()));
        assert!(all(&order).is_sorted() && all(&order).len() == 5_000);
        assert!(order.from(Spot::FRONT).map(|no| order.label(no)).is_sorted());
        assert!(order.back_from(order.end()).eq(all(&order).into_iter().rev()));
    }

    #[test]
    fn labels_are_given_anew_when_there_is_no_room_left() {
        let mut order = Order::new(&[0, 1_000_000]);
        // Always between the same two: every label halves the room.
        for no in (1..200_u32).rev() {
            order.insert(no, |other| other.cmp(&no));
        }
        assert!(all(&order).is_sorted());
        assert!(order.from(Spot::FRONT).map(|no| order.label(no)).is_sorted_by(|a, b| a < b));
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

    #[test]
    fn walking_and_collecting_give_the_same_slice() {
        let order = grown(0..3_000);
        let set: RoaringBitmap = (0..3_000).filter(|no| no % 7 == 0).collect();
        for (from, to) in [(0, 3_000), (14, 15), (100, 2_000), (2_990, 3_000), (50, 40)] {
            let spot = |limit| order.seek(|no| no < limit);
            let span = (spot(from), spot(to));
            for side in [Side::Front, Side::Back] {
                for count in [0, 1, 5, 1_000] {
                    let walked = order.walk(&set, span, side, count);
                    assert_eq!(walked, order.collect(&set, span, side, count), "{from} {to} {side:?} {count}");
                    let inside: Vec<u32> = set.iter().filter(|no| from <= *no && *no < to).collect();
                    let expected = match side {
                        Side::Front => &inside[..count.min(inside.len())],
                        Side::Back => &inside[inside.len() - count.min(inside.len())..],
                    };
                    assert_eq!(walked.nodes, expected);
                }
            }
        }
    }
}
