//! Addresses as they stand in one cell, and postcodes.

/// An address taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct AddressParts {
    pub(super) street: Option<String>,
    pub(super) postcode: Option<String>,
    pub(super) city: Option<String>,
    pub(super) extra: Option<String>,
}

/// A postcode without what is written around it; what is wrong with it where it is none.
pub(super) fn read_postcode(text: &str) -> Result<String, (String, String)> {
    let text = text.trim();
    let bare = ["D-", "D ", "DE-"].iter().find_map(|prefix| text.strip_prefix(prefix)).unwrap_or(text);
    let joined: String = bare.chars().filter(|c| !c.is_whitespace()).collect();
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
fn find_postcode(text: &str) -> Option<(usize, usize)> {
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
        AddressParts { street: some(street), postcode: some(postcode), city: some(city), extra: some(extra) }
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
    fn postcodes_have_five_digits_or_letters() {
        assert_eq!(read_postcode("44 653").as_deref(), Ok("44653"));
        assert_eq!(read_postcode("01067").as_deref(), Ok("01067"));
        assert_eq!(read_postcode("1234 AB").as_deref(), Ok("1234 AB"));
        assert!(read_postcode("4465").is_err_and(|(german, _)| german.contains("4 Ziffern")));
    }
}
