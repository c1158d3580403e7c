//! What the index is given to read.

use domain::text::LocalisedText;

use super::rank::Part;
use super::words::{Word, WordReader};

/// A text in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage<'a> {
    /// BCP-47 tag.
    pub language: &'a str,
    /// The text.
    pub text: &'a str,
}

/// What can be found of an entry. Names have no language of their own and are read as German.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextDocument<'a> {
    /// The entry's internal number.
    pub number: u32,
    /// Its name.
    pub name: &'a str,
    /// Its other names and abbreviations.
    pub alternative_names: Vec<&'a str>,
    /// The labels of its themes, in every language.
    pub theme_labels: Vec<Passage<'a>>,
    /// Its summary, in every language.
    pub summary: Vec<Passage<'a>>,
    /// Its description, in every language.
    pub description: Vec<Passage<'a>>,
}

/// Every language of a localised text.
pub fn passages(text: &LocalisedText) -> impl Iterator<Item = Passage<'_>> {
    text.iter().map(|(language, text)| Passage { language: language.as_str(), text })
}

/// A word where it stands.
#[derive(Clone, Copy)]
pub(super) struct Token<'a> {
    pub(super) part: Part,
    pub(super) word: &'a Word,
    /// Whether the text is German, so that stems may meet.
    pub(super) is_german: bool,
}

impl TextDocument<'_> {
    /// Calls `visit` with every word and where it stands.
    pub(super) fn for_each_token(&self, reader: &mut WordReader, mut visit: impl FnMut(Token<'_>)) {
        let mut read = |part, text, is_german| reader.read(text, |word| visit(Token { part, word, is_german }));
        read(Part::Name, self.name, true);
        for name in &self.alternative_names {
            read(Part::AlternativeName, name, true);
        }
        let localised = [
            (Part::ThemeLabel, &self.theme_labels),
            (Part::Summary, &self.summary),
            (Part::Description, &self.description),
        ];
        for (part, passages) in localised {
            for passage in passages {
                read(part, passage.text, is_german(passage.language));
            }
        }
    }
}

/// German in any variety, plain language included.
fn is_german(tag: &str) -> bool {
    tag.split('-').next().is_some_and(|primary| primary.eq_ignore_ascii_case("de"))
}
