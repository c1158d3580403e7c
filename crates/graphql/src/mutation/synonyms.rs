//! An installation's own words for questions.

use curation::{
    Refusal,
    commands::{AddSynonyms, EditSynonyms},
};
use directory::interpretation::{is_silent, read_synonyms};
use domain::rules::{Problem, Violations};

use super::{
    commands::{Desk, Ended},
    inputs::synonyms::{EditSynonymsInput, ImportSynonymsInput},
    payloads::{Performed, Thing},
};

/// Changes the words of an entry.
pub(crate) async fn edit(desk: Desk<'_>, input: EditSynonymsInput) -> Ended {
    let by = desk.editor()?;
    let EditSynonymsInput { table, key, expected_version, words } = input;
    check_meaning("words", &words)?;
    let edit = EditSynonyms { table: table.into(), key, expected_version, words };
    let synonym = desk.curation.edit_synonyms(&by, edit).await?;
    let known = desk.curation.synonyms(&desk.requester.seeing()?, synonym.table, Some(&synonym.key)).await?;
    Ok(Performed::done(Thing::Synonyms(Box::new(known), synonym.key), 0))
}

/// Adds the words of a table in the format of the tables.
pub(crate) async fn import(desk: Desk<'_>, input: ImportSynonymsInput) -> Ended {
    let by = desk.editor()?;
    let table = input.table.into();
    let entries = read_synonyms(table, &input.csv).map_err(|error| {
        let mut wrong = Violations::default();
        wrong.add("csv", Problem::Malformed { german: error.german(), english: error.to_string() });
        Refusal::Invalid(wrong)
    })?;
    for (key, words) in &entries {
        check_meaning(&format!("entries.{key}"), words)?;
    }
    let addition = desk.curation.add_synonyms(&by, AddSynonyms { table, entries }).await?;
    Ok(Performed::done(Thing::SynonymAddition(addition), 0))
}

/// Refuses phrases that would mean something in every question, as they are made of words that say nothing.
fn check_meaning(field: &str, words: &[String]) -> Result<(), Refusal> {
    let mut wrong = Violations::default();
    for (at, _) in words.iter().enumerate().filter(|(_, phrase)| is_silent(phrase)) {
        let problem = Problem::Malformed {
            german: "besteht nur aus Wörtern, die in einer Frage nichts sagen".to_owned(),
            english: "consists only of words that say nothing in a question".to_owned(),
        };
        wrong.add(format!("{field}[{at}]"), problem);
    }
    wrong.into_result().map_err(Refusal::Invalid)
}
