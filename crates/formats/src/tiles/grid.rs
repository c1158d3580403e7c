//! Who shares a point. Cells divide a tile evenly and every place is in one tile, so a cell belongs to one tile
//! alone: neighbours never count the same actor twice, and what is counted is exactly what a filter leaves.

use directory::{ActorNo, Snapshot};

use super::address::{EXTENT, TileAddress};

/// Below this zoom those who would touch on the screen are one point.
const TOLD_ONE_BY_ONE: u8 = 15;
/// The side of a cell there, units: 64 of the 512 pixels a tile has.
const CELL: u32 = EXTENT / 8;
/// How many actors of the very same place are told one by one from that zoom on. Places told by quarter are the
/// same for all of them, and a tile should not grow with the directory.
const HEAP: usize = 32;

/// A point of the layer of actors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spot {
    /// One actor.
    One { actor: ActorNo, x: i32, y: i32 },
    /// Several, at their mean place.
    Many { count: u64, x: i32, y: i32 },
}

/// The points of those actors who are in the tile.
pub(super) fn spots(snapshot: &Snapshot, at: TileAddress, actors: impl Iterator<Item = ActorNo>) -> Vec<Spot> {
    let (cell, most) = if at.zoom() < TOLD_ONE_BY_ONE { (CELL, 1) } else { (1, HEAP) };
    let mut placed: Vec<(u32, ActorNo, u32, u32)> = actors
        .filter_map(|actor| {
            let (x, y) = at.unit(snapshot.map_place(actor)?.position)?;
            Some((y / cell * EXTENT + x / cell, actor, x, y))
        })
        .collect();
    placed.sort_unstable();
    let mut spots = Vec::new();
    for sharing in placed.chunk_by(|one, other| one.0 == other.0) {
        if sharing.len() <= most {
            let one =
                |(_, actor, x, y): &(u32, ActorNo, u32, u32)| Spot::One { actor: *actor, x: *x as i32, y: *y as i32 };
            spots.extend(sharing.iter().map(one));
        } else {
            let count = sharing.len() as u64;
            let mean = |of: fn(&(u32, ActorNo, u32, u32)) -> u32| {
                (sharing.iter().map(|placed| u64::from(of(placed))).sum::<u64>() / count) as i32
            };
            spots.push(Spot::Many { count, x: mean(|placed| placed.2), y: mean(|placed| placed.3) });
        }
    }
    spots
}
