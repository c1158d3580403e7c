//! Retiring a theme in favour of another, which is also how two themes are merged.

use domain::{Actor, CooperationLink, Event, Offer, Project, Record, Theme, ThemeId, rules::Problem};
use messages::Message;

use super::{lifecycle::wrong_state, retire::refuse};
use crate::{Admin, Curation, CurationError, Done, command_span::command, fields::FieldValues};

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
        command("retire_theme", async {
            let mut work = self.begin(by, input.note.as_deref()).await?;
            let theme = work.require_existing::<Theme>(input.theme, "theme").await?;
            work.require_existing::<Theme>(input.replacement, "replacement").await?;
            work.expect(&theme, input.expected_version, &FieldValues::new()).await?;
            if theme.data.replaced_by.is_some() {
                return Err(wrong_state("ALREADY_RETIRED", Message::new("state-theme-retired")));
            }
            let heir = work.successor::<Theme>(input.replacement).await?;
            if heir == theme.id {
                return refuse("replacement", Problem::Unknown(input.replacement.to_string()));
            }
            let heir = work.require_existing::<Theme>(heir, "replacement").await?;
            let below: Vec<_> = work.writer.referrers::<Theme>(theme.id.uuid()).await?;
            let below: Vec<_> = below.into_iter().filter(|below| below.data.parent == Some(theme.id)).collect();
            if below.iter().any(|below| below.data.replaced_by.is_none()) && heir.data.parent.is_some() {
                return refuse("replacement", Problem::Format(Message::new("problem-replacement-theme-level")));
            }
            work.rename_in::<Actor>(theme.id.uuid(), heir.id.uuid()).await?;
            work.rename_in::<Offer>(theme.id.uuid(), heir.id.uuid()).await?;
            work.rename_in::<Event>(theme.id.uuid(), heir.id.uuid()).await?;
            work.rename_in::<Project>(theme.id.uuid(), heir.id.uuid()).await?;
            work.rename_in::<CooperationLink>(theme.id.uuid(), heir.id.uuid()).await?;
            for child in below.into_iter().filter(|child| child.data.replaced_by.is_none()) {
                let data = Theme { parent: (child.id != heir.id).then_some(heir.id), ..child.data.clone() };
                work.replace(&child, data).await?;
            }
            let retired = Theme { replaced_by: Some(heir.id), ..theme.data.clone() };
            let retired = work.replace(&theme, retired).await?;
            work.finish(retired).await
        })
        .await
    }
}
