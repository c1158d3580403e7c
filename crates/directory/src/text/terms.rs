//! How tokens become terms of the three dictionaries.
//!
//! - `token`: bare form, 0, the part's tag, then the folded form where it differs from the bare one;
//!   the tag also says whether the bare form is its own German stem
//! - `stem`: German stem, 0, tag; only where the stem is not the bare form, which saves a quarter of
//!   all terms
//! - `inside`: an end of a longer token, 0, tag
//!
//! The tag stands behind the token, not before it, so that one walk meets a token in all parts; the
//! folded form stands last, so that walking by bare form still tells exact from umlaut-blind. No
//! token holds a zero byte. UTF-8 never holds `0xff`, so a prefix followed by it ends a range.

use tantivy::schema::{BytesOptions, Field, IndexRecordOption, NumericOptions, Schema};
use tantivy::{TantivyDocument, Term};

use super::document::{TextDocument, Token};
use super::rank::Part;
use super::words::{Word, WordReader};

/// The name of the only fast field.
pub(super) const NUMBER: &str = "number";
/// Only the documents of a term are kept: no frequencies, no positions.
pub(super) const POSTINGS: IndexRecordOption = IndexRecordOption::Basic;

/// The shortest head and the shortest end of a compound, in characters.
pub(super) const HEAD: usize = 3;
pub(super) const END: usize = 5;

/// Set in the tag of a token that is its own German stem.
const STEM: u8 = 0x80;

/// The fields of the index.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields {
    pub(super) number: Field,
    pub(super) token: Field,
    pub(super) stem: Field,
    pub(super) inside: Field,
}

impl Fields {
    /// The schema with its fields. Nothing is stored: an answer is numbers and scores.
    pub(super) fn schema() -> (Schema, Self) {
        let mut schema = Schema::builder();
        let terms = BytesOptions::default().set_indexed();
        let fields = Self {
            number: schema.add_u64_field(NUMBER, NumericOptions::default().set_indexed().set_fast()),
            token: schema.add_bytes_field("token", terms.clone()),
            stem: schema.add_bytes_field("stem", terms.clone()),
            inside: schema.add_bytes_field("inside", terms),
        };
        (schema.build(), fields)
    }

    /// The term by which a document is found again to be replaced or removed.
    pub(super) fn number_term(self, number: u32) -> Term {
        Term::from_field_u64(self.number, u64::from(number))
    }

    /// The document as the index takes it.
    pub(super) fn document(self, text: &TextDocument<'_>, reader: &mut WordReader) -> TantivyDocument {
        let mut document = TantivyDocument::new();
        document.add_u64(self.number, u64::from(text.number));
        let mut term = Vec::with_capacity(64);
        text.for_each_token(reader, |Token { part, word, is_german }| {
            let is_stem = is_german && word.stem == word.bare;
            write_token(&mut term, part, word, is_stem);
            document.add_bytes(self.token, &term);
            if is_german && !is_stem {
                write(&mut term, &word.stem, part.tag());
                document.add_bytes(self.stem, &term);
            }
            if part.opens_compounds() {
                for end in ends(&word.bare) {
                    write(&mut term, end, part.tag());
                    document.add_bytes(self.inside, &term);
                }
            }
        });
        document
    }
}

fn write(term: &mut Vec<u8>, token: &str, tag: u8) {
    term.clear();
    term.extend_from_slice(token.as_bytes());
    term.extend_from_slice(&[0, tag]);
}

fn write_token(term: &mut Vec<u8>, part: Part, word: &Word, is_stem: bool) {
    write(term, &word.bare, part.tag() | if is_stem { STEM } else { 0 });
    if word.folded != word.bare {
        term.extend_from_slice(word.folded.as_bytes());
    }
}

/// Every end of a token that a compound's last member could be, longest first.
fn ends(token: &str) -> impl Iterator<Item = &str> {
    let length = token.chars().count();
    token
        .char_indices()
        .enumerate()
        .filter(move |(at, _)| *at >= HEAD && length - at >= END)
        .map(|(_, (byte, _))| &token[byte..])
}

/// A term taken apart again.
pub(super) struct Read<'a> {
    pub(super) token: &'a [u8],
    pub(super) part: Part,
    /// Whether the token is its own German stem.
    pub(super) is_stem: bool,
    pub(super) folded: &'a [u8],
}

/// Reads a term of any of the dictionaries; none if it is not one of ours.
pub(super) fn read(term: &[u8]) -> Option<Read<'_>> {
    let zero = term.iter().position(|byte| *byte == 0)?;
    let tag = *term.get(zero + 1)?;
    let part = Part::of_tag(tag & !STEM)?;
    let token = &term[..zero];
    let folded = &term[zero + 2..];
    Some(Read { token, part, is_stem: tag & STEM != 0, folded: if folded.is_empty() { token } else { folded } })
}
