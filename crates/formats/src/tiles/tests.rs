//! What a tile shows, read back by a reader that is not ours.

use std::collections::{BTreeMap, BTreeSet};

use directory::{ActorFilter, Settings, Snapshot, testing::World};
use mvt_reader::{Reader, feature::Value as Read};

use super::*;

fn snapshot(actors: usize) -> Snapshot {
    Snapshot::build(Settings::default(), World::new(7, actors).into_facts()).expect("a snapshot")
}

fn made(snapshot: &Snapshot, at: TileAddress) -> Vec<u8> {
    let filter = ActorFilter { within: Some(at.area()), ..ActorFilter::default() };
    tile(snapshot, at, snapshot.matching_actors(None, &filter).expect("a box"))
}

/// The properties of the features of a layer.
fn read(bytes: &[u8], layer: &str) -> Vec<BTreeMap<String, Read>> {
    let reader = Reader::new(bytes.to_vec()).expect("a tile");
    let names = reader.get_layer_names().expect("layers");
    let Some(at) = names.iter().position(|name| name == layer) else { return Vec::new() };
    let features = reader.get_features(at).expect("features");
    features.into_iter().map(|feature| feature.properties.unwrap_or_default().into_iter().collect()).collect()
}

fn count(feature: &BTreeMap<String, Read>) -> u64 {
    match feature.get("count") {
        Some(Read::UInt(count)) => *count,
        _ => 1,
    }
}

fn text<'a>(feature: &'a BTreeMap<String, Read>, key: &str) -> &'a str {
    match feature.get(key) {
        Some(Read::String(text)) => text,
        other => panic!("{key} is {other:?}"),
    }
}

/// Every tile of a zoom that holds somebody.
fn tiles_of(snapshot: &Snapshot, zoom: u8) -> BTreeSet<(u32, u32)> {
    let side = f64::from(1_u32 << zoom);
    let places = snapshot.all_actors().filter_map(|no| Some(snapshot.actor(no).data().location?.position));
    places
        .filter_map(|place| {
            let (x, y) = address::on_map(place.longitude(), place.latitude());
            let (column, row) = ((x.rem_euclid(1.0) * side) as u32, (y * side) as u32);
            TileAddress::new(zoom, column, row).map(|_| (column, row))
        })
        .collect()
}

#[test]
fn every_zoom_counts_everybody_with_a_place_exactly_once() {
    let snapshot = snapshot(400);
    // The square map ends short of the poles.
    let on_map =
        |no: &ActorNo| snapshot.actor(*no).data().location.is_some_and(|it| it.position.latitude().abs() < 85.0);
    let placed = snapshot.all_actors().filter(on_map).count() as u64;
    for zoom in [0, 3, 9, 11, 12, 13, 14, 15, 16] {
        let tiles = tiles_of(&snapshot, zoom);
        let counts = tiles.iter().map(|(column, row)| {
            let at = TileAddress::new(zoom, *column, *row).expect("a tile");
            read(&made(&snapshot, at), ACTORS).iter().map(count).sum::<u64>()
        });
        assert_eq!(counts.sum::<u64>(), placed, "zoom {zoom}");
    }
}

#[test]
fn who_is_told_alone_has_the_properties_that_maps_need() {
    let snapshot = snapshot(60);
    let mut seen = BTreeSet::new();
    for (column, row) in tiles_of(&snapshot, 16) {
        let at = TileAddress::new(16, column, row).expect("a tile");
        for feature in read(&made(&snapshot, at), ACTORS) {
            if feature.contains_key("count") {
                continue;
            }
            let no = snapshot.actor_by_slug(text(&feature, "slug")).expect("an actor");
            let entry = snapshot.actor(no);
            assert_eq!(text(&feature, "id"), entry.record().id.to_string());
            assert_eq!(text(&feature, "name"), entry.data().name);
            assert_eq!(text(&feature, "type"), entry.data().kind.actor_type().slug());
            assert_eq!(text(&feature, "kind"), entry.data().kind.slug());
            assert_eq!(feature.contains_key("themes"), !entry.themes().is_empty());
            seen.insert(no);
        }
    }
    assert!(seen.len() > 5, "{}", seen.len());
}

#[test]
fn districts_are_polygons_with_their_names() {
    let snapshot = snapshot(5);
    let at = TileAddress::new(12, 2129, 1361).expect("a tile");
    let districts = read(&made(&snapshot, at), DISTRICTS);
    let slugs: BTreeSet<&str> = districts.iter().map(|district| text(district, "slug")).collect();
    assert!(slugs.contains("city") && slugs.len() > 3, "{slugs:?}");
    for district in &districts {
        assert_eq!(text(district, "name"), text(district, "name:de"));
        assert_eq!(district.contains_key("parent"), text(district, "level") != "city");
    }
    let reader = Reader::new(made(&snapshot, at)).expect("a tile");
    for feature in reader.get_features(0).expect("features") {
        assert!(matches!(feature.geometry, geo::Geometry::MultiPolygon(_) | geo::Geometry::Polygon(_)));
    }
}

#[test]
fn a_tile_of_the_open_sea_is_empty() {
    let snapshot = snapshot(5);
    assert!(made(&snapshot, TileAddress::new(10, 0, 500).expect("a tile")).is_empty());
}

#[test]
fn what_map_clients_ask_first_is_tile_json() {
    let told = tile_json(&snapshot(20), "https://example.org/tiles/{z}/{x}/{y}.mvt");
    assert_eq!(
        (told["tilejson"].as_str(), told["minzoom"].as_u64(), told["maxzoom"].as_u64()),
        (Some("3.0.0"), Some(0), Some(16))
    );
    let layers: Vec<&str> =
        told["vector_layers"].as_array().expect("layers").iter().filter_map(|layer| layer["id"].as_str()).collect();
    assert_eq!(layers, ["districts", "actors"]);
    assert!(!told.to_string().contains("null"), "{told}");
}
