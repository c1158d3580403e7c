//! The audit trail.

use curation::reading::{ChangeFilter, EntrySummary, LoggedEdit};

use super::{
    pages::{Window, counted, page_of},
    values::FieldChangeView,
};
use crate::{
    enums::{EntryKind, Role},
    error::ResolverError,
    exec::{Call, object},
    global_id::GlobalId,
    merge_record::MergeRecord,
    scalars::Time,
    types::connection::{Paged, connection},
};

object! {
    /// A change as the log has it: who did what when.
    "AuditEntry" ['s] &'s LoggedEdit, implements [], |this, call|
    /// Its place in the log; grows with every change of the directory.
    sequence: u64 => this.change.sequence,
    /// When it was written.
    at: Time => Time(this.change.at),
    /// What sort of entry was changed.
    kind: EntryKind => this.change.entity.kind.into(),
    /// The global id of the entry.
    entryId: GlobalId => GlobalId::of(this.change.entity.kind, this.change.entity.id),
    /// What the entry is called now; nothing for people and links, and where it is erased.
    entryName: Option<&str> => call.exec.read().entry_name(this.change.entity)?.as_deref(),
    /// Whose contact person, cooperation, offer, event or project it is; empty for an actor itself, and where it is erased.
    owners: Option<Vec<&'_ EntrySummary>> => Some(call.exec.read().owners_of_entry(this.change.entity)?.iter().collect()),
    /// The merge that this change is part of, or that it has undone; for staff.
    merge: Option<&'_ MergeRecord> => {
        let change = &this.change;
        call.exec.read().merge_behind((change.entity, change.version, change.at))?.as_ref()
    },
    /// The version that was written.
    version: u32 => this.change.version,
    /// Whether the entry was public in that version.
    isPublic: bool => this.change.is_public,
    /// In what role.
    by: Role => this.change.by.into(),
    /// What staff call whoever did it; for staff, where it was somebody with an account.
    byName: Option<&'s str> => this.name(),
    /// What for; for staff.
    note: Option<&'s str> => this.change.note.as_deref(),
    /// Whether the note forbids to publish something, or asks for something to be cleared first.
    noteAsks: bool => match &this.change.note {
        Some(note) => *call.exec.read().asks_before_publishing(note.clone())?,
        None => false,
    },
    /// What it changed, field by field.
    #[cost(100)]
    fieldChanges: Option<Vec<FieldChangeView<'_>>> => {
        let entity = this.change.entity;
        let changes = call.exec.read().changes_of((entity, this.change.version))?;
        Some(changes.iter().map(|change| FieldChangeView(entity.kind, change)).collect())
    },
}

counted! {
    /// The list that a page of changes is of.
    AuditTotal(ChangeFilter) => audit_total;
}

/// A page of changes.
pub(crate) type AuditConnection<'s> = Paged<&'s LoggedEdit, AuditTotal>;

connection! {
    /// A page of the audit trail, newest first.
    "AuditConnection",
    /// A change with its place.
    "AuditEdge", &'s LoggedEdit, AuditTotal, |this, call|
}

/// A page of changes.
///
/// # Errors
/// The asker's mistakes, and what curation refuses.
pub(super) fn audit_trail<'d>(
    filter: ChangeFilter,
    window: Window,
    call: &Call<'_, 'd>,
) -> Result<AuditConnection<'d>, ResolverError> {
    Ok(page_of(call.exec.read().audit_trail((filter, window.page_request()?))?, AuditTotal(filter), |edit| edit))
}
