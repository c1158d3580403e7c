//! What staff and members may do to the directory: one command per file, each with a proof of the
//! role that it asks for.
//!
//! A command checks, then writes through the store in one transaction, and answers with what it
//! changed or with everything that stands in the way. It knows nothing of HTTP or GraphQL.

pub mod access;
pub mod accounts;
pub mod refusal;

pub use access::{Admin, Editor, Member, Partner, Requester};
pub use refusal::{CurationError, Refusal, UserError};
