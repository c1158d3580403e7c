//! What a heading says that its column holds: everyday words, several of them, and whose contacts they are.

use super::{
    super::{mapping::target, phrases::HEADING_WORDS, plain},
    column,
};

/// The most parts of a heading that joins several.
const MOST_PARTS: usize = 4;
/// Words beside the name of a contact that say that it is a person's own, bare.
const PERSONAL: [&str; 5] = ["privat", "private", "persoenlich", "personlich", "personal"];
/// Words between the two, bare.
const BETWEEN_WORDS: [&str; 10] = ["der", "des", "die", "dem", "von", "vom", "of", "the", "nr", "nummer"];

/// The fields of a heading, as a mapping names them; `None` where nobody knows it.
pub(in super::super) fn known_fields(heading: &str) -> Option<String> {
    recognise(heading)
}

/// Whether one part of a heading that joins several is one of names: "Nazwa / Name", "Verein/Projekt".
pub(in super::super) fn name_part(heading: &str) -> bool {
    let is_name = |part: &str| recognise(part.trim()).as_deref() == Some("name");
    heading.contains(['/', '|', '(', '\n']) && heading.split(['/', '|', '(', ')', '\n']).any(is_name)
}

/// A contact that a heading gives to a person, before or behind: "Telefon (Vorsitz)", "Mail privat", "Vorstand Handy". It is
/// never that of the association, however public the word for it is.
fn person_contact(heading: &str) -> Option<&'static str> {
    let whole = ["/innen", "/-in", "/in", "/r"].iter().fold(heading.to_owned(), |text, end| text.replace(end, ""));
    if whole.contains(['/', ',', '&', '+', ';']) || whole.contains(" und ") {
        return None;
    }
    let words: Vec<String> =
        heading.split(|c: char| !c.is_alphanumeric()).map(plain).filter(|word| !word.is_empty()).collect();
    (1..words.len()).find_map(|at| {
        let (one, other) = (words[..at].concat(), words[at..].concat());
        let of = |contact: &str| match *HEADING_WORDS.get(contact)? {
            "phone" => Some("person:phone"),
            "email" => Some("person:email"),
            _ => None,
        };
        let is_person = |words: &[String]| {
            let rest: Vec<&str> =
                words.iter().map(String::as_str).filter(|word| !BETWEEN_WORDS.contains(word)).collect();
            let bare = rest.concat();
            // "der Vorsitzenden", "des Ansprechpartners".
            let forms = [Some(bare.as_str()), bare.strip_suffix('n'), bare.strip_suffix('s')];
            PERSONAL.contains(&bare.as_str())
                || forms.into_iter().flatten().any(|form| HEADING_WORDS.get(form) == Some(&"person"))
        };
        if is_person(&words[at..]) {
            return of(&one);
        }
        // "Ansprechpartner (Tel.)" is a person with a number, "Vorsitz Telefon" the number of one.
        if is_person(&words[..at]) && !heading.contains('(') {
            return of(&other);
        }
        None
    })
}

/// The fields of a heading that is known: the name of a field, or an everyday word.
pub(super) fn recognise(heading: &str) -> Option<String> {
    if let Some(column) = column(heading) {
        return Some(column.name);
    }
    if let Some(fields) = person_contact(heading) {
        return Some(fields.to_owned());
    }
    let (without_marks, _) = heading.split_once(['(', '[']).unwrap_or((heading, ""));
    let numbered = heading.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || c == '.');
    let candidates = [heading, without_marks, numbered];
    let known = candidates.iter().find_map(|candidate| HEADING_WORDS.get(&plain(candidate)));
    let sign = (heading.trim() == "#").then_some(&"skip");
    known.or(sign).map(|fields| (*fields).to_owned()).or_else(|| recognise_parts(heading))
}

/// The parts of a heading that joins several: "Angebote / Themen", "Verein & Kontakt".
pub(in super::super) fn heading_parts(heading: &str) -> Vec<String> {
    let joined = [" und ", " u. ", " and ", " oder ", " or ", "&", "+", ",", "\n"]
        .iter()
        .fold(heading.to_owned(), |text, separator| text.replace(separator, "/"));
    joined.split('/').map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// The fields of a heading that joins several known ones, "Angebote / Themen": one column may hold them all.
fn recognise_parts(heading: &str) -> Option<String> {
    let parts = heading_parts(heading);
    if parts.len() < 2 || parts.len() > MOST_PARTS {
        return None;
    }
    let mut fields: Vec<String> = Vec::new();
    for part in &parts {
        let found = match column(part) {
            Some(column) => column.name,
            None => (*HEADING_WORDS.get(&plain(part))?).to_owned(),
        };
        // A fax number stands with the telephone's.
        let found = if found == "note" && plain(part).contains("fax") { "phone".to_owned() } else { found };
        for field in found.split('+').map(ToOwned::to_owned) {
            if !fields.contains(&field) {
                fields.push(field);
            }
        }
    }
    // Of a borough and a quarter, the quarter says both.
    if fields.iter().all(|field| field.starts_with("basedIn")) {
        return Some("basedIn".to_owned());
    }
    let fields = fields.join("+");
    target(&fields).is_some().then_some(fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_contact_of_a_person_is_never_that_of_the_association() {
        for (heading, fields) in [
            ("Telefon (Vorsitz)", "person:phone"),
            ("Tel. (privat)", "person:phone"),
            ("Handy 1. Vorsitzende/r", "person:phone"),
            ("Telefon (Vorsitzende/r)", "person:phone"),
            ("Handy der Vorsitzenden", "person:phone"),
            ("Vorsitz Telefon", "person:phone"),
            ("Vorstand E-Mail", "person:email"),
            ("E-Mail Vorstand", "person:email"),
            ("Mobil (Ansprechpartnerin)", "person:phone"),
            ("Mail persönlich", "person:email"),
            ("Ansprechpartner (Tel.)", "person"),
            ("Telefon", "phone"),
            ("Telefon (Büro)", "phone"),
            ("E-Mail Verein", "email"),
        ] {
            assert_eq!(recognise(heading).as_deref(), Some(fields), "{heading}");
        }
    }

    #[test]
    fn a_heading_in_two_languages_is_one_of_names() {
        assert!(name_part("Nazwa / Name") && name_part("Verein/Projekt") && name_part("Dernek (Verein)"));
        assert!(!name_part("Name") && !name_part("Ort/Treffpunkt"));
    }
}
