//! One file per page.

mod activity;
pub(crate) mod cooperation;
pub(crate) mod coverage;
pub(crate) mod district;
pub(crate) mod embed;
pub(crate) mod embed_builder;
pub(crate) mod event;
pub(crate) mod events;
pub(crate) mod explorer;
pub(crate) mod map_picture;
pub(crate) mod offer;
pub(crate) mod offers;
pub(crate) mod profile;
pub(crate) mod project;
pub(crate) mod robots;
pub(crate) mod search;
pub(crate) mod sheet;
pub(crate) mod shortlist;
pub(crate) mod sitemap;
mod subject;
pub(crate) mod suggest_change;
pub(crate) mod texts;
pub(crate) mod theme;
pub(crate) mod trouble;
