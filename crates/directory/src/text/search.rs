//! Finding the documents of a question in one segment of the index.

use std::sync::{Arc, LazyLock};

use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder, SINK_STATE};
use roaring::RoaringBitmap;
use tantivy::index::InvertedIndexReader;
use tantivy::postings::TermInfo;
use tantivy::{SegmentReader, TantivyError};
use tantivy_fst::Automaton;

use super::query::{QueryWord, TextQuery};
use super::rank::{Match, Part, score};
use super::terms::{Fields, NUMBER, POSTINGS, Read, read};

/// What a question found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hits {
    numbers: RoaringBitmap,
    scores: Vec<(u32, f32)>,
}

impl Hits {
    /// Brings the finds of all segments in order.
    pub(super) fn new(mut scores: Vec<(u32, f32)>) -> Self {
        // Segments come in runs of growing numbers, which a stable sort merely merges.
        scores.sort_by_key(|(number, _)| *number);
        let sorted = scores.iter().map(|(number, _)| *number);
        // Numbers are unique unless the index was built with some twice.
        let numbers = RoaringBitmap::from_sorted_iter(sorted.clone()).unwrap_or_else(|_| sorted.collect());
        Self { numbers, scores }
    }

    /// The numbers of all documents found.
    pub fn numbers(&self) -> &RoaringBitmap {
        &self.numbers
    }

    /// How well a document matches, as a whole number, higher is better; `None` if it does not.
    pub fn score(&self, number: u32) -> Option<f32> {
        self.scores.binary_search_by_key(&number, |(number, _)| *number).ok().map(|at| self.scores[at].1)
    }

    /// Every document found with its score, by growing number.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (u32, f32)> + '_ {
        self.scores.iter().copied()
    }

    /// How many documents were found.
    pub fn len(&self) -> usize {
        self.scores.len()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.scores.is_empty()
    }
}

/// A word ready to be looked up: its automata are built once for all segments.
pub(super) struct Plan<'a> {
    asked: &'a QueryWord,
    /// Accepts what is within the forgiven typos; none if no typo is forgiven.
    whole: Option<DFA>,
    /// Accepts what is within one typo; none if the word is no forgiving prefix.
    beginning: Option<DFA>,
}

/// The plan of every word of a question.
pub(super) fn plans(query: &TextQuery) -> Vec<Plan<'_>> {
    query.words().iter().map(Plan::new).collect()
}

impl<'a> Plan<'a> {
    fn new(asked: &'a QueryWord) -> Self {
        // Building the tables of a distance takes milliseconds; of a word, microseconds.
        static ONE: LazyLock<LevenshteinAutomatonBuilder> = LazyLock::new(|| LevenshteinAutomatonBuilder::new(1, true));
        static TWO: LazyLock<LevenshteinAutomatonBuilder> = LazyLock::new(|| LevenshteinAutomatonBuilder::new(2, true));
        let bare = &asked.word.bare;
        let whole = match asked.typos() {
            0 => None,
            1 => Some(ONE.build_dfa(bare)),
            _ => Some(TWO.build_dfa(bare)),
        };
        Self { asked, whole, beginning: asked.is_forgiving_prefix().then(|| ONE.build_dfa(bare)) }
    }
}

/// Walks the token part of terms through a Levenshtein automaton; what follows is accepted as it is.
#[derive(Clone, Copy)]
struct Typos<'a> {
    automaton: &'a DFA,
    /// Whether a token need only begin like this.
    is_prefix: bool,
}

/// The state behind an accepted token.
const ACCEPTED: u32 = u32::MAX;

impl Typos<'_> {
    fn accepts(&self, state: u32) -> bool {
        matches!(self.automaton.distance(state), Distance::Exact(_))
    }
}

impl Automaton for Typos<'_> {
    type State = u32;

    fn start(&self) -> u32 {
        self.automaton.initial_state()
    }

    fn is_match(&self, state: &u32) -> bool {
        *state == ACCEPTED
    }

    fn can_match(&self, state: &u32) -> bool {
        *state != SINK_STATE
    }

    fn will_always_match(&self, state: &u32) -> bool {
        *state == ACCEPTED
    }

    fn accept(&self, state: &u32, byte: u8) -> u32 {
        match (*state, byte) {
            (ACCEPTED, _) => ACCEPTED,
            (state, 0) if self.accepts(state) => ACCEPTED,
            (_, 0) => SINK_STATE,
            (state, byte) => match self.automaton.transition(state, byte) {
                next if self.is_prefix && self.accepts(next) => ACCEPTED,
                next => next,
            },
        }
    }
}

/// One immutable segment of the index with the numbers of its documents.
#[derive(Clone)]
pub(super) struct Segment {
    pub(super) reader: SegmentReader,
    /// By document id within the segment.
    pub(super) numbers: Arc<[u32]>,
}

impl Segment {
    /// Opens a segment, reading its numbers.
    pub(super) fn open(reader: &SegmentReader) -> Result<Self, TantivyError> {
        let column = reader.fast_fields().column_first_or_default::<u64>(NUMBER)?;
        // Numbers are written from u32, so none is too large to be read back as one.
        let numbers = column.iter().map(|number| u32::try_from(number).unwrap_or(u32::MAX)).collect();
        Ok(Self { reader: reader.clone(), numbers })
    }

    /// Adds every living document that has all the words.
    pub(super) fn search(
        &self,
        fields: Fields,
        plans: &[Plan<'_>],
        found: &mut Vec<(u32, f32)>,
    ) -> Result<(), TantivyError> {
        let documents = self.numbers.len();
        let mut total = vec![u16::from(plans.is_empty()); documents];
        let mut best = Vec::new();
        for (at, plan) in plans.iter().enumerate() {
            best.clear();
            best.resize(documents, 0);
            let mut lookup = Lookup { segment: self, plan, best: &mut best };
            lookup.tokens(fields)?;
            lookup.stems(fields)?;
            lookup.insides(fields)?;
            if at == 0 {
                std::mem::swap(&mut total, &mut best);
            } else {
                for (total, best) in total.iter_mut().zip(&best) {
                    *total = if *total > 0 && *best > 0 { *total + *best } else { 0 };
                }
            }
        }
        let alive = self.reader.alive_bitset();
        let hits = (0u32..)
            .zip(&total)
            .filter(|(document, total)| **total > 0 && alive.is_none_or(|set| set.is_alive(*document)));
        // A question without words has scored 1 so far to count as found.
        let nothing = u16::from(plans.is_empty());
        found.extend(
            hits.zip(std::iter::repeat(nothing))
                .map(|((document, total), nothing)| (self.numbers[document as usize], f32::from(total - nothing))),
        );
        Ok(())
    }
}

/// One word being looked up in one segment.
struct Lookup<'a> {
    segment: &'a Segment,
    plan: &'a Plan<'a>,
    /// The best score so far by document id.
    best: &'a mut [u16],
}

impl Lookup<'_> {
    /// Equal tokens, longer ones and typos.
    fn tokens(&mut self, fields: Fields) -> Result<(), TantivyError> {
        let index = self.segment.reader.inverted_index(fields.token)?;
        let asked = self.plan.asked;
        let bare = asked.word.bare.as_bytes();
        let longer = Part::ALL.iter().any(|part| asked.beginning(*part).is_some());
        let mut terms = range(&index, bare, longer)?;
        while let Some((key, info)) = terms.next() {
            let Some(term) = read(key) else { continue };
            let quality = if term.token.len() > bare.len() {
                asked.beginning(term.part)
            } else if term.folded == asked.word.folded.as_bytes() {
                Some(Match::Exact)
            } else {
                Some(Match::UmlautBlind)
            };
            self.raise(&index, &term, quality, info)?;
        }
        if let Some(automaton) = &self.plan.whole {
            let mut terms = index.terms().search(Typos { automaton, is_prefix: false }).into_stream()?;
            while let Some((key, info)) = terms.next() {
                let Some(term) = read(key) else { continue };
                let quality = match automaton.eval(term.token) {
                    Distance::Exact(1) => Some(Match::Typo),
                    Distance::Exact(2) => Some(Match::TwoTypos),
                    _ => None,
                };
                self.raise(&index, &term, quality, info)?;
            }
        }
        if let (Some(automaton), Some(first)) = (&self.plan.beginning, asked.word.bare.chars().next()) {
            let first = first.to_string();
            let terms = index.terms().search(Typos { automaton, is_prefix: true });
            let mut terms = terms.ge(&first).lt(after(first.as_bytes())).into_stream()?;
            while let Some((key, info)) = terms.next() {
                let Some(term) = read(key) else { continue };
                // Where the word itself is the beginning, the token has been met already, and better.
                let quality = (!term.token.starts_with(bare)).then_some(Match::PrefixTypo);
                self.raise(&index, &term, quality, info)?;
            }
        }
        Ok(())
    }

    /// Tokens of the same German stem.
    fn stems(&mut self, fields: Fields) -> Result<(), TantivyError> {
        let word = &self.plan.asked.word;
        if word.stem != word.bare {
            // Tokens that are their own stem; those that are the word asked for have been met.
            let index = self.segment.reader.inverted_index(fields.token)?;
            let mut terms = range(&index, word.stem.as_bytes(), false)?;
            while let Some((key, info)) = terms.next() {
                let Some(term) = read(key) else { continue };
                self.raise(&index, &term, term.is_stem.then_some(Match::Stem), info)?;
            }
        }
        let index = self.segment.reader.inverted_index(fields.stem)?;
        self.whole_range(&index, word.stem.as_bytes(), false, Match::Stem)
    }

    /// Compounds that hold the word behind their head.
    fn insides(&mut self, fields: Fields) -> Result<(), TantivyError> {
        if !self.plan.asked.is_looked_for_inside() {
            return Ok(());
        }
        let index = self.segment.reader.inverted_index(fields.inside)?;
        self.whole_range(&index, self.plan.asked.word.bare.as_bytes(), true, Match::Inside)
    }

    fn whole_range(
        &mut self,
        index: &InvertedIndexReader,
        token: &[u8],
        longer: bool,
        quality: Match,
    ) -> Result<(), TantivyError> {
        let mut terms = range(index, token, longer)?;
        while let Some((key, info)) = terms.next() {
            let Some(term) = read(key) else { continue };
            self.raise(index, &term, Some(quality), info)?;
        }
        Ok(())
    }

    /// Raises every document of the term to the score of this match, if it is the better one.
    fn raise(
        &mut self,
        index: &InvertedIndexReader,
        term: &Read<'_>,
        quality: Option<Match>,
        info: &TermInfo,
    ) -> Result<(), TantivyError> {
        let Some(quality) = quality else { return Ok(()) };
        let score = score(term.part, quality);
        let mut postings = index.read_block_postings_from_terminfo(info, POSTINGS)?;
        while !postings.docs().is_empty() {
            for document in postings.docs() {
                let best = &mut self.best[*document as usize];
                *best = score.max(*best);
            }
            postings.advance();
        }
        Ok(())
    }
}

/// The terms of a token, or also those of longer tokens that begin with it.
fn range<'a>(
    index: &'a InvertedIndexReader,
    token: &[u8],
    longer: bool,
) -> Result<tantivy::termdict::TermStreamer<'a>, TantivyError> {
    let end = if longer { after(token) } else { [token, &[1]].concat() };
    Ok(index.terms().range().ge(token).lt(end).into_stream()?)
}

/// Behind every term that begins like this.
fn after(prefix: &[u8]) -> Vec<u8> {
    [prefix, &[0xff]].concat()
}
