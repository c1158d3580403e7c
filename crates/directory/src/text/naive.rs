//! The same answer by reading every word: the oracle of the index.

use std::collections::BTreeMap;

use super::document::{Occurrence, TextDocument};
use super::index::{END, HEAD};
use super::query::{QueryWord, SHORTEST_MEANT, TextQuery};
use super::rank::{DocumentPart, Match, WHOLE_NAME, score as worth};
use super::words::{Word, WordReader};

/// The documents that have all words of the question, or are called as the whole of it, with what
/// they score, by number. A question without words matches everything with 0.
pub fn search<'a>(documents: impl IntoIterator<Item = TextDocument<'a>>, query: &TextQuery) -> BTreeMap<u32, f32> {
    let mut reader = WordReader::new();
    let documents: Vec<Assessment> =
        documents.into_iter().map(|document| assess(&document, query, &mut reader)).collect();
    let is_known = |at: usize| documents.iter().any(|document| document.words[at].strong > 0);
    let known: Vec<bool> = (0..query.words().len()).map(is_known).collect();
    let scores = |compounds| -> BTreeMap<u32, f32> {
        documents.iter().filter_map(|document| Some((document.number, document.score(&known, compounds)?))).collect()
    };
    // Where each word is somewhere but nobody has all of them, some may be parts of compounds.
    Some(scores(false)).filter(|scores| !scores.is_empty()).unwrap_or_else(|| scores(true))
}

/// What the best match of each word in the document counts, weak ones too: for texts too few to index.
pub(crate) fn word_scores(document: &TextDocument<'_>, query: &TextQuery, reader: &mut WordReader) -> Vec<u16> {
    assess(document, query, reader).words.iter().map(|scores| scores.strong.max(scores.weak)).collect()
}

/// How well a document matches each word.
struct Assessment {
    number: u32,
    is_named: bool,
    words: Vec<WordScores>,
}

/// The best match of a word that is no weak one, the best weak one, and the best inside of a compound.
#[derive(Clone, Copy, Default)]
struct WordScores {
    strong: u16,
    weak: u16,
    inside: u16,
}

impl Assessment {
    fn score(&self, known: &[bool], compounds: bool) -> Option<f32> {
        let scores = self.words.iter().zip(known).map(|(word, known)| match known {
            true if compounds => word.strong.max(word.inside),
            true => word.strong,
            false => word.weak,
        });
        let has_all = scores.clone().all(|score| score > 0);
        let words: u32 = scores.map(u32::from).sum();
        (has_all || self.is_named).then(|| (words + if self.is_named { WHOLE_NAME } else { 0 }) as f32)
    }
}

fn assess(document: &TextDocument<'_>, query: &TextQuery, reader: &mut WordReader) -> Assessment {
    let mut words = vec![WordScores::default(); query.words().len()];
    document.for_each_token(reader, |token| {
        for (scores, word) in words.iter_mut().zip(query.words()) {
            for quality in matches(word, token) {
                let best = if quality.is_weak() { &mut scores.weak } else { &mut scores.strong };
                *best = worth(token.part, quality).max(*best);
                if quality == Match::Inside {
                    scores.inside = worth(token.part, quality).max(scores.inside);
                }
            }
        }
    });
    let mut is_named = false;
    document.for_each_whole_name(reader, |name| is_named |= query.whole_names().contains(&name));
    Assessment { number: document.number, is_named, words }
}

/// Every way in which the word, or what it makes with its neighbours, meets the token.
fn matches(asked: &QueryWord, token: Occurrence<'_>) -> Vec<Match> {
    if token.is_loose {
        return Vec::from_iter((token.word.bare == asked.word.bare).then_some(Match::Neighbours));
    }
    let part = token.part;
    let begins = |word: &Word| token.word.bare != word.bare && token.word.bare.starts_with(&word.bare);
    let mut matches = same(&asked.word, token);
    matches.extend(asked.prefix_match(part).filter(|_| begins(&asked.word)));
    for (joined, is_last) in &asked.joined {
        matches.extend(same(joined, token));
        matches.extend(asked.joined_beginning(joined, part).filter(|_| *is_last && begins(joined)));
    }
    matches.extend(weak(asked, token));
    matches
}

fn same(word: &Word, token: Occurrence<'_>) -> Vec<Match> {
    let Occurrence { word: token, is_german, .. } = token;
    let ways = [
        (token.folded == word.folded, Match::Exact),
        (token.bare == word.bare, Match::UmlautBlind),
        (is_german && token.stem == word.stem, Match::Stem),
    ];
    ways.into_iter().filter_map(|(holds, quality)| holds.then_some(quality)).collect()
}

fn weak(asked: &QueryWord, token: Occurrence<'_>) -> Vec<Match> {
    let (word, part, token) = (&asked.word.bare, token.part, &token.word.bare);
    let forgiving = usize::from(asked.typos());
    let distances = if forgiving > 0 { distances(word, token) } else { Vec::new() };
    let typos = distances.last().copied().unwrap_or(usize::MAX);
    let has_first_letter = word.chars().next() == token.chars().next();
    let most = if has_first_letter { forgiving } else { forgiving.min(usize::from(asked.forgives_first_letter())) };
    let is_long_enough = token.chars().count() >= SHORTEST_MEANT;
    let begins_but_for_a_typo = asked.is_forgiving_prefix()
        && has_first_letter
        && !token.starts_with(word.as_str())
        && distances.iter().any(|distance| *distance <= 1);
    let ways = [
        (typos == 1 && most >= 1 && is_long_enough, Match::Typo),
        (begins_but_for_a_typo, Match::PrefixTypo),
        (typos == 2 && most >= 2 && is_long_enough, Match::TwoTypos),
        (asked.is_looked_for_inside() && ends_compound(word, token, part), Match::Inside),
    ];
    ways.into_iter().filter_map(|(holds, quality)| holds.then_some(quality)).collect()
}

/// Whether the word stands in the token behind a head, where what follows the head is long enough.
fn ends_compound(word: &str, token: &str, part: DocumentPart) -> bool {
    let length = token.chars().count();
    part.opens_compounds()
        && token
            .char_indices()
            .enumerate()
            .any(|(at, (byte, _))| at >= HEAD && length - at >= END && token[byte..].starts_with(word))
}

/// How far `word` is from every beginning of `token`, the shortest first: letters wrong, missing,
/// too many, or neighbours swapped, no letter twice. This is the optimal string alignment distance
/// (Damerau 1964, restricted as in Boytsov 2011, section 2.2), by the textbook table.
fn distances(word: &str, token: &str) -> Vec<usize> {
    let (word, token): (Vec<char>, Vec<char>) = (word.chars().collect(), token.chars().collect());
    let mut rows = vec![vec![0; token.len() + 1]; word.len() + 1];
    for i in 0..=word.len() {
        for j in 0..=token.len() {
            rows[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let differs = usize::from(word[i - 1] != token[j - 1]);
                let edited = (rows[i - 1][j - 1] + differs).min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
                let swapped = i > 1 && j > 1 && word[i - 1] == token[j - 2] && word[i - 2] == token[j - 1];
                if swapped { edited.min(rows[i - 2][j - 2] + 1) } else { edited }
            };
        }
    }
    rows.pop().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_distance_counts_edits_and_swapped_neighbours() {
        let whole = |word: &str, token: &str| distances(word, token).pop();
        assert_eq!(whole("kurs", "kurs"), Some(0));
        assert_eq!(whole("klimaproekt", "klimaprojekt"), Some(1));
        assert_eq!(whole("kusr", "kurs"), Some(1));
        assert_eq!(whole("ca", "abc"), Some(3));
        assert_eq!(whole("", "abc"), Some(3));
        assert_eq!(distances("ab", "abc"), [2, 1, 0, 1]);
    }
}
