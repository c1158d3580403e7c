//! New entries of tables on their houses, by the address file of the installation.

use curation::import::RowProblem;
use domain::{Address, HouseAddress, Location, Position, house_address::locate, vocabulary::Precision};
use messages::Message;
use store::{Store, StoreError};

use super::{ImportSource, comparing::Compared, writing::ImportBatch};

/// Places new actors of tables whose rows have no position, where nothing finer than their quarter is known, and tells it
/// with their rows, as it tells those that stay without a place. Entries there are stay where they are, and other files
/// say themselves where something is.
pub(super) async fn place_actors(
    store: &Store,
    sources: &[ImportSource],
    compared: &mut Compared,
) -> Result<(), StoreError> {
    let mut batches = std::mem::take(&mut compared.batches);
    for batch in &mut batches {
        let ImportBatch::Actors(items) = batch else { continue };
        for item in items.iter_mut() {
            let Some(ImportSource::Table(source)) = sources.get(item.file) else { continue };
            let Some(at) = compared.at(item.file, item.place.row) else { continue };
            let is_new = compared.rows[at].entity.is_none();
            if !is_new || !item.place.row.is_some_and(|row| source.table.is_to_be_placed(row)) {
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

async fn find_house(store: &Store, address: Option<&Address>) -> Result<Option<Position>, StoreError> {
    let Some(address) = address else { return Ok(None) };
    let Some(house) = address.street.as_deref().and_then(HouseAddress::from_line) else { return Ok(None) };
    let points = store.address_points(&house).await?;
    Ok(locate(&points, address.postcode.as_deref(), address.city.as_deref()))
}

fn hint(code: &'static str, message: Message) -> RowProblem {
    RowProblem { field: "location".to_owned(), column: None, message, code }
}
