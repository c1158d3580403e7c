//! A column with one of its own kind of values: a name, a day, hours, pages on social networks, a place.

use domain::{Slug, WebAddress};
use messages::Message;
use serde_json::json;

use super::{
    super::{
        ActorsTable,
        address::{AddressParts, find_postcode, read_postcode, read_town},
        cells,
        columns::{CellShape, Column},
        hours::read_hours,
        names::{has_lost_letters, lost_all_letters},
        values::UnclearValue,
        web_addresses::{complete_web_address, social_handle, split_outside_addresses},
    },
    CellAt, RowDraft, lost_letters, unclear_problem,
};

impl RowDraft {
    /// A column with one of its own kind of values.
    pub(super) fn read_field(&mut self, table: &ActorsTable, column: &Column, cell: &CellAt<'_>) {
        let has_extra = table.columns.has("addressExtra");
        let notes_unclear = table.options.decisions.notes_unclear();
        match column.name.as_str() {
            "name" => self.read_name(column, cell),
            // What helps to find the door has a column of its own, or stands with the street.
            "street" if has_extra && cell.column.heading == "street" && find_postcode(cell.text).is_none() => {
                self.put(&column.path, json!(cell.text));
            }
            "street" if has_extra && find_postcode(cell.text).is_none() => {
                let street = Some(cell.text.to_owned());
                self.put_address(table, AddressParts { street, ..AddressParts::default() }, cell);
            }
            "addressExtra" => self.add_extra(cell.text),
            "street" => self.read_whole_address(table, cell),
            "postcode" if holds_town(cell.text) => self.put_address(table, read_town(cell.text), cell),
            "postcode" => match read_postcode(cell.text) {
                Ok(postcode) => self.put(&column.path, json!(postcode)),
                Err(problem) => self.problems.push(cell.problem("postcode", problem)),
            },
            "city" => self.put_address(table, read_town(cell.text), cell),
            // As the directory writes it.
            "socialLinks" if cell.column.heading == "socialLinks" && is_list_of_addresses(cell.text) => {
                self.put(&column.path, json!(cells::split_list(cell.text)));
            }
            "socialLinks" => self.read_social_links(column, cell),
            "openingHours" => self.read_hours(column, cell),
            "verifiedOn" => self.read_verification_day(table, column, cell),
            name if column.shape == CellShape::Day => {
                match cells::read_day(cell.text, table.is_month_first(cell.index)) {
                    Some(day) => self.put(&column.path, json!(day.to_string())),
                    None if notes_unclear => self.note_all(name, cell, &[cell.text.to_owned()]),
                    // Refused with what is allowed, by the reader of the field.
                    None => self.put(&column.path, json!(cell.text)),
                }
            }
            "slug" if cell.text.parse::<Slug>().is_err() => {
                // Refused with what is allowed, by the reader of the field.
                self.put(&column.path, json!(cell.text));
            }
            name => match cells::read(column, cell.text) {
                Ok(value) => self.put(&column.path, value),
                // It may be said of the row, and keeps it a draft.
                Err(_) if name == "confidential" && cell.column.heading != name => {
                    self.note_rest(name, cell, cell.text);
                }
                // What keeps an entry from the public is asked.
                Err(_) if notes_unclear && !matches!(name, "confidential" | "coarsened") => {
                    self.note_all(name, cell, &[cell.text.to_owned()]);
                }
                Err(_) if column.shape == CellShape::Flag && !matches!(name, "confidential" | "coarsened") => {
                    let candidates = ["ja", "nein"].map(ToOwned::to_owned).to_vec();
                    let unclear = UnclearValue { text: cell.text.to_owned(), candidates };
                    self.problems.push(unclear_problem(cell, name, &unclear));
                    self.unclear.push((cell.index, unclear));
                }
                Err(wrong) => self.problems.push(cell.problem_of(&column.path.join("."), wrong)),
            },
        }
    }

    fn read_name(&mut self, column: &Column, cell: &CellAt<'_>) {
        // A line break in a name is one of the cell, not of the name.
        let name = cell.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if lost_all_letters(&name) {
            let given: String = name.chars().take(60).collect();
            self.problems.push(cell.problem("name", Message::new("table-name-lost").quote("given", &given)));
        } else if !name.contains(char::is_alphabetic) {
            self.problems.push(cell.problem("name", Message::new("table-name-without-letters").quote("given", &name)));
        } else if has_lost_letters(&name) {
            self.hint("name", lost_letters(&name));
        }
        self.put(&column.path, json!(name));
    }

    /// The day on which an entry was confirmed. One that cannot be read, or is yet to come, confirms nothing.
    fn read_verification_day(&mut self, table: &ActorsTable, column: &Column, cell: &CellAt<'_>) {
        let given: String = cell.text.chars().take(60).collect();
        match cells::read_day(cell.text, table.is_month_first(cell.index)) {
            Some(day) if day <= chrono::Utc::now().date_naive() => {
                if cells::lacks_day(cell.text) {
                    self.hint(
                        "verifiedOn",
                        Message::new("table-day-taken").quote("given", &given).with("day", day.to_string()),
                    );
                }
                self.put(&column.path, json!(day.to_string()));
            }
            Some(day) => {
                self.hint(
                    "verifiedOn",
                    Message::new("table-day-in-future").quote("given", &given).with("day", day.to_string()),
                );
                self.note(&cell.column.heading, cell.text);
            }
            None => {
                self.hint("verifiedOn", Message::new("table-no-day").quote("given", &given));
                self.note(&cell.column.heading, cell.text);
            }
        }
    }

    fn read_hours(&mut self, column: &Column, cell: &CellAt<'_>) {
        match read_hours(cell.text, cell.column.heading == "openingHours") {
            Some(meaning) => {
                if let Some(hours) = meaning.hours {
                    self.put(&column.path, json!(hours));
                }
                if meaning.by_appointment {
                    self.put(&["byAppointment".to_owned()], json!(true));
                }
            }
            None => {
                let given: String = cell.text.chars().take(80).collect();
                self.hint("openingHours", Message::new("table-no-hours").quote("given", &given));
                self.note(&cell.column.heading, cell.text);
            }
        }
    }

    /// Pages on social networks: addresses, or names where the heading or the cell says on which.
    fn read_social_links(&mut self, column: &Column, cell: &CellAt<'_>) {
        let (mut links, mut words) = (Vec::new(), Vec::new());
        let mut pieces = vec![cell.text];
        for separator in ["\n", "|", ",", ";"] {
            pieces = pieces.into_iter().flat_map(|piece| split_outside_addresses(piece, separator)).collect();
        }
        for piece in pieces.into_iter().map(str::trim).filter(|piece| !piece.is_empty()) {
            let with_network = format!("{piece} ({})", cell.column.heading);
            let is_handle = piece.starts_with('@') && !piece.contains(char::is_whitespace);
            let handle = social_handle(piece).or_else(|| social_handle(&with_network).filter(|_| is_handle));
            if let Some(link) = handle {
                links.push(link);
                continue;
            }
            for word in piece.split_whitespace() {
                match complete_web_address(word) {
                    Some(link) => links.push(link),
                    // Refused with what is allowed, by the reader of the field.
                    None if word.contains("://") => links.push(word.to_owned()),
                    None => words.push(word),
                }
            }
        }
        if !links.is_empty() {
            self.put(&column.path, json!(links));
        }
        if !words.is_empty() {
            self.note_rest("socialLinks", cell, &words.join(" "));
        }
    }

    /// Latitude and longitude of one cell, "51.5375, 7.1553": in the order in which they lie among the districts.
    pub(super) fn read_coordinates(&mut self, table: &ActorsTable, cell: &CellAt<'_>) {
        let Some((one, other)) = cells::read_two_degrees(cell.text) else {
            let unclear = UnclearValue { text: cell.text.to_owned(), candidates: Vec::new() };
            self.problems.push(unclear_problem(cell, "longitude", &unclear));
            self.unclear.push((cell.index, unclear));
            return;
        };
        let is_exchanged = table.area.check(one, other).is_none() && table.area.check(other, one).is_some();
        let (latitude, longitude) = if is_exchanged { (other, one) } else { (one, other) };
        for (field, degrees) in [("longitude", longitude), ("latitude", latitude)] {
            self.put(&["location".to_owned(), field.to_owned()], json!(degrees));
        }
    }
}

/// Whether a cell is a list of complete web addresses, as the directory writes it.
fn is_list_of_addresses(text: &str) -> bool {
    cells::split_list(text).iter().all(|link| link.contains("://") && link.parse::<WebAddress>().is_ok())
}

/// Whether a cell holds a postcode and a town.
fn holds_town(text: &str) -> bool {
    find_postcode(text).is_some_and(|(_, end)| text[end..].contains(char::is_alphabetic))
}
