//! Who may change which entry without a review.

use domain::{ActorId, Record, record::EntityKind, vocabulary::Role};
use messages::Message;

use crate::{CurationError, Member, Refusal, fields::Editable};

/// The actors who may say how an entry reads.
pub(crate) fn owners<E: Editable>(record: &Record<E>) -> Vec<ActorId> {
    owners_of(record.id, &record.data)
}

/// The same of an entry that is not written yet.
pub(crate) fn owners_of<E: Editable>(id: E::Id, data: &E) -> Vec<ActorId> {
    if E::KIND == EntityKind::Actor { vec![ActorId::from_uuid(id.into())] } else { data.owners() }
}

/// Refuses who may not publish changes of what belongs to these actors.
pub(crate) fn to_publish(member: &Member, owners: &[ActorId]) -> Result<(), CurationError> {
    to_speak(member, owners)?;
    if member.role() >= Role::Editor || owners.iter().any(|actor| member.may_publish(*actor)) {
        return Ok(());
    }
    Err(Refusal::WrongState { code: "REVIEW_NEEDED", message: Message::new("refusal-review-needed") }.into())
}

/// Refuses who may not speak for any of these actors.
pub(crate) fn to_speak(member: &Member, owners: &[ActorId]) -> Result<(), CurationError> {
    if member.role() >= Role::Editor || owners.iter().any(|actor| member.speaks_for(*actor)) {
        return Ok(());
    }
    Err(match owners {
        [] => Refusal::RoleTooLow { needed: Role::Editor, had: member.role() },
        _ => Refusal::NotYours,
    }
    .into())
}

/// Refuses a member who brings actors in that they do not speak for: nobody is made a host or a
/// participant by others. Staff may.
pub(crate) fn to_bring_in(member: &Member, before: &[ActorId], after: &[ActorId]) -> Result<(), CurationError> {
    let strangers = after.iter().any(|actor| !before.contains(actor) && !member.speaks_for(*actor));
    if strangers && member.role() < Role::Editor { Err(Refusal::NotYours.into()) } else { Ok(()) }
}
