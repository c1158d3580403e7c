//! The past: histories and the whole directory at a time.

use domain::{
    Fact, LifeStatus,
    vocabulary::{Precision, Role},
};
use store::Author;

use crate::{fixtures::*, on_both};

fn names(changes: &[domain::publication::Change]) -> Vec<&str> {
    changes
        .iter()
        .filter_map(|change| match &change.fact {
            Some(Fact::Actor(actor)) => Some(actor.data.name.as_str()),
            _ => None,
        })
        .collect()
}

on_both! {
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
