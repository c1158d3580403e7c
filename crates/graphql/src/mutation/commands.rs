//! From an input to a command of curation, and back to what the payload shows of it.

use async_graphql::{ID, InputType};
use async_graphql_value::ConstValue;
use curation::{
    Curation, CurationError, Done, Editor, Member, Refusal, Requester,
    accounts::Accounts,
    commands::{Create, Edit, Lifecycle, ProposalQuota, SetAvailability, VersionedRef},
    fields::{Branch, Impersonal},
    import::Importing,
    reading::{EntrySummary, Shown},
};
use directory::Snapshot;
use domain::{Actor, ActorId, CooperationLink, EntityKind, Offer, Record};
use uuid::Uuid;

use super::{
    inputs::{
        Sight,
        availability::SetAvailabilityInput,
        entries::{Changing, Making, New},
        trees::{CreateDistrictInput, CreateThemeInput},
    },
    payloads::{Performed, Thing},
};
use crate::{
    error::{ResolverError, find_odd_count, misfit},
    global_id::GlobalId,
};

/// Where one request's commands are given.
#[derive(Clone, Copy)]
pub(crate) struct Desk<'a> {
    /// The commands.
    pub(crate) curation: &'a Curation,
    /// The commands of accounts.
    pub(crate) accounts: &'a Accounts,
    /// Who gives them.
    pub(crate) requester: &'a Requester,
    /// How much they may propose without an account.
    pub(crate) quota: &'a dyn ProposalQuota,
    /// What the directory was when the request came.
    pub(crate) snapshot: &'a Snapshot,
    /// The tag of their language.
    pub(crate) reader: &'a str,
    /// Who reads files.
    pub(crate) importing: Option<&'a dyn Importing>,
}

/// How a command ends.
pub(crate) type Ended = Result<Performed, CurationError>;

impl Desk<'_> {
    /// The proof of a member's role.
    pub(crate) fn member(&self) -> Result<Member, Refusal> {
        self.requester.member()
    }

    /// The proof of an editor's role.
    pub(crate) fn editor(&self) -> Result<Editor, Refusal> {
        self.requester.editor()
    }

    /// A member, who must be staff for what staff alone decides: whether there is an actor, and how
    /// links and trees read.
    fn writer(&self, kind: EntityKind) -> Result<Member, Refusal> {
        if matches!(kind, EntityKind::Actor | EntityKind::Link | EntityKind::Theme | EntityKind::District) {
            self.editor()?;
        }
        self.member()
    }
}

/// Reads an input.
///
/// # Errors
/// [`ResolverError::Argument`]; validation leaves little to find here.
pub(crate) fn read<T: InputType>(input: Option<ConstValue>) -> Result<T, ResolverError> {
    // Parsing takes the value away, and only what fails is looked at again: large files pass here.
    let numbers = input.as_ref().and_then(|value| find_odd_count("input", value));
    T::parse(input).map_err(|_| misfit("input", numbers))
}

/// The entry that a global id names in a field of the input.
///
/// # Errors
/// [`Refusal::NotFound`] for what is no id of such an entry.
pub(crate) fn resolve_id(id: &ID, kind: EntityKind, field: &str) -> Result<Uuid, Refusal> {
    let entity = GlobalId::decode(id).filter(|entity| entity.kind == kind);
    entity.map(|entity| entity.id).ok_or_else(|| Refusal::NotFound { field: field.to_owned() })
}

/// The id of what is no entry.
///
/// # Errors
/// [`Refusal::NotFound`] for what is no such id.
pub(crate) fn plain(id: &ID) -> Result<Uuid, Refusal> {
    id.parse().map_err(|_| Refusal::NotFound { field: "id".to_owned() })
}

fn entry<E: Shown>(done: &Done<Record<E>>) -> Performed {
    Performed::from_commit(Thing::Entry(EntrySummary::of(&done.value)), done.sequence)
}

/// What a command did to a link.
pub(crate) fn link(done: Done<Record<CooperationLink>>) -> Performed {
    Performed::from_commit(Thing::Link(done.value), done.sequence)
}

/// Makes an entry.
pub(crate) async fn create<E: Lifecycle + Shown>(desk: Desk<'_>, input: impl Making) -> Ended {
    // Members make what belongs to their own actors; actors are made by staff.
    let by = desk.writer(E::KIND)?;
    let New { fields, publish, note } = input.into_create(desk.snapshot);
    Ok(entry(&desk.curation.create::<E>(&by, Create { fields, publish, note }).await?))
}

/// Changes what an entry says.
pub(crate) async fn edit<E: Impersonal + Shown>(desk: Desk<'_>, input: impl Changing) -> Ended {
    let by = match E::KIND {
        EntityKind::Actor => desk.member()?,
        kind => desk.writer(kind)?,
    };
    Ok(entry(&change::<E>(desk, &by, input).await?))
}

/// Changes what a link says.
pub(crate) async fn edit_link(desk: Desk<'_>, input: impl Changing) -> Ended {
    let by = desk.writer(EntityKind::Link)?;
    Ok(link(change::<CooperationLink>(desk, &by, input).await?))
}

async fn change<E: Impersonal>(
    desk: Desk<'_>,
    by: &Member,
    input: impl Changing,
) -> Result<Done<Record<E>>, CurationError> {
    let input = input.change(desk.snapshot);
    let id = resolve_id(&input.id, E::KIND, "id")?.into();
    let edit = Edit { id, expected_version: input.expected_version, fields: input.fields, note: input.note };
    desk.curation.edit::<E>(by, edit).await
}

fn versioned_ref<I: From<Uuid>>(sight: Sight, kind: EntityKind) -> Result<VersionedRef<I>, Refusal> {
    let id = resolve_id(&sight.id, kind, "id")?.into();
    Ok(VersionedRef { id, expected_version: sight.expected_version, note: sight.note })
}

/// Publishes a draft.
pub(crate) async fn publish<E: Lifecycle + Shown>(desk: Desk<'_>, input: impl Into<Sight>) -> Ended {
    let by = desk.writer(E::KIND)?;
    Ok(entry(&desk.curation.publish::<E>(&by, versioned_ref(input.into(), E::KIND)?).await?))
}

/// Archives an entry.
pub(crate) async fn archive<E: Lifecycle + Shown>(desk: Desk<'_>, input: impl Into<Sight>) -> Ended {
    let by = desk.writer(E::KIND)?;
    Ok(entry(&desk.curation.archive::<E>(&by, versioned_ref(input.into(), E::KIND)?).await?))
}

/// Brings an archived entry back.
pub(crate) async fn restore<E: Lifecycle + Shown>(desk: Desk<'_>, input: impl Into<Sight>) -> Ended {
    let by = desk.writer(E::KIND)?;
    Ok(entry(&desk.curation.restore::<E>(&by, versioned_ref(input.into(), E::KIND)?).await?))
}

/// Vouches for an actor's entry.
pub(crate) async fn verify_actor(desk: Desk<'_>, input: impl Into<Sight>) -> Ended {
    let by = desk.member()?;
    let seen: VersionedRef<ActorId> = versioned_ref(input.into(), EntityKind::Actor)?;
    Ok(entry::<Actor>(&desk.curation.verify_actor(&by, seen).await?))
}

/// Says whether an offer takes people on.
pub(crate) async fn set_availability(desk: Desk<'_>, input: SetAvailabilityInput) -> Ended {
    let by = desk.member()?;
    let input = SetAvailability {
        offer: resolve_id(&input.id, EntityKind::Offer, "id")?.into(),
        expected_version: input.expected_version,
        availability: input.availability.map(Into::into),
        // What is too large for the command is too large for its rules.
        free_places: input.free_places.map(|places| u16::try_from(places).unwrap_or(u16::MAX)),
        until: input.until.map(|day| day.0),
        note: input.note,
    };
    Ok(entry::<Offer>(&desk.curation.set_availability(&by, input).await?))
}

/// Makes a theme.
pub(crate) async fn create_theme(desk: Desk<'_>, input: CreateThemeInput) -> Ended {
    create_branch::<domain::Theme>(desk, input.fields.patch(desk.snapshot), input.note).await
}

/// Makes a district.
pub(crate) async fn create_district(desk: Desk<'_>, input: CreateDistrictInput) -> Ended {
    create_branch::<domain::District>(desk, input.fields.patch(desk.snapshot), input.note).await
}

async fn create_branch<E: Branch + Shown>(desk: Desk<'_>, fields: curation::Patch, note: Option<String>) -> Ended {
    let by = desk.editor()?;
    Ok(entry(&desk.curation.create_branch::<E>(&by, Create { fields, publish: true, note }).await?))
}
