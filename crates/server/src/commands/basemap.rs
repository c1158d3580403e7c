//! `bruecke basemap`: the region of the directory out of a file of map tiles that holds a country or the whole earth.

use std::{f64::consts::PI, io::BufWriter};

use domain::{BoundingBox, District};
use futures_util::TryStreamExt;
use geo::BoundingRect;
use pmtiles::{PmTilesWriter, PmtError, TileCoord, TileId};
use store::Store;

use super::{
    database::{open_existing, require_database},
    error::{CommandError, RegionError},
    named_writer::NamedWriter,
    terminal::say,
};
use crate::{basemap::open_tiles, cli::BasemapFlags, plural::pluralise};

/// How far around the districts the region reaches, degrees (about two kilometres).
const MARGIN: f64 = 0.02;
/// More tiles than these are no region of a directory: a state at zoom 14 has about 60,000.
const MOST_TILES: u64 = 400_000;

const GUIDE: &str = "\
Maps show districts and entries by themselves. To have streets below them:

1. Get a file of tiles (PMTiles, version 3). The whole earth from OpenStreetMap is made every day by Protomaps
   (https://docs.protomaps.com/basemaps/downloads); it is large, so get a country where somebody offers one, or let
   their program cut it while it loads: `pmtiles extract ADDRESS germany.pmtiles --bbox=5.8,47.2,15.1,55.1`.
   Tilemaker and Planetiler make such a file of an extract of Geofabrik (https://download.geofabrik.de).
2. Cut the region of your directory out of it:
   bruecke basemap --database sqlite://herne.db germany.pmtiles herne.pmtiles
3. Name the file in the settings file, and start the service again:
   [map]
   pmtiles = \"herne.pmtiles\"
   attribution = \"© OpenStreetMap\"
   attribution_url = \"https://www.openstreetmap.org/copyright\"

Nothing is fetched by this program, and visitors' browsers ask nobody but your service.";

/// Runs the command.
///
/// # Errors
/// [`CommandError`] when the source cannot be read or the file not written; there is no file then.
pub async fn run(database: Option<String>, flags: &BasemapFlags) -> Result<(), CommandError> {
    let Some(source) = &flags.source else {
        say(GUIDE);
        return Ok(());
    };
    let region = match flags.bounds {
        Some(bounds) => bounds,
        None => around_districts(&open_existing(&require_database(database)?).await?).await?,
    };
    let reader = open_tiles(source).await.map_err(RegionError::from)?;
    let header = reader.get_header();
    let (min_zoom, max_zoom) = (header.min_zoom, header.max_zoom.min(flags.max_zoom));
    let tiles: u64 = (min_zoom..=max_zoom).map(|zoom| Range::of(region, zoom).count()).sum();
    if tiles > MOST_TILES {
        return Err(RegionError::TooLarge { tiles, zoom: max_zoom, allowed: MOST_TILES }.into());
    }
    let unreadable = |error| RegionError::Read { file: source.clone(), source: error };
    let metadata = match reader.get_metadata().await {
        Err(PmtError::InvalidMetadata) => "{}".to_owned(),
        metadata => metadata.map_err(unreadable)?,
    };
    let mut target = NamedWriter::create(&flags.file)?;
    let unwritable = |error| RegionError::Write { file: flags.file.display().to_string(), source: error };
    let written = {
        // Tiles travel as they are compressed.
        let writer = PmTilesWriter::new(header.tile_type)
            .precompressed(header.tile_compression)
            .min_zoom(min_zoom)
            .max_zoom(max_zoom)
            .bounds(region.west, region.south, region.east, region.north)
            .center_zoom(max_zoom.min(12))
            .center((region.west + region.east) / 2.0, (region.south + region.north) / 2.0)
            .metadata(metadata);
        let mut writer = writer.create(BufWriter::new(target.seekable()?)).map_err(unwritable)?;
        let mut written = 0_usize;
        for zoom in min_zoom..=max_zoom {
            for at in Range::of(region, zoom).tiles() {
                if let Some(tile) = reader.get_tile(at).await.map_err(unreadable)? {
                    writer.add_tile(at, &tile).map_err(unwritable)?;
                    written += 1;
                }
            }
        }
        writer.finalize().map_err(unwritable)?;
        written
    };
    if written == 0 {
        return Err(RegionError::Outside { file: source.clone(), region }.into());
    }
    target.finish()?;
    say(format_args!(
        "{} down to zoom {max_zoom} written to {file}. In the settings file:\n\n[map]\npmtiles = {file:?}\nattribution = \"…\"   # whose map it is; for OpenStreetMap \"© OpenStreetMap\"",
        pluralise(written, "tile", "tiles"),
        file = flags.file.display().to_string(),
    ));
    Ok(())
}

/// The region of all districts, with some room around.
async fn around_districts(store: &Store) -> Result<BoundingBox, CommandError> {
    let mut region: Option<BoundingBox> = None;
    let mut districts = store.all::<District>().await?;
    while let Some(district) = districts.try_next().await? {
        let Some(found) = district.data.boundary.as_ref().and_then(BoundingRect::bounding_rect) else { continue };
        let (min, max) = (found.min(), found.max());
        let before = region.unwrap_or(BoundingBox { west: min.x, south: min.y, east: max.x, north: max.y });
        region = Some(BoundingBox {
            west: before.west.min(min.x),
            south: before.south.min(min.y),
            east: before.east.max(max.x),
            north: before.north.max(max.y),
        });
    }
    let region = region.ok_or(RegionError::NoRegion)?;
    Ok(BoundingBox {
        west: (region.west - MARGIN).max(-180.0),
        south: region.south - MARGIN,
        east: (region.east + MARGIN).min(180.0),
        north: region.north + MARGIN,
    })
}

/// The tiles of a zoom that a region touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Range {
    zoom: u8,
    columns: (u32, u32),
    rows: (u32, u32),
}

impl Range {
    /// By the square cut of the web Mercator map (EPSG:3857).
    fn of(region: BoundingBox, zoom: u8) -> Self {
        let side = f64::from(1_u32 << zoom);
        let last = (1_u32 << zoom) - 1;
        let column = |longitude: f64| (((longitude + 180.0) / 360.0 * side).max(0.0) as u32).min(last);
        let row = |latitude: f64| {
            let at = (1.0 - latitude.to_radians().tan().asinh() / PI) / 2.0;
            ((at * side).max(0.0) as u32).min(last)
        };
        Self { zoom, columns: (column(region.west), column(region.east)), rows: (row(region.north), row(region.south)) }
    }

    fn count(self) -> u64 {
        let wide = |(from, to): (u32, u32)| u64::from(to - from + 1);
        wide(self.columns) * wide(self.rows)
    }

    /// In the order in which files of tiles have them.
    fn tiles(self) -> Vec<TileCoord> {
        let columns = self.columns.0..=self.columns.1;
        let all = columns.flat_map(|column| (self.rows.0..=self.rows.1).map(move |row| (column, row)));
        let mut tiles: Vec<TileCoord> =
            all.filter_map(|(column, row)| TileCoord::new(self.zoom, column, row).ok()).collect();
        tiles.sort_by_key(|at| TileId::from(*at).value());
        tiles
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_has_the_tiles_that_it_touches() {
        let herne = BoundingBox { west: 7.09, south: 51.48, east: 7.33, north: 51.58 };
        assert_eq!(Range::of(herne, 0), Range { zoom: 0, columns: (0, 0), rows: (0, 0) });
        assert_eq!(Range::of(herne, 11).tiles().len() as u64, Range::of(herne, 11).count());
        assert!(Range::of(herne, 11).tiles().contains(&TileCoord::new(11, 1064, 680).expect("a tile")));
        let earth = BoundingBox { west: -180.0, south: -85.0, east: 180.0, north: 85.0 };
        assert_eq!(Range::of(earth, 3).count(), 64);
        let ids: Vec<u64> = Range::of(earth, 3).tiles().into_iter().map(|at| TileId::from(at).value()).collect();
        assert!(ids.is_sorted());
    }
}
