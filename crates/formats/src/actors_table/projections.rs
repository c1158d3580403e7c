//! Coordinates of land surveyors, metres of ETRS89/UTM with or without the zone in front of the easting, as degrees (WGS84).

use domain::Position;
use proj4rs::{Proj, errors::Error as ProjectionError, transform::transform};

/// The zone of eastings without one in front: that of western Germany.
const USUAL_ZONE: u8 = 32;
/// Eastings with a zone in front are larger than this, metres.
const WITH_ZONE: f64 = 1_000_000.0;

/// Whether a pair is none of degrees, which no office means otherwise than as metres.
pub(super) fn is_metres(one: f64, other: f64) -> bool {
    one.abs() > 180.0 && other.abs() > 180.0
}

/// The ways from the zones of UTM to degrees, each made when it is first needed.
#[derive(Default)]
pub(super) struct Projections {
    degrees: Option<Proj>,
    zones: Vec<(u8, Proj)>,
}

impl Projections {
    /// Where two coordinates point to, whichever of them is which; `None` where they point to nothing in Europe.
    pub(super) fn position(&mut self, first: f64, second: f64) -> Option<Position> {
        if first == 0.0 && second == 0.0 {
            // What machines write for nothing.
            return None;
        }
        if first.abs() <= 180.0 && second.abs() <= 180.0 {
            // As the headings say: longitude first.
            return Position::new(first, second).ok();
        }
        let is_northing = |metres: f64| (3_500_000.0..8_000_000.0).contains(&metres);
        let (easting, northing) = if is_northing(first) { (second, first) } else { (first, second) };
        let (zone, easting) = if easting > WITH_ZONE {
            let zone = (easting / WITH_ZONE).floor();
            ((28.0..=38.0).contains(&zone).then_some(zone as u8)?, easting - zone * WITH_ZONE)
        } else {
            (USUAL_ZONE, easting)
        };
        if !is_northing(northing) || !(100_000.0..900_000.0).contains(&easting) {
            return None;
        }
        self.project(zone, easting, northing).ok()?
    }

    fn project(&mut self, zone: u8, easting: f64, northing: f64) -> Result<Option<Position>, ProjectionError> {
        let degrees = match &self.degrees {
            Some(known) => known,
            None => self.degrees.insert(Proj::from_proj_string("+proj=longlat +ellps=GRS80 +no_defs")?),
        };
        let at = match self.zones.iter().position(|(known, _)| *known == zone) {
            Some(at) => at,
            None => {
                let projection =
                    Proj::from_proj_string(&format!("+proj=utm +zone={zone} +ellps=GRS80 +units=m +no_defs"))?;
                self.zones.push((zone, projection));
                self.zones.len() - 1
            }
        };
        let mut point = (easting, northing, 0.0);
        transform(&self.zones[at].1, degrees, &mut point)?;
        Ok(Position::new(point.0.to_degrees(), point.1.to_degrees()).ok())
    }
}
