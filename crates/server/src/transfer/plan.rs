//! Import with a look first: what files would do row by row, and then the chosen rows in one
//! transaction.
//!
//! Everything is worked out twice: for the dry run, and again when rows are taken, while nobody else
//! can write. The digest between the two stands for the files and for how far the directory had come;
//! a row whose entries were written after that is a conflict, and then nothing is taken.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use chrono::{DateTime, Utc};
use curation::{
    Editor,
    commands::WelcomeMails,
    import::{ImportReport, ImportRow, RowOutcome},
};
use domain::{Actor, District, DistrictArea, Theme, rules::Problem, vocabulary::Role};
use formats::{Known, Problems, actors_table::RejectsFormat, problem::Place};
use futures_util::TryStreamExt;
use messages::Message;
use store::{Store, Stored, Writer};
use tokio::sync::mpsc;
use uuid::Uuid;

use super::{
    ImportSource, ProgressSink, TransferError, actor_check,
    boundaries::Existing,
    comparing::Compared,
    digest::hash_sources,
    duplicates,
    import::Summary,
    import_note::import_note,
    link_themes, naming, placement,
    reading::{Pass, Seen, Work},
    rows::RowNumbers,
    selection::{RowSelection, tell_of_tables},
    similar_entries, stored_entries,
    tables::{ReadTable, read_tables, tables_of},
    writing::{ImportBatch, ImportWriteError, Item, save},
};

/// Which rows are taken.
#[derive(Debug)]
pub struct TakeRequest<'a> {
    /// Their numbers, or how they are chosen.
    pub rows: RowSelection,
    /// The digest of the dry run that showed them; without it whatever they say now is taken.
    pub digest: Option<String>,
    /// What for; for staff only.
    pub note: Option<String>,
    /// The time of the changes.
    pub now: DateTime<Utc>,
    /// How rows that are left out are written.
    pub rejects: RejectsReport,
    /// Tells the actors that are published by it so.
    pub welcome: Option<WelcomeMails<'a>>,
}

/// How the rows of tables that are left out are written.
#[derive(Clone, Debug)]
pub struct RejectsReport {
    /// As what.
    pub format: RejectsFormat,
    /// The tag of the reader's language.
    pub reader: String,
    /// Whether it is told how decisions are typed.
    pub has_decisions: bool,
}

impl Default for RejectsReport {
    fn default() -> Self {
        Self { format: RejectsFormat::Csv, reader: "de".to_owned(), has_decisions: false }
    }
}

/// What a plan knows beside the rows.
pub(super) struct Plan {
    pub(super) compared: Compared,
    /// The files that are tables: in others an entry is what it says it is.
    pub(super) table_files: HashSet<String>,
    /// The tables among the sources.
    tables: Vec<Arc<ReadTable>>,
    /// By table, what there is to know of it beside the entries that are stored.
    remarks: HashMap<String, Vec<Message>>,
    /// By entry, what staff is to read with it.
    notes: HashMap<Uuid, String>,
    /// What the files call the entries that are not stored yet.
    fresh: HashMap<Uuid, String>,
}

/// Says what files would do, and writes nothing.
///
/// # Errors
/// [`TransferError`] when a file as a whole cannot be read, or the store fails.
pub async fn dry_run(
    store: &Store,
    sources: Vec<ImportSource>,
    by: &Editor,
    rejects: RejectsReport,
    progress: &Arc<dyn ProgressSink>,
) -> Result<ImportReport, TransferError> {
    // Before anything is read: what is written meanwhile is a conflict later.
    let sequence = store.latest_sequence().await?;
    let (sources, content) = hash_sources(sources).await?;
    let plan = plan(store, sources, by, progress).await?;
    let digest = format!("{sequence}-{content}");
    let mut report = ImportReport { digest, ..ImportReport::default() };
    plan.report(&rejects, &mut report)?;
    report.rows = plan.into_rows();
    Ok(report)
}

/// What came of taking rows.
#[derive(Debug)]
pub struct TakeOutcome {
    /// What the rows did: those that were chosen by their numbers, else all.
    pub report: ImportReport,
    /// The newest place in the change log; `None` when the rows were refused and nothing was written.
    pub sequence: Option<u64>,
    /// How many entries were written, by their sort.
    pub summary: Summary,
}

/// Takes rows of files in one transaction, or none of them.
///
/// # Errors
/// As [`dry_run`]; [`TransferError::Problems`] also where all rows are to be taken and one cannot be.
pub async fn take(
    store: &Store,
    sources: Vec<ImportSource>,
    by: &Editor,
    mut taken: TakeRequest<'_>,
    progress: &Arc<dyn ProgressSink>,
) -> Result<TakeOutcome, TransferError> {
    let names: Vec<String> = sources.iter().map(ImportSource::name).collect();
    let note = [Some(import_note(&names)), taken.note.clone()];
    let note: Vec<String> = note.into_iter().flatten().filter(|note| !note.trim().is_empty()).collect();
    let (sources, content) = hash_sources(sources).await?;
    let mut writer = store.begin(by.author().with_note(note.join(": ")), taken.now).await?;
    // Nobody else can write now, and whatever is looked up is looked up through the writer.
    let view = writer.view();
    let mut plan = plan(&view, sources, by, progress).await?;
    let digest = taken.digest.clone().unwrap_or_default();
    let mut report = ImportReport { digest, ..ImportReport::default() };
    plan.check_digest(&view, &taken, &content, &mut report).await?;
    let rows = plan.choose(&taken.rows, &names)?;
    plan.check_references(&rows);
    plan.refuse(&rows, taken.rows.is_by_number(), &mut report);
    let (mut summary, mut welcome) = (Summary::default(), taken.welcome.take());
    writer.note_entities(std::mem::take(&mut plan.notes));
    if report.refusals.is_empty()
        && let Err((at, problem)) = plan.write(&mut writer, &rows, &mut summary, welcome.as_mut()).await?
    {
        plan.compared.tell(at, &problem);
        plan.refuse(&rows, true, &mut report);
    }
    plan.report(&taken.rejects, &mut report)?;
    report.rows = plan.into_rows();
    drop(view);
    if taken.rows.is_by_number() {
        report.rows.retain(|row| rows.contains(row.number));
    }
    if !report.refusals.is_empty() {
        return Ok(TakeOutcome { report, sequence: None, summary: Summary::default() });
    }
    if let Some(welcome) = welcome {
        welcome.queue(&mut writer).await?;
    }
    let sequence = writer.commit().await?;
    report.written = Some(summary.count_changed());
    Ok(TakeOutcome { report, sequence: Some(sequence), summary })
}

/// Reads everything and compares it with what is stored; once more where rows that look like entries are to be these.
async fn plan(
    store: &Store,
    sources: Vec<ImportSource>,
    by: &Editor,
    progress: &Arc<dyn ProgressSink>,
) -> Result<Plan, TransferError> {
    let plan = read_plan(store, sources.clone(), by, progress).await?;
    let Some(sources) = duplicates::decide_rows(&plan.tables, &plan.compared, sources) else { return Ok(plan) };
    read_plan(store, sources, by, progress).await
}

async fn read_plan(
    store: &Store,
    sources: Vec<ImportSource>,
    by: &Editor,
    progress: &Arc<dyn ProgressSink>,
) -> Result<Plan, TransferError> {
    let sources = read_tables(store, sources).await?;
    let files: Vec<String> = sources.iter().map(ImportSource::name).collect();
    let tables = tables_of(&sources);
    let known = naming::read_known(store).await?;
    let stored: HashSet<Uuid> = known.ids().collect();
    let existing = Existing::load(store).await?;
    let mut problems = vec![Problems::to_show(); sources.len()];
    let bar = Arc::clone(progress);
    let (sources, naming, problems) = tokio::task::spawn_blocking(move || {
        let naming = naming::survey(&sources, known, &mut problems, &*bar, true);
        (sources, naming, problems)
    })
    .await
    .map_err(TransferError::Stopped)?;
    let mut naming = naming?;
    naming::know_stored(store, &sources, &mut naming).await?;
    let heads = naming.heads.take().unwrap_or_default();
    let is_one_table = files.len() == 1 && tables.len() == 1;
    let mut compared = Compared::new(store, &files, is_one_table, &heads, &naming.entries, by.role() >= Role::Admin);
    let recognised = Seen::load(store).await?;
    let mut work = Work {
        sources,
        naming,
        problems,
        recognised,
        existing,
        area: DistrictArea::default(),
        far_actors: Vec::new(),
        tolerant: true,
    };
    for pass in [Pass::Trees, Pass::Actors, Pass::Rest] {
        let (sender, receiver) = mpsc::channel(4);
        let bar = Arc::clone(progress);
        let reading = tokio::task::spawn_blocking(move || {
            let result = work.read(pass, &*bar, &sender);
            (work, result)
        });
        let taken = compared.take(receiver).await;
        let (returned, read) = reading.await.map_err(TransferError::Stopped)?;
        work = returned;
        read?;
        taken?;
    }
    progress.finish();
    // A row whose problem was only counted would be shown as if nothing were wrong with it.
    if work.problems.iter().any(|problems| problems.further() > 0) {
        work.problems.iter_mut().for_each(Problems::shorten);
        let files = files.into_iter().zip(work.problems).filter(|(_, problems)| !problems.is_empty()).collect();
        return Err(TransferError::Problems { files, strangers: 0 });
    }
    let left: Vec<(String, Problems)> = files
        .iter()
        .zip(&work.problems)
        .enumerate()
        .map(|(file, (name, problems))| (name.clone(), compared.tell_all(file, problems)))
        .filter(|(_, left)| !left.is_empty())
        .collect();
    if !left.is_empty() {
        return Err(TransferError::Problems { files: left, strangers: 0 });
    }
    placement::place_actors(store, &work.sources, &mut compared).await?;
    actor_check::ask_for_far_places(&work.sources, &work.area, &mut compared);
    link_themes::ask_for_themes(&mut compared);
    compared.check_pairs().await?;
    similar_entries::tell(store, &mut compared).await?;
    let (decisions, mut notes) = tell_of_tables(&work.sources, &mut compared);
    let remarks = stored_entries::tell(store, &work.sources, &mut compared, &mut notes).await?;
    let fresh = fresh(&work.naming.files, &work.naming.known, &stored);
    name_references(store, &mut compared, &fresh).await?;
    compared.judge();
    decisions.leave_out(&mut compared);
    let table_files = decisions.into_tables();
    Ok(Plan { compared, table_files, tables, remarks, notes, fresh })
}

/// What the files call what is not stored yet.
fn fresh(files: &[formats::interchange::FileNames], known: &Known, stored: &HashSet<Uuid>) -> HashMap<Uuid, String> {
    let mut fresh = HashMap::new();
    for names in files {
        let districts = names.districts().map(|slug| (known.district(slug.as_str()).map(Uuid::from), slug));
        let themes = names.themes().map(|slug| (known.theme(slug.as_str()).map(Uuid::from), slug));
        let actors = names.actors().map(|slug| (known.actor(slug.as_str()).map(Uuid::from), slug));
        let all = districts.chain(themes).chain(actors);
        let unstored = all.filter_map(|(id, slug)| Some((id.filter(|id| !stored.contains(id))?, slug.to_string())));
        fresh.extend(unstored);
    }
    fresh
}

/// Lets changes name other entries as people do.
async fn name_references(
    store: &Store,
    compared: &mut Compared,
    fresh: &HashMap<Uuid, String>,
) -> Result<(), TransferError> {
    let referenced = compared.referenced_ids();
    if referenced.is_empty() {
        return Ok(());
    }
    let mut names = fresh.clone();
    let mut districts = store.all::<District>().await?;
    while let Some(district) = districts.try_next().await? {
        names.insert(district.id.uuid(), district.data.slug.to_string());
    }
    let mut themes = store.all::<Theme>().await?;
    while let Some(theme) = themes.try_next().await? {
        names.insert(theme.id.uuid(), theme.data.slug.to_string());
    }
    let actors: Vec<_> = referenced.into_iter().filter(|id| !names.contains_key(id)).map(Into::into).collect();
    for actor in store.get_many::<Actor>(&actors).await? {
        names.insert(actor.id.uuid(), actor.data.slug.to_string());
    }
    compared.name_references(&names);
    Ok(())
}

impl Plan {
    /// Says what was understood of the tables, and writes the rows of theirs that are left out.
    fn report(&self, rejects: &RejectsReport, report: &mut ImportReport) -> Result<(), TransferError> {
        let with_remarks = |table: &Arc<ReadTable>| {
            let mut told = table.import_table();
            told.remarks.extend(self.remarks.get(&table.name).cloned().unwrap_or_default());
            told
        };
        report.tables = self.tables.iter().map(with_remarks).collect();
        for table in &self.tables {
            let rows = self.rejects(&table.name, rejects);
            report.rejects.extend(table.rejects(&rows, rejects.format)?);
        }
        Ok(())
    }

    /// What the rows do; nothing is looked up any more.
    fn into_rows(self) -> Vec<ImportRow> {
        self.compared.rows
    }

    /// Refuses other files than those of the dry run, and tells the rows whose entries were written
    /// after it.
    async fn check_digest(
        &mut self,
        store: &Store,
        taken: &TakeRequest<'_>,
        content: &str,
        report: &mut ImportReport,
    ) -> Result<(), TransferError> {
        let Some(digest) = &taken.digest else { return Ok(()) };
        let parts = digest.split_once('-').and_then(|(sequence, hash)| Some((sequence.parse::<u64>().ok()?, hash)));
        let Some((sequence, _)) = parts.filter(|(_, hash)| *hash == content) else {
            report.refuse(Some("digest"), "DIGEST_MISMATCH", Message::new("import-digest"));
            return Ok(());
        };
        let touched = store.touched_after(sequence).await?;
        for (row, entities) in self.compared.rows.iter_mut().zip(&self.compared.entities) {
            if !matches!(row.outcome, RowOutcome::Wrong | RowOutcome::LeftOut)
                && entities.iter().any(|entity| touched.contains(entity))
            {
                row.outcome = RowOutcome::Conflict;
            }
        }
        Ok(())
    }

    /// Tells rows that name an entry of a row that is not taken and not stored.
    pub(super) fn check_references(&mut self, rows: &RowNumbers) {
        let mut made: HashSet<Uuid> = HashSet::new();
        for (row, entities) in self.compared.rows.iter().zip(&self.compared.entities) {
            if rows.contains(row.number) && row.outcome != RowOutcome::Wrong {
                made.extend(entities.iter().map(|entity| entity.id));
            }
        }
        let mut wrong = Vec::new();
        for batch in &self.compared.batches {
            match batch {
                ImportBatch::Districts(items) => self.absent(items, rows, &made, &mut wrong),
                ImportBatch::Themes(items) => self.absent(items, rows, &made, &mut wrong),
                ImportBatch::Actors(items) => self.absent(items, rows, &made, &mut wrong),
                ImportBatch::Offers(items) => self.absent(items, rows, &made, &mut wrong),
                ImportBatch::Events(items) => self.absent(items, rows, &made, &mut wrong),
                ImportBatch::Projects(items) => self.absent(items, rows, &made, &mut wrong),
                ImportBatch::Links(items) => self.absent(items, rows, &made, &mut wrong),
                ImportBatch::Persons(items) => self.absent(items, rows, &made, &mut wrong),
            }
        }
        for (at, problem) in wrong {
            self.compared.tell(at, &problem);
        }
    }

    fn absent<E: Stored>(
        &self,
        items: &[Item<E>],
        rows: &RowNumbers,
        made: &HashSet<Uuid>,
        wrong: &mut Vec<(usize, formats::Problem)>,
    ) {
        for item in items {
            let Some(at) = self.selected_row(item.file, &item.place, rows) else { continue };
            for reference in item.data.references() {
                if let Some(slug) = self.fresh.get(&reference.id).filter(|_| !made.contains(&reference.id)) {
                    let problem = Problem::Format(Message::new("import-absent").quote("slug", slug));
                    wrong.push((at, item.place.problem(&reference.field, problem)));
                }
            }
        }
    }

    /// Where a row stands that is among those.
    fn selected_row(&self, file: usize, place: &Place, rows: &RowNumbers) -> Option<usize> {
        let at = self.compared.at(file, place.row)?;
        rows.contains(self.compared.rows[at].number).then_some(at)
    }

    /// Refuses rows that do not exist, are wrong or have changed; and that there are none where they were named.
    fn refuse(&self, rows: &RowNumbers, must_be_some: bool, report: &mut ImportReport) {
        let rows_of = &self.compared.rows;
        let allowed = rows_of.first().zip(rows_of.last()).map_or((0, 0), |(first, last)| (first.number, last.number));
        let (first, last) = allowed;
        for (nth, number) in rows.iter().enumerate() {
            let field = format!("rows[{nth}]");
            let outcome = self.compared.at_number(number).map(|at| rows_of[at].outcome);
            let (code, message) = match outcome {
                None => {
                    let message =
                        Message::new("import-no-row").with("row", number).with("first", first).with("last", last);
                    ("UNKNOWN", message)
                }
                Some(RowOutcome::Wrong) => ("ROW_WRONG", Message::new("import-row-wrong").with("row", number)),
                Some(RowOutcome::Conflict) => ("CONFLICT", Message::new("import-row-conflict").with("row", number)),
                Some(RowOutcome::LeftOut) => ("ROW_LEFT_OUT", Message::new("import-row-left-out").with("row", number)),
                Some(_) => continue,
            };
            report.refuse(Some(&field), code, message);
        }
        if must_be_some && rows.iter().next().is_none() {
            report.refuse(Some("rows"), "REQUIRED", Message::new("import-no-rows"));
        }
    }

    /// Writes what the rows hold; the row that the store refuses, if it does.
    async fn write(
        &mut self,
        writer: &mut Writer,
        rows: &RowNumbers,
        summary: &mut Summary,
        mut welcome: Option<&mut WelcomeMails<'_>>,
    ) -> Result<Result<(), (usize, formats::Problem)>, TransferError> {
        for batch in std::mem::take(&mut self.compared.batches) {
            let written = match batch {
                ImportBatch::Districts(items) => save(writer, self.retain_rows(items, rows), summary).await,
                ImportBatch::Themes(items) => save(writer, self.retain_rows(items, rows), summary).await,
                ImportBatch::Actors(items) => {
                    let items = self.retain_rows(items, rows);
                    if let Some(welcome) = &mut welcome {
                        let standing: Vec<_> = items.iter().map(|item| (item.id, item.data.status)).collect();
                        welcome.note(writer, &standing).await?;
                    }
                    save(writer, items, summary).await
                }
                ImportBatch::Offers(items) => save(writer, self.retain_rows(items, rows), summary).await,
                ImportBatch::Events(items) => save(writer, self.retain_rows(items, rows), summary).await,
                ImportBatch::Projects(items) => save(writer, self.retain_rows(items, rows), summary).await,
                ImportBatch::Links(items) => save(writer, self.retain_rows(items, rows), summary).await,
                ImportBatch::Persons(items) => save(writer, self.retain_rows(items, rows), summary).await,
            };
            match written {
                Ok(()) => {}
                Err(ImportWriteError::Failed(error)) => return Err(error.into()),
                Err(ImportWriteError::Refused(file, problem)) => match self.compared.at(file, problem.row) {
                    Some(at) => return Ok(Err((at, *problem))),
                    None => {
                        let mut problems = Problems::default();
                        problems.add(*problem);
                        return Err(TransferError::Problems { files: vec![(String::new(), problems)], strangers: 0 });
                    }
                },
            }
        }
        Ok(Ok(()))
    }

    fn retain_rows<E: Stored>(&self, items: Vec<Item<E>>, rows: &RowNumbers) -> Vec<Item<E>> {
        items.into_iter().filter(|item| self.selected_row(item.file, &item.place, rows).is_some()).collect()
    }
}
