//! Whose entries somebody may read in full.

use domain::{ActorId, vocabulary::Role};

use crate::Requester;

/// Whether somebody may read everything of what belongs to these actors: staff, and those who speak
/// for one of them.
pub(crate) fn is_known_to(by: &Requester, owners: &[ActorId]) -> bool {
    by.sees(Role::Editor) || (by.sees(Role::Member) && owners.iter().any(|actor| by.actors().contains(actor)))
}

/// The actors to which somebody's lists are narrowed down, to those of `actor` where one is named;
/// `None` for staff, who see everybody's.
pub(super) fn own_of(by: &Requester, actor: Option<ActorId>) -> Option<Vec<ActorId>> {
    if by.sees(Role::Editor) {
        return actor.map(|actor| vec![actor]);
    }
    let own = by.actors().iter().copied();
    Some(own.filter(|own| actor.is_none_or(|actor| actor == *own)).collect())
}
