//! Persons as they stand in one cell: "Hr. Muster, 0170 0000000", "Frau Beispiel (1. Vors.)", "Vorstand".

use super::{
    columns::is_of_person,
    contacts::{find_phone, read_contacts_of_person, without_numbering},
    homes::is_office,
    personal_contacts::{has_title, may_be_person, words_of_name},
    phrases::CELL_WORDS,
};

/// The most persons that are read from one cell.
const MOST_PERSONS: usize = 10;

/// The most digits of an area code of Germany, its zero included.
const LONGEST_AREA_CODE: usize = 6;

/// The longest line that persons are told apart in, in bytes.
const LONGEST_LINE: usize = 500;

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
    /// Contacts beside the first ones.
    pub(super) further: Vec<String>,
}

/// Reads the persons of a cell.
pub(super) fn read_persons(text: &str) -> Vec<PersonParts> {
    let mut persons: Vec<PersonParts> = Vec::new();
    for line in split_persons(&without_numbering(text)).into_iter().flat_map(split_at_commas) {
        if persons.len() >= MOST_PERSONS {
            break;
        }
        if CELL_WORDS.is_negated(line) || CELL_WORDS.is_empty(line) {
            // "Kein Ansprechpartner" is none.
            continue;
        }
        let contacts = read_contacts_of_person(line);
        let (mut phones, mut emails) = (contacts.phones.into_iter(), contacts.emails.into_iter());
        let (phone, email) = (phones.next(), emails.next());
        let pages = contacts.websites.into_iter().chain(contacts.social_links);
        let others: Vec<String> = phones.chain(emails).chain(pages).collect();
        let mut words: Vec<String> = contacts.words;
        if words.is_empty() && phone.is_none() && email.is_none() {
            // "Büro" is no more than the label of a number elsewhere.
            words.push(line.to_owned());
        }
        let mut person = PersonParts { phone, email, further: others, ..PersonParts::default() };
        let mut further: Vec<PersonParts> = Vec::new();
        for word in words {
            // Names have a capital; what stands behind one without is said of it: "…, abends)".
            let is_aside = person.name.is_some() && word.starts_with(char::is_lowercase);
            if is_aside || !may_be_person(&word) {
                person.further.push(word);
                continue;
            }
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

/// The persons of a row, each once: "Yıldırım" beside "Hr. Yıldırım" is the same one.
pub(super) fn merge_persons(persons: Vec<PersonParts>) -> Vec<PersonParts> {
    let mut merged: Vec<PersonParts> = Vec::new();
    for person in persons {
        let words = person.name.as_deref().map(words_of_name).unwrap_or_default();
        let is_same = |known: &&mut PersonParts| {
            let others = known.name.as_deref().map(words_of_name).unwrap_or_default();
            !words.is_empty() && !others.is_empty() && (holds_name(&words, &others) || holds_name(&others, &words))
        };
        match merged.iter_mut().find(is_same) {
            Some(known) => known.add(person),
            None => merged.push(person),
        }
    }
    // A number of nobody by name is that of the only one who is named.
    let (nameless, mut named): (Vec<PersonParts>, Vec<PersonParts>) =
        merged.into_iter().partition(|person| person.name.is_none() && person.role.is_none());
    match named.as_mut_slice() {
        [only] => nameless.into_iter().for_each(|person| only.add(person)),
        _ => named.extend(nameless),
    }
    named
}

/// Whether a name holds the words of another one, of which some may be initials: "I. Beispiel" is Ida Beispiel.
fn holds_name(name: &[String], other: &[String]) -> bool {
    let is_initial_of = |word: &String, whole: &String| word.chars().count() == 1 && whole.starts_with(word.as_str());
    other.iter().any(|word| name.contains(word))
        && other.iter().all(|word| name.iter().any(|whole| whole == word || is_initial_of(word, whole)))
}

impl PersonParts {
    /// Adds what else is known of the same person; what there is no room for stands beside.
    pub(super) fn add(&mut self, other: Self) {
        let length = |name: &Option<String>| name.as_ref().map_or(0, String::len);
        if length(&other.name) > length(&self.name) {
            self.name = other.name;
        }
        for (known, value) in
            [(&mut self.role, other.role), (&mut self.phone, other.phone), (&mut self.email, other.email)]
        {
            match (&known, value) {
                (Some(one), Some(value)) if *one != value => self.further.push(value),
                (None, value) => *known = value,
                _ => {}
            }
        }
        self.further.extend(other.further);
    }
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
            (')', _) => {
                depth = depth.saturating_sub(1);
                // "02323 4100 (Eins) 0171 0000000 (Zwei)".
                let end = at + sign.len_utf8();
                let has_number = text[start..at].contains(|c: char| c.is_ascii_digit());
                if depth == 0 && has_number && text[end..].trim_start().starts_with(['0', '+']) {
                    parts.push(&text[start..end]);
                    start = end;
                }
            }
            (_, Some(between))
                if (depth == 0 || sign == '\n') && !is_inside_number(&text[..at], between, &rest[between.len()..]) =>
            {
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

/// Whether a slash stands behind the area code of a number: "02323 / 499 123".
fn is_inside_number(before: &str, sign: &str, behind: &str) -> bool {
    let code = before.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    let in_front = before[..before.len() - code.len()].trim_end();
    sign == " / "
        && code.starts_with('0')
        && code.len() <= LONGEST_AREA_CODE
        && !in_front.ends_with(|c: char| c.is_ascii_digit())
        && behind.starts_with(|c: char| c.is_ascii_digit() && c != '0')
}

/// Several persons between commas: of two names of several words each, "Eva B., Franz C. (0160 …)", and of two with a number
/// each. "Beispiel, Erika" is one.
fn split_at_commas(text: &str) -> Vec<&str> {
    // A longer one is a text.
    if text.len() > LONGEST_LINE {
        return vec![text];
    }
    let mut persons: Vec<std::ops::Range<usize>> = Vec::new();
    let mut start = 0;
    for piece in text.split(',') {
        let (from, to) = (start, start + piece.len());
        start = to + 1;
        let known = persons.last().map(|range| &text[range.clone()]);
        let is_next = known.is_none_or(|known| {
            let both_called = names(known) > 1 && names(piece) > 1 || has_title(known) && has_title(piece);
            let both_reached = names(piece) > 0 && find_phone(known).is_some() && find_phone(piece).is_some();
            let is_open = known.matches('(').count() > known.matches(')').count();
            !is_open && !is_of_person(piece) && (both_called || both_reached)
        });
        match persons.last_mut() {
            Some(last) if !is_next => last.end = to,
            _ => persons.push(from..to),
        }
    }
    persons.into_iter().map(|range| text[range].trim()).collect()
}

/// How many words of a text may be those of a name, in front of a number and outside of parentheses.
fn names(text: &str) -> usize {
    let end = text.find(|c: char| c.is_ascii_digit() || c == '(').unwrap_or(text.len());
    let words = text[..end].split_whitespace().filter(|word| word.contains(char::is_alphabetic));
    let is_label = |word: &str| word.ends_with(':') && !may_be_person(word.trim_end_matches(':'));
    words.take_while(|word| word.starts_with(char::is_uppercase) && !is_label(word)).count()
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
    if name.split_whitespace().all(|word| is_of_office(&word)) {
        return (role.and_then(some), some(name));
    }
    // "Ali Beispiel - Kassierer".
    if role.is_none()
        && let Some((name, office)) = name.split_once(" - ").or_else(|| name.split_once(" – "))
        && office.split_whitespace().all(|word| is_of_office(&word))
    {
        return (some(name.trim()), some(office.trim()));
    }
    if role.is_none()
        && let Some((role, name)) = split_office(name)
    {
        return (some(name), some(role.trim_matches([':', '-', '–', ' '])));
    }
    (some(name), role.and_then(some))
}

/// Whether a word is part of what somebody is: "1.", "Vorsitzende".
fn is_of_office(word: &&str) -> bool {
    let is_number = word.ends_with('.') && word.trim_end_matches('.').chars().all(|c| c.is_ascii_digit());
    is_number || is_of_person(word) || matches!(*word, "-" | "–" | ":")
}

/// What somebody is, with the name behind it: "1. Vorsitzende Eva Beispiel".
fn split_office(text: &str) -> Option<(&str, &str)> {
    let count = text.split_whitespace().take_while(is_of_office).count();
    let first = text.split_whitespace().nth(count)?;
    let at = first.as_ptr() as usize - text.as_ptr() as usize;
    let (office, name) = text.split_at(at);
    (is_of_person(office) && name.starts_with(char::is_uppercase) && !is_office(name)).then_some((office.trim(), name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str, role: &str, phone: &str) -> PersonParts {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        PersonParts { name: some(name), role: some(role), phone: some(phone), email: None, further: Vec::new() }
    }

    #[test]
    fn names_roles_and_numbers_are_kept_apart() {
        assert_eq!(read_persons("Hr. Muster, 0170 0000000"), [person("Hr. Muster", "", "0170 0000000")]);
        assert_eq!(read_persons("Ayşe Beispiel (1. Vors.)"), [person("Ayşe Beispiel", "1. Vors.", "")]);
        assert_eq!(read_persons("Beispiel, Erika"), [person("Beispiel, Erika", "", "")]);
        assert_eq!(read_persons("Vorstand"), [person("", "Vorstand", "")]);
        for text in
            ["Erika Beispiel, 1. Vorsitzende", "1. Vorsitzende Erika Beispiel", "Erika Beispiel - 1. Vorsitzende"]
        {
            assert_eq!(read_persons(text), [person("Erika Beispiel", "1. Vorsitzende", "")], "{text}");
        }
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
        assert_eq!(
            read_persons("Eva B., Franz C. (0160 1234567)"),
            [person("Eva B.", "", ""), person("Franz C.", "", "0160 1234567")]
        );
        assert_eq!(
            read_persons("Erfunden 0173 1234567, Beispiel 02323 445566"),
            [person("Erfunden", "", "0173 1234567"), person("Beispiel", "", "02323 445566")]
        );
        assert_eq!(read_persons("Frau Weber, Hr. Ott"), [person("Frau Weber", "", ""), person("Hr. Ott", "", "")]);
        assert_eq!(read_persons("Trainer Ali Muster"), [person("Ali Muster", "Trainer", "")]);
        assert_eq!(read_persons("Stv.: Leila Muster"), [person("Leila Muster", "Stv.", "")]);
        assert_eq!(read_persons("1. Vorsitzende: Eva Beispiel"), [person("Eva Beispiel", "1. Vorsitzende", "")]);
        assert_eq!(read_persons("Eva Beispiel, 02323 445566, 0170 1234567")[0].further, ["0170 1234567"]);
        for (text, further) in [
            ("gestorben 3/26 – Nachfolge?", "gestorben 3/26 – Nachfolge?"),
            ("Tel. s. rechts", "Tel. s. rechts"),
            ("privat", "privat"),
        ] {
            let persons = read_persons(text);
            assert!(persons.iter().all(|person| person.name.is_none() && person.role.is_none()), "{persons:?}");
            assert_eq!(persons.iter().flat_map(|person| &person.further).collect::<Vec<_>>(), [further]);
        }
        for none in ["Kein Ansprechpartner", "keine Ansprechperson benannt", "N.N.", "-"] {
            assert_eq!(read_persons(none), [], "{none}");
        }
        assert_eq!(read_persons("Frau Eins; Herr Zwei"), [person("Frau Eins", "", ""), person("Herr Zwei", "", "")]);
    }
}
