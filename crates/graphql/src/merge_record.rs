//! A merge as it is stored, for what is read and for what a mutation has done.

use chrono::{DateTime, Utc};
use curation::reading::ListedMerge;
use uuid::Uuid;

/// Two entries that became one.
#[derive(Clone, Debug)]
pub(crate) struct MergeRecord {
    /// Its id.
    pub(crate) id: Uuid,
    /// Who stayed.
    pub(crate) survivor: Uuid,
    /// Who went into it.
    pub(crate) loser: Uuid,
    /// When.
    pub(crate) at: DateTime<Utc>,
    /// When it was undone, if it was.
    pub(crate) undone_at: Option<DateTime<Utc>>,
    /// Its names; in lists.
    pub(crate) names: MergeNames,
}

/// What staff call whoever merged two entries, and what these are called.
#[derive(Clone, Debug, Default)]
pub(crate) struct MergeNames {
    pub(crate) by: Option<String>,
    pub(crate) survivor: Option<String>,
    pub(crate) loser: Option<String>,
}

impl MergeRecord {
    /// A merge with its names.
    pub(crate) fn from_listed(listed: &ListedMerge) -> Self {
        let merge = &listed.merge;
        Self {
            id: merge.id,
            survivor: merge.survivor.uuid(),
            loser: merge.loser.uuid(),
            at: merge.at,
            undone_at: merge.undone_at,
            names: MergeNames {
                by: listed.name().map(str::to_owned),
                survivor: listed.survivor_name().map(str::to_owned),
                loser: listed.loser_name().map(str::to_owned),
            },
        }
    }
}
