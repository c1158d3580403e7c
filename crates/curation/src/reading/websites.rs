//! Websites that are not as they should be.

use domain::ActorId;
use store::{DayPlace, Page, PageRequest, WebsiteCheck};

use super::entries::EntrySummary;
use crate::{Curation, CurationError, Editor, Sees};

/// An actor whose website is not as it should be.
#[derive(Clone, Debug, PartialEq)]
pub struct TroubledWebsite {
    /// Whose website.
    pub actor: EntrySummary,
    /// What came of looking at it.
    pub check: WebsiteCheck,
}

impl Curation {
    /// Published actors whose websites are not as they should be, those for longest first.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn troubled_websites(
        &self,
        _by: &Sees<Editor>,
        page_request: &PageRequest<DayPlace>,
    ) -> Result<Page<DayPlace, TroubledWebsite>, CurationError> {
        let page = self.store.troubled_websites(page_request).await?;
        page.try_map(|(actor, check)| Ok(TroubledWebsite { actor: EntrySummary::of(&actor), check }))
    }

    /// How many there are.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn count_troubled_websites(&self, _by: &Sees<Editor>) -> Result<u64, CurationError> {
        Ok(self.store.count_troubled_websites().await?)
    }

    /// What came of the newest look at an actor's website; `None` when nobody has looked.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn website_check(
        &self,
        _by: &Sees<Editor>,
        actor: ActorId,
    ) -> Result<Option<WebsiteCheck>, CurationError> {
        Ok(self.store.website_check(actor).await?)
    }
}
