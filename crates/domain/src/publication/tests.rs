//! What is left of a place for the public, by its precision.

use geo::polygon;
use uuid::Uuid;

use super::*;

use crate::{
    ActorKind, DistrictId, DistrictLevel, LocalisedText, Position, Slug, record::Entity, vocabulary::OrganisationKind,
};

fn record<E: Entity>(number: u128, data: E) -> Record<E> {
    Record::new(Uuid::from_u128(number).into(), DateTime::UNIX_EPOCH, data)
}

/// A district between two meridians, 51 to 52 degrees north.
fn district(number: u128, west: f64, east: f64) -> Record<District> {
    let slug: Slug = format!("d{number}").parse().expect("slug");
    record(
        number,
        District {
            slug,
            former_slugs: Vec::new(),
            parent: None,
            level: DistrictLevel::Quarter,
            name: LocalisedText::german("Quartier"),
            position: 0,
            centre: Position::new((west + east) / 2.0, 51.5).ok(),
            boundary: Some(
                polygon![(x: west, y: 51.0), (x: east, y: 51.0), (x: east, y: 52.0), (x: west, y: 52.0)].into(),
            ),
            alternative_names: Vec::new(),
            boundary_source: None,
            replaced_by: None,
        },
    )
}

fn published(precision: Precision, longitude: f64, latitude: f64) -> Record<Actor> {
    let slug = "verein".parse().expect("slug");
    let mut actor = Actor::new(slug, ActorKind::Organisation(OrganisationKind::Women), "Verein".to_owned());
    actor.status = LifeStatus::Published;
    actor.location = Some(Location { position: Position::new(longitude, latitude).expect("position"), precision });
    let address = Address {
        street: Some("Beispielweg 12 a".into()),
        postcode: Some("00000".into()),
        city: Some("Musterstadt".into()),
        extra: Some("Hinterhaus, zweite Klingel".into()),
    };
    actor.address = Some(address.into());
    match fact(actor) {
        Some(Fact::Actor(actor)) => actor.into_inner(),
        other => panic!("{other:?}"),
    }
}

fn fact(actor: Actor) -> Option<Fact> {
    let gazetteer = Gazetteer::new(&[district(1, 7.0, 7.5004), district(2, 7.5004, 8.0)]);
    record(9, actor).publish(&gazetteer)
}

fn longitude_and_latitude(actor: &Record<Actor>) -> Option<(f64, f64)> {
    actor.data.location.map(|location| (location.position.longitude(), location.position.latitude()))
}

fn address(actor: &Record<Actor>) -> Address {
    actor.data.address.as_deref().cloned().unwrap_or_default()
}

fn id(number: u128) -> DistrictId {
    Uuid::from_u128(number).into()
}

#[test]
fn a_place_published_by_street_shows_neither_the_door_nor_its_number() {
    let actor = published(Precision::Street, 7.234_567, 51.456_789);
    assert_eq!(longitude_and_latitude(&actor), Some((7.235, 51.457)));
    let address = address(&actor);
    assert_eq!(address.street.as_deref(), Some("Beispielweg"));
    assert_eq!((address.postcode.as_deref(), address.extra), (Some("00000"), None));
    assert_eq!(actor.data.based_in, Some(id(1)));
}

#[test]
fn a_place_published_by_street_stays_in_its_district_beside_the_border() {
    // Rounded to the nearest step both would lie at 7.500, west of the border.
    let west = published(Precision::Street, 7.500_3, 51.5);
    assert_eq!((longitude_and_latitude(&west), west.data.based_in), (Some((7.5, 51.5)), Some(id(1))));
    let east = published(Precision::Street, 7.500_45, 51.5);
    assert_eq!((longitude_and_latitude(&east), east.data.based_in), (Some((7.501, 51.5)), Some(id(2))));
}

#[test]
fn a_place_published_by_quarter_is_the_same_for_every_door_of_the_quarter() {
    let one = published(Precision::Quarter, 7.1, 51.1);
    let other = published(Precision::Quarter, 7.4, 51.9);
    assert_eq!((one.data.location, address(&one)), (other.data.location, address(&other)));
    assert_eq!(address(&one), Address { street: None, extra: None, ..address(&one) });
    assert_eq!(one.data.based_in, Some(id(1)));
    assert_eq!(published(Precision::Quarter, 9.0, 51.5).data.location, None);
}

#[test]
fn a_hidden_place_shows_nothing_and_an_exact_one_everything() {
    let hidden = published(Precision::Hidden, 7.1, 51.1);
    assert_eq!((hidden.data.location, hidden.data.address, hidden.data.based_in), (None, None, None));
    let exact = published(Precision::Exact, 7.234_567, 51.456_789);
    assert_eq!(longitude_and_latitude(&exact), Some((7.234_567, 51.456_789)));
    assert_eq!(address(&exact).street.as_deref(), Some("Beispielweg 12 a"));
}

/// What answers are made of has nothing of it, so that it changes no answer and no time that one takes.
#[test]
fn what_is_private_makes_no_difference_to_what_is_published() {
    let actor = |status, street: &str, longitude, description: &str| {
        let mut actor = published(Precision::Exact, longitude, 51.5).data;
        actor.status = status;
        actor.address = Some(Box::new(Address { street: Some(street.into()), ..Address::default() }));
        let position = Position::new(longitude, 51.5).expect("position");
        actor.location = Some(Location { position, precision: Precision::Hidden });
        actor.based_in = None;
        actor.description = LocalisedText::german(description);
        format!("{:?}", fact(actor))
    };
    let shown = |street: &str, longitude| actor(LifeStatus::Published, street, longitude, "Wir nähen.");
    assert_eq!(shown("Beispielweg 12", 7.1), shown("Eine ganz andere und viel längere Musterstraße 9000", 7.9));
    assert!(shown("Beispielweg 12", 7.1).contains("nähen"));
    for status in [LifeStatus::Draft, LifeStatus::Archived] {
        assert_eq!(actor(status, "Beispielweg 12", 7.1, "Wir nähen."), "None", "{status:?}");
    }
}

#[test]
fn the_place_of_an_offer_is_told_no_more_precisely_than_those_of_its_actors() {
    let place =
        Address { street: Some("Musterplatz 3".into()), city: Some("Musterstadt".into()), ..Address::default() };
    let street = |precision| place_told(place.clone(), precision).map(|place| place.street);
    assert_eq!(street(Precision::Exact), Some(Some("Musterplatz 3".into())));
    assert_eq!(street(Precision::Street), Some(Some("Musterplatz".into())));
    assert_eq!(street(Precision::Quarter), Some(None));
    assert_eq!(street(Precision::Hidden), None);

    let mut discretion = Discretion::default();
    let mut actor =
        Actor::new("haus".parse().expect("slug"), ActorKind::Organisation(OrganisationKind::Women), "Haus".to_owned());
    discretion.note(&record(1, actor.clone()));
    let position = Position::new(7.1, 51.5).expect("position");
    actor.location = Some(Location { position, precision: Precision::Quarter });
    discretion.note(&record(2, actor));
    let of = |numbers: &[u128]| {
        discretion.of(&numbers.iter().map(|number| Uuid::from_u128(*number).into()).collect::<Vec<_>>())
    };
    assert_eq!([of(&[1]), of(&[1, 2]), of(&[1, 2, 3])], [Precision::Exact, Precision::Quarter, Precision::Hidden]);
}
