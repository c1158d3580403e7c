//! An installation's own words for questions: a folder of tables.

use std::{fs, path::Path};

use curation::WordTableSize;
use directory::OwnWords;
use serde::{Deserialize, Deserializer, de::Error as _};

/// Reads the tables of the folder that is named; other files than CSV are left alone.
pub(super) fn read_folder<'de, D: Deserializer<'de>>(deserializer: D) -> Result<OwnWords, D::Error> {
    let folder = String::deserialize(deserializer)?;
    read_tables(Path::new(&folder)).map_err(D::Error::custom)
}

/// The tables as staff are told them.
pub(crate) fn word_tables(words: &OwnWords) -> Vec<WordTableSize> {
    words.tables().iter().map(|table| WordTableSize { name: table.name.to_owned(), lines: table.lines }).collect()
}

fn read_tables(folder: &Path) -> Result<OwnWords, String> {
    let unreadable = |path: &Path, error: &dyn std::fmt::Display| format!("cannot read {}: {error}", path.display());
    let files = fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    let mut paths = files.map(|file| file.map(|file| file.path())).collect::<Result<Vec<_>, _>>();
    let paths = paths.as_mut().map_err(|error| unreadable(folder, error))?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "csv"));
    paths.sort();
    if paths.is_empty() {
        return Err(format!("{} has no tables of words, such as themes.csv", folder.display()));
    }
    let mut words = OwnWords::default();
    for path in paths {
        let text = fs::read_to_string(&*path).map_err(|error| unreadable(path, &error))?;
        let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
        words.add_table(&name, &text).map_err(|error| error.to_string())?;
    }
    Ok(words)
}

#[cfg(test)]
mod tests {
    use crate::settings::File;

    #[test]
    fn a_folder_of_tables_is_read_and_what_is_wrong_in_it_is_told_by_file_and_line() {
        let folder = tempfile::tempdir().expect("a folder");
        let setting = format!("[directory]\nwords = {:?}\n", folder.path().to_str().expect("a path"));
        let read = || toml::from_str::<File>(&setting).map_err(|error| error.to_string());
        assert!(read().expect_err("no table").contains("line 2"));
        let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("a file");
        write("notes.txt", "whatever");
        write("themes.csv", "slug,de\neducation.parents,Rucksackprogramm\n");
        assert_ne!(read().expect("tables").directory.words, directory::OwnWords::default());
        write("kinds.csv", "slug,de\nwomen,a\nfrauen,b\n");
        assert!(read().expect_err("a wrong line").contains("kinds.csv, line 3"));
        let nowhere = toml::from_str::<File>("[directory]\nwords = \"nowhere\"\n").expect_err("no folder").to_string();
        assert!(nowhere.contains("cannot read nowhere"), "{nowhere}");
    }
}
