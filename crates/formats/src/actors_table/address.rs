//! Addresses as they stand in one cell, and postcodes.

mod venue;

use domain::text::latin_digits;
use messages::Message;

use super::homes::{is_directions, is_office, is_street, is_street_word, is_way_to_door};
pub(super) use venue::{has_digit, is_house_name, is_street_line, is_unnumbered_street};

/// An address taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct AddressParts {
    pub(super) street: Option<String>,
    pub(super) postcode: Option<String>,
    pub(super) city: Option<String>,
    pub(super) extra: Option<String>,
    /// The name of a district.
    pub(super) district: Option<String>,
    /// What is said to be a part of the town and is the name of no district.
    pub(super) part_of_town: Option<String>,
    /// What stands where the postcode ought to, with too few digits or too many.
    pub(super) wrong_postcode: Option<String>,
}

/// A longer text is the name of no place, in bytes.
const LONGEST_PLACE: usize = 200;

/// What tells the names of districts and of towns in an address from other words.
pub(super) struct PlaceNames<'a> {
    pub(super) is_district: &'a dyn Fn(&str) -> bool,
    pub(super) is_town: &'a dyn Fn(&str) -> bool,
}

impl PlaceNames<'_> {
    /// Of "Herne OT Sodingen" and "Herne-Sodingen" the town and the district.
    fn split_town(&self, text: &str) -> Option<(String, String)> {
        if text.len() > LONGEST_PLACE || (self.is_town)(text) {
            return None;
        }
        let separators = text.char_indices().filter(|(_, c)| c.is_whitespace() || "-–/,(".contains(*c));
        separators.into_iter().find_map(|(at, _)| {
            let town = text[..at].trim();
            let is_sign = |c: char| c.is_whitespace() || "-–/,()".contains(c);
            let district = text[at..].trim_matches(is_sign);
            ((self.is_town)(town) && (self.is_district)(district)).then(|| (town.to_owned(), district.to_owned()))
        })
    }

    /// Of "Herne OT Baukau" and "Herne / Crange" the town, and the part of it that is the name of no district.
    fn split_part_of_town(&self, text: &str) -> Option<(String, String)> {
        if text.len() > LONGEST_PLACE || (self.is_town)(text) {
            return None;
        }
        let signs = ["/", " OT ", " Ortsteil ", " Stadtteil ", " - ", " – "];
        signs.into_iter().find_map(|sign| {
            let (town, part) = text.split_once(sign)?;
            let part = part.trim();
            ((self.is_town)(town.trim()) && !part.is_empty()).then(|| (town.trim().to_owned(), part.to_owned()))
        })
    }

    /// The town and the district that a text is, where it is nothing else: "Herne", "in Wanne", "Herne-Sodingen".
    fn read(&self, text: &str) -> Option<(Option<String>, Option<String>)> {
        let bare = text.trim().strip_prefix("in ").unwrap_or(text).trim();
        if bare.len() > LONGEST_PLACE {
            return None;
        }
        if (self.is_town)(bare) {
            return Some((Some(bare.to_owned()), None));
        }
        if (self.is_district)(bare) {
            return Some((None, Some(bare.to_owned())));
        }
        self.split_town(bare).map(|(town, district)| (Some(town), Some(district)))
    }
}

impl AddressParts {
    /// The parts with what is the name of a town or a district taken out of the others: "44649 Herne (Wanne)", "Wanne" in a
    /// line of its own, "Musterstr. 1 Herne". A town of the name of a district stays one.
    pub(super) fn with_places(mut self, places: &PlaceNames<'_>) -> Self {
        if let Some((town, inside)) = self.city.as_deref().and_then(|city| city.trim_end_matches(')').split_once('(')) {
            let (town, inside) = (town.trim().to_owned(), inside.trim().to_owned());
            if (places.is_district)(&inside) {
                self.district = Some(inside);
                self.city = Some(town).filter(|town| !town.is_empty());
            } else if (places.is_town)(&town) && places.split_part_of_town(&inside).is_none() {
                self.city = Some(town);
                let known = self.extra.take().into_iter().chain([inside]);
                self.extra = Some(known.collect::<Vec<_>>().join(", "));
            }
        }
        if let Some((town, district)) = self.city.as_deref().and_then(|city| places.split_town(city)) {
            self.city = Some(town);
            self.district.get_or_insert(district);
        }
        // Letters are sent to a part of a town by its name alone: "44649 Wanne".
        if self.district.is_none()
            && let Some(city) =
                self.city.as_deref().filter(|city| (places.is_district)(city) && !(places.is_town)(city))
        {
            self.district = Some(city.to_owned());
        }
        if self.district.is_none()
            && let Some((town, part)) = self.city.as_deref().and_then(|city| places.split_part_of_town(city))
        {
            self.city = Some(town);
            self.part_of_town = Some(part);
        }
        // A line that is nothing but a place.
        if let Some(found) = self.street.as_deref().and_then(|street| places.read(street))
            && self.take_place(found)
        {
            self.street = None;
        }
        let mut others: Vec<String> = Vec::new();
        for part in self.extra.take().iter().flat_map(|extra| extra.split(", ")) {
            if !places.read(part).is_some_and(|found| self.take_place(found)) {
                others.push(part.to_owned());
            }
        }
        self.extra = (!others.is_empty()).then(|| others.join(", "));
        if self.street.is_none() && self.postcode.is_some() {
            // What was taken for something beside the street is the street.
            self.street = self.extra.take_if(|extra| !extra.to_lowercase().starts_with("c/o"));
        }
        self.split_street(places);
        self
    }

    /// Takes a place where there is room for it; whether there was.
    fn take_place(&mut self, (town, district): (Option<String>, Option<String>)) -> bool {
        if town.is_some() && self.city.is_some() && self.city != town {
            return false;
        }
        self.city = self.city.take().or(town);
        if let Some(district) = district {
            self.district.get_or_insert(district);
        }
        true
    }

    /// Of "Musterstr. 1 a Herne" the street, and the place behind the number of the house.
    fn split_street(&mut self, places: &PlaceNames<'_>) {
        let Some(street) = &self.street else { return };
        let words: Vec<(usize, &str)> = word_starts(street);
        let Some(number) = words.iter().rposition(|(_, word)| word.starts_with(|c: char| c.is_ascii_digit())) else {
            return;
        };
        for (at, _) in words.into_iter().skip(number + 1) {
            let (before, behind) = (&street[..at], &street[at..]);
            if let Some(found) = places.read(behind.trim()) {
                let before = before.to_owned();
                if self.take_place(found) {
                    self.street = Some(before.trim_end_matches([',', '-', '–', '/']).trim().to_owned());
                }
                return;
            }
        }
    }
}

/// The words of a text, with where they begin.
fn word_starts(text: &str) -> Vec<(usize, &str)> {
    let mut end = 0;
    let mut start = |word: &str| {
        let at = text[end..].find(word).map_or(end, |at| end + at);
        end = at + word.len();
        at
    };
    text.split_whitespace().map(|word| (start(word), word)).collect()
}

/// A postcode without what is written around it; what is wrong with it where it is none.
pub(super) fn read_postcode(text: &str) -> Result<String, Message> {
    let text = text.trim();
    let bare = ["D-", "D ", "DE-"].iter().find_map(|prefix| text.strip_prefix(prefix)).unwrap_or(text);
    let joined: String = latin_digits(bare).chars().filter(|c| !c.is_whitespace()).collect();
    // Of "44649-" the dash stands before a town that is not there.
    let joined = joined.trim_matches(['-', '–', ',', ';', ':', '.', '/']).to_owned();
    // A number that its sheet shows with decimals.
    let joined = joined
        .split_once([',', '.'])
        .filter(|(_, rest)| rest.chars().all(|c| c == '0'))
        .map_or(joined.clone(), |(whole, _)| whole.to_owned());
    let is_number = joined.chars().all(|c| c.is_ascii_digit());
    match (is_number, joined.len()) {
        (true, 5) => Ok(joined),
        (true, count) => Err(Message::new("table-postcode-digits").quote("given", text).with("count", count)),
        (false, 5) if joined.chars().all(|c| c.is_ascii_digit() || "OoIl".contains(c)) => {
            Err(Message::new("table-postcode-letter").quote("given", text))
        }
        // Other countries write letters.
        (false, _) => Ok(text.to_owned()),
    }
}

/// Takes "44649 Herne" apart.
pub(super) fn read_town(text: &str) -> AddressParts {
    let text = join_postcode(text.trim().trim_matches(',').trim());
    match find_postcode(&text) {
        Some((at, end)) => {
            let city = format!("{} {}", without_country(&text[..at]), text[end..].trim());
            let city = city.trim().trim_matches([',', '-', '–', '/']).trim();
            AddressParts {
                postcode: Some(text[at..end].to_owned()),
                city: (!city.is_empty()).then(|| city.to_owned()),
                ..AddressParts::default()
            }
        }
        None => AddressParts { city: (!text.is_empty()).then_some(text), ..AddressParts::default() },
    }
}

/// Takes "c/o Stadtteilbüro, Beispielweg 33, 44649 Herne" apart.
pub(super) fn read_address(text: &str) -> AddressParts {
    let text = &text.replace('[', "(").replace(']', ")");
    let mut parts = AddressParts::default();
    let (mut left, mut asides) = (Vec::new(), Vec::new());
    for line in address_lines(text) {
        let line = join_postcode(line);
        match find_postcode(&line) {
            Some((at, _)) if parts.postcode.is_none() => {
                let before = without_country(&line[..at]).trim_end_matches([',', '-', '–', '/']).trim();
                let town = read_town(&line[at..]);
                (parts.postcode, parts.city) = (town.postcode, town.city);
                if !before.is_empty() {
                    left.push(before.to_owned());
                }
            }
            _ => match wrong_postcode(&line).filter(|_| parts.wrong_postcode.is_none()) {
                Some((code, city)) => (parts.wrong_postcode, parts.city) = (Some(code), Some(city)),
                None => match split_aside(&line) {
                    Some((line, aside)) => {
                        left.push(line);
                        asides.push(aside);
                    }
                    None => left.push(line),
                },
            },
        }
    }
    if parts.postcode.is_some() {
        parts.wrong_postcode = None;
    }
    let left: Vec<&str> = left.iter().map(String::as_str).filter(|line| !line.is_empty()).collect();
    split_street(&left, &mut parts);
    let extra: Vec<String> = parts.extra.take().into_iter().chain(asides).filter(|text| !text.is_empty()).collect();
    parts.extra = (!extra.is_empty()).then(|| extra.join(", "));
    parts
}

/// Of "4462 Herne" what is no postcode, and the town behind it.
fn wrong_postcode(line: &str) -> Option<(String, String)> {
    let (code, city) = line.trim().split_once(' ')?;
    let is_number = code.chars().all(|c| c.is_ascii_digit()) && matches!(code.len(), 4 | 6);
    let is_town = city.trim().starts_with(char::is_uppercase) && !city.contains(|c: char| c.is_ascii_digit());
    (is_number && is_town).then(|| (code.to_owned(), city.trim().to_owned()))
}

/// A line without what stands in parentheses in front of the street, or holds signs that separate: "Am Kanal (Garten, Tor
/// 3)".
fn split_aside(line: &str) -> Option<(String, String)> {
    let (before, rest) = line.split_once('(')?;
    let (inside, behind) = rest.split_once(')')?;
    // "Musterstr. (Hinterhof) 12"
    let is_between = !has_digit(before) && has_digit(behind);
    let is_aside = before.trim().is_empty() || is_between || inside.contains([',', ';', '|', '\n']);
    is_aside.then(|| (format!("{} {}", before.trim(), behind.trim()).trim().to_owned(), inside.trim().to_owned()))
}

/// The parts of a text between signs that stand outside of parentheses; between all of them where these do not match.
fn split_outside_parentheses<'t>(text: &'t str, signs: &[char]) -> Vec<&'t str> {
    let is_balanced = text.matches('(').count() == text.matches(')').count();
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, sign) in text.char_indices() {
        match sign {
            '(' if is_balanced => depth += 1,
            ')' if is_balanced => depth = depth.saturating_sub(1),
            _ if depth == 0 && signs.contains(&sign) => {
                parts.push(&text[start..at]);
                start = at + sign.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

/// The lines of an address, also where signs between spaces stand for their breaks. That of "Musterstr. 12 - 14" is one of
/// house numbers.
fn address_lines(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    for line in split_outside_parentheses(text, &['\n', ',', ';', '|']).into_iter().map(str::trim) {
        let mut start = 0;
        let signs = line.char_indices().filter(|(at, c)| {
            let end = at + c.len_utf8();
            "-–/".contains(*c) && line[..*at].ends_with(' ') && line[end..].starts_with(' ')
        });
        for (at, sign) in signs {
            let behind = line[at + sign.len_utf8()..].trim_start();
            let is_postcode = find_postcode(&join_postcode(behind)).is_some_and(|(first, _)| first < 4);
            if is_postcode || behind.starts_with(char::is_alphabetic) {
                lines.push(line[start..at].trim());
                start = at + sign.len_utf8();
            }
        }
        lines.push(line[start..].trim());
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// What stands before a postcode without the sign of the country.
fn without_country(before: &str) -> &str {
    let before = before.trim();
    if ["D", "DE", "d", "de"].contains(&before) {
        return "";
    }
    let bare = ["DE-", "D-"].iter().find_map(|sign| before.strip_suffix(sign)).unwrap_or(before);
    bare.trim()
}

/// A line that begins with a postcode in two parts with it in one: "44 627 Herne".
fn join_postcode(line: &str) -> String {
    let start = ["D-", "D "].iter().find(|sign| line.starts_with(**sign)).map_or(0, |sign| sign.len());
    let parts: Vec<&str> = line[start..].splitn(3, ' ').collect();
    match parts.as_slice() {
        [one, other, rest]
            if one.len() == 2
                && other.len() == 3
                && one.chars().chain(other.chars()).all(|c| c.is_ascii_digit())
                && rest.starts_with(char::is_alphabetic) =>
        {
            format!("{one}{other} {rest}")
        }
        _ => line.to_owned(),
    }
}

fn split_street(lines: &[&str], parts: &mut AddressParts) {
    let is_care_of = |line: &str| line.to_lowercase().starts_with("c/o");
    let is_aside = |line: &str| is_care_of(line) || is_way_to_door(line) || is_letter_box(line) || is_directions(line);
    let is_house = |line: &str| has_digit(line) && !is_aside(line);
    let street = lines.iter().position(|line| is_house(line) && is_street(line));
    let street = street.or_else(|| lines.iter().position(|line| is_house(line) && !is_office(line)));
    let street = street.or_else(|| lines.iter().position(|line| is_unnumbered_street(line)));
    let street = street.or_else(|| lines.iter().position(|line| is_house(line)));
    let street = street.or_else(|| lines.iter().position(|line| !is_care_of(line) && !is_letter_box(line)));
    let street = street.or(lines.first().map(|_| 0));
    let others: Vec<&str> =
        lines.iter().enumerate().filter(|(at, _)| Some(*at) != street).map(|(_, line)| *line).collect();
    let (house, street) = street.map(|at| split_house(lines[at])).unzip();
    parts.street = street.map(ToOwned::to_owned);
    let others: Vec<&str> = house.into_iter().flatten().chain(others).collect();
    parts.extra = (!others.is_empty()).then(|| others.join(", "));
}

/// Whether letters are left there and nobody meets.
fn is_letter_box(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default().to_lowercase();
    first.starts_with("postfach") || first == "pf"
}

/// Of "Turnhalle Musterstr. 18" the house, and its street with the number.
fn split_house(line: &str) -> (Option<&str>, &str) {
    let words = word_starts(line);
    let number = words.iter().position(|(_, word)| word.starts_with(|c: char| c.is_ascii_digit()));
    let Some(number) = number.filter(|number| *number > 1) else { return (None, line) };
    // "Musterer Str." is two words, "Musterstr." is one.
    let last = words[number - 1].1;
    let first = number - if is_street_word(last) { 2 } else { 1 };
    if first == 0 || !is_street(last) || is_street(words[0].1) || !is_office(words[0].1) {
        return (None, line);
    }
    let (house, street) = line.split_at(words[first].0);
    (Some(house.trim()), street)
}

/// Where five digits stand that are a postcode, a space within them forgiven.
pub(super) fn find_postcode(text: &str) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    (0..bytes.len()).find_map(|at| {
        let ends = (at..at + 5).all(is_digit) && !is_digit(at + 5);
        (ends && (at == 0 || !is_digit(at - 1))).then_some((at, at + 5))
    })
}

#[cfg(test)]
mod tests;
