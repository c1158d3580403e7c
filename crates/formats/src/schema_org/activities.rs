//! Offers as `Service`, events as `Event` and projects as `Project`.

use chrono::{DateTime, SecondsFormat, Utc};
use directory::{ActorNo, EventNo, EventStatus, OfferNo, ProjectNo, Snapshot};
use domain::vocabulary::Availability;
use serde_json::{Map, Value, json};

use super::{is_nothing, postal, texts, type_of};

/// The addresses of what an entry names.
pub struct PageAddresses<'a> {
    /// That of the entry's own page.
    pub page: &'a str,
    /// That of an actor's page.
    pub actor: &'a dyn Fn(ActorNo) -> String,
}

/// Something that says what it is made of, line by line; what says nothing is left out.
struct JsonLdObject(Map<String, Value>);

impl JsonLdObject {
    fn new(type_name: &str, addresses: &PageAddresses<'_>) -> Self {
        let thing = json!({ "@context": "https://schema.org", "@type": type_name, "@id": addresses.page });
        let mut thing = Self(thing.as_object().cloned().unwrap_or_default());
        thing.set("url", addresses.page.into());
        thing
    }

    fn set(&mut self, name: &str, value: Value) {
        if !is_nothing(&value) {
            self.0.insert(name.to_owned(), value);
        }
    }
}

fn organisation(snapshot: &Snapshot, no: ActorNo, addresses: &PageAddresses<'_>) -> Value {
    let data = snapshot.actor(no).data();
    let address = (addresses.actor)(no);
    json!({ "@type": type_of(data), "@id": address, "name": data.name, "url": address })
}

fn labels(snapshot: &Snapshot, themes: &[domain::ThemeId]) -> Value {
    snapshot.listed_themes(themes).iter().map(|theme| texts(snapshot.theme(*theme).label())).collect()
}

fn place(address: Option<&domain::Address>) -> Value {
    address.map_or(Value::Null, |address| json!({ "@type": "Place", "address": postal(address) }))
}

/// The ages that an offer says it is for.
fn ages(offer: &domain::Offer) -> Option<Value> {
    offer.ages()?;
    let mut audience = Map::from_iter([("@type".to_owned(), Value::from("PeopleAudience"))]);
    let ages = [("suggestedMinAge", offer.minimum_age), ("suggestedMaxAge", offer.maximum_age)];
    audience.extend(ages.into_iter().filter_map(|(name, age)| Some((name.to_owned(), age?.into()))));
    Some(Value::Object(audience))
}

/// An offer as a service of its actor.
pub fn offer(snapshot: &Snapshot, no: OfferNo, addresses: &PageAddresses<'_>) -> Value {
    let entry = snapshot.offer(no);
    let data = entry.data();
    let mut thing = JsonLdObject::new("Service", addresses);
    thing.set("name", texts(&data.title));
    thing.set("description", texts(&data.description));
    thing.set("provider", organisation(snapshot, entry.actor(), addresses));
    thing.set("serviceType", labels(snapshot, &data.themes));
    let groups = data.target_groups.iter();
    let groups = groups.map(|it| json!({ "@type": "Audience", "audienceType": it.label("de") }));
    thing.set("audience", groups.chain(ages(data)).collect());
    let mut channel = Map::from_iter([("@type".to_owned(), Value::from("ServiceChannel"))]);
    let languages: Value = data.languages.iter().map(ToString::to_string).collect();
    let venue = place(snapshot.venue_of_offer(no).as_ref());
    let register = data.registration_url.as_ref().map(ToString::to_string).into();
    for (name, value) in [("availableLanguage", languages), ("serviceLocation", venue), ("serviceUrl", register)] {
        channel.extend((!is_nothing(&value)).then(|| (name.to_owned(), value)));
    }
    if channel.len() > 1 {
        thing.set("availableChannel", Value::Object(channel));
    }
    thing.set("offers", availability(snapshot, no));
    Value::Object(thing.0)
}

/// Whether an offer takes people on today, as an `Offer` of its service. A waiting list is schema.org's `BackOrder`.
fn availability(snapshot: &Snapshot, no: OfferNo) -> Value {
    let Some(told) = snapshot.availability_of(no) else { return Value::Null };
    let word = match told.availability {
        Availability::PlacesFree => "InStock",
        Availability::WaitingList => "BackOrder",
        Availability::Paused => "OutOfStock",
    };
    let mut offer = json!({
        "@type": "Offer",
        "availability": format!("https://schema.org/{word}"),
        "availabilityEnds": told.until.to_string(),
    });
    if let Some(places) = told.free_places {
        offer["inventoryLevel"] = json!({ "@type": "QuantitativeValue", "value": places });
    }
    offer
}

/// An event at its date that goes on, or its next; one that is over at its first.
pub fn event(snapshot: &Snapshot, no: EventNo, now: DateTime<Utc>, addresses: &PageAddresses<'_>) -> Value {
    let data = snapshot.event(no).data();
    let mut thing = JsonLdObject::new("Event", addresses);
    thing.set("name", texts(&data.title));
    thing.set("description", texts(&data.description));
    let zone = snapshot.settings().zone;
    let told = |at: DateTime<Utc>| match data.all_day {
        true => at.with_timezone(&zone).date_naive().to_string(),
        false => at.with_timezone(&zone).to_rfc3339_opts(SecondsFormat::Secs, true),
    };
    if let Some(date) = snapshot.next_date(no, now).or_else(|| snapshot.dates_of(no, None, None).next()) {
        thing.set("startDate", told(date.start).into());
        if data.all_day || data.ends_at.is_some() {
            // The last day, where days are told.
            let end = if data.all_day { date.end - chrono::TimeDelta::seconds(1) } else { date.end };
            thing.set("endDate", told(end).into());
        }
    } else if let Some(start) = snapshot.excluded_starts(no, None).next() {
        // What was cancelled keeps its date.
        thing.set("startDate", told(start).into());
    }
    let status = match snapshot.event_status(no, now) {
        EventStatus::Cancelled | EventStatus::RestCancelled => "EventCancelled",
        EventStatus::Scheduled | EventStatus::Over => "EventScheduled",
    };
    thing.set("eventStatus", format!("https://schema.org/{status}").into());
    thing.set("location", place(snapshot.venue_of_event(no).as_ref()));
    thing.set("organizer", snapshot.hosts_of(no).map(|host| organisation(snapshot, host, addresses)).collect());
    thing.set("about", labels(snapshot, &data.themes));
    thing.set("inLanguage", data.languages.iter().map(ToString::to_string).collect());
    thing.set("sameAs", data.website.as_ref().map(ToString::to_string).into());
    Value::Object(thing.0)
}

/// A project of those who take part.
pub fn project(snapshot: &Snapshot, no: ProjectNo, addresses: &PageAddresses<'_>) -> Value {
    let data = snapshot.project(no).data();
    let mut thing = JsonLdObject::new("Project", addresses);
    thing.set("name", texts(&data.title));
    thing.set("description", texts(&data.description));
    thing.set("foundingDate", data.since.map(|day| day.to_string()).into());
    thing.set("dissolutionDate", data.until.map(|day| day.to_string()).into());
    thing.set("member", snapshot.participants_of(no).map(|actor| organisation(snapshot, actor, addresses)).collect());
    thing.set("knowsAbout", labels(snapshot, &data.themes));
    thing.set("sameAs", data.website.as_ref().map(ToString::to_string).into());
    Value::Object(thing.0)
}
