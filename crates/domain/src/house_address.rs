//! The address of a house as a key: what "Hauptstr. 12 a" and "Hauptstraße 12A" have in common.

use crate::{geography::Position, text::fold};

/// A street and a house number, written in one way.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct HouseAddress {
    /// The street without spaces, dots and hyphens; "str" for every spelling of "Straße".
    pub street: String,
    /// The number with its letter, such as `12a`.
    pub number: String,
}

impl HouseAddress {
    /// The key of a street and a number that stand apart; `None` without letters or without a number.
    pub fn new(street: &str, number: &str) -> Option<Self> {
        let (street, number) = (street_key(street), number_key(number)?);
        (!street.is_empty()).then_some(Self { street, number })
    }

    /// The key of a line as people write it: the street, then the number. Of several numbers
    /// ("12-14", "12/14", "12 + 14") the first. `None` where the line names no house.
    pub fn from_line(line: &str) -> Option<Self> {
        // The number begins at the last digit that follows something else than a digit and, up to there, is
        // followed by letters only in a place that belongs to it: "Straße des 17. Juni 135", "Hauptstr.12 a".
        let starts = line
            .char_indices()
            .filter(|(at, c)| c.is_ascii_digit() && !line[..*at].ends_with(|before: char| before.is_ascii_digit()));
        let at = starts.map(|(at, _)| at).find(|at| *at > 0 && is_number(&line[*at..]))?;
        Self::new(&line[..at], &line[at..])
    }
}

/// Where a house stands, as an address file has it.
#[derive(Clone, Debug, PartialEq)]
pub struct AddressPoint {
    /// Which house.
    pub address: HouseAddress,
    /// Its postcode, where the file has one.
    pub postcode: Option<String>,
    /// Its town, where the file has one.
    pub city: Option<String>,
    /// Where it stands.
    pub position: Position,
}

impl AddressPoint {
    /// Whether a postcode and a town may be those of the house: what either side leaves out may be.
    pub fn agrees_with(&self, postcode: Option<&str>, city: Option<&str>) -> bool {
        let agrees = |own: &Option<String>, given: Option<&str>, is_same: fn(&str, &str) -> bool| match (own, given) {
            (Some(own), Some(given)) => is_same(own, given),
            _ => true,
        };
        agrees(&self.postcode, postcode, |own, given| street_key(own) == street_key(given))
            && agrees(&self.city, city, is_same_town)
    }
}

/// What offices put in front of the name of a town, or behind it, folded.
const TOWN_WORDS: [&str; 12] = [
    "stadt",
    "gemeinde",
    "kreisfreie",
    "kreisfrei",
    "landeshauptstadt",
    "hansestadt",
    "markt",
    "gmd",
    "krfr",
    "marktgemeinde",
    "universitaetsstadt",
    "bundesstadt",
];

/// Whether two names are of one town: "Herne", "Herne, Stadt", "Stadt Herne", "Herne (Westf.)". Where both say which of
/// several it is, they say the same: Halle (Saale) is not Halle (Westf.).
fn is_same_town(one: &str, other: &str) -> bool {
    let ((name, which), (other_name, other_which)) = (town_key(one), town_key(other));
    name == other_name && (which.is_empty() || other_which.is_empty() || is_short_for(&which, &other_which))
}

/// Westf. and Westfalen.
fn is_short_for(one: &str, other: &str) -> bool {
    one.starts_with(other) || other.starts_with(one)
}

/// The name of a town, and which of several it is.
fn town_key(town: &str) -> (String, String) {
    let (name, which) = town.split_once(['(', ',']).unwrap_or((town, ""));
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).map(fold).filter(|word| !word.is_empty());
        words.collect()
    };
    let (all, which) = (words(name), words(which));
    let bare: Vec<String> = all.iter().filter(|word| !TOWN_WORDS.contains(&word.as_str())).cloned().collect();
    let which: String = which.into_iter().filter(|word| !TOWN_WORDS.contains(&word.as_str())).collect();
    (if bare.is_empty() { all.concat() } else { bare.concat() }, which)
}

/// Entries of one house that lie further apart are not one, metres.
const ONE_HOUSE: f64 = 150.0;

/// Where the one house stands that agrees with a postcode and a town; `None` where none or several do.
pub fn locate(points: &[AddressPoint], postcode: Option<&str>, city: Option<&str>) -> Option<Position> {
    let mut agreeing = points.iter().filter(|point| point.agrees_with(postcode, city)).map(|point| point.position);
    let first = agreeing.next()?;
    agreeing.all(|other| first.distance_metres(other) <= ONE_HOUSE).then_some(first)
}

/// Whether everything from here on is a house number, or several.
fn is_number(text: &str) -> bool {
    text.split(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '/' | '+' | ',' | '&'))
        .filter(|part| !part.is_empty())
        .all(|part| {
            let letters = part.trim_start_matches(|c: char| c.is_ascii_digit());
            letters.chars().count() <= 1 && letters.chars().all(char::is_alphabetic)
        })
}

/// The first number of a text with the letter behind it.
fn number_key(text: &str) -> Option<String> {
    let text = fold(text);
    let text = text.trim();
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let number = digits.trim_start_matches('0');
    if number.is_empty() {
        return None;
    }
    let mut rest = text[digits.len()..].trim_start().chars();
    let letter =
        rest.next().filter(char::is_ascii_lowercase).filter(|_| rest.next().is_none_or(|next| !next.is_alphanumeric()));
    Some(format!("{number}{}", letter.map(String::from).unwrap_or_default()))
}

fn street_key(text: &str) -> String {
    let folded: String = fold(text).chars().filter(|c| c.is_alphanumeric()).collect();
    folded.replace("strasse", "str")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Option<(String, String)> {
        HouseAddress::from_line(text).map(|address| (address.street, address.number))
    }

    #[test]
    fn spellings_of_one_house_have_one_key() {
        for text in [
            "Musterstraße 12a",
            "Musterstr. 12 a",
            "Musterstr.12A",
            "MUSTERSTRASSE 12 A",
            "Muster-Straße 012a",
            "Muster Str. 12a-14",
            "Musterstr. 12 a / 14",
            "Musterstraße  12a, 14",
        ] {
            assert_eq!(line(text), Some(("musterstr".to_owned(), "12a".to_owned())), "{text}");
        }
        assert_eq!(line("Straße des 17. Juni 135"), Some(("strdes17juni".to_owned(), "135".to_owned())));
        assert_eq!(line("Röhlinghauser Straße 3"), line("Roehlinghauser Str. 3"));
        assert_eq!(HouseAddress::new("Musterstraße", "0012").map(|it| it.number), Some("12".to_owned()));
    }

    #[test]
    fn a_house_is_placed_where_only_one_agrees() {
        let point = |postcode: &str, longitude: f64| AddressPoint {
            address: HouseAddress::from_line("Musterstr. 1").expect("a house"),
            postcode: Some(postcode.to_owned()),
            city: None,
            position: Position::new(longitude, 51.53).expect("a position"),
        };
        let points = [point("44649", 7.15), point("44649", 7.1501), point("44623", 7.25)];
        assert_eq!(
            locate(&points, Some("44649"), Some("Herne")),
            Some(points[0].position),
            "two entrances of one house"
        );
        assert_eq!(locate(&points, None, None), None, "which of two towns is not told");
        assert_eq!(locate(&points, Some("44651"), None), None);
    }

    #[test]
    fn a_town_is_the_same_however_offices_write_it() {
        for other in ["Herne, Stadt", "Stadt Herne", "Herne (Westf.)", "HERNE", "Herne, krfr. Stadt", "Herne (Stadt)"] {
            assert!(is_same_town("Herne", other) && is_same_town(other, "Herne"), "{other}");
        }
        assert!(is_same_town("Herne (Westf.)", "Herne, Westfalen"));
        for (one, other) in
            [("Herne", "Bochum"), ("Halle (Saale)", "Halle (Westf.)"), ("Stadt", "Herne"), ("Markt", "Herne")]
        {
            assert!(!is_same_town(one, other), "{one} {other}");
        }
    }

    #[test]
    fn what_names_no_house_has_no_key() {
        for text in
            ["", "Musterstraße", "12", "Platz der 1000 Linden", "Musterstr. 0", "Musterstraße 12 Hinterhaus", "12 a"]
        {
            assert_eq!(line(text), None, "{text}");
        }
    }
}
