//! Places as the directory itself publishes them: read back, they change nothing of what is stored.

use domain::{Actor, Address, Identifiers, Location, Position, rules, vocabulary::Precision};
use messages::Message;

use crate::known::StoredActor;

/// Degrees by which a position may differ from the published one: spreadsheets round.
const TOLERANCE: f64 = 1e-6;

/// Keeps of the stored place every part that an entry says as it is published: whoever reads a file for the public back
/// has not made the place coarser. `has_precision` tells whether the entry names one.
pub(super) fn keep_place(
    actor: &mut Actor,
    StoredActor { actor: stored, published }: &StoredActor,
    has_precision: bool,
) {
    match (actor.location, published.location, stored.location) {
        (Some(said), Some(shown), Some(kept)) if is_near(said.position, shown.position) => {
            let precision = if has_precision { said.precision } else { kept.precision };
            actor.location = Some(Location { precision, ..kept });
        }
        (None, None, kept) => actor.location = kept,
        _ => {}
    }
    keep(&mut actor.based_in, &published.based_in, stored.based_in);
    let (before, shown) = (stored.address.as_deref(), published.address.as_deref());
    let (before, shown) = (before.cloned().unwrap_or_default(), shown.cloned().unwrap_or_default());
    let mut address = actor.address.take().map(|address| *address).unwrap_or_default();
    keep(&mut address.street, &shown.street, before.street);
    keep(&mut address.postcode, &shown.postcode, before.postcode);
    keep(&mut address.city, &shown.city, before.city);
    keep(&mut address.extra, &shown.extra, before.extra);
    actor.address = Some(Box::new(address)).filter(|address| **address != Address::default());
    let (before, shown) = (stored.identifiers.as_deref(), published.identifiers.as_deref());
    let (before, shown) = (before.cloned().unwrap_or_default(), shown.cloned().unwrap_or_default());
    let mut identifiers = actor.identifiers.take().unwrap_or_default();
    keep(&mut identifiers.register, &shown.register, before.register);
    keep(&mut identifiers.osm, &shown.osm, before.osm);
    keep(&mut identifiers.wikidata, &shown.wikidata, before.wikidata);
    actor.identifiers = Some(identifiers).filter(|identifiers| **identifiers != Identifiers::default());
}

/// Keeps what is stored of a value that is as the public sees it.
fn keep<T: PartialEq>(value: &mut T, shown: &T, stored: T) {
    if value == shown {
        *value = stored;
    }
}

/// Keeps the stored place of an entry of a file for the public that says of itself whether it is coarsened.
pub(super) fn keep_coarsened_place(actor: &mut Actor, stored: &Actor, is_coarsened: bool) {
    if is_coarsened {
        actor.address.clone_from(&stored.address);
        actor.location = stored.location;
        let mut identifiers = actor.identifiers.take().unwrap_or_default();
        let kept = stored.identifiers.clone().unwrap_or_default();
        (identifiers.osm, identifiers.wikidata) = (kept.osm, kept.wikidata);
        // That of a hidden place was not in the file.
        identifiers.register = identifiers.register.or(kept.register);
        actor.identifiers = Some(identifiers).filter(|identifiers| **identifiers != Identifiers::default());
    }
    // The public sees the district that the place gives; nobody has set it.
    if is_coarsened || stored.location.is_some() {
        actor.based_in = stored.based_in;
    }
}

/// Publishes the place as precisely as a row says that has no coordinates; what is wrong with that. A new entry that is
/// shown in the middle of its district is not told more precisely; where there is no place at all, only that of an address
/// can be meant, which nothing keeps from the public.
pub(super) fn set_precision(actor: &mut Actor, precision: Precision, is_stored: bool) -> Option<rules::Problem> {
    match &mut actor.location {
        Some(location) if is_stored => location.precision = precision,
        None if precision != Precision::Exact => {
            return Some(rules::Problem::Format(Message::new("file-precision-without-place")));
        }
        _ => {}
    }
    None
}

fn is_near(one: Position, other: Position) -> bool {
    let is_near = |one: f64, other: f64| (one - other).abs() <= TOLERANCE;
    is_near(one.longitude(), other.longitude()) && is_near(one.latitude(), other.latitude())
}
