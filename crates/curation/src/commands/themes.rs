//! Retiring a theme in favour of another, which is also how two themes are merged.

use domain::{Actor, CooperationLink, Event, Offer, Project, Record, Theme, ThemeId, Violations, rules::Problem};

use super::living::wrong_state;
use crate::{
    Admin, Curation, CurationError, Done, Refusal,
    fields::{Editable, Fields, between, fields_of, with},
    work::Work,
};

/// A theme that another stands in for from now on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetireTheme {
    /// Which theme.
    pub theme: ThemeId,
    /// The version that was read.
    pub expected_version: u32,
    /// What stands in its place.
    pub replacement: ThemeId,
    /// What for; for staff only.
    pub note: Option<String>,
}

impl Curation {
    /// Retires a theme: its slug leads to the replacement, and everything that names the theme names
    /// the replacement instead, themes below it included.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when it is retired already, has changed meanwhile, or when its themes
    /// cannot stand below the replacement; [`CurationError::Store`].
    pub async fn retire_theme(&self, by: &Admin, input: RetireTheme) -> Result<Done<Record<Theme>>, CurationError> {
        let mut work = self.begin(by, input.note.as_deref()).await?;
        let theme = work.existing::<Theme>(input.theme, "theme").await?;
        work.existing::<Theme>(input.replacement, "replacement").await?;
        work.expect(&theme, input.expected_version, &Fields::new()).await?;
        if theme.data.replaced_by.is_some() {
            return Err(wrong_state(
                "ALREADY_RETIRED",
                "Das Thema ist schon stillgelegt.",
                "The theme is retired already.",
            ));
        }
        let heir = work.successor(input.replacement).await?;
        if heir == theme.id {
            return refuse("replacement", Problem::Unknown(input.replacement.to_string()));
        }
        let heir = work.existing::<Theme>(heir, "replacement").await?;
        let below: Vec<_> = work.writer.naming::<Theme>(theme.id.uuid()).await?;
        let below: Vec<_> = below.into_iter().filter(|below| below.data.parent == Some(theme.id)).collect();
        if below.iter().any(|below| below.data.replaced_by.is_none()) && heir.data.parent.is_some() {
            return refuse(
                "replacement",
                Problem::Malformed {
                    german: "steht auf der zweiten Ebene und kann die Themen unter diesem nicht aufnehmen".to_owned(),
                    english: "stands on the second level and cannot take in the themes below this one".to_owned(),
                },
            );
        }
        work.rename_everywhere(theme.id, heir.id).await?;
        for child in below.into_iter().filter(|child| child.data.replaced_by.is_none()) {
            let data = Theme { parent: (child.id != heir.id).then_some(heir.id), ..child.data.clone() };
            work.replace(&child, data).await?;
        }
        let retired = Theme { replaced_by: Some(heir.id), ..theme.data.clone() };
        let retired = work.replace(&theme, retired).await?;
        work.finish(retired).await
    }
}

fn refuse<T>(field: &str, problem: Problem) -> Result<T, CurationError> {
    let mut wrong = Violations::default();
    wrong.add(field, problem);
    Err(Refusal::Invalid(wrong).into())
}

impl Work {
    async fn rename_everywhere(&mut self, old: ThemeId, new: ThemeId) -> Result<(), CurationError> {
        self.rename_in::<Actor>(old, new).await?;
        self.rename_in::<Offer>(old, new).await?;
        self.rename_in::<Event>(old, new).await?;
        self.rename_in::<Project>(old, new).await?;
        self.rename_in::<CooperationLink>(old, new).await
    }

    async fn rename_in<E: Editable>(&mut self, old: ThemeId, new: ThemeId) -> Result<(), CurationError> {
        let mut renamed = Vec::new();
        for record in self.writer.naming::<E>(old.uuid()).await? {
            let before = fields_of(&record.data);
            let mut after = before.clone();
            after.entry("themes".to_owned()).and_modify(|themes| rename(themes, &old.to_string(), &new.to_string()));
            if let Some(data) = with(&record.data, &between(&before, &after)) {
                renamed.push(record.next(self.writer.at(), data));
            }
        }
        self.writer.put_many(renamed).await?;
        Ok(())
    }
}

/// Puts one id in another's place in a list, unless it stands there already.
pub(crate) fn rename(list: &mut serde_json::Value, old: &str, new: &str) {
    let Some(entries) = list.as_array_mut() else { return };
    let has_new = entries.iter().any(|entry| entry == new);
    if has_new {
        entries.retain(|entry| entry != old);
    } else {
        for entry in entries.iter_mut().filter(|entry| **entry == old) {
            *entry = serde_json::Value::String(new.to_owned());
        }
    }
}
