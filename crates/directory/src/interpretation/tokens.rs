//! A question cut into words, each with the words of the vocabulary it may stand for.

use std::cell::RefCell;

use domain::text::without_gender_suffix;
use hashbrown::HashMap;

use super::{
    concept::{Aspect, Concept},
    forms::{STEMMED, arabic_bases, read, stem, stemmed_language},
    stop_words::is_stop_word,
    vocabulary::{Vocabulary, WordNo},
};
use crate::text::{Word, WordReader};

/// How a word of a question meets one of the vocabulary, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum MatchQuality {
    /// Written alike.
    Exact,
    /// It begins with a word that stands for all longer ones.
    Beginning,
    /// The same stem.
    Stem,
    /// Two letters swapped.
    Swap,
    /// Almost written alike.
    Typo,
    /// Almost written alike, but so short that something else must speak for it.
    ShortTypo,
}

/// A stem of fewer letters stands for words that are hardly longer: "per" is not that of "Perser".
const LONG_STEM: usize = 4;
const LONGEST_ENDING_OF_SHORT_STEM: usize = 2;
/// What the stemmer of German takes for an ending and is a word: a "Morgenstern" has nothing to do with mornings.
const NO_ENDING: &str = "stern";

/// From how many letters a word is compared by its stem in languages that are not the reader's.
const FOREIGN_STEM_FROM: usize = 6;

/// Longer words are not taken apart, nor is a near spelling looked for: the longest of German laws have as many letters.
pub(super) const LONGEST_WORD: usize = 40;

/// How many letters a part of a compound has at least whose joint is missing.
pub(super) const SHORTEST_PART: usize = 4;

/// How many letters the second part of a compound has at least that is forgiven a typo.
const SHORTEST_MISSPELT: usize = 6;

/// How many neighbours of a question are tried as one word.
const MOST_JOINS: usize = 4;

/// A word of the vocabulary: which vocabulary, which word, how it was met.
pub(super) type Meaning = (usize, WordNo, MatchQuality);

/// A word of a question, or a part of a compound.
#[derive(Clone, Debug)]
pub(super) struct QuestionToken {
    /// As it was written.
    pub(super) written: String,
    /// Its forms.
    pub(super) word: Word,
    /// The number of the written word it is or is a part of.
    pub(super) piece: usize,
    /// The written word that it is a part of; none where it is all of it.
    pub(super) whole: Option<Word>,
    /// Whether it carries nothing.
    pub(super) is_stop: bool,
    /// What it may stand for.
    pub(super) meanings: Vec<Meaning>,
}

impl QuestionToken {
    /// A written word, or a part of one.
    fn new(written: &str, word: &Word, piece: usize, is_stop: bool, meanings: Vec<Meaning>) -> Self {
        Self { written: written.to_owned(), word: word.clone(), piece, whole: None, is_stop, meanings }
    }
}

/// The place of the labels among the vocabularies.
pub(super) const LABELS: usize = 1;

/// What the words of questions are held against.
pub(super) struct QuestionReader<'a> {
    /// The tables, then the labels of the directory.
    pub(super) vocabularies: [&'a Vocabulary; 2],
    /// The primary tag of the reader's language.
    pub(super) language: &'a str,
    /// Whether the directory has what a concept names.
    pub(super) exists: &'a dyn Fn(&Concept) -> bool,
    /// Whether the directory itself has a word.
    pub(super) is_known: &'a dyn Fn(&Word) -> bool,
    /// What was looked up already.
    pub(super) cache: &'a MeaningCache,
}

/// What words stand for, by how they are written: questions that are read one after the other, as somebody
/// types, have most of them in common. It holds for one language and one directory.
#[derive(Default)]
pub(super) struct MeaningCache(RefCell<HashMap<String, Vec<Meaning>>>);

impl QuestionReader<'_> {
    /// The words of a question.
    pub(super) fn tokens(&self, question: &str) -> Vec<QuestionToken> {
        let (mut reader, mut tokens) = (WordReader::new(), Vec::new());
        let mut piece = 0;
        read(&mut reader, &without_gender_suffix(question), |written, word| {
            // A letter is what is left of "e. V.".
            let is_stop = is_stop_word(&word.bare, self.language) || word.bare.chars().nth(1).is_none();
            let meanings = self.meanings(&written.to_lowercase(), &word.bare);
            tokens.push(QuestionToken::new(written, word, piece, is_stop, meanings));
            piece += 1;
        });
        // Who writes a word that is one does not mean another.
        let is_exact =
            |token: &QuestionToken| token.meanings.iter().any(|(.., quality)| *quality == MatchQuality::Exact);
        let mut complete = Vec::with_capacity(tokens.len());
        for mut token in self.join_neighbours(tokens, &mut reader) {
            if token.meanings.is_empty() && !token.is_stop {
                token.meanings = self.compound_meanings(&token.word.bare);
                if token.meanings.is_empty() && !(self.is_known)(&token.word) {
                    token.meanings = self.misspelt_compound(&token.word.bare);
                }
                if token.meanings.is_empty()
                    && let Some(parts) = self.split(&token, &mut reader)
                {
                    complete.extend(parts);
                    continue;
                }
                if token.meanings.is_empty() && !(self.is_known)(&token.word) {
                    token.meanings = self.misspelt(&token.word.bare);
                }
            } else if !token.is_stop && !is_exact(&token) && self.is_vague(&token) && !(self.is_known)(&token.word) {
                token.meanings.extend(self.misspelt(&token.word.bare));
            }
            complete.push(token);
        }
        complete
    }

    /// Puts together neighbours that are one word of the vocabulary, of which one at least is no word by itself
    /// ("Schwerbehinderten Ausweis"). A typo is forgiven.
    fn join_neighbours(&self, tokens: Vec<QuestionToken>, reader: &mut WordReader) -> Vec<QuestionToken> {
        let is_lost =
            |token: &QuestionToken| !token.is_stop && token.meanings.is_empty() && !(self.is_known)(&token.word);
        let mut joined: Vec<QuestionToken> = Vec::with_capacity(tokens.len());
        let mut joins = 0;
        for token in tokens {
            if let Some(together) = joined.last().and_then(|last| self.written_apart(last, &token, reader)) {
                joined.pop();
                joined.push(together);
                continue;
            }
            let neighbour = joined.last().filter(|last| {
                let is_word = !last.is_stop && !token.is_stop && last.whole.is_none();
                let long_enough = last.word.bare.chars().count() >= 4 && token.word.bare.chars().count() >= 4;
                is_word && long_enough && joins < MOST_JOINS && (is_lost(last) || is_lost(&token))
            });
            let Some(neighbour) = neighbour else {
                joined.push(token);
                continue;
            };
            joins += 1;
            let written = format!("{}{}", neighbour.written, token.written);
            let mut words = Vec::new();
            read(reader, &written, |_, word| words.push(word.clone()));
            let word = words.pop().filter(|_| words.is_empty());
            let meanings = word.as_ref().map_or_else(Vec::new, |word| {
                let meanings = self.meanings(&written.to_lowercase(), &word.bare);
                if meanings.is_empty() { self.misspelt(&word.bare) } else { meanings }
            });
            let piece = neighbour.piece;
            match word.filter(|_| meanings.iter().any(|(at, no, _)| self.vocabularies[*at].stands_alone(*no))) {
                Some(word) => {
                    let written = format!("{} {}", neighbour.written, token.written);
                    joined.pop();
                    let is_stop = false;
                    joined.push(QuestionToken { written, whole: Some(word.clone()), word, piece, is_stop, meanings });
                }
                None => joined.push(token),
            }
        }
        joined
    }

    /// Two neighbours as the one word of the vocabulary that they are when written together ("Gesundheits Amt").
    fn written_apart(
        &self,
        one: &QuestionToken,
        other: &QuestionToken,
        reader: &mut WordReader,
    ) -> Option<QuestionToken> {
        let is_latin = one.word.bare.chars().next().is_some_and(|c| c < '\u{370}');
        let long_enough = one.word.bare.chars().count() >= 4 && other.word.bare.chars().count() >= 3;
        if !is_latin || !long_enough || one.is_stop || one.whole.is_some() {
            return None;
        }
        let bare = format!("{}{}", one.word.bare, other.word.bare);
        let stands_alone =
            |vocabulary: &Vocabulary| vocabulary.exact(&bare).is_some_and(|no| vocabulary.stands_alone(no));
        if !self.vocabularies.iter().any(|it| stands_alone(it)) {
            return None;
        }
        let together = format!("{}{}", one.written, other.written);
        let mut words = Vec::new();
        read(reader, &together, |_, word| words.push(word.clone()));
        let word = words.pop().filter(|_| words.is_empty())?;
        let meanings = self.meanings(&together.to_lowercase(), &word.bare);
        let written = format!("{} {}", one.written, other.written);
        Some(QuestionToken { written, whole: Some(word.clone()), word, piece: one.piece, is_stop: false, meanings })
    }

    /// Whether all that a word may stand for is only offered.
    fn is_vague(&self, token: &QuestionToken) -> bool {
        let phrases = token.meanings.iter().flat_map(|(at, word, _)| {
            let vocabulary = self.vocabularies[*at];
            vocabulary.phrases_of(*word).iter().map(|no| vocabulary.phrase(*no))
        });
        phrases.into_iter().all(|phrase| phrase.is_weak)
    }

    /// What a word may stand for as it is written or in another form of it.
    pub(super) fn meanings(&self, written: &str, bare: &str) -> Vec<Meaning> {
        if let Some(meanings) = self.cache.0.borrow().get(written) {
            return meanings.clone();
        }
        let meanings = self.look_up(written, bare);
        self.cache.0.borrow_mut().insert(written.to_owned(), meanings.clone());
        meanings
    }

    fn look_up(&self, written: &str, bare: &str) -> Vec<Meaning> {
        let mut meanings: Vec<Meaning> = Vec::new();
        let mut add = |meaning: Meaning| {
            if !meanings.iter().any(|known| (known.0, known.1) == (meaning.0, meaning.1)) {
                meanings.push(meaning);
            }
        };
        // Short stems of other languages meet by chance: "rent" and the German "Rente".
        let has_foreign = bare.chars().count() >= FOREIGN_STEM_FROM;
        let own = stemmed_language(self.language);
        let stems: [Option<String>; STEMMED] = std::array::from_fn(|language| {
            (has_foreign || own == Some(language)).then(|| stem(written, language)).flatten()
        });
        for (at, vocabulary) in self.vocabularies.iter().enumerate() {
            let forms = std::iter::once(bare).chain(arabic_bases(bare));
            forms.filter_map(|form| vocabulary.exact(form)).for_each(|word| add((at, word, MatchQuality::Exact)));
            vocabulary.beginnings(bare).for_each(|word| add((at, word, MatchQuality::Beginning)));
            for (language, stem) in stems.iter().enumerate() {
                let Some(stem) = stem.as_deref() else { continue };
                let letters = stem.chars().count();
                if bare.strip_suffix(NO_ENDING).is_some_and(|rest| rest.starts_with(stem)) {
                    continue;
                }
                let is_near =
                    |word: &str| letters >= LONG_STEM || word.chars().count() <= letters + LONGEST_ENDING_OF_SHORT_STEM;
                let words = vocabulary.of_stem(language, stem).iter();
                let words = words.filter(|word| is_near(bare) && is_near(vocabulary.form(**word)));
                // What the directory itself calls so counts in every form as the tables' words do as written.
                let quality = if at == LABELS { MatchQuality::Exact } else { MatchQuality::Stem };
                words.for_each(|word| add((at, *word, quality)));
            }
        }
        meanings.retain(|(at, word, _)| {
            let vocabulary = self.vocabularies[*at];
            vocabulary.phrases_of(*word).iter().any(|no| (self.exists)(&vocabulary.phrase(*no).concept))
        });
        meanings
    }

    /// The parts of a compound: both ask for something or carry nothing ("Rumänisch|kurs"), one of them at least asks.
    fn split(&self, token: &QuestionToken, reader: &mut WordReader) -> Option<[QuestionToken; 2]> {
        let written = token.written.to_lowercase();
        let characters = written.chars().count();
        if !(7..=LONGEST_WORD).contains(&characters) || written.chars().next().is_none_or(|c| c >= '\u{370}') {
            return None;
        }
        let mut best: Option<(usize, [QuestionToken; 2])> = None;
        for (at, _) in written.char_indices().skip(3).take(characters.saturating_sub(6)) {
            let (head, tail) = written.split_at(at);
            let Some(head) =
                BETWEEN.iter().find_map(|between| self.part(head.strip_suffix(between)?, token.piece, reader))
            else {
                continue;
            };
            // "Infoabend" is no time of day, "Mittwochabend" is.
            let is_time = |part: &QuestionToken| self.aspects(part).any(|aspect| aspect == Aspect::AccessFeature);
            let is_named = |tail: &QuestionToken| is_time(&head) || !is_time(tail);
            // A small word behind a language is a part of what courses in it are called: "Griechisch|unterricht".
            let part = self.part(tail, token.piece, reader).filter(is_named);
            let is_vague = part.as_ref().is_none_or(|part| part.is_stop && part.meanings.is_empty());
            let vague = if is_vague { self.vague_tail(&head, tail, reader) } else { None };
            let Some(tail) = vague.or(part) else { continue };
            let asks = |part: &QuestionToken| !part.meanings.is_empty();
            let worth = usize::from(asks(&head)) + usize::from(asks(&tail));
            if worth > 0 && best.as_ref().is_none_or(|(known, _)| worth > *known) {
                best = Some((worth, [head, tail]));
            }
        }
        let whole = Some(token.word.clone());
        let parts = best.map(|(_, parts)| parts).or_else(|| self.misspelt_split(&written, token.piece, reader))?;
        Some(parts.map(|part| QuestionToken { whole: whole.clone(), ..part }))
    }

    /// The parts of a compound of which the first asks for something and the second almost does ("Samstag|nachmitag").
    fn misspelt_split(&self, written: &str, piece: usize, reader: &mut WordReader) -> Option<[QuestionToken; 2]> {
        let ends = written.char_indices().map(|(at, _)| at).skip(SHORTEST_PART);
        ends.filter(|at| written[*at..].chars().count() >= SHORTEST_MISSPELT).find_map(|at| {
            let (head, tail) = written.split_at(at);
            let head = self.part(head, piece, reader).filter(|head| !head.meanings.is_empty())?;
            let mut tails = Vec::new();
            read(reader, tail, |written, word| {
                let mut meanings = self.misspelt(&word.bare);
                meanings.retain(|(at, no, _)| self.vocabularies[*at].stands_alone(*no));
                tails.push(QuestionToken::new(written, word, piece, false, meanings));
            });
            let tail = tails.pop().filter(|tail| tails.is_empty() && !tail.meanings.is_empty())?;
            Some([head, tail])
        })
    }

    /// What a word may be a condition of.
    fn aspects(&self, token: &QuestionToken) -> impl Iterator<Item = Aspect> {
        let concepts = token.meanings.iter().flat_map(|(at, word, _)| {
            let vocabulary = self.vocabularies[*at];
            vocabulary.phrases_of(*word).iter().map(|no| &vocabulary.phrase(*no).concept)
        });
        concepts.map(Concept::aspect)
    }

    /// The end of a compound that is too vague to ask for anything: behind a language or a group it need not
    /// ("Rumänisch|kurs").
    fn vague_tail(&self, head: &QuestionToken, tail: &str, reader: &mut WordReader) -> Option<QuestionToken> {
        if !self.aspects(head).any(|aspect| matches!(aspect, Aspect::Language | Aspect::TargetGroup)) {
            return None;
        }
        let mut parts = Vec::new();
        read(reader, tail, |written, word| {
            let (is_stop, piece) = (is_stop_word(&word.bare, "de"), head.piece);
            parts.push(QuestionToken::new(written, word, piece, is_stop, self.meanings(written, &word.bare)));
        });
        let is_word = |part: &QuestionToken| self.vocabularies.iter().any(|it| it.exact(&part.word.bare).is_some());
        parts.pop().filter(|part| parts.is_empty() && part.written.chars().count() >= 4 && is_word(part))
    }

    /// A part of a compound that asks for something by itself or carries nothing.
    fn part(&self, written: &str, piece: usize, reader: &mut WordReader) -> Option<QuestionToken> {
        if written.chars().count() < 4 {
            return None;
        }
        let mut parts = Vec::new();
        read(reader, written, |written, word| {
            let mut meanings = self.meanings(written, &word.bare);
            meanings.retain(|(at, no, _)| self.vocabularies[*at].stands_alone(*no));
            let is_stop = is_stop_word(&word.bare, "de");
            parts.push(QuestionToken::new(written, word, piece, is_stop, meanings));
        });
        parts.pop().filter(|part| parts.is_empty() && (part.is_stop || !part.meanings.is_empty()))
    }
}

/// What German puts between the parts of a compound.
pub(super) const BETWEEN: [&str; 5] = ["", "s", "n", "en", "-"];
