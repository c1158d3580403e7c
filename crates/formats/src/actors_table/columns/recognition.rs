//! What a heading says that its column holds: everyday words, several of them, and whose contacts they are.

use std::sync::LazyLock;

use super::{
    super::{
        mapping::target,
        phrases::{CELL_WORDS, HEADING_WORDS, QUESTION_WORDS, cell_phrases},
        plain,
    },
    column,
};

/// The longest heading, in characters.
const LONGEST_HEADING: usize = 80;
/// The most parts of a heading that joins several.
const MOST_PARTS: usize = 4;
/// The shortest heading that is taken for the singular of another one, in characters.
const SHORTEST_SINGULAR: usize = 5;
/// Words beside the name of a contact that say that it is a person's own, bare.
const PERSONAL: [&str; 5] = ["privat", "private", "persoenlich", "personlich", "personal"];
/// What a heading in two languages may be for when one of them is known: what does not belong there shows in the cells.
const BILINGUAL: [&str; 8] =
    ["languages", "themes", "targetGroups", "phone", "email", "website", "street+postcode+city", "note"];
/// What words for groups of people end with, bare.
const NAME_ENDS: [&str; 9] =
    ["verein", "gruppe", "initiative", "organisation", "kreis", "gemeinschaft", "club", "klub", "projekt"];
/// Words for persons that ask for them.
const ASKING_WORDS: [&str; 1] = ["wer"];
/// Bare words for what groups do, in front of where, when and how: "Trainingsort", "Probenzeiten", "Gruppensprache".
static ACTIVITIES: LazyLock<Vec<String>> = LazyLock::new(|| cell_phrases("heading-activity").map(plain).collect());
/// What the same is called of any group.
const MEETING: &str = "treff";
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
            "name" if contact == "name" => Some("person"),
            _ => None,
        };
        let is_person = |words: &[String]| {
            let is_said = |word: &&str| {
                !BETWEEN_WORDS.contains(word)
                    && !word.chars().all(|c| c.is_ascii_digit())
                    && !word.starts_with("stellv")
            };
            let rest: Vec<&str> = words.iter().map(String::as_str).filter(is_said).collect();
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

/// Whether one of the words of a text is one for persons: "Vereinsadresse (c/o Vorsitz)", "der Kassiererin".
pub(in super::super) fn is_of_person(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphanumeric()).map(plain).filter(|word| !word.is_empty());
    words.into_iter().any(|word| is_person_word(&word))
}

/// Whether a bare word is one for what a person is there, in whatever form: "Vorsitzenden", "Trainerinnen".
fn is_person_word(word: &str) -> bool {
    let forms = ["", "n", "s", "in", "innen"].into_iter().filter_map(|end| word.strip_suffix(end));
    forms.into_iter().any(|form| HEADING_WORDS.get(form) == Some(&"person")) && !ASKING_WORDS.contains(&word)
}

/// Whether a whole heading stands among those that are known, not only a part of it.
pub(in super::super) fn is_curated_heading(heading: &str) -> bool {
    HEADING_WORDS.contains_key(&plain(heading)) || column(heading).is_some() || recognise_activity(heading).is_some()
}

/// Whether one of the words of a heading is one for names.
pub(in super::super) fn is_of_name(heading: &str) -> bool {
    let words = heading.split(|c: char| !c.is_alphanumeric()).map(plain).filter(|word| !word.is_empty());
    words.into_iter().any(|word| HEADING_WORDS.get(&word) == Some(&"name"))
}

/// The fields of a heading that is known: the name of a field, or an everyday word.
pub(super) fn recognise(heading: &str) -> Option<String> {
    let has_letters = heading.contains(char::is_alphabetic);
    if !has_letters && heading.trim() != "#" || heading.chars().nth(LONGEST_HEADING).is_some() {
        return None;
    }
    if let Some(column) = column(heading) {
        return Some(column.name);
    }
    // What is said of publication is heard, and staff read it.
    if CELL_WORDS.is_about_publication(heading) && !HEADING_WORDS.contains_key(&plain(heading)) {
        return Some("note".to_owned());
    }
    if let Some(fields) = person_contact(heading) {
        return Some(fields.to_owned());
    }
    if let Some(fields) = town_with_district(heading) {
        return Some(fields);
    }
    let (without_marks, _) = heading.split_once(['(', '[']).unwrap_or((heading, ""));
    let numbered = heading.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || c == '.');
    let candidates = [heading, without_marks, numbered];
    let known = candidates.iter().find_map(|candidate| HEADING_WORDS.get(&plain(candidate)));
    let sign = (heading.trim() == "#").then_some(&"skip");
    let known = known.or(sign).map(|fields| (*fields).to_owned()).or_else(|| recognise_parts(heading));
    known
        .or_else(|| recognise_activity(heading))
        .or_else(|| {
            let bare = CELL_WORDS.without_qualifiers(heading)?;
            HEADING_WORDS.get(&bare).map(|fields| (*fields).to_owned())
        })
        .or_else(|| recognise_halves(heading))
        .or_else(|| {
            singular(heading).and_then(|singular| HEADING_WORDS.get(&singular).map(|fields| (*fields).to_owned()))
        })
        .or_else(|| recognise_question(heading))
}

/// The fields of a heading that asks, "Wo in Herne?", "Wann trefft ihr euch?", by how it begins; else by the one word of it
/// that is known: "Geht es um Sprachen?".
fn recognise_question(heading: &str) -> Option<String> {
    let bare = plain(heading);
    let words: Vec<String> =
        heading.split(|c: char| !c.is_alphanumeric()).map(plain).filter(|it| !it.is_empty()).collect();
    let begins = |beginning: &str| {
        // Whole words, but for the end of the last one.
        let at = words
            .iter()
            .scan(0, |at, word| {
                *at += word.len();
                Some(*at)
            })
            .find(|at| *at >= beginning.len());
        bare.starts_with(beginning) && at.is_some_and(|at| beginning.len() > 4 || at == beginning.len())
    };
    let asks = heading.trim_end().ends_with('?');
    let found = QUESTION_WORDS
        .iter()
        .find(|(beginning, fields)| begins(beginning) && (asks || *fields != "street+postcode+city"));
    if let Some((_, fields)) = found {
        return Some((*fields).to_owned());
    }
    if !asks || CELL_WORDS.is_question(heading) {
        return None;
    }
    let mut known = words.iter().filter_map(|word| HEADING_WORDS.get(word)).filter(|fields| **fields != "person");
    let first = known.next()?;
    known.all(|other| other == first).then(|| (*first).to_owned())
}

/// The fields of a heading that says where, when or how a group does what it does: "Trainingsort" is a "Treffort".
fn recognise_activity(heading: &str) -> Option<String> {
    let bare = plain(heading);
    let rest =
        ACTIVITIES.iter().find_map(|activity| bare.strip_prefix(activity.as_str())).filter(|rest| !rest.is_empty())?;
    let rests = ["", "s", "n", "en", "e"].into_iter().filter_map(|joint| rest.strip_prefix(joint));
    let fields = |word: &str| HEADING_WORDS.get(word).copied().filter(|fields| *fields != "name");
    rests
        .into_iter()
        .find_map(|rest| fields(&format!("{MEETING}{rest}")).or_else(|| fields(rest)))
        .map(ToOwned::to_owned)
}

/// Whether a heading is one of names by the end of one of its words, where none is by itself: "Name des Elternvereins",
/// "Lesegruppe".
pub(super) fn is_kind_of_name(heading: &str) -> bool {
    let asks_who = matches!(plain(heading).as_str(), "wer" | "gemeinde" | "who");
    let words = heading.split(|c: char| !c.is_alphanumeric()).map(plain).filter(|word| !word.is_empty());
    let ends = |word: String| {
        let bare = word.strip_suffix('s').map_or(word.as_str(), |bare| bare).to_owned();
        NAME_ENDS.iter().any(|end| bare.ends_with(end))
    };
    asks_who || words.into_iter().any(ends)
}

/// The fields of a heading of towns that says in parentheses that districts stand there as well: "Ort (Stadtteil)".
fn town_with_district(heading: &str) -> Option<String> {
    let (town, district) = heading.trim().strip_suffix(')')?.split_once('(')?;
    let fields = |text: &str| {
        column(text).map_or_else(|| HEADING_WORDS.get(&plain(text)).map(ToString::to_string), |it| Some(it.name))
    };
    let (town, district) = (fields(town)?, fields(district)?);
    let is_town = matches!(town.as_str(), "city" | "postcode+city");
    (is_town && district.starts_with("basedIn")).then(|| format!("{town}+basedIn"))
}

/// The fields of a heading of which one half says what the other does more exactly, or the same in other words:
/// "Anschrift Str.", "Kontakt Telefon", "Stichworte Angebote".
fn recognise_halves(heading: &str) -> Option<String> {
    let words: Vec<String> =
        heading.split(|c: char| !c.is_alphanumeric()).map(plain).filter(|word| !word.is_empty()).collect();
    (1..words.len()).find_map(|at| {
        let known = |words: &[String]| HEADING_WORDS.get(&words.concat()).copied();
        let (one, other) = (known(&words[..at])?, known(&words[at..])?);
        let holds = |wide: &str, narrow: &str| wide == narrow || wide.split('+').any(|field| field == narrow);
        let narrow = if holds(one, other) { other } else { Some(one).filter(|one| holds(other, one))? };
        (narrow != "skip").then(|| narrow.to_owned())
    })
}

/// The bare word of a heading in the plural: "Rufnummern", "Adressen".
fn singular(heading: &str) -> Option<String> {
    let bare = plain(heading);
    let forms = ["en", "n", "s"].into_iter().filter_map(|end| bare.strip_suffix(end));
    let mut known = forms.filter(|form| form.chars().count() >= SHORTEST_SINGULAR && HEADING_WORDS.contains_key(*form));
    known.next().map(ToOwned::to_owned)
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
    let mut parts = heading_parts(heading);
    if parts.len() < 2 || parts.len() > MOST_PARTS {
        return None;
    }
    // "Thema A/B", "Sprache 1/2": which of several. "Trainings-/Öffnungszeiten": the last part says what both are.
    parts.retain(|part| plain(part).chars().count() > 1 && !part.ends_with(['-', '–']));
    if parts.is_empty() {
        return None;
    }
    let known = |part: &String| match column(part) {
        Some(column) => Some(column.name),
        None => {
            let bare = CELL_WORDS.without_qualifiers(part);
            let fields = HEADING_WORDS.get(&plain(part)).or_else(|| HEADING_WORDS.get(&bare?));
            fields.map(|fields| (*fields).to_owned()).or_else(|| recognise_activity(part))
        }
    };
    // A heading in two languages, of which one is known: what is no value of the list is asked.
    let found: Vec<Option<String>> = parts.iter().map(known).collect();
    if let [Some(one), None] | [None, Some(one)] = found.as_slice()
        && BILINGUAL.contains(&one.as_str())
    {
        return Some(one.clone());
    }
    let mut fields: Vec<String> = Vec::new();
    for (part, found) in parts.iter().zip(found) {
        let found = found?;
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
    // "Herkunft/Sprachen": what is no value of the list is asked.
    if fields.len() == 2 && fields.iter().any(|field| BILINGUAL[..3].contains(&field.as_str())) {
        fields.retain(|field| field != "note");
    }
    let fields = fields.join("+");
    target(&fields).is_some().then_some(fields)
}

#[cfg(test)]
mod tests;
