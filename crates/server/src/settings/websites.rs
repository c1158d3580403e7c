//! Settings of looking whether the websites of actors answer.

use std::{
    num::{NonZeroU32, NonZeroU64, NonZeroUsize},
    time::Duration,
};

use serde::Deserialize;

use super::nonzero::nonzero;

/// How the websites of actors are looked at.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct WebsiteSettings {
    /// Whether they are looked at at all.
    pub check: bool,
    /// A website is looked at again after so many days.
    pub every_days: NonZeroU32,
    /// At most so many are looked at in an hour.
    pub per_hour: NonZeroUsize,
    /// At most so many at once.
    pub at_once: NonZeroUsize,
    /// Between two websites of the same host, seconds.
    pub pause_seconds: u64,
    /// The longest one answer may take, seconds.
    pub timeout_seconds: NonZeroU64,
    /// Whether websites may lie on this machine or in its own network.
    pub allow_private: bool,
}

impl Default for WebsiteSettings {
    fn default() -> Self {
        Self {
            check: false,
            every_days: nonzero!(30),
            per_hour: nonzero!(200),
            at_once: nonzero!(4),
            pause_seconds: 5,
            timeout_seconds: nonzero!(15),
            allow_private: false,
        }
    }
}

impl WebsiteSettings {
    /// Between two websites of the same host.
    pub const fn pause(&self) -> Duration {
        Duration::from_secs(self.pause_seconds)
    }
}
