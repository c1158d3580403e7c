//! A place that is hidden stays hidden whatever it is asked through.

use directory::{EventNo, OfferNo, Settings, Snapshot};
use domain::{
    Actor, ActorId, ActorKind, Address, Entity, Event, Gazetteer, LifeStatus, LocalisedText, Location, Offer, Position,
    Record,
    publication::{PublicationChange, Publish},
    record::EntityRef,
    vocabulary::{OfferKind, OrganisationKind, Precision},
};
use uuid::Uuid;

fn change<E: Entity>(sequence: u64, record: Record<E>) -> PublicationChange
where
    Record<E>: Publish,
{
    let (entity, at) = (EntityRef::of::<E>(record.id), record.updated_at);
    PublicationChange { sequence, at, entity, fact: record.publish(&Gazetteer::default()) }
}

fn record<E: Entity>(number: u128, data: E) -> Record<E> {
    Record::new(Uuid::from_u128(number).into(), "2026-03-01T08:00:00Z".parse().expect("a time"), data)
}

fn actor(number: u128, precision: Precision) -> Record<Actor> {
    let slug = format!("verein-{number}").parse().expect("a slug");
    let mut actor = Actor::new(slug, ActorKind::Organisation(OrganisationKind::Women), "Verein".to_owned());
    actor.status = LifeStatus::Published;
    actor.location = Some(Location { position: Position::new(7.15, 51.53).expect("a position"), precision });
    record(number, actor)
}

fn id(number: u128) -> ActorId {
    Uuid::from_u128(number).into()
}

fn place() -> Option<Box<Address>> {
    Some(Box::new(Address { street: Some("Musterplatz 3".into()), ..Address::default() }))
}

fn offer(number: u128, of: u128) -> Record<Offer> {
    let offer = Offer {
        actor: id(of),
        status: LifeStatus::Published,
        kind: OfferKind::Service,
        title: LocalisedText::german("Kurs"),
        description: LocalisedText::default(),
        themes: Default::default(),
        languages: Default::default(),
        target_groups: Default::default(),
        schedule: None,
        cost: LocalisedText::default(),
        minimum_age: None,
        maximum_age: None,
        exclusions: LocalisedText::default(),
        documents: LocalisedText::default(),
        registration_methods: Default::default(),
        registration: LocalisedText::default(),
        registration_url: None,
        place: place(),
        valid_from: None,
        valid_until: None,
        availability: None,
        free_places: None,
        availability_until: None,
    };
    record(number, offer)
}

fn event(number: u128, hosts: &[u128]) -> Record<Event> {
    let event = Event {
        hosts: hosts.iter().copied().map(id).collect(),
        status: LifeStatus::Published,
        title: LocalisedText::german("Fest"),
        description: LocalisedText::default(),
        starts_at: "2026-06-01T18:00:00".parse().expect("a time"),
        ends_at: None,
        all_day: false,
        cancelled: false,
        recurrence: None,
        excluded_dates: Vec::new(),
        themes: Vec::new(),
        languages: Vec::new(),
        target_groups: Vec::new(),
        place: place(),
        website: None,
        registration_url: None,
    };
    record(number, event)
}

fn street_of_offer(snapshot: &Snapshot, no: u32) -> Option<String> {
    snapshot.place_of_offer(OfferNo(no)).and_then(|place| place.street).map(Into::into)
}

fn street_of_event(snapshot: &Snapshot, no: u32) -> Option<String> {
    snapshot.place_of_event(EventNo(no)).and_then(|place| place.street).map(Into::into)
}

#[test]
fn offers_and_events_tell_their_places_as_precisely_as_their_actors_do() {
    let facts = [
        change(1, actor(1, Precision::Exact)),
        change(2, actor(2, Precision::Hidden)),
        change(3, offer(11, 1)),
        change(4, offer(12, 2)),
        change(5, event(21, &[1])),
        change(6, event(22, &[1, 2])),
        // A host that the public has never heard of.
        change(7, event(23, &[1, 9])),
    ];
    let snapshot = Snapshot::build(Settings::default(), facts).expect("a snapshot");
    let full = Some("Musterplatz 3".to_owned());
    assert_eq!([street_of_offer(&snapshot, 0), street_of_offer(&snapshot, 1)], [full.clone(), None]);
    assert_eq!([0, 1, 2].map(|no| street_of_event(&snapshot, no)), [full.clone(), None, None]);
    let past_the_question = [0, 1].map(|no| snapshot.offer(OfferNo(no)).data().place.is_some());
    assert_eq!(past_the_question, [false, false]);

    let coarse = snapshot.apply(&[change(8, actor(1, Precision::Street))]).expect("a snapshot");
    let name = Some("Musterplatz".to_owned());
    assert_eq!((street_of_offer(&coarse, 0), street_of_event(&coarse, 0)), (name.clone(), name));
    let open = coarse.apply(&[change(9, actor(2, Precision::Exact))]).expect("a snapshot");
    assert_eq!(street_of_offer(&open, 1), full);
}
