//! Schematic boundaries for Herne: each quarter is the cell of points that lie closer to its centre
//! than to any other (Voronoi 1908), clipped to a city outline drawn by hand for this purpose.
//!
//! Neighbouring cells share their corners to the last bit, so boroughs and city are joined by
//! dropping the edges that two cells have in common: no gaps, no overlaps, no slivers. Real
//! boundaries come by import and replace these.

use std::collections::BTreeMap;

use domain::{DistrictLevel, LocalisedText, Position};
use formats::interchange::{Boundary, DistrictEntry};
use geo::{Coord, LineString, MultiPolygon, Polygon};

use super::slug;

/// Where the boundaries come from, as shown to readers.
pub const BOUNDARY_SOURCE: &str = "Schematische Darstellung für das Demo-Verzeichnis, keine amtlichen Grenzen";

const TABLE: &str = include_str!("../../demo/districts.csv");

/// The city's outline, counter-clockwise from its western end: longitude and latitude in degrees.
/// Drawn by hand from the city's extent alone; only its rough shape is Herne's.
const OUTLINE: [(f64, f64); 31] = [
    (7.1230, 51.5330),
    (7.1262, 51.5245),
    (7.1275, 51.5150),
    (7.1330, 51.5085),
    (7.1440, 51.5062),
    (7.1555, 51.5030),
    (7.1690, 51.5042),
    (7.1800, 51.5070),
    (7.1895, 51.5128),
    (7.2010, 51.5155),
    (7.2125, 51.5120),
    (7.2250, 51.5132),
    (7.2345, 51.5185),
    (7.2440, 51.5240),
    (7.2570, 51.5262),
    (7.2690, 51.5310),
    (7.2800, 51.5345),
    (7.2905, 51.5412),
    (7.2960, 51.5500),
    (7.2915, 51.5588),
    (7.2800, 51.5630),
    (7.2680, 51.5660),
    (7.2540, 51.5700),
    (7.2400, 51.5730),
    (7.2260, 51.5700),
    (7.2080, 51.5660),
    (7.1900, 51.5590),
    (7.1720, 51.5545),
    (7.1560, 51.5530),
    (7.1400, 51.5508),
    (7.1290, 51.5450),
];

/// How much shorter a degree of longitude is than one of latitude at Herne: the cosine of 51.54°.
const LONGITUDE_SCALE: f64 = 0.621_966;

/// Corners closer than this, in degrees, are one corner; it is a hundredth of a metre.
const SAME_CORNER: f64 = 1e-7;

/// One line of `districts.csv`.
struct DistrictLine {
    slug: String,
    parent: String,
    level: DistrictLevel,
    name: String,
    centre: Coord<f64>,
}

/// The districts of `districts.csv` with schematic boundaries, parents before children.
pub fn entries() -> Vec<DistrictEntry> {
    let lines = lines();
    let cells = cells(&lines);
    lines
        .iter()
        .map(|line| {
            let parts = cells.iter().filter(|(quarter, _)| lies_in(&lines, quarter, &line.slug));
            DistrictEntry {
                id: None,
                created_at: None,
                slug: slug(&line.slug),
                former_slugs: Vec::new(),
                parent: (!line.parent.is_empty()).then(|| slug(&line.parent)),
                level: line.level,
                name: LocalisedText::german(&line.name),
                centre: Some(Position::new(line.centre.x, line.centre.y).expect("Herne is on the earth")),
                boundary: Boundary::from_polygons(join_rings(parts.map(|(_, ring)| ring.as_slice()))),
                alternative_names: Vec::new(),
                boundary_source: Some(BOUNDARY_SOURCE.to_owned()),
            }
        })
        .collect()
}

fn lines() -> Vec<DistrictLine> {
    csv::Reader::from_reader(TABLE.as_bytes())
        .records()
        .map(|row| {
            let row = row.expect("the embedded table is read by a test");
            let degrees = |column: usize| row[column].parse().expect("the embedded table has centres in degrees");
            DistrictLine {
                slug: row[0].to_owned(),
                parent: row[1].to_owned(),
                level: level(&row[2]),
                name: row[3].to_owned(),
                centre: Coord { x: degrees(4), y: degrees(5) },
            }
        })
        .collect()
}

fn level(word: &str) -> DistrictLevel {
    [DistrictLevel::City, DistrictLevel::Borough, DistrictLevel::Quarter]
        .into_iter()
        .find(|level| level.slug() == word)
        .expect("the embedded table has only levels of the vocabulary")
}

/// Whether `inner` is `outer` or lies below it.
fn lies_in(lines: &[DistrictLine], inner: &str, outer: &str) -> bool {
    let above = |slug: &str| lines.iter().find(|line| line.slug == slug).map(|line| line.parent.as_str());
    std::iter::successors(Some(inner), |slug| above(slug)).any(|slug| slug == outer)
}

/// The cell of each quarter as its corners, counter-clockwise, not closed.
fn cells(lines: &[DistrictLine]) -> Vec<(String, Vec<Coord<f64>>)> {
    let quarters: Vec<_> = lines.iter().filter(|line| line.level == DistrictLevel::Quarter).collect();
    let outline: Vec<_> = OUTLINE.iter().map(|&(x, y)| Coord { x, y }).collect();
    let mut corners = Corners(outline.clone());
    quarters
        .iter()
        .map(|own| {
            let others = quarters.iter().filter(|other| other.slug != own.slug);
            let cell = others.fold(outline.clone(), |cell, other| closer_half(&cell, own.centre, other.centre));
            let mut ring: Vec<_> = cell.into_iter().map(|corner| corners.intern(corner)).collect();
            ring.dedup();
            (own.slug.clone(), ring)
        })
        .collect()
}

/// The part of a ring that lies closer to `own` than to `other` (Sutherland and Hodgman 1974, with
/// one clipping line).
fn closer_half(ring: &[Coord<f64>], own: Coord<f64>, other: Coord<f64>) -> Vec<Coord<f64>> {
    let middle = (own + other) / 2.0;
    let direction = other - own;
    let beyond = |at: Coord<f64>| {
        (at.x - middle.x) * direction.x * LONGITUDE_SCALE * LONGITUDE_SCALE + (at.y - middle.y) * direction.y
    };
    let mut half = Vec::with_capacity(ring.len() + 2);
    for (at, &start) in ring.iter().enumerate() {
        let end = ring[(at + 1) % ring.len()];
        let (from, to) = (beyond(start), beyond(end));
        if from <= 0.0 {
            half.push(start);
        }
        if from * to < 0.0 {
            half.push(start + (end - start) * (from / (from - to)));
        }
    }
    half
}

/// Every corner met so far, so that two cells use the very same numbers for a common one.
struct Corners(Vec<Coord<f64>>);

impl Corners {
    fn intern(&mut self, corner: Coord<f64>) -> Coord<f64> {
        let same =
            |known: &&Coord<f64>| (known.x - corner.x).abs() < SAME_CORNER && (known.y - corner.y).abs() < SAME_CORNER;
        if let Some(known) = self.0.iter().find(same) {
            return *known;
        }
        // Seven decimals are a hundredth of a metre and keep the file readable.
        let rounded = Coord { x: (corner.x * 1e7).round() / 1e7, y: (corner.y * 1e7).round() / 1e7 };
        self.0.push(rounded);
        rounded
    }
}

/// Joins rings that share corners: an edge that two of them run along in opposite directions falls
/// away, what is left is chained into rings again.
fn join_rings<'a>(rings: impl Iterator<Item = &'a [Coord<f64>]>) -> MultiPolygon<f64> {
    let key = |at: Coord<f64>| (at.x.to_bits(), at.y.to_bits());
    let mut next = BTreeMap::new();
    let mut edges: Vec<_> = Vec::new();
    for ring in rings {
        edges.extend(ring.iter().enumerate().map(|(at, start)| (*start, ring[(at + 1) % ring.len()])));
    }
    for (start, end) in &edges {
        if !edges.iter().any(|(from, to)| from == end && to == start) {
            next.insert(key(*start), (*start, *end));
        }
    }
    let mut polygons = Vec::new();
    while let Some((_, (start, mut at))) = next.pop_first() {
        let mut ring = vec![start];
        while at != start {
            ring.push(at);
            let Some((_, end)) = next.remove(&key(at)) else { break };
            at = end;
        }
        polygons.push(Polygon::new(LineString(ring), Vec::new()));
    }
    MultiPolygon(polygons)
}

#[cfg(test)]
mod tests {
    use geo::{Area, BooleanOps, Contains, Intersects, Point};
    use rand::{Rng, SeedableRng};

    use super::*;

    fn boundary(entries: &[DistrictEntry], slug: &str) -> MultiPolygon<f64> {
        let entry = entries.iter().find(|entry| entry.slug.as_str() == slug).expect("district");
        entry.boundary.clone().expect("boundary").into_polygons()
    }

    fn below<'a>(entries: &'a [DistrictEntry], parent: &'a str) -> impl Iterator<Item = &'a DistrictEntry> {
        entries.iter().filter(move |entry| entry.parent.as_ref().is_some_and(|above| above.as_str() == parent))
    }

    #[test]
    fn there_are_a_city_four_boroughs_and_thirteen_quarters_each_in_one_piece() {
        let entries = entries();
        let count = |level| entries.iter().filter(|entry| entry.level == level).count();
        assert_eq!(
            (count(DistrictLevel::City), count(DistrictLevel::Borough), count(DistrictLevel::Quarter)),
            (1, 4, 13)
        );
        for entry in &entries {
            let boundary = entry.boundary.as_ref().expect("boundary").polygons();
            assert_eq!(boundary.0.len(), 1, "{}", entry.slug);
            assert!(boundary.signed_area() > 0.0, "{} runs clockwise", entry.slug);
            assert_eq!(entry.boundary_source.as_deref(), Some(BOUNDARY_SOURCE));
        }
    }

    #[test]
    fn every_centre_lies_in_its_own_quarter_and_in_no_other() {
        let entries = entries();
        for quarter in entries.iter().filter(|entry| entry.level == DistrictLevel::Quarter) {
            let centre = quarter.centre.expect("centre").point();
            let home: Vec<_> = entries
                .iter()
                .filter(|entry| entry.level == DistrictLevel::Quarter)
                .filter(|entry| entry.boundary.as_ref().expect("boundary").polygons().intersects(&centre))
                .map(|entry| entry.slug.as_str())
                .collect();
            assert_eq!(home, [quarter.slug.as_str()]);
        }
    }

    #[test]
    fn every_point_of_the_city_lies_in_exactly_one_quarter_and_its_borough() {
        let entries = entries();
        let city = boundary(&entries, "herne");
        let mut dice = rand_chacha::ChaCha8Rng::seed_from_u64(7);
        let mut inside = 0;
        for _ in 0..5_000 {
            let point = Point::new(dice.random_range(7.12..7.30), dice.random_range(51.50..51.58));
            let quarters: Vec<_> = entries
                .iter()
                .filter(|entry| entry.level == DistrictLevel::Quarter)
                .filter(|entry| entry.boundary.as_ref().expect("boundary").polygons().contains(&point))
                .collect();
            assert_eq!(quarters.len(), usize::from(city.contains(&point)), "{point:?}");
            if let [quarter] = quarters.as_slice() {
                inside += 1;
                let borough = quarter.parent.as_ref().expect("parent").as_str();
                assert!(boundary(&entries, borough).contains(&point), "{point:?} in {borough}");
            }
        }
        assert!(inside > 1_500, "only {inside} points were inside");
    }

    #[test]
    fn boroughs_and_city_are_the_unions_of_what_lies_below() {
        let entries = entries();
        for parent in ["herne", "wanne", "eickel", "herne-mitte", "sodingen"] {
            let whole = boundary(&entries, parent);
            let parts: Vec<_> = below(&entries, parent).map(|entry| boundary(&entries, entry.slug.as_str())).collect();
            let sum: f64 = parts.iter().map(Area::unsigned_area).sum();
            assert!((whole.unsigned_area() - sum).abs() < 1e-12, "{parent}");
            let union = parts.iter().fold(MultiPolygon::new(Vec::new()), |union, part| union.union(part));
            assert!(whole.xor(&union).unsigned_area() < 1e-9, "{parent}");
        }
    }

    #[test]
    fn neighbours_share_their_corners_exactly() {
        let lines = lines();
        let cells = cells(&lines);
        let city = join_rings(cells.iter().map(|(_, ring)| ring.as_slice()));
        let on_the_rim: Vec<_> = city.0.iter().flat_map(|polygon| polygon.exterior().0.clone()).collect();
        for (quarter, ring) in &cells {
            for corner in ring {
                let users = cells.iter().filter(|(_, other)| other.contains(corner)).count();
                assert!(users >= 3 || on_the_rim.contains(corner), "{quarter}: {corner:?} is used {users} times");
            }
        }
    }

    #[test]
    fn the_city_has_the_given_extent() {
        use geo::BoundingRect;
        let extent = boundary(&entries(), "herne").bounding_rect().expect("extent");
        assert_eq!((extent.min().x, extent.max().x), (7.123, 7.296));
        assert_eq!((extent.min().y, extent.max().y), (51.503, 51.573));
    }
}
