//! How long texts take, at three sizes: a word, several, a typo, a whole name, a page further on, and what is
//! typed letter by letter.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use directory::{
    ActorFilter, ActorQuestion, OfferFilter, OfferQuestion, Settings, Snapshot, Window,
    testing::World,
    text::{DocumentPart, TextDocument, TextIndex, TextQuery},
};

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

fn text_question(text: &str) -> ActorQuestion {
    let filter = ActorFilter { text: Some(text.to_owned()), ..ActorFilter::default() };
    ActorQuestion { filter, ..ActorQuestion::default() }
}

fn texts(criterion: &mut Criterion) {
    for size in SIZES {
        let snapshot = Snapshot::build(Settings::default(), World::new(7, size).into_facts()).expect("a snapshot");
        let name = snapshot.all_actors().nth(size / 3).map(|no| snapshot.actor(no).data().name.clone());
        let name = name.unwrap_or_default();
        let mut group = criterion.benchmark_group("texts");
        for (title, text) in [
            ("a word that half have", "schule"),
            ("two words", "gesundheit wanne"),
            ("four words", "frauenverein schule kochen wanne"),
            ("two words with a typo", "gesundhiet wanne"),
            ("a word nobody has", "xylophon"),
            ("a name", &name),
            ("two letters", "ge"),
        ] {
            let question = text_question(text);
            group.bench_function(BenchmarkId::new(title, size), |bencher| {
                bencher.iter(|| snapshot.actors(black_box(&question)));
            });
        }
        group.bench_function(BenchmarkId::new("a page further on", size), |bencher| {
            let mut question = text_question("gesundheit wanne");
            for _ in 0..4 {
                let page = snapshot.actors(&question).expect("a page");
                let after = page.edges.last().map(|(cursor, _)| cursor.clone());
                question.window = Window { first: Some(100), after, ..Window::default() };
            }
            bencher.iter(|| snapshot.actors(black_box(&question)));
        });
        group.bench_function(BenchmarkId::new("reasons of a page", size), |bencher| {
            let page = snapshot.actors(&text_question("gesundheit wanne")).expect("a page");
            let actors: Vec<_> = page.edges.into_iter().map(|(_, no)| no).collect();
            bencher.iter(|| snapshot.match_reasons("gesundheit wanne", black_box(&actors)));
        });
        group.bench_function(BenchmarkId::new("offers with a word", size), |bencher| {
            let filter = OfferFilter { text: Some("deutschkurs".to_owned()), ..OfferFilter::default() };
            let question = OfferQuestion { filter, ..OfferQuestion::default() };
            bencher.iter(|| snapshot.offers(black_box(&question)));
        });
        for text in ["ku", "kultur", "gesundhiet wa", "Frauen auf ara", "Türkisch in W"] {
            group.bench_function(BenchmarkId::new(format!("suggest {text}"), size), |bencher| {
                bencher.iter(|| snapshot.suggest(black_box(text), 8, "de"));
            });
        }
        group.finish();
    }
}

/// Words as a language has them: many, and few of them most of any text (Zipf's law).
fn vocabulary(criterion: &mut Criterion) {
    const WORDS: u64 = 50_000;
    const DOCUMENTS: u32 = 100_000;
    let mut state = 7_u64;
    // A linear congruential generator (Knuth's MMIX).
    let mut random = move |limit: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % limit
    };
    let syllables =
        ["be", "ge", "ver", "kul", "tur", "schu", "le", "ra", "tung", "haus", "fest", "mi", "ten", "son", "wa"];
    let words: Vec<String> =
        (0..WORDS).map(|_| (0..2 + random(3)).map(|_| syllables[random(15) as usize]).collect::<String>()).collect();
    let mut text = |most: u64| -> String {
        let picked = (0..most).map(|_| {
            let (width, limit) = (1 << random(17), WORDS);
            words[random(limit.min(width)) as usize].as_str()
        });
        picked.collect::<Vec<_>>().join(" ")
    };
    let texts: Vec<(String, String)> = (0..DOCUMENTS).map(|_| (text(4), text(40))).collect();
    let index = TextIndex::build((0..).zip(&texts).map(|(number, (name, description))| {
        TextDocument::with_name(number, name).with(DocumentPart::Description, "de", description)
    }));
    let mut group = criterion.benchmark_group("vocabulary");
    for text in ["ge", "be ge", "kulturschule", "kultrushcule", "kulturschule beratung", "ktulurschule bertaungha"] {
        let query = TextQuery::parse(text).expect("a short question");
        group.bench_function(text, |bencher| {
            bencher.iter(|| {
                let hits = index.search(black_box(&query));
                hits.by_score(hits.numbers()).next()
            });
        });
    }
    group.finish();
}

// The service's own allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

criterion_group!(benches, texts, vocabulary);
criterion_main!(benches);
