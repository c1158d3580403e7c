//! Escapes of strings that the parser does not know: `\u{1F30D}`, and two `\u` that make one character together
//! (GraphQL specification of September 2025, section 2.9.4).

use std::borrow::Cow;

use super::scan::Tokens;

/// The same text with such escapes written as the parser reads them. Wrong ones stay for it to refuse.
pub(super) fn rewrite_escapes(query: &str) -> Cow<'_, str> {
    let is_plain = |text: &[u8]| text.starts_with(b"\"") && !text.starts_with(b"\"\"\"");
    let strings = Tokens::of(query).filter(|(_, token)| is_plain(token));
    let (mut text, mut copied) = (String::new(), 0);
    for (start, token) in strings {
        let mut at = start;
        while at < start + token.len() {
            if query.as_bytes()[at] != b'\\' {
                at += 1;
                continue;
            }
            let Some((character, length)) = long_escape(&query[at..]) else {
                // The backslash, and what it stands before.
                at += 2;
                continue;
            };
            text.push_str(&query[copied..at]);
            match u32::from(character) {
                code @ ..=0xffff => text.push_str(&format!("\\u{code:04x}")),
                _ => text.push(character),
            }
            at += length;
            copied = at;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(query);
    }
    text.push_str(&query[copied..]);
    Cow::Owned(text)
}

/// The character of an escape that the parser does not know, and how many bytes it takes.
fn long_escape(text: &str) -> Option<(char, usize)> {
    let escape = text.strip_prefix("\\u")?;
    if let Some(braces) = escape.strip_prefix('{') {
        let digits = &braces[..braces.find('}')?];
        let code = hexadecimal(digits, 1..=8)?;
        return Some((char::from_u32(code)?, "\\u{}".len() + digits.len()));
    }
    let unit = |text: &str| Some(u16::try_from(hexadecimal(text.get(..4)?, 4..=4)?).unwrap_or_default());
    let (first, second) = (unit(escape)?, unit(escape.get(4..)?.strip_prefix("\\u")?)?);
    let is_pair = (0xd800..0xdc00).contains(&first) && (0xdc00..0xe000).contains(&second);
    let character = char::decode_utf16([first, second]).next()?.ok()?;
    is_pair.then_some((character, "\\ud83c\\udf0d".len()))
}

fn hexadecimal(digits: &str, length: std::ops::RangeInclusive<usize>) -> Option<u32> {
    let is_hexadecimal = length.contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    is_hexadecimal.then(|| u32::from_str_radix(digits, 16).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_escapes_become_characters_in_strings_and_nowhere_else() {
        for (query, read) in [
            (r#"{ a(b: "\u{1F30D} \u{e4}\uD83C\uDF0D") }"#, "{ a(b: \"🌍 \\u00e4🌍\") }"),
            (r#"{ a(b: "\u{22}\u{000A}") }"#, r#"{ a(b: "\u0022\u000a") }"#),
            (r#"{ a(b: "\\u{41}", c: """\u{41}""") # \u{41}"#, r#"{ a(b: "\\u{41}", c: """\u{41}""") # \u{41}"#),
            (r#""\u{110000} \u{} \u{d800} \u{1F30D \ud83c \ud83c\u0041 \u00e4\u00e4 \"#, ""),
        ] {
            assert_eq!(rewrite_escapes(query), if read.is_empty() { query } else { read });
        }
    }
}
