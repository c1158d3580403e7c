//! What is spoken over HTTP.

pub mod auth;
pub mod basemap;
pub mod body;
pub mod cache;
pub mod client;
pub mod connections;
pub mod door;
pub mod embedding;
pub mod exports;
pub mod feeds;
pub mod graphql;
pub mod health;
pub mod lightly;
pub mod limit;
pub mod negotiation;
pub mod reads;
pub mod refusal;
pub mod reminders;
pub mod request;
pub mod requester;
pub mod slots;
pub mod subscriptions;
pub mod suggestions;
pub mod tiles;
pub mod validators;
pub mod web;
