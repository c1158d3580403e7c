//! The clock: times in the log never run backwards, so one wrong moment would stamp every later change
//! until the right time has come there. So a change is refused while the clock is behind the log, and
//! while it stands where it has leapt to.

use std::{
    sync::atomic::{AtomicI64, Ordering},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use rustix::time::{ClockId, clock_gettime};
use sea_orm::DbBackend;

use crate::{Store, StoreError, rows};

/// So far the clock may be behind the newest change; the change gets the same time then.
const BEHIND: TimeDelta = TimeDelta::minutes(5);
/// So far the clock may leap ahead while the process runs: it is set right in smaller steps.
const AHEAD: TimeDelta = TimeDelta::days(1);
/// So far the clocks of the service and of a PostgreSQL server may be apart.
const APART: TimeDelta = TimeDelta::hours(1);
/// The first of November 2026, in seconds since 1970: this program was not there before.
const PROGRAM_MADE: i64 = 1_793_491_200;

/// What is wrong with the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockFault {
    /// The newest change lies in the future: the clock is slow, or was fast when it was made.
    BehindLog {
        /// When the newest change was made.
        newest: DateTime<Utc>,
    },
    /// The clock has leapt ahead since the process began.
    Leapt {
        /// By so many seconds.
        seconds: i64,
    },
    /// The clock shows a time at which this program was not there yet.
    BeforeProgram,
    /// The clock of the service and that of the database server are far apart, and one of them is wrong.
    ApartFromDatabase {
        /// By so many seconds is the service ahead; negative where it is behind.
        seconds: i64,
    },
}

impl ClockFault {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::BehindLog { .. } => "CLOCK_BEHIND_LOG",
            Self::Leapt { .. } => "CLOCK_LEAPT",
            Self::BeforeProgram => "CLOCK_BEFORE_PROGRAM",
            Self::ApartFromDatabase { .. } => "CLOCK_APART_FROM_DATABASE",
        }
    }
}

impl std::fmt::Display for ClockFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::BehindLog { newest } => write!(
                f,
                "the newest change is of {}, which is still to come: set the clock right; if it was wrong when that \
                 change was made, stop the service and run `bruecke repair-times`",
                newest.format("%Y-%m-%d %H:%M UTC")
            ),
            Self::Leapt { seconds } => write!(
                f,
                "the clock has leapt ahead by {} hours since the service began: set it right, or start the service \
                 again if it is right now",
                seconds / 3600
            ),
            Self::BeforeProgram => f.write_str("the clock shows a time before this program was made: set it right"),
            Self::ApartFromDatabase { seconds } => write!(
                f,
                "the clock of this machine is {} minutes {} that of the database server: set the wrong one right",
                seconds.abs() / 60,
                if *seconds < 0 { "behind" } else { "ahead of" }
            ),
        }
    }
}

/// The clock of the machine beside one that nobody can set and that goes on while the machine sleeps.
#[derive(Debug)]
pub(crate) struct ClockGuard {
    began: DateTime<Utc>,
    steady: Duration,
    /// How far the clock is ahead of the database server's, in seconds, as it was seen last.
    ahead_of_database: AtomicI64,
}

impl Default for ClockGuard {
    fn default() -> Self {
        Self { began: Utc::now(), steady: steady(), ahead_of_database: AtomicI64::new(0) }
    }
}

impl ClockGuard {
    /// What is wrong with the clock whatever the log holds.
    pub(crate) fn fault(&self) -> Option<ClockFault> {
        let now = Utc::now();
        before_program(now)
            .or_else(|| leap(self.began, now, steady().saturating_sub(self.steady)))
            .or_else(|| apart(self.ahead_of_database.load(Ordering::Relaxed)))
    }
}

/// Time since the machine was started.
fn steady() -> Duration {
    #[cfg(any(target_os = "linux", target_os = "android"))]
    let clock = ClockId::Boottime;
    #[cfg(not(any(target_os = "linux", target_os = "android")))]
    let clock = ClockId::Monotonic;
    let now = clock_gettime(clock);
    Duration::new(now.tv_sec.unsigned_abs(), u32::try_from(now.tv_nsec).unwrap_or(0))
}

fn leap(began: DateTime<Utc>, now: DateTime<Utc>, passed: Duration) -> Option<ClockFault> {
    let expected = began + TimeDelta::from_std(passed).unwrap_or(TimeDelta::MAX);
    let leapt = now - expected;
    (leapt > AHEAD).then(|| ClockFault::Leapt { seconds: leapt.num_seconds() })
}

fn before_program(now: DateTime<Utc>) -> Option<ClockFault> {
    (now.timestamp() < PROGRAM_MADE).then_some(ClockFault::BeforeProgram)
}

fn apart(seconds: i64) -> Option<ClockFault> {
    (seconds.abs() > APART.num_seconds()).then_some(ClockFault::ApartFromDatabase { seconds })
}

/// Whether the newest change lies too far ahead of the clock.
pub(crate) fn behind_log(newest: DateTime<Utc>, now: DateTime<Utc>) -> Option<ClockFault> {
    (newest - now > BEHIND).then_some(ClockFault::BehindLog { newest })
}

impl Store {
    /// What is wrong with the clock at the moment; changes are refused meanwhile.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn clock_fault(&self) -> Result<Option<ClockFault>, StoreError> {
        self.compare_clocks().await?;
        let newest = self.newest_change().await?;
        Ok(newest.and_then(|newest| behind_log(newest, Utc::now())).or_else(|| self.0.clock.fault()))
    }

    /// When the newest change was made.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn newest_change(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        let sql = "SELECT at FROM change ORDER BY sequence DESC LIMIT 1";
        let found = rows::all(&self.control(), "looking at the change log", sql, []).await?;
        found.first().map(|row| rows::get(row, "at")).transpose()
    }

    /// Looks at the clock of the database server, where there is one.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub(crate) async fn compare_clocks(&self) -> Result<(), StoreError> {
        if self.backend() != DbBackend::Postgres {
            return Ok(());
        }
        let sql = "SELECT clock_timestamp() AS now";
        let found = rows::all(&self.control(), "looking at the clock of the database server", sql, []).await?;
        if let Some(row) = found.first() {
            let server: DateTime<Utc> = rows::get(row, "now")?;
            self.0.clock.ahead_of_database.store((Utc::now() - server).num_seconds(), Ordering::Relaxed);
        }
        Ok(())
    }

    /// Gives everything that was written at a time still to come the time it is now, and says how many
    /// changes that were. The order of the log stays.
    ///
    /// # Errors
    /// [`StoreError::Busy`] or [`StoreError::Database`]; nothing has been written then.
    pub async fn repair_times(&self, now: DateTime<Utc>) -> Result<u64, StoreError> {
        const DOING: &str = "repairing times";
        let transaction = self.write_transaction().await?;
        let sql = "UPDATE change SET at = $1 WHERE at > $1";
        let count = rows::affected_rows(&transaction, DOING, sql, [now.into()]).await?;
        let tables = domain::EntityKind::ALL.iter().map(|kind| crate::stored::table_of(*kind));
        for table in tables.chain(["revision"]) {
            for column in ["created_at", "updated_at"] {
                let sql = format!("UPDATE {table} SET {column} = $1 WHERE {column} > $1");
                rows::run(&transaction, DOING, sql, [now.into()]).await?;
            }
        }
        transaction.commit(None).await?;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + seconds, 0).expect("a time")
    }

    #[test]
    fn a_clock_set_right_or_a_machine_that_slept_is_no_leap_and_another_year_is() {
        let day = 86_400;
        assert_eq!(leap(at(0), at(3_600), Duration::from_secs(60)), None);
        assert_eq!(leap(at(0), at(40 * day), Duration::from_secs(40 * 86_400)), None);
        assert_eq!(leap(at(0), at(-400 * day), Duration::from_secs(60)), None);
        let leapt = leap(at(0), at(400 * day + 60), Duration::from_secs(60));
        assert_eq!(leapt, Some(ClockFault::Leapt { seconds: 400 * day }));
    }

    #[test]
    fn two_clocks_may_be_minutes_apart_and_none_shows_a_time_before_the_program() {
        assert_eq!(apart(-600), None);
        assert_eq!(apart(-7_200), Some(ClockFault::ApartFromDatabase { seconds: -7_200 }));
        assert_eq!(before_program(at(0)), None);
        assert_eq!(before_program(DateTime::UNIX_EPOCH), Some(ClockFault::BeforeProgram));
    }

    #[test]
    fn a_little_behind_the_log_is_usual_and_a_day_is_not() {
        assert_eq!(behind_log(at(60), at(0)), None);
        assert_eq!(behind_log(at(86_400), at(0)), Some(ClockFault::BehindLog { newest: at(86_400) }));
    }
}
