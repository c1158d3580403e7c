//! One side saying that a link is true.

use chrono::NaiveDate;
use domain::{
    CooperationLink, LinkId, Record,
    record::EntityRef,
    vocabulary::{LinkStatus, Role},
};
use messages::Message;
use serde_json::Value;
use store::{ChangeFilter, PageRequest};

use super::side::{Side, wrong_status};
use crate::{
    Curation, CurationError, Done, Member, Refusal, command_span::command, commands::lifecycle::wrong_state,
    fields::FieldValues, permission, unit_of_work::UnitOfWork,
};

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
    /// What it rests on that both sides agree, where one person confirms for both; for staff only.
    pub evidence: Option<String>,
    /// What for; for staff only.
    pub note: Option<String>,
}

impl ConfirmLink {
    /// A confirmation of today with nothing to add.
    pub const fn new(link: LinkId, expected_version: u32, side: Side) -> Self {
        Self { link, expected_version, side, on: None, evidence: None, note: None }
    }

    /// What the history says: the evidence, and what else there is to say.
    fn remark(&self) -> Option<String> {
        let said = [self.evidence.as_deref(), self.note.as_deref()];
        let said: Vec<&str> = said.into_iter().flatten().map(str::trim).filter(|text| !text.is_empty()).collect();
        (!said.is_empty()).then(|| said.join("\n"))
    }
}

/// So many changes of a link are looked through for who confirmed it. Who cannot be told from there counts as the same
/// person: then evidence is asked for.
const CHANGES: u32 = 50;

impl Curation {
    /// Confirms a link for one side: members for actors they speak for, staff for either. With both
    /// confirmations it is active. Whoever has confirmed the other side as well says on what evidence.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when the evidence is missing, when that side has confirmed or the link has gone on, or when it has
    /// changed meanwhile; [`CurationError::Store`].
    pub async fn confirm_link(
        &self,
        by: &Member,
        input: ConfirmLink,
    ) -> Result<Done<Record<CooperationLink>>, CurationError> {
        command("confirm_link", async {
            let remark = input.remark();
            let mut work = self.begin(by, remark.as_deref()).await?;
            let link = work.require_existing::<CooperationLink>(input.link, "link").await?;
            permission::to_speak(by, &[input.side.of(&link.data)])?;
            let data = work.with_confirmation(&link, input.side, input.on);
            let mine = FieldValues::from([("status".to_owned(), Value::String(data.status.slug().to_owned()))]);
            work.expect(&link, input.expected_version, &mine).await?;
            if !matches!(link.data.status, LinkStatus::Proposed | LinkStatus::ConfirmedByOneSide) {
                return Err(wrong_status(link.data.status));
            }
            if input.side.confirmation(&link.data).is_some() {
                return Err(wrong_state("ALREADY_CONFIRMED", Message::new("state-already-confirmed")));
            }
            let has_evidence = input.evidence.as_deref().is_some_and(|evidence| !evidence.trim().is_empty());
            if !has_evidence && work.has_confirmed(by, &link, input.side.opposite()).await? {
                return Err(Refusal::EvidenceMissing.into());
            }
            let record = work.replace(&link, data).await?;
            work.finish(record).await
        })
        .await
    }
}

impl UnitOfWork {
    /// What a link says once a side has confirmed it: on this day, else today.
    pub(crate) fn with_confirmation(
        &self,
        link: &Record<CooperationLink>,
        side: Side,
        on: Option<NaiveDate>,
    ) -> CooperationLink {
        let mut data = link.data.clone();
        let confirmation = match side {
            Side::From => &mut data.confirmations.from,
            Side::To => &mut data.confirmations.to,
        };
        *confirmation = Some(on.unwrap_or_else(|| self.curation.today()));
        data.status = match (data.confirmations.from, data.confirmations.to) {
            (Some(_), Some(_)) => LinkStatus::Active,
            _ => LinkStatus::ConfirmedByOneSide,
        };
        data
    }

    /// Whether a side was confirmed by the same person.
    async fn has_confirmed(
        &self,
        by: &Member,
        link: &Record<CooperationLink>,
        side: Side,
    ) -> Result<bool, CurationError> {
        if side.confirmation(&link.data).is_none() {
            return Ok(false);
        }
        let filter =
            ChangeFilter { entity: Some(EntityRef::of::<CooperationLink>(link.id)), ..ChangeFilter::default() };
        let changes = self.writer.view().logged_changes(filter, &PageRequest::first(CHANGES)).await?;
        for (_, change) in changes.items {
            let before = self.writer.version::<CooperationLink>(link.id, change.version.saturating_sub(1)).await?;
            if before.is_some_and(|before| side.confirmation(&before.data).is_some()) {
                continue;
            }
            return Ok(match (change.account, by.account()) {
                (Some(account), Some(own)) => account == own,
                // The command line has no account; neither has whoever brings the link of a mail.
                (None, None) => change.by >= Role::Editor && by.role() >= Role::Editor,
                _ => false,
            });
        }
        Ok(true)
    }
}
