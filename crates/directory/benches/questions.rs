//! How long questions take, at three sizes: filter, text, places, page, facets, coverage.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use directory::{ActorFilter, ActorOrder, ActorQuestion, Near, Settings, Snapshot, Window, testing::World};

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

/// Every pair of a theme and a district, one after the other, so that no answer is the last one's.
fn rotating(snapshot: &Snapshot) -> impl Iterator<Item = ActorFilter> + use<> {
    let slug = |no| snapshot.theme(no).data().slug.to_string();
    let themes: Vec<String> = snapshot.themes().map(slug).collect();
    let slug = |no| snapshot.district(no).data().slug.to_string();
    let districts: Vec<String> = snapshot.districts().map(slug).collect();
    (0..).map(move |at: usize| ActorFilter {
        themes: vec![themes[at % themes.len()].clone()],
        districts: vec![districts[at / themes.len() % districts.len()].clone()],
        ..ActorFilter::default()
    })
}

fn asked(filter: ActorFilter, order: Option<ActorOrder>) -> ActorQuestion {
    ActorQuestion { filter, order, ..ActorQuestion::default() }
}

fn questions(criterion: &mut Criterion) {
    for size in SIZES {
        let snapshot = Snapshot::build(Settings::default(), World::new(7, size).into_facts()).expect("a snapshot");
        let mut group = criterion.benchmark_group("questions");
        let mut filters = rotating(&snapshot);
        let mut next = || filters.next().unwrap_or_default();
        group.bench_function(BenchmarkId::new("theme and district", size), |bencher| {
            bencher.iter(|| snapshot.actors(&asked(next(), None)).map(|page| page.total));
        });
        group.bench_function(BenchmarkId::new("everybody by name", size), |bencher| {
            let question = ActorQuestion::default();
            bencher.iter(|| snapshot.actors(black_box(&question)));
        });
        group.bench_function(BenchmarkId::new("page in the middle", size), |bencher| {
            let first = snapshot.actors(&ActorQuestion::default()).expect("a page");
            let after = first.edges.last().map(|(cursor, _)| cursor.clone());
            let window = Window { first: Some(20), after, ..Window::default() };
            let question = ActorQuestion { window, ..ActorQuestion::default() };
            bencher.iter(|| snapshot.actors(black_box(&question)));
        });
        group.bench_function(BenchmarkId::new("text with a typo", size), |bencher| {
            let filter = ActorFilter { text: Some("gesundhiet wan".to_owned()), ..ActorFilter::default() };
            let question = asked(filter, None);
            bencher.iter(|| snapshot.actors(black_box(&question)));
        });
        group.bench_function(BenchmarkId::new("nearest within two kilometres", size), |bencher| {
            let near = Near { longitude: 7.155, latitude: 51.537, radius_metres: 2_000.0 };
            let filter = ActorFilter { near: Some(near), ..ActorFilter::default() };
            let question = asked(filter, Some(ActorOrder::Distance));
            bencher.iter(|| snapshot.actors(black_box(&question)));
        });
        group.bench_function(BenchmarkId::new("open now", size), |bencher| {
            let at = "2026-05-12T14:00:00Z".parse().ok();
            let question = asked(ActorFilter { open_at: at, ..ActorFilter::default() }, None);
            bencher.iter(|| snapshot.actors(black_box(&question)));
        });
        group.bench_function(BenchmarkId::new("facets of theme and district", size), |bencher| {
            bencher.iter(|| snapshot.facets(None, &next()));
        });
        group.bench_function(BenchmarkId::new("coverage", size), |bencher| {
            let filter = ActorFilter::default();
            bencher.iter(|| snapshot.coverage(black_box(&filter)));
        });
        group.bench_function(BenchmarkId::new("suggest", size), |bencher| {
            bencher.iter(|| snapshot.suggest(black_box("kultur"), 8, "de"));
        });
        group.bench_function(BenchmarkId::new("suggested partners", size), |bencher| {
            let actor = snapshot.all_actors().next().expect("an actor");
            bencher.iter(|| snapshot.suggested_partners(black_box(actor), 5));
        });
        group.finish();
    }
}

// The service's own allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

criterion_group!(benches, questions);
criterion_main!(benches);
