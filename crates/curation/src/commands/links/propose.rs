//! Saying that two actors work together, for both sides to confirm.

use domain::{CooperationLink, Record, vocabulary::Role};
use store::MailPurpose;

use super::side::Side;
use crate::{
    Curation, CurationError, Done, Member, Refusal, command_span::command, fields::patch::Patch, permission,
    unit_of_work::UnitOfWork,
};

/// A new link.
#[derive(Clone, Debug, Default)]
pub struct ProposeLink {
    /// What it says: `from`, `to`, `kind`, and what else there is.
    pub fields: Patch,
    /// What for; for staff only.
    pub note: Option<String>,
}

impl Curation {
    /// Proposes a link; neither side has confirmed it yet. Members propose links of actors they speak
    /// for, and write no note for staff.
    ///
    /// # Errors
    /// [`CurationError::Refused`] with everything that is wrong, [`CurationError::Store`].
    pub async fn propose_link(
        &self,
        by: &Member,
        input: ProposeLink,
    ) -> Result<Done<Record<CooperationLink>>, CurationError> {
        command("propose_link", async {
            let mut work = self.begin(by, input.note.as_deref()).await?;
            let id = work.new_id().into();
            let data = work.build_draft::<CooperationLink>(id, &input.fields).await?;
            permission::to_speak(by, &[data.from, data.to])?;
            if input.fields.names("internalNote")
                && let Err(refusal) = by.editor()
            {
                return Err(Refusal::into(refusal));
            }
            let record = work.add(id, data).await?;
            work.ask_sides(by, &record).await?;
            work.finish(record).await
        })
        .await
    }
}

impl UnitOfWork {
    /// Has those sides of a new link asked by mail that whoever proposes it does not speak for themselves: of staff's
    /// proposals both.
    async fn ask_sides(&mut self, by: &Member, link: &Record<CooperationLink>) -> Result<(), CurationError> {
        if !self.curation.settings.mails.link_confirmations {
            return Ok(());
        }
        for side in [Side::From, Side::To] {
            let actor = side.of(&link.data);
            if by.role() >= Role::Editor || !by.speaks_for(actor) {
                let purpose = MailPurpose::LinkConfirmation;
                self.queue_mail_to_actor(purpose, link.id.uuid(), side.word(), actor).await?;
            }
        }
        Ok(())
    }
}
