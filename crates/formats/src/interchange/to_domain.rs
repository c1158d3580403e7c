//! From the entries of a file to domain data: references are resolved, rules are checked, and
//! everything that is wrong is noted with its path.

use chrono::{DateTime, Utc};
use domain::{
    Actor, ActorId, ContactPerson, CooperationLink, District, DistrictId, Entity, Event, Offer, Project, Slug, Theme,
    ThemeId, rules,
};

use super::{
    child_entries::{ChildEntry, ContactPersonEntry, EventEntry, OfferEntry},
    directory_entry::{DistrictEntry, LinkEntry, ProjectEntry, ThemeEntry},
};
use crate::{
    known::Known,
    problem::{Place, Problem, Problems},
};

/// What an actor's entry becomes; the ids below it are those of the file, if it has any.
#[derive(Clone, Debug, PartialEq)]
pub struct ActorData {
    /// The actor.
    pub actor: Actor,
    /// Its offers.
    pub offers: Vec<NestedData<Offer>>,
    /// The events it is first host of.
    pub events: Vec<NestedData<Event>>,
    /// Its contact persons.
    pub contact_persons: Vec<NestedData<ContactPerson>>,
}

/// What an entry below an actor becomes.
#[derive(Clone, Debug, PartialEq)]
pub struct NestedData<E: Entity> {
    /// The id of the file, if it has one.
    pub id: Option<E::Id>,
    /// When the file says it was first written.
    pub created_at: Option<DateTime<Utc>>,
    /// What it says.
    pub data: E,
}

/// Turns entries into domain data. Every method returns `None` when it noted a problem.
#[derive(Debug)]
pub struct Resolver<'a> {
    pub(super) known: &'a Known,
    pub(super) problems: &'a mut Problems,
}

impl<'a> Resolver<'a> {
    /// A resolver whose references are looked up in `known` and whose findings go to `problems`.
    pub fn new(known: &'a Known, problems: &'a mut Problems) -> Self {
        Self { known, problems }
    }

    /// A district at `position` among its siblings.
    pub fn district(&mut self, place: &Place, entry: DistrictEntry, position: u32) -> Option<District> {
        let before = self.problems.count();
        let district = District {
            parent: entry.parent.and_then(|slug| self.district_id(place, "parent", &slug)),
            slug: entry.slug,
            former_slugs: entry.former_slugs,
            level: entry.level,
            name: entry.name,
            alternative_names: entry.alternative_names,
            position,
            centre: entry.centre,
            boundary: entry.boundary.map(domain::boundary::Boundary::into_polygons),
            boundary_source: entry.boundary_source,
            replaced_by: None,
        };
        self.check(place, before, district)
    }

    /// A theme at `position` among its siblings.
    pub fn theme(&mut self, place: &Place, entry: ThemeEntry, position: u32) -> Option<Theme> {
        let before = self.problems.count();
        let theme = Theme {
            parent: entry.parent.and_then(|slug| self.theme_id(place, "parent", &slug)),
            replaced_by: entry.replaced_by.and_then(|slug| self.theme_id(place, "replacedBy", &slug)),
            slug: entry.slug,
            former_slugs: entry.former_slugs,
            label: entry.label,
            alternative_labels: entry.alternative_labels,
            fields_of_action: entry.fields_of_action,
            position,
        };
        self.check(place, before, theme)
    }

    /// A project; its actors are told by slug.
    pub fn project(&mut self, place: &Place, entry: ProjectEntry) -> Option<Project> {
        let before = self.problems.count();
        let mut actors = self.actor_ids(place, "actors", entry.actors);
        if actors.is_empty() && self.problems.count() > before {
            // Stands in for unknown ones, which are told already and not missing.
            actors.push(ActorId::from_uuid(uuid::Uuid::nil()));
        }
        let project = Project {
            actors,
            status: entry.status,
            title: entry.title,
            description: entry.description,
            themes: self.theme_ids(place, "themes", entry.themes),
            districts: self.district_ids(place, "districts", entry.districts),
            since: entry.since,
            until: entry.until,
            funding: entry.funding,
            website: entry.website,
        };
        self.check(place, before, project)
    }

    /// A cooperation link; its ends are told by slug.
    pub fn link(&mut self, place: &Place, entry: LinkEntry) -> Option<CooperationLink> {
        let before = self.problems.count();
        let from = self.actor_id(place, "from", &entry.from);
        let to = self.actor_id(place, "to", &entry.to);
        let themes = self.theme_ids(place, "themes", entry.themes);
        let districts = self.district_ids(place, "districts", entry.districts);
        let link = CooperationLink {
            // Stand in for unknown ends, so that the other rules are checked as well.
            from: from.unwrap_or(ActorId::from_uuid(uuid::Uuid::nil())),
            to: to.unwrap_or(ActorId::from_uuid(uuid::Uuid::max())),
            kind: entry.kind,
            status: entry.status,
            confirmations: entry.confirmations,
            themes: themes.into(),
            districts: districts.into(),
            since: entry.since,
            until: entry.until,
            basis: entry.basis,
            source: entry.source.map(Into::into),
            public_note: entry.public_note.map(Into::into),
            internal_note: entry.internal_note.map(Into::into),
        };
        self.check(place, before, link)
    }

    /// An offer of a table; its actor is told by slug.
    pub fn offer_of_actor(&mut self, place: &Place, entry: ChildEntry<OfferEntry>) -> Option<NestedData<Offer>> {
        let actor = self.actor_id(place, "actor", &entry.actor);
        // Stands in for an unknown one, so that the rules are checked as well.
        let offer = self.offer(place, entry.entry, actor.unwrap_or(ActorId::from_uuid(uuid::Uuid::nil())));
        actor.and(offer)
    }

    /// An event of a table; its first host is told by slug.
    pub fn event_of_actor(&mut self, place: &Place, entry: ChildEntry<EventEntry>) -> Option<NestedData<Event>> {
        let host = self.actor_id(place, "actor", &entry.actor);
        // Stands in for an unknown one, so that the rules are checked as well.
        let event = self.event(place, entry.entry, host.unwrap_or(ActorId::from_uuid(uuid::Uuid::nil())));
        host.and(event)
    }

    pub(super) fn offer(&mut self, place: &Place, entry: OfferEntry, actor: ActorId) -> Option<NestedData<Offer>> {
        let before = self.problems.count();
        let offer = Offer {
            actor,
            status: entry.status,
            kind: entry.kind,
            title: entry.title,
            description: entry.description,
            themes: self.theme_ids(place, "themes", entry.themes).into(),
            languages: entry.languages.into(),
            target_groups: entry.target_groups.into(),
            minimum_age: entry.minimum_age,
            maximum_age: entry.maximum_age,
            exclusions: entry.exclusions,
            documents: entry.documents,
            schedule: entry.schedule,
            cost: entry.cost,
            registration_methods: entry.registration_methods.into(),
            registration: entry.registration,
            registration_url: entry.registration_url,
            place: entry.place.map(Box::new),
            valid_from: entry.valid_from,
            valid_until: entry.valid_until,
            availability: entry.availability,
            free_places: entry.free_places,
            availability_until: entry.availability_until,
        };
        Some(NestedData { id: entry.id, created_at: entry.created_at, data: self.check(place, before, offer)? })
    }

    pub(super) fn event(&mut self, place: &Place, entry: EventEntry, host: ActorId) -> Option<NestedData<Event>> {
        let before = self.problems.count();
        // The actor itself is the first host, so it stands twice when it is a co-host as well.
        let hosts = self.ids(place, "coHosts", vec![host], entry.co_hosts, Self::actor_id);
        let event = Event {
            hosts,
            status: entry.status,
            title: entry.title,
            description: entry.description,
            starts_at: entry.starts_at,
            ends_at: entry.ends_at,
            all_day: entry.all_day,
            cancelled: entry.cancelled,
            recurrence: entry.recurrence,
            excluded_dates: entry.excluded_dates,
            themes: self.theme_ids(place, "themes", entry.themes),
            languages: entry.languages,
            target_groups: entry.target_groups,
            place: entry.place.map(Box::new),
            website: entry.website,
            registration_url: entry.registration_url,
        };
        Some(NestedData { id: entry.id, created_at: entry.created_at, data: self.check(place, before, event)? })
    }

    pub(super) fn contact_person(
        &mut self,
        place: &Place,
        entry: ContactPersonEntry,
        actor: ActorId,
    ) -> Option<NestedData<ContactPerson>> {
        let before = self.problems.count();
        let person =
            ContactPerson { actor, name: entry.name, role: entry.role, phone: entry.phone, email: entry.email };
        Some(NestedData { id: entry.id, created_at: entry.created_at, data: self.check(place, before, person)? })
    }

    pub(super) fn below<E, T>(
        &mut self,
        place: &Place,
        list: &str,
        entries: Vec<E>,
        read: impl Fn(&mut Self, &Place, E) -> Option<T>,
    ) -> Vec<T> {
        let entries = entries.into_iter().enumerate();
        entries.filter_map(|(at, entry)| read(self, &place.below(&format!("{list}[{at}]")), entry)).collect()
    }

    pub(super) fn check<E: Entity>(&mut self, place: &Place, before: usize, data: E) -> Option<E> {
        self.problems.add_violations(place, data.check().0);
        (self.problems.count() == before).then_some(data)
    }

    pub(super) fn require<T>(&mut self, place: &Place, field: &str) -> Option<T> {
        self.problems.add(place.problem(field, rules::Problem::Required));
        None
    }

    fn unknown(&mut self, place: &Place, field: &str, slug: &Slug, meant: Option<String>) {
        let wrong = rules::Problem::Unknown(slug.to_string());
        self.problems.add(Problem { meant, ..place.problem(field, wrong) });
    }

    pub(super) fn district_id(&mut self, place: &Place, field: &str, slug: &Slug) -> Option<DistrictId> {
        let found = self.known.district(slug.as_str());
        if found.is_none() {
            self.unknown(place, field, slug, self.known.nearest_district(slug.as_str()));
        }
        found
    }

    fn theme_id(&mut self, place: &Place, field: &str, slug: &Slug) -> Option<ThemeId> {
        let found = self.known.theme(slug.as_str());
        if found.is_none() {
            self.unknown(place, field, slug, self.known.nearest_theme(slug.as_str()));
        }
        found
    }

    fn actor_id(&mut self, place: &Place, field: &str, slug: &Slug) -> Option<ActorId> {
        let found = self.known.actor(slug.as_str());
        if found.is_none() {
            self.unknown(place, field, slug, self.known.nearest_actor(slug.as_str()));
        }
        found
    }

    pub(super) fn district_ids(&mut self, place: &Place, field: &str, slugs: Vec<Slug>) -> Vec<DistrictId> {
        self.ids(place, field, Vec::new(), slugs, Self::district_id)
    }

    pub(super) fn theme_ids(&mut self, place: &Place, field: &str, slugs: Vec<Slug>) -> Vec<ThemeId> {
        self.ids(place, field, Vec::new(), slugs, Self::theme_id)
    }

    fn actor_ids(&mut self, place: &Place, field: &str, slugs: Vec<Slug>) -> Vec<ActorId> {
        self.ids(place, field, Vec::new(), slugs, Self::actor_id)
    }

    /// Resolves a list onto `ids`. What stands twice is told by its slug here, because the rules know ids only.
    fn ids<T: PartialEq>(
        &mut self,
        place: &Place,
        field: &str,
        mut ids: Vec<T>,
        slugs: Vec<Slug>,
        find: impl Fn(&mut Self, &Place, &str, &Slug) -> Option<T>,
    ) -> Vec<T> {
        for (at, slug) in slugs.into_iter().enumerate() {
            let field = format!("{field}[{at}]");
            match find(self, place, &field, &slug) {
                Some(id) if ids.contains(&id) => {
                    self.problems.add(place.problem(&field, rules::Problem::Duplicate(slug.to_string())));
                }
                Some(id) => ids.push(id),
                None => {}
            }
        }
        ids
    }
}
