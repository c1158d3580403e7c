//! Slices: the part of an ordered answer that a page shows, taken from a set of numbers in the way
//! that is cheapest for the set and the [`OrderedIndex`].

use std::{borrow::Cow, ops::RangeBounds};

use roaring::RoaringBitmap;

use super::orders::{OrderPosition, OrderedIndex};

/// A set of numbers that may be the intersection of two. A page needs only some of it and how many
/// there are, so the intersection is made only where nothing less will do.
#[derive(Clone, Debug)]
pub(crate) struct CandidateSet<'a> {
    set: Cow<'a, RoaringBitmap>,
    with: Option<&'a RoaringBitmap>,
}

impl<'a> From<Cow<'a, RoaringBitmap>> for CandidateSet<'a> {
    fn from(set: Cow<'a, RoaringBitmap>) -> Self {
        Self { set, with: None }
    }
}

impl<'a> CandidateSet<'a> {
    /// The intersection of at least one set.
    pub(crate) fn of_all(mut sets: Vec<&'a RoaringBitmap>) -> Option<Self> {
        sets.sort_by_cached_key(|set| set.len());
        let with = if sets.len() > 1 { sets.pop() } else { None };
        let mut sets = sets.into_iter();
        let first = Cow::Borrowed(sets.next()?);
        Some(Self { set: sets.fold(first, |left, set| Cow::Owned(&*left & set)), with })
    }

    pub(crate) fn len(&self) -> u64 {
        self.with.map_or_else(|| self.set.len(), |with| self.set.intersection_len(with))
    }

    /// Those in a range, in the order of the numbers.
    fn range(&self, range: impl RangeBounds<u32>) -> impl DoubleEndedIterator<Item = u32> + '_ {
        self.set.range(range).filter(|no| self.with.is_none_or(|with| with.contains(*no)))
    }

    /// Those that are in another set too.
    fn among(&self, other: &RoaringBitmap) -> RoaringBitmap {
        let both = &*self.set & other;
        self.with.map_or_else(|| both.clone(), |with| &both & with)
    }

    /// The set as it is.
    pub(crate) fn whole(&self) -> Cow<'_, RoaringBitmap> {
        match self.with {
            Some(with) => Cow::Owned(&*self.set & with),
            None => Cow::Borrowed(&self.set),
        }
    }
}

/// Which end a page is taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PageEnd {
    Front,
    Back,
}

/// Part of an ordered answer, and whether there is more on its sides.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PageSlice<N> {
    pub(crate) nodes: Vec<N>,
    pub(crate) before: bool,
    pub(crate) after: bool,
}

impl OrderedIndex {
    /// At most `count` of the set's numbers between two places, from one side.
    pub(crate) fn slice(
        &self,
        members: &CandidateSet<'_>,
        span: (OrderPosition, OrderPosition),
        side: PageEnd,
        count: usize,
    ) -> PageSlice<u32> {
        if let Some(strays) = self.strays() {
            return self.along_numbers(members, strays, span, side, count);
        }
        let set = &*members.whole();
        let size = set.len();
        let few = (count as u64 + 2) * self.len() as u64 > 2 * size * size;
        if few { self.collect(set, span, side, count) } else { self.walk(set, span, side, count) }
    }

    /// Through the set as it is, as its numbers stand in the order but for some strays: cheap for
    /// every set.
    fn along_numbers(
        &self,
        set: &CandidateSet<'_>,
        strays: &RoaringBitmap,
        span: (OrderPosition, OrderPosition),
        side: PageEnd,
        count: usize,
    ) -> PageSlice<u32> {
        let (low, high) = (self.label_at(span.0), self.label_at(span.1));
        let straight = |no: &u32| !strays.contains(*no);
        let number = |spot| self.from(spot).find(straight).unwrap_or(u32::MAX);
        let (start, end) = (number(span.0), number(span.1));
        let labelled = |no| (self.label(no), no);
        let mut stray: Vec<(u64, u32)> = set.among(strays).iter().map(labelled).collect();
        stray.sort_unstable();
        let before = set.range(..start).any(|no| straight(&no)) || stray.first().is_some_and(|(label, _)| *label < low);
        let after = set.range(end.max(start)..).any(|no| straight(&no))
            || stray.last().is_some_and(|(label, _)| *label >= high.max(low));
        stray.retain(|(label, _)| (low..high).contains(label));
        let mut inside = set.range(start..end.max(start)).filter(straight).map(labelled);
        // One more than asked for tells whether there is more.
        let mut nodes = match side {
            PageEnd::Front => merge(inside, stray.into_iter(), |a, b| a < b, count + 1),
            PageEnd::Back => {
                merge(std::iter::from_fn(|| inside.next_back()), stray.into_iter().rev(), |a, b| a > b, count + 1)
            }
        };
        let more = nodes.len() > count;
        nodes.truncate(count);
        match side {
            PageEnd::Front => PageSlice { nodes, before, after: after || more },
            PageEnd::Back => {
                nodes.reverse();
                PageSlice { nodes, before: before || more, after }
            }
        }
    }

    /// Along the order, asking of each number whether it is in the set: cheap for large sets.
    fn walk(
        &self,
        set: &RoaringBitmap,
        span: (OrderPosition, OrderPosition),
        side: PageEnd,
        count: usize,
    ) -> PageSlice<u32> {
        let patience = set.len() as usize * 2;
        let members = Membership::of(set, self.bound());
        let member = |no: &u32| members.contains(*no);
        let mut nodes = Vec::with_capacity(count);
        match side {
            PageEnd::Front => {
                let limit = self.label_at(span.1);
                let before = self.back_from(span.0).any(|no| members.contains(no));
                let mut after = false;
                for no in self.from(span.0).take(patience).filter(member) {
                    if nodes.len() == count || self.label(no) >= limit {
                        after = true;
                        break;
                    }
                    nodes.push(no);
                }
                if !after && patience < self.len() {
                    return self.collect(set, span, side, count);
                }
                PageSlice { nodes, before, after }
            }
            PageEnd::Back => {
                let limit = self.label_at(span.0);
                let after = self.from(span.1).any(|no| members.contains(no));
                let mut before = false;
                for no in self.back_from(span.1).take(patience).filter(member) {
                    if nodes.len() == count || self.label(no) < limit {
                        before = true;
                        break;
                    }
                    nodes.push(no);
                }
                if !before && patience < self.len() {
                    return self.collect(set, span, side, count);
                }
                nodes.reverse();
                PageSlice { nodes, before, after }
            }
        }
    }

    /// Through the set, keeping the `count` numbers with the foremost labels: cheap for small sets.
    fn collect(
        &self,
        set: &RoaringBitmap,
        span: (OrderPosition, OrderPosition),
        side: PageEnd,
        count: usize,
    ) -> PageSlice<u32> {
        let (low, high) = (self.label_at(span.0), self.label_at(span.1));
        let (mut outside_front, mut outside_back, mut inside) = (false, false, 0_usize);
        // Behind the back the order of labels is turned round, so that one selection serves both.
        let rank = |label: u64| if side == PageEnd::Front { label } else { !label };
        let mut best: Vec<(u64, u32)> = Vec::with_capacity(2 * count + 2);
        let mut bar = u64::MAX;
        for no in set {
            let label = self.label(no);
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
            PageEnd::Front => PageSlice { nodes, before: outside_front, after: outside_back || left_over },
            PageEnd::Back => {
                nodes.reverse();
                PageSlice { nodes, before: outside_front || left_over, after: outside_back }
            }
        }
    }
}

/// The first so many numbers of two lists, each in order by its labels.
fn merge(
    one: impl Iterator<Item = (u64, u32)>,
    other: impl Iterator<Item = (u64, u32)>,
    comes_first: impl Fn(u64, u64) -> bool,
    count: usize,
) -> Vec<u32> {
    let (mut one, mut other) = (one.peekable(), other.peekable());
    let next = || match (one.peek(), other.peek()) {
        (Some((a, _)), Some((b, _))) if comes_first(*b, *a) => other.next(),
        (None, _) => other.next(),
        _ => one.next(),
    };
    std::iter::from_fn(next).take(count).map(|(_, no)| no).collect()
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

    /// The same numbers in their own order: made at once, with strays among them, and put in one by one.
    fn orders(numbers: u32) -> [OrderedIndex; 3] {
        let compare = |no: u32| move |other: u32| other.cmp(&no);
        let sorted: Vec<u32> = (0..numbers).collect();
        let mut strayed = OrderedIndex::new(&sorted.iter().copied().filter(|no| no % 49 != 0).collect::<Vec<_>>());
        (0..numbers).step_by(49).for_each(|no| strayed.insert(no, compare(no)));
        let mut grown = OrderedIndex::new(&[]);
        sorted.iter().rev().for_each(|no| grown.insert(*no, compare(*no)));
        [OrderedIndex::new(&sorted), strayed, grown]
    }

    #[test]
    fn every_way_gives_the_same_slice() {
        let orders = orders(3_000);
        assert_eq!(orders.each_ref().map(|order| order.strays().map(RoaringBitmap::len)), [Some(0), Some(62), None]);
        let multiples = |of| (0..3_000).step_by(of).collect::<RoaringBitmap>();
        let (twos, set) = (multiples(2), multiples(14));
        let sevens = multiples(7);
        let members = CandidateSet::of_all(vec![&twos, &sevens]).expect("two sets");
        assert_eq!((members.len(), &*members.whole()), (set.len(), &set));
        for order in &orders {
            for (from, to) in [(0, 3_000), (14, 15), (100, 2_000), (2_990, 3_000), (50, 40), (49, 99)] {
                let spot = |limit| order.seek(|no| no < limit);
                let span = (spot(from), spot(to));
                for side in [PageEnd::Front, PageEnd::Back] {
                    for count in [0, 1, 5, 1_000] {
                        let at = format!("{from} {to} {side:?} {count}");
                        let slice = order.slice(&members, span, side, count);
                        assert_eq!(slice, order.walk(&set, span, side, count), "{at}");
                        assert_eq!(slice, order.collect(&set, span, side, count), "{at}");
                        let inside: Vec<u32> = set.iter().filter(|no| from <= *no && *no < to).collect();
                        let expected = match side {
                            PageEnd::Front => &inside[..count.min(inside.len())],
                            PageEnd::Back => &inside[inside.len() - count.min(inside.len())..],
                        };
                        assert_eq!(slice.nodes, expected, "{at}");
                    }
                }
            }
        }
    }
}
