//! Changing what an entry says: only the named fields change.

use domain::{Record, Violations, vocabulary::Role};

use crate::{
    Curation, CurationError, Done, Member, Refusal,
    command_span::command,
    fields::{Editable, Impersonal, fields_of, patch::Patch},
    permission,
    unit_of_work::UnitOfWork,
};

/// An edit of an entry.
#[derive(Clone, Debug)]
pub struct Edit<I> {
    /// Which entry.
    pub id: I,
    /// The version the edit started from.
    pub expected_version: u32,
    /// What it should say; what is not named stays.
    pub fields: Patch,
    /// What for; for staff only.
    pub note: Option<String>,
}

impl Curation {
    /// Changes the named fields of an entry. Members change what belongs to actors they speak for,
    /// when the agency trusts them; links, districts and themes are changed by staff. A new slug
    /// leaves the old one leading here; a new `parent` moves a district or theme.
    ///
    /// # Errors
    /// [`CurationError::Refused`] with everything that is wrong, or with what others changed meanwhile;
    /// [`CurationError::Store`].
    pub async fn edit<E: Impersonal>(&self, by: &Member, input: Edit<E::Id>) -> Result<Done<Record<E>>, CurationError> {
        command("edit", async {
            let mut work = self.begin(by, input.note.as_deref()).await?;
            let record = work.edit::<E>(by, &input).await?;
            work.finish(record).await
        })
        .await
    }
}

impl UnitOfWork {
    pub(crate) async fn edit<E: Editable>(
        &mut self,
        by: &Member,
        input: &Edit<E::Id>,
    ) -> Result<Record<E>, CurationError> {
        let before = self.require_existing::<E>(input.id, "id").await?;
        let owners = match E::KIND {
            // What joins two actors is not one side's alone to reword.
            domain::EntityKind::Link => Vec::new(),
            _ => permission::owners(&before),
        };
        permission::to_publish(by, &owners)?;
        let mut wrong = Violations::default();
        let said = fields_of(&before.data);
        let named = self.resolve_fields::<E>(&input.fields, Some(&said), &mut wrong).await?;
        self.check_days::<E>(&named, Some(&said), &mut wrong);
        let moves_address = named.get("slug").is_some_and(|slug| Some(slug) != said.get("slug"));
        if moves_address && by.role() < Role::Editor {
            // Whether an address is taken tells of entries that are nobody else's business.
            return Err(Refusal::RoleTooLow { needed: Role::Editor, had: by.role() }.into());
        }
        self.expect(&before, input.expected_version, &named).await?;
        let data = self.judge(before.id, Some(&before.data), &named, wrong).await?;
        permission::to_bring_in(by, &owners, &permission::owners_of(before.id, &data))?;
        self.replace(&before, data).await
    }
}
