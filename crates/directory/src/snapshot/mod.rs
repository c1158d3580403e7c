//! The snapshot: one immutable state of the directory with everything questions need.
//!
//! - `tables`, `ties`: the facts by number, with what belongs to whom; the only part that is not derived
//! - `taxonomy`, `tree`: themes and districts as trees
//! - `indexes`: bitmaps (`families`), orders (`orders`) and places (`places`)
//! - `documents`, `endings`: what can be found by text, and until when
//! - `build`, `apply`: a snapshot from all facts, and from another snapshot and some changes
//!
//! Everything is persistent or copied on write: a new snapshot shares with the old one whatever did
//! not change. Invariant, held by a property test: applying changes gives what building from the
//! same final facts gives.
//!
//! To index something new: a `families::Family` and a line in
//! `indexes::State::actor_slots`; building, applying and facets follow.

mod apply;
pub(crate) mod build;
pub(crate) mod column;
mod district_labels;
pub(crate) mod documents;
mod endings;
pub(crate) mod families;
pub(crate) mod features;
mod hash_index;
pub(crate) mod indexes;
pub(crate) mod keys;
pub(crate) mod log;
pub(crate) mod orders;
pub(crate) mod places;
pub(crate) mod slab;
pub(crate) mod slices;
mod slugs;
pub(crate) mod tables;
pub(crate) mod taxonomy;
pub(crate) mod ties;
mod tree;
pub(crate) mod words;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::{
    ActorId, ActorType, Address, DistrictId, EventId, Gazetteer, LinkId, LocalisedText, OfferId, ProjectId, ThemeId,
    publication::{PublicContact, place_told},
    vocabulary::Precision,
};

use self::{
    documents::TextIndexes,
    families::Family,
    indexes::{Indexes, SnapshotView},
    tables::FactTables,
    taxonomy::Taxonomy,
    ties::{Tie, TieKind},
};
use crate::{
    ActorEntry, ActorNo, Counts, DistrictEntry, DistrictNo, EventEntry, EventNo, LinkEntry, LinkNo, OfferEntry,
    OfferNo, ProjectEntry, ProjectNo, Settings, Synonyms, ThemeEntry, ThemeNo, interpretation::DirectoryWords,
};

/// One immutable state of the directory.
#[derive(Clone, Debug)]
pub struct Snapshot {
    pub(crate) settings: Arc<Settings>,
    version: u64,
    updated_at: Option<DateTime<Utc>>,
    pub(crate) tables: FactTables,
    pub(crate) taxonomy: Arc<Taxonomy>,
    pub(crate) indexes: Indexes,
    pub(crate) texts: TextIndexes,
    pub(crate) words: Arc<DirectoryWords>,
}

macro_rules! entries {
    ($($get:ident $number:ident $entry:ident $no:ident $id:ident $slab:ident $tie:expr;)+) => {
        impl Snapshot {$(
            /// The entry of a number.
            ///
            /// # Panics
            /// For a number that another snapshot gave.
            pub fn $get(&self, no: $no) -> &$entry {
                self.tables.$slab.get(no.0).expect("a number is asked of the snapshot that gave it")
            }

            /// The number of an id, if the public sees the entry.
            pub fn $number(&self, id: $id) -> Option<$no> {
                let no = self.tables.$slab.find(id)?.0;
                let tie: Option<TieKind> = $tie;
                tie.is_none_or(|kind| self.tables.is_tie_shown(Tie { kind, no })).then_some($no(no))
            }
        )+}
    };
}

entries! {
    actor actor_no ActorEntry ActorNo ActorId actors None;
    offer offer_no OfferEntry OfferNo OfferId offers Some(TieKind::Offer);
    event event_no EventEntry EventNo EventId events Some(TieKind::Event);
    project project_no ProjectEntry ProjectNo ProjectId projects Some(TieKind::Project);
    link link_no LinkEntry LinkNo LinkId links Some(TieKind::Link);
}

/// What the directory is.
impl Snapshot {
    /// The last place in the log that is in here; 0 for an empty directory.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// What the directory says of itself.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The synonyms that questions are read with.
    pub fn synonyms(&self) -> &Arc<Synonyms> {
        &self.words.synonyms
    }

    /// The same directory, its questions read with other synonyms.
    #[must_use]
    pub fn with_synonyms(&self, synonyms: Arc<Synonyms>) -> Self {
        Self { words: Arc::new(DirectoryWords::new(synonyms)), ..self.clone() }
    }

    /// When the newest change that is in here was written.
    pub fn updated_at(&self) -> Option<DateTime<Utc>> {
        self.updated_at
    }

    /// How many actors the public sees.
    pub fn actor_count(&self) -> usize {
        self.indexes.actors.all().len() as usize
    }

    /// How many entries the public sees.
    pub fn counts(&self) -> Counts {
        let actors = |actor_type: ActorType| self.indexes.actors.get(Family::Type, actor_type as usize).len();
        Counts {
            organisations: actors(ActorType::Organisation),
            institutions: actors(ActorType::Institution),
            networks: actors(ActorType::Network),
            offers: self.indexes.offers.all().len(),
            events: self.indexes.events.all().len(),
            projects: self.indexes.projects.all().len(),
            links: self.indexes.links.all().len(),
            themes: self.taxonomy.themes.len() as u64,
            districts: self.taxonomy.districts.len() as u64,
        }
    }

    /// How many bytes the texts have that people write in several languages, which an entry may have any number of.
    pub fn text_bytes(&self) -> u64 {
        let tables = &self.tables;
        let actors = tables.actors.iter().flat_map(|(_, it)| [&it.data().summary, &it.data().description]);
        let offers = tables.offers.iter().map(|(_, it)| it.data());
        let offers = offers.flat_map(|it| [&it.title, &it.description, &it.cost, &it.registration]);
        let events = tables.events.iter().flat_map(|(_, it)| [&it.data().title, &it.data().description]);
        let projects = tables.projects.iter().flat_map(|(_, it)| [&it.data().title, &it.data().description]);
        let texts = actors.chain(offers).chain(events).chain(projects).flat_map(LocalisedText::iter);
        texts.map(|(_, text)| text.len() as u64).sum()
    }

    pub(crate) fn state(&self) -> SnapshotView<'_> {
        SnapshotView { tables: &self.tables, taxonomy: &self.taxonomy }
    }
}

/// Actors.
impl Snapshot {
    /// The actor a slug leads to; former slugs too.
    pub fn actor_by_slug(&self, slug: &str) -> Option<ActorNo> {
        let actor = |no: u32| self.tables.actors.get(no).map(|actor| (actor.data(), actor.record().id));
        self.tables.slugs.find(slug, actor).map(ActorNo)
    }

    /// Every actor the public sees, in no order that means anything.
    pub fn all_actors(&self) -> impl Iterator<Item = ActorNo> + '_ {
        self.indexes.actors.all().iter().map(ActorNo)
    }

    /// Every offer the public sees, in no order that means anything.
    pub fn all_offers(&self) -> impl Iterator<Item = OfferNo> + '_ {
        self.indexes.offers.all().iter().map(OfferNo)
    }

    /// Every link the public sees, in no order that means anything.
    pub fn all_links(&self) -> impl Iterator<Item = LinkNo> + '_ {
        self.indexes.links.all().iter().map(LinkNo)
    }

    /// Every project the public sees, in no order that means anything.
    pub fn all_projects(&self) -> impl Iterator<Item = ProjectNo> + '_ {
        self.indexes.projects.all().iter().map(ProjectNo)
    }

    /// Every event the public sees, in no order that means anything.
    pub fn all_events(&self) -> impl Iterator<Item = EventNo> + '_ {
        self.indexes.events.all().iter().map(EventNo)
    }

    /// An actor's offers, by title.
    pub fn offers_of(&self, actor: ActorNo) -> impl Iterator<Item = OfferNo> + '_ {
        self.visible_ties(actor, TieKind::Offer).map(OfferNo)
    }

    /// The events an actor hosts, by first start.
    pub fn events_of(&self, actor: ActorNo) -> impl Iterator<Item = EventNo> + '_ {
        self.visible_ties(actor, TieKind::Event).map(EventNo)
    }

    /// The projects an actor takes part in, by title.
    pub fn projects_of(&self, actor: ActorNo) -> impl Iterator<Item = ProjectNo> + '_ {
        self.visible_ties(actor, TieKind::Project).map(ProjectNo)
    }

    /// An actor's links to others whom the public sees, of any public status, by id.
    pub fn links_of(&self, actor: ActorNo) -> impl Iterator<Item = LinkNo> + '_ {
        self.visible_ties(actor, TieKind::Link).map(LinkNo)
    }

    /// What is public of an actor's contact persons, by id.
    pub fn contacts_of(&self, actor: ActorNo) -> impl Iterator<Item = &PublicContact> + '_ {
        let contacts = self.visible_ties(actor, TieKind::Contact);
        contacts.filter_map(|no| Some(&self.tables.contacts.get(no)?.contact))
    }

    fn visible_ties(&self, actor: ActorNo, kind: TieKind) -> impl Iterator<Item = u32> + '_ {
        let ties = self.tables.ties(actor, kind).iter().copied();
        ties.filter(|tie| self.tables.is_tie_shown(*tie)).map(|tie| tie.no)
    }

    /// The hosts of an event whom the public sees, as listed.
    pub fn hosts_of(&self, event: EventNo) -> impl Iterator<Item = ActorNo> + '_ {
        self.event(event).hosts.iter().copied().filter(|host| self.tables.is_shown(*host))
    }

    /// Where an offer takes place when not at its actor's, as precisely as the actor's place is told.
    pub fn place_of_offer(&self, offer: OfferNo) -> Option<Address> {
        let entry = self.offer(offer);
        place_told(entry.place.as_deref()?.clone(), self.places_told(&[entry.actor]))
    }

    /// Where an event takes place when not at its first host's, as precisely as the places of all
    /// its hosts are told.
    pub fn place_of_event(&self, event: EventNo) -> Option<Address> {
        let entry = self.event(event);
        place_told(entry.place.as_deref()?.clone(), self.places_told(&entry.hosts))
    }

    /// Where people go for an offer, as precisely as that is told: its own place, else that of its actor.
    pub fn venue_of_offer(&self, offer: OfferNo) -> Option<Address> {
        let entry = self.offer(offer);
        if entry.place.is_some() { self.place_of_offer(offer) } else { self.address_of(entry.actor) }
    }

    /// Where people go for an event, as precisely as that is told: its own place, else that of its first host.
    pub fn venue_of_event(&self, event: EventNo) -> Option<Address> {
        let entry = self.event(event);
        if entry.place.is_some() { self.place_of_event(event) } else { self.address_of(*entry.hosts.first()?) }
    }

    fn address_of(&self, actor: ActorNo) -> Option<Address> {
        self.tables.actors.get(actor.0)?.data().address.as_deref().cloned()
    }

    /// An actor that the public does not see may have a hidden place.
    fn places_told(&self, actors: &[ActorNo]) -> Precision {
        let told = |no: &ActorNo| self.tables.actors.get(no.0).map_or(Precision::Hidden, |it| it.fact.places());
        actors.iter().map(told).max().unwrap_or(Precision::Hidden)
    }

    /// The participants of a project whom the public sees, as listed.
    pub fn participants_of(&self, project: ProjectNo) -> impl Iterator<Item = ActorNo> + '_ {
        self.project(project).participants.iter().copied().filter(|actor| self.tables.is_shown(*actor))
    }
}

/// Themes and districts.
impl Snapshot {
    /// The entry of a number.
    ///
    /// # Panics
    /// For a number that another snapshot gave.
    pub fn theme(&self, no: ThemeNo) -> &ThemeEntry {
        self.taxonomy.theme_entry(no)
    }

    /// The number of an id; a retired theme's successor.
    pub fn theme_no(&self, id: ThemeId) -> Option<ThemeNo> {
        self.taxonomy.theme(id)
    }

    /// The theme a slug leads to; former slugs and retired themes too.
    pub fn theme_by_slug(&self, slug: &str) -> Option<ThemeNo> {
        self.taxonomy.theme_slugs.get(slug).copied().map(ThemeNo)
    }

    /// The themes at the top, in their order.
    pub fn theme_roots(&self) -> &[ThemeNo] {
        &self.taxonomy.theme_roots
    }

    /// Every theme in tree order, parents before their children.
    pub fn themes(&self) -> impl ExactSizeIterator<Item = ThemeNo> + DoubleEndedIterator + use<> {
        (0..self.taxonomy.themes.len()).map(|no| ThemeNo(no as u16))
    }

    /// The themes of a list of ids as the public sees them: a retired one is its successor.
    pub fn listed_themes(&self, ids: &[ThemeId]) -> Box<[ThemeNo]> {
        self.taxonomy.listed_themes(ids)
    }

    /// The entry of a number.
    ///
    /// # Panics
    /// For a number that another snapshot gave.
    pub fn district(&self, no: DistrictNo) -> &DistrictEntry {
        self.taxonomy.district_entry(no)
    }

    /// The number of an id.
    pub fn district_no(&self, id: DistrictId) -> Option<DistrictNo> {
        self.taxonomy.district(id)
    }

    /// The district a slug leads to; former slugs too.
    pub fn district_by_slug(&self, slug: &str) -> Option<DistrictNo> {
        self.taxonomy.district_slugs.get(slug).copied().map(DistrictNo)
    }

    /// The districts at the top, in their order.
    pub fn district_roots(&self) -> &[DistrictNo] {
        &self.taxonomy.district_roots
    }

    /// Every district in tree order, parents before their children.
    pub fn districts(&self) -> impl ExactSizeIterator<Item = DistrictNo> + DoubleEndedIterator + use<> {
        (0..self.taxonomy.districts.len()).map(|no| DistrictNo(no as u16))
    }

    /// The districts of a list of ids, as far as the public sees them.
    pub fn listed_districts(&self, ids: &[DistrictId]) -> Box<[DistrictNo]> {
        self.taxonomy.listed_districts(ids)
    }

    /// Which district a point lies in.
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.taxonomy.gazetteer
    }
}
