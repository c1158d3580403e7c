//! Finding the documents of a question.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::sync::Arc;

use roaring::RoaringBitmap;

use super::hits::{Hits, Tiers};
use super::index::{GermanStem, TermEntry, TermForm, TextIndex};
use super::query::{QueryWord, SHORTEST_MEANT, TextQuery};
use super::rank::{DocumentPart, Match, score};
use super::typos::TypoMatcher;
use super::words::Word;

impl TextIndex {
    /// Every document that has all words of the question, or is called as the whole of it; all
    /// documents, scored 0, where it has no words.
    pub fn search(&self, query: &TextQuery) -> Hits {
        let [hits] = Self::search_together([SearchScope::whole(self)], query);
        hits
    }

    /// What the question finds in several indexes. A word that any of them knows is forgiven no typo
    /// in the others.
    pub(crate) fn search_together<const N: usize>(scopes: [SearchScope<'_>; N], query: &TextQuery) -> [Hits; N] {
        if query.is_empty() {
            return scopes.map(|scope| Hits::all(scope.index.documents().clone()));
        }
        let mut words: Vec<FoundWord<'_, N>> = query.words().iter().map(|word| FoundWord::new(scopes, word)).collect();
        let hits = hits_of(scopes, query, &words);
        if words.len() == 1 || hits.iter().any(|hits| !hits.is_empty()) {
            return hits;
        }
        // Each word is somewhere, but nobody has all of them: some may be parts of compounds.
        for (found, word) in words.iter_mut().zip(query.words()).filter(|(found, _)| found.is_known) {
            for (postings, scope) in found.postings.iter_mut().zip(scopes) {
                scope.index.add_compounds(word, postings);
                scope.narrow(postings);
            }
        }
        hits_of(scopes, query, &words)
    }

    /// Where a word stands as it is, in another form, or at the beginning of a longer one.
    fn strong_postings(&self, asked: &QueryWord) -> Postings<'_> {
        let mut postings = Postings::default();
        self.same_tokens(&asked.word, &mut postings);
        self.longer_tokens(&asked.word, |part| asked.prefix_match(part), &mut postings);
        for part in DocumentPart::JOINED {
            let documents: RoaringBitmap = self.documents_with_neighbours(part, &asked.word.bare).collect();
            if !documents.is_empty() {
                postings.0.push((score(part, Match::Neighbours), part, Cow::Owned(Arc::new(documents))));
            }
        }
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

    fn longer_tokens<'a>(
        &'a self,
        word: &Word,
        quality: impl Fn(DocumentPart) -> Option<Match>,
        postings: &mut Postings<'a>,
    ) {
        if DocumentPart::ALL.iter().all(|part| quality(*part).is_none()) {
            return;
        }
        let tokens = self.tokens_from(word.bare.as_bytes());
        for (token, entry) in tokens.take_while(|(token, _)| token.as_str().starts_with(&word.bare)) {
            if token.as_str().len() > word.bare.len() {
                postings.add_entry(entry, &quality);
            }
        }
    }

    /// Where the word is the last part of a longer one.
    fn add_compounds<'a>(&'a self, asked: &'a QueryWord, postings: &mut Postings<'a>) {
        if asked.is_looked_for_inside() {
            for entry in self.compounds_of(&asked.word.bare).filter_map(|token| self.entry(token.as_str())) {
                postings.add_entry(entry, |part| part.opens_compounds().then_some(Match::Inside));
            }
        }
    }

    /// Where something stands that may have been meant.
    fn weak_postings<'a>(&'a self, asked: &'a QueryWord, matchers: &TypoMatchers) -> Postings<'a> {
        let mut postings = Postings::default();
        let word = &asked.word.bare;
        self.add_compounds(asked, &mut postings);
        let Some((first, whole)) = word.chars().next().zip(matchers.whole.as_ref()) else { return postings };
        let first = first.to_string();
        let behind = [first.as_bytes(), &[0xff]].concat();
        let quality = |typos: u8| match typos {
            0 => None,
            1 => Some(Match::Typo),
            _ => Some(Match::TwoTypos),
        };
        let of_first = (first.as_bytes(), Some(behind.as_slice()));
        whole.walk(self, of_first, false, |typos, token, entry| {
            if token.as_str().chars().count() >= SHORTEST_MEANT {
                postings.add_entry(entry, |_| quality(typos));
            }
        });
        if let Some(beginning) = &matchers.beginning {
            beginning.walk(self, of_first, true, |_, token, entry| {
                postings.add_entry(entry, |_| (!token.as_str().starts_with(word)).then_some(Match::PrefixTypo));
            });
        }
        if asked.forgives_first_letter() {
            self.other_first_letters(word, |entry| postings.add_entry(entry, |_| Some(Match::Typo)));
        }
        postings
    }

    /// Every token that begins with another letter than the word and is one typo away. The typo is where they begin:
    /// behind it they are the same, so there is nothing to compare but what is looked up.
    fn other_first_letters<'a>(&'a self, word: &str, mut visit: impl FnMut(&'a TermEntry)) {
        let mut letters = word.chars();
        let Some(first) = letters.next() else { return };
        let behind = letters.as_str();
        let swapped = letters.next().map(|second| format!("{second}{first}{}", letters.as_str()));
        let shortened = [Some(behind), swapped.as_deref()].into_iter().flatten().filter(|it| !it.starts_with(first));
        shortened.filter_map(|token| self.entry(token)).for_each(&mut visit);
        let mut from = Vec::new();
        while let Some(letter) = self.tokens_from(&from).next().and_then(|(token, _)| token.as_str().chars().next()) {
            let mut token = letter.to_string();
            from.clear();
            from.extend_from_slice(token.as_bytes());
            if let Some(last) = from.last_mut() {
                *last += 1;
            }
            if letter != first {
                let length = token.len();
                for rest in [behind, word] {
                    token.truncate(length);
                    token.push_str(rest);
                    self.entry(&token).into_iter().for_each(&mut visit);
                }
            }
        }
    }
}

/// Where a question is looked for: an index, or only some parts of its documents.
#[derive(Clone, Copy)]
pub(crate) struct SearchScope<'a> {
    index: &'a TextIndex,
    only: Option<DocumentPart>,
}

impl<'a> SearchScope<'a> {
    /// Everything in an index.
    pub(crate) const fn whole(index: &'a TextIndex) -> Self {
        Self { index, only: None }
    }

    /// One part of its documents.
    pub(crate) const fn part(index: &'a TextIndex, part: DocumentPart) -> Self {
        Self { index, only: Some(part) }
    }

    fn narrow(self, postings: &mut Postings<'_>) {
        if let Some(only) = self.only {
            postings.0.retain(|(_, part, _)| *part == only);
        }
    }
}

/// What accepts the slips that are forgiven in a word: made once for all indexes.
struct TypoMatchers {
    whole: Option<TypoMatcher>,
    /// One typo, for beginnings.
    beginning: Option<TypoMatcher>,
}

impl TypoMatchers {
    fn new(asked: &QueryWord) -> Self {
        let (word, typos) = (&asked.word.bare, asked.typos());
        Self {
            whole: (typos > 0).then(|| TypoMatcher::new(word, typos)),
            beginning: (typos > 0 && asked.is_forgiving_prefix()).then(|| TypoMatcher::new(word, 1)),
        }
    }
}

/// Where a word stands in several indexes.
struct FoundWord<'a, const N: usize> {
    postings: [Postings<'a>; N],
    /// Whether it stands anywhere other than weakly.
    is_known: bool,
}

impl<'a, const N: usize> FoundWord<'a, N> {
    fn new(scopes: [SearchScope<'a>; N], word: &'a QueryWord) -> Self {
        let narrowed = |scope: SearchScope<'a>, mut postings: Postings<'a>| {
            scope.narrow(&mut postings);
            postings
        };
        let strong = scopes.map(|scope| narrowed(scope, scope.index.strong_postings(word)));
        let is_known = strong.iter().any(|postings| !postings.0.is_empty());
        let postings = if is_known {
            strong
        } else {
            let matchers = TypoMatchers::new(word);
            scopes.map(|scope| narrowed(scope, scope.index.weak_postings(word, &matchers)))
        };
        Self { postings, is_known }
    }
}

fn hits_of<const N: usize>(scopes: [SearchScope<'_>; N], query: &TextQuery, words: &[FoundWord<'_, N>]) -> [Hits; N] {
    let mut at = 0..N;
    scopes.map(|scope| {
        let names = query.whole_names().iter().flat_map(|name| scope.index.documents_named(name));
        let tiers = at.next().map(|at| words.iter().map(|word| word.postings[at].to_tiers()).collect());
        Hits::new(tiers.unwrap_or_default(), names.collect())
    })
}

/// Why documents are found: where each word of a question stands.
pub struct Explanation<'a> {
    words: Vec<Postings<'a>>,
    named: RoaringBitmap,
}

impl TextIndex {
    /// Why the question finds what it finds.
    pub fn explain<'a>(&'a self, query: &'a TextQuery) -> Explanation<'a> {
        let words = query.words().iter().map(|word| {
            let mut postings = self.strong_postings(word);
            if postings.0.is_empty() {
                postings = self.weak_postings(word, &TypoMatchers::new(word));
            } else {
                self.add_compounds(word, &mut postings);
            }
            postings.sort();
            postings
        });
        let names = query.whole_names().iter().flat_map(|name| self.documents_named(name));
        Explanation { words: words.collect(), named: names.collect() }
    }
}

impl Explanation<'_> {
    /// The part of a document that counts for each word; none for a word that only a whole name holds.
    pub fn parts(&self, number: u32) -> impl Iterator<Item = Option<DocumentPart>> + '_ {
        let is_named = self.named.contains(number);
        self.words.iter().map(move |postings| if is_named { Some(DocumentPart::Name) } else { postings.part(number) })
    }
}

/// Where a word stands: what a match there counts, in which part, and the documents.
#[derive(Default)]
struct Postings<'a>(Vec<(u16, DocumentPart, Cow<'a, Arc<RoaringBitmap>>)>);

impl<'a> Postings<'a> {
    fn add_entry(&mut self, entry: &'a TermEntry, quality: impl Fn(DocumentPart) -> Option<Match>) {
        entry.forms.iter().for_each(|form| self.add_form(form, &quality));
    }

    fn add_form(&mut self, form: &'a TermForm, quality: impl Fn(DocumentPart) -> Option<Match>) {
        for (part, documents) in &form.parts {
            if let Some(quality) = quality(*part) {
                self.0.push((score(*part, quality), *part, Cow::Borrowed(documents)));
            }
        }
    }

    fn to_tiers(&self) -> Tiers {
        let mut sorted: Vec<(u16, &Arc<RoaringBitmap>)> =
            self.0.iter().map(|(score, _, set)| (*score, &**set)).collect();
        sorted.sort_by_key(|(score, _)| Reverse(*score));
        let tiers = sorted.chunk_by(|(one, _), (other, _)| one == other);
        Tiers::new(tiers.map(|tier| (tier[0].0, tier.iter().map(|(_, set)| *set).collect())))
    }

    /// Puts what counts most first.
    fn sort(&mut self) {
        self.0.sort_by_key(|(score, part, _)| (Reverse(*score), *part));
    }

    /// The part of a document whose match counts most, where these are sorted.
    fn part(&self, number: u32) -> Option<DocumentPart> {
        self.0.iter().find(|(_, _, documents)| documents.contains(number)).map(|(_, part, _)| *part)
    }
}
