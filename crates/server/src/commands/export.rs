//! `bruecke export`: the directory as JSON that `import` reads.

use formats::interchange::Scope;

use super::{CommandError, NamedWriter, open_existing, say};
use crate::{cli, plural::counted, transfer::export::export};

/// Runs the command.
///
/// # Errors
/// [`CommandError`] when the database cannot be read or the file not written; a file that was there
/// before is then still there.
pub async fn run(database: &str, flags: &cli::Export) -> Result<(), CommandError> {
    let store = open_existing(database).await?;
    let scope = if flags.everything { Scope::Everything } else { Scope::Public };
    let mut writer = NamedWriter::create(&flags.file)?;
    let name = writer.name.clone();
    let actors = export(&store, writer.output(), &name, scope).await?;
    let to_standard_output = writer.file.is_none();
    writer.finish()?;
    if !to_standard_output {
        say(format_args!("{} written to {name}.", counted(actors, "actor", "actors")));
    }
    Ok(())
}
