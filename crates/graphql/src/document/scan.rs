//! A look at a query's text before it is parsed: how many tokens it has and how deep its brackets
//! go. The parser recurses once or more per bracket, so depth is bounded here, on a flat loop.

use crate::{
    limits::{Limit, Limits},
    refusal::Refusal,
};

/// Counts tokens and bracket depth by the lexical grammar (GraphQL specification, section 2.1);
/// text outside that grammar is left to the parser to refuse.
///
/// # Errors
/// A [`Refusal`] as soon as a limit is passed.
pub(crate) fn check_text(query: &str, limits: &Limits) -> Result<(), Refusal> {
    let over = |limit, found: usize, allowed: usize| Err(Refusal::limit(limit, found as u64, allowed as u64, None));
    if query.len() > limits.query_bytes {
        return over(Limit::QueryBytes, query.len(), limits.query_bytes);
    }
    let bytes = query.as_bytes();
    let (mut at, mut tokens, mut depth) = (0, 0_usize, 0_usize);
    while let Some(&byte) = bytes.get(at) {
        let length = match byte {
            b' ' | b'\t' | b'\r' | b'\n' | b',' => {
                at += 1;
                continue;
            }
            b'#' => {
                at += length_until(&bytes[at..], |byte| byte == b'\n' || byte == b'\r');
                continue;
            }
            b'{' | b'[' | b'(' => {
                depth += 1;
                if depth > limits.nesting {
                    return over(Limit::Nesting, depth, limits.nesting);
                }
                1
            }
            b'}' | b']' | b')' => {
                depth = depth.saturating_sub(1);
                1
            }
            b'"' => string_length(&bytes[at..]),
            b'.' if bytes[at..].starts_with(b"...") => 3,
            _ if is_word(byte) => length_until(&bytes[at..], |byte| !is_word(byte)),
            _ => 1,
        };
        at += length;
        tokens += 1;
        if tokens > limits.tokens {
            return over(Limit::Tokens, tokens, limits.tokens);
        }
    }
    Ok(())
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
    fn ten_thousand_levels_are_refused_without_recursion() {
        let query = "{a".repeat(10_000);
        let refusal = check_text(&query, &Limits::default()).expect_err("too deep");
        assert!(String::from_utf8(refusal.body()).expect("JSON").contains("LIMIT_NESTING"));
    }
}
