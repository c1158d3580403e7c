//! What of an earlier version may be told, judged by what is public today.
//!
//! - who is archived is reached and found through no answer about the past: no telephone number, no
//!   e-mail address, no place, no contact person
//! - a telephone number or e-mail address that an entry no longer has today it never had; the parts of
//!   an address likewise
//! - a position is told no more precisely than today, and of an entry without one today by quarter
//! - of a contact person a value is told where it is the one that is public today, under a consent in
//!   force
//!
//! A value that was replaced by another stays in the past of its entry. Where it should never have been
//! public, it is purged.

use crate::{
    Actor, Address, ContactPerson, PersonField, Record,
    record::LifeStatus,
    vocabulary::{Precision, Visibility},
};

use super::{Present, places};

/// An earlier version of an actor without what may no longer be told, and how precisely the places of
/// its offers and events may be.
pub(super) fn actor(mut record: Record<Actor>, present: &Present<'_, Actor>) -> (Record<Actor>, Precision) {
    let data = &mut record.data;
    let today = present.data;
    if !present.is_shown {
        (data.phone, data.email, data.address, data.location) = (None, None, None, None);
        return (record, Precision::Hidden);
    }
    data.phone = data.phone.take().filter(|_| today.phone.is_some());
    data.email = data.email.take().filter(|_| today.email.is_some());
    place(&mut data.address, today.address.as_deref());
    let limit = places(today);
    if let Some(location) = &mut data.location {
        let limit = if today.location.is_some() { limit } else { Precision::Quarter };
        location.precision = location.precision.max(limit);
    }
    let precision = places(data).max(limit);
    (record, precision)
}

/// Leaves the parts of an address that today's has too.
pub(super) fn place(address: &mut Option<Box<Address>>, today: Option<&Address>) {
    let Some(today) = today else { return *address = None };
    let Some(past) = address else { return };
    for (part, today) in [
        (&mut past.street, &today.street),
        (&mut past.postcode, &today.postcode),
        (&mut past.city, &today.city),
        (&mut past.extra, &today.extra),
    ] {
        *part = part.take().filter(|_| today.is_some());
    }
    if **past == Address::default() {
        *address = None;
    }
}

/// Leaves the values that the public may know today.
pub(super) fn person(person: &mut ContactPerson, present: &Present<'_, ContactPerson>) {
    let today = present.data;
    value(&mut person.name, today.name.as_ref(), present.is_shown);
    value(&mut person.role, today.role.as_ref(), present.is_shown);
    value(&mut person.phone, today.phone.as_ref(), present.is_shown);
    value(&mut person.email, today.email.as_ref(), present.is_shown);
}

fn value<T: PartialEq>(past: &mut Option<PersonField<T>>, today: Option<&PersonField<T>>, is_shown: bool) {
    let public = today.filter(|_| is_shown).and_then(|field| field.visible_to(Visibility::Public));
    *past = past.take().filter(|past| public == Some(&past.value));
}

/// Whether a change of an actor alters what is told of its past.
pub(super) fn actor_alters(before: &Actor, after: &Actor) -> bool {
    fn disclosure(actor: &Actor) -> impl PartialEq {
        let is_shown = actor.status == LifeStatus::Published;
        (is_shown, actor.phone.is_some(), actor.email.is_some(), actor.address.clone(), actor.location)
    }
    disclosure(before) != disclosure(after)
}
