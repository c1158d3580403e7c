//! Why a table as a whole cannot be read, in German and English.

use std::{fmt, io};

use calamine::XlsxError;
use thiserror::Error;
use zip::result::ZipError;

use super::columns::{REQUIRED, UnknownColumn, allowed_columns};

/// Why a table cannot be read at all.
#[derive(Debug, Error)]
pub enum TableError {
    /// The bytes did not come.
    Io(#[source] io::Error),
    /// More bytes than a table may have.
    TooLarge,
    /// Control characters, as other files have them.
    NoText {
        /// Line, from 1.
        line: u64,
    },
    /// In no encoding from start to end.
    Broken {
        /// The first line that shows it, from 1.
        line: u64,
    },
    /// A quote that is never closed and swallows everything below.
    OpenQuote {
        /// The line of the quote, from 1.
        line: u64,
    },
    /// Something between a closing quote and the next separator.
    TextBehindQuote {
        /// The line of the text, from 1.
        line: u64,
        /// The line of the opening quote, from 1.
        opened: u64,
    },
    /// Nothing in it.
    Empty,
    /// Columns that have no meaning here.
    UnknownColumns {
        /// The line of the header, from 1.
        line: u64,
        /// What they are called.
        given: Vec<UnknownColumn>,
    },
    /// Columns that stand twice.
    RepeatedColumns {
        /// The line of the header, from 1.
        line: u64,
        /// The names.
        given: Vec<String>,
    },
    /// Columns that are needed.
    MissingColumns {
        /// The line of the header, from 1.
        line: u64,
        /// The names.
        missing: Vec<String>,
    },
    /// No archive of the parts of a workbook.
    NoWorkbook {
        /// Why.
        #[source]
        source: ZipError,
    },
    /// A workbook of Excel before 2007, or one with a password.
    OldOrLocked,
    /// A workbook that would fill the memory once it is unpacked.
    Unpacked,
    /// More cells than a table may have.
    TooManyCells,
    /// A sheet whose rows do not stand in their order.
    RowsOutOfOrder {
        /// The row that stands too late, from 1.
        line: u64,
    },
    /// There is no such sheet.
    NoSheet {
        /// The name that was given.
        given: String,
        /// The sheets there are.
        sheets: Vec<String>,
    },
    /// The parts of a workbook do not fit together.
    Workbook {
        /// Why.
        #[source]
        source: XlsxError,
    },
    /// A workbook on which its reader failed.
    Damaged,
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.english())
    }
}

impl TableError {
    /// What is wrong, for a reader of English (`en…`) or German.
    pub fn message(&self, reader: &str) -> String {
        if reader.starts_with("en") { self.english() } else { self.german() }
    }

    fn english(&self) -> String {
        match self {
            Self::Io(_) => "reading the table failed".to_owned(),
            Self::TooLarge => "the table is too large: allowed are 64 MiB; cut it into several".to_owned(),
            Self::NoText { line } => {
                format!("line {line}: this is no text; allowed is CSV, as spreadsheets save it")
            }
            Self::Broken { line } => format!(
                "line {line}: the text is neither UTF-8 nor Windows-1252 from start to end; save it as \"CSV UTF-8\""
            ),
            Self::OpenQuote { line } => format!("line {line}: a quote opens a cell here and is never closed"),
            Self::TextBehindQuote { line, opened } => format!(
                "line {line}: text stands behind the closing quote of a cell that begins in line {opened}; is a quote \
                 missing there? Inside of quotes a quote is written twice"
            ),
            Self::Empty => {
                format!("the table is empty: its first row must name the columns {}", REQUIRED.join(", "))
            }
            Self::UnknownColumns { line, given } => {
                format!("line {line}: unknown {}; allowed are {}", unknown(given, "en"), allowed_columns())
            }
            Self::RepeatedColumns { line, given } => {
                format!("line {line}: twice {}: allowed is once", quoted(given, ["column", "columns"]))
            }
            Self::MissingColumns { line, missing } => {
                format!("line {line}: missing {}", quoted(missing, ["column", "columns"]))
            }
            Self::NoWorkbook { .. } => "this is no XLSX workbook; save it as \"Excel Workbook (.xlsx)\"".to_owned(),
            Self::OldOrLocked => {
                "the workbook has a password or the form of Excel before 2007; save it as .xlsx without a password"
                    .to_owned()
            }
            Self::Unpacked => "the workbook is too large once it is unpacked: allowed are 256 MiB".to_owned(),
            Self::TooManyCells => {
                "the table has too many cells: allowed are 4,000,000 in the first 1,000 columns".to_owned()
            }
            Self::RowsOutOfOrder { line } => format!("row {line} stands below later ones; save the workbook anew"),
            Self::NoSheet { given, sheets } => {
                format!("there is no sheet {given:?}: there {}", quoted(sheets, ["is", "are"]))
            }
            Self::Workbook { .. } | Self::Damaged => {
                "the workbook cannot be read; open it in a spreadsheet and save it anew".to_owned()
            }
        }
    }

    fn german(&self) -> String {
        match self {
            Self::Io(_) => "die Tabelle ließ sich nicht lesen".to_owned(),
            Self::TooLarge => "die Tabelle ist zu groß: erlaubt sind 64 MiB; bitte aufteilen".to_owned(),
            Self::NoText { line } => {
                format!("Zeile {line}: das ist kein Text; erlaubt ist CSV, wie Tabellenprogramme es speichern")
            }
            Self::Broken { line } => format!(
                "Zeile {line}: der Text ist weder durchgehend UTF-8 noch Windows-1252; bitte als „CSV UTF-8“ speichern"
            ),
            Self::OpenQuote { line } => {
                format!("Zeile {line}: hier öffnet ein Anführungszeichen eine Zelle und wird nie geschlossen")
            }
            Self::TextBehindQuote { line, opened } => format!(
                "Zeile {line}: hinter dem schließenden Anführungszeichen einer Zelle, die in Zeile {opened} beginnt, steht \
                 Text; fehlt dort eines? In Anführungszeichen wird ein Anführungszeichen doppelt geschrieben"
            ),
            Self::Empty => {
                format!("die Tabelle ist leer: die erste Zeile muss die Spalten {} nennen", REQUIRED.join(", "))
            }
            Self::UnknownColumns { line, given } => {
                format!("Zeile {line}: unbekannt: {}; erlaubt sind {}", unknown(given, "de"), allowed_columns())
            }
            Self::RepeatedColumns { line, given } => {
                format!("Zeile {line}: doppelt: {}; erlaubt ist einmal", quoted(given, ["Spalte", "Spalten"]))
            }
            Self::MissingColumns { line, missing } => {
                format!("Zeile {line}: es fehlt: {}", quoted(missing, ["Spalte", "Spalten"]))
            }
            Self::NoWorkbook { .. } => {
                "das ist keine XLSX-Arbeitsmappe; bitte als „Excel-Arbeitsmappe (.xlsx)“ speichern".to_owned()
            }
            Self::OldOrLocked => {
                "die Arbeitsmappe hat ein Kennwort oder das alte Format von Excel; bitte ohne Kennwort als .xlsx speichern"
                    .to_owned()
            }
            Self::Unpacked => "die Arbeitsmappe ist entpackt zu groß: erlaubt sind 256 MiB".to_owned(),
            Self::TooManyCells => {
                "die Tabelle hat zu viele Zellen: erlaubt sind 4.000.000 in den ersten 1.000 Spalten".to_owned()
            }
            Self::RowsOutOfOrder { line } => {
                format!("Zeile {line} steht unter späteren; bitte die Arbeitsmappe neu speichern")
            }
            Self::NoSheet { given, sheets } => {
                format!("das Blatt {given:?} gibt es nicht: es gibt {}", quoted(sheets, ["nur", "nur"]))
            }
            Self::Workbook { .. } | Self::Damaged => {
                "die Arbeitsmappe ließ sich nicht lesen; bitte in einem Tabellenprogramm öffnen und neu speichern".to_owned()
            }
        }
    }
}

/// Names in quotation marks, behind the word for one or for several.
fn quoted(names: &[String], [one, many]: [&str; 2]) -> String {
    let word = if names.len() == 1 { one } else { many };
    let names: Vec<String> = names.iter().map(|name| format!("{name:?}")).collect();
    format!("{word} {}", names.join(", "))
}

fn unknown(columns: &[UnknownColumn], reader: &str) -> String {
    let english = reader.starts_with("en");
    let (word, meant, person) = if english {
        let word = if columns.len() == 1 { "column" } else { "columns" };
        (word, "did you mean", "persons have no columns here, since each of their values needs a consent")
    } else {
        let word = if columns.len() == 1 { "Spalte" } else { "Spalten" };
        (
            word,
            "gemeint vielleicht",
            "Personen haben hier keine Spalten, weil jeder ihrer Werte eine Einwilligung braucht",
        )
    };
    let told: Vec<String> = columns
        .iter()
        .map(|column| match &column.meant {
            _ if column.is_person => format!("{:?} ({person})", column.given),
            Some(name) => format!("{:?} ({meant} {name:?}?)", column.given),
            None => format!("{:?}", column.given),
        })
        .collect();
    format!("{word} {}", told.join(", "))
}
