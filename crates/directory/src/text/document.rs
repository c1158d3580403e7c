//! What the index is given to read.

use std::sync::Arc;

use domain::LocalisedText;

use super::phone_numbers::dialled_digits;
use super::rank::DocumentPart;
use super::words::{Joining, Word, WordReader, WordSpan};

/// A text in one language, and which part of a document it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage<'a> {
    /// Where it stands.
    pub part: DocumentPart,
    /// BCP-47 tag.
    pub language: &'a str,
    /// The text.
    pub text: &'a str,
}

/// What can be found of an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextDocument<'a> {
    /// The entry's internal number.
    pub number: u32,
    /// Its texts.
    pub passages: Vec<Passage<'a>>,
    /// Its telephone number in the digits that are dialled.
    pub phone: Option<String>,
}

/// A word where it stands.
#[derive(Clone, Copy)]
pub(super) struct Occurrence<'a> {
    pub(super) part: DocumentPart,
    pub(super) word: &'a Arc<Word>,
    /// Whether the text is German, so that stems may meet.
    pub(super) is_german: bool,
    /// Whether it is what two neighbours with a space between them make together: found only as it is.
    pub(super) is_loose: bool,
}

impl<'a> TextDocument<'a> {
    /// A document of a name. Names have no language of their own and are read as German.
    pub fn with_name(number: u32, name: &'a str) -> Self {
        Self { number, passages: vec![Passage { part: DocumentPart::Name, language: "de", text: name }], phone: None }
    }

    /// The same with a text in one language.
    #[must_use]
    pub fn with(mut self, part: DocumentPart, language: &'a str, text: &'a str) -> Self {
        self.passages.push(Passage { part, language, text });
        self
    }

    /// The same with a text in every language it has.
    #[must_use]
    pub fn with_all(mut self, part: DocumentPart, text: &'a LocalisedText) -> Self {
        self.passages.extend(text.iter().map(|(language, text)| Passage { part, language: language.as_str(), text }));
        self
    }

    /// The same with a telephone number, which is found however it is written.
    #[must_use]
    pub fn with_phone(mut self, phone: Option<&domain::PhoneNumber>) -> Self {
        self.phone = phone.map(dialled_digits);
        self
    }

    /// Calls `visit` with every word and where it stands.
    pub(super) fn for_each_token(&self, reader: &mut WordReader, mut visit: impl FnMut(Occurrence<'_>)) {
        for passage in &self.passages {
            let part = passage.part;
            let is_german = is_german(passage.language);
            let joining = if part.joins_neighbours() { Joining::Neighbours } else { Joining::Compounds };
            reader.read_joined(passage.text, joining, |WordSpan { word, is_loose, .. }| {
                visit(Occurrence { part, word, is_german, is_loose });
            });
        }
        if let Some(phone) = &self.phone {
            reader.read_joined(phone, Joining::Compounds, |WordSpan { word, .. }| {
                visit(Occurrence { part: DocumentPart::Address, word, is_german: false, is_loose: false });
            });
        }
    }

    /// Calls `visit` with the keys of every name: see [`whole_names`].
    pub(super) fn for_each_whole_name(&self, reader: &mut WordReader, mut visit: impl FnMut(String)) {
        for name in self.passages.iter().filter(|passage| passage.part == DocumentPart::Name) {
            whole_names(name.text, reader).into_iter().for_each(&mut visit);
        }
    }
}

/// How legal forms end names; people leave them out.
const LEGAL_FORMS: [&str; 5] = ["ev", "ggmbh", "gmbh", "gug", "eg"];

/// What a name is called as a whole, whatever stands between its words, with and without its legal form.
pub(super) fn whole_names(text: &str, reader: &mut WordReader) -> Vec<String> {
    let mut whole = String::new();
    let mut starts = Vec::new();
    reader.read(text, |word| {
        starts.push(whole.len());
        whole.push_str(&word.bare);
    });
    // The legal form is one word or two of one letter each.
    let is_legal_form = |start: &&usize| **start > 0 && LEGAL_FORMS.contains(&&whole[**start..]);
    let without = starts.iter().rev().take(2).rfind(is_legal_form).map(|start| whole[..*start].to_owned());
    [Some(whole).filter(|whole| !whole.is_empty()), without].into_iter().flatten().collect()
}

/// German in any variety, plain language included.
fn is_german(tag: &str) -> bool {
    tag.split('-').next().is_some_and(|primary| primary.eq_ignore_ascii_case("de"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_name_does_not_depend_on_what_stands_between_its_words_or_on_its_legal_form() {
        let names = |text| whole_names(text, &mut WordReader::new());
        assert_eq!(names("Eltern-Café Linde e. V."), ["elterncafelindeev", "elterncafelinde"]);
        assert_eq!(names("Elterncafé Linde"), ["elterncafelinde"]);
        assert_eq!(names("Werkstatt gGmbH"), ["werkstattggmbh", "werkstatt"]);
        assert_eq!(names("e. V."), ["ev"], "a name of a legal form alone keeps it");
        assert_eq!(names("–"), Vec::<String>::new());
    }
}
