//! Texts whose characters are written in another way: percent-encoding (RFC 3986, section 2.1), character
//! references of HTML (HTML Standard, section 13.5) and escapes of JSON (RFC 8259, section 7).
//!
//! One step over the text, in which each escape becomes at most one character.

use std::ops::Range;

use unicode_normalization::char::compose;

/// The references by name that stand in addresses and in names of people here.
const NAMED: &[(&str, char)] = &[
    ("commat", '@'),
    ("period", '.'),
    ("lowbar", '_'),
    ("hyphen", '-'),
    ("dash", '-'),
    ("plus", '+'),
    ("sol", '/'),
    ("nbsp", ' '),
    ("shy", '\u{ad}'),
    ("szlig", 'ß'),
    ("inodot", 'ı'),
];

/// What the references of letters with a mark end in, and the mark.
const MARKS: &[(&str, char)] = &[
    ("acute", '\u{301}'),
    ("grave", '\u{300}'),
    ("circ", '\u{302}'),
    ("tilde", '\u{303}'),
    ("uml", '\u{308}'),
    ("cedil", '\u{327}'),
    ("caron", '\u{30c}'),
    ("ring", '\u{30a}'),
    ("breve", '\u{306}'),
    ("macr", '\u{304}'),
    ("ogon", '\u{328}'),
    ("dblac", '\u{30b}'),
    ("dot", '\u{307}'),
    ("strok", '\u{335}'),
    ("slash", '\u{338}'),
];

/// A text without escapes, and where in the original everything stands.
#[derive(Debug)]
pub(super) struct Unescaped {
    pub(super) text: String,
    /// Behind each escape: the place in this text and the same in the original.
    behind: Vec<(usize, usize)>,
}

impl Unescaped {
    /// Reads a text; `None` where nothing in it is escaped.
    pub(super) fn read(original: &str) -> Option<Self> {
        let mut unescaped = Self { text: String::new(), behind: Vec::new() };
        let mut end = 0;
        while let Some(next) = original[end..].find(['%', '&', '\\']) {
            let start = end + next;
            unescaped.text.push_str(&original[end..start]);
            let rest = &original[start..];
            match percent(rest).or_else(|| reference(rest)).or_else(|| json(rest)) {
                Some((c, length)) => {
                    unescaped.text.push(c);
                    end = start + length;
                    unescaped.behind.push((unescaped.text.len(), end));
                }
                None => {
                    unescaped.text.push_str(&original[start..=start]);
                    end = start + 1;
                }
            }
        }
        unescaped.text.push_str(&original[end..]);
        (!unescaped.behind.is_empty()).then_some(unescaped)
    }

    /// Where in the original a stretch of this text stands.
    pub(super) fn place_in_original(&self, range: &Range<usize>) -> Range<usize> {
        self.original(range.start)..self.original(range.end)
    }

    fn original(&self, at: usize) -> usize {
        let before = self.behind.partition_point(|(here, _)| *here <= at);
        let (here, there) = before.checked_sub(1).map_or((0, 0), |last| self.behind[last]);
        there + (at - here)
    }
}

/// A character at the beginning in percent-encoding, as many bytes as UTF-8 has for it.
fn percent(text: &str) -> Option<(char, usize)> {
    let byte = |number: usize| {
        let escape = text.as_bytes().get(3 * number..3 * number + 3)?;
        (escape[0] == b'%').then_some(())?;
        Some(hex_digit(escape[1])? * 16 + hex_digit(escape[2])?)
    };
    let mut bytes = [byte(0)?, 0, 0, 0];
    let length = match bytes[0] {
        0x00..=0x7f => 1,
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    for (number, next) in bytes.iter_mut().enumerate().take(length).skip(1) {
        *next = byte(number)?;
    }
    let c = std::str::from_utf8(&bytes[..length]).ok()?.chars().next()?;
    Some((c, 3 * length))
}

/// A character reference at the beginning, by number or by name. Browsers read those by number without
/// the semicolon too.
fn reference(text: &str) -> Option<(char, usize)> {
    let body = text.strip_prefix('&')?;
    let Some(number) = body.strip_prefix('#') else {
        let is_name = |name: &str| body.strip_prefix(name).is_some_and(|rest| rest.starts_with(';'));
        let named = NAMED.iter().find(|(name, _)| is_name(name)).map(|(name, c)| (*c, name.len() + 2));
        return named.or_else(|| marked_letter(body));
    };
    let (digits, radix, before) = match number.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16, 3),
        None => (number, 10, 2),
    };
    let count = digits.bytes().take(8).take_while(|byte| char::from(*byte).is_digit(radix)).count();
    let c = char::from_u32(u32::from_str_radix(&digits[..count], radix).ok()?)?;
    Some((c, before + count + usize::from(digits[count..].starts_with(';'))))
}

/// The reference of a letter with a mark, such as `Scaron;`, behind its ampersand.
fn marked_letter(body: &str) -> Option<(char, usize)> {
    let letter = body.chars().next().filter(char::is_ascii_alphabetic)?;
    let (name, mark) =
        MARKS.iter().find(|(name, _)| body[1..].strip_prefix(name).is_some_and(|it| it.starts_with(';')))?;
    // The stroke through a letter is none of the marks that compose: folding drops it from either.
    let c = match (letter, *name) {
        ('L', "strok") => 'Ł',
        ('l', "strok") => 'ł',
        ('D', "strok") => 'Đ',
        ('d', "strok") => 'đ',
        ('O', "slash") => 'Ø',
        ('o', "slash") => 'ø',
        _ => compose(letter, *mark)?,
    };
    Some((c, name.len() + 3))
}

/// An escape of JSON with four digits at the beginning.
fn json(text: &str) -> Option<(char, usize)> {
    let digits = text.strip_prefix("\\u")?.as_bytes().get(..4)?;
    let value = digits.iter().try_fold(0, |value, digit| Some(value * 16 + u32::from(hex_digit(*digit)?)))?;
    Some((char::from_u32(value)?, 6))
}

fn hex_digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|value| u8::try_from(value).ok())
}
