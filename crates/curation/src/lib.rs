//! What staff and members may do to the directory: one command per file, each with a proof of the
//! role that it asks for.
//!
//! A command checks, then writes through the store in one transaction, and answers with what it
//! changed or with everything that stands in the way. It knows nothing of HTTP or GraphQL.
//!
//! The rooms: [`Curation`] has the commands, [`commands`] what they take; [`fields`] is how edits,
//! conflicts and differences name what an entry says; [`reading`] is what staff and members may read
//! beside the public directory; [`access`] has the proofs of roles, [`refusal`]
//! why something was not done.

pub mod access;
pub mod accounts;
mod boundaries;
pub mod command_span;
pub mod commands;
mod curation;
mod day;
pub mod fields;
pub mod import;
mod kinds;
mod permission;
mod place_check;
mod placement;
pub mod reading;
pub mod refusal;
pub mod settings;
mod signed;
mod unit_of_work;

pub use access::{Admin, Editor, Member, Partner, Rank, Requester, Sees};
pub use curation::{Curation, Done, Machine, Sources};
pub use fields::{FieldChange, FieldConflict, FieldValues, Patch};
pub use refusal::{CurationError, Refusal, UserError};
pub use settings::{CurationSettings, EmbeddingSite, VerificationPolicy, WordTableSize};
