//! What a file for the public does not hold: it was withheld, not taken away, so what is stored of it stays.

use std::collections::HashMap;

use domain::{
    Actor, Address, ContactPerson, CooperationLink, District, Event, Offer, PersonField, Project, Theme,
    publication::place_told,
    vocabulary::{Precision, Visibility},
};
use store::Stored;

use super::writing::Item;

/// An entity of which the public may see less.
pub(super) trait Withheld {
    /// Takes over what is stored where the public sees nothing or less of it.
    fn keep_withheld(&mut self, stored: &Self);

    /// Takes over the stored place where this one is what the public sees of it.
    fn keep_published_place(&mut self, _stored: &Self, _precision: Precision) {}
}

/// Whether something stored of an item may stay although the item says less.
pub(super) fn is_kept<E: Stored>(item: &Item<E>) -> bool {
    item.is_public_view || item.public_precision != Precision::Exact
}

/// Does so for every item that is only what the public may know.
pub(super) fn keep<E: Stored + Withheld>(items: &mut [Item<E>], stored: &HashMap<E::Id, E>) {
    for item in items.iter_mut().filter(|item| is_kept(item)) {
        let Some(stored) = stored.get(&item.id) else { continue };
        if item.is_public_view {
            item.data.keep_withheld(stored);
        }
        item.data.keep_published_place(stored, item.public_precision);
    }
}

/// Address and place are kept where the entry is read, since tables say it row by row.
impl Withheld for Actor {
    fn keep_withheld(&mut self, _: &Self) {}
}

impl Withheld for District {
    fn keep_withheld(&mut self, _: &Self) {}
}

impl Withheld for Theme {
    fn keep_withheld(&mut self, _: &Self) {}
}

impl Withheld for Project {
    fn keep_withheld(&mut self, _: &Self) {}
}

impl Withheld for Offer {
    fn keep_withheld(&mut self, stored: &Self) {
        self.place.clone_from(&stored.place);
    }

    fn keep_published_place(&mut self, stored: &Self, precision: Precision) {
        keep_address(&mut self.place, stored.place.as_deref(), precision);
    }
}

impl Withheld for Event {
    fn keep_withheld(&mut self, stored: &Self) {
        self.place.clone_from(&stored.place);
    }

    fn keep_published_place(&mut self, stored: &Self, precision: Precision) {
        keep_address(&mut self.place, stored.place.as_deref(), precision);
    }
}

impl Withheld for CooperationLink {
    fn keep_withheld(&mut self, stored: &Self) {
        self.internal_note.clone_from(&stored.internal_note);
    }
}

impl Withheld for ContactPerson {
    fn keep_withheld(&mut self, stored: &Self) {
        keep_field(&mut self.name, stored.name.as_ref());
        keep_field(&mut self.role, stored.role.as_ref());
        keep_field(&mut self.phone, stored.phone.as_ref());
        keep_field(&mut self.email, stored.email.as_ref());
    }
}

fn keep_address(place: &mut Option<Box<Address>>, stored: Option<&Address>, precision: Precision) {
    if precision != Precision::Exact
        && let Some(stored) = stored
        && place.as_deref() == place_told(stored.clone(), precision).as_ref()
    {
        *place = Some(Box::new(stored.clone()));
    }
}

fn keep_field<T: Clone>(field: &mut Option<PersonField<T>>, stored: Option<&PersonField<T>>) {
    if field.is_none() {
        *field = stored.filter(|stored| !stored.is_visible_to(Visibility::Public)).cloned();
    }
}
