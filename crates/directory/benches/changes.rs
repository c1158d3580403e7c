//! How long it takes to follow one edit, and to build a snapshot, at three sizes.

use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use directory::{Settings, Snapshot, testing::World};

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

fn follow_an_edit(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("follow");
    group.sample_size(20);
    for size in SIZES {
        let mut world = World::new(7, size);
        let mut snapshot = Snapshot::build(Settings::default(), world.facts()).expect("a snapshot");
        group.bench_function(BenchmarkId::new("an actor renamed, text included", size), |bencher| {
            bencher.iter_batched(
                || world.rename_an_actor(),
                |change| snapshot = snapshot.apply(&[change]).expect("a snapshot"),
                BatchSize::PerIteration,
            );
        });
        let mut snapshot = Snapshot::build(Settings::default(), world.facts()).expect("a snapshot");
        group.bench_function(BenchmarkId::new("an actor verified, no text", size), |bencher| {
            bencher.iter_batched(
                || world.verify_an_actor(),
                |change| snapshot = snapshot.apply(&[change]).expect("a snapshot"),
                BatchSize::PerIteration,
            );
        });
    }
    group.finish();
}

fn build(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("build");
    group.sample_size(10);
    for size in SIZES {
        let world = World::new(7, size);
        group.bench_function(BenchmarkId::new("everything", size), |bencher| {
            bencher.iter_batched(
                || world.facts(),
                |facts| Snapshot::build(Settings::default(), facts).expect("a snapshot"),
                BatchSize::PerIteration,
            );
        });
    }
    group.finish();
}

// The service's own allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

criterion_group!(benches, follow_an_edit, build);
criterion_main!(benches);
