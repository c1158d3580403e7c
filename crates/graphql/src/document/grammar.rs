//! What the grammar allows and the parser does not know: something between a type and its exclamation mark, and
//! descriptions of operations, fragments and variables (GraphQL specification of September 2025, sections 2.10 and 2.12).
//! Everything else stays at its place, so that refusals name the right one.

use std::borrow::Cow;

use super::scan::Tokens;

/// The same text as the parser reads it. What is wrong stays for it to refuse.
pub(super) fn rewrite_grammar(query: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(query);
    let (mut braces, mut parentheses, mut brackets) = (0_usize, 0_usize, 0_usize);
    let (mut before, mut last): (&[u8], (usize, &[u8])) = (b"", (0, b""));
    for (at, token) in Tokens::of(query) {
        let (start, previous) = last;
        let end = start + previous.len();
        let in_variables = braces == 0 && parentheses > 0;
        if token == b"!" && in_variables && end < at && is_type_end(previous) {
            let gap = &query[end..at];
            text.to_mut().replace_range(end..=at, &format!("!{gap}"));
        }
        let is_description = match token {
            b"query" | b"mutation" | b"subscription" | b"fragment" => {
                braces == 0 && parentheses == 0 && matches!(before, b"" | b"}")
            }
            // What stands behind an equals sign is a value.
            b"$" => braces == 0 && parentheses == 1 && brackets == 0 && before != b"=" && before != b":",
            _ => false,
        };
        if is_description && previous.starts_with(b"\"") {
            let blank: String = query[start..end].chars().map(blank).collect();
            text.to_mut().replace_range(start..end, &blank);
        }
        match token {
            b"{" => braces += 1,
            b"}" => braces = braces.saturating_sub(1),
            b"(" => parentheses += 1,
            b")" => parentheses = parentheses.saturating_sub(1),
            b"[" => brackets += 1,
            b"]" => brackets = brackets.saturating_sub(1),
            _ => {}
        }
        (before, last) = (previous, (at, token));
    }
    text
}

/// Whether a type may end with a token.
fn is_type_end(token: &[u8]) -> bool {
    token == b"]" || token.first().is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'_')
}

/// What stands in the place of a character that is not read: lines stay lines.
fn blank(character: char) -> char {
    if character == '\n' || character == '\r' { character } else { ' ' }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_parser_does_not_know_is_written_as_it_does() {
        for (query, read) in [
            ("query($a: Int !, $b: [Int\n!] ! = [1]) { c }", "query($a: Int! , $b: [Int!\n]!  = [1]) { c }"),
            ("query($a: Int , # a !\n ! ) { c }", "query($a: Int! , # a !\n  ) { c }"),
            (
                "\"a\" query A { b } \"\"\"c\nd\"\"\" fragment E on F { g }",
                "    query A { b }     \n     fragment E on F { g }",
            ),
            ("query A(\"b\" $b: Int \"ü\" $c: Int) { d }", "query A(    $b: Int     $c: Int) { d }"),
            ("query A($b: C = \"d\" $e: [C] = [\"f\" $g]) { h(i: \"j\") }", ""),
            ("{ a(b: \"c\" $d: 1) \"query\" query ! }", ""),
            ("\"a\" { b }", ""),
        ] {
            assert_eq!(rewrite_grammar(query), if read.is_empty() { query } else { read }, "{query}");
        }
    }
}
