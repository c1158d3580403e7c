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

/// The newest fault and when it was met, until a commit is proved.
#[derive(Debug, Default)]
pub(crate) struct WriteHealth(Mutex<Option<(WriteFault, Instant)>>);

impl WriteHealth {
    /// Keeps what an error says about the database.
    pub(crate) fn note(&self, error: &DbErr) {
        if let Some(fault) = WriteFault::of(error) {
            self.set(fault);
        }
    }

    pub(crate) fn set(&self, fault: WriteFault) {
        *self.lock() = Some((fault, Instant::now()));
    }

    /// A commit was proved, of entries or of anything else.
    pub(crate) fn clear(&self, of_entries: bool) {
        self.lock().take_if(|(_, met)| of_entries || met.elapsed() > HOLD);
    }

    pub(crate) fn fault(&self) -> Option<WriteFault> {
        self.lock().map(|(fault, _)| fault)
    }

    fn lock(&self) -> MutexGuard<'_, Option<(WriteFault, Instant)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
