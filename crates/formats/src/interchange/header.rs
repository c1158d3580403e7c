//! How a file of the directory format says what it is.

/// The name of the format, the value of `format` in every file.
pub const FORMAT: &str = "bruecke-directory";

/// The version of the format, the value of `version` in every file.
pub const VERSION: u64 = 1;

/// What `scope` says in files for everybody; in others it is missing.
pub const PUBLIC_SCOPE: &str = "public";
