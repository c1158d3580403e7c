//! Themes: the two-level tree of what actors work on.

use serde::{Deserialize, Serialize};

use crate::{
    LocalisedText, Slug, ThemeId,
    record::{Entity, EntityKind},
    rules::{Problem, Violations},
    vocabulary::FieldOfAction,
};

/// A theme; a query for a parent includes its children.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Theme {
    /// The readable name; unique among themes.
    pub slug: Slug,
    /// Slugs the theme had before; they lead here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former_slugs: Vec<Slug>,
    /// The theme above, `None` for a root.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<ThemeId>,
    /// What people call it.
    pub label: LocalisedText,
    /// Other words people use for it, in any language; the search knows them.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "crate::text::deserialize_lines")]
    pub alternative_labels: Vec<String>,
    /// The fields of action it serves, at least one.
    pub fields_of_action: Vec<FieldOfAction>,
    /// Place among its siblings, from 0.
    #[serde(default)]
    pub position: u32,
    /// The theme that stands in its place since it was retired.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<ThemeId>,
}

impl Entity for Theme {
    type Id = ThemeId;
    const KIND: EntityKind = EntityKind::Theme;

    fn check(&self) -> Violations {
        let mut violations = Violations::default();
        violations.title("label", &self.label);
        violations.lines("alternativeLabels", &self.alternative_labels);
        violations.list("fieldsOfAction", &self.fields_of_action);
        if self.fields_of_action.is_empty() {
            violations.add("fieldsOfAction", Problem::Required);
        }
        violations
    }
}
