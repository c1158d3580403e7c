//! Whether an offer takes people on: who may say it, until when, and two who say it at once.

use curation::{
    Patch,
    commands::{Edit, ProposeChange, RestoreVersion, SetAvailability, UnlimitedProposals},
};
use domain::{EntityKind, Offer, Record, offer::CurrentAvailability, record::EntityRef, vocabulary::Availability};
use serde_json::json;

use crate::{fixtures::*, on_both};

/// What is said of an offer in a version, until a day.
fn availability_input(
    offer: &Record<Offer>,
    version: u32,
    availability: Availability,
    until: Option<&str>,
) -> SetAvailability {
    SetAvailability {
        offer: offer.id,
        expected_version: version,
        availability: Some(availability),
        free_places: None,
        until: until.map(|day| day.parse().expect("a day")),
        note: None,
    }
}

fn today() -> chrono::NaiveDate {
    "2026-05-28".parse().expect("a day")
}

on_both! {
    async fn members_say_it_of_their_own_offers_at_once_and_of_no_others(world: World) {
        let (own, other) = (world.actor("Verein").await, world.actor("Anderer").await);
        let (offer, foreign) = (world.offer(own.id, "Kurs").await, world.offer(other.id, "Fremder Kurs").await);
        // Without any trust: it is a fact of the association itself.
        let member = member_of(own.id);
        let input = SetAvailability { free_places: Some(3), ..availability_input(&offer, 1, Availability::PlacesFree, Some("2026-06-10")) };
        let done = world.curation.set_availability(&member, input).await.unwrap().value;
        let current = done.data.availability_on(today()).expect("known");
        assert_eq!((current.availability, current.free_places), (Availability::PlacesFree, Some(3)));
        assert!(world.seen().await.contains("PlacesFree"), "everybody sees it");
        let theirs = world.curation.set_availability(&member, availability_input(&foreign, 1, Availability::Paused, None)).await;
        assert_eq!(codes(theirs), ["- FORBIDDEN"]);
        // What is not public is not there for others.
        let hidden = Patch::new().with("actor", other.id).with("kind", "service").with("title", json!({ "de": "Entwurf" }));
        let draft = curation::commands::Create { publish: false, ..create(hidden) };
        let draft = world.curation.create::<Offer>(&staff(), draft).await.unwrap().value;
        let theirs = world.curation.set_availability(&member, availability_input(&draft, 1, Availability::Paused, None)).await;
        assert_eq!(codes(theirs), ["id NOT_FOUND"]);
        // Taking it back leaves nothing.
        let nothing = SetAvailability { availability: None, free_places: Some(4), ..availability_input(&offer, 2, Availability::Paused, None) };
        let done = world.curation.set_availability(&member, nothing).await.unwrap().value;
        assert_eq!(done.data, offer.data);
    }

    async fn it_holds_to_the_end_of_a_day_in_the_time_zone_of_the_directory(world: World) {
        let actor = world.actor("Verein").await;
        let offer = world.offer(actor.id, "Kurs").await;
        let member = member_of(actor.id);
        let say = async |version, until| {
            let input = availability_input(&offer, version, Availability::WaitingList, until);
            world.curation.set_availability(&member, input).await
        };
        for (until, code) in [("2026-05-27", "availabilityUntil DAY_OUT_OF_RANGE"), ("2026-11-29", "availabilityUntil DAY_OUT_OF_RANGE")] {
            assert_eq!(codes(say(1, Some(until)).await), [code], "{until}");
        }
        let told = refusal(say(1, Some("2026-05-27")).await).user_errors();
        assert_eq!(told[0].message.text("de"), "liegt in der Vergangenheit: erlaubt ist 2026-05-28 bis 2026-11-28");
        let told = refusal(say(1, Some("2027-05-27")).await).user_errors();
        assert_eq!(told[0].message.text("en"), "lies too far ahead: allowed are 2026-05-28 to 2026-11-28");
        let done = say(1, Some("2026-05-28")).await.unwrap().value;
        assert!(done.data.availability_on(today()).is_some(), "today is not over");
        assert_eq!(done.data.availability_on(today().succ_opt().expect("a day")), None);
        assert_eq!(say(2, Some("2026-11-28")).await.unwrap().value.version, 3);
        let done = say(3, None).await.unwrap().value;
        assert_eq!(done.data.availability_until, Some(CurrentAvailability::default_end(today())), "four weeks");
        // In UTC it is still the same day, here it is the next one.
        world.wait_hours(2);
        assert_eq!(codes(say(4, Some("2026-05-28")).await), ["availabilityUntil DAY_OUT_OF_RANGE"]);
        assert_eq!(say(4, Some("2026-05-29")).await.unwrap().value.version, 5);
    }

    async fn two_who_say_something_else_meet_and_other_fields_do_not_stand_in_the_way(world: World) {
        let actor = world.actor("Verein").await;
        let offer = world.offer(actor.id, "Kurs").await;
        let member = member_of(actor.id);
        let title = Edit { id: offer.id, expected_version: 1, fields: Patch::new().with("title", json!({ "de": "Neuer Kurs" })), note: None };
        world.curation.edit::<Offer>(&staff(), title).await.unwrap();
        let done = world.curation.set_availability(&member, availability_input(&offer, 1, Availability::Paused, None)).await.unwrap().value;
        assert_eq!(done.data.title.get("de"), Some("Neuer Kurs"), "the title that came meanwhile stays");
        let late = world.curation.set_availability(&staff(), availability_input(&offer, 2, Availability::PlacesFree, None)).await;
        assert_eq!(codes(late), ["expectedVersion CONFLICT"]);
        let unknown = world.curation.set_availability(&staff(), availability_input(&offer, 9, Availability::PlacesFree, None)).await;
        assert_eq!(codes(unknown), ["expectedVersion UNKNOWN"]);
        let again = world.curation.set_availability(&member, availability_input(&offer, 3, Availability::Paused, None)).await.unwrap().value;
        assert_eq!(again.version, 3, "the same said twice is no new version");
    }

    async fn what_does_not_fit_together_is_named_and_an_old_version_may_come_back(world: World) {
        let actor = world.actor("Verein").await;
        let offer = world.offer(actor.id, "Kurs").await;
        let edit = async |version, fields: Patch| {
            let edit = Edit { id: offer.id, expected_version: version, fields, note: None };
            world.curation.edit::<Offer>(&staff(), edit).await
        };
        let paused = || Patch::new().with("availability", "paused");
        assert_eq!(codes(edit(1, paused()).await), ["availabilityUntil REQUIRED"]);
        let places = paused().with("availabilityUntil", "2026-06-01").with("freePlaces", 3);
        assert_eq!(codes(edit(1, places).await), ["freePlaces UNREADABLE"]);
        let alone = Patch::new().with("availabilityUntil", "2026-06-01");
        assert_eq!(codes(edit(1, alone).await), ["availability REQUIRED"]);
        for places in [json!(0), json!(1000), json!(-1), json!("viele"), json!(70_000)] {
            let fields = Patch::new().with("availability", "places-free").with("availabilityUntil", "2026-06-01").with("freePlaces", places.clone());
            assert_eq!(codes(edit(1, fields).await), ["freePlaces UNREADABLE"], "{places}");
        }
        assert_eq!(codes(edit(1, Patch::new().with("availability", "voll")).await), ["availability UNREADABLE"]);
        edit(1, paused().with("availabilityUntil", "2026-06-01")).await.unwrap();
        edit(2, Patch::new().with("availability", json!(null)).with("availabilityUntil", json!(null))).await.unwrap();
        // Weeks later the old version comes back with what held then, and what it says is over.
        world.wait(30);
        let entity = EntityRef::of::<Offer>(offer.id);
        let input = RestoreVersion { entity, version: 2, fields: None, expected_version: 3, replace_retired: false, note: None };
        world.curation.restore_version(&editor(), input).await.unwrap();
        // What an entry said before may stay when something else changes.
        let done = edit(4, Patch::new().with("title", json!({ "de": "Anders" }))).await.unwrap().value;
        assert_eq!(done.data.availability_on(world.curation.today()), None);
        assert_eq!(done.data.availability, Some(Availability::Paused));
        // Proposals are told the same.
        let fields = paused().with("availabilityUntil", "2026-06-10");
        let change = ProposeChange {
            kind: EntityKind::Offer, entity: Some(offer.id.into()), expected_version: 5, fields, archive: false,
            comment: None, contact: None, language: None,
        };
        let proposed = world.curation.propose_change(&member_of(actor.id), change, &UnlimitedProposals).await;
        assert_eq!(codes(proposed), ["availabilityUntil DAY_OUT_OF_RANGE"]);
    }
}
