//! Proposals with what they would change.

use curation::reading::{EntrySummary, Proposal, ProposalFilter, ProposedField, Remark, Review, Waiting};
use domain::EntityKind;

use super::{
    pages::{Window, counted, page_of},
    values::FieldJson,
};
use crate::{
    enums::{self, EntryKind},
    error::ResolverError,
    exec::{Call, object},
    global_id::GlobalId,
    scalars::{PlainId, Time},
    types::connection::{Paged, connection},
};

/// A proposal.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ProposalView<'s> {
    proposal: &'s Proposal,
    /// What goes with it, where it has been read already.
    waiting: Option<&'s Waiting>,
}

impl<'s> ProposalView<'s> {
    /// A proposal that somebody has just had to do with.
    pub(crate) const fn of(proposal: &'s Proposal) -> Self {
        Self { proposal, waiting: None }
    }

    /// A proposal that was read.
    pub(crate) const fn read(waiting: &'s Waiting) -> Self {
        Self { proposal: &waiting.proposal, waiting: Some(waiting) }
    }

    fn waiting_proposal<'a, 'd>(self, call: &Call<'_, 'd>) -> Result<Option<&'a Waiting>, ResolverError>
    where
        's: 'a,
        'd: 'a,
    {
        match self.waiting {
            Some(waiting) => Ok(Some(waiting)),
            None => Ok(call.exec.read().proposal(self.proposal.id)?.as_ref()),
        }
    }
}

object! {
    /// What somebody would like an entry to say.
    "Proposal" ['s] ProposalView<'s>, implements [], |this, call|
    /// The id, to decide about it or to take it back.
    id: PlainId => PlainId(this.proposal.id),
    /// What sort of entry it is about.
    kind: EntryKind => this.proposal.kind.into(),
    /// The global id of the entry; null for a new one that is not made yet.
    entryId: Option<GlobalId> => this.proposal.entity.map(|id| GlobalId::of(this.proposal.kind, id)),
    /// Where it stands.
    status: enums::ProposalStatus => this.proposal.status.into(),
    /// The fields it names, such as `summary.tr`.
    fields: Vec<&'s str> => this.proposal.fields.keys().map(String::as_str).collect(),
    /// What the entry is to be called, where it says that; for a new one it does.
    title: Option<&'s str> => this.proposal.title(),
    /// Whether the entry is to be archived once the proposal is approved.
    archive: bool => this.proposal.archive,
    /// In what role it was made.
    by: enums::Role => this.proposal.by.into(),
    /// When it was made.
    createdAt: Time => Time(this.proposal.created_at),
    /// The version of the entry that it started from; 0 for a new one.
    baseVersion: u32 => this.proposal.base_version,
    /// The entry as it is stored; null for a new one, and where it is not for the viewer. Like all that
    /// follows for staff, and for whoever made the proposal while signed in.
    entry: Option<&'_ EntrySummary> => this.waiting_proposal(call)?.and_then(|waiting| waiting.entry.as_ref()),
    /// Field by field what it said, says and should say.
    differences: Option<Vec<DifferenceView<'_>>> => {
        let differences = |waiting| DifferenceView::all(waiting, this.proposal.kind);
        this.waiting_proposal(call)?.map(differences)
    },
    /// Why, in the proposer's words.
    comment: Option<&'_ str> => this.waiting_proposal(call)?.and_then(|waiting| waiting.proposal.comment.as_deref()),
    /// Where to ask back; gone when the proposal is closed.
    contact: Option<&'_ str> => this.waiting_proposal(call)?.and_then(|waiting| waiting.proposal.contact.as_deref()),
    /// What staff call whoever made it; for staff, where it was made by somebody signed in.
    byName: Option<&'_ str> => {
        this.waiting_proposal(call)?.and_then(|waiting| waiting.names.of(waiting.proposal.account))
    },
    /// What staff have said about it; for staff, empty for anybody else.
    comments: Option<Vec<RemarkView<'_>>> => this.waiting_proposal(call)?.map(RemarkView::all),
    /// How it was decided; null while it is open.
    review: Option<ReviewView<'_>> => this.waiting_proposal(call)?.and_then(ReviewView::of),
}

/// A field of a proposal.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DifferenceView<'s>(EntityKind, &'s ProposedField, Option<bool>);

impl<'s> DifferenceView<'s> {
    fn all(waiting: &'s Waiting, kind: EntityKind) -> Vec<Self> {
        let review = waiting.proposal.review.as_ref();
        let taken = |field: &str| review.map(|review| review.taken.get(field).copied().unwrap_or_default());
        waiting.fields.iter().map(|field| Self(kind, field, taken(&field.field))).collect()
    }
}

object! {
    /// What a proposal would change in one field. What the entry said and says is null for those who
    /// are neither staff nor members of its actors.
    "ProposedField" ['s] DifferenceView<'s>, implements [], |this, call|
    /// The field, such as `summary.de`.
    field: &'s str => &this.1.field,
    /// What it said in the version the proposal started from; null when nothing.
    base: Option<FieldJson<'s>> => FieldJson::of(this.0, &this.1.field, &this.1.base),
    /// What it says now; null when nothing.
    current: Option<FieldJson<'s>> => FieldJson::of(this.0, &this.1.field, &this.1.current),
    /// What it should say; null when nothing.
    proposed: Option<FieldJson<'s>> => FieldJson::of(this.0, &this.1.field, &this.1.proposed),
    /// Whether others have changed it since the version the proposal started from.
    isChanged: bool => this.1.is_changed,
    /// Whether they have changed it to something else than is proposed: taking it over would undo that.
    isContested: bool => this.1.is_contested,
    /// Whether it was taken over; null while nothing is decided.
    isTaken: Option<bool> => this.2,
}

/// Something said about a proposal.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RemarkView<'s>(&'s Waiting, &'s Remark);

impl<'s> RemarkView<'s> {
    fn all(waiting: &'s Waiting) -> Vec<Self> {
        waiting.proposal.remarks.iter().map(|remark| Self(waiting, remark)).collect()
    }
}

object! {
    /// Something that staff have said about a proposal.
    "ProposalComment" ['s] RemarkView<'s>, implements [], |this, call|
    /// When.
    at: Time => Time(this.1.at),
    /// In what role.
    by: enums::Role => this.1.by.into(),
    /// What staff call whoever said it.
    byName: Option<&'s str> => this.0.names.of(this.1.account),
    /// What was said.
    text: &'s str => &this.1.text,
}

/// How a proposal was decided.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ReviewView<'s>(&'s Waiting, &'s Review);

impl<'s> ReviewView<'s> {
    fn of(waiting: &'s Waiting) -> Option<Self> {
        waiting.proposal.review.as_ref().map(|review| Self(waiting, review))
    }
}

object! {
    /// How a proposal was decided.
    "ProposalReview" ['s] ReviewView<'s>, implements [], |this, call|
    /// When.
    at: Time => Time(this.1.at),
    /// In what role.
    by: enums::Role => this.1.by.into(),
    /// What staff call whoever decided; for staff.
    byName: Option<&'s str> => this.0.names.of(this.1.account),
    /// Why, in words for the proposer.
    reason: Option<&'s str> => this.1.reason.as_deref(),
}

counted! {
    /// The list that a page of proposals is of.
    ProposalsTotal(ProposalFilter) => proposals_total;
}

/// A page of proposals.
pub(crate) type ProposalConnection<'s> = Paged<ProposalView<'s>, ProposalsTotal>;

connection! {
    /// A page of proposals, oldest first.
    "ProposalConnection",
    /// A proposal with its place.
    "ProposalEdge", ProposalView<'s>, ProposalsTotal, |this, call|
}

/// A page of proposals.
///
/// # Errors
/// The asker's mistakes, and what curation refuses.
pub(super) fn proposals<'d>(
    filter: ProposalFilter,
    window: Window,
    call: &Call<'_, 'd>,
) -> Result<ProposalConnection<'d>, ResolverError> {
    let page = call.exec.read().proposals((filter, window.page_request()?))?;
    Ok(page_of(page, ProposalsTotal(filter), ProposalView::read))
}
