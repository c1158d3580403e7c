//! Settings of counting what people ask for and nobody has.

use std::{
    num::{NonZeroU32, NonZeroU64},
    time::Duration,
};

use serde::Deserialize;

use super::nonzero::nonzero;

/// How unmet demand is counted.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Demand {
    /// Whether it is counted at all.
    pub count: bool,
    /// How many months that are over are kept.
    pub keep_months: NonZeroU32,
    /// How often the sums go from memory into the database, seconds.
    pub write_every_seconds: NonZeroU64,
}

impl Default for Demand {
    fn default() -> Self {
        Self { count: true, keep_months: nonzero!(24), write_every_seconds: nonzero!(60) }
    }
}

impl Demand {
    /// How often the sums go from memory into the database.
    pub const fn write_every(&self) -> Duration {
        Duration::from_secs(self.write_every_seconds.get())
    }
}
