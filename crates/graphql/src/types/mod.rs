//! The types of the schema, one file per concept. Each is a handle that borrows from the snapshot.

pub(crate) mod actor;
pub(crate) mod changes;
pub(crate) mod connection;
pub(crate) mod cooperation;
pub(crate) mod coverage;
pub(crate) mod district;
pub(crate) mod entry_connections;
pub(crate) mod event;
pub(crate) mod facets;
pub(crate) mod facts;
pub(crate) mod history;
pub(crate) mod info;
pub(crate) mod interfaces;
pub(crate) mod interpretation;
pub(crate) mod match_reason;
pub(crate) mod node;
pub(crate) mod offer;
pub(crate) mod project;
pub(crate) mod suggestion;
pub(crate) mod text;
pub(crate) mod theme;

use directory::{QuestionError, Snapshot, question::MAX_PAGE};

use crate::{
    error::ResolverError,
    exec::{Call, Output, ResponseWriter, WriteResult, write_list},
    schema::type_registry::TypeRegistry,
};

/// A type that is made from a number of the snapshot.
pub(crate) trait Handle<'s>: Output {
    /// The number's type.
    type No: Copy;

    /// The handle of a number.
    fn of(snapshot: &'s Snapshot, no: Self::No) -> Self;
}

/// A list of entries kept by number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Listed<'s, H: Handle<'s>> {
    snapshot: &'s Snapshot,
    numbers: &'s [H::No],
}

impl<'s, H: Handle<'s>> Listed<'s, H> {
    /// The entries of these numbers.
    pub(crate) fn new(snapshot: &'s Snapshot, numbers: &'s [H::No]) -> Self {
        Self { snapshot, numbers }
    }
}

impl<'s, H: Handle<'s>> Output for Listed<'s, H> {
    fn type_ref(registry: &mut TypeRegistry<'_>) -> String {
        <Vec<H> as Output>::type_ref(registry)
    }

    fn write<'d>(self, call: &Call<'_, 'd>, out: &mut ResponseWriter<'d>) -> WriteResult {
        write_list(self.numbers.iter().map(|no| H::of(self.snapshot, *no)), call, out)
    }
}

/// How many entries a list without cursors gives.
///
/// # Errors
/// [`QuestionError::PageSize`].
pub(crate) fn at_most(first: Option<i32>, default: usize) -> Result<usize, ResolverError> {
    let Some(first) = first else { return Ok(default) };
    match usize::try_from(first) {
        Ok(size) if size <= MAX_PAGE => Ok(size),
        _ => Err(QuestionError::PageSize { field: "first".to_owned(), given: first.into(), allowed: MAX_PAGE }.into()),
    }
}
