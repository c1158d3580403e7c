//! A small directory, and the engine over it.

use std::sync::{Arc, LazyLock};

use chrono::{DateTime, Utc};
use directory::{
    Settings, Snapshot,
    testing::{NoArchive, World},
};
use graphql::{Engine, GraphqlRequest, Limits, Outcome};
use tokio::runtime::{Builder, Runtime};

/// A directory of forty actors with everything around them.
pub(crate) static SNAPSHOT: LazyLock<Arc<Snapshot>> = LazyLock::new(|| {
    Arc::new(Snapshot::build(Settings::default(), World::new(7, 40).into_facts()).expect("a world fits a snapshot"))
});

/// The engine, with the limits that everybody has.
pub(crate) static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new(Limits::default(), Arc::new(NoArchive)));

static RUNTIME: LazyLock<Runtime> =
    LazyLock::new(|| Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime starts"));

/// The time of every request.
pub(crate) fn request_time() -> DateTime<Utc> {
    "2026-01-12T10:00:00Z".parse().expect("a time")
}

/// Runs a future to its end.
pub(crate) fn block_on<F: Future>(future: F) -> F::Output {
    RUNTIME.block_on(future)
}

/// Answers a request of the public, and makes sure that the answer is one and no fault of ours.
pub(crate) fn answer_request(request: &GraphqlRequest) -> Outcome {
    let outcome = block_on(ENGINE.answer(Arc::clone(&SNAPSHOT), request_time(), request));
    let answer: serde_json::Value = serde_json::from_slice(&outcome.body).expect("answers are JSON");
    let errors = answer.get("errors").and_then(serde_json::Value::as_array);
    assert_eq!(errors.is_some_and(|errors| !errors.is_empty()), outcome.has_errors, "{answer}");
    assert_eq!(answer.get("data").is_some(), outcome.executed, "{answer}");
    for error in errors.into_iter().flatten() {
        let code = error["extensions"]["code"].as_str().expect("errors have a code");
        assert_ne!(code, "INTERNAL", "{answer}");
    }
    outcome
}
