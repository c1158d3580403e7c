//! What several pages are made of.

pub(crate) mod actions;
pub(crate) mod activities;
pub(crate) mod activity_cards;
pub(crate) mod browse;
pub(crate) mod cards;
pub(crate) mod funders;
pub(crate) mod hours;
pub(crate) mod icons;
pub(crate) mod layout;
pub(crate) mod localised;
pub(crate) mod markdown;
pub(crate) mod qr;
pub(crate) mod quick_exit;
pub(crate) mod searchbox;
pub(crate) mod shortlist;
pub(crate) mod typography;
