//! A world: everything a store would hold, private things included, with a change log.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Days, TimeDelta, Utc};
use domain::{
    Actor, ActorId, ActorType, ContactPerson, CooperationLink, District, DistrictId, DistrictLevel, Entity, Event,
    Gazetteer, LifeStatus, Offer, Openness, PersonField, Project, Record, Theme, ThemeId, Verification,
    link::Confirmations,
    person::Consent,
    publication::{PublicationChange, Publish},
    record::EntityRef,
    vocabulary::*,
};
use geo::{Coord, LineString, MultiPolygon, Polygon, Rect};

use super::random::{HOURS, LENGTHS, RULES, Random, slug, tag};

/// Everything a store would hold. The fields are public, so that a test can put them into one.
#[derive(Clone, Debug)]
pub struct World {
    /// Where its randomness comes from.
    pub random: Random,
    /// Themes, parents first, some of them retired.
    pub themes: Vec<Record<Theme>>,
    /// Districts, parents first.
    pub districts: Vec<Record<District>>,
    /// Actors, drafts and archived ones too.
    pub actors: Vec<Record<Actor>>,
    /// Offers, also of actors that are not published.
    pub offers: Vec<Record<Offer>>,
    /// Events.
    pub events: Vec<Record<Event>>,
    /// Projects.
    pub projects: Vec<Record<Project>>,
    /// Links of every status.
    pub links: Vec<Record<CooperationLink>>,
    /// Contact persons, some without consent.
    pub persons: Vec<Record<ContactPerson>>,
    log: BTreeMap<EntityRef, PublicationChange>,
    once_public: BTreeSet<EntityRef>,
    sequence: u64,
    gazetteer: Gazetteer,
}

const START: &str = "2026-01-05T08:00:00Z";

impl World {
    /// A world of so many actors.
    pub fn new(seed: u64, actors: usize) -> Self {
        let mut world = Self {
            random: Random::new(seed),
            themes: Vec::new(),
            districts: Vec::new(),
            actors: Vec::new(),
            offers: Vec::new(),
            events: Vec::new(),
            projects: Vec::new(),
            links: Vec::new(),
            persons: Vec::new(),
            log: BTreeMap::new(),
            once_public: BTreeSet::new(),
            sequence: 0,
            gazetteer: Gazetteer::default(),
        };
        world.add_districts();
        (0..if actors > 500 { 80 } else { 14 }).for_each(|_| drop(world.add_theme()));
        (0..actors).for_each(|_| drop(world.add_actor()));
        (0..actors).for_each(|_| drop(world.add_offer()));
        (0..actors / 4).for_each(|_| drop(world.add_event()));
        (0..actors / 8).for_each(|_| drop(world.add_project()));
        (0..actors + actors / 2).for_each(|_| drop(world.add_link()));
        (0..actors / 3).for_each(|_| drop(world.add_person()));
        world
    }

    /// Every entity's last change, in the order of the entities' kinds and ids; what was never
    /// public is left out.
    pub fn facts(&self) -> Vec<PublicationChange> {
        let told =
            self.log.values().filter(|change| change.fact.is_some() || self.once_public.contains(&change.entity));
        told.cloned().collect()
    }

    /// The same without a copy of the world staying behind.
    pub fn into_facts(self) -> impl Iterator<Item = PublicationChange> {
        let once_public = self.once_public;
        self.log.into_values().filter(move |change| change.fact.is_some() || once_public.contains(&change.entity))
    }

    /// The last place in the log.
    pub fn sequence(&self) -> u64 {
        self.sequence
    }

    /// When the last change was written.
    pub fn now(&self) -> DateTime<Utc> {
        let start: DateTime<Utc> = START.parse().expect("a time");
        start + TimeDelta::minutes(i64::try_from(self.sequence).unwrap_or_default())
    }

    /// Writes a record into the log and tells what follower would be told.
    pub(super) fn write<E: Entity>(&mut self, record: Record<E>) -> PublicationChange
    where
        Record<E>: Publish,
    {
        let entity = EntityRef::of::<E>(record.id);
        self.sequence += 1;
        let fact = record.publish(&self.gazetteer);
        if fact.is_some() {
            self.once_public.insert(entity);
        }
        let change = PublicationChange { sequence: self.sequence, at: self.now(), entity, fact };
        self.log.insert(entity, change.clone());
        change
    }

    fn record<E: Entity>(&mut self, data: E) -> Record<E> {
        let id = self.random.uuid().into();
        Record::new(id, self.now(), data)
    }

    /// A city with a hole, four boroughs, each with two quarters, one of them in two parts.
    fn add_districts(&mut self) {
        let city = with_hole((7.1, 51.5, 7.3, 51.58), (7.19, 51.535, 7.195, 51.54));
        let city = self.add_district("city", None, DistrictLevel::City, city);
        for (number, (west, south)) in [(7.1, 51.5), (7.2, 51.5), (7.1, 51.54), (7.2, 51.54)].into_iter().enumerate() {
            let (east, north, middle) = (west + 0.1, south + 0.04, west + 0.05);
            let area = MultiPolygon::from(rectangle(west, south, east, north));
            let borough = self.add_district(&format!("borough{number}"), Some(city), DistrictLevel::Borough, area);
            let first = MultiPolygon::from(rectangle(west, south, middle, north));
            let second = MultiPolygon::new(vec![
                rectangle(middle, south, east, south + 0.015),
                rectangle(middle, south + 0.025, east, north),
            ]);
            for (side, area) in [("a", first), ("b", second)] {
                self.add_district(&format!("quarter{number}{side}"), Some(borough), DistrictLevel::Quarter, area);
            }
        }
        self.gazetteer = Gazetteer::new(&self.districts);
    }

    fn add_district(
        &mut self,
        name: &str,
        parent: Option<DistrictId>,
        level: DistrictLevel,
        boundary: MultiPolygon<f64>,
    ) -> DistrictId {
        let record = self.record(District {
            slug: slug(name),
            former_slugs: vec![slug(&format!("old-{name}"))],
            parent,
            level,
            name: domain::LocalisedText::german(name),
            position: u32::try_from(self.districts.len()).unwrap_or_default(),
            centre: None,
            boundary: Some(boundary),
            alternative_names: Vec::new(),
            boundary_source: None,
            replaced_by: None,
        });
        self.districts.push(record.clone());
        let id = record.id;
        self.write(record);
        id
    }

    /// A theme below one of the themes before it, or at the top; sometimes retired.
    pub fn add_theme(&mut self) -> PublicationChange {
        let number = self.themes.len();
        let before: Vec<ThemeId> = self.themes.iter().map(|theme| theme.id).collect();
        let (below, replaced) = (self.random.chance(65), self.random.chance(8));
        let record = Theme {
            slug: slug(&format!("theme{number}")),
            former_slugs: vec![slug(&format!("old-theme{number}"))],
            parent: (below && number > 0).then(|| self.random.pick(&before)),
            label: domain::LocalisedText::german(self.random.words(2)).with(tag("en"), self.random.words(1)),
            alternative_labels: if self.random.chance(20) { vec![self.random.words(2)] } else { vec![] },
            fields_of_action: vec![self.random.pick(FieldOfAction::ALL)],
            position: u32::try_from(self.random.below(5)).unwrap_or_default(),
            replaced_by: (replaced && number > 0).then(|| self.random.pick(&before)),
        };
        let record = self.record(record);
        self.themes.push(record.clone());
        self.write(record)
    }

    /// An actor of any status.
    pub fn add_actor(&mut self) -> PublicationChange {
        let number = self.actors.len();
        let data = self.random_actor(&format!("actor{number}"));
        let record = self.record(data);
        self.actors.push(record.clone());
        self.write(record)
    }

    pub(super) fn random_actor(&mut self, name: &str) -> Actor {
        let themes: Vec<ThemeId> = self.themes.iter().map(|theme| theme.id).collect();
        let districts: Vec<DistrictId> = self.districts.iter().map(|district| district.id).collect();
        let random = &mut self.random;
        let mut actor = Actor::new(slug(name), random.kind(), random.name());
        let former = if random.chance(10) { vec![slug(&format!("old-{name}")), slug("shared")] } else { vec![] };
        actor.former_slugs = former.into();
        actor.status = status(random);
        actor.verification = random
            .chance(60)
            .then(|| Verification { on: random.day(), by: random.pick(&[Role::Editor, Role::Member]) });
        actor.alternative_names = if random.chance(30) { vec![random.name()] } else { vec![] };
        actor.summary = random.text(8);
        actor.description = random.text(20);
        actor.location = random.location();
        actor.based_in = random.chance(20).then(|| random.pick(&districts));
        actor.active_in = random.some(&districts, 3);
        actor.themes = random.some(&themes, 3);
        actor.languages = random.languages();
        actor.target_groups = random.some(TargetGroup::ALL, 3);
        let flag = |random: &mut Random| random.pick(&[None, Some(true), Some(false)]);
        actor.free_of_charge = flag(random);
        actor.by_appointment = flag(random);
        actor.confidential = flag(random);
        actor.wheelchair = random.pick(Wheelchair::ALL);
        actor.accessibility = random.some(Accessibility::ALL, 2).into();
        if actor.kind.actor_type() == ActorType::Institution && random.chance(60) {
            let (on, interpreters) = (Some(random.day()), flag(random));
            actor.openness =
                Some(Box::new(Openness { on, interpreters, languages: random.languages(), ..Openness::default() }));
        }
        actor.opening_hours = random.chance(50).then(|| random.pick(HOURS).parse().expect("hours of the list"));
        actor
    }

    /// The id of some actor, published or not.
    pub fn some_actor(&mut self) -> ActorId {
        let at = self.random.below(self.actors.len());
        self.actors[at].id
    }

    /// The ids of at least one actor, which may be named twice.
    fn some_actors(&mut self, most: usize) -> Vec<ActorId> {
        (0..=self.random.below(most)).map(|_| self.some_actor()).collect()
    }

    /// An offer of an actor.
    pub fn add_offer(&mut self) -> PublicationChange {
        let data = self.random_offer();
        let record = self.record(data);
        self.offers.push(record.clone());
        self.write(record)
    }

    pub(super) fn random_offer(&mut self) -> Offer {
        let themes: Vec<ThemeId> = self.themes.iter().map(|theme| theme.id).collect();
        let actor = self.some_actor();
        let random = &mut self.random;
        let ages = random.chance(40).then(|| random.pick(&[(0, 3), (6, 12), (25, 30), (18, 120)]));
        let availability = random.chance(50).then(|| random.pick(Availability::ALL));
        let has_places = availability == Some(Availability::PlacesFree) && random.chance(50);
        let offer = Offer {
            actor,
            status: status(random),
            kind: random.pick(OfferKind::ALL),
            title: domain::LocalisedText::german(random.words(3)),
            description: random.text(10),
            themes: random.some(&themes, 2).into(),
            languages: random.languages().into(),
            target_groups: random.some(TargetGroup::ALL, 2).into(),
            schedule: random.chance(60).then(|| random.pick(HOURS).parse().expect("hours of the list")),
            cost: domain::LocalisedText::default(),
            minimum_age: ages.map(|(least, _)| least),
            maximum_age: ages.map(|(_, most)| most),
            exclusions: domain::LocalisedText::default(),
            documents: domain::LocalisedText::default(),
            registration_methods: Default::default(),
            registration: domain::LocalisedText::default(),
            registration_url: None,
            place: random.place(),
            valid_from: random.chance(30).then(|| random.day()),
            valid_until: None,
            availability,
            free_places: has_places.then_some(4),
            availability_until: availability.map(|_| random.day()),
        };
        // What begins on a day is over some weeks later.
        Offer { valid_until: offer.valid_from.map(|day| day + Days::new(60)), ..offer }
    }

    /// An event of one or two hosts.
    pub fn add_event(&mut self) -> PublicationChange {
        let themes: Vec<ThemeId> = self.themes.iter().map(|theme| theme.id).collect();
        let hosts = self.some_actors(2);
        let random = &mut self.random;
        let starts_at = random.time().naive_utc();
        let length = random.chance(60).then(|| random.pick(LENGTHS));
        let data = Event {
            hosts,
            status: status(random),
            title: domain::LocalisedText::german(random.words(3)),
            description: random.text(10),
            starts_at,
            ends_at: length.map(|hours| starts_at + TimeDelta::hours(hours)),
            all_day: random.chance(20),
            cancelled: random.chance(10),
            recurrence: random
                .chance(20)
                .then(|| domain::Recurrence::parse(random.pick(RULES)).expect("a rule of the list")),
            excluded_dates: (0..3)
                .filter(|_| random.chance(40))
                .map(|weeks| starts_at.date() + Days::new(7 * weeks))
                .collect(),
            themes: random.some(&themes, 2),
            languages: random.languages(),
            target_groups: random.some(TargetGroup::ALL, 2),
            place: random.place(),
            website: None,
            registration_url: None,
        };
        let record = self.record(data);
        self.events.push(record.clone());
        self.write(record)
    }

    /// A project of some actors.
    pub fn add_project(&mut self) -> PublicationChange {
        let actors = self.some_actors(3);
        let random = &mut self.random;
        let data = Project {
            actors,
            status: status(random),
            title: domain::LocalisedText::german(random.words(3)),
            description: random.text(6),
            themes: Vec::new(),
            districts: Vec::new(),
            since: None,
            until: None,
            funding: None,
            website: None,
        };
        let record = self.record(data);
        self.projects.push(record.clone());
        self.write(record)
    }

    /// A link of any status between two actors.
    pub fn add_link(&mut self) -> Option<PublicationChange> {
        let data = self.random_link()?;
        let record = self.record(data);
        self.links.push(record.clone());
        Some(self.write(record))
    }

    pub(super) fn random_link(&mut self) -> Option<CooperationLink> {
        let ends = (self.random.below(self.actors.len()), self.random.below(self.actors.len()));
        if ends.0 == ends.1 {
            return None;
        }
        let day = self.random.day();
        let status = if self.random.chance(70) { LinkStatus::Active } else { self.random.pick(LinkStatus::ALL) };
        Some(CooperationLink {
            from: self.actors[ends.0].id,
            to: self.actors[ends.1].id,
            kind: self.random.pick(LinkKind::ALL),
            status,
            confirmations: Confirmations { from: Some(day), to: Some(day) },
            themes: Box::default(),
            districts: Box::default(),
            since: Some(day),
            until: None,
            basis: None,
            source: None,
            public_note: None,
            internal_note: Some("only for staff".into()),
        })
    }

    /// A contact person, with or without consent.
    pub fn add_person(&mut self) -> PublicationChange {
        let at = self.random.below(self.actors.len());
        let consent = Consent {
            purpose: "directory".to_owned(),
            text_version: "1".to_owned(),
            text_language: tag("de"),
            given_on: self.random.day(),
            given_by: ConsentMethod::Written,
            recorded_by: Role::Editor,
            review_due: None,
            withdrawn_on: self.random.chance(20).then(|| self.random.day()),
        };
        let visibility = self.random.pick(Visibility::ALL);
        let consent = self.random.chance(80).then_some(consent);
        let name = PersonField { value: self.random.name(), visibility, consent };
        let actor = self.actors[at].id;
        let record = self.record(ContactPerson { actor, name: Some(name), role: None, phone: None, email: None });
        self.persons.push(record.clone());
        self.write(record)
    }

    /// Takes the districts' new boundaries to every actor, as whoever follows a store must.
    pub(super) fn settle_districts(&mut self) -> Vec<PublicationChange> {
        self.gazetteer = Gazetteer::new(&self.districts);
        let actors: Vec<Record<Actor>> = self.actors.clone();
        let moved = actors.into_iter().filter(|actor| {
            let told = self.log.get(&EntityRef::of::<Actor>(actor.id)).and_then(|change| change.fact.clone());
            actor.clone().publish(&self.gazetteer) != told
        });
        let moved: Vec<_> = moved.collect();
        moved.into_iter().map(|actor| self.write(actor)).collect()
    }
}

pub(super) fn status(random: &mut Random) -> LifeStatus {
    match random.below(10) {
        0 => LifeStatus::Draft,
        1 => LifeStatus::Archived,
        _ => LifeStatus::Published,
    }
}

fn rectangle(west: f64, south: f64, east: f64, north: f64) -> Polygon<f64> {
    Rect::new(Coord { x: west, y: south }, Coord { x: east, y: north }).to_polygon()
}

fn with_hole(outer: (f64, f64, f64, f64), inner: (f64, f64, f64, f64)) -> MultiPolygon<f64> {
    let ring =
        |(west, south, east, north)| -> LineString<f64> { rectangle(west, south, east, north).exterior().clone() };
    MultiPolygon::from(Polygon::new(ring(outer), vec![ring(inner)]))
}
