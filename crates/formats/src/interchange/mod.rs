//! The directory format: one nested JSON file that holds everything, for people and for stores.
//!
//! A file is `{"format": "bruecke-directory", "version": 1, "districts": […], "themes": […],
//! "actors": […], "projects": […], "links": […]}`; the sections may come in any order and refer to
//! each other by slug. [`schema()`] describes it completely.
//!
//! The types of the entries say what a file may hold; what refers to other entries is checked when
//! an entry becomes domain data.

mod actor_entry;
mod directory_entry;
mod entry_error;
pub(crate) mod entry_reader;
mod invalid_entry;
mod layout;
mod names;
mod published_place;
mod reader;
pub(crate) mod removed;
mod said;
mod schema;
mod to_domain;
mod to_entries;
pub(crate) mod value_reader;
mod values;
mod withheld;
mod writer;

pub use actor_entry::{ActorEntry, ChildEntry, ContactPersonEntry, EventEntry, LocationEntry, OfferEntry};
pub use directory_entry::{Directory, DistrictEntry, LinkEntry, ProjectEntry, ThemeEntry};
pub use domain::boundary::{Boundary, NotABoundary};
pub use invalid_entry::{InvalidEntry, PartialEntry};
pub use names::{CalledActor, FileNames, Siblings};
pub use reader::{Entry, Located, ReadError, Reading, Section, read, read_all};
pub(crate) use reader::{name_of, read_failure, slug_of};
pub use said::Said;
pub use schema::schema;
pub use to_domain::{ActorData, NestedData, Resolver};
pub use to_entries::{ActorRecords, Composer, Scope, Unnamed};
pub use withheld::WithheldValues;
pub use writer::{DirectoryWriter, Records, WriteError, in_tree_order, write};

/// The name of the format, the value of `format` in every file.
pub const FORMAT: &str = "bruecke-directory";

/// The version of the format, the value of `version` in every file.
pub const VERSION: u64 = 1;

/// What `scope` says in files for everybody; in others it is missing.
pub const PUBLIC_SCOPE: &str = "public";

#[cfg(test)]
mod tests;
