//! The read model: every public question is answered here, from one immutable [`Snapshot`].
//!
//! No I/O, no lock, no await. The server feeds facts in ([`Snapshot::build`], [`Snapshot::apply`])
//! and publishes the newest snapshot through [`Live`].

pub mod archive;
pub mod error;
pub mod live;
pub mod question;
pub mod snapshot;

pub use error::QuestionError;
pub use live::Live;
pub use question::{ActorFilter, ActorOrder, ActorQuestion, Cursor, Page, Window};
pub use snapshot::Snapshot;
