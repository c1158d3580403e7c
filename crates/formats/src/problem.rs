//! What is wrong with a file: everything at once, each problem with its place.

use std::{collections::BTreeMap, fmt, sync::Arc};

use domain::{Violation, rules};
use messages::Message;

/// How many problems are kept; further ones are only counted.
pub const MOST_PROBLEMS: usize = 100;
/// How many are kept where a file is shown row by row.
pub const MOST_SHOWN: usize = 20_000;

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which entry of the file, from 1; `None` when it is about the whole.
    pub row: Option<usize>,
    /// The line on which the entry starts, from 1, where the format has lines.
    pub line: Option<u64>,
    /// Where it is: a path as in `actors[17].themes[2]`, a column such as `summary.tr`.
    pub path: String,
    /// What the table at hand calls the column, where it has another name there.
    pub column: Option<String>,
    /// What is wrong.
    pub wrong: rules::Problem,
    /// What was probably meant, where something is close.
    pub meant: Option<String>,
}

impl Problem {
    /// The stable code.
    pub const fn code(&self) -> &'static str {
        self.wrong.code()
    }

    /// What is wrong, without the place.
    pub fn message(&self) -> Message {
        let problem = self.wrong.message();
        match &self.meant {
            Some(meant) => Message::new("value-meant").with("problem", problem).quote("meant", meant),
            None => problem,
        }
    }

    /// Where it is and what is wrong, for a reader by the tag of their language.
    pub fn text(&self, reader: &str) -> String {
        let column = self.column.as_ref().map(|column| format!("{column:?}, ")).unwrap_or_default();
        let problem = format!("{column}{}: {}", self.path, self.message().text(reader));
        match self.line {
            Some(line) => Message::new("report-problem-line").with("line", line).with("problem", problem).text(reader),
            None => problem,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text("en"))
    }
}

/// Everything that is wrong with a file: the first [`MOST_PROBLEMS`] unless all are wanted, the rest as
/// a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems {
    kept: Vec<Problem>,
    further: usize,
    most: usize,
}

impl Default for Problems {
    fn default() -> Self {
        Self { kept: Vec::new(), further: 0, most: MOST_PROBLEMS }
    }
}

impl Problems {
    /// Keeps the first of every row of a file that is shown row by row: [`MOST_SHOWN`].
    pub fn to_show() -> Self {
        Self { most: MOST_SHOWN, ..Self::default() }
    }

    /// An empty one that keeps as many.
    #[must_use]
    pub fn fresh(&self) -> Self {
        Self { most: self.most, ..Self::default() }
    }

    /// Adds a problem.
    pub fn add(&mut self, problem: Problem) {
        if self.kept.len() < self.most {
            self.kept.push(problem);
        } else {
            self.further += 1;
        }
    }

    /// Adds everything a rule of the domain found, below `place`.
    pub fn add_violations(&mut self, place: &Place, violations: impl IntoIterator<Item = Violation>) {
        for Violation { field, problem } in violations {
            self.add(place.problem(&field, problem));
        }
    }

    /// Adds the problems of another file or pass.
    pub fn append(&mut self, other: Self) {
        for problem in other.kept {
            self.add(problem);
        }
        self.further += other.further;
    }

    /// Keeps the first [`MOST_PROBLEMS`] only; the rest is counted.
    pub fn shorten(&mut self) {
        self.further += self.kept.len().saturating_sub(MOST_PROBLEMS);
        self.kept.truncate(MOST_PROBLEMS);
    }

    /// Brings the kept ones into the order of the file's lines, as a reader goes through them.
    pub fn sort(&mut self) {
        self.kept.sort_by_key(|problem| problem.line);
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// How many there are, kept or not.
    pub fn count(&self) -> usize {
        self.kept.len() + self.further
    }

    /// How many are not kept.
    pub fn further(&self) -> usize {
        self.further
    }

    /// The kept ones, in the order in which they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.kept.iter()
    }

    /// `Ok` when nothing is wrong.
    ///
    /// # Errors
    /// The problems themselves.
    pub fn into_result(self) -> Result<(), Self> {
        if self.is_empty() { Ok(()) } else { Err(self) }
    }
}

impl<'a> IntoIterator for &'a Problems {
    type Item = &'a Problem;
    type IntoIter = std::slice::Iter<'a, Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, problem) in self.kept.iter().enumerate() {
            if at > 0 {
                f.write_str("\n")?;
            }
            problem.fmt(f)?;
        }
        if self.further > 0 {
            write!(f, "\n… and {} more", self.further)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

/// Where something stands in a file; every problem starts from one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which entry of the file, from 1, where it is known.
    pub row: Option<usize>,
    /// The line on which the entry starts, from 1.
    pub line: Option<u64>,
    /// Path of the entry, such as `actors[17]`; empty where fields are columns.
    pub path: String,
    /// The columns of a table: for each, by its own name, what the table calls it.
    columns: Option<Arc<Headers>>,
}

/// What a table calls its columns, by their own names, where it calls them something else.
pub type Headers = BTreeMap<String, String>;

impl Place {
    /// An entry of a JSON file.
    pub fn entry(section: &str, index: usize, line: Option<u64>) -> Self {
        Self { row: None, line, path: format!("{section}[{index}]"), columns: None }
    }

    /// A row of a table; its fields are named by their columns.
    pub fn row(line: u64, headers: &Arc<Headers>) -> Self {
        Self { row: None, line: Some(line), path: String::new(), columns: Some(Arc::clone(headers)) }
    }

    /// The same where some fields of the row come from other columns than those of most rows.
    #[must_use]
    pub(crate) fn with_columns(self, fields: &BTreeMap<String, String>) -> Self {
        let Some(columns) = &self.columns else { return self };
        let field_of = |field: &String| column_of(field).to_owned();
        if fields.iter().all(|(field, heading)| columns.get(&field_of(field)).is_none_or(|known| known == heading)) {
            return self;
        }
        let mut columns = Headers::clone(columns);
        for (field, heading) in fields.iter().map(|(field, heading)| (field_of(field), heading)) {
            if field == *heading {
                columns.remove(&field);
            } else {
                columns.insert(field, heading.clone());
            }
        }
        Self { columns: Some(Arc::new(columns)), ..self }
    }

    /// The inside of an entry, whose fields are told without the entry's own path.
    pub(crate) fn inside() -> Self {
        Self { row: None, line: None, path: String::new(), columns: None }
    }

    /// The same with which entry of the file it is, from 1.
    #[must_use]
    pub fn with_row(self, row: usize) -> Self {
        Self { row: Some(row), ..self }
    }

    /// A field of the entry, such as `offers[2]`, as a place of its own.
    #[must_use]
    pub fn below(&self, field: &str) -> Self {
        Self { path: self.field(field), ..self.clone() }
    }

    /// The path of a field of the entry.
    pub fn field(&self, field: &str) -> String {
        let field = if self.columns.is_some() { column_of(field) } else { field };
        match (self.path.is_empty(), field.is_empty() || field.starts_with('[')) {
            (true, _) => field.to_owned(),
            (false, true) => format!("{}{field}", self.path),
            (false, false) => format!("{}.{field}", self.path),
        }
    }

    /// A problem with a field of the entry.
    pub fn problem(&self, field: &str, wrong: rules::Problem) -> Problem {
        let path = self.field(field);
        Problem { row: self.row, line: self.line, column: self.header(&path), path, wrong, meant: None }
    }

    /// What the table calls the column of a path, where it calls it something else.
    fn header(&self, path: &str) -> Option<String> {
        let name = path.split('[').next().unwrap_or(path);
        self.columns.as_ref()?.get(name).cloned()
    }
}

/// The column that holds a field of an entry: nested ones have a column of their own.
fn column_of(field: &str) -> &str {
    match field {
        "address.extra" => "addressExtra",
        _ => field.strip_prefix("address.").or_else(|| field.strip_prefix("location.")).unwrap_or(field),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_hundred_problems_are_kept_and_the_rest_is_counted() {
        let mut problems = Problems::default();
        for index in 0..130 {
            problems.add(Place::entry("actors", index, Some(7)).problem("name", rules::Problem::Required));
        }
        assert_eq!((problems.iter().count(), problems.count(), problems.further()), (100, 130, 30));
        let text = problems.to_string();
        assert!(text.starts_with("line 7, actors[0].name: is required\n"), "{text}");
        assert!(text.ends_with("… and 30 more"), "{text}");
    }

    #[test]
    fn a_place_in_a_table_is_named_by_its_column() {
        let row = Place::row(3, &Arc::new(Headers::from([("phone".to_owned(), "Telefon".to_owned())])));
        assert_eq!(
            row.problem("phone", rules::Problem::Required).to_string(),
            "line 3, \"Telefon\", phone: is required"
        );
        assert_eq!(row.field("location.longitude"), "longitude");
        assert_eq!(row.field("address.extra"), "addressExtra");
        assert_eq!(row.field("summary.tr"), "summary.tr");
        assert_eq!(Place::entry("actors", 1, None).below("offers[2]").field("title"), "actors[1].offers[2].title");
    }
}
