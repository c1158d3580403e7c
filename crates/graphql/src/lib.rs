//! The GraphQL schema: translates between GraphQL and the directory's questions.
//!
//! - `query` the questions, `types` what they give, `inputs` and `enums` what they are asked with
//! - [`Engine`] the way of a request: text, document, operation, snapshot, bytes
//! - `document` parsing, validation and limits, once per document; `exec` the executor, synchronous
//!   and straight into JSON
//! - `mutation` the changes, each a command of curation; `subscription` what goes on
//! - `deferred` what the only questions miss that need more than the snapshot: of the past, and below `viewer`
//!
//! To add a field: one entry in the type's `object!` list, with its documentation; then
//! `bruecke schema` writes `schema.graphql` anew. To add a type: a handle that borrows from the
//! snapshot, with an `object!` list of its own. To add a filter: the directory first, then `inputs`. To add a
//! mutation: the command first, then `mutation`.

mod asker;
mod compute_gate;
mod deferred;
mod document;
mod engine;
mod enums;
mod error;
mod exec;
mod feed;
mod global_id;
mod id_arguments;
mod inputs;
mod limits;
mod merge_record;
mod mutation;
mod outcome;
mod prepared_request;
mod query;
mod query_root;
mod request;
mod request_error;
mod run;
mod scalars;
mod schema;
mod services;
mod subscription;
mod types;
mod viewer;

pub use asker::Asker;
pub use compute_gate::{ComputeGate, Overloaded};
pub use engine::Engine;
pub use feed::Feed;
pub use global_id::{entity_of_global_id, global_id};
pub use limits::Limits;
pub use outcome::{OperationKind, Outcome};
pub use prepared_request::PreparedRequest;
pub use request::{BadBody, GraphqlRequest, RequestBody};
pub use schema::sdl;
pub use services::Visible;
