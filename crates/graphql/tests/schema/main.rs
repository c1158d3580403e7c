//! The schema as clients meet it: requests go in, JSON comes out.

mod answers;
mod costs;
mod described;
mod errors;
mod fixture;
mod language;
mod limits;
mod past;
mod values;
mod variables;
