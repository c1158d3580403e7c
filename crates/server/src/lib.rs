//! The binary `bruecke`: composition, routes, configuration, telemetry, command line.
//!
//! - [`cli`] what can be typed, [`commands`] what then happens, one file per command
//! - [`settings`] flags, environment, file, defaults; [`telemetry`] log lines and metrics, [`traces`] spans for a collector
//! - [`http`] the routes and what is spoken over them, [`wiring`] the commands they reach
//! - [`follower`] keeps the snapshot true, [`visible`] waits for it, [`archive`] the door to the past
//! - [`tasks`] what is done beside answering: reminders, mail, webhooks, looks at websites, backups
//! - [`mail`] what is sent, [`paths`] addresses of pages, [`basemap`] what lies below the districts on maps
//! - [`openid`] signs people in through another service; who asks others does so through [`http_client`]
//! - [`transfer`] import and export, [`importing`] import through GraphQL, [`demo`] the demo directory and the generator

pub mod archive;
pub mod basemap;
pub mod cli;
pub mod commands;
pub mod compute;
pub mod demo;
pub mod environment;
pub mod follower;
pub mod http;
pub mod http_client;
pub mod importing;
pub mod mail;
pub mod openid;
pub mod paths;
mod plural;
pub mod process_limits;
pub mod readiness;
pub mod settings;
pub mod site_display;
pub mod synonym_follower;
pub mod tasks;
pub mod telemetry;
pub mod traces;
pub mod transfer;
pub mod visible;
pub mod wiring;
