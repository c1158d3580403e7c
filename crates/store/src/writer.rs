//! Writing: one transaction at a time, each change with its revision and its place in the log.
//!
//! Writers line up: on SQLite behind the one writing connection, on PostgreSQL behind an advisory
//! lock that lasts as long as the transaction. So sequence numbers have no gaps, grow in the order
//! of the commits, and what a writer has checked stays true until it commits.

mod checks;
mod insert;

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, SubsecRound, Utc};
use domain::{
    AccountId, Gazetteer, Record,
    record::{EntityKind, EntityRef},
    vocabulary::Role,
};
use sea_orm::{ConnectionTrait, DbBackend};
use uuid::Uuid;

use crate::{
    Store, StoreError, clock,
    error::while_doing,
    follow,
    rows::{self, Visibility},
    stored::{Stored, table_of},
    transaction::WriteTransaction,
};

/// How many changes at once make PostgreSQL's statistics stale.
const MANY: u64 = 5_000;

/// Who writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// In what role.
    pub role: Role,
    /// Through which account; `None` for the command line. Seen by staff only.
    pub account: Option<AccountId>,
    /// What for or where from, such as the name of an imported file; seen by staff only.
    pub note: Option<String>,
}

impl Author {
    /// Somebody in a role, with nothing to add.
    pub const fn new(role: Role) -> Self {
        Self { role, account: None, note: None }
    }

    /// The same through an account.
    #[must_use]
    pub const fn by(mut self, account: AccountId) -> Self {
        self.account = Some(account);
        self
    }

    /// The same with a note.
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }
}

/// One transaction that writes. Dropping it undoes everything.
#[derive(Debug)]
pub struct Writer {
    pub(crate) transaction: WriteTransaction,
    pub(crate) author: Author,
    pub(crate) at: DateTime<Utc>,
    /// The newest place in the log before this writer.
    began_at: u64,
    /// The newest place in the log, this writer's changes included.
    sequence: u64,
    /// By entity, what is noted with its changes beside the author's note.
    pub(crate) notes: HashMap<Uuid, String>,
    /// Entities this writer has seen to exist; nothing is ever deleted, so they still do.
    known: HashMap<EntityKind, HashSet<Uuid>>,
}

/// An accepted change on its way into the tables.
pub(crate) struct Accepted<E: Stored> {
    pub(crate) record: Record<E>,
    pub(crate) sequence: u64,
    pub(crate) visibility: Visibility,
    pub(crate) is_new: bool,
    /// Whether it alters what may be told of the past.
    pub(crate) alters_past: bool,
}

/// What becomes of slugs that the stored version had and the new one does not name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Slugs {
    /// They stay, as former slugs.
    Kept,
    /// They have been freed.
    AsNamed,
}

/// What is stored of an entity before a change.
pub(crate) struct Before<E: Stored> {
    pub(crate) record: Record<E>,
    pub(crate) is_public: bool,
}

impl Store {
    /// Begins to write, once every writer before has finished.
    ///
    /// `now` becomes the time of the changes, unless the log already holds a later one: times in the
    /// log never run backwards, so that the state at a time is a beginning of the log.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when the writers before do not finish in time, [`StoreError::Clock`] when the
    /// change would be kept under a wrong time, [`StoreError::Database`].
    pub async fn begin(&self, author: Author, now: DateTime<Utc>) -> Result<Writer, StoreError> {
        let transaction = self.write_transaction().await?;
        let sql = "SELECT sequence, at FROM change ORDER BY sequence DESC LIMIT 1";
        let last = rows::all(&transaction, "looking at the change log", sql, []).await?;
        let now = to_the_microsecond(now);
        let newest = last.first().map(|row| rows::get(row, "at")).transpose()?;
        let fault = newest.and_then(|newest| clock::behind_log(newest, now)).or_else(|| self.0.clock.fault());
        if let Some(fault) = fault {
            return Err(StoreError::Clock(fault));
        }
        let sequence = last.first().map_or(Ok(0), |row| rows::sequence(row, "sequence"))?;
        let at = newest.map_or(now, |newest| now.max(newest));
        Ok(Writer {
            transaction,
            author,
            at,
            began_at: sequence,
            sequence,
            notes: HashMap::new(),
            known: HashMap::new(),
        })
    }
}

impl Writer {
    /// A store that reads what this writer has written and writes nothing: whatever is looked up while
    /// a writer is open is looked up through it, so that nobody waits for a second connection.
    pub fn view(&self) -> Store {
        self.transaction.view()
    }

    /// The next place in the log, now taken.
    pub(crate) const fn next_sequence(&mut self) -> u64 {
        self.sequence += 1;
        self.sequence
    }

    /// The time of this writer's changes.
    pub const fn at(&self) -> DateTime<Utc> {
        self.at
    }

    /// Writes the first or the next version of an entity and returns its place in the change log;
    /// `None` when the same is stored already. Times are kept to the microsecond. A slug that the
    /// stored version had and this one no longer names is kept as a former slug.
    ///
    /// # Errors
    /// [`StoreError::VersionConflict`], [`StoreError::Invalid`], [`StoreError::Taken`] and
    /// [`StoreError::Missing`] are refusals: nothing was written, the writer can go on. After any
    /// other error it should be dropped.
    pub async fn put<E: Stored>(&mut self, record: &Record<E>) -> Result<Option<u64>, StoreError> {
        let mut places = self.put_many(vec![record.clone()]).await?;
        Ok(places.pop().flatten())
    }

    /// Writes many entities of one kind with few statements; otherwise as [`Writer::put`], in order.
    /// References between them may point backwards, or anywhere among the same 500.
    ///
    /// # Errors
    /// As [`Writer::put`]; but what stands before the refused entity may have been written, so the
    /// writer should be dropped.
    pub async fn put_many<E: Stored>(&mut self, records: Vec<Record<E>>) -> Result<Vec<Option<u64>>, StoreError> {
        let mut places = Vec::with_capacity(records.len());
        for chunk in chunks(records, |record| record.id.into()) {
            let before = self.before::<E>(chunk.iter().map(|record| record.id.into())).await?;
            places.extend(self.put_chunk(chunk, before, Slugs::Kept).await?);
        }
        Ok(places)
    }

    /// Writes what entities of one kind say now, whatever version is stored: the first version of
    /// what is new, the next of what has changed, nothing for what says the same already. What is new may have been
    /// first written elsewhere: the time in the middle, unless it is yet to come.
    ///
    /// # Errors
    /// As [`Writer::put_many`], without version conflicts.
    pub async fn save_many<E: Stored>(
        &mut self,
        entities: Vec<(E::Id, Option<DateTime<Utc>>, E)>,
    ) -> Result<Vec<Option<u64>>, StoreError> {
        let mut places = Vec::with_capacity(entities.len());
        for chunk in chunks(entities, |(id, ..)| (*id).into()) {
            let before = self.before::<E>(chunk.iter().map(|(id, ..)| (*id).into())).await?;
            let records = chunk.into_iter().map(|(id, created_at, data)| match before.get(&id.into()) {
                Some(before) => before.record.next(self.at, data),
                None => Record {
                    created_at: created_at.map_or(self.at, |at| at.min(self.at)),
                    ..Record::new(id, self.at, data)
                },
            });
            places.extend(self.put_chunk(records.collect(), before, Slugs::Kept).await?);
        }
        Ok(places)
    }

    /// Notes something with the changes of single entities, for staff only, beside what the author notes with all.
    pub fn note_entities(&mut self, notes: HashMap<Uuid, String>) {
        self.notes = notes;
    }

    /// Makes the changes last and tells everybody who waits; returns the newest place in the log.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Uncommitted`]; nothing has been written then.
    /// [`StoreError::Unconfirmed`] where the database cannot be asked whether anything was.
    pub async fn commit(self) -> Result<u64, StoreError> {
        let doing = while_doing("committing");
        if self.transaction.get_database_backend() == DbBackend::Postgres {
            if self.sequence - self.began_at >= MANY {
                // Without fresh statistics, loading what was just imported takes many times as long.
                let analyze = format!(
                    "ANALYZE change, revision, {}",
                    EntityKind::ALL.iter().map(|kind| table_of(*kind)).collect::<Vec<_>>().join(", ")
                );
                self.transaction.execute_unprepared(&analyze).await.map_err(&doing)?;
            }
            let notify = format!("NOTIFY {}, '{}'", follow::CHANNEL, self.sequence);
            self.transaction.execute_unprepared(&notify).await.map_err(&doing)?;
        }
        let sequence = self.sequence;
        self.transaction.commit(Some(sequence)).await?;
        Ok(sequence)
    }

    /// As [`Writer::put`], but slugs that the stored version had are not kept.
    pub(crate) async fn put_as_named<E: Stored>(&mut self, record: &Record<E>) -> Result<Option<u64>, StoreError> {
        let before = self.before::<E>([record.id.into()].into_iter()).await?;
        let mut places = self.put_chunk(vec![record.clone()], before, Slugs::AsNamed).await?;
        Ok(places.pop().flatten())
    }

    pub(crate) async fn before<E: Stored>(
        &self,
        ids: impl Iterator<Item = Uuid>,
    ) -> Result<HashMap<Uuid, Before<E>>, StoreError> {
        let ids: Vec<Uuid> = ids.collect();
        let found = rows::by_ids::<E>(&self.transaction, &ids).await?;
        found
            .iter()
            .map(|row| {
                let record = rows::record::<E>(row)?;
                Ok((record.id.into(), Before { record, is_public: rows::get(row, "is_public")? }))
            })
            .collect()
    }

    async fn put_chunk<E: Stored>(
        &mut self,
        records: Vec<Record<E>>,
        before: HashMap<Uuid, Before<E>>,
        slugs: Slugs,
    ) -> Result<Vec<Option<u64>>, StoreError> {
        let mut places = Vec::with_capacity(records.len());
        let mut accepted = Vec::with_capacity(records.len());
        let mut sequence = self.sequence;
        for mut record in records {
            let before = before.get(&record.id.into());
            if let Some(before) = before {
                if slugs == Slugs::Kept {
                    record.data.keep_slugs(&before.record.data);
                }
                // What is noted of an entry stands with a version of it.
                if record.data == before.record.data && !self.notes.contains_key(&record.id.into()) {
                    places.push(None);
                    continue;
                }
            }
            sequence += 1;
            places.push(Some(sequence));
            accepted.push(judge(record, before, sequence)?);
        }
        self.check_references(&accepted).await?;
        self.check_slugs(&accepted).await?;
        self.check_pairs(&accepted).await?;
        self.insert(&accepted).await?;
        self.sequence = sequence;
        self.known.entry(E::KIND).or_default().extend(accepted.iter().map(|change| change.record.id.into()));
        Ok(places)
    }
}

/// Accepts or refuses one change by what can be seen of it alone.
fn judge<E: Stored>(
    mut record: Record<E>,
    before: Option<&Before<E>>,
    sequence: u64,
) -> Result<Accepted<E>, StoreError> {
    let entity = EntityRef::of::<E>(record.id);
    let found = before.map_or(0, |before| before.record.version);
    if record.version != found + 1 {
        return Err(StoreError::VersionConflict { entity, expected: record.version.saturating_sub(1), found });
    }
    // Who was forgotten stays so, whatever brings them back; what is left may change hands.
    if before.is_some_and(|before| before.record.data.is_erased()) {
        if !record.data.is_erased() {
            return Err(StoreError::Erased { entity });
        }
    } else {
        record.data.check().into_result().map_err(|violations| StoreError::Invalid { entity, violations })?;
    }
    record.created_at = to_the_microsecond(before.map_or(record.created_at, |before| before.record.created_at));
    record.updated_at = to_the_microsecond(record.updated_at);
    // Whether something is public never depends on where districts lie.
    let is_public = E::publish(record.clone(), &Gazetteer::default()).is_some();
    let visibility = match (is_public, before.is_some_and(|before| before.is_public)) {
        (true, _) => Visibility::Public,
        (false, true) => Visibility::Tombstone,
        (false, false) => Visibility::Private,
    };
    let alters_past = E::alters_past(before.map(|before| &before.record.data), &record.data);
    Ok(Accepted { record, sequence, visibility, is_new: before.is_none(), alters_past })
}

/// PostgreSQL keeps microseconds; so does the store on both, to read back what was written.
fn to_the_microsecond(time: DateTime<Utc>) -> DateTime<Utc> {
    time.trunc_subsecs(6)
}

/// Cuts a list into chunks in none of which an entity stands twice: its second change must see its
/// first.
fn chunks<T>(items: Vec<T>, id: impl Fn(&T) -> Uuid) -> Vec<Vec<T>> {
    let mut chunks = Vec::with_capacity(items.len() / rows::CHUNK + 1);
    let mut chunk = Vec::new();
    let mut seen = HashSet::new();
    for item in items {
        if chunk.len() == rows::CHUNK || !seen.insert(id(&item)) {
            chunks.push(std::mem::take(&mut chunk));
            seen.clear();
            seen.insert(id(&item));
        }
        chunk.push(item);
    }
    chunks.push(chunk);
    chunks
}
