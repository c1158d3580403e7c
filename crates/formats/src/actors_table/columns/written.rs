//! The columns that tables are written with.

use std::collections::BTreeSet;

use domain::Language;

use super::{COLUMNS, CellShape, Column, LOCALISED};

/// A column of a table that is written.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    /// Its name, such as `summary.tr`.
    pub(crate) name: String,
    /// The field that fills it.
    pub(crate) path: Vec<String>,
}

/// Every column, with one for each of these languages of the two texts.
pub(crate) fn written_columns(summaries: &BTreeSet<Language>, descriptions: &BTreeSet<Language>) -> Vec<Written> {
    let mut columns: Vec<Written> = Vec::new();
    for (name, path, ..) in COLUMNS {
        columns.push(Written { name: (*name).to_owned(), path: path.iter().map(ToString::to_string).collect() });
    }
    for ((field, _), languages) in LOCALISED.iter().zip([summaries, descriptions]) {
        for language in languages {
            let path = vec![(*field).to_owned(), language.to_string()];
            columns.push(Written { name: path.join("."), path });
        }
    }
    columns
}

/// Every column that an actor of its own is written in, those of texts once for all languages.
pub(in super::super) fn actor_columns() -> Vec<Column> {
    let fields = COLUMNS.iter().filter(|(name, ..)| *name != "coarsened").map(|(name, path, shape, _)| Column {
        name: (*name).to_owned(),
        path: path.iter().map(ToString::to_string).collect(),
        shape: *shape,
    });
    let texts = LOCALISED.iter().map(|(field, _)| (*field).to_owned());
    let texts = texts.map(|name| Column { path: vec![name.clone()], name, shape: CellShape::Text });
    fields.chain(texts).collect()
}
