//! `bruecke demo`: loads the fictional demo directory, or a generated one of any size.

use chrono::Utc;

use super::{
    database::{close, open},
    error::CommandError,
    import_summary::report,
    named_writer::NamedWriter,
    terminal::{progress, say},
};
use crate::{
    cli, demo,
    settings::File,
    transfer::{
        self, ImportSource,
        import::{Options, PASSES, import},
    },
};

/// Runs the command.
///
/// # Errors
/// [`CommandError`] when the database or file cannot be written.
pub async fn run(database: Option<String>, flags: &cli::Demo, settings: &File) -> Result<(), CommandError> {
    if let Some(file) = &flags.output {
        return NamedWriter::create(file)?.fill(|output| match flags.size {
            Some(size) => demo::generate::generate(size, flags.seed, output),
            None => output.write_all(&demo::json()),
        });
    }
    let store = open(&database.ok_or(CommandError::NoDatabase)?, settings).await?;
    let source =
        flags.size.map_or_else(transfer::demo::source, |size| ImportSource::Generated { size, seed: flags.seed });
    let progress = progress(source.size() * PASSES, "loading");
    let options = Options { now: Utc::now(), progress, welcome: None };
    let summary = import(&store, vec![source], options).await;
    close(&store).await;
    let summary = summary?;
    say(report(&summary, "en"));
    Ok(())
}
