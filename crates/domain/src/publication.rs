//! What of an entity the public may see. A [`Fact`] can be made only here, from a record, so
//! whatever holds facts holds nothing private.
//!
//! - drafts, archived entries and retired districts have no fact
//! - whose place is not exact is not found by its numbers in OpenStreetMap and Wikidata either
//! - a hidden place has neither position nor address; its district is the one set by hand, if any
//! - a place published by quarter has the quarter's centre and no street
//! - a place published by street is moved onto a grid of 0.001 degrees (about 70 by 110 m in Germany)
//!   and its street has no number
//! - the place of an offer or event is told no more precisely than those of its actors
//!
//! The district an actor is based in comes from the true position, also where the public one is
//! coarser: it is what the entry would say anyway, and the grid keeps to the same district. Every
//! distance, box and district query is answered from facts, so from the coarse position alone; no
//! sequence of them comes closer to the door than the grid does.
//! - of a cooperation link both sides must have confirmed; its internal note stays behind
//! - of a contact person only the fields that are public under a consent in force
//!
//! What of an earlier version may be told is judged by today's, see [`Publish::publish_past`].

mod coarsening;
mod past;
mod room;

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use coarsening::{drop_house_number, drop_street, to_street_grid};

use crate::{
    Actor, ActorId, Address, ContactPerson, CooperationLink, District, Event, Gazetteer, Identifiers, Location, Offer,
    PersonId, Project, Record, Theme,
    record::{EntityRef, LifeStatus},
    vocabulary::{Precision, Visibility},
};

/// A record of which only published things are left.
#[derive(Clone, Debug, PartialEq)]
pub struct Published<T: Publishable> {
    it: T,
    places: T::Places,
}

/// What can be published.
pub trait Publishable {
    /// What is known of how precisely places may be told: of an actor a precision, of anything else
    /// nothing, which takes no memory.
    type Places: Clone + Copy + std::fmt::Debug + PartialEq;
}

impl Publishable for Record<Actor> {
    type Places = Precision;
}

macro_rules! told_without_places {
    ($($it:ty)+) => {$(
        impl Publishable for $it {
            type Places = ();
        }
    )+};
}

told_without_places! {
    Record<Offer> Record<Event> Record<Project> Record<CooperationLink> Record<District> Record<Theme> PublicContact
}

impl<T: Publishable> std::ops::Deref for Published<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.it
    }
}

impl<T: Publishable<Places = ()>> Published<T> {
    fn new(it: T) -> Self {
        Self { it, places: () }
    }
}

impl<T: Publishable> Published<T> {
    /// The published value itself.
    pub fn into_inner(self) -> T {
        self.it
    }
}

impl Published<Record<Actor>> {
    /// How precisely the places of its offers and events may be told: a hidden actor is found
    /// through none of them.
    pub fn places(&self) -> Precision {
        self.places
    }
}

macro_rules! with_place {
    ($($data:ty)+) => {$(
        impl Published<Record<$data>> {
            /// Takes its place out, which is told only as precisely as those of its actors:
            /// [`place_told`].
            pub fn take_place(&mut self) -> Option<Box<Address>> {
                self.it.data.place.take()
            }
        }
    )+};
}

with_place! { Offer Event }

/// How precisely the places of actors may be told, and with them those of their offers and events,
/// where no snapshot knows it: for files that are written record by record.
#[derive(Clone, Debug, Default)]
pub struct Discretion(HashMap<ActorId, Precision>);

impl Discretion {
    /// Takes note of an actor that the public sees.
    pub fn note(&mut self, actor: &Record<Actor>) {
        self.0.insert(actor.id, places(&actor.data));
    }

    /// How precisely a place that belongs to some actors may be told. One that was never noted may
    /// have a hidden place.
    pub fn of(&self, actors: &[ActorId]) -> Precision {
        let told = |id| self.0.get(id).copied().unwrap_or(Precision::Hidden);
        actors.iter().map(told).max().unwrap_or(Precision::Hidden)
    }
}

fn places(actor: &Actor) -> Precision {
    actor.location.map_or(Precision::Exact, |location| location.precision)
}

/// What may be told of the place of an offer or event whose actors have places of this precision,
/// the most secret one counting.
pub fn place_told(mut place: Address, precision: Precision) -> Option<Address> {
    match precision {
        Precision::Exact => {}
        Precision::Street => drop_house_number(&mut place),
        Precision::Quarter => drop_street(&mut place),
        Precision::Hidden => return None,
    }
    Some(place)
}

/// What the public may know of a contact person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicContact {
    /// The person's id.
    pub id: PersonId,
    /// Whose contact.
    pub actor: ActorId,
    /// Name, if public.
    pub name: Option<String>,
    /// Role, if public.
    pub role: Option<String>,
    /// Telephone, if public.
    pub phone: Option<String>,
    /// E-mail, if public.
    pub email: Option<String>,
}

/// One published thing.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// An actor; the district it is based in is the one of its position, else the one set by hand.
    Actor(Box<Published<Record<Actor>>>),
    /// An offer. Shown only while its actor is.
    Offer(Box<Published<Record<Offer>>>),
    /// An event. Shown only while a host is.
    Event(Box<Published<Record<Event>>>),
    /// A project. Shown only while a participant is.
    Project(Box<Published<Record<Project>>>),
    /// A cooperation link. Shown only while both its ends are.
    Link(Box<Published<Record<CooperationLink>>>),
    /// A district.
    District(Box<Published<Record<District>>>),
    /// A theme.
    Theme(Box<Published<Record<Theme>>>),
    /// A contact person. Shown only while the actor is.
    Contact(Box<Published<PublicContact>>),
}

impl Fact {
    /// Which entity the fact is about.
    pub fn entity(&self) -> EntityRef {
        match self {
            Self::Actor(actor) => EntityRef::of::<Actor>(actor.id),
            Self::Offer(offer) => EntityRef::of::<Offer>(offer.id),
            Self::Event(event) => EntityRef::of::<Event>(event.id),
            Self::Project(project) => EntityRef::of::<Project>(project.id),
            Self::Link(link) => EntityRef::of::<CooperationLink>(link.id),
            Self::District(district) => EntityRef::of::<District>(district.id),
            Self::Theme(theme) => EntityRef::of::<Theme>(theme.id),
            Self::Contact(contact) => EntityRef::of::<ContactPerson>(contact.id),
        }
    }
}

/// One entry of the change log, as the read model takes it: the newest published state of an
/// entity, or that nothing of it is published (any more).
#[derive(Clone, Debug, PartialEq)]
pub struct PublicationChange {
    /// Place in the log; grows without gaps.
    pub sequence: u64,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// Which entity changed.
    pub entity: EntityRef,
    /// What is public of it now; `None` takes it out.
    pub fact: Option<Fact>,
}

/// What an entity becomes for the public.
pub trait Publish: Sized {
    /// What the entity says.
    type Data;

    /// The fact, or `None` when nothing of it is public.
    fn publish(self, gazetteer: &Gazetteer) -> Option<Fact>;

    /// The fact of an earlier version. What tells of a person, or how to reach or find somebody, is
    /// told of the past only as far as it is today: see `past.rs`.
    fn publish_past(self, _present: &Present<'_, Self::Data>, gazetteer: &Gazetteer) -> Option<Fact> {
        self.publish(gazetteer)
    }

    /// Whether earlier versions are told differently once this has changed into that.
    fn alters_past(_before: Option<&Self::Data>, _after: &Self::Data) -> bool {
        false
    }
}

/// An entity as it stands today, to judge its past by.
#[derive(Clone, Copy, Debug)]
pub struct Present<'p, T> {
    /// What it says.
    pub data: &'p T,
    /// Whether it is public today, and so is one of the actors it belongs to.
    pub is_shown: bool,
}

impl Publish for Record<Actor> {
    type Data = Actor;

    fn publish(self, gazetteer: &Gazetteer) -> Option<Fact> {
        let places = places(&self.data);
        published_actor(self, places, gazetteer)
    }

    fn publish_past(self, present: &Present<'_, Actor>, gazetteer: &Gazetteer) -> Option<Fact> {
        let (actor, places) = past::actor(self, present);
        published_actor(actor, places, gazetteer)
    }

    fn alters_past(before: Option<&Actor>, after: &Actor) -> bool {
        before.is_some_and(|before| past::actor_alters(before, after))
    }
}

/// An actor whose offers and events are told by `places` at most.
fn published_actor(mut actor: Record<Actor>, places: Precision, gazetteer: &Gazetteer) -> Option<Fact> {
    if actor.data.status != LifeStatus::Published {
        return None;
    }
    coarsen_place(&mut actor.data, places, gazetteer);
    room::of_actor(&mut actor.data);
    Some(Fact::Actor(Box::new(Published { it: actor, places })))
}

/// What an actor would say for the public of where it is, whatever its status: address, location, district and
/// identifiers as they would be published. Everything else is as it is.
pub fn with_public_place(actor: &Actor, gazetteer: &Gazetteer) -> Actor {
    let mut actor = actor.clone();
    let places = places(&actor);
    coarsen_place(&mut actor, places, gazetteer);
    actor
}

fn coarsen_place(actor: &mut Actor, places: Precision, gazetteer: &Gazetteer) {
    if let Some(identifiers) = &mut actor.identifiers {
        identifiers.coarsen(places);
        if **identifiers == Identifiers::default() {
            actor.identifiers = None;
        }
    }
    let by_hand = actor.based_in;
    actor.address = actor.address.take().and_then(|it| place_told(*it, places)).map(Box::new);
    actor.based_in = match actor.location {
        None => by_hand,
        Some(location) => match location.precision {
            Precision::Hidden => {
                actor.location = None;
                by_hand
            }
            Precision::Quarter => {
                let found = gazetteer.centre_at(location.position);
                actor.location = found
                    .and_then(|(_, centre)| centre)
                    .map(|position| Location { position, precision: Precision::Quarter });
                found.map(|(district, _)| district).or(by_hand)
            }
            Precision::Street => {
                let found = gazetteer.district_at(location.position);
                let position = to_street_grid(location.position, found, gazetteer);
                actor.location = Some(Location { position, ..location });
                found.or(by_hand)
            }
            Precision::Exact => gazetteer.district_at(location.position).or(by_hand),
        },
    };
}

impl Publish for Record<Offer> {
    type Data = Offer;

    fn publish_past(mut self, present: &Present<'_, Offer>, gazetteer: &Gazetteer) -> Option<Fact> {
        past::place(&mut self.data.place, present.data.place.as_deref().filter(|_| present.is_shown));
        self.publish(gazetteer)
    }

    fn alters_past(before: Option<&Offer>, after: &Offer) -> bool {
        let disclosure = |offer: &Offer| (offer.status == LifeStatus::Published, offer.actor, offer.place.clone());
        before.is_some_and(|before| disclosure(before) != disclosure(after))
    }

    fn publish(mut self, _: &Gazetteer) -> Option<Fact> {
        room::of_offer(&mut self.data);
        (self.data.status == LifeStatus::Published).then(|| Fact::Offer(Box::new(Published::new(self))))
    }
}

impl Publish for Record<Event> {
    type Data = Event;

    fn publish_past(mut self, present: &Present<'_, Event>, gazetteer: &Gazetteer) -> Option<Fact> {
        past::place(&mut self.data.place, present.data.place.as_deref().filter(|_| present.is_shown));
        self.publish(gazetteer)
    }

    fn alters_past(before: Option<&Event>, after: &Event) -> bool {
        let disclosure =
            |event: &Event| (event.status == LifeStatus::Published, event.hosts.clone(), event.place.clone());
        before.is_some_and(|before| disclosure(before) != disclosure(after))
    }

    fn publish(self, _: &Gazetteer) -> Option<Fact> {
        (self.data.status == LifeStatus::Published).then(|| Fact::Event(Box::new(Published::new(self))))
    }
}

impl Publish for Record<Project> {
    type Data = Project;

    fn publish(self, _: &Gazetteer) -> Option<Fact> {
        (self.data.status == LifeStatus::Published).then(|| Fact::Project(Box::new(Published::new(self))))
    }
}

impl Publish for Record<CooperationLink> {
    type Data = CooperationLink;

    fn publish(mut self, _: &Gazetteer) -> Option<Fact> {
        self.data.internal_note = None;
        self.data.status.is_public().then(|| Fact::Link(Box::new(Published::new(self))))
    }
}

impl Publish for Record<District> {
    type Data = District;

    /// Where districts lie today says in which one a place of yesterday lies.
    fn alters_past(before: Option<&District>, after: &District) -> bool {
        match before {
            None => after.boundary.is_some(),
            Some(before) => {
                (&before.boundary, &before.centre, before.level, before.replaced_by)
                    != (&after.boundary, &after.centre, after.level, after.replaced_by)
            }
        }
    }

    fn publish(self, _: &Gazetteer) -> Option<Fact> {
        self.data.replaced_by.is_none().then(|| Fact::District(Box::new(Published::new(self))))
    }
}

impl Publish for Record<Theme> {
    type Data = Theme;

    fn publish(self, _: &Gazetteer) -> Option<Fact> {
        Some(Fact::Theme(Box::new(Published::new(self))))
    }
}

impl Publish for Record<ContactPerson> {
    type Data = ContactPerson;

    fn publish_past(mut self, present: &Present<'_, ContactPerson>, gazetteer: &Gazetteer) -> Option<Fact> {
        past::person(&mut self.data, present);
        self.publish(gazetteer)
    }

    fn alters_past(before: Option<&ContactPerson>, after: &ContactPerson) -> bool {
        before.is_some_and(|before| before != after)
    }

    fn publish(self, _: &Gazetteer) -> Option<Fact> {
        let contact = contact_seen_by(&self, Visibility::Public)?;
        Some(Fact::Contact(Box::new(Published::new(contact))))
    }
}

/// What somebody who sees up to `visibility` may know of a contact person; `None` when nothing.
pub fn contact_seen_by(person: &Record<ContactPerson>, visibility: Visibility) -> Option<PublicContact> {
    let data = &person.data;
    let contact = PublicContact {
        id: person.id,
        actor: data.actor,
        name: data.name.as_ref().and_then(|field| field.visible_to(visibility)).cloned(),
        role: data.role.as_ref().and_then(|field| field.visible_to(visibility)).cloned(),
        phone: data.phone.as_ref().and_then(|field| field.visible_to(visibility)).map(ToString::to_string),
        email: data.email.as_ref().and_then(|field| field.visible_to(visibility)).map(ToString::to_string),
    };
    let empty = contact.name.is_none() && contact.role.is_none() && contact.phone.is_none() && contact.email.is_none();
    (!empty).then_some(contact)
}

#[cfg(test)]
mod tests;
