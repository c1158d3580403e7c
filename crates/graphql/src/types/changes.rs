//! The feed of changes: each entity's last change, resumable, what was taken out included.

use directory::{Cursor, LogEntry, Page, QuestionError, Snapshot};

use super::{
    at_most,
    connection::{Extra, Paged, connection},
    node::NodeView,
};
use crate::{
    error::{ResolverError, shorten},
    exec::{Call, object},
    global_id::GlobalId,
    scalars::Time,
};

/// An entity's last change.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ChangeView<'s> {
    snapshot: &'s Snapshot,
    entry: LogEntry,
}

impl<'s> ChangeView<'s> {
    /// An entry of the log of a snapshot.
    pub(crate) fn new(snapshot: &'s Snapshot, entry: LogEntry) -> Self {
        Self { snapshot, entry }
    }
}

object! {
    /// The last change of something that is or was public.
    "Change" ['s] ChangeView<'s>, implements [], |this, call|
    /// Its place in the log; grows with every change of the directory.
    sequence: u64 => this.entry.sequence,
    /// When it was written.
    at: Time => Time(this.entry.at),
    /// What it is that changed, as a word: `actor`, `offer`, `event`, `project`, `link`, `district`, `theme` or `person`.
    entity: &'static str => this.entry.entity.kind.slug(),
    /// The global id of what changed.
    entityId: GlobalId => GlobalId::of(this.entry.entity.kind, this.entry.entity.id),
    /// Whether it was taken out: hide what you have of it.
    removed: bool => this.entry.removed,
    /// What changed, as it is now; null where it was taken out, and for contact persons.
    node: Option<NodeView<'s>> => NodeView::find(this.snapshot, this.entry.entity),
}

/// The log a page of changes is of; counted only when somebody wants its length.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ChangeLog<'s>(&'s Snapshot);

impl Extra for ChangeLog<'_> {
    fn total(&self, _: u64, _: &Call<'_, '_>) -> Result<u64, ResolverError> {
        Ok(self.0.count_changes())
    }
}

/// A page of changes.
pub(crate) type ChangeConnection<'s> = Paged<ChangeView<'s>, ChangeLog<'s>>;

connection! {
    /// A page of changes, oldest first. Keep `pageInfo.endCursor` and ask for what comes after it;
    /// when it is null nothing has changed, and the one you have stays the place to go on from.
    "ChangeConnection",
    /// A change with its place.
    "ChangeEdge", ChangeView<'s>, ChangeLog<'s>, |this, call|
}

/// The changes behind a place in the log.
///
/// # Errors
/// The asker's mistakes.
pub(crate) fn changes(
    snapshot: &Snapshot,
    after: Option<String>,
    first: Option<i32>,
) -> Result<ChangeConnection<'_>, ResolverError> {
    let size = at_most(first, directory::question::DEFAULT_PAGE)?;
    let after = after.map(|cursor| sequence(&cursor)).transpose()?;
    let mut entries = snapshot.changes(after, size + 1);
    let has_next = entries.len() > size;
    entries.truncate(size);
    let page = Page {
        edges: entries.into_iter().map(|entry| (Cursor::new(entry.sequence.to_string()), entry)).collect(),
        has_previous: after.is_some_and(|after| after > 0),
        has_next,
        total: 0,
    };
    Ok(Paged::with(page, ChangeLog(snapshot), |entry| ChangeView::new(snapshot, entry)))
}

/// The place in the log that a cursor names.
pub(crate) fn sequence(cursor: &str) -> Result<u64, QuestionError> {
    cursor.parse().map_err(|_| QuestionError::InvalidCursor { field: "after".to_owned(), given: shorten(cursor) })
}
