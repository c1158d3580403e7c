//! What a heading means beside the others: "Nr." behind the street, "x" and "y".

use super::{ColumnTarget, ColumnUse, PlannedColumn};
use crate::actors_table::{
    contacts::ContactKind,
    homes::is_office,
    mapping::{ColumnMapping, target},
    phrases::spoken_words,
    plain,
};

/// What headings of mobile numbers begin with, bare.
const MOBILE: [&str; 4] = ["handy", "mobil", "mob", "cell"];

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

/// Gives the contacts beside persons to these: "Telefon 1" to "Kontaktperson 1", a mobile number to whoever is the only
/// one. How an association is reached stands in a column of its own.
pub(super) fn give_contacts_to_persons(list: &mut [PlannedColumn], mapping: &ColumnMapping) {
    let is_person =
        |column: &PlannedColumn| matches!(column.target, Some(ColumnTarget::Person | ColumnTarget::FamilyName));
    let persons: Vec<(usize, Option<u32>)> =
        list.iter().enumerate().filter(|(_, it)| is_person(it)).map(|(at, it)| (at, ordinal(&it.heading))).collect();
    let Some((first, _)) = persons.first().copied() else { return };
    let numbered = |wanted: u32| persons.iter().find(|(_, number)| *number == Some(wanted)).map(|(at, _)| *at);
    let has_contact = |list: &[PlannedColumn], wanted: Option<u32>, field: &str| {
        list.iter().any(|column| column.fields == field && ordinal(&column.heading) == wanted)
    };
    for at in 0..list.len() {
        let number = ordinal(&list[at].heading);
        let of_heading = || {
            let bare = plain(&list[at].heading);
            persons.iter().map(|(at, _)| *at).find(|person| bare.contains(&plain(&list[*person].heading)))
        };
        let owner = match &list[at].target {
            Some(ColumnTarget::PersonRole | ColumnTarget::PersonPhone | ColumnTarget::PersonEmail) => {
                number.and_then(numbered).or_else(of_heading).or(Some(first))
            }
            Some(ColumnTarget::Contacts(ContactKind::Phone | ContactKind::Email))
                if list[at].usage == ColumnUse::Recognised && mapping.fields(&list[at].heading).is_none() =>
            {
                let field = list[at].fields.as_str();
                // Of "Ansprechpartner, Telefon, Ansprechpartner 2, Telefon 2" the first number is the first person's.
                let is_first = number.is_none()
                    && at > first
                    && numbered(2).is_some()
                    && has_contact(list, Some(2), field)
                    && !has_contact(list, Some(1), field);
                let is_only = persons.len() == 1 && is_mobile(&list[at].heading);
                number.and_then(numbered).or((is_first || is_only).then_some(first))
            }
            _ => None,
        };
        let Some(owner) = owner else { continue };
        let column = &mut list[at];
        column.person = Some(owner);
        let field = match &column.target {
            Some(ColumnTarget::Contacts(ContactKind::Phone)) => "person:phone",
            Some(ColumnTarget::Contacts(ContactKind::Email)) => "person:email",
            _ => continue,
        };
        column.target = target(field);
        field.clone_into(&mut column.fields);
    }
}

/// Where no column holds names, "Gemeinde" is a congregation, not a municipality.
pub(super) fn name_by_municipality(list: &mut [PlannedColumn], mapping: &ColumnMapping) {
    if list.iter().any(PlannedColumn::is_name) {
        return;
    }
    let is_it =
        |column: &&mut PlannedColumn| plain(&column.heading) == "gemeinde" && mapping.fields(&column.heading).is_none();
    if let Some(column) = list.iter_mut().find(is_it) {
        column.target = target("name");
        "name".clone_into(&mut column.fields);
    }
}

/// The number by which a heading says which of several it is of: "Kontaktperson 1", "2. Ansprechpartner/in".
fn ordinal(heading: &str) -> Option<u32> {
    let number = |word: Option<&str>| word?.trim_matches(['.', ':', ')', '(', '#']).parse().ok();
    let mut words = heading.split_whitespace();
    let attached = || {
        let digits = heading.len() - heading.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        heading[heading.len() - digits..].parse().ok()
    };
    number(words.clone().next()).or_else(|| number(words.next_back())).or_else(attached)
}

/// Whether a heading is one of mobile numbers, and does not say that the association has it.
fn is_mobile(heading: &str) -> bool {
    let words: Vec<String> = spoken_words(heading).map(|(_, word)| plain(&word)).collect();
    words.first().is_some_and(|word| MOBILE.iter().any(|mobile| word.starts_with(mobile)))
        && !is_office(heading)
        && !words.contains(&"tel".to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::*;

    #[test]
    fn contacts_beside_persons_are_theirs() {
        for (headings, fields) in [
            (
                &["Name", "Kontaktperson 1", "Telefon 1", "E-Mail 1", "Kontaktperson 2", "Telefon 2", "E-Mail 2"][..],
                &["name", "person", "person:phone", "person:email", "person", "person:phone", "person:email"][..],
            ),
            (
                &["Verein", "1. Ansprechpartner/in", "Tel. 1", "2. Ansprechpartner/in", "Tel. 2", "Mailadresse"],
                &["name", "person", "person:phone", "person", "person:phone", "email"],
            ),
            (
                &["Verein", "Ansprechpartner", "Telefon", "Ansprechpartner 2", "Telefon 2"],
                &["name", "person", "person:phone", "person", "person:phone"],
            ),
            (&["Verein", "Ansprechpartner", "Handy"], &["name", "person", "person:phone"]),
            (&["Verein", "Ansprechpartner", "Telefon", "Mobil"], &["name", "person", "phone", "person:phone"]),
            (&["Verein", "Ansprechpartner", "Tel./Handy"], &["name", "person", "phone"]),
            (&["Verein", "Telefon 1", "Telefon 2"], &["name", "phone", "phone"]),
            (&["Verein", "Handy"], &["name", "phone"]),
            (&["Verein", "Ansprechpartner", "Handy (Verein)"], &["name", "person", "phone"]),
        ] {
            let headings: Vec<String> = headings.iter().map(ToString::to_string).collect();
            let columns = Columns::read(1, &headings, &ColumnMapping::default(), false).expect("columns");
            let found: Vec<&str> = columns.list.iter().map(|column| column.fields.as_str()).collect();
            assert_eq!(found, fields, "{headings:?}");
        }
    }
}
