//! Where the directory is: a boundary that lies somewhere else was probably written latitude first.

use geo::{BoundingRect, Centroid, Coord, Intersects, MultiPolygon, Rect};

use crate::{District, Position};

/// How far around its districts a directory may grow in one step, in degrees; about 55 km from south
/// to north. A directory that is larger than that may grow by its own size.
const MARGIN: f64 = 0.5;

/// The box around what is known of the directory's place; nothing is known of an empty one.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings(Option<Rect<f64>>);

impl Surroundings {
    /// The box around the districts of a directory, each with whether its boundary is replaced:
    /// of such a one the centre counts alone, so that a wrong boundary can be put right.
    pub fn of<'a>(districts: impl Iterator<Item = (&'a District, bool)>) -> Self {
        let corners = districts.flat_map(|(district, is_replaced)| {
            let boundary = district.boundary.as_ref().filter(|_| !is_replaced).and_then(BoundingRect::bounding_rect);
            let centre = district.centre.map(|centre| Coord { x: centre.longitude(), y: centre.latitude() });
            boundary.map(|rect| [rect.min(), rect.max()]).into_iter().flatten().chain(centre)
        });
        Self(corners.fold(None, |all: Option<Rect<f64>>, corner| {
            let (min, max) = all.map_or((corner, corner), |all| (all.min(), all.max()));
            let west_south = Coord { x: min.x.min(corner.x), y: min.y.min(corner.y) };
            Some(Rect::new(west_south, Coord { x: max.x.max(corner.x), y: max.y.max(corner.y) }))
        }))
    }

    /// What is wrong with the place of a boundary, if anything. A district that stands alone may lie
    /// anywhere, as another city does, unless it lies among the others once longitude and latitude
    /// are exchanged.
    pub fn complaint(&self, boundary: &MultiPolygon<f64>, stands_alone: bool) -> Option<String> {
        let (area, given) = (self.0?, boundary.bounding_rect()?);
        let margin = MARGIN.max(area.width()).max(area.height());
        let near = Rect::new(area.min() - Coord { x: margin, y: margin }, area.max() + Coord { x: margin, y: margin });
        if near.intersects(&given) {
            return None;
        }
        let exchanged = |at: Coord<f64>| Coord { x: at.y, y: at.x };
        let middle = given.centroid();
        let place = format!("lies around longitude {:.3}, latitude {:.3}", middle.x(), middle.y());
        if near.intersects(&Rect::new(exchanged(given.min()), exchanged(given.max()))) {
            return Some(format!(
                "{place}, far from every district of this directory, and among them once the two are exchanged: allowed \
                 is longitude first, then latitude"
            ));
        }
        let position = |point: geo::Point<f64>| Position::new(point.x(), point.y()).ok();
        let metres = position(middle)?.distance_metres(position(area.centroid())?);
        (!stands_alone).then(|| {
            format!(
                "{place}, {:.0} km from the other districts of this directory: allowed are WGS84 degrees, longitude first, \
                 near them",
                metres / 1000.0
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DistrictLevel, LocalisedText};

    fn square(west: f64, south: f64) -> MultiPolygon<f64> {
        Rect::new(Coord { x: west, y: south }, Coord { x: west + 0.1, y: south + 0.1 }).to_polygon().into()
    }

    fn district(boundary: Option<MultiPolygon<f64>>, centre: Option<Position>) -> District {
        District {
            slug: "d".parse().expect("slug"),
            former_slugs: Vec::new(),
            parent: None,
            level: DistrictLevel::Quarter,
            name: LocalisedText::german("D"),
            position: 0,
            centre,
            boundary,
            alternative_names: Vec::new(),
            boundary_source: None,
            replaced_by: None,
        }
    }

    #[test]
    fn exchanged_coordinates_are_told_as_such_and_far_places_as_far() {
        let here = district(Some(square(7.1, 51.5)), None);
        let surroundings = Surroundings::of([(&here, false)].into_iter());
        assert_eq!(surroundings.complaint(&square(7.4, 51.7), false), None);
        let exchanged = surroundings.complaint(&square(51.5, 7.1), true).expect("a complaint");
        assert!(exchanged.contains("longitude first"), "{exchanged}");
        let far = surroundings.complaint(&square(13.4, 52.5), false).expect("a complaint");
        assert!(far.contains("km from"), "{far}");
        assert_eq!(surroundings.complaint(&square(13.4, 52.5), true), None);
    }

    #[test]
    fn a_boundary_that_is_replaced_says_nothing_of_the_place_and_its_centre_does() {
        let wrong = district(Some(square(51.5, 7.1)), None);
        assert_eq!(Surroundings::of([(&wrong, true)].into_iter()).complaint(&square(7.1, 51.5), false), None);
        let centred = district(Some(square(51.5, 7.1)), Position::new(7.15, 51.55).ok());
        let surroundings = Surroundings::of([(&centred, true)].into_iter());
        assert_eq!(surroundings.complaint(&square(7.1, 51.5), false), None);
        assert!(surroundings.complaint(&square(51.5, 7.1), false).is_some());
    }
}
