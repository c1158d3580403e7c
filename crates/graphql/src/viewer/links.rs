//! Cooperation links as they are stored.

use curation::reading::{EntrySummary, KnownLink, LinkConfirmation, LinksAsked};
use domain::{CooperationLink, EntityKind, Record, vocabulary::LinkStatus as Status};

use super::pages::{Window, counted, page_of};
use crate::{
    enums::{LinkBasis, LinkKind, LinkSide, LinkStatus, Role},
    error::ResolverError,
    exec::{Call, object},
    global_id::GlobalId,
    scalars::{Day, Time},
    types::connection::{Paged, connection},
};

/// A link as it is stored.
#[derive(Clone, Copy, Debug)]
pub(crate) struct StoredLinkView<'s>(pub(crate) &'s Record<CooperationLink>);

impl StoredLinkView<'_> {
    fn awaits(self) -> Vec<LinkSide> {
        let link = &self.0.data;
        if !matches!(link.status, Status::Proposed | Status::ConfirmedByOneSide) {
            return Vec::new();
        }
        let sides = [(LinkSide::From, link.confirmations.from), (LinkSide::To, link.confirmations.to)];
        sides.into_iter().filter(|(_, confirmed)| confirmed.is_none()).map(|(side, _)| side).collect()
    }

    fn known_link<'d>(self, call: &Call<'_, 'd>) -> Result<Option<&'d KnownLink>, ResolverError> {
        Ok(call.exec.read().link(self.0.id)?.as_ref())
    }
}

object! {
    /// A cooperation link as it is stored, confirmed or not.
    "LinkEntry" ['s] StoredLinkView<'s>, implements [], |this, call|
    /// The global id.
    id: GlobalId => GlobalId::of(EntityKind::Link, this.0.id),
    /// The global id of the actor where a directed link starts.
    fromId: GlobalId => GlobalId::of(EntityKind::Actor, this.0.data.from),
    /// The global id of the actor where a directed link ends.
    toId: GlobalId => GlobalId::of(EntityKind::Actor, this.0.data.to),
    /// The actor where a directed link starts. For staff and members of either side.
    from: Option<&'_ EntrySummary> => this.known_link(call)?.and_then(|known| known.from.as_ref()),
    /// The actor where a directed link ends. For staff and members of either side.
    to: Option<&'_ EntrySummary> => this.known_link(call)?.and_then(|known| known.to.as_ref()),
    /// What joins them.
    kind: LinkKind => this.0.data.kind.into(),
    /// Where it stands in its life.
    status: LinkStatus => this.0.data.status.into(),
    /// The day the side it starts from confirmed it.
    confirmedByFromOn: Option<Day> => this.0.data.confirmations.from.map(Day),
    /// The day the side it ends at confirmed it.
    confirmedByToOn: Option<Day> => this.0.data.confirmations.to.map(Day),
    /// Who confirmed it, and how that is known; empty for all but staff.
    confirmations: Option<Vec<LinkConfirmationView<'_>>> => this.known_link(call)?.map(LinkConfirmationView::all),
    /// The sides whose confirmation is awaited.
    awaits: Vec<LinkSide> => this.awaits(),
    /// What they work on together: the global ids of themes.
    themeIds: Vec<GlobalId> => this.0.data.themes.iter().map(|id| GlobalId::of(EntityKind::Theme, *id)).collect(),
    /// Where they work together: the global ids of districts.
    districtIds: Vec<GlobalId> => this.0.data.districts.iter().map(|id| GlobalId::of(EntityKind::District, *id)).collect(),
    /// The first day of the cooperation.
    since: Option<Day> => this.0.data.since.map(Day),
    /// The last day of the cooperation.
    until: Option<Day> => this.0.data.until.map(Day),
    /// What it rests on.
    basis: Option<LinkBasis> => this.0.data.basis.map(LinkBasis::from),
    /// Where it is known from.
    source: Option<&'s str> => this.0.data.source.as_deref(),
    /// A note that everybody may read.
    publicNote: Option<&'s str> => this.0.data.public_note.as_deref(),
    /// A note for staff; null for anybody else.
    internalNote: Option<&'_ str> => this.known_link(call)?.and_then(|known| known.record.data.internal_note.as_deref()),
    /// Grows by one with every change; the next change expects it.
    version: u32 => this.0.version,
    /// When the newest version was written.
    updatedAt: Time => Time(this.0.updated_at),
}

/// That one side confirmed a link.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LinkConfirmationView<'s>(&'s KnownLink, &'s LinkConfirmation);

impl<'s> LinkConfirmationView<'s> {
    fn all(known: &'s KnownLink) -> Vec<Self> {
        known.confirmations.iter().map(|confirmation| Self(known, confirmation)).collect()
    }
}

object! {
    /// That one side of a cooperation link was confirmed.
    "LinkConfirmation" ['s] LinkConfirmationView<'s>, implements [], |this, call|
    /// Which side.
    side: LinkSide => this.1.side.into(),
    /// The day it was said.
    on: Day => Day(this.1.on),
    /// In what role it was confirmed: by an editor for a side that has told them, or by the side itself.
    by: Role => this.1.by.into(),
    /// What staff call whoever confirmed it, where it was somebody with an account.
    byName: Option<&'s str> => this.0.name(this.1),
    /// How it is known, in their words.
    evidence: Option<&'s str> => this.1.evidence.as_deref(),
}

counted! {
    /// The list that a page of links is of.
    LinksTotal(LinksAsked) => links_total;
}

/// A page of links.
pub(crate) type LinkEntryConnection<'s> = Paged<StoredLinkView<'s>, LinksTotal>;

connection! {
    /// A page of links, newest change first.
    "LinkEntryConnection",
    /// A link with its place.
    "LinkEntryEdge", StoredLinkView<'s>, LinksTotal, |this, call|
}

/// A page of links.
///
/// # Errors
/// The asker's mistakes, and what curation refuses.
pub(super) fn links<'d>(
    asked: LinksAsked,
    window: Window,
    call: &Call<'_, 'd>,
) -> Result<LinkEntryConnection<'d>, ResolverError> {
    let page = call.exec.read().links((asked.clone(), window.page_request()?))?;
    Ok(page_of(page, LinksTotal(asked), |known: &KnownLink| StoredLinkView(&known.record)))
}
