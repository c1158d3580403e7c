//! Vector tiles of the map (Mapbox Vector Tile 2.1): the districts and the actors that a filter leaves.
//!
//! - layer `districts`: polygons with `id`, `slug`, `level`, `parent` (a slug), `name` as a German reader sees it
//!   and `name:tr` … in every language it has
//! - layer `actors`: points. One actor has `id`, `slug`, `type`, `kind`, `name`, `precision` and `themes` (slugs between
//!   commas); who has no place stands in the district of its seat, with `quarter` as its precision, or `district` where that is a borough or a town; several that share a cell of a grid are one point with their `count`
//!
//! The bytes are written here rather than through a crate: a tile is a few lists of numbers, and the crates that
//! make them through geometry types take twenty times as long. The tests read them with one of those.
//!
//! - `address`: which tile, and where it lies; `clip`: what of a polygon lies in it
//! - `grid`: who shares a point; `encoding`: the bytes; `tile_json`: what map clients ask first

mod address;
mod clip;
mod encoding;
mod grid;
mod tile_json;

use std::borrow::Cow;

use directory::{ActorNo, DistrictNo, Snapshot};

pub use self::{
    address::{DEEPEST, TileAddress},
    tile_json::{results_box, tile_json},
};
use self::{
    encoding::{Feature, FeatureShape, Layer, Value},
    grid::Spot,
    tile_json::{ACTORS, DISTRICTS},
};

/// The media type of a tile.
pub const MEDIA_TYPE: &str = "application/vnd.mapbox-vector-tile";

/// The bytes of a tile with those of the actors that lie in it; empty where there is nothing.
///
/// Actors may be more than lie in the tile: [`TileAddress::area`] is what to ask the directory for
/// ([`Snapshot::actors_on_map`]).
pub fn tile(snapshot: &Snapshot, at: TileAddress, actors: impl Iterator<Item = ActorNo>) -> Vec<u8> {
    let mut tile = Vec::new();
    let mut districts = Layer::new(DISTRICTS);
    for no in snapshot.districts() {
        districts.extend(district(snapshot, no, at));
    }
    districts.write(&mut tile);
    let mut layer = Layer::new(ACTORS);
    for spot in grid::spots(snapshot, at, actors) {
        layer.extend(Some(match spot {
            Spot::One { actor, x, y } => one(snapshot, actor, (x, y)),
            Spot::Many { count, x, y } => Feature {
                id: None,
                shape: FeatureShape::Point,
                geometry: encoding::point(x, y),
                properties: vec![("count".into(), Value::Number(count))],
            },
        }));
    }
    layer.write(&mut tile);
    tile
}

fn one(snapshot: &Snapshot, no: ActorNo, (x, y): (i32, i32)) -> Feature<'_> {
    let entry = snapshot.actor(no);
    let (record, data) = (entry.record(), entry.data());
    let mut themes = String::new();
    for theme in entry.themes() {
        if !themes.is_empty() {
            themes.push(',');
        }
        themes.push_str(snapshot.theme(*theme).data().slug.as_str());
    }
    let text = |text: &'static str| Value::Text(text.into());
    let mut properties = vec![
        ("id".into(), Value::Text(record.id.to_string().into())),
        ("slug".into(), Value::Text(data.slug.as_str().into())),
        ("type".into(), text(data.kind.actor_type().slug())),
        ("kind".into(), text(data.kind.slug())),
        ("name".into(), Value::Text(data.name.as_str().into())),
    ];
    if let Some(place) = snapshot.map_place(no) {
        properties.push(("precision".into(), text(if place.is_wide { "district" } else { place.precision.slug() })));
    }
    if !themes.is_empty() {
        properties.push(("themes".into(), Value::Text(themes.into())));
    }
    // Scripts count exactly up to 53 bits; the last ones of a UUID of version 7 are random.
    let id = record.id.uuid().as_u128() & ((1 << 52) - 1);
    Feature { id: u64::try_from(id).ok(), shape: FeatureShape::Point, geometry: encoding::point(x, y), properties }
}

/// A district as far as it lies in a tile.
fn district(snapshot: &Snapshot, no: DistrictNo, at: TileAddress) -> Option<Feature<'_>> {
    let entry = snapshot.district(no);
    let data = entry.data();
    let geometry = encoding::polygons(&clip::polygons(data.boundary.as_ref()?, at));
    if geometry.is_empty() {
        return None;
    }
    let mut properties: Vec<(Cow<'_, str>, Value<'_>)> = vec![
        ("id".into(), Value::Text(entry.record().id.to_string().into())),
        ("slug".into(), Value::Text(data.slug.as_str().into())),
        ("level".into(), Value::Text(data.level.slug().into())),
    ];
    if let Some(parent) = entry.parent() {
        properties.push(("parent".into(), Value::Text(snapshot.district(parent).data().slug.as_str().into())));
    }
    if let Some((_, name)) = data.name.resolve("de") {
        properties.push(("name".into(), Value::Text(name.into())));
    }
    for (language, name) in data.name.iter() {
        properties.push((format!("name:{language}").into(), Value::Text(name.into())));
    }
    Some(Feature { id: Some(u64::from(no.0)), shape: FeatureShape::Polygon, geometry, properties })
}

#[cfg(test)]
mod tests;
