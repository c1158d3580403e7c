//! Private homes among addresses: where somebody lives is not published with the entry of an association, nor is whose
//! home it is. There are more ways of saying so than anybody lists: what stands in an address and is neither a street, a
//! town, a public house nor a way to the door may be a name at a bell, and is not published. One taken for a home too often
//! is hidden, one not heard is published.

use std::sync::LazyLock;

use super::{
    columns::{is_curated_heading, is_of_person},
    personal_contacts::{has_title, names_person},
    phrases::{CELL_WORDS, cell_phrases, spoken_words},
    plain,
    remarks::sentences,
};

/// The most words of the name of a host.
const LONGEST_HOST: usize = 4;
/// Shorter stems of houses are those of names as well: "Hofmann".
const SHORTEST_STEM: usize = 5;

/// What says that an address is that of a home.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum HomeSign {
    #[default]
    None,
    /// Something that is not understood.
    Doubt,
    Home,
}

/// The words of homes, bare.
struct HomeWords {
    /// Ways of saying that somebody lives there, word by word.
    home: Vec<Vec<String>>,
    /// Ways of saying so of the address of an entry, whatever stands beside them.
    address: Vec<Vec<String>>,
    /// Beginnings of words that say so in remarks, beside the word of a place.
    stems: Vec<String>,
    /// Beginnings of words that say so in the heading of an address.
    heading: Vec<String>,
    /// Beginnings of words for places and meetings.
    place: Vec<String>,
    /// Beginnings of words that begin like those and are no places: "Hausaufgaben".
    no_place: Vec<String>,
    /// Words that say so beside anything.
    beside: Vec<String>,
    /// Words in front of a host.
    host: Vec<Vec<String>>,
    family: Vec<String>,
    /// What words for dwellings end with.
    end: Vec<String>,
    /// What the names of those hold that are no persons.
    office: Vec<String>,
    /// What homes for the old begin with.
    nursing: Vec<String>,
    /// What practices and chambers are called, with the name of whoever runs them behind.
    practice: Vec<String>,
    /// Words that help to find a door.
    aside: Vec<String>,
    /// Words in front of what is near.
    near: Vec<Vec<String>>,
    /// Words of how far it is.
    distance: Vec<String>,
    /// Those of them in front of where a way begins, which are no beginnings of streets.
    from: Vec<Vec<String>>,
    street: Vec<String>,
    street_start: Vec<String>,
    /// Words for streets that are the ends of no family's name.
    street_word: Vec<String>,
}

static WORDS: LazyLock<HomeWords> = LazyLock::new(|| {
    let phrases = |meaning: &'static str| cell_phrases(meaning).map(words).collect::<Vec<Vec<String>>>();
    let of = |meaning: &'static str| cell_phrases(meaning).map(plain).collect::<Vec<String>>();
    HomeWords {
        home: phrases("home"),
        address: phrases("home-address"),
        stems: of("home-stem"),
        heading: of("home-heading"),
        place: of("home-place"),
        no_place: of("no-place"),
        beside: of("home-beside"),
        host: phrases("home-host"),
        family: of("home-family"),
        end: of("home-end"),
        office: cell_phrases("office-stem").chain(cell_phrases("venue-stem")).map(plain).collect(),
        nursing: of("nursing-home"),
        practice: of("practice"),
        aside: of("address-aside"),
        near: phrases("address-near").into_iter().chain(phrases("address-from")).collect(),
        distance: of("address-distance"),
        from: phrases("address-from"),
        street: of("street-stem"),
        street_start: of("street-start"),
        street_word: of("street-word"),
    }
});

fn words(text: &str) -> Vec<String> {
    bare_words(text).into_iter().map(|(_, word)| word).collect()
}

/// The words of a text, bare, with where they stand.
fn bare_words(text: &str) -> Vec<(std::ops::Range<usize>, String)> {
    spoken_words(text).map(|(range, word)| (range, plain(&word))).collect()
}

fn holds(words: &[String], phrases: &[Vec<String>]) -> bool {
    phrases.iter().any(|phrase| words.windows(phrase.len().max(1)).any(|part| part == phrase.as_slice()))
}

fn begins(words: &[String], stems: &[String]) -> bool {
    words.iter().any(|word| stems.iter().any(|stem| word.starts_with(stem.as_str())))
}

/// What the heading of an address says of it: "Adresse (privat)", "Anschrift Vorsitz"; doubtful is one with a word that
/// nobody knows.
pub(super) fn sign_of_heading(heading: &str) -> HomeSign {
    // A question is no name of a place.
    if is_curated_heading(heading) || heading.trim_end().ends_with('?') && !begins(&words(heading), &WORDS.heading) {
        return HomeSign::None;
    }
    let words = words(heading);
    if begins(&words, &WORDS.heading)
        || holds(&words, &WORDS.home)
        || holds(&words, &WORDS.address)
        || is_of_person(heading)
    {
        return HomeSign::Home;
    }
    // "Gdzie / Adresse" says the same in two languages.
    if heading.split(['/', '|']).map(str::trim).any(is_curated_heading) {
        return HomeSign::None;
    }
    let is_known = |word: &String| {
        word.chars().count() < 3
            || word.contains(|c: char| c.is_ascii_digit())
            || WORDS.aside.contains(word)
            || CELL_WORDS.is_town(word)
            || CELL_WORDS.is_heading_qualifier(word)
            || is_curated_heading(word)
            || begins(std::slice::from_ref(word), &WORDS.place)
            || WORDS.office.iter().any(|stem| word.contains(stem.as_str()))
    };
    if words.iter().all(is_known) { HomeSign::None } else { HomeSign::Doubt }
}

/// Whether an address is that of a home.
pub(super) fn is_home(address: &str) -> bool {
    address_pieces(address).any(is_home_piece)
}

/// What a remark says: that people meet in a home, "bei Frau Beispiel zu Hause", that an address is one, or something of
/// a person or a home that may be it.
pub(super) fn sign_of_remark(text: &str) -> HomeSign {
    let sign = |clause: &str| {
        let spoken = bare_words(clause);
        let words: Vec<String> = spoken.iter().map(|(_, word)| word.clone()).collect();
        let is_dwelling = begins(&words, &WORDS.stems) || holds(&words, &WORDS.home);
        // "zu Hause" is no house.
        let is_house =
            |word: &&String| *word != "hause" && !WORDS.no_place.iter().any(|stem| word.starts_with(stem.as_str()));
        let others: Vec<String> = words.iter().filter(is_house).cloned().collect();
        let is_place = begins(&others, &WORDS.place);
        let is_person = is_of_person(clause) || has_title(clause) || is_family(&words);
        let is_host = (0..words.len()).any(|at| host_at(clause, &spoken, at));
        let is_at = is_place || holds(&words, &WORDS.host[..1]);
        let is_met = is_at && is_dwelling || is_place && (is_person || is_host);
        if holds(&words, &WORDS.address) || is_met || is_place && is_of_somebody(clause) || is_dwelling && is_person {
            return HomeSign::Home;
        }
        if is_dwelling || has_title(clause) || is_family(&words) { HomeSign::Doubt } else { HomeSign::None }
    };
    sentences(text).into_iter().map(sign).max().unwrap_or_default()
}

/// An address line with what of it may be published, and what may not.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct AddressLine {
    pub(super) open: Option<String>,
    pub(super) taken: Vec<String>,
    pub(super) sign: HomeSign,
}

/// What of a line of an address may be published: the street with its number, a house that is nobody's home, what helps to
/// find its door.
pub(super) fn read_address_line(line: &str) -> AddressLine {
    let (mut open, mut taken, mut sign) = (Vec::new(), Vec::new(), HomeSign::None);
    for piece in line.split(',').map(str::trim).filter(|piece| !piece.is_empty()) {
        let mut kept = String::new();
        for (part, is_aside) in parts(piece) {
            let of_part = if is_aside { sign_of_aside(part) } else { sign_of_piece(part) };
            if of_part == HomeSign::None {
                let is_inside = piece.contains(&format!("({part})"));
                let shown = if is_inside { format!("({part})") } else { part.to_owned() };
                kept = format!("{kept} {shown}");
            } else {
                taken.push(part.to_owned());
            }
            sign = sign.max(of_part);
        }
        open.extend(Some(kept.trim().to_owned()).filter(|kept| !kept.is_empty()));
    }
    if taken.is_empty() {
        return AddressLine { open: Some(line.to_owned()), ..AddressLine::default() };
    }
    AddressLine { open: (!open.is_empty()).then(|| open.join(", ")), taken, sign }
}

/// The parts of a piece of an address: what stands in parentheses or behind the number of the house stands aside.
fn parts(piece: &str) -> Vec<(&str, bool)> {
    let mut parts = Vec::new();
    let (before, rest) = piece.split_once(['(', '[']).unwrap_or((piece, ""));
    let (inside, behind) = rest.split_once([')', ']']).unwrap_or((rest, ""));
    let (street, aside) = split_behind_number(before);
    parts.push((street.trim(), false));
    parts.extend([(aside.trim(), true), (inside.trim(), true)]);
    if !behind.trim().is_empty() {
        let is_number = behind.trim_start().starts_with(|c: char| c.is_ascii_digit());
        let (number, aside) = if is_number { split_behind_number(behind) } else { ("", behind) };
        parts.extend([(number.trim(), false), (aside.trim(), true)]);
    }
    parts.retain(|(part, _)| !part.is_empty());
    parts
}

/// Of "Musterstr. 10 a c/o Beispiel" the street with its number, and what stands behind.
fn split_behind_number(text: &str) -> (&str, &str) {
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) && !word.ends_with('.');
    let mut end = None;
    for range in word_ranges(text) {
        let word = &text[range.clone()];
        let goes_on = word.chars().count() <= 3
            && word.trim_matches([',', '.', '/', '+', '-', '–']).chars().count() <= 1
            || ["u.", "bis", "und"].contains(&word)
            || word.contains(['-', '–']) && word.chars().filter(|c| c.is_alphabetic()).count() <= 2;
        match end {
            None if is_number(word) => end = Some(range.end),
            Some(_) if is_number(word) || goes_on => end = Some(range.end),
            Some(_) => break,
            None => {}
        }
    }
    end.map_or((text, ""), |end| text.split_at(end))
}

/// Where the words of a text stand, between spaces.
fn word_ranges(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> + use<'_> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(|c: char| !c.is_whitespace())?;
        at = text[start..].find(char::is_whitespace).map_or(text.len(), |length| start + length);
        Some(start..at)
    })
}

/// What a piece that is no aside may be: a street, a house, or the name of somebody.
fn sign_of_piece(piece: &str) -> HomeSign {
    if is_home_piece(piece) {
        return HomeSign::Home;
    }
    if words(piece).first().is_some_and(|word| WORDS.practice.contains(word)) {
        return HomeSign::None;
    }
    if has_title(piece) || is_of_somebody(piece) {
        return HomeSign::Home;
    }
    let spoken = bare_words(piece);
    if (0..spoken.len()).any(|at| host_at(piece, &spoken, at)) {
        return HomeSign::Doubt;
    }
    let has_number = piece.contains(|c: char| c.is_ascii_digit());
    if has_number || is_street(piece) || is_office(piece) { HomeSign::None } else { sign_of_aside(piece) }
}

/// What stands aside: doubtful where a word of it is unknown.
fn sign_of_aside(text: &str) -> HomeSign {
    if is_home_piece(text) {
        return HomeSign::Home;
    }
    let words = words(text);
    if words == ["c", "o"] || words.iter().any(|word| word.starts_with("klingel")) {
        return HomeSign::Doubt;
    }
    let is_known = |word: &String| {
        word.chars().count() < 2 || word.contains(|c: char| c.is_ascii_digit()) || WORDS.aside.contains(word)
    };
    if is_of_somebody(text) {
        return HomeSign::Home;
    }
    let is_near = WORDS.near.iter().any(|phrase| words.starts_with(phrase));
    if words.iter().all(is_known) || is_near || is_office(text) || is_street(text) {
        HomeSign::None
    } else {
        HomeSign::Doubt
    }
}

/// Whether a place is that of somebody: "im Garten von Beispiel".
fn is_of_somebody(text: &str) -> bool {
    [" von ", " v. "].iter().filter_map(|of| text.split_once(of)).any(|(_, host)| {
        let has_number = host.contains(|c: char| c.is_ascii_digit());
        host.starts_with(char::is_uppercase) && !has_number && !is_office(host) && !is_street(host)
    })
}

/// Whether a text is the name of a street or a place, by how such names end or begin.
pub(super) fn is_street(text: &str) -> bool {
    let all = words(text);
    let ends = |word: &String| WORDS.street.iter().any(|stem| word.ends_with(stem.as_str()));
    all.iter().any(ends) || all.len() > 1 && WORDS.street_start.contains(&all[0])
}

/// Whether a text is the name of a street by a word that is no family's: "Am Kanal", "Musterstraße". "Anna Berg" is none.
pub(super) fn is_plain_street(text: &str) -> bool {
    let words = words(text);
    let ends_so = |word: &String| WORDS.street_word.iter().any(|end| word.ends_with(end.as_str()));
    words.iter().any(ends_so) || words.len() > 1 && WORDS.street_start.contains(&words[0])
}

/// Whether a text is a word for streets by itself: of "Musterer Str." the second.
pub(super) fn is_street_word(text: &str) -> bool {
    WORDS.street_word.contains(&plain(text))
}

/// Whether a line says only how to get to the door: "Raum 112", "2. OG links".
pub(super) fn is_way_to_door(line: &str) -> bool {
    let words = words(line);
    let is_known = |word: &String| {
        word.chars().count() < 2 || word.contains(|c: char| c.is_ascii_digit()) || WORDS.aside.contains(word)
    };
    words.iter().all(is_known) && words.iter().any(|word| WORDS.aside.contains(word) && word.chars().count() > 1)
}

/// Whether a line says where a way begins: "ab Bahnhof 5 Min. zu Fuß".
pub(super) fn is_directions(line: &str) -> bool {
    let words = words(line);
    let is_distance = |word: &&String| word.chars().all(|c| c.is_ascii_digit()) || WORDS.distance.contains(word);
    let rest: Vec<String> = words.iter().skip_while(is_distance).cloned().collect();
    WORDS.from.iter().any(|phrase| rest.starts_with(phrase))
}

fn address_pieces(address: &str) -> impl Iterator<Item = &str> {
    address.split(['\n', ',', ';', '|', '(', ')', '[', ']']).map(str::trim).filter(|piece| !piece.is_empty())
}

fn is_home_piece(piece: &str) -> bool {
    let all = words(piece);
    holds(&all, &WORDS.home)
        || all.iter().any(|word| WORDS.beside.contains(word) || is_dwelling(word))
        || is_family(&all)
        || host_at(piece, &bare_words(piece), 0)
}

/// Whether a word ends like one for a dwelling; a home for the old is a public house.
fn is_dwelling(word: &str) -> bool {
    let is_nursing_home = WORDS.nursing.iter().any(|stem| word.starts_with(stem.as_str()));
    !is_nursing_home && WORDS.end.iter().any(|end| word.ends_with(end.as_str()))
}

/// "Familie Beispiel", and not "Haus der Familie".
fn is_family(words: &[String]) -> bool {
    let family = words.iter().position(|word| WORDS.family.contains(word));
    family.is_some_and(|at| at + 1 < words.len() && !is_office(&words[at + 1..].join(" ")))
}

/// Whether a text names a host anywhere: "Frauentreff bei Erika Beispiel", "… (bei Fam. Beispiel)".
pub(super) fn names_host(text: &str) -> bool {
    let spoken = bare_words(text);
    has_title(text) || (0..spoken.len()).any(|at| host_at(text, &spoken, at))
}

/// Whether the words of a text from one of them on say with whom letters are left: "c/o Erika Beispiel", "bei Frau
/// Beispiel".
fn host_at(text: &str, spoken: &[(std::ops::Range<usize>, String)], at: usize) -> bool {
    let behind = &spoken[at..];
    let begins = |phrase: &&Vec<String>| {
        behind.len() >= phrase.len() && phrase.iter().zip(behind).all(|(word, (_, spoken))| word == spoken)
    };
    let Some(phrase) = WORDS.host.iter().find(begins) else { return false };
    let Some((first, _)) = behind.get(phrase.len()) else { return false };
    // A name is short, and a text may be long.
    let end = behind.get(phrase.len() + LONGEST_HOST + 1).map_or(text.len(), |(next, _)| next.start);
    let host = text[first.start..end].trim();
    if has_title(host) || is_of_person(host) {
        return true;
    }
    let names: Vec<&str> = host.split_whitespace().take_while(|word| word.starts_with(char::is_uppercase)).collect();
    let is_name = (1..=LONGEST_HOST).contains(&names.len()) && !host.contains(|c: char| c.is_ascii_digit());
    !is_office(host) && (names_person(host) || is_name)
}

/// Whether a text holds the word of an association or an office, not only the name of a person.
pub(super) fn is_office(text: &str) -> bool {
    let is_of_office = |word: &String| {
        WORDS.office.iter().any(|stem| match stem.len() < SHORTEST_STEM {
            true => word.ends_with(stem.as_str()),
            false => word.contains(stem.as_str()),
        })
    };
    words(text).iter().any(is_of_office) || plain(text).ends_with("ev")
}

#[cfg(test)]
mod tests;
