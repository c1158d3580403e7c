//! What can be wrong with an entity: everything at once, field by field, in the reader's language.
//!
//! What an entity's own rules are stands in its file, in its `Entity::check`; here is what they share. Rules that need other
//! entities (does this theme exist, is this slug taken) belong to the store.

mod problem;

use std::fmt;

use chrono::NaiveDate;
use messages::Message;

pub use self::problem::Problem;
use crate::{LocalisedText, WebAddress, record::LifeStatus};

/// The longest name or title, in characters.
pub const NAME_LENGTH: usize = 200;
/// The longest summary, in characters.
pub const SUMMARY_LENGTH: usize = 600;
/// The longest description, in characters.
pub const DESCRIPTION_LENGTH: usize = 20_000;
/// The longest list in a field.
pub const LIST_LENGTH: usize = 100;

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The field as API and files name it, such as `summary.de` or `themes[2]`.
    pub field: String,
    /// What is wrong.
    pub problem: Problem,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.field, self.problem.message())
    }
}

/// Everything that is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Violations(pub Vec<Violation>);

impl Violations {
    /// Adds a problem.
    pub fn add(&mut self, field: impl Into<String>, problem: Problem) {
        self.0.push(Violation { field: field.into(), problem });
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is wrong, one by one.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.0.iter()
    }

    /// `Ok` when nothing is wrong.
    ///
    /// # Errors
    /// The violations themselves.
    pub fn into_result(self) -> Result<(), Self> {
        if self.is_empty() { Ok(()) } else { Err(self) }
    }

    pub(crate) fn line(&mut self, field: &str, text: &str, allowed: usize) {
        if text.chars().count() > allowed {
            self.add(field, Problem::TooLong { allowed });
        }
        if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t' | '\r')) {
            self.add(field, Problem::ControlCharacter);
        }
    }

    pub(crate) fn required_line(&mut self, field: &str, text: &str, allowed: usize) {
        if text.trim().is_empty() {
            self.add(field, Problem::Required);
        }
        self.line(field, text, allowed);
    }

    /// An address with a slip is refused; what was taken once can still be put away.
    pub(crate) fn web_address(&mut self, field: &str, status: LifeStatus, address: Option<&WebAddress>) {
        let meant = address.filter(|_| status != LifeStatus::Archived).and_then(WebAddress::repair);
        if let Some(meant) = meant {
            self.add(
                field,
                Problem::Format(Message::new("problem-web-address-meant").with("meant", format!("{meant:?}"))),
            );
        }
    }

    pub(crate) fn optional_line(&mut self, field: &str, text: Option<&str>, allowed: usize) {
        if let Some(text) = text {
            self.required_line(field, text, allowed);
        }
    }

    pub(crate) fn text(&mut self, field: &str, text: &LocalisedText, allowed: usize) {
        if !text.is_empty() && text.get("de").is_none() {
            self.add(field, Problem::GermanRequired);
        }
        for (language, text) in text.iter() {
            self.required_line(&format!("{field}.{language}"), text, allowed);
        }
    }

    pub(crate) fn required_text(&mut self, field: &str, text: &LocalisedText, allowed: usize) {
        if text.is_empty() {
            self.add(field, Problem::Required);
        }
        self.text(field, text, allowed);
    }

    /// A text of one line in each language.
    pub(crate) fn title(&mut self, field: &str, text: &LocalisedText) {
        self.required_text(field, text, NAME_LENGTH);
        for (language, _) in text.iter().filter(|(_, text)| text.trim().contains(['\n', '\r', '\u{2028}', '\u{2029}']))
        {
            self.add(format!("{field}.{language}"), Problem::LineBreak);
        }
    }

    pub(crate) fn list<T: PartialEq + ToString>(&mut self, field: &str, list: &[T]) {
        if list.len() > LIST_LENGTH {
            self.add(field, Problem::TooLong { allowed: LIST_LENGTH });
        }
        for (at, value) in list.iter().enumerate().take(LIST_LENGTH) {
            if list[..at].contains(value) {
                self.add(format!("{field}[{at}]"), Problem::Duplicate(value.to_string()));
            }
        }
    }

    /// A list of single lines, as long as names may be.
    pub(crate) fn lines(&mut self, field: &str, lines: &[String]) {
        self.list(field, lines);
        for (at, line) in lines.iter().enumerate().take(LIST_LENGTH) {
            self.required_line(&format!("{field}[{at}]"), line, NAME_LENGTH);
        }
    }

    pub(crate) fn period(&mut self, field: &str, start: Option<NaiveDate>, end: Option<NaiveDate>) {
        if let (Some(start), Some(end)) = (start, end)
            && end < start
        {
            self.add(field, Problem::EndsBeforeStart);
        }
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, violation) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str("; ")?;
            }
            violation.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Violations {}

impl FromIterator<Violation> for Violations {
    fn from_iter<T: IntoIterator<Item = Violation>>(violations: T) -> Self {
        Self(violations.into_iter().collect())
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
