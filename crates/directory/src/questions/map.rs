//! Who stands where on a map: at their place, else somewhere in the district of their seat. Whose place is hidden stands
//! nowhere, though the district of the seat may be public.

use domain::{ActorType, Position, district::DistrictLevel, vocabulary::Precision};

use crate::{ActorFilter, ActorNo, DistrictNo, DistrictRelation, QuestionError, Snapshot, Within};

/// How far from the middle of their district those stand at most who have no place of their own, metres: apart enough
/// to be chosen one by one on a near map, and inside most quarters.
const SPREAD_METRES: f64 = 250.0;
/// Metres of a degree of latitude.
const DEGREE_METRES: f64 = 111_320.0;

/// A place on a map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapPlace {
    /// Where the mark stands.
    pub position: Position,
    /// How much of that is known: a quarter where the mark stands somewhere in it.
    pub precision: Precision,
    /// Whether no more than a borough or a town is known of it.
    pub is_wide: bool,
}

impl Snapshot {
    /// Where an actor stands on a map; nowhere where its place is hidden, and where neither its place nor where its
    /// district lies is known.
    pub fn map_place(&self, no: ActorNo) -> Option<MapPlace> {
        let entry = self.actor(no);
        if entry.fact.places() == Precision::Hidden {
            return None;
        }
        match entry.data().location {
            Some(location) => {
                Some(MapPlace { position: location.position, precision: location.precision, is_wide: false })
            }
            None => {
                let district = self.district(entry.based_in()?);
                let (anchor, is_wide) = (district.anchor()?, district.data().level != DistrictLevel::Quarter);
                let position = spread(anchor, entry.record().id.uuid().as_u128());
                Some(MapPlace { position, precision: Precision::Quarter, is_wide })
            }
        }
    }

    /// How many of the actors a filter leaves stand nowhere on the map. Each is looked at: for short lists.
    ///
    /// # Errors
    /// [`QuestionError`], the asker's mistake.
    pub fn count_off_map(&self, actor_type: Option<ActorType>, filter: &ActorFilter) -> Result<u64, QuestionError> {
        Ok(self.matching_actors(actor_type, filter)?.filter(|no| self.map_place(*no).is_none()).count() as u64)
    }

    /// Those of the actors a filter leaves who may stand in a box of the map, and few others.
    ///
    /// # Errors
    /// [`QuestionError`], the asker's mistake.
    pub fn actors_on_map(
        &self,
        actor_type: Option<ActorType>,
        filter: &ActorFilter,
        area: Within,
    ) -> Result<Vec<ActorNo>, QuestionError> {
        let placed = ActorFilter { within: Some(area), ..filter.clone() };
        let mut actors: Vec<ActorNo> = self.matching_actors(actor_type, &placed)?.collect();
        let districts: Vec<DistrictNo> = self.districts().filter(|no| self.stands_near(*no, area)).collect();
        if districts.is_empty() {
            return Ok(actors);
        }
        let slugs = districts.iter().map(|no| self.district(*no).data().slug.to_string()).collect();
        let district_relation = DistrictRelation::BasedIn;
        let mut based = filter.clone();
        based.and.push(ActorFilter { districts: slugs, district_relation, ..ActorFilter::default() });
        let is_without_place = |no: &ActorNo| {
            let entry = self.actor(*no);
            entry.data().location.is_none() && entry.based_in().is_some_and(|seat| districts.contains(&seat))
        };
        // A filter has a greatest size; where these districts go beyond it, everybody is looked at.
        let based = self.matching_actors(actor_type, &based).or_else(|_| self.matching_actors(actor_type, filter))?;
        actors.extend(based.filter(is_without_place));
        Ok(actors)
    }

    /// Whether those of a district who have no place of their own may stand in a box.
    fn stands_near(&self, no: DistrictNo, area: Within) -> bool {
        self.district(no).anchor().is_some_and(|anchor| {
            let high = SPREAD_METRES / DEGREE_METRES;
            let wide = high / narrowness(anchor);
            (area.south - high..=area.north + high).contains(&anchor.latitude())
                && (area.west - wide..=area.east + wide).contains(&anchor.longitude())
        })
    }
}

/// How much narrower a degree of longitude is than one of latitude.
fn narrowness(at: Position) -> f64 {
    at.latitude().to_radians().cos().max(0.01)
}

/// A place around another that is the same for a number every time.
fn spread(around: Position, number: u128) -> Position {
    // The last bits of a UUID of version 7 are random.
    let part = |shift: u32| f64::from((number >> shift) as u16) / f64::from(u16::MAX);
    let (angle, radius) = (part(0) * std::f64::consts::TAU, part(16).sqrt() * SPREAD_METRES / DEGREE_METRES);
    let longitude = around.longitude() + radius * angle.cos() / narrowness(around);
    Position::new(longitude, radius.mul_add(angle.sin(), around.latitude())).unwrap_or(around)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_without_a_place_stand_apart_and_near_the_middle() {
        let middle = Position::new(7.15, 51.54).expect("a position");
        let places: Vec<Position> =
            (0..200_u128).map(|at| spread(middle, at.wrapping_mul(0x9E37_79B9_7F4A_7C15))).collect();
        for (at, place) in places.iter().enumerate() {
            assert!(place.distance_metres(middle) <= SPREAD_METRES * 1.01, "{place:?}");
            assert!(!places[..at].contains(place), "{place:?} stands twice");
        }
    }
}
