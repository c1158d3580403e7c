//! What is odd about the place of a row beside its other rows: a postcode of another region, a heading above it that it
//! contradicts.

use std::collections::HashMap;

use messages::Message;
use serde_json::Value;

use super::{
    ActorsTable, Cell, RawRow,
    address::find_postcode,
    columns::{ColumnTarget, PlannedColumn},
    row::RowDraft,
};

/// How many figures of a postcode say where it is, roughly.
const AREA_FIGURES: usize = 2;
/// Fewer postcodes tell nothing of where the list is from.
const FEWEST_POSTCODES: usize = 4;

impl ActorsTable {
    /// Finds out what most postcodes begin with.
    pub(super) fn understand_postcodes(&mut self) {
        let is_place = |column: &PlannedColumn| match &column.target {
            Some(ColumnTarget::Address | ColumnTarget::Town) => true,
            Some(ColumnTarget::Field(field)) => matches!(field.name.as_str(), "postcode" | "street" | "city"),
            _ => false,
        };
        let places: Vec<usize> =
            self.columns.list.iter().enumerate().filter(|(_, column)| is_place(column)).map(|(at, _)| at).collect();
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for row in &self.rows {
            let texts = places.iter().filter_map(|at| row.cells.get(*at).and_then(Cell::text));
            let code = texts.into_iter().find_map(|text| find_postcode(text).map(|(at, end)| &text[at..end]));
            if let Some(code) = code {
                *counts.entry(&code[..AREA_FIGURES]).or_default() += 1;
            }
        }
        let all: usize = counts.values().sum();
        let most = counts.into_iter().max_by_key(|(_, count)| *count);
        let area = most.filter(|(_, count)| all >= FEWEST_POSTCODES && count * 2 > all);
        self.postcode_area = area.map(|(area, _)| area.to_owned());
    }
}

impl RowDraft {
    /// Tells what is odd about the place of a row.
    pub(super) fn check_place(&mut self, table: &ActorsTable, row: &RawRow) {
        let of_address = |field: &str| {
            let address = self.object.get("address").and_then(Value::as_object);
            address.and_then(|address| address.get(field)).and_then(Value::as_str).map(ToOwned::to_owned)
        };
        let (postcode, city) = (of_address("postcode"), of_address("city"));
        let is_elsewhere = city.as_deref().is_some_and(|city| !table.is_own_town(city));
        if let (Some(code), Some(area), false) = (&postcode, &table.postcode_area, is_elsewhere)
            && !code.starts_with(area.as_str())
        {
            self.hint(
                "postcode",
                Message::new("table-postcode-elsewhere").quote("given", code).with("area", area.as_str()),
            );
        }
        if let Some(heading) = table.doubtful_headings.get(&row.line) {
            self.hint(
                "basedIn",
                Message::new("table-heading-doubtful").with("line", heading.line).quote("heading", &heading.text),
            );
        }
        if let (Some(city), true, true) = (&city, is_elsewhere, table.section_districts.contains(&row.line))
            && self.object.remove("basedIn").is_some()
        {
            self.said.retain(|said| said != "basedIn");
            self.hint("basedIn", Message::new("table-heading-elsewhere").quote("city", city));
        }
    }
}
