//! How many may listen at once, in all and from one client.

use std::sync::Arc;

use axum::http::StatusCode;

use crate::{
    http::{
        api_error::ApiError,
        client::Client,
        connections::slots::{ClientSlots, SlotError, SlotGuard, SlotLimits},
    },
    settings::Http,
};

/// Connections of one client, where nothing is said.
const USUAL_PER_CLIENT: usize = 50;

/// The places of all who listen.
#[derive(Debug)]
pub struct SubscriberSlots(Arc<ClientSlots>);

impl SubscriberSlots {
    /// As many as the settings say.
    pub fn new(http: &Http) -> Self {
        let limits = SlotLimits::new(http.subscribers.get(), http.subscribers_per_client, USUAL_PER_CLIENT);
        Self(ClientSlots::new(limits, metrics::gauge!("bruecke_subscribers")))
    }

    /// Takes a place.
    ///
    /// # Errors
    /// 503 when all are taken, 429 when this client has its share.
    pub(super) fn take(&self, client: Client) -> Result<SlotGuard, ApiError> {
        self.0.take(Some(client)).map_err(|error| match error {
            SlotError::Total(all) => refuse(StatusCode::SERVICE_UNAVAILABLE, &format!("{all} may listen at once")),
            SlotError::PerClient(share) => {
                refuse(StatusCode::TOO_MANY_REQUESTS, &format!("one client may have {share} connections"))
            }
        })
    }
}

fn refuse(status: StatusCode, rule: &str) -> ApiError {
    metrics::counter!("bruecke_refused_total", "limit" => "subscribers").increment(1);
    ApiError::new(status, "LIMIT_SUBSCRIBERS", format!("{rule}; try again later, or ask for changes by POST"))
}
