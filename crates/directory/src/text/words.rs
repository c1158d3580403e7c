//! Cutting text into comparable words.

use std::collections::HashMap;

use domain::text::{fold, fold_umlauts_away};
use tantivy::tokenizer::{Language, RawTokenizer, Stemmer, TextAnalyzer};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Longer words are cut here; nobody types that much, and terms stay small.
const LONGEST: usize = 64;

/// So many words are remembered while many texts are read: enough for the everyday ones, about 20 MB.
const REMEMBERED: usize = 100_000;

/// A word in the forms it is compared by.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Word {
    /// Lower case, accents dropped, umlauts spelt out.
    pub(super) folded: String,
    /// `folded` with spelt-out umlauts as bare vowels.
    pub(super) bare: String,
    /// The German stem of the word as written, then brought to bare vowels. Of use only where both
    /// sides are German.
    pub(super) stem: String,
}

/// Reads the words of texts, remembering them: folding and stemming are most of the work of
/// building an index, and few words are most of any text.
pub(super) struct WordReader {
    analyser: TextAnalyzer,
    known: HashMap<String, Word>,
}

impl WordReader {
    /// A reader that knows no word yet.
    pub(super) fn new() -> Self {
        // Stemmed twice, because once leaves "Kurse" at "kurs", but "Kurs" at "kur".
        let stemmer = Stemmer::new(Language::German);
        let analyser = TextAnalyzer::builder(RawTokenizer::default()).filter(stemmer.clone()).filter(stemmer).build();
        Self { analyser, known: HashMap::new() }
    }

    /// Calls `visit` with every word of the text, in their order.
    pub(super) fn read(&mut self, text: &str, mut visit: impl FnMut(&Word)) {
        cut(text, |raw| {
            if let Some(word) = self.known.get(raw) {
                return visit(word);
            }
            let folded = fold(raw);
            // A word of nothing but combining marks folds away.
            if folded.is_empty() {
                return;
            }
            let word = Word { stem: stem(&mut self.analyser, raw), bare: fold_umlauts_away(&folded), folded };
            visit(&word);
            if self.known.len() == REMEMBERED {
                self.known.clear();
            }
            self.known.insert(raw.to_owned(), word);
        });
    }
}

fn stem(analyser: &mut TextAnalyzer, raw: &str) -> String {
    let mut stream = analyser.token_stream(raw);
    let stem = if stream.advance() { stream.token().text.as_str() } else { raw };
    fold_umlauts_away(&fold(stem))
}

/// Splits at everything that is neither letter, digit nor a mark on one. Compatibility forms are
/// resolved first (ligatures, full-width letters), because some of them hold a space.
fn cut(text: &str, visit: impl FnMut(&str)) {
    if text.is_ascii() { cut_characters(text.chars(), visit) } else { cut_characters(text.nfkc(), visit) }
}

fn cut_characters(characters: impl Iterator<Item = char>, mut visit: impl FnMut(&str)) {
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
            visit(&word);
            word.clear();
            length = 0;
        }
    }
    if length > 0 {
        visit(&word);
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<Word> {
        let mut words = Vec::new();
        WordReader::new().read(text, |word| words.push(word.clone()));
        words
    }

    fn folded(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.folded).collect()
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
            assert_eq!(words(spelling)[0].stem, "haus", "{spelling}");
        }
        assert_eq!(words("Frauen")[0].stem, "frau");
        assert_eq!(words("Kurse")[0].stem, words("Kurs")[0].stem);
    }

    #[test]
    fn a_remembered_word_is_read_like_a_new_one() {
        let mut reader = WordReader::new();
        let mut read = Vec::new();
        for _ in 0..2 {
            reader.read("Mütter, Mütter", |word| read.push(word.clone()));
        }
        assert_eq!(read, words("Mütter Mütter Mütter Mütter"));
    }

    #[test]
    fn a_word_of_any_length_is_cut_to_a_bounded_one() {
        assert_eq!(folded(&"a".repeat(5000)), ["a".repeat(LONGEST)]);
    }
}
