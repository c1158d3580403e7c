//! From the text of one cell to the value of a field.

use chrono::NaiveDate;
use domain::{ActorType, rules::Problem};
use serde_json::Value;

use super::{
    columns::{Column, Shape},
    words::slug_of,
};

/// What separates the values of a list; a line break in the cell does as well.
const BETWEEN: [char; 2] = ['|', '\n'];

/// Reads a cell that is not empty, of a row of that type.
pub(super) fn read(column: &Column, text: &str, row: Option<ActorType>) -> Result<Value, Problem> {
    match column.shape {
        Shape::Text => Ok(Value::from(slug_of(&column.name, text, row))),
        Shape::List => {
            let values = text.split(BETWEEN).map(str::trim).filter(|value| !value.is_empty());
            Ok(values.map(|value| Value::from(slug_of(&column.name, value, row))).collect())
        }
        Shape::Flag => match text.to_lowercase().as_str() {
            "true" | "yes" | "ja" | "wahr" => Ok(Value::from(true)),
            "false" | "no" | "nein" | "falsch" => Ok(Value::from(false)),
            _ => Err(wrong(
                text,
                "weder ja noch nein: erlaubt sind ja, nein, true, false, yes, no",
                "neither yes nor no: allowed are true, yes, ja, false, no, nein",
            )),
        },
        Shape::Degrees => match text.replace(',', ".").parse::<f64>() {
            Ok(degrees) if degrees.is_finite() => Ok(Value::from(degrees)),
            _ => Err(wrong(
                text,
                "keine Gradzahl: erlaubt ist die Form 7,1553",
                "not a number of degrees: allowed is the form 7.1553",
            )),
        },
        // What is no day in either form is refused where the field is read.
        Shape::Day => Ok(Value::from(german_day(text).map_or_else(|| text.to_owned(), |day| day.to_string()))),
    }
}

fn wrong(text: &str, german: &str, english: &str) -> Problem {
    let given: String = text.chars().take(60).collect();
    Problem::Malformed { german: format!("{given:?} ist {german}"), english: format!("{given:?} is {english}") }
}

/// A day as German spreadsheets show it: 1.5.2026.
fn german_day(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('.');
    let (day, month, year, None) = (parts.next()?, parts.next()?, parts.next()?, parts.next()) else { return None };
    if year.len() != 4 {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn cell(name: &str, shape: Shape, text: &str) -> Result<Value, String> {
        let column = Column { name: name.to_owned(), path: vec![name.to_owned()], shape };
        read(&column, text, None).map_err(|problem| problem.message("de"))
    }

    #[test]
    fn cells_are_read_as_german_spreadsheets_write_them() {
        assert_eq!(cell("longitude", Shape::Degrees, "7,25"), Ok(json!(7.25)));
        assert_eq!(cell("confidential", Shape::Flag, "WAHR"), Ok(json!(true)));
        assert_eq!(cell("verifiedOn", Shape::Day, "1.5.2026"), Ok(json!("2026-05-01")));
        assert_eq!(cell("verifiedOn", Shape::Day, "2026-05-01"), Ok(json!("2026-05-01")));
        assert_eq!(cell("verifiedOn", Shape::Day, "31.2.2026"), Ok(json!("31.2.2026")));
        assert_eq!(
            cell("targetGroups", Shape::List, "Frauen | parents\nAlle"),
            Ok(json!(["women", "parents", "everyone"]))
        );
    }

    #[test]
    fn a_wrong_cell_is_told_with_what_is_allowed_in_both_languages() {
        let told = cell("confidential", Shape::Flag, "vielleicht").expect_err("no flag");
        assert!(told.contains("\"vielleicht\" ist weder ja noch nein: erlaubt"), "{told}");
        assert!(cell("latitude", Shape::Degrees, "7.155.300").is_err());
    }
}
