//! What map clients ask first (TileJSON 3.0.0): where the tiles are and what is in them.

use directory::{ActorNo, DistrictNo, Snapshot, Within};
use geo::BoundingRect;
use serde_json::{Value, json};

use super::address::DEEPEST;

/// The name of the layer of districts.
pub(super) const DISTRICTS: &str = "districts";
/// The name of the layer of actors.
pub(super) const ACTORS: &str = "actors";

/// Beyond these latitudes the map of tiles has nothing, degrees.
const FURTHEST: f64 = 85.051_128_779_806_6;

/// The TileJSON of the tiles at an address with `{z}`, `{x}` and `{y}` in it.
pub fn tile_json(snapshot: &Snapshot, template: &str) -> Value {
    let Within { west, south, east, north } = bounds(snapshot);
    let settings = snapshot.settings();
    let said = |text: &domain::LocalisedText| text.resolve("de").map(|(_, text)| text.to_owned());
    let mut told = json!({
        "tilejson": "3.0.0",
        "name": said(&settings.title),
        "description": said(&settings.description),
        "attribution": attribution(snapshot),
        "scheme": "xyz",
        "tiles": [template],
        "minzoom": 0,
        "maxzoom": DEEPEST,
        "bounds": [west, south, east, north],
        "center": [(west + east) / 2.0, (south + north) / 2.0, zoom(west, east)],
        "vector_layers": [
            {
                "id": DISTRICTS,
                "description": "Districts as polygons; name:tr and so on in every language a name has",
                "minzoom": 0,
                "maxzoom": DEEPEST,
                "fields": {
                    "id": "String: UUID",
                    "slug": "String",
                    "level": "String: city, borough or quarter",
                    "parent": "String: slug of the district above",
                    "name": "String: as a German reader sees it",
                },
            },
            {
                "id": ACTORS,
                "description": "Actors as points; several close by are one with their count and nothing else",
                "minzoom": 0,
                "maxzoom": DEEPEST,
                "fields": {
                    "id": "String: UUID",
                    "slug": "String",
                    "type": "String: organisation, institution or network",
                    "kind": "String",
                    "name": "String",
                    "precision": "String: exact, street, quarter where it stands somewhere in a quarter, or district where only the borough or town is known",
                    "themes": "String: slugs between commas",
                    "count": "Number: how many actors the point stands for",
                },
            },
        ],
    });
    let places: Vec<Value> = snapshot.districts().filter_map(|no| place(snapshot, no)).collect();
    if !places.is_empty() {
        told["places"] = Value::Array(places);
    }
    if let Value::Object(members) = &mut told {
        members.retain(|_, value| !value.is_null());
    }
    told
}

/// A district without a boundary, which no tile has, at its point: only those that nothing lies below.
fn place(snapshot: &Snapshot, no: DistrictNo) -> Option<Value> {
    let entry = snapshot.district(no);
    let (data, anchor) = (entry.data(), entry.anchor()?);
    if data.boundary.is_some() || !entry.children().is_empty() {
        return None;
    }
    let names: serde_json::Map<String, Value> =
        data.name.iter().map(|(language, name)| (language.to_string(), name.into())).collect();
    let within: Vec<&str> =
        entry.lineage().iter().map(|above| snapshot.district(*above).data().slug.as_str()).collect();
    Some(json!({
        "slug": data.slug.as_str(),
        "names": names,
        "within": within,
        "position": [anchor.longitude(), anchor.latitude()],
    }))
}

/// The box around these actors on the map, as TileJSON writes boxes.
pub fn results_box(snapshot: &Snapshot, actors: impl Iterator<Item = ActorNo>) -> Option<[f64; 4]> {
    let positions = actors.filter_map(|no| snapshot.map_place(no)).map(|place| place.position);
    let area = positions
        .fold(None, |area, at| Some(with(area, at.longitude(), at.latitude(), at.longitude(), at.latitude())))?;
    Some([area.west, area.south, area.east, area.north])
}

/// A box that holds another one as well.
fn with(area: Option<Within>, west: f64, south: f64, east: f64, north: f64) -> Within {
    let area = area.unwrap_or(Within { west, south, east, north });
    Within {
        west: area.west.min(west),
        south: area.south.min(south).max(-FURTHEST),
        east: area.east.max(east),
        north: area.north.max(north).min(FURTHEST),
    }
}

/// Where there is anything; the whole map where there is nothing.
fn bounds(snapshot: &Snapshot) -> Within {
    let mut all: Option<Within> = None;
    let mut add = |west: f64, south: f64, east: f64, north: f64| all = Some(with(all, west, south, east, north));
    for district in snapshot.districts() {
        let boundary = snapshot.district(district).data().boundary.as_ref();
        if let Some(bounds) = boundary.and_then(BoundingRect::bounding_rect) {
            add(bounds.min().x, bounds.min().y, bounds.max().x, bounds.max().y);
        } else if let Some(at) = snapshot.district(district).anchor() {
            add(at.longitude(), at.latitude(), at.longitude(), at.latitude());
        }
    }
    for actor in snapshot.all_actors() {
        if let Some(place) = snapshot.map_place(actor) {
            let (longitude, latitude) = (place.position.longitude(), place.position.latitude());
            add(longitude, latitude, longitude, latitude);
        }
    }
    all.unwrap_or(Within { west: -180.0, south: -FURTHEST, east: 180.0, north: FURTHEST })
}

/// The zoom at which everything fits into about two tiles side by side.
fn zoom(west: f64, east: f64) -> u8 {
    let tiles = 360.0 / (east - west).max(f64::MIN_POSITIVE);
    (tiles.log2().floor() + 1.0).clamp(0.0, f64::from(DEEPEST)) as u8
}

/// Where the boundaries come from, in HTML as TileJSON has it.
fn attribution(snapshot: &Snapshot) -> Option<String> {
    let mut sources: Vec<&str> = Vec::new();
    for district in snapshot.districts() {
        let source = snapshot.district(district).data().boundary_source.as_deref();
        sources.extend(source.filter(|source| !sources.contains(source)));
    }
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    (!sources.is_empty()).then(|| escaped(&sources.join(" · ")))
}
