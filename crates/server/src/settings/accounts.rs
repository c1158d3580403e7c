//! Settings of accounts, and of who counts as the same client and as the same site.

use std::{net::IpAddr, num::NonZeroU32};

use axum::http::HeaderValue;
use ipnet::IpNet;
use serde::{Deserialize, Deserializer, de::Error};
use url::Url;

use super::nonzero::nonzero;

/// How accounts are handled.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AccountSettings {
    /// A session ends when it was not used for so long, seconds.
    #[serde(deserialize_with = "seconds")]
    pub session_idle_seconds: u64,
    /// A session ends after so long whatever happens, seconds.
    #[serde(deserialize_with = "seconds")]
    pub session_seconds: u64,
    /// Whether administrators can do nothing before they have given a second factor.
    pub admins_need_second_factor: bool,
    /// How often signing in to one account from one client, or from a browser in which it was signed in to before, may
    /// fail in 15 minutes.
    pub failures_per_account: NonZeroU32,
    /// How often signing in to one account may fail in an hour from all browsers together in which it was never signed
    /// in to.
    pub failures_per_account_per_hour: NonZeroU32,
    /// How often signing in from one client may fail in 15 minutes.
    pub failures_per_client: NonZeroU32,
}

impl Default for AccountSettings {
    fn default() -> Self {
        Self {
            session_idle_seconds: 2 * 3600,
            session_seconds: 12 * 3600,
            admins_need_second_factor: false,
            failures_per_account: nonzero!(10),
            failures_per_account_per_hour: nonzero!(100),
            failures_per_client: nonzero!(50),
        }
    }
}

/// Reads the length of a session: a second to a year.
fn seconds<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    let seconds = u64::deserialize(deserializer)?;
    if (1..=365 * 86_400).contains(&seconds) {
        return Ok(seconds);
    }
    Err(D::Error::custom(format!("{seconds} seconds are no session: allowed are 1 to 31536000, which is a year")))
}

/// The header in which a trusted proxy tells whom it speaks for. Only one is looked at: a proxy that
/// writes one passes the other on as a stranger sent it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum ClientHeader {
    /// `X-Forwarded-For`, which most proxies write.
    #[default]
    #[serde(rename = "x-forwarded-for")]
    XForwardedFor,
    /// `Forwarded` (RFC 7239).
    #[serde(rename = "forwarded")]
    Forwarded,
}

/// How many requests a minute one client may make.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RequestsPerMinute {
    /// Nothing was said: generous, and none for the machine itself, where a proxy that nobody has
    /// named may stand for everybody.
    #[default]
    Unsaid,
    /// As many as said, for every client.
    AtMost(NonZeroU32),
    /// As many as they like.
    Unlimited,
}

impl RequestsPerMinute {
    /// What is allowed where nothing was said: far above people and well-meant programs.
    pub const GENEROUS: NonZeroU32 = nonzero!(6000);
}

impl<'de> Deserialize<'de> for RequestsPerMinute {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum RateValue {
            Number(i64),
            Switch(bool),
        }
        let refuse = || D::Error::custom("allowed are a number from 1 on, or false for no limit");
        match RateValue::deserialize(deserializer).map_err(|_| refuse())? {
            RateValue::Switch(false) => Ok(Self::Unlimited),
            RateValue::Switch(true) => Err(refuse()),
            RateValue::Number(number) => {
                u32::try_from(number).ok().and_then(NonZeroU32::new).map(Self::AtMost).ok_or_else(refuse)
            }
        }
    }
}

/// Reads networks such as `10.0.0.0/8`; an address alone is a network of one.
pub(super) fn networks<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<IpNet>, D::Error> {
    Vec::<String>::deserialize(deserializer)?
        .into_iter()
        .map(|text| {
            let network = text.parse::<IpNet>().ok().or_else(|| text.parse::<IpAddr>().ok().map(IpNet::from));
            network.ok_or_else(|| {
                D::Error::custom(format!(
                    "{text:?} is not a network: allowed are addresses and networks such as \"127.0.0.1\", \"10.0.0.0/8\" or \"fd00::/8\""
                ))
            })
        })
        .collect()
}

/// Reads the origin of this service, as browsers send it.
pub(super) fn origin<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<HeaderValue>, D::Error> {
    one_origin(&String::deserialize(deserializer)?).map(Some).map_err(D::Error::custom)
}

/// Reads origins, as browsers send them.
pub(super) fn origins<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<HeaderValue>, D::Error> {
    let texts = Vec::<String>::deserialize(deserializer)?;
    texts.iter().map(|text| one_origin(text).map_err(D::Error::custom)).collect()
}

pub(super) fn one_origin(text: &str) -> Result<HeaderValue, String> {
    let is_sent = |url: Url| matches!(url.scheme(), "https" | "http") && url.origin().ascii_serialization() == text;
    // Hosts of other letters than these would say something else in a policy.
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-.:/[]".contains(c);
    let is_origin = text.chars().all(is_plain) && Url::parse(text).is_ok_and(is_sent);
    match is_origin.then(|| HeaderValue::from_str(text)).and_then(Result::ok) {
        Some(origin) => Ok(origin),
        None => Err(format!(
            "{text:?} is not an origin: allowed is scheme and host as browsers send them, such as \"https://netzwerk.example.org\""
        )),
    }
}

#[cfg(test)]
mod tests {
    use crate::settings::File;

    use super::*;

    fn http(text: &str) -> Result<crate::settings::Http, String> {
        toml::from_str::<File>(&format!("[http]\n{text}\n")).map(|file| file.http).map_err(|error| error.to_string())
    }

    #[test]
    fn a_number_of_requests_is_one_or_more_or_switched_off() {
        let read = |text: &str| http(text).map(|http| http.requests_per_minute);
        assert_eq!(read(""), Ok(RequestsPerMinute::Unsaid));
        assert_eq!(read("requests_per_minute = false"), Ok(RequestsPerMinute::Unlimited));
        assert_eq!(read("requests_per_minute = 7").ok(), NonZeroU32::new(7).map(RequestsPerMinute::AtMost));
        for wrong in ["0", "-1", "true", "\"many\""] {
            let refusal = read(&format!("requests_per_minute = {wrong}")).expect_err(wrong);
            assert!(refusal.contains("line 2") && refusal.contains("false"), "{refusal}");
        }
    }

    #[test]
    fn a_session_lasts_a_second_to_a_year() {
        let read = |text: &str| toml::from_str::<File>(&format!("[accounts]\n{text}\n"));
        assert_eq!(read("session_seconds = 60").expect("settings").accounts.session_seconds, 60);
        for wrong in ["session_seconds = 0", "session_idle_seconds = 31536001"] {
            let refusal = read(wrong).expect_err(wrong).to_string();
            assert!(refusal.contains("line 2") && refusal.contains("31536000"), "{refusal}");
        }
    }

    #[test]
    fn networks_and_origins_are_told_by_example() {
        let read = http("trusted_proxies = [\"127.0.0.1\", \"10.0.0.0/8\"]\norigin = \"https://herne.example.org\"");
        assert_eq!(read.map(|http| (http.trusted_proxies.len(), http.origin.is_some())), Ok((2, true)));
        let refusal = http("trusted_proxies = [\"10.0.0\"]").expect_err("no network");
        assert!(refusal.contains("line 2") && refusal.contains("10.0.0.0/8"), "{refusal}");
        for wrong in [
            "herne.example.org",
            "https://herne.example.org/",
            "https://Herne.example.org",
            "https://herne.example.org:443",
            "https://herne.example.org:port",
            "https://*.example.org",
            "https://",
        ] {
            let refusal = http(&format!("origin = \"{wrong}\"")).expect_err(wrong);
            assert!(refusal.contains("https://netzwerk.example.org"), "{refusal}");
        }
    }
}
