//! An installation's own words for questions, as staff keep them. Every version stays, with who wrote it.

use messages::Message;
use std::{collections::BTreeMap, future::Future, pin::Pin};

use domain::{
    SynonymTable, Violations,
    rules::Problem,
    synonyms::{check_phrase, check_phrases},
};
use store::SynonymVersion;

use super::lifecycle::wrong_state;
use crate::{Curation, CurationError, Editor, Refusal, command_span::command, unit_of_work::UnitOfWork};

/// The synonyms of an entry, as they shall be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditSynonyms {
    /// Which table.
    pub table: SynonymTable,
    /// Which entry of it.
    pub key: String,
    /// The version that was read; 0 where nobody has written any.
    pub expected_version: u32,
    /// All phrases; none to take them back.
    pub words: Vec<String>,
}

/// Phrases to be added to entries of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddSynonyms {
    /// Which table.
    pub table: SynonymTable,
    /// Entries with the phrases that come to theirs.
    pub entries: Vec<(String, Vec<String>)>,
}

/// What an addition did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SynonymAddition {
    /// How many phrases are new.
    pub phrases: usize,
    /// To how many entries they were added.
    pub entries: usize,
}

/// Where questions are read with the synonyms.
pub trait SynonymIndex: Send + Sync {
    /// Whether a phrase has no word that says something in a question: it would be found in every one.
    fn is_silent(&self, phrase: &str) -> bool;

    /// Takes in the newest ones.
    fn refresh(&self) -> Pin<Box<dyn Future<Output = ()> + Send + '_>>;
}

impl Curation {
    /// Writes the next version of the synonyms of an entry, from the one that was read; what says nothing new makes
    /// none. Questions are read with them when this ends.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when they have changed since, or with everything that is wrong with them;
    /// [`CurationError::Store`].
    pub async fn edit_synonyms(&self, by: &Editor, edit: EditSynonyms) -> Result<SynonymVersion, CurationError> {
        command("edit_synonyms", async {
            let EditSynonyms { table, key, expected_version, words } = edit;
            let mut wrong = Violations::default();
            let words = self.check_synonyms("words", &words, &mut wrong);
            let key = table.parse_key(&key).map_err(|problem| wrong.add("key", problem)).unwrap_or_default();
            wrong.into_result().map_err(Refusal::Invalid)?;
            let mut work = self.begin(by, None).await?;
            let before = work.newest_synonyms(table, &key).await?;
            if before.version != expected_version {
                return Err(wrong_state("SYNONYMS_CHANGED", Message::new("state-synonyms-changed")));
            }
            if before.words == words {
                return Ok(before);
            }
            let next = work.put_synonyms(before, words).await?;
            let next = work.finish(next).await?.value;
            self.refresh_synonyms().await;
            Ok(next)
        })
        .await
    }

    /// Adds phrases to entries of a table, where they are not there already. Questions are read with them when this
    /// ends.
    ///
    /// # Errors
    /// [`CurationError::Refused`] with everything that is wrong with them, by entry, and then nothing is added;
    /// [`CurationError::Store`].
    pub async fn add_synonyms(&self, by: &Editor, addition: AddSynonyms) -> Result<SynonymAddition, CurationError> {
        command("add_synonyms", async {
            let AddSynonyms { table, entries } = addition;
            let mut wrong = Violations::default();
            let mut added: BTreeMap<String, Vec<String>> = BTreeMap::new();
            for (key, phrases) in entries {
                match table.parse_key(&key) {
                    Ok(key) => {
                        let phrases = self.check_synonyms(&format!("entries.{key}"), &phrases, &mut wrong);
                        added.entry(key).or_default().extend(phrases);
                    }
                    Err(problem) => wrong.add("entries", problem),
                }
            }
            let mut work = self.begin(by, None).await?;
            let mut done = SynonymAddition::default();
            for (key, phrases) in added {
                let before = work.newest_synonyms(table, &key).await?;
                let all: Vec<String> = before.words.iter().cloned().chain(phrases).collect();
                let mut too_many = Violations::default();
                let words = check_phrases(&format!("entries.{key}"), &all, &mut too_many);
                wrong.0.extend(too_many.0);
                if wrong.is_empty() && words != before.words {
                    done.entries += 1;
                    done.phrases += words.len() - before.words.len();
                    work.put_synonyms(before, words).await?;
                }
            }
            wrong.into_result().map_err(Refusal::Invalid)?;
            work.finish(()).await?;
            self.refresh_synonyms().await;
            Ok(done)
        })
        .await
    }

    /// The phrases as they are stored. Adds what is wrong with those of a field, each by its place in the list.
    fn check_synonyms(&self, field: &str, phrases: &[String], wrong: &mut Violations) -> Vec<String> {
        let checked = check_phrases(field, phrases, wrong);
        let is_silent = |phrase: &String| self.synonym_index.as_ref().is_some_and(|index| index.is_silent(phrase));
        let readable = phrases.iter().enumerate().filter(|(_, phrase)| check_phrase(phrase.trim()).is_ok());
        for (at, _) in readable.filter(|(_, phrase)| is_silent(phrase)) {
            let problem = Problem::Format(Message::new("problem-silent-words"));
            wrong.add(format!("{field}[{at}]"), problem);
        }
        checked
    }

    async fn refresh_synonyms(&self) {
        if let Some(index) = &self.synonym_index {
            index.refresh().await;
        }
    }
}

impl UnitOfWork {
    /// The newest version of the synonyms of an entry; an empty one of number 0 where there is none.
    async fn newest_synonyms(&self, table: SynonymTable, key: &str) -> Result<SynonymVersion, CurationError> {
        let newest = self.writer.view().synonym_versions(table, key).await?.into_iter().next();
        Ok(newest.unwrap_or_else(|| SynonymVersion {
            table,
            key: key.to_owned(),
            version: 0,
            at: self.writer.at(),
            by: None,
            words: Vec::new(),
        }))
    }

    async fn put_synonyms(
        &mut self,
        before: SynonymVersion,
        words: Vec<String>,
    ) -> Result<SynonymVersion, CurationError> {
        let (version, at, by) = (before.version + 1, self.writer.at(), self.by.account());
        let next = SynonymVersion { version, at, by, words, ..before };
        self.writer.put_synonym(&next).await?;
        Ok(next)
    }
}
