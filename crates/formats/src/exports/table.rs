//! Actors as a table (CSV, RFC 4180) that spreadsheets open by a double click and `bruecke import` reads back.
//!
//! - UTF-8 with a byte order mark: without it Excel takes umlauts apart
//! - semicolons between the cells and commas in numbers, as Excel in German does: its double click splits at
//!   nothing else, and takes 7.15 for the 15th of July
//! - a cell that begins like a formula (`=`, `+`, `-`, `@`, tab, carriage return) gets an apostrophe in front, and
//!   so does one that begins with apostrophes and then like a formula. A telephone number is `'+49 2325 …`.
//!   Reading takes exactly one such apostrophe off again.

use std::collections::BTreeSet;

use csv::{Terminator, WriterBuilder};
use directory::{ActorNo, Snapshot};
use domain::LocalisedText;

use crate::{
    actors_table::{Written, cell_text, guard, written_columns},
    interchange::ActorEntry,
};

/// Which columns the table has.
pub(super) struct Table {
    columns: Vec<Written>,
}

impl Table {
    /// A table with a column for every language that one of the actors has a text in.
    pub(super) fn new(snapshot: &Snapshot, actors: &[ActorNo]) -> Self {
        let languages = |text: fn(&domain::Actor) -> &LocalisedText| {
            let mut languages = BTreeSet::new();
            for no in actors {
                languages.extend(text(snapshot.actor(*no).data()).iter().map(|(language, _)| language.clone()));
            }
            languages
        };
        Self { columns: written_columns(&languages(|actor| &actor.summary), &languages(|actor| &actor.description)) }
    }

    /// The mark and the header.
    pub(super) fn begin(&self, to: &mut Vec<u8>) {
        to.extend_from_slice("\u{feff}".as_bytes());
        line(self.columns.iter().map(|column| column.name.clone()), to);
    }

    pub(super) fn row(&self, entry: &ActorEntry, to: &mut Vec<u8>) {
        let entry = serde_json::to_value(entry).unwrap_or_default();
        line(self.columns.iter().map(|column| guard(cell_text(&column.name, &column.path, &entry))), to);
    }
}

fn line(cells: impl Iterator<Item = String>, to: &mut Vec<u8>) {
    let mut writer = WriterBuilder::new().delimiter(b';').terminator(Terminator::CRLF).from_writer(to);
    // Writing to memory never fails.
    let _ = writer.write_record(cells.map(String::into_bytes));
    let _ = writer.flush();
}
