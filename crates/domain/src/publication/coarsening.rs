//! How a place is made coarser before the public sees it: a position on a grid instead of the door,
//! a street without its number.

use smol_str::SmolStr;

use crate::{Address, DistrictId, Gazetteer, Position};

/// Steps of the street grid in one degree: 0.001 degrees are 111 m from south to north everywhere,
/// and 69 m from west to east at 51.5 degrees north.
const STEPS_PER_DEGREE: f64 = 1_000.0;

/// Words that announce a number and say nothing without it.
const ANNOUNCE_A_NUMBER: &[&str] = &["nr", "no", "hausnummer", "hausnr", "haus"];

/// Months by which streets are called: "Straße des 17. Juni" has no house number.
const MONTHS: &[&str] = &[
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

/// The place on the street grid that stands for `position`, which lies in `district`.
///
/// It is the nearest of the four around the position that lies in the same district, so that the
/// public place and the public district agree and a published place published again stays where it
/// is. Where none does, which takes a district narrower than the grid, it is the nearest one.
pub(super) fn to_street_grid(position: Position, district: Option<DistrictId>, gazetteer: &Gazetteer) -> Position {
    let mut around: Vec<Position> = steps_around(position.longitude())
        .into_iter()
        .flat_map(|longitude| steps_around(position.latitude()).map(|latitude| (longitude, latitude)))
        .filter_map(|(longitude, latitude)| Position::new(longitude, latitude).ok())
        .collect();
    around.sort_by(|a, b| a.distance_metres(position).total_cmp(&b.distance_metres(position)));
    let same = around.iter().find(|place| gazetteer.district_at(**place) == district);
    // Whole degrees are steps, so the edges of the earth are on the grid and some place always is.
    same.or(around.first()).copied().unwrap_or(position)
}

/// The steps of the grid on both sides of a number of degrees; twice the same for one that is a step.
fn steps_around(degrees: f64) -> [f64; 2] {
    let steps = degrees * STEPS_PER_DEGREE;
    let nearest = steps.round();
    // A published number comes back from a file a little beside its step.
    if (steps - nearest).abs() < 1e-6 {
        return [nearest / STEPS_PER_DEGREE; 2];
    }
    [steps.floor() / STEPS_PER_DEGREE, steps.ceil() / STEPS_PER_DEGREE]
}

/// Takes the house number out of an address, and what helps to find the door.
pub(super) fn drop_house_number(address: &mut Address) {
    address.street = address.street.as_deref().and_then(street_alone).map(SmolStr::from);
    address.extra = None;
}

/// Takes the street out of an address.
pub(super) fn drop_street(address: &mut Address) {
    address.street = None;
    address.extra = None;
}

/// The name of a street in "Beispielweg 12 a", "Platz des 20. Juli 3" or "12, Beispielweg"; `None` when no
/// name is left. Everything from the number on goes: what follows one ("Hinterhaus 2") leads to a
/// door as well. In doubt a part of the name is lost rather than a number kept.
fn street_alone(street: &str) -> Option<String> {
    let street = street.trim();
    // A number that stands first stands before the name, as in French.
    let name = match street.starts_with(char::is_numeric) && !is_ordinal(street, true) {
        true => street.split_once([' ', ',']).map_or("", |(_, name)| name.trim_start_matches([' ', ','])),
        false => street,
    };
    let mut end = name.len();
    let mut in_number = false;
    for (at, letter) in name.char_indices() {
        let starts = letter.is_numeric() && !in_number;
        in_number = letter.is_numeric();
        if starts && !is_ordinal(&name[at..], at == 0) {
            end = at;
            break;
        }
    }
    let mut words: Vec<&str> = name[..end].split_whitespace().collect();
    if end < name.len() {
        let announces = |word: &str| {
            let word = word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
            word.is_empty() || ANNOUNCE_A_NUMBER.contains(&word.as_str())
        };
        while words.last().is_some_and(|word| announces(word)) {
            words.pop();
        }
    }
    let name = words.join(" ");
    let name = name.trim_end_matches([',', ';', '/', '-', '#', '(']).trim_end();
    // A single letter is what is left of a number such as "12 a".
    (name.chars().filter(|c| c.is_alphabetic()).count() > 1).then(|| name.to_owned())
}

/// Whether the text begins with a number that belongs to a name: "17. Juni", and at the start of a
/// street's name any "2. Querweg".
fn is_ordinal(text: &str, starts_the_name: bool) -> bool {
    let Some(rest) = text.trim_start_matches(char::is_numeric).strip_prefix('.') else { return false };
    let next = rest.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    if starts_the_name { next.chars().count() >= 2 } else { MONTHS.contains(&next) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_street_keeps_its_name_and_loses_its_number_however_it_is_written() {
        for (street, name) in [
            ("Beispielweg 12", Some("Beispielweg")),
            ("Beispielweg 12a", Some("Beispielweg")),
            ("Beispielweg 12 a", Some("Beispielweg")),
            ("Beispielweg 12-14, Hinterhaus 3", Some("Beispielweg")),
            ("Beispielstr.12", Some("Beispielstr.")),
            ("Beispielweg, Nr. 5", Some("Beispielweg")),
            ("Beispielweg Haus 5", Some("Beispielweg")),
            ("12, rue du Modèle", Some("rue du Modèle")),
            ("Am Beispielkamp 7 / 2. OG", Some("Am Beispielkamp")),
            ("Straße des 17. Juni 135", Some("Straße des 17. Juni")),
            ("Platz des 20. Juli", Some("Platz des 20. Juli")),
            ("2. Querweg 9", Some("2. Querweg")),
            ("Beispielweg ١٢", Some("Beispielweg")),
            ("Beispielweg", Some("Beispielweg")),
            ("Alte Beispiel-Straße", Some("Alte Beispiel-Straße")),
            ("12", None),
            ("12 a", None),
            ("", None),
        ] {
            assert_eq!(street_alone(street).as_deref(), name, "{street:?}");
        }
    }

    #[test]
    fn a_place_on_the_grid_stays_there() {
        let nowhere = Gazetteer::default();
        let position = Position::new(7.123_456, 51.543_21).expect("position");
        let once = to_street_grid(position, None, &nowhere);
        assert_eq!((once.longitude(), once.latitude()), (7.123, 51.543));
        assert_eq!(to_street_grid(once, None, &nowhere), once);
        let corner = Position::new(180.0, -90.0).expect("position");
        assert_eq!(to_street_grid(corner, None, &nowhere), corner);
        let beside = Position::new(179.999_9, 0.000_4).expect("position");
        assert_eq!(to_street_grid(beside, None, &nowhere), Position::new(180.0, 0.0).expect("position"));
    }
}
