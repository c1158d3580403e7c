//! Whom staff do not want suggested as a partner.

use std::collections::BTreeSet;

use chrono::Months;
use domain::{ActorId, CooperationLink, vocabulary::LinkStatus};
use store::PageRequest;

use crate::{Curation, CurationError, Editor, Sees};

/// How long it is remembered that a suggestion was dismissed.
const REMEMBERED: Months = Months::new(12);
/// So many links of an actor that wait are looked at.
const WAITING: u32 = 1_000;

impl Curation {
    /// Who is not to be suggested as a partner of an actor: whom staff have dismissed within a year, and who has been
    /// proposed already.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn ruled_out_partners(
        &self,
        _by: &Sees<Editor>,
        actor: ActorId,
    ) -> Result<BTreeSet<ActorId>, CurationError> {
        let since = self.sources.now().checked_sub_months(REMEMBERED).unwrap_or_default();
        let mut partners: BTreeSet<ActorId> = self.store.dismissed_partners(actor, since).await?.into_iter().collect();
        for status in [LinkStatus::Proposed, LinkStatus::ConfirmedByOneSide] {
            let page_request = PageRequest::first(WAITING);
            let links = self.store.in_state::<CooperationLink>(status.slug(), Some(&[actor]), &page_request).await?;
            partners.extend(links.iter().flat_map(|(_, link)| [link.data.from, link.data.to]));
        }
        partners.remove(&actor);
        Ok(partners)
    }
}
