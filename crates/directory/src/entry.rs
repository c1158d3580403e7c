//! Entries: a published fact with what is derived from it, and the numbers entries go by inside one
//! snapshot.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::{
    Actor, ActorId, Address, CooperationLink, District, Event, EventId, LinkId, LocalisedText, Offer, OfferId,
    PersonId, Position, Project, ProjectId, Record, Theme,
    publication::{PublicContact, Publishable, Published},
    recurrence::Series,
};

use crate::snapshot::{keys::collation_key, slab::Identified};

macro_rules! numbers {
    ($($(#[$doc:meta])* $name:ident($of:ty);)+) => {$(
        $(#[$doc])*
        ///
        /// Valid in the snapshot that gave it, and in no other.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub $of);

        impl $name {
            /// The number as an index.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}

numbers! {
    /// The number of an actor.
    ActorNo(u32);
    /// The number of a theme: its place in the tree, parents first.
    ThemeNo(u16);
    /// The number of a district: its place in the tree, parents first.
    DistrictNo(u16);
    /// The number of an offer.
    OfferNo(u32);
    /// The number of an event.
    EventNo(u32);
    /// The number of a project.
    ProjectNo(u32);
    /// The number of a cooperation link.
    LinkNo(u32);
}

/// Where an entity's last change stands in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Place in the log.
    pub sequence: u64,
    /// Microseconds since 1970, as the store keeps them: a third less than the time as such takes here.
    at: i64,
}

impl Stamp {
    /// The stamp of a change written then.
    pub fn new(sequence: u64, at: DateTime<Utc>) -> Self {
        Self { sequence, at: at.timestamp_micros() }
    }

    /// When it was written, to the microsecond.
    pub fn at(self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.at).unwrap_or(DateTime::UNIX_EPOCH)
    }
}

/// A published actor.
#[derive(Debug)]
pub struct ActorEntry {
    pub(crate) fact: Arc<Published<Record<Actor>>>,
    pub(crate) stamp: Stamp,
    pub(crate) name_key: Box<[u8]>,
    pub(crate) themes: Box<[ThemeNo]>,
    pub(crate) active_in: Box<[DistrictNo]>,
    pub(crate) based_in: Option<DistrictNo>,
}

impl ActorEntry {
    /// An entry whose themes and districts have yet to be looked up.
    pub(crate) fn without_trees(fact: Arc<Published<Record<Actor>>>, stamp: Stamp) -> Self {
        let name_key = collation_key(&fact.data.name);
        Self { fact, stamp, name_key, themes: Box::default(), active_in: Box::default(), based_in: None }
    }

    /// The record without what is private.
    pub fn record(&self) -> &Record<Actor> {
        &self.fact
    }

    /// What the actor says.
    pub fn data(&self) -> &Actor {
        &self.fact.data
    }

    /// The published fact itself.
    pub fn fact(&self) -> &Arc<Published<Record<Actor>>> {
        &self.fact
    }

    /// Its own themes as listed, without their parents; a retired one is its successor.
    pub fn themes(&self) -> &[ThemeNo] {
        &self.themes
    }

    /// The district of its seat.
    pub fn based_in(&self) -> Option<DistrictNo> {
        self.based_in
    }

    /// The districts it works in, as listed.
    pub fn active_in(&self) -> &[DistrictNo] {
        &self.active_in
    }
}

macro_rules! plain_entries {
    ($($(#[$doc:meta])* $name:ident of $data:ty { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* })+) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name {
            pub(crate) fact: Published<Record<$data>>,
            pub(crate) stamp: Stamp,
            $($(#[$field_doc])* pub(crate) $field: $type,)*
        }

        impl $name {
            /// The record without what is private.
            pub fn record(&self) -> &Record<$data> {
                &self.fact
            }

            /// What it says.
            pub fn data(&self) -> &$data {
                &self.fact.data
            }
        }
    )+};
}

plain_entries! {
    /// A published offer.
    OfferEntry of Offer { actor: ActorNo, title_key: Box<[u8]>, place: Option<Box<Address>>, }
    /// A published event.
    EventEntry of Event {
        hosts: Box<[ActorNo]>,
        place: Option<Box<Address>>,
        /// Its starts, where it repeats by a rule that has some.
        series: Option<Box<Series>>,
    }
    /// A published project.
    ProjectEntry of Project { participants: Box<[ActorNo]>, title_key: Box<[u8]>, }
    /// A confirmed cooperation link.
    LinkEntry of CooperationLink { from: ActorNo, to: ActorNo, }
}

impl OfferEntry {
    /// Who gives it.
    pub fn actor(&self) -> ActorNo {
        self.actor
    }
}

impl EventEntry {
    /// Its starts, where it repeats by a rule that has some.
    pub fn series(&self) -> Option<&Series> {
        self.series.as_deref()
    }
}

impl LinkEntry {
    /// Where a directed link starts.
    pub fn from(&self) -> ActorNo {
        self.from
    }

    /// Where a directed link ends.
    pub fn to(&self) -> ActorNo {
        self.to
    }

    /// The end that is not `actor`.
    pub fn partner_of(&self, actor: ActorNo) -> ActorNo {
        if self.from == actor { self.to } else { self.from }
    }
}

/// A contact person's public side.
#[derive(Clone, Debug)]
pub(crate) struct ContactEntry {
    pub(crate) contact: PublicContact,
    pub(crate) actor: ActorNo,
    pub(crate) stamp: Stamp,
}

macro_rules! identified {
    ($($entry:ident by $id:ident at $($path:ident).+;)+) => {$(
        impl Identified<$id> for $entry {
            fn id(&self) -> $id {
                self.$($path).+
            }
        }
    )+};
}

identified! {
    ActorEntry by ActorId at fact.id;
    OfferEntry by OfferId at fact.id;
    EventEntry by EventId at fact.id;
    ProjectEntry by ProjectId at fact.id;
    LinkEntry by LinkId at fact.id;
    ContactEntry by PersonId at contact.id;
}

/// A theme in its tree.
#[derive(Debug)]
pub struct ThemeEntry {
    pub(crate) fact: Arc<Stamped<Theme>>,
    pub(crate) parent: Option<ThemeNo>,
    pub(crate) children: Box<[ThemeNo]>,
    /// Itself, its parent, the parent's parent, …
    pub(crate) lineage: Box<[ThemeNo]>,
}

/// A district in its tree.
#[derive(Debug)]
pub struct DistrictEntry {
    pub(crate) fact: Arc<Stamped<District>>,
    pub(crate) parent: Option<DistrictNo>,
    pub(crate) children: Box<[DistrictNo]>,
    /// Itself, its parent, the parent's parent, …
    pub(crate) lineage: Box<[DistrictNo]>,
    /// A place inside its boundary.
    pub(crate) anchor: Option<Position>,
}

/// A published record with its last place in the log.
pub(crate) struct Stamped<E: domain::Entity>
where
    Record<E>: Publishable,
{
    pub(crate) record: Box<Published<Record<E>>>,
    pub(crate) stamp: Stamp,
}

impl<E: domain::Entity> std::fmt::Debug for Stamped<E>
where
    Record<E>: Publishable,
{
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} {}", self.stamp, self.record.id)
    }
}

macro_rules! tree_entries {
    ($($name:ident $no:ident $data:ty;)+) => {$(
        impl $name {
            /// The record.
            pub fn record(&self) -> &Record<$data> {
                &self.fact.record
            }

            /// What it says.
            pub fn data(&self) -> &$data {
                &self.fact.record.data
            }

            /// The one above.
            pub fn parent(&self) -> Option<$no> {
                self.parent
            }

            /// The ones directly below, in their order.
            pub fn children(&self) -> &[$no] {
                &self.children
            }

            /// Itself, then the one above, and so on up to the root.
            pub fn lineage(&self) -> &[$no] {
                &self.lineage
            }
        }
    )+};
}

tree_entries! {
    ThemeEntry ThemeNo Theme;
    DistrictEntry DistrictNo District;
}

impl ThemeEntry {
    /// What people call it.
    pub fn label(&self) -> &LocalisedText {
        &self.data().label
    }
}

impl DistrictEntry {
    /// A place inside its boundary, where that is known: for what is known to be in it and no more.
    pub const fn anchor(&self) -> Option<Position> {
        self.anchor
    }

    /// What people call it.
    pub fn name(&self) -> &LocalisedText {
        &self.data().name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Beside the value: how many there are of both kinds of references to it.
    const SHARED: usize = 2 * size_of::<usize>();

    /// The allocator gives room in steps of an eighth to a quarter (.., 96, .., 224, 256, 320, 384, 448, 512), so
    /// eight bytes more can cost a million actors sixty megabytes.
    #[test]
    fn what_there_are_millions_of_fills_the_room_it_is_given() {
        let sizes = [
            ("ActorEntry", size_of::<ActorEntry>(), 96),
            ("Published<Record<Actor>>", size_of::<Published<Record<Actor>>>(), 448),
            ("OfferEntry", size_of::<OfferEntry>(), 320),
            ("EventEntry", size_of::<EventEntry>(), 384),
            ("ProjectEntry", size_of::<ProjectEntry>(), 320),
            ("LinkEntry", size_of::<LinkEntry>(), 224),
            ("ContactEntry", size_of::<ContactEntry>(), 192),
        ];
        for (name, size, room) in sizes {
            assert!(size + SHARED <= room, "{name} takes {} bytes, its room has {room}", size + SHARED);
        }
    }
}
