//! Looking whether the websites of actors answer: a few at a time, seldom, and never twice in a breath
//! at the same host.
//!
//! One request asks for the head of a front page; where that is not answered well, one asks for the
//! page, since some servers know no other. `robots.txt` is not asked: it is for who goes through a
//! site, and a single page that its owner has given us is none. Whoever asks us to come back later is
//! left alone until then.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use axum::http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode, header};
use bytes::Bytes;
use chrono::{DateTime, Utc};
use curation::{
    Curation, CurationError, Editor, Requester,
    commands::{Look, Website},
    reading::WebsiteOutcome,
};
use futures_util::{StreamExt, stream};
use store::{Store, StoreError};
use thiserror::Error;
use tracing::Instrument;
use url::Url;

use super::{
    hourly::{allowance, hour_ago, pause_after},
    span::task_span,
};
use crate::{
    http_client::{AddressPolicy, HttpClient, HttpClientError, ResponseLimits},
    settings::{File, WebsiteSettings},
};

/// How often one website may send us on.
const REDIRECTS: usize = 5;
/// As much of a page is read.
const BYTES: usize = 64 * 1024;

/// Why websites cannot be looked at.
#[derive(Debug, Error)]
pub enum WebsitesError {
    /// Nothing says who we are.
    #[error("[http] origin is not set: whoever is asked should see by whom")]
    NoOrigin,
    /// Requests cannot be made.
    #[error(transparent)]
    HttpClient(#[from] HttpClientError),
    /// What was looked at cannot be read.
    #[error("the looks at websites cannot be counted")]
    Store(#[from] StoreError),
    /// What is to be looked at cannot be worked on.
    #[error("the websites cannot be worked on")]
    Curation(#[from] CurationError),
}

/// What looks at websites.
#[derive(Debug)]
pub struct Websites {
    store: Store,
    curation: Curation,
    outgoing: HttpClient,
    settings: WebsiteSettings,
    by: Editor,
}

impl Websites {
    /// Looks by these settings.
    ///
    /// # Errors
    /// [`WebsitesError`] with what is missing in them.
    pub fn new(store: Store, curation: Curation, file: &File) -> Result<Self, WebsitesError> {
        let origin =
            file.http.origin.as_ref().and_then(|origin| origin.to_str().ok()).ok_or(WebsitesError::NoOrigin)?;
        let agent = format!("bruecke/{} (+{origin})", env!("CARGO_PKG_VERSION"));
        let agent = HeaderValue::from_str(&agent).map_err(|_| WebsitesError::NoOrigin)?;
        let reach = if file.websites.allow_private { AddressPolicy::Everywhere } else { AddressPolicy::Public };
        let by = Requester::operator().editor().map_err(CurationError::from)?;
        Ok(Self { store, curation, outgoing: HttpClient::new(reach, agent)?, settings: file.websites.clone(), by })
    }

    /// Looks at what is to be looked at, now and each hour, for as long as the service runs: on all nodes together at so
    /// many in an hour as the settings say.
    pub async fn run(self: Arc<Self>) {
        loop {
            let pause = self.look_hourly().instrument(task_span("websites")).await;
            tokio::time::sleep(pause).await;
        }
    }

    /// Looks at what may be looked at in this hour, and says when to do so again.
    async fn look_hourly(&self) -> Duration {
        let per_hour = self.settings.per_hour.get();
        let looking = async {
            let allowed = allowance(per_hour, self.store.count_website_checks_since(hour_ago()).await?);
            Ok::<_, WebsitesError>((allowed, self.look_at_all(allowed).await?))
        };
        match looking.await {
            Ok((allowed, count)) => {
                if count > 0 {
                    tracing::info!(websites.count = count, "websites were looked at");
                }
                pause_after(count, allowed)
            }
            Err(error) => {
                tracing::error!(error = %domain::ErrorChain(&error), "websites could not be looked at");
                pause_after(0, per_hour)
            }
        }
    }

    /// Looks at what is to be looked at, at most at `limit` websites, and says how many that were.
    async fn look_at_all(&self, limit: usize) -> Result<usize, WebsitesError> {
        let websites = self.curation.websites_to_look_at(&self.by, limit).await?;
        let count = websites.len();
        let mut hosts: BTreeMap<String, Vec<Website>> = BTreeMap::new();
        for website in websites {
            let host = Url::parse(&website.url).ok().and_then(|url| url.host_str().map(str::to_owned));
            hosts.entry(host.unwrap_or_default()).or_default().push(website);
        }
        let looks = hosts.into_values().map(|websites| self.look_at_host(websites));
        let mut looks = stream::iter(looks).buffer_unordered(self.settings.at_once.get());
        while let Some(looked) = looks.next().await {
            looked?;
        }
        Ok(count)
    }

    /// Looks at the websites of one host, one after the other.
    async fn look_at_host(&self, websites: Vec<Website>) -> Result<(), WebsitesError> {
        for (at, website) in websites.iter().enumerate() {
            if at > 0 {
                tokio::time::sleep(self.settings.pause()).await;
            }
            let look = self.look_at(&website.url).await;
            self.curation.note_website(&self.by, website, &look, self.settings.every_days.get()).await?;
        }
        Ok(())
    }

    async fn look_at(&self, address: &str) -> Look {
        let Ok(mut url) = Url::parse(address) else { return to_look(WebsiteOutcome::Unreachable, None) };
        // As far as it moves on for good, the entry should name where to.
        let (mut for_good, mut leads_to) = (true, None);
        for _ in 0..=REDIRECTS {
            let response = match self.ask(&url).await {
                Ok(response) => response,
                Err(error) => return to_look(outcome_of(&error), None),
            };
            let (status, headers) = (response.status(), response.headers());
            let Some(next) = redirect(status, headers, &url) else {
                let look = classify_response(status, headers, Utc::now());
                return match leads_to {
                    Some(_) if look.outcome == WebsiteOutcome::Fine => {
                        Look { outcome: WebsiteOutcome::Moved, leads_to, ..look }
                    }
                    _ => look,
                };
            };
            for_good &= matches!(status, StatusCode::MOVED_PERMANENTLY | StatusCode::PERMANENT_REDIRECT);
            if for_good {
                leads_to = Some(next.to_string());
            }
            url = next;
        }
        to_look(WebsiteOutcome::Astray, None)
    }

    /// Asks for the head of a page, and for the page where the head is not answered well.
    async fn ask(&self, url: &Url) -> Result<Response<Bytes>, HttpClientError> {
        let head = self.request(Method::HEAD, url).await;
        match &head {
            Ok(response) if is_settled(response.status()) => head,
            Err(HttpClientError::NotPublic | HttpClientError::Unreachable(_)) => head,
            _ => self.request(Method::GET, url).await,
        }
    }

    async fn request(&self, method: Method, url: &Url) -> Result<Response<Bytes>, HttpClientError> {
        let mut request = Request::new(Bytes::new());
        *request.method_mut() = method;
        *request.uri_mut() = url.as_str().parse().map_err(|_| HttpClientError::NotPublic)?;
        request.headers_mut().insert(header::ACCEPT, HeaderValue::from_static("text/html, */*;q=0.5"));
        let time = Duration::from_secs(self.settings.timeout_seconds.get());
        self.outgoing.send(request, ResponseLimits { time, bytes: BYTES, cuts_off: true }).await
    }
}

/// Whether the answer to a question for the head is the page's too: some servers refuse the question
/// itself.
fn is_settled(status: StatusCode) -> bool {
    status.is_success()
        || status.is_redirection()
        || matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE)
}

/// Where an answer sends us on.
fn redirect(status: StatusCode, headers: &HeaderMap, from: &Url) -> Option<Url> {
    if !matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308) {
        return None;
    }
    let next = from.join(headers.get(header::LOCATION)?.to_str().ok()?).ok()?;
    matches!(next.scheme(), "http" | "https").then_some(next)
}

/// What an answer that sends us nowhere says of a website.
fn classify_response(status: StatusCode, headers: &HeaderMap, now: DateTime<Utc>) -> Look {
    let outcome = match status {
        status if status.is_success() => WebsiteOutcome::Fine,
        StatusCode::NOT_FOUND | StatusCode::GONE => WebsiteOutcome::Missing,
        StatusCode::TOO_MANY_REQUESTS => WebsiteOutcome::Later,
        StatusCode::SERVICE_UNAVAILABLE if headers.contains_key(header::RETRY_AFTER) => WebsiteOutcome::Later,
        status if status.is_client_error() => WebsiteOutcome::Refused,
        status if status.is_redirection() => WebsiteOutcome::Astray,
        _ => WebsiteOutcome::Faulty,
    };
    let stay_away_seconds = retry_after(headers, now).filter(|_| outcome == WebsiteOutcome::Later);
    Look { stay_away_seconds, ..to_look(outcome, Some(status.as_u16())) }
}

/// `Retry-After` in seconds (RFC 9110, section 10.2.3).
fn retry_after(headers: &HeaderMap, now: DateTime<Utc>) -> Option<u64> {
    let value = headers.get(header::RETRY_AFTER)?.to_str().ok()?;
    value.parse().ok().or_else(|| {
        let until = DateTime::parse_from_rfc2822(value).ok()?;
        u64::try_from((until.with_timezone(&Utc) - now).num_seconds()).ok()
    })
}

const fn to_look(outcome: WebsiteOutcome, status: Option<u16>) -> Look {
    Look { outcome, status, leads_to: None, stay_away_seconds: None }
}

const fn outcome_of(error: &HttpClientError) -> WebsiteOutcome {
    match error {
        HttpClientError::NotPublic => WebsiteOutcome::NotPublic,
        HttpClientError::TimedOut(_) => WebsiteOutcome::TooSlow,
        _ => WebsiteOutcome::Unreachable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(name: header::HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
    }

    #[test]
    fn who_asks_us_to_come_back_later_says_when_in_seconds_or_by_the_clock() {
        let now = DateTime::from_timestamp(1_780_000_000, 0).expect("a time");
        let read = |value| retry_after(&headers(header::RETRY_AFTER, value), now);
        assert_eq!(read("120"), Some(120));
        assert_eq!(read("Thu, 28 May 2026 21:26:40 GMT"), Some(3600));
        assert_eq!((read("soon"), read("Thu, 28 May 2020 21:26:40 GMT")), (None, None));
    }

    #[test]
    fn a_website_sends_on_to_websites_only() {
        let from = Url::parse("https://verein.example/a/").expect("an address");
        let next = |value| redirect(StatusCode::FOUND, &headers(header::LOCATION, value), &from).map(String::from);
        assert_eq!(next("../b").as_deref(), Some("https://verein.example/b"));
        assert_eq!(next("//neu.example/").as_deref(), Some("https://neu.example/"));
        assert_eq!((next("file:///etc/passwd"), next("javascript:alert(1)")), (None, None));
        assert_eq!(redirect(StatusCode::OK, &headers(header::LOCATION, "/"), &from), None);
    }
}
