//! What can go wrong in the store: refusals that name entity and field, and faults with their cause.
//!
//! No message holds a stored value of a person or a password of a database address.

use domain::{
    Violations,
    record::{EntityKind, EntityRef},
    rules::Problem,
};
use sea_orm::{DbErr, RuntimeErr, sqlx};
use thiserror::Error;
use uuid::Uuid;

use crate::ClockFault;

/// Why the store did not do what it was asked.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The database address is of no kind the store knows.
    #[error(
        "the database address {given:?} cannot be used: allowed are sqlite://FILE and postgres://USER@HOST/DATABASE"
    )]
    Address {
        /// The part before the colon only, as the rest may hold a password.
        given: String,
    },
    /// The SQLite file cannot be used, for a reason that can be seen before it is opened.
    #[error("the database file {file} cannot be used: {reason}")]
    File {
        /// The file as given.
        file: String,
        /// What is wrong with it and what to do.
        reason: &'static str,
    },
    /// The database did not open.
    #[error("the database {place} cannot be opened")]
    Open {
        /// The file, or host and database name.
        place: String,
        /// What the database said.
        #[source]
        source: DbErr,
    },
    /// Somebody else has been writing for longer than this store waits.
    #[error("the database is busy with another writer")]
    Busy {
        /// What the database said.
        #[source]
        source: DbErr,
    },
    /// The tables could not be brought up to date.
    #[error(
        "the database cannot be brought up to date: the step {step} failed. Nothing was changed, and the version of bruecke \
         that was here before still works with it; mend what is wrong and start again"
    )]
    Migrate {
        /// The migration that failed.
        step: String,
        /// What the database said.
        #[source]
        source: DbErr,
    },
    /// The tables were made by a newer program.
    #[error(
        "the database was made by a newer version of bruecke: it has had the steps {steps}, which this version does not \
         know. Nothing was changed; run that version, or restore a backup from before it into an empty database"
    )]
    Newer {
        /// The migrations that this program does not know.
        steps: String,
    },
    /// Another version is stored than the writer knew.
    #[error("{} {}: version {expected} was expected, version {found} is stored", .entity.kind.slug(), .entity.id)]
    VersionConflict {
        /// Which entity.
        entity: EntityRef,
        /// The version the writer started from; 0 when it thought the entity new.
        expected: u32,
        /// The version that is stored; 0 when there is none.
        found: u32,
    },
    /// The entity breaks its own rules.
    #[error("{} {}: {violations}", .entity.kind.slug(), .entity.id)]
    Invalid {
        /// Which entity.
        entity: EntityRef,
        /// Everything that is wrong.
        violations: Violations,
    },
    /// A value that only one entity may have is another's.
    #[error("{} {}: {field} {value:?} is taken already", .entity.kind.slug(), .entity.id)]
    Taken {
        /// Which entity wanted it.
        entity: EntityRef,
        /// The field as API and files name it.
        field: String,
        /// The value.
        value: String,
    },
    /// Somebody who was forgotten would be known again.
    #[error("{} {}: was erased", .entity.kind.slug(), .entity.id)]
    Erased {
        /// Who.
        entity: EntityRef,
    },
    /// A reference leads nowhere.
    #[error("{} {}: {field} names {value}, which does not exist", .entity.kind.slug(), .entity.id)]
    Missing {
        /// Which entity refers.
        entity: EntityRef,
        /// The field as API and files name it.
        field: String,
        /// The id that nothing has.
        value: Uuid,
    },
    /// A stored entity cannot be read back.
    #[error("the stored {} {id} cannot be read", .kind.slug())]
    Unreadable {
        /// Which kind.
        kind: EntityKind,
        /// Which one.
        id: Uuid,
        /// Why; absent for persons, whose values a reason could quote.
        #[source]
        source: Option<serde_json::Error>,
    },
    /// The database holds a word that no version of the program writes.
    #[error("the database holds {word:?} where {wanted} should stand")]
    Word {
        /// What stands there.
        word: String,
        /// What should.
        wanted: &'static str,
    },
    /// The database failed.
    #[error("the database failed while {doing}")]
    Database {
        /// What the store was doing.
        doing: &'static str,
        /// What the database said.
        #[source]
        source: DbErr,
    },
    /// The clock is wrong, so that a change would be kept under a wrong time.
    #[error("nothing was written: {0}")]
    Clock(ClockFault),
    /// A change was not made to last; nothing of it is written.
    #[error("the database did not keep the change; nothing was written")]
    Uncommitted {
        /// What the database said; absent where it told of a commit that it does not hold.
        #[source]
        source: Option<DbErr>,
    },
    /// Whether a change lasts could not be found out.
    #[error("whether the database has kept the change cannot be found out")]
    Unconfirmed {
        /// What the database said last.
        #[source]
        source: Option<DbErr>,
    },
    /// An entity could not be written as JSON.
    #[error("a {} cannot be written as JSON", .kind.slug())]
    Unwritable {
        /// Which kind.
        kind: EntityKind,
        /// Why.
        #[source]
        source: serde_json::Error,
    },
    /// A stored proposal or merge cannot be read back. Why is left out: it would quote what is stored.
    #[error("a stored {what} cannot be read")]
    UnreadableRow {
        /// Which of them.
        what: &'static str,
    },
    /// A proposal or merge could not be written as JSON.
    #[error("a {what} cannot be written as JSON")]
    UnwritableRow {
        /// Which of them.
        what: &'static str,
        /// Why.
        #[source]
        source: serde_json::Error,
    },
    /// The e-mail address has an account already. The address is left out: it is personal data.
    #[error("there is an account with this e-mail address already")]
    AccountExists,
    /// A part of the program that the store waited for ended early.
    #[error("reading was cut short")]
    CutShort,
    /// What was asked is not the store's to do on this database.
    #[error("{0}")]
    Unsupported(&'static str),
}

impl StoreError {
    /// The refusal as the domain words it, for everything that is the asker's to put right; `None`
    /// for version conflicts and faults.
    pub fn violations(&self) -> Option<Violations> {
        let (field, problem) = match self {
            Self::Invalid { violations, .. } => return Some(violations.clone()),
            Self::Taken { field, value, .. } => (field, Problem::Taken(value.clone())),
            Self::Missing { field, value, .. } => (field, Problem::Unknown(value.to_string())),
            _ => return None,
        };
        let mut violations = Violations::default();
        violations.add(field.clone(), problem);
        Some(violations)
    }
}

/// Turns a database's error into the store's, naming what was being done.
pub(crate) fn while_doing(doing: &'static str) -> impl Fn(DbErr) -> StoreError {
    move |source| if is_busy(&source) { StoreError::Busy { source } } else { StoreError::Database { doing, source } }
}

/// The code by which a database names an error: SQLite's extended result code or a SQLSTATE.
pub(crate) fn code_of(error: &DbErr) -> Option<String> {
    match error {
        DbErr::Exec(RuntimeErr::SqlxError(cause))
        | DbErr::Query(RuntimeErr::SqlxError(cause))
        | DbErr::Conn(RuntimeErr::SqlxError(cause)) => match &**cause {
            sqlx::Error::Database(cause) => cause.code().map(std::borrow::Cow::into_owned),
            _ => None,
        },
        _ => None,
    }
}

/// Whether somebody else is in the way: a lock of another program, or no connection in time.
pub(crate) fn is_busy(error: &DbErr) -> bool {
    if code_of(error).as_deref() == Some("55P03") {
        return true; // lock_not_available (PostgreSQL, appendix A)
    }
    match error {
        DbErr::ConnectionAcquire(_) => true,
        DbErr::Exec(RuntimeErr::SqlxError(cause)) | DbErr::Query(RuntimeErr::SqlxError(cause)) => {
            // SQLITE_BUSY and its extended codes share the lowest byte 5 (sqlite.org/rescode.html).
            matches!(&**cause, sqlx::Error::Database(cause)
                if cause.try_downcast_ref::<sqlx::sqlite::SqliteError>().is_some()
                    && cause.code().and_then(|code| code.parse::<u32>().ok()).is_some_and(|code| code & 0xff == 5))
        }
        _ => false,
    }
}
