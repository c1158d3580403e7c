//! Erased values leave the files, as soon as nobody reads what was there before.

use domain::{Actor, vocabulary::Visibility};
use futures_util::TryStreamExt;
use store::{ErasedValue, Scrub};

use crate::{fixtures::*, on_both};

on_both! {
    async fn erased_values_leave_the_files_once_nobody_reads_them_any_more(database: Database) {
        let store = database.store().await;
        assert!(!store.needs_scrub().await.unwrap(), "a new database has nothing to hide");
        for number in 0..600 {
            put(&store, &actor(&format!("verein-{number}"))).await.unwrap();
        }
        let house = actor("haus");
        put(&store, &house).await.unwrap();
        let ada = person(house.id, "Ada Quast", Visibility::Public);
        put(&store, &ada).await.unwrap();
        let names = || vec![ErasedValue::read("QUAST, Ada").unwrap(), ErasedValue::read("Verein haus").unwrap()];
        let found = store.search_raw(names()).await.unwrap();
        assert!(found.remnants.iter().any(|remnant| remnant.value == 0), "{found:?}");
        // A reader that has seen the first page keeps its state of the database open.
        let mut reading = store.all::<Actor>().await.unwrap();
        reading.try_next().await.unwrap();
        let mut writer = begin(&store, 1).await;
        writer.erase_person(ada.id).await.unwrap();
        writer.commit().await.unwrap();
        assert!(store.needs_scrub().await.unwrap());
        while reading.try_next().await.unwrap().is_some() {}
        drop(reading);
        while store.scrub().await.unwrap() == Scrub::Waiting {}
        assert!(!store.needs_scrub().await.unwrap());
        assert_eq!(store.scrub().await.unwrap(), Scrub::Clean, "there is nothing more to do");
        let found = store.search_raw(names()).await.unwrap();
        assert!(!found.remnants.is_empty() && found.remnants.iter().all(|remnant| remnant.value == 1), "{found:?}");
        assert_eq!(store.check().await.unwrap(), []);
        put(&store, &actor("danach")).await.unwrap();
    }
}
