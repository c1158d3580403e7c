//! Cutting text into comparable words.

use domain::text::{fold, fold_umlauts_away};
use tantivy::tokenizer::{Language, Stemmer, TextAnalyzer, WhitespaceTokenizer};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Longer words are cut here; nobody types that much, and terms stay small.
const LONGEST: usize = 64;

/// A word in the forms it is compared by. The order is that of no form in particular.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Word {
    /// Lower case, accents dropped, umlauts spelt out.
    pub(super) folded: String,
    /// `folded` with spelt-out umlauts as bare vowels.
    pub(super) bare: String,
    /// The German stem of the word as written, then brought to bare vowels; none if not asked for.
    pub(super) stem: Option<String>,
}

/// The words of a text, in their order; with German stems if asked for.
pub(super) fn words(text: &str, german: bool) -> Vec<Word> {
    let raw = cut(text);
    let stems = if german { stems(&raw) } else { vec![None; raw.len()] };
    raw.iter()
        .zip(stems)
        .filter_map(|(raw, stem)| {
            let folded = fold(raw);
            // A word of nothing but combining marks folds away.
            (!folded.is_empty()).then(|| Word { bare: fold_umlauts_away(&folded), folded, stem })
        })
        .collect()
}

/// Splits at everything that is neither letter, digit nor a mark on one. Compatibility forms are
/// resolved first (ligatures, full-width letters), because some of them hold a space.
fn cut(text: &str) -> Vec<String> {
    if text.is_ascii() { collect(text.chars()) } else { collect(text.nfkc()) }
}

fn collect(characters: impl Iterator<Item = char>) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut length = 0;
    for c in characters.filter(|c| !is_unseen(*c)).flat_map(char::to_lowercase) {
        if is_part_of_word(c) {
            if length < LONGEST {
                // Greek writes its s differently at the end of a word, but not in capitals.
                word.push(if c == 'ς' { 'σ' } else { c });
                length += 1;
            }
        } else if length > 0 {
            words.push(std::mem::take(&mut word));
            length = 0;
        }
    }
    if length > 0 {
        words.push(word);
    }
    words
}

fn is_part_of_word(c: char) -> bool {
    // The letter apostrophe counts as any other apostrophe, so that the three ways of typing
    // Ukrainian "здоров'я" are one.
    c != '\u{2bc}' && (c.is_alphanumeric() || is_combining_mark(c))
}

/// Characters a reader does not see as such: the soft hyphen, the joiner, the Arabic stretcher.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200d}' | '\u{640}')
}

/// One stem per word; the analyser takes a whole text, so the words travel as one. Stemmed twice,
/// because once leaves "Kurse" at "kurs", but "Kurs" at "kur".
fn stems(raw: &[String]) -> Vec<Option<String>> {
    let stemmer = Stemmer::new(Language::German);
    let mut analyser =
        TextAnalyzer::builder(WhitespaceTokenizer::default()).filter(stemmer.clone()).filter(stemmer).build();
    let text = raw.join(" ");
    let mut stream = analyser.token_stream(&text);
    let mut stems = Vec::with_capacity(raw.len());
    while stream.advance() {
        stems.push(Some(fold_umlauts_away(&fold(&stream.token().text))));
    }
    stems
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Vec<String> {
        words(text, false).into_iter().map(|word| word.folded).collect()
    }

    #[test]
    fn text_is_cut_at_everything_but_letters_digits_and_their_marks() {
        assert_eq!(
            folded("Café-Treff (Herne 2), Ro\u{308}hlinghausen!"),
            ["cafe", "treff", "herne", "2", "roehlinghausen"]
        );
        assert_eq!(folded("جمعية الأمل"), ["جمعية", "الامل"]);
        assert_eq!(folded("Дім «Надія»"), ["дім", "надія"].map(domain::text::fold));
        assert_eq!(folded("ΣΎΛΛΟΓΟΣ"), folded("σύλλογος"));
        assert_eq!(folded(" - \u{301} "), Vec::<String>::new());
    }

    #[test]
    fn the_ways_of_typing_an_apostrophe_or_a_soft_hyphen_do_not_matter() {
        assert_eq!(folded("здоров'я"), folded("здоров\u{2bc}я"));
        assert_eq!(folded("здоров’я"), folded("здоров'я"));
        assert_eq!(folded("Sprach\u{ad}kurs"), ["sprachkurs"]);
        assert_eq!(folded("جمعيـــة"), folded("جمعية"));
    }

    #[test]
    fn stems_of_all_spellings_of_an_umlaut_are_one() {
        for spelling in ["Häuser", "Haeuser", "Haus"] {
            assert_eq!(words(spelling, true)[0].stem.as_deref(), Some("haus"), "{spelling}");
        }
        assert_eq!(words("Frauen", true)[0].stem.as_deref(), Some("frau"));
        assert_eq!(words("Kurse", true)[0].stem, words("Kurs", true)[0].stem);
    }

    #[test]
    fn a_word_of_any_length_is_cut_to_a_bounded_one() {
        assert_eq!(folded(&"a".repeat(5000)), ["a".repeat(LONGEST)]);
    }
}
