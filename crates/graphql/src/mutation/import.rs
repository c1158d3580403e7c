//! `importDirectory`: what a file would do, row by row, and taking the rows that somebody has chosen.

use async_graphql::{Enum, InputObject};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use curation::{
    FieldChange,
    import::{
        HandedOver, ImportReport, ImportRow, ImportSelection, RowAlike, RowOutcome as Outcome, RowProblem, TableReading,
    },
};
use domain::{Violations, record::LifeStatus, rules::Problem};
use messages::Message;

use super::{
    commands::{Desk, Ended},
    import_tables::{RejectsView, TableView},
    payloads::{Performed, Thing, UserErrorView, View},
};
use crate::{
    enums::EntryKind,
    exec::{Call, Output, ResponseWriter, WriteResult, object},
    global_id::GlobalId,
    scalars::{Json, Tag},
    schema::type_registry::TypeRegistry,
    viewer::duplicates::{SignView, signs},
};

/// A file to be imported: first looked at, then taken row by row.
#[derive(InputObject)]
pub(crate) struct ImportDirectoryInput {
    /// The file's name. The ending tells what it holds: `.json` (directory), `.csv`, `.xlsx` and `.ods` (actors), `.geojson` (districts).
    file_name: String,
    /// The content as text; either this or `base64`.
    text: Option<String>,
    /// The content as its bytes, written in base64 (RFC 4648); either this or `text`. Workbooks and tables that are not UTF-8 need it.
    base64: Option<String>,
    /// The sheet of a workbook; the first that is shown where none is said.
    sheet: Option<String>,
    /// The encoding of a table that is text, such as `windows-1254` or `macroman`; the most plausible where none is said.
    encoding: Option<String>,
    /// What columns of a table hold where their headings do not say it: `Straße und Nr.=street+houseNumber`.
    map: Option<Vec<String>>,
    /// Headings of columns of a table that are passed over.
    ignore: Option<Vec<String>>,
    /// What was decided of a table: what a value means (`Wanne-Eickel=wanne`, nothing behind the sign where it means nothing),
    /// which entry a row is (`row 12=SLUG`, `new` or `skip`), and what becomes of rows that look like others
    /// (`duplicates=new`, or `=entry`: each is the one that it looks most like).
    decisions: Option<Vec<String>>,
    /// Where new entries of a table stand in their life, unless it says it.
    #[graphql(name = "as", default_with = "ImportStatus::Draft")]
    status: ImportStatus,
    /// Whether only to say what would be done.
    #[graphql(default = true)]
    dry_run: bool,
    /// The rows to take, by the numbers that a dry run has given them.
    rows: Option<Vec<u32>>,
    /// The digest that the dry run has given: rows whose entries were changed since are refused.
    digest: Option<String>,
    /// What for; only staff read it.
    note: Option<String>,
}

/// Where new entries of a table stand in their life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub(crate) enum ImportStatus {
    /// Seen by staff only.
    Draft,
    /// Seen by everybody.
    Published,
}

/// The most lines of a mapping or of decisions.
const MOST_LINES: usize = 1_000;

/// The most rows that can be taken at once.
const MOST_ROWS: usize = 100_000;

impl ImportDirectoryInput {
    /// The file, or everything that is wrong with how it was handed over.
    fn file(&mut self, reader: &str, wrong: &mut Violations) -> HandedOver {
        let bytes = match (self.text.take(), self.base64.take()) {
            (Some(text), None) => text.into_bytes(),
            (None, Some(text)) => {
                let packed: String = text.chars().filter(|c| !c.is_ascii_whitespace()).collect();
                BASE64_STANDARD.decode(packed).unwrap_or_else(|_| {
                    wrong.add("base64", Problem::Format(Message::new("problem-base64")));
                    Vec::new()
                })
            }
            (None, None) => {
                wrong.add("text", Problem::Required);
                Vec::new()
            }
            (Some(_), Some(_)) => {
                wrong.add("base64", Problem::Format(Message::new("problem-beside-text")));
                Vec::new()
            }
        };
        let (name, reader) = (self.file_name.trim().to_owned(), reader.to_owned());
        HandedOver { name, bytes, reading: self.table_reading(wrong), reader }
    }

    /// How it is read where it is a table.
    fn table_reading(&mut self, wrong: &mut Violations) -> TableReading {
        let mut lines = |field: &str, lines: &mut Option<Vec<String>>| {
            let lines = lines.take().unwrap_or_default();
            if lines.len() > MOST_LINES {
                wrong.add(field, Problem::TooLong { allowed: MOST_LINES });
            }
            lines
        };
        TableReading {
            sheet: self.sheet.take(),
            encoding: self.encoding.take(),
            mapping: lines("map", &mut self.map),
            ignored: lines("ignore", &mut self.ignore),
            decisions: lines("decisions", &mut self.decisions),
            status: match self.status {
                ImportStatus::Draft => LifeStatus::Draft,
                ImportStatus::Published => LifeStatus::Published,
            },
        }
    }

    /// The rows to take; `None` for a dry run.
    fn choice(&mut self, wrong: &mut Violations) -> Option<ImportSelection> {
        if self.dry_run {
            return None;
        }
        let rows = self.rows.take().unwrap_or_default();
        if rows.is_empty() {
            wrong.add("rows", Problem::Required);
        }
        if rows.len() > MOST_ROWS {
            wrong.add("rows", Problem::TooLong { allowed: MOST_ROWS });
        }
        let digest = self.digest.take().filter(|digest| !digest.is_empty());
        if digest.is_none() {
            wrong.add("digest", Problem::Required);
        }
        Some(ImportSelection { rows, digest: digest.unwrap_or_default(), note: self.note.take() })
    }
}

/// Looks at a file, or takes rows of it.
pub(crate) async fn import_directory(desk: Desk<'_>, mut input: ImportDirectoryInput) -> Ended {
    let by = desk.editor()?;
    let mut wrong = Violations::default();
    let file = input.file(desk.reader, &mut wrong);
    let choice = input.choice(&mut wrong);
    if !wrong.is_empty() {
        return Err(curation::Refusal::Invalid(wrong).into());
    }
    let Some(importing) = desk.importing else {
        wrong.add("fileName", Problem::Format(Message::new("problem-not-importable")));
        return Err(curation::Refusal::Invalid(wrong).into());
    };
    let done = importing.import(&by, file, choice).await?;
    let refusals = done.value.refusals.clone();
    Ok(Performed::from_commit(Thing::Import(done.value.into()), done.sequence).refused_in_part(refusals))
}

/// What came of importing a file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ImportDirectoryPayload<'s>(pub(crate) View<'s>);

object! {
    /// What came of importing a file.
    "ImportDirectoryPayload" ['s] ImportDirectoryPayload<'s>, implements [], |this, call|
    /// What the rows would do or have done; null where the file as a whole could not be read.
    report: Option<ReportView<'s>> => this.0.import().map(|report| ReportView { report, reader: this.0.reader }),
    /// What stands in the way; empty when it is done. Wrong rows of a dry run stand in the report.
    userErrors: Vec<UserErrorView<'s>> => this.0.user_errors(),
}

/// A report.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ReportView<'s> {
    report: &'s ImportReport,
    reader: &'s str,
}

object! {
    /// What a file would do, row by row, or has done.
    "ImportReport" ['s] ReportView<'s>, implements [], |this, call|
    /// Stands for the file and the directory it was compared with; taking rows needs it.
    digest: &'s str => &this.report.digest,
    /// What was understood of a table, before any of its rows; empty for other files.
    tables: Vec<TableView<'s>> => {
        this.report.tables.iter().map(|table| TableView { table, reader: this.reader }).collect()
    },
    /// The rows that cannot be taken yet, as a table with a column that says why.
    rejects: Vec<RejectsView<'s>> => this.report.rejects.iter().map(RejectsView).collect(),
    /// How many entries were written; null where none were to be or could be.
    written: Option<usize> => this.report.written,
    /// How many rows have each outcome; outcomes that no row has are left out.
    totals: Vec<OutcomeCount> => {
        let counts = Outcome::ALL.iter().map(|outcome| OutcomeCount(*outcome, this.report.count(*outcome)));
        counts.filter(|count| count.1 > 0).collect()
    },
    /// The rows in their order; after a choice, the chosen ones.
    rows(
        /// Only rows with one of these outcomes.
        outcomes: Option<Vec<RowOutcome>>
    ): Vec<RowView<'s>> => {
        let wanted = |row: &ImportRow| outcomes.as_ref().is_none_or(|wanted| wanted.contains(&row.outcome.into()));
        this.report.rows.iter().filter(|row| wanted(row)).map(|row| RowView { row, reader: this.reader }).collect()
    },
}

/// How many rows have an outcome.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OutcomeCount(Outcome, usize);

object! {
    /// How many rows of an import have an outcome.
    "ImportOutcomeCount" [] OutcomeCount, implements [], |this, call|
    /// The outcome.
    outcome: RowOutcome => this.0.into(),
    /// How many rows.
    count: usize => this.1,
}

/// What a row of an import would do, or has done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(name = "ImportOutcome")]
pub(crate) enum RowOutcome {
    /// It makes an entry.
    New,
    /// It makes an entry that looks like one there is, or like a row above it.
    LikelyDuplicate,
    /// It changes an entry.
    Changed,
    /// It says what the entry says already.
    Same,
    /// It cannot be taken.
    Wrong,
    /// Its entry has changed since the dry run.
    Conflict,
    /// It is decided that it is not taken.
    LeftOut,
}

impl From<Outcome> for RowOutcome {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::New => Self::New,
            Outcome::LikelyDuplicate => Self::LikelyDuplicate,
            Outcome::Changed => Self::Changed,
            Outcome::Same => Self::Same,
            Outcome::Wrong => Self::Wrong,
            Outcome::Conflict => Self::Conflict,
            Outcome::LeftOut => Self::LeftOut,
        }
    }
}

impl Output for RowOutcome {
    fn type_ref(registry: &mut TypeRegistry<'_>) -> String {
        registry.add_input::<Self>()
    }

    fn write<'d>(self, _: &Call<'_, 'd>, out: &mut ResponseWriter<'d>) -> WriteResult {
        out.raw(match self {
            Self::New => b"\"NEW\"".as_slice(),
            Self::LikelyDuplicate => b"\"LIKELY_DUPLICATE\"",
            Self::Changed => b"\"CHANGED\"",
            Self::Same => b"\"SAME\"",
            Self::Wrong => b"\"WRONG\"",
            Self::Conflict => b"\"CONFLICT\"",
            Self::LeftOut => b"\"LEFT_OUT\"",
        });
        Ok(())
    }
}

/// One row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RowView<'s> {
    row: &'s ImportRow,
    reader: &'s str,
}

object! {
    /// What one row of a file would do, or has done.
    "ImportRow" ['s] RowView<'s>, implements [], |this, call|
    /// Its number: that of the row in the sheet, of other files from 1.
    number: u32 => this.row.number,
    /// The line of the file, or the row of the sheet, from 1; null where there is none.
    line: Option<u64> => this.row.line,
    /// What sort of entry.
    kind: EntryKind => this.row.kind.into(),
    /// What people call it.
    name: &'s str => &this.row.name,
    /// The global id of the entry it is about; null where there is none yet.
    entryId: Option<GlobalId> => this.row.entity.map(|entity| GlobalId::of(entity.kind, entity.id)),
    /// What it would do.
    outcome: RowOutcome => this.row.outcome.into(),
    /// What it would change, field by field; of a new entry nothing is told.
    changes: Vec<ImportedChangeView<'s>> => this.row.changes.iter().map(ImportedChangeView).collect(),
    /// What is wrong with it.
    problems: Vec<ProblemView<'s>> => {
        this.row.problems.iter().map(|problem| ProblemView { problem, reader: this.reader }).collect()
    },
    /// What there is to know of it that does not keep it from being taken, such as what stands in the note.
    hints: Vec<ProblemView<'s>> => {
        this.row.hints.iter().map(|problem| ProblemView { problem, reader: this.reader }).collect()
    },
    /// The entries and rows it looks like, the most alike first.
    alike: Vec<AlikeView<'s>> => this.row.alike.iter().map(AlikeView).collect(),
}

/// One changed field.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ImportedChangeView<'s>(&'s FieldChange);

object! {
    /// A field that a row would change.
    "ImportChange" ['s] ImportedChangeView<'s>, implements [], |this, call|
    /// The field, such as `summary.tr` or `offers[0].title.de`.
    field: &'s str => &this.0.field,
    /// What it says now; null when nothing. Other entries are named by slug.
    before: Option<Json<'s>> => Some(Json(&this.0.before)),
    /// What it would say; null when nothing.
    after: Option<Json<'s>> => Some(Json(&this.0.after)),
}

/// One problem.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ProblemView<'s> {
    problem: &'s RowProblem,
    reader: &'s str,
}

object! {
    /// One thing that is wrong with a row.
    "ImportProblem" ['s] ProblemView<'s>, implements [], |this, call|
    /// The field, such as `phone`.
    field: &'s str => &this.problem.field,
    /// What the table calls the column, where that is something else.
    column: Option<&'s str> => this.problem.column.as_deref(),
    /// What is wrong and what is allowed, in the reader's language.
    message(
        /// BCP-47 tag of the reader's language, German where the catalogues have not that one, as `Accept-Language` prefers where nothing is said.
        language: Tag
    ): String => this.problem.message.text(call.text("language").unwrap_or(this.reader)),
    /// The stable code.
    code: &'static str => this.problem.code,
}

/// One entry or row it looks like.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AlikeView<'s>(&'s RowAlike);

object! {
    /// An entry or a row above that a row looks like.
    "ImportAlike" ['s] AlikeView<'s>, implements [], |this, call|
    /// The global id of the entry; null for a row.
    entryId: Option<GlobalId> => this.0.entity.map(|entity| GlobalId::of(entity.kind, entity.id)),
    /// Its slug; null for a row.
    slug: Option<&'s str> => this.0.slug.as_deref(),
    /// The number of the row; null for an entry.
    row: Option<u32> => this.0.row,
    /// Its name.
    name: &'s str => &this.0.name,
    /// How alike, from 0 to 1.
    score: f64 => this.0.likeness.score,
    /// Why, the strongest sign first.
    reasons: Vec<SignView> => signs(&this.0.likeness),
}
