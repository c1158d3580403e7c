//! Names, numbers, addresses and houses as they are compared: whatever their case, spaces and abbreviations.

use std::hash::{DefaultHasher, Hash, Hasher};

use domain::house_address::HouseAddress;

/// Further digits of a telephone number depend on how its area is written.
const PHONE_DIGITS: usize = 8;

/// Whether two names are the same as they are written, apart from case and spaces. Another legal form, or another way to
/// write it, is another name.
pub fn is_same_name(one: &str, other: &str) -> bool {
    hash_name(one) == hash_name(other)
}

/// The hash of a name, whatever its case and spaces.
pub(crate) fn hash_name(name: &str) -> u64 {
    let letters = name.split_whitespace().flat_map(str::chars).flat_map(char::to_lowercase);
    hash(letters.collect::<String>())
}

pub(crate) fn hash(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

pub(crate) fn hash_folded(text: &str) -> u64 {
    hash(domain::text::fold(text).split_whitespace().collect::<String>())
}

/// Whether two telephone numbers are one, however they are written.
pub(crate) fn is_same_phone(one: &str, other: &str) -> bool {
    hash_phone(one) == hash_phone(other)
}

/// Whether two lines name one house, however its street is abbreviated.
pub(crate) fn is_same_street(one: &str, other: &str) -> bool {
    hash_street(one) == hash_street(other)
}

pub(crate) fn hash_phone(phone: &str) -> u64 {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    hash(&digits[digits.len().saturating_sub(PHONE_DIGITS)..])
}

pub(crate) fn hash_website(address: &str) -> u64 {
    let (_, bare) = address.split_once("://").unwrap_or(("", address));
    hash_folded(bare.trim_start_matches("www.").trim_end_matches('/'))
}

/// A house, however its street is abbreviated.
pub(crate) fn hash_street(street: &str) -> u64 {
    HouseAddress::from_line(street).map_or_else(|| hash_folded(street), hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_same_apart_from_case_and_spaces_and_another_legal_form_is_another_name() {
        assert!(is_same_name("Café Öz  e. V.", "CAFÉ ÖZ e.V."));
        for other in ["Café Öz", "Café Öz eV", "Café Öz gUG", "Cafe Öz e. V."] {
            assert!(!is_same_name("Café Öz e. V.", other), "{other}");
        }
    }
}
