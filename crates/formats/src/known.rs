//! Which slug means which entry, and the other way round.

use std::collections::HashMap;

use domain::{Actor, ActorId, DistrictId, Position, Slug, ThemeId, vocabulary::Precision};
use uuid::Uuid;

use crate::{identity::IdentityFacts, value_hashes::hash_name};

/// What an actor says in the directory, and how it is published.
#[derive(Clone, Debug)]
pub(crate) struct StoredActor {
    pub(crate) actor: Actor,
    /// The same with its place as the public sees it.
    pub(crate) published: Actor,
}

/// What slugs in a file may refer to: what the file itself holds and what the directory has.
#[derive(Clone, Debug, Default)]
pub struct Known {
    districts: HashMap<Slug, DistrictId>,
    themes: HashMap<Slug, ThemeId>,
    actors: HashMap<Slug, ActorId>,
    stored: HashMap<ActorId, StoredActor>,
    /// How precisely places are published that are not so exactly.
    coarse: HashMap<ActorId, Precision>,
    /// Where actors are stored.
    positions: HashMap<ActorId, Position>,
    /// The hash of what each actor is called, without case and spaces.
    names: HashMap<ActorId, u64>,
    /// By the hash of a name, the slug of the stored actor that is called so; none where several are.
    by_name: HashMap<u64, Option<Slug>>,
    /// What tells actors of one name apart.
    identities: HashMap<ActorId, IdentityFacts>,
}

impl Known {
    /// Lets `slug` mean this district. Insert former slugs first: the last meaning counts.
    pub fn add_district(&mut self, slug: Slug, id: DistrictId) -> Option<DistrictId> {
        self.districts.insert(slug, id)
    }

    /// Lets `slug` mean this theme. Insert former slugs first: the last meaning counts.
    pub fn add_theme(&mut self, slug: Slug, id: ThemeId) -> Option<ThemeId> {
        self.themes.insert(slug, id)
    }

    /// Lets `slug` mean this actor. Insert former slugs first: the last meaning counts.
    pub fn add_actor(&mut self, slug: Slug, id: ActorId) -> Option<ActorId> {
        self.actors.insert(slug, id)
    }

    /// Notes what an actor says before a file says things over it, `published` with its place as the public sees it.
    pub fn add_stored(&mut self, id: ActorId, actor: Actor, published: Actor) {
        self.stored.insert(id, StoredActor { actor, published });
    }

    /// Notes that an actor's place is published less than exactly, and stays so unless a file says otherwise.
    pub fn add_coarse(&mut self, id: ActorId, precision: Precision) {
        self.coarse.insert(id, precision);
    }

    /// Notes where an actor is stored.
    pub fn add_position(&mut self, id: ActorId, position: Position) {
        self.positions.insert(id, position);
    }

    /// Where an actor is stored.
    pub fn position(&self, id: ActorId) -> Option<Position> {
        self.positions.get(&id).copied()
    }

    /// How precisely the public sees places that belong to some actors: the most secret of them counts.
    pub fn precision(&self, actors: &[ActorId]) -> Precision {
        let precisions = actors.iter().filter_map(|id| self.coarse.get(id).copied());
        precisions.max().unwrap_or(Precision::Exact)
    }

    /// Notes what an actor is called.
    pub fn add_name(&mut self, id: ActorId, name: &str) {
        self.names.insert(id, hash_name(name));
    }

    /// Notes the slug by which a stored actor is found by its name.
    pub fn add_stored_name(&mut self, name: &str, slug: &Slug) {
        let found = self.by_name.entry(hash_name(name)).or_insert_with(|| Some(slug.clone()));
        if found.as_ref() != Some(slug) {
            *found = None;
        }
    }

    /// The slug of the stored actor that a row means which names it as it is written: the only one of that name, unless the
    /// row says other things.
    pub(crate) fn slug_by_name(&self, name: &str, facts: Option<&IdentityFacts>) -> Option<&Slug> {
        let slug = self.by_name.get(&hash_name(name))?.as_ref()?;
        (!self.is_another(slug, name, facts)).then_some(slug)
    }

    /// Notes what tells an actor apart from others of its name.
    pub fn add_identity(&mut self, id: ActorId, facts: IdentityFacts) {
        self.identities.insert(id, facts);
    }

    /// Whether a slug leads to an actor that is known by another name, or that says other things than a row does.
    pub(crate) fn is_another(&self, slug: &Slug, name: &str, facts: Option<&IdentityFacts>) -> bool {
        let Some(id) = self.actors.get(slug) else { return false };
        let is_of_other_name = self.names.get(id).is_some_and(|known| *known != hash_name(name));
        let known = facts.zip(self.identities.get(id));
        is_of_other_name || known.is_some_and(|(facts, known)| facts.contradicts(known))
    }

    /// What an actor says that a table is about.
    pub(crate) fn stored_actor(&self, id: ActorId) -> Option<&StoredActor> {
        self.stored.get(&id)
    }

    /// Whether an actor's place is hidden.
    pub(crate) fn is_hidden(&self, id: ActorId) -> bool {
        self.precision(&[id]) == Precision::Hidden
    }

    /// The ids of everything that a slug leads to.
    pub fn ids(&self) -> impl Iterator<Item = Uuid> {
        let districts = self.districts.values().map(|id| id.uuid());
        districts.chain(self.themes.values().map(|id| id.uuid())).chain(self.actors.values().map(|id| id.uuid()))
    }

    /// The district of that slug.
    pub fn district(&self, slug: &str) -> Option<DistrictId> {
        self.districts.get(slug).copied()
    }

    /// The theme of that slug.
    pub fn theme(&self, slug: &str) -> Option<ThemeId> {
        self.themes.get(slug).copied()
    }

    /// The actor of that slug.
    pub fn actor(&self, slug: &str) -> Option<ActorId> {
        self.actors.get(slug).copied()
    }

    pub(crate) fn nearest_district(&self, slug: &str) -> Option<String> {
        nearest(slug, self.districts.keys().map(Slug::as_str))
    }

    pub(crate) fn nearest_theme(&self, slug: &str) -> Option<String> {
        nearest(slug, self.themes.keys().map(Slug::as_str))
    }

    pub(crate) fn nearest_actor(&self, slug: &str) -> Option<String> {
        nearest(slug, self.actors.keys().map(Slug::as_str))
    }
}

/// What ids are called in a file. A public file is given the names of published entries only:
/// what has no name here is left out.
#[derive(Clone, Debug, Default)]
pub struct Names {
    districts: HashMap<DistrictId, Slug>,
    themes: HashMap<ThemeId, Slug>,
    actors: HashMap<ActorId, Slug>,
}

impl Names {
    /// Names a district.
    pub fn add_district(&mut self, id: DistrictId, slug: Slug) {
        self.districts.insert(id, slug);
    }

    /// Names a theme.
    pub fn add_theme(&mut self, id: ThemeId, slug: Slug) {
        self.themes.insert(id, slug);
    }

    /// Names an actor.
    pub fn add_actor(&mut self, id: ActorId, slug: Slug) {
        self.actors.insert(id, slug);
    }

    /// The district's slug.
    pub fn district(&self, id: DistrictId) -> Option<&Slug> {
        self.districts.get(&id)
    }

    /// The theme's slug.
    pub fn theme(&self, id: ThemeId) -> Option<&Slug> {
        self.themes.get(&id)
    }

    /// The actor's slug.
    pub fn actor(&self, id: ActorId) -> Option<&Slug> {
        self.actors.get(&id)
    }
}

/// The closest known word, if it is close enough to be a slip: a third of the letters at most. Of
/// equally close ones the first in the alphabet, so that a message is always the same.
pub fn nearest<'a>(given: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let allowed = (given.len() / 3).clamp(1, 4);
    known
        .filter(|word| word.len().abs_diff(given.len()) <= allowed)
        .map(|word| (distance(given.as_bytes(), word.as_bytes()), word))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, word)| word.to_owned())
}

/// Edit distance by Wagner and Fischer (1974), one row at a time.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let substituted = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_what_was_meant_and_a_stranger_finds_nothing() {
        let slugs = || ["wanne-mitte", "wanne-sued", "eickel"].into_iter();
        assert_eq!(nearest("wanne-mite", slugs()).as_deref(), Some("wanne-mitte"));
        assert_eq!(nearest("eikel", slugs()).as_deref(), Some("eickel"));
        assert_eq!(nearest("bochum", slugs()), None);
    }

    #[test]
    fn distance_counts_edits() {
        assert_eq!(distance(b"kitten", b"sitting"), 3);
        assert_eq!(distance(b"", b"abc"), 3);
        assert_eq!(distance(b"abc", b"abc"), 0);
    }
}
