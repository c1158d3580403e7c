//! Bringing back what an entry said before.

use domain::{
    Actor, District, EntityKind, LifeStatus, LocalisedText, Theme, Violations, record::EntityRef, rules::Problem,
};
use messages::Message;
use serde_json::Value;
use store::for_kind;
use uuid::Uuid;

use crate::{
    Curation, CurationError, Done, Editor, Refusal,
    command_span::command,
    commands::lifecycle::wrong_state,
    fields::{
        Access, Branch, Editable, FieldShape, FieldValues, between, field, fields_of, patch::Patch, read::root_of,
    },
    unit_of_work::UnitOfWork,
};

/// The wish to have an old version back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestoreVersion {
    /// Which entry.
    pub entity: EntityRef,
    /// The version to bring back.
    pub version: u32,
    /// Only these fields of it; all where none is named.
    pub fields: Option<Vec<String>>,
    /// The newest version that was read.
    pub expected_version: u32,
    /// Whether what stands in the place of a retired theme or district is taken for it, and who is
    /// archived left out; else a version that names such is refused.
    pub replace_retired: bool,
    /// What for; for staff only.
    pub note: Option<String>,
}

impl Curation {
    /// Writes what an old version said as the newest version; returns its number. Where the entry
    /// stands in its life, whether it is verified and confirmed, stays as it is. Contact persons are
    /// not brought back: a consent withdrawn since would come back with them.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when there is no such version, the entry has changed meanwhile, what it
    /// said breaks a rule or names something retired today, or nothing of it would come back;
    /// [`CurationError::Store`].
    pub async fn restore_version(&self, by: &Editor, input: RestoreVersion) -> Result<Done<u32>, CurationError> {
        command("restore_version", async {
            if input.entity.kind == EntityKind::Person {
                return Err(wrong_state("NOT_RESTORABLE", Message::new("state-not-restorable")));
            }
            let mut work = self.begin(by, input.note.as_deref()).await?;
            let version = for_kind!(input.entity.kind, E => work.bring_back::<E>(&input).await?);
            work.finish(version).await
        })
        .await
    }
}

impl UnitOfWork {
    async fn bring_back<E: Editable>(&mut self, input: &RestoreVersion) -> Result<u32, CurationError> {
        let before = self.require_existing::<E>(input.entity.id.into(), "id").await?;
        if E::KIND == EntityKind::Actor {
            self.refuse_merged(input.entity.id.into()).await?;
        }
        let Some(old) = self.writer.version::<E>(before.id, input.version).await? else {
            let mut wrong = Violations::default();
            wrong.add("version", Problem::Unknown(input.version.to_string()));
            return Err(Refusal::Invalid(wrong).into());
        };
        let current = fields_of(&before.data);
        let may_change = |name: &str| {
            field::<E>(root_of(name)).is_some_and(|field| matches!(field.access, Access::Optional | Access::Required))
        };
        let mut wanted: FieldValues =
            between(&current, &fields_of(&old.data)).into_iter().filter(|(name, _)| may_change(name)).collect();
        if let Some(fields) = &input.fields {
            wanted.retain(|name, _| fields.contains(name));
        }
        if wanted.is_empty() && before.version == input.expected_version {
            return Err(wrong_state("NOTHING_TO_RESTORE", Message::new("state-nothing-to-restore")));
        }
        let mut wrong = Violations::default();
        self.settle_retired::<E>(&mut wanted, input.replace_retired, &mut wrong).await?;
        wrong.into_result().map_err(Refusal::Invalid)?;
        let mut wrong = Violations::default();
        let named = self.resolve_fields::<E>(&Patch::from(wanted), Some(&current), &mut wrong).await?;
        self.expect(&before, input.expected_version, &named).await?;
        let data = self.judge(before.id, Some(&before.data), &named, wrong).await?;
        Ok(self.replace(&before, data).await?.version)
    }

    /// Finds what a version names that is retired or archived today. It is replaced or left out where
    /// that is wanted, else complained about.
    async fn settle_retired<E: Editable>(
        &self,
        wanted: &mut FieldValues,
        replaces: bool,
        wrong: &mut Violations,
    ) -> Result<(), CurationError> {
        for field in E::FIELDS {
            let (kind, Some(value)) = (field.shape, wanted.get_mut(field.name)) else { continue };
            match kind {
                FieldShape::One(kind) => {
                    if let Some(found) = self.retirement(kind, value).await? {
                        match replaces {
                            true => *value = found.replacement,
                            false => wrong.add(field.name, found.problem),
                        }
                    }
                }
                FieldShape::Many(kind) => {
                    let mut settled = Vec::new();
                    for (at, entry) in value.as_array().cloned().unwrap_or_default().into_iter().enumerate() {
                        let entry = match self.retirement(kind, &entry).await? {
                            None => entry,
                            Some(found) if replaces => found.replacement,
                            Some(found) => {
                                wrong.add(format!("{}[{at}]", field.name), found.problem);
                                continue;
                            }
                        };
                        if !entry.is_null() && !settled.contains(&entry) {
                            settled.push(entry);
                        }
                    }
                    *value = Value::Array(settled);
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// What has become of the entry that a value names, where it is retired or archived.
    async fn retirement(&self, kind: EntityKind, value: &Value) -> Result<Option<Retirement>, CurationError> {
        let Some(id) = value.as_str().and_then(|id| id.parse::<Uuid>().ok()) else { return Ok(None) };
        Ok(match kind {
            EntityKind::Theme => self.retired_branch::<Theme>(id.into(), |theme| &theme.label).await?,
            EntityKind::District => self.retired_branch::<District>(id.into(), |district| &district.name).await?,
            EntityKind::Actor => {
                let actor = self.writer.get::<Actor>(id.into()).await?;
                actor.filter(|actor| actor.data.status == LifeStatus::Archived).map(|actor| Retirement {
                    problem: Problem::Retired { name: actor.data.name, replacement: None },
                    replacement: Value::Null,
                })
            }
            _ => None,
        })
    }

    async fn retired_branch<E: Branch>(
        &self,
        id: E::Id,
        name: impl Fn(&E) -> &LocalisedText,
    ) -> Result<Option<Retirement>, CurationError> {
        let heir = self.successor::<E>(id).await?;
        let (Some(retired), Some(heir)) = (self.writer.get::<E>(id).await?, self.writer.get::<E>(heir).await?) else {
            return Ok(None);
        };
        if retired.id == heir.id {
            return Ok(None);
        }
        let called = |branch: &E| name(branch).resolve("de").map_or("", |(_, text)| text).to_owned();
        let replacement = Some(called(&heir.data));
        let problem = Problem::Retired { name: called(&retired.data), replacement };
        Ok(Some(Retirement { problem, replacement: Value::String(heir.id.to_string()) }))
    }
}

/// What has become of something that a version names.
struct Retirement {
    problem: Problem,
    /// What is to stand there instead; null for nothing.
    replacement: Value,
}
