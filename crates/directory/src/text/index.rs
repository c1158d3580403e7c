//! The index: built at once, then changed edit by edit, each edit leaving a new index and the old one as
//! it was.
//!
//! Everything lies in persistent maps, so an edit copies the paths of the maps and the bitmaps that it
//! changes and shares the rest. A search engine's library (tantivy) did this work before, in segments
//! that writers append and merge; every question walked an array of all documents for each word and
//! segment, and whoever wanted to know whether any living document holds a word had to read postings.
//! Bitmaps answer both at once: 0.2 to 10 ms became what `docs/performance.md` tells.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::sync::Arc;

use hashbrown::HashMap;
use imbl::{OrdMap, OrdSet};
use roaring::RoaringBitmap;

use super::document::TextDocument;
use super::fingerprints::{Fingerprints, TextFingerprint, hash_of_name, hash_of_neighbours};
use super::rank::DocumentPart;
use super::words::{Word, WordReader};

/// The shortest head and the shortest end of a compound, in characters.
pub(super) const HEAD: usize = 3;
pub(super) const END: usize = 5;

/// An index of documents. Cheap to clone; an edit of a clone changes no other.
#[derive(Clone, Default)]
pub struct TextIndex {
    documents: RoaringBitmap,
    tokens: OrdMap<Term, Arc<TermEntry>>,
    /// German stems that are not the token itself, with the tokens that have them.
    stems: OrdSet<(Term, Term)>,
    ends: OrdSet<CompoundEnd>,
    /// Hashes of whole names and of neighbours, with the documents that have them: there are more than
    /// documents, so the texts themselves would take as much memory as all entries do.
    fingerprints: Fingerprints,
}

/// What happens to a document.
#[derive(Clone, Debug)]
pub struct DocumentEdit<'a> {
    /// How it was indexed; `None` for a new one.
    pub before: Option<TextDocument<'a>>,
    /// How it is to be found from now on; `None` to remove it.
    pub after: Option<TextDocument<'a>>,
}

/// The bare form of a word, ordered by its bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Term(Arc<str>);

impl Term {
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Term {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

/// Texts and their bytes have the same order.
impl Borrow<[u8]> for Term {
    fn borrow(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// Where the documents are that hold a token.
#[derive(Clone, Debug, Default)]
pub(super) struct TermEntry {
    pub(super) forms: Vec<TermForm>,
}

/// Tokens that are written alike and have the same stem.
#[derive(Clone, Debug)]
pub(super) struct TermForm {
    /// The folded form, where it is not the bare one.
    folded: Option<Box<str>>,
    pub(super) stem: GermanStem,
    pub(super) parts: Vec<(DocumentPart, Arc<RoaringBitmap>)>,
}

/// The German stem of a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum GermanStem {
    /// The text is not German.
    None,
    /// The token is its own stem.
    Own,
    Other(Term),
}

impl TermForm {
    /// Whether this is how a word is written.
    pub(super) fn is_written(&self, word: &Word) -> bool {
        self.folded.as_deref().unwrap_or(&word.bare) == word.folded
    }
}

/// The end of a token that may be a compound, ordered by the end first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CompoundEnd {
    pub(super) token: Term,
    from: u32,
}

impl CompoundEnd {
    pub(super) fn text(&self) -> &str {
        &self.token.0[self.from as usize..]
    }

    /// What stands before every end that begins with a word: a whole token, as real ends have a head.
    pub(super) fn first_of(word: &str) -> Self {
        Self { token: word.into(), from: 0 }
    }
}

impl Ord for CompoundEnd {
    fn cmp(&self, other: &Self) -> Ordering {
        let beginning = || self.from.cmp(&other.from);
        self.text().cmp(other.text()).then_with(beginning).then_with(|| self.token.cmp(&other.token))
    }
}

impl PartialOrd for CompoundEnd {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A token of a document as it is indexed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Posting {
    word: Arc<Word>,
    part: DocumentPart,
    is_german: bool,
}

impl Posting {
    fn stem(&self) -> GermanStem {
        match (self.is_german, self.word.stem == self.word.bare) {
            (false, _) => GermanStem::None,
            (true, true) => GermanStem::Own,
            (true, false) => GermanStem::Other(self.word.stem.as_str().into()),
        }
    }

    fn is_of(&self, form: &TermForm) -> bool {
        let has_stem = match &form.stem {
            GermanStem::None => !self.is_german,
            GermanStem::Own => self.is_german && self.word.stem == self.word.bare,
            GermanStem::Other(stem) => self.is_german && stem.as_str() == self.word.stem,
        };
        has_stem && form.is_written(&self.word)
    }
}

impl TermEntry {
    /// The documents of a posting; made where there are none yet.
    fn documents(&mut self, posting: &Posting) -> &mut Arc<RoaringBitmap> {
        let at = self.forms.iter().position(|form| posting.is_of(form)).unwrap_or_else(|| {
            let folded = (posting.word.folded != posting.word.bare).then(|| posting.word.folded.as_str().into());
            self.forms.push(TermForm { folded, stem: posting.stem(), parts: Vec::new() });
            self.forms.len() - 1
        });
        let parts = &mut self.forms[at].parts;
        let at = parts.iter().position(|(part, _)| *part == posting.part).unwrap_or_else(|| {
            parts.push((posting.part, Arc::default()));
            parts.len() - 1
        });
        &mut parts[at].1
    }

    fn drop_empty(&mut self) {
        for form in &mut self.forms {
            form.parts.retain(|(_, documents)| !documents.is_empty());
        }
        self.forms.retain(|form| !form.parts.is_empty());
    }

    /// Gives back the room that bitmaps have grown into.
    fn shrink(&mut self) {
        for (_, documents) in self.forms.iter_mut().flat_map(|form| &mut form.parts) {
            *documents = Arc::new(RoaringBitmap::clone(documents));
        }
        self.forms.iter_mut().for_each(|form| form.parts.shrink_to_fit());
        self.forms.shrink_to_fit();
    }

    fn opens_compounds(&self) -> bool {
        self.forms.iter().flat_map(|form| &form.parts).any(|(part, _)| part.opens_compounds())
    }

    fn stems(&self) -> impl Iterator<Item = &Term> {
        self.forms.iter().filter_map(|form| match &form.stem {
            GermanStem::Other(stem) => Some(stem),
            GermanStem::None | GermanStem::Own => None,
        })
    }
}

impl TextIndex {
    /// An index of documents with different numbers.
    pub fn build<'a>(documents: impl IntoIterator<Item = TextDocument<'a>>) -> Self {
        let mut reader = WordReader::new();
        let (mut numbers, mut fingerprints) = (RoaringBitmap::new(), Vec::new());
        let mut entries: HashMap<String, TermEntry> = HashMap::new();
        for document in documents {
            numbers.insert(document.number);
            document.for_each_whole_name(&mut reader, |name| {
                fingerprints.push(TextFingerprint::new(hash_of_name(&name), document.number));
            });
            document.for_each_token(&mut reader, |token| {
                if token.is_loose {
                    let hash = hash_of_neighbours(token.part, &token.word.bare);
                    fingerprints.push(TextFingerprint::new(hash, document.number));
                    return;
                }
                let posting = Posting { word: Arc::clone(token.word), part: token.part, is_german: token.is_german };
                if !entries.contains_key(&posting.word.bare) {
                    entries.insert(posting.word.bare.clone(), TermEntry::default());
                }
                if let Some(entry) = entries.get_mut(&posting.word.bare) {
                    Arc::make_mut(entry.documents(&posting)).insert(document.number);
                }
            });
        }
        let mut sorted: Vec<(Term, TermEntry)> =
            entries.into_iter().map(|(token, entry)| (Term(token.into()), entry)).collect();
        sorted.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        let fingerprints = Fingerprints::from_unsorted(fingerprints);
        let mut index = Self { documents: numbers, fingerprints, ..Self::default() };
        let mut ends = Vec::new();
        for (token, mut entry) in sorted {
            entry.shrink();
            index.stems.extend(entry.stems().map(|stem| (stem.clone(), token.clone())));
            ends.extend(compound_ends(&token).filter(|_| entry.opens_compounds()));
            index.tokens.insert(token, Arc::new(entry));
        }
        // In order they fill the leaves of the tree one after the other.
        ends.sort_unstable();
        index.ends = ends.into_iter().collect();
        index
    }

    /// The index after the edits of different documents, each told as it was indexed.
    #[must_use]
    pub fn apply<'a>(&self, edits: impl IntoIterator<Item = DocumentEdit<'a>>) -> Self {
        let mut next = self.clone();
        let mut reader = WordReader::new();
        let mut changes: HashMap<Posting, PostingChange> = HashMap::new();
        for DocumentEdit { before, after } in edits {
            let Some(number) = before.as_ref().or(after.as_ref()).map(|document| document.number) else { continue };
            match after {
                Some(_) => next.documents.insert(number),
                None => next.documents.remove(number),
            };
            let (old, old_hashes) = postings(before.as_ref(), &mut reader);
            let (new, new_hashes) = postings(after.as_ref(), &mut reader);
            next.fingerprints.change(number, &old_hashes, &new_hashes);
            for posting in old.difference(&new) {
                changes.entry(posting.clone()).or_default().removals.push(number);
            }
            for posting in new.difference(&old) {
                changes.entry(posting.clone()).or_default().additions.push(number);
            }
        }
        for (posting, change) in changes {
            next.change(&posting, &change);
        }
        next
    }

    fn change(&mut self, posting: &Posting, change: &PostingChange) {
        let token = Term::from(posting.word.bare.as_str());
        let before = self.tokens.get(&token).cloned();
        let mut entry = before.as_deref().cloned().unwrap_or_default();
        let documents = Arc::make_mut(entry.documents(posting));
        for number in &change.removals {
            documents.remove(*number);
        }
        documents.extend(&change.additions);
        entry.drop_empty();
        if entry.forms.is_empty() {
            self.tokens.remove(&token);
            self.note_forms(&token, before.as_deref(), None);
        } else {
            self.note_forms(&token, before.as_deref(), Some(&entry));
            self.tokens.insert(token, Arc::new(entry));
        }
    }

    /// Keeps stems and ends of compounds true to an entry.
    fn note_forms(&mut self, token: &Term, before: Option<&TermEntry>, after: Option<&TermEntry>) {
        let stems = |entry: Option<&TermEntry>| -> BTreeSet<Term> {
            entry.into_iter().flat_map(TermEntry::stems).cloned().collect()
        };
        let (old, new) = (stems(before), stems(after));
        for stem in old.difference(&new) {
            self.stems.remove(&(stem.clone(), token.clone()));
        }
        for stem in new.difference(&old) {
            self.stems.insert((stem.clone(), token.clone()));
        }
        let opens = |entry: Option<&TermEntry>| entry.is_some_and(TermEntry::opens_compounds);
        match (opens(before), opens(after)) {
            (false, true) => compound_ends(token).for_each(|end| drop(self.ends.insert(end))),
            (true, false) => compound_ends(token).for_each(|end| drop(self.ends.remove(&end))),
            _ => {}
        }
    }

    /// All that is in the index: equal indexes have equal contents.
    #[cfg(test)]
    pub(super) fn contents(&self) -> Vec<String> {
        let mut lines = vec![format!("{:?} {:?} {:?} {:?}", self.documents, self.stems, self.ends, self.fingerprints)];
        for (token, entry) in &self.tokens {
            let mut forms: Vec<String> = entry
                .forms
                .iter()
                .map(|form| {
                    let mut parts = form.parts.clone();
                    parts.sort_by_key(|(part, _)| *part);
                    format!("{token:?} {:?} {:?} {parts:?}", form.folded, form.stem)
                })
                .collect();
            forms.sort();
            lines.append(&mut forms);
        }
        lines
    }

    /// How many documents there are.
    pub fn len(&self) -> usize {
        usize::try_from(self.documents.len()).unwrap_or(usize::MAX)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }
}

/// What a search looks into.
impl TextIndex {
    pub(super) fn documents(&self) -> &RoaringBitmap {
        &self.documents
    }

    pub(super) fn entry(&self, token: &str) -> Option<&TermEntry> {
        self.tokens.get(token.as_bytes()).map(|entry| &**entry)
    }

    /// Every token from some bytes on, in their order.
    pub(super) fn tokens_from<'a>(&'a self, bytes: &[u8]) -> impl Iterator<Item = (&'a Term, &'a TermEntry)> + use<'a> {
        use std::ops::Bound::{Included, Unbounded};
        self.tokens.range::<_, [u8]>((Included(bytes), Unbounded)).map(|(token, entry)| (token, &**entry))
    }

    /// Every token that is not its own German stem but has this one.
    pub(super) fn tokens_of_stem<'a>(&'a self, stem: &str) -> impl Iterator<Item = &'a Term> + use<'a> {
        let stem = Term::from(stem);
        let first = (stem.clone(), Term::from(""));
        self.stems.range(first..).take_while(move |(other, _)| *other == stem).map(|(_, token)| token)
    }

    /// Every token that holds the word behind a head.
    pub(super) fn compounds_of<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a Term> {
        let ends = self.ends.range(CompoundEnd::first_of(word)..);
        ends.take_while(move |end| end.text().starts_with(word)).map(|end| &end.token)
    }

    /// The documents whose whole name this is.
    pub(super) fn documents_named<'a>(&'a self, name: &str) -> impl Iterator<Item = u32> + use<'a> {
        self.fingerprints.documents(hash_of_name(name))
    }

    /// The documents in whose part two neighbours make this token.
    pub(super) fn documents_with_neighbours<'a>(
        &'a self,
        part: DocumentPart,
        token: &str,
    ) -> impl Iterator<Item = u32> + use<'a> {
        self.fingerprints.documents(hash_of_neighbours(part, token))
    }
}

impl std::fmt::Debug for TextIndex {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TextIndex").field("documents", &self.len()).field("tokens", &self.tokens.len()).finish()
    }
}

/// The documents that a posting loses and gets.
#[derive(Default)]
struct PostingChange {
    removals: Vec<u32>,
    additions: Vec<u32>,
}

fn postings(document: Option<&TextDocument<'_>>, reader: &mut WordReader) -> (BTreeSet<Posting>, BTreeSet<u64>) {
    let (mut postings, mut hashes) = (BTreeSet::new(), BTreeSet::new());
    if let Some(document) = document {
        document.for_each_token(reader, |token| {
            if token.is_loose {
                hashes.insert(hash_of_neighbours(token.part, &token.word.bare));
            } else {
                postings.insert(Posting { word: Arc::clone(token.word), part: token.part, is_german: token.is_german });
            }
        });
        document.for_each_whole_name(reader, |name| {
            hashes.insert(hash_of_name(&name));
        });
    }
    (postings, hashes)
}

/// Every end of a token that a compound's last member could be.
fn compound_ends(token: &Term) -> impl Iterator<Item = CompoundEnd> {
    let length = token.0.chars().count();
    let ends = token.0.char_indices().enumerate().filter(move |(at, _)| *at >= HEAD && length - at >= END);
    ends.filter_map(|(_, (byte, _))| Some(CompoundEnd { token: token.clone(), from: u32::try_from(byte).ok()? }))
}
