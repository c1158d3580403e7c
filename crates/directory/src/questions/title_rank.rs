//! The order of those whom a question in words leaves when none of its words is looked for any more: "Elterncafé" asks for a
//! theme, and whoever has one called so stands before all others of the theme.

use roaring::RoaringBitmap;

use domain::vocabulary::TargetGroup;

use crate::{
    Snapshot,
    interpretation::telling_words,
    snapshot::{families::Family, words::target_group_place},
};

/// More than all words of a question together.
const WORTH_OF_A_GROUP: f32 = 100.0;

impl Snapshot {
    /// The members by how many words of a question stand in their names and in the titles of what they do, most first:
    /// a word itself counts twice, a longer one that has it once. Those with none come last.
    pub(super) fn ranked_by_titles(&self, question: &str, members: &RoaringBitmap) -> Vec<(f32, RoaringBitmap)> {
        let index = &self.texts.actors;
        let mut at_least = vec![members.clone()];
        for word in telling_words(question) {
            for found in [index.with_title_word(&word), index.titled_within(&word)] {
                add_to_counts(&mut at_least, &found);
            }
        }
        sets_by_count(at_least)
    }

    /// Ranked members with those first who are there for the most of several groups that are asked for: who asks for
    /// refugees and women means women who fled, as far as somebody is there for them.
    pub(super) fn ranked_by_groups(
        &self,
        groups: &[String],
        ranked: Vec<(f32, RoaringBitmap)>,
    ) -> Vec<(f32, RoaringBitmap)> {
        let mut people: Vec<RoaringBitmap> = Vec::new();
        let mut children: Option<RoaringBitmap> = None;
        for group in groups.iter().filter_map(|word| word.parse::<TargetGroup>().ok()) {
            let set = self.indexes.actors.get(Family::TargetGroup, target_group_place(group) as usize);
            match group {
                // Of children there are two groups.
                TargetGroup::Children0To5 | TargetGroup::Children6To13 => *children.get_or_insert_default() |= &**set,
                _ => people.push(RoaringBitmap::clone(set)),
            }
        }
        people.extend(children);
        if people.len() < 2 {
            return ranked;
        }
        let mut sets: Vec<(f32, RoaringBitmap)> = Vec::new();
        for (score, set) in ranked {
            let mut at_least = vec![set];
            people.iter().for_each(|group| add_to_counts(&mut at_least, group));
            sets.extend(
                sets_by_count(at_least).into_iter().map(|(count, set)| (count * WORTH_OF_A_GROUP + score, set)),
            );
        }
        sets.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        sets
    }
}

/// Counts a set more for its members: of each number of sets those who are in at least so many.
fn add_to_counts(at_least: &mut Vec<RoaringBitmap>, set: &RoaringBitmap) {
    // Backwards, so that nobody counts twice for one set.
    for count in (0..at_least.len()).rev() {
        let more = &at_least[count] & set;
        match at_least.get_mut(count + 1) {
            Some(known) => *known |= more,
            None if more.is_empty() => {}
            None => at_least.push(more),
        }
    }
}

/// Of each number of sets those who are in so many, the most first.
fn sets_by_count(at_least: Vec<RoaringBitmap>) -> Vec<(f32, RoaringBitmap)> {
    let mut sets = Vec::with_capacity(at_least.len());
    let mut better = RoaringBitmap::new();
    for (count, set) in at_least.into_iter().enumerate().rev() {
        let only = &set - &better;
        if !only.is_empty() {
            sets.push((f32::from(u16::try_from(count).unwrap_or(u16::MAX)), only));
        }
        better = set;
    }
    sets
}
