//! Log lines and metrics. Neither ever carries personal data or what somebody asked.

use std::io::IsTerminal;

use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};
use thiserror::Error;
use tracing_subscriber::{EnvFilter, filter::ParseError, fmt, layer::SubscriberExt, util::SubscriberInitExt};

use crate::{
    http::{
        access_log::{AccessLog, AccessLogFormat},
        request_metrics,
    },
    settings::{Log, LogFormat, TracesSettings},
    traces::{Traces, TracesError},
};

/// Why telemetry could not start.
#[derive(Debug, Error)]
pub enum TelemetryError {
    /// The filter cannot be read.
    #[error(
        "the log filter {filter:?} cannot be read: allowed are a level (error, warn, info, debug, trace) or pairs such as info,store=debug"
    )]
    Filter {
        /// As given.
        filter: String,
        /// Why.
        #[source]
        source: ParseError,
    },
    /// Traces could not start.
    #[error("no traces can be sent")]
    Traces(#[from] TracesError),
    /// The thread of the access log could not start.
    #[error("the access log could not be started")]
    AccessLog(#[source] std::io::Error),
    /// The metrics recorder could not be installed.
    #[error("the metrics recorder could not be installed")]
    Metrics(#[source] BuildError),
}

/// Seconds, from fast cached answers to the time limit.
const DURATIONS: &[f64] = &[0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0];

/// Starts log lines on standard error, and traces to a collector where one is named: as long as what is given back is
/// there.
///
/// # Errors
/// [`TelemetryError::Filter`] when the filter cannot be read, [`TelemetryError::Traces`] when traces cannot be sent.
pub fn start_log(log: &Log, traces: &TracesSettings) -> Result<Option<Traces>, TelemetryError> {
    let filter = log.level.as_deref().unwrap_or("info");
    let directives = format!("{filter},sqlx=warn,sea_orm_migration=warn");
    let env = EnvFilter::try_new(&directives)
        .map_err(|source| TelemetryError::Filter { filter: filter.to_owned(), source })?;
    let traces = traces.otlp_url.as_ref().map(Traces::start).transpose()?;
    let spans = traces.as_ref().map(|traces| tracing_opentelemetry::layer().with_tracer(traces.tracer()));
    let registry = tracing_subscriber::registry().with(env).with(spans);
    // A second start in the same process (tests) keeps the first one.
    let _ = if is_json(log) {
        let lines = fmt::layer().json().flatten_event(true).with_current_span(false);
        registry.with(lines.with_writer(std::io::stderr)).try_init()
    } else {
        let ansi = std::io::stderr().is_terminal();
        registry.with(fmt::layer().with_target(false).with_ansi(ansi).with_writer(std::io::stderr)).try_init()
    };
    Ok(traces)
}

/// Starts the access log on standard error, where the settings ask for it.
///
/// # Errors
/// [`TelemetryError::AccessLog`].
pub fn start_access_log(log: &Log) -> Result<Option<AccessLog>, TelemetryError> {
    let format = if is_json(log) { AccessLogFormat::Json } else { AccessLogFormat::Text };
    log.access.then(|| AccessLog::start(format)).transpose().map_err(TelemetryError::AccessLog)
}

fn is_json(log: &Log) -> bool {
    match log.format {
        LogFormat::Auto => !std::io::stderr().is_terminal(),
        LogFormat::Text => false,
        LogFormat::Json => true,
    }
}

/// Starts collecting metrics; the handle renders them for Prometheus.
///
/// # Errors
/// [`TelemetryError::Metrics`] when the recorder cannot be installed.
pub fn start_metrics() -> Result<PrometheusHandle, TelemetryError> {
    let handle = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), DURATIONS)
        .map_err(TelemetryError::Metrics)?
        .install_recorder()
        .map_err(TelemetryError::Metrics)?;
    register();
    Ok(handle)
}

/// Makes every series, at 0: what has not happened yet is told as well, and the first time is a step
/// that an alert sees.
fn register() {
    request_metrics::register();
    for outcome in ["answered", "errors", "refused"] {
        let _ = metrics::histogram!("bruecke_graphql_seconds", "outcome" => outcome);
    }
    for name in ["bruecke_tile_seconds", "bruecke_apply_seconds"] {
        let _ = metrics::histogram!(name);
    }
    for limit in ["requests", "sign-in", "subscribers"] {
        metrics::counter!("bruecke_refused_total", "limit" => limit).increment(0);
    }
    for name in ["bruecke_compute_refused_total", "bruecke_accept_errors_total"] {
        metrics::counter!(name).increment(0);
    }
    for outcome in SIGN_INS {
        count_sign_in(outcome, 0);
    }
    for outcome in UNMET_QUESTIONS {
        count_unmet_question(outcome, 0);
    }
    for outcome in MAILS {
        count_mail(outcome, 0);
    }
    for name in ["bruecke_subscribers", "bruecke_directory_version", "bruecke_log_lag", "bruecke_ready"] {
        metrics::gauge!(name).set(0.0);
    }
}

/// How signing in can end.
const SIGN_INS: [&str; 4] = ["signed-in", "refused", "code-needed", "code-wrong"];
/// What can become of a question without result.
const UNMET_QUESTIONS: [&str; 4] = ["counted", "repeated", "robot", "too-many"];
/// What can become of a mail.
const MAILS: [&str; 4] = ["taken", "refused", "not-taken", "unknown"];

/// Counts ends of signing in, by password or through another service.
pub fn count_sign_in(outcome: &'static str, times: u64) {
    debug_assert!(SIGN_INS.contains(&outcome), "{outcome} is not there from the start");
    metrics::counter!("bruecke_sign_ins_total", "outcome" => outcome).increment(times);
}

/// Counts questions without result that named a theme, a district or a language.
pub fn count_unmet_question(outcome: &'static str, times: u64) {
    debug_assert!(UNMET_QUESTIONS.contains(&outcome), "{outcome} is not there from the start");
    metrics::counter!("bruecke_unmet_questions_total", "outcome" => outcome).increment(times);
}

/// Counts mails by what became of them.
pub fn count_mail(outcome: &'static str, times: u64) {
    debug_assert!(MAILS.contains(&outcome), "{outcome} is not there from the start");
    metrics::counter!("bruecke_mails_total", "outcome" => outcome).increment(times);
}
