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

use formats::{Problems, actors_table::TableError};
use store::StoreError;
use thiserror::Error;

pub(crate) use import_note::text_of_note;
pub use progress::ProgressSink;
pub use source::ImportSource;

use crate::plural::pluralise;

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
    #[error("nothing was imported: {}\n{}", count(.files), list(.files, *.strangers))]
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

fn count(files: &[(String, Problems)]) -> String {
    pluralise(files.iter().map(|(_, problems)| problems.count()).sum(), "problem", "problems")
}

fn list(files: &[(String, Problems)], strangers: usize) -> String {
    let mut lines = String::new();
    for (file, problems) in files {
        for problem in problems {
            lines.push_str(&format!("  {file}: {problem}\n"));
        }
        if problems.further() > 0 {
            lines.push_str(&format!("  {file}: … and {} more\n", problems.further()));
        }
    }
    if strangers > 1 {
        lines.push_str(&format!(
            "  hint: {strangers} entries have slugs that are taken by entries with other ids, so these files probably come \
             from another installation. Import them into an empty database; or take the \"id\" out of every entry, which \
             makes them new versions of the entries that have these slugs here.\n"
        ));
    }
    lines.truncate(lines.trim_end().len());
    lines
}
