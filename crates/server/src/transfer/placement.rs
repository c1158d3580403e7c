//! New entries of tables on their houses, by the address file of the installation.

use std::collections::HashMap;

use curation::import::RowProblem;
use domain::{
    Actor, Address, DistrictId, HouseAddress, Location, Position, district::DistrictLevel, house_address::locate,
    vocabulary::Precision,
};
use messages::Message;
use store::{Store, StoreError};

use super::{
    ImportSource,
    comparing::Compared,
    writing::{ImportBatch, Item},
};

/// Places new actors of tables whose rows have no position, where nothing finer than their quarter is known, and tells it
/// with their rows, as it tells those that stay without a place. Entries there are stay where they are unless their row
/// moves them, and other files say themselves where something is.
pub(super) async fn place_actors(
    store: &Store,
    sources: &[ImportSource],
    compared: &mut Compared,
) -> Result<(), StoreError> {
    let mut batches = std::mem::take(&mut compared.batches);
    let is_stored = |item: &&Item<Actor>| {
        let is_table = sources.get(item.file).is_some_and(ImportSource::is_office_table);
        is_table && compared.at(item.file, item.place.row).is_some_and(|at| compared.rows[at].entity.is_some())
    };
    let ids: Vec<_> =
        batches.iter().filter_map(ImportBatch::actors).flatten().filter(is_stored).map(|item| item.id).collect();
    let stored = store.get_many::<Actor>(&ids).await?;
    let stored: HashMap<_, Actor> = stored.into_iter().map(|record| (record.id, record.data)).collect();
    for batch in &mut batches {
        let ImportBatch::Actors(items) = batch else { continue };
        for item in items.iter_mut() {
            let Some(ImportSource::Table(source)) = sources.get(item.file) else { continue };
            let Some(at) = compared.at(item.file, item.place.row) else { continue };
            if !item.place.row.is_some_and(|row| source.table.is_to_be_placed(row)) {
                continue;
            }
            if compared.rows[at].entity.is_some() {
                let said = item.place.row.and_then(|row| source.table.precision(row));
                if let Some(before) = stored.get(&item.id)
                    && let Some((code, message)) = move_place(store, before, &mut item.data, said).await?
                {
                    compared.rows[at].hints.push(hint(code, message));
                    compared.compare_field(at, "location", before, &item.data);
                }
                continue;
            }
            if let Some(position) = find_house(store, item.data.address.as_deref()).await? {
                let precision = item.place.row.and_then(|row| source.table.precision(row));
                item.data.location = Some(Location { position, precision: precision.unwrap_or(Precision::Exact) });
                compared.rows[at].hints.push(hint("PLACED", Message::new("import-placed")));
            } else if let Some(location) = item.data.location {
                let precision = item.place.row.and_then(|row| source.table.precision(row));
                if precision.is_some_and(|precision| precision < location.precision) {
                    compared.rows[at].hints.push(hint("LOWERED", Message::new("import-place-lowered")));
                }
            } else if item.data.based_in.is_some() {
                compared.rows[at].hints.push(hint("PLACED_IN_DISTRICT", Message::new("import-placed-in-district")));
            } else if !item.data.active_in.is_empty() {
                compared.rows[at].hints.push(hint("NO_PLACE", Message::new("import-no-place-active")));
            } else {
                compared.rows[at].hints.push(hint("NO_PLACE", Message::new("import-no-place")));
            }
        }
    }
    compared.batches = batches;
    Ok(())
}

/// Lets the place of a stored entry go with its address or its quarter where a row changes these: to the house that is
/// known, else to the middle of the quarter where it was in that of the former one. What is to be told of it.
async fn move_place(
    store: &Store,
    before: &Actor,
    after: &mut Actor,
    said: Option<Precision>,
) -> Result<Option<(&'static str, Message)>, StoreError> {
    let (Some(from), Some(to)) = (before.location, after.location) else { return Ok(None) };
    let house = |actor: &Actor| actor.address.as_deref()?.street.as_deref().and_then(HouseAddress::from_line);
    let (has_moved, is_other_house) = (before.based_in != after.based_in, house(before) != house(after));
    if !has_moved && !is_other_house {
        return Ok(None);
    }
    let is_of_quarter = quarter_centre(store, before.based_in).await? == Some(from.position);
    if is_other_house && let Some(position) = find_house(store, after.address.as_deref()).await? {
        let shown = if is_of_quarter && from.precision == Precision::Quarter { Precision::Exact } else { to.precision };
        after.location = Some(Location { position, precision: said.unwrap_or(shown) });
        return Ok(Some(("PLACED", Message::new("stored-moved-to-house"))));
    }
    if has_moved && (is_of_quarter || house(after).is_none()) {
        let centre = quarter_centre(store, after.based_in).await?;
        let precision = to.precision.max(Precision::Quarter);
        after.location = centre.map(|position| Location { position, precision });
        let message = match after.location {
            Some(_) => Message::new("stored-moved-to-quarter"),
            None => Message::new("stored-place-gone"),
        };
        return Ok(Some(("PLACED_IN_DISTRICT", message)));
    }
    Ok((!is_of_quarter).then(|| ("PLACE_KEPT", Message::new("stored-place-kept"))))
}

/// The middle of a quarter; of larger districts none is shown.
async fn quarter_centre(store: &Store, district: Option<DistrictId>) -> Result<Option<Position>, StoreError> {
    let Some(id) = district else { return Ok(None) };
    let found = store.get_many::<domain::District>(&[id]).await?;
    Ok(found.first().filter(|found| found.data.level == DistrictLevel::Quarter).and_then(|found| found.data.centre))
}

async fn find_house(store: &Store, address: Option<&Address>) -> Result<Option<Position>, StoreError> {
    let Some(address) = address else { return Ok(None) };
    let Some(house) = address.street.as_deref().and_then(HouseAddress::from_line) else { return Ok(None) };
    let points = store.address_points(&house).await?;
    Ok(locate(&points, address.postcode.as_deref(), address.city.as_deref()))
}

fn hint(code: &'static str, message: Message) -> RowProblem {
    RowProblem { field: "location".to_owned(), column: None, message, code }
}
