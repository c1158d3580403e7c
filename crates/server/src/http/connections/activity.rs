//! What happens on a connection, and since when nothing does.
//!
//! Events leave their time and set no timer, so that a request costs two looks at the clock; a watch beside the
//! connection wakes seldom and sees whether a limit has passed.

use std::{
    sync::{
        Arc, Mutex, PoisonError, Weak,
        atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering::Relaxed},
    },
    time::Duration,
};

use tokio::time::Instant;

use super::timeouts::ConnectionTimeouts;

/// Which limit of time has passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ExpiredTimeout {
    /// The head of a request did not come.
    Header,
    /// No further request came.
    Idle,
    /// The client did not take what was sent.
    Write,
}

impl ExpiredTimeout {
    /// Its name in metrics.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Idle => "idle",
            Self::Write => "write",
        }
    }
}

/// No time: nothing of the kind happens.
const NEVER: u64 = 0;

/// What happens on one connection. Times are milliseconds since just before it was accepted.
#[derive(Debug)]
pub(super) struct ConnectionActivity {
    start: Instant,
    /// Requests that are not answered to their end.
    requests: AtomicUsize,
    /// Since when the head of a request is coming.
    header_since: AtomicU64,
    /// Since when there is nothing to do.
    idle_since: AtomicU64,
    /// Since when the client does not take what is sent.
    write_since: AtomicU64,
    is_http2: AtomicBool,
    /// Since when answers are not taken, over HTTP/2, where each has a window of its own.
    streams: Mutex<Vec<Weak<AtomicU64>>>,
}

impl ConnectionActivity {
    /// A connection that was just accepted: the head of its first request is to come.
    pub(super) fn new() -> Arc<Self> {
        Arc::new(Self {
            start: Instant::now(),
            requests: AtomicUsize::new(0),
            header_since: AtomicU64::new(1),
            idle_since: AtomicU64::new(NEVER),
            write_since: AtomicU64::new(NEVER),
            is_http2: AtomicBool::new(false),
            streams: Mutex::default(),
        })
    }

    fn now(&self) -> u64 {
        u64::try_from(self.start.elapsed().as_millis()).unwrap_or(u64::MAX - 1) + 1
    }

    /// Bytes have come.
    pub(super) fn record_read(&self) {
        if self.requests.load(Relaxed) == 0 && self.header_since.load(Relaxed) == NEVER {
            self.header_since.store(self.now(), Relaxed);
        }
    }

    /// The client has taken bytes, or (`false`) takes none for now.
    pub(super) fn record_write(&self, is_progress: bool) {
        let was_blocked = self.write_since.load(Relaxed) != NEVER;
        match (is_progress, was_blocked) {
            (true, true) => {
                self.idle_since.store(self.now(), Relaxed);
                self.write_since.store(NEVER, Relaxed);
            }
            (false, false) => self.write_since.store(self.now(), Relaxed),
            _ => {}
        }
    }

    /// The head of a request has come.
    pub(super) fn begin_request(self: &Arc<Self>, is_http2: bool) -> RequestGuard {
        if is_http2 {
            self.is_http2.store(true, Relaxed);
        }
        self.requests.fetch_add(1, Relaxed);
        self.header_since.store(NEVER, Relaxed);
        RequestGuard(Arc::clone(self))
    }

    /// An answer over HTTP/2 begins.
    pub(super) fn begin_stream(self: &Arc<Self>) -> StreamProgress {
        let since = Arc::new(AtomicU64::new(self.now()));
        let mut streams = self.streams.lock().unwrap_or_else(PoisonError::into_inner);
        streams.retain(|stream| stream.strong_count() > 0);
        streams.push(Arc::downgrade(&since));
        StreamProgress { activity: Arc::clone(self), since }
    }

    /// Since when the answer waits that waits longest for its client.
    fn stream_since(&self) -> Option<u64> {
        let streams = self.streams.lock().unwrap_or_else(PoisonError::into_inner);
        let waiting = streams.iter().filter_map(|stream| Some(stream.upgrade()?.load(Relaxed)));
        waiting.filter(|since| *since != NEVER).min()
    }

    /// Whether nothing is lost when the connection ends now: no request has come, and no answer is on its way.
    pub(super) fn is_idle(&self) -> bool {
        let is_busy = self.requests.load(Relaxed) > 0 || self.write_since.load(Relaxed) != NEVER;
        !is_busy && !self.is_http2.load(Relaxed)
    }

    /// The next limit that will pass if nothing happens, and when; none while it is ours to act.
    fn deadline(&self, timeouts: &ConnectionTimeouts) -> Option<(u64, ExpiredTimeout)> {
        let after = |since: u64, limit: Duration| since.saturating_add(limit.as_millis() as u64);
        let write_since = self.write_since.load(Relaxed);
        if write_since != NEVER {
            return Some((after(write_since, timeouts.write), ExpiredTimeout::Write));
        }
        if self.requests.load(Relaxed) > 0 {
            return self.stream_since().map(|since| (after(since, timeouts.write), ExpiredTimeout::Write));
        }
        let header_since = self.header_since.load(Relaxed);
        // Over HTTP/2 bytes come that are no request.
        if header_since != NEVER && !self.is_http2.load(Relaxed) {
            return Some((after(header_since, timeouts.header), ExpiredTimeout::Header));
        }
        Some((after(self.idle_since.load(Relaxed), timeouts.idle), ExpiredTimeout::Idle))
    }

    /// Waits until a limit has passed; the limits are asked for again and again.
    pub(super) async fn expire(&self, timeouts: impl Fn() -> ConnectionTimeouts) -> ExpiredTimeout {
        loop {
            let timeouts = timeouts();
            let (now, deadline) = (self.now(), self.deadline(&timeouts));
            let wait = match deadline {
                Some((at, timeout)) if at <= now => return timeout,
                Some((at, _)) => Duration::from_millis(at - now).min(timeouts.tick()),
                None => timeouts.tick(),
            };
            tokio::time::sleep(wait).await;
        }
    }
}

/// A request that is not answered to its end; it is when this is dropped.
#[derive(Debug)]
pub(super) struct RequestGuard(Arc<ConnectionActivity>);

impl Drop for RequestGuard {
    fn drop(&mut self) {
        self.0.idle_since.store(self.0.now(), Relaxed);
        self.0.requests.fetch_sub(1, Relaxed);
    }
}

/// How an answer over HTTP/2 goes on.
#[derive(Debug)]
pub(super) struct StreamProgress {
    activity: Arc<ConnectionActivity>,
    since: Arc<AtomicU64>,
}

impl StreamProgress {
    /// A piece was handed over, and the client is to take it; or (`false`) there is none yet, which is ours.
    pub(super) fn record(&self, is_for_client: bool) {
        self.since.store(if is_for_client { self.activity.now() } else { NEVER }, Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TIMEOUTS: ConnectionTimeouts = ConnectionTimeouts {
        header: Duration::from_secs(20),
        idle: Duration::from_secs(75),
        body: Duration::from_secs(10),
        body_bytes_per_second: 500,
        write: Duration::from_secs(60),
    };

    fn next(activity: &ConnectionActivity) -> Option<(ExpiredTimeout, u64)> {
        let (at, timeout) = activity.deadline(&TIMEOUTS)?;
        Some((timeout, (at - activity.now()).div_ceil(1000)))
    }

    #[test]
    fn each_part_of_a_connections_life_has_its_limit() {
        let activity = ConnectionActivity::new();
        assert_eq!(next(&activity), Some((ExpiredTimeout::Header, 20)));
        activity.record_read();
        assert!(activity.is_idle(), "half a head is no request");
        let request = activity.begin_request(false);
        assert_eq!(next(&activity), None, "the answer is ours to give");
        assert!(!activity.is_idle());
        activity.record_write(false);
        assert_eq!(next(&activity), Some((ExpiredTimeout::Write, 60)));
        activity.record_write(true);
        assert_eq!(next(&activity), None);
        drop(request);
        assert_eq!(next(&activity), Some((ExpiredTimeout::Idle, 75)));
        activity.record_read();
        assert_eq!(next(&activity), Some((ExpiredTimeout::Header, 20)));
    }

    #[test]
    fn an_answer_over_http_2_that_is_not_taken_ends_the_connection() {
        let activity = ConnectionActivity::new();
        let request = activity.begin_request(true);
        let stream = activity.begin_stream();
        assert_eq!(next(&activity), Some((ExpiredTimeout::Write, 60)));
        stream.record(false);
        assert_eq!(next(&activity), None, "the next piece is ours to give");
        stream.record(true);
        assert_eq!(next(&activity), Some((ExpiredTimeout::Write, 60)));
        drop((stream, request));
        activity.record_read();
        assert_eq!(next(&activity), Some((ExpiredTimeout::Idle, 75)), "an answer to a ping is no request");
    }
}
