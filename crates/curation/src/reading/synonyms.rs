//! An installation's own words for questions and who wrote them, for staff.

use domain::SynonymTable;
use store::SynonymVersion;

use super::names::AccountNames;
use crate::{Curation, CurationError, Editor, Sees};

/// The synonyms of a table, and who wrote them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownSynonyms {
    /// Which table.
    pub table: SynonymTable,
    /// The newest version of every entry that ever had any, by key.
    pub entries: Vec<SynonymVersion>,
    /// Of one entry all versions, newest first, at most fifty, where they were asked for.
    pub versions: Vec<SynonymVersion>,
    names: AccountNames,
}

impl KnownSynonyms {
    /// What staff call whoever wrote a version.
    pub fn name(&self, version: &SynonymVersion) -> Option<&str> {
        self.names.of(version.by)
    }
}

impl Curation {
    /// The synonyms of a table; of an entry that is named, all its versions too.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn synonyms(
        &self,
        by: &Sees<Editor>,
        table: SynonymTable,
        key: Option<&str>,
    ) -> Result<KnownSynonyms, CurationError> {
        let (_, mut entries) = self.store.synonyms().await?;
        entries.retain(|entry| entry.table == table);
        let versions = match key {
            Some(key) => self.store.synonym_versions(table, key).await?,
            None => Vec::new(),
        };
        let names = self.names(by, entries.iter().chain(&versions).map(|version| version.by)).await?;
        Ok(KnownSynonyms { table, entries, versions, names })
    }
}
