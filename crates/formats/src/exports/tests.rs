//! What each file holds of an actor, and what it leaves out.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use directory::{ActorFilter, Settings, testing::World};
use domain::vocabulary::Precision;
use serde_json::Value;

use super::*;
use crate::{
    actors_table::{ActorsTable, TableFormat, TableOptions},
    interchange::Entry,
};

fn world() -> World {
    World::new(11, 300)
}

fn snapshot() -> Arc<Snapshot> {
    Arc::new(Snapshot::build(Settings::default(), world().into_facts()).expect("a snapshot"))
}

fn everybody(snapshot: &Snapshot) -> Vec<ActorNo> {
    snapshot.matching_actors_by_name(None, &ActorFilter::default()).expect("everybody")
}

fn pieces(snapshot: &Arc<Snapshot>, shape: ExportFormat) -> Vec<Vec<u8>> {
    let page_of: PageOf = Box::new(|snapshot, no| format!("https://example.org/{}", snapshot.actor(no).data().slug));
    ActorsFile::new(Arc::clone(snapshot), shape, everybody(snapshot), page_of).collect()
}

fn export_text(snapshot: &Arc<Snapshot>, shape: ExportFormat) -> String {
    String::from_utf8(pieces(snapshot, shape).concat()).expect("UTF-8")
}

#[test]
fn pieces_are_small_whatever_the_size_of_the_file() {
    let snapshot = snapshot();
    for shape in ExportFormat::ALL {
        let pieces = pieces(&snapshot, shape);
        assert!(pieces.len() > 1 && pieces.iter().all(|piece| piece.len() < 2 * PIECE), "{shape:?} {}", pieces.len());
    }
}

#[test]
fn a_file_of_nobody_is_whole() {
    let snapshot = snapshot();
    let of_nobody = |shape| {
        let page_of: PageOf = Box::new(|_, _| String::new());
        String::from_utf8(ActorsFile::new(Arc::clone(&snapshot), shape, Vec::new(), page_of).flatten().collect())
    };
    for shape in [ExportFormat::GeoJson, ExportFormat::JsonLd] {
        serde_json::from_str::<Value>(&of_nobody(shape).expect("UTF-8")).expect("JSON");
    }
    assert_eq!(of_nobody(ExportFormat::Ndjson).as_deref(), Ok(""));
    assert!(of_nobody(ExportFormat::Csv).expect("UTF-8").starts_with("\u{feff}id;type;slug;"));
}

#[test]
fn the_table_reads_back_as_what_the_public_sees() {
    let snapshot = snapshot();
    let entries = Entries::new(&snapshot);
    let text = export_text(&snapshot, ExportFormat::Csv);
    assert!(text.starts_with('\u{feff}') && text.contains("\r\n"));
    let mut expected = everybody(&snapshot).into_iter().map(|no| entries.entry(&snapshot, no));
    let mut count = 0;
    let table = ActorsTable::read(text.as_bytes(), TableFormat::Csv, &snapshot, TableOptions::default());
    table.expect("a table").entries(|located| {
        let Entry::Actor(mut read) = located.entry else { panic!("{:?}", located.entry) };
        let expected = expected.next().expect("as many rows as actors");
        // A table says what it says, a directory file everything.
        read.said = expected.said.clone();
        assert_eq!(*read, expected);
        count += 1;
        ControlFlow::Continue(())
    });
    assert_eq!(count, everybody(&snapshot).len());
}

#[test]
fn geojson_has_a_feature_for_everybody_and_a_box_around_those_with_a_place() {
    let snapshot = snapshot();
    let file: Value = serde_json::from_str(&export_text(&snapshot, ExportFormat::GeoJson)).expect("JSON");
    let features = file["features"].as_array().expect("features");
    assert_eq!((features.len(), file.get("crs")), (everybody(&snapshot).len(), None));
    let bounds: Vec<f64> = file["bbox"].as_array().expect("a box").iter().filter_map(Value::as_f64).collect();
    let mut without = 0;
    for (feature, no) in features.iter().zip(everybody(&snapshot)) {
        let data = snapshot.actor(no).data();
        assert_eq!(feature["properties"]["slug"], data.slug.as_str());
        assert!(feature["properties"].get("location").is_none() && feature["properties"]["districts"].is_array());
        let Some(location) = data.location else {
            assert!(feature["geometry"].is_null() && feature.get("geometry").is_some());
            without += 1;
            continue;
        };
        assert!(location.precision != Precision::Hidden);
        let place: Vec<f64> =
            feature["geometry"]["coordinates"].as_array().expect("a point").iter().filter_map(Value::as_f64).collect();
        assert!((place[0] - location.position.longitude()).abs() < 1e-8, "{place:?}");
        assert!(bounds[0] <= place[0] && place[0] <= bounds[2] && bounds[1] <= place[1] && place[1] <= bounds[3]);
    }
    assert!(without > 0);
}

#[test]
fn every_line_is_an_actor_and_json_ld_lists_them_in_order() {
    let snapshot = snapshot();
    let slugs: Vec<String> =
        everybody(&snapshot).iter().map(|no| snapshot.actor(*no).data().slug.to_string()).collect();
    let lines = export_text(&snapshot, ExportFormat::Ndjson);
    let told: Vec<String> = lines
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("JSON")["slug"].as_str().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(told, slugs);
    let list: Value = serde_json::from_str(&export_text(&snapshot, ExportFormat::JsonLd)).expect("JSON");
    assert_eq!((list["@type"].as_str(), list["numberOfItems"].as_u64()), (Some("ItemList"), Some(slugs.len() as u64)));
    for (at, (item, slug)) in list["itemListElement"].as_array().expect("items").iter().zip(&slugs).enumerate() {
        assert_eq!(item["position"], at + 1);
        assert_eq!(item["item"]["@id"], format!("https://example.org/{slug}"));
        assert!(item["item"].get("@context").is_none());
    }
}

#[test]
fn no_file_tells_what_is_private() {
    let world = world();
    let secret: Vec<String> = world
        .actors
        .iter()
        .filter(|actor| actor.data.location.is_some_and(|location| location.precision == Precision::Hidden))
        .filter_map(|actor| {
            let position = actor.data.location?.position;
            Some(serde_json::to_string(&domain::geography::degrees(position.longitude())).expect("a number"))
        })
        .collect();
    let unpublished: Vec<String> = world
        .actors
        .iter()
        .filter(|actor| actor.data.status != domain::LifeStatus::Published)
        .map(|actor| actor.id.to_string())
        .collect();
    // A number may be somebody else's as well: their place to the last digit, or, where it is round, a coarse one.
    let exact =
        world.actors.iter().filter_map(|actor| actor.data.location.filter(|it| it.precision == Precision::Exact));
    let shown: BTreeSet<String> = exact
        .map(|location| {
            serde_json::to_string(&domain::geography::degrees(location.position.longitude())).expect("a number")
        })
        .collect();
    let secret: Vec<String> = secret.into_iter().filter(|number| number.len() > 6 && !shown.contains(number)).collect();
    assert!(!secret.is_empty() && !unpublished.is_empty());
    let snapshot = snapshot();
    for shape in ExportFormat::ALL {
        let file = export_text(&snapshot, shape);
        for private in secret.iter().chain(&unpublished) {
            assert!(
                !file.contains(private.as_str()) && !file.contains(&private.replace('.', ",")),
                "{shape:?} {private}"
            );
        }
    }
}
