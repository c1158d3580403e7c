//! Whether an actor can be where a change puts it: not at 0/0, not with longitude and latitude exchanged, and far from
//! every district only where that is confirmed.

use domain::{Actor, District, DistrictArea, OddCoordinates, Violations};
use futures_util::TryStreamExt;
use serde_json::Value;
use store::{Store, StoreError};

use crate::fields::definition::FieldValues;

/// The part of a location that confirms that it lies far from every district.
const CONFIRMATION: &str = "farAway";

/// Takes out of a location what confirms it, which is no part of what is stored; whether it is confirmed.
pub(crate) fn take_confirmation(named: &mut FieldValues) -> bool {
    let location = named.get_mut("location").and_then(Value::as_object_mut);
    location.and_then(|location| location.remove(CONFIRMATION)) == Some(Value::Bool(true))
}

/// Tells what is odd about a place that was not there before.
pub(crate) async fn check(
    store: &Store,
    before: Option<&Actor>,
    actor: &Actor,
    is_far_confirmed: bool,
    wrong: &mut Violations,
) -> Result<(), StoreError> {
    let position = |actor: &Actor| actor.location.map(|location| location.position);
    let Some(at) = position(actor).filter(|at| before.and_then(position) != Some(*at)) else { return Ok(()) };
    let mut area = DistrictArea::default();
    let mut districts = store.all::<District>().await?;
    while let Some(district) = districts.try_next().await? {
        area = area.with(&district.data);
    }
    match area.check(at.longitude(), at.latitude()) {
        Some(OddCoordinates::FarAway) if is_far_confirmed => {}
        Some(odd) => wrong.add("location", odd.problem()),
        None => {}
    }
    Ok(())
}
