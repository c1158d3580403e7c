//! What an uncached answer costs: the question of a network partner, over rotating filters, from
//! the request's text to the answer's bytes.

use std::{hint::black_box, sync::Arc};

use async_graphql::Variables;
use chrono::DateTime;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use directory::{
    Settings, Snapshot,
    testing::{NoArchive, World},
};
use graphql::{Engine, GraphqlRequest, Limits};

const QUESTION: &str = r"query Search($themes: [String!], $districts: [String!]) {
  organisations(filter: { themes: $themes, districts: $districts }, first: 20) {
    totalCount
    nodes {
      id slug name
      themes { slug label }
      districts { slug name }
      location { longitude latitude }
      cooperations(first: 5) { nodes { kind partner { slug name } } }
    }
  }
}";

/// Every theme with every district, as variables of one document and as documents of their own.
fn requests(snapshot: &Snapshot) -> (Vec<GraphqlRequest>, Vec<GraphqlRequest>) {
    let (mut with_variables, mut spelt_out) = (Vec::new(), Vec::new());
    for theme in snapshot.themes().map(|no| &snapshot.theme(no).data().slug) {
        for district in snapshot.districts().map(|no| &snapshot.district(no).data().slug) {
            let variables = serde_json::json!({"themes": [theme], "districts": [district]});
            let variables = Variables::from_json(variables);
            with_variables.push(GraphqlRequest { query: QUESTION.to_owned(), variables, ..GraphqlRequest::default() });
            let query = QUESTION
                .replace("($themes: [String!], $districts: [String!])", "")
                .replace("$themes", &format!("[\"{theme}\"]"))
                .replace("$districts", &format!("[\"{district}\"]"));
            spelt_out.push(GraphqlRequest { query, ..GraphqlRequest::default() });
        }
    }
    (with_variables, spelt_out)
}

fn answers(criterion: &mut Criterion) {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("runtime");
    for actors in [10_000, 100_000] {
        let facts = World::new(7, actors).into_facts();
        let snapshot = Arc::new(Snapshot::build(Settings::default(), facts).expect("snapshot"));
        let engine = Engine::new(Limits::default(), Arc::new(NoArchive));
        let (with_variables, spelt_out) = requests(&snapshot);
        let ask = |request: &GraphqlRequest| {
            runtime.block_on(engine.answer(Arc::clone(&snapshot), DateTime::UNIX_EPOCH, request))
        };
        let bytes: usize = with_variables.iter().map(|request| ask(request).body.len()).sum();
        let mut group = criterion.benchmark_group(format!("{actors} actors, {} bytes", bytes / with_variables.len()));
        group.throughput(Throughput::Elements(1));
        for (name, requests) in [("variables", &with_variables), ("documents of their own", &spelt_out)] {
            let mut rotating = requests.iter().cycle();
            group.bench_function(name, |bencher| {
                bencher.iter(|| rotating.next().map(|request| black_box(ask(request))));
            });
        }
        let fresh = Engine::new(Limits { document_cache_bytes: 0, ..Limits::default() }, Arc::new(NoArchive));
        let mut rotating = spelt_out.iter().cycle();
        group.bench_function("documents never seen before", |bencher| {
            bencher.iter(|| {
                let request = rotating.next().expect("the cycle never ends");
                black_box(runtime.block_on(fresh.answer(Arc::clone(&snapshot), DateTime::UNIX_EPOCH, request)))
            });
        });
        group.finish();
    }
}

criterion_group!(benches, answers);
criterion_main!(benches);
