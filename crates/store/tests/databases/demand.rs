//! Sums of what was asked for and not found: everybody adds, months are closed, and nothing below five is told.

use domain::{CalendarMonth, DemandKey, DemandPeriod, DistrictId, ThemeId};
use store::{
    DemandPlace, PageRequest, Store, UnmetDemand,
    backup::BackupFile,
    testing::{Backend, Database},
};
use uuid::Uuid;

use crate::{fixtures::*, on_both};

/// A month, by its distance from January 2026.
fn month(at: i32) -> CalendarMonth {
    CalendarMonth::of("2026-01-01".parse().expect("a day")).plus(at)
}

fn key(theme: u128, district: u128, language: &str) -> DemandKey {
    DemandKey {
        theme: (theme > 0).then(|| ThemeId::from_uuid(Uuid::from_u128(theme))),
        district: (district > 0).then(|| DistrictId::from_uuid(Uuid::from_u128(district))),
        language: (!language.is_empty()).then(|| language.parse().expect("a tag")),
    }
}

async fn add(store: &Store, at: i32, sums: &[(&DemandKey, u64)]) {
    let demand = sums.iter().map(|(key, questions)| UnmetDemand { key: (*key).clone(), questions: *questions });
    store.add_unmet_demand(month(at), &demand.collect::<Vec<_>>()).await.unwrap();
}

async fn page(
    store: &Store,
    (first, last): (i32, i32),
    page_request: &PageRequest<DemandPlace>,
) -> Vec<(DemandKey, u64)> {
    let period = DemandPeriod { first: month(first), last: month(last) };
    let page = store.unmet_demand(period, page_request).await.unwrap();
    page.items.into_iter().map(|(_, demand)| (demand.key, demand.questions)).collect()
}

async fn all(store: &Store, months: (i32, i32)) -> Vec<(DemandKey, u64)> {
    let all = page(store, months, &PageRequest::first(100)).await;
    let period = DemandPeriod { first: month(months.0), last: month(months.1) };
    assert_eq!(store.count_unmet_demand(period).await.unwrap(), all.len() as u64);
    all
}

on_both! {
    async fn sums_add_up_and_are_listed_page_by_page(database: Database) {
        let store = database.store().await;
        let keys = [key(1, 2, "ti"), key(1, 0, ""), key(0, 2, ""), key(0, 0, "de-simple"), key(3, 2, "so")];
        add(&store, 0, &[(&keys[0], 4), (&keys[1], 9), (&keys[4], 4)]).await;
        add(&store, 0, &[(&keys[0], 3), (&keys[2], 5)]).await;
        add(&store, 1, &[(&keys[0], 5), (&keys[3], 6), (&keys[4], 4)]).await;
        let listed = all(&store, (0, 1)).await;
        let sorted: Vec<_> = [(0, 12), (1, 9), (3, 6), (2, 5)].map(|(at, sum)| (keys[at].clone(), sum)).into();
        assert_eq!(listed, sorted);
        assert_eq!(all(&store, (1, 1)).await.len(), 2);
        assert_eq!(all(&store, (2, 1)).await, []);

        let period = DemandPeriod { first: month(0), last: month(1) };
        let first = store.unmet_demand(period, &PageRequest::first(3)).await.unwrap();
        assert!(first.has_next && !first.has_previous);
        let after = PageRequest::first(3).after(first.items.last().map(|(place, _)| place.clone()));
        assert_eq!(page(&store, (0, 1), &after).await, sorted[3..]);
        let last = PageRequest { from_the_end: true, ..PageRequest::first(2) };
        assert_eq!(page(&store, (0, 1), &last).await, sorted[2..]);
    }

    async fn what_is_too_little_goes_on_and_counts_when_it_is_enough(database: Database) {
        let store = database.store().await;
        let (few, seldom, many) = (key(1, 2, "ti"), key(1, 2, "so"), key(1, 2, "tr"));
        for at in 0..12 {
            add(&store, at, &[(&few, 3), (&many, 7)]).await;
        }
        add(&store, 2, &[(&seldom, 4)]).await;
        add(&store, 12, &[(&few, 1)]).await;
        store.close_demand_months(month(5), month(-20)).await.unwrap();
        let shown = all(&store, (0, 5)).await;
        assert_eq!(shown, [(many.clone(), 42), (few.clone(), 18)], "3 + 3 in February, April and June");
        for first in 0..=5 {
            for last in first..=5 {
                let of_few = |sums: Vec<(DemandKey, u64)>| sums.iter().find(|(key, _)| *key == few).map_or(0, |sum| sum.1);
                let (whole, but_last) = (of_few(all(&store, (first, last)).await), of_few(all(&store, (first, last - 1)).await));
                assert!(whole == but_last || whole - but_last >= 5, "{first} to {last} tells of {}", whole - but_last);
            }
        }
        store.close_demand_months(month(11), month(-20)).await.unwrap();
        assert_eq!(all(&store, (0, 11)).await, [(many.clone(), 84), (few.clone(), 36)]);
        add(&store, 12, &[(&seldom, 4)]).await;
        let again = all(&store, (0, 11)).await;
        store.close_demand_months(month(11), month(-20)).await.unwrap();
        assert_eq!(all(&store, (0, 11)).await, again, "twice does no more than once");
        add(&store, 12, &[(&few, 4)]).await;
        assert_eq!(all(&store, (12, 12)).await, [(few.clone(), 5)], "a year does not go on in the next");
        store.close_demand_months(month(12), month(10)).await.unwrap();
        assert_eq!(all(&store, (-20, 12)).await, [(many, 14), (few, 11)], "older months are forgotten");
    }

    async fn nodes_that_add_at_once_lose_nothing(database: Database) {
        let (one, other) = (database.store().await, Store::open(&database.url).await.unwrap());
        let keys: Vec<DemandKey> = (1..20).map(|theme| key(theme, 0, "ti")).collect();
        let adding = async |store: &Store, is_reversed: bool| {
            for _ in 0..10 {
                let mut demand: Vec<_> =
                    keys.iter().map(|key| UnmetDemand { key: key.clone(), questions: 1 }).collect();
                if is_reversed {
                    demand.reverse();
                }
                store.add_unmet_demand(month(0), &demand).await.unwrap();
                store.close_demand_months(month(-1), month(-20)).await.unwrap();
            }
        };
        tokio::join!(adding(&one, false), adding(&other, true));
        assert_eq!(all(&one, (0, 0)).await.iter().map(|(_, sum)| *sum).collect::<Vec<_>>(), [20; 19]);
    }

    async fn a_backup_has_the_sums_and_restoring_brings_them_back(database: Database) {
        let store = database.store().await;
        let keys = [key(1, 2, "ti"), key(0, 0, "so")];
        add(&store, 0, &[(&keys[0], 8), (&keys[1], 6)]).await;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sums.backup");
        let file = std::fs::File::create(&path).unwrap();
        store.back_up(file, minute(0)).await.unwrap();
        for backend in [Backend::Sqlite, Backend::Postgres] {
            let again = Database::new(backend).await;
            let restored = Store::open(&again.url).await.unwrap();
            restored.restore(&BackupFile::verify(&path).unwrap()).await.unwrap();
            assert_eq!(all(&restored, (0, 0)).await, [(keys[0].clone(), 8), (keys[1].clone(), 6)]);
        }
    }
}
