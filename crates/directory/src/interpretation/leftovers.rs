//! What becomes of the words of a question that ask for nothing by themselves.

use super::{
    concept::{Aspect, Concept},
    forms::read,
    heads::is_head,
    matching::Understanding,
    members::QuestionMembers,
    names::NamedWords,
    negation::is_rejected_word,
    tokens::{BETWEEN, QuestionToken},
};
use roaring::RoaringBitmap;

use crate::{
    ActorFilter, Snapshot,
    text::{MAX_CHARACTERS, MAX_WORDS, WordReader},
};

/// Of so many words each is looked for by itself; more are looked for together only.
const MOST_SEARCHES: usize = 6;
/// What so few entries or none have is rare.
const RARE: u64 = 2;
/// How short a part of a compound may be, and at how many letters one is looked for.
const SHORTEST_PART: usize = 4;
const LONGEST_COMPOUND: usize = 24;
/// So many entries at most have words that say something although others of the question were set aside.
const FEW: u64 = 8;

/// What is left of a question beside its filter.
#[derive(Debug, Default)]
pub(super) struct Leftovers {
    /// What is looked for as text.
    pub(super) words: String,
    /// Words that are not, each with its place.
    pub(super) set_aside: Vec<(usize, String)>,
}

impl Snapshot {
    /// The words that are looked for beside a filter.
    pub(super) fn leftovers(
        &self,
        tokens: &[QuestionToken],
        understood: &[Understanding<'_>],
        (filter, members): (&ActorFilter, &QuestionMembers<'_>),
        names: &NamedWords,
    ) -> Leftovers {
        let is_applied = |place: usize| understood.iter().any(|it| it.is_sure && it.places.contains(&place));
        let left: Vec<usize> =
            (0..tokens.len()).filter(|place| !tokens[*place].is_stop && !is_applied(*place)).collect();
        if !names.is_empty() {
            let words: Vec<&str> = names.values().map(String::as_str).filter(|word| !word.is_empty()).collect();
            return Leftovers { words: words.join(" "), set_aside: Vec::new() };
        }
        if left.is_empty() && *filter == ActorFilter::default() {
            return self.small_words(tokens);
        }
        // What must not be is not looked for; what nobody knows is, where nothing else is asked for.
        let (rejected, wanted): (Vec<usize>, Vec<usize>) =
            left.iter().partition(|place| is_rejected_word(tokens, **place));
        let is_understood = |place: &usize| understood.iter().any(|it| it.places.contains(place));
        let has_more = !wanted.is_empty() || *filter != ActorFilter::default() || rejected.iter().any(is_understood);
        if has_more && !rejected.is_empty() {
            let mut leftovers = self.wanted_leftovers(tokens, understood, (filter, members), &wanted);
            leftovers.set_aside.extend(split(tokens, &[], &rejected).set_aside);
            return leftovers;
        }
        self.wanted_leftovers(tokens, understood, (filter, members), &left)
    }

    /// The same of words that are wanted.
    fn wanted_leftovers(
        &self,
        tokens: &[QuestionToken],
        understood: &[Understanding<'_>],
        (filter, members): (&ActorFilter, &QuestionMembers<'_>),
        left: &[usize],
    ) -> Leftovers {
        let has_topic = understood.iter().any(|it| it.is_sure && it.concepts.iter().any(|concept| concept.is_topic()));
        if left.is_empty() {
            return Leftovers::default();
        }
        let is_word = |place: &usize| understood.iter().any(|it| it.is_word && it.places.contains(place));
        if has_topic || understood.iter().any(|it| it.is_word) {
            return self.titled_leftovers(tokens, understood, (filter, members), left, &is_word);
        }
        self.searched_leftovers(tokens, understood, (filter, members), left)
    }

    /// A question of words that carry nothing: a name that is made of such, or nothing at all.
    fn small_words(&self, tokens: &[QuestionToken]) -> Leftovers {
        let all: Vec<usize> = (0..tokens.len()).collect();
        let titled = all.iter().map(|place| self.texts.actors.with_title_word(&tokens[*place].word));
        let is_name = titled.reduce(|one, other| one & other).is_some_and(|found| !found.is_empty());
        if is_name { split(tokens, &all, &[]) } else { Leftovers::default() }
    }

    /// Beside a topic, words count that stand in names and titles of those who are left; the others say it more
    /// precisely than anybody tells.
    fn titled_leftovers(
        &self,
        tokens: &[QuestionToken],
        understood: &[Understanding<'_>],
        (filter, members): (&ActorFilter, &QuestionMembers<'_>),
        left: &[usize],
        is_word: &dyn Fn(&usize) -> bool,
    ) -> Leftovers {
        let mut together = RoaringBitmap::clone(&members.of_filter(filter));
        let is_weak =
            |place: &usize| understood.iter().any(|it| !it.is_sure && !it.is_word && it.places.contains(place));
        // A thing that texts call otherwise is looked for by that word.
        let sought = |place: &usize| {
            let of = understood.iter().find(|it| it.is_word && it.sought.is_some() && it.places.contains(place));
            of.and_then(|it| it.sought)
        };
        let mut kept = Vec::new();
        let in_order = left.iter().filter(|place| is_word(place)).chain(left.iter().filter(|place| !is_word(place)));
        for place in in_order.filter(|place| is_word(place) || !is_weak(place)) {
            if let Some(text) = sought(place) {
                together &= self.summarised_with_any(text);
                kept.push(*place);
                continue;
            }
            if self.says_the_same(&tokens[*place], understood) {
                continue;
            }
            let word = &tokens[*place].word;
            let found = match is_word(place) {
                true => self.texts.actors.summarised_within(word),
                false => self.texts.actors.titled_within(word),
            };
            let joined = &together & &found;
            if !joined.is_empty() {
                together = joined;
                kept.push(*place);
            }
        }
        kept.sort_unstable();
        // A word within a longer one is not found by the search of texts as such.
        let is_found = |place: &usize| {
            let text = sought(place).map_or_else(|| tokens[*place].written.clone(), ToOwned::to_owned);
            let filter = ActorFilter { text: Some(text), ..filter.clone() };
            self.filter_members(&filter).is_ok_and(|members| !members.is_empty())
        };
        kept.retain(|place| is_word(place) || is_found(place));
        let aside: Vec<usize> = left.iter().copied().filter(|place| !kept.contains(place)).collect();
        // Parts of a compound were found each by itself.
        let mut words: Vec<&str> = Vec::new();
        for place in kept.iter().take(MAX_WORDS) {
            let word = sought(place).unwrap_or(&tokens[*place].written);
            if !words.contains(&word) {
                words.push(word);
            }
        }
        Leftovers { words: words.join(" "), ..split(tokens, &[], &aside) }
    }

    /// Whether a word is only a part of what a theme is called that is asked for anyway: "foreign" beside the
    /// recognition of qualifications. In a title it tells nobody from others.
    fn says_the_same(&self, token: &QuestionToken, understood: &[Understanding<'_>]) -> bool {
        let vocabularies = self.vocabularies();
        let mut meant = token.meanings.iter().flat_map(|(at, word, _)| {
            vocabularies[*at].phrases_of(*word).iter().map(|no| &vocabularies[*at].phrase(*no).concept)
        });
        let is_asked = |concept: &Concept| understood.iter().any(|it| it.is_sure && it.concepts.contains(&concept));
        meant.any(|concept| concept.aspect() == Aspect::Theme && is_asked(concept))
    }

    /// Without a topic the words are it. All of them, where somebody has them; else as neighbours in one; else the
    /// rarest of them that are found together, where those are telling. A word that nobody knows is what is asked
    /// for: then nobody is the answer.
    fn searched_leftovers(
        &self,
        tokens: &[QuestionToken],
        understood: &[Understanding<'_>],
        (filter, members): (&ActorFilter, &QuestionMembers<'_>),
        left: &[usize],
    ) -> Leftovers {
        let with_text = |text: String| {
            let filter = ActorFilter { text: Some(text), ..filter.clone() };
            self.filter_members(&filter).unwrap_or_default()
        };
        let found_by = |place: &usize| {
            let filter = ActorFilter { text: Some(tokens[*place].written.clone()), ..ActorFilter::default() };
            self.filter_members(&filter).unwrap_or_default()
        };
        let all = split(tokens, left, &[]);
        let fitting = RoaringBitmap::clone(&members.of_filter(filter));
        let alone = if let [place] = left { Some(found_by(place)) } else { None };
        let is_found = || match &alone {
            Some(found) => !found.is_disjoint(&fitting),
            None => !with_text(all.words.clone()).is_empty(),
        };
        if left.len() > MOST_SEARCHES || is_found() {
            return all;
        }
        if left.len() > 1 {
            let joined: String = left.iter().map(|place| tokens[*place].written.as_str()).collect();
            if joined.chars().count() <= MAX_CHARACTERS && !with_text(joined.clone()).is_empty() {
                return Leftovers { words: joined, set_aside: Vec::new() };
            }
        }
        if let [place] = left[..]
            && let Some(parts) = self.compound_parts(&tokens[place].written)
            && !with_text(parts.clone()).is_empty()
        {
            return Leftovers { words: parts, set_aside: Vec::new() };
        }
        let mut found: Vec<_> = match (alone, left) {
            (Some(found), [place]) => vec![(found, *place)],
            _ => left.iter().map(|place| (found_by(place), *place)).collect(),
        };
        found.sort_by_key(|(entries, place)| (entries.len(), *place));
        // A thing that hardly anybody has is what is asked for; a group or a general word is not.
        let is_general = |place: &usize| {
            let of_nothing_rare = |it: &Understanding<'_>| !it.concepts.iter().any(|concept| concept.is_topic());
            is_head(&tokens[*place].word.bare)
                || understood.iter().any(|it| it.places.contains(place) && of_nothing_rare(it))
        };
        let strange = found.iter().filter(|(entries, place)| entries.len() <= RARE && !is_general(place)).count();
        // Who writes a name that only one has means that one, whatever else of it is not right.
        if let Some((_, place)) = found.iter().find(|(_, place)| self.is_only_name(&tokens[*place])) {
            let aside: Vec<usize> = left.iter().copied().filter(|other| other != place).collect();
            let named = split(tokens, &[*place], &aside);
            if !with_text(named.words.clone()).is_empty() {
                return named;
            }
        }
        let has_filter = *filter != ActorFilter::default();
        let mut together = fitting;
        let mut kept = Vec::new();
        for (entries, place) in &found {
            let joined = &together & entries;
            let is_telling = has_filter || !is_head(&tokens[*place].word.bare);
            if is_telling && !joined.is_empty() {
                together = joined;
                kept.push(*place);
            }
        }
        let is_enough = match has_filter {
            true => strange == 0,
            false => kept.len() * 2 >= left.len() && together.len() <= FEW,
        };
        if !is_enough {
            return all;
        }
        kept.sort_unstable();
        let aside: Vec<usize> = left.iter().copied().filter(|place| !kept.contains(place)).collect();
        split(tokens, &kept, &aside)
    }

    /// The two words that an unknown compound is made of, where somebody has both ("Fußball|schuhe").
    fn compound_parts(&self, written: &str) -> Option<String> {
        let (mut reader, lower) = (WordReader::new(), written.to_lowercase());
        let mut entries = |part: &str| {
            let mut words = Vec::new();
            read(&mut reader, part, |_, word| words.push(word.clone()));
            words
                .first()
                .filter(|_| words.len() == 1)
                .map(|word| self.texts.actors.with_summary_word(word))
                .unwrap_or_default()
        };
        let ends = lower.char_indices().skip(SHORTEST_PART).map(|(end, _)| end).take(LONGEST_COMPOUND);
        ends.filter(|end| lower[*end..].chars().count() >= SHORTEST_PART).find_map(|end| {
            let (head, tail) = lower.split_at(end);
            let joint = BETWEEN.iter().filter_map(|between| head.strip_suffix(between));
            joint.into_iter().find_map(|head| {
                let found = entries(head);
                let is_found = !found.is_empty() && !found.is_disjoint(&entries(tail));
                is_found.then(|| format!("{head} {tail}"))
            })
        })
    }
}

/// The words of some places, as many as a text may have, and the others.
fn split(tokens: &[QuestionToken], kept: &[usize], aside: &[usize]) -> Leftovers {
    let (kept, surplus) = kept.split_at(kept.len().min(MAX_WORDS));
    let words = super::join_tokens(tokens, kept);
    let set_aside = aside.iter().chain(surplus).map(|place| (*place, tokens[*place].written.clone())).collect();
    Leftovers { words, set_aside }
}
