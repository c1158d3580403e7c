//! The order of those whom a question in words leaves when none of its words is looked for any more: "Elterncafé" asks for a
//! theme, and whoever has one called so stands before all others of the theme.

use roaring::RoaringBitmap;

use crate::{Snapshot, interpretation::telling_words};

impl Snapshot {
    /// The members by how many words of a question stand in their names and in the titles of what they do, most first:
    /// a word itself counts twice, a longer one that has it once. Those with none come last.
    pub(super) fn ranked_by_titles(&self, question: &str, members: &RoaringBitmap) -> Vec<(f32, RoaringBitmap)> {
        let index = &self.texts.actors;
        let mut at_least = vec![members.clone()];
        for word in telling_words(question) {
            for found in [index.titled(&word), index.titled_within(&word)] {
                // Backwards, so that nobody counts twice for one set.
                for count in (0..at_least.len()).rev() {
                    let more = &at_least[count] & &found;
                    match at_least.get_mut(count + 1) {
                        Some(known) => *known |= more,
                        None if more.is_empty() => {}
                        None => at_least.push(more),
                    }
                }
            }
        }
        let mut sets = Vec::with_capacity(at_least.len());
        let mut better = RoaringBitmap::new();
        for (score, set) in at_least.into_iter().enumerate().rev() {
            let only = &set - &better;
            if !only.is_empty() {
                sets.push((f32::from(u16::try_from(score).unwrap_or(u16::MAX)), only));
            }
            better = set;
        }
        sets
    }
}
