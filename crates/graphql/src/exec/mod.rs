//! The executor: answers a validated query from a snapshot, synchronously, straight into JSON.
//!
//! async-graphql parses, validates, describes and introspects; it does not execute queries here.
//! Its executor boxes a future per field, which costs more than everything else in an answer
//! together, and it drops a failing non-null field where the specification wants its parent null.
//! What is here follows section 6 of the GraphQL specification.

mod budget;
mod concrete_type;
pub(crate) mod json;
mod object;
mod output;
mod plan;
mod writer;

pub(crate) use budget::{LARGEST_ANSWER, TimeBudget};
pub(crate) use concrete_type::{ConcreteType, FieldNumbers};
pub(crate) use object::{
    Fields, Interface, description, extends, fields, join, object, register_interface, register_object, write_field,
    write_object, write_root,
};
pub(crate) use output::{Output, write_list};
pub(crate) use plan::{Argument, Below, BoundField, Call, Exec, TYPENAME, constant};
pub(crate) use writer::{FieldError, ResponseWriter, WriteResult, write_position};
