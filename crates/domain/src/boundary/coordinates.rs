//! The coordinates of a geometry as they stand in a file: numbers in lists in lists, counted while they are read, so
//! that a boundary of a million positions is refused before it is in memory.

use std::{
    cell::Cell,
    fmt::{self, Display},
};

use messages::Message;
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, Error, SeqAccess, Visitor},
};

use super::NotABoundary;

/// How many positions a boundary may have; that of a large city has some ten thousand.
pub const MAX_POSITIONS: usize = 50_000;
/// How many polygons and rings it may have together.
pub const MAX_RINGS: usize = 2_000;
/// How deep lists stand inside each other in a `MultiPolygon`.
const MAX_DEPTH: usize = 4;

/// The lists of a geometry.
pub(super) struct Coordinates(pub(super) Vec<Nested>);

/// A number, or a list of such.
pub(super) enum Nested {
    Number(f64),
    List(Vec<Nested>),
}

impl Nested {
    /// The list; `at` says where it stands.
    pub(super) fn into_list(self, at: &dyn Fn() -> String) -> Result<Vec<Self>, NotABoundary> {
        match self {
            Self::List(list) => Ok(list),
            Self::Number(_) => Err(NotABoundary::NotAList { at: at() }),
        }
    }
}

impl<'de> Deserialize<'de> for Coordinates {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let left = Left { positions: Cell::new(MAX_POSITIONS), rings: Cell::new(MAX_RINGS) };
        match (CoordinateReader { left: &left, depth: 0 }).deserialize(deserializer)? {
            Nested::List(list) => Ok(Self(list)),
            Nested::Number(_) => Err(D::Error::custom(NotABoundary::NotAList { at: String::new() })),
        }
    }
}

/// How much more may come.
struct Left {
    positions: Cell<usize>,
    rings: Cell<usize>,
}

#[derive(Clone, Copy)]
struct CoordinateReader<'a> {
    left: &'a Left,
    depth: usize,
}

impl<'de> DeserializeSeed<'de> for CoordinateReader<'_> {
    type Value = Nested;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Nested, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for CoordinateReader<'_> {
    type Value = Nested;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Message::new("json-expected-positions").fmt(f)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Nested, E> {
        Ok(Nested::Number(number))
    }

    #[expect(clippy::cast_precision_loss, reason = "whole degrees are small, and others are refused")]
    fn visit_i64<E: Error>(self, number: i64) -> Result<Nested, E> {
        Ok(Nested::Number(number as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "whole degrees are small, and others are refused")]
    fn visit_u64<E: Error>(self, number: u64) -> Result<Nested, E> {
        Ok(Nested::Number(number as f64))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Nested, A::Error> {
        if self.depth >= MAX_DEPTH {
            return Err(A::Error::custom(NotABoundary::TooDeep));
        }
        let inner = CoordinateReader { depth: self.depth + 1, ..self };
        let count = |left: &Cell<usize>| {
            left.set(left.get().checked_sub(1).ok_or_else(|| A::Error::custom(NotABoundary::TooLarge))?);
            Ok(())
        };
        let mut read = Vec::new();
        while let Some(one) = list.next_element_seed(inner)? {
            if read.is_empty() {
                // A list that begins with a number is a position.
                count(if matches!(one, Nested::Number(_)) { &self.left.positions } else { &self.left.rings })?;
            }
            // Of a position two numbers count, and a third is the height.
            if read.len() < 3 || matches!(one, Nested::List(_)) {
                read.push(one);
            }
        }
        if read.is_empty() {
            count(&self.left.rings)?;
        }
        Ok(Nested::List(read))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Boundary;
    use super::*;

    /// A ring of so many positions round a point, as GeoJSON.
    fn ring(positions: usize) -> String {
        let at = |number: usize| {
            let angle = std::f64::consts::TAU * (number % (positions - 1)) as f64 / (positions - 1) as f64;
            format!("[{},{}]", 7.0 + angle.cos(), 51.0 + angle.sin())
        };
        format!("[{}]", (0..positions).map(at).collect::<Vec<_>>().join(","))
    }

    fn read(coordinates: &str, geometry_type: &str) -> Result<Boundary, String> {
        let json = format!("{{\"type\":\"{geometry_type}\",\"coordinates\":{coordinates}}}");
        serde_json::from_str(&json).map_err(|error| error.to_string())
    }

    #[test]
    fn as_many_positions_as_are_allowed_are_taken_and_no_more() {
        assert!(read(&format!("[{}]", ring(MAX_POSITIONS)), "Polygon").is_ok());
        let refused = read(&format!("[{}]", ring(MAX_POSITIONS + 1)), "Polygon").expect_err("too large");
        assert!(refused.contains("more than 50000 positions and 2000 rings"), "{refused}");
    }

    #[test]
    fn rings_and_empty_lists_are_counted_too() {
        let rings = vec![format!("[{}]", ring(5)); MAX_RINGS + 1].join(",");
        let refused = read(&format!("[{rings}]"), "MultiPolygon").expect_err("too many");
        assert!(refused.contains("2000 rings"), "{refused}");
        let refused = read(&format!("[{}]", vec!["[]"; MAX_RINGS + 1].join(",")), "Polygon").expect_err("too many");
        assert!(refused.contains("2000 rings"), "{refused}");
    }

    #[test]
    fn what_is_no_list_of_positions_is_refused_in_plain_words() {
        for (coordinates, words) in [
            ("[[1,2],[3,4]]", "not a list"),
            ("[[[\"x\",2]]]", "expected lists of positions"),
            ("[[[[[[1,2]]]]]]", "too many lists inside each other"),
            ("3", "not a list"),
        ] {
            let refused = read(coordinates, "Polygon").expect_err(coordinates);
            assert!(refused.contains(words), "{coordinates}: {refused}");
        }
    }

    #[test]
    fn edges_that_all_lie_above_each_other_are_refused_in_time() {
        // Half of the positions west, half east: every edge spans the whole width.
        let positions: Vec<String> = (0..40_000)
            .map(|number| format!("[{},{}]", if number % 2 == 0 { 1 } else { 2 }, 10.0 + f64::from(number) / 1e4))
            .collect();
        let ring = format!("[[{},[1.5,30],[0.5,20],{}]]", positions.join(","), positions[0]);
        let refused = read(&ring, "Polygon").expect_err("too intricate");
        assert!(refused.contains("simplify the boundary"), "{refused}");
    }
}
