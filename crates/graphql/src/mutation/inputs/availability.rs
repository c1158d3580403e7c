//! The input about whether an offer takes people on.

use async_graphql::{ID, InputObject};

use crate::{enums::Availability, scalars::Day};

/// Whether an offer takes people on.
#[derive(InputObject)]
pub(crate) struct SetAvailabilityInput {
    /// The global id of the offer.
    pub(crate) id: ID,
    /// The version that was read; where somebody has said something else of this meanwhile, that is a conflict.
    pub(crate) expected_version: u32,
    /// Whether it does; null takes away what was said.
    pub(crate) availability: Option<Availability>,
    /// How many places are free, 1 to 999; only where places are free.
    pub(crate) free_places: Option<u32>,
    /// The last day on which it holds, from today to six months ahead; four weeks from today where nothing is said.
    pub(crate) until: Option<Day>,
    /// What for; only staff read it.
    pub(crate) note: Option<String>,
}
