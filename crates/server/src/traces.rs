//! Spans of requests, commands, transactions and background tasks for a collector that speaks OTLP over HTTP, where the
//! settings name one; without it there is none of this.
//!
//! A span holds what a log line may hold: the id of a request, the pattern of its route, names of tasks and commands.

use std::time::Duration;

use axum::http::{HeaderValue, Request, Response};
use bytes::Bytes;
use opentelemetry::{KeyValue, trace::TracerProvider as _};
use opentelemetry_http::HttpError;
use opentelemetry_otlp::{ExporterBuildError, SpanExporter, WithExportConfig, WithHttpConfig};
use opentelemetry_sdk::{
    Resource,
    trace::{SdkTracerProvider, Tracer},
};
use thiserror::Error;
use tokio::runtime::Handle;
use url::Url;

use crate::http_client::{AddressPolicy, HttpClient, HttpClientError, ResponseLimits};

/// How long a collector may take.
const TIMEOUT: Duration = Duration::from_secs(10);
/// As much of its answer is read, bytes.
const ANSWER_BYTES: usize = 64 * 1024;

/// Why no traces are sent.
#[derive(Debug, Error)]
pub enum TracesError {
    /// No requests can be made.
    #[error(transparent)]
    HttpClient(#[from] HttpClientError),
    /// The exporter cannot be set up.
    #[error("the exporter of traces cannot be set up")]
    Exporter(#[from] ExporterBuildError),
}

/// Sends spans until it is dropped, and then those that wait.
#[derive(Debug)]
pub struct Traces(SdkTracerProvider);

impl Traces {
    /// Sends to a collector's address for traces.
    ///
    /// # Errors
    /// [`TracesError`].
    pub fn start(collector: &Url) -> Result<Self, TracesError> {
        let agent = HeaderValue::from_static(concat!("bruecke/", env!("CARGO_PKG_VERSION")));
        let client = CollectorClient {
            outgoing: HttpClient::new(AddressPolicy::Everywhere, agent)?,
            runtime: Handle::current(),
        };
        let exporter = SpanExporter::builder().with_http().with_http_client(client);
        let exporter = exporter.with_endpoint(collector.as_str()).with_timeout(TIMEOUT).build()?;
        let service = [KeyValue::new("service.version", env!("CARGO_PKG_VERSION"))];
        let resource = Resource::builder_empty().with_service_name("bruecke").with_attributes(service).build();
        Ok(Self(SdkTracerProvider::builder().with_resource(resource).with_batch_exporter(exporter).build()))
    }

    /// What makes the spans.
    pub fn tracer(&self) -> Tracer {
        self.0.tracer("bruecke")
    }
}

impl Drop for Traces {
    fn drop(&mut self) {
        // Who collects them may be gone; that is no reason not to end.
        let _ = self.0.shutdown();
    }
}

/// The exporter works on a thread of its own; its requests are made where all others are.
#[derive(Debug)]
struct CollectorClient {
    outgoing: HttpClient,
    runtime: Handle,
}

impl opentelemetry_http::HttpClient for CollectorClient {
    fn send_bytes<'a, 'b>(
        &'a self,
        request: Request<Bytes>,
    ) -> std::pin::Pin<Box<dyn Future<Output = Result<Response<Bytes>, HttpError>> + Send + 'b>>
    where
        'a: 'b,
        Self: 'b,
    {
        let outgoing = self.outgoing.clone();
        let bounds = ResponseLimits { time: TIMEOUT, bytes: ANSWER_BYTES, cuts_off: true };
        let sending = self.runtime.spawn(async move { outgoing.send(request, bounds).await });
        Box::pin(async { Ok(sending.await??) })
    }
}
