//! Writes a directory file entry by entry. The same directory always gives the same bytes: the
//! order is fixed, and a writer that is handed another one refuses.

use std::{
    collections::{BTreeMap, HashMap},
    io::{self, Write},
};

use domain::{
    Actor, ActorId, ContactPerson, CooperationLink, District, Entity, Event, Gazetteer, LinkId, Offer, Project,
    ProjectId, Record, Slug, Theme,
    publication::Discretion,
    record::{EntityRef, LifeStatus},
};
use serde::Serialize;
use thiserror::Error;

use super::{
    actor_entry::ActorEntry,
    directory_entry::{DistrictEntry, LinkEntry, ProjectEntry, ThemeEntry},
    header::{FORMAT, PUBLIC_SCOPE, VERSION},
    layout,
    reader::Section,
    to_entries::{ActorRecords, Composer, Scope, Unnamed},
};
use crate::known::Names;

/// Why a file was not written.
#[derive(Debug, Error)]
pub enum WriteError {
    /// The bytes did not go out.
    #[error("writing the file failed")]
    Io(#[from] io::Error),
    /// An entry could not be written.
    #[error("writing an entry of {section:?} failed")]
    Entry {
        /// Where it belongs.
        section: Section,
        /// Why.
        #[source]
        cause: serde_json::Error,
    },
    /// An entry came after one it must stand before, or without what gives it its place.
    #[error(
        "an entry of {section:?} came out of order: actors are written by slug, projects and links by id, sections as in the format"
    )]
    OutOfOrder {
        /// Where it belongs.
        section: Section,
    },
    /// A record refers to something that is not there.
    #[error(transparent)]
    Unnamed(#[from] Unnamed),
}

/// A directory file being written. Entries come section by section in the order of
/// [`Section::ALL`]: districts and themes with parents before children, actors by slug, projects
/// and links by id. Sections without entries are written empty.
#[derive(Debug)]
pub struct DirectoryWriter<W: Write> {
    out: W,
    /// How many sections are begun; the last of them is open.
    begun: usize,
    empty: bool,
    last_actor: Option<Slug>,
    last_project: Option<ProjectId>,
    last_link: Option<LinkId>,
}

impl<W: Write> DirectoryWriter<W> {
    /// Begins a file. `out` should be buffered.
    ///
    /// # Errors
    /// [`WriteError::Io`].
    pub fn new(mut out: W, scope: Scope) -> Result<Self, WriteError> {
        write!(out, "{{\n  \"format\": \"{FORMAT}\",\n  \"version\": {VERSION}")?;
        if scope == Scope::Public {
            write!(out, ",\n  \"scope\": \"{PUBLIC_SCOPE}\"")?;
        }
        Ok(Self { out, begun: 0, empty: true, last_actor: None, last_project: None, last_link: None })
    }

    /// Writes a district.
    ///
    /// # Errors
    /// [`WriteError`], out of order when a later section has begun.
    pub fn district(&mut self, entry: &DistrictEntry) -> Result<(), WriteError> {
        self.entry(Section::Districts, entry)
    }

    /// Writes a theme.
    ///
    /// # Errors
    /// [`WriteError`], out of order when a later section has begun.
    pub fn theme(&mut self, entry: &ThemeEntry) -> Result<(), WriteError> {
        self.entry(Section::Themes, entry)
    }

    /// Writes an actor.
    ///
    /// # Errors
    /// [`WriteError`], out of order unless its slug comes after that of the actor before.
    pub fn actor(&mut self, entry: &ActorEntry) -> Result<(), WriteError> {
        let section = Section::Actors;
        if entry.slug.is_none() || entry.slug <= self.last_actor {
            return Err(WriteError::OutOfOrder { section });
        }
        self.entry(section, entry)?;
        self.last_actor.clone_from(&entry.slug);
        Ok(())
    }

    /// Writes a project.
    ///
    /// # Errors
    /// [`WriteError`], out of order unless its id comes after that of the project before.
    pub fn project(&mut self, entry: &ProjectEntry) -> Result<(), WriteError> {
        let section = Section::Projects;
        if entry.id.is_none() || entry.id <= self.last_project {
            return Err(WriteError::OutOfOrder { section });
        }
        self.last_project = entry.id;
        self.entry(section, entry)
    }

    /// Writes a link.
    ///
    /// # Errors
    /// [`WriteError`], out of order unless its id comes after that of the link before.
    pub fn link(&mut self, entry: &LinkEntry) -> Result<(), WriteError> {
        let section = Section::Links;
        if entry.id.is_none() || entry.id <= self.last_link {
            return Err(WriteError::OutOfOrder { section });
        }
        self.last_link = entry.id;
        self.entry(section, entry)
    }

    /// Ends the file and hands the output back, flushed.
    ///
    /// # Errors
    /// [`WriteError::Io`].
    pub fn finish(mut self) -> Result<W, WriteError> {
        self.begin_up_to(Section::ALL.len())?;
        self.end_section()?;
        self.out.write_all(b"\n}\n")?;
        self.out.flush()?;
        Ok(self.out)
    }

    fn entry(&mut self, section: Section, entry: &impl Serialize) -> Result<(), WriteError> {
        let number = section as usize + 1;
        if number < self.begun {
            return Err(WriteError::OutOfOrder { section });
        }
        self.begin_up_to(number)?;
        self.out.write_all(if self.empty { b"\n    " } else { b",\n    " })?;
        self.empty = false;
        layout::write(&mut self.out, entry, 2).map_err(|cause| WriteError::Entry { section, cause })
    }

    fn begin_up_to(&mut self, number: usize) -> Result<(), WriteError> {
        while self.begun < number {
            self.end_section()?;
            write!(self.out, ",\n  \"{}\": [", Section::ALL[self.begun].name())?;
            self.begun += 1;
            self.empty = true;
        }
        Ok(())
    }

    fn end_section(&mut self) -> Result<(), WriteError> {
        match (self.begun, self.empty) {
            (0, _) => Ok(()),
            (_, true) => Ok(self.out.write_all(b"]")?),
            (_, false) => Ok(self.out.write_all(b"\n  ]")?),
        }
    }
}

/// A whole directory as its records, in any order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Records {
    /// Every district.
    pub districts: Vec<Record<District>>,
    /// Every theme.
    pub themes: Vec<Record<Theme>>,
    /// The actors.
    pub actors: Vec<Record<Actor>>,
    /// Their offers.
    pub offers: Vec<Record<Offer>>,
    /// Their events.
    pub events: Vec<Record<Event>>,
    /// Their contact persons.
    pub contact_persons: Vec<Record<ContactPerson>>,
    /// The projects.
    pub projects: Vec<Record<Project>>,
    /// The cooperation links.
    pub links: Vec<Record<CooperationLink>>,
}

/// Writes a whole directory.
///
/// # Errors
/// [`WriteError`]; a part of the file may have been written.
pub fn write<W: Write>(out: W, mut records: Records, scope: Scope) -> Result<W, WriteError> {
    let names = names(&records, scope);
    let gazetteer = Gazetteer::new(&records.districts);
    let mut discretion = Discretion::default();
    let shown = |actor: &&Record<Actor>| names.actor(actor.id).is_some();
    records.actors.iter().filter(shown).for_each(|actor| discretion.note(actor));
    let composer = Composer { scope, names: &names, gazetteer: &gazetteer, discretion: &discretion };
    let mut file = DirectoryWriter::new(out, scope)?;
    for record in in_tree_order(records.districts, |data| (data.parent, data.position, data.slug.clone())) {
        file.district(&composer.district(record)?)?;
    }
    for record in in_tree_order(records.themes, |data| (data.parent, data.position, data.slug.clone())) {
        file.theme(&composer.theme(record)?)?;
    }
    let mut offers = group_by_home(records.offers, |offer| Some(offer.actor));
    let mut events = group_by_home(records.events, |event| composer.home(event));
    let mut contact_persons = group_by_home(records.contact_persons, |person| Some(person.actor));
    records.actors.sort_unstable_by(|a, b| a.data.slug.cmp(&b.data.slug));
    for actor in records.actors {
        let below = ActorRecords {
            offers: offers.remove(&actor.id).unwrap_or_default(),
            events: events.remove(&actor.id).unwrap_or_default(),
            contact_persons: contact_persons.remove(&actor.id).unwrap_or_default(),
            actor,
        };
        if let Some(entry) = composer.actor(below)? {
            file.actor(&entry)?;
        }
    }
    if scope == Scope::Everything {
        // What hangs below an actor that is not there would be lost on the way.
        let lost = offers.keys().chain(events.keys()).chain(contact_persons.keys()).min();
        if let Some(actor) = lost {
            return Err(Unnamed(EntityRef::of::<Actor>(*actor)).into());
        }
    }
    records.projects.sort_unstable_by_key(|project| project.id);
    for project in records.projects {
        if let Some(entry) = composer.project(project)? {
            file.project(&entry)?;
        }
    }
    records.links.sort_unstable_by_key(|link| link.id);
    for link in records.links {
        if let Some(entry) = composer.link(link)? {
            file.link(&entry)?;
        }
    }
    file.finish()
}

fn names(records: &Records, scope: Scope) -> Names {
    let mut names = Names::default();
    for district in &records.districts {
        names.add_district(district.id, district.data.slug.clone());
    }
    for theme in &records.themes {
        names.add_theme(theme.id, theme.data.slug.clone());
    }
    for actor in &records.actors {
        if scope == Scope::Everything || actor.data.status == LifeStatus::Published {
            names.add_actor(actor.id, actor.data.slug.clone());
        }
    }
    names
}

fn group_by_home<E: Entity>(
    records: Vec<Record<E>>,
    home: impl Fn(&E) -> Option<ActorId>,
) -> HashMap<ActorId, Vec<Record<E>>> {
    let mut groups: HashMap<_, Vec<_>> = HashMap::new();
    for record in records {
        if let Some(actor) = home(&record.data) {
            groups.entry(actor).or_default().push(record);
        }
    }
    groups
}

type Sibling<E> = (u32, Slug, Record<E>);

/// Parents before children, siblings by position, then slug. What hangs below nothing comes last,
/// so that nothing is lost on the way.
pub fn in_tree_order<E: Entity>(
    records: Vec<Record<E>>,
    place: impl Fn(&E) -> (Option<E::Id>, u32, Slug),
) -> Vec<Record<E>> {
    let mut children: BTreeMap<Option<E::Id>, Vec<Sibling<E>>> = BTreeMap::new();
    for record in records {
        let (parent, position, slug) = place(&record.data);
        children.entry(parent).or_default().push((position, slug, record));
    }
    for siblings in children.values_mut() {
        siblings.sort_unstable_by(|a, b| (b.0, &b.1).cmp(&(a.0, &a.1)));
    }
    let mut ordered = Vec::new();
    let mut waiting = children.remove(&None).unwrap_or_default();
    loop {
        while let Some((_, _, record)) = waiting.pop() {
            waiting.extend(children.remove(&Some(record.id)).unwrap_or_default());
            ordered.push(record);
        }
        match children.pop_first() {
            Some((_, rest)) => waiting = rest,
            None => return ordered,
        }
    }
}
