//! What a question found, from which pages take the best without scoring the rest.

use std::collections::{BTreeMap, BinaryHeap};
use std::sync::Arc;

use roaring::{MultiOps, RoaringBitmap};

use super::rank::WHOLE_NAME;

/// Up to how many documents are put in order at once.
const FEW: u64 = 256;
/// Up to how many documents are scored one by one.
const ONE_BY_ONE: u64 = 16;
/// Up to how many sets of the same score are kept apart.
const FEW_SETS: usize = 4;
/// From how many numbers on a set is large, and from how many small ones on they are put together bit by bit.
const SMALL_SET: u64 = 512;
const MANY_SETS: usize = 16;
/// How many combinations of tiers are looked at before what is left is scored one by one.
const COMBINATIONS: usize = 256;

/// The documents of a word by how well they match it, best first. A document may be in several tiers; the
/// first counts. The sets are those of the index: most are never looked at, as pages need the best only.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Tiers {
    tiers: Vec<(u16, Vec<Arc<RoaringBitmap>>)>,
    all: RoaringBitmap,
}

impl Tiers {
    /// The sets of each score, best first.
    pub(super) fn new<'a>(tiers: impl Iterator<Item = (u16, Vec<&'a Arc<RoaringBitmap>>)>) -> Self {
        let tiers: Vec<(u16, Vec<Arc<RoaringBitmap>>)> = tiers
            .map(|(score, sets)| match sets.len() {
                ..=FEW_SETS => (score, sets.into_iter().cloned().collect()),
                _ => (score, vec![Arc::new(union(&sets))]),
            })
            .collect();
        let sets: Vec<_> = tiers.iter().flat_map(|(_, sets)| sets).collect();
        Self { all: union(&sets), tiers }
    }

    fn score(&self, number: u32) -> u16 {
        let mut tiers = self.tiers.iter();
        tiers.find(|(_, sets)| sets.iter().any(|set| set.contains(number))).map_or(0, |(score, _)| *score)
    }
}

/// All documents of some sets. A beginning that many words have gives thousands of small sets, whose
/// numbers are put into plain bits one by one.
fn union(sets: &[&Arc<RoaringBitmap>]) -> RoaringBitmap {
    if let [one] = sets {
        return RoaringBitmap::clone(one);
    }
    let (small, large): (Vec<_>, Vec<_>) = sets.iter().map(|set| &***set).partition(|set| set.len() <= SMALL_SET);
    if small.len() <= MANY_SETS {
        return small.into_iter().chain(large).union();
    }
    let bound = small.iter().filter_map(|set| set.max()).max().unwrap_or(0);
    let mut bytes = vec![0_u8; bound as usize / 8 + 1];
    for number in small.into_iter().flatten() {
        bytes[number as usize / 8] |= 1 << (number % 8);
    }
    let small = RoaringBitmap::from_lsb0_bytes(0, &bytes);
    large.into_iter().chain([&small]).union()
}

/// What a question found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hits {
    numbers: RoaringBitmap,
    /// Those whose whole name the question is.
    named: RoaringBitmap,
    words: Vec<Tiers>,
}

impl Hits {
    pub(super) fn new(words: Vec<Tiers>, named: RoaringBitmap) -> Self {
        let mut sets: Vec<&RoaringBitmap> = words.iter().map(|tiers| &tiers.all).collect();
        sets.sort_by_key(|set| set.len());
        let mut sets = sets.into_iter();
        let mut numbers = sets.next().cloned().unwrap_or_default();
        sets.for_each(|set| numbers &= set);
        numbers |= &named;
        Self { numbers, named, words }
    }

    /// All of some documents, as a question without words finds them.
    pub(super) fn all(numbers: RoaringBitmap) -> Self {
        Self { numbers, ..Self::default() }
    }

    /// The numbers of all documents found.
    pub fn numbers(&self) -> &RoaringBitmap {
        &self.numbers
    }

    /// The same without how well they match.
    pub fn into_numbers(self) -> RoaringBitmap {
        self.numbers
    }

    /// How well a document matches, as a whole number, higher is better; `None` if it does not.
    pub fn score(&self, number: u32) -> Option<f32> {
        self.numbers.contains(number).then(|| self.total(number) as f32)
    }

    fn total(&self, number: u32) -> u32 {
        let words: u32 = self.words.iter().map(|tiers| u32::from(tiers.score(number))).sum();
        words + if self.named.contains(number) { WHOLE_NAME } else { 0 }
    }

    /// Every document found with its score, by growing number.
    pub fn iter(&self) -> impl Iterator<Item = (u32, f32)> + '_ {
        self.numbers.iter().map(|number| (number, self.total(number) as f32))
    }

    /// How many documents were found.
    pub fn len(&self) -> usize {
        usize::try_from(self.numbers.len()).unwrap_or(usize::MAX)
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// Those of the members that were found, in sets of the same score, best first. The sets are made
    /// one after the other, so whoever needs only the best ones pays for no more.
    pub fn by_score<'a>(&'a self, members: &RoaringBitmap) -> impl Iterator<Item = (f32, RoaringBitmap)> + use<'a> {
        let members = members & &self.numbers;
        let first = if members.len() <= FEW { members.clone() } else { &members & &self.named };
        let rest = members - &first;
        let first = self.group_by_score(&first).into_iter().rev();
        first.chain(Combinations::new(self, rest)).map(|(score, documents)| (score as f32, documents))
    }

    /// Documents by their score.
    fn group_by_score(&self, documents: &RoaringBitmap) -> BTreeMap<u32, RoaringBitmap> {
        let mut sets = BTreeMap::new();
        self.partition(documents.clone(), &self.words, 0, &mut sets);
        sets
    }

    /// Parts documents by the tiers of one word after the other; few ones are scored one by one.
    fn partition(
        &self,
        mut documents: RoaringBitmap,
        words: &[Tiers],
        sum: u32,
        sets: &mut BTreeMap<u32, RoaringBitmap>,
    ) {
        if let Some((tiers, others)) = words.split_first()
            && documents.len() > ONE_BY_ONE
        {
            for (score, tier) in tiers.tiers.iter().flat_map(|(score, sets)| sets.iter().map(move |set| (score, set))) {
                let part = &documents & &**tier;
                if !part.is_empty() {
                    documents -= &part;
                    self.partition(part, others, sum + u32::from(*score), sets);
                }
            }
        } else if words.is_empty() && self.named.is_disjoint(&documents) {
            *sets.entry(sum).or_default() |= documents;
            return;
        }
        for number in &documents {
            sets.entry(self.total(number)).or_default().insert(number);
        }
    }
}

/// Documents that are in a tier of every word, by the sum of the tiers, greatest first: the best of all
/// words, then whatever loses least.
struct Combinations<'a> {
    words: &'a [Tiers],
    left: RoaringBitmap,
    /// Sums with the places of the tiers, and the first word whose tier may be taken further, so that
    /// every combination comes once.
    heap: BinaryHeap<(u32, Vec<u8>, usize)>,
    looked_at: usize,
    /// What is left when there are too many combinations, by score.
    scored: Option<BTreeMap<u32, RoaringBitmap>>,
    hits: &'a Hits,
}

impl<'a> Combinations<'a> {
    fn new(hits: &'a Hits, left: RoaringBitmap) -> Self {
        let words = hits.words.as_slice();
        let best = words.iter().filter_map(|tiers| tiers.tiers.first()).map(|(score, _)| u32::from(*score)).sum();
        let heap = BinaryHeap::from([(best, vec![0; words.len()], 0)]);
        Self { words, left, heap, looked_at: 0, scored: None, hits }
    }

    /// The documents of a combination, and the combinations behind it.
    fn take(&mut self, (sum, places, from): (u32, Vec<u8>, usize)) -> RoaringBitmap {
        for word in from..self.words.len() {
            let tiers = &self.words[word].tiers;
            let at = usize::from(places[word]);
            let (Some((here, _)), Some((next, _))) = (tiers.get(at), tiers.get(at + 1)) else { continue };
            let mut places = places.clone();
            places[word] += 1;
            self.heap.push((sum - u32::from(*here) + u32::from(*next), places, word));
        }
        let mut documents = if places.is_empty() { self.left.clone() } else { RoaringBitmap::new() };
        for (at, (tiers, place)) in self.words.iter().zip(&places).enumerate() {
            let Some((_, sets)) = tiers.tiers.get(usize::from(*place)) else { continue };
            let among = if at == 0 { &self.left } else { &documents };
            let mut sets = sets.iter();
            let first = sets.next().map(|set| among & &**set).unwrap_or_default();
            documents = sets.fold(first, |found, set| found | (among & &**set));
            if documents.is_empty() {
                break;
            }
        }
        documents
    }
}

impl Iterator for Combinations<'_> {
    type Item = (u32, RoaringBitmap);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if self.left.is_empty() {
                return None;
            }
            if let Some(scored) = &mut self.scored {
                return scored.pop_last();
            }
            if self.looked_at >= COMBINATIONS || self.left.len() <= FEW || self.heap.is_empty() {
                self.scored = Some(self.hits.group_by_score(&self.left));
                continue;
            }
            let mut documents = RoaringBitmap::new();
            let Some(sum) = self.heap.peek().map(|(sum, _, _)| *sum) else { continue };
            while let Some(best) = self.heap.peek().filter(|(other, _, _)| *other == sum).cloned() {
                self.heap.pop();
                self.looked_at += 1;
                documents |= self.take(best);
            }
            if !documents.is_empty() {
                self.left -= &documents;
                return Some((sum, documents));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_small_sets_are_put_together_like_few_and_large_ones() {
        let every = |step: usize, from: u32| Arc::new((from..200_000).step_by(step).collect::<RoaringBitmap>());
        let small: Vec<_> = (0..100).map(|from| every(3_001, from * 7)).collect();
        let large = [every(5, 3), every(11, 70_000)];
        for sets in [&small[..3], &small, &[]] {
            let sets: Vec<_> = sets.iter().chain(&large).collect();
            let expected = sets.iter().fold(RoaringBitmap::new(), |all, set| all | &***set);
            assert_eq!(union(&sets), expected);
        }
    }
}
