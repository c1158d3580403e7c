//! What the name of an organisation tells of its kind.

use std::sync::LazyLock;

use directory::ValueField;
use domain::{ActorType, vocabulary::OrganisationKind};

use super::{CellVocabulary, Lexicon};
use crate::actors_table::{phrases::cell_phrases, plain};

/// What words for groups of people end with, bare: "Karatekreis", "Volleyballfreunde".
static GROUP_WORDS: LazyLock<Vec<String>> = LazyLock::new(|| cell_phrases("group-end").map(plain).collect());

impl Lexicon<'_> {
    /// The kind that a name tells of by itself, as in "Sportverein …".
    pub(in crate::actors_table) fn kind_of_name(&mut self, name: &str) -> Option<String> {
        if self.reads_left == 0 {
            return None;
        }
        self.reads_left -= 1;
        let meaning = self.snapshot.read_value(name, ValueField::Kinds, "de");
        let mut found = meaning.alternatives.into_iter().filter(|alternatives| alternatives.len() == 1).flatten();
        let organisation = |kind: &String| OrganisationKind::ALL.iter().any(|known| known.slug() == kind);
        match (found.next(), found.next()) {
            (Some(kind), None) if organisation(&kind) => Some(kind),
            (None, _) => self.kind_of_word(name),
            _ => None,
        }
    }

    /// The kind that one of the words of a name stands for, such as "FC".
    fn kind_of_word(&self, name: &str) -> Option<String> {
        let words = name.split(|c: char| !c.is_alphanumeric()).map(plain).filter(|word| word.chars().count() > 1);
        let kind_of = |word: &str| self.whole.get(&(CellVocabulary::Kind, word.to_owned()));
        let kinds = words
            .filter_map(|word| {
                let first = || {
                    GROUP_WORDS.iter().find_map(|end| kind_of(word.strip_suffix(end.as_str())?.trim_end_matches('s')))
                };
                kind_of(&word).or_else(first)
            })
            .flatten();
        let mut kinds = kinds.filter_map(|kind| kind.strip_prefix("organisation/")).filter(|kind| *kind != "other");
        kinds.next().map(ToOwned::to_owned)
    }
}

/// A kind with its type, since kinds of several types have one name.
pub(in crate::actors_table) fn kind_value(actor_type: ActorType, kind: &str) -> String {
    format!("{}/{kind}", actor_type.slug())
}
