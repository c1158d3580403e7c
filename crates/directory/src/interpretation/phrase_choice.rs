//! Of all ways to read a question by its phrases, the one that leaves the fewest words over.

use super::{
    matching::PhraseMatch,
    tokens::{MatchQuality, QuestionToken},
};

/// How many phrases are looked at that begin at a word, and how many ways of reading a question in all.
const PHRASES_AT_A_WORD: usize = 6;
const READINGS: usize = 2_000;

/// The phrases of the best reading. Candidates come longest first.
///
/// Between words that no phrase spans the question falls into parts, each of which is read by itself.
pub(super) fn choose_phrases<'c, 'a>(
    candidates: &'c [PhraseMatch<'a>],
    tokens: &[QuestionToken],
) -> Vec<&'c PhraseMatch<'a>> {
    let mut at: Vec<Vec<(&PhraseMatch<'a>, u32)>> = vec![Vec::new(); tokens.len()];
    for candidate in candidates {
        let list = &mut at[candidate.places[0]];
        if list.len() < PHRASES_AT_A_WORD && !list.iter().any(|(known, _)| known.places == candidate.places) {
            list.push((candidate, worth(candidate, tokens)));
        }
    }
    let mut chosen = Vec::new();
    let mut from = 0;
    while from < tokens.len() {
        let mut until = from + 1;
        let mut place = from;
        while place < until {
            let last = at[place].iter().filter_map(|(candidate, _)| candidate.places.last()).max();
            until = last.map_or(until, |last| until.max(last + 1));
            place += 1;
        }
        let mut search = PhraseSearch { at: &at[from..until], from, best: Vec::new(), most: 0, left: READINGS };
        search.read_on(0, &mut Vec::new(), 0, 0);
        chosen.append(&mut search.best);
        from = until;
    }
    chosen
}

/// What the words of a phrase are worth.
const WORD_WORTH: u32 = 20;
const SMALL_WORD_WORTH: u32 = 2;

/// What a phrase is worth in a reading: words that carry something count most; one phrase is better than two.
fn worth(candidate: &PhraseMatch<'_>, tokens: &[QuestionToken]) -> u32 {
    let words: u32 =
        candidate.places.iter().map(|place| if tokens[*place].is_stop { SMALL_WORD_WORTH } else { WORD_WORTH }).sum();
    let doubt = match candidate.likeness {
        MatchQuality::Exact => 0,
        MatchQuality::Beginning | MatchQuality::Stem => 1,
        MatchQuality::Swap | MatchQuality::Typo | MatchQuality::ShortTypo => 4,
    };
    words.saturating_sub(3 + doubt).max(1)
}

/// The search for the best reading of a part of a question.
struct PhraseSearch<'s, 'c, 'a> {
    /// The phrases that begin at each word of the part, with what they are worth.
    at: &'s [Vec<(&'c PhraseMatch<'a>, u32)>],
    /// The place of its first word.
    from: usize,
    best: Vec<&'c PhraseMatch<'a>>,
    most: u32,
    left: usize,
}

impl<'c, 'a> PhraseSearch<'_, 'c, 'a> {
    fn read_on(&mut self, word: usize, chosen: &mut Vec<&'c PhraseMatch<'a>>, used: u128, worth: u32) {
        if self.left == 0 {
            return;
        }
        let Some(phrases) = self.at.get(word) else {
            self.left -= 1;
            if worth > self.most {
                (self.most, self.best) = (worth, chosen.clone());
            }
            return;
        };
        for (candidate, own) in phrases {
            let bit = |place: &usize| 1_u128 << ((place - self.from) % 128);
            let places = candidate.places.iter().fold(0, |places, place| places | bit(place));
            if used & places == 0 {
                chosen.push(candidate);
                self.read_on(word + 1, chosen, used | places, worth + own);
                chosen.pop();
            }
        }
        self.read_on(word + 1, chosen, used, worth);
    }
}
