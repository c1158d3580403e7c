//! Finding the documents of a question.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use roaring::{MultiOps, RoaringBitmap};

use super::hits::{Hits, Tiers};
use super::index::{GermanStem, TermEntry, TermForm, TextIndex};
use super::query::{QueryWord, TextQuery};
use super::rank::{Match, Part, score};
use super::typos::TypoAutomaton;
use super::words::Word;

impl TextIndex {
    /// Every document that has all words of the question, or is called as the whole of it; all
    /// documents, scored 0, where it has no words.
    pub fn search(&self, query: &TextQuery) -> Hits {
        let [hits] = Self::search_together([self], query);
        hits
    }

    /// What the question finds in several indexes. A word that any of them knows is forgiven no typo
    /// in the others.
    pub fn search_together<const N: usize>(indexes: [&Self; N], query: &TextQuery) -> [Hits; N] {
        if query.is_empty() {
            return indexes.map(|index| Hits::everything(index.documents().clone()));
        }
        let mut tiers = indexes.map(|_| Vec::with_capacity(query.words().len()));
        for word in query.words() {
            let strong = indexes.map(|index| index.strong_postings(word));
            let is_known = strong.iter().any(|postings| !postings.0.is_empty());
            for ((tiers, postings), index) in tiers.iter_mut().zip(strong).zip(indexes) {
                tiers.push(if is_known { postings } else { index.weak_postings(word) }.into_tiers());
            }
        }
        let mut tiers = tiers.into_iter();
        indexes.map(|index| {
            let names = query.whole_names().iter().flat_map(|name| index.documents_named(name));
            Hits::new(tiers.next().unwrap_or_default(), names.collect())
        })
    }

    /// Where a word stands as it is, in another form, or at the beginning of a longer one.
    fn strong_postings(&self, asked: &QueryWord) -> Postings<'_> {
        let mut postings = Postings::default();
        self.same_tokens(&asked.word, &mut postings);
        self.longer_tokens(&asked.word, |part| asked.beginning(part), &mut postings);
        for (joined, is_last) in &asked.joined {
            self.same_tokens(joined, &mut postings);
            if *is_last {
                self.longer_tokens(joined, |part| asked.joined_beginning(joined, part), &mut postings);
            }
        }
        postings
    }

    fn same_tokens<'a>(&'a self, word: &Word, postings: &mut Postings<'a>) {
        for form in self.entry(&word.bare).into_iter().flat_map(|entry| &entry.forms) {
            let quality = if form.is_written(word) { Match::Exact } else { Match::UmlautBlind };
            postings.add_form(form, |_| Some(quality));
        }
        if word.stem != word.bare
            && let Some(entry) = self.entry(&word.stem)
        {
            entry.forms.iter().filter(|form| form.stem == GermanStem::Own).for_each(|form| {
                postings.add_form(form, |_| Some(Match::Stem));
            });
        }
        for entry in self.tokens_of_stem(&word.stem).filter_map(|token| self.entry(token.as_str())) {
            let of_stem =
                |form: &&TermForm| matches!(&form.stem, GermanStem::Other(stem) if stem.as_str() == word.stem);
            entry.forms.iter().filter(of_stem).for_each(|form| postings.add_form(form, |_| Some(Match::Stem)));
        }
    }

    fn longer_tokens<'a>(&'a self, word: &Word, quality: impl Fn(Part) -> Option<Match>, postings: &mut Postings<'a>) {
        if Part::ALL.iter().all(|part| quality(*part).is_none()) {
            return;
        }
        let tokens = self.tokens_from(word.bare.as_bytes());
        for (token, entry) in tokens.take_while(|(token, _)| token.as_str().starts_with(&word.bare)) {
            if token.as_str().len() > word.bare.len() {
                postings.add_entry(entry, &quality);
            }
        }
    }

    /// Where something stands that may have been meant.
    fn weak_postings(&self, asked: &QueryWord) -> Postings<'_> {
        let mut postings = Postings::default();
        let word = &asked.word.bare;
        if asked.is_looked_for_inside() {
            for entry in self.compounds_of(word).filter_map(|token| self.entry(token.as_str())) {
                postings.add_entry(entry, |part| part.opens_compounds().then_some(Match::Inside));
            }
        }
        let typos = asked.typos();
        let Some(first) = word.chars().next().filter(|_| typos > 0) else { return postings };
        let first = first.to_string();
        let behind = [first.as_bytes(), &[0xff]].concat();
        let quality = |typos: u8| match typos {
            0 => None,
            1 => Some(Match::Typo),
            _ => Some(Match::TwoTypos),
        };
        let of_first = (first.as_bytes(), Some(behind.as_slice()));
        TypoAutomaton::new(word, typos).walk(self, of_first, false, |typos, _, entry| {
            postings.add_entry(entry, |_| quality(typos));
        });
        if !asked.is_forgiving_prefix() && !asked.forgives_first_letter() {
            return postings;
        }
        let one = TypoAutomaton::new(word, 1);
        if asked.is_forgiving_prefix() {
            one.walk(self, of_first, true, |_, token, entry| {
                postings.add_entry(entry, |_| (!token.as_str().starts_with(word)).then_some(Match::PrefixTypo));
            });
        }
        if asked.forgives_first_letter() {
            for range in [(&[][..], Some(first.as_bytes())), (behind.as_slice(), None)] {
                one.walk(self, range, false, |typos, _, entry| postings.add_entry(entry, |_| quality(typos)));
            }
        }
        postings
    }
}

/// Why documents are found: where each word of a question stands.
pub struct Explanation<'a> {
    words: Vec<Postings<'a>>,
    named: RoaringBitmap,
}

impl TextIndex {
    /// Why the question finds what it finds.
    pub fn explain(&self, query: &TextQuery) -> Explanation<'_> {
        let words = query.words().iter().map(|word| {
            let strong = self.strong_postings(word);
            if strong.0.is_empty() { self.weak_postings(word) } else { strong }
        });
        let names = query.whole_names().iter().flat_map(|name| self.documents_named(name));
        Explanation { words: words.collect(), named: names.collect() }
    }
}

impl Explanation<'_> {
    /// The part of a document that counts for each word; none for a word that only a whole name holds.
    pub fn parts(&self, number: u32) -> impl Iterator<Item = Option<Part>> + '_ {
        let is_named = self.named.contains(number);
        self.words.iter().map(move |postings| if is_named { Some(Part::Name) } else { postings.part(number) })
    }
}

/// The bitmaps of a word by what a match there counts.
#[derive(Default)]
struct Postings<'a>(BTreeMap<Reverse<u16>, Vec<(Part, &'a RoaringBitmap)>>);

impl<'a> Postings<'a> {
    fn add_entry(&mut self, entry: &'a TermEntry, quality: impl Fn(Part) -> Option<Match>) {
        entry.forms.iter().for_each(|form| self.add_form(form, &quality));
    }

    fn add_form(&mut self, form: &'a TermForm, quality: impl Fn(Part) -> Option<Match>) {
        for (part, documents) in &form.parts {
            if let Some(quality) = quality(*part) {
                self.0.entry(Reverse(score(*part, quality))).or_default().push((*part, documents));
            }
        }
    }

    fn into_tiers(self) -> Tiers {
        let mut tiers = Tiers::default();
        for (Reverse(score), bitmaps) in self.0 {
            let documents = match bitmaps.as_slice() {
                [(_, one)] => RoaringBitmap::clone(one),
                many => many.iter().map(|(_, documents)| *documents).union(),
            };
            tiers.push(score, documents);
        }
        tiers
    }

    /// The part of a document whose match counts most.
    fn part(&self, number: u32) -> Option<Part> {
        let mut parts = self.0.values().flatten().filter(|(_, documents)| documents.contains(number));
        parts.next().map(|(part, _)| *part)
    }
}
