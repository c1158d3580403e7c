//! The tables of the directory, for SQLite and PostgreSQL alike.
//!
//! Every entity has a table of its own with the same first columns (id, version, sequence of its
//! newest change, whether it is public, two times) and the whole entity as JSON in `body`. A column
//! stands beside the body only where the database enforces it or searches by it: slugs, references to
//! actors and parents, and the one open link per pair of actors.
//!
//! `revision` keeps every version of every entity, `change` is the change log: sequence numbers
//! without gaps, in the order of the commits.
//!
//! To change the tables, add a file `mNNNN_what_it_does.rs` beside the first, and a line in
//! [`Migrator`]. A migration that has been released is never edited again.

use sea_orm_migration::MigrationTrait;

pub use sea_orm_migration::MigratorTrait;

mod m0001_directory;
mod m0002_accounts;
mod m0003_curation;
mod m0004_queues;
mod m0005_reminders;
mod m0006_openid;
mod m0007_websites;
mod m0008_erasure;
mod m0009_unmet_demand;
mod m0010_account_links;
mod m0011_name_keys;
mod m0012_outbox;
mod m0013_address_points;
mod m0014_webhooks;
mod m0015_agency_work;
mod m0017_site_texts;
mod m0018_synonyms;
mod m0019_dismissed_partners;
mod m0020_task_leases;

/// Every migration, oldest first.
#[derive(Debug)]
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_directory::Migration),
            Box::new(m0002_accounts::Migration),
            Box::new(m0003_curation::Migration),
            Box::new(m0004_queues::Migration),
            Box::new(m0005_reminders::Migration),
            Box::new(m0006_openid::Migration),
            Box::new(m0007_websites::Migration),
            Box::new(m0008_erasure::Migration),
            Box::new(m0009_unmet_demand::Migration),
            Box::new(m0010_account_links::Migration),
            Box::new(m0011_name_keys::Migration),
            Box::new(m0012_outbox::Migration),
            Box::new(m0013_address_points::Migration),
            Box::new(m0014_webhooks::Migration),
            Box::new(m0015_agency_work::Migration),
            Box::new(m0017_site_texts::Migration),
            Box::new(m0018_synonyms::Migration),
            Box::new(m0019_dismissed_partners::Migration),
            Box::new(m0020_task_leases::Migration),
        ]
    }
}
