//! Whom an actor might cooperate with.

use std::collections::HashMap;

use roaring::RoaringBitmap;

use crate::{
    ActorNo, Reason, Snapshot, SuggestedPartner,
    snapshot::{families::Family, indexes::name_key, words::target_group_place},
};

/// What each reason weighs: the subject of the work most, a common acquaintance nearly as much,
/// the neighbourhood next, then language and people. Whole numbers, so that sums are exact.
const SHARED_THEME: u32 = 4;
const SHARED_PARTNER: u32 = 3;
const SHARED_DISTRICT: u32 = 2;
const SHARED_LANGUAGE: u32 = 1;
const SHARED_TARGET_GROUP: u32 = 1;

/// A reason with who has it.
struct Ground<'a> {
    reason: Reason,
    weight: u32,
    actors: std::borrow::Cow<'a, RoaringBitmap>,
}

impl Snapshot {
    /// Whom an actor might cooperate with, best first: everybody it has no link with (of any public
    /// status) who works on one of its themes or cooperates with one of its partners.
    ///
    /// The score is the sum of the reasons' weights: 4 per theme of the actor that the other works on
    /// (or on a child of it), 3 per common partner, 2 per district of the actor (seat or work) that
    /// the other is based or active in, 1 per common language other than German and 1 per common
    /// target group. Equal scores follow by name, then id.
    pub fn suggested_partners(&self, actor: ActorNo, first: usize) -> Vec<SuggestedPartner> {
        let grounds = self.grounds(actor);
        let mut candidates = RoaringBitmap::new();
        for ground in &grounds {
            if matches!(ground.reason, Reason::SharedTheme(_) | Reason::SharedPartner(_)) {
                candidates |= &*ground.actors;
            }
        }
        candidates.remove(actor.0);
        for link in self.links_of(actor) {
            candidates.remove(self.link(link).partner_of(actor).0);
        }
        let mut scores: HashMap<u32, u32> = HashMap::with_capacity(candidates.len() as usize);
        for ground in &grounds {
            for no in &candidates & &*ground.actors {
                *scores.entry(no).or_default() += ground.weight;
            }
        }
        let mut ranked: Vec<(u32, ActorNo)> = scores.into_iter().map(|(no, score)| (score, ActorNo(no))).collect();
        let compare = |a: &(u32, ActorNo), b: &(u32, ActorNo)| {
            b.0.cmp(&a.0).then_with(|| name_key(self.actor(a.1)).cmp(&name_key(self.actor(b.1))))
        };
        if first < ranked.len() {
            ranked.select_nth_unstable_by(first, compare);
            ranked.truncate(first);
        }
        ranked.sort_unstable_by(compare);
        let suggestion = |(score, actor): (u32, ActorNo)| SuggestedPartner {
            actor,
            score: f64::from(score),
            reasons: grounds
                .iter()
                .filter(|ground| ground.actors.contains(actor.0))
                .map(|ground| ground.reason.clone())
                .collect(),
        };
        ranked.into_iter().map(suggestion).collect()
    }

    /// Every reason somebody might have to work with the actor, heaviest first.
    fn grounds(&self, actor: ActorNo) -> Vec<Ground<'_>> {
        let entry = self.actor(actor);
        let set = |family, index: usize| std::borrow::Cow::Borrowed(&**self.indexes.actors.get(family, index));
        let mut grounds = Vec::new();
        for theme in entry.themes() {
            let actors = set(Family::Theme, theme.index());
            grounds.push(Ground { reason: Reason::SharedTheme(*theme), weight: SHARED_THEME, actors });
        }
        let mut partners: Vec<ActorNo> = self.active_partners(actor).into_iter().map(|(partner, _)| partner).collect();
        partners.dedup();
        for partner in partners {
            let theirs = self.active_partners(partner).into_iter().map(|(theirs, _)| theirs.0);
            let actors = std::borrow::Cow::Owned(theirs.collect());
            grounds.push(Ground { reason: Reason::SharedPartner(partner), weight: SHARED_PARTNER, actors });
        }
        let mut districts: Vec<_> = entry.based_in().into_iter().chain(entry.active_in().iter().copied()).collect();
        districts.sort_unstable();
        districts.dedup();
        for district in districts {
            let actors = set(Family::Either, district.index());
            grounds.push(Ground { reason: Reason::SharedDistrict(district), weight: SHARED_DISTRICT, actors });
        }
        for language in entry.data().languages.iter().filter(|language| language.primary() != "de") {
            let Some(no) = self.tables.languages.number(language) else { continue };
            let (reason, actors) = (Reason::SharedLanguage(language.clone()), set(Family::Language, no as usize));
            grounds.push(Ground { reason, weight: SHARED_LANGUAGE, actors });
        }
        for group in &entry.data().target_groups {
            let actors = set(Family::TargetGroup, target_group_place(*group) as usize);
            grounds.push(Ground { reason: Reason::SharedTargetGroup(*group), weight: SHARED_TARGET_GROUP, actors });
        }
        grounds
    }
}
