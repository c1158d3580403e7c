//! Entries as they are stored.

use curation::reading::{EntriesAsked, EntrySummary, KnownContact};
use domain::{ActorId, EntityKind};

use super::{
    audit::{AuditConnection, audit_trail},
    contacts::ContactPersonView,
    pages::{Window, counted, page_of},
    values::{EntryField, entry_fields},
};
use crate::{
    enums::{self, EntryKind},
    error::ResolverError,
    exec::{Call, object},
    global_id::GlobalId,
    scalars::Time,
    types::connection::{Paged, connection},
};

object! {
    /// An entry as it is stored, public or not.
    "Entry" ['s] &'s EntrySummary, implements [], |this, call|
    /// The global id.
    id: GlobalId => GlobalId::of(this.entity.kind, this.entity.id),
    /// What sort of entry.
    kind: EntryKind => this.entity.kind.into(),
    /// The readable name in addresses, for what has a page of its own.
    slug: Option<&'s str> => this.slug.as_deref(),
    /// What people call it; titles in German where there are several.
    name: &'s str => &this.name,
    /// Where it stands in its life.
    status: enums::LifeStatus => this.status.into(),
    /// Grows by one with every change; the next change expects it.
    version: u32 => this.version,
    /// When the first version was written.
    createdAt: Time => Time(this.created_at),
    /// When the newest version was written.
    updatedAt: Time => Time(this.updated_at),
    /// Everything it says, public or not, field by field. For staff, and for members of its actors.
    #[cost(50)]
    content: Option<Vec<EntryField<'_>>> => {
        let content = call.exec.read().entry(this.entity)?;
        content.as_ref().map(|content| entry_fields(this.entity.kind, &content.fields))
    },
    /// The people to speak to at an actor, as far as the viewer may know; none for other entries.
    contactPersons: Option<Vec<ContactPersonView<'_>>> => Some(contact_persons_of(this, call)?),
    /// Its changes, newest first. For staff with names and notes, for members of its actors with roles.
    #[cost(2_000)]
    history(
        /// At most this many from the front; 20 where nothing is said, at most 100.
        first: Option<i32>,
        /// Behind this cursor.
        after: Option<String>,
        /// At most this many from the back, at most 100.
        last: Option<i32>,
        /// Before this cursor.
        before: Option<String>
    ): Option<AuditConnection<'_>> => {
        let filter = curation::reading::ChangeFilter { entity: Some(this.entity), ..Default::default() };
        Some(audit_trail(filter, Window { first, after, last, before }, call)?)
    },
}

fn contact_persons_of<'d>(
    entry: &EntrySummary,
    call: &Call<'_, 'd>,
) -> Result<Vec<ContactPersonView<'d>>, ResolverError> {
    if entry.entity.kind != EntityKind::Actor {
        return Ok(Vec::new());
    }
    contact_persons(ActorId::from_uuid(entry.entity.id), call)
}

/// The contact persons of an actor.
///
/// # Errors
/// What curation refuses.
pub(super) fn contact_persons<'d>(
    actor: ActorId,
    call: &Call<'_, 'd>,
) -> Result<Vec<ContactPersonView<'d>>, ResolverError> {
    let known: &'d Vec<KnownContact> = call.exec.read().contact_persons(actor)?;
    Ok(known.iter().map(ContactPersonView).collect())
}

counted! {
    /// The list that a page of entries is of.
    EntriesTotal(EntriesAsked) => entries_total;
}

/// A page of entries.
pub(crate) type EntryConnection<'s> = Paged<&'s EntrySummary, EntriesTotal>;

connection! {
    /// A page of entries, newest change first.
    "EntryConnection",
    /// An entry with its place.
    "EntryEdge", &'s EntrySummary, EntriesTotal, |this, call|
}

/// A page of entries.
///
/// # Errors
/// The asker's mistakes, and what curation refuses.
pub(super) fn entries<'d>(
    asked: EntriesAsked,
    window: Window,
    call: &Call<'_, 'd>,
) -> Result<EntryConnection<'d>, ResolverError> {
    let page = call.exec.read().entries((asked.clone(), window.page_request()?))?;
    Ok(page_of(page, EntriesTotal(asked), |summary| summary))
}
