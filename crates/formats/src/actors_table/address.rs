//! Addresses as they stand in one cell, and postcodes.

use domain::text::latin_digits;

/// An address taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct AddressParts {
    pub(super) street: Option<String>,
    pub(super) postcode: Option<String>,
    pub(super) city: Option<String>,
    pub(super) extra: Option<String>,
    /// The name of a district.
    pub(super) district: Option<String>,
}

impl AddressParts {
    /// The parts with what is the name of a district taken out of the others: "44649 Herne (Wanne)", "Wanne" in a line of
    /// its own. A town of the name of a district stays one.
    pub(super) fn with_districts(mut self, is_district: impl Fn(&str) -> bool) -> Self {
        if let Some((town, inside)) = self.city.as_deref().and_then(|city| city.trim_end_matches(')').split_once('(')) {
            let (town, inside) = (town.trim().to_owned(), inside.trim().to_owned());
            if is_district(&inside) {
                self.district = Some(inside);
                self.city = Some(town).filter(|town| !town.is_empty());
            }
        }
        if let Some(street) = self.street.take_if(|street| self.postcode.is_some() && is_district(street)) {
            self.district.get_or_insert(street);
        }
        if let Some(extra) = self.extra.take() {
            let (districts, others): (Vec<&str>, Vec<&str>) = extra.split(", ").partition(|part| is_district(part));
            if let Some(district) = districts.first() {
                self.district.get_or_insert_with(|| (*district).to_owned());
            }
            self.extra = (!others.is_empty()).then(|| others.join(", "));
        }
        if self.street.is_none() && self.postcode.is_some() {
            // What was taken for something beside the street is the street.
            self.street = self.extra.take_if(|extra| !extra.to_lowercase().starts_with("c/o"));
        }
        self
    }
}

/// A postcode without what is written around it; what is wrong with it where it is none.
pub(super) fn read_postcode(text: &str) -> Result<String, (String, String)> {
    let text = text.trim();
    let bare = ["D-", "D ", "DE-"].iter().find_map(|prefix| text.strip_prefix(prefix)).unwrap_or(text);
    let joined: String = latin_digits(bare).chars().filter(|c| !c.is_whitespace()).collect();
    // A number that its sheet shows with decimals.
    let joined = joined
        .split_once([',', '.'])
        .filter(|(_, rest)| rest.chars().all(|c| c == '0'))
        .map_or(joined.clone(), |(whole, _)| whole.to_owned());
    let is_number = joined.chars().all(|c| c.is_ascii_digit());
    match (is_number, joined.len()) {
        (true, 5) => Ok(joined),
        (true, count) => Err((
            format!("{text:?} hat {count} Ziffern: erlaubt sind 5"),
            format!("{text:?} has {count} digits: allowed are 5"),
        )),
        // Other countries write letters.
        (false, _) => Ok(text.to_owned()),
    }
}

/// Takes "44649 Herne" apart.
pub(super) fn read_town(text: &str) -> AddressParts {
    let text = text.trim().trim_matches(',').trim();
    match find_postcode(text) {
        Some((at, end)) => {
            let city = format!("{} {}", text[..at].trim().trim_end_matches("D-").trim(), text[end..].trim());
            let city = city.trim().trim_matches([',', '-']).trim();
            AddressParts {
                postcode: Some(text[at..end].to_owned()),
                city: (!city.is_empty()).then(|| city.to_owned()),
                ..AddressParts::default()
            }
        }
        None => AddressParts { city: (!text.is_empty()).then(|| text.to_owned()), ..AddressParts::default() },
    }
}

/// Takes "c/o Stadtteilbüro, Beispielweg 33, 44649 Herne" apart.
pub(super) fn read_address(text: &str) -> AddressParts {
    let lines: Vec<&str> = text.split(['\n', ',', ';']).map(str::trim).filter(|line| !line.is_empty()).collect();
    let mut parts = AddressParts::default();
    let mut left = Vec::new();
    for line in lines {
        match find_postcode(line) {
            Some((at, _)) if parts.postcode.is_none() => {
                let before = line[..at].trim().trim_end_matches("D-").trim();
                let town = read_town(&line[at..]);
                (parts.postcode, parts.city) = (town.postcode, town.city);
                if !before.is_empty() {
                    left.push(before);
                }
            }
            _ => left.push(line),
        }
    }
    split_street(&left, &mut parts);
    parts
}

/// Of "c/o Stadtteilbüro, Beispielweg 33" the street, and what helps to find the door.
pub(super) fn read_street(text: &str) -> AddressParts {
    let lines: Vec<&str> = text.split(['\n', ',', ';']).map(str::trim).filter(|line| !line.is_empty()).collect();
    let mut parts = AddressParts::default();
    split_street(&lines, &mut parts);
    parts
}

fn split_street(lines: &[&str], parts: &mut AddressParts) {
    let has_number = |line: &str| line.contains(|c: char| c.is_ascii_digit());
    let is_care_of = |line: &str| line.to_lowercase().starts_with("c/o");
    let street = lines.iter().position(|line| has_number(line) && !is_care_of(line));
    let street = street.or_else(|| lines.iter().position(|line| !is_care_of(line))).or(lines.first().map(|_| 0));
    let others: Vec<&str> =
        lines.iter().enumerate().filter(|(at, _)| Some(*at) != street).map(|(_, line)| *line).collect();
    parts.street = street.map(|at| lines[at].to_owned());
    parts.extra = (!others.is_empty()).then(|| others.join(", "));
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
mod tests {
    use super::*;

    fn parts(street: &str, postcode: &str, city: &str, extra: &str) -> AddressParts {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        AddressParts {
            street: some(street),
            postcode: some(postcode),
            city: some(city),
            extra: some(extra),
            district: None,
        }
    }

    #[test]
    fn addresses_in_one_cell_are_taken_apart() {
        assert_eq!(read_address("Beispielweg 33, 44649 Herne"), parts("Beispielweg 33", "44649", "Herne", ""));
        assert_eq!(
            read_address("c/o Büro, Beispielweg 3\n44649 Herne"),
            parts("Beispielweg 3", "44649", "Herne", "c/o Büro")
        );
        assert_eq!(read_address("Beispielweg 33 44649 Herne"), parts("Beispielweg 33", "44649", "Herne", ""));
        assert_eq!(
            read_street("c/o Stadtteilbüro, Entwurfgasse 37"),
            parts("Entwurfgasse 37", "", "", "c/o Stadtteilbüro")
        );
        assert_eq!(read_street("Postfach 10 20 30"), parts("Postfach 10 20 30", "", "", ""));
        assert_eq!(read_town("44649 Herne"), parts("", "44649", "Herne", ""));
        assert_eq!(read_town("D-44649 Herne"), parts("", "44649", "Herne", ""));
    }

    #[test]
    fn the_district_of_an_address_is_no_street_and_no_town() {
        let read = |text: &str| {
            let found = read_address(text).with_districts(|name| ["Wanne", "OT Wanne"].contains(&name));
            (found.street, found.city, found.extra, found.district)
        };
        let some = |text: &str| Some(text.to_owned());
        for text in [
            "Hauptstr. 12, 44649 Herne (Wanne)",
            "Hauptstr. 12, Wanne, 44649 Herne",
            "Wanne, Hauptstr. 12, 44649 Herne",
            "Hauptstr. 12, 44649 Herne, Wanne",
        ] {
            assert_eq!(read(text), (some("Hauptstr. 12"), some("Herne"), None, some("Wanne")), "{text}");
        }
        assert_eq!(read("44649 Herne, Wanne"), (None, some("Herne"), None, some("Wanne")));
        assert_eq!(read("44649 Herne (OT Wanne)"), (None, some("Herne"), None, some("OT Wanne")));
        assert_eq!(read("Am Markt, 44649 Herne"), (some("Am Markt"), some("Herne"), None, None));
        assert_eq!(read("44649 Herne (Hinterhof)").1, some("Herne (Hinterhof)"));
        assert_eq!(read("44649 Wanne"), (None, some("Wanne"), None, None));
    }

    #[test]
    fn postcodes_have_five_digits_or_letters() {
        assert_eq!(read_postcode("44 653").as_deref(), Ok("44653"));
        assert_eq!(read_postcode("01067").as_deref(), Ok("01067"));
        assert_eq!(read_postcode("44649,0").as_deref(), Ok("44649"));
        assert_eq!(read_postcode("٤٤٦٤٩").as_deref(), Ok("44649"));
        assert_eq!(read_postcode("1234 AB").as_deref(), Ok("1234 AB"));
        assert!(read_postcode("4465").is_err_and(|(german, _)| german.contains("4 Ziffern")));
    }
}
