//! Moving directories in and out: [`import`](import::import) takes files into a store, all or
//! nothing; [`export`](export::export) writes the same format back.

mod actor_check;
mod boundaries;
mod comparing;
pub mod demo;
mod digest;
mod duplicates;
pub mod export;
pub mod import;
mod import_note;
mod link_themes;
mod naming;
mod natural;
mod pending_items;
mod persons;
mod placement;
pub mod plan;
mod progress;
mod reading;
pub mod rows;
mod scan;
pub mod selection;
mod similar_entries;
mod source;
pub mod staff_tables;
pub(crate) mod stored_entries;
pub mod tables;
mod tree_items;
mod withheld;
mod writing;

use formats::{Problems, actors_table::TableError, interchange::ReadError};
use messages::Message;
use store::StoreError;
use thiserror::Error;

pub(crate) use import_note::text_of_note;
pub use progress::ProgressSink;
pub use source::ImportSource;

/// Why nothing was imported, or not everything exported.
#[derive(Debug, Error)]
pub enum TransferError {
    /// A file is of no kind that can be read.
    #[error("{file}: allowed are .json (directory), .csv, .xlsx and .ods (actors) and .geojson (districts)")]
    UnknownKind {
        /// Which file.
        file: String,
    },
    /// A file cannot be opened, read or written.
    #[error("{file} cannot be {doing}")]
    File {
        /// Which file.
        file: String,
        /// `read` or `written`.
        doing: &'static str,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A file as a whole is not what it should be.
    #[error("{file}")]
    Unreadable {
        /// Which file.
        file: String,
        /// Where and why.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// A file of entries or boundaries as a whole is not what it should be.
    #[error("{file}")]
    Entries {
        /// Which file.
        file: String,
        /// Where and why.
        #[source]
        source: ReadError,
    },
    /// A table as a whole is not what it should be.
    #[error("{file}")]
    Table {
        /// Which file.
        file: String,
        /// Where and why.
        #[source]
        source: TableError,
    },
    /// A table cannot be written.
    #[error("{file} cannot be written")]
    Unwritable {
        /// Which file.
        file: String,
        /// Why.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// Entries are wrong. Nothing was imported.
    #[error("{}", list(.files, *.strangers, "en"))]
    Problems {
        /// By file.
        files: Vec<(String, Problems)>,
        /// How many entries have an id of their own and the slug of another entry of the directory.
        strangers: usize,
    },
    /// The store failed. Nothing was imported.
    #[error("the database cannot be used")]
    Store(#[from] StoreError),
    /// The work was stopped half-way. Nothing was imported.
    #[error("the work was stopped")]
    Stopped(#[source] tokio::task::JoinError),
}

impl TransferError {
    /// What is wrong with files, for a reader by the tag of their language; `None` where it is no file that is wrong.
    pub fn text(&self, reader: &str) -> Option<String> {
        match self {
            Self::UnknownKind { file } => Some(format!("{file}: {}", Message::new("problem-file-name").text(reader))),
            Self::Entries { file, source } => Some(format!("{file}: {}", source.message().text(reader))),
            Self::Table { file, source } => Some(format!("{file}: {}", source.message().text(reader))),
            Self::Problems { files, strangers } => Some(list(files, *strangers, reader)),
            _ => None,
        }
    }
}

/// The problems of files, one a line.
fn list(files: &[(String, Problems)], strangers: usize, reader: &str) -> String {
    let count: usize = files.iter().map(|(_, problems)| problems.count()).sum();
    let mut text = Message::new("report-refused-count").with("count", count).text(reader);
    let mut add = |line: &str| text.extend(["\n  ", line]);
    for (file, problems) in files {
        for problem in problems {
            add(&format!("{file}: {}", problem.text(reader)));
        }
        if problems.further() > 0 {
            add(&format!("{file}: {}", Message::new("report-more").with("count", problems.further()).text(reader)));
        }
    }
    if strangers > 1 {
        add(&Message::new("report-strangers").with("count", strangers).text(reader));
    }
    text
}
