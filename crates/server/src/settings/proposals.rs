//! Settings of what the public may hand in, and of the room it takes.

use std::num::{NonZeroU32, NonZeroU64};

use curation::commands::ProposalLimits;
use serde::Deserialize;

use super::nonzero::nonzero;

/// What is taken from who has no account.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Proposals {
    /// How many proposals an hour one client may hand in.
    pub per_client_per_hour: NonZeroU32,
    /// The same of the machine itself, where a proxy that `[http] trusted_proxies` does not name may stand for
    /// everybody.
    pub per_unnamed_proxy_per_hour: NonZeroU32,
    /// How many may wait for a review about one entry.
    pub open_per_entry: NonZeroU64,
    /// How many may wait for a review altogether.
    pub open: NonZeroU64,
}

impl Default for Proposals {
    fn default() -> Self {
        let ProposalLimits { open_per_entry, open } = ProposalLimits::default();
        Self { per_client_per_hour: nonzero!(10), per_unnamed_proxy_per_hour: nonzero!(60), open_per_entry, open }
    }
}

impl Proposals {
    /// How many may wait.
    pub const fn limits(&self) -> ProposalLimits {
        ProposalLimits { open_per_entry: self.open_per_entry, open: self.open }
    }
}

/// The disk of a SQLite file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Storage {
    /// With less than so many bytes free it is told, and nothing is taken from the public; 0 never tells. Where nothing
    /// is said 256 MiB, on a small disk its last tenth.
    pub least_free_bytes: Option<u64>,
}
