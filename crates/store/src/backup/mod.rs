//! Backups: everything that is in the tables, in one file that either database takes back.
//!
//! A backup is lines of JSON, compressed with zstd (`zstd -dc FILE` shows them):
//!
//! ```text
//! {"format":"bruecke-backup","version":1,"program":"0.1.0","at":"…","database":"sqlite","sequence":812,"migrations":["m0001_directory",…]}
//! {"table":"account","columns":["id","email",…]}
//! ["0199…","ada@example.org",…]
//! …
//! {"rows":5120,"sha256":"…"}
//! ```
//!
//! The first line is a [`BackupHeader`], the last holds the SHA-256 of every byte before it. Bodies stand as the text
//! that is stored, so that what comes back is what was there to the last byte. Which tables and columns there are
//! is learnt from the migrations themselves (`schema`), so that a new table is in the next backup without a word here.
//!
//! It is written from one read transaction while work goes on ([`Store::back_up`](crate::Store::back_up)) and read back in one write
//! transaction ([`Store::restore`](crate::Store::restore)). Both go row by row: a few chunks are in memory, never the whole.
//!
//! Why not the databases' own tools: `pg_dump` and a copied SQLite file go on to work beside it, but neither
//! moves to the other database, and a SQLite file that is copied while it is served lacks what still stands in its log.

mod dump;
mod error;
mod layout;
mod lease;
mod reader;
mod restore;
pub(crate) mod schema;

pub use error::BackupError;
pub use layout::{BackupHeader, BackupSummary};
pub use lease::Lease;
pub use reader::BackupFile;
