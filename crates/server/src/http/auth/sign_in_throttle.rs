//! How often a password or code may be guessed, without a way to keep its owner out.
//!
//! Three counts hold up who guesses: of one client for one account, of one client for all accounts, and, slowly,
//! of all clients for one account, so that guessing from many addresses is bounded too. Only the last could be
//! used to lock somebody out, and it does not count for a browser in which the account was signed in to before:
//! that browser has a count of its own (OWASP, "Device cookies", from "Slow Down Online Guessing Attacks with
//! Device Cookies"). Attempts count as failures while they run, so that many at once are not more than one after
//! the other; whoever finds all places taken by attempts that still run waits for how they end, so that right
//! passwords never stand in each other's way.

use std::{
    collections::HashMap,
    hash::Hash,
    pin::pin,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use axum::http::{HeaderValue, StatusCode, header};
use tokio::sync::Notify;
use uuid::Uuid;

use crate::{
    http::{
        api_error::{ApiError, seconds_to_wait},
        client::Client,
        limiter::Limiter,
    },
    settings::AccountSettings,
};

/// The time in which failures of a client and of a browser are counted.
const WINDOW: Duration = Duration::from_secs(15 * 60);
/// The time in which failures of an account are counted over all clients.
const ACCOUNT_WINDOW: Duration = Duration::from_secs(3600);
/// How long an attempt waits for how others end.
const PATIENCE: Duration = Duration::from_secs(5);
/// The longest account name that is counted, in characters; no e-mail address is longer.
const ACCOUNT_LENGTH: usize = 254;

/// How often signing in may fail.
#[derive(Debug)]
pub struct SignInThrottle {
    of_client_for_account: FailureCount<(String, Client)>,
    of_client: FailureCount<Client>,
    of_account: FailureCount<String>,
    of_browser: FailureCount<Uuid>,
}

/// A count of failures and of attempts that may become some.
#[derive(Debug)]
struct FailureCount<K> {
    failures: Limiter<K>,
    running: Mutex<HashMap<K, usize>>,
    ended: Notify,
    whose: &'static str,
    window: Duration,
}

impl<K: Eq + Hash + Clone> FailureCount<K> {
    fn new(allowed: u32, window: Duration, whose: &'static str, now: Instant) -> Self {
        let failures = Limiter::new(allowed, window, now);
        Self { failures, running: Mutex::new(HashMap::new()), ended: Notify::new(), whose, window }
    }

    /// Takes a place, waiting for one that an attempt gives back.
    async fn take(&self, key: &K, deadline: Instant) -> Result<(), ApiError> {
        loop {
            let mut ended = pin!(self.ended.notified());
            ended.as_mut().enable();
            let now = Instant::now();
            let wait = {
                let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
                match self.failures.take(key.clone(), now) {
                    Ok(()) => {
                        *running.entry(key.clone()).or_default() += 1;
                        return Ok(());
                    }
                    Err(wait) if now >= deadline || !running.contains_key(key) => return Err(self.refuse(wait)),
                    Err(wait) => wait,
                }
            };
            if tokio::time::timeout_at(deadline.into(), ended).await.is_err() {
                return Err(self.refuse(wait));
            }
        }
    }

    /// An attempt has ended; one that did not fail gives its place back.
    fn end(&self, key: &K, failed: bool) {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = running.get_mut(key) {
            *count -= 1;
            if *count == 0 {
                running.remove(key);
            }
        }
        if !failed {
            self.failures.give_back(key);
        }
        drop(running);
        self.ended.notify_waiters();
    }

    fn refuse(&self, wait: Duration) -> ApiError {
        metrics::counter!("bruecke_refused_total", "limit" => "sign-in").increment(1);
        let seconds = seconds_to_wait(wait);
        let (allowed, minutes, whose) = (self.failures.capacity(), self.window.as_secs() / 60, self.whose);
        let message = format!(
            "signing in may fail {allowed} times in {minutes} minutes for one {whose}; the next is answered in {seconds} s"
        );
        ApiError::new(StatusCode::TOO_MANY_REQUESTS, "LIMIT_SIGN_IN", message)
            .with_header(header::RETRY_AFTER, HeaderValue::from(seconds))
    }
}

impl SignInThrottle {
    /// Counts with these settings.
    pub fn new(settings: &AccountSettings, now: Instant) -> Self {
        let AccountSettings { failures_per_account, failures_per_client, failures_per_account_per_hour, .. } =
            *settings;
        Self {
            of_client_for_account: FailureCount::new(failures_per_account.get(), WINDOW, "account and client", now),
            of_client: FailureCount::new(failures_per_client.get(), WINDOW, "client", now),
            of_account: FailureCount::new(failures_per_account_per_hour.get(), ACCOUNT_WINDOW, "account", now),
            of_browser: FailureCount::new(failures_per_account.get(), WINDOW, "browser", now),
        }
    }

    /// Begins an attempt to prove who one is. `browser` is one in which the account was signed in to before.
    ///
    /// # Errors
    /// 429 when there were too many failures, alike for accounts that exist and those that do not.
    pub async fn begin(
        &self,
        client: Client,
        account: &str,
        browser: Option<Uuid>,
    ) -> Result<SignInAttempt<'_>, ApiError> {
        if let Some(browser) = browser {
            return self.begin_known(browser).await;
        }
        let deadline = Instant::now() + PATIENCE;
        let account: String = account.trim().to_lowercase().chars().take(ACCOUNT_LENGTH).collect();
        // Each place that was taken is given back where the next is refused: nothing was tried.
        let mut attempt = SignInAttempt::new(self, false);
        self.of_client.take(&client, deadline).await?;
        attempt.client = Some(client);
        let pair = (account.clone(), client);
        self.of_client_for_account.take(&pair, deadline).await?;
        attempt.pair = Some(pair);
        self.of_account.take(&account, deadline).await?;
        attempt.account = Some(account);
        attempt.failed = true;
        Ok(attempt)
    }

    /// The same in a browser in which the account was signed in to before, or is now.
    ///
    /// # Errors
    /// As [`SignInThrottle::begin`].
    pub async fn begin_known(&self, browser: Uuid) -> Result<SignInAttempt<'_>, ApiError> {
        self.of_browser.take(&browser, Instant::now() + PATIENCE).await?;
        let mut attempt = SignInAttempt::new(self, true);
        attempt.browser = Some(browser);
        Ok(attempt)
    }
}

/// An attempt to prove who one is. It counts as failed unless it is said to have succeeded, also when it is
/// given up.
#[derive(Debug)]
pub struct SignInAttempt<'a> {
    throttle: &'a SignInThrottle,
    failed: bool,
    browser: Option<Uuid>,
    client: Option<Client>,
    pair: Option<(String, Client)>,
    account: Option<String>,
}

impl<'a> SignInAttempt<'a> {
    const fn new(throttle: &'a SignInThrottle, failed: bool) -> Self {
        Self { throttle, failed, browser: None, client: None, pair: None, account: None }
    }

    /// The attempt did not fail, and does not count.
    pub fn succeed(mut self) {
        self.failed = false;
    }
}

impl Drop for SignInAttempt<'_> {
    fn drop(&mut self) {
        fn end<K: Eq + Hash + Clone>(count: &FailureCount<K>, key: Option<&K>, failed: bool) {
            if let Some(key) = key {
                count.end(key, failed);
            }
        }
        end(&self.throttle.of_browser, self.browser.as_ref(), self.failed);
        end(&self.throttle.of_client, self.client.as_ref(), self.failed);
        end(&self.throttle.of_client_for_account, self.pair.as_ref(), self.failed);
        end(&self.throttle.of_account, self.account.as_ref(), self.failed);
    }
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, SocketAddr};

    use axum::{
        extract::ConnectInfo,
        http::{Extensions, HeaderMap},
    };

    use super::*;
    use crate::http::client::Proxies;

    const ADA: &str = "ada@verein.example";

    fn client(last: u8) -> Client {
        let mut extensions = Extensions::new();
        extensions.insert(ConnectInfo(SocketAddr::new(IpAddr::from([198, 51, 100, last]), 1)));
        Proxies::default().client(&extensions, &HeaderMap::new())
    }

    fn throttle() -> SignInThrottle {
        SignInThrottle::new(&AccountSettings::default(), Instant::now())
    }

    #[tokio::test]
    async fn attempts_count_unless_they_succeed() {
        let throttle = throttle();
        for _ in 0..30 {
            throttle.begin(client(1), ADA, None).await.expect("allowed").succeed();
        }
        for _ in 0..10 {
            throttle.begin(client(1), ADA, None).await.expect("allowed");
        }
        assert!(throttle.begin(client(1), " ADA@verein.example", None).await.is_err());
        assert!(throttle.begin(client(1), "eve@verein.example", None).await.is_ok(), "another account");
        assert!(throttle.begin(client(2), ADA, None).await.is_ok(), "another client");
    }

    #[tokio::test]
    async fn guessing_from_many_addresses_is_bounded_and_a_known_browser_gets_in() {
        let throttle = throttle();
        let mut guesses = 0;
        for address in 0..=255 {
            for _ in 0..10 {
                guesses += u32::from(throttle.begin(client(address), ADA, None).await.is_ok());
            }
        }
        assert_eq!(guesses, AccountSettings::default().failures_per_account_per_hour.get());
        let browser = Some(Uuid::from_u128(7));
        for _ in 0..30 {
            throttle.begin(client(1), ADA, browser).await.expect("known").succeed();
        }
        for _ in 0..10 {
            throttle.begin(client(1), ADA, browser).await.expect("known");
        }
        assert!(throttle.begin(client(1), ADA, browser).await.is_err(), "a stolen cookie guesses no more than others");
    }

    #[tokio::test]
    async fn right_ones_at_once_wait_for_each_other_and_wrong_ones_are_no_more_than_one_after_the_other() {
        let throttle = throttle();
        let right = async |_| {
            let attempt = throttle.begin(client(1), ADA, None).await;
            tokio::time::sleep(Duration::from_millis(20)).await;
            attempt.map(SignInAttempt::succeed).is_ok()
        };
        let all = futures_util::future::join_all((0..25).map(right)).await;
        assert!(all.iter().all(|welcome| *welcome), "{all:?}");
        let wrong = async |_| {
            let attempt = throttle.begin(client(1), ADA, None).await;
            tokio::time::sleep(Duration::from_millis(20)).await;
            attempt.is_ok()
        };
        let tried = futures_util::future::join_all((0..25).map(wrong)).await;
        assert_eq!(tried.iter().filter(|tried| **tried).count(), 10);
    }
}
