//! Answering a reminder by its link, without an account.

use domain::{Actor, ActorId, ActorKind, Language, LifeStatus, Slug, record::EntityKind};
use messages::Message;
use store::{Proposal, ProposalStatus, Reminder, ReminderAnswer};

use super::{KEY, as_slices, signed_parts};
use crate::{
    Curation, CurationError, Done, Requester,
    command_span::command,
    fields::FieldValues,
    signed::{Seal, SignedToken},
    unit_of_work::UnitOfWork,
};

/// The entry that a link asks about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReminderSubject {
    /// Its slug.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// The language of the mail.
    pub language: Language,
}

/// What a link can still do, or has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReminderLink {
    /// It may be used.
    Open(ReminderSubject),
    /// It was used just now.
    Taken(ReminderSubject),
    /// The reminder has been answered before, by this link or the other.
    AnsweredBefore(ReminderSubject, ReminderAnswer),
    /// The entry has changed since the mail was written: nobody can vouch for what they have not seen.
    Changed(ReminderSubject),
    /// The entry is no longer public.
    Gone,
    /// The link has ended.
    Expired,
    /// It is no link of ours, or was changed on its way.
    NotOurs,
}

impl Curation {
    /// What a link can still do. Changes nothing: mail scanners open links too.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn look_at_reminder(&self, purpose: ReminderAnswer, token: &str) -> Result<ReminderLink, CurationError> {
        let Some(reminder) = self.signed_reminder(purpose, token).await? else { return Ok(ReminderLink::NotOurs) };
        let actor = self.store.get::<Actor>(reminder.actor).await?;
        Ok(self.link_state(&reminder, actor.as_ref()))
    }

    /// Uses a link: vouches for the entry, or proposes to archive it. Once for each reminder.
    ///
    /// # Errors
    /// [`CurationError::Store`]; why a link did nothing is in the answer.
    pub async fn answer_reminder(
        &self,
        purpose: ReminderAnswer,
        token: &str,
    ) -> Result<Done<ReminderLink>, CurationError> {
        command("answer_reminder", async {
            let Some(reminder) = self.signed_reminder(purpose, token).await? else {
                return self.without_change(ReminderLink::NotOurs).await;
            };
            // Whoever has the link speaks for this one entry and for nothing else.
            let by = Requester::by_link(reminder.actor);
            let mut work = self.begin(&by, Some("reminder mail")).await?;
            let actor = work.writer.get::<Actor>(reminder.actor).await?;
            // Read anew: another may have used the link since.
            let reminder = work.writer.view().reminder(reminder.id).await?.unwrap_or(reminder);
            let (asked, actor) = match (self.link_state(&reminder, actor.as_ref()), actor) {
                (ReminderLink::Open(asked), Some(actor)) => (asked, actor),
                (other, _) => {
                    drop(work);
                    return self.without_change(other).await;
                }
            };
            if !work.writer.answer_reminder(reminder.id, purpose).await? {
                drop(work);
                return self.without_change(ReminderLink::AnsweredBefore(asked, purpose)).await;
            }
            match purpose {
                ReminderAnswer::StillRight => drop(work.vouch(&actor).await?),
                ReminderAnswer::Archive => work.propose_to_archive(actor.id, actor.version).await?,
            }
            work.finish(ReminderLink::Taken(asked)).await
        })
        .await
    }

    async fn without_change(&self, answer: ReminderLink) -> Result<Done<ReminderLink>, CurationError> {
        Ok(Done { value: answer, sequence: self.store.latest_sequence().await? })
    }

    /// The reminder of a token, if the token is ours and for this purpose.
    async fn signed_reminder(&self, purpose: ReminderAnswer, token: &str) -> Result<Option<Reminder>, CurationError> {
        let Some(token) = SignedToken::read(token) else { return Ok(None) };
        let Some(key) = self.store.signing_key(KEY).await? else { return Ok(None) };
        let seal = Seal::of(&key).ok_or(CurationError::UnusableKey)?;
        let reminder = self.store.reminder(token.id).await?;
        Ok(reminder.filter(|reminder| seal.holds(&token, &as_slices(&signed_parts(purpose, reminder)))))
    }

    /// What a reminder's links can still do.
    fn link_state(&self, reminder: &Reminder, actor: Option<&domain::Record<Actor>>) -> ReminderLink {
        let Some(actor) = actor.filter(|actor| actor.data.status == LifeStatus::Published) else {
            return ReminderLink::Gone;
        };
        let asked = ReminderSubject {
            slug: actor.data.slug.clone(),
            name: actor.data.name.clone(),
            kind: actor.data.kind,
            language: reminder.language.clone(),
        };
        match reminder.answer {
            Some(answer) => ReminderLink::AnsweredBefore(asked, answer),
            None if self.sources.now() >= reminder.expires_at => ReminderLink::Expired,
            None if actor.version != reminder.version => ReminderLink::Changed(asked),
            None => ReminderLink::Open(asked),
        }
    }
}

impl UnitOfWork {
    /// Asks staff to archive an actor.
    async fn propose_to_archive(&mut self, actor: ActorId, version: u32) -> Result<(), CurationError> {
        let answer = Message::new("proposals-archive-answer");
        let comment = format!("{} ({})", answer.text("de"), answer.text("en"));
        let proposal = Proposal {
            id: self.new_id(),
            kind: EntityKind::Actor,
            entity: Some(actor.uuid()),
            base_version: version,
            base: FieldValues::new(),
            fields: FieldValues::new(),
            archive: true,
            comment: Some(comment),
            contact: None,
            by: self.by.role(),
            account: None,
            created_at: self.writer.at(),
            status: ProposalStatus::Open,
            remarks: Vec::new(),
            review: None,
        };
        Ok(self.writer.save_proposal(&proposal).await?)
    }
}
