//! Where houses stand: an address file as a table, by which entries are placed. Nobody's data, and no history.

use domain::{AddressPoint, HouseAddress, Position};
use sea_orm::{
    ConnectionTrait,
    sea_query::{Alias, Query},
};

use crate::{Store, StoreError, error::while_doing, rows};

/// Houses of one street and number in several towns are looked through up to this number.
const SAME_ADDRESS: i64 = 100;
const COLUMNS: [&str; 7] = ["id", "street", "number", "postcode", "city", "longitude", "latitude"];

impl Store {
    /// Puts the houses of a file in the place of all that were there.
    ///
    /// # Errors
    /// [`StoreError::Busy`], [`StoreError::Database`]; then all that were there still are.
    pub async fn replace_address_points(&self, points: &[AddressPoint]) -> Result<(), StoreError> {
        const DOING: &str = "writing where houses stand";
        let transaction = self.write_transaction().await?;
        rows::run(&transaction, DOING, "DELETE FROM address_point", []).await?;
        for (nth, chunk) in points.chunks(rows::CHUNK).enumerate() {
            let mut insert = Query::insert();
            insert.into_table(Alias::new("address_point")).columns(COLUMNS.map(Alias::new));
            for (at, point) in chunk.iter().enumerate() {
                let id = i32::try_from(nth * rows::CHUNK + at).unwrap_or(i32::MAX);
                insert.values_panic([
                    id.into(),
                    point.address.street.as_str().into(),
                    point.address.number.as_str().into(),
                    point.postcode.as_deref().into(),
                    point.city.as_deref().into(),
                    to_fixed(point.position.longitude()).into(),
                    to_fixed(point.position.latitude()).into(),
                ]);
            }
            transaction.execute(&insert).await.map_err(while_doing(DOING))?;
        }
        transaction.commit(None).await
    }

    /// The houses of a street and number, in whichever town.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn address_points(&self, address: &HouseAddress) -> Result<Vec<AddressPoint>, StoreError> {
        let sql = "SELECT postcode, city, longitude, latitude FROM address_point \
                   WHERE street = $1 AND number = $2 ORDER BY id LIMIT $3";
        let values = [address.street.as_str().into(), address.number.as_str().into(), SAME_ADDRESS.into()];
        let found = rows::all(&self.reader(), "looking up a house", sql, values).await?;
        let mut points = Vec::with_capacity(found.len());
        for row in &found {
            let degrees = |column| rows::get::<i32>(row, column).map(degrees);
            // What is out of range was never written.
            let Ok(position) = Position::new(degrees("longitude")?, degrees("latitude")?) else { continue };
            let (postcode, city) = (rows::get(row, "postcode")?, rows::get(row, "city")?);
            points.push(AddressPoint { address: address.clone(), postcode, city, position });
        }
        Ok(points)
    }
}

/// Ten-millionths of a degree.
const FIXED: f64 = 1e7;

/// Degrees as they are stored; those of a position fit.
fn to_fixed(degrees: f64) -> i32 {
    (degrees * FIXED).round() as i32
}

fn degrees(fixed: i32) -> f64 {
    f64::from(fixed) / FIXED
}
