//! Tables among the sources of an import: read and understood once, before anything else.
//!
//! The words of their cells are held against the themes and districts of the store and of the other files of the run,
//! so a table may stand beside the file that brings them.

use std::{collections::HashMap, ops::ControlFlow, sync::Arc};

use chrono::Utc;
use curation::import::{ImportColumn, ImportColumnUse, ImportQuestion, ImportRejects, ImportTable, TableReading};
use directory::{Settings, Snapshot};
use domain::{
    Actor, ActorId, District, DistrictId, Gazetteer, Record, Slug, Theme, ThemeId, Violations,
    publication::{PublicationChange, Publish},
    record::{Entity, EntityRef},
    rules::Problem,
};
use formats::{
    actors_table::{ActorsTable, ColumnUse, Decisions, Reject, RejectsFormat, TableFormat, TableOptions},
    interchange::Entry,
};
use futures_util::TryStreamExt;
use messages::Message;
use store::Store;

use super::{
    ImportSource, TransferError,
    scan::{boundaries, scan},
    source::Kind,
    staff_tables::DirectoryNames,
};

/// A table that was read.
pub struct ReadTable {
    /// What messages call it: its file, and the sheet where several are read.
    pub(super) name: String,
    /// Its file.
    pub(super) file: String,
    /// Its size in bytes.
    pub(super) size: u64,
    /// What it says.
    pub(super) table: ActorsTable,
}

/// How a table is read, from how those write it who hand it over.
///
/// # Errors
/// What is wrong with it, by field.
pub fn table_options(reading: &TableReading) -> Result<TableOptions, Violations> {
    let mut wrong = Violations::default();
    let mut options = TableOptions { sheet: reading.sheet.clone(), status: reading.status, ..TableOptions::default() };
    let mut refuse = |field: &str, message: Message| wrong.add(field, Problem::Format(message));
    if let Some(encoding) = &reading.encoding {
        match encoding.parse() {
            Ok(encoding) => options.encoding = Some(encoding),
            Err(error) => refuse("encoding", error.message()),
        }
    }
    for (at, line) in reading.mapping.iter().enumerate() {
        if let Err(error) = options.mapping.add(line) {
            refuse(&format!("map[{at}]"), error.message());
        }
    }
    reading.ignored.iter().for_each(|heading| options.mapping.ignore(heading));
    for (at, line) in reading.decisions.iter().enumerate() {
        if let Err(error) = options.decisions.add(line) {
            refuse(&format!("decisions[{at}]"), error.message());
        }
    }
    if wrong.is_empty() { Ok(options) } else { Err(wrong) }
}

/// The sources, those that are tables read and understood.
pub(super) async fn read_tables(store: &Store, sources: Vec<ImportSource>) -> Result<Vec<ImportSource>, TransferError> {
    if !sources.iter().any(ImportSource::is_table) {
        return Ok(sources);
    }
    let mut taxonomy = TaxonomyFacts::default();
    let mut themes = store.all::<Theme>().await?;
    while let Some(theme) = themes.try_next().await? {
        taxonomy.themes.insert(theme.data.slug.clone(), theme.id);
        taxonomy.push(theme);
    }
    drop(themes);
    let mut districts = store.all::<District>().await?;
    while let Some(mut district) = districts.try_next().await? {
        district.data.boundary = None;
        taxonomy.districts.insert(district.data.slug.clone(), district.id);
        taxonomy.push(district);
    }
    drop(districts);
    let reading = tokio::task::spawn_blocking(move || {
        // Tables of themes and districts come before those whose cells name them.
        let nothing = Snapshot::build(Settings::default(), []).map_err(|error| unbuilt(Box::new(error)))?;
        let sources = sources.into_iter().map(|source| read_tree_table(source, &nothing));
        let sources = sources.collect::<Result<Vec<ImportSource>, _>>()?;
        // Boundaries say less of a district than the file that lists it.
        for is_of_boundaries in [false, true] {
            for source in &sources {
                if matches!(source.kind()?, Kind::Districts) == is_of_boundaries {
                    taxonomy.learn(source)?;
                }
            }
        }
        let snapshot =
            Snapshot::build(Settings::default(), taxonomy.changes).map_err(|error| unbuilt(Box::new(error)))?;
        let mut read = Vec::with_capacity(sources.len());
        for source in sources {
            read.extend(read_table(source, &snapshot)?);
        }
        Ok::<_, TransferError>(read)
    });
    let mut sources = reading.await.map_err(TransferError::Stopped)??;
    let mut naming: Option<DirectoryNames> = None;
    for source in &mut sources {
        let ImportSource::Table(table) = source else { continue };
        if table.table.is_of_trees() {
            continue;
        }
        // Nobody else holds it yet.
        let Some(ReadTable { table, .. }) = Arc::get_mut(table) else { continue };
        if let Some(kind) = table.staff_kind() {
            let naming = match &naming {
                Some(naming) => naming,
                None => naming.insert(DirectoryNames::load(store).await?),
            };
            let rows = table.staff_versions();
            let ids: Vec<_> = rows.iter().map(|(id, _)| *id).collect();
            let mut stored = naming.read_stored(store, kind, &ids).await?;
            naming.add_versions(store, kind, &mut stored, &rows).await?;
            table.know_stored(stored);
            continue;
        }
        let ids: Vec<ActorId> = table.ids_without_slugs().into_iter().map(ActorId::from).collect();
        let stored = store.get_many::<Actor>(&ids).await?;
        table.name_ids(stored.into_iter().map(|actor| (actor.id.uuid(), actor.data.slug)));
    }
    Ok(sources)
}

fn unbuilt(source: Box<dyn std::error::Error + Send + Sync>) -> TransferError {
    TransferError::Unreadable { file: "themes and districts".to_owned(), source }
}

/// A table of themes or districts as one that was read; every other source as it is.
fn read_tree_table(source: ImportSource, snapshot: &Snapshot) -> Result<ImportSource, TransferError> {
    let Some(format) = table_format(&source)? else { return Ok(source) };
    let options = source.table_options().cloned().unwrap_or_default();
    // What is wrong with another table is told when it is read.
    let read = ActorsTable::read_trees(source.open()?, format, snapshot, options);
    match read {
        Ok(Some(table)) => {
            let (file, size) = (source.name(), source.size());
            Ok(ImportSource::Table(Arc::new(ReadTable { name: file.clone(), file, size, table })))
        }
        Ok(None) | Err(_) => Ok(source),
    }
}

/// How a source is read that is a table and was not read yet.
fn table_format(source: &ImportSource) -> Result<Option<TableFormat>, TransferError> {
    if matches!(source, ImportSource::Table(_)) {
        return Ok(None);
    }
    Ok(match source.kind()? {
        Kind::Actors => Some(TableFormat::Csv),
        Kind::Workbook => Some(TableFormat::Xlsx),
        Kind::OpenWorkbook => Some(TableFormat::Ods),
        Kind::Directory | Kind::Districts => None,
    })
}

/// The tables of a source: of a workbook for staff each sheet, of every other file one.
fn read_table(source: ImportSource, snapshot: &Snapshot) -> Result<Vec<ImportSource>, TransferError> {
    let Some(format) = table_format(&source)? else { return Ok(vec![source]) };
    let (file, size) = (source.name(), source.size());
    let wrong = |error| TransferError::Table { file: source.name(), source: error };
    let options = source.table_options().cloned().unwrap_or_default();
    let sheets = match &options.sheet {
        Some(_) => Vec::new(),
        None => ActorsTable::staff_sheets(source.open()?, format).map_err(wrong)?,
    };
    let mut tables = Vec::new();
    for sheet in sheets {
        let options = TableOptions { sheet: Some(sheet.to_owned()), ..options.clone() };
        // A sheet of that name may be one of an office's own list.
        let Ok(table) = ActorsTable::read(source.open()?, format, snapshot, options) else { continue };
        if table.staff_kind().is_some() {
            let name = format!("{file} ({sheet})");
            tables.push(ImportSource::Table(Arc::new(ReadTable { name, file: file.clone(), size, table })));
        }
    }
    if tables.is_empty() {
        let table = ActorsTable::read(source.open()?, format, snapshot, options).map_err(wrong)?;
        tables.push(ImportSource::Table(Arc::new(ReadTable { name: file.clone(), file, size, table })));
    }
    Ok(tables)
}

/// The themes and districts that the cells of tables may name.
#[derive(Default)]
struct TaxonomyFacts {
    themes: HashMap<Slug, ThemeId>,
    districts: HashMap<Slug, DistrictId>,
    changes: Vec<PublicationChange>,
}

impl TaxonomyFacts {
    fn push<E>(&mut self, record: Record<E>)
    where
        E: Entity,
        Record<E>: Publish,
    {
        let (entity, at, sequence) = (EntityRef::of::<E>(record.id), record.updated_at, self.changes.len() as u64 + 1);
        self.changes.push(PublicationChange { sequence, at, entity, fact: record.publish(&Gazetteer::default()) });
    }

    /// Learns the themes and districts that a file brings; those of the store keep what they say there.
    fn learn(&mut self, source: &ImportSource) -> Result<(), TransferError> {
        let is_of_trees = matches!(source, ImportSource::Table(table) if table.table.is_of_trees());
        if source.is_table() && !is_of_trees {
            return Ok(());
        }
        let (mut themes, mut districts) = (Vec::new(), Vec::new());
        scan(source, &(), |located| {
            match located.entry {
                Entry::Theme(entry) if !self.themes.contains_key(&entry.slug) => themes.push(*entry),
                Entry::District(entry) if !self.districts.contains_key(&entry.slug) => districts.push(*entry),
                _ => {}
            }
            ControlFlow::Continue(())
        })?;
        for entry in &themes {
            self.themes
                .entry(entry.slug.clone())
                .or_insert_with(|| entry.id.unwrap_or_else(|| uuid::Uuid::now_v7().into()));
        }
        for entry in &districts {
            self.districts
                .entry(entry.slug.clone())
                .or_insert_with(|| entry.id.unwrap_or_else(|| uuid::Uuid::now_v7().into()));
        }
        let now = Utc::now();
        for (position, entry) in (0..).zip(themes) {
            let theme = Theme {
                parent: entry.parent.and_then(|slug| self.themes.get(&slug).copied()),
                replaced_by: None,
                slug: entry.slug,
                former_slugs: entry.former_slugs,
                label: entry.label,
                alternative_labels: entry.alternative_labels,
                fields_of_action: entry.fields_of_action,
                position,
            };
            let Some(id) = self.themes.get(&theme.slug).copied() else { continue };
            self.push(Record::new(id, now, theme));
        }
        let patches = boundaries(source)?.patches.into_iter();
        let patched: Vec<District> = patches
            .filter(|patch| !self.districts.contains_key(&patch.slug))
            .filter_map(|patch| {
                Some(District {
                    slug: patch.slug,
                    former_slugs: Vec::new(),
                    parent: patch.parent.and_then(|slug| self.districts.get(&slug).copied()),
                    level: patch.level?,
                    name: patch.name?,
                    alternative_names: Vec::new(),
                    position: 0,
                    centre: None,
                    boundary: None,
                    boundary_source: None,
                    replaced_by: None,
                })
            })
            .collect();
        let listed: Vec<District> = (0..)
            .zip(districts)
            .map(|(position, entry)| District {
                parent: entry.parent.and_then(|slug| self.districts.get(&slug).copied()),
                slug: entry.slug,
                former_slugs: entry.former_slugs,
                level: entry.level,
                name: entry.name,
                alternative_names: entry.alternative_names,
                position,
                centre: entry.centre,
                boundary: None,
                boundary_source: None,
                replaced_by: None,
            })
            .collect();
        for district in listed.into_iter().chain(patched) {
            let id = *self.districts.entry(district.slug.clone()).or_insert_with(|| uuid::Uuid::now_v7().into());
            self.push(Record::new(id, now, district));
        }
        Ok(())
    }
}

/// The decisions of all tables, by file.
pub(super) fn decisions(source: &ImportSource) -> Option<&Decisions> {
    if let ImportSource::Table(table) = source { Some(&table.table.options().decisions) } else { None }
}

/// The tables among the sources.
pub(super) fn tables_of(sources: &[ImportSource]) -> Vec<Arc<ReadTable>> {
    sources
        .iter()
        .filter_map(|source| if let ImportSource::Table(table) = source { Some(Arc::clone(table)) } else { None })
        .collect()
}

impl ReadTable {
    /// The rows that are left out, as a table; `None` where there are none.
    pub(super) fn rejects(
        &self,
        rejects: &[Reject],
        format: RejectsFormat,
    ) -> Result<Option<ImportRejects>, TransferError> {
        if rejects.is_empty() {
            return Ok(None);
        }
        let bytes = self.table.write_rejects(rejects, format);
        let bytes =
            bytes.map_err(|error| TransferError::Unreadable { file: self.name.clone(), source: Box::new(error) })?;
        Ok(Some(ImportRejects { file: self.name.clone(), rows: rejects.len(), bytes }))
    }

    /// What was understood of it.
    pub(super) fn import_table(&self) -> ImportTable {
        let summary = self.table.summary();
        let columns = summary.columns.iter().filter(|column| !column.heading.is_empty()).map(|column| ImportColumn {
            heading: column.heading.clone(),
            usage: match column.usage {
                ColumnUse::Recognised => ImportColumnUse::Recognised,
                ColumnUse::Mapped => ImportColumnUse::Mapped,
                ColumnUse::Ignored => ImportColumnUse::Ignored,
                ColumnUse::Unknown => ImportColumnUse::Unknown,
            },
            fields: column.fields.clone(),
            filled: column.filled,
            says_nothing: column.says_nothing,
            examples: column.examples.clone(),
        });
        let questions = summary.questions.iter().map(|question| ImportQuestion {
            heading: question.heading.clone(),
            value: question.value.clone(),
            candidates: question.candidates.clone(),
            rows: question.rows,
            line: question.line,
        });
        ImportTable {
            file: self.name.clone(),
            encoding: summary.encoding.clone(),
            sheet: summary.sheet.clone(),
            sheets: summary.sheets.clone(),
            remarks: summary.remarks.clone(),
            columns: columns.collect(),
            questions: questions.collect(),
        }
    }
}
