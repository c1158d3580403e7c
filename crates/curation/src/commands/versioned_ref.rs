//! Entries in the version that somebody has seen.

/// An entry and the version that somebody has seen of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionedRef<I> {
    /// The entry.
    pub id: I,
    /// The version it was seen in.
    pub expected_version: u32,
    /// What for; for staff only.
    pub note: Option<String>,
}

impl<I> VersionedRef<I> {
    /// An entry in a version, with nothing to add.
    pub const fn new(id: I, expected_version: u32) -> Self {
        Self { id, expected_version, note: None }
    }
}
