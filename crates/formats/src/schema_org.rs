//! Entries as schema.org describes them, in JSON-LD: for search engines inside a page, and for export.

mod activities;

pub use activities::{PageAddresses, event, offer, project};

use directory::{ActorNo, Snapshot};
use domain::{
    Actor, ActorType, Address, LocalisedText,
    vocabulary::{Accessibility, Precision},
};
use serde_json::{Map, Value, json};

/// An actor with its offers and the networks it is a member of. `address` gives the address of an actor's page.
pub fn actor(snapshot: &Snapshot, no: ActorNo, address: &dyn Fn(ActorNo) -> String) -> Value {
    let entry = snapshot.actor(no);
    let data = entry.data();
    let mut thing = Map::new();
    let mut say = |name: &str, value: Value| {
        if !is_nothing(&value) {
            thing.insert(name.to_owned(), value);
        }
    };
    say("@context", "https://schema.org".into());
    say("@type", type_of(data).into());
    say("@id", address(no).into());
    say("url", data.website.as_ref().map_or_else(|| address(no), ToString::to_string).into());
    say("mainEntityOfPage", address(no).into());
    say("name", data.name.clone().into());
    say("alternateName", data.alternative_names.clone().into());
    say("description", texts(if data.summary.is_empty() { &data.description } else { &data.summary }));
    say("telephone", data.phone.as_ref().map(ToString::to_string).into());
    say("email", data.email.as_ref().map(ToString::to_string).into());
    let elsewhere = data.identifiers.iter().flat_map(|identifiers| identifiers.web_addresses());
    say("sameAs", data.social_links.iter().map(ToString::to_string).chain(elsewhere).collect());
    say("identifier", register_number(data));
    say("amenityFeature", data.accessibility.iter().map(|aid| amenity(*aid)).collect());
    say("address", data.address.as_deref().map(postal).into());
    say("location", place(data));
    say("areaServed", entry.active_in().iter().map(|district| texts(snapshot.district(*district).name())).collect());
    say("knowsAbout", entry.themes().iter().map(|theme| texts(snapshot.theme(*theme).label())).collect());
    say("knowsLanguage", data.languages.iter().map(ToString::to_string).collect());
    say("makesOffer", snapshot.offers_of(no).map(|offer| offer_object(snapshot.offer(offer).data())).collect());
    Value::Object(thing)
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(values) => values.is_empty(),
        Value::String(text) => text.is_empty(),
        _ => false,
    }
}

const fn type_of(actor: &Actor) -> &'static str {
    match actor.kind.actor_type() {
        ActorType::Organisation => "NGO",
        ActorType::Institution | ActorType::Network => "Organization",
    }
}

/// A text in every language it has (JSON-LD 1.1, section 4.2.4).
fn texts(text: &LocalisedText) -> Value {
    let all: Vec<Value> =
        text.iter().map(|(language, text)| json!({ "@language": language.as_str(), "@value": text })).collect();
    match <[Value; 1]>::try_from(all) {
        Ok([only]) => only,
        Err(all) => Value::Array(all),
    }
}

fn postal(address: &Address) -> Value {
    let mut postal = Map::new();
    postal.insert("@type".to_owned(), "PostalAddress".into());
    let parts =
        [("streetAddress", &address.street), ("postalCode", &address.postcode), ("addressLocality", &address.city)];
    postal.extend(parts.into_iter().filter_map(|(name, part)| Some((name.to_owned(), part.as_deref()?.into()))));
    Value::Object(postal)
}

/// Only an exact place is one: a coarser one would be read as the door.
fn place(actor: &Actor) -> Value {
    let exact = actor.location.filter(|location| location.precision == Precision::Exact);
    let Some(location) = exact else { return Value::Null };
    let (longitude, latitude) = (location.position.longitude(), location.position.latitude());
    json!({ "@type": "Place", "geo": { "@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude } })
}

/// The number in a public register.
fn register_number(actor: &Actor) -> Value {
    let register = actor.identifiers.as_ref().and_then(|identifiers| identifiers.register.as_deref());
    let property = |value: &str| json!({ "@type": "PropertyValue", "propertyID": "register", "value": value });
    register.map_or(Value::Null, property)
}

fn amenity(aid: Accessibility) -> Value {
    json!({ "@type": "LocationFeatureSpecification", "name": aid.label_de(), "value": true })
}

fn offer_object(offer: &domain::Offer) -> Value {
    let mut service = Map::new();
    service.insert("@type".to_owned(), "Service".into());
    service.insert("name".to_owned(), texts(&offer.title));
    if !offer.description.is_empty() {
        service.insert("description".to_owned(), texts(&offer.description));
    }
    json!({ "@type": "Offer", "itemOffered": service })
}
