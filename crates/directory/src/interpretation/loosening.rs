//! What of a question is set aside, or looked for as words, so that it leaves somebody.

use domain::vocabulary::TargetGroup;
use roaring::RoaringBitmap;

use super::{
    concept::{AccessFeature, Aspect, Concept},
    forms::read,
    matching::Understanding,
    members::QuestionMembers,
    tokens::QuestionToken,
};
use crate::{Snapshot, text::WordReader};

/// How many themes of a question are tried in place of the one that leaves nobody.
const LESSER_THEMES: usize = 2;

/// What is set aside first where nobody meets a whole question: by or for whom, then how. Never where, when or in
/// what language.
const LESSER: [fn(&Concept) -> bool; 3] = [
    |concept| matches!(concept.aspect(), Aspect::Type | Aspect::Kind),
    |concept| matches!(concept, Concept::TargetGroup(group) if !is_for_only(*group)),
    |concept| {
        use AccessFeature::{ByAppointment, Confidential, FreeOfCharge};
        matches!(concept, Concept::AccessFeature(FreeOfCharge | ByAppointment | Confidential))
    },
];

/// Whether a group is one that people mention of themselves without looking for something only for it: "nowhere to
/// live with my children".
fn is_of_family(concept: &Concept) -> bool {
    use TargetGroup::{Children0To5, Children6To13, Families, Parents};
    matches!(concept, Concept::TargetGroup(Children0To5 | Children6To13 | Families | Parents))
}

/// Whether a group is one whose offers are for nobody else: who asks for swimming for women is not helped by a club
/// of men.
const fn is_for_only(group: TargetGroup) -> bool {
    matches!(group, TargetGroup::Women | TargetGroup::MenAndFathers | TargetGroup::QueerPeople)
}

impl Snapshot {
    /// What was understood, so that it leaves somebody where that is possible without asking for something else: a
    /// group, kind or theme that leaves nobody is looked for as a word in names and titles ("Sport für Mädchen" is
    /// an offer of a club for everybody). An institution that stands beside a theme is what the question is about,
    /// not who answers it ("Brief vom Jobcenter"), and so are one's own children.
    pub(super) fn loosen<'a>(
        &self,
        tokens: &[QuestionToken],
        understood: Vec<Understanding<'a>>,
        members: &QuestionMembers<'_>,
    ) -> Vec<Understanding<'a>> {
        let conditions = understood.iter().filter(|it| it.is_sure).count();
        if conditions < 2 || !members.of(&understood).is_empty() {
            return understood;
        }
        // "Tamil families" are a group, although families are a theme too. Who wants to volunteer is none of those for
        // whom something is.
        let is_volunteers = |concept: &Concept| matches!(concept, Concept::TargetGroup(TargetGroup::Volunteers));
        let mut grouped = understood.clone();
        let has_groups =
            |it: &Understanding<'_>| !it.groups.is_empty() && !it.groups.iter().any(|concept| is_volunteers(concept));
        for it in grouped.iter_mut().filter(|it| it.is_sure && !it.is_negated && has_groups(it)) {
            it.concepts = std::mem::take(&mut it.groups);
        }
        if !members.of(&grouped).is_empty() {
            return grouped;
        }
        // Of several topics another one may be meant: "help with homework in Romanian for children" is no course in Romanian.
        for (at, _) in understood.iter().enumerate().filter(|(_, it)| it.is_lesser).take(LESSER_THEMES) {
            let mut other = understood.clone();
            other.iter_mut().filter(|it| it.asks_for(Aspect::Theme)).for_each(|it| it.is_sure = false);
            other[at].is_sure = true;
            if !members.of(&other).is_empty() {
                return other;
            }
        }
        let without = |at: usize, is_word: bool| {
            let mut less = understood.clone();
            (less[at].is_sure, less[at].is_word) = (false, is_word);
            less
        };
        let order = [Aspect::TargetGroup, Aspect::Kind, Aspect::Theme];
        let in_order = order.iter().flat_map(|aspect| understood.iter().enumerate().map(move |it| (*aspect, it)));
        for (aspect, (at, one)) in in_order {
            if one.asks_for(aspect) {
                let less = without(at, true);
                let carrying = one.places.iter().filter(|place| !tokens[**place].is_stop);
                let titled = carrying.map(|place| self.texts.actors.with_title_word(&tokens[*place].word));
                if !titled.fold(RoaringBitmap::clone(&members.of(&less)), |left, titled| left & titled).is_empty() {
                    return less;
                }
            }
        }
        // "Because I am Polish" says who asks, not what language is wanted; a course in Polish is one in no other language.
        let is_of_languages =
            |concept: &Concept| matches!(concept, Concept::Theme(slug) if slug.starts_with("language"));
        let in_theme = |it: &Understanding<'_>| {
            let is_within = |theme: &Understanding<'_>| {
                it.places.iter().all(|place| theme.places.contains(place))
                    && !theme.concepts.iter().any(|concept| is_of_languages(concept))
            };
            it.asks_for(Aspect::Language) && understood.iter().any(|it| it.asks_for(Aspect::Theme) && is_within(it))
        };
        let is_child = |it: &Understanding<'_>| it.is_sure && it.concepts.iter().all(|concept| is_of_family(concept));
        let has_theme = understood.iter().any(|it| it.asks_for(Aspect::Theme));
        let aside = |it: &Understanding<'_>| has_theme && (it.asks_for(Aspect::Kind) || is_child(it) || in_theme(it));
        let less: Vec<_> =
            understood.iter().map(|it| Understanding { is_sure: it.is_sure && !aside(it), ..it.clone() }).collect();
        if !members.of(&less).is_empty() {
            return less;
        }
        // Then what matters least is set aside, one after the other.
        let mut less = understood.clone();
        for is_lesser in LESSER {
            for it in less.iter_mut().filter(|it| it.is_sure && it.concepts.iter().all(|concept| is_lesser(concept))) {
                it.is_sure = !has_theme;
            }
            if has_theme && !members.of(&less).is_empty() {
                return less;
            }
        }
        understood
    }

    /// What was understood, with the themes of concrete words as words where these are found: who asks for a choir
    /// wants that, and whoever else makes music only where there is none. The rarest word counts first.
    pub(super) fn search_concrete<'a>(
        &self,
        tokens: &[QuestionToken],
        understood: Vec<Understanding<'a>>,
        members: &QuestionMembers<'_>,
    ) -> Vec<Understanding<'a>> {
        let is_concrete = |it: &Understanding<'_>| it.is_sure && it.is_concrete && !it.is_negated;
        if !understood.iter().any(is_concrete) {
            return understood;
        }
        let is_child = |it: &Understanding<'_>| it.is_sure && it.concepts.iter().all(|concept| is_of_family(concept));
        let searched = self.find_concrete(tokens, &understood, members);
        if searched.is_some() || !understood.iter().any(is_child) {
            return searched.unwrap_or(understood);
        }
        // One's own children are set aside before the thing itself.
        let less: Vec<_> =
            understood.iter().map(|it| Understanding { is_sure: it.is_sure && !is_child(it), ..it.clone() }).collect();
        self.find_concrete(tokens, &less, members).unwrap_or(understood)
    }

    /// Those who have a word of a text, or a longer one, in names, titles or summaries.
    pub(super) fn summarised_with_any(&self, text: &str) -> RoaringBitmap {
        let mut entries = RoaringBitmap::new();
        read(&mut WordReader::new(), text, |_, word| entries |= self.texts.actors.summarised_within(word));
        entries
    }

    /// What was understood with concrete words to be looked for as text; none where nobody has them.
    fn find_concrete<'a>(
        &self,
        tokens: &[QuestionToken],
        understood: &[Understanding<'a>],
        members: &QuestionMembers<'_>,
    ) -> Option<Vec<Understanding<'a>>> {
        let is_concrete = |it: &Understanding<'_>| it.is_sure && it.is_concrete && !it.is_negated;
        let mut searched = understood.to_vec();
        // Other words for the theme of the thing say no more than the thing: "a room for our club meeting".
        let concrete = || understood.iter().filter(|it| is_concrete(it)).flat_map(|it| &it.concepts);
        let says_the_same = |it: &Understanding<'_>| it.concepts.iter().all(|one| concrete().any(|other| one == other));
        searched.iter_mut().for_each(|it| it.is_sure &= it.is_negated || !says_the_same(it));
        let mut together = RoaringBitmap::clone(&members.of(&searched));
        let with_words = |it: &Understanding<'_>| {
            let carrying = it.places.iter().filter(|place| !tokens[**place].is_stop || it.places.len() == 1);
            let found = carrying.map(|place| self.texts.actors.summarised_within(&tokens[*place].word));
            found.reduce(|one, other| one & other).unwrap_or_default()
        };
        let mut found: Vec<(RoaringBitmap, usize)> = Vec::new();
        for (at, it) in understood.iter().enumerate().filter(|(_, it)| is_concrete(it)) {
            let mut entries = it.sought.map_or_else(RoaringBitmap::new, |sought| self.summarised_with_any(sought));
            if together.is_disjoint(&entries) {
                (entries, searched[at].sought) = (with_words(it), None);
            }
            if !together.is_disjoint(&entries) {
                found.push((entries, at));
            }
        }
        found.sort_by_key(|(entries, at)| (entries.len(), *at));
        let mut is_found = false;
        for (entries, at) in found {
            let joined = &together & &entries;
            if !joined.is_empty() {
                (together, is_found, searched[at].is_word) = (joined, true, true);
            }
        }
        is_found.then_some(searched)
    }
}
