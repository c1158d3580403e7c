//! Where what takes long is computed: off the threads that answer requests, so many at once as there are cores, and
//! behind a queue of bounded length.
//!
//! Kept answers and small questions never come here. What does waits on a thread of its own; what finds the queue full
//! or waits too long is refused with 503 and may come again. A turn goes first to a client for whom nothing is computed
//! yet, so whoever asks for much makes only themselves wait, and the queue is open to no client as a whole. Work is
//! done where it is asked for (`block_in_place`), so it may borrow and needs no copy; the runtime moves everything
//! else that the thread had to do to another one.

use std::{
    collections::HashMap,
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    thread::available_parallelism,
    time::Duration,
};

use axum::http::{HeaderValue, StatusCode, header};
use graphql::{ComputeGate, Overloaded};
use tokio::runtime::{Handle, RuntimeFlavor};

use crate::http::{api_error::ApiError, client::Client};

/// How many may wait, and how many of one client: a map asks for a screen of tiles at once.
const QUEUE: QueueLimits = QueueLimits { all: 128, of_client: 32 };
/// How long one waits at most.
const PATIENCE: Duration = Duration::from_secs(3);
/// When who was refused may come again, seconds.
const RETRY_AFTER: HeaderValue = HeaderValue::from_static("2");

tokio::task_local! {
    /// The client whose request a task answers.
    static CLIENT: Client;
}

/// Answers a request for a client: what it has to compute counts as that client's.
pub async fn answer_for<T>(client: Client, answer: impl Future<Output = T>) -> T {
    CLIENT.scope(client, answer).await
}

/// The client whose request this task answers; none where it answers no single one.
pub fn current_client() -> Option<Client> {
    CLIENT.try_with(|client| *client).ok()
}

/// How many may wait for a turn.
#[derive(Clone, Copy, Debug)]
pub struct QueueLimits {
    /// In all.
    pub all: usize,
    /// Of one client.
    pub of_client: usize,
}

/// The turns there are to compute something long.
#[derive(Debug)]
pub struct ComputePool {
    state: Mutex<PoolState>,
    vacancy: Condvar,
    size: usize,
    queue: QueueLimits,
    patience: Duration,
}

/// Turns that are taken and waited for; of clients who have neither nothing is kept.
#[derive(Debug, Default)]
struct PoolState {
    all: Turns,
    by_client: HashMap<Option<Client>, Turns>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Turns {
    running: usize,
    waiting: usize,
}

impl PoolState {
    fn of(&self, client: Option<Client>) -> Turns {
        self.by_client.get(&client).copied().unwrap_or_default()
    }

    fn change(&mut self, client: Option<Client>, change: impl Fn(&mut Turns)) {
        change(&mut self.all);
        let turns = self.by_client.entry(client).or_default();
        change(turns);
        if *turns == Turns::default() {
            self.by_client.remove(&client);
        }
    }

    /// Whether a client's next turn is now: there is one, and nobody waits who has none.
    fn is_turn_of(&self, client: Option<Client>, size: usize) -> bool {
        let goes_first =
            |(other, turns): (&Option<Client>, &Turns)| *other != client && turns.running == 0 && turns.waiting > 0;
        self.all.running < size && (self.of(client).running == 0 || !self.by_client.iter().any(goes_first))
    }
}

impl Default for ComputePool {
    fn default() -> Self {
        Self::new(available_parallelism().map_or(1, usize::from), QUEUE, PATIENCE)
    }
}

impl ComputePool {
    /// So many at once, so many behind them, each no longer than that.
    pub fn new(size: usize, queue: QueueLimits, patience: Duration) -> Self {
        Self { state: Mutex::default(), vacancy: Condvar::new(), size: size.max(1), queue, patience }
    }

    /// Does the work when its turn comes, for the client whose request this task answers.
    ///
    /// # Errors
    /// [`Overloaded`] when too much waits, or the turn does not come.
    pub fn run<T>(&self, work: impl FnOnce() -> T) -> Result<T, Overloaded> {
        self.run_for(current_client(), work)
    }

    /// Does the work when its turn comes, for a client.
    ///
    /// # Errors
    /// [`Overloaded`] when too much waits, or the turn does not come.
    pub fn run_for<T>(&self, client: Option<Client>, work: impl FnOnce() -> T) -> Result<T, Overloaded> {
        off_the_async_threads(|| {
            let _turn = self.take_turn(client)?;
            Ok(work())
        })
    }

    fn take_turn(&self, client: Option<Client>) -> Result<ComputeTurn<'_>, Overloaded> {
        let mut state = self.lock();
        if !state.is_turn_of(client, self.size) {
            if state.all.waiting >= self.queue.all || state.of(client).waiting >= self.queue.of_client {
                return Err(refuse());
            }
            state.change(client, |turns| turns.waiting += 1);
            let must_wait = |state: &mut PoolState| !state.is_turn_of(client, self.size);
            let wait = self.vacancy.wait_timeout_while(state, self.patience, must_wait);
            let (waited, _) = wait.unwrap_or_else(PoisonError::into_inner);
            state = waited;
            state.change(client, |turns| turns.waiting -= 1);
            if !state.is_turn_of(client, self.size) {
                drop(state);
                // Others may have waited for this one.
                self.vacancy.notify_all();
                return Err(refuse());
            }
        }
        state.change(client, |turns| turns.running += 1);
        drop(state);
        Ok(ComputeTurn { pool: self, client })
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
struct ComputeTurn<'a> {
    pool: &'a ComputePool,
    client: Option<Client>,
}

impl Drop for ComputeTurn<'_> {
    fn drop(&mut self) {
        self.pool.lock().change(self.client, |turns| turns.running -= 1);
        // All of them: whose turn it is depends on who waits.
        self.pool.vacancy.notify_all();
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
pub fn overload_error(_: Overloaded) -> ApiError {
    let message = "too much is being computed here just now; try again in a few seconds";
    ApiError::new(StatusCode::SERVICE_UNAVAILABLE, "OVERLOADED", message).with_header(header::RETRY_AFTER, RETRY_AFTER)
}

#[cfg(test)]
mod tests {
    use std::sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
        mpsc,
    };

    use super::*;

    const fn limits(all: usize, of_client: usize) -> QueueLimits {
        QueueLimits { all, of_client }
    }

    fn client(number: u8) -> Option<Client> {
        Some(Client::new([198, 51, 100, number].into()))
    }

    #[test]
    fn whoever_asks_for_much_makes_only_themselves_wait() {
        let pool = Arc::new(ComputePool::new(1, limits(20, 4), Duration::from_secs(60)));
        let (done, is_done) = mpsc::channel();
        let (go, may_go) = mpsc::channel::<()>();
        let (started, is_started) = mpsc::channel();
        let first = Arc::clone(&pool);
        let mut threads = vec![std::thread::spawn(move || {
            first.run_for(client(1), || {
                started.send(()).expect("the test waits");
                may_go.recv().expect("the test says when");
            })
        })];
        is_started.recv().expect("it starts");
        let wait_until = |waiting: usize| {
            while pool.lock().all.waiting < waiting {
                std::thread::yield_now();
            }
        };
        for (number, waiting) in [(1, 1), (1, 2), (1, 3), (1, 4), (2, 5)] {
            let (pool, done) = (Arc::clone(&pool), done.clone());
            threads.push(std::thread::spawn(move || {
                pool.run_for(client(number), || done.send(number).expect("the test waits"))
            }));
            wait_until(waiting);
        }
        assert_eq!(pool.run_for(client(1), || ()), Err(Overloaded), "as many of this client wait as may");
        // While the first has a turn, the next one is the other client's.
        assert!(!pool.lock().is_turn_of(client(1), 2) && pool.lock().is_turn_of(client(2), 2));
        go.send(()).expect("it waits");
        assert!(threads.into_iter().all(|thread| thread.join().expect("no panic").is_ok()));
        assert_eq!(is_done.try_iter().count(), 5);
        assert!(pool.lock().by_client.is_empty(), "nothing is kept of who has gone");
    }

    #[test]
    fn no_more_run_at_once_than_there_is_room_for_and_all_get_their_turn() {
        let pool = Arc::new(ComputePool::new(2, limits(20, 20), Duration::from_secs(60)));
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
        let pool = Arc::new(ComputePool::new(1, limits(0, 0), Duration::from_secs(60)));
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
        let pool = ComputePool::new(1, limits(5, 5), Duration::from_millis(1));
        let inner = pool.run(|| pool.run(|| ()));
        assert_eq!(inner, Ok(Err(Overloaded)));
    }
}
