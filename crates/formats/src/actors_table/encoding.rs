//! From the bytes of a table to its text: UTF-8 and UTF-16 by their marks, UTF-8 without one, else
//! Windows-1252, as Excel writes where nothing else is chosen.

use std::io::Read;

use encoding_rs::{Encoding, WINDOWS_1252};

use super::TableError;

/// How large a table may be, bytes; about 200,000 rows.
pub(super) const LARGEST_TABLE: u64 = 64 * 1024 * 1024;
/// Bytes to which Windows-1252 gives no character.
const UNASSIGNED: &[u8] = &[0x81, 0x8d, 0x8f, 0x90, 0x9d];

/// Every byte of a table that is small enough.
pub(super) fn bounded(reader: impl Read) -> Result<Vec<u8>, TableError> {
    let mut bytes = Vec::new();
    reader.take(LARGEST_TABLE + 1).read_to_end(&mut bytes).map_err(TableError::Io)?;
    if bytes.len() as u64 > LARGEST_TABLE { Err(TableError::TooLarge) } else { Ok(bytes) }
}

/// The text of a table, without a byte order mark.
pub(super) fn decode(bytes: Vec<u8>) -> Result<String, TableError> {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        let marked = bytes.get(mark..).unwrap_or_default();
        let text = encoding.decode_without_bom_handling_and_without_replacement(marked);
        return match text {
            Some(text) => Ok(text.into_owned()),
            None => Err(TableError::Broken { line: first_broken_line(marked) }),
        };
    }
    if let Some(at) = bytes.iter().position(|byte| is_no_text(*byte)) {
        return Err(TableError::NoText { line: line_of(&bytes, at) });
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok(text),
        Err(error) => error.into_bytes(),
    };
    // Letters of several bytes beside bytes that are none: two encodings in one file, or a broken one.
    let mixed = bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii());
    if mixed || bytes.iter().any(|byte| UNASSIGNED.contains(byte)) {
        return Err(TableError::Broken { line: first_broken_line(&bytes) });
    }
    Ok(WINDOWS_1252.decode_without_bom_handling(&bytes).0.into_owned())
}

/// Control characters stand in no table; they are what other files are full of.
const fn is_no_text(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')
}

fn first_broken_line(bytes: &[u8]) -> u64 {
    let valid = bytes.utf8_chunks().next().map_or(0, |chunk| chunk.valid().len());
    line_of(bytes, valid)
}

fn line_of(bytes: &[u8], at: usize) -> u64 {
    1 + bytes.iter().take(at).filter(|byte| **byte == b'\n').count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_excel_saves_becomes_the_same_text() {
        let text = "Café;Çağdaş\r\nÖz";
        let utf16: Vec<u8> = "\u{feff}"
            .chars()
            .chain(text.chars())
            .flat_map(|c| {
                let mut units = [0; 2];
                c.encode_utf16(&mut units).iter().flat_map(|unit| unit.to_le_bytes()).collect::<Vec<_>>()
            })
            .collect();
        for bytes in [text.as_bytes().to_vec(), format!("\u{feff}{text}").into_bytes(), utf16] {
            assert_eq!(decode(bytes).expect("text"), text);
        }
        assert_eq!(decode(b"Caf\xe9 \x84\xd6z\x93 \x80".to_vec()).expect("text"), "Café „Öz“ €");
    }

    #[test]
    fn what_is_no_text_or_two_at_once_is_refused_with_its_line() {
        assert!(matches!(decode(b"a\nb\0".to_vec()), Err(TableError::NoText { line: 2 })));
        assert!(matches!(decode("ö\nx\n".bytes().chain([0xe9]).collect()), Err(TableError::Broken { line: 3 })));
        assert!(matches!(decode(b"a\n\x81".to_vec()), Err(TableError::Broken { line: 2 })));
        assert!(matches!(decode(b"\xef\xbb\xbfa\n\xe9".to_vec()), Err(TableError::Broken { line: 2 })));
    }

    #[test]
    fn a_table_without_end_is_refused() {
        assert!(matches!(bounded(std::io::repeat(b' ')), Err(TableError::TooLarge)));
    }
}
