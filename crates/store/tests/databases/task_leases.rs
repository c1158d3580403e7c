//! Of several nodes one holds the lease of a task, until it has gone.

use std::time::Duration;

use store::Store;
use uuid::Uuid;

use crate::on_both;

const LONG: Duration = Duration::from_secs(600);
const TASK: &str = "reminders";

on_both! {
    async fn one_node_at_a_time_holds_a_lease_and_sees_when_it_has_lost_it(database: Database) {
        let (one, two) = (database.store().await, Store::open(&database.url).await.unwrap());
        let (first, second) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let lease = one.acquire_task_lease(TASK, first, LONG).await.unwrap().expect("nobody has it");
        assert_eq!(two.acquire_task_lease(TASK, second, LONG).await.unwrap(), None);
        assert!(two.acquire_task_lease("websites", second, LONG).await.unwrap().is_some(), "each task has its own");
        // What lasts no time has ended, and nobody else wanted it.
        assert!(one.extend_task_lease(&lease, Duration::ZERO).await.unwrap());
        assert!(one.extend_task_lease(&lease, Duration::ZERO).await.unwrap());
        let taken = two.acquire_task_lease(TASK, second, Duration::ZERO).await.unwrap().expect("it has ended");
        // Whoever was away while another had it does not go on as if nothing had been.
        assert!(!one.extend_task_lease(&lease, LONG).await.unwrap());
        assert!(!two.extend_task_lease(&taken, LONG).await.unwrap());
    }

    async fn a_node_that_stops_makes_way_at_once(database: Database) {
        let (one, two) = (database.store().await, Store::open(&database.url).await.unwrap());
        let (first, second) = (Uuid::from_u128(1), Uuid::from_u128(2));
        for task in [TASK, "websites"] {
            assert!(one.acquire_task_lease(task, first, LONG).await.unwrap().is_some());
        }
        two.release_task_leases(second).await.unwrap();
        assert_eq!(two.acquire_task_lease(TASK, second, LONG).await.unwrap(), None, "they are another's");
        one.release_task_leases(first).await.unwrap();
        for task in [TASK, "websites"] {
            assert!(two.acquire_task_lease(task, second, LONG).await.unwrap().is_some());
        }
    }

    async fn of_many_that_want_it_at_once_one_has_it(database: Database) {
        let stores = [database.store().await, Store::open(&database.url).await.unwrap()];
        let wanting = (1..=12).map(|owner| {
            let store = stores[owner % 2].clone();
            tokio::spawn(async move { store.acquire_task_lease(TASK, Uuid::from_u128(owner as u128), LONG).await.unwrap() })
        });
        let mut holders = 0;
        for wanted in wanting.collect::<Vec<_>>() {
            holders += usize::from(wanted.await.unwrap().is_some());
        }
        assert_eq!(holders, 1);
    }
}
