//! What is spoken over HTTP, by who is served.
//!
//! - [`api`] programs that ask: GraphQL and subscriptions
//! - [`site`] people: pages, their forms and files, one's account and entries, what links of mails lead to
//! - [`data`] programs that read: files, feeds, tiles, and the tables of staff
//! - [`auth`] signing in; [`embed`] other sites
//! - [`router`] every route, [`middleware`] what surrounds them, [`state`] what they share
//! - [`fast_path`] the short way of GraphQL, tiles and files; [`cache`] what is kept of answers, [`conditional`] by what
//!   clients keep them
//! - [`connections`] what happens before a request is there; [`request_record`] and [`access_log`] what is logged of it

pub mod access_log;
pub mod api;
pub mod api_error;
pub mod auth;
pub mod authenticate;
pub mod body;
pub mod cache;
pub mod cached_response;
pub mod client;
pub mod conditional;
pub mod connections;
pub mod data;
pub mod embed;
pub mod fast_path;
pub mod headers;
pub mod health;
pub mod limiter;
pub mod middleware;
pub mod negotiation;
pub mod origin;
pub mod panic;
pub mod proposal_quota;
pub mod rate_limit;
pub mod request_metrics;
pub mod request_record;
pub mod router;
pub mod site;
pub mod state;
