//! Why a table as a whole cannot be read, in German and English.

use std::{fmt, io};

use thiserror::Error;
use zip::result::ZipError;

use super::columns::{is_of_name, known_fields};

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
    /// The mapping names columns that the table does not have.
    UnknownHeadings {
        /// The line of the header, from 1.
        line: u64,
        /// What they are called.
        given: Vec<String>,
        /// The headings there are.
        there: Vec<String>,
    },
    /// No column holds names.
    MissingName {
        /// The line of the header, from 1.
        line: u64,
        /// The headings there are.
        headings: Vec<String>,
    },
    /// No columns for houses and their coordinates.
    NoAddressColumns {
        /// The line of the header, from 1.
        line: u64,
        /// The headings there are.
        headings: Vec<String>,
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
    /// It has more rows than any directory has entries.
    TooManyRows,
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
    /// A part of a workbook that every one has.
    MissingPart {
        /// What it holds.
        part: &'static str,
    },
    /// A part of a workbook is no XML.
    BrokenPart {
        /// What it holds.
        part: &'static str,
        /// Why.
        #[source]
        source: quick_xml::Error,
    },
    /// A workbook without a sheet that is shown.
    NoVisibleSheet {
        /// The sheets there are.
        sheets: Vec<String>,
    },
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
                "line {line}: the text is in no one encoding from start to end; save it as \"CSV UTF-8\", or say its encoding"
            ),
            Self::OpenQuote { line } => format!("line {line}: a quote opens a cell here and is never closed"),
            Self::TextBehindQuote { line, opened } => format!(
                "line {line}: text stands behind the closing quote of a cell that begins in line {opened}; is a quote \
                 missing there? Inside of quotes a quote is written twice"
            ),
            Self::Empty => {
                "the table is empty: its first row must name the columns, and one of them the names".to_owned()
            }
            Self::UnknownHeadings { line, given, there } => format!(
                "line {line}: the mapping names {}, which the table does not have: there {}",
                quoted(given, ["column", "columns"]),
                quoted(there, ["is", "are"])
            ),
            Self::MissingName { line, headings } => format!(
                "line {line}: no column holds names: there {}; say which one does, perhaps \"{}=name\"",
                quoted(headings, ["is", "are"]),
                likely_name(headings)
            ),
            Self::NoAddressColumns { line, headings } => format!(
                "line {line}: needed are a street (str), a number (hnr) and two coordinates (ost and nord, or lon and lat): there {}",
                quoted(headings, ["is", "are"])
            ),
            Self::NoWorkbook { .. } => {
                "this is no workbook; save it as \"Excel Workbook (.xlsx)\" or \"OpenDocument spreadsheet (.ods)\""
                    .to_owned()
            }
            Self::OldOrLocked => {
                "the workbook has a password or the form of Excel before 2007; save it as .xlsx without a password"
                    .to_owned()
            }
            Self::Unpacked => "the workbook is too large once it is unpacked: allowed are 256 MiB".to_owned(),
            Self::TooManyCells => {
                "the table has too many cells: allowed are 4,000,000 in the first 1,000 columns".to_owned()
            }
            Self::TooManyRows => "the table has too many rows: allowed are 250,000; cut it into several".to_owned(),
            Self::RowsOutOfOrder { line } => format!("row {line} stands below later ones; save the workbook anew"),
            Self::NoSheet { given, sheets } => {
                format!("there is no sheet {given:?}: there {}", quoted(sheets, ["is", "are"]))
            }
            Self::MissingPart { part } => {
                format!("the workbook lacks its {part}; open it in a spreadsheet and save it anew")
            }
            Self::BrokenPart { part, .. } => {
                format!("the {part} of the workbook cannot be read; open it in a spreadsheet and save it anew")
            }
            Self::NoVisibleSheet { sheets } => {
                format!("every sheet is hidden: name one of them as the sheet: there {}", quoted(sheets, ["is", "are"]))
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
                "Zeile {line}: der Text hat keine durchgehende Kodierung; bitte als „CSV UTF-8“ speichern oder die Kodierung nennen"
            ),
            Self::OpenQuote { line } => {
                format!("Zeile {line}: hier öffnet ein Anführungszeichen eine Zelle und wird nie geschlossen")
            }
            Self::TextBehindQuote { line, opened } => format!(
                "Zeile {line}: hinter dem schließenden Anführungszeichen einer Zelle, die in Zeile {opened} beginnt, steht \
                 Text; fehlt dort eines? In Anführungszeichen wird ein Anführungszeichen doppelt geschrieben"
            ),
            Self::Empty => {
                "die Tabelle ist leer: die erste Zeile muss die Spalten nennen, darunter eine mit den Namen".to_owned()
            }
            Self::UnknownHeadings { line, given, there } => format!(
                "Zeile {line}: die Zuordnung nennt {}, die es in der Tabelle nicht gibt: es gibt {}",
                quoted(given, ["die Spalte", "die Spalten"]),
                quoted(there, ["nur", "nur"])
            ),
            Self::MissingName { line, headings } => format!(
                "Zeile {line}: keine Spalte enthält Namen: es gibt {}; bitte zuordnen, vielleicht mit \"{}=name\"",
                quoted(headings, ["nur", "nur"]),
                likely_name(headings)
            ),
            Self::NoAddressColumns { line, headings } => format!(
                "Zeile {line}: nötig sind Straße (str), Hausnummer (hnr) und zwei Koordinaten (ost und nord oder lon und lat): es gibt {}",
                quoted(headings, ["nur", "nur"])
            ),
            Self::NoWorkbook { .. } => {
                "das ist keine Arbeitsmappe; bitte als „Excel-Arbeitsmappe (.xlsx)“ oder „OpenDocument-Tabelle (.ods)“ speichern".to_owned()
            }
            Self::OldOrLocked => {
                "die Arbeitsmappe hat ein Kennwort oder das alte Format von Excel; bitte ohne Kennwort als .xlsx speichern"
                    .to_owned()
            }
            Self::Unpacked => "die Arbeitsmappe ist entpackt zu groß: erlaubt sind 256 MiB".to_owned(),
            Self::TooManyCells => {
                "die Tabelle hat zu viele Zellen: erlaubt sind 4.000.000 in den ersten 1.000 Spalten".to_owned()
            }
            Self::TooManyRows => {
                "die Tabelle hat zu viele Zeilen: erlaubt sind 250.000; bitte aufteilen".to_owned()
            }
            Self::RowsOutOfOrder { line } => {
                format!("Zeile {line} steht unter späteren; bitte die Arbeitsmappe neu speichern")
            }
            Self::NoSheet { given, sheets } => {
                format!("das Blatt {given:?} gibt es nicht: es gibt {}", quoted(sheets, ["nur", "nur"]))
            }
            Self::MissingPart { part } => {
                format!("der Arbeitsmappe fehlt ein Teil ({part}); bitte in einem Tabellenprogramm öffnen und neu speichern")
            }
            Self::BrokenPart { part, .. } => format!(
                "ein Teil der Arbeitsmappe ({part}) ist nicht zu lesen; bitte in einem Tabellenprogramm öffnen und neu speichern"
            ),
            Self::NoVisibleSheet { sheets } => {
                format!("alle Blätter sind ausgeblendet: bitte eines als Blatt nennen: es gibt {}", quoted(sheets, ["nur", "nur"]))
            }
        }
    }
}

/// The heading that most likely stands over names: one of an organisation, else the first that is nothing else.
fn likely_name(headings: &[String]) -> &str {
    let is_number = |heading: &&String| known_fields(heading).is_some();
    let likely = headings.iter().find(|heading| is_of_name(heading));
    let other = || headings.iter().find(|heading| !is_number(heading));
    likely.or_else(other).or(headings.first()).map_or("", String::as_str)
}

/// Names in quotation marks, behind the word for one or for several.
fn quoted(names: &[String], [one, many]: [&str; 2]) -> String {
    let word = if names.len() == 1 { one } else { many };
    let names: Vec<String> = names.iter().map(|name| format!("{name:?}")).collect();
    format!("{word} {}", names.join(", "))
}
