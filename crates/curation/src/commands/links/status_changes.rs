//! Making a cooperation link dormant, ending it or rejecting it. Either side may, and staff; each command names the
//! statuses that it may start from.

use chrono::NaiveDate;
use domain::{CooperationLink, LinkId, Record, vocabulary::LinkStatus};
use serde_json::Value;

use super::side::{check_represents_side, wrong_status};
use crate::{Curation, CurationError, Done, Member, command_span::command, fields::FieldValues};

/// A change of a link's status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkStatusChange {
    /// Which link.
    pub link: LinkId,
    /// The version that was read.
    pub expected_version: u32,
    /// The last day of the cooperation, where it ends; today unless said otherwise.
    pub end_date: Option<NaiveDate>,
    /// What for; for staff only.
    pub note: Option<String>,
}

impl LinkStatusChange {
    /// A change with nothing to add.
    pub const fn new(link: LinkId, expected_version: u32) -> Self {
        Self { link, expected_version, end_date: None, note: None }
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
        input: LinkStatusChange,
    ) -> Result<Done<Record<CooperationLink>>, CurationError> {
        command("make_link_dormant", async {
            self.change_link_status(by, input, LinkStatus::Dormant, &[LinkStatus::Active]).await
        })
        .await
    }

    /// Ends an active or dormant link. Each side may, and staff.
    ///
    /// # Errors
    /// As [`Curation::make_link_dormant`].
    pub async fn end_link(
        &self,
        by: &Member,
        input: LinkStatusChange,
    ) -> Result<Done<Record<CooperationLink>>, CurationError> {
        command("end_link", async {
            self.change_link_status(by, input, LinkStatus::Ended, &[LinkStatus::Active, LinkStatus::Dormant]).await
        })
        .await
    }

    /// Rejects a link that not both sides have confirmed. Each side may, and staff.
    ///
    /// # Errors
    /// As [`Curation::make_link_dormant`].
    pub async fn reject_link(
        &self,
        by: &Member,
        input: LinkStatusChange,
    ) -> Result<Done<Record<CooperationLink>>, CurationError> {
        command("reject_link", async {
            let open = [LinkStatus::Proposed, LinkStatus::ConfirmedByOneSide];
            self.change_link_status(by, input, LinkStatus::Rejected, &open).await
        })
        .await
    }

    async fn change_link_status(
        &self,
        by: &Member,
        input: LinkStatusChange,
        to: LinkStatus,
        from: &[LinkStatus],
    ) -> Result<Done<Record<CooperationLink>>, CurationError> {
        let mut work = self.begin(by, input.note.as_deref()).await?;
        let link = work.require_existing::<CooperationLink>(input.link, "link").await?;
        check_represents_side(by, &link)?;
        let changed = FieldValues::from([("status".to_owned(), Value::String(to.slug().to_owned()))]);
        work.expect(&link, input.expected_version, &changed).await?;
        if !from.contains(&link.data.status) {
            return Err(wrong_status(link.data.status));
        }
        let mut data = link.data.clone();
        data.status = to;
        if to == LinkStatus::Ended {
            data.until = Some(input.end_date.or(data.until).unwrap_or_else(|| self.today()));
        }
        let record = work.replace(&link, data).await?;
        work.finish(record).await
    }
}
