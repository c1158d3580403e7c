//! What a file for the public does not hold: it was withheld, not taken away, so what is stored of it stays.

use std::collections::HashMap;

use domain::{
    Actor, ContactPerson, CooperationLink, District, Event, Offer, PersonField, Project, Theme, vocabulary::Visibility,
};
use store::Stored;

use super::writing::Item;

/// An entity of which the public may see less.
pub(super) trait Withheld {
    /// Takes over what is stored where the public sees nothing or less of it.
    fn keep_withheld(&mut self, stored: &Self);
}

/// Does so for every item that is only what the public may know.
pub(super) fn keep<E: Stored + Withheld>(items: &mut [Item<E>], stored: &HashMap<E::Id, E>) {
    for item in items.iter_mut().filter(|item| item.is_public_view) {
        if let Some(stored) = stored.get(&item.id) {
            item.data.keep_withheld(stored);
        }
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
}

impl Withheld for Event {
    fn keep_withheld(&mut self, stored: &Self) {
        self.place.clone_from(&stored.place);
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

fn keep_field<T: Clone>(field: &mut Option<PersonField<T>>, stored: Option<&PersonField<T>>) {
    if field.is_none() {
        *field = stored.filter(|stored| !stored.is_visible_to(Visibility::Public)).cloned();
    }
}
