//! Settings of backups that the service makes by itself.

use std::path::PathBuf;

use serde::Deserialize;

/// How the service makes backups.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BackupSettings {
    /// Where they lie.
    pub folder: PathBuf,
    /// One is made after so many hours.
    #[serde(default = "default_every_hours")]
    pub every_hours: u32,
    /// So many are kept.
    #[serde(default = "default_keep")]
    pub keep: usize,
}

const fn default_every_hours() -> u32 {
    24
}

const fn default_keep() -> usize {
    14
}
