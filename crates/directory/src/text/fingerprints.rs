//! What is found only as a whole: names and neighbours, by their hashes, as there are more of them than
//! documents.

use std::{
    collections::BTreeSet,
    hash::{DefaultHasher, Hash, Hasher},
};

use imbl::OrdSet;

use super::rank::DocumentPart;

/// Which documents have which texts. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub(super) struct Fingerprints(OrdSet<TextFingerprint>);

impl Fingerprints {
    /// In order they fill the leaves of the tree one after the other.
    pub(super) fn from_unsorted(mut fingerprints: Vec<TextFingerprint>) -> Self {
        fingerprints.sort_unstable();
        Self(fingerprints.into_iter().collect())
    }

    /// A document has other texts than before.
    pub(super) fn change(&mut self, document: u32, before: &BTreeSet<u64>, after: &BTreeSet<u64>) {
        for hash in before.difference(after) {
            self.0.remove(&TextFingerprint::new(*hash, document));
        }
        for hash in after.difference(before) {
            self.0.insert(TextFingerprint::new(*hash, document));
        }
    }

    /// The documents that have a text.
    pub(super) fn documents(&self, hash: u64) -> impl Iterator<Item = u32> + use<'_> {
        let all = TextFingerprint::new(hash, 0)..=TextFingerprint::new(hash, TextFingerprint::LAST_DOCUMENT);
        self.0.range(all).map(|fingerprint| fingerprint.document())
    }
}

/// A text's hash and a document that has it, in eight bytes: 36 bits tell the texts of a million documents
/// apart, 28 number more documents than any memory holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct TextFingerprint(u64);

impl TextFingerprint {
    const DOCUMENT_BITS: u32 = 28;
    const LAST_DOCUMENT: u32 = (1 << Self::DOCUMENT_BITS) - 1;

    pub(super) fn new(hash: u64, document: u32) -> Self {
        debug_assert!(document <= Self::LAST_DOCUMENT, "{document} is a document's number");
        Self(hash >> Self::DOCUMENT_BITS << Self::DOCUMENT_BITS | u64::from(document & Self::LAST_DOCUMENT))
    }

    fn document(self) -> u32 {
        u32::try_from(self.0 & u64::from(Self::LAST_DOCUMENT)).unwrap_or_default()
    }
}

pub(super) fn hash_of_name(name: &str) -> u64 {
    hash(&("name", name))
}

pub(super) fn hash_of_neighbours(part: DocumentPart, token: &str) -> u64 {
    hash(&(part, token))
}

/// The same for equal values in every process of a build.
fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_the_documents_that_were_given_for_it_and_no_others() {
        let (linde, eiche) = (hash_of_name("linde"), hash_of_name("eiche"));
        let last = TextFingerprint::LAST_DOCUMENT;
        let mut all =
            Fingerprints::from_unsorted(vec![TextFingerprint::new(linde, last), TextFingerprint::new(linde, 0)]);
        all.change(7, &BTreeSet::new(), &[eiche].into());
        all.change(0, &[linde].into(), &[eiche].into());
        assert_eq!(all.documents(linde).collect::<Vec<_>>(), [last]);
        assert_eq!(all.documents(eiche).collect::<Vec<_>>(), [0, 7]);
    }
}
