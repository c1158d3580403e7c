//! Looking words up without searching: whether any document has one, and which have it in a name or title.

use std::sync::Arc;

use roaring::RoaringBitmap;

use super::index::{GermanStem, TermForm, TextIndex};
use super::rank::DocumentPart;
use super::typos::TypoMatcher;
use super::words::Word;

/// From how many characters longer words that begin or end with one count.
const LONGER_FROM: usize = 4;
/// The parts that say what somebody or something is called, and where it is.
const TITLES: [DocumentPart; 5] = [
    DocumentPart::Name,
    DocumentPart::AlternativeName,
    DocumentPart::OfferTitle,
    DocumentPart::EventTitle,
    DocumentPart::Address,
];
/// The parts that say in few words what somebody is and does.
const SUMMARIES: [DocumentPart; 6] = [
    DocumentPart::Name,
    DocumentPart::AlternativeName,
    DocumentPart::OfferTitle,
    DocumentPart::EventTitle,
    DocumentPart::OfferKind,
    DocumentPart::Summary,
];

impl TextIndex {
    /// Whether some document has the word, a longer one that begins with it, or one of the same German stem.
    pub(crate) fn has_word(&self, word: &Word) -> bool {
        let mut longer = self.tokens_from(word.bare.as_bytes());
        longer.next().is_some_and(|(token, _)| token.as_str().starts_with(&word.bare))
            || self.tokens_of_stem(&word.stem).next().is_some()
            || self.entry(&word.stem).is_some_and(|entry| entry.forms.iter().any(|form| form.stem == GermanStem::Own))
    }

    /// The documents that have the word in a name, a title or an address: itself or one of the same German stem.
    pub(crate) fn with_title_word(&self, word: &Word) -> RoaringBitmap {
        self.with_word(word, &TITLES)
    }

    /// The documents that have the word in a name, a title or an address, or a longer one that begins or ends with it.
    pub(crate) fn titled_within(&self, word: &Word) -> RoaringBitmap {
        self.with_longer(word, &TITLES)
    }

    /// The documents that have the word, or a longer one that begins or ends with it, in a name, a title, the kind of
    /// an offer or the summary.
    pub(crate) fn summarised_within(&self, word: &Word) -> RoaringBitmap {
        self.with_longer(word, &SUMMARIES)
    }

    /// The documents that have the word in a name, a title, the kind of an offer or the summary: itself or one of the same
    /// German stem.
    pub(crate) fn with_summary_word(&self, word: &Word) -> RoaringBitmap {
        self.with_word(word, &SUMMARIES)
    }

    /// Calls `visit` with every word that is within the typos of another one, with how many there are.
    pub(crate) fn near_words<'a>(&'a self, matcher: &TypoMatcher, mut visit: impl FnMut(u8, &'a str)) {
        matcher.walk(self, (&[], None), false, |typos, token, _| visit(typos, token.as_str()));
    }

    fn with_word(&self, word: &Word, parts: &[DocumentPart]) -> RoaringBitmap {
        let mut found = RoaringBitmap::new();
        let same = self.entry(&word.bare).into_iter().flat_map(|entry| &entry.forms);
        same.for_each(|form| add_documents(form, parts, &mut found));
        let own = self.entry(&word.stem).into_iter().flat_map(|entry| &entry.forms);
        own.filter(|form| form.stem == GermanStem::Own).for_each(|form| add_documents(form, parts, &mut found));
        for entry in self.tokens_of_stem(&word.stem).filter_map(|token| self.entry(token.as_str())) {
            let stem = |form: &&TermForm| matches!(&form.stem, GermanStem::Other(stem) if stem.as_str() == word.stem);
            entry.forms.iter().filter(stem).for_each(|form| add_documents(form, parts, &mut found));
        }
        found
    }

    fn with_longer(&self, word: &Word, parts: &[DocumentPart]) -> RoaringBitmap {
        let mut found = self.with_word(word, parts);
        if word.bare.chars().count() < LONGER_FROM {
            return found;
        }
        let begin = |token: &str| token.starts_with(&word.bare);
        for (_, entry) in self.tokens_from(word.bare.as_bytes()).take_while(|(token, _)| begin(token.as_str())) {
            entry.forms.iter().for_each(|form| add_documents(form, parts, &mut found));
        }
        for entry in self.compounds_of(&word.bare).filter_map(|token| self.entry(token.as_str())) {
            entry.forms.iter().for_each(|form| add_documents(form, parts, &mut found));
        }
        found
    }
}

fn add_documents(form: &TermForm, parts: &[DocumentPart], found: &mut RoaringBitmap) {
    let counting = form.parts.iter().filter(|(part, _)| parts.contains(part));
    counting.for_each(|(_, documents): &(DocumentPart, Arc<RoaringBitmap>)| *found |= &**documents);
}
