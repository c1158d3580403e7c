//! JSON text, written straight into bytes.

use serde::Serialize;

/// Writes a string with its quotation marks.
pub(crate) fn write_string(bytes: &mut Vec<u8>, text: &str) {
    write(bytes, text);
}

/// Writes a whole number.
pub(crate) fn write_integer(bytes: &mut Vec<u8>, number: i64) {
    write(bytes, &number);
}

/// Writes a number; what is not finite has no JSON and becomes `null`.
pub(crate) fn write_float(bytes: &mut Vec<u8>, number: f64) {
    write(bytes, &number);
}

fn write<T: Serialize + ?Sized>(bytes: &mut Vec<u8>, scalar: &T) {
    serde_json::to_writer(bytes, scalar).expect("memory takes every string and number");
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
