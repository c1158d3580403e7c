//! The words of `words/values.csv`: further ones for values that vocabularies have.

use directory::Snapshot;

use super::{CellVocabulary, Lexicon, states::STATE};
use crate::actors_table::{phrases::further_values, plain};

/// What the file of further values says of words that stand in the note.
const FOR_NOTE: &str = "@note";

impl Lexicon<'_> {
    pub(super) fn add_further_values(&mut self) {
        for (field, value, phrase) in further_values() {
            let vocabulary = match field {
                "languages" => CellVocabulary::Language,
                "targetGroups" => CellVocabulary::TargetGroup,
                "districts" => CellVocabulary::District,
                "wheelchair" => CellVocabulary::Wheelchair,
                "status" => CellVocabulary::Status,
                "legalForm" => CellVocabulary::LegalForm,
                "kind" => CellVocabulary::Kind,
                _ => continue,
            };
            if value == FOR_NOTE {
                self.for_note.insert((vocabulary, plain(phrase)));
                continue;
            }
            if let Some(several) = value.strip_prefix('?') {
                let several = several.split('+').map(ToOwned::to_owned).collect();
                self.unsure.insert((vocabulary, plain(phrase)), several);
                continue;
            }
            // What has a name of its own keeps it.
            self.whole.entry((vocabulary, plain(phrase))).or_insert_with(|| further_value(self.snapshot, field, value));
        }
    }
}

/// What a word of the file of further values stands for.
fn further_value(snapshot: &Snapshot, field: &str, value: &str) -> Vec<String> {
    if field == "status" {
        return vec![format!("{STATE}{value}")];
    }
    if value == "@all" {
        let roots = snapshot.district_roots().iter();
        return roots.map(|no| snapshot.district(*no).data().slug.to_string()).collect();
    }
    value.split('+').map(ToOwned::to_owned).collect()
}
