//! The binary: reads the command line, runs the command, explains what went wrong.

use std::{error::Error, process::ExitCode};

use clap::Parser;
use server::{cli::Cli, commands};

// Answers and edits make many small allocations, which mimalloc is made for.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match commands::run(Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            log_driver(&error);
            explain(&error);
            ExitCode::FAILURE
        }
    }
}

/// Logs an error with its whole chain where a database's driver is in it.
fn log_driver(error: &(dyn Error + 'static)) {
    let chain: Vec<&dyn Error> = std::iter::successors(Some(error), |error| (*error).source()).collect();
    if chain.iter().any(|error| store::plain_cause(*error).is_some()) {
        let chain: Vec<String> = chain.iter().map(ToString::to_string).collect();
        tracing::error!(error = chain.join(": "), "the command failed");
    }
}

/// Prints an error with its causes, one a line. What a database's driver said goes to the log; here stands what it means.
#[allow(clippy::print_stderr, reason = "the last word to the person at the terminal")]
fn explain(error: &(dyn Error + 'static)) {
    eprintln!("bruecke: {error}");
    let mut cause = error.source();
    while let Some(error) = cause {
        if let Some(meaning) = store::plain_cause(error) {
            eprintln!("  because: {meaning}");
            return;
        }
        eprintln!("  because: {error}");
        cause = error.source();
    }
}
