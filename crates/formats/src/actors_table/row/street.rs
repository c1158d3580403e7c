//! The street of a row and the house that stands there, from one column or several: "Gesundheitsamt" with "Rathausstr." and
//! "6".

use messages::Message;
use serde_json::{Value, json};

use super::{CellAt, RowDraft};
use crate::actors_table::{
    ActorsTable,
    address::{has_digit, is_house_name, is_street_line, is_unnumbered_street, read_address},
    columns::{ColumnTarget, PlannedColumn},
    homes::{is_office, is_street, is_way_to_door},
    phrases::CELL_WORDS,
    plain,
};

impl RowDraft {
    /// What is known of a part of the address.
    pub(super) fn address_part(&self, field: &str) -> Option<&str> {
        self.object.get("address")?.get(field)?.as_str()
    }

    /// Puts what helps to find the door behind what is known of it.
    pub(super) fn add_extra(&mut self, text: &str) {
        let extra = match self.address_part("extra") {
            Some(known) if known.split(", ").any(|part| part == text) => return,
            Some(known) => format!("{known}, {text}"),
            None => text.to_owned(),
        };
        self.put(&["address".to_owned(), "extra".to_owned()], json!(extra));
    }

    /// Of two lines of the address the street is one and the house that is called by its name stands beside it, whichever
    /// comes first.
    pub(super) fn put_beside_street(
        &mut self,
        table: &ActorsTable,
        street: &mut Option<String>,
        extra: &mut Option<String>,
        cell: &CellAt<'_>,
    ) {
        let Some(known) = self.address_part("street").map(ToOwned::to_owned) else { return };
        let Some(new) = street.clone().filter(|new| *new != known) else { return };
        let (is_known_street, is_new_street) = (self.has_street_of_column(table), is_street_column(cell.column));
        let is_beside = is_way_to_door(&new) || is_house_name(&new) && (is_office(&new) || is_known_street);
        let (line, house) = if is_house_name(&known) && !is_known_street && (is_new_street || is_street_line(&new)) {
            self.put(&["address".to_owned(), "street".to_owned()], json!(new));
            self.add_extra(&known);
            (new, known)
        } else if is_beside && !is_new_street {
            *extra = Some(extra.take().map_or_else(|| new.clone(), |extra| format!("{new}, {extra}")));
            (known, new)
        } else {
            // What stands beside another street is not beside this one.
            if let Some(beside) = extra.take_if(|_| is_street_line(&new)) {
                *street = Some(format!("{beside}, {new}"));
            }
            return;
        };
        *street = None;
        // Two whole addresses may be those of two places.
        let is_whole = |column: &PlannedColumn| matches!(column.target, Some(ColumnTarget::Address));
        if is_whole(cell.column) && !is_known_street {
            self.hint("address", Message::new("table-venue").quote("given", &house).quote("street", &line));
        }
    }

    /// Whether the street is from a column of streets.
    fn has_street_of_column(&self, table: &ActorsTable) -> bool {
        let Some(heading) = self.sources.get("address.street") else { return false };
        table.columns.list.iter().any(|column| column.heading == *heading && is_street_column(column))
    }

    /// Joins the street with the number of its house, which goes to the part of the address that is a street.
    pub(in crate::actors_table) fn complete_street(&mut self) {
        self.take_street_from_extra();
        let Some(number) = self.house_number.take() else { return };
        let Some(mut street) = self.address_part("street").map(ToOwned::to_owned) else {
            let heading = self.sources.get("houseNumber").cloned().unwrap_or_default();
            return self.note(&heading, &number);
        };
        if !is_unnumbered_street(&street) && !is_street(&street) {
            street = self.last_part_of_cell(&street).unwrap_or(street);
        }
        // "Rathausstr. 6" has its number already.
        let (bare, beside) = number.split_at(number.find([',', ';', '(', '\n']).unwrap_or(number.len()));
        let is_there = has_digit(&street) && plain(&street).ends_with(&plain(bare));
        let line = if is_there { format!("{street}{beside}") } else { format!("{street} {number}") };
        let parts = read_address(&line);
        let (street, extra) = match parts.street {
            Some(street) if parts.postcode.is_none() && parts.city.is_none() => (street, parts.extra),
            _ => (line, None),
        };
        self.put(&["address".to_owned(), "street".to_owned()], json!(street));
        extra.iter().for_each(|extra| self.add_extra(extra));
    }

    /// Of "Anschrift" and "Zusatz" the second may be the street of a house that the first one names.
    fn take_street_from_extra(&mut self) {
        let (Some(house), Some(extra)) = (self.address_part("street"), self.address_part("extra")) else { return };
        let is_line = |part: &&str| is_street_line(part) && (is_street(part) || is_unnumbered_street(part));
        let heading = self.sources.get("address.street").map(String::as_str);
        // As the directory writes it, it stands where it belongs.
        if heading == Some("street") || !is_house_name(house) || is_street(house) && !is_office(house) {
            return;
        }
        let Some(street) = extra.split(", ").find(is_line).map(ToOwned::to_owned) else { return };
        self.exchange_street(&street);
    }

    /// The last part of the cell of a street that may be one, where none is by its words: "Gesundheitsamt, Hinterm Deich".
    fn last_part_of_cell(&mut self, street: &str) -> Option<String> {
        let heading = |field: &str| self.sources.get(field);
        let is_of_cell = heading("address.street").is_some() && heading("address.street") == heading("address.extra");
        let extra = self.address_part("extra").filter(|_| is_of_cell && is_house_name(street) && is_office(street))?;
        let is_part = |part: &&str| !is_way_to_door(part) && !is_office(part) && !has_digit(part);
        let last = extra.split(", ").filter(is_part).last()?.to_owned();
        self.exchange_street(&last);
        Some(last)
    }

    /// Makes a part of what stands beside the street the street, and the street one of these parts.
    fn exchange_street(&mut self, street: &str) {
        let (Some(house), Some(extra)) = (self.address_part("street"), self.address_part("extra")) else { return };
        let rest = extra.split(", ").filter(|part| *part != street);
        let extra = std::iter::once(house).chain(rest).collect::<Vec<_>>().join(", ");
        for (field, value) in [("street", street), ("extra", extra.as_str())] {
            let path = ["address".to_owned(), field.to_owned()];
            let source = self.sources.get("address.street").cloned();
            self.put(&path, Value::from(value));
            self.sources.extend(source.map(|heading| (path.join("."), heading)));
        }
    }

    /// What says that there is no one place is no address, and staff read it.
    pub(super) fn note_changing_place(&mut self, target: &ColumnTarget, cell: &CellAt<'_>) -> bool {
        let is_place = match target {
            ColumnTarget::Field(field) => field.path.first().is_some_and(|first| first == "address"),
            target => matches!(target, ColumnTarget::Address | ColumnTarget::Town | ColumnTarget::TownAndDistrict),
        };
        let is_noted = is_place && CELL_WORDS.is_changing_place(cell.text);
        if is_noted {
            self.note_rest("address", cell, cell.text);
        }
        is_noted
    }
}

/// Whether a column is one of streets alone.
fn is_street_column(column: &PlannedColumn) -> bool {
    matches!(&column.target, Some(ColumnTarget::Field(field)) if field.name == "street")
}
