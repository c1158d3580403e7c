//! What a heading means beside the others: "Nr." behind the street, "x" and "y".

use super::{
    ColumnTarget, ColumnUse, PlannedColumn,
    recognition::{is_kind_of_name, name_part},
};
use crate::actors_table::{
    contacts::ContactKind,
    homes::is_office,
    mapping::{ColumnMapping, target},
    phrases::spoken_words,
    plain,
};

/// What headings of mobile numbers begin with, bare.
const MOBILE: [&str; 4] = ["handy", "mobil", "mob", "cell"];

/// Signs and words for the first ones of several, small.
const SIGNS: [(u32, &[&str]); 3] = [
    (1, &["a", "i", "erste", "erster", "first"]),
    (2, &["b", "ii", "zweite", "zweiter", "second"]),
    (3, &["c", "iii", "dritte", "dritter", "third"]),
];

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

/// "Name 1" and "Name 2" in front of contacts and beside the name of the association are those of persons.
pub(super) fn read_numbered_names(list: &mut [PlannedColumn], mapping: &ColumnMapping) {
    let is_numbered = |column: &PlannedColumn| {
        column.is_name() && ordinal(&column.heading).is_some() && mapping.fields(&column.heading).is_none()
    };
    if !list.iter().any(|column| column.is_name() && !is_numbered(column)) {
        return;
    }
    let is_contact = |column: &PlannedColumn| matches!(column.target, Some(ColumnTarget::Contacts(_)));
    for at in 0..list.len() {
        if is_numbered(&list[at]) && list.get(at + 1).is_some_and(is_contact) {
            list[at].target = target("person");
            "person".clone_into(&mut list[at].fields);
        }
    }
}

/// Lets the numbers and mailboxes beside columns of any contacts, "Kontakt", be those of the persons who are named there;
/// where a row names none, they are the association's.
pub(in crate::actors_table) fn give_contacts_to_any(list: &mut [PlannedColumn], mapping: &ColumnMapping) {
    let is_open = |column: &PlannedColumn| {
        column.person.is_none()
            && column.usage == ColumnUse::Recognised
            && column.heading != column.fields
            && !is_office(&column.heading)
            && mapping.fields(&column.heading).is_none()
    };
    let is_any = |column: &PlannedColumn| matches!(column.target, Some(ColumnTarget::Contacts(ContactKind::Any)));
    let holders: Vec<usize> = (0..list.len()).filter(|at| is_any(&list[*at]) && is_open(&list[*at])).collect();
    for (at, column) in list.iter_mut().enumerate() {
        let is_contact = matches!(
            column.target,
            Some(ColumnTarget::Contacts(ContactKind::Phone | ContactKind::Email | ContactKind::Any))
        );
        if is_contact && is_open(column) {
            let before = holders.iter().rev().find(|holder| **holder < at);
            column.person = before.or_else(|| holders.iter().find(|holder| **holder > at)).copied();
        }
    }
}

/// Gives the contacts beside persons to these: "Telefon 1" to "Kontaktperson 1", a mobile number to whoever is the only
/// one. How an association is reached stands in a column of its own; of others each number tells whose it is.
pub(in crate::actors_table) fn give_contacts_to_persons(list: &mut [PlannedColumn], mapping: &ColumnMapping) {
    let is_person =
        |column: &PlannedColumn| matches!(column.target, Some(ColumnTarget::Person | ColumnTarget::FamilyName));
    // "Kontakt I" beside "Handy I" holds a person.
    let holds_person = |column: &PlannedColumn| {
        let is_any = matches!(column.target, Some(ColumnTarget::Contacts(ContactKind::Any)));
        is_person(column) || is_any && ordinal(&column.heading).is_some()
    };
    let persons: Vec<(usize, Option<u32>)> =
        list.iter().enumerate().filter(|(_, it)| holds_person(it)).map(|(at, it)| (at, ordinal(&it.heading))).collect();
    let Some((first, _)) = persons.first().copied() else { return };
    let numbered = |wanted: u32| persons.iter().find(|(_, number)| *number == Some(wanted)).map(|(at, _)| *at);
    let has_contact = |list: &[PlannedColumn], wanted: Option<u32>, field: &str| {
        list.iter().any(|column| column.fields == field && ordinal(&column.heading) == wanted)
    };
    let is_contact = |column: &PlannedColumn| {
        matches!(column.target, Some(ColumnTarget::Contacts(ContactKind::Phone | ContactKind::Email)))
            && column.usage == ColumnUse::Recognised
            && mapping.fields(&column.heading).is_none()
            && !matches!(column.heading.as_str(), "phone" | "email")
    };
    let followed: Vec<usize> = persons
        .iter()
        .map(|(at, _)| *at)
        .filter(|at| list.get(at + 1).is_some_and(|next| is_contact(next) && !is_office(&next.heading)))
        .collect();
    let are_pairs = followed.len() > 1;
    for at in 0..list.len() {
        let number = ordinal(&list[at].heading);
        let of_heading = || {
            let bare = plain(&list[at].heading);
            persons.iter().map(|(at, _)| *at).find(|person| bare.contains(&plain(&list[*person].heading)))
        };
        let is_office = is_office(&list[at].heading);
        let (owner, is_own) = match &list[at].target {
            Some(ColumnTarget::PersonRole | ColumnTarget::PersonPhone | ColumnTarget::PersonEmail) => {
                (number.and_then(numbered).or_else(of_heading).or(Some(first)), true)
            }
            Some(ColumnTarget::Contacts(_)) if is_contact(&list[at]) && !is_office => {
                let field = list[at].fields.as_str();
                // Of "Ansprechpartner, Telefon, Ansprechpartner 2, Telefon 2" the first number is the first person's.
                let is_first = number.is_none()
                    && at > first
                    && numbered(2).is_some()
                    && has_contact(list, Some(2), field)
                    && !has_contact(list, Some(1), field);
                let is_only = persons.len() == 1 && is_mobile(&list[at].heading);
                // Of "Vorsitz, Tel., Stellvertretung, Tel." each number is that of whom it stands behind.
                let before = persons.iter().rev().map(|(person, _)| *person).find(|person| *person < at);
                let of_pair = before.filter(|person| {
                    are_pairs && followed.contains(person) && list[person + 1..at].iter().all(is_contact)
                });
                let own = number.and_then(numbered).or((is_first || is_only).then_some(first)).or(of_pair);
                (own.or(before).or(Some(first)), own.is_some())
            }
            // "Erreichbar unter" beside "Zuständig": each number tells whose it is.
            Some(ColumnTarget::Contacts(ContactKind::Any))
                if !holds_person(&list[at])
                    && !is_office
                    && list[at].usage == ColumnUse::Recognised
                    && mapping.fields(&list[at].heading).is_none() =>
            {
                let before = persons.iter().rev().map(|(person, _)| *person).find(|person| *person < at);
                (before.or(Some(first)), false)
            }
            _ => continue,
        };
        let Some(owner) = owner.filter(|owner| is_own || is_person(&list[*owner])) else { continue };
        let column = &mut list[at];
        column.person = Some(owner);
        let field = match &column.target {
            Some(ColumnTarget::Contacts(ContactKind::Phone)) if is_own => "person:phone",
            Some(ColumnTarget::Contacts(ContactKind::Email)) if is_own => "person:email",
            _ => continue,
        };
        column.target = target(field);
        field.clone_into(&mut column.fields);
    }
}

/// "Träger/Rechtsform" holds forms where another column is called by those that have names: "Geförderte Gruppe".
pub(super) fn name_beside_forms(list: &mut [PlannedColumn], mapping: &ColumnMapping) {
    let of_forms =
        |column: &PlannedColumn| column.fields == "name+legalForm" && mapping.fields(&column.heading).is_none();
    let is_name = |column: &PlannedColumn| column.usage == ColumnUse::Unknown && is_kind_of_name(&column.heading);
    let (Some(forms), Some(name)) = (list.iter().position(of_forms), list.iter().position(is_name)) else { return };
    for (at, field) in [(forms, "note"), (name, "name")] {
        (list[at].target, list[at].usage) = (target(field), ColumnUse::Recognised);
        field.clone_into(&mut list[at].fields);
    }
}

/// Where no column holds names, the first that nobody knows and of whose parts one is a word for names.
pub(super) fn name_by_part(list: &mut [PlannedColumn]) {
    if list.iter().any(PlannedColumn::is_name) {
        return;
    }
    let holds_names = |column: &&mut PlannedColumn| column.usage == ColumnUse::Unknown && name_part(&column.heading);
    if let Some(column) = list.iter_mut().find(holds_names) {
        (column.target, column.usage) = (target("name"), ColumnUse::Recognised);
        "name".clone_into(&mut column.fields);
    }
}

/// Where no column holds names, "Gemeinde" is a congregation, not a municipality, "Wer?" asks for whoever does something,
/// and "Name des Elternvereins" is that of one.
pub(super) fn name_by_kind(list: &mut [PlannedColumn], mapping: &ColumnMapping) {
    if list.iter().any(PlannedColumn::is_name) {
        return;
    }
    let is_free = |column: &PlannedColumn| {
        let is_open = matches!(column.usage, ColumnUse::Unknown)
            || matches!(plain(&column.heading).as_str(), "gemeinde" | "wer" | "who");
        is_open && mapping.fields(&column.heading).is_none()
    };
    if let Some(column) = list.iter_mut().find(|column| is_free(column) && is_kind_of_name(&column.heading)) {
        (column.target, column.usage) = (target("name"), ColumnUse::Recognised);
        "name".clone_into(&mut column.fields);
    }
}

/// The number by which a heading says which of several it is of: "Kontaktperson 1", "2. Ansprechpartner/in", "Handy B",
/// "Erste Kontaktperson", "Tel. 2. Vors.".
fn ordinal(heading: &str) -> Option<u32> {
    let words: Vec<&str> =
        heading.split_whitespace().map(|word| word.trim_matches(['.', ':', ')', '(', '#'])).collect();
    let sign = |word: &&&str| SIGNS.iter().find(|(_, signs)| signs.contains(&word.to_lowercase().as_str()));
    let attached = || {
        let digits = heading.len() - heading.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        heading[heading.len() - digits..].parse().ok()
    };
    let number = |word: &&str| word.parse().ok();
    let ends = [words.first(), words.last()];
    ends.into_iter()
        .flatten()
        .find_map(number)
        .or_else(attached)
        .or_else(|| ends.iter().flatten().find_map(sign).filter(|_| words.len() > 1).map(|(number, _)| *number))
        .or_else(|| words.iter().find_map(number))
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
            (
                &["Verein", "Vorsitz", "Tel.", "Stellvertretung", "Tel."],
                &["name", "person", "person:phone", "person", "person:phone"],
            ),
            (
                &["Verein", "Erste Kontaktperson", "Rufnummer", "Zweite Kontaktperson", "Rufnummer (2)"],
                &["name", "person", "person:phone", "person", "person:phone"],
            ),
            (
                &["Verein", "Name 1", "Telefon 1", "Name 2", "Telefon 2"],
                &["name", "person", "person:phone", "person", "person:phone"],
            ),
            (
                &["Verein", "Ansprechpartner A", "Handy A", "Ansprechpartner B", "Handy B"],
                &["name", "person", "person:phone", "person", "person:phone"],
            ),
            (
                &["Verein", "Kontakt I", "Handynr. I", "Kontakt II", "Handynr. II"],
                &["name", "phone+email+website", "person:phone", "phone+email+website", "person:phone"],
            ),
            (
                &["Verein", "1. Vorsitzende/r", "Tel. 1. Vors.", "2. Vorsitzende/r", "Tel. 2. Vors."],
                &["name", "person", "person:phone", "person", "person:phone"],
            ),
            (&["Wer?", "Wo?", "Telefon"], &["name", "street+postcode+city", "phone"]),
            (&["Schule", "Name des Elternvereins", "Telefon"], &["", "name", "phone"]),
            (&["Lesegruppe", "Telefon", "Wer leitet?"], &["name", "phone", "person"]),
            (&["Verein", "Vorsitz", "Tel. Büro", "Kasse", "E-Mail"], &["name", "person", "phone", "", "email"]),
            (&["Verein", "Ansprechpartner", "Handy (Verein)"], &["name", "person", "phone"]),
            (&["Träger/Rechtsform", "Geförderte Gruppe", "Telefon"], &["note", "name", "phone"]),
            (&["Träger/Rechtsform", "Telefon"], &["name+legalForm", "phone"]),
        ] {
            let headings: Vec<String> = headings.iter().map(ToString::to_string).collect();
            let columns = Columns::read(1, &headings, &ColumnMapping::default(), false).expect("columns");
            let found: Vec<&str> = columns.list.iter().map(|column| column.fields.as_str()).collect();
            assert_eq!(found, fields, "{headings:?}");
        }
    }
}
