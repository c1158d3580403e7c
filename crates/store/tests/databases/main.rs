//! What the store promises, on SQLite and on a real PostgreSQL from the same test bodies.
//! (`cfg(test)` on the modules tells the linter that all of this is test code.)

#[cfg(test)]
mod accounts;
#[cfg(test)]
mod backups;
#[cfg(test)]
mod curating;
#[cfg(test)]
mod demand;
#[cfg(test)]
mod erasing;
#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod following;
#[cfg(test)]
mod loading;
#[cfg(test)]
mod migrating;
#[cfg(test)]
mod opening;
#[cfg(test)]
mod past;
#[cfg(test)]
mod self_check;
#[cfg(test)]
mod task_leases;
#[cfg(test)]
mod writing;

/// Makes two tests of each body: one on SQLite, one on PostgreSQL.
#[cfg(test)]
macro_rules! on_both {
    ($(async fn $name:ident($database:ident: Database) $body:block)+) => {$(
        mod $name {
            #[allow(unused_imports, reason = "a body may use all of its file's imports or few")]
            use super::*;

            async fn body($database: store::testing::Database) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                body(store::testing::Database::new(store::testing::Backend::Sqlite).await).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                body(store::testing::Database::new(store::testing::Backend::Postgres).await).await;
            }
        }
    )+};
}
#[cfg(test)]
pub(crate) use on_both;
