//! How many proposals one client may hand in without an account, and whether there is room for them.
//!
//! Counts stand in the memory of this node and are no record of who proposed: addresses are not kept
//! beside proposals. What waits altogether is counted in the store, see [`curation::commands::ProposalLimits`].

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use curation::commands::{ProposalLimitError, ProposalQuota};

use crate::{
    http::{client::Client, limiter::Limiter},
    settings::Proposals,
    tasks::disk_space::DiskSpace,
};

const HOUR: Duration = Duration::from_secs(3600);

/// The quotas of all clients.
#[derive(Debug)]
pub struct ProposalQuotas {
    clients: Limiter<Client>,
    /// The machine itself, where a proxy that nobody has named may stand for everybody.
    unnamed_proxy: Limiter<()>,
    disk: Arc<DiskSpace>,
}

impl ProposalQuotas {
    /// Quotas with these settings, over a disk.
    pub fn new(settings: &Proposals, disk: Arc<DiskSpace>, now: Instant) -> Self {
        Self {
            clients: Limiter::new(settings.per_client_per_hour.get(), HOUR, now),
            unnamed_proxy: Limiter::new(settings.per_unnamed_proxy_per_hour.get(), HOUR, now),
            disk,
        }
    }

    /// The quota of one client.
    pub fn of(&self, client: Client) -> ClientQuota<'_> {
        ClientQuota { quotas: self, client }
    }
}

/// The quota of one client.
#[derive(Debug)]
pub struct ClientQuota<'a> {
    quotas: &'a ProposalQuotas,
    client: Client,
}

impl ProposalQuota for ClientQuota<'_> {
    fn take(&self) -> Result<(), ProposalLimitError> {
        let refuse = |limit: &'static str, error| {
            metrics::counter!("bruecke_refused_total", "limit" => limit).increment(1);
            Err(error)
        };
        if self.quotas.disk.is_low() {
            return refuse("storage", ProposalLimitError::Storage);
        }
        let now = Instant::now();
        let (taken, allowed) = if self.client.is_local() {
            (self.quotas.unnamed_proxy.take((), now), self.quotas.unnamed_proxy.capacity())
        } else {
            (self.quotas.clients.take(self.client, now), self.quotas.clients.capacity())
        };
        taken.or_else(|wait| refuse("proposals", ProposalLimitError::Client { allowed, wait }))
    }

    fn give_back(&self) {
        if self.client.is_local() {
            self.quotas.unnamed_proxy.give_back(&());
        } else {
            self.quotas.clients.give_back(&self.client);
        }
    }
}
