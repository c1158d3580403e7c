//! The past: histories and the whole directory at a time.

use domain::{
    Actor, Address, Fact, LifeStatus, Record,
    vocabulary::{Precision, Role, Visibility},
};
use store::{Author, Store};

use crate::{fixtures::*, on_both};

fn names(changes: &[domain::publication::PublicationChange]) -> Vec<&str> {
    changes
        .iter()
        .filter_map(|change| match &change.fact {
            Some(Fact::Actor(actor)) => Some(actor.data.name.as_str()),
            _ => None,
        })
        .collect()
}

/// Words by which somebody is reached or found; see [`reachable`].
const CONTACT: &[&str] =
    &["02323 4711", "heim@verein.example", "Heimweg", "7.15", "Ada Quast", "Hinterhof", "Festwiese"];

/// An actor with everything by which it is reached and found, and what belongs to it.
async fn reachable(store: &Store) -> Record<Actor> {
    let street = |street: &str| Some(Box::new(Address { street: Some(street.into()), ..Address::default() }));
    let mut house = actor("haus");
    house.data.phone = Some("02323 4711".parse().unwrap());
    house.data.email = Some("heim@verein.example".parse().unwrap());
    house.data.address = street("Heimweg 1");
    house.data.location = location(Precision::Exact);
    put_at(store, 1, &house).await.unwrap();
    put_at(store, 2, &person(house.id, "Ada Quast", Visibility::Public)).await.unwrap();
    let (mut offer, mut event) = (offer(house.id), event(&[house.id]));
    (offer.data.place, event.data.place) = (street("Hinterhof 2"), street("Festwiese 3"));
    put_at(store, 3, &offer).await.unwrap();
    put_at(store, 4, &event).await.unwrap();
    house
}

/// All that is told of the directory at minute 5 and of an actor's history.
async fn dump_past(store: &Store, actor: &Record<Actor>) -> String {
    let past = everything(past_of(store, 5).await).await;
    // A place is told by the precision of the actor it belongs to, which a fact holds beside it.
    let places: Vec<_> = past
        .iter()
        .filter_map(|change| match change.fact.clone()? {
            Fact::Offer(mut offer) => offer.take_place(),
            Fact::Event(mut event) => event.take_place(),
            _ => None,
        })
        .filter_map(|place| domain::publication::place_told(*place, precision(&past)))
        .collect();
    let others: Vec<_> =
        past.iter().filter(|change| !matches!(change.fact, Some(Fact::Offer(_) | Fact::Event(_)))).collect();
    format!(
        "{others:?}{places:?}{:?}",
        store
            .history(actor.id, &nowhere())
            .await
            .unwrap()
            .iter()
            .map(|past| past.actor.as_ref().map(open))
            .collect::<Vec<_>>()
    ) + &past
        .iter()
        .filter_map(|change| match &change.fact {
            Some(Fact::Actor(actor)) => Some(open(actor)),
            _ => None,
        })
        .collect::<String>()
}

/// Contact data shows itself in no debug output.
fn open(actor: &Record<Actor>) -> String {
    serde_json::to_string(&actor.data).unwrap()
}

fn precision(past: &[domain::publication::PublicationChange]) -> Precision {
    past.iter()
        .find_map(|change| match &change.fact {
            Some(Fact::Actor(actor)) => Some(actor.places()),
            _ => None,
        })
        .expect("an actor")
}

on_both! {
    async fn who_is_archived_is_reached_through_no_past(database: Database) {
        let store = database.store().await;
        let house = reachable(&store).await;
        let before = dump_past(&store, &house).await;
        for word in CONTACT {
            assert!(before.contains(word), "{word}");
        }
        let mut archived = house.data.clone();
        archived.status = LifeStatus::Archived;
        put_at(&store, 10, &house.next(minute(10), archived)).await.unwrap();
        let after = dump_past(&store, &house).await;
        for word in CONTACT {
            assert!(!after.contains(word), "{word}");
        }
        assert!(after.contains("Verein haus"), "that it was there stays");
    }

    async fn what_an_entry_no_longer_tells_it_never_told(database: Database) {
        let store = database.store().await;
        let house = reachable(&store).await;
        let mut bare = house.data.clone();
        (bare.phone, bare.email, bare.address) = (None, None, None);
        bare.location = location(Precision::Hidden);
        put_at(&store, 10, &house.next(minute(10), bare)).await.unwrap();
        let after = dump_past(&store, &house).await;
        for word in CONTACT.iter().filter(|word| **word != "Ada Quast") {
            assert!(!after.contains(word), "{word}");
        }
        assert!(after.contains("Ada Quast"), "she is still to be spoken to");
    }

    async fn a_person_is_told_of_in_the_past_as_today_only(database: Database) {
        let store = database.store().await;
        let house = reachable(&store).await;
        let ada = store.of_actor::<domain::ContactPerson>(house.id).await.unwrap().remove(0);
        let after = person(house.id, "Bea Neu", Visibility::Public).data;
        put_at(&store, 10, &ada.next(minute(10), after)).await.unwrap();
        assert!(!dump_past(&store, &house).await.contains("Ada Quast"), "another name under another consent");
    }

    async fn a_past_is_known_by_what_may_be_told_of_it(database: Database) {
        let store = database.store().await;
        let house = reachable(&store).await;
        let key = store.past_key(minute(5)).await.unwrap();
        assert_eq!((key.sequence, key.altered), (4, 0));
        let mut edited = house.data.clone();
        edited.name = "Haus am Kanal".to_owned();
        edited.phone = Some("02323 4712".parse().unwrap());
        let edited = house.next(minute(10), edited);
        put_at(&store, 10, &edited).await.unwrap();
        assert_eq!(store.past_key(minute(5)).await.unwrap(), key, "an edit like any other");
        let mut hidden = edited.data.clone();
        hidden.location = location(Precision::Hidden);
        put_at(&store, 11, &edited.next(minute(11), hidden)).await.unwrap();
        assert_eq!(store.past_key(minute(5)).await.unwrap().altered, 6);
    }

    async fn the_directory_can_be_had_as_it_was(database: Database) {
        let store = database.store().await;
        let (first, second) = (actor("eins"), actor("zwei"));
        put_at(&store, 10, &first).await.unwrap();
        let mut renamed = first.data.clone();
        renamed.name = "Umbenannt".to_owned();
        let renamed = first.next(minute(20), renamed);
        put_at(&store, 20, &renamed).await.unwrap();
        put_at(&store, 30, &second).await.unwrap();
        let mut archived = renamed.data.clone();
        archived.status = LifeStatus::Archived;
        put_at(&store, 40, &renamed.next(minute(40), archived)).await.unwrap();
        let mut seen = Vec::new();
        for minutes in [9, 10, 25, 30, 40] {
            let load = past_of(&store, minutes).await;
            let sequence = load.sequence;
            let changes = everything(load).await;
            let tombstones = changes.iter().filter(|change| change.fact.is_none()).count();
            seen.push((sequence, names(&changes).join(", "), tombstones));
        }
        let expected = [
            (0, "", 0), (1, "Verein eins", 0), (2, "Umbenannt", 0), (3, "Umbenannt, Verein zwei", 0), (4, "Verein zwei", 1),
        ];
        assert_eq!(seen, expected.map(|(sequence, names, tombstones)| (sequence, names.to_owned(), tombstones)));
    }

    async fn the_past_as_of_now_is_the_present(database: Database) {
        let store = database.store().await;
        let verein = actor("verein");
        let offer = offer(verein.id);
        put_at(&store, 1, &verein).await.unwrap();
        put_at(&store, 2, &offer).await.unwrap();
        let past = everything(past_of(&store, 2).await).await;
        assert_eq!(past, loaded(&store).await);
    }

    async fn a_place_hidden_today_was_never_shown(database: Database) {
        let store = database.store().await;
        let mut house = actor("haus");
        house.data.location = location(Precision::Exact);
        put_at(&store, 1, &house).await.unwrap();
        let mut hidden = house.data.clone();
        hidden.location = location(Precision::Hidden);
        put_at(&store, 2, &house.next(minute(2), hidden)).await.unwrap();
        let past = everything(past_of(&store, 1).await).await;
        let history = store.history(house.id, &nowhere()).await.unwrap();
        assert_eq!((past.len(), history.len()), (1, 2));
        assert!(!format!("{past:?}{history:?}").contains("7.15"));
    }

    async fn a_history_tells_when_who_and_what_newest_first(database: Database) {
        let store = database.store().await;
        let mut draft = actor("verein");
        draft.data.status = LifeStatus::Draft;
        put_at(&store, 1, &draft).await.unwrap();
        let mut published = draft.data.clone();
        published.status = LifeStatus::Published;
        let author = Author::new(Role::Member).with_note("Telefonat");
        let mut writer = store.begin(author, minute(2)).await.unwrap();
        writer.put(&draft.next(minute(2), published)).await.unwrap();
        writer.commit().await.unwrap();
        let history = store.history(draft.id, &nowhere()).await.unwrap();
        let told: Vec<_> =
            history.iter().map(|past| (past.version, past.sequence, past.at, past.by, past.actor.is_some())).collect();
        assert_eq!(told, [(2, 2, minute(2), Role::Member, true), (1, 1, minute(1), Role::Editor, false)]);
        let revisions = store.revisions::<domain::Actor>(draft.id).await.unwrap();
        assert_eq!(revisions[0].note.as_deref(), Some("Telefonat"));
        assert_eq!(revisions[1].record, draft);
        assert_eq!(store.history(id(), &nowhere()).await.unwrap(), []);
    }

    async fn a_clock_that_runs_backwards_does_not_reorder_the_log(database: Database) {
        let store = database.store().await;
        put_at(&store, 10, &actor("eins")).await.unwrap();
        put_at(&store, 5, &actor("zwei")).await.unwrap();
        assert_eq!(past_of(&store, 5).await.sequence, 0);
        assert_eq!(past_of(&store, 10).await.sequence, 2);
    }
}
