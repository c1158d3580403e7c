//! Settings of backups that the service makes by itself.

use std::{
    num::{NonZeroU32, NonZeroUsize},
    path::PathBuf,
};

use serde::Deserialize;

use super::nonzero::nonzero;

/// How the service makes backups.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BackupSettings {
    /// Where they lie.
    pub folder: PathBuf,
    /// One is made after so many hours.
    #[serde(default = "default_every_hours")]
    pub every_hours: NonZeroU32,
    /// So many are kept.
    #[serde(default = "default_keep")]
    pub keep: NonZeroUsize,
}

const fn default_every_hours() -> NonZeroU32 {
    nonzero!(24)
}

const fn default_keep() -> NonZeroUsize {
    nonzero!(14)
}
