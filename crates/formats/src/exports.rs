//! Actors as files that everybody may take away: CSV, GeoJSON, newline-delimited JSON and JSON-LD.
//!
//! A file is made piece by piece ([`ActorsFile`] is an iterator of bytes), so that a directory of any size is sent
//! without ever being held as a whole. Everything comes from a snapshot, which holds nothing private. Contact persons
//! are left out nevertheless: a person agreed to stand in the directory, not in a list that travels.
//!
//! - `entry`: an actor as the directory format has it, the basis of CSV, GeoJSON and newline-delimited JSON
//! - `table`, `geojson`, `json_ld`: the shapes

mod entry;
mod geojson;
mod json_ld;
mod table;

use std::sync::Arc;

use directory::{ActorNo, Snapshot};

use self::{entry::Entries, table::Table};

/// How large a piece of a file is at least, bytes.
const PIECE: usize = 64 * 1024;

/// The shape of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ExportFormat {
    /// A table for spreadsheets, which `bruecke import` reads.
    Csv,
    /// A `FeatureCollection` (RFC 7946).
    GeoJson,
    /// One JSON object in each line.
    Ndjson,
    /// A schema.org `ItemList`.
    JsonLd,
}

impl ExportFormat {
    /// Every shape.
    pub const ALL: [Self; 4] = [Self::Csv, Self::GeoJson, Self::Ndjson, Self::JsonLd];

    /// The ending of the file's name.
    pub const fn file_extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::GeoJson => "geojson",
            Self::Ndjson => "ndjson",
            Self::JsonLd => "jsonld",
        }
    }

    /// The media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::GeoJson => "application/geo+json",
            Self::Ndjson => "application/x-ndjson",
            Self::JsonLd => "application/ld+json",
        }
    }
}

/// Gives the address of an actor's page.
pub type PageOf = Box<dyn Fn(&Snapshot, ActorNo) -> String + Send + Sync>;

/// A file on its way: its pieces, one after the other.
pub struct ActorsFile {
    snapshot: Arc<Snapshot>,
    actors: Vec<ActorNo>,
    page_of: PageOf,
    written: usize,
    state: State,
}

impl std::fmt::Debug for ActorsFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} of {} actors written", self.written, self.actors.len())
    }
}

/// What a shape needs to know besides the actor.
enum State {
    Table(Entries, Table),
    GeoJson(Entries),
    Ndjson(Entries),
    JsonLd,
}

impl ActorsFile {
    /// A file of these actors, in this order. `page_of` gives the address of an actor's page.
    pub fn new(snapshot: Arc<Snapshot>, shape: ExportFormat, actors: Vec<ActorNo>, page_of: PageOf) -> Self {
        let entries = || Entries::new(&snapshot);
        let state = match shape {
            ExportFormat::Csv => State::Table(entries(), Table::new(&snapshot, &actors)),
            ExportFormat::GeoJson => State::GeoJson(entries()),
            ExportFormat::Ndjson => State::Ndjson(entries()),
            ExportFormat::JsonLd => State::JsonLd,
        };
        Self { snapshot, actors, page_of, written: 0, state }
    }

    fn begin(&self, to: &mut Vec<u8>) {
        match &self.state {
            State::Table(_, table) => table.begin(to),
            State::GeoJson(_) => geojson::begin(&self.snapshot, &self.actors, to),
            State::Ndjson(_) => {}
            State::JsonLd => json_ld::begin(self.actors.len(), to),
        }
    }

    fn actor(&self, at: usize, no: ActorNo, to: &mut Vec<u8>) {
        let page = || (self.page_of)(&self.snapshot, no);
        match &self.state {
            State::Table(entries, table) => table.row(&entries.entry(&self.snapshot, no), to),
            State::GeoJson(entries) => {
                separate(at, to);
                geojson::feature(entries.describe(&self.snapshot, no, page()), to);
            }
            State::Ndjson(entries) => {
                write(&entries.describe(&self.snapshot, no, page()).into(), to);
                to.push(b'\n');
            }
            State::JsonLd => {
                separate(at, to);
                json_ld::item(&self.snapshot, at, no, &|no| (self.page_of)(&self.snapshot, no), to);
            }
        }
    }

    fn end(&self, to: &mut Vec<u8>) {
        match self.state {
            State::GeoJson(_) | State::JsonLd => to.extend_from_slice(b"\n]}\n"),
            State::Table(..) | State::Ndjson(_) => {}
        }
    }
}

impl Iterator for ActorsFile {
    type Item = Vec<u8>;

    fn next(&mut self) -> Option<Vec<u8>> {
        // One behind the last actor stands for the end of the file.
        if self.written > self.actors.len() {
            return None;
        }
        let mut piece = Vec::with_capacity(PIECE + PIECE / 4);
        if self.written == 0 {
            self.begin(&mut piece);
        }
        while piece.len() < PIECE {
            let Some(no) = self.actors.get(self.written).copied() else {
                self.end(&mut piece);
                self.written += 1;
                break;
            };
            self.actor(self.written, no, &mut piece);
            self.written += 1;
        }
        Some(piece)
    }
}

/// What stands between the members of a list, each on a line of its own.
fn separate(at: usize, to: &mut Vec<u8>) {
    to.extend_from_slice(if at == 0 { b"\n" } else { b",\n" });
}

/// Writes JSON on one line.
fn write(value: &serde_json::Value, to: &mut Vec<u8>) {
    serde_json::to_writer(to, value).expect("a JSON value is written to memory");
}

#[cfg(test)]
mod tests;
