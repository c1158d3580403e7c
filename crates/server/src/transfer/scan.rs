//! Reads one source once, whatever its format, entry by entry.

use std::ops::ControlFlow;

use formats::{
    districts_geojson::{self, Boundaries},
    interchange::{self, Located, ReadError, Reading},
};

use super::{ImportSource, ProgressSink, TransferError, progress::ProgressReader, source::Kind};

/// Hands every entry of a directory file or a table that was read to `take` and returns how many there are, and
/// whether the file is one for the public. A file of boundaries has no entries; see [`boundaries`].
pub(super) fn scan(
    source: &ImportSource,
    progress: &dyn ProgressSink,
    take: impl FnMut(Located) -> ControlFlow<()>,
) -> Result<Reading, TransferError> {
    if let ImportSource::Table(table) = source {
        progress.advance(table.size);
        let entries = table.table.entries(take).entries;
        return Ok(Reading { entries, ..Reading::default() });
    }
    let bytes = || source.open().map(|bytes| ProgressReader { bytes, progress });
    match source.kind()? {
        Kind::Directory => interchange::read(bytes()?, take).map_err(|error| unreadable(source, error)),
        // Tables are read before they are scanned.
        Kind::Actors | Kind::Workbook | Kind::OpenWorkbook | Kind::Districts => Ok(Reading::default()),
    }
}

/// The boundaries of a GeoJSON file; none for sources of another kind.
pub(super) fn boundaries(source: &ImportSource) -> Result<Boundaries, TransferError> {
    match source.kind()? {
        Kind::Districts => districts_geojson::read(source.open()?).map_err(|error| unreadable(source, error)),
        Kind::Directory | Kind::Actors | Kind::Workbook | Kind::OpenWorkbook => Ok(Boundaries::default()),
    }
}

fn unreadable(source: &ImportSource, error: ReadError) -> TransferError {
    TransferError::Entries { file: source.name(), source: error }
}
