//! What a heading means beside the others: "Nr." behind the street, "x" and "y".

use super::{ColumnTarget, ColumnUse, PlannedColumn};
use crate::actors_table::{
    mapping::{ColumnMapping, target},
    plain,
};

/// "Nr." by itself counts the rows, behind the street it is the house.
pub(super) fn read_house_numbers(list: &mut [PlannedColumn], mapping: &ColumnMapping) {
    for at in 1..list.len() {
        let is_behind_street =
            matches!(&list[at - 1].target, Some(ColumnTarget::Field(field)) if field.name == "street");
        let column = &mut list[at];
        let is_number = ["nr", "nummer", "no", "number"].contains(&plain(&column.heading).as_str());
        if is_behind_street
            && is_number
            && column.usage == ColumnUse::Ignored
            && mapping.fields(&column.heading).is_none()
        {
            (column.target, column.usage) = (target("houseNumber"), ColumnUse::Recognised);
            "houseNumber".clone_into(&mut column.fields);
        }
    }
}

/// "x" and "y" beside each other are a place.
pub(super) fn read_coordinates(list: &mut [PlannedColumn]) {
    let unknown = |list: &[PlannedColumn], name: &str| {
        let is_it = |column: &PlannedColumn| column.usage == ColumnUse::Unknown && plain(&column.heading) == name;
        list.iter().position(is_it)
    };
    if let (Some(x), Some(y)) = (unknown(list, "x"), unknown(list, "y")) {
        for (at, field) in [(x, "longitude"), (y, "latitude")] {
            (list[at].target, list[at].usage) = (target(field), ColumnUse::Recognised);
            field.clone_into(&mut list[at].fields);
        }
    }
}
