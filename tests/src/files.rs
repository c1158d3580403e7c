//! Files that commands leave behind.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

/// Who may do what with a file, as `chmod` counts it.
pub fn mode(file: &Path) -> u32 {
    file.metadata().expect("the file is there").permissions().mode() & 0o777
}

/// The files of a folder whose names hold a word, by name.
pub fn files(folder: &Path, word: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let name = |path: &PathBuf| path.file_name().expect("a name").to_string_lossy().contains(word);
    let mut files: Vec<PathBuf> = entries.filter(name).collect();
    files.sort();
    files
}
