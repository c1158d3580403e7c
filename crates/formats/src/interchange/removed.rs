//! What was taken out of a refused entry, so that what is left can be looked at without telling
//! things of it that are only wrong because something is gone.

use std::collections::HashMap;

use domain::rules;
use serde_json::Value;

/// Fields whose meaning hangs on another one of the same object.
const DEPENDS: &[(&str, &str)] = &[("type", "kind"), ("startsAt", "endsAt"), ("startsAt", "recurrence")];

/// One step of a path through an entry.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum PathStep {
    Field(String),
    Index(usize),
}

/// The steps of a path as problems write it, such as `offers[2].title.de`.
fn steps(path: &str) -> Vec<PathStep> {
    let parts = path.split(['.', '[']).filter(|part| !part.is_empty());
    parts
        .map(|part| match part.strip_suffix(']').and_then(|index| index.parse().ok()) {
            Some(index) => PathStep::Index(index),
            None => PathStep::Field(part.to_owned()),
        })
        .collect()
}

/// A path as problems write it, with a field below it.
pub(super) fn format_path(path: &[PathStep], field: Option<&str>) -> String {
    let mut text = String::new();
    for step in path {
        match step {
            PathStep::Index(index) => text.push_str(&format!("[{index}]")),
            PathStep::Field(name) if text.is_empty() => text.push_str(name),
            PathStep::Field(name) => text.push_str(&format!(".{name}")),
        }
    }
    if let Some(field) = field {
        let dot = if text.is_empty() { "" } else { "." };
        text.push_str(&format!("{dot}{field}"));
    }
    text
}

pub(super) fn at<'a>(value: &'a Value, path: &[PathStep]) -> Option<&'a Value> {
    path.iter().try_fold(value, |value, step| match step {
        PathStep::Field(name) => value.get(name),
        PathStep::Index(index) => value.get(index),
    })
}

pub(super) fn at_mut<'a>(value: &'a mut Value, path: &[PathStep]) -> Option<&'a mut Value> {
    path.iter().try_fold(value, |value, step| match step {
        PathStep::Field(name) => value.get_mut(name),
        PathStep::Index(index) => value.get_mut(index),
    })
}

/// What was taken out or stood in for so far, by the path of the list or object it stood in, as the
/// file has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct RemovedParts(HashMap<Vec<PathStep>, Vec<PathStep>>);

impl RemovedParts {
    /// The path in the file of a path in what is left.
    pub(super) fn original(&self, path: &[PathStep]) -> Vec<PathStep> {
        let mut original = Vec::with_capacity(path.len());
        for step in path {
            let step = match step {
                PathStep::Index(index) => {
                    let mut index = *index;
                    for gone in self.0.get(&original).into_iter().flatten() {
                        // Sorted, so each earlier gap moves the index by one.
                        index += usize::from(matches!(gone, PathStep::Index(gone) if *gone <= index));
                    }
                    PathStep::Index(index)
                }
                field @ PathStep::Field(_) => field.clone(),
            };
            original.push(step);
        }
        original
    }

    /// Whether a field of an object, by its path in the file, is gone or stood in for.
    pub(super) fn holds(&self, object: &[PathStep], field: &str) -> bool {
        self.0
            .get(object)
            .is_some_and(|gone| gone.iter().any(|step| matches!(step, PathStep::Field(name) if name == field)))
    }

    /// Takes the value at `path` out; `false` when it is the whole entry.
    pub(super) fn take_out(&mut self, value: &mut Value, path: &[PathStep], mut original: Vec<PathStep>) -> bool {
        let (Some((last, above)), Some(gone)) = (path.split_last(), original.pop()) else { return false };
        match (at_mut(value, above), last) {
            (Some(Value::Object(object)), PathStep::Field(name)) if object.contains_key(name) => {
                object.remove(name);
            }
            (Some(Value::Array(list)), PathStep::Index(index)) if *index < list.len() => {
                list.remove(*index);
            }
            _ => return false,
        }
        self.note(original, gone);
        true
    }

    /// Notes that a field of an object is not what the file says.
    pub(super) fn note(&mut self, object: Vec<PathStep>, gone: PathStep) {
        let list = self.0.entry(object).or_default();
        list.push(gone);
        list.sort_by_key(|step| if let PathStep::Index(index) = step { *index } else { 0 });
    }

    /// The path in the file of a problem found in what is left; `None` when it comes from what is gone.
    pub(super) fn explain_absence(&self, path: &str, wrong: &rules::Problem) -> Option<String> {
        let original = self.original(&steps(path));
        let gone = |at: usize| matches!(&original[at], PathStep::Field(name) if self.holds(&original[..at], name));
        if (0..original.len()).any(gone) {
            return None;
        }
        let (last, object) = original.split_last()?;
        let hangs_on = |(first, second): &(&str, &str)| {
            matches!(last, PathStep::Field(name) if name == second) && self.holds(object, first)
        };
        // A list, text or pair of which a part is gone may lack just that part. A person is one of
        // whom anything is known, and the rule tells it of the name.
        let is_person = matches!(object, [.., PathStep::Field(list), PathStep::Index(_)] if list == "contactPersons");
        let lacks =
            is_about_absence(wrong) && (self.0.contains_key(&original) || (is_person && self.0.contains_key(object)));
        (!lacks && !DEPENDS.iter().any(hangs_on)).then(|| format_path(&original, None))
    }
}

/// Whether something that is there would put it right.
const fn is_about_absence(wrong: &rules::Problem) -> bool {
    use rules::Problem::{ConsentRequired, GermanRequired, NotConfirmed, Required};
    matches!(wrong, Required | GermanRequired | NotConfirmed | ConsentRequired)
}
