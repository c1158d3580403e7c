//! The system of record: every entity, every version of it, and the log of all changes, in SQLite or
//! PostgreSQL. The only room that knows SeaORM and SQL.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use domain::vocabulary::{OrganisationKind, Role};
//! use domain::{Actor, ActorKind, Record};
//!
//! let store = store::Store::open("sqlite://directory.db").await?;
//! store.migrate().await?;
//! let actor = Actor::new("sample".parse()?, ActorKind::Organisation(OrganisationKind::Culture), "Sample");
//! let now = chrono::Utc::now();
//! let mut writer = store.begin(store::Author::new(Role::Editor), now).await?;
//! writer.put(&Record::new(uuid::Uuid::now_v7().into(), now, actor)).await?;
//! let sequence = writer.commit().await?;
//! # Ok(()) }
//! ```
//!
//! The rooms: [`Store`] opens and reads, [`Writer`] writes, [`Load`] brings the published directory
//! into the read model, [`Changes`] keeps it up to date, [`Finding`] is what the self-check reports.
//! [`backup`] writes all of it into a file and puts it back.
//! [`accounts`] are who signs in; they are no entities and stand outside the change log.
//!
//! What always holds:
//! - a change is its row, its revision and its entry in the log, in one transaction or not at all
//! - sequence numbers run from 1 without gaps, in the order of the commits
//! - a commit is acknowledged only after another connection has seen it
//! - what is looked up while a writer is open is looked up through it ([`Writer::view`])
//! - nothing that was not published leaves through [`Store::load`], [`Store::load_at`],
//!   [`Store::changes_after`] or [`Store::history`]
//! - a slug, once given, leads to the same entity for good, or to the one it was merged into
//!
//! To add an entity: a table in `migrations` and an `impl Stored` in `stored.rs`.

pub mod accounts;
mod address_points;
mod audit;
pub mod backup;
mod cause;
mod check;
mod clock;
mod copy;
mod database_file;
mod demand;
mod derive;
mod duplicates;
mod entries;
mod erasure;
mod error;
mod follow;
mod freshness;
mod listing;
mod load;
mod lookup;
mod measures;
mod mentions;
mod merges;
mod migrate;
mod open;
mod outbox;
mod pages;
mod partners;
mod pools;
mod proposals;
mod purge;
mod raw_search;
mod read;
mod reminders;
mod rows;
mod scrub;
mod site_texts;
mod stored;
mod synonyms;
mod task_leases;
#[cfg(feature = "testing")]
pub mod testing;
mod transaction;
mod unreachable;
mod webhooks;
mod websites;
mod write_fault;
mod writer;

pub use audit::{ChangeFilter, LoggedChange};
pub use cause::plain_cause;
pub use check::{Finding, Trouble};
pub use clock::ClockFault;
pub use demand::{DemandPlace, UnmetDemand};
pub use erasure::Erasure;
pub use error::StoreError;
pub use follow::Changes;
pub use freshness::{DayPlace, Stale};
pub use listing::{KeysetCursor, Page, PageRequest};
pub use load::{Load, PastKey};
pub use measures::Measure;
pub use mentions::{MentionSubject, PersonMention};
pub use merges::{Merge, Moved};
pub use open::{Store, StoreOptions};
pub use outbox::{MailAnswer, MailPurpose, MailState, OutboxMail};
pub use pages::RowStream;
pub use pools::PoolUsage;
pub use proposals::{Proposal, ProposalFilter, ProposalStatus, Remark, Review};
pub use purge::PurgedValues;
pub use raw_search::{ErasedValue, RawSearch, Remnant};
pub use read::{PublicVersion, Revision};
pub use reminders::{Reminded, Reminder, ReminderAnswer, ReminderState};
pub use scrub::Scrub;
pub use site_texts::{SiteLogo, SiteTextsVersion};
pub use stored::{Reference, SlugTable, Stored};
pub use synonyms::SynonymVersion;
pub use task_leases::TaskLease;
pub use unreachable::{MailFailure, UnreachableActor};
pub use webhooks::WebhookDelivery;
pub use websites::{WebsiteCheck, WebsiteOutcome};
pub use write_fault::WriteFault;
pub use writer::{Author, Writer};
