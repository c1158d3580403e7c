//! An installation's own words for questions, every version of them.

use chrono::{DateTime, Utc};
use domain::{AccountId, SynonymTable};
use sea_orm::QueryResult;
use uuid::Uuid;

use crate::{Store, StoreError, Writer, rows};

/// So many versions of an entry are listed, newest first.
const LISTED: u32 = 50;
const DOING: &str = "reading synonyms";
pub(crate) const COLUMNS: &str = "word_table, word_key, version, at, account_id, body, number";

/// The synonyms of one entry of a table, as somebody wrote them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SynonymVersion {
    /// Which table.
    pub table: SynonymTable,
    /// Which entry of it.
    pub key: String,
    /// How often those of the entry were written.
    pub version: u32,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom; `None` for the command line.
    pub by: Option<AccountId>,
    /// The phrases; none where all were taken back.
    pub words: Vec<String>,
}

impl Store {
    /// How many versions of any entry were ever written: while it stays the same, so do all synonyms.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn newest_synonym_number(&self) -> Result<u32, StoreError> {
        let sql = "SELECT number FROM synonym ORDER BY number DESC LIMIT 1";
        let found = rows::all(&self.control(), DOING, sql, []).await?;
        found.first().map_or(Ok(0), |row| rows::version(row, "number"))
    }

    /// The newest version of every entry that has one, with the number of the newest of them all, 0 where there is none.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::UnreadableRow`].
    pub async fn synonyms(&self) -> Result<(u32, Vec<SynonymVersion>), StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM synonym s WHERE NOT EXISTS (SELECT 1 FROM synonym n \
             WHERE n.word_table = s.word_table AND n.word_key = s.word_key AND n.version = s.version + 1) \
             ORDER BY word_table, word_key"
        );
        let found = rows::all(&self.reader(), DOING, sql, []).await?;
        let numbers = found.iter().map(|row| rows::version(row, "number")).collect::<Result<Vec<_>, _>>()?;
        let synonyms = found.iter().map(read).collect::<Result<Vec<_>, _>>()?;
        Ok((numbers.into_iter().max().unwrap_or(0), synonyms))
    }

    /// The newest versions of one entry, newest first, at most fifty.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::UnreadableRow`].
    pub async fn synonym_versions(&self, table: SynonymTable, key: &str) -> Result<Vec<SynonymVersion>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM synonym WHERE word_table = $1 AND word_key = $2 ORDER BY version DESC LIMIT {LISTED}"
        );
        let values = [table.name().into(), key.into()];
        rows::all(&self.reader(), DOING, sql, values).await?.iter().map(read).collect()
    }
}

impl Writer {
    /// Writes the next version of an entry.
    ///
    /// # Errors
    /// [`StoreError::Database`], also where there is such a version already.
    pub async fn put_synonym(&mut self, synonym: &SynonymVersion) -> Result<(), StoreError> {
        let sql = format!(
            "INSERT INTO synonym (number, word_table, word_key, version, at, account_id, body) \
             VALUES ((SELECT COALESCE(MAX(number), 0) + 1 FROM synonym), $1, $2, $3, $4, $5, {})",
            rows::json_value(&self.transaction, "$6")
        );
        let values = [
            synonym.table.name().into(),
            synonym.key.as_str().into(),
            i32::try_from(synonym.version).unwrap_or(i32::MAX).into(),
            synonym.at.into(),
            synonym.by.map(AccountId::uuid).into(),
            rows::to_json("synonyms", &synonym.words)?.into(),
        ];
        rows::run(&self.transaction, "writing synonyms", sql, values).await
    }
}

pub(crate) fn read(row: &QueryResult) -> Result<SynonymVersion, StoreError> {
    let table = rows::get::<String>(row, "word_table")?.parse();
    Ok(SynonymVersion {
        table: table.map_err(|_| StoreError::UnreadableRow { what: "table of synonyms" })?,
        key: rows::get(row, "word_key")?,
        version: rows::version(row, "version")?,
        at: rows::get(row, "at")?,
        by: rows::get::<Option<Uuid>>(row, "account_id")?.map(AccountId::from_uuid),
        words: rows::json(row, "body", "synonyms")?,
    })
}
