//! What a public file leaves out, and that a file for another store leaves out nothing.

use domain::{Address, Location, Position, vocabulary::Precision};

use super::records::{load, small_directory};
use crate::interchange::{
    to_entries::Scope,
    writer::{Records, WriteError, write},
};

fn text(records: Records, scope: Scope) -> String {
    String::from_utf8(write(Vec::new(), records, scope).expect("file")).expect("UTF-8")
}

#[test]
fn a_public_file_holds_published_things_only() {
    let text = text(small_directory(), Scope::Public);
    for private in [
        "Entwurf",
        "Runder Tisch",
        "runder-tisch",
        "Geheimweg",
        "7.333",
        "Marktweg",
        "nicht weitersagen",
        "proposed",
        "Vorsitz",
        "0123 456789",
        "erika@example.org",
        "withdrawnOn",
    ] {
        assert!(!text.contains(private), "{private} is in the public file");
    }
    insta::assert_snapshot!(text);
}

#[test]
fn a_public_file_tells_no_place_of_an_offer_whose_actor_has_a_hidden_one() {
    let mut records = small_directory();
    let street = |street: &str| Some(Box::new(Address { street: Some(street.into()), ..Address::default() }));
    records.offers.iter_mut().for_each(|offer| offer.data.place = street("Heller Platz 3"));
    records.events.iter_mut().for_each(|event| event.data.place = street("Heller Platz 4"));
    let position = Position::new(7.2, 51.5).expect("position");
    let mut is_told = |precision| {
        let location = Some(Location { position, precision });
        records.actors.iter_mut().for_each(|actor| actor.data.location = location);
        text(records.clone(), Scope::Public).contains("Heller Platz")
    };
    assert_eq!((is_told(Precision::Exact), is_told(Precision::Hidden)), (true, false));
    assert!(text(records, Scope::Everything).contains("Heller Platz 4"));
}

#[test]
fn a_public_file_can_be_read_back_without_a_problem() {
    let public = text(small_directory(), Scope::Public);
    let (records, problems) = load(public.as_bytes());
    assert!(problems.is_empty(), "{problems}");
    assert_eq!(text(records, Scope::Public), public);
}

#[test]
fn a_file_for_another_store_holds_everything() {
    let mut records = small_directory();
    let (mut loaded, problems) = load(text(records.clone(), Scope::Everything).as_bytes());
    assert!(problems.is_empty(), "{problems}");
    for all in [&mut records, &mut loaded] {
        all.districts.sort_by_key(|record| record.id);
        all.themes.sort_by_key(|record| record.id);
        all.actors.sort_by_key(|record| record.id);
        all.offers.sort_by_key(|record| record.id);
        all.links.sort_by_key(|record| record.id);
        all.themes.iter_mut().for_each(|theme| theme.data.position = 0);
    }
    assert_eq!(loaded, records);
}

#[test]
fn an_event_of_an_unpublished_first_host_stands_below_the_next_public_one() {
    let public = text(small_directory(), Scope::Public);
    let everything = text(small_directory(), Scope::Everything);
    let co_hosts = |text: &str| text.split("\"coHosts\": [").nth(1).map(|rest| rest.split(']').next().map(str::len));
    assert!(public.contains("\"Fest\"") && co_hosts(&public) < co_hosts(&everything));
}

#[test]
fn a_reference_into_nothing_is_no_file_for_another_store() {
    let mut records = small_directory();
    records.actors.retain(|actor| actor.data.slug.as_str() != "verein-am-markt");
    let error = write(Vec::new(), records, Scope::Everything).expect_err("a link into nothing");
    assert!(matches!(error, WriteError::Unnamed(_)), "{error}");
}
