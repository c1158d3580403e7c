//! The same answer by reading every word: the oracle of the index, and the way to search texts too
//! few to index.

use super::document::{TextDocument, Token};
use super::query::{QueryWord, TextQuery};
use super::rank::{Match, Part, score as worth};
use super::terms::{END, HEAD};
use super::words::WordReader;

/// What the document scores, or `None` when a word of the question is not in it. A question
/// without words matches everything with 0.
pub fn score(document: &TextDocument<'_>, query: &TextQuery) -> Option<f32> {
    let mut best = vec![0; query.words().len()];
    document.for_each_token(&mut WordReader::new(), |token| {
        for (best, word) in best.iter_mut().zip(query.words()) {
            let score = matches(word, token).map(|quality| worth(token.part, quality)).max();
            *best = score.unwrap_or(0).max(*best);
        }
    });
    best.iter().all(|score| *score > 0).then(|| f32::from(best.iter().sum::<u16>()))
}

/// Every way in which the word meets the token.
fn matches(asked: &QueryWord, token: Token<'_>) -> impl Iterator<Item = Match> {
    let Token { part, word: token, is_german } = token;
    let word = &asked.word;
    let begins = token.bare != word.bare && token.bare.starts_with(&word.bare);
    let forgiving = asked.typos();
    let distances = if forgiving > 0 { distances(&word.bare, &token.bare) } else { Vec::new() };
    let typos = distances.last().copied().unwrap_or(usize::MAX);
    let begins_but_for_a_typo = asked.is_forgiving_prefix()
        && word.bare.chars().next() == token.bare.chars().next()
        && distances.iter().any(|distance| *distance <= 1);
    [
        (token.folded == word.folded, Match::Exact),
        (token.bare == word.bare, Match::UmlautBlind),
        (is_german && token.stem == word.stem, Match::Stem),
        (begins && asked.beginning(part) == Some(Match::Prefix), Match::Prefix),
        (typos == 1 && forgiving >= 1, Match::Typo),
        (begins_but_for_a_typo, Match::PrefixTypo),
        (typos == 2 && forgiving >= 2, Match::TwoTypos),
        (asked.is_looked_for_inside() && (begins || ends_compound(&word.bare, &token.bare, part)), Match::Inside),
    ]
    .into_iter()
    .filter_map(|(holds, quality)| holds.then_some(quality))
}

/// Whether the word stands in the token behind a head, where what follows the head is long enough.
fn ends_compound(word: &str, token: &str, part: Part) -> bool {
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
