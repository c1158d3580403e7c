//! Reading what is stored, private things included: for staff, imports and exports, never for the
//! public's questions.

use std::{collections::HashMap, fmt};

use chrono::{DateTime, Utc};
use domain::{
    AccountId, Actor, ActorId, Gazetteer, LifeStatus, Record, Slug, publication::Present, record::EntityRef,
    vocabulary::Role,
};
use sea_orm::QueryResult;

use crate::{
    Store, StoreError,
    pages::{self, RowStream},
    rows,
    stored::Stored,
};

/// One stored version of an entity.
#[derive(Clone, PartialEq)]
pub struct Revision<E: Stored> {
    /// Its place in the change log.
    pub sequence: u64,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// In what role.
    pub by: Role,
    /// Through which account, where one is known; for staff only.
    pub account: Option<AccountId>,
    /// What for or where from; for staff only.
    pub note: Option<String>,
    /// The entity in that version.
    pub record: Record<E>,
}

/// Shows the place only: what the record holds may be private.
impl<E: Stored> fmt::Debug for Revision<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Revision({} {}, version {}, …)", E::KIND.slug(), self.record.id, self.record.version)
    }
}

/// One version of an actor as the public may see it.
#[derive(Clone, Debug, PartialEq)]
pub struct PublicVersion {
    /// The version.
    pub version: u32,
    /// Its place in the change log.
    pub sequence: u64,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// In what role.
    pub by: Role,
    /// The actor in that version; `None` when it was not public then.
    pub actor: Option<Record<Actor>>,
}

/// Who wrote a revision, and where that stands.
const REVISION_AUTHOR: &str =
    "c.at, c.role, c.note, c.account_id FROM revision r JOIN change c ON c.sequence = r.sequence";

fn revision<E: Stored>(row: &QueryResult) -> Result<Revision<E>, StoreError> {
    Ok(Revision {
        sequence: rows::sequence(row, "sequence")?,
        at: rows::get(row, "at")?,
        by: rows::role(row, "role")?,
        note: rows::get(row, "note")?,
        account: rows::get::<Option<uuid::Uuid>>(row, "account_id")?.map(AccountId::from),
        record: rows::record(row)?,
    })
}

impl Store {
    /// An entity by id; `None` when there is none.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Unreadable`].
    pub async fn get<E: Stored>(&self, id: E::Id) -> Result<Option<Record<E>>, StoreError> {
        let found = rows::by_ids::<E>(&self.reader(), &[id.into()]).await?;
        found.first().map(rows::record).transpose()
    }

    /// Entities by id, in the order asked; what does not exist is left out.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Unreadable`].
    pub async fn get_many<E: Stored>(&self, ids: &[E::Id]) -> Result<Vec<Record<E>>, StoreError> {
        let mut found = HashMap::with_capacity(ids.len());
        for chunk in ids.chunks(rows::CHUNK) {
            let chunk: Vec<_> = chunk.iter().map(|id| (*id).into()).collect();
            for row in rows::by_ids::<E>(&self.reader(), &chunk).await? {
                let record: Record<E> = rows::record(&row)?;
                found.insert(record.id, record);
            }
        }
        Ok(ids.iter().filter_map(|id| found.get(id).cloned()).collect())
    }

    /// An actor, theme or district by a slug it has or ever had; `None` for other kinds of entity.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Unreadable`].
    pub async fn find_by_slug<E: Stored>(&self, slug: &str) -> Result<Option<Record<E>>, StoreError> {
        let Some(slugs) = E::SLUGS else { return Ok(None) };
        let sql = format!(
            "SELECT {} FROM {} t JOIN {} s ON s.{} = t.id WHERE s.slug = $1",
            rows::COLUMNS,
            E::TABLE,
            slugs.table,
            slugs.owner
        );
        let found = rows::all(&self.reader(), "looking for a slug", sql, [slug.into()]).await?;
        found.first().map(rows::record).transpose()
    }

    /// Which entity each slug leads to, former slugs included; empty for entities without slugs.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Word`].
    pub async fn slugs<E: Stored>(&self) -> Result<HashMap<Slug, E::Id>, StoreError> {
        let Some(slugs) = E::SLUGS else { return Ok(HashMap::new()) };
        let sql = format!("SELECT slug, {} AS owner FROM {}", slugs.owner, slugs.table);
        let found = rows::all(&self.reader(), "reading slugs", sql, []).await?;
        found
            .iter()
            .map(|row| {
                let word: String = rows::get(row, "slug")?;
                let slug = word.parse().map_err(|_| StoreError::Word { word, wanted: "a slug" })?;
                Ok((slug, rows::get::<uuid::Uuid>(row, "owner")?.into()))
            })
            .collect()
    }

    /// How many entities of a kind there are, drafts and archived ones included.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn count<E: Stored>(&self) -> Result<u64, StoreError> {
        let sql = format!("SELECT count(*) AS count FROM {}", E::TABLE);
        let found = rows::all(&self.reader(), "counting", sql, []).await?;
        found.first().map_or(Ok(0), |row| rows::sequence(row, "count"))
    }

    /// Every entity of a kind by id, in bounded memory and in one state of the database.
    ///
    /// # Errors
    /// [`StoreError::Database`] when reading cannot begin; later errors are in the stream.
    pub async fn all<E: Stored>(&self) -> Result<RowStream<Record<E>>, StoreError> {
        let transaction = self.read_transaction().await?;
        let sql = format!("SELECT {} FROM {} t WHERE t.id > $1 ORDER BY t.id LIMIT $2", rows::COLUMNS, E::TABLE);
        Ok(pages::read(|mut pages| async move {
            let decode = |row: &QueryResult| rows::record::<E>(row).map(Some);
            let result = pages::by_key(&transaction, &mut pages, &sql, &[], decode).await;
            (pages, result)
        }))
    }

    /// Every stored version of an entity, newest first.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Unreadable`].
    pub async fn revisions<E: Stored>(&self, id: E::Id) -> Result<Vec<Revision<E>>, StoreError> {
        let sql = format!(
            "SELECT {}, {REVISION_AUTHOR} WHERE r.entity = $1 AND r.entity_id = $2 ORDER BY r.version DESC",
            rows::REVISION_COLUMNS
        );
        let entity = EntityRef::of::<E>(id);
        let values = [entity.kind.slug().into(), entity.id.into()];
        let found = rows::all(&self.reader(), "reading the history", sql, values).await?;
        found.iter().map(revision).collect()
    }

    /// Every stored version of several entities, the oldest of each first.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Unreadable`].
    pub async fn revisions_of<E: Stored>(&self, ids: &[E::Id]) -> Result<Vec<Revision<E>>, StoreError> {
        let before = format!(
            "SELECT {}, {REVISION_AUTHOR} WHERE r.entity = '{}' AND r.entity_id",
            rows::REVISION_COLUMNS,
            E::KIND.slug()
        );
        let mut revisions = Vec::new();
        for chunk in ids.chunks(rows::CHUNK) {
            let values = chunk.iter().map(|id| (*id).into().into());
            for row in &rows::all_in(&self.reader(), "reading histories", &before, values).await? {
                revisions.push(revision::<E>(row)?);
            }
        }
        revisions.sort_by_key(|revision| revision.record.version);
        Ok(revisions)
    }

    /// An actor's history as the public may see it, newest first; empty when there is no such actor.
    /// What may no longer be told is left out of every version, as [`Store::load_at`] does.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Unreadable`].
    pub async fn history(&self, actor: ActorId, gazetteer: &Gazetteer) -> Result<Vec<PublicVersion>, StoreError> {
        let revisions = self.revisions::<Actor>(actor).await?;
        let Some(present) = revisions.first().map(|newest| newest.record.data.clone()) else { return Ok(Vec::new()) };
        let is_shown = present.status == LifeStatus::Published;
        let past = revisions.into_iter().map(|Revision { sequence, at, by, record, .. }| {
            let version = record.version;
            let actor = match Actor::publish_past(record, &Present { data: &present, is_shown }, gazetteer) {
                Some(domain::Fact::Actor(actor)) => Some(actor.into_inner()),
                _ => None,
            };
            PublicVersion { version, sequence, at, by, actor }
        });
        Ok(past.collect())
    }
}
