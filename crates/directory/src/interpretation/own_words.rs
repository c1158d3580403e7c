//! An installation's own tables of words: files of the names and the format of `words/`, read beside them.

use thiserror::Error;

use super::{
    concept::{Concept, WordTable},
    forms::COLUMNS,
    table::cells,
};
use crate::Near;

/// The largest file that is read, bytes.
const LARGEST_TABLE: usize = 4 * 1024 * 1024;
/// The tables an installation can add to.
const TABLES: [(&str, Option<WordTable>); 9] = [
    ("themes.csv", Some(WordTable::Themes)),
    ("districts.csv", Some(WordTable::Districts)),
    ("kinds.csv", Some(WordTable::Kinds)),
    ("languages.csv", Some(WordTable::Languages)),
    ("target_groups.csv", Some(WordTable::TargetGroups)),
    ("fields_of_action.csv", Some(WordTable::Fields)),
    ("types.csv", Some(WordTable::Types)),
    ("features.csv", Some(WordTable::Features)),
    ("places.csv", None),
];
/// The columns of `places.csv` that say where the place is: degrees, degrees, metres.
const POSITION_COLUMNS: [&str; 3] = ["longitude", "latitude", "radius"];

/// Words that an installation adds to those every directory has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OwnWords {
    pub(super) rows: Vec<OwnWordRow>,
    tables: Vec<OwnWordTable>,
}

/// A table that an installation adds to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnWordTable {
    /// The name of its file.
    pub name: &'static str,
    /// How many lines it adds.
    pub lines: usize,
}

/// One line: what it asks for, and a cell of phrases for each language that has one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct OwnWordRow {
    pub(super) concept: Concept,
    pub(super) cells: Vec<(&'static str, String)>,
}

/// Why a table of words cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum OwnWordsError {
    /// No table has that name.
    #[error("{name} is no table of words: allowed are {}", names())]
    UnknownTable {
        /// The name of the file.
        name: String,
    },
    /// More bytes than a table may have.
    #[error("{name} is too large: allowed are {LARGEST_TABLE} bytes")]
    TooLarge {
        /// The name of the file.
        name: String,
    },
    /// A column that the table does not have, or none of those it needs.
    #[error("{name}, line 1: {column:?} is no column here: allowed are a first column of slugs, {allowed}")]
    UnknownColumn {
        /// The name of the file.
        name: String,
        /// The column.
        column: String,
        /// Those behind the first one.
        allowed: String,
    },
    /// A line that does not fit the header, or whose first cell names nothing.
    #[error("{name}, line {line}: {reason}")]
    Line {
        /// The name of the file.
        name: String,
        /// From 1.
        line: usize,
        /// What is wrong, and what is allowed.
        reason: String,
    },
}

impl OwnWords {
    /// Adds a table: `name` is that of its file, `text` what it holds.
    ///
    /// # Errors
    /// [`OwnWordsError`]; then nothing has been added.
    pub fn add_table(&mut self, name: &str, text: &str) -> Result<(), OwnWordsError> {
        let Some((known, table)) = TABLES.iter().find(|(known, _)| *known == name) else {
            return Err(OwnWordsError::UnknownTable { name: name.to_owned() });
        };
        if text.len() > LARGEST_TABLE {
            return Err(OwnWordsError::TooLarge { name: name.to_owned() });
        }
        let mut lines = text.trim_start_matches('\u{feff}').lines().enumerate().map(|(at, line)| (at + 1, cells(line)));
        let columns = lines.next().map_or_else(Vec::new, |(_, cells)| cells);
        let before: &[&str] = if table.is_some() { &[] } else { &POSITION_COLUMNS };
        check_columns(name, &columns, before)?;
        let read = lines.filter(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty())).map(|(line, cells)| {
            let refuse = |reason: String| OwnWordsError::Line { name: name.to_owned(), line, reason };
            read_row(*table, &columns, &cells).map_err(refuse)
        });
        let rows = read.collect::<Result<Vec<_>, _>>()?;
        self.tables.push(OwnWordTable { name: known, lines: rows.len() });
        self.rows.extend(rows);
        Ok(())
    }

    /// The tables that were added.
    pub fn tables(&self) -> &[OwnWordTable] {
        &self.tables
    }
}

fn check_columns(name: &str, columns: &[String], before: &[&'static str]) -> Result<(), OwnWordsError> {
    let allowed = || before.iter().chain(&COLUMNS).copied().collect::<Vec<_>>().join(", ");
    let refuse = |column: &str| OwnWordsError::UnknownColumn {
        name: name.to_owned(),
        column: column.to_owned(),
        allowed: allowed(),
    };
    let behind = columns.get(1..).unwrap_or_default();
    for column in before {
        behind.iter().find(|given| given.trim() == *column).ok_or_else(|| refuse(""))?;
    }
    let is_known = |column: &str| before.contains(&column) || COLUMNS.contains(&column);
    match behind.iter().enumerate().find(|(at, column)| !is_known(column.trim()) || behind[..*at].contains(column)) {
        Some((_, column)) => Err(refuse(column)),
        None if behind.is_empty() => Err(refuse("")),
        None => Ok(()),
    }
}

fn read_row(table: Option<WordTable>, columns: &[String], cells: &[String]) -> Result<OwnWordRow, String> {
    if cells.len() > columns.len() {
        return Err(format!("has {} cells: allowed are {}", cells.len(), columns.len()));
    }
    let cell = |column: &str| {
        let at = columns.iter().position(|it| it.trim() == column);
        at.and_then(|at| cells.get(at)).map_or("", |cell| cell.trim())
    };
    let key = cells.first().map_or("", |key| key.trim());
    let number = |column: &str| cell(column).parse().map_err(|_| format!("{column} is no number: {:?}", cell(column)));
    let concept = match table {
        Some(table) => table.concept(key).ok_or_else(|| format!("{key:?} is not in the vocabulary of this table"))?,
        None => {
            let [longitude, latitude, radius_metres] = POSITION_COLUMNS.map(number);
            let near = Near { longitude: longitude?, latitude: latitude?, radius_metres: radius_metres? };
            Concept::Place(key.to_owned(), near)
        }
    };
    let cells =
        COLUMNS.into_iter().map(|column| (column, cell(column).to_owned())).filter(|(_, cell)| !cell.is_empty());
    Ok(OwnWordRow { concept, cells: cells.collect() })
}

fn names() -> String {
    TABLES.map(|(name, _)| name).join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(name: &str, text: &str) -> String {
        let mut words = OwnWords::default();
        let told = words.add_table(name, text).expect_err("refused").to_string();
        assert_eq!(words, OwnWords::default());
        told
    }

    #[test]
    fn a_table_needs_only_the_columns_and_lines_that_are_added() {
        let mut words = OwnWords::default();
        words.add_table("kinds.csv", "\u{feff}slug,de,other\r\nwomen,Müttertreff;(Salon),\r\n\r\n").expect("a table");
        words
            .add_table("places.csv", "slug,longitude,latitude,radius,de\nzeche,7.2,51.5,800,Alte Zeche\n")
            .expect("places");
        let cells: Vec<_> = words.rows.iter().map(|row| row.cells.clone()).collect();
        assert_eq!(cells[0], [("de", "Müttertreff;(Salon)".to_owned())]);
        assert_eq!(cells[1], [("de", "Alte Zeche".to_owned())]);
    }

    #[test]
    fn what_is_no_table_is_refused_with_its_line_and_what_is_allowed() {
        assert!(refusal("thema.csv", "slug,de\n").contains("themes.csv"));
        assert!(refusal("themes.csv", "slug,deutsch\n").contains("\"deutsch\""));
        assert!(refusal("themes.csv", "slug,de,de\n").contains("\"de\""));
        assert!(refusal("themes.csv", "").contains("line 1"));
        assert!(refusal("kinds.csv", "slug,de\nwomen,a\nfrauen,b\n").contains("line 3: \"frauen\""));
        assert!(refusal("kinds.csv", "slug,de\nwomen,a,b\n").contains("has 3 cells: allowed are 2"));
        assert!(refusal("places.csv", "slug,de\nx,y\n").contains("longitude, latitude, radius"));
        assert!(refusal("places.csv", "slug,longitude,latitude,radius,de\nx,7,north,1,y\n").contains("latitude"));
        assert!(refusal("themes.csv", &"x".repeat(LARGEST_TABLE + 1)).contains("too large"));
    }
}
