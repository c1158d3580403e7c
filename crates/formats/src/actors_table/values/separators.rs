//! Where the values of a cell part.

use super::MOST_VALUES;

/// The parts of a text between separators.
pub(super) fn split<'t>(text: &'t str, separators: &[&'static str]) -> Vec<&'t str> {
    let mut parts = vec![text];
    for separator in separators {
        parts = parts.into_iter().flat_map(|part| split_once_each(part, separator)).take(MOST_VALUES).collect();
    }
    join_hanging(text, parts).into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// The parts of a text between separators that stand outside of parentheses: "Kurdisch (Kurmandschi, Sorani), Deutsch".
pub(super) fn split_outside_parentheses<'t>(text: &'t str, separators: &[&'static str]) -> Vec<&'t str> {
    let is_balanced = text.matches('(').count() == text.matches(')').count();
    if !is_balanced {
        return split(text, separators);
    }
    let (mut joined, mut start, mut end) = (Vec::new(), 0, 0);
    for part in split(text, separators) {
        let at = text[end..].find(part).map_or(end, |found| end + found);
        let is_inside = text[start..end].matches('(').count() > text[start..end].matches(')').count();
        if end > 0 && !is_inside {
            joined.push(text[start..end].trim());
            start = at;
        }
        end = at + part.len();
    }
    joined.push(text[start..end].trim());
    joined
}

/// The parts of a text, each that ends with a hyphen with the one behind it: "Ehe- und Lebensberatung" is one value.
fn join_hanging<'t>(text: &'t str, parts: Vec<&'t str>) -> Vec<&'t str> {
    let mut joined: Vec<(usize, usize)> = Vec::with_capacity(parts.len());
    let mut at = 0;
    for part in parts {
        let start = text[at..].find(part).map_or(at, |found| at + found);
        at = start + part.len();
        match joined.last_mut() {
            Some((first, end)) if is_hanging(&text[*first..*end]) => *end = at,
            _ => joined.push((start, at)),
        }
    }
    joined.into_iter().map(|(start, end)| &text[start..end]).collect()
}

fn is_hanging(part: &str) -> bool {
    part.trim_end().strip_suffix('-').is_some_and(|word| word.ends_with(char::is_alphabetic))
}

/// The parts of a text between one separator. The plus of "60+" is none.
fn split_once_each<'t>(text: &'t str, separator: &str) -> Vec<&'t str> {
    let (mut parts, mut start) = (Vec::new(), 0);
    for (at, found) in text.match_indices(separator) {
        let is_of_number = found == "+"
            && text[..at].ends_with(|c: char| c.is_ascii_digit())
            && !text[at + 1..].trim_start().starts_with(char::is_alphanumeric);
        if !is_of_number {
            parts.push(&text[start..at]);
            start = at + found.len();
        }
    }
    parts.push(&text[start..]);
    parts
}
