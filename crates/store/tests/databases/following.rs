//! Following the log: what was loaded plus what changed since is what would be loaded now.

use std::{collections::BTreeMap, time::Duration};

use domain::{
    Actor, ContactPerson, CooperationLink, LifeStatus, Offer, Record,
    publication::PublicationChange,
    record::EntityRef,
    vocabulary::{LinkKind, LinkStatus, Precision, Visibility},
};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use store::{Store, StoreError, StoreOptions};

use crate::{fixtures::*, on_both};

/// One thing somebody does.
#[derive(Clone, Debug)]
enum Deed {
    AddActor,
    Rename(usize),
    SetStatus(usize, LifeStatus),
    Move(usize, Precision),
    AddOffer(usize),
    AddLink(usize, usize, LinkStatus),
    AddPerson(usize, Visibility),
    ErasePerson(usize),
    Withdraw(usize),
}

fn deed() -> impl Strategy<Value = Deed> {
    let status = prop_oneof![Just(LifeStatus::Draft), Just(LifeStatus::Published), Just(LifeStatus::Archived)];
    let precision = prop_oneof![Just(Precision::Exact), Just(Precision::Quarter), Just(Precision::Hidden)];
    let link = prop_oneof![Just(LinkStatus::Proposed), Just(LinkStatus::Active), Just(LinkStatus::Ended)];
    let visibility = prop_oneof![Just(Visibility::Public), Just(Visibility::Internal)];
    prop_oneof![
        2 => Just(Deed::AddActor),
        2 => any::<usize>().prop_map(Deed::Rename),
        3 => (any::<usize>(), status).prop_map(|(at, status)| Deed::SetStatus(at, status)),
        1 => (any::<usize>(), precision).prop_map(|(at, precision)| Deed::Move(at, precision)),
        2 => any::<usize>().prop_map(Deed::AddOffer),
        2 => (any::<usize>(), any::<usize>(), link).prop_map(|(from, to, status)| Deed::AddLink(from, to, status)),
        2 => (any::<usize>(), visibility).prop_map(|(at, visibility)| Deed::AddPerson(at, visibility)),
        1 => any::<usize>().prop_map(Deed::ErasePerson),
        1 => any::<usize>().prop_map(Deed::Withdraw),
    ]
}

#[derive(Default)]
struct World {
    actors: Vec<Record<Actor>>,
    people: Vec<Record<ContactPerson>>,
    minutes: i64,
}

impl World {
    async fn change_actor(&mut self, store: &Store, at: usize, change: impl FnOnce(&mut Actor)) {
        let Some(count) = self.actors.len().checked_sub(1) else { return };
        let actor = &mut self.actors[at % (count + 1)];
        let mut data = actor.data.clone();
        change(&mut data);
        let next = actor.next(minute(self.minutes), data);
        if put_at(store, self.minutes, &next).await.unwrap().is_some() {
            *actor = next;
        }
    }

    async fn does(&mut self, store: &Store, deed: Deed) {
        self.minutes += 1;
        let pick = |at: usize| (!self.actors.is_empty()).then(|| self.actors[at % self.actors.len()].id);
        match deed {
            Deed::AddActor => {
                let new = actor(&format!("verein-{}", self.minutes));
                put_at(store, self.minutes, &new).await.unwrap();
                self.actors.push(new);
            }
            Deed::Rename(at) => {
                let name = format!("Name {}", self.minutes);
                self.change_actor(store, at, |actor| actor.name = name).await;
            }
            Deed::SetStatus(at, status) => self.change_actor(store, at, |actor| actor.status = status).await,
            Deed::Move(at, precision) => {
                self.change_actor(store, at, |actor| actor.location = location(precision)).await;
            }
            Deed::AddOffer(at) => {
                if let Some(actor) = pick(at) {
                    put_at::<Offer>(store, self.minutes, &offer(actor)).await.unwrap();
                }
            }
            Deed::AddLink(from, to, status) => {
                if let (Some(from), Some(to)) = (pick(from), pick(to)) {
                    let new = link(from, to, LinkKind::CooperatesWith, status);
                    match put_at::<CooperationLink>(store, self.minutes, &new).await {
                        Ok(_) | Err(StoreError::Taken { .. } | StoreError::Invalid { .. }) => {}
                        Err(error) => panic!("{error}"),
                    }
                }
            }
            Deed::AddPerson(at, visibility) => {
                if let Some(actor) = pick(at) {
                    let new = person(actor, "Ada", visibility);
                    put_at(store, self.minutes, &new).await.unwrap();
                    self.people.push(new);
                }
            }
            Deed::ErasePerson(_) | Deed::Withdraw(_) if self.people.is_empty() => {}
            Deed::ErasePerson(at) => {
                let person = self.people.swap_remove(at % self.people.len());
                let mut writer = begin(store, self.minutes).await;
                writer.erase_person(person.id).await.unwrap();
                writer.commit().await.unwrap();
            }
            Deed::Withdraw(at) => {
                let person = self.people.swap_remove(at % self.people.len());
                let mut data = person.data.clone();
                data.name.as_mut().unwrap().consent.as_mut().unwrap().withdrawn_on = Some(day());
                put_at(store, self.minutes, &person.next(minute(self.minutes), data)).await.unwrap();
            }
        }
    }
}

fn by_entity(changes: Vec<PublicationChange>) -> BTreeMap<EntityRef, PublicationChange> {
    changes.into_iter().map(|change| (change.entity, change)).collect()
}

on_both! {
    async fn following_the_log_leads_to_what_loading_gives(database: Database) {
        let store = database.store().await;
        let mut world = World::default();
        let mut runner = TestRunner::deterministic();
        let deeds = proptest::collection::vec(deed(), 150).new_tree(&mut runner).unwrap().current();
        let mut followed: BTreeMap<EntityRef, PublicationChange> = BTreeMap::new();
        let mut sequence = 0;
        for (at, deed) in deeds.into_iter().enumerate() {
            world.does(&store, deed).await;
            // Stretches of several lengths, some of which end in the middle of an entity's changes.
            let limit = [1, 2, 5, 100][at % 4];
            if at % 3 != 0 {
                let changes = store.changes_after(sequence, limit, &nowhere()).await.unwrap();
                assert!(changes.changes.is_sorted_by_key(|change| change.sequence));
                sequence = changes.sequence;
                followed.extend(by_entity(changes.changes));
            }
        }
        while sequence < store.latest_sequence().await.unwrap() {
            let changes = store.changes_after(sequence, 7, &nowhere()).await.unwrap();
            sequence = changes.sequence;
            followed.extend(by_entity(changes.changes));
        }
        let load = by_entity(loaded(&store).await);
        assert!(load.len() > 30 && load.values().any(|change| change.fact.is_none()), "the deeds were too tame");
        assert_eq!(followed, load);
        let past = everything(past_of(&store, world.minutes).await).await;
        assert_eq!(by_entity(past), load);
        assert_eq!(store.check().await.unwrap(), []);
    }

    async fn what_was_withdrawn_later_is_not_shown_to_those_who_lag(database: Database) {
        let store = database.store().await;
        let verein = actor("verein");
        put(&store, &verein).await.unwrap();
        let ada = person(verein.id, "Ada", Visibility::Public);
        put(&store, &ada).await.unwrap();
        let mut writer = begin(&store, 1).await;
        writer.erase_person(ada.id).await.unwrap();
        writer.commit().await.unwrap();
        let first = store.changes_after(0, 2, &nowhere()).await.unwrap();
        assert_eq!((first.sequence, first.changes.len()), (2, 1));
        let second = store.changes_after(2, 2, &nowhere()).await.unwrap();
        assert_eq!((second.sequence, second.changes[0].fact.is_none()), (3, true));
        let none = store.changes_after(3, 2, &nowhere()).await.unwrap();
        assert_eq!((none.sequence, none.changes.len()), (3, 0));
    }

    async fn who_waits_is_woken_by_a_commit(database: Database) {
        // Nobody looks at the log unasked here, so only being told can wake.
        let patient = StoreOptions { look_every: Duration::from_secs(3_600), ..StoreOptions::default() };
        database.store().await.close().await.unwrap();
        let store = Store::open_with(&database.url, patient).await.unwrap();
        wakes(&store, &store, 1).await;
        assert_eq!(store.wait_for_changes(0).await.unwrap(), 1, "what has happened already is told at once");
        if database.folder().is_none() {
            let other = Store::open_with(&database.url, patient).await.unwrap();
            wakes(&other, &store, 2).await;
        }
    }

    async fn who_is_not_told_finds_out_by_looking(database: Database) {
        let (store, other) = (database.store().await, Store::open(&database.url).await.unwrap());
        wakes(&other, &store, 1).await;
    }
}

async fn wakes(waiting: &Store, writing: &Store, sequence: u64) {
    let woken = waiting.wait_for_changes(sequence - 1);
    let writing = async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        put(writing, &actor(&format!("verein-{sequence}"))).await.unwrap();
    };
    let both = async { tokio::join!(woken, writing).0 };
    let newest = tokio::time::timeout(Duration::from_secs(20), both).await.expect("in time").unwrap();
    assert_eq!(newest, sequence);
}
