//! The reading side of an import: the entries of a pass become entities, and wait in batches for the
//! writer.

use chrono::{DateTime, Days, Utc};
use domain::{
    ActorId, ContactPerson, CooperationLink, DistrictArea, Event, Offer, Project, Slug, offer::CurrentAvailability,
    rules, vocabulary::Precision,
};
use formats::{
    Known, Problems,
    interchange::{ActorEntry, Entry, FileNames, Located, NestedData, Resolver, Section, Siblings},
    problem::Place,
};
use store::{Store, StoreError, Stored};
use tokio::sync::mpsc;

use super::{
    ImportSource, ProgressSink, TransferError, actor_check,
    boundaries::Existing,
    naming::Naming,
    natural::{Natural, Recognised},
    pending_items::PendingItems,
    persons::Departed,
    scan::scan,
    tree_items::TreeItems,
    writing::{ImportBatch, Item},
};

/// Which entries a pass takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pass {
    /// Districts and themes.
    Trees,
    /// Actors alone.
    Actors,
    /// Everything that refers to actors.
    Rest,
}

impl Pass {
    /// The pass in which the entries of a section are checked.
    const fn of(section: Section) -> Self {
        match section {
            Section::Districts | Section::Themes => Self::Trees,
            Section::Actors => Self::Actors,
            Section::Projects | Section::Links | Section::Offers | Section::Events => Self::Rest,
        }
    }
}

/// What the store holds already of what has no slug.
#[derive(Debug)]
pub(super) struct Seen {
    offers: Recognised,
    events: Recognised,
    projects: Recognised,
    links: Recognised,
    persons: Recognised,
    departed: Departed,
}

impl Seen {
    /// Learns what the store holds.
    pub(super) async fn load(store: &Store) -> Result<Self, StoreError> {
        let mut departed = Departed::default();
        Ok(Self {
            offers: Recognised::load::<Offer>(store, |_| ()).await?,
            events: Recognised::load::<Event>(store, |_| ()).await?,
            projects: Recognised::load::<Project>(store, |_| ()).await?,
            links: Recognised::load::<CooperationLink>(store, |_| ()).await?,
            persons: Recognised::load::<ContactPerson>(store, |person| departed.learn(person)).await?,
            departed,
        })
    }
}

/// What the reading side keeps from pass to pass.
pub(super) struct Work {
    pub(super) sources: Vec<ImportSource>,
    pub(super) naming: Naming,
    pub(super) problems: Vec<Problems>,
    pub(super) recognised: Seen,
    pub(super) existing: Existing,
    /// Where the districts lie, those of the files among them once their pass is over.
    pub(super) area: DistrictArea,
    /// The actors that are put far from every district: their files, where they stand there, and their names.
    pub(super) far_actors: Vec<(usize, Place, String)>,
    /// Whether what is sound is handed on beside what is wrong.
    pub(super) tolerant: bool,
}

impl Work {
    /// Whether nothing wrong was found so far.
    pub(super) fn is_sound(&self) -> bool {
        self.problems.iter().all(Problems::is_empty)
    }

    /// Reads the entries of a pass. From the first problem on nothing is handed to the writer any
    /// more, but everything that is wrong is still found.
    pub(super) fn read(
        &mut self,
        pass: Pass,
        progress: &dyn ProgressSink,
        batches: &mpsc::Sender<ImportBatch>,
    ) -> Result<(), TransferError> {
        let mut sound = self.tolerant || self.is_sound();
        let mut trees = TreeItems::default();
        for file in self.reading_order() {
            let source = &self.sources[file];
            let known = &self.naming.known;
            let mut taker = Taker {
                file,
                pass,
                known,
                area: &self.area,
                far_actors: &mut self.far_actors,
                is_public: self.naming.public[file],
                names: &self.naming.files[file],
                recognised: &mut self.recognised,
                siblings: Default::default(),
                waiting: PendingItems::default(),
                late: self.problems[file].fresh(),
            };
            let (mut found, mut told_before) = (self.problems[file].fresh(), Problems::default());
            if pass == Pass::Trees && !self.naming.patches[file].is_empty() {
                let arriving = trees.districts_by_id();
                let surroundings = self.existing.surroundings(known, self.naming.patches.iter().flatten(), &arriving);
                for patch in self.naming.patches[file].iter().cloned() {
                    // From the first problem on nobody knows what the other files say of it.
                    if !sound && self.naming.is_listed_district(&patch.slug) {
                        continue;
                    }
                    let Some((place, id, data)) =
                        self.existing.patch_district(known, (&surroundings, &arriving), patch, &mut found)
                    else {
                        continue;
                    };
                    let (is_public_view, public_precision) = (false, Precision::Exact);
                    taker.waiting.districts.push(Item {
                        file,
                        place,
                        id,
                        created_at: None,
                        data,
                        is_public_view,
                        public_precision,
                    });
                }
                sound &= self.tolerant || found.is_empty();
            }
            // Features say nothing of an order.
            let patched = taker.waiting.districts.len();
            scan(source, progress, |located| {
                // What is wrong with an actor was noted in its own pass.
                let again = pass == Pass::Rest && matches!(located.entry, Entry::Actor(_));
                taker.take(located, if again { &mut told_before } else { &mut found });
                let late = taker.late.fresh();
                found.append(std::mem::replace(&mut taker.late, late));
                sound &= self.tolerant || found.is_empty();
                if sound { taker.waiting.send_full(batches) } else { taker.waiting.forget() }
            })?;
            if sound {
                if source.is_table() {
                    self.existing.complete_districts(&mut taker.waiting.districts[patched..]);
                    self.existing.complete_themes(&mut taker.waiting.themes);
                }
                self.existing.keep_districts(&mut taker.waiting.districts[patched..]);
                self.existing.keep_themes(&mut taker.waiting.themes);
                trees.add(&mut taker.waiting, patched);
                taker.waiting.finish(batches);
            }
            self.problems[file].append(found);
        }
        if pass == Pass::Trees {
            self.area = trees.districts().fold(self.existing.area(), DistrictArea::with);
        }
        if sound {
            trees.finish(batches);
        }
        Ok(())
    }

    /// The files in the order in which they are read: features say something over the districts that the other files
    /// bring, so theirs come last.
    fn reading_order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.sources.len()).collect();
        order.sort_by_key(|file| !self.naming.patches[*file].is_empty());
        order
    }
}

/// Turns the entries of one file into batches.
struct Taker<'a> {
    file: usize,
    pass: Pass,
    known: &'a Known,
    area: &'a DistrictArea,
    far_actors: &'a mut Vec<(usize, Place, String)>,
    /// Whether the file was written for the public.
    is_public: bool,
    names: &'a FileNames,
    recognised: &'a mut Seen,
    siblings: [Siblings; 2],
    waiting: PendingItems,
    /// What is found wrong below actors once they have been told.
    late: Problems,
}

impl Taker<'_> {
    fn take(&mut self, located: Located, problems: &mut Problems) {
        let Located { place, index, entry } = located;
        let resolver = &mut Resolver::new(self.known, problems);
        match (self.pass, entry) {
            (pass, Entry::Invalid(refused)) if pass == Pass::of(refused.section) => {
                let slug = self.names.refused_slug(index, &refused);
                if let Some(rest) = refused.rest {
                    rest.check(&place, slug, self.known, problems);
                }
            }
            (Pass::Trees, Entry::District(entry)) => {
                let position = self.siblings[0].next(entry.parent.as_ref());
                let id = self.known.district(entry.slug.as_str());
                let created_at = entry.created_at;
                let data = resolver.district(&place, *entry, position);
                push(&mut self.waiting.districts, (self.file, self.is_public), place, (id, created_at), data);
            }
            (Pass::Trees, Entry::Theme(entry)) => {
                let position = self.siblings[1].next(entry.parent.as_ref());
                let id = self.known.theme(entry.slug.as_str());
                let created_at = entry.created_at;
                let data = resolver.theme(&place, *entry, position);
                push(&mut self.waiting.themes, (self.file, self.is_public), place, (id, created_at), data);
            }
            (Pass::Actors | Pass::Rest, Entry::Actor(entry)) => {
                let Some(slug) = self.names.actor_slug(index, &entry) else { return };
                let Some(id) = self.known.actor(slug.as_str()) else { return };
                self.actor(place, id, slug, *entry, resolver);
            }
            (Pass::Rest, Entry::Project(entry)) => {
                let (given, created_at) = (entry.id, entry.created_at);
                let data = resolver.project(&place, *entry);
                let id = data.as_ref().map(|data| self.recognised.projects.id(given, data));
                push(&mut self.waiting.projects, (self.file, self.is_public), place, (id, created_at), data);
            }
            (Pass::Rest, Entry::Link(entry)) => {
                let (given, created_at) = (entry.id, entry.created_at);
                let data = resolver.link(&place, *entry);
                let id = data.as_ref().map(|data| self.recognised.links.id(given, data));
                push(&mut self.waiting.links, (self.file, self.is_public), place, (id, created_at), data);
            }
            (Pass::Rest, Entry::Offer(entry)) => {
                if let Some(NestedData { id, created_at, data }) = resolver.offer_of_actor(&place, *entry) {
                    let id = self.recognised.offers.id(id, &data);
                    let file = (self.file, self.is_public);
                    push(&mut self.waiting.offers, file, place, (Some(id), created_at), Some(data));
                    self.check_availability(self.waiting.offers.len() - 1);
                }
            }
            (Pass::Rest, Entry::Event(entry)) => {
                if let Some(NestedData { id, created_at, data }) = resolver.event_of_actor(&place, *entry) {
                    let id = self.recognised.events.id(id, &data);
                    let file = (self.file, self.is_public);
                    push(&mut self.waiting.events, file, place, (Some(id), created_at), Some(data));
                }
            }
            _ => {}
        }
    }

    /// Complains of availabilities of the offers from a place on that hold longer than anybody may say; of those that
    /// are over a file may tell.
    fn check_availability(&mut self, from: usize) {
        // The time zone of the directory may be a day ahead.
        let first = Utc::now().date_naive();
        let last = CurrentAvailability::latest_end(first + Days::new(1));
        for offer in &self.waiting.offers[from..] {
            if offer.data.availability_until.is_some_and(|until| until > last) {
                let wrong = rules::Problem::DayOutOfRange { first, last, is_before: false };
                self.late.add(offer.place.problem("availabilityUntil", wrong));
            }
        }
    }

    /// The actor itself in its pass, what stands below it in the last one.
    fn actor(&mut self, place: Place, id: ActorId, slug: Slug, entry: ActorEntry, resolver: &mut Resolver<'_>) {
        let (created_at, is_coarsened) = (entry.created_at, entry.coarsened == Some(true));
        let Some(read) = resolver.actor(&place, entry, id, slug) else { return };
        if self.pass == Pass::Actors {
            for (at, former) in read.actor.former_slugs.iter().enumerate() {
                if self.known.actor(former.as_str()).is_some_and(|owner| owner != id) {
                    let wrong = rules::Problem::Taken(former.to_string());
                    self.late.add(place.problem(&format!("formerSlugs[{at}]"), wrong));
                    return;
                }
            }
            let wrong = actor_check::problems(&place, &read.actor, self.known.position(id), self.area);
            if !wrong.is_empty() {
                wrong.into_iter().for_each(|problem| self.late.add(problem));
                return;
            }
            if actor_check::is_far(&read.actor, self.known.position(id), self.area) {
                self.far_actors.push((self.file, place.clone(), read.actor.name.clone()));
            }
            push(
                &mut self.waiting.actors,
                (self.file, self.is_public),
                place,
                (Some(id), created_at),
                Some(read.actor),
            );
            return;
        }
        let (offers, events) = (self.waiting.offers.len(), self.waiting.events.len());
        let (file, recognised) = ((self.file, is_coarsened), &mut self.recognised);
        below(&mut self.waiting.offers, &mut recognised.offers, file, (&place, "offers"), read.offers);
        below(&mut self.waiting.events, &mut recognised.events, file, (&place, "events"), read.events);
        self.check_availability(offers);
        for offer in &mut self.waiting.offers[offers..] {
            offer.public_precision = self.known.precision(&[offer.data.actor]);
        }
        for event in &mut self.waiting.events[events..] {
            event.public_precision = self.known.precision(&event.data.hosts);
        }
        let (file, before) = ((self.file, self.is_public), self.waiting.persons.len());
        let recognised = &mut self.recognised;
        below(
            &mut self.waiting.persons,
            &mut recognised.persons,
            file,
            (&place, "contactPersons"),
            read.contact_persons,
        );
        for person in &self.waiting.persons[before..] {
            for (field, wrong) in self.recognised.departed.complaints(person.id, &person.data) {
                self.late.add(person.place.problem(&field, wrong));
            }
        }
    }
}

fn push<E: Stored>(
    waiting: &mut Vec<Item<E>>,
    (file, is_public_view): (usize, bool),
    place: Place,
    (id, created_at): (Option<E::Id>, Option<DateTime<Utc>>),
    data: Option<E>,
) {
    if let (Some(id), Some(data)) = (id, data) {
        waiting.push(Item { file, place, id, created_at, data, is_public_view, public_precision: Precision::Exact });
    }
}

fn below<E: Stored + Natural>(
    waiting: &mut Vec<Item<E>>,
    recognised: &mut Recognised,
    (file, is_public_view): (usize, bool),
    (place, list): (&Place, &str),
    entries: Vec<NestedData<E>>,
) {
    for (at, NestedData { id: given, created_at, data }) in entries.into_iter().enumerate() {
        let id = recognised.id(given, &data);
        let place = place.below(&format!("{list}[{at}]"));
        waiting.push(Item { file, place, id, created_at, data, is_public_view, public_precision: Precision::Exact });
    }
}
