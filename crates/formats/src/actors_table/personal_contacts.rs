//! Which contacts of a cell are a person's own: a number beside "Frau Beispiel" is hers, not that of the association, and
//! nobody publishes it without asking her.

use std::{collections::HashSet, sync::LazyLock};

use domain::PhoneNumber;

use super::{
    contacts::find_phone,
    homes::is_office,
    phrases::{CELL_WORDS, cell_phrases, spoken_words},
    plain,
    web_addresses::complete_web_address,
};

/// What stands before the names of persons, small.
const PERSON_TITLES: [&str; 14] =
    ["herr", "herrn", "hr.", "hr", "frau", "fr.", "fr", "dr.", "mr", "mr.", "mrs", "mrs.", "ms", "ms."];
/// What a person is to an association, or that a contact is a person's, small.
const PERSON_WORDS: [&str; 29] = [
    "ansprechpartner",
    "ansprechpartnerin",
    "ansprechpartner:in",
    "ansprechperson",
    "kontaktperson",
    "asp",
    "ap",
    "vorsitzende",
    "vorsitzender",
    "vorstandsvorsitzende",
    "vorstandsvorsitzender",
    "vors.",
    "vors",
    "vorsitz",
    "kassenwart",
    "kassenwartin",
    "kassierer",
    "kassiererin",
    "schriftführer",
    "schriftführerin",
    "imam",
    "privat",
    "priv.",
    "private",
    "persönlich",
    "contact person",
    "chairperson",
    "chairman",
    "chairwoman",
];
/// Words with a capital that are no part of a person's name, small.
const NO_NAMES: [&str; 58] = [
    "whatsapp",
    "telegram",
    "signal",
    "threema",
    "viber",
    "sms",
    "notfall",
    "festnetz",
    "mobile",
    "rund",
    "werktags",
    "tel",
    "tel.",
    "telefon",
    "fon",
    "fax",
    "telefax",
    "mobil",
    "handy",
    "phone",
    "mail",
    "e-mail",
    "email",
    "mailbox",
    "web",
    "website",
    "homepage",
    "internet",
    "büro",
    "buero",
    "verein",
    "vereinsheim",
    "geschäftsstelle",
    "zentrale",
    "vereinstelefon",
    "anrufbeantworter",
    "ab",
    "hotline",
    "notruf",
    "sekretariat",
    "verwaltung",
    "zentrum",
    "haus",
    "treff",
    "beratung",
    "kontakt",
    "info",
    "sprechzeiten",
    "sprechzeit",
    "sprechstunde",
    "uhr",
    "nach",
    "ca.",
    "nur",
    "durchwahl",
    "office",
    "call",
    "oder",
];
/// What the numbers of mobile networks in Germany begin with, as they are dialled from anywhere.
const MOBILE_CODES: [&str; 3] = ["+4915", "+4916", "+4917"];
/// What the numbers of Germany begin with.
const GERMANY: &str = "+49";
/// The shortest name that tells whose a mailbox is, in characters.
const SHORTEST_NAME: usize = 3;
/// The beginning of a word of an entry's name by which a mailbox is called, in characters.
const SHORTEST_SHARED: usize = 4;
/// Small words beside a name.
const BESIDE_NAMES: [&str; 6] = ["von", "bei", "der", "die", "of", "an"];
/// The names of mailboxes that several people read.
const SHARED_MAILBOXES: [&str; 16] = [
    "info",
    "kontakt",
    "contact",
    "office",
    "buero",
    "büro",
    "mail",
    "post",
    "verein",
    "vorstand",
    "hallo",
    "hello",
    "team",
    "geschaeftsstelle",
    "sekretariat",
    "verwaltung",
];

/// Words beside a number that say nothing of a person, bare.
static CONTACT_WORDS: LazyLock<HashSet<String>> =
    LazyLock::new(|| cell_phrases("contact-word").chain(NO_NAMES).map(plain).collect());
/// Words beside a number that say that it is one of a home, bare.
static HOME_WORDS: LazyLock<HashSet<String>> =
    LazyLock::new(|| cell_phrases("contact-home").flat_map(|phrase| phrase.split(' ')).map(plain).collect());
/// Words beside those of a person that are no part of a name, bare.
static NO_PERSONS: LazyLock<HashSet<String>> = LazyLock::new(|| cell_phrases("no-person").map(plain).collect());
/// The fewest digits of a number of a home.
const FEWEST_DIGITS: usize = 5;

/// A piece of a cell with contacts.
pub(super) enum ContactPiece<'a> {
    /// A person with their own contacts.
    Personal(String),
    /// Anything else.
    Of(&'a str),
}

/// The pieces of a cell, those that are a person's own put together: a person and a contact in one piece, or one beside
/// the other.
pub(super) fn person_pieces<'a>(pieces: &[&'a str]) -> Vec<ContactPiece<'a>> {
    let mut found = Vec::with_capacity(pieces.len());
    let mut is_taken = vec![false; pieces.len()];
    for (at, piece) in pieces.iter().copied().enumerate() {
        if is_taken[at] || is_web_address(piece) || !names_person(piece) {
            continue;
        }
        is_taken[at] = true;
        let mut text = vec![piece];
        if !holds_own_contact(piece) {
            let can_join = |at: usize, is_taken: &[bool]| !is_taken[at] && is_own_contact(pieces[at]);
            let mut next = at + 1;
            while next < pieces.len() && can_join(next, &is_taken) {
                is_taken[next] = true;
                text.push(pieces[next]);
                next += 1;
            }
            if text.len() == 1 && at > 0 && can_join(at - 1, &is_taken) {
                is_taken[at - 1] = true;
                text.push(pieces[at - 1]);
            }
        }
        found.push((at, ContactPiece::Personal(text.join(", "))));
    }
    let others = pieces.iter().enumerate().filter(|(at, _)| !is_taken[*at]);
    found.extend(others.map(|(at, piece)| (at, ContactPiece::Of(piece))));
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, piece)| piece).collect()
}

/// Whether a piece is nothing but an address of the web, however it is written: "Verein-Beispiel.example/Angebote".
fn is_web_address(piece: &str) -> bool {
    !piece.contains('@') && complete_web_address(piece).is_some()
}

/// Whether a piece holds a number, or an address that one person reads.
fn holds_own_contact(piece: &str) -> bool {
    find_phone(piece).is_some() || piece.split_whitespace().any(is_own_mailbox)
}

/// Whether a piece is nothing but a number or an address that one person reads; with a label of an office it is not.
fn is_own_contact(piece: &str) -> bool {
    if piece.contains('@') {
        return piece.split_whitespace().any(is_own_mailbox);
    }
    let office = ["büro", "buero", "verein", "geschäftsstelle", "zentrale", "office", "fax"];
    let lower = piece.to_lowercase();
    find_phone(piece).is_some() && !office.iter().any(|word| lower.contains(word))
}

fn is_own_mailbox(word: &str) -> bool {
    let name = word.trim_start_matches("mailto:").trim_matches(['<', '(', '"']).split('@').next().unwrap_or_default();
    word.contains('@') && !SHARED_MAILBOXES.contains(&name.to_lowercase().as_str())
}

/// Whether a piece says whose its contacts are: by a title, by what somebody is, or by a name of two to four words beside
/// a contact.
pub(super) fn names_person(piece: &str) -> bool {
    let words: Vec<&str> = piece
        .split([' ', ',', '(', ')', '\t', '/'])
        .filter(|word| !word.is_empty() && !word.contains('@') && !word.contains(|c: char| c.is_ascii_digit()))
        .collect();
    let bare: Vec<String> = words.iter().map(|word| word.to_lowercase().trim_end_matches(':').to_owned()).collect();
    if bare.iter().any(|word| PERSON_WORDS.contains(&word.as_str())) {
        return true;
    }
    if bare.iter().any(|word| PERSON_TITLES.contains(&word.as_str())) {
        return words.len() > 1;
    }
    let is_name = |(word, bare): (&&str, &String)| {
        word.starts_with(char::is_uppercase)
            && word.chars().skip(1).any(char::is_lowercase)
            && !word.ends_with(':')
            && !NO_NAMES.contains(&bare.as_str())
    };
    // A mobile number beside a single name is that person's: "0177 0000000 (Fatma)".
    let names = words.iter().zip(&bare).filter(|(_, bare)| !BESIDE_NAMES.contains(&bare.as_str()));
    let others: Vec<_> = names.filter(|(_, bare)| !NO_NAMES.contains(&bare.as_str())).collect();
    if holds_mobile_number(piece) && others.len() == 1 && others.iter().all(|it| is_name(*it)) {
        return true;
    }
    if holds_unknown_name(piece) {
        return true;
    }
    let is_weekday =
        |word: &str| ["mo", "di", "mi", "do", "fr", "sa", "so"].contains(&word.trim_end_matches(['.', '-']));
    (2..=4).contains(&words.len())
        && words.iter().zip(&bare).all(is_name)
        && !bare.iter().any(|word| is_weekday(word))
        && !piece.contains("://")
        && !bare.iter().any(|word| word.contains("www.") || word.ends_with("e.v.") || word == "e.")
}

/// Whether a number has words beside it that may be somebody's name or say that it is one of a home: "02323 4100 (Can)", "…
/// (zu Hause)". Those that say what an office does are known.
fn holds_unknown_name(piece: &str) -> bool {
    let digits = |number: &str| number.chars().filter(char::is_ascii_digit).count();
    if piece.contains('@')
        || is_office(piece)
        || find_phone(piece).is_none_or(|(_, number, _)| digits(number) < FEWEST_DIGITS)
    {
        return false;
    }
    let mut words = spoken_words(piece).map(|(range, word)| (&piece[range], plain(&word)));
    words.any(|(written, bare)| {
        let is_noun = written.starts_with(char::is_uppercase) && written.chars().skip(1).any(char::is_lowercase);
        let is_known =
            CONTACT_WORDS.contains(&bare) || CELL_WORDS.is_town(written) || CELL_WORDS.is_heading_qualifier(&bare);
        HOME_WORDS.contains(&bare) || is_noun && !is_known
    })
}

/// Whether a text may be the name of a person, or what somebody is: "Sabines Handy", "Nachfolge?" and "privat" are none.
pub(super) fn may_be_person(text: &str) -> bool {
    let mut words = spoken_words(text).map(|(_, word)| plain(&word)).peekable();
    let is_other = |word: String| NO_PERSONS.contains(&word);
    let is_home = spoken_words(text).all(|(_, word)| HOME_WORDS.contains(&plain(&word)));
    words.peek().is_some()
        && !is_home
        && !text.contains('?')
        && !text.split_whitespace().any(|word| word.contains(|c: char| c.is_ascii_digit()) && !is_ordinal(word))
        && !words.any(is_other)
}

/// "1." of "1. Vorsitzende".
fn is_ordinal(word: &str) -> bool {
    word.trim_start_matches('(').strip_suffix('.').is_some_and(|number| number.chars().all(|c| c.is_ascii_digit()))
}

/// Whether the name of a person with a title stands in a text: "Frau Beispiel".
pub(super) fn has_title(text: &str) -> bool {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    words.iter().rev().skip(1).any(|word| PERSON_TITLES.contains(&word.as_str()))
}

/// The words of a person's name without the titles in front, bare.
pub(super) fn words_of_name(name: &str) -> Vec<String> {
    let words = name.split(|c: char| c.is_whitespace() || ",;".contains(c)).filter(|word| !word.is_empty());
    let names = words.filter(|word| !PERSON_TITLES.contains(&word.to_lowercase().as_str())).map(plain);
    names.filter(|word| !word.is_empty()).collect()
}

/// Whether a text for everybody holds a number or a mailbox that may be a person's own.
pub(super) fn holds_own_number(text: &str) -> bool {
    let is_own = find_phone(text).is_some_and(|(_, number, _)| is_own_number(number));
    is_own || text.split_whitespace().any(is_own_mailbox)
}

/// Whether a number may be a person's own: those of offices are of the fixed network, or free.
pub(super) fn is_own_number(text: &str) -> bool {
    let Ok(number) = text.parse::<PhoneNumber>() else { return false };
    let link = number.link();
    let is_foreign = link.contains(":+") && !link.contains(GERMANY);
    is_foreign || MOBILE_CODES.iter().any(|code| link.contains(code))
}

/// Whether several people read a mailbox: "info@verein.example".
pub(super) fn is_shared_mailbox(address: &str) -> bool {
    let name = address.split('@').next().unwrap_or_default();
    SHARED_MAILBOXES.contains(&name.to_lowercase().as_str())
}

/// Whether a mailbox may be that of one person: several people read it neither by its name nor by that of the entry.
pub(super) fn may_be_own_mailbox(address: &str, entry: &str) -> bool {
    let (mailbox, _) = address.split_once('@').unwrap_or((address, ""));
    let parts: Vec<String> =
        mailbox.split(|c: char| !c.is_alphanumeric()).map(plain).filter(|part| !part.is_empty()).collect();
    let bare = plain(mailbox);
    let words: Vec<String> = spoken_words(entry).map(|(_, word)| plain(&word)).collect();
    let initials: String = words.iter().filter_map(|word| word.chars().next()).collect();
    let is_of_entry = words.iter().filter(|word| !CELL_WORDS.is_town(word)).any(|word| {
        let length = word.chars().count();
        let beginning: String = word.chars().take(SHORTEST_SHARED).collect();
        length > SHORTEST_SHARED && bare.contains(&beginning) || parts.contains(word) && length > 1
    });
    let is_shared = parts.iter().any(|part| SHARED_MAILBOXES.contains(&part.as_str()));
    let is_initials =
        initials.len() > 1 && parts.iter().any(|part| part.chars().count() > 1 && initials.starts_with(part.as_str()));
    !is_shared_mailbox(address) && !is_shared && !is_of_entry && !is_initials && !is_office(mailbox)
}

/// Whether the name of a mailbox is that of a person: "eva.beispiel@post.example" of "Eva Beispiel".
pub(super) fn is_mailbox_of(address: &str, person: &str) -> bool {
    let bare = plain(address.split('@').next().unwrap_or_default());
    let names = person.split(|c: char| !c.is_alphanumeric()).map(plain);
    !is_shared_mailbox(address)
        && names.into_iter().any(|word| {
            word.chars().count() >= SHORTEST_NAME
                && !PERSON_TITLES.contains(&word.as_str())
                && bare.contains(word.as_str())
        })
}

/// Whether a piece holds a number of a mobile network of Germany.
fn holds_mobile_number(piece: &str) -> bool {
    let number = find_phone(piece).and_then(|(_, number, _)| number.parse::<PhoneNumber>().ok());
    number.is_some_and(|number| MOBILE_CODES.iter().any(|code| number.link().contains(code)))
}

#[cfg(test)]
mod tests;
