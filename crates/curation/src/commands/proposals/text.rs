//! Texts of proposals: comments, remarks and reasons.

use domain::{Violations, rules::Problem};

use crate::{CurationError, Refusal};

/// The longest comment, remark or reason, in characters.
pub const TEXT_LENGTH: usize = 2_000;

/// The longest way to reach somebody, in characters.
pub const CONTACT_LENGTH: usize = 200;

/// A text that is there, not too long and says something.
pub(super) fn line(field: &str, text: Option<&str>, allowed: usize, wrong: &mut Violations) -> Option<String> {
    let text = text.map(str::trim).filter(|text| !text.is_empty())?;
    if text.chars().count() > allowed {
        wrong.add(field, Problem::TooLong { allowed });
    }
    Some(text.to_owned())
}

/// The same, where it must be there.
pub(crate) fn required_line(field: &str, text: &str) -> Result<String, CurationError> {
    let mut wrong = Violations::default();
    let text = line(field, Some(text), TEXT_LENGTH, &mut wrong);
    match text {
        Some(text) if wrong.is_empty() => Ok(text),
        Some(_) => Err(Refusal::Invalid(wrong).into()),
        None => {
            wrong.add(field, Problem::Required);
            Err(Refusal::Invalid(wrong).into())
        }
    }
}
