//! The bytes of a tile: Mapbox Vector Tile 2.1 in the wire format of Protocol Buffers. Field numbers are those of
//! the specification's `vector_tile.proto`.

use std::{borrow::Cow, collections::HashMap};

use super::{address::EXTENT, clip::Ring};

/// What a feature is.
#[derive(Clone, Copy, Debug)]
pub(super) enum FeatureShape {
    Point = 1,
    Polygon = 3,
}

/// The value of a property.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Value<'a> {
    Text(Cow<'a, str>),
    Number(u64),
}

/// One thing on the map.
#[derive(Debug)]
pub(super) struct Feature<'a> {
    pub(super) id: Option<u64>,
    pub(super) shape: FeatureShape,
    /// From [`point`] or [`polygons`].
    pub(super) geometry: Vec<u32>,
    pub(super) properties: Vec<(Cow<'a, str>, Value<'a>)>,
}

/// The features of one name, whose properties share their keys and values.
#[derive(Debug)]
pub(super) struct Layer<'a> {
    name: &'static str,
    features: Vec<u8>,
    keys: HashMap<Cow<'a, str>, u32>,
    key_bytes: Vec<u8>,
    values: HashMap<Value<'a>, u32>,
    value_bytes: Vec<u8>,
}

impl<'a> Layer<'a> {
    pub(super) fn new(name: &'static str) -> Self {
        Self {
            name,
            features: Vec::new(),
            keys: HashMap::new(),
            key_bytes: Vec::new(),
            values: HashMap::new(),
            value_bytes: Vec::new(),
        }
    }

    fn key(&mut self, key: Cow<'a, str>) -> u32 {
        let number = self.keys.len() as u32;
        let bytes = &mut self.key_bytes;
        *self.keys.entry(key).or_insert_with_key(|key| {
            put_bytes(bytes, 3, key.as_bytes());
            number
        })
    }

    fn value(&mut self, value: Value<'a>) -> u32 {
        let number = self.values.len() as u32;
        let bytes = &mut self.value_bytes;
        *self.values.entry(value).or_insert_with_key(|value| {
            let mut message = Vec::new();
            match value {
                Value::Text(text) => put_bytes(&mut message, 1, text.as_bytes()),
                Value::Number(number) => put_number(&mut message, 5, *number),
            }
            put_bytes(bytes, 4, &message);
            number
        })
    }

    /// Writes the layer behind what is in the tile already; a layer without features is none.
    pub(super) fn write(self, tile: &mut Vec<u8>) {
        if self.features.is_empty() {
            return;
        }
        let mut layer = Vec::with_capacity(self.features.len() + self.key_bytes.len() + self.value_bytes.len() + 64);
        put_number(&mut layer, 15, 2);
        put_bytes(&mut layer, 1, self.name.as_bytes());
        layer.extend(self.features);
        layer.extend(self.key_bytes);
        layer.extend(self.value_bytes);
        put_number(&mut layer, 5, u64::from(EXTENT));
        put_bytes(tile, 3, &layer);
    }
}

impl<'a> Extend<Feature<'a>> for Layer<'a> {
    fn extend<I: IntoIterator<Item = Feature<'a>>>(&mut self, features: I) {
        for Feature { id, shape, geometry, properties } in features {
            let mut tags = Vec::with_capacity(properties.len() * 2);
            for (key, value) in properties {
                tags.extend([self.key(key), self.value(value)]);
            }
            let mut message = Vec::new();
            if let Some(id) = id {
                put_number(&mut message, 1, id);
            }
            put_packed(&mut message, 2, &tags);
            put_number(&mut message, 3, shape as u64);
            put_packed(&mut message, 4, &geometry);
            put_bytes(&mut self.features, 2, &message);
        }
    }
}

const MOVE_TO: u32 = 1;
const LINE_TO: u32 = 2;
const CLOSE_PATH: u32 = 7;

const fn command(command: u32, count: u32) -> u32 {
    command | count << 3
}

/// A number of either sign so that small ones are short.
const fn zigzag(number: i32) -> u32 {
    ((number << 1) ^ (number >> 31)) as u32
}

/// The geometry of a point.
pub(super) fn point(x: i32, y: i32) -> Vec<u32> {
    vec![command(MOVE_TO, 1), zigzag(x), zigzag(y)]
}

/// The geometry of polygons.
pub(super) fn polygons(polygons: &[Vec<Ring>]) -> Vec<u32> {
    let mut geometry = Vec::new();
    let mut pen = (0, 0);
    for ring in polygons.iter().flatten() {
        for (at, corner) in ring.iter().enumerate() {
            match at {
                0 => geometry.push(command(MOVE_TO, 1)),
                1 => geometry.push(command(LINE_TO, ring.len() as u32 - 1)),
                _ => {}
            }
            geometry.extend([zigzag(corner.0 - pen.0), zigzag(corner.1 - pen.1)]);
            pen = *corner;
        }
        geometry.push(command(CLOSE_PATH, 1));
    }
    geometry
}

fn put_varint(to: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        to.push(number as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

fn put_number(to: &mut Vec<u8>, field: u64, number: u64) {
    put_varint(to, field << 3);
    put_varint(to, number);
}

fn put_bytes(to: &mut Vec<u8>, field: u64, bytes: &[u8]) {
    put_varint(to, field << 3 | 2);
    put_varint(to, bytes.len() as u64);
    to.extend_from_slice(bytes);
}

fn put_packed(to: &mut Vec<u8>, field: u64, numbers: &[u32]) {
    let mut packed = Vec::with_capacity(numbers.len() * 2);
    for number in numbers {
        put_varint(&mut packed, u64::from(*number));
    }
    put_bytes(to, field, &packed);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn geometries_are_those_of_the_specification() {
        // Section 4.3.5 of the specification: a point, and a polygon of three corners.
        assert_eq!(point(25, 17), [9, 50, 34]);
        assert_eq!(polygons(&[vec![vec![(3, 6), (8, 12), (20, 34)]]]), [9, 6, 12, 18, 10, 12, 24, 44, 15]);
    }

    #[test]
    fn a_layer_without_features_is_not_written() {
        let mut tile = Vec::new();
        Layer::new("empty").write(&mut tile);
        assert!(tile.is_empty());
    }
}
