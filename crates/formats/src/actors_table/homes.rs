//! Private homes among addresses: where somebody lives is not published with the entry of an association, nor is whose
//! home it is. One taken for a home too often is hidden, one not heard is published.

use std::sync::LazyLock;

use super::{
    columns::is_of_person,
    personal_contacts::{has_title, names_person},
    phrases::{cell_phrases, spoken_words},
    plain,
};

/// The most words of the name of a host.
const LONGEST_HOST: usize = 4;

/// The words of homes, bare.
struct HomeWords {
    /// Ways of saying that somebody lives there, word by word.
    home: Vec<Vec<String>>,
    /// Ways of saying so of the address of an entry, whatever stands beside them.
    address: Vec<Vec<String>>,
    /// Words that say so beside anything.
    beside: Vec<String>,
    /// Words in front of a host.
    host: Vec<Vec<String>>,
    family: Vec<String>,
    /// What the names of those hold that are no persons.
    office: Vec<String>,
}

static WORDS: LazyLock<HomeWords> = LazyLock::new(|| {
    let phrases = |meaning: &'static str| cell_phrases(meaning).map(words).collect::<Vec<Vec<String>>>();
    let of = |meaning: &'static str| cell_phrases(meaning).map(plain).collect::<Vec<String>>();
    HomeWords {
        home: phrases("home"),
        address: phrases("home-address"),
        beside: of("home-beside"),
        host: phrases("home-host"),
        family: of("home-family"),
        office: of("office-stem"),
    }
});

fn words(text: &str) -> Vec<String> {
    spoken_words(text).map(|(_, word)| plain(&word)).collect()
}

fn holds(words: &[String], phrases: &[Vec<String>]) -> bool {
    phrases.iter().any(|phrase| words.windows(phrase.len().max(1)).any(|part| part == phrase.as_slice()))
}

/// Whether the heading of an address says that it is a person's own: "Adresse (privat)", "Anschrift Vorsitz".
pub(super) fn is_home_heading(heading: &str) -> bool {
    let words = words(heading);
    words.iter().any(|word| word.starts_with("privat")) || holds(&words, &WORDS.home) || is_of_person(heading)
}

/// Whether an address is that of a home.
pub(super) fn is_home(address: &str) -> bool {
    address_pieces(address).any(is_home_piece)
}

/// Whether a remark says that people meet in a home, "bei Frau Beispiel zu Hause", or that an address is one.
pub(super) fn is_home_remark(text: &str) -> bool {
    text.split(['.', ';', '\n', '!']).any(|clause| {
        let words = words(clause);
        let is_met = words.iter().any(|word| word.starts_with("treff"))
            || holds(&words, &WORDS.host[..1])
            || words.iter().any(|word| WORDS.beside.contains(word));
        is_met && holds(&words, &WORDS.home) || holds(&words, &WORDS.address)
    })
}

/// What of a line of an address may be published, and what says whose home it is.
pub(super) fn split_host(line: &str) -> (Option<String>, Vec<String>) {
    let (mut open, mut hosts) = (Vec::new(), Vec::new());
    for piece in line.split(',').map(str::trim).filter(|piece| !piece.is_empty()) {
        let inside = piece.split_once('(').and_then(|(before, rest)| {
            let (inside, behind) = rest.split_once(')').unwrap_or((rest, ""));
            is_home_piece(inside).then(|| (format!("{} {}", before.trim(), behind.trim()), inside.to_owned()))
        });
        match inside {
            Some((rest, inside)) if !is_home_piece(&rest) => {
                hosts.push(inside);
                open.extend(Some(rest.trim().to_owned()).filter(|rest| !rest.is_empty()));
            }
            _ if is_home_piece(piece) => hosts.push(piece.to_owned()),
            _ => open.push(piece.to_owned()),
        }
    }
    ((!open.is_empty()).then(|| open.join(", ")), hosts)
}

fn address_pieces(address: &str) -> impl Iterator<Item = &str> {
    address.split(['\n', ',', ';', '|', '(', ')']).map(str::trim).filter(|piece| !piece.is_empty())
}

fn is_home_piece(piece: &str) -> bool {
    let all = words(piece);
    let family = all.iter().position(|word| WORDS.family.contains(word));
    // "Familie Beispiel", and not "Haus der Familie".
    let is_family = family.is_some_and(|at| at + 1 < all.len() && !is_office(piece));
    holds(&all, &WORDS.home) || all.iter().any(|word| WORDS.beside.contains(word)) || is_family || names_host(piece)
}

/// Whether a piece says with whom letters are left: "c/o Erika Beispiel", "bei Frau Beispiel".
fn names_host(piece: &str) -> bool {
    let spoken: Vec<(std::ops::Range<usize>, String)> =
        spoken_words(piece).map(|(range, word)| (range, plain(&word))).collect();
    let all: Vec<String> = spoken.iter().map(|(_, word)| word.clone()).collect();
    let Some(phrase) = WORDS.host.iter().find(|phrase| all.starts_with(phrase)) else { return false };
    let Some((first, _)) = spoken.get(phrase.len()) else { return false };
    let host = piece[first.start..].trim();
    if has_title(host) {
        return true;
    }
    let names: Vec<&str> = host.split_whitespace().take_while(|word| word.starts_with(char::is_uppercase)).collect();
    let is_name = (1..=LONGEST_HOST).contains(&names.len()) && !host.contains(|c: char| c.is_ascii_digit());
    !is_office(host) && (names_person(host) || is_name)
}

/// Whether a text holds the word of an association or an office, not only the name of a person.
pub(super) fn is_office(text: &str) -> bool {
    let bare = plain(text);
    WORDS.office.iter().any(|stem| bare.contains(stem.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn homes_are_known_by_their_words_and_by_whom_letters_are_left_with() {
        for home in [
            "bei Fam. Kaya (privat), Reichsstr. 9, 44651 Herne",
            "c/o Ali Kaya, Reichsstr. 9, 44651 Herne",
            "c/o Kaya, Reichsstr. 9",
            "Reichsstr. 9 (privat)",
            "Familie Erfunden, Weg 1",
            "bei Frau Muster, Weg 1",
            "Weg 1 (Privatwohnung)",
            "b. Erfunden, Weg 1",
            "Weg 1, Wohnung 3",
            "Whg. Erfunden, Weg 1",
            "Weg 1 (Elternhaus)",
            "Weg 1 (Wohnsitz des Vorsitzenden)",
        ] {
            assert!(is_home(home), "{home}");
        }
        for open in [
            "c/o Stadtteilbüro, Weg 1",
            "c/o Caritas Herne, Weg 1",
            "Haus der Familie, Weg 1",
            "bei der Kirche, Weg 1",
            "Familienzentrum, Weg 1",
            "Privatschulweg 3",
            "Weg 1, 44649 Herne (Wanne)",
            "Am Wohnpark 3",
        ] {
            assert!(!is_home(open), "{open}");
        }
        for heading in ["Adresse (privat)", "Straße (privat)", "Vereinsadresse (c/o Vorsitz)", "Anschrift Vorstand"] {
            assert!(is_home_heading(heading), "{heading}");
        }
        assert!(!is_home_heading("Vereinsadresse") && !is_home_heading("Straße und Nr."));
        assert!(is_home_remark("bei Frau Kaya zu Hause") && is_home_remark("Treffen in der Wohnung der Vorsitzenden"));
        for remark in [
            "Wohnadresse der Leiterin",
            "Meldeadresse",
            "Privatadr.",
            "trifft sich privat bei Tran",
            "wohnt dort selbst",
        ] {
            assert!(is_home_remark(remark), "{remark}");
        }
        assert!(!is_home_remark("Wir beraten auch zu Hause") && !is_home_remark("Anmeldung bei Frau Kaya"));
    }

    #[test]
    fn whose_home_it_is_does_not_stay_in_the_address() {
        for (line, open, hosts) in [
            ("c/o Ali Kaya", None, vec!["c/o Ali Kaya"]),
            ("Weg 1 (privat)", Some("Weg 1"), vec!["privat"]),
            ("bei Fam. Kaya (privat), Hinterhaus", Some("Hinterhaus"), vec!["bei Fam. Kaya (privat)"]),
            ("Hinterhaus", Some("Hinterhaus"), vec![]),
        ] {
            let (rest, found) = split_host(line);
            assert_eq!((rest.as_deref(), found), (open, hosts.into_iter().map(ToOwned::to_owned).collect()), "{line}");
        }
    }
}
