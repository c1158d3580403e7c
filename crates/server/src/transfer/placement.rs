//! New entries of tables on their houses, by the address file of the installation.

use curation::import::RowProblem;
use domain::{Address, HouseAddress, Location, Position, house_address::locate, vocabulary::Precision};
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
                compared.rows[at].hints.push(hint(
                    "PLACED",
                    "auf das Haus der Adresse gesetzt, nach der Adressdatei",
                    "placed on the house of the address, by the address file",
                ));
            } else if let Some(location) = item.data.location {
                let precision = item.place.row.and_then(|row| source.table.precision(row));
                if precision.is_some_and(|precision| precision < location.precision) {
                    compared.rows[at].hints.push(hint(
                        "LOWERED",
                        "genauer ist der Ort nicht bekannt: gezeigt wird die Mitte des Stadtteils",
                        "the place is not known more precisely: the middle of the quarter is shown",
                    ));
                }
            } else if item.data.based_in.is_some() {
                compared.rows[at].hints.push(hint(
                    "PLACED_IN_DISTRICT",
                    "nur der Stadtbezirk ist bekannt: auf der Karte irgendwo um seine Mitte, als ungenau gekennzeichnet",
                    "only the borough is known: on the map somewhere around its middle, marked as not precise",
                ));
            } else if !item.data.active_in.is_empty() {
                compared.rows[at].hints.push(hint(
                    "NO_PLACE",
                    "steht auf keiner Karte: genannt sind Stadtteile, in denen gearbeitet wird, und kein Haus, das bekannt ist",
                    "is on no map: named are districts to work in, and no house that is known",
                ));
            } else {
                compared.rows[at].hints.push(hint(
                    "NO_PLACE",
                    "steht auf keiner Karte: die Tabelle nennt weder einen Stadtteil noch ein Haus, das bekannt ist",
                    "is on no map: the table names neither a quarter nor a house that is known",
                ));
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

fn hint(code: &'static str, german: &str, english: &str) -> RowProblem {
    let (german, english) = (german.to_owned(), english.to_owned());
    RowProblem { field: "location".to_owned(), column: None, german, english, code }
}
