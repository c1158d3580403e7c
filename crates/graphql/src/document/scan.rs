//! A look at a query's text. Before it is parsed: how many tokens it has and how deep its brackets
//! go. The parser recurses once or more per bracket, so depth is bounded here, on a flat loop. And
//! after, for what the parsed document no longer shows: fields that stand twice in one input object.

use std::collections::HashMap;

use async_graphql::Pos;

use crate::{
    limits::{Limit, Limits},
    request_error::RequestError,
};

/// Counts tokens and bracket depth by the lexical grammar (GraphQL specification, section 2.1);
/// text outside that grammar is left to the parser to refuse.
///
/// # Errors
/// A [`RequestError`] as soon as a limit is passed.
pub(crate) fn check_text(query: &str, limits: &Limits) -> Result<(), RequestError> {
    let over =
        |limit, found: usize, allowed: usize| Err(RequestError::limit(limit, found as u64, allowed as u64, None));
    if query.len() > limits.query_bytes {
        return over(Limit::QueryBytes, query.len(), limits.query_bytes);
    }
    let (mut tokens, mut depth) = (0_usize, 0_usize);
    for (_, token) in Tokens::of(query) {
        tokens += 1;
        if tokens > limits.tokens {
            return over(Limit::Tokens, tokens, limits.tokens);
        }
        match token {
            b"{" | b"[" | b"(" => {
                depth += 1;
                if depth > limits.nesting {
                    return over(Limit::Nesting, depth, limits.nesting);
                }
            }
            b"}" | b"]" | b")" => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    Ok(())
}

/// Refuses an input object that has a field twice (GraphQL specification, section 5.6.3), in a text
/// that the parser has taken. The parser keeps the last of equal fields, so it has to be seen here.
///
/// # Errors
/// A [`RequestError`] that names the field and shows both places.
pub(crate) fn check_unique_fields(query: &str) -> Result<(), RequestError> {
    // Brackets inside parentheses hold input objects, all others selections.
    let (mut open, mut parentheses) = (Vec::new(), 0_usize);
    let mut before: (usize, &[u8]) = (0, b"");
    for (at, token) in Tokens::of(query) {
        match token {
            b"(" => parentheses += 1,
            b")" => parentheses = parentheses.saturating_sub(1),
            b"{" => open.push((parentheses > 0).then(HashMap::new)),
            b"}" => drop(open.pop()),
            b":" => {
                let (at, name) = before;
                if let Some(Some(fields)) = open.last_mut()
                    && let Some(first) = fields.insert(name, at)
                {
                    let name = String::from_utf8_lossy(name);
                    let message = format!("the field {name:?} stands twice in one input object; allowed is once");
                    return Err(RequestError::conflict(message, vec![position(query, first), position(query, at)]));
                }
            }
            _ => {}
        }
        before = (at, token);
    }
    Ok(())
}

/// The place of a byte, as the parser counts lines and columns.
fn position(query: &str, at: usize) -> Pos {
    let before = &query[..at];
    let line = before.rsplit('\n').next().unwrap_or(before);
    Pos { line: before.matches('\n').count() + 1, column: line.chars().count() + 1 }
}

/// The tokens of a text with the places where they begin.
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn of(query: &'a str) -> Self {
        Self { bytes: query.as_bytes(), at: 0 }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = (usize, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let at = self.at;
            let rest = self.bytes.get(at..)?;
            let length = match *rest.first()? {
                b' ' | b'\t' | b'\r' | b'\n' | b',' => {
                    self.at += 1;
                    continue;
                }
                b'#' => {
                    self.at += length_until(rest, |byte| byte == b'\n' || byte == b'\r');
                    continue;
                }
                b'"' => string_length(rest),
                b'.' if rest.starts_with(b"...") => 3,
                byte if is_word(byte) => length_until(rest, |byte| !is_word(byte)),
                _ => 1,
            };
            // A string that ends in the middle of an escape would end behind the text.
            let length = length.min(rest.len());
            self.at += length;
            return Some((at, &rest[..length]));
        }
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-' || byte == b'+' || byte >= 0x80
}

fn length_until(bytes: &[u8], ends: impl Fn(u8) -> bool) -> usize {
    bytes.iter().position(|byte| ends(*byte)).unwrap_or(bytes.len())
}

fn string_length(bytes: &[u8]) -> usize {
    let block = bytes.starts_with(b"\"\"\"");
    let mut at = if block { 3 } else { 1 };
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if block => at += if bytes[at..].starts_with(b"\\\"\"\"") { 4 } else { 1 },
            b'\\' => at += 2,
            b'"' if !block => return at + 1,
            b'"' if bytes[at..].starts_with(b"\"\"\"") => return at + 3,
            b'\n' | b'\r' if !block => return at,
            _ => at += 1,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits(tokens: usize, nesting: usize) -> Limits {
        Limits { tokens, nesting, ..Limits::default() }
    }

    #[test]
    fn tokens_are_counted_as_the_grammar_has_them() {
        let query =
            "query A($b: [Int!] = [1, -2]) { c(d: \"e # f { \\\" \", g: \"\"\"h \" \\\"\"\" i\"\"\") # j { {\n ...k }";
        assert_eq!(check_text(query, &limits(29, 9)), Ok(()));
        assert!(check_text(query, &limits(28, 9)).is_err());
    }

    #[test]
    fn depth_counts_every_kind_of_bracket_and_none_in_strings_or_comments() {
        assert_eq!(check_text("{ a(b: [{ c: 1 }]) \"{{{{\" # {{{{ \n }", &limits(99, 4)), Ok(()));
        assert!(check_text("{ a(b: [{ c: [1] }]) }", &limits(99, 4)).is_err());
    }

    #[test]
    fn a_field_stands_once_in_an_object_and_as_often_as_one_likes_outside() {
        for query in [
            "{ a(b: {c: 1, d: {c: 2}}, e: [{c: 1}, {c: 2}], f: {c: g, h: c}) { c: d c: d } }",
            "query($a: T = {c: 1, d: \"c: c:\"}, $c: T = {c: 1}) { b(c: $c, d: {c: $c}) @x(c: {c: 1}) }",
        ] {
            assert_eq!(check_unique_fields(query), Ok(()), "{query}");
        }
        let twice = check_unique_fields("{ a(b:\n [{ä: 1, c: {d: 2}, c: 3}]) }").expect_err("twice");
        let body = String::from_utf8(twice.body()).expect("JSON");
        assert!(body.contains(r#"[{"line":2,"column":10},{"line":2,"column":21}]"#), "{body}");
        assert!(check_unique_fields("query($a: T = {c: 1, c: 1}) { b }").is_err());
    }

    #[test]
    fn ten_thousand_levels_are_refused_without_recursion() {
        let query = "{a".repeat(10_000);
        let refusal = check_text(&query, &Limits::default()).expect_err("too deep");
        assert!(String::from_utf8(refusal.body()).expect("JSON").contains("LIMIT_NESTING"));
    }
}
