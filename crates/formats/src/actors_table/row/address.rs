//! Where an entry is, of a row: the parts of its address, its district.

use messages::Message;
use serde_json::{Value, json};

use super::{CellAt, RowDraft, unclear_problem};
use crate::actors_table::{
    ActorsTable,
    address::{AddressParts, PlaceNames, has_digit, is_street_line, read_address, read_postcode},
    cells,
};

impl RowDraft {
    /// A district that an actor is based in; several of them are where it works.
    pub(super) fn read_district(&mut self, table: &ActorsTable, cell: &CellAt<'_>) {
        let Some(meaning) = table.meaning(cell.index, cell.text) else { return };
        self.note_all("basedIn", cell, &meaning.notes);
        for unclear in &meaning.unclear {
            self.unclear.push((cell.index, unclear.clone()));
            self.problems.push(unclear_problem(cell, "basedIn", unclear));
        }
        match meaning.values.as_slice() {
            [] => {}
            [slug] if !table.is_city(slug) || cell.column.heading == "basedIn" => {
                let known = self.object.get("basedIn").and_then(Value::as_str);
                if known.is_none_or(|known| table.is_finer(slug, known)) {
                    self.put(&["basedIn".to_owned()], json!(slug));
                }
            }
            several => self.put_list(&["activeIn".to_owned()], several),
        }
    }

    pub(super) fn put_address(&mut self, table: &ActorsTable, parts: AddressParts, cell: &CellAt<'_>) {
        let names = PlaceNames { is_district: &|name| table.is_district(name), is_town: &|name| table.is_town(name) };
        let AddressParts { mut street, postcode, mut city, extra, mut district, part_of_town, wrong_postcode } =
            parts.with_places(&names);
        if let Some(code) = wrong_postcode {
            self.tell_wrong_postcode(&code, cell);
        }
        // Below "Ort/Ortsteil" the name of a district is that of a district.
        let is_district = |city: &mut String| table.is_district(city) && !table.is_town(city);
        if cell.column.fields.contains("basedIn")
            && let Some(name) = city.take_if(is_district)
        {
            district.get_or_insert(name);
        }
        let mut extra = extra;
        self.put_beside_street(table, &mut street, &mut extra, cell);
        let known = |field: &str| self.address_part(field).is_some();
        // The second of two cells with one heading has what the first one lacks.
        if known("street") && !known("city") && city.is_none() {
            city = street.take_if(|text| !has_digit(text) && !is_street_line(text));
        }
        if let Some(district) = district {
            self.address_districts.push((cell.column.heading.clone(), district));
        }
        if let Some(part) = part_of_town {
            self.note_rest("basedIn", cell, &part);
        }
        if let Some(city) = city.as_deref().filter(|city| table.joins_districts(city)) {
            self.hint("basedIn", Message::new("table-several-boroughs").quote("city", city));
        }
        let city = city.map(|city| capitalise(&city));
        for (field, value) in [("street", street), ("postcode", postcode), ("city", city), ("extra", extra)] {
            let Some(value) = value else { continue };
            let path = ["address".to_owned(), field.to_owned()];
            match self.address_part(field) {
                Some(known) if known == value => {}
                _ if field == "extra" => self.add_extra(&value),
                None => self.put(&path, json!(value)),
                Some(_) => self.note_rest(field, cell, &value),
            }
        }
    }
}

impl RowDraft {
    fn tell_wrong_postcode(&mut self, code: &str, cell: &CellAt<'_>) {
        let Err(problem) = read_postcode(code) else { return };
        self.hint("postcode", Message::new("table-problem-not-taken").with("problem", problem));
        self.note(&cell.column.heading, code);
    }

    /// An address, or two numbers of degrees in its place: those are taken for its point where they lie among the districts.
    pub(super) fn read_whole_address(&mut self, table: &ActorsTable, cell: &CellAt<'_>) {
        let Some((one, other)) = cells::read_two_degrees(cell.text) else {
            return self.put_address(table, read_address(cell.text), cell);
        };
        if table.area.check(one, other).is_none() || table.area.check(other, one).is_none() {
            self.read_coordinates(table, cell);
        } else {
            self.note_rest("address", cell, cell.text);
        }
    }
}

/// A town that was written without a capital.
pub(super) fn capitalise(text: &str) -> String {
    let mut characters = text.trim().chars();
    match characters.next() {
        Some(first) if !text.chars().any(char::is_uppercase) => first.to_uppercase().chain(characters).collect(),
        _ => text.trim().to_owned(),
    }
}
