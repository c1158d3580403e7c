//! The bodies of requests, which have to come in time, and those of answers, which tell that they go on.

use std::{
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::{Frame, Incoming, SizeHint};
use thiserror::Error;
use tokio::time::{Instant, Sleep};

use super::{
    activity::{RequestGuard, StreamProgress},
    answer_memory::AnswerShare,
    timeouts::ConnectionTimeouts,
};

use crate::http::access_log::PendingAccess;

/// The largest piece of an answer that is handed on at once, bytes. What is not handed on yet is known to wait.
const PIECE_BYTES: usize = 64 * 1024;

/// Why the body of a request was not waited for any longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BodyTimeout {
    /// Nothing came for so many seconds.
    #[error("nothing of it came for {0} s")]
    Pause(u64),
    /// Less came than so many bytes a second.
    #[error("it has to come with {0} bytes a second at least")]
    Rate(u32),
}

/// The body of a request, which ends with [`BodyTimeout`] when it does not come. Only the time counts in which
/// somebody waits for it.
#[derive(Debug)]
pub(super) struct TimedBody {
    body: Incoming,
    timeouts: ConnectionTimeouts,
    received: u64,
    /// How long it was waited for until its last piece came.
    waited: Duration,
    /// Since when it is waited for now.
    since: Option<Instant>,
    sleep: Option<Pin<Box<Sleep>>>,
}

impl TimedBody {
    pub(super) const fn new(body: Incoming, timeouts: ConnectionTimeouts) -> Self {
        Self { body, timeouts, received: 0, waited: Duration::ZERO, since: None, sleep: None }
    }

    /// How long it may be waited for from the beginning, after as much as has come.
    fn allowance(&self) -> Duration {
        let rate = u64::from(self.timeouts.body_bytes_per_second.max(1));
        self.timeouts.body + Duration::from_millis(self.received.saturating_mul(1000) / rate)
    }
}

impl HttpBody for TimedBody {
    type Data = Bytes;
    type Error = axum::BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::BoxError>>> {
        let this = &mut *self;
        if let Poll::Ready(frame) = Pin::new(&mut this.body).poll_frame(context) {
            this.waited += this.since.take().map_or(Duration::ZERO, |since| since.elapsed());
            if let Some(Ok(frame)) = &frame {
                this.received += frame.data_ref().map_or(0, |data| data.len() as u64);
            }
            return Poll::Ready(frame.map(|frame| frame.map_err(Into::into)));
        }
        let since = *this.since.get_or_insert_with(Instant::now);
        let left = this.allowance().saturating_sub(this.waited);
        let deadline = since + left.min(this.timeouts.body);
        let sleep = this.sleep.get_or_insert_with(|| Box::pin(tokio::time::sleep_until(deadline)));
        if sleep.deadline() != deadline {
            sleep.as_mut().reset(deadline);
        }
        ready!(sleep.as_mut().poll(context));
        metrics::counter!("bruecke_connections_cut_total", "limit" => "body").increment(1);
        let timeout = match left < this.timeouts.body {
            true => BodyTimeout::Rate(this.timeouts.body_bytes_per_second),
            false => BodyTimeout::Pause(this.timeouts.body.as_secs()),
        };
        Poll::Ready(Some(Err(timeout.into())))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// The body of an answer. Its request is done when it is dropped.
#[derive(Debug)]
pub(super) struct TrackedBody {
    body: Body,
    /// What of the newest piece is still to be handed on.
    rest: Bytes,
    memory: AnswerShare,
    progress: Option<StreamProgress>,
    access: Option<PendingAccess>,
    _request: RequestGuard,
}

impl TrackedBody {
    pub(super) const fn new(
        body: Body,
        request: RequestGuard,
        memory: AnswerShare,
        progress: Option<StreamProgress>,
        access: Option<PendingAccess>,
    ) -> Self {
        Self { body, rest: Bytes::new(), memory, progress, access, _request: request }
    }

    /// What of a frame is handed on at once.
    fn first_piece(&mut self, frame: Frame<Bytes>) -> Frame<Bytes> {
        match frame.into_data() {
            Ok(data) => {
                self.rest = data;
                self.next_piece().unwrap_or_else(|| Frame::data(Bytes::new()))
            }
            Err(trailers) => trailers,
        }
    }

    fn next_piece(&mut self) -> Option<Frame<Bytes>> {
        if self.rest.is_empty() {
            return None;
        }
        let piece = self.rest.split_to(self.rest.len().min(PIECE_BYTES));
        self.memory.release(piece.len());
        if let Some(access) = &mut self.access {
            access.add_bytes(piece.len());
        }
        Some(Frame::data(piece))
    }
}

impl HttpBody for TrackedBody {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let frame = match self.next_piece() {
            Some(piece) => Poll::Ready(Some(Ok(piece))),
            None => match Pin::new(&mut self.body).poll_frame(context) {
                Poll::Ready(Some(Ok(frame))) => Poll::Ready(Some(Ok(self.first_piece(frame)))),
                other => other,
            },
        };
        if let Some(progress) = &self.progress {
            progress.record(frame.is_ready());
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty() && self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        let (mut hint, rest) = (self.body.size_hint(), self.rest.len() as u64);
        if let Some(upper) = hint.upper() {
            hint.set_upper(upper + rest);
        }
        hint.set_lower(hint.lower() + rest);
        hint
    }
}
