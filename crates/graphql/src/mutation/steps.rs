//! Links, proposals, merges, retired branches and old versions: the commands that are not alike for
//! every entry.

use curation::{
    CurationError, Done, Patch, Refusal,
    commands::{
        ApproveProposal, ConfirmLink, LinkStatusChange, MergeActors, ProposeChange, ProposeLink, PurgeField,
        RejectProposal, RemarkOnProposal, RestoreVersion, RetireDistrict, RetireTheme, VersionedRef,
    },
    reading::{EntrySummary, Proposal},
};
use domain::{EntityKind, Violations, record::EntityRef, rules::Problem};
use messages::Message;

use super::{
    commands::{Desk, Ended, link, plain, resolve_id},
    inputs::{
        Sight,
        accounts::{RevokeSessionInput, RevokeTokenInput},
        entries::{
            PurgeFieldHistoryInput, ReinstateDistrictInput, ReinstateThemeInput, RestoreVersionInput, UndoStepInput,
        },
        links::{ConfirmLinkInput, DismissSuggestedPartnerInput, EndLinkInput, ProposeLinkInput},
        merges::{DismissDuplicateInput, MergeActorsInput, UndoMergeInput},
        proposals::{
            ApproveProposalInput, CommentProposalInput, ProposeChangeInput, RejectProposalInput, WithdrawProposalInput,
        },
        trees::{RetireDistrictInput, RetireThemeInput},
    },
    payloads::{Performed, Thing},
};
use crate::{
    global_id::GlobalId,
    merge_record::{MergeNames, MergeRecord},
};

/// Proposes a link.
pub(crate) async fn propose_link(desk: Desk<'_>, input: ProposeLinkInput) -> Ended {
    let by = desk.member()?;
    let proposed = ProposeLink { fields: input.fields.patch(desk.snapshot), note: input.note };
    Ok(link(desk.curation.propose_link(&by, proposed).await?))
}

/// Confirms a link for one side.
pub(crate) async fn confirm_link(desk: Desk<'_>, input: ConfirmLinkInput) -> Ended {
    let by = desk.member()?;
    let confirmation = ConfirmLink {
        link: resolve_id(&input.id, EntityKind::Link, "id")?.into(),
        expected_version: input.expected_version,
        side: input.side.into(),
        on: input.on.map(|day| day.0),
        evidence: input.evidence,
        note: input.note,
    };
    Ok(link(desk.curation.confirm_link(&by, confirmation).await?))
}

/// Ends a link.
pub(crate) async fn end_link(desk: Desk<'_>, input: EndLinkInput) -> Ended {
    let by = desk.member()?;
    let step = LinkStatusChange {
        link: resolve_id(&input.id, EntityKind::Link, "id")?.into(),
        expected_version: input.expected_version,
        end_date: input.on.map(|day| day.0),
        note: input.note,
    };
    Ok(link(desk.curation.end_link(&by, step).await?))
}

fn step(input: impl Into<Sight>) -> Result<LinkStatusChange, Refusal> {
    let Sight { id, expected_version, note } = input.into();
    Ok(LinkStatusChange {
        link: resolve_id(&id, EntityKind::Link, "id")?.into(),
        expected_version,
        end_date: None,
        note,
    })
}

/// Turns a link down.
pub(crate) async fn reject_link(desk: Desk<'_>, input: impl Into<Sight>) -> Ended {
    let by = desk.member()?;
    Ok(link(desk.curation.reject_link(&by, step(input)?).await?))
}

/// Lets a link rest.
pub(crate) async fn mark_link_dormant(desk: Desk<'_>, input: impl Into<Sight>) -> Ended {
    let by = desk.member()?;
    Ok(link(desk.curation.make_link_dormant(&by, step(input)?).await?))
}

fn proposal(proposal: Proposal, entity: Option<EntityRef>, sequence: u64) -> Performed {
    Performed::from_commit(Thing::Proposal(Box::new(proposal), entity), sequence)
}

/// The refusal of one field.
pub(crate) fn invalid(field: &str, problem: Problem) -> CurationError {
    let mut wrong = Violations::default();
    wrong.add(field, problem);
    Refusal::Invalid(wrong).into()
}

/// Hands in what somebody would like an entry to say.
pub(crate) async fn propose_change(desk: Desk<'_>, input: ProposeChangeInput) -> Ended {
    desk.requester.may_write()?;
    let snapshot = desk.snapshot;
    let said: Vec<(EntityKind, &str, Patch)> = [
        input.actor.map(|fields| (EntityKind::Actor, "actor", fields.patch(snapshot))),
        input.offer.map(|fields| (EntityKind::Offer, "offer", fields.patch(snapshot))),
        input.event.map(|fields| (EntityKind::Event, "event", fields.patch(snapshot))),
        input.project.map(|fields| (EntityKind::Project, "project", fields.patch(snapshot))),
    ]
    .into_iter()
    .flatten()
    .collect();
    let entity = match &input.id {
        Some(id) => {
            let known = GlobalId::decode(id);
            Some(known.ok_or_else(|| Refusal::NotFound { field: "id".to_owned() })?)
        }
        None => None,
    };
    let (kind, fields) = match (said.as_slice(), entity) {
        ([(kind, _, fields)], None) => (*kind, fields.clone()),
        ([(kind, _, fields)], Some(entity)) if *kind == entity.kind => (*kind, fields.clone()),
        ([], Some(entity)) => (entity.kind, Patch::new()),
        ([], None) => return Err(invalid("id", Problem::Required)),
        ([(_, field, _)], Some(_)) | ([_, (_, field, _), ..], _) => {
            return Err(invalid(field, Problem::Format(Message::new("problem-field-of-other-kind"))));
        }
    };
    let expected_version = match (entity, input.expected_version) {
        (Some(_), None) => return Err(invalid("expectedVersion", Problem::Required)),
        (_, version) => version.unwrap_or_default(),
    };
    let change = ProposeChange {
        kind,
        entity: entity.map(|entity| entity.id),
        expected_version,
        fields,
        archive: input.archive,
        comment: input.comment,
        contact: input.contact,
        language: None,
    };
    let done = desk.curation.propose_change(desk.requester, change, desk.quota).await?;
    Ok(proposal(done.value, None, done.sequence))
}

/// Takes a proposal over.
pub(crate) async fn approve_proposal(desk: Desk<'_>, input: ApproveProposalInput) -> Ended {
    let by = desk.editor()?;
    let decision = ApproveProposal {
        proposal: plain(&input.id)?,
        take: input.take,
        expected_version: input.expected_version,
        publish: input.publish,
        reason: input.reason,
        note: input.note,
    };
    let done = desk.curation.approve_proposal(&by, decision).await?;
    let entity: Option<EntityRef> = done.value.entity;
    Ok(proposal(done.value.proposal, entity, done.sequence))
}

/// Decides against a proposal.
pub(crate) async fn reject_proposal(desk: Desk<'_>, input: RejectProposalInput) -> Ended {
    let by = desk.editor()?;
    let decision = RejectProposal { proposal: plain(&input.id)?, reason: input.reason };
    let done = desk.curation.reject_proposal(&by, decision).await?;
    Ok(proposal(done.value, None, done.sequence))
}

/// Says something about a proposal without deciding.
pub(crate) async fn comment_proposal(desk: Desk<'_>, input: CommentProposalInput) -> Ended {
    let by = desk.editor()?;
    let remark = RemarkOnProposal { proposal: plain(&input.id)?, text: input.text };
    let done = desk.curation.comment_proposal(&by, remark).await?;
    Ok(proposal(done.value, None, done.sequence))
}

/// Takes a proposal back.
pub(crate) async fn withdraw_proposal(desk: Desk<'_>, input: WithdrawProposalInput) -> Ended {
    let by = desk.requester.partner()?;
    let done = desk.curation.withdraw_proposal(&by, plain(&input.id)?).await?;
    Ok(proposal(done.value, None, done.sequence))
}

macro_rules! merge_record {
    ($done:expr) => {{
        let done = $done;
        let record = MergeRecord {
            id: done.value.id,
            survivor: done.value.survivor.uuid(),
            loser: done.value.loser.uuid(),
            at: done.value.at,
            undone_at: done.value.undone_at,
            names: MergeNames::default(),
        };
        Performed::from_commit(Thing::Merge(record), done.sequence)
    }};
}

/// Merges two entries for one actor.
pub(crate) async fn merge_actors(desk: Desk<'_>, input: MergeActorsInput) -> Ended {
    let by = desk.editor()?;
    let merge = MergeActors {
        survivor: resolve_id(&input.survivor, EntityKind::Actor, "survivor")?.into(),
        survivor_version: input.expected_version,
        loser: resolve_id(&input.loser, EntityKind::Actor, "loser")?.into(),
        loser_version: input.expected_loser_version,
        take: input.take.unwrap_or_default(),
        keep: input.keep.unwrap_or_default(),
        note: input.note,
    };
    Ok(merge_record!(desk.curation.merge_actors(&by, merge).await?))
}

/// Tells two actors apart.
pub(crate) async fn dismiss_duplicate(desk: Desk<'_>, input: DismissDuplicateInput) -> Ended {
    let by = desk.editor()?;
    let one = resolve_id(&input.one, EntityKind::Actor, "one")?;
    let other = resolve_id(&input.other, EntityKind::Actor, "other")?;
    let done = desk.curation.dismiss_pair(&by, one.into(), other.into()).await?;
    Ok(Performed::from_commit(Thing::Settled, done.sequence))
}

/// Has two actors not suggested to each other.
pub(crate) async fn dismiss_suggested_partner(desk: Desk<'_>, input: DismissSuggestedPartnerInput) -> Ended {
    let by = desk.editor()?;
    let actor = resolve_id(&input.actor, EntityKind::Actor, "actor")?;
    let partner = resolve_id(&input.partner, EntityKind::Actor, "partner")?;
    let pair = (actor.into(), partner.into());
    let done = desk.curation.dismiss_partner(&by, pair, input.dismissed.unwrap_or(true)).await?;
    Ok(Performed::from_commit(Thing::Settled, done.sequence))
}

/// Ends one of one's own sessions.
pub(crate) async fn revoke_session(desk: Desk<'_>, input: RevokeSessionInput) -> Ended {
    desk.accounts.revoke_session(&desk.requester.partner()?, &input.id).await?;
    Ok(Performed::from_commit(Thing::Settled, 0))
}

/// Withdraws one of one's own tokens.
pub(crate) async fn revoke_token(desk: Desk<'_>, input: RevokeTokenInput) -> Ended {
    desk.accounts.revoke_token(&desk.requester.partner()?, &input.id).await?;
    Ok(Performed::from_commit(Thing::Settled, 0))
}

/// Takes a merge apart.
pub(crate) async fn undo_merge(desk: Desk<'_>, input: UndoMergeInput) -> Ended {
    let by = desk.editor()?;
    Ok(merge_record!(desk.curation.undo_merge(&by, plain(&input.id)?).await?))
}

/// Retires a theme.
pub(crate) async fn retire_theme(desk: Desk<'_>, input: RetireThemeInput) -> Ended {
    let by = desk.requester.admin()?;
    let retired = RetireTheme {
        theme: resolve_id(&input.id, EntityKind::Theme, "id")?.into(),
        expected_version: input.expected_version,
        replacement: resolve_id(&input.replacement, EntityKind::Theme, "replacement")?.into(),
        note: input.note,
    };
    let done: Done<_> = desk.curation.retire_theme(&by, retired).await?;
    Ok(Performed::from_commit(Thing::Entry(EntrySummary::of(&done.value)), done.sequence))
}

/// Retires a district.
pub(crate) async fn retire_district(desk: Desk<'_>, input: RetireDistrictInput) -> Ended {
    let by = desk.requester.admin()?;
    let retired = RetireDistrict {
        district: resolve_id(&input.id, EntityKind::District, "id")?.into(),
        expected_version: input.expected_version,
        replacement: resolve_id(&input.replacement, EntityKind::District, "replacement")?.into(),
        note: input.note,
    };
    let done: Done<_> = desk.curation.retire_district(&by, retired).await?;
    Ok(Performed::from_commit(Thing::Entry(EntrySummary::of(&done.value)), done.sequence))
}

/// Writes what an old version said as the newest.
pub(crate) async fn restore_version(desk: Desk<'_>, input: RestoreVersionInput) -> Ended {
    let by = desk.editor()?;
    let entity = GlobalId::decode(&input.id).ok_or_else(|| Refusal::NotFound { field: "id".to_owned() })?;
    let wish = RestoreVersion {
        entity,
        version: input.version,
        fields: input.fields,
        expected_version: input.expected_version,
        replace_retired: input.replace_retired,
        note: input.note,
    };
    let done = desk.curation.restore_version(&by, wish).await?;
    Ok(Performed::from_commit(Thing::Version(entity, done.value), done.sequence))
}

/// Takes the newest step in an entry's life back.
pub(crate) async fn undo_step(desk: Desk<'_>, input: UndoStepInput) -> Ended {
    let by = desk.editor()?;
    let Sight { id, expected_version, note } = input.into();
    let entity = GlobalId::decode(&id).ok_or_else(|| Refusal::NotFound { field: "id".to_owned() })?;
    let done = desk.curation.undo_step(&by, VersionedRef { id: entity, expected_version, note }).await?;
    Ok(Performed::from_commit(Thing::Version(entity, done.value), done.sequence))
}

/// Takes what a field said before out of an entry's past.
pub(crate) async fn purge_field_history(desk: Desk<'_>, input: PurgeFieldHistoryInput) -> Ended {
    let by = desk.editor()?;
    let entity = GlobalId::decode(&input.id).ok_or_else(|| Refusal::NotFound { field: "id".to_owned() })?;
    let (field, expected_version, reason) = (input.field, input.expected_version, input.reason);
    let done = desk.curation.purge_field_history(&by, PurgeField { entity, field, expected_version, reason }).await?;
    Ok(Performed::from_commit(Thing::Purge(entity, done.value.version, done.value.mentions), done.sequence))
}

/// Brings a retired theme back.
pub(crate) async fn reinstate_theme(desk: Desk<'_>, input: ReinstateThemeInput) -> Ended {
    let by = desk.requester.admin()?;
    let Sight { id, expected_version, note } = input.into();
    let seen = VersionedRef { id: resolve_id(&id, EntityKind::Theme, "id")?.into(), expected_version, note };
    let done: Done<_> = desk.curation.reinstate_theme(&by, seen).await?;
    Ok(Performed::from_commit(Thing::Entry(EntrySummary::of(&done.value)), done.sequence))
}

/// Brings a retired district back.
pub(crate) async fn reinstate_district(desk: Desk<'_>, input: ReinstateDistrictInput) -> Ended {
    let by = desk.requester.admin()?;
    let Sight { id, expected_version, note } = input.into();
    let seen = VersionedRef { id: resolve_id(&id, EntityKind::District, "id")?.into(), expected_version, note };
    let done: Done<_> = desk.curation.reinstate_district(&by, seen).await?;
    Ok(Performed::from_commit(Thing::Entry(EntrySummary::of(&done.value)), done.sequence))
}
