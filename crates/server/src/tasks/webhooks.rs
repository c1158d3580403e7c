//! Telling partners of changes, for as long as the service runs: what the change feed has behind the last change a
//! receiver took is sent to it, signed, until it takes it.
//!
//! What is sent is read from the snapshot, so nothing private can be in it; it names what changed and does not hold it.
//! A receiver that was away loses nothing: it is tried again, later and later, and told everything since. Of several
//! services on one database one sends at a time. Signed as Standard Webhooks has it
//! (<https://www.standardwebhooks.com>), so that receivers find a library that checks it.

use std::{sync::Arc, time::Duration};

use axum::http::{HeaderName, HeaderValue, Method, Request, StatusCode, header};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use directory::{Live, LogEntry};
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretSlice};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use store::{Store, StoreError, WebhookDelivery};
use thiserror::Error;
use tracing::Instrument;

use super::span::task_span;
use crate::{
    http_client::{AddressPolicy, HttpClient, HttpClientError, ResponseLimits},
    settings::{SecretError, Webhook, read_secret},
};

/// How often it is looked whether something changed.
const EVERY: Duration = Duration::from_secs(1);
/// So long nothing is tried once the database could not be used.
const AFTER_FAULT: Duration = Duration::from_secs(30);
/// The most changes that are told at once.
const BATCH: usize = 100;
/// How long a receiver may take.
const TIME: Duration = Duration::from_secs(15);
/// For so long no other service sends, in case this one ends meanwhile.
const LEASE: TimeDelta = TimeDelta::seconds(60);
/// Before the second try; twice as long before each further one.
const FIRST_PAUSE: TimeDelta = TimeDelta::seconds(2);
/// The longest pause between two tries.
const LONGEST_PAUSE: TimeDelta = TimeDelta::hours(1);
/// The shortest secret, in bytes: the length that is asked of HMAC-SHA256 keys at least.
const SHORTEST_SECRET: usize = 24;

/// Why partners cannot be told.
#[derive(Debug, Error)]
pub enum WebhookError {
    /// The secret is not there.
    #[error(transparent)]
    Secret(#[from] SecretError),
    /// The secret can be guessed.
    #[error(
        "the secret of the webhook {0} is too weak: allowed are {SHORTEST_SECRET} bytes or more, as text or as whsec_ and base64"
    )]
    WeakSecret(String),
    /// No requests can be made.
    #[error(transparent)]
    HttpClient(#[from] HttpClientError),
    /// How far a receiver was told cannot be read or written.
    #[error("the deliveries of webhooks cannot be read or written")]
    Store(#[from] StoreError),
}

/// What tells one receiver.
#[derive(Debug)]
pub struct WebhookSender {
    store: Store,
    live: Arc<Live>,
    outgoing: HttpClient,
    address: String,
    host: String,
    key: String,
    secret: SecretSlice<u8>,
}

/// What became of one look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WebhookStep {
    /// There is nothing to tell, or it is not yet the time.
    Idle,
    /// Something was sent, and there may be more.
    Sent,
}

impl WebhookSender {
    /// One for each receiver of the settings.
    ///
    /// # Errors
    /// [`WebhookError`] with what is wrong with their secrets.
    pub fn all(store: &Store, live: &Arc<Live>, receivers: &[Webhook]) -> Result<Vec<Self>, WebhookError> {
        receivers.iter().map(|webhook| Self::new(store.clone(), Arc::clone(live), webhook)).collect()
    }

    fn new(store: Store, live: Arc<Live>, webhook: &Webhook) -> Result<Self, WebhookError> {
        let url = webhook.url.get_ref();
        let host = url.host_str().unwrap_or_default().to_owned();
        let secret = read_secret("webhooks.secret_file", &webhook.secret_file)?;
        let secret = signing_key(secret.expose_secret()).filter(|key| key.expose_secret().len() >= SHORTEST_SECRET);
        let Some(secret) = secret else { return Err(WebhookError::WeakSecret(host)) };
        let reach = if webhook.allow_private { AddressPolicy::Everywhere } else { AddressPolicy::Public };
        let agent = HeaderValue::from_static(concat!("bruecke/", env!("CARGO_PKG_VERSION")));
        let key = Sha256::digest(url.as_str()).iter().map(|byte| format!("{byte:02x}")).collect();
        let address = url.to_string();
        Ok(Self { store, live, outgoing: HttpClient::new(reach, agent)?, address, host, key, secret })
    }

    /// Tells what changes, for as long as the service runs.
    pub async fn run(self) {
        loop {
            let pause = match self.tell_next(Utc::now()).await {
                Ok(WebhookStep::Sent) => continue,
                Ok(WebhookStep::Idle) => EVERY,
                Err(error) => {
                    tracing::error!(webhook.host = self.host, error = %domain::ErrorChain(&error), "a webhook stopped");
                    AFTER_FAULT
                }
            };
            tokio::time::sleep(pause).await;
        }
    }

    /// Sends the next changes, if there are any and it is the time.
    async fn tell_next(&self, now: DateTime<Utc>) -> Result<WebhookStep, StoreError> {
        let snapshot = self.live.load();
        let Some(before) = self.store.webhook_delivery(&self.key).await? else {
            // Who is new hears of what changes from now on; everything before stands in the feed.
            let first = WebhookDelivery { sequence: snapshot.version(), failures: 0, due_at: round_time(now) };
            self.store.replace_webhook_delivery(&self.key, None, first).await?;
            return Ok(WebhookStep::Idle);
        };
        if now < before.due_at {
            return Ok(WebhookStep::Idle);
        }
        let mut changes = snapshot.changes(Some(before.sequence), BATCH + 1);
        let has_more = changes.len() > BATCH;
        changes.truncate(BATCH);
        let Some(last) = changes.last().map(|change| change.sequence) else { return Ok(WebhookStep::Idle) };
        // Whoever else looks now waits; a receiver hears nothing twice because there are several services.
        let leased = WebhookDelivery { due_at: round_time(now + LEASE), ..before };
        if !self.store.replace_webhook_delivery(&self.key, Some(before), leased).await? {
            return Ok(WebhookStep::Idle);
        }
        let body = body(&changes, before.sequence, has_more, now).to_string();
        let (after, outcome) =
            match self.send(&format!("changes-{last}"), body, now).instrument(task_span("webhooks")).await {
                Ok(()) => {
                    tracing::info!(webhook.host = self.host, webhook.changes = changes.len(), "a webhook was told");
                    (WebhookDelivery { sequence: last, failures: 0, due_at: before.due_at }, WebhookStep::Sent)
                }
                Err(reason) => {
                    let failures = before.failures.saturating_add(1);
                    let due_at = round_time(Utc::now() + pause_after(failures));
                    tracing::warn!(
                        webhook.host = self.host,
                        webhook.failures = failures,
                        reason,
                        "a webhook was not taken"
                    );
                    (WebhookDelivery { failures, due_at, ..before }, WebhookStep::Idle)
                }
            };
        self.store.replace_webhook_delivery(&self.key, Some(leased), after).await?;
        Ok(outcome)
    }

    /// Sends one message.
    ///
    /// # Errors
    /// Why it was not taken.
    async fn send(&self, id: &str, body: String, now: DateTime<Utc>) -> Result<(), String> {
        let timestamp = now.timestamp().to_string();
        let signature = sign(self.secret.expose_secret(), id, &timestamp, &body);
        let mut request = Request::new(Bytes::from(body));
        *request.method_mut() = Method::POST;
        *request.uri_mut() = self.address.parse().map_err(|_| "the address is none".to_owned())?;
        let headers = [
            (header::CONTENT_TYPE, "application/json".to_owned()),
            (HeaderName::from_static("webhook-id"), id.to_owned()),
            (HeaderName::from_static("webhook-timestamp"), timestamp),
            (HeaderName::from_static("webhook-signature"), signature),
        ];
        for (name, value) in headers {
            let value = HeaderValue::try_from(value).map_err(|_| "a header cannot be written".to_owned())?;
            request.headers_mut().insert(name, value);
        }
        // What the answer says beside its status is of no use, so hardly anything of it is read.
        let answer = self.outgoing.send(request, ResponseLimits { time: TIME, bytes: 1024, cuts_off: true }).await;
        match answer.map(|answer| answer.status()) {
            Ok(status) if status.is_success() => Ok(()),
            Ok(StatusCode::GONE) => Err("it says that it is gone: take it out of the settings".to_owned()),
            Ok(status) => Err(format!("it answered {status}")),
            Err(error) => Err(domain::ErrorChain(&error).to_string()),
        }
    }
}

/// What is sent: which entities changed, with the cursors of the feed before and behind them.
fn body(changes: &[LogEntry], after: u64, has_more: bool, now: DateTime<Utc>) -> Value {
    let one = |change: &LogEntry| {
        json!({
            "sequence": change.sequence,
            "at": change.at.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true),
            "entity": change.entity.kind.slug(),
            "entityId": graphql::global_id(change.entity),
            "removed": change.removed,
        })
    };
    json!({
        "type": "directory.changed",
        "timestamp": now.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        "data": {
            "after": after.to_string(),
            "cursor": changes.last().map_or(after, |change| change.sequence).to_string(),
            "hasMore": has_more,
            "changes": changes.iter().map(one).collect::<Vec<_>>(),
        },
    })
}

/// The key of a secret: its bytes, or what stands behind `whsec_` in base64.
fn signing_key(secret: &str) -> Option<SecretSlice<u8>> {
    let key = match secret.strip_prefix("whsec_") {
        Some(encoded) => STANDARD.decode(encoded).ok()?,
        None => secret.as_bytes().to_vec(),
    };
    Some(key.into())
}

/// `v1,` and the HMAC-SHA256 of id, time and body with points between them, in base64.
fn sign(secret: &[u8], id: &str, timestamp: &str, body: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).expect("HMAC takes keys of any length");
    mac.update(format!("{id}.{timestamp}.{body}").as_bytes());
    format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
}

/// The pause after so many failures in a row.
fn pause_after(failures: u32) -> TimeDelta {
    let doublings = failures.saturating_sub(1).min(20);
    (FIRST_PAUSE * (1 << doublings)).min(LONGEST_PAUSE)
}

/// The time as both databases keep it, so that what is read back is what was written.
fn round_time(at: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(at.timestamp_millis()).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pause_grows_to_an_hour_and_no_further() {
        let pauses: Vec<i64> =
            [1, 2, 3, 4, 11, 12, 13, u32::MAX].map(pause_after).iter().map(TimeDelta::num_seconds).collect();
        assert_eq!(pauses, [2, 4, 8, 16, 2_048, 3_600, 3_600, 3_600]);
    }

    #[test]
    fn a_signature_is_that_of_the_worked_example_of_hmac_sha256() {
        // Computed with `openssl dgst -sha256 -hmac`.
        let signed = sign(b"0123456789abcdef01234567", "changes-7", "1700000000", "{}");
        assert_eq!(signed, SIGNED);
    }

    const SIGNED: &str = "v1,OTy1I6wCYlR1EZGg4yGOBuA+YmwjF9xyjLvzBtnS/7Q=";
}
