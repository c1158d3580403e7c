//! Tables: the facts themselves, by number, with what refers to what. Everything else in a snapshot
//! is derived from them and the [`Taxonomy`].

use std::sync::Arc;

use domain::{
    ActorId, DistrictId, EventId, Fact, LinkId, OfferId, PersonId, ProjectId, ThemeId,
    publication::PublicationChange,
    record::{EntityKind, EntityRef},
};
use imbl::{HashMap, Vector};
use roaring::RoaringBitmap;

use super::{
    column::DenseColumn,
    endings::Endings,
    features::WeekPatterns,
    keys::collation_key,
    log::{LogIndex, LogItem},
    slab::Slab,
    slugs::SlugIndex,
    taxonomy::{Districts, Taxonomy, Themes},
    ties::{Tie, TieKind},
    words::{HoursTable, Languages, NO_HOURS},
};
use crate::{
    LogEntry,
    entry::{ActorEntry, ActorNo, ContactEntry, EventEntry, LinkEntry, OfferEntry, ProjectEntry, Stamp, Stamped},
};

/// The facts by number.
#[derive(Clone, Debug)]
pub(crate) struct FactTables {
    pub(crate) actors: Slab<ActorId, ActorEntry>,
    pub(crate) offers: Slab<OfferId, OfferEntry>,
    pub(crate) events: Slab<EventId, EventEntry>,
    pub(crate) projects: Slab<ProjectId, ProjectEntry>,
    pub(crate) links: Slab<LinkId, LinkEntry>,
    pub(crate) contacts: Slab<PersonId, ContactEntry>,
    pub(crate) themes: Themes,
    pub(crate) districts: Districts,
    pub(crate) slugs: SlugIndex,
    pub(crate) languages: Arc<Languages>,
    pub(crate) hours: HoursTable,
    pub(crate) hours_of: DenseColumn<u32>,
    pub(crate) week_patterns: WeekPatterns,
    pub(super) ties: Vector<Option<Arc<[Tie]>>>,
    pub(super) endings: Endings,
    pub(crate) log: LogIndex,
    tombstones: HashMap<EntityRef, u64>,
    /// While everything is taken in for the first time: the ties so far, in no order.
    pub(super) gathered: Option<Vec<Vec<Tie>>>,
}

/// What a run of changes touched, by number.
#[derive(Clone, Debug, Default)]
pub(crate) struct Touched {
    pub(crate) actors: RoaringBitmap,
    pub(crate) offers: RoaringBitmap,
    pub(crate) events: RoaringBitmap,
    pub(crate) projects: RoaringBitmap,
    pub(crate) links: RoaringBitmap,
    pub(crate) themes: bool,
    pub(crate) districts: bool,
}

impl FactTables {
    pub(crate) fn new() -> Self {
        Self {
            actors: Slab::default(),
            offers: Slab::default(),
            events: Slab::default(),
            projects: Slab::default(),
            links: Slab::default(),
            contacts: Slab::default(),
            themes: Themes::new(),
            districts: Districts::new(),
            slugs: SlugIndex::default(),
            languages: Arc::default(),
            hours: HoursTable::default(),
            hours_of: DenseColumn::new(NO_HOURS),
            week_patterns: WeekPatterns::default(),
            ties: Vector::new(),
            endings: Endings::default(),
            log: LogIndex::default(),
            tombstones: HashMap::new(),
            gathered: Some(Vec::new()),
        }
    }

    /// Whether the public sees the actor.
    pub(crate) fn is_shown(&self, actor: ActorNo) -> bool {
        self.actors.get(actor.0).is_some()
    }

    /// Takes a change in. One that is older than what is known of the entity changes nothing, so
    /// that a change may safely come twice.
    pub(crate) fn absorb(&mut self, change: PublicationChange, touched: &mut Touched) {
        let stamp = Stamp::new(change.sequence, change.at);
        let known = self.stamp(change.entity);
        if known.is_some_and(|known| stamp.sequence <= known) {
            return;
        }
        match change.fact {
            Some(fact) => {
                self.forget(change.entity, known);
                self.put(fact, stamp, touched);
            }
            None if known.is_some() || self.gathered.is_some() => {
                self.forget(change.entity, known);
                self.take(change.entity, touched);
                self.tombstones.insert(change.entity, stamp.sequence);
                let told = LogEntry { sequence: stamp.sequence, at: stamp.at(), entity: change.entity, removed: true };
                self.log.tell(told);
            }
            // Never public here, so there is nothing to tell: a draft stays unheard of.
            None => {}
        }
    }

    /// Takes changes of actors in, which get their numbers in the order of their names.
    pub(crate) fn absorb_by_name(&mut self, actors: Option<Vec<PublicationChange>>, touched: &mut Touched) {
        let Some(mut actors) = actors else { return };
        actors.sort_by_cached_key(|change| match &change.fact {
            Some(Fact::Actor(fact)) => (collation_key(&fact.data.name), fact.id.uuid()),
            _ => (Box::default(), change.entity.id),
        });
        actors.into_iter().for_each(|change| self.absorb(change, touched));
    }

    fn forget(&mut self, entity: EntityRef, known: Option<u64>) {
        if let Some(sequence) = known {
            self.log.remove(sequence);
            self.tombstones.remove(&entity);
        }
    }

    /// The place in the log of what is known of an entity.
    fn stamp(&self, entity: EntityRef) -> Option<u64> {
        let id = entity.id;
        let present = match entity.kind {
            EntityKind::Actor => self.actors.find(id.into()).map(|(_, it)| it.stamp),
            EntityKind::Offer => self.offers.find(id.into()).map(|(_, it)| it.stamp),
            EntityKind::Event => self.events.find(id.into()).map(|(_, it)| it.stamp),
            EntityKind::Project => self.projects.find(id.into()).map(|(_, it)| it.stamp),
            EntityKind::Link => self.links.find(id.into()).map(|(_, it)| it.stamp),
            EntityKind::Person => self.contacts.find(id.into()).map(|(_, it)| it.stamp),
            EntityKind::Theme => self.themes.get(&ThemeId::from(id)).map(|it| it.stamp),
            EntityKind::District => self.districts.get(&DistrictId::from(id)).map(|it| it.stamp),
        };
        present.map(|stamp| stamp.sequence).or_else(|| self.tombstones.get(&entity).copied())
    }

    fn put(&mut self, fact: Fact, stamp: Stamp, touched: &mut Touched) {
        let entity = fact.entity();
        let item = match fact {
            Fact::Actor(fact) => {
                let no = self.actors.intern(fact.id);
                self.put_actor(no, ActorEntry::without_trees(Arc::from(fact), stamp), touched);
                LogItem::Actor(no)
            }
            Fact::Offer(mut fact) => {
                let (no, actor) = (self.offers.intern(fact.id), ActorNo(self.actors.intern(fact.data.actor)));
                let title_key = title_key(&fact.data.title);
                self.week_patterns.intern(fact.data.schedule.as_ref());
                self.intern_languages(&fact.data.languages);
                let entry = OfferEntry { place: fact.take_place(), fact: *fact, stamp, actor, title_key };
                touched.offers.insert(no);
                self.detach(Tie { kind: TieKind::Offer, no });
                self.offers.replace(no, Some(Arc::new(entry)));
                self.attach(Tie { kind: TieKind::Offer, no })
            }
            Fact::Event(mut fact) => {
                let no = self.events.intern(fact.id);
                let hosts = fact.data.hosts.iter().map(|id| ActorNo(self.actors.intern(*id))).collect();
                self.intern_languages(&fact.data.languages);
                let rule = fact.data.recurrence.as_ref();
                let series = rule.and_then(|rule| rule.series(fact.data.first_start())).map(Box::new);
                let entry = EventEntry { place: fact.take_place(), fact: *fact, stamp, hosts, series };
                touched.events.insert(no);
                self.detach(Tie { kind: TieKind::Event, no });
                self.events.replace(no, Some(Arc::new(entry)));
                self.attach(Tie { kind: TieKind::Event, no })
            }
            Fact::Project(fact) => {
                let no = self.projects.intern(fact.id);
                let participants = fact.data.actors.iter().map(|id| ActorNo(self.actors.intern(*id))).collect();
                let title_key = title_key(&fact.data.title);
                let entry = ProjectEntry { fact: *fact, stamp, participants, title_key };
                touched.projects.insert(no);
                self.detach(Tie { kind: TieKind::Project, no });
                self.projects.replace(no, Some(Arc::new(entry)));
                self.attach(Tie { kind: TieKind::Project, no })
            }
            Fact::Link(fact) => {
                let no = self.links.intern(fact.id);
                let (from, to) = (self.actors.intern(fact.data.from), self.actors.intern(fact.data.to));
                let entry = LinkEntry { fact: *fact, stamp, from: ActorNo(from), to: ActorNo(to) };
                touched.links.insert(no);
                self.detach(Tie { kind: TieKind::Link, no });
                self.links.replace(no, Some(Arc::new(entry)));
                self.attach(Tie { kind: TieKind::Link, no })
            }
            Fact::Contact(fact) => {
                let no = self.contacts.intern(fact.id);
                let actor = ActorNo(self.actors.intern(fact.actor));
                let entry = ContactEntry { contact: fact.into_inner(), actor, stamp };
                self.detach(Tie { kind: TieKind::Contact, no });
                self.contacts.replace(no, Some(Arc::new(entry)));
                self.attach(Tie { kind: TieKind::Contact, no })
            }
            Fact::Theme(record) => {
                touched.themes = true;
                self.themes.insert(record.id, Arc::new(Stamped { record, stamp }));
                return self.log.tell(log_entry(entity, stamp));
            }
            Fact::District(record) => {
                touched.districts = true;
                self.districts.insert(record.id, Arc::new(Stamped { record, stamp }));
                return self.log.tell(log_entry(entity, stamp));
            }
        };
        self.log.insert(stamp.sequence, item);
    }

    fn take(&mut self, entity: EntityRef, touched: &mut Touched) {
        let id = entity.id;
        match entity.kind {
            EntityKind::Actor => {
                if let Some(no) = self.actors.number(id.into()) {
                    self.take_actor(no, touched);
                }
            }
            EntityKind::Offer => {
                if let Some(no) = self.offers.number(id.into()) {
                    touched.offers.insert(no);
                    self.detach(Tie { kind: TieKind::Offer, no });
                    self.offers.replace(no, None);
                }
            }
            EntityKind::Event => {
                if let Some(no) = self.events.number(id.into()) {
                    touched.events.insert(no);
                    self.detach(Tie { kind: TieKind::Event, no });
                    self.events.replace(no, None);
                }
            }
            EntityKind::Project => {
                if let Some(no) = self.projects.number(id.into()) {
                    touched.projects.insert(no);
                    self.detach(Tie { kind: TieKind::Project, no });
                    self.projects.replace(no, None);
                }
            }
            EntityKind::Link => {
                if let Some(no) = self.links.number(id.into()) {
                    touched.links.insert(no);
                    self.detach(Tie { kind: TieKind::Link, no });
                    self.links.replace(no, None);
                }
            }
            EntityKind::Person => {
                if let Some(no) = self.contacts.number(id.into()) {
                    self.detach(Tie { kind: TieKind::Contact, no });
                    self.contacts.replace(no, None);
                }
            }
            EntityKind::Theme => touched.themes |= self.themes.remove(&ThemeId::from(id)).is_some(),
            EntityKind::District => touched.districts |= self.districts.remove(&DistrictId::from(id)).is_some(),
        }
    }

    fn put_actor(&mut self, no: u32, entry: ActorEntry, touched: &mut Touched) {
        touched.actors.insert(no);
        self.intern_languages(&entry.data().languages);
        if let Some(openness) = &entry.data().openness {
            self.intern_languages(&openness.languages);
        }
        self.week_patterns.intern(entry.data().opening_hours.as_ref());
        let hours = self.hours.intern(entry.data().opening_hours.as_ref());
        self.hours_of.set(no, hours);
        let entry = Arc::new(entry);
        let before = self.actors.replace(no, Some(Arc::clone(&entry)));
        self.slugs.add(no, entry.data(), before.as_ref().map(|before| before.data()));
    }

    fn intern_languages(&mut self, languages: &[domain::Language]) {
        for language in languages {
            Languages::intern(&mut self.languages, language);
            language.broader().for_each(|language| Languages::intern(&mut self.languages, &language));
        }
    }

    fn take_actor(&mut self, no: u32, touched: &mut Touched) {
        touched.actors.insert(no);
        self.hours_of.set(no, NO_HOURS);
        self.actors.replace(no, None);
    }

    /// Works out what an actor's entry owes to the taxonomy.
    pub(crate) fn settle(&mut self, no: u32, taxonomy: &Taxonomy) {
        let Some(entry) = self.actors.get(no) else { return };
        let themes = taxonomy.listed_themes(&entry.data().themes);
        let active_in = taxonomy.listed_districts(&entry.data().active_in);
        let based_in = entry.data().based_in.and_then(|id| taxonomy.district(id));
        if entry.themes == themes && entry.active_in == active_in && entry.based_in == based_in {
            return;
        }
        let Some(entry) = self.actors.get_mut(no) else { return };
        let settled = match Arc::get_mut(entry) {
            Some(entry) => entry,
            None => {
                *entry = Arc::new(ActorEntry {
                    fact: Arc::clone(&entry.fact),
                    stamp: entry.stamp,
                    name_key: entry.name_key.clone(),
                    themes: Box::default(),
                    active_in: Box::default(),
                    based_in: None,
                });
                Arc::get_mut(entry).expect("it was made a moment ago and nobody else has it")
            }
        };
        (settled.themes, settled.active_in, settled.based_in) = (themes, active_in, based_in);
    }
}

fn log_entry(entity: EntityRef, stamp: Stamp) -> LogEntry {
    LogEntry { sequence: stamp.sequence, at: stamp.at(), entity, removed: false }
}

fn title_key(title: &domain::LocalisedText) -> Box<[u8]> {
    collation_key(title.resolve("de").map_or("", |(_, title)| title))
}
