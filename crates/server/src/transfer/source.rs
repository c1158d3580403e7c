//! Where an import reads from: a file, bytes in memory, or the generator. Each can be read several
//! times from the start, which is what an import in passes needs.

use std::{
    borrow::Cow,
    fs::File,
    io::{self, Cursor, Read},
    path::PathBuf,
};

use super::TransferError;
use crate::demo::generate::generate;

/// About how much of the directory format the generator writes for an actor, for progress bars.
const BYTES_PER_ACTOR: u64 = 1800;

/// Something to import.
#[derive(Clone, Debug)]
pub enum Source {
    /// A file.
    File(PathBuf),
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
    /// A table of actors.
    Actors,
    /// Boundaries of districts.
    Districts,
}

impl Source {
    /// What messages call it.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Bytes(name, _) => (*name).to_owned(),
            Self::Generated { .. } => "generated directory".to_owned(),
        }
    }

    /// Its size in bytes, where it is known beforehand.
    pub fn size(&self) -> u64 {
        match self {
            Self::File(path) => path.metadata().map_or(0, |metadata| metadata.len()),
            Self::Bytes(_, bytes) => bytes.len() as u64,
            Self::Generated { size, .. } => u64::from(*size) * BYTES_PER_ACTOR,
        }
    }

    /// What it holds, by the ending of the file's name.
    pub(super) fn kind(&self) -> Result<Kind, TransferError> {
        let Self::File(path) = self else { return Ok(Kind::Directory) };
        let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
        match ending.as_deref() {
            Some("json") => Ok(Kind::Directory),
            Some("csv") => Ok(Kind::Actors),
            Some("geojson") => Ok(Kind::Districts),
            _ => Err(TransferError::UnknownKind { file: self.name() }),
        }
    }

    /// Reads it from the start.
    pub(super) fn open(&self) -> Result<Box<dyn Read + Send + '_>, TransferError> {
        match self {
            Self::File(path) => Ok(Box::new(File::open(path).map_err(|source| self.unreadable(source))?)),
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

    pub(super) fn unreadable(&self, source: io::Error) -> TransferError {
        TransferError::File { file: self.name(), doing: "read", source }
    }
}
