//! The commands of curation, on SQLite and on a real PostgreSQL from the same test bodies.
//! (`cfg(test)` on the modules tells the linter that all of this is test code.)

#[cfg(test)]
mod availability;
#[cfg(test)]
mod contacts;
#[cfg(test)]
mod digests;
#[cfg(test)]
mod duplicates;
#[cfg(test)]
mod entries;
#[cfg(test)]
mod first_admin;
#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod links;
#[cfg(test)]
mod measures;
#[cfg(test)]
mod merges;
#[cfg(test)]
mod outbox;
mod partners;
#[cfg(test)]
mod past;
#[cfg(test)]
mod proposals;
#[cfg(test)]
mod reminders;
#[cfg(test)]
mod spans;
#[cfg(test)]
mod steps;
#[cfg(test)]
mod trees;

/// Makes two tests of each body: one on SQLite, one on PostgreSQL.
#[cfg(test)]
macro_rules! on_both {
    ($(async fn $name:ident($world:ident: World) $body:block)+) => {$(
        mod $name {
            #[allow(unused_imports, reason = "a body may use all of its file's imports or few")]
            use super::*;

            async fn body($world: crate::fixtures::World) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                body(crate::fixtures::World::new(store::testing::Backend::Sqlite).await).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                body(crate::fixtures::World::new(store::testing::Backend::Postgres).await).await;
            }
        }
    )+};
}
#[cfg(test)]
pub(crate) use on_both;
