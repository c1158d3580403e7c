//! Questions that are a name or a title, or a part of one.
//!
//! The vocabulary would take "Kulturhaus Zwiebelblüte" for a theme, and "Abendkurs Deutsch B2" for a time of day. So the
//! directory is asked first whether one name or title has all words of a question. Words that no filter can say are then
//! looked for together with the others. Where the vocabulary knows all of them, the filter stays as long as it leads to
//! the same entry and few others: who asks for "Hausaufgabenhilfe" wants all who help, not only the one who calls it so.

use std::collections::BTreeMap;

use domain::LocalisedText;
use roaring::RoaringBitmap;

use super::{
    concept::Aspect,
    forms::read,
    matching::Understanding,
    members::QuestionMembers,
    negation::is_rejected_word,
    stop_words::is_stop_word_anywhere,
    tokens::{MatchQuality, QuestionToken},
};
use crate::{
    ActorFilter, ActorNo, Snapshot,
    text::{Word, WordReader},
};

/// So many entries that have all words in their names and titles are looked at one by one: a name that fits more is
/// no name.
const FEW: u64 = 8;
/// How many entries of a filter are read through by whoever looks for one of them.
const GLANCE: u64 = 5;
/// From which part of a title on some words are that title, and of how many entries.
const MOST_OF_A_TITLE: f32 = 0.6;
const ENTRIES_OF_A_TITLE: u64 = 3;

/// How many letters a word has at least that is a name by itself.
const SHORTEST_NAME: usize = 7;

/// The words of a name or title by their places in the question, as they are to be looked for.
pub(super) type NamedWords = BTreeMap<usize, String>;

/// The best name or title that has some words.
struct TitleMatch {
    /// Those with a title that has all the words.
    entries: RoaringBitmap,
    /// How much of it the words are: 1 where they are all of it.
    coverage: f32,
    /// Whether it is a name, rather than the title of an offer or event.
    is_name: bool,
    /// Its words that were met, in the order of those given.
    words: Vec<String>,
}

/// How words may meet those of a title.
#[derive(Clone, Copy, PartialEq)]
enum Meeting {
    /// The same, or of the same stem.
    Same,
    /// Also at the beginning or the end of a longer one.
    Within,
}

impl Snapshot {
    /// The words that are looked for as a name or title. A district beside a name stays a district.
    pub(super) fn named_words(
        &self,
        tokens: &[QuestionToken],
        understood: &[Understanding<'_>],
        members: &QuestionMembers<'_>,
    ) -> NamedWords {
        let of = |place: &usize| {
            let place = *place;
            understood.iter().filter(move |it| it.is_sure && it.places.contains(&place))
        };
        let is_district =
            |place: &usize| of(place).flat_map(|it| &it.concepts).any(|concept| concept.aspect() == Aspect::District);
        // What must not be is no part of a name: "not for women".
        let is_set_aside = |place: &usize| {
            is_rejected_word(tokens, *place)
                && understood
                    .iter()
                    .any(|it| (!it.is_sure || it.is_negated) && !it.concepts.is_empty() && it.places.contains(place))
        };
        // A compound is a name as a whole or not at all.
        let all: Vec<usize> = (0..tokens.len()).collect();
        let carrying: Vec<&[usize]> = all
            .chunk_by(|one, next| tokens[*one].piece == tokens[*next].piece)
            .filter(|places| places.iter().any(|place| !tokens[*place].is_stop))
            .filter(|places| !places.iter().any(is_set_aside))
            .collect();
        let without_districts: Vec<&[usize]> =
            carrying.iter().copied().filter(|places| !places.iter().all(is_district)).collect();
        for pieces in [&carrying, &without_districts] {
            let whole = |places: &&[usize]| {
                let token = &tokens[places[0]];
                token.whole.as_ref().unwrap_or(&token.word)
            };
            let words: Vec<&Word> = pieces.iter().map(whole).collect();
            let is_known = |places: &&[usize]| places.iter().any(|place| of(place).next().is_some());
            let is_unknown = !pieces.iter().all(is_known);
            let found = self.title_match(&words, Meeting::Same).or_else(|| {
                let found = self.title_match(&words, Meeting::Within)?;
                (is_unknown && words.len() > 1 && found.entries.len() == 1).then_some(found)
            });
            let Some(found) = found else { continue };
            let mut concepts =
                pieces.concat().iter().flat_map(of).flat_map(|it| &it.concepts).collect::<Vec<_>>().into_iter();
            let has_topic = concepts.any(|it| it.is_topic() || it.aspect() == Aspect::TargetGroup);
            let is_whole_name = found.is_name && found.coverage >= 1.0 && words.len() > 1;
            // A name that the vocabulary only guesses at, by its parts or endings, and that asks for no topic then.
            let is_guess = |places: &&[usize]| {
                let token = &tokens[places[0]];
                token.whole.is_some() || token.meanings.iter().all(|(.., quality)| *quality != MatchQuality::Exact)
            };
            let is_proper_name = found.is_name && !has_topic && pieces.iter().all(is_guess);
            if is_unknown
                || is_whole_name
                || is_proper_name
                || has_topic && is_meant(&found, words.len(), understood, members)
            {
                let named = pieces.iter().zip(found.words);
                let each = named.flat_map(|(places, word)| {
                    let rest = places[1..].iter().map(|place| (*place, String::new()));
                    std::iter::once((places[0], word)).chain(rest)
                });
                return each.collect();
            }
        }
        self.only_name(tokens, &carrying, &members.filter(understood), members)
    }

    /// The word of a question that is the name of a single actor, where the rest of the question would leave that one
    /// out: then the rest is a part of what somebody remembers of the name.
    fn only_name(
        &self,
        tokens: &[QuestionToken],
        carrying: &[&[usize]],
        filter: &ActorFilter,
        members: &QuestionMembers<'_>,
    ) -> NamedWords {
        let is_name = |places: &&&[usize]| matches!(places, [place] if self.is_only_name(&tokens[*place]));
        let Some([named]) = carrying.iter().find(is_name) else { return NamedWords::new() };
        let left = members.of_filter(filter);
        if *filter == ActorFilter::default()
            || !left.is_disjoint(&self.texts.actors.with_title_word(&tokens[*named].word))
        {
            return NamedWords::new();
        }
        let word = |place: usize| if place == *named { tokens[place].written.clone() } else { String::new() };
        carrying.concat().into_iter().map(|place| (place, word(place))).collect()
    }

    /// Whether a word that asks for nothing is one of the name of a single actor, and in no title of another one.
    pub(super) fn is_only_name(&self, token: &QuestionToken) -> bool {
        let word = &token.word;
        if !token.meanings.is_empty() {
            return false;
        }
        let titled = self.texts.actors.with_title_word(word);
        let (Some(no), 1, true) = (titled.min(), titled.len(), word.bare.chars().count() >= SHORTEST_NAME) else {
            return false;
        };
        let mut reader = WordReader::new();
        let mut is_name = false;
        read(&mut reader, &self.actor(ActorNo(no)).data().name, |_, of_name| is_name |= of_name.bare == word.bare);
        is_name
    }

    fn title_match(&self, words: &[&Word], meeting: Meeting) -> Option<TitleMatch> {
        let mut entries: Option<RoaringBitmap> = None;
        // Long words are rare ones, and one that nobody has ends the search.
        let mut rarest_first = words.to_vec();
        rarest_first.sort_by_key(|word| std::cmp::Reverse(word.bare.len()));
        for word in rarest_first {
            let found = match meeting {
                Meeting::Same => self.texts.actors.with_title_word(word),
                Meeting::Within => self.texts.actors.titled_within(word),
            };
            let joined = entries.map_or_else(|| found.clone(), |entries| entries & &found);
            if joined.is_empty() {
                return None;
            }
            entries = Some(joined);
        }
        let entries = entries.filter(|entries| entries.len() <= FEW)?;
        let mut reader = WordReader::new();
        let mut best: Option<TitleMatch> = None;
        for no in &entries {
            let Some((coverage, is_name, met)) = self.entry_match(ActorNo(no), words, meeting, &mut reader) else {
                continue;
            };
            let best = best.get_or_insert_with(|| TitleMatch {
                entries: RoaringBitmap::new(),
                coverage: 0.0,
                is_name: false,
                words: Vec::new(),
            });
            best.entries.insert(no);
            if coverage > best.coverage {
                (best.coverage, best.is_name, best.words) = (coverage, is_name, met);
            }
        }
        best
    }

    fn entry_match(
        &self,
        no: ActorNo,
        words: &[&Word],
        meeting: Meeting,
        reader: &mut WordReader,
    ) -> Option<(f32, bool, Vec<String>)> {
        let data = self.actor(no).data();
        let names = std::iter::once(data.name.as_str()).chain(data.alternative_names.iter().map(String::as_str));
        let offers = self.offers_of(no).map(|offer| &self.offer(offer).data().title);
        let events = self.events_of(no).map(|event| &self.event(event).data().title);
        let titles = offers.chain(events).flat_map(LocalisedText::iter).map(|(_, title)| title);
        let titles = titles.flat_map(with_head).map(|title| (title, false));
        let mut best: Option<(f32, bool, Vec<String>)> = None;
        for (title, is_name) in names.map(|name| (name, true)).chain(titles) {
            if let Some((coverage, met)) = coverage(title, words, meeting, reader)
                && best.as_ref().is_none_or(|(known, ..)| coverage > *known)
            {
                best = Some((coverage, is_name, met));
            }
        }
        best
    }
}

/// A title, and what stands in it before a colon, which is what people remember: "Intercultural week: opening at the
/// market".
fn with_head(title: &str) -> impl Iterator<Item = &str> {
    std::iter::once(title).chain(title.split_once(':').map(|(head, _)| head))
}

/// How much of a title some words are, with the words of the title that they met; none where it has not all of them.
fn coverage(title: &str, words: &[&Word], meeting: Meeting, reader: &mut WordReader) -> Option<(f32, Vec<String>)> {
    let mut all: Vec<(String, Word)> = Vec::new();
    read(reader, title, |written, word| all.push((written.to_owned(), word.clone())));
    // Small words and what legal forms and demonstrations leave behind are no part of a name.
    let carries = |word: &Word| {
        let is_left_behind = matches!(word.bare.as_str(), "ev" | "demo") || word.bare.chars().nth(1).is_none();
        !is_left_behind && !is_stop_word_anywhere(&word.bare)
    };
    let carrying = all.iter().filter(|(_, word)| carries(word)).count();
    let meets = |one: &Word, other: &Word| {
        let is_same = one.bare == other.bare || one.stem == other.stem;
        let is_within = meeting == Meeting::Within && one.bare.chars().count() >= 4;
        is_same || is_within && (other.bare.starts_with(&one.bare) || other.bare.ends_with(&one.bare))
    };
    let met = |word: &&Word| all.iter().find(|(_, of_title)| meets(word, of_title)).map(|(written, _)| written.clone());
    let met: Vec<String> = words.iter().filter_map(met).collect();
    let named = words.iter().filter(|word| carries(word)).count();
    (met.len() == words.len() && named > 0).then(|| (named as f32 / carrying.max(named) as f32, met))
}

/// Whether a title is meant although a filter could say all its words.
fn is_meant(found: &TitleMatch, words: usize, understood: &[Understanding<'_>], members: &QuestionMembers<'_>) -> bool {
    let is_whole = found.coverage >= 1.0;
    let is_most = words > 1 && found.coverage >= MOST_OF_A_TITLE && found.entries.len() <= ENTRIES_OF_A_TITLE;
    if !is_whole && !is_most {
        return false;
    }
    let members = members.of(understood);
    members.len() > GLANCE || members.is_disjoint(&found.entries)
}
