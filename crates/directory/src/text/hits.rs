//! What a question found, from which pages take the best without scoring the rest.

use std::collections::{BTreeMap, BinaryHeap};

use roaring::RoaringBitmap;

use super::rank::WHOLE_NAME;

/// Up to how many documents are scored one by one.
const FEW: u64 = 256;
/// How many combinations of tiers are looked at before what is left is scored one by one.
const COMBINATIONS: usize = 256;

/// The documents of a word by how well they match it, best first, each in one tier only.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Tiers {
    tiers: Vec<(u16, RoaringBitmap)>,
    all: RoaringBitmap,
}

impl Tiers {
    /// Adds documents that match worse than those before.
    pub(super) fn push(&mut self, score: u16, mut documents: RoaringBitmap) {
        documents -= &self.all;
        if !documents.is_empty() {
            self.all |= &documents;
            self.tiers.push((score, documents));
        }
    }

    fn score(&self, number: u32) -> u16 {
        self.tiers.iter().find(|(_, documents)| documents.contains(number)).map_or(0, |(score, _)| *score)
    }
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
    pub(super) fn everything(numbers: RoaringBitmap) -> Self {
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
    pub fn ranked<'a>(&'a self, members: &RoaringBitmap) -> impl Iterator<Item = (f32, RoaringBitmap)> + use<'a> {
        let members = members & &self.numbers;
        let first = if members.len() <= FEW { members.clone() } else { &members & &self.named };
        let rest = members - &first;
        let first = self.scored(&first).into_iter().rev();
        first.chain(Combinations::new(self, rest)).map(|(score, documents)| (score as f32, documents))
    }

    /// Documents by their score.
    fn scored(&self, documents: &RoaringBitmap) -> BTreeMap<u32, RoaringBitmap> {
        let mut sets = BTreeMap::<u32, RoaringBitmap>::new();
        for number in documents {
            sets.entry(self.total(number)).or_default().insert(number);
        }
        sets
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
        let mut sets: Vec<&RoaringBitmap> = self
            .words
            .iter()
            .zip(&places)
            .filter_map(|(word, at)| word.tiers.get(usize::from(*at)).map(|(_, documents)| documents))
            .collect();
        sets.sort_by_key(|set| set.len());
        let mut documents = self.left.clone();
        for set in sets {
            documents &= set;
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
                self.scored = Some(self.hits.scored(&self.left));
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
