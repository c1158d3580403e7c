//! Boundaries of districts: GeoJSON from outside, polygons in the store, and near the other districts.

use domain::{
    District, DistrictId, Record, Violations,
    boundary::{Boundary, Surroundings},
    rules::Problem,
};
use futures_util::TryStreamExt;
use serde_json::Value;
use store::{Store, StoreError};

/// A boundary as the store keeps it, from a GeoJSON geometry.
///
/// # Errors
/// What is wrong with it, and where.
pub(crate) fn to_stored(geometry: &Value) -> Result<Value, Problem> {
    let boundary: Boundary =
        serde_json::from_value(geometry.clone()).map_err(|error| Problem::Unreadable(error.to_string()))?;
    serde_json::to_value(boundary.into_polygons()).map_err(|error| Problem::Unreadable(error.to_string()))
}

/// Tells when a new boundary lies somewhere else than the directory does.
pub(crate) async fn check(
    store: &Store,
    id: DistrictId,
    before: Option<&District>,
    district: &District,
    wrong: &mut Violations,
) -> Result<(), StoreError> {
    let Some(boundary) = &district.boundary else { return Ok(()) };
    if before.is_some_and(|before| before.boundary.as_ref() == Some(boundary)) {
        return Ok(());
    }
    let all: Vec<Record<District>> = store.all::<District>().await?.try_collect().await?;
    let surroundings = Surroundings::of(all.iter().map(|known| (&known.data, known.id == id)));
    let stands_alone = before.is_none() && district.parent.is_none();
    if let Some(reason) = surroundings.complaint(boundary, stands_alone) {
        wrong.add("boundary", Problem::Unreadable(reason));
    }
    Ok(())
}
