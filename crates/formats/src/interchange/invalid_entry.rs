//! An entry with values that cannot be read: its problems, its slug and its name where they are known, and the part that
//! can be read. The rules look at that part too, so that one import tells every problem; nothing of it is ever stored.

use domain::{ActorId, Slug};

use super::{
    reader::{Entry, Section},
    removed::RemovedParts,
    to_domain::Resolver,
};
use crate::{
    known::Known,
    problem::{Place, Problem, Problems},
};

/// What an entry without a slug is called while the rules look at it.
const PLACEHOLDER_SLUG: &str = "x";

/// An entry with problems.
#[derive(Clone, Debug, PartialEq)]
pub struct InvalidEntry {
    /// Where it stands.
    pub section: Section,
    /// What is wrong with its values, never empty.
    pub problems: Vec<Problem>,
    /// Its slug, where it has a readable one, so that what refers to it is not refused as well.
    pub slug: Option<Slug>,
    /// What people would call it, where that can be read.
    pub name: Option<String>,
    /// Whether it has no slug and would have been given this one.
    pub is_slug_generated: bool,
    /// What is left of it, where enough is.
    pub rest: Option<PartialEntry>,
}

/// What is left of a refused entry.
#[derive(Clone, Debug, PartialEq)]
pub struct PartialEntry {
    entry: Box<Entry>,
    removed: RemovedParts,
}

impl PartialEntry {
    pub(crate) fn new(entry: Entry, removed: RemovedParts) -> Self {
        Self { entry: Box::new(entry), removed }
    }

    /// Notes what the rules find in what is left: everything but what is only wrong because a
    /// part is gone. Nothing becomes of the entry, whatever they find.
    pub fn check(self, place: &Place, slug: Option<Slug>, known: &Known, problems: &mut Problems) {
        let mut rule_problems = Problems::default();
        // Paths are those of what is left until they are told.
        let entry_root = Place::inside();
        let mut resolver = Resolver::new(known, &mut rule_problems);
        match *self.entry {
            Entry::District(entry) => drop(resolver.district(&entry_root, *entry, 0)),
            Entry::Theme(entry) => drop(resolver.theme(&entry_root, *entry, 0)),
            Entry::Actor(entry) => {
                let slug = slug.or_else(|| entry.slug.clone()).or_else(|| PLACEHOLDER_SLUG.parse().ok());
                if let Some(slug) = slug {
                    let id = known.actor(slug.as_str()).unwrap_or(ActorId::from_uuid(uuid::Uuid::nil()));
                    drop(resolver.actor(&entry_root, *entry, id, slug));
                }
            }
            Entry::Project(entry) => drop(resolver.project(&entry_root, *entry)),
            Entry::Link(entry) => drop(resolver.link(&entry_root, *entry)),
            Entry::Offer(entry) => drop(resolver.offer_of_actor(&entry_root, *entry)),
            Entry::Event(entry) => drop(resolver.event_of_actor(&entry_root, *entry)),
            Entry::Invalid(_) => {}
        }
        for Problem { path, wrong, meant, .. } in &rule_problems {
            if let Some(path) = self.removed.explain_absence(path, wrong) {
                problems.add(Problem { meant: meant.clone(), ..place.problem(&path, wrong.clone()) });
            }
        }
    }
}
