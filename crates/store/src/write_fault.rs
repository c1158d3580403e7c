//! Whether writing works: why the newest attempt did not, for health and the people who look at it.

use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use sea_orm::{DbErr, RuntimeErr, sqlx};

use crate::error::code_of;

/// What of the database keeps changes from being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteFault {
    /// There is no room left.
    Full,
    /// It may only be read.
    ReadOnly,
    /// It could not write or read what it needs.
    Failing,
    /// It told of a commit that cannot be found.
    Lost,
    /// Its file was removed, moved or replaced.
    FileMissing,
    /// Somebody else has kept it to themselves for longer than any import takes.
    Busy,
}

impl WriteFault {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Full => "DATABASE_FULL",
            Self::ReadOnly => "DATABASE_READ_ONLY",
            Self::Failing => "DATABASE_WRITE_FAILED",
            Self::Lost => "COMMIT_LOST",
            Self::FileMissing => "DATABASE_FILE_MISSING",
            Self::Busy => "DATABASE_BUSY",
        }
    }

    /// What an error says about the database; `None` for what is about the statement, and for waiting.
    fn of(error: &DbErr) -> Option<Self> {
        let cause = match error {
            DbErr::Exec(RuntimeErr::SqlxError(cause))
            | DbErr::Query(RuntimeErr::SqlxError(cause))
            | DbErr::Conn(RuntimeErr::SqlxError(cause)) => cause,
            _ => return None,
        };
        let sqlx::Error::Database(database) = &**cause else {
            return matches!(**cause, sqlx::Error::Io(_) | sqlx::Error::WorkerCrashed).then_some(Self::Failing);
        };
        let code = code_of(error)?;
        if database.try_downcast_ref::<sqlx::sqlite::SqliteError>().is_some() {
            // Primary result codes (sqlite.org/rescode.html): FULL, READONLY, PERM; IOERR, CORRUPT, CANTOPEN, NOTADB.
            return match code.parse::<u32>().ok()? & 0xff {
                13 => Some(Self::Full),
                8 | 3 => Some(Self::ReadOnly),
                10 | 11 | 14 | 26 => Some(Self::Failing),
                _ => None,
            };
        }
        // SQLSTATE (PostgreSQL, appendix A).
        match code.as_str() {
            "53100" => Some(Self::Full),
            "25006" => Some(Self::ReadOnly),
            code if ["53", "57P", "58", "XX", "08"].iter().any(|class| code.starts_with(class)) => Some(Self::Failing),
            _ => None,
        }
    }
}

/// How long a fault is told at least, unless a change of entries is written: something small may well be
/// written where a change cannot.
const HOLD: Duration = Duration::from_secs(10);

/// How long writing may wait for others. A long import of another process is no fault; what lasts longer than one is.
const BLOCKED: Duration = Duration::from_secs(120);

/// The newest fault and when it was met, and since when writing waits for others; both until a commit is proved.
#[derive(Debug, Default)]
pub(crate) struct WriteHealth(Mutex<WriteState>);

#[derive(Debug, Default)]
struct WriteState {
    fault: Option<(WriteFault, Instant)>,
    blocked_since: Option<Instant>,
}

impl WriteHealth {
    /// Keeps what an error says about the database.
    pub(crate) fn note(&self, error: &DbErr) {
        if let Some(fault) = WriteFault::of(error) {
            self.set(fault);
        }
    }

    pub(crate) fn set(&self, fault: WriteFault) {
        self.lock().fault = Some((fault, Instant::now()));
    }

    /// Somebody else writes or holds a lock, since at the latest `since`.
    pub(crate) fn block(&self, since: Instant) {
        self.lock().blocked_since.get_or_insert(since);
    }

    /// A commit was proved, of entries or of anything else.
    pub(crate) fn clear(&self, of_entries: bool) {
        let mut state = self.lock();
        state.fault.take_if(|(_, met)| of_entries || met.elapsed() > HOLD);
        state.blocked_since = None;
    }

    pub(crate) fn fault(&self, now: Instant) -> Option<WriteFault> {
        let state = self.lock();
        let is_blocked = state.blocked_since.is_some_and(|since| now.saturating_duration_since(since) > BLOCKED);
        state.fault.map(|(fault, _)| fault).or_else(|| is_blocked.then_some(WriteFault::Busy))
    }

    /// Whether the newest attempt to write failed or waited in vain.
    pub(crate) fn is_doubtful(&self) -> bool {
        let state = self.lock();
        state.fault.is_some() || state.blocked_since.is_some()
    }

    fn lock(&self) -> MutexGuard<'_, WriteState> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_for_others_is_a_fault_only_after_a_while_and_until_a_commit() {
        let health = WriteHealth::default();
        let start = Instant::now();
        health.block(start);
        // A second attempt in vain does not begin the waiting anew.
        health.block(start + BLOCKED / 2);
        assert!(health.is_doubtful());
        assert_eq!(health.fault(start + BLOCKED), None);
        assert_eq!(health.fault(start + BLOCKED + Duration::from_secs(1)), Some(WriteFault::Busy));
        health.clear(false);
        assert!(!health.is_doubtful());
        assert_eq!(health.fault(start + 2 * BLOCKED), None);
    }
}
