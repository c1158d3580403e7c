//! How long tiles take that are not kept, at two sizes: the fullest one of each zoom, and one of a filter.

use std::{collections::BTreeMap, hint::black_box};

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use directory::{ActorFilter, Settings, Snapshot, testing::World};
use formats::tiles::{TileAddress, tile};

const SIZES: [usize; 2] = [10_000, 100_000];
const ZOOMS: [u8; 5] = [0, 10, 12, 14, 16];

/// The tile of a zoom with the most actors.
fn fullest(snapshot: &Snapshot, zoom: u8) -> TileAddress {
    let mut counts: BTreeMap<(u32, u32), usize> = BTreeMap::new();
    let places = snapshot.all_actors().filter_map(|no| Some(snapshot.actor(no).data().location?.position));
    let side = f64::from(1_u32 << zoom);
    for place in places {
        let latitude = place.latitude().to_radians();
        let x = (place.longitude() + 180.0) / 360.0 * side;
        let y = (1.0 - latitude.tan().asinh() / std::f64::consts::PI) / 2.0 * side;
        *counts.entry((x as u32, y as u32)).or_default() += 1;
    }
    let fullest = counts.into_iter().max_by_key(|(_, count)| *count).map(|(at, _)| at).unwrap_or_default();
    TileAddress::new(zoom, fullest.0, fullest.1).expect("somebody is there")
}

fn tiles(criterion: &mut Criterion) {
    for size in SIZES {
        let snapshot = Snapshot::build(Settings::default(), World::new(7, size).into_facts()).expect("a snapshot");
        let theme = snapshot.themes().next().map(|no| snapshot.theme(no).data().slug.to_string());
        let mut group = criterion.benchmark_group("tiles");
        for zoom in ZOOMS {
            let at = fullest(&snapshot, zoom);
            let mut measure = |name: String, themes: Vec<String>| {
                group.bench_function(BenchmarkId::new(name, size), |bencher| {
                    bencher.iter(|| {
                        let filter =
                            ActorFilter { themes: themes.clone(), within: Some(at.area()), ..Default::default() };
                        let actors = snapshot.matching_actors(None, black_box(&filter)).expect("a filter");
                        tile(&snapshot, at, actors)
                    });
                });
            };
            measure(format!("zoom {zoom}"), Vec::new());
            if zoom == 12 {
                measure(format!("zoom {zoom}, one theme"), theme.clone().into_iter().collect());
            }
        }
        group.finish();
    }
}

criterion_group!(benches, tiles);
criterion_main!(benches);
