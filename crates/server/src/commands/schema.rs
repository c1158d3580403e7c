//! `bruecke schema`: prints the GraphQL schema or the JSON Schema of the directory format.

use super::{error::CommandError, terminal::say};
use crate::cli::SchemaKind;

/// Runs the command.
///
/// # Errors
/// None today; the signature is that of every command.
pub fn run(which: SchemaKind) -> Result<(), CommandError> {
    match which {
        SchemaKind::Graphql => say(graphql::sdl().trim_end()),
        SchemaKind::Import => say(format_args!("{:#}", formats::interchange::schema())),
    }
    Ok(())
}
