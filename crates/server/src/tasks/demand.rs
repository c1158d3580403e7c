//! Counting what people ask for and nobody has: in memory while requests are answered, and from there into the sums of
//! the database.
//!
//! Of a question only theme, district and language are counted, see [`DemandKey`]. A client's same question counts once
//! an hour, and a client no more than thirty questions, so that nobody makes demand up by asking again; who asks
//! what is known for that hour as a hash under a key that never leaves the memory of the process. Robots do not count,
//! nor what browsers fetch before anybody wants it.
//!
//! What has been counted since the last writing is lost when the process is killed: one interval at most.

use std::{
    collections::HashMap,
    hash::{BuildHasher, RandomState},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use axum::http::{HeaderMap, HeaderName, Method, header, request::Parts};
use curation::{Curation, CurationError, Editor, Requester, reading::UnmetDemand};
use domain::DemandKey;
use tracing::Instrument;

use super::span::task_span;
use crate::{
    http::{
        client::{Client, Proxies},
        limiter::Limiter,
    },
    settings::Demand,
    telemetry::count_unmet_question,
};

const HOUR: Duration = Duration::from_secs(3600);
/// So many different questions of one client count at once, and as many again in an hour.
const PER_CLIENT: u32 = 30;
/// So many sums are kept in memory between two writings; what is new beyond them is not counted.
const MAX_SUMS: usize = 10_000;
/// How long the last writing may take when the service stops.
const LAST_WRITING: Duration = Duration::from_secs(5);

/// Words in the `User-Agent` of what goes through pages by itself.
const ROBOTS: &[&str] = &[
    "archiver",
    "bot",
    "crawl",
    "externalhit",
    "inspectiontool",
    "lighthouse",
    "monitor",
    "preview",
    "scrap",
    "slurp",
    "spider",
    "uptime",
];
/// Telephones whose name holds one of these words.
const PEOPLE: &[&str] = &["cubot"];

/// Counts unmet demand.
#[derive(Debug)]
pub struct DemandCounter {
    settings: Demand,
    sums: Mutex<HashMap<DemandKey, u64>>,
    /// Clients with what they asked, by hash.
    repeats: Limiter<u64>,
    clients: Limiter<Client>,
    hasher: RandomState,
}

/// What becomes of a question without result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CountOutcome {
    Counted,
    Repeated,
    Robot,
    TooMany,
}

impl CountOutcome {
    const fn word(self) -> &'static str {
        match self {
            Self::Counted => "counted",
            Self::Repeated => "repeated",
            Self::Robot => "robot",
            Self::TooMany => "too-many",
        }
    }
}

impl DemandCounter {
    /// Counts by these settings.
    pub fn new(settings: &Demand, now: Instant) -> Self {
        Self {
            settings: settings.clone(),
            sums: Mutex::default(),
            repeats: Limiter::new(1, HOUR, now),
            clients: Limiter::new(PER_CLIENT, HOUR, now),
            hasher: RandomState::new(),
        }
    }

    /// Counts what a request asked for that has no result.
    pub fn count(&self, proxies: &Proxies, head: &Parts, keys: &[DemandKey]) {
        if keys.is_empty() || !self.settings.count {
            return;
        }
        let verdict = if is_asked_by_person(&head.method, &head.headers) {
            self.count_of_client(proxies.client(&head.extensions, &head.headers), keys, Instant::now())
        } else {
            CountOutcome::Robot
        };
        count_unmet_question(verdict.word(), 1);
    }

    fn count_of_client(&self, client: Client, keys: &[DemandKey], now: Instant) -> CountOutcome {
        let is_new = |key: &&DemandKey| self.repeats.take(self.hasher.hash_one((client, key)), now).is_ok();
        let keys: Vec<&DemandKey> = keys.iter().filter(is_new).collect();
        if keys.is_empty() {
            return CountOutcome::Repeated;
        }
        if self.clients.take(client, now).is_err() {
            return CountOutcome::TooMany;
        }
        let mut sums = self.sums();
        let mut verdict = CountOutcome::Counted;
        for key in keys {
            if let Some(sum) = sums.get_mut(key) {
                *sum += 1;
            } else if sums.len() < MAX_SUMS {
                sums.insert(key.clone(), 1);
            } else {
                verdict = CountOutcome::TooMany;
            }
        }
        verdict
    }

    fn sums(&self) -> MutexGuard<'_, HashMap<DemandKey, u64>> {
        self.sums.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes what was counted again and again, and closes months that are over.
    pub async fn keep_writing(self: Arc<Self>, curation: Curation) {
        let Ok(by) = Requester::operator().editor() else { return };
        let mut closed_at: Option<Instant> = None;
        loop {
            if closed_at.is_none_or(|at| at.elapsed() >= HOUR) {
                let closing = curation.close_demand_months(&by, self.settings.keep_months.get());
                match closing.instrument(task_span("demand")).await {
                    Ok(()) => closed_at = Some(Instant::now()),
                    Err(error) => tracing::warn!(
                        error = %domain::ErrorChain(&error),
                        "months of unmet demand could not be closed; tried again"
                    ),
                }
            }
            tokio::time::sleep(self.settings.write_every()).await;
            self.write_as(&curation, &by).await;
        }
    }

    /// Writes what was counted, before the service stops.
    pub async fn write_last(&self, curation: &Curation) {
        let Ok(by) = Requester::operator().editor() else { return };
        let _ = tokio::time::timeout(LAST_WRITING, self.write_as(curation, &by)).await;
    }

    async fn write_as(&self, curation: &Curation, by: &Editor) {
        let sums = std::mem::take(&mut *self.sums());
        if sums.is_empty() {
            return;
        }
        let demand: Vec<_> = sums.into_iter().map(|(key, questions)| UnmetDemand { key, questions }).collect();
        if let Err(error) = curation.add_unmet_demand(by, &demand).instrument(task_span("demand")).await {
            self.put_back(demand, &error);
        }
    }

    /// What could not be written is written the next time.
    fn put_back(&self, demand: Vec<UnmetDemand>, error: &CurationError) {
        tracing::warn!(error = %domain::ErrorChain(error), "unmet demand could not be written; tried again");
        let mut sums = self.sums();
        for UnmetDemand { key, questions } in demand {
            *sums.entry(key).or_default() += questions;
        }
    }
}

/// Whether somebody asked to see the answer, as far as the request tells.
fn is_asked_by_person(method: &Method, headers: &HeaderMap) -> bool {
    *method != Method::HEAD && !is_fetched_ahead(headers) && !is_robot(headers)
}

/// Whether a browser fetches an address that nobody has opened yet (Fetch Standard, `Sec-Purpose`; older ones say it in
/// their own headers).
fn is_fetched_ahead(headers: &HeaderMap) -> bool {
    const PURPOSES: [HeaderName; 3] =
        [HeaderName::from_static("sec-purpose"), HeaderName::from_static("purpose"), HeaderName::from_static("x-moz")];
    PURPOSES.iter().filter_map(|name| headers.get(name)?.to_str().ok()).any(|purpose| purpose.contains("prefetch"))
}

fn is_robot(headers: &HeaderMap) -> bool {
    let Some(agent) = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()) else { return false };
    let agent = agent.to_ascii_lowercase();
    ROBOTS.iter().any(|word| agent.contains(word)) && !PEOPLE.iter().any(|word| agent.contains(word))
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;
    use domain::ThemeId;
    use uuid::Uuid;

    use super::*;

    fn theme(number: u128) -> DemandKey {
        DemandKey { theme: Some(ThemeId::from_uuid(Uuid::from_u128(number))), ..DemandKey::default() }
    }

    fn client(number: u8) -> Client {
        Client::new([198, 51, 100, number].into())
    }

    fn counter() -> (DemandCounter, Instant) {
        let now = Instant::now();
        (DemandCounter::new(&Demand::default(), now), now)
    }

    #[test]
    fn a_clients_same_question_counts_once_an_hour() {
        let (counter, now) = counter();
        let ask = |client, keys: &[DemandKey], now| counter.count_of_client(client, keys, now);
        assert_eq!(ask(client(1), &[theme(1)], now), CountOutcome::Counted);
        for _ in 0..1_000 {
            assert_eq!(ask(client(1), &[theme(1)], now), CountOutcome::Repeated);
        }
        assert_eq!(ask(client(2), &[theme(1)], now), CountOutcome::Counted);
        assert_eq!(ask(client(1), &[theme(1), theme(2)], now), CountOutcome::Counted);
        assert_eq!(ask(client(1), &[theme(1)], now + HOUR), CountOutcome::Counted);
        let sums = counter.sums();
        assert_eq!((sums[&theme(1)], sums[&theme(2)]), (3, 1));
    }

    #[test]
    fn a_client_that_goes_through_everything_counts_for_a_few_questions() {
        let (counter, now) = counter();
        let verdicts = (0..1_000).map(|number| counter.count_of_client(client(1), &[theme(number)], now));
        let counted = verdicts.filter(|verdict| *verdict == CountOutcome::Counted).count();
        assert_eq!(counted, PER_CLIENT as usize);
        assert_eq!(counter.sums().len(), PER_CLIENT as usize);
    }

    #[test]
    fn memory_stays_bounded() {
        let (counter, now) = counter();
        for number in 0..MAX_SUMS as u128 + 100 {
            let [first, second] = ((number / 30) as u16).to_be_bytes();
            counter.count_of_client(Client::new([10, 0, first, second].into()), &[theme(number)], now);
        }
        assert_eq!(counter.sums().len(), MAX_SUMS);
    }

    #[test]
    fn robots_and_what_is_fetched_ahead_are_nobody() {
        let is_person = |method: Method, lines: &[(&'static str, &'static str)]| {
            let headers =
                lines.iter().map(|(name, value)| (name.parse().expect("a name"), HeaderValue::from_static(value)));
            is_asked_by_person(&method, &headers.collect())
        };
        let firefox = ("user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        assert!(
            is_person(Method::GET, &[firefox]) && is_person(Method::POST, &[firefox]) && is_person(Method::GET, &[])
        );
        assert!(is_person(Method::GET, &[("user-agent", "Mozilla/5.0 (Linux; Android 13; CUBOT KINGKONG 9)")]));
        assert!(!is_person(Method::HEAD, &[firefox]));
        for robot in [
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2)",
            "Mozilla/5.0 (compatible; Yahoo! Slurp)",
            "facebookexternalhit/1.1",
            "Bytespider",
        ] {
            assert!(!is_person(Method::GET, &[("user-agent", robot)]), "{robot}");
        }
        for (name, value) in [("sec-purpose", "prefetch;prerender"), ("purpose", "prefetch"), ("x-moz", "prefetch")] {
            assert!(!is_person(Method::GET, &[firefox, (name, value)]), "{name}");
        }
    }
}
