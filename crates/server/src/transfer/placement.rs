//! New entries of tables on their houses, by the address file of the installation.

use std::collections::HashSet;

use curation::import::RowProblem;
use domain::{HouseAddress, Location, house_address::locate, vocabulary::Precision};
use store::{Store, StoreError};

use super::{Source, comparing::Compared, writing::Batch};

/// Places new actors of tables without positions, where nothing finer than their quarter is known, and tells it with
/// their rows. Entries there are stay where they are, and other files say themselves where something is.
pub(super) async fn place_actors(store: &Store, sources: &[Source], compared: &mut Compared) -> Result<(), StoreError> {
    let has_no_positions = |source: &Source| matches!(source, Source::Table(table) if !table.table.has_positions());
    let files: HashSet<usize> =
        sources.iter().enumerate().filter(|(_, source)| has_no_positions(source)).map(|(file, _)| file).collect();
    let mut batches = std::mem::take(&mut compared.batches);
    for batch in &mut batches {
        let Batch::Actors(items) = batch else { continue };
        for item in items.iter_mut().filter(|item| files.contains(&item.file)) {
            let Some(at) = compared.at(item.file, item.place.row) else { continue };
            let Some(address) = item.data.address.as_ref().filter(|_| compared.rows[at].entity.is_none()) else {
                continue;
            };
            let Some(house) = address.street.as_deref().and_then(HouseAddress::from_line) else { continue };
            let points = store.address_points(&house).await?;
            let Some(position) = locate(&points, address.postcode.as_deref(), address.city.as_deref()) else {
                continue;
            };
            item.data.location = Some(Location { position, precision: Precision::Exact });
            compared.rows[at].hints.push(RowProblem {
                field: "location".to_owned(),
                column: None,
                german: "auf das Haus der Adresse gesetzt, nach der Adressdatei".to_owned(),
                english: "placed on the house of the address, by the address file".to_owned(),
                code: "PLACED",
            });
        }
    }
    compared.batches = batches;
    Ok(())
}
