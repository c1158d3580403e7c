//! Programs that ask: GraphQL over HTTP and WebSocket.

pub mod graphql;
mod graphql_request;
pub mod subscriptions;
