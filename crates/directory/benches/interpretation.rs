//! Questions in words to directories of 10,000 actors: `cargo bench -p directory --bench interpretation`.

use criterion::{Criterion, criterion_group, criterion_main};
use directory::{Settings, Snapshot, testing::World};

const QUESTIONS: [(&str, &str, &str); 6] = [
    ("theme, language, district", "de", "Elternarbeit auf Rumänisch in Wanne"),
    ("a problem in a sentence", "de", "ich kann meine Miete nicht mehr zahlen"),
    ("misspelt", "de", "Deutschkurz für Frauen am Samstagnachmitag"),
    ("Arabic", "ar", "من يتكلم عربي يوم السبت"),
    ("a name", "de", "Brückenverein Wanne"),
    (
        "the longest",
        "en",
        "looking for a free place with wheelchair access where somebody speaks Turkish, Arabic, Kurdish \
      or Russian and helps with letters from the job centre on Friday evening or at weekends near Herne station",
    ),
];

fn interpret(criterion: &mut Criterion) {
    let snapshot = Snapshot::build(Settings::default(), World::new(1, 10_000).facts()).expect("a snapshot");
    let now = "2026-01-12T08:30:00Z".parse().expect("a time");
    let mut group = criterion.benchmark_group("interpret");
    for (name, language, text) in QUESTIONS {
        group.bench_function(name, |bencher| {
            bencher.iter(|| snapshot.interpret(text, Some(language), now).expect("an interpretation"));
        });
    }
    group.finish();
}

// The service's own allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

criterion_group!(benches, interpret);
criterion_main!(benches);
