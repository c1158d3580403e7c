//! Settings of log lines and traces.

use serde::Deserialize;
use url::Url;

use super::address::web_address;

/// Log lines.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Log {
    /// How lines look.
    #[serde(default)]
    pub format: LogFormat,
    /// Which lines: a level or a filter such as `info,store=debug`.
    pub level: Option<String>,
    /// Whether there is a line for each request.
    #[serde(default)]
    pub access: bool,
}

/// Traces.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TracesSettings {
    /// Where a collector takes traces by OTLP over HTTP, such as `http://localhost:4318/v1/traces`.
    #[serde(default, deserialize_with = "web_address")]
    pub otlp_url: Option<Url>,
}

/// How log lines look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// Readable on a terminal, JSON otherwise.
    #[default]
    Auto,
    /// Readable.
    Text,
    /// One JSON object per line.
    Json,
}
