//! Reads one source once, whatever its format, entry by entry.

use std::ops::ControlFlow;

use formats::{
    Problems, actors_csv,
    districts_geojson::{self, Boundaries},
    interchange::{self, Located},
};
use indicatif::ProgressBar;

use super::{Source, TransferError, source::Kind};

/// Hands every entry of a directory file or a table to `take`. What is wrong with single entries is
/// returned. A file of boundaries has no entries; see [`boundaries`].
pub(super) fn scan(
    source: &Source,
    progress: &ProgressBar,
    take: impl FnMut(Located) -> ControlFlow<()>,
) -> Result<Problems, TransferError> {
    let reading = match source.kind()? {
        Kind::Directory => {
            interchange::read(progress.wrap_read(source.open()?), take).map_err(|error| unreadable(source, error))?
        }
        Kind::Actors => {
            actors_csv::read(progress.wrap_read(source.open()?), take).map_err(|error| unreadable(source, error))?
        }
        Kind::Districts => return Ok(Problems::default()),
    };
    Ok(reading.problems)
}

/// The boundaries of a GeoJSON file; none for sources of another kind.
pub(super) fn boundaries(source: &Source) -> Result<Boundaries, TransferError> {
    match source.kind()? {
        Kind::Districts => districts_geojson::read(source.open()?).map_err(|error| unreadable(source, error)),
        Kind::Directory | Kind::Actors => Ok(Boundaries::default()),
    }
}

fn unreadable(source: &Source, error: impl std::error::Error + Send + Sync + 'static) -> TransferError {
    TransferError::Unreadable { file: source.name(), source: Box::new(error) }
}
