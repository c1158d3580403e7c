//! Entries that are refused for their values: what they would have been called, and what is left of
//! them for the rules to look at, so that one run tells everything.

use domain::{ActorId, Slug};

use super::{Entry, Resolver, Section, removed::Removed};
use crate::{
    known::Known,
    problem::{Place, Problem, Problems},
};

/// An entry with problems.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// Where it stands.
    pub section: Section,
    /// What is wrong with its values, never empty.
    pub problems: Vec<Problem>,
    /// Its slug, where it has a readable one, so that what refers to it is not refused as well.
    pub slug: Option<Slug>,
    /// What people would call it, where that can be read.
    pub name: Option<String>,
    /// Whether it has no slug and would have been given this one.
    pub is_made: bool,
    /// What is left of it, where enough is.
    pub rest: Option<Rest>,
}

/// What is left of a refused entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Rest {
    entry: Box<Entry>,
    removed: Removed,
}

impl Rest {
    pub(crate) fn new(entry: Entry, removed: Removed) -> Self {
        Self { entry: Box::new(entry), removed }
    }

    /// Notes what the rules find in what is left: everything but what is only wrong because a
    /// part is gone. Nothing becomes of the entry, whatever they find.
    pub fn check(self, place: &Place, slug: Option<Slug>, known: &Known, problems: &mut Problems) {
        let mut found = Problems::default();
        // Paths are those of what is left until they are told.
        let inside = Place::inside();
        let mut resolver = Resolver::new(known, &mut found);
        match *self.entry {
            Entry::District(entry) => drop(resolver.district(&inside, *entry, 0)),
            Entry::Theme(entry) => drop(resolver.theme(&inside, *entry, 0)),
            Entry::Actor(entry) => {
                let slug = slug.or_else(|| entry.slug.clone()).or_else(|| "x".parse().ok());
                if let Some(slug) = slug {
                    let id = known.actor(slug.as_str()).unwrap_or(ActorId::from_uuid(uuid::Uuid::nil()));
                    drop(resolver.actor(&inside, *entry, id, slug));
                }
            }
            Entry::Project(entry) => drop(resolver.project(&inside, *entry)),
            Entry::Link(entry) => drop(resolver.link(&inside, *entry)),
            Entry::Offer(entry) => drop(resolver.offer_of_actor(&inside, *entry)),
            Entry::Event(entry) => drop(resolver.event_of_actor(&inside, *entry)),
            Entry::Refused(_) => {}
        }
        for Problem { path, wrong, meant, .. } in &found {
            if let Some(path) = self.removed.explain_absence(path, wrong) {
                problems.add(Problem { meant: meant.clone(), ..place.problem(&path, wrong.clone()) });
            }
        }
    }
}
