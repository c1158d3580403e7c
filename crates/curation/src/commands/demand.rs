//! Writing down how often something was asked for that nobody has. Counting it is the business of whoever answers.

use domain::{CalendarMonth, demand::last_closed_month};
use store::UnmetDemand;

use crate::{Curation, CurationError, Editor, command_span::command};

impl Curation {
    /// Adds what was asked for since the last time to the sums of this month.
    ///
    /// # Errors
    /// [`CurationError::Store`]; then nothing has been added.
    pub async fn add_unmet_demand(&self, _by: &Editor, demand: &[UnmetDemand]) -> Result<(), CurationError> {
        command("add_unmet_demand", async {
            Ok(self.store.add_unmet_demand(CalendarMonth::of(self.today()), demand).await?)
        })
        .await
    }

    /// Closes the months that are over and forgets those that are older than so many. Twice does no more than once.
    ///
    /// # Errors
    /// [`CurationError::Store`]; then nothing has changed.
    pub async fn close_demand_months(&self, _by: &Editor, keep_months: u32) -> Result<(), CurationError> {
        command("close_demand_months", async {
            let last = last_closed_month(self.today());
            let before = i32::try_from(keep_months).unwrap_or(i32::MAX).saturating_sub(1);
            Ok(self.store.close_demand_months(last, last.plus(-before)).await?)
        })
        .await
    }
}
