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

use super::TransferError;
use crate::demo::generate::generate;

/// About how much of the directory format the generator writes for an actor, for progress bars.
const BYTES_PER_ACTOR: u64 = 1800;

/// Something to import.
#[derive(Clone)]
pub enum Source {
    /// A file, and the sheet of it where it is a workbook and one is named.
    File(PathBuf, Option<String>),
    /// A file in memory, as somebody has handed it over.
    Handed(Arc<HandedOver>),
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
    /// A table of actors in a workbook.
    Workbook,
    /// Boundaries of districts.
    Districts,
}

impl Source {
    /// What messages call it.
    pub fn name(&self) -> String {
        match self {
            Self::File(path, _) => path.display().to_string(),
            Self::Handed(file) => file.name.clone(),
            Self::Bytes(name, _) => (*name).to_owned(),
            Self::Generated { .. } => "generated directory".to_owned(),
        }
    }

    /// Its size in bytes, where it is known beforehand.
    pub fn size(&self) -> u64 {
        match self {
            Self::File(path, _) => path.metadata().map_or(0, |metadata| metadata.len()),
            Self::Handed(file) => file.bytes.len() as u64,
            Self::Bytes(_, bytes) => bytes.len() as u64,
            Self::Generated { size, .. } => u64::from(*size) * BYTES_PER_ACTOR,
        }
    }

    /// The ending of its name, in lower case.
    pub(super) fn ending(&self) -> String {
        let path = match self {
            Self::File(path, _) => path,
            Self::Handed(file) => Path::new(&file.name),
            Self::Bytes(..) | Self::Generated { .. } => Path::new("directory.json"),
        };
        path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase()
    }

    /// What it holds, by the ending of the file's name.
    pub(super) fn kind(&self) -> Result<Kind, TransferError> {
        match self.ending().as_str() {
            "json" => Ok(Kind::Directory),
            "csv" | "tsv" => Ok(Kind::Actors),
            "xlsx" => Ok(Kind::Workbook),
            "geojson" => Ok(Kind::Districts),
            _ => Err(TransferError::UnknownKind { file: self.name() }),
        }
    }

    /// Reads it from the start.
    pub(super) fn open(&self) -> Result<Box<dyn Read + Send + '_>, TransferError> {
        match self {
            Self::File(path, _) => Ok(Box::new(File::open(path).map_err(|source| self.unreadable(source))?)),
            Self::Handed(file) => Ok(Box::new(Cursor::new(file.bytes.as_slice()))),
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

    /// The sheet of a workbook that is named.
    pub(super) fn sheet(&self) -> Option<&str> {
        match self {
            Self::File(_, sheet) => sheet.as_deref(),
            Self::Handed(file) => file.sheet.as_deref(),
            Self::Bytes(..) | Self::Generated { .. } => None,
        }
    }

    /// Whether it is a table of actors, whose rows say a few things over what is there.
    pub(super) fn is_table(&self) -> bool {
        matches!(self.kind(), Ok(Kind::Actors | Kind::Workbook))
    }

    pub(super) fn unreadable(&self, source: io::Error) -> TransferError {
        TransferError::File { file: self.name(), doing: "read", source }
    }
}
