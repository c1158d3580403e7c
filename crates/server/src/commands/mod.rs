//! One file per command. A command reads its settings, does its work and says what it did.

pub mod addresses;
pub mod backup;
pub mod basemap;
pub mod check;
mod database;
pub mod demo;
pub mod error;
pub mod export;
pub mod import;
mod import_report;
mod import_summary;
pub mod migrate;
mod named_writer;
pub mod remind;
pub mod repair_times;
pub mod restore;
pub mod schema;
pub mod serve;
mod terminal;
mod upgrade;
pub mod user;

use std::time::SystemTime;

use self::{database::require_database, error::CommandError};
use crate::{
    cli::{Cli, Command},
    environment, process_limits,
    settings::File,
    telemetry,
};

/// Runs what was typed, on a runtime of its own. The binary awaits nothing itself: what one crate awaits of another is
/// compiled in both.
///
/// # Errors
/// [`CommandError`] with what went wrong, for the person at the terminal.
pub fn run(cli: Cli) -> Result<(), CommandError> {
    tokio::runtime::Runtime::new().map_err(CommandError::Runtime)?.block_on(run_command(cli))
}

async fn run_command(cli: Cli) -> Result<(), CommandError> {
    let names = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    environment::check(names)?;
    if SystemTime::now() < SystemTime::UNIX_EPOCH {
        return Err(CommandError::ClockBeforeEpoch);
    }
    let mut file = File::read(cli.common.config.as_deref())?;
    if let Some(format) = cli.common.log_format {
        file.log.format = format;
    }
    if cli.common.log.is_some() {
        file.log.level.clone_from(&cli.common.log);
    }
    let _traces = telemetry::start_log(&file.log, &file.traces)?;
    process_limits::forbid_core_dumps();
    let database = cli.common.database.clone().or_else(|| file.database.clone());
    match cli.command {
        // On the heap: the other commands should not carry what serving needs.
        None => Box::pin(serve::run(database, cli.serve, file)).await,
        Some(Command::Serve(flags)) => Box::pin(serve::run(database, flags, file)).await,
        Some(Command::Migrate(flags)) => migrate::run(&require_database(database)?, &flags, &file).await,
        Some(Command::Backup(flags)) => backup::run(&require_database(database)?, &flags.file).await,
        Some(Command::Restore(flags)) => restore::run(&require_database(database)?, &flags.file).await,
        Some(Command::Import(flags)) => import::run(&require_database(database)?, &flags, &file).await,
        Some(Command::Addresses(flags)) => addresses::run(&require_database(database)?, &flags, &file).await,
        Some(Command::Export(flags)) => export::run(&require_database(database)?, &flags).await,
        Some(Command::Basemap(flags)) => basemap::run(database, &flags).await,
        Some(Command::Schema { which }) => schema::run(which),
        Some(Command::Demo(flags)) => demo::run(database, &flags, &file).await,
        Some(Command::RepairTimes) => repair_times::run(&require_database(database)?).await,
        Some(Command::Check(check)) => check::run(&require_database(database)?, &check).await,
        Some(Command::Remind(flags)) => remind::run(&require_database(database)?, &flags, &file).await,
        Some(Command::User(flags)) => user::run(&require_database(database)?, flags.command, &file).await,
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent_and_every_command_shows_an_example() {
        let cli = Cli::command();
        cli.clone().debug_assert();
        for command in
            cli.get_subcommands().flat_map(|command| std::iter::once(command).chain(command.get_subcommands()))
        {
            let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(help.contains("Example"), "{}", command.get_name());
        }
    }
}
