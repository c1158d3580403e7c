//! JSON text, written straight into bytes.

const HEX: &[u8; 16] = b"0123456789abcdef";

/// Writes a string with its quotation marks (RFC 8259, section 7).
pub(crate) fn write_string(bytes: &mut Vec<u8>, text: &str) {
    bytes.push(b'"');
    let raw = text.as_bytes();
    let mut written = 0;
    for (at, &byte) in raw.iter().enumerate() {
        if byte >= 0x20 && byte != b'"' && byte != b'\\' {
            continue;
        }
        bytes.extend_from_slice(&raw[written..at]);
        written = at + 1;
        match byte {
            b'"' => bytes.extend_from_slice(b"\\\""),
            b'\\' => bytes.extend_from_slice(b"\\\\"),
            b'\n' => bytes.extend_from_slice(b"\\n"),
            b'\r' => bytes.extend_from_slice(b"\\r"),
            b'\t' => bytes.extend_from_slice(b"\\t"),
            control => {
                bytes.extend_from_slice(b"\\u00");
                bytes.push(HEX[usize::from(control >> 4)]);
                bytes.push(HEX[usize::from(control & 0xf)]);
            }
        }
    }
    bytes.extend_from_slice(&raw[written..]);
    bytes.push(b'"');
}

/// Writes a whole number.
pub(crate) fn write_integer(bytes: &mut Vec<u8>, number: i64) {
    let mut digits = [0_u8; 20];
    let mut at = digits.len();
    let mut rest = number.unsigned_abs();
    loop {
        at -= 1;
        digits[at] = b'0' + u8::try_from(rest % 10).unwrap_or_default();
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        bytes.push(b'-');
    }
    bytes.extend_from_slice(&digits[at..]);
}

/// Writes a number; what is not finite has no JSON and becomes `null`.
pub(crate) fn write_float(bytes: &mut Vec<u8>, number: f64) {
    let before = bytes.len();
    if serde_json::to_writer(&mut *bytes, &number).is_err() {
        bytes.truncate(before);
        bytes.extend_from_slice(b"null");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn string(text: &str) -> String {
        let mut bytes = Vec::new();
        write_string(&mut bytes, text);
        String::from_utf8(bytes).expect("JSON is UTF-8")
    }

    #[test]
    fn strings_read_back_as_they_were() {
        for text in ["", "Röhlinghausen", "a \"b\" \\ c", "\n\r\t\u{0}\u{1f}\u{7f}", "مرحبا", "😀"] {
            assert_eq!(serde_json::from_str::<String>(&string(text)).expect("JSON"), text);
        }
    }

    #[test]
    fn numbers_read_back_as_they_were() {
        for number in [0, 7, -7, 1_234_567_890, i64::MAX, i64::MIN] {
            let mut bytes = Vec::new();
            write_integer(&mut bytes, number);
            assert_eq!(String::from_utf8(bytes).expect("digits"), number.to_string());
        }
        for (number, text) in [(7.1553, "7.1553"), (7.0, "7.0"), (f64::NAN, "null")] {
            let mut bytes = Vec::new();
            write_float(&mut bytes, number);
            assert_eq!(String::from_utf8(bytes).expect("number"), text);
        }
    }
}
