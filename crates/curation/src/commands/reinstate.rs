//! Bringing a retired theme or district back.
//!
//! What the retirement made name the replacement names the retired one again, as far as nobody has
//! changed it since. The change log knows what that was: everything that was written with it.

use domain::{
    Actor, CooperationLink, District, DistrictId, Event, Offer, Project, Record, Slug, Theme, ThemeId, Violations,
    record::EntityKind,
};
use messages::Message;
use serde_json::Value;
use uuid::Uuid;

use super::{lifecycle::wrong_state, retire::refuse, versioned_ref::VersionedRef};
use crate::{
    Admin, Curation, CurationError, Done, Refusal, boundaries,
    command_span::command,
    fields::{Branch, Editable, FieldValues, between, fields_of, with},
    placement,
    unit_of_work::UnitOfWork,
};

impl Curation {
    /// Brings a retired theme back: it stands for itself again, and what the retirement renamed names it
    /// again where nobody has changed that since.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when it is not retired, has changed meanwhile, or cannot stand where it
    /// stood; [`CurationError::Store`].
    pub async fn reinstate_theme(
        &self,
        by: &Admin,
        seen: VersionedRef<ThemeId>,
    ) -> Result<Done<Record<Theme>>, CurationError> {
        command("reinstate_theme", async {
            let mut work = self.begin(by, seen.note.as_deref()).await?;
            let (retired, before) = work.find_retired::<Theme>(&seen).await?;
            let parent = match before.data.parent {
                Some(parent) => Some(work.successor::<Theme>(parent).await?),
                None => None,
            };
            let theme = Theme { replaced_by: None, parent, ..retired.data.clone() };
            work.check_place(&theme, retired.id.uuid()).await?;
            let theme = work.replace(&retired, theme).await?;
            work.give_back_renamed(EntityKind::Theme, &before).await?;
            work.finish(theme).await
        })
        .await
    }

    /// The same of a district, whose boundary and slugs come back too.
    ///
    /// # Errors
    /// As [`Curation::reinstate_theme`], and when another has taken its slug or its boundary lies
    /// elsewhere than the directory does.
    pub async fn reinstate_district(
        &self,
        by: &Admin,
        seen: VersionedRef<DistrictId>,
    ) -> Result<Done<Record<District>>, CurationError> {
        command("reinstate_district", async {
            let mut work = self.begin(by, seen.note.as_deref()).await?;
            let (retired, before) = work.find_retired::<District>(&seen).await?;
            let parent = match before.data.parent {
                Some(parent) => Some(work.successor::<District>(parent).await?),
                None => None,
            };
            let was = &before.data;
            let district = District {
                replaced_by: None,
                parent,
                slug: was.slug.clone(),
                former_slugs: was.former_slugs.clone(),
                boundary: was.boundary.clone(),
                ..retired.data.clone()
            };
            work.check_place(&district, retired.id.uuid()).await?;
            let mut wrong = Violations::default();
            boundaries::check(&work.curation.store, retired.id, Some(&retired.data), &district, &mut wrong).await?;
            wrong.into_result().map_err(Refusal::Invalid)?;
            let slugs: Vec<Slug> = was.former_slugs.iter().chain([&was.slug]).cloned().collect();
            work.take_slugs_back(retired.id, &slugs).await?;
            work.writer.put_with_slugs(&retired.next(work.writer.at(), district)).await?;
            work.give_back_renamed(EntityKind::District, &before).await?;
            let district = work.require_existing::<District>(retired.id, "district").await?;
            work.finish(district).await
        })
        .await
    }
}

impl UnitOfWork {
    /// A retired theme or district as it is, and as it was before it was retired.
    async fn find_retired<E: Branch>(
        &self,
        seen: &VersionedRef<E::Id>,
    ) -> Result<(Record<E>, Record<E>), CurationError> {
        let retired = self.require_existing::<E>(seen.id, "id").await?;
        self.expect(&retired, seen.expected_version, &FieldValues::new()).await?;
        let versions = self.writer.versions::<E>(seen.id).await?;
        let before = versions.into_iter().rev().find(|version| version.data.replacement().is_none());
        match before.filter(|_| retired.data.replacement().is_some()) {
            Some(before) => Ok((retired, before)),
            None => Err(wrong_state("NOT_RETIRED", Message::new("state-not-retired"))),
        }
    }

    async fn check_place<E: Editable>(&self, data: &E, id: Uuid) -> Result<(), CurationError> {
        let mut wrong = Violations::default();
        placement::check(&self.writer, id, data.place(), &mut wrong).await?;
        Ok(wrong.into_result().map_err(Refusal::Invalid)?)
    }

    /// Frees slugs of a district that lead to another since it was retired.
    async fn take_slugs_back(&mut self, id: DistrictId, slugs: &[Slug]) -> Result<(), CurationError> {
        for slug in slugs {
            let owner = self.writer.owner_of(EntityKind::District, slug.as_str()).await?.map(DistrictId::from_uuid);
            let Some(owner) = owner.filter(|owner| *owner != id) else { continue };
            let holder = self.require_existing::<District>(owner, "district").await?;
            if holder.data.slug == *slug {
                return refuse("slug", domain::rules::Problem::Taken(slug.to_string()));
            }
            let former_slugs = holder.data.former_slugs.iter().filter(|former| !slugs.contains(former)).cloned();
            let data = District { former_slugs: former_slugs.collect(), ..holder.data.clone() };
            self.writer.put_with_slugs(&holder.next(self.writer.at(), data)).await?;
        }
        Ok(())
    }

    /// Undoes what the retirement that followed a version renamed.
    async fn give_back_renamed<E: Branch>(
        &mut self,
        kind: EntityKind,
        before: &Record<E>,
    ) -> Result<(), CurationError> {
        let id: Uuid = before.id.into();
        let written = self.writer.written_with(E::KIND, id, before.version + 1).await?;
        self.give_back_in::<Actor>(id, &written).await?;
        self.give_back_in::<Offer>(id, &written).await?;
        self.give_back_in::<Event>(id, &written).await?;
        self.give_back_in::<Project>(id, &written).await?;
        self.give_back_in::<CooperationLink>(id, &written).await?;
        match kind {
            EntityKind::Theme => self.give_back_in::<Theme>(id, &written).await,
            _ => self.give_back_in::<District>(id, &written).await,
        }
    }

    /// Undoes in every entry of a kind what it no longer named after a change and named before.
    async fn give_back_in<E: Editable>(
        &mut self,
        id: Uuid,
        written: &[(domain::record::EntityRef, u32)],
    ) -> Result<(), CurationError> {
        let mut next = Vec::new();
        for (entity, version) in written.iter().filter(|(entity, _)| entity.kind == E::KIND && entity.id != id) {
            let entry = E::Id::from(entity.id);
            let versions = (
                self.writer.get::<E>(entry).await?,
                self.writer.version::<E>(entry, version.saturating_sub(1)).await?,
                self.writer.version::<E>(entry, *version).await?,
            );
            let (Some(now), Some(before), Some(after)) = versions else { continue };
            let (now_says, after_says) = (fields_of(&now.data), fields_of(&after.data));
            let change: FieldValues = between(&after_says, &fields_of(&before.data))
                .into_iter()
                .filter(|(field, value)| names(value, id) && now_says.get(field) == after_says.get(field))
                .collect();
            if !change.is_empty()
                && let Some(data) = with(&now.data, &change)
            {
                next.push(now.next(self.writer.at(), data));
            }
        }
        self.writer.put_many(next).await?;
        Ok(())
    }
}

fn names(value: &Value, id: Uuid) -> bool {
    match value {
        Value::String(text) => *text == id.to_string(),
        Value::Array(entries) => entries.iter().any(|entry| names(entry, id)),
        _ => false,
    }
}
