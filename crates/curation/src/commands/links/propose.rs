//! Saying that two actors work together, for both sides to confirm.

use domain::{CooperationLink, Record};

use crate::{Curation, CurationError, Done, Member, Refusal, fields::Patch, permission};

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
        let mut work = self.begin(by, input.note.as_deref()).await?;
        let id = work.new_id().into();
        let data = work.drafted::<CooperationLink>(id, &input.fields).await?;
        permission::to_speak(by, &[data.from, data.to])?;
        if input.fields.names("internalNote")
            && let Err(refusal) = by.editor()
        {
            return Err(Refusal::into(refusal));
        }
        let record = work.add(id, data).await?;
        work.finish(record).await
    }
}
