//! Facts stay in memory for as long as they are public, a million actors' worth of them: lists give
//! back the room they grew into while they were read.

use crate::{Actor, Offer};

pub(super) fn of_actor(actor: &mut Actor) {
    actor.former_slugs.shrink_to_fit();
    actor.name.shrink_to_fit();
    actor.alternative_names.shrink_to_fit();
    actor.active_in.shrink_to_fit();
    actor.themes.shrink_to_fit();
    actor.languages.shrink_to_fit();
    actor.target_groups.shrink_to_fit();
    if let Some(openness) = &mut actor.openness {
        openness.languages.shrink_to_fit();
    }
}

pub(super) fn of_offer(offer: &mut Offer) {
    offer.themes.shrink_to_fit();
    offer.languages.shrink_to_fit();
    offer.target_groups.shrink_to_fit();
}
