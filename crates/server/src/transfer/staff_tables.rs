//! Tables for staff: every entry with its id, which an import reads back without a change.

use std::{collections::HashMap, io::Write};

use domain::{
    Actor, CooperationLink, District, EntityKind, Event, Gazetteer, Offer, Project, Record, Slug, Theme,
    publication::Discretion, record::EntityRef,
};
use formats::{
    Names,
    actors_table::{
        STAFF_TABLES, StaffBase, StaffChange, StaffEntry, StaffTable, StaffTableRows, StaffWorkbook, XlsxError,
        write_staff_row,
    },
    interchange::{Composer, Scope, Unnamed},
};
use futures_util::TryStreamExt;
use serde::Serialize;
use serde_json::{Value, json};
use store::{ChangeFilter, PageRequest, Store, StoreError, Stored};
use uuid::Uuid;

use super::TransferError;

/// How many entries are looked up at once.
const CHUNK: usize = 500;
/// So many changes of an entry are looked through; who changed a field before those is not told.
const LATEST: u32 = 40;
/// What errors call a table without a file of its own.
const TABLE: &str = "the table";

/// What the entries of a directory are called, archived ones and drafts included.
#[derive(Default)]
pub(super) struct DirectoryNames {
    names: Names,
    gazetteer: Gazetteer,
    discretion: Discretion,
}

impl DirectoryNames {
    /// Learns every slug.
    pub(super) async fn load(store: &Store) -> Result<Self, StoreError> {
        let mut all = Self::default();
        let mut districts = store.all::<District>().await?;
        while let Some(district) = districts.try_next().await? {
            all.names.add_district(district.id, district.data.slug);
        }
        let mut themes = store.all::<Theme>().await?;
        while let Some(theme) = themes.try_next().await? {
            all.names.add_theme(theme.id, theme.data.slug);
        }
        let mut actors = store.all::<Actor>().await?;
        while let Some(actor) = actors.try_next().await? {
            all.names.add_actor(actor.id, actor.data.slug);
        }
        Ok(all)
    }

    fn composer(&self) -> Composer<'_> {
        Composer {
            scope: Scope::Everything,
            names: &self.names,
            gazetteer: &self.gazetteer,
            discretion: &self.discretion,
        }
    }

    /// What entries of a kind say, by id, as their rows do.
    pub(super) async fn read_stored(
        &self,
        store: &Store,
        kind: EntityKind,
        ids: &[Uuid],
    ) -> Result<HashMap<Uuid, StaffEntry>, TransferError> {
        match kind {
            EntityKind::Offer => self.stored_of::<Offer>(store, ids).await,
            EntityKind::Event => self.stored_of::<Event>(store, ids).await,
            EntityKind::Project => self.stored_of::<Project>(store, ids).await,
            EntityKind::Link => self.stored_of::<CooperationLink>(store, ids).await,
            _ => self.stored_of::<Actor>(store, ids).await,
        }
    }

    async fn stored_of<E: StaffRow>(
        &self,
        store: &Store,
        ids: &[Uuid],
    ) -> Result<HashMap<Uuid, StaffEntry>, TransferError> {
        let mut stored = HashMap::with_capacity(ids.len());
        for ids in ids.chunks(CHUNK) {
            let ids: Vec<E::Id> = ids.iter().copied().map(E::Id::from).collect();
            for record in store.get_many::<E>(&ids).await? {
                let id = record.id.into();
                stored.insert(id, staff_entry(record, &self.composer())?);
            }
        }
        Ok(stored)
    }

    /// Adds to stored entries of a kind the older versions that rows show of them.
    pub(super) async fn add_versions(
        &self,
        store: &Store,
        kind: EntityKind,
        stored: &mut HashMap<Uuid, StaffEntry>,
        rows: &[(Uuid, Option<u32>)],
    ) -> Result<(), TransferError> {
        for (id, version) in rows {
            let Some(entry) = stored.get_mut(id) else { continue };
            let Some(version) = version.filter(|version| *version < entry.version) else { continue };
            entry.base = Some(match kind {
                EntityKind::Offer => self.base_of::<Offer>(store, *id, version, entry).await?,
                EntityKind::Event => self.base_of::<Event>(store, *id, version, entry).await?,
                EntityKind::Project => self.base_of::<Project>(store, *id, version, entry).await?,
                EntityKind::Link => self.base_of::<CooperationLink>(store, *id, version, entry).await?,
                _ => self.base_of::<Actor>(store, *id, version, entry).await?,
            });
        }
        Ok(())
    }

    async fn base_of<E: StaffRow>(
        &self,
        store: &Store,
        id: Uuid,
        version: u32,
        entry: &StaffEntry,
    ) -> Result<StaffBase, TransferError> {
        // What names an entry that is gone is told as what is not kept.
        let fields = async |version: u32| -> Result<Option<Value>, StoreError> {
            let record = store.version::<E>(id.into(), version).await?;
            Ok(record.and_then(|record| E::row(record, &self.composer()).ok()))
        };
        let entity = EntityRef { kind: E::KIND, id };
        let filter = ChangeFilter { entity: Some(entity), ..ChangeFilter::default() };
        let latest = store.logged_changes(filter, &PageRequest::first(LATEST)).await?.items;
        let (mut changes, mut after) = (Vec::new(), entry.fields.clone());
        for (_, change) in latest.into_iter().filter(|(_, change)| change.version > version) {
            let Some(before) = fields(change.version - 1).await? else { break };
            let author = match change.account {
                Some(account) => store.account_names(&[account]).await?.remove(&account),
                None => None,
            };
            changes.push(StaffChange { at: change.at, role: change.by, author, before: before.clone(), after });
            after = before;
        }
        Ok(StaffBase { fields: fields(version).await?, changes })
    }
}

/// An entity that has a table for staff.
trait StaffRow: Stored {
    /// What its row says.
    fn row(record: Record<Self>, composer: &Composer<'_>) -> Result<Value, Unnamed>;
}

/// An entry with its version.
fn staff_entry<E: StaffRow>(record: Record<E>, composer: &Composer<'_>) -> Result<StaffEntry, TransferError> {
    let version = record.version;
    Ok(StaffEntry { version, fields: E::row(record, composer).map_err(unnamed_error)?, base: None })
}

fn row_of(entry: impl Serialize) -> Value {
    serde_json::to_value(entry).unwrap_or_default()
}

/// The row of an entry that stands below an actor.
fn row_below(entry: impl Serialize, actor: Option<Slug>) -> Value {
    let mut row = row_of(entry);
    if let (Value::Object(fields), Some(actor)) = (&mut row, actor) {
        fields.insert("actor".to_owned(), json!(actor));
    }
    row
}

impl StaffRow for Actor {
    fn row(record: Record<Self>, composer: &Composer<'_>) -> Result<Value, Unnamed> {
        composer.actor_itself(record).map(row_of)
    }
}

impl StaffRow for Offer {
    fn row(record: Record<Self>, composer: &Composer<'_>) -> Result<Value, Unnamed> {
        let actor = composer.actor_name(record.data.actor)?;
        Ok(row_below(composer.offer(record)?, actor))
    }
}

impl StaffRow for Event {
    fn row(record: Record<Self>, composer: &Composer<'_>) -> Result<Value, Unnamed> {
        let host = composer.home(&record.data).map(|host| composer.actor_name(host)).transpose()?.flatten();
        Ok(row_below(composer.event(record)?, host))
    }
}

impl StaffRow for Project {
    fn row(record: Record<Self>, composer: &Composer<'_>) -> Result<Value, Unnamed> {
        composer.project(record).map(row_of)
    }
}

impl StaffRow for CooperationLink {
    fn row(record: Record<Self>, composer: &Composer<'_>) -> Result<Value, Unnamed> {
        composer.link(record).map(row_of)
    }
}

/// Hands the row of every entry of a kind to `take`.
async fn each_row<E: StaffRow>(
    store: &Store,
    names: &DirectoryNames,
    mut take: impl FnMut(StaffEntry) -> Result<(), TransferError>,
) -> Result<(), TransferError> {
    let mut all = store.all::<E>().await?;
    while let Some(record) = all.try_next().await? {
        take(staff_entry(record, &names.composer())?)?;
    }
    Ok(())
}

async fn each_row_of(
    store: &Store,
    names: &DirectoryNames,
    kind: EntityKind,
    take: impl FnMut(StaffEntry) -> Result<(), TransferError>,
) -> Result<(), TransferError> {
    match kind {
        EntityKind::Offer => each_row::<Offer>(store, names, take).await,
        EntityKind::Event => each_row::<Event>(store, names, take).await,
        EntityKind::Project => each_row::<Project>(store, names, take).await,
        EntityKind::Link => each_row::<CooperationLink>(store, names, take).await,
        _ => each_row::<Actor>(store, names, take).await,
    }
}

/// The columns of the table of a kind, once every entry was looked at.
async fn columns(store: &Store, names: &DirectoryNames, kind: EntityKind) -> Result<StaffTableRows, TransferError> {
    let mut table = StaffTable::new(kind);
    each_row_of(store, names, kind, |row| {
        table.learn(&row);
        Ok(())
    })
    .await?;
    Ok(table.into_rows())
}

/// Writes the tables of all kinds as the sheets of a workbook. Returns how many entries there are.
///
/// # Errors
/// [`TransferError`]; a part may have been written then.
pub async fn export_workbook(store: &Store, mut out: impl Write, file: &str) -> Result<usize, TransferError> {
    let names = DirectoryNames::load(store).await?;
    let failed = |error: XlsxError| unwritable(file, error);
    let (mut workbook, mut count) = (StaffWorkbook::default(), 0);
    for kind in STAFF_TABLES {
        let table = columns(store, &names, kind).await?;
        let mut sheet = workbook.add_sheet(&table).map_err(failed)?;
        each_row_of(store, &names, kind, |row| {
            count += 1;
            sheet.push(table.row(&row)).map_err(failed)
        })
        .await?;
    }
    let bytes = workbook.into_bytes().map_err(failed)?;
    out.write_all(&bytes).and_then(|()| out.flush()).map_err(|error| unwritable(file, error))?;
    Ok(count)
}

/// Writes the table of one kind as text. Returns how many entries there are.
///
/// # Errors
/// [`TransferError`]; a part may have been written then.
pub async fn export_csv(
    store: &Store,
    kind: EntityKind,
    mut out: impl Write,
    file: &str,
) -> Result<usize, TransferError> {
    let names = DirectoryNames::load(store).await?;
    let table = columns(store, &names, kind).await?;
    write_staff_row(table.header(), true, &mut out).map_err(|error| unwritable(file, error))?;
    let mut count = 0;
    each_row_of(store, &names, kind, |row| {
        count += 1;
        write_staff_row(table.row(&row), false, &mut out).map_err(|error| unwritable(file, error))
    })
    .await?;
    Ok(count)
}

/// Which file a table for staff is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffFileFormat {
    /// A workbook with one sheet.
    Xlsx,
    /// Text with semicolons.
    Csv,
}

/// Some entries of a kind, read and not yet written.
pub struct ChosenEntries {
    kind: EntityKind,
    rows: Vec<StaffEntry>,
}

impl ChosenEntries {
    /// Reads them, in the order of their ids. What is not there any more is left out.
    ///
    /// # Errors
    /// [`TransferError`].
    pub async fn load(store: &Store, kind: EntityKind, ids: &[Uuid]) -> Result<Self, TransferError> {
        let names = DirectoryNames::load(store).await?;
        let mut stored = names.read_stored(store, kind, ids).await?;
        Ok(Self { kind, rows: ids.iter().filter_map(|id| stored.remove(id)).collect() })
    }

    /// Their table as a file.
    ///
    /// # Errors
    /// [`TransferError::Unwritable`].
    pub fn write(&self, format: StaffFileFormat) -> Result<Vec<u8>, TransferError> {
        let mut table = StaffTable::new(self.kind);
        self.rows.iter().for_each(|row| table.learn(row));
        let table = table.into_rows();
        match format {
            StaffFileFormat::Csv => self.write_csv(&table).map_err(|error| unwritable(TABLE, error)),
            StaffFileFormat::Xlsx => self.write_workbook(&table).map_err(|error| unwritable(TABLE, error)),
        }
    }

    fn write_csv(&self, table: &StaffTableRows) -> std::io::Result<Vec<u8>> {
        let mut out = Vec::new();
        write_staff_row(table.header(), true, &mut out)?;
        for row in &self.rows {
            write_staff_row(table.row(row), false, &mut out)?;
        }
        Ok(out)
    }

    fn write_workbook(&self, table: &StaffTableRows) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = StaffWorkbook::default();
        let mut sheet = workbook.add_sheet(table)?;
        for row in &self.rows {
            sheet.push(table.row(row))?;
        }
        workbook.into_bytes()
    }
}

fn unnamed_error(error: Unnamed) -> TransferError {
    unwritable(TABLE, error)
}

fn unwritable(file: &str, error: impl std::error::Error + Send + Sync + 'static) -> TransferError {
    TransferError::Unwritable { file: file.to_owned(), source: Box::new(error) }
}
