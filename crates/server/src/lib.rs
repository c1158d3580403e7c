//! The binary `bruecke`: composition, routes, configuration, telemetry, command line.
//!
//! - [`cli`] what can be typed, [`commands`] what then happens, one file per command
//! - [`settings`] flags, environment, file, defaults; [`telemetry`] log lines and metrics, [`traces`] spans for a collector
//! - [`http`] the routes and what is spoken over them, [`wiring`] the commands they reach
//! - [`follower`] keeps the snapshot true, [`visible`] waits for it, [`archive`] the door to the past
//! - [`backups`] writes them and makes them in their time
//! - [`disk_space`] how much room is left; [`basemap`] what lies below the districts on maps
//! - [`openid`] and [`websites`] ask others and [`webhooks`] tells them, through [`outgoing`]
//! - [`erasure`] cleans the database's files of what was erased
//! - [`reminders`] sends what is due through [`mail`], [`outbox`] what happens gives reason for; [`paths`] are addresses of pages
//! - [`transfer`] import and export, [`importing`] import through GraphQL, [`demo`] the demo directory and the generator

pub mod account_links;
pub mod archive;
pub mod backups;
pub mod basemap;
pub mod cli;
pub mod commands;
pub mod compute;
pub mod demand;
pub mod demo;
pub mod disk_space;
pub mod erasure;
pub mod follower;
pub mod http;
pub mod importing;
pub mod mail;
pub mod openid;
pub mod outbox;
pub mod outgoing;
pub mod paths;
mod plural;
pub mod process_limits;
pub mod readiness;
pub mod reminders;
pub mod settings;
pub mod site_display;
pub mod synonym_follower;
pub mod telemetry;
pub mod traces;
pub mod transfer;
pub mod visible;
pub mod webhooks;
pub mod websites;
pub mod wiring;
