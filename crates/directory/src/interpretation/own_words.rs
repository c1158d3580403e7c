//! An installation's own tables of words: files of the names and the format of `words/`, read beside them.

use messages::Message;
use std::{collections::HashMap, mem, sync::LazyLock};

use domain::SynonymTable;

use super::{
    concept::{Concept, WordTable},
    forms::COLUMNS,
    table::{cells, phrases, rows},
    vocabulary::SOURCES,
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
    /// Its first cell.
    key: String,
    pub(super) concept: Concept,
    pub(super) cells: Vec<(&'static str, String)>,
}

/// Why a table of words cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnWordsError {
    /// No table has that name.
    UnknownTable {
        /// The name of the file.
        name: String,
    },
    /// More bytes than a table may have.
    TooLarge {
        /// The name of the file.
        name: String,
    },
    /// A column that the table does not have, or none of those it needs.
    UnknownColumn {
        /// The name of the file.
        name: String,
        /// The column.
        column: String,
        /// Those behind the first one.
        allowed: String,
    },
    /// A line that does not fit the header, or whose first cell names nothing.
    Line {
        /// The name of the file.
        name: String,
        /// From 1.
        line: usize,
        /// What is wrong, and what is allowed.
        reason: OwnWordLineError,
    },
}

/// What is wrong with a line of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnWordLineError {
    /// More cells than columns.
    TooManyCells {
        /// How many it has.
        given: usize,
        /// How many columns there are.
        allowed: usize,
    },
    /// A position or radius that cannot be read.
    NotANumber {
        /// Which column.
        column: &'static str,
        /// What it says.
        text: String,
    },
    /// A first cell that names nothing.
    UnknownKey(String),
}

impl OwnWordsError {
    /// Where it is, what is wrong and what is allowed.
    pub fn message(&self) -> Message {
        match self {
            Self::UnknownTable { name } => {
                Message::new("words-unknown-table").with("name", name.as_str()).with("allowed", names())
            }
            Self::TooLarge { name } => {
                Message::new("words-too-large").with("name", name.as_str()).with("allowed", LARGEST_TABLE)
            }
            Self::UnknownColumn { name, column, allowed } => Message::new("words-unknown-column")
                .with("name", name.as_str())
                .quote("column", column)
                .with("allowed", allowed.as_str()),
            Self::Line { name, line, reason } => Message::new("words-line")
                .with("name", name.as_str())
                .with("line", *line)
                .with("reason", reason.message()),
        }
    }
}

impl OwnWordLineError {
    fn message(&self) -> Message {
        match self {
            Self::TooManyCells { given, allowed } => {
                Message::new("words-too-many-cells").with("given", *given).with("allowed", *allowed)
            }
            Self::NotANumber { column, text } => {
                Message::new("words-not-a-number").with("column", *column).quote("given", text)
            }
            Self::UnknownKey(key) => Message::new("words-unknown-key").quote("key", key),
        }
    }
}

messages::error_by_message!(OwnWordsError, OwnWordLineError);

/// The phrases that a table in this format has for each entry, those of all languages together.
///
/// # Errors
/// [`OwnWordsError`].
pub fn read_synonyms(table: SynonymTable, text: &str) -> Result<Vec<(String, Vec<String>)>, OwnWordsError> {
    let mut words = OwnWords::default();
    words.add_table(&format!("{table}.csv"), text)?;
    let phrases = |row: &OwnWordRow| row.cells.iter().flat_map(|(_, cell)| phrases(cell)).map(str::to_owned).collect();
    Ok(words.rows.iter().map(|row| (row.key.clone(), phrases(row))).collect())
}

/// What a table has for an entry in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableWords {
    /// The language; `other` for words of any.
    pub language: &'static str,
    /// The phrases.
    pub phrases: Vec<String>,
}

impl TableWords {
    fn new(language: &'static str, cell: &str) -> Self {
        Self { language, phrases: phrases(cell).map(str::to_owned).collect() }
    }
}

/// The words that every directory has, by table and key.
static BUILT_IN: LazyLock<HashMap<(SynonymTable, String), Vec<TableWords>>> = LazyLock::new(|| {
    let tables = SynonymTable::ALL.iter().flat_map(|table| {
        let kind = mem::discriminant(&WordTable::from(*table));
        let sources = SOURCES.iter().filter(move |(known, _)| mem::discriminant(known) == kind);
        sources.flat_map(|(_, text)| rows(text)).map(|row| (*table, row))
    });
    let words = tables.map(|(table, row)| {
        let cells = COLUMNS.into_iter().zip(&row[1..]).filter(|(_, cell)| !cell.trim().is_empty());
        ((table, row[0].clone()), cells.map(|(language, cell)| TableWords::new(language, cell)).collect())
    });
    words.collect()
});

/// The words that every directory has for an entry of a table.
pub fn built_in_words(table: SynonymTable, key: &str) -> &'static [TableWords] {
    BUILT_IN.get(&(table, key.to_owned())).map_or(&[], Vec::as_slice)
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
            let refuse = |reason| OwnWordsError::Line { name: name.to_owned(), line, reason };
            read_row(*table, &columns, &cells).map_err(refuse)
        });
        let rows = read.collect::<Result<Vec<_>, _>>()?;
        self.tables.push(OwnWordTable { name: known, lines: rows.len() });
        self.rows.extend(rows);
        Ok(())
    }

    /// The words of an entry of a table.
    pub fn table_words(&self, table: SynonymTable, key: &str) -> Vec<TableWords> {
        let concept = WordTable::from(table).concept(key);
        let rows = self.rows.iter().filter(|row| concept.as_ref() == Some(&row.concept));
        rows.flat_map(|row| &row.cells).map(|(language, cell)| TableWords::new(language, cell)).collect()
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

fn read_row(table: Option<WordTable>, columns: &[String], cells: &[String]) -> Result<OwnWordRow, OwnWordLineError> {
    if cells.len() > columns.len() {
        return Err(OwnWordLineError::TooManyCells { given: cells.len(), allowed: columns.len() });
    }
    let cell = |column: &str| {
        let at = columns.iter().position(|it| it.trim() == column);
        at.and_then(|at| cells.get(at)).map_or("", |cell| cell.trim())
    };
    let key = cells.first().map_or("", |key| key.trim());
    let number = |column: &'static str| {
        let text = cell(column);
        text.parse().map_err(|_| OwnWordLineError::NotANumber { column, text: text.to_owned() })
    };
    let concept = match table {
        Some(table) => table.concept(key).ok_or_else(|| OwnWordLineError::UnknownKey(key.to_owned()))?,
        None => {
            let [longitude, latitude, radius_metres] = POSITION_COLUMNS.map(number);
            let near = Near { longitude: longitude?, latitude: latitude?, radius_metres: radius_metres? };
            Concept::Place(key.to_owned(), near)
        }
    };
    let cells =
        COLUMNS.into_iter().map(|column| (column, cell(column).to_owned())).filter(|(_, cell)| !cell.is_empty());
    Ok(OwnWordRow { key: key.to_owned(), concept, cells: cells.collect() })
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
        let phrases = ["Müttertreff", "(Salon)"].map(str::to_owned).to_vec();
        assert_eq!(words.table_words(SynonymTable::Kinds, "women"), [TableWords { language: "de", phrases }]);
        assert_eq!(words.table_words(SynonymTable::Types, "women"), []);
    }

    #[test]
    fn a_table_gives_the_synonyms_of_its_entries() {
        let read = read_synonyms(SynonymTable::Kinds, "slug,de,tr\nwomen,Müttertreff;(Salon),kadınlar\n");
        let phrases = ["Müttertreff", "(Salon)", "kadınlar"].map(str::to_owned).to_vec();
        assert_eq!(read, Ok(vec![("women".to_owned(), phrases)]));
        let refusal = read_synonyms(SynonymTable::Types, "slug,de\nverein,Klub\n").expect_err("refused");
        assert_eq!(
            refusal.message().text("de"),
            "types.csv, Zeile 2: \"verein\" gehört nicht zu den Einträgen dieser Tabelle"
        );
        let built_in = built_in_words(SynonymTable::Languages, "tr");
        assert!(built_in.iter().any(|words| words.language == "de" && !words.phrases.is_empty()));
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
