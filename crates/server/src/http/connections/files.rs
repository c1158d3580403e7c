//! How many files the process may have open. Each connection is one, and the database needs some whatever happens.

use super::{HEALTH_CONNECTIONS, METRICS_CONNECTIONS};

/// Files for everything but connections: the database with its pool, what is listened on, mail, websites that are
/// looked at, and some to spare.
const RESERVED: usize = 80 + METRICS_CONNECTIONS + HEALTH_CONNECTIONS;
/// Connections at most where nothing is said: more would want to be thought about.
const USUAL_CONNECTIONS: usize = 10_000;
/// With room for fewer connections than this it is told in the log.
const FEW_CONNECTIONS: usize = 1_000;

/// How many connections there may be: as many as `said`, else as many as there are files for. The limit on files is
/// raised as far as the system lets it.
pub fn allowed_connections(said: Option<usize>) -> usize {
    let Some(files) = raise_file_limit() else { return said.unwrap_or(FEW_CONNECTIONS) };
    let allowed = connections_of(files, said);
    if let Some(said) = said.filter(|said| *said > allowed) {
        tracing::warn!(
            files,
            allowed,
            "[http] max_connections is {said}, and there are files for {allowed} only; raise the limit on open files (ulimit -n, LimitNOFILE=)"
        );
    } else if said.is_none() && allowed < FEW_CONNECTIONS {
        tracing::warn!(
            files,
            connections = allowed,
            "few connections can be open at once; raise the limit on open files (ulimit -n, LimitNOFILE=)"
        );
    } else {
        tracing::info!(files, connections = allowed, "as many connections may be open at once");
    }
    allowed
}

fn connections_of(files: usize, said: Option<usize>) -> usize {
    // With very few files everybody gets half.
    let possible = files.saturating_sub(RESERVED).max(files / 2).max(1);
    said.unwrap_or(USUAL_CONNECTIONS).min(possible)
}

/// Raises the limit on open files to what the system allows at most, and gives what it is then.
#[cfg(unix)]
fn raise_file_limit() -> Option<usize> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let limit = getrlimit(Resource::Nofile);
    let current = if limit.current == limit.maximum {
        limit.current
    } else {
        match setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, maximum: limit.maximum }) {
            Ok(()) => limit.maximum,
            Err(error) => {
                tracing::warn!(error = %domain::ErrorChain(&error), "the limit on open files could not be raised");
                limit.current
            }
        }
    };
    Some(current.map_or(usize::MAX, |files| usize::try_from(files).unwrap_or(usize::MAX)))
}

#[cfg(not(unix))]
fn raise_file_limit() -> Option<usize> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connections_leave_files_for_everything_else() {
        for (files, said, connections) in [
            (1024, None, 896),
            (1024, Some(5000), 896),
            (1024, Some(100), 100),
            (1_048_576, None, 10_000),
            (1_048_576, Some(50_000), 50_000),
            (64, None, 32),
        ] {
            assert_eq!(connections_of(files, said), connections, "{files} {said:?}");
        }
    }
}
