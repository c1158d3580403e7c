//! Groups of people in the words of cells: "ältere Frauen" are of two groups, and of "Roma-Kinder" both words count.

use directory::ValueField;

use super::{CellTerm, CellVocabulary, Lexicon};
use crate::actors_table::{plain, values::is_age_word};

/// Words beside those of groups that name none. Bare.
const FILLERS: [&str; 34] = [
    "mensch",
    "menschen",
    "person",
    "personen",
    "leute",
    "alle",
    "auch",
    "besonders",
    "gerne",
    "sowie",
    "und",
    "oder",
    "mit",
    "ohne",
    "fur",
    "fuer",
    "aus",
    "der",
    "die",
    "das",
    "den",
    "dem",
    "des",
    "von",
    "bis",
    "uber",
    "unter",
    "ihre",
    "deren",
    "people",
    "with",
    "from",
    "and",
    "for",
];
/// The shortest word that says something of a group, in characters.
const SHORTEST_WORD: usize = 4;

/// Words that hold the others beside them: the children of families are no group of their own. Bare.
const HOLDING: [&str; 2] = ["famili", "family"];

impl Lexicon<'_> {
    /// The groups that the words of a text name one by one, where it is more than one of them.
    pub(super) fn groups_of_words(&self, text: &str) -> Option<Vec<String>> {
        let words: Vec<&str> =
            text.split(|c: char| !c.is_alphanumeric() && c != '*').filter(|word| !word.is_empty()).collect();
        if words.iter().any(|word| HOLDING.iter().any(|stem| plain(word).starts_with(stem))) {
            return None;
        }
        let mut groups: Vec<String> = Vec::new();
        let mut named = 0;
        for word in words.into_iter().filter(|word| !FILLERS.contains(&plain(word).as_str())) {
            let found = self.group_of_word(word);
            named += usize::from(!found.is_empty());
            for group in found {
                if !groups.contains(&group) {
                    groups.push(group);
                }
            }
        }
        (named > 1 && groups.len() > 1).then_some(groups)
    }

    /// Whether words of a text say more of a group than what was understood: "muslimische Jugendliche".
    pub(in crate::actors_table) fn leaves_words(&self, text: &str) -> bool {
        let is_said = |word: &str| {
            word.chars().count() < SHORTEST_WORD
                || word.contains(|c: char| c.is_ascii_digit())
                || FILLERS.contains(&plain(word).as_str())
                || is_age_word(&word.to_lowercase())
                || HOLDING.iter().any(|stem| plain(word).starts_with(stem))
                || !self.group_of_word(word).is_empty()
        };
        !self.snapshot.read_value(text, ValueField::TargetGroups, "de").is_complete
            && !text.split(|c: char| !c.is_alphanumeric() && c != '*').all(is_said)
    }

    /// The groups of one word; none where it may be several things.
    fn group_of_word(&self, word: &str) -> Vec<String> {
        match self.look_up(CellVocabulary::TargetGroup, word) {
            Some(CellTerm::Values(values)) => return values,
            Some(CellTerm::OneOf(_)) => return Vec::new(),
            Some(CellTerm::Unknown(_)) | None => {}
        }
        // "junge" is no boy.
        if word.starts_with("jung") {
            return Vec::new();
        }
        let meaning = self.snapshot.read_value(word, ValueField::TargetGroups, "de");
        match meaning.alternatives.as_slice() {
            [one] if one.len() == 1 && meaning.is_complete => one.clone(),
            _ => Vec::new(),
        }
    }
}
