//! Secrets of the settings: each in a file of its own, since settings are shown, copied and sent around.

use std::path::{Path, PathBuf};

use secrecy::SecretString;
use thiserror::Error;

/// Why a secret was not had.
#[derive(Debug, Error)]
pub enum SecretError {
    /// The file cannot be read.
    #[error("cannot read {path}, which {setting} names")]
    Read {
        /// The setting that names the file.
        setting: &'static str,
        /// Which file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// There is nothing in it.
    #[error("{path}, which {setting} names, is empty: allowed is the secret as one line")]
    Empty {
        /// The setting that names the file.
        setting: &'static str,
        /// Which file.
        path: PathBuf,
    },
}

/// Reads the secret that a setting names: the first line of a file.
///
/// # Errors
/// [`SecretError`] with the setting and the file.
pub fn read_secret(setting: &'static str, path: &Path) -> Result<SecretString, SecretError> {
    let text = std::fs::read_to_string(path).map(SecretString::from).map_err(|source| SecretError::Read {
        setting,
        path: path.to_owned(),
        source,
    })?;
    let line = secrecy::ExposeSecret::expose_secret(&text).lines().next().unwrap_or_default().trim();
    if line.is_empty() {
        return Err(SecretError::Empty { setting, path: path.to_owned() });
    }
    Ok(line.to_owned().into())
}
