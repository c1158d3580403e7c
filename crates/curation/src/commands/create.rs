//! Making a new entry.

use domain::{Record, Violations};
use futures_util::TryStreamExt as _;

use super::lifecycle::Lifecycle;
use crate::{
    Curation, CurationError, Done, Member,
    command_span::command,
    fields::{Branch, Editable, patch::Patch},
    permission,
    unit_of_work::UnitOfWork,
};

/// A new entry.
#[derive(Clone, Debug, Default)]
pub struct Create {
    /// What it says. A slug is made of the name where none is named.
    pub fields: Patch,
    /// Whether it is published at once; a draft otherwise. Districts, themes and contact persons have
    /// no drafts.
    pub publish: bool,
    /// What for; for staff only.
    pub note: Option<String>,
}

impl Curation {
    /// Makes a new actor, offer, event or project. Members make them for actors they speak for, when
    /// the agency trusts them; new actors are made by staff.
    ///
    /// # Errors
    /// [`CurationError::Refused`] with everything that is wrong, [`CurationError::Store`].
    pub async fn create<E: Lifecycle>(&self, by: &Member, input: Create) -> Result<Done<Record<E>>, CurationError> {
        command("create", async {
            let mut work = self.begin(by, input.note.as_deref()).await?;
            let record = work.create::<E>(by, &input.fields, input.publish).await?;
            work.finish(record).await
        })
        .await
    }

    /// Makes a new district or theme; without a position it comes last.
    ///
    /// # Errors
    /// As [`Curation::create`].
    pub async fn create_branch<E: Branch>(
        &self,
        by: &crate::Editor,
        input: Create,
    ) -> Result<Done<Record<E>>, CurationError> {
        command("create_branch", async {
            let mut work = self.begin(by, input.note.as_deref()).await?;
            let id = work.new_id().into();
            let mut fields = input.fields;
            if !fields.names("position") {
                fields = fields.with("position", work.next_position::<E>().await?);
            }
            let data = work.build_draft::<E>(id, &fields).await?;
            let record = work.add(id, data).await?;
            work.finish(record).await
        })
        .await
    }
}

impl UnitOfWork {
    pub(crate) async fn create<E: Lifecycle>(
        &mut self,
        by: &Member,
        fields: &Patch,
        publish: bool,
    ) -> Result<Record<E>, CurationError> {
        if E::KIND == domain::EntityKind::Actor {
            // A member speaks for actors there are; a new one is proposed.
            permission::to_speak(by, &[])?;
        }
        let id: E::Id = self.new_id().into();
        let mut data = self.build_draft::<E>(id, fields).await?;
        let owners = permission::owners_of(id, &data);
        permission::to_publish(by, &owners)?;
        permission::to_bring_in(by, &[], &owners)?;
        data.set_status(if publish { domain::LifeStatus::Published } else { domain::LifeStatus::Draft });
        let record = self.add(id, data).await?;
        if publish && E::KIND == domain::EntityKind::Actor {
            self.welcome(domain::ActorId::from_uuid(id.into())).await?;
        }
        Ok(record)
    }

    /// The position behind every district or theme there is.
    async fn next_position<E: Branch>(&self) -> Result<u32, CurationError> {
        let mut branches = self.writer.view().all::<E>().await?;
        let mut next = 0;
        while let Some(branch) = branches.try_next().await? {
            next = next.max(branch.data.position().saturating_add(1));
        }
        Ok(next)
    }

    /// A new entry as the fields say, or everything that is wrong with it.
    pub(crate) async fn build_draft<E: Editable>(&self, id: E::Id, fields: &Patch) -> Result<E, CurationError> {
        let mut wrong = Violations::default();
        let named = self.resolve_fields::<E>(fields, None, &mut wrong).await?;
        self.check_days::<E>(&named, None, &mut wrong);
        self.judge(id, None, &named, wrong).await
    }
}
