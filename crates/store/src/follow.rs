//! Following the change log: what changed since, and waiting until something does.
//!
//! Every node of a directory follows the same log. PostgreSQL wakes them through `LISTEN`/`NOTIFY`;
//! a look at the log each second is the safety net for a lost notification, a connection pooler
//! that swallows them, and a second process writing to the same SQLite file.

use std::{collections::HashMap, time::Duration};

use chrono::{DateTime, Utc};
use domain::{
    Gazetteer,
    publication::PublicationChange,
    record::{EntityKind, EntityRef},
};
use sea_orm::{
    ConnectionTrait, DatabaseTransaction,
    sqlx::{self, PgPool, postgres::PgListener},
};
use tokio::{sync::watch, task::AbortHandle};
use uuid::Uuid;

use crate::{
    Store, StoreError,
    rows::{self, Visibility},
    stored::{Stored, for_kind},
};

/// The channel on which PostgreSQL tells of commits.
pub(crate) const CHANNEL: &str = "bruecke_change";

/// The newest sequence number this process has heard of.
pub(crate) type SequenceNumber = u64;

/// What happened to the published directory, one page_request of the log at a time.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    /// The newest public state of each entity that changed, in the order of the log. An entity that
    /// changed several times comes once; what was never public does not come at all.
    pub changes: Vec<PublicationChange>,
    /// The place in the log up to which these changes reach; pass it to ask for the next page_request.
    pub sequence: u64,
}

struct Logged {
    sequence: i64,
    at: DateTime<Utc>,
    entity: EntityRef,
    visibility: Visibility,
}

impl Store {
    /// The newest sequence number of the change log; 0 when nothing was ever written.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn latest_sequence(&self) -> Result<u64, StoreError> {
        latest(&self.control()).await
    }

    /// What of the published directory changed after a place in the log, looking at no more than
    /// `limit` entries of it.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Unreadable`].
    pub async fn changes_after(
        &self,
        sequence: u64,
        limit: usize,
        gazetteer: &Gazetteer,
    ) -> Result<Changes, StoreError> {
        let transaction = self.control_transaction().await?;
        let log = logged_after(&transaction, sequence, limit).await?;
        let reached = log.last().map_or(sequence, |last| last.sequence.unsigned_abs());
        let mut newest: HashMap<EntityRef, Logged> = HashMap::new();
        for entry in log.into_iter().filter(|entry| entry.visibility != Visibility::Private) {
            newest.insert(entry.entity, entry);
        }
        let mut changes = Vec::with_capacity(newest.len());
        let mut public: HashMap<EntityKind, Vec<Uuid>> = HashMap::new();
        for entry in newest.values() {
            match entry.visibility {
                Visibility::Public => public.entry(entry.entity.kind).or_default().push(entry.entity.id),
                _ => changes.push(PublicationChange {
                    sequence: entry.sequence.unsigned_abs(),
                    at: entry.at,
                    entity: entry.entity,
                    fact: None,
                }),
            }
        }
        for (kind, ids) in public {
            for_kind!(kind, E => add_published::<E>(&transaction, &ids, &newest, gazetteer, &mut changes).await?);
        }
        changes.sort_unstable_by_key(|change| change.sequence);
        Ok(Changes { changes, sequence: reached })
    }

    /// Waits until the change log has grown past `sequence` and returns its newest number. Returns
    /// at once when it has done so already.
    ///
    /// # Errors
    /// [`StoreError::Database`] when the log cannot be looked at.
    pub async fn wait_for_changes(&self, sequence: u64) -> Result<u64, StoreError> {
        let mut seen = self.0.seen.subscribe();
        loop {
            let newest = self.latest_sequence().await?;
            if newest > sequence {
                return Ok(newest);
            }
            let heard = seen.wait_for(|heard| *heard > sequence);
            // The sender lives as long as the store, so waiting ends in a number or in the timeout,
            // which leads to another look at the log.
            if let Ok(Ok(heard)) =
                tokio::time::timeout(self.0.look_every, heard).await.map(|heard| heard.map(|heard| *heard))
            {
                return Ok(heard);
            }
        }
    }
}

pub(crate) async fn latest(connection: &impl ConnectionTrait) -> Result<u64, StoreError> {
    let newest = rows::all(
        connection,
        "looking at the change log",
        "SELECT sequence FROM change ORDER BY sequence DESC LIMIT 1",
        [],
    )
    .await?;
    newest.first().map_or(Ok(0), |row| rows::sequence(row, "sequence"))
}

async fn logged_after(
    transaction: &DatabaseTransaction,
    sequence: u64,
    limit: usize,
) -> Result<Vec<Logged>, StoreError> {
    let sql = "SELECT sequence, at, entity, entity_id, visibility FROM change \
               WHERE sequence > $1 ORDER BY sequence LIMIT $2";
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let values = [rows::number(sequence).into(), limit.into()];
    let found = rows::all(transaction, "reading the change log", sql, values).await?;
    found
        .iter()
        .map(|row| {
            Ok(Logged {
                sequence: rows::get(row, "sequence")?,
                at: rows::get(row, "at")?,
                entity: rows::entity(row)?,
                visibility: rows::visibility(row, "visibility")?,
            })
        })
        .collect()
}

/// Adds the public entities of one kind. One that has changed again after this page_request of the log is
/// left out: a later page_request brings its newer state, and what has been withdrawn since is not shown.
async fn add_published<E: Stored>(
    transaction: &DatabaseTransaction,
    ids: &[Uuid],
    newest: &HashMap<EntityRef, Logged>,
    gazetteer: &Gazetteer,
    changes: &mut Vec<PublicationChange>,
) -> Result<(), StoreError> {
    for ids in ids.chunks(rows::CHUNK) {
        for row in rows::by_ids::<E>(transaction, ids).await? {
            let record = rows::record::<E>(&row)?;
            let Some(entry) = newest.get(&EntityRef::of::<E>(record.id)) else { continue };
            if rows::get::<i64>(&row, "sequence")? != entry.sequence {
                continue;
            }
            let (entity, sequence, at) = (entry.entity, entry.sequence.unsigned_abs(), entry.at);
            changes.push(PublicationChange { sequence, at, entity, fact: E::publish(record, gazetteer) });
        }
    }
    Ok(())
}

/// Listens for other nodes' commits until aborted. Where listening is impossible (a pooler between
/// that does not pass it on), the look each second serves alone.
pub(crate) fn listen(pool: PgPool, seen: watch::Sender<SequenceNumber>) -> AbortHandle {
    let listening = async move {
        loop {
            match notify_changes(&pool, &seen).await {
                Ok(()) => return,
                Err(error) => {
                    tracing::warn!(error = %domain::ErrorChain(&error), "not told of other nodes' changes; looking at the change log each second");
                    tokio::time::sleep(Duration::from_secs(30)).await;
                }
            }
        }
    };
    tokio::spawn(listening).abort_handle()
}

async fn notify_changes(pool: &PgPool, seen: &watch::Sender<SequenceNumber>) -> Result<(), sqlx::Error> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen(CHANNEL).await?;
    loop {
        // What was committed while nobody listened was told to nobody, so a look at the log comes
        // first and after every lost connection. Before the tables are made there is no log.
        let newest = sqlx::query_scalar::<_, Option<i64>>("SELECT max(sequence) FROM change").fetch_one(pool).await;
        tell(seen, newest.ok().flatten().unwrap_or(0).unsigned_abs());
        while let Some(notification) = listener.try_recv().await? {
            if let Ok(sequence) = notification.payload().parse() {
                tell(seen, sequence);
            }
        }
    }
}

/// Wakes everybody who waits for a number up to this one.
pub(crate) fn tell(seen: &watch::Sender<SequenceNumber>, sequence: SequenceNumber) {
    seen.send_if_modified(|known| {
        let newer = sequence > *known;
        *known = (*known).max(sequence);
        newer
    });
}
