//! Streets without their numbers, and the names of the houses that stand beside them: "Gesundheitsamt, Rathausstr.".

use std::sync::LazyLock;

use crate::actors_table::{
    homes::{is_directions, is_office, is_street, is_way_to_door},
    phrases::{cell_phrases, spoken_words},
    plain,
};

/// What names of streets are by their last word, or end with, bare.
static STREET_WORDS: LazyLock<Vec<String>> = LazyLock::new(|| cell_phrases("street-word").map(plain).collect());
/// What names of streets begin with that are no names of houses.
static STREET_PREPOSITIONS: LazyLock<Vec<&str>> = LazyLock::new(|| cell_phrases("street-preposition").collect());

/// Whether a line is the name of a street although no number stands there: "Rathausstr.", "Am Stadtgarten", "Forellstr. o.
/// Nr.".
pub(in crate::actors_table) fn is_unnumbered_street(line: &str) -> bool {
    if has_digit(line) || is_inside(line) || is_directions(line) {
        return false;
    }
    let ends_so = |word: &String| STREET_WORDS.iter().any(|end| word.ends_with(end.as_str()));
    if spoken_words(line).map(|(_, word)| plain(&word)).any(|word| ends_so(&word)) {
        return true;
    }
    let Some((first, rest)) = line.trim().split_once(' ') else { return false };
    // "Im Rathaus" is a house, "Am Rathaus" a street, "Im Keller" neither.
    STREET_PREPOSITIONS.contains(&first) && (first != "Im" || !is_office(rest))
}

/// Whether a line is that of a street, with its number or without.
pub(in crate::actors_table) fn is_street_line(line: &str) -> bool {
    if is_inside(line) || is_directions(line) {
        return false;
    }
    let is_house = has_digit(line) && (is_street(line) || !is_office(line));
    is_house || is_unnumbered_street(line) || is_street(line) && !is_office(line)
}

/// Whether a line leads to a door within a house: "Raum 112", "im Keller".
fn is_inside(line: &str) -> bool {
    let behind = line.trim().split_once(' ').map(|(_, rest)| rest).filter(|rest| !has_digit(rest));
    is_way_to_door(line) || behind.is_some_and(is_way_to_door)
}

/// Whether a line calls a house by its name and not by its street: "Gesundheitsamt", "Turnhalle 2".
pub(in crate::actors_table) fn is_house_name(line: &str) -> bool {
    !is_unnumbered_street(line) && (!has_digit(line) || is_office(line) && !is_street(line))
}

pub(in crate::actors_table) fn has_digit(line: &str) -> bool {
    line.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streets_without_numbers_are_told_from_houses() {
        for street in
            ["Rathausstr.", "Am Stadtgarten", "Forellstr. o. Nr.", "Berliner Platz", "Am Rathaus", "Bochumer Straße"]
        {
            assert!(is_unnumbered_street(street) && !is_house_name(street), "{street}");
        }
        for house in ["Gesundheitsamt", "Im Rathaus", "Haus Crange", "St. Anna Hospital", "Bürgerpark", "Turnhalle 2"]
        {
            assert!(!is_unnumbered_street(house) && is_house_name(house), "{house}");
        }
        for neither in ["Im Keller", "Raum 112", "2. OG links", "ab Bahnhof 5 Min. zu Fuß"] {
            assert!(!is_unnumbered_street(neither) && !is_street_line(neither), "{neither}");
        }
    }
}
