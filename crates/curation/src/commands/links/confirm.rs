//! One side saying that a link is true.

use chrono::NaiveDate;
use domain::{CooperationLink, LinkId, Record, vocabulary::LinkStatus};
use serde_json::Value;

use super::{Side, no_such_step};
use crate::{Curation, CurationError, Done, Member, commands::living::wrong_state, fields::Fields, permission};

/// A confirmation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfirmLink {
    /// Which link.
    pub link: LinkId,
    /// The version that was read.
    pub expected_version: u32,
    /// For which side.
    pub side: Side,
    /// The day it was said; today unless said otherwise.
    pub on: Option<NaiveDate>,
    /// What for; for staff only.
    pub note: Option<String>,
}

impl Curation {
    /// Confirms a link for one side: members for actors they speak for, staff for either. With both
    /// confirmations it is active.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when that side has confirmed or the link has gone on, or when it has
    /// changed meanwhile; [`CurationError::Store`].
    pub async fn confirm_link(
        &self,
        by: &Member,
        input: ConfirmLink,
    ) -> Result<Done<Record<CooperationLink>>, CurationError> {
        let mut work = self.begin(by, input.note.as_deref()).await?;
        let link = work.existing::<CooperationLink>(input.link, "link").await?;
        permission::to_speak(by, &[input.side.of(&link.data)])?;
        let mut data = link.data.clone();
        let side = match input.side {
            Side::From => &mut data.confirmations.from,
            Side::To => &mut data.confirmations.to,
        };
        let is_new = side.is_none();
        *side = Some(input.on.unwrap_or_else(|| self.today()));
        data.status = match (data.confirmations.from, data.confirmations.to) {
            (Some(_), Some(_)) => LinkStatus::Active,
            _ => LinkStatus::ConfirmedByOneSide,
        };
        let mine = Fields::from([("status".to_owned(), Value::String(data.status.slug().to_owned()))]);
        work.expect(&link, input.expected_version, &mine).await?;
        if !matches!(link.data.status, LinkStatus::Proposed | LinkStatus::ConfirmedByOneSide) {
            return Err(no_such_step(link.data.status));
        }
        if !is_new {
            return Err(wrong_state(
                "ALREADY_CONFIRMED",
                "Diese Seite hat die Verbindung schon bestätigt.",
                "This side has confirmed the link already.",
            ));
        }
        let record = work.replace(&link, data).await?;
        work.finish(record).await
    }
}
