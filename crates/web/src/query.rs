//! Query parts of addresses.

use url::form_urlencoded;

/// The first value of a parameter in the query part of an address, if it says something.
pub(crate) fn parameter(query: &str, name: &str) -> Option<String> {
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let (_, value) = pairs.find(|(known, value)| known == name && !value.trim().is_empty())?;
    Some(value.trim().to_owned())
}
