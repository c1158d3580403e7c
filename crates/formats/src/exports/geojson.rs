//! Actors as a GeoJSON `FeatureCollection` (RFC 7946): WGS84, longitude first, no `crs`.
//!
//! An actor without a public place is a feature without a geometry (section 3.2), so that a file always holds
//! everybody who was asked for.

use directory::{ActorNo, Snapshot};
use domain::geography::degrees;
use serde_json::{Map, Value, json};

use super::write;

/// The head of the collection, with the box around everybody who has a place (section 5).
pub(super) fn begin(snapshot: &Snapshot, actors: &[ActorNo], to: &mut Vec<u8>) {
    let mut bounds: Option<[f64; 4]> = None;
    for location in actors.iter().filter_map(|no| snapshot.actor(*no).data().location) {
        let (longitude, latitude) = (degrees(location.position.longitude()), degrees(location.position.latitude()));
        let [west, south, east, north] = bounds.unwrap_or([longitude, latitude, longitude, latitude]);
        bounds = Some([west.min(longitude), south.min(latitude), east.max(longitude), north.max(latitude)]);
    }
    to.extend_from_slice(b"{\"type\":\"FeatureCollection\",");
    if let Some(bounds) = bounds {
        to.extend_from_slice(b"\"bbox\":");
        write(&json!(bounds), to);
        to.push(b',');
    }
    to.extend_from_slice(b"\"features\":[");
}

/// One actor. Its place is the geometry, how precisely it is told a property.
pub(super) fn feature(mut properties: Map<String, Value>, to: &mut Vec<u8>) {
    let id = properties.remove("id").unwrap_or_default();
    let mut geometry = Value::Null;
    if let Some(Value::Object(mut location)) = properties.remove("location") {
        geometry =
            json!({ "type": "Point", "coordinates": [location.remove("longitude"), location.remove("latitude")] });
        properties.insert("precision".to_owned(), location.remove("precision").unwrap_or_default());
    }
    write(&json!({ "type": "Feature", "id": id, "geometry": geometry, "properties": properties }), to);
}
