//! What the grammar allows and the parser does not know: something between a type and its exclamation mark, and
//! descriptions of operations, fragments and variables (GraphQL specification of September 2025, sections 2.10 and 2.12).
//! Everything else stays at its place, so that refusals name the right one.

use std::borrow::Cow;

use super::scan::Tokens;

/// The same text as the parser reads it. What is wrong stays for it to refuse.
pub(super) fn rewrite_grammar(query: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(query);
    let (mut braces, mut parentheses) = (0_usize, 0_usize);
    let (mut before, mut last): (&[u8], (usize, &[u8])) = (b"", (0, b""));
    // The type that is being read, while one is.
    let mut declared: Option<DeclaredType> = None;
    for (at, token) in Tokens::of(query) {
        let (start, previous) = last;
        let in_variables = braces == 0 && parentheses == 1;
        if let Some(ty) = &mut declared
            && !ty.takes(at, token)
        {
            ty.close_gaps(query, &mut text);
            declared = None;
        }
        let is_description = match token {
            b"query" | b"mutation" | b"subscription" | b"fragment" => {
                braces == 0 && parentheses == 0 && matches!(before, b"" | b"}")
            }
            // What stands behind an equals sign is a value, and so is what a list holds.
            b"$" => in_variables && !matches!(before, b"=" | b":" | b"["),
            _ => false,
        };
        if is_description && previous.starts_with(b"\"") {
            let end = start + previous.len();
            let blank: String = query[start..end].chars().map(blank).collect();
            text.to_mut().replace_range(start..end, &blank);
        }
        match token {
            b"{" => braces += 1,
            b"}" => braces = braces.saturating_sub(1),
            b"(" => parentheses += 1,
            b")" => parentheses = parentheses.saturating_sub(1),
            b":" if in_variables => declared = Some(DeclaredType::behind(at)),
            _ => {}
        }
        (before, last) = (previous, (at, token));
    }
    text
}

/// Where the type of a variable stands.
struct DeclaredType {
    start: usize,
    end: usize,
    is_named: bool,
}

impl DeclaredType {
    /// Of the type behind a colon.
    const fn behind(colon: usize) -> Self {
        Self { start: colon + 1, end: colon + 1, is_named: false }
    }

    /// Takes a token that goes on with it, if this one does; two names are two things.
    fn takes(&mut self, at: usize, token: &[u8]) -> bool {
        let is_name = token.first().is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'_');
        let is_first_name = is_name && !self.is_named;
        let is_taken = is_first_name || matches!(token, b"[" | b"]" | b"!");
        if is_taken {
            (self.is_named, self.end) = (self.is_named || is_name, at + token.len());
        }
        is_taken
    }

    /// Puts its tokens together, and what stood between them behind.
    fn close_gaps(&self, query: &str, text: &mut Cow<'_, str>) {
        let written = &query[self.start..self.end];
        let mut tokens = String::with_capacity(written.len());
        let (mut gaps, mut end) = (String::new(), 0);
        for (at, token) in Tokens::of(written) {
            // What stands in front of a type may stay there.
            if !tokens.is_empty() {
                gaps.push_str(&written[end..at]);
            } else {
                tokens.push_str(&written[..at]);
            }
            tokens.push_str(&written[at..at + token.len()]);
            end = at + token.len();
        }
        if !gaps.is_empty() {
            tokens.push_str(&gaps);
            text.to_mut().replace_range(self.start..self.end, &tokens);
        }
    }
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
            ("query($a: Int !, $b: [ Int\n!] ! = [1]) { c }", "query($a: Int! , $b: [Int!]! \n  = [1]) { c }"),
            (
                "query($a: [[Int] ] @x(y: [ 1 ]), $b:\n[ C ]) { d }",
                "query($a: [[Int]]  @x(y: [ 1 ]), $b:\n[C]  ) { d }",
            ),
            ("query($a: Int , # a !\n ! ) { c }", "query($a: Int! , # a !\n  ) { c }"),
            (
                "\"a\" query A { b } \"\"\"c\nd\"\"\" fragment E on F { g }",
                "    query A { b }     \n     fragment E on F { g }",
            ),
            ("query A(\"b\" $b: Int \"ü\" $c: Int) { d }", "query A(    $b: Int     $c: Int) { d }"),
            ("query A($b: C = \"d\" $e: [C] = [\"f\" $g]) { h(i: \"j\") }", ""),
            ("query A($b: Boo lean) { c }", ""),
            ("{ a(b: \"c\" $d: 1) \"query\" query ! }", ""),
            ("\"a\" { b }", ""),
        ] {
            assert_eq!(rewrite_grammar(query), if read.is_empty() { query } else { read }, "{query}");
        }
    }
}
