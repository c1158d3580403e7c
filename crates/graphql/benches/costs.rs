//! What dear fields cost, beside what they are priced at: a table for `docs/performance.md`.
//!
//! `cargo bench -p graphql --bench costs -- 10000`; the number is how many actors there are.

#![expect(clippy::print_stdout, reason = "the table is what this is for")]

use std::{
    hint::black_box,
    sync::Arc,
    time::{Duration, Instant},
};

use chrono::DateTime;
use directory::{
    Settings, Snapshot,
    testing::{NoArchive, World},
};
use graphql::{Asker, Engine, GraphqlRequest, Limits};

/// A question with its name in the table. Words are of the test world's vocabulary or near it.
const QUESTIONS: &[(&str, &str)] = &[
    (
        "a page of 100, seven values each",
        "{ actors(first: 100) { nodes { id slug name kind summary verifiedOn updatedAt } } }",
    ),
    (
        "filter by theme and district",
        "{ actors(filter: {fieldsOfAction: [\"opening\"], languages: [\"tr\"]}, first: 1) { totalCount } }",
    ),
    ("a word", "{ actors(filter: {text: \"verein\"}, first: 1) { totalCount } }"),
    (
        "ten long words with typos",
        "{ actors(filter: {text: \"vereinigung kulturzentrum begegnung nachbarschaft beratungsstelle jugendtreff sprachkurse frauengruppe integrationsarbeit willkommen\"}, first: 1) { totalCount } }",
    ),
    (
        "near, half way round the earth",
        "{ actors(filter: {near: {longitude: 7.2, latitude: 51.5, radiusMetres: 20000000}}, orderBy: DISTANCE, first: 1) { totalCount } }",
    ),
    (
        "within, the whole earth",
        "{ actors(filter: {within: {west: -180, south: -90, east: 180, north: 90}}, first: 1) { totalCount } }",
    ),
    (
        "within a polygon of eight corners",
        "{ actors(filter: {withinPolygon: [{longitude: -179, latitude: -80}, {longitude: 0, latitude: -89}, {longitude: 179, latitude: -80}, {longitude: 100, latitude: 0}, {longitude: 179, latitude: 80}, {longitude: 0, latitude: 89}, {longitude: -179, latitude: 80}, {longitude: -100, latitude: 0}]}, first: 1) { totalCount } }",
    ),
    ("openAt", "{ actors(filter: {openAt: \"2026-03-03T10:00:00Z\"}, first: 1) { totalCount } }"),
    (
        "facets",
        "{ actors(first: 1) { facets { themes { count } districts { count } kinds { count } languages { count } } } }",
    ),
    ("events", "{ events(filter: {from: \"2026-03-03T10:00:00Z\"}, first: 1) { totalCount } }"),
    ("events far ahead", "{ events(filter: {from: \"2190-03-03T10:00:00Z\"}, first: 1) { totalCount } }"),
    ("nextStart, a hundred", "{ events(first: 100) { nodes { nextStart(from: \"2190-01-01T00:00:00Z\") } } }"),
    ("dates, a hundred", "{ events(first: 100) { nodes { dates(first: 100) { start } } } }"),
    ("offers with a word", "{ offers(filter: {text: \"beratung\"}, first: 1) { totalCount } }"),
    ("suggest, three letters", "{ suggest(text: \"ver\") { __typename } }"),
    ("suggest, a question", "{ suggest(text: \"Frauen auf ara\") { __typename } }"),
    ("suggest, a word", "{ suggest(text: \"begegnung\") { __typename } }"),
    (
        "suggest, ten words",
        "{ suggest(text: \"vereinigung kulturzentrum begegnung nachbarschaft beratungsstelle jugendtreff sprachkurse frauengruppe integrationsarbeit willkommen\") { __typename } }",
    ),
    (
        "interpret, a question",
        "{ interpret(text: \"wer hilft auf Arabisch bei der Wohnungssuche in Wanne\") { words } }",
    ),
    (
        "interpret, words that nobody knows",
        "{ interpret(text: \"vereinigungg kulturzentrumm begegnungg nachbarschaftt beratungsstellee jugendtrefff sprachkursee frauengruppee integrationsarbeitt willkommenn\") { words } }",
    ),
    (
        "offers with ten words",
        "{ offers(filter: {text: \"vereinigung kulturzentrum begegnung nachbarschaft beratungsstelle jugendtreff sprachkurse frauengruppe integrationsarbeit willkommen\"}, first: 1) { totalCount } }",
    ),
    ("coverage", "{ coverage { counts } }"),
    ("districtAt", "{ districtAt(longitude: 7.2, latitude: 51.5) { slug } }"),
];

/// The questions of the list, and those about two actors of the directory.
fn questions(snapshot: &Arc<Snapshot>, engine: &Engine, runtime: &tokio::runtime::Runtime) -> Vec<(String, String)> {
    let mut questions: Vec<_> =
        QUESTIONS.iter().map(|(name, query)| ((*name).to_owned(), (*query).to_owned())).collect();
    let query = "{ first: actors(first: 1) { nodes { id } } last: actors(last: 1) { nodes { id } } }".to_owned();
    let request = GraphqlRequest { query, ..GraphqlRequest::default() };
    let answer = runtime.block_on(engine.answer(Arc::clone(snapshot), DateTime::UNIX_EPOCH, &request));
    let answer: serde_json::Value = serde_json::from_slice(&answer.body).expect("JSON");
    let id = |key: &str| answer["data"][key]["nodes"][0]["id"].as_str().expect("an id").to_owned();
    let (from, to) = (id("first"), id("last"));
    questions.push((
        "cooperationPath".to_owned(),
        format!("{{ cooperationPath(from: \"{from}\", to: \"{to}\") {{ length }} }}"),
    ));
    questions.push((
        "suggestedPartners, a hundred".to_owned(),
        "{ actors(first: 100) { nodes { suggestedPartners(first: 1) { score } } } }".to_owned(),
    ));
    questions
}

fn main() {
    let actors = std::env::args().filter_map(|argument| argument.parse().ok()).next().unwrap_or(10_000);
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("runtime");
    let snapshot =
        Arc::new(Snapshot::build(Settings::default(), World::new(7, actors).into_facts()).expect("snapshot"));
    let limits = Limits { complexity: u64::MAX, time_ms: 60_000, ..Limits::default() };
    let engine = Engine::new(limits, Arc::new(NoArchive));
    println!("| {actors} actors | complexity | median µs | µs for each 1,000 |\n|---|---|---|---|");
    for (name, query) in questions(&snapshot, &engine, &runtime) {
        let request = GraphqlRequest { query, ..GraphqlRequest::default() };
        let prepared = runtime.block_on(engine.prepare(&request));
        let prepared = prepared.unwrap_or_else(|refused| panic!("{name}: {}", String::from_utf8_lossy(&refused.body)));
        let ask =
            || runtime.block_on(engine.execute(Arc::clone(&snapshot), DateTime::UNIX_EPOCH, &prepared, Asker::PUBLIC));
        let outcome = ask();
        assert!(!outcome.has_errors, "{name}: {}", String::from_utf8_lossy(&outcome.body));
        let mut times = Vec::new();
        let begin = Instant::now();
        while times.len() < 5 || (begin.elapsed() < Duration::from_millis(500) && times.len() < 500) {
            let start = Instant::now();
            black_box(ask());
            times.push(start.elapsed());
        }
        times.sort_unstable();
        let median = times[times.len() / 2].as_secs_f64() * 1e6;
        let complexity = prepared.complexity();
        println!("| {name} | {complexity} | {median:.0} | {:.0} |", median * 1000.0 / complexity as f64);
    }
}
