//! Where what takes long is computed: off the threads that answer requests, so many at once as there are cores, and
//! behind a queue of bounded length.
//!
//! Kept answers and small questions never come here. What does waits on a thread of its own, in the order in which
//! the system wakes it; what finds the queue full or waits too long is refused with 503 and may come again. Work is
//! done where it is asked for (`block_in_place`), so it may borrow and needs no copy; the runtime moves everything
//! else that the thread had to do to another one.

use std::{
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    thread::available_parallelism,
    time::Duration,
};

use axum::http::{HeaderValue, StatusCode, header};
use graphql::{ComputeGate, Overloaded};
use tokio::runtime::{Handle, RuntimeFlavor};

use crate::http::refusal::Refusal;

/// How many may wait.
const QUEUE: usize = 64;
/// How long one waits at most.
const PATIENCE: Duration = Duration::from_secs(3);
/// When who was refused may come again, seconds.
const RETRY_AFTER: HeaderValue = HeaderValue::from_static("2");

/// The turns there are to compute something long.
#[derive(Debug)]
pub struct ComputePool {
    state: Mutex<PoolState>,
    vacancy: Condvar,
    size: usize,
    queue: usize,
    patience: Duration,
}

#[derive(Debug, Default)]
struct PoolState {
    running: usize,
    waiting: usize,
}

impl Default for ComputePool {
    fn default() -> Self {
        Self::new(available_parallelism().map_or(1, usize::from), QUEUE, PATIENCE)
    }
}

impl ComputePool {
    /// So many at once, so many behind them, each no longer than that.
    pub fn new(size: usize, queue: usize, patience: Duration) -> Self {
        Self { state: Mutex::default(), vacancy: Condvar::new(), size: size.max(1), queue, patience }
    }

    /// Does the work when its turn comes.
    ///
    /// # Errors
    /// [`Overloaded`] when too much waits, or the turn does not come.
    pub fn run<T>(&self, work: impl FnOnce() -> T) -> Result<T, Overloaded> {
        off_the_async_threads(|| {
            let _turn = self.take_turn()?;
            Ok(work())
        })
    }

    fn take_turn(&self) -> Result<Turn<'_>, Overloaded> {
        let mut state = self.lock();
        if state.running >= self.size || state.waiting > 0 {
            if state.waiting >= self.queue {
                return Err(refuse());
            }
            state.waiting += 1;
            let is_full = |state: &mut PoolState| state.running >= self.size;
            let wait = self.vacancy.wait_timeout_while(state, self.patience, is_full);
            let (waited, _) = wait.unwrap_or_else(PoisonError::into_inner);
            state = waited;
            state.waiting -= 1;
            if state.running >= self.size {
                return Err(refuse());
            }
        }
        state.running += 1;
        Ok(Turn(self))
    }

    fn lock(&self) -> MutexGuard<'_, PoolState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn refuse() -> Overloaded {
    metrics::counter!("bruecke_compute_refused_total").increment(1);
    Overloaded
}

/// A turn, given back when it is dropped, after a panic too.
struct Turn<'a>(&'a ComputePool);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.lock().running -= 1;
        self.0.vacancy.notify_one();
    }
}

/// On a runtime of one thread, and outside of any, there is nobody to make way for.
fn off_the_async_threads<T>(work: impl FnOnce() -> T) -> T {
    match Handle::try_current().map(|handle| handle.runtime_flavor()) {
        Ok(RuntimeFlavor::MultiThread) => tokio::task::block_in_place(work),
        _ => work(),
    }
}

impl ComputeGate for ComputePool {
    fn compute(&self, work: &mut (dyn FnMut() + Send)) -> Result<(), Overloaded> {
        self.run(work)
    }
}

/// What a client is told when there was no turn for its request.
pub fn overloaded(_: Overloaded) -> Refusal {
    let message = "too much is being computed here just now; try again in a few seconds";
    Refusal::new(StatusCode::SERVICE_UNAVAILABLE, "OVERLOADED", message).with_header(header::RETRY_AFTER, RETRY_AFTER)
}

#[cfg(test)]
mod tests {
    use std::sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
        mpsc,
    };

    use super::*;

    #[test]
    fn no_more_run_at_once_than_there_is_room_for_and_all_get_their_turn() {
        let pool = Arc::new(ComputePool::new(2, 20, Duration::from_secs(60)));
        let (now, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let threads: Vec<_> = (0..10)
            .map(|_| {
                let (pool, now, most) = (Arc::clone(&pool), Arc::clone(&now), Arc::clone(&most));
                std::thread::spawn(move || {
                    pool.run(|| {
                        most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                        std::thread::sleep(Duration::from_millis(5));
                        now.fetch_sub(1, Ordering::SeqCst);
                    })
                })
            })
            .collect();
        assert!(threads.into_iter().all(|thread| thread.join().expect("no panic").is_ok()));
        assert!(most.load(Ordering::SeqCst) <= 2);
    }

    #[test]
    fn who_finds_the_queue_full_is_refused_and_a_panic_gives_the_turn_back() {
        let pool = Arc::new(ComputePool::new(1, 0, Duration::from_secs(60)));
        let ((started, is_started), (go, may_go)) = (mpsc::channel(), mpsc::channel::<()>());
        let busy = Arc::clone(&pool);
        let thread = std::thread::spawn(move || {
            busy.run(|| {
                started.send(()).expect("the test waits");
                may_go.recv().expect("the test says when");
                panic!("on purpose")
            })
        });
        is_started.recv().expect("it starts");
        assert_eq!(pool.run(|| ()), Err(Overloaded));
        go.send(()).expect("it waits");
        assert!(thread.join().is_err());
        assert_eq!(pool.run(|| 7), Ok(7));
    }

    #[test]
    fn who_waits_too_long_is_refused() {
        let pool = ComputePool::new(1, 5, Duration::from_millis(1));
        let inner = pool.run(|| pool.run(|| ()));
        assert_eq!(inner, Ok(Err(Overloaded)));
    }
}
