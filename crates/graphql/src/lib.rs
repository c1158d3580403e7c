//! The GraphQL schema: translates between GraphQL and the directory's questions.
//!
//! - `query` the questions, `types` what they give, `inputs` and `enums` what they are asked with
//! - [`Engine`] the way of a request: text, document, operation, snapshot, bytes
//! - `document` parsing, validation and limits, once per document; `exec` the executor, synchronous
//!   and straight into JSON
//! - `mutation` the changes, each a command of curation; `subscription` what goes on
//! - `past` and `viewer` the only questions that need more than the snapshot
//!
//! To add a field: one entry in the type's `object!` list, with its documentation; then
//! `bruecke schema` writes `schema.graphql` anew. To add a type: a handle that borrows from the
//! snapshot, with an `object!` list of its own. To add a filter: the directory first, then `inputs`. To add a
//! mutation: the command first, then `mutation`.

mod compute_gate;
mod document;
mod engine;
mod enums;
mod error;
mod exec;
mod global_id;
mod inputs;
mod limits;
mod mutation;
mod past;
mod query;
mod request;
mod request_error;
mod run;
mod scalars;
mod schema;
mod subscription;
mod types;
mod viewer;

pub use compute_gate::{ComputeGate, Overloaded};
pub use engine::{Asker, Engine, OperationKind, Outcome, PreparedRequest};
pub use global_id::{entity_of_global_id, global_id};
pub use limits::Limits;
pub use mutation::Visible;
pub use request::{BadBody, GraphqlRequest, RequestBody};
pub use schema::sdl;
pub use subscription::Feed;
