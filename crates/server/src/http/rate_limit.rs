//! How much one client may ask.

use std::time::{Duration, Instant};

use axum::http::{HeaderValue, StatusCode, header};

use super::{
    api_error::{ApiError, seconds_to_wait},
    client::Client,
    limiter::Limiter,
};
use crate::settings::{Http, RequestsPerMinute};

const MINUTE: Duration = Duration::from_secs(60);

/// Counts the requests of each client.
#[derive(Debug)]
pub struct RateLimit {
    requests: Option<Limiter<Client>>,
    /// Whether requests from the machine itself count, see [`RequestsPerMinute::Unsaid`].
    counts_local: bool,
}

impl RateLimit {
    /// By these settings.
    pub fn new(http: &Http, now: Instant) -> Self {
        let allowed = match http.requests_per_minute {
            RequestsPerMinute::Unsaid => Some(RequestsPerMinute::GENEROUS),
            RequestsPerMinute::AtMost(allowed) => Some(allowed),
            RequestsPerMinute::Unlimited => None,
        };
        Self {
            requests: allowed.map(|allowed| Limiter::new(allowed.get(), MINUTE, now)),
            counts_local: http.requests_per_minute != RequestsPerMinute::Unsaid,
        }
    }

    /// Counts a request of a client.
    ///
    /// # Errors
    /// 429 when it has asked for more than is allowed.
    pub fn check(&self, client: Client) -> Result<(), ApiError> {
        let Some(limiter) = &self.requests else { return Ok(()) };
        if !self.counts_local && client.is_local() {
            return Ok(());
        }
        limiter.take(client, Instant::now()).map_err(|wait| {
            metrics::counter!("bruecke_refused_total", "limit" => "requests").increment(1);
            let (allowed, seconds) = (limiter.capacity(), seconds_to_wait(wait));
            let message =
                format!("one client may make {allowed} requests a minute; the next is answered in {seconds} s");
            ApiError::new(StatusCode::TOO_MANY_REQUESTS, "LIMIT_REQUESTS", message)
                .with_header(header::RETRY_AFTER, HeaderValue::from(seconds))
        })
    }
}
