//! The texts of the site that administrators write, every version of them, and the logos of funders.

use chrono::{DateTime, Utc};
use data_encoding::BASE64;
use domain::{AccountId, SiteTexts};
use sea_orm::QueryResult;
use uuid::Uuid;

use crate::{Store, StoreError, Writer, rows};

/// So many versions are listed, newest first.
const LISTED: u32 = 50;
const DOING: &str = "reading the texts of the site";

/// The texts of the site as somebody wrote them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteTextsVersion {
    /// How often they were written.
    pub version: u32,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom; `None` for the command line.
    pub by: Option<AccountId>,
    /// What they say.
    pub texts: SiteTexts,
}

/// The bytes of a logo.
#[derive(Clone, PartialEq, Eq)]
pub struct SiteLogo {
    /// The SHA-256 of them, in hexadecimal digits.
    pub hash: String,
    /// The bytes.
    pub content: Vec<u8>,
}

impl std::fmt::Debug for SiteLogo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SiteLogo({}, {} bytes)", self.hash, self.content.len())
    }
}

impl Store {
    /// The number of the newest version; 0 when none was ever written.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn newest_site_texts_version(&self) -> Result<u32, StoreError> {
        let sql = "SELECT version FROM site_texts ORDER BY version DESC LIMIT 1";
        let found = rows::all(&self.control(), DOING, sql, []).await?;
        found.first().map_or(Ok(0), |row| rows::version(row, "version"))
    }

    /// The newest versions, newest first, at most fifty.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::UnreadableRow`].
    pub async fn site_texts_versions(&self) -> Result<Vec<SiteTextsVersion>, StoreError> {
        let sql = format!("SELECT version, at, account_id, body FROM site_texts ORDER BY version DESC LIMIT {LISTED}");
        rows::all(&self.reader(), DOING, sql, []).await?.iter().map(read).collect()
    }

    /// The newest version; `None` when none was ever written.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::UnreadableRow`].
    pub async fn site_texts(&self) -> Result<Option<SiteTextsVersion>, StoreError> {
        let sql = "SELECT version, at, account_id, body FROM site_texts ORDER BY version DESC LIMIT 1";
        rows::all(&self.reader(), DOING, sql, []).await?.first().map(read).transpose()
    }

    /// The logos of these hashes, as far as there are any.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::UnreadableRow`].
    pub async fn site_logos(&self, hashes: &[&str]) -> Result<Vec<SiteLogo>, StoreError> {
        let before = "SELECT hash, content FROM site_logo WHERE hash";
        let values = hashes.iter().map(|hash| (*hash).into());
        let found = rows::all_in(&self.reader(), "reading logos", before, values).await?;
        let logo = |row: &QueryResult| {
            let content = BASE64.decode(rows::get::<String>(row, "content")?.as_bytes());
            let content = content.map_err(|_| StoreError::UnreadableRow { what: "logo" })?;
            Ok(SiteLogo { hash: rows::get(row, "hash")?, content })
        };
        found.iter().map(logo).collect()
    }
}

impl Writer {
    /// Writes the next version of the texts.
    ///
    /// # Errors
    /// [`StoreError::Database`], also where there is such a version already.
    pub async fn put_site_texts(&mut self, version: &SiteTextsVersion) -> Result<(), StoreError> {
        let sql = format!(
            "INSERT INTO site_texts (version, at, account_id, body) VALUES ($1, $2, $3, {})",
            rows::json_value(&self.transaction, "$4")
        );
        let values = [
            i32::try_from(version.version).unwrap_or(i32::MAX).into(),
            version.at.into(),
            version.by.map(AccountId::uuid).into(),
            rows::to_json("texts of the site", &version.texts)?.into(),
        ];
        rows::run(&self.transaction, "writing the texts of the site", sql, values).await
    }

    /// Keeps a logo, unless it is kept already.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn put_site_logo(&mut self, logo: &SiteLogo) -> Result<(), StoreError> {
        let sql = "INSERT INTO site_logo (hash, content) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING";
        let values = [logo.hash.as_str().into(), BASE64.encode(&logo.content).into()];
        rows::run(&self.transaction, "writing a logo", sql, values).await
    }
}

pub(crate) fn read(row: &QueryResult) -> Result<SiteTextsVersion, StoreError> {
    Ok(SiteTextsVersion {
        version: rows::version(row, "version")?,
        at: rows::get(row, "at")?,
        by: rows::get::<Option<Uuid>>(row, "account_id")?.map(AccountId::from_uuid),
        texts: rows::json(row, "body", "texts of the site")?,
    })
}
