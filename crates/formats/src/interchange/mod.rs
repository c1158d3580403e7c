//! The directory format: one nested JSON file that holds everything, for people and for stores.
//!
//! A file is `{"format": "bruecke-directory", "version": 1, "districts": […], "themes": […],
//! "actors": […], "projects": […], "links": […]}`; the sections may come in any order and refer to
//! each other by slug. [`schema()`] describes it completely.
//!
//! The types of the entries say what a file may hold; what refers to other entries is checked when
//! an entry becomes domain data.

pub(crate) mod actor_entry;
mod actor_fields;
mod child_entries;
mod directory_entry;
mod entry_error;
pub(crate) mod entry_reader;
mod header;
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

pub use actor_entry::{ActorEntry, LocationEntry};
pub use child_entries::{ChildEntry, ContactPersonEntry, EventEntry, OfferEntry};
pub use directory_entry::{Directory, DistrictEntry, LinkEntry, ProjectEntry, ThemeEntry};
pub use domain::boundary::{Boundary, NotABoundary};
pub use header::{FORMAT, PUBLIC_SCOPE, VERSION};
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

#[cfg(test)]
mod tests;
