//! Work that one of several nodes does: whoever holds the lease of the task, see [`Store::acquire_task_lease`].

use std::time::{Duration, Instant};

use store::{Store, TaskLease};
use uuid::Uuid;

/// How long a lease lasts that nobody extends: so long after a node has gone another goes on with its work.
const LEASE: Duration = Duration::from_secs(30);
/// How often it is extended.
const EXTEND_EVERY: Duration = Duration::from_secs(10);
/// How often another node looks whether it has ended.
const LOOK_EVERY: Duration = Duration::from_secs(5);

/// Runs a task for as long as this node holds its lease, again and again. Whatever it does when the lease is lost is left
/// where it waits, so each of its steps has to be whole by itself.
pub(super) async fn run_on_one_node<F: Future<Output = ()>>(
    store: Store,
    owner: Uuid,
    task: &'static str,
    run: impl Fn() -> F,
) {
    let is_held = metrics::gauge!("bruecke_task_lease", "task" => task);
    is_held.set(0.0);
    loop {
        let asked = Instant::now();
        match store.acquire_task_lease(task, owner, LEASE).await {
            Ok(Some(lease)) => {
                is_held.set(1.0);
                tracing::info!(task, "this node does the work of a background task");
                tokio::select! {
                    () = run() => {}
                    () = hold(&store, &lease, asked) => {}
                }
                is_held.set(0.0);
                tracing::warn!(task, "this node no longer does the work of a background task");
            }
            Ok(None) => {}
            Err(error) => {
                tracing::error!(task, error = %domain::ErrorChain(&error), "the lease of a background task cannot be had");
            }
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

/// Extends a lease, until it is lost or nobody can tell any more that it is not.
async fn hold(store: &Store, lease: &TaskLease, mut extended: Instant) {
    loop {
        tokio::time::sleep(EXTEND_EVERY).await;
        let asked = Instant::now();
        let left = LEASE.saturating_sub(extended.elapsed());
        match tokio::time::timeout(left, store.extend_task_lease(lease, LEASE)).await {
            Ok(Ok(true)) => extended = asked,
            Ok(Err(error)) if extended.elapsed() < LEASE => {
                tracing::warn!(task = lease.task, error = %domain::ErrorChain(&error), "a lease could not be extended; it is tried again");
            }
            _ => return,
        }
    }
}
