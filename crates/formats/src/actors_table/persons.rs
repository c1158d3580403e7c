//! Persons as they stand in one cell: "Hr. Muster, 0170 0000000", "Frau Beispiel (1. Vors.)", "Vorstand".

use super::{
    contacts::{read_contacts_of_person, without_numbering},
    phrases::CELL_WORDS,
};

/// The most persons that are read from one cell.
const MOST_PERSONS: usize = 10;

/// Words that name an office rather than a person, bare and small, as whole names.
const OFFICES: [&str; 20] = [
    "vorstand",
    "vorsitz",
    "vorsitzende",
    "vorsitzender",
    "büro",
    "buero",
    "sekretariat",
    "geschäftsführung",
    "leitung",
    "team",
    "geschäftsstelle",
    "board",
    "chair",
    "office",
    "secretary",
    "kassenwart",
    "schriftführung",
    "verwaltung",
    "alle",
    "imam",
];

/// A person as far as a cell tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct PersonParts {
    pub(super) name: Option<String>,
    pub(super) role: Option<String>,
    pub(super) phone: Option<String>,
    pub(super) email: Option<String>,
}

/// Reads the persons of a cell.
pub(super) fn read_persons(text: &str) -> Vec<PersonParts> {
    let mut persons: Vec<PersonParts> = Vec::new();
    for line in split_persons(&without_numbering(text)) {
        if persons.len() >= MOST_PERSONS {
            break;
        }
        if CELL_WORDS.is_negated(line) || CELL_WORDS.is_empty(line) {
            // "Kein Ansprechpartner" is none.
            continue;
        }
        let contacts = read_contacts_of_person(line);
        let (phone, email) = (contacts.phones.into_iter().next(), contacts.emails.into_iter().next());
        let mut words: Vec<String> = contacts.words;
        if words.is_empty() && phone.is_none() && email.is_none() {
            // "Büro" is no more than the label of a number elsewhere.
            words.push(line.to_owned());
        }
        let mut person = PersonParts { phone, email, ..PersonParts::default() };
        let mut further: Vec<PersonParts> = Vec::new();
        for word in words {
            let (name, role) = split_role(&word);
            match (&person.name, name) {
                (None, Some(name)) => {
                    person.name = Some(name);
                    person.role = person.role.take().or(role);
                }
                // "Beispiel, Erika" is one person.
                (Some(known), Some(name)) if !known.contains(' ') && !name.contains(' ') && person.role.is_none() => {
                    person.name = Some(format!("{known}, {name}"));
                    person.role = role;
                }
                // What stands behind a name is said of it.
                (Some(_), Some(name)) => further.push(PersonParts { name: Some(name), role, ..PersonParts::default() }),
                (_, None) => {
                    let last = further.last_mut().unwrap_or(&mut person);
                    last.role = last.role.take().or(role);
                }
            }
        }
        if person != PersonParts::default() {
            persons.push(person);
        }
        persons.extend(further.into_iter().take(MOST_PERSONS));
    }
    persons
}

/// The persons of a cell as they are written, between signs and words that stand outside of parentheses.
fn split_persons(text: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    let mut at = 0;
    while let Some(sign) = text[at..].chars().next() {
        let rest = &text[at..];
        let found = BETWEEN_PERSONS.iter().find(|between| rest.starts_with(**between));
        match (sign, found) {
            ('(', _) => depth += 1,
            (')', _) => depth = depth.saturating_sub(1),
            (_, Some(between)) if depth == 0 || sign == '\n' => {
                parts.push(&text[start..at]);
                (start, depth) = (at + between.len(), 0);
                at = start;
                continue;
            }
            _ => {}
        }
        at += sign.len_utf8();
    }
    parts.push(&text[start..]);
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// What stands between persons.
const BETWEEN_PERSONS: [&str; 10] = ["\n", ";", "|", " und ", " u. ", " u ", " & ", " and ", " / ", " + "];

/// The name and, in parentheses or as an office, the role.
fn split_role(text: &str) -> (Option<String>, Option<String>) {
    let text = text.trim();
    let (name, role) = match text.split_once('(') {
        // "Олена (Olena) Petrenko" is a name as a whole.
        Some((_, role)) if role.split_once(')').is_some_and(|(_, behind)| !behind.trim().is_empty()) => (text, None),
        Some((name, role)) => (name.trim(), Some(role.trim_end_matches(')').trim())),
        None => (text, None),
    };
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    if OFFICES.contains(&name.to_lowercase().as_str()) {
        return (role.and_then(some), some(name));
    }
    (some(name), role.and_then(some))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str, role: &str, phone: &str) -> PersonParts {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        PersonParts { name: some(name), role: some(role), phone: some(phone), email: None }
    }

    #[test]
    fn names_roles_and_numbers_are_kept_apart() {
        assert_eq!(read_persons("Hr. Muster, 0170 0000000"), [person("Hr. Muster", "", "0170 0000000")]);
        assert_eq!(read_persons("Ayşe Beispiel (1. Vors.)"), [person("Ayşe Beispiel", "1. Vors.", "")]);
        assert_eq!(read_persons("Beispiel, Erika"), [person("Beispiel, Erika", "", "")]);
        assert_eq!(read_persons("Vorstand"), [person("", "Vorstand", "")]);
        assert_eq!(read_persons("Büro"), [person("", "Büro", "")]);
        assert_eq!(read_persons("1. Yonas T., 2. Hiwot M."), [person("Yonas T.", "", ""), person("Hiwot M.", "", "")]);
        assert_eq!(
            read_persons("Frau Weber, Hr. Schmidt (Kasse)"),
            [person("Frau Weber", "", ""), person("Hr. Schmidt", "Kasse", "")]
        );
        assert_eq!(
            read_persons("Eva (1. Vors.) u. Franz (2. Vors.)"),
            [person("Eva", "1. Vors.", ""), person("Franz", "2. Vors.", "")]
        );
        assert_eq!(
            read_persons("Eva (Kasse und Büro) & Franz"),
            [person("Eva", "Kasse und Büro", ""), person("Franz", "", "")]
        );
        assert_eq!(
            read_persons("Frau Weber (Vorsitz), 0170 0000000"),
            [person("Frau Weber", "Vorsitz", "0170 0000000")]
        );
        assert_eq!(read_persons("Олена (Olena) Petrenko"), [person("Олена (Olena) Petrenko", "", "")]);
        for none in ["Kein Ansprechpartner", "keine Ansprechperson benannt", "N.N.", "-"] {
            assert_eq!(read_persons(none), [], "{none}");
        }
        assert_eq!(read_persons("Frau Eins; Herr Zwei"), [person("Frau Eins", "", ""), person("Herr Zwei", "", "")]);
    }
}
