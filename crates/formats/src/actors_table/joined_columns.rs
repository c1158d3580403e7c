//! Columns that hold a name and more: "Name/Anschrift", "Träger / Anschrift / Kontakt", and names with their address on
//! the lines below. Each part gets a column.

use messages::Message;

use super::{
    Cell, RawRow,
    columns::{heading_parts, known_fields},
    contacts::{ContactKind, read_contacts},
    phrases::CELL_WORDS,
    understanding::first_of,
};

/// Puts the names of such columns into one, what stands beside them into another.
pub(super) fn split_joined_columns(header: &mut RawRow, rows: &mut [RawRow]) -> Option<Message> {
    let mut lines = Vec::new();
    for column in 0..header.cells.len() {
        let Some(heading) = header.cells[column].text().map(ToOwned::to_owned) else { continue };
        let rest = rest_heading(&heading);
        let is_name = known_fields(&heading).is_some_and(|fields| fields.split('+').any(|field| field == "name"));
        if rest.is_none() && !is_name {
            continue;
        }
        let mut last = None;
        for row in rows.iter_mut() {
            let Some(text) = row.cells.get(column).and_then(Cell::text) else { continue };
            let parts = match rest {
                Some(_) => text.split_once('\n').or_else(|| text.split_once(',')).or_else(|| text.split_once(';')),
                None => text.split_once('\n').filter(|(_, rest)| holds_contact(rest)),
            };
            let Some((name, rest_text)) = parts else { continue };
            let (name, rest_text) = (name.trim().to_owned(), rest_text.trim().to_owned());
            let last = *last.get_or_insert_with(|| {
                header.cells.push(Cell::Text(rest.unwrap_or("Kontakt").to_owned()));
                header.cells.len() - 1
            });
            if row.cells.len() <= last {
                row.cells.resize(last + 1, Cell::Text(String::new()));
            }
            if rest.is_none() {
                lines.push(row.line);
            }
            (row.cells[column], row.cells[last]) = (Cell::Text(name), Cell::Text(rest_text));
        }
        if rest.is_some() {
            header.cells[column] = Cell::Text("Name".to_owned());
        }
    }
    if lines.is_empty() {
        return None;
    }
    Some(Message::new("table-joined-names").with("lines", first_of(&lines)))
}

/// What the column is called that has what stands beside the names of a heading; `None` where it is of names alone.
fn rest_heading(heading: &str) -> Option<&'static str> {
    if CELL_WORDS.is_name_and_address(heading) {
        return Some("Anschrift");
    }
    let parts: Vec<String> = heading_parts(heading).iter().map(|part| known_fields(part)).collect::<Option<_>>()?;
    let (first, rest) = parts.split_first()?;
    let allowed = [
        "street",
        "houseNumber",
        "postcode",
        "city",
        "addressExtra",
        "phone",
        "email",
        "website",
        "person",
        "socialLinks",
    ];
    let is_beside = |fields: &String| fields.split('+').all(|field| allowed.contains(&field));
    if first != "name" || rest.is_empty() || !rest.iter().all(is_beside) {
        return None;
    }
    let is_address = rest.iter().all(|fields| fields.split('+').all(|field| allowed[..5].contains(&field)));
    Some(if is_address { "Anschrift" } else { "Kontakt" })
}

/// Whether a text holds an address, a number or a mailbox.
fn holds_contact(text: &str) -> bool {
    let contacts = read_contacts(text, ContactKind::Any);
    contacts.address.is_some()
        || !contacts.emails.is_empty()
        || !contacts.websites.is_empty()
        || contacts.phones.iter().any(|phone| phone.chars().filter(char::is_ascii_digit).count() >= 6)
}

#[cfg(test)]
mod tests {
    use super::{
        super::raw::{rows, texts},
        *,
    };

    #[test]
    fn names_and_addresses_of_one_column_stand_in_two() {
        let mut all = rows(&[
            &["Nr.", "Name/Anschrift", "Telefon"],
            &["1", "Verein Eins e. V.\nBeispielweg 1\n00000 Musterstadt", "02323 1"],
            &["2", "Verein Zwei, Beispielweg 2, 00000 Musterstadt", "02323 2"],
            &["3", "Verein Drei", "02323 3"],
        ]);
        let mut header = all.remove(0);
        split_joined_columns(&mut header, &mut all);
        assert_eq!(texts(&header), ["Nr.", "Name", "Telefon", "Anschrift"]);
        assert_eq!(texts(&all[0]), ["1", "Verein Eins e. V.", "02323 1", "Beispielweg 1\n00000 Musterstadt"]);
        assert_eq!(texts(&all[1])[3], "Beispielweg 2, 00000 Musterstadt");
        assert_eq!(texts(&all[2]), ["3", "Verein Drei", "02323 3"]);
    }

    #[test]
    fn what_stands_below_a_name_is_no_part_of_it() {
        let mut all = rows(&[
            &["Verein", "Sprachen"],
            &["Verein Eins\nBeispielweg 1\n44649 Herne\nTel. 02323 111222", "tr"],
            &["Verein\nder Freunde", "de"],
        ]);
        let mut header = all.remove(0);
        let told = split_joined_columns(&mut header, &mut all).expect("a remark");
        assert!(told.text("en").contains("line 2"), "{told:?}");
        assert_eq!(texts(&header), ["Verein", "Sprachen", "Kontakt"]);
        assert_eq!(texts(&all[0]), ["Verein Eins", "tr", "Beispielweg 1\n44649 Herne\nTel. 02323 111222"]);
        assert_eq!(texts(&all[1]), ["Verein\nder Freunde", "de"]);
        assert_eq!(rest_heading("Träger / Anschrift / Kontakt"), Some("Kontakt"));
        assert_eq!(rest_heading("Verein/Gruppe"), None);
    }
}
