//! Whether two entries of one name are one: what else they say agrees, or contradicts.

use domain::{Actor, Address, DistrictId, Identifiers, Language, Slug, ThemeId};

use crate::{
    interchange::actor_entry::ActorEntry,
    known::Known,
    value_hashes::{hash_folded, hash_phone, hash_street, hash_website},
};

/// From so many contradictions on, a row of the same name is another association unless something agrees.
const MOST_CONTRADICTIONS: usize = 2;

/// What tells associations of one name apart. Texts are hashed: there may be many entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IdentityFacts {
    /// What one association has and another rarely shares: street, phone, e-mail, website, register, OSM, Wikidata.
    own: [Option<u64>; 7],
    postcode: Option<u64>,
    based_in: Option<DistrictId>,
    languages: Vec<Language>,
    themes: Vec<ThemeId>,
}

impl IdentityFacts {
    /// What a stored actor says.
    pub fn of_actor(actor: &Actor) -> Self {
        let contacts = [
            actor.phone.as_ref().map(|phone| hash_phone(phone.as_str())),
            actor.email.as_ref().map(|email| hash_folded(email.as_str())),
            actor.website.as_ref().map(|website| hash_website(website.as_str())),
        ];
        Self {
            based_in: actor.based_in,
            languages: actor.languages.clone(),
            themes: actor.themes.clone(),
            ..Self::of_contacts(actor.address.as_deref(), contacts, actor.identifiers.as_deref())
        }
    }

    fn of_contacts(
        address: Option<&Address>,
        [phone, email, website]: [Option<u64>; 3],
        identifiers: Option<&Identifiers>,
    ) -> Self {
        let street = address.and_then(|address| address.street.as_deref()).map(hash_street);
        let register = identifiers.and_then(|it| it.register.as_deref()).map(hash_folded);
        let osm = identifiers.and_then(|it| it.osm.as_ref()).map(|osm| hash_folded(&osm.to_string()));
        let wikidata = identifiers.and_then(|it| it.wikidata.as_ref()).map(|item| hash_folded(&item.to_string()));
        let postcode = address.and_then(|address| address.postcode.as_deref()).map(hash_folded);
        Self { own: [street, phone, email, website, register, osm, wikidata], postcode, ..Self::default() }
    }

    /// Whether an entry that says this is hardly the one that says the other: nothing that is its own agrees, and
    /// several things differ. One that differs is what a correction changes.
    pub(crate) fn contradicts(&self, other: &Self) -> bool {
        let both = || self.own.iter().zip(&other.own).filter_map(|(one, other)| (*one).zip(*other));
        if both().any(|(one, other)| one == other) {
            return false;
        }
        let differs = |pair: Option<(u64, u64)>| usize::from(pair.is_some_and(|(one, other)| one != other));
        let elsewhere = self.based_in.zip(other.based_in).is_some_and(|(one, other)| one != other);
        let contradictions = both().count()
            + differs(self.postcode.zip(other.postcode))
            + usize::from(elsewhere)
            + usize::from(are_disjoint(&self.languages, &other.languages))
            + usize::from(are_disjoint(&self.themes, &other.themes));
        contradictions >= MOST_CONTRADICTIONS
    }
}

/// What a row of a table says, before its slugs are resolved.
#[derive(Clone, Debug)]
pub(crate) struct RowFacts {
    facts: IdentityFacts,
    based_in: Option<Slug>,
    themes: Vec<Slug>,
}

impl RowFacts {
    /// What a row says.
    pub(crate) fn of(entry: &ActorEntry) -> Self {
        let contacts = [
            entry.phone.as_ref().map(|phone| hash_phone(phone.as_str())),
            entry.email.as_ref().map(|email| hash_folded(email.as_str())),
            entry.website.as_ref().map(|website| hash_website(website.as_str())),
        ];
        let facts = IdentityFacts::of_contacts(entry.address.as_ref(), contacts, entry.identifiers.as_ref());
        let facts = IdentityFacts { languages: entry.languages.clone(), ..facts };
        Self { facts, based_in: entry.based_in.clone(), themes: entry.themes.clone() }
    }

    /// The same with the entries that its slugs lead to.
    pub(crate) fn resolve(self, known: &Known) -> IdentityFacts {
        IdentityFacts {
            based_in: self.based_in.and_then(|slug| known.district(slug.as_str())),
            themes: self.themes.iter().filter_map(|slug| known.theme(slug.as_str())).collect(),
            ..self.facts
        }
    }
}

/// Whether two lists that say something have nothing in common.
fn are_disjoint<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    !one.is_empty() && !other.is_empty() && !one.iter().any(|value| other.contains(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{ActorKind, vocabulary::OrganisationKind};

    fn facts(change: impl FnOnce(&mut Actor)) -> IdentityFacts {
        let kind = ActorKind::Organisation(OrganisationKind::Culture);
        let mut actor = Actor::new("x".parse().expect("a slug"), kind, "Freundeskreis Holunder eV");
        change(&mut actor);
        IdentityFacts::of_actor(&actor)
    }

    fn phone(actor: &mut Actor, number: &str) {
        actor.phone = Some(number.parse().expect("a number"));
    }

    fn postcode(actor: &mut Actor, postcode: &str) {
        actor.address = Some(Box::new(Address { postcode: Some(postcode.into()), ..Address::default() }));
    }

    #[test]
    fn several_things_that_differ_make_another_association_and_a_correction_does_not() {
        let entry = facts(|actor| {
            phone(actor, "02323 999906");
            postcode(actor, "44652");
            actor.languages = vec!["ro".parse().expect("a language"), "de".parse().expect("a language")];
        });
        let other = facts(|actor| {
            phone(actor, "+49 (0)2323 999911");
            postcode(actor, "44625");
        });
        assert!(other.contradicts(&entry) && entry.contradicts(&other));
        assert!(!facts(|actor| phone(actor, "02323 999911")).contradicts(&entry), "a number was corrected");
        let moved = facts(|actor| {
            phone(actor, "+49 2323 / 999906");
            postcode(actor, "44625");
            actor.languages = vec!["tr".parse().expect("a language")];
        });
        assert!(!moved.contradicts(&entry), "whoever has the same number has moved");
        let only_words = facts(|actor| {
            postcode(actor, "44625");
            actor.languages = vec!["tr".parse().expect("a language")];
        });
        assert!(only_words.contradicts(&entry));
        assert!(!facts(|_| ()).contradicts(&entry));
    }
}
