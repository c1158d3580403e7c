//! The binary `bruecke`: composition, routes, configuration, telemetry, command line.

pub mod demo;
