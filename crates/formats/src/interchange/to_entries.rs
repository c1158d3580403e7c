//! From the directory's records to the entries of a file, for the public or for another store.

use chrono::{DateTime, Utc};
use domain::{
    Actor, ActorId, Address, ContactPerson, CooperationLink, District, DistrictId, Event, Fact, Gazetteer, Offer,
    PersonField, Project, Record, Slug, Theme, ThemeId,
    geography::degrees,
    publication::{Discretion, Publish, place_told},
    record::EntityRef,
    vocabulary::Visibility,
};
use thiserror::Error;

use super::{
    actor_entry::ActorEntry,
    child_entries::{ContactPersonEntry, EventEntry, OfferEntry},
    directory_entry::{DistrictEntry, LinkEntry, ProjectEntry, ThemeEntry},
};
use crate::known::Names;
use domain::boundary::Boundary;

/// Whom a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everybody: drafts, archived entries, hidden places, contact data without a consent to its
    /// publication, unconfirmed links and internal notes are left out.
    Public,
    /// Another store of the same directory: everything, personal data included.
    Everything,
}

/// A record refers to something that has no name in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("naming the entries of a file failed: {} {} is referred to but not there", .0.kind.slug(), .0.id)]
pub struct Unnamed(pub EntityRef);

/// An actor with everything that stands below it in a file.
#[derive(Clone, Debug, PartialEq)]
pub struct ActorRecords {
    /// The actor.
    pub actor: Record<Actor>,
    /// Its offers.
    pub offers: Vec<Record<Offer>>,
    /// The events whose [`home`](Composer::home) it is.
    pub events: Vec<Record<Event>>,
    /// Its contact persons.
    pub contact_persons: Vec<Record<ContactPerson>>,
}

/// Turns records into entries.
#[derive(Clone, Copy, Debug)]
pub struct Composer<'a> {
    /// Whom the file is for.
    pub scope: Scope,
    /// What may be named in the file.
    pub names: &'a Names,
    /// Where the districts lie; places published by quarter need it.
    pub gazetteer: &'a Gazetteer,
    /// How precisely places may be told, of every actor that a public file shows.
    pub discretion: &'a Discretion,
}

impl Composer<'_> {
    /// A district that is not retired: of a retired one, the replacement holds all that is left, its
    /// slugs included.
    ///
    /// # Errors
    /// [`Unnamed`] when the district above has no name.
    pub fn district(&self, record: Record<District>) -> Result<DistrictEntry, Unnamed> {
        let District {
            slug,
            former_slugs,
            parent,
            level,
            name,
            alternative_names,
            centre,
            boundary,
            boundary_source,
            position: _,
            replaced_by: _,
        } = record.data;
        Ok(DistrictEntry {
            id: Some(record.id),
            created_at: self.created_at(record.created_at),
            slug,
            former_slugs,
            parent: parent.map(|id| self.district_name(id)).transpose()?.flatten(),
            level,
            name,
            alternative_names,
            centre: centre.and_then(|at| domain::Position::new(degrees(at.longitude()), degrees(at.latitude())).ok()),
            boundary: boundary.and_then(Boundary::from_polygons),
            boundary_source,
        })
    }

    /// A theme.
    ///
    /// # Errors
    /// [`Unnamed`] when a theme it refers to has no name.
    pub fn theme(&self, record: Record<Theme>) -> Result<ThemeEntry, Unnamed> {
        let Theme { slug, former_slugs, parent, label, alternative_labels, fields_of_action, position: _, replaced_by } =
            record.data;
        Ok(ThemeEntry {
            id: Some(record.id),
            created_at: self.created_at(record.created_at),
            slug,
            former_slugs,
            parent: parent.map(|id| self.theme_name(id)).transpose()?.flatten(),
            label,
            alternative_labels,
            fields_of_action,
            replaced_by: replaced_by.map(|id| self.theme_name(id)).transpose()?.flatten(),
        })
    }

    /// An actor with what is below it; `None` when it is not for this file.
    ///
    /// # Errors
    /// [`Unnamed`] when something it refers to has no name, in a file for another store.
    pub fn actor(&self, records: ActorRecords) -> Result<Option<ActorEntry>, Unnamed> {
        let ActorRecords { actor, mut offers, mut events, mut contact_persons } = records;
        let Some(record) =
            self.visible(actor, |fact| if let Fact::Actor(it) = fact { Some(it.into_inner()) } else { None })
        else {
            return Ok(None);
        };
        offers.sort_unstable_by_key(|offer| offer.id);
        events.sort_unstable_by_key(|event| event.id);
        contact_persons.sort_unstable_by_key(|person| person.id);
        let mut entry = self.actor_itself(record)?;
        for offer in offers {
            entry.offers.extend(self.offer(offer)?);
        }
        for event in events {
            entry.events.extend(self.event(event)?);
        }
        entry.contact_persons = contact_persons.into_iter().filter_map(|person| self.contact_person(person)).collect();
        Ok(Some(entry))
    }

    /// The actor below which an event stands: its first host, for the public the first that is
    /// public.
    pub fn home(&self, event: &Event) -> Option<ActorId> {
        let may_stand = |host: &ActorId| self.scope == Scope::Everything || self.names.actor(*host).is_some();
        event.hosts.iter().copied().find(may_stand)
    }

    /// A project; `None` when it is not for this file.
    ///
    /// # Errors
    /// [`Unnamed`] when something it refers to has no name, in a file for another store.
    pub fn project(&self, record: Record<Project>) -> Result<Option<ProjectEntry>, Unnamed> {
        let Some(record) =
            self.visible(record, |fact| if let Fact::Project(it) = fact { Some(it.into_inner()) } else { None })
        else {
            return Ok(None);
        };
        let actors = self.slugs_of(record.data.actors, |id| self.actor_name(id))?;
        if actors.is_empty() {
            return Ok(None);
        }
        Ok(Some(ProjectEntry {
            id: Some(record.id),
            created_at: self.created_at(record.created_at),
            actors,
            status: record.data.status,
            title: record.data.title,
            description: record.data.description,
            themes: self.slugs_of(record.data.themes, |id| self.theme_name(id))?,
            districts: self.slugs_of(record.data.districts, |id| self.district_name(id))?,
            since: record.data.since,
            until: record.data.until,
            funding: record.data.funding,
            website: record.data.website,
        }))
    }

    /// A cooperation link; `None` when it is not for this file, as when one of its ends is not.
    ///
    /// # Errors
    /// [`Unnamed`] when something it refers to has no name, in a file for another store.
    pub fn link(&self, record: Record<CooperationLink>) -> Result<Option<LinkEntry>, Unnamed> {
        let Some(record) =
            self.visible(record, |fact| if let Fact::Link(it) = fact { Some(it.into_inner()) } else { None })
        else {
            return Ok(None);
        };
        let (Some(from), Some(to)) = (self.actor_name(record.data.from)?, self.actor_name(record.data.to)?) else {
            return Ok(None);
        };
        Ok(Some(LinkEntry {
            id: Some(record.id),
            created_at: self.created_at(record.created_at),
            from,
            to,
            kind: record.data.kind,
            status: record.data.status,
            confirmations: record.data.confirmations,
            themes: self.slugs_of(record.data.themes, |id| self.theme_name(id))?,
            districts: self.slugs_of(record.data.districts, |id| self.district_name(id))?,
            since: record.data.since,
            until: record.data.until,
            basis: record.data.basis,
            source: record.data.source.map(Into::into),
            public_note: record.data.public_note.map(Into::into),
            internal_note: record.data.internal_note.map(Into::into),
        }))
    }

    /// An offer; `None` when it is not for this file.
    ///
    /// # Errors
    /// [`Unnamed`] when something it refers to has no name, in a file for another store.
    pub fn offer(&self, record: Record<Offer>) -> Result<Option<OfferEntry>, Unnamed> {
        let Some(record) =
            self.visible(record, |fact| if let Fact::Offer(it) = fact { Some(it.into_inner()) } else { None })
        else {
            return Ok(None);
        };
        let data = record.data;
        Ok(Some(OfferEntry {
            id: Some(record.id),
            created_at: self.created_at(record.created_at),
            status: data.status,
            kind: data.kind,
            title: data.title,
            description: data.description,
            themes: self.slugs_of(data.themes, |id| self.theme_name(id))?,
            languages: data.languages.into_iter().collect(),
            target_groups: data.target_groups.into_iter().collect(),
            minimum_age: data.minimum_age,
            maximum_age: data.maximum_age,
            exclusions: data.exclusions,
            documents: data.documents,
            schedule: data.schedule,
            cost: data.cost,
            registration_methods: data.registration_methods.into_iter().collect(),
            registration: data.registration,
            registration_url: data.registration_url,
            place: data.place.and_then(|place| self.place(*place, &[data.actor])),
            valid_from: data.valid_from,
            valid_until: data.valid_until,
            availability: data.availability,
            free_places: data.free_places,
            availability_until: data.availability_until,
        }))
    }

    /// An event, without its [`home`](Composer::home); `None` when it is not for this file.
    ///
    /// # Errors
    /// [`Unnamed`] when something it refers to has no name, in a file for another store.
    pub fn event(&self, record: Record<Event>) -> Result<Option<EventEntry>, Unnamed> {
        let Some(record) =
            self.visible(record, |fact| if let Fact::Event(it) = fact { Some(it.into_inner()) } else { None })
        else {
            return Ok(None);
        };
        let home = self.home(&record.data);
        let data = record.data;
        let place = data.place.and_then(|place| self.place(*place, &data.hosts));
        let co_hosts = data.hosts.into_iter().filter(|host| Some(*host) != home);
        Ok(Some(EventEntry {
            id: Some(record.id),
            created_at: self.created_at(record.created_at),
            status: data.status,
            co_hosts: self.slugs_of(co_hosts, |id| self.actor_name(id))?,
            title: data.title,
            description: data.description,
            starts_at: data.starts_at,
            ends_at: data.ends_at,
            all_day: data.all_day,
            cancelled: data.cancelled,
            recurrence: data.recurrence,
            excluded_dates: data.excluded_dates,
            themes: self.slugs_of(data.themes, |id| self.theme_name(id))?,
            languages: data.languages,
            target_groups: data.target_groups,
            place,
            website: data.website,
            registration_url: data.registration_url,
        }))
    }

    /// When something was first written is for another store only.
    pub(super) fn created_at(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        (self.scope == Scope::Everything).then_some(at)
    }

    /// What a file tells of the place of something that belongs to actors.
    fn place(&self, place: Address, actors: &[ActorId]) -> Option<Address> {
        match self.scope {
            Scope::Public => place_told(place, self.discretion.of(actors)),
            Scope::Everything => Some(place),
        }
    }

    /// A public file keeps the consents of the fields it shows: without them no reader of the file
    /// may take the fields over.
    fn contact_person(&self, record: Record<ContactPerson>) -> Option<ContactPersonEntry> {
        let data = record.data;
        let entry = ContactPersonEntry {
            id: Some(record.id),
            created_at: self.created_at(record.created_at),
            name: self.visible_field(data.name),
            role: self.visible_field(data.role),
            phone: self.visible_field(data.phone),
            email: self.visible_field(data.email),
        };
        let empty = entry.name.is_none() && entry.role.is_none() && entry.phone.is_none() && entry.email.is_none();
        (!empty).then_some(entry)
    }

    fn visible_field<T>(&self, field: Option<PersonField<T>>) -> Option<PersonField<T>> {
        field.filter(|field| self.scope == Scope::Everything || field.is_visible_to(Visibility::Public))
    }

    fn visible<R: Publish>(&self, record: R, take: impl Fn(Fact) -> Option<R>) -> Option<R> {
        match self.scope {
            Scope::Everything => Some(record),
            Scope::Public => record.publish(self.gazetteer).and_then(take),
        }
    }

    pub(super) fn slugs_of<T>(
        &self,
        ids: impl IntoIterator<Item = T>,
        name: impl Fn(T) -> Result<Option<Slug>, Unnamed>,
    ) -> Result<Vec<Slug>, Unnamed> {
        ids.into_iter().filter_map(|id| name(id).transpose()).collect()
    }

    pub(super) fn district_name(&self, id: DistrictId) -> Result<Option<Slug>, Unnamed> {
        self.or_left_out(self.names.district(id), EntityRef::of::<District>(id))
    }

    pub(super) fn theme_name(&self, id: ThemeId) -> Result<Option<Slug>, Unnamed> {
        self.or_left_out(self.names.theme(id), EntityRef::of::<Theme>(id))
    }

    /// What the file calls an actor; `None` when it is not for this file.
    ///
    /// # Errors
    /// [`Unnamed`] when it has no name, in a file for another store.
    pub fn actor_name(&self, id: ActorId) -> Result<Option<Slug>, Unnamed> {
        self.or_left_out(self.names.actor(id), EntityRef::of::<Actor>(id))
    }

    fn or_left_out(&self, name: Option<&Slug>, entity: EntityRef) -> Result<Option<Slug>, Unnamed> {
        match (name, self.scope) {
            (Some(slug), _) => Ok(Some(slug.clone())),
            (None, Scope::Public) => Ok(None),
            (None, Scope::Everything) => Err(Unnamed(entity)),
        }
    }
}
