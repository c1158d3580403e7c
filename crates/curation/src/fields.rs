//! Entries as named fields: what edits, proposals, conflicts and differences speak of.
//!
//! A field has the name that API and files give it (`alternativeNames`), and the value that the
//! entry has in JSON. Localised texts and addresses are fields per part (`summary.de`,
//! `address.street`), so that two people who translate into two languages do not meet.

pub(crate) mod authors;
pub(crate) mod conflict;
pub(crate) mod definition;
pub(crate) mod editable;
pub(crate) mod form;
pub(crate) mod patch;
pub(crate) mod preview;
pub(crate) mod read;
pub(crate) mod rename;

pub use conflict::changes;
pub(crate) use conflict::conflicts;
pub use conflict::{FieldAuthor, FieldChange, FieldConflict};
pub(crate) use definition::{Access, FieldShape, between, field, with};
pub use definition::{Branch, Editable, FieldDefinition, FieldValues, Impersonal, fields_of, refers_to};
pub use patch::Patch;
pub(crate) use patch::flatten;
pub use preview::apply_for_preview;
pub(crate) use read::read;

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Actor, ActorKind, vocabulary::OrganisationKind};

    #[test]
    fn an_entry_is_its_fields_and_back() {
        let mut actor =
            Actor::new("verein".parse().expect("slug"), ActorKind::Organisation(OrganisationKind::Women), "Verein");
        actor.summary = domain::LocalisedText::german("Kurz").with("tr".parse().expect("tag"), "Kısa");
        actor.address = Some(domain::Address { city: Some("Herne".into()), ..domain::Address::default() }.into());
        let fields = fields_of(&actor);
        assert_eq!(fields["summary.tr"], "Kısa");
        assert_eq!(fields["address.city"], "Herne");
        let blank = Actor::new("x".parse().expect("slug"), actor.kind, "x");
        let change = between(&fields_of(&blank), &fields);
        assert_eq!(with(&blank, &change), Some(actor.clone()));
        assert_eq!(with(&actor, &between(&fields, &fields_of(&blank))), Some(blank));
    }
}
