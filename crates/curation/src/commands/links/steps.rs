//! A link that rests, ends or is rejected.

use chrono::NaiveDate;
use domain::{CooperationLink, LinkId, Record, vocabulary::LinkStatus};
use serde_json::Value;

use super::{no_such_step, to_join};
use crate::{Curation, CurationError, Done, Member, fields::FieldValues};

/// A step in a link's life.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoveLink {
    /// Which link.
    pub link: LinkId,
    /// The version that was read.
    pub expected_version: u32,
    /// The last day of the cooperation, where the step ends it; today unless said otherwise.
    pub on: Option<NaiveDate>,
    /// What for; for staff only.
    pub note: Option<String>,
}

impl MoveLink {
    /// A step with nothing to add.
    pub const fn new(link: LinkId, expected_version: u32) -> Self {
        Self { link, expected_version, on: None, note: None }
    }
}

impl Curation {
    /// Lets an active link rest. Each side may, and staff.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when it is not active or has changed, [`CurationError::Store`].
    pub async fn make_link_dormant(
        &self,
        by: &Member,
        input: MoveLink,
    ) -> Result<Done<Record<CooperationLink>>, CurationError> {
        self.move_link(by, input, LinkStatus::Dormant, &[LinkStatus::Active]).await
    }

    /// Ends an active or dormant link. Each side may, and staff.
    ///
    /// # Errors
    /// As [`Curation::make_link_dormant`].
    pub async fn end_link(&self, by: &Member, input: MoveLink) -> Result<Done<Record<CooperationLink>>, CurationError> {
        self.move_link(by, input, LinkStatus::Ended, &[LinkStatus::Active, LinkStatus::Dormant]).await
    }

    /// Rejects a link that not both sides have confirmed. Each side may, and staff.
    ///
    /// # Errors
    /// As [`Curation::make_link_dormant`].
    pub async fn reject_link(
        &self,
        by: &Member,
        input: MoveLink,
    ) -> Result<Done<Record<CooperationLink>>, CurationError> {
        let open = [LinkStatus::Proposed, LinkStatus::ConfirmedByOneSide];
        self.move_link(by, input, LinkStatus::Rejected, &open).await
    }

    async fn move_link(
        &self,
        by: &Member,
        input: MoveLink,
        to: LinkStatus,
        from: &[LinkStatus],
    ) -> Result<Done<Record<CooperationLink>>, CurationError> {
        let mut work = self.begin(by, input.note.as_deref()).await?;
        let link = work.existing::<CooperationLink>(input.link, "link").await?;
        to_join(by, &link)?;
        let mine = FieldValues::from([("status".to_owned(), Value::String(to.slug().to_owned()))]);
        work.expect(&link, input.expected_version, &mine).await?;
        if !from.contains(&link.data.status) {
            return Err(no_such_step(link.data.status));
        }
        let mut data = link.data.clone();
        data.status = to;
        if to == LinkStatus::Ended {
            data.until = Some(input.on.or(data.until).unwrap_or_else(|| self.today()));
        }
        let record = work.replace(&link, data).await?;
        work.finish(record).await
    }
}
