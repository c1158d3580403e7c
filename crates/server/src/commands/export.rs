//! `bruecke export`: the directory as JSON that `import` reads, or as tables for staff.

use std::path::{Path, PathBuf};

use formats::{
    actors_table::{STAFF_TABLES, sheet_of_kind},
    interchange::Scope,
};
use store::Store;

use super::{database::open_existing, error::CommandError, named_writer::NamedWriter, terminal::say};
use crate::{
    cli,
    plural::pluralise,
    transfer::{
        export::export,
        staff_tables::{export_csv, export_workbook},
    },
};

/// Runs the command.
///
/// # Errors
/// [`CommandError`] when the database cannot be read or a file not written; a file that was there
/// before is then still there.
pub async fn run(database: &str, flags: &cli::Export) -> Result<(), CommandError> {
    let ending = flags.file.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
    let is_table = matches!(ending.as_str(), "xlsx" | "csv");
    if is_table && !flags.everything {
        return Err(CommandError::TablesAreForStaff);
    }
    let store = open_existing(database).await?;
    match ending.as_str() {
        "xlsx" => {
            let mut writer = NamedWriter::create(&flags.file)?;
            let name = writer.name.clone();
            let entries = export_workbook(&store, writer.output(), &name).await?;
            writer.finish()?;
            say(format_args!("{} written to {name}.", pluralise(entries, "entry", "entries")));
            Ok(())
        }
        "csv" => write_csv(&store, &flags.file).await,
        _ => write_json(&store, flags).await,
    }
}

async fn write_json(store: &Store, flags: &cli::Export) -> Result<(), CommandError> {
    let scope = if flags.everything { Scope::Everything } else { Scope::Public };
    let mut writer = NamedWriter::create(&flags.file)?;
    let name = writer.name.clone();
    let actors = export(store, writer.output(), &name, scope).await?;
    let to_standard_output = writer.file.is_none();
    writer.finish()?;
    if !to_standard_output {
        say(format_args!("{} written to {name}.", pluralise(actors, "actor", "actors")));
    }
    Ok(())
}

/// One file for each kind: `herne-actors.csv`, `herne-offers.csv`, …
async fn write_csv(store: &Store, file: &Path) -> Result<(), CommandError> {
    let mut written = Vec::new();
    for kind in STAFF_TABLES {
        let mut writer = NamedWriter::create(&path_of_sheet(file, sheet_of_kind(kind)))?;
        let name = writer.name.clone();
        let entries = export_csv(store, kind, writer.output(), &name).await?;
        written.push((writer, entries));
    }
    for (writer, entries) in written {
        let name = writer.name.clone();
        writer.finish()?;
        say(format_args!("{} written to {name}.", pluralise(entries, "entry", "entries")));
    }
    Ok(())
}

fn path_of_sheet(file: &Path, sheet: &str) -> PathBuf {
    let stem = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or("directory");
    file.with_file_name(format!("{stem}-{sheet}.csv"))
}
