//! What becomes of the words of a question that ask for nothing by themselves.

use domain::vocabulary::TargetGroup;

use super::{
    concept::{Aspect, Concept},
    matching::Understanding,
    names::NamedWords,
    tokens::QuestionToken,
};
use crate::{ActorFilter, Snapshot, text::MAX_WORDS};

/// What is left of a question beside its filter.
#[derive(Debug, Default)]
pub(super) struct Leftovers {
    /// What is looked for as text.
    pub(super) words: String,
    /// Words that are not, each with its place.
    pub(super) set_aside: Vec<(usize, String)>,
}

/// Whether a group is one that people mention of themselves without looking for something only for it: "nowhere to live
/// with my children".
fn is_of_family(concept: &Concept) -> bool {
    use TargetGroup::{Children0To5, Children6To13, Families, Parents};
    matches!(concept, Concept::TargetGroup(Children0To5 | Children6To13 | Families | Parents))
}

impl Snapshot {
    /// What was understood, so that it leaves somebody where that is possible without asking for something else: a group,
    /// kind or theme that leaves nobody is looked for as a word in names and titles ("Sport für Mädchen" is an offer of a club
    /// for everybody). An institution that stands beside a theme is what the question is about, not who answers it ("Brief
    /// vom Jobcenter"), and so are one's own children.
    pub(super) fn loosen<'a>(
        &self,
        tokens: &[QuestionToken],
        understood: Vec<Understanding<'a>>,
        build: &dyn Fn(&[Understanding<'_>]) -> ActorFilter,
    ) -> Vec<Understanding<'a>> {
        let members = |understood: &[Understanding<'_>]| self.filter_members(&build(understood)).unwrap_or_default();
        let asks_for = |it: &Understanding<'_>, aspect: Aspect| {
            it.is_sure && it.concepts.iter().any(|concept| concept.aspect() == aspect)
        };
        let conditions = understood.iter().filter(|it| it.is_sure).count();
        if conditions < 2 || !members(&understood).is_empty() {
            return understood;
        }
        let without = |at: usize, is_word: bool| {
            let mut less = understood.clone();
            (less[at].is_sure, less[at].is_word) = (false, is_word);
            less
        };
        let order = [Aspect::TargetGroup, Aspect::Kind, Aspect::Theme];
        let in_order = order.iter().flat_map(|aspect| understood.iter().enumerate().map(move |it| (*aspect, it)));
        for (aspect, (at, one)) in in_order {
            if asks_for(one, aspect) {
                let less = without(at, true);
                let carrying = one.places.iter().filter(|place| !tokens[**place].is_stop);
                let titled = carrying.map(|place| self.texts.actors.titled(&tokens[*place].word));
                if !titled.fold(members(&less), |left, titled| left & titled).is_empty() {
                    return less;
                }
            }
        }
        let is_child = |it: &Understanding<'_>| it.is_sure && it.concepts.iter().all(|concept| is_of_family(concept));
        let has_theme = understood.iter().any(|it| asks_for(it, Aspect::Theme));
        let aside = |it: &Understanding<'_>| has_theme && (asks_for(it, Aspect::Kind) || is_child(it));
        let less: Vec<_> =
            understood.iter().map(|it| Understanding { is_sure: it.is_sure && !aside(it), ..it.clone() }).collect();
        if members(&less).is_empty() { understood } else { less }
    }

    /// The words that are looked for beside a filter.
    pub(super) fn leftovers(
        &self,
        tokens: &[QuestionToken],
        understood: &[Understanding<'_>],
        filter: &ActorFilter,
        names: &NamedWords,
    ) -> Leftovers {
        let is_applied = |place: usize| understood.iter().any(|it| it.is_sure && it.places.contains(&place));
        let mut left: Vec<usize> =
            (0..tokens.len()).filter(|place| !tokens[*place].is_stop && !is_applied(*place)).collect();
        if !names.is_empty() {
            let words: Vec<&str> = names.values().map(String::as_str).filter(|word| !word.is_empty()).collect();
            return Leftovers { words: words.join(" "), set_aside: Vec::new() };
        }
        if *filter == ActorFilter::default() {
            if left.is_empty() {
                left = (0..tokens.len()).collect();
            }
            return split(tokens, &left, &[]);
        }
        let has_topic = understood.iter().any(|it| it.is_sure && it.concepts.iter().any(|concept| concept.is_topic()));
        if !has_topic || left.is_empty() {
            return split(tokens, &left, &[]);
        }
        let Ok(members) = self.filter_members(filter) else { return split(tokens, &left, &[]) };
        let mut together = members.clone();
        let mut kept = Vec::new();
        let is_weak =
            |place: &&usize| understood.iter().any(|it| !it.is_sure && !it.is_word && it.places.contains(*place));
        for place in left.iter().filter(|place| !is_weak(place)) {
            let found = self.texts.actors.titled_within(&tokens[*place].word);
            let joined = &together & &found;
            if !joined.is_empty() {
                together = joined;
                kept.push(*place);
            }
        }
        let aside: Vec<usize> = left.iter().copied().filter(|place| !kept.contains(place)).collect();
        split(tokens, &kept, &aside)
    }
}

/// The words of some places, as many as a text may have, and the others.
fn split(tokens: &[QuestionToken], kept: &[usize], aside: &[usize]) -> Leftovers {
    let (kept, surplus) = kept.split_at(kept.len().min(MAX_WORDS));
    let words = super::written(tokens, kept);
    let set_aside = aside.iter().chain(surplus).map(|place| (*place, tokens[*place].written.clone())).collect();
    Leftovers { words, set_aside }
}
