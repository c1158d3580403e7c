//! Where an import reads from: a file, bytes in memory, or the generator. Each can be read several
//! times from the start, which is what an import in passes needs.

use std::{
    borrow::Cow,
    fs::File,
    io::{self, Cursor, Read},
    path::{Path, PathBuf},
    sync::Arc,
};

use curation::import::HandedOver;
use domain::Slug;
use formats::actors_table::TableOptions;

use super::{TransferError, tables::ReadTable};
use crate::demo::generate::generate;

/// About how much of the directory format the generator writes for an actor, for progress bars.
const BYTES_PER_ACTOR: u64 = 1800;

/// Something to import.
#[derive(Clone)]
pub enum ImportSource {
    /// A file, and how it is read where it is a table.
    File(PathBuf, TableOptions),
    /// A file in memory, as somebody has handed it over, and how it is read where it is a table.
    Handed(Arc<HandedOver>, TableOptions),
    /// A table that was read.
    Table(Arc<ReadTable>),
    /// Directory JSON in memory, with a name for messages.
    Bytes(&'static str, Cow<'static, [u8]>),
    /// A generated directory.
    Generated {
        /// How many actors.
        size: u32,
        /// The same seed and size give the same directory.
        seed: u64,
    },
}

/// What a source holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The directory format.
    Directory,
    /// A table of actors, as text.
    Actors,
    /// A table of actors in a workbook of Excel.
    Workbook,
    /// A table of actors in a workbook of LibreOffice.
    OpenWorkbook,
    /// Boundaries of districts.
    Districts,
}

impl ImportSource {
    /// What messages call it.
    pub fn name(&self) -> String {
        match self {
            Self::File(path, _) => path.display().to_string(),
            Self::Handed(file, _) => file.name.clone(),
            Self::Table(table) => table.name.clone(),
            Self::Bytes(name, _) => (*name).to_owned(),
            Self::Generated { .. } => "generated directory".to_owned(),
        }
    }

    /// Its size in bytes, where it is known beforehand.
    pub fn size(&self) -> u64 {
        match self {
            Self::File(path, _) => path.metadata().map_or(0, |metadata| metadata.len()),
            Self::Handed(file, _) => file.bytes.len() as u64,
            Self::Table(table) => table.size,
            Self::Bytes(_, bytes) => bytes.len() as u64,
            Self::Generated { size, .. } => u64::from(*size) * BYTES_PER_ACTOR,
        }
    }

    /// The ending of its name, in lower case.
    pub(super) fn extension(&self) -> String {
        let path = match self {
            Self::File(path, _) => path,
            Self::Handed(file, _) => Path::new(&file.name),
            Self::Table(table) => Path::new(&table.file),
            Self::Bytes(..) | Self::Generated { .. } => Path::new("directory.json"),
        };
        path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase()
    }

    /// What it holds, by the ending of the file's name.
    pub(super) fn kind(&self) -> Result<Kind, TransferError> {
        match self.extension().as_str() {
            "json" => Ok(Kind::Directory),
            "csv" | "tsv" => Ok(Kind::Actors),
            "xlsx" | "xlsm" => Ok(Kind::Workbook),
            "ods" => Ok(Kind::OpenWorkbook),
            "geojson" => Ok(Kind::Districts),
            _ => Err(TransferError::UnknownKind { file: self.name() }),
        }
    }

    /// Reads it from the start.
    pub(super) fn open(&self) -> Result<Box<dyn Read + Send + '_>, TransferError> {
        match self {
            Self::File(path, _) => Ok(Box::new(File::open(path).map_err(|source| self.unreadable(source))?)),
            Self::Handed(file, _) => Ok(Box::new(Cursor::new(file.bytes.as_slice()))),
            // What it says is in memory, its bytes are not.
            Self::Table(_) => Ok(Box::new(io::empty())),
            Self::Bytes(_, bytes) => Ok(Box::new(Cursor::new(bytes.as_ref()))),
            Self::Generated { size, seed } => {
                let (reader, writer) = io::pipe().map_err(|source| self.unreadable(source))?;
                let (size, seed) = (*size, *seed);
                // A reader that stops early closes the pipe, which ends the generator.
                std::thread::spawn(move || generate(size, seed, io::BufWriter::new(writer)));
                Ok(Box::new(reader))
            }
        }
    }

    /// How it is read where it is a table.
    pub(super) fn table_options(&self) -> Option<&TableOptions> {
        match self {
            Self::File(_, options) | Self::Handed(_, options) => Some(options),
            Self::Table(table) => Some(table.table.options()),
            Self::Bytes(..) | Self::Generated { .. } => None,
        }
    }

    /// The source, read with what was decided of rows of its file beside what it says itself.
    pub(super) fn with_rows(mut self, rows: &[(usize, Slug)]) -> Self {
        if let Self::File(_, options) | Self::Handed(_, options) = &mut self {
            rows.iter().for_each(|(row, slug)| options.decisions.set_row(*row, slug.clone()));
        }
        self
    }

    /// What stands for how it is read, for digests.
    pub(super) fn reading_key(&self) -> String {
        let Some(options) = self.table_options().filter(|_| self.is_table()) else { return String::new() };
        let mut decisions = options.decisions.lines().to_vec();
        decisions.sort();
        let (sheet, encoding) = (&options.sheet, options.encoding);
        format!("{sheet:?} {encoding:?} {} {:?} {decisions:?}", options.status.slug(), options.mapping.lines())
    }

    /// Whether it is a table that was read, as offices write them: none for staff and none of districts or themes.
    pub(super) fn is_office_table(&self) -> bool {
        let Self::Table(source) = self else { return false };
        source.table.staff_kind().is_none() && !source.table.is_of_trees()
    }

    /// Whether it is a table of actors, whose rows say a few things over what is there.
    pub fn is_table(&self) -> bool {
        matches!(self.kind(), Ok(Kind::Actors | Kind::Workbook | Kind::OpenWorkbook))
    }

    pub(super) fn unreadable(&self, source: io::Error) -> TransferError {
        TransferError::File { file: self.name(), doing: "read", source }
    }
}
