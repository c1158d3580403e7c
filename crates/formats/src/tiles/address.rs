//! Which tile, and where it lies: the square cut of the web Mercator map (EPSG:3857) that map clients share.

use std::f64::consts::PI;

use directory::Within;
use domain::Position;

/// The deepest zoom there are tiles of; clients show those larger where they come nearer.
pub const DEEPEST: u8 = 16;

/// How many units a side of a tile has.
pub(super) const EXTENT: u32 = 4096;

/// How far beyond its edges a tile asks for actors, degrees (a tenth of a millimetre): the edges are rounded
/// numbers, and what lies beyond them falls away where tiles are told apart exactly.
const MARGIN: f64 = 1e-9;

/// One tile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TileAddress {
    zoom: u8,
    column: u32,
    row: u32,
}

impl TileAddress {
    /// The tile of a zoom, counted from the west and from the north; `None` where there is none.
    pub fn new(zoom: u8, column: u32, row: u32) -> Option<Self> {
        let side = 1_u32 << zoom.min(DEEPEST);
        (zoom <= DEEPEST && column < side && row < side).then_some(Self { zoom, column, row })
    }

    /// Its zoom.
    pub const fn zoom(self) -> u8 {
        self.zoom
    }

    /// The box in which whoever is in the tile is: its edges, and hardly more.
    pub fn area(self) -> Within {
        let side = f64::from(1_u32 << self.zoom);
        let longitude = |column: u32| f64::from(column) / side * 360.0 - 180.0;
        let latitude = |row: u32| (PI * (1.0 - 2.0 * f64::from(row) / side)).sinh().atan().to_degrees();
        Within {
            west: (longitude(self.column) - MARGIN).max(-180.0),
            south: (latitude(self.row + 1) - MARGIN).max(-90.0),
            east: (longitude(self.column + 1) + MARGIN).min(180.0),
            north: (latitude(self.row) + MARGIN).min(90.0),
        }
    }

    /// Where a place is, in units from the tile's north-western corner; beyond its edges too.
    pub(super) fn units(self, longitude: f64, latitude: f64) -> (f64, f64) {
        let (x, y) = on_map(longitude, latitude);
        let side = f64::from(1_u32 << self.zoom);
        let extent = f64::from(EXTENT);
        ((x * side - f64::from(self.column)) * extent, (y * side - f64::from(self.row)) * extent)
    }

    /// The unit a place is in, where it is in the tile. Every place is in exactly one tile of a zoom.
    pub(super) fn unit(self, position: Position) -> Option<(u32, u32)> {
        let (x, y) = on_map(position.longitude(), position.latitude());
        let units = f64::from(EXTENT) * f64::from(1_u32 << self.zoom);
        // 180 degrees east are 180 degrees west.
        let unit = |part: f64| (part * units).floor() as i64;
        let (column, row) = (unit(x.rem_euclid(1.0)), unit(y));
        let inside = |unit: i64, tile: u32| u32::try_from(unit - i64::from(tile) * i64::from(EXTENT)).ok();
        let (x, y) = (inside(column, self.column)?, inside(row, self.row)?);
        (x < EXTENT && y < EXTENT).then_some((x, y))
    }
}

/// A place on the square map of the world, from 0 in the north-west to 1 (EPSG:3857, which ends at 85.05 degrees).
pub(super) fn on_map(longitude: f64, latitude: f64) -> (f64, f64) {
    ((longitude + 180.0) / 360.0, (1.0 - latitude.to_radians().tan().asinh() / PI) / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_in_one_tile_of_each_zoom() {
        for (longitude, latitude) in [(7.1553, 51.5375), (-180.0, 0.0), (180.0, 0.0), (0.0, 0.0), (179.999_999, -85.0)]
        {
            let position = Position::new(longitude, latitude).expect("a position");
            for zoom in 0..=4 {
                let side = 0..1_u32 << zoom;
                let tiles = side.clone().flat_map(|column| side.clone().map(move |row| (column, row)));
                let holding = tiles.filter_map(|(column, row)| TileAddress::new(zoom, column, row)?.unit(position));
                assert_eq!(holding.count(), 1, "{longitude} {latitude} at {zoom}");
            }
        }
    }

    #[test]
    fn a_tile_lies_where_map_clients_look_for_it() {
        // Wanne, by the formulas of the OpenStreetMap wiki ("Slippy map tilenames").
        let tile = TileAddress::new(12, 2129, 1361).expect("a tile");
        let area = tile.area();
        assert!(area.west < 7.1553 && 7.1553 < area.east && area.south < 51.5375 && 51.5375 < area.north, "{area:?}");
        assert!(tile.unit(Position::new(7.1553, 51.5375).expect("a position")).is_some());
    }

    #[test]
    fn what_is_no_tile_is_none() {
        assert!(TileAddress::new(17, 0, 0).is_none());
        assert!(TileAddress::new(3, 8, 0).is_none() && TileAddress::new(3, 0, 8).is_none());
        assert!(TileAddress::new(200, 0, 0).is_none());
        assert!(TileAddress::new(16, 65_535, 65_535).is_some());
    }
}
