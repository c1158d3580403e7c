//! `bruecke addresses`: an address file, by which entries are placed on their houses.

use std::fs::File;

use formats::actors_table::AddressTable;

use super::{
    database::{close, open},
    error::CommandError,
    terminal::say,
};
use crate::{cli, plural::pluralise, settings};

/// Runs the command.
///
/// # Errors
/// [`CommandError::Unreadable`] and [`CommandError::AddressFile`] when the file cannot be read or holds no houses;
/// [`CommandError::Store`].
pub async fn run(database: &str, flags: &cli::AddressFlags, settings: &settings::File) -> Result<(), CommandError> {
    let name = flags.file.display().to_string();
    let unreadable = |source| CommandError::Unreadable { file: name.clone(), source };
    let file = File::open(&flags.file).map_err(unreadable)?;
    let encoding = flags.encoding.as_deref().map(str::parse).transpose();
    let encoding = encoding
        .map_err(|error| CommandError::AddressFile { file: name.clone(), reason: format!("--encoding: {error}") })?;
    let table = tokio::task::spawn_blocking(move || AddressTable::read(file, encoding)).await;
    let table = table.map_err(|error| CommandError::AddressFile { file: name.clone(), reason: error.to_string() })?;
    let table =
        table.map_err(|error| CommandError::AddressFile { file: name.clone(), reason: error.message().text("en") })?;
    if table.points.is_empty() {
        let reason = "no row names a house and its coordinates; nothing was changed".to_owned();
        return Err(CommandError::AddressFile { file: name, reason });
    }
    let store = open(database, settings).await?;
    let written = store.replace_address_points(&table.points).await;
    close(&store).await;
    written?;
    let kept = pluralise(table.points.len(), "house", "houses");
    say(format_args!("{kept} read; imports of tables and the console place entries by them."));
    if table.unreadable > 0 {
        let lines: Vec<String> = table.unreadable_lines.iter().map(u64::to_string).collect();
        let further = if table.unreadable > lines.len() { " …" } else { "" };
        let left_out = pluralise(table.unreadable, "row names", "rows name");
        say(format_args!("{left_out} no house or no place and is left out: line {}{further}.", lines.join(", ")));
    }
    Ok(())
}
