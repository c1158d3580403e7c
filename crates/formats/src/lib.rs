//! The shapes in which a directory travels: files that are read and written, nothing else.
//!
//! No database, no clock, no network; bytes come from [`std::io::Read`] and go to [`std::io::Write`].
//!
//! The rooms:
//! - [`interchange`]: the directory format, one nested JSON file that holds everything
//! - [`actors_table`]: actors from a table
//! - [`exports`]: actors as files that everybody may take away
//! - [`schema_org`]: an actor in JSON-LD, for pages and files
//! - [`districts_geojson`]: boundaries of districts from a `FeatureCollection`
//! - [`tiles`]: vector tiles of districts and actors, for maps
//! - [`calendar`], [`feed`]: events to subscribe to, and who changed last
//! - [`vcard`]: an actor for an address book
//! - [`known`]: which slug means which entry, and the other way round
//! - [`problem`]: everything that is wrong with a file, all at once, each with its place
//!
//! To add a format: a module here that yields the entries of [`interchange`] (when it is read) or
//! takes them (when it is written), a section in `docs/formats.md`, and a test that reads what was
//! written.

pub mod actors_table;
pub mod calendar;
mod content_lines;
pub mod districts_geojson;
#[cfg(test)]
mod documentation;
pub mod exports;
pub mod feed;
pub mod identity;
pub mod interchange;
pub mod known;
mod lost_letters;
pub mod problem;
pub mod report;
pub mod schema_org;
mod source;
pub mod tiles;
pub mod value_hashes;
pub mod vcard;

pub use known::{Known, Names};
pub use problem::{Problem, Problems};
