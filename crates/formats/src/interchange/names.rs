//! What a file calls its entries: the first of the two passes over a file.
//!
//! References may point forwards, so a file is read twice: once to learn which slugs it holds (a
//! slug missing is made from the name), once to turn its entries into domain data. Only slugs stay
//! in memory between the two.

use messages::Message;
use std::collections::{BTreeMap, HashMap, HashSet};

use domain::{Slug, rules};

use super::{
    actor_entry::ActorEntry,
    invalid_entry::InvalidEntry,
    reader::{Entry, Located, Section},
};
use crate::{
    identity::{IdentityFacts, RowFacts},
    known::Known,
    problem::{Place, Problems},
};

/// Every slug that a file gives to an entry.
#[derive(Clone, Debug, Default)]
pub struct FileNames {
    districts: Tree,
    themes: Tree,
    actors: HashSet<Slug>,
    /// Actors without a slug, by their index.
    unnamed: BTreeMap<usize, UnnamedActor>,
    /// Those that were given a slug, by it.
    called: HashMap<Slug, CalledActor>,
    made: HashMap<usize, Slug>,
}

/// An actor without a slug.
#[derive(Clone, Debug)]
struct UnnamedActor {
    /// The slug its name gives.
    slug: Slug,
    name: String,
    /// What a row of a table says of it: whether it is an entry of its name is told by that.
    row: Option<RowFacts>,
}

/// What an actor is called that was given a slug.
#[derive(Clone, Debug)]
pub struct CalledActor {
    /// Its name.
    pub name: String,
    /// What tells it apart from others of its name, where a table says it.
    pub facts: Option<IdentityFacts>,
}

/// Slugs of one tree, with the slug above each and where it stands.
#[derive(Clone, Debug, Default)]
struct Tree(BTreeMap<Slug, (Option<Slug>, Place)>);

impl FileNames {
    /// Learns the slug of an entry; a slug that stands twice is a problem. What is wrong with a refused
    /// entry is added as well.
    pub fn note(&mut self, located: &Located, problems: &mut Problems) {
        let place = &located.place;
        let fresh = match &located.entry {
            Entry::District(entry) => self.districts.note(&entry.slug, entry.parent.as_ref(), place),
            Entry::Theme(entry) => self.themes.note(&entry.slug, entry.parent.as_ref(), place),
            Entry::Actor(entry) => self.note_actor(located.index, entry, place, problems),
            Entry::Project(_) | Entry::Link(_) | Entry::Offer(_) | Entry::Event(_) => return,
            Entry::Invalid(refused) => return self.note_refused(located.index, refused, place, problems),
        };
        if let Err(slug) = fresh {
            problems.add(place.problem("slug", rules::Problem::Duplicate(slug.to_string())));
        }
    }

    fn note_actor(
        &mut self,
        index: usize,
        entry: &ActorEntry,
        place: &Place,
        problems: &mut Problems,
    ) -> Result<(), Slug> {
        if entry.slug.is_none() && entry.id.is_some() {
            // The id says which entry is meant, and the slug made of the name might be another's.
            problems.add(place.problem("slug", rules::Problem::Required));
        }
        if let Some(slug) = &entry.slug {
            return if self.actors.insert(slug.clone()) { Ok(()) } else { Err(slug.clone()) };
        }
        let names = std::iter::once(&entry.name).chain(&entry.alternative_names);
        match names.filter_map(|name| Slug::from_name(name)).next().or_else(|| Slug::from_any_script(&entry.name)) {
            Some(slug) => {
                let row = entry.said.is_row().then(|| RowFacts::of(entry));
                self.unnamed.insert(index, UnnamedActor { slug, name: entry.name.clone(), row });
            }
            None => problems.add(place.problem("slug", rules::Problem::Required)),
        }
        Ok(())
    }

    fn note_refused(&mut self, index: usize, refused: &InvalidEntry, place: &Place, problems: &mut Problems) {
        refused.problems.iter().for_each(|problem| problems.add(problem.clone()));
        let Some(slug) = &refused.slug else { return };
        match refused.section {
            Section::Districts => drop(self.districts.note(slug, None, place)),
            Section::Themes => drop(self.themes.note(slug, None, place)),
            // Numbered with the others, so that what refers to any of them finds it.
            Section::Actors if refused.is_slug_generated => {
                let name = refused.name.clone().unwrap_or_default();
                self.unnamed.insert(index, UnnamedActor { slug: slug.clone(), name, row: None });
            }
            Section::Actors => drop(self.actors.insert(slug.clone())),
            Section::Projects | Section::Links | Section::Offers | Section::Events => {}
        }
    }

    /// Ends the pass: makes the missing slugs, numbered where an earlier entry of the file has the
    /// same or one of another name is known by it, or one of this name that says other things, and reports districts and themes that stand above themselves.
    pub fn finish(&mut self, known: &Known, problems: &mut Problems) {
        // Where the numbers of a name go on: a list may hold the same name thousands of times.
        let mut numbers: HashMap<Slug, usize> = HashMap::new();
        for (index, UnnamedActor { slug: wanted, name, row }) in std::mem::take(&mut self.unnamed) {
            let mut slug = wanted.clone();
            let facts = row.map(|row| row.resolve(known));
            // A slug need not be the one that its name would give today.
            let leads_elsewhere =
                known.actor(wanted.as_str()).is_none() || known.is_another(&wanted, &name, facts.as_ref());
            if facts.is_some()
                && leads_elsewhere
                && let Some(stored) = known.slug_by_name(&name, facts.as_ref())
                && !self.actors.contains(stored)
            {
                slug = stored.clone();
            }
            while known.is_another(&slug, &name, facts.as_ref()) || !self.actors.insert(slug.clone()) {
                let number = numbers.entry(wanted.clone()).or_insert(1);
                *number += 1;
                slug = wanted.with_number(*number);
            }
            self.called.insert(slug.clone(), CalledActor { name, facts });
            self.made.insert(index, slug);
        }
        self.districts.report_circles(problems);
        self.themes.report_circles(problems);
    }

    /// What those are called whose slug was made, by it.
    pub fn generated_names(&self) -> impl Iterator<Item = (&Slug, &CalledActor)> {
        self.called.iter()
    }

    /// The slug of an actor: its own, or the one made for it in [`finish`](Self::finish).
    pub fn actor_slug(&self, index: usize, entry: &ActorEntry) -> Option<Slug> {
        entry.slug.clone().or_else(|| self.made.get(&index).cloned())
    }

    /// The slug of a refused actor: its own, or the one made for it.
    pub fn refused_slug(&self, index: usize, refused: &InvalidEntry) -> Option<Slug> {
        if refused.is_slug_generated { self.made.get(&index).cloned() } else { refused.slug.clone() }
    }

    /// The slugs of the file's districts, refused ones included, in alphabetical order.
    pub fn districts(&self) -> impl Iterator<Item = &Slug> {
        self.districts.0.keys()
    }

    /// The slugs of the file's themes, refused ones included, in alphabetical order.
    pub fn themes(&self) -> impl Iterator<Item = &Slug> {
        self.themes.0.keys()
    }

    /// The slugs of the file's actors, refused ones included, in no particular order.
    pub fn actors(&self) -> impl Iterator<Item = &Slug> {
        self.actors.iter()
    }
}

impl Tree {
    fn note(&mut self, slug: &Slug, parent: Option<&Slug>, place: &Place) -> Result<(), Slug> {
        if self.0.contains_key(slug) {
            return Err(slug.clone());
        }
        self.0.insert(slug.clone(), (parent.cloned(), place.clone()));
        Ok(())
    }

    /// Walks up from every entry, each entry once: where a walk meets itself is a circle.
    fn report_circles(&self, problems: &mut Problems) {
        let mut done: HashSet<&Slug> = HashSet::new();
        for slug in self.0.keys() {
            let mut walk: Vec<&Slug> = Vec::new();
            let mut at = Some(slug);
            while let Some(slug) = at.filter(|slug| done.insert(slug)) {
                walk.push(slug);
                at = self.0.get(slug).and_then(|(parent, _)| parent.as_ref());
            }
            let Some(start) = at.and_then(|met| walk.iter().position(|slug| *slug == met)) else { continue };
            for slug in &walk[start..] {
                let Some((_, place)) = self.0.get(*slug) else { continue };
                let message = Message::new("file-above-itself").quote("slug", slug.as_str());
                problems.add(place.problem("parent", rules::Problem::Format(message)));
            }
        }
    }
}

/// The place of each entry among its siblings, which is the order of the file.
#[derive(Clone, Debug, Default)]
pub struct Siblings(HashMap<Option<Slug>, u32>);

impl Siblings {
    /// The next place below `parent`, from 0.
    pub fn next(&mut self, parent: Option<&Slug>) -> u32 {
        let count = self.0.entry(parent.cloned()).or_default();
        let position = *count;
        *count += 1;
        position
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;
    use std::ops::ControlFlow;

    fn pass(text: &str) -> (FileNames, Vec<String>) {
        let (mut names, mut problems) = (FileNames::default(), Problems::default());
        read(text.as_bytes(), |located| {
            names.note(&located, &mut problems);
            ControlFlow::Continue(())
        })
        .expect("file");
        names.finish(&Known::default(), &mut problems);
        (names, problems.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn missing_slugs_are_made_from_names_and_never_take_a_written_one() {
        let (names, problems) = pass(
            r#"{"format": "bruecke-directory", "version": 1, "actors": [
                {"type": "organisation", "kind": "women", "name": "Café Öz"},
                {"type": "organisation", "kind": "women", "name": "Café Oez"},
                {"type": "organisation", "kind": "women", "name": "Anders", "slug": "cafe-oez"},
                {"type": "organisation", "kind": "women", "name": "بيت", "alternativeNames": ["Bait"]}]}"#,
        );
        assert!(problems.is_empty(), "{problems:?}");
        let mut slugs: Vec<_> = names.actors().map(Slug::as_str).collect();
        slugs.sort_unstable();
        assert_eq!(slugs, ["bait", "cafe-oez", "cafe-oez-2", "cafe-oez-3"]);
        assert_eq!(names.made.get(&1).map(Slug::as_str), Some("cafe-oez-3"));
    }

    #[test]
    fn a_name_that_stands_a_hundred_thousand_times_takes_no_longer_than_as_many_names() {
        let mut names = FileNames::default();
        let wanted: Slug = "verein".parse().expect("a slug");
        let unnamed = UnnamedActor { slug: wanted, name: "Verein".to_owned(), row: None };
        names.unnamed.extend((0..100_000).map(|index| (index, unnamed.clone())));
        names.finish(&Known::default(), &mut Problems::default());
        assert_eq!(names.actors.len(), 100_000);
        assert_eq!(names.made.get(&99_999).map(Slug::as_str), Some("verein-100000"));
    }

    #[test]
    fn slugs_that_stand_twice_and_circles_are_problems() {
        let (_, problems) = pass(
            r#"{"format": "bruecke-directory", "version": 1,
              "themes": [{"slug": "a", "parent": "b", "label": {"de": "A"}, "fieldsOfAction": ["opening"]},
                         {"slug": "b", "parent": "a", "label": {"de": "B"}, "fieldsOfAction": ["opening"]},
                         {"slug": "c", "parent": "a", "label": {"de": "C"}, "fieldsOfAction": ["opening"]},
                         {"slug": "c", "label": {"de": "C"}, "fieldsOfAction": ["opening"]}],
              "actors": [{"type": "organisation", "kind": "women", "name": "?!"}]}"#,
        );
        assert_eq!(problems.len(), 4, "{problems:#?}");
        assert!(problems[0].contains("themes[3].slug: contains \"c\" twice"), "{}", problems[0]);
        assert!(problems[1].contains("actors[0].slug: is required"), "{}", problems[1]);
        assert!(problems[2].contains("themes[0].parent") && problems[3].contains("themes[1].parent"));
    }
}
