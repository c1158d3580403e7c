//! Loading the published directory, as it is and as it was at a time.
//!
//! The present comes from the entity tables, the past from the revisions. Both see one state of the
//! database however long they last, and both hand out facts only: what is private does not get past
//! this file.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::{
    Fact, Gazetteer, Record,
    publication::{Present, PublicationChange},
    record::{EntityKind, EntityRef},
};
use sea_orm::{DatabaseTransaction, QueryResult};

use crate::{
    Store, StoreError, follow,
    pages::{self, BatchSender, RowStream, Stop},
    rows,
    stored::{Stored, for_kind},
};

/// The published directory at one place of the change log.
pub struct Load {
    /// The place in the log up to which the facts reach; follow the log from here.
    pub sequence: u64,
    /// Every fact with the place of its entity's last change, and a change without a fact for each
    /// entity that was public once and is no longer. Districts come first, then themes and actors;
    /// tombstones last.
    pub changes: RowStream<PublicationChange>,
}

impl Store {
    /// Every district that has a boundary, ready to be asked where a point lies.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Unreadable`].
    pub async fn gazetteer(&self) -> Result<Gazetteer, StoreError> {
        let sql = format!("SELECT {} FROM district t", rows::COLUMNS);
        let found = rows::all(&self.control(), "reading districts", sql, []).await?;
        let districts = found.iter().map(rows::record).collect::<Result<Vec<Record<domain::District>>, _>>()?;
        Ok(Gazetteer::new(&districts))
    }

    /// Everything published, in bounded memory.
    ///
    /// # Errors
    /// [`StoreError::Database`] when reading cannot begin; later errors are in the stream.
    pub async fn load(&self, gazetteer: Arc<Gazetteer>) -> Result<Load, StoreError> {
        let transaction = self.control_transaction().await?;
        let sequence = follow::latest(&*transaction).await?;
        let changes = pages::read(|mut pages| async move {
            let result = present(&transaction, &mut pages, &gazetteer, sequence).await;
            (pages, result)
        });
        Ok(Load { sequence, changes })
    }

    /// Everything that was published at a place in the change log, in bounded memory. What may no longer be
    /// told of the past is left out: see [`domain::publication::Publish::publish_past`].
    ///
    /// # Errors
    /// [`StoreError::Database`] when reading cannot begin; later errors are in the stream.
    pub async fn load_at(&self, sequence: u64, gazetteer: Arc<Gazetteer>) -> Result<Load, StoreError> {
        let transaction = self.read_transaction().await?;
        let changes = pages::read(|mut pages| async move {
            let result = past(&transaction, &mut pages, &gazetteer, sequence).await;
            (pages, result)
        });
        Ok(Load { sequence, changes })
    }

    /// What the directory at a time is known by: while it stays the same, so does what
    /// [`Store::load_at`] would load. One look at two indexes.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn past_key(&self, time: DateTime<Utc>) -> Result<PastKey, StoreError> {
        // Times in the log never run backwards, so the last entry by time is the last by sequence.
        let sql = "SELECT (SELECT max(sequence) FROM change WHERE at <= $1) AS newest, \
                   (SELECT max(sequence) FROM change WHERE alters_past) AS altered";
        let found = rows::all(&self.reader(), "looking at the change log", sql, [time.into()]).await?;
        let number = |column| -> Result<u64, StoreError> {
            let number = found.first().map_or(Ok(None), |row| rows::get::<Option<i64>>(row, column))?;
            Ok(number.unwrap_or(0).unsigned_abs())
        };
        Ok(PastKey { sequence: number("newest")?, altered: number("altered")? })
    }
}

/// What a past directory is known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PastKey {
    /// The place in the change log up to which it reaches.
    pub sequence: u64,
    /// The newest place in the log that altered what may be told of the past: an entry was archived, a
    /// consent withdrawn, a place hidden, a value purged.
    pub altered: u64,
}

async fn present(
    transaction: &DatabaseTransaction,
    pages: &mut BatchSender<PublicationChange>,
    gazetteer: &Arc<Gazetteer>,
    sequence: u64,
) -> Result<(), Stop> {
    for kind in EntityKind::ALL {
        let gazetteer = Arc::clone(gazetteer);
        for_kind!(*kind, E => {
            let sql = format!(
                "SELECT {}, c.at FROM {} t JOIN change c ON c.sequence = t.sequence \
                 WHERE t.is_public AND t.id > $1 ORDER BY t.id LIMIT $2",
                rows::COLUMNS,
                E::TABLE
            );
            let decode = move |row: &QueryResult| {
                let at = rows::get(row, "at")?;
                to_publication::<E>(rows::record(row)?, rows::sequence(row, "sequence")?, at, &gazetteer)
            };
            pages::by_key(transaction, pages, &sql, &[], decode).await?;
        });
    }
    tombstones(transaction, pages, sequence).await
}

async fn past(
    transaction: &DatabaseTransaction,
    pages: &mut BatchSender<PublicationChange>,
    gazetteer: &Arc<Gazetteer>,
    sequence: u64,
) -> Result<(), Stop> {
    for kind in EntityKind::ALL {
        let gazetteer = Arc::clone(gazetteer);
        for_kind!(*kind, E => {
            let sql = format!(
                "SELECT r.id, r.version, r.created_at, r.updated_at, r.body, r.sequence, c.at, t.body AS present, \
                 {} AS is_shown FROM (SELECT {} FROM revision r \
                 WHERE r.entity = $3 AND r.entity_id > $1 AND r.sequence <= $4 AND NOT EXISTS (SELECT 1 FROM revision n WHERE n.entity = r.entity \
                 AND n.entity_id = r.entity_id AND n.version = r.version + 1 AND n.sequence <= $4) \
                 ORDER BY r.entity_id LIMIT $2) r \
                 JOIN change c ON c.sequence = r.sequence JOIN {} t ON t.id = r.id ORDER BY r.id",
                E::SHOWN.unwrap_or("t.is_public"),
                rows::REVISION_COLUMNS,
                E::TABLE
            );
            let decode = move |row: &QueryResult| {
                let record: Record<E> = rows::record(row)?;
                let entity = EntityRef::of::<E>(record.id);
                let (sequence, at) = (rows::sequence(row, "sequence")?, rows::get(row, "at")?);
                let fact = match E::SHOWN {
                    Some(_) => {
                        let present = rows::body(row, "present", record.id.into())?;
                        let present = Present { data: &present, is_shown: rows::get(row, "is_shown")? };
                        E::publish_past(record, &present, &gazetteer)
                    }
                    None => E::publish(record, &gazetteer),
                };
                Ok(change(entity, sequence, at, fact))
            };
            let values = [kind.slug().into(), rows::number(sequence).into()];
            pages::by_key(transaction, pages, &sql, &values, decode).await?;
        });
    }
    tombstones(transaction, pages, sequence).await
}

fn to_publication<E: Stored>(
    record: Record<E>,
    sequence: u64,
    at: DateTime<Utc>,
    gazetteer: &Gazetteer,
) -> Result<Option<PublicationChange>, StoreError> {
    let entity = EntityRef::of::<E>(record.id);
    Ok(change(entity, sequence, at, E::publish(record, gazetteer)))
}

fn change(entity: EntityRef, sequence: u64, at: DateTime<Utc>, fact: Option<Fact>) -> Option<PublicationChange> {
    fact.map(|fact| PublicationChange { sequence, at, entity, fact: Some(fact) })
}

/// What was public and is no longer, up to a place in the log.
async fn tombstones(
    transaction: &DatabaseTransaction,
    pages: &mut BatchSender<PublicationChange>,
    sequence: u64,
) -> Result<(), Stop> {
    let sql = "SELECT c.entity_id AS id, c.sequence, c.at, c.entity FROM change c \
               WHERE c.visibility = 'tombstone' AND c.sequence <= $3 AND c.entity_id > $1 \
               AND NOT EXISTS (SELECT 1 FROM change n WHERE n.entity = c.entity AND n.entity_id = c.entity_id \
               AND n.sequence > c.sequence AND n.sequence <= $3 AND n.visibility = 'public') \
               ORDER BY c.entity_id LIMIT $2";
    let decode = |row: &QueryResult| {
        let entity = EntityRef { kind: rows::kind(row, "entity")?, id: rows::get(row, "id")? };
        Ok(Some(PublicationChange {
            sequence: rows::sequence(row, "sequence")?,
            at: rows::get(row, "at")?,
            entity,
            fact: None,
        }))
    };
    pages::by_key(transaction, pages, sql, &[rows::number(sequence).into()], decode).await
}
