//! Cutting text into comparable words.

use std::sync::Arc;

use domain::text::{fold, fold_bare, fold_umlauts_away};
use frostem::{Algorithm, Stemmer};
use hashbrown::HashMap;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Longer words are cut here; nobody types that much, and terms stay small.
const LONGEST: usize = 64;

/// So many words are remembered while many texts are read: enough for the everyday ones, about 20 MB.
const REMEMBERED: usize = 100_000;

/// The most letters of an abbreviation whose letters stand apart ("A. K. F.").
const INITIALS: usize = 8;

/// A word in the forms it is compared by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Word {
    /// Lower case, accents dropped, umlauts spelt out, the variants of a letter brought to one.
    pub(crate) folded: String,
    /// `folded` with spelt-out umlauts as bare vowels.
    pub(crate) bare: String,
    /// The German stem of the word as written, then brought to bare vowels. Of use only where both
    /// sides are German.
    pub(crate) stem: String,
}

/// Which neighbours are also read as one word: "Frauen-Café" is found as "Frauencafé", "e. V." as "eV".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Joining {
    /// Every two neighbours: for names, titles and labels.
    Neighbours,
    /// Those without a space between them, and single letters: for running text.
    Compounds,
}

/// Reads the words of texts, remembering them: folding and stemming are most of the work of
/// building an index, and few words are most of any text.
pub(crate) struct WordReader {
    stemmer: Stemmer,
    known: HashMap<String, Arc<Word>>,
}

/// A word of a text, or what neighbours make together.
#[derive(Clone, Copy)]
pub(crate) struct WordSpan<'a> {
    pub(crate) word: &'a Arc<Word>,
    /// The place of its first word in the text, and of its last.
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// Whether there is a space inside, and more than single letters.
    pub(crate) is_loose: bool,
}

/// A word as it is cut out of a text.
struct RawWord {
    text: String,
    length: usize,
    /// Whether there is no space between it and the word before.
    is_attached: bool,
}

impl WordReader {
    /// A reader that knows no word yet.
    pub(crate) fn new() -> Self {
        Self { stemmer: Stemmer::new(Algorithm::German), known: HashMap::new() }
    }

    /// Calls `visit` with every word of the text, in their order.
    pub(crate) fn read(&mut self, text: &str, mut visit: impl FnMut(&Arc<Word>)) {
        cut(text, |raw| {
            if let Some(word) = self.word(&raw.text) {
                visit(&word);
            }
        });
    }

    /// Calls `visit` with every word of the text, and with those that neighbours make together.
    pub(crate) fn read_joined(&mut self, text: &str, joining: Joining, mut visit: impl FnMut(WordSpan<'_>)) {
        let mut raws = Vec::new();
        cut(text, |raw| {
            if let Some(word) = self.word(&raw.text) {
                visit(WordSpan { word: &word, first: raws.len(), last: raws.len(), is_loose: false });
                raws.push(raw);
            }
        });
        let mut join = |first: usize, last: usize, is_loose: bool| {
            let joined: String = raws[first..=last].iter().map(|raw| raw.text.as_str()).collect();
            if let Some(word) = self.word(&joined) {
                visit(WordSpan { word: &word, first, last, is_loose });
            }
        };
        for (at, pair) in raws.windows(2).enumerate() {
            let is_loose = !pair[1].is_attached && pair.iter().any(|raw| raw.length > 1);
            if joining == Joining::Neighbours || !is_loose {
                join(at, at + 1, is_loose);
            }
        }
        let mut from = 0;
        for run in raws.chunk_by(|a, b| a.length == 1 && b.length == 1) {
            if (3..=INITIALS).contains(&run.len()) {
                join(from, from + run.len() - 1, false);
            }
            from += run.len();
        }
    }

    /// The word in its forms; none where it folds away, as nothing but combining marks does.
    fn word(&mut self, raw: &str) -> Option<Arc<Word>> {
        if let Some(word) = self.known.get(raw) {
            return Some(Arc::clone(word));
        }
        let folded = fold(raw);
        if folded.is_empty() {
            return None;
        }
        let word = Arc::new(Word { stem: stem(&self.stemmer, raw), bare: fold_umlauts_away(&folded), folded });
        if self.known.len() == REMEMBERED {
            self.known.clear();
        }
        self.known.insert(raw.to_owned(), Arc::clone(&word));
        Some(word)
    }
}

fn stem(stemmer: &Stemmer, raw: &str) -> String {
    // Stemmed twice, because once leaves "Kurse" at "kurs", but "Kurs" at "kur".
    fold_bare(&stemmer.stem(&stemmer.stem(raw)))
}

/// Splits at everything that is neither letter, digit nor a mark on one. Compatibility forms are
/// resolved first (ligatures, full-width letters), because some of them hold a space.
fn cut(text: &str, visit: impl FnMut(RawWord)) {
    if text.is_ascii() { cut_characters(text.chars(), visit) } else { cut_characters(text.nfkc(), visit) }
}

fn cut_characters(characters: impl Iterator<Item = char>, mut visit: impl FnMut(RawWord)) {
    let (mut text, mut length, mut is_attached) = (String::new(), 0, false);
    for c in characters.filter(|c| !is_unseen(*c)).flat_map(char::to_lowercase) {
        if is_part_of_word(c) {
            if length < LONGEST {
                text.push(common_letter(c));
                length += 1;
            }
            continue;
        }
        if length > 0 {
            visit(RawWord { text: std::mem::take(&mut text), length, is_attached });
            (length, is_attached) = (0, true);
        }
        is_attached &= !c.is_whitespace();
    }
    if length > 0 {
        visit(RawWord { text, length, is_attached });
    }
}

fn is_part_of_word(c: char) -> bool {
    // The letter apostrophe counts as any other apostrophe, so that the three ways of typing
    // Ukrainian "здоров'я" are one.
    c != '\u{2bc}' && (c.is_alphanumeric() || is_combining_mark(c))
}

/// The letter that its variants are brought to. What differs by a mark only is brought together by
/// folding: the hamza on an alif, the dots of "ё".
const fn common_letter(c: char) -> char {
    match c {
        // Greek writes its s differently at the end of a word, but not in capitals.
        'ς' => 'σ',
        // Arabic and Persian keyboards have different yehs, kafs and hehs; the dots of the last
        // letter are often left out in writing.
        'ى' | 'ی' | 'ے' => 'ي',
        'ک' => 'ك',
        'ة' | 'ہ' | 'ھ' | 'ە' | 'ۀ' | 'ۂ' => 'ه',
        'ٱ' => 'ا',
        // The digits of Arabic and of Persian.
        '\u{660}'..='\u{669}' => ascii_digit(c as u32 - 0x660),
        '\u{6f0}'..='\u{6f9}' => ascii_digit(c as u32 - 0x6f0),
        _ => c,
    }
}

const fn ascii_digit(value: u32) -> char {
    (b'0' + value as u8) as char
}

/// Characters a reader does not see as such: the soft hyphen, joiners and what keeps them apart, marks
/// of the direction of writing, the Arabic stretcher.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{640}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<Word> {
        let mut words = Vec::new();
        WordReader::new().read(text, |word| words.push(Word::clone(word)));
        words
    }

    fn fold_words(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.folded).collect()
    }

    #[test]
    fn text_is_cut_at_everything_but_letters_digits_and_their_marks() {
        assert_eq!(
            fold_words("Café-Treff (Herne 2), Ro\u{308}hlinghausen!"),
            ["cafe", "treff", "herne", "2", "roehlinghausen"]
        );
        assert_eq!(fold_words("جمعية الأمل"), ["جمعيه", "الامل"]);
        assert_eq!(fold_words("Дім «Надія»"), ["дім", "надія"].map(domain::text::fold));
        assert_eq!(fold_words("ΣΎΛΛΟΓΟΣ"), fold_words("σύλλογος"));
        assert_eq!(fold_words(" - \u{301} "), Vec::<String>::new());
    }

    #[test]
    fn the_ways_of_typing_an_apostrophe_or_a_soft_hyphen_do_not_matter() {
        assert_eq!(fold_words("здоров'я"), fold_words("здоров\u{2bc}я"));
        assert_eq!(fold_words("здоров’я"), fold_words("здоров'я"));
        assert_eq!(fold_words("Sprach\u{ad}kurs"), ["sprachkurs"]);
        assert_eq!(fold_words("جمعيـــة"), fold_words("جمعية"));
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
            reader.read("Mütter, Mütter", |word| read.push(Word::clone(word)));
        }
        assert_eq!(read, words("Mütter Mütter Mütter Mütter"));
    }

    #[test]
    fn a_word_of_any_length_is_cut_to_a_bounded_one() {
        assert_eq!(fold_words(&"a".repeat(5000)), ["a".repeat(LONGEST)]);
    }

    #[test]
    fn spellings_that_readers_take_for_one_are_one() {
        let same = [
            ("أحمد إبراهيم آمنة", "احمد ابراهيم امنه"),
            ("مستشفى", "مستشفي"),
            ("علی کتاب", "علي كتاب"),
            ("ۀ", "ه"),
            ("الأَمَلُ", "الامل"),
            ("کتاب\u{200c}خانه", "کتابخانه"),
            ("\u{200f}١٢٣\u{200e}", "123"),
            ("۲۴", "24"),
            ("Ёлка", "елка"),
            ("IŞIK ışık", "ışık isik"),
            ("İSTANBUL", "istanbul"),
            ("școală ţară", "şcoală țară"),
            ("Łódź", "lodz"),
            ("Cafe\u{301}", "Café"),
        ];
        for (one, other) in same {
            assert_eq!(fold_words(one), fold_words(other), "{one} {other}");
        }
        assert_ne!(fold_words("ліс"), fold_words("лис"), "two letters of Ukrainian");
    }

    fn join_words(text: &str, joining: Joining) -> Vec<String> {
        let mut words = Vec::new();
        WordReader::new().read_joined(text, joining, |it| {
            if it.first < it.last {
                words.push(it.word.folded.clone());
            }
        });
        words
    }

    #[test]
    fn neighbours_are_also_read_as_one_word() {
        assert_eq!(join_words("Frauen-Café Wanne", Joining::Neighbours), ["frauencafe", "cafewanne"]);
        assert_eq!(join_words("Das Frauen-Café in Wanne", Joining::Compounds), ["frauencafe"]);
        assert_eq!(join_words("Linde e. V.", Joining::Compounds), ["ev"]);
        assert_eq!(join_words("die A. K. F. hilft", Joining::Compounds), ["ak", "kf", "akf"]);
        assert_eq!(join_words("A B C D E F G H I", Joining::Compounds).len(), 8, "no abbreviation is that long");
    }
}
