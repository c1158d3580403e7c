//! What people asked for and nobody has.

use chrono::NaiveDate;
use domain::DemandPeriod;
use store::{DemandPlace, Page, PageRequest, UnmetDemand};

use crate::{Curation, CurationError, Editor, Sees};

/// The days that a list of unmet demand is asked for: the whole months between them count.
pub type DemandDays = (Option<NaiveDate>, Option<NaiveDate>);

impl Curation {
    /// What was asked for and not found in the months between two days that are over, most often first.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn unmet_demand(
        &self,
        _by: &Sees<Editor>,
        days: DemandDays,
        page_request: &PageRequest<DemandPlace>,
    ) -> Result<Page<DemandPlace, UnmetDemand>, CurationError> {
        Ok(self.store.unmet_demand(self.demand_period(days), page_request).await?)
    }

    /// How many entries such a list has.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn count_unmet_demand(&self, _by: &Sees<Editor>, days: DemandDays) -> Result<u64, CurationError> {
        Ok(self.store.count_unmet_demand(self.demand_period(days)).await?)
    }

    fn demand_period(&self, (since, until): DemandDays) -> DemandPeriod {
        DemandPeriod::between(since, until, self.today())
    }
}
