//! Whether this node should be asked: watched in the background, so that asking costs nothing and
//! tells nobody how much private work goes on.
//!
//! A node that is catching up stays ready as long as it gets on. It is not ready while the database
//! does not answer, while changes wait and nothing moves, and while changes cannot be written.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use domain::ErrorChain;
use store::{Store, StoreError};
use tokio::sync::watch;

/// How often the node looks at itself.
const EVERY: Duration = Duration::from_secs(1);
/// How long the database may take to answer.
const DATABASE_ANSWERS: Duration = Duration::from_secs(2);
/// How long changes may wait while nothing moves.
const STALL: Duration = Duration::from_secs(20);
/// How often writing is tried after it failed.
const PROBE_EVERY: Duration = Duration::from_secs(5);
/// Failures of the follower that come in such a time of each other are one.
const FAILURES_APART: Duration = Duration::from_secs(15);
/// After this long without a look at itself the node knows nothing.
const OVERDUE: Duration = Duration::from_secs(15);

/// Why a node is not ready; each has a stable code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnreadyReason {
    /// The database does not answer.
    DatabaseUnreachable,
    /// Changes are in the log, or it cannot be read, and this node does not get on with showing them.
    ChangesNotApplied,
    /// A change that was acknowledged is not in the log.
    ChangeLost,
    /// Changes cannot be written.
    Write(store::WriteFault),
    /// The clock is wrong, so that nothing is written.
    Clock(store::ClockFault),
    /// Nothing has been looked at for a while.
    NotWatched,
}

impl UnreadyReason {
    /// The code that clients see.
    pub const fn code(self) -> &'static str {
        match self {
            Self::DatabaseUnreachable => "DATABASE_UNREACHABLE",
            Self::ChangesNotApplied => "CHANGES_NOT_APPLIED",
            Self::ChangeLost => "CHANGE_LOST",
            Self::Write(fault) => fault.code(),
            Self::Clock(fault) => fault.code(),
            Self::NotWatched => "NOT_WATCHED",
        }
    }
}

/// What the follower tells while it works.
#[derive(Clone, Debug, Default)]
pub struct FollowerProgress(Arc<FollowerState>);

#[derive(Debug, Default)]
struct FollowerState {
    steps: AtomicU64,
    /// When it began to fail, and when it failed last.
    failures: Mutex<Option<(Instant, Instant)>>,
}

impl FollowerProgress {
    /// Something was done.
    pub fn advance(&self) {
        self.0.steps.fetch_add(1, Ordering::Relaxed);
    }

    /// It could not look at the log or take in what it found there.
    pub fn record_failure(&self, now: Instant) {
        let mut failures = self.0.failures.lock().unwrap_or_else(PoisonError::into_inner);
        let began = failures.filter(|(_, last)| now.duration_since(*last) <= FAILURES_APART).map(|(began, _)| began);
        *failures = Some((began.unwrap_or(now), now));
    }

    /// Whether it has failed again and again for longer than is waited for.
    fn is_failing(&self, now: Instant) -> bool {
        let failures = *self.0.failures.lock().unwrap_or_else(PoisonError::into_inner);
        failures.is_some_and(|(began, last)| {
            now.duration_since(last) <= FAILURES_APART && now.duration_since(began) > STALL
        })
    }

    fn steps(&self) -> u64 {
        self.0.steps.load(Ordering::Relaxed)
    }
}

/// What is known of this node's health.
#[derive(Debug)]
pub struct Readiness {
    state: Mutex<(Instant, Vec<UnreadyReason>)>,
    /// The newest change that was acknowledged and not seen in time.
    unseen: AtomicU64,
}

impl Default for Readiness {
    fn default() -> Self {
        Self { state: Mutex::new((Instant::now(), Vec::new())), unseen: AtomicU64::new(0) }
    }
}

impl Readiness {
    /// Why this node is not ready; empty while it is.
    pub fn reasons(&self) -> Vec<UnreadyReason> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.0.elapsed() > OVERDUE { vec![UnreadyReason::NotWatched] } else { state.1.clone() }
    }

    /// A change was acknowledged and is not to be seen yet.
    pub fn expect_change(&self, sequence: u64) {
        self.unseen.fetch_max(sequence, Ordering::Relaxed);
    }

    fn set(&self, reasons: Vec<UnreadyReason>) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.1 != reasons {
            let codes: Vec<&str> = reasons.iter().map(|reason| reason.code()).collect();
            if codes.is_empty() {
                tracing::info!("this node is ready again");
            } else {
                tracing::error!(health.reasons = codes.join(" "), "this node is not ready");
            }
        }
        metrics::gauge!("bruecke_ready").set(if reasons.is_empty() { 1.0 } else { 0.0 });
        *state = (Instant::now(), reasons);
    }
}

/// Looks at a node for as long as it runs.
#[derive(Debug)]
pub struct Monitor {
    store: Store,
    followed: watch::Receiver<u64>,
    progress: FollowerProgress,
    readiness: Arc<Readiness>,
    /// What the follower had done when it last got on, and when that was.
    advanced: ((u64, u64), Instant),
    probed: Instant,
    is_clock_wrong: bool,
}

impl Monitor {
    /// Looks at this store and the follower of its log.
    pub fn new(
        store: Store,
        followed: watch::Receiver<u64>,
        progress: FollowerProgress,
        readiness: Arc<Readiness>,
    ) -> Self {
        let now = Instant::now();
        Self { store, followed, progress, readiness, advanced: ((0, 0), now), probed: now, is_clock_wrong: false }
    }

    /// Looks again and again.
    pub async fn run(mut self) {
        let mut ticks = tokio::time::interval(EVERY);
        ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            ticks.tick().await;
            self.check().await;
        }
    }

    /// Looks once.
    async fn check(&mut self) {
        self.record_pools();
        let mut reasons = Vec::new();
        let latest = tokio::time::timeout(DATABASE_ANSWERS, self.store.latest_sequence()).await;
        match latest.unwrap_or(Err(StoreError::CutShort)) {
            Ok(latest) => reasons.extend(self.lag(latest)),
            Err(error) => {
                tracing::warn!(error = %ErrorChain(&error), "the database does not answer");
                reasons.push(UnreadyReason::DatabaseUnreachable);
            }
        }
        if self.store.is_writing_doubtful() && self.probed.elapsed() > PROBE_EVERY {
            self.probed = Instant::now();
            if let Ok(Err(error)) = tokio::time::timeout(DATABASE_ANSWERS, self.store.probe_writing()).await {
                tracing::warn!(error = %ErrorChain(&error), "changes cannot be written");
            }
        }
        reasons.extend(self.store.write_fault().map(UnreadyReason::Write));
        reasons.extend(self.check_clock().await);
        self.readiness.set(reasons);
    }

    async fn check_clock(&mut self) -> Option<UnreadyReason> {
        let answer = tokio::time::timeout(DATABASE_ANSWERS, self.store.clock_fault()).await;
        let Ok(Ok(fault)) = answer else { return None };
        if let Some(fault) = fault.filter(|_| !self.is_clock_wrong) {
            tracing::error!(clock.fault = %fault, "no change is written");
        }
        self.is_clock_wrong = fault.is_some();
        fault.map(UnreadyReason::Clock)
    }

    /// Whether changes wait, and whether it is getting on.
    fn lag(&mut self, latest: u64) -> Option<UnreadyReason> {
        let followed = *self.followed.borrow();
        let unseen = self.readiness.unseen.load(Ordering::Relaxed);
        metrics::gauge!("bruecke_log_lag").set(latest.saturating_sub(followed) as f64);
        if unseen > latest {
            return Some(UnreadyReason::ChangeLost);
        }
        let done = (followed, self.progress.steps());
        if followed >= latest || done != self.advanced.0 {
            self.advanced = (done, Instant::now());
        }
        let is_stuck = self.advanced.1.elapsed() > STALL || self.progress.is_failing(Instant::now());
        is_stuck.then_some(UnreadyReason::ChangesNotApplied)
    }

    fn record_pools(&self) {
        for pool in self.store.pool_usage() {
            metrics::gauge!("bruecke_pool_connections", "pool" => pool.name, "state" => "open")
                .set(f64::from(pool.open));
            metrics::gauge!("bruecke_pool_connections", "pool" => pool.name, "state" => "idle")
                .set(f64::from(pool.idle));
            metrics::counter!("bruecke_statements_total", "pool" => pool.name).absolute(pool.statements);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_follower_that_fails_again_and_again_is_failing_after_a_while() {
        let progress = FollowerProgress::default();
        let start = Instant::now();
        let after = |seconds| start + Duration::from_secs(seconds);
        for seconds in (0..=20).step_by(5) {
            progress.record_failure(after(seconds));
            assert!(!progress.is_failing(after(seconds)), "{seconds} s");
        }
        progress.record_failure(after(25));
        assert!(progress.is_failing(after(26)));
        assert!(!progress.is_failing(after(41)), "it has not failed for a while");
        progress.record_failure(after(60));
        assert!(!progress.is_failing(after(61)), "one failure is no page_request of them");
    }
}
