//! The binary: reads the command line, runs the command, explains what went wrong.

use std::{error::Error, process::ExitCode};

use clap::Parser;
use server::{cli::Cli, commands};

// Answers and edits make many small allocations, which mimalloc is made for.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    match commands::run(Cli::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            explain(&error);
            ExitCode::FAILURE
        }
    }
}

/// Prints an error with its causes, one a line.
#[allow(clippy::print_stderr, reason = "the last word to the person at the terminal")]
fn explain(error: &dyn Error) {
    eprintln!("bruecke: {error}");
    let mut cause = error.source();
    while let Some(error) = cause {
        eprintln!("  because: {error}");
        cause = error.source();
    }
}
