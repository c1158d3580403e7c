//! Files of map tiles, made of the tiles of a running service.

use std::{fs::File, path::Path};

use pmtiles::{Compression, PmTilesWriter, TileCoord, TileType};

use crate::Server;

/// Zoom, column and row of a tile over the middle of the demo city.
pub const MIDDLE: (u8, u32, u32) = (11, 1064, 680);

/// Writes a file with the tiles over the middle of the demo city, from far away down to [`MIDDLE`] and its neighbours.
/// Their layer of districts is called `watershed` there, so that what draws them has to know what is water.
///
/// # Panics
/// When it cannot be written.
pub async fn write(server: &Server, path: &Path, compression: Compression) {
    let writer = PmTilesWriter::new(TileType::Mvt).tile_compression(compression).min_zoom(8).max_zoom(MIDDLE.0);
    let writer = writer.bounds(6.5, 51.2, 7.9, 51.9).metadata(r#"{"vector_layers":[{"id":"watershed","fields":{}}]}"#);
    let mut writer = writer.create(File::create(path).expect("a file can be made")).expect("a file of tiles");
    for zoom in 8..=MIDDLE.0 {
        let (column, row) = (MIDDLE.1 >> (MIDDLE.0 - zoom), MIDDLE.2 >> (MIDDLE.0 - zoom));
        for column in column - 1..=column + 1 {
            for row in row - 1..=row + 1 {
                let tile = tile(server, (zoom, column, row)).await;
                let at = TileCoord::new(zoom, column, row).expect("a tile");
                writer.add_tile(at, &tile).expect("a tile can be added");
            }
        }
    }
    writer.finalize().expect("the file can be finished");
}

/// A tile as [`write()`] writes it.
///
/// # Panics
/// When there is none.
pub async fn tile(server: &Server, (zoom, column, row): (u8, u32, u32)) -> Vec<u8> {
    let tile = server.request("GET", &format!("/tiles/{zoom}/{column}/{row}.mvt")).send().await.expect("an answer");
    let mut tile = tile.bytes().await.expect("bytes").to_vec();
    // Both names are of the same length, so that nothing else of the tile changes.
    let (from, to) = (b"districts", b"watershed");
    while let Some(at) = tile.windows(from.len()).position(|bytes| bytes == from) {
        tile[at..at + to.len()].copy_from_slice(to);
    }
    tile
}
