//! Reads one source once, whatever its format, entry by entry.

use std::ops::ControlFlow;

use formats::{
    actors_table,
    districts_geojson::{self, Boundaries},
    interchange::{self, Located},
};
use indicatif::ProgressBar;

use super::{Source, TransferError, source::Kind};

/// Hands every entry of a directory file or a table to `take` and returns how many there are. A file
/// of boundaries has no entries; see [`boundaries`].
pub(super) fn scan(
    source: &Source,
    progress: &ProgressBar,
    take: impl FnMut(Located) -> ControlFlow<()>,
) -> Result<usize, TransferError> {
    let bytes = || source.open().map(|bytes| progress.wrap_read(bytes));
    let reading = match source.kind()? {
        Kind::Directory => interchange::read(bytes()?, take).map_err(|error| unreadable(source, error))?,
        Kind::Actors => actors_table::read_csv(bytes()?, take).map_err(|error| table(source, error))?,
        Kind::Workbook => {
            actors_table::read_xlsx(bytes()?, source.sheet(), take).map_err(|error| table(source, error))?
        }
        Kind::Districts => return Ok(0),
    };
    Ok(reading.entries)
}

/// The boundaries of a GeoJSON file; none for sources of another kind.
pub(super) fn boundaries(source: &Source) -> Result<Boundaries, TransferError> {
    match source.kind()? {
        Kind::Districts => districts_geojson::read(source.open()?).map_err(|error| unreadable(source, error)),
        Kind::Directory | Kind::Actors | Kind::Workbook => Ok(Boundaries::default()),
    }
}

fn unreadable(source: &Source, error: impl std::error::Error + Send + Sync + 'static) -> TransferError {
    TransferError::Unreadable { file: source.name(), source: Box::new(error) }
}

fn table(source: &Source, error: actors_table::TableError) -> TransferError {
    TransferError::Table { file: source.name(), source: error }
}
