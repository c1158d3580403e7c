//! What every request shares.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use curation::{Curation, accounts::Accounts};
use directory::Live;
use graphql::Engine;
use store::Store;
use tokio::sync::watch;

use super::{
    api::subscriptions::slots::SubscriberSlots,
    auth::{password_link_quota::PasswordLinkQuota, sign_in_throttle::SignInThrottle},
    cache::AnswerCache,
    client::Proxies,
    origin::PublicOrigin,
    proposal_quota::ProposalQuotas,
    rate_limit::RateLimit,
};
use crate::{
    basemap::Basemap,
    compute::ComputePool,
    openid::OpenId,
    readiness::Readiness,
    settings::Http,
    site_display::SiteDisplay,
    tasks::{demand::DemandCounter, disk_space::DiskSpace},
};

/// What every request shares.
pub struct AppState {
    /// The newest snapshot.
    pub live: Arc<Live>,
    /// The place in the change log up to which changes are visible in it.
    pub followed: watch::Receiver<u64>,
    /// Answers GraphQL.
    pub engine: Arc<Engine>,
    /// The system of record; only what the read model does not know is looked up here.
    pub store: Store,
    /// Whether this node should be asked.
    pub readiness: Arc<Readiness>,
    /// The commands of entries that are reached without GraphQL.
    pub curation: Curation,
    /// Who may sign in.
    pub accounts: Accounts,
    /// The service through which people may sign in, where there is one.
    pub openid: Option<Box<OpenId>>,
    /// Who counts as one client.
    pub proxies: Proxies,
    /// How much one client may ask.
    pub rate_limit: RateLimit,
    /// Where browsers reach this service, and from which origins they may use a session.
    pub origin: PublicOrigin,
    /// How often signing in may fail.
    pub sign_ins: SignInThrottle,
    /// How much clients may propose without an account.
    pub proposals: ProposalQuotas,
    /// How many links for a forgotten password are sent.
    pub password_links: PasswordLinkQuota,
    /// Counts what people ask for and nobody has.
    pub demand: Arc<DemandCounter>,
    /// The disk of the database.
    pub disk: Arc<DiskSpace>,
    /// Answers that are asked again.
    pub answers: AnswerCache,
    /// Pages that are asked for again.
    pub pages: AnswerCache,
    /// Answers to programs that are asked for again.
    pub reads: AnswerCache,
    /// What the operator says on the pages.
    pub site: Arc<SiteDisplay>,
    /// What lies below the districts on maps, where the operator wants anything there.
    pub basemap: Option<Basemap>,
    /// How many may listen for changes.
    pub subscribers: SubscriberSlots,
    /// Limits on requests.
    pub limits: Http,
    /// Where what takes long is computed.
    pub compute: Arc<ComputePool>,
    /// What time it is.
    pub clock: fn() -> DateTime<Utc>,
}
