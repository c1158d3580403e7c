//! Where a house stands by the address file of the installation.

use domain::{Address, HouseAddress, Position, house_address::locate};

use crate::{Curation, CurationError, Member, Sees};

impl Curation {
    /// Where an address is; `None` where it names no house or the address file does not have it.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn locate_address(
        &self,
        _by: &Sees<Member>,
        address: &Address,
    ) -> Result<Option<Position>, CurationError> {
        let Some(house) = address.street.as_deref().and_then(HouseAddress::from_line) else { return Ok(None) };
        let points = self.store.address_points(&house).await?;
        Ok(locate(&points, address.postcode.as_deref(), address.city.as_deref()))
    }
}
