//! An installation's own words for questions.

use curation::{
    Refusal,
    commands::{AddSynonyms, EditSynonyms, SynonymAddition},
};
use directory::interpretation::read_synonyms;
use domain::rules::{Problem, Violations};

use super::{
    commands::{Desk, Ended},
    inputs::synonyms::{EditSynonymsInput, ImportSynonymsInput},
    payloads::{Performed, Thing, View},
};
use crate::viewer::synonyms::{SynonymEntryView, SynonymsView};

/// Changes the words of an entry.
pub(crate) async fn edit(desk: Desk<'_>, input: EditSynonymsInput) -> Ended {
    let by = desk.editor()?;
    let EditSynonymsInput { table, key, expected_version, words } = input;
    let edit = EditSynonyms { table: table.into(), key, expected_version, words };
    let synonym = desk.curation.edit_synonyms(&by, edit).await?;
    let known = desk.curation.synonyms(&desk.requester.require_view()?, synonym.table, Some(&synonym.key)).await?;
    Ok(Performed::from_commit(Thing::Synonyms(Box::new(known), synonym.key), 0))
}

/// Adds the words of a table in the format of the tables.
pub(crate) async fn import(desk: Desk<'_>, input: ImportSynonymsInput) -> Ended {
    let by = desk.editor()?;
    let table = input.table.into();
    let entries = read_synonyms(table, &input.csv).map_err(|error| {
        let mut wrong = Violations::default();
        wrong.add("csv", Problem::Format(error.message()));
        Refusal::Invalid(wrong)
    })?;
    let addition = desk.curation.add_synonyms(&by, AddSynonyms { table, entries }).await?;
    Ok(Performed::from_commit(Thing::SynonymAddition(addition), 0))
}

impl<'s> View<'s> {
    pub(super) fn synonym_entry(self) -> Option<SynonymEntryView<'s>> {
        match &self.performed.thing {
            Thing::Synonyms(known, key) => Some(SynonymsView { snapshot: self.snapshot, known }.entry(key)),
            _ => None,
        }
    }

    pub(super) fn synonym_addition(self) -> Option<&'s SynonymAddition> {
        match &self.performed.thing {
            Thing::SynonymAddition(addition) => Some(addition),
            _ => None,
        }
    }
}
