//! Two edits of one entry at once: what each changed, so that neither is lost.

use std::fmt;

use chrono::{DateTime, Utc};
use domain::vocabulary::Role;
use serde_json::Value;

use super::definition::{FieldValues, names};

/// Who last changed a field, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldAuthor {
    /// When.
    pub at: DateTime<Utc>,
    /// In what role.
    pub role: Role,
    /// What staff call them; for staff, where it was somebody with an account.
    pub name: Option<String>,
}

/// A field that somebody else changed meanwhile, or that this edit would change on top of that.
#[derive(Clone, PartialEq, Eq)]
pub struct FieldConflict {
    /// The field.
    pub field: String,
    /// What it said in the version this edit started from; null when nothing.
    pub base: Value,
    /// What it says now.
    pub theirs: Value,
    /// What this edit would have it say.
    pub mine: Value,
    /// Who changed it since, where the change is among the latest.
    pub author: Option<FieldAuthor>,
}

impl FieldConflict {
    /// Whether both changed the field, and not to the same.
    pub fn is_contested(&self) -> bool {
        self.theirs != self.base && self.mine != self.base && self.mine != self.theirs
    }
}

/// Shows the field only: its values may be private.
impl fmt::Debug for FieldConflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FieldConflict({}, …)", self.field)
    }
}

/// One field that differs between two versions.
#[derive(Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// The field.
    pub field: String,
    /// What it said before; null when nothing.
    pub before: Value,
    /// What it says after.
    pub after: Value,
}

/// Shows the field only: its values may be private.
impl fmt::Debug for FieldChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FieldChange({}, …)", self.field)
    }
}

/// What `theirs` and `mine` make of `base`: every field either changes. `mine` names only the fields
/// it would change.
pub(crate) fn conflicts(base: &FieldValues, theirs: &FieldValues, mine: &FieldValues) -> Vec<FieldConflict> {
    let said = |fields: &FieldValues, name: &String| fields.get(name).cloned().unwrap_or_default();
    let mut all = names(base, theirs);
    all.extend(mine.keys());
    all.into_iter()
        .map(|name| {
            let base = said(base, name);
            let mine = mine.get(name).cloned().unwrap_or_else(|| base.clone());
            FieldConflict { field: name.clone(), theirs: said(theirs, name), base, mine, author: None }
        })
        .filter(|field| field.theirs != field.base || field.mine != field.base)
        .collect()
}

/// Every field that differs between two states.
pub fn changes(before: &FieldValues, after: &FieldValues) -> Vec<FieldChange> {
    names(before, after)
        .into_iter()
        .filter(|name| before.get(*name) != after.get(*name))
        .map(|name| FieldChange {
            field: name.clone(),
            before: before.get(name).cloned().unwrap_or_default(),
            after: after.get(name).cloned().unwrap_or_default(),
        })
        .collect()
}
