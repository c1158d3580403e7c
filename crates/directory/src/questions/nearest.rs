//! By distance: the geodesic is worked out only for those who may be on the page.
//!
//! Cheap bounds tell the order of most; only between entries whose bounds overlap does the geodesic
//! decide.

use domain::Position;
use roaring::RoaringBitmap;

use super::page::{CursorOrder, Span};
use crate::{
    ActorNo, Page, Snapshot,
    snapshot::{
        keys::smallest_first,
        places::distance_bounds,
        slices::{PageEnd, PageSlice},
    },
};

struct NearestCandidate {
    no: u32,
    position: Position,
    least: f64,
    greatest: f64,
}

/// A page of the members, nearest to the centre first.
pub(super) fn page_by_distance(
    snapshot: &Snapshot,
    centre: Position,
    members: &RoaringBitmap,
    span: &Span,
) -> Page<ActorNo> {
    let after = span.after.as_ref().map_or(f64::NEG_INFINITY, |key| f64::from_bits(key.lead));
    let before = span.before.as_ref().map_or(f64::INFINITY, |key| f64::from_bits(key.lead));
    let (mut early, mut late, mut candidates) = (false, false, Vec::new());
    for no in members {
        let Some(position) = snapshot.indexes.places.position(no) else { continue };
        let (least, greatest) = distance_bounds(centre, position);
        if greatest < after || least > before {
            (early, late) = (early | (greatest < after), late | (least > before));
        } else {
            candidates.push(NearestCandidate { no, position, least, greatest });
        }
    }
    let dropped = foremost(&mut candidates, span, after, before);
    let exact: Vec<(u64, u32)> = candidates
        .iter()
        .map(|candidate| (smallest_first(centre.distance_metres(candidate.position)), candidate.no))
        .collect();
    let slice = span.slice(exact, |node| snapshot.leading_key(node));
    let (front, back) = (span.side == PageEnd::Front, span.side == PageEnd::Back);
    let slice = PageSlice {
        before: slice.before || early || (back && dropped),
        after: slice.after || late || (front && dropped),
        ..slice
    };
    snapshot.page_of_leading(CursorOrder::Distance, &slice, members.len())
}

/// Leaves those who may be on the page, and tells whether somebody was dropped behind it.
///
/// As many as the page takes are certainly inside the window's edge on their side; whoever is
/// certainly behind all of them is not on the page.
fn foremost(candidates: &mut Vec<NearestCandidate>, span: &Span, after: f64, before: f64) -> bool {
    let certain = |candidate: &&NearestCandidate| candidate.least > after && candidate.greatest < before;
    let mut edges: Vec<f64> = match span.side {
        PageEnd::Front => candidates.iter().filter(certain).map(|candidate| candidate.greatest).collect(),
        PageEnd::Back => candidates.iter().filter(certain).map(|candidate| -candidate.least).collect(),
    };
    if edges.len() <= span.count {
        return false;
    }
    let (_, edge, _) = edges.select_nth_unstable_by(span.count, f64::total_cmp);
    let edge = *edge;
    let many = candidates.len();
    candidates.retain(|candidate| match span.side {
        PageEnd::Front => candidate.least <= edge,
        PageEnd::Back => -candidate.greatest <= edge,
    });
    candidates.len() < many
}
