//! From the bytes of a table to its text: UTF-8 and UTF-16 by their marks or their form, else the 8-bit encoding in
//! which the text looks most like one that people write.

use std::{fmt, io::Read, str::FromStr};

use encoding_rs::{
    Encoding, ISO_8859_2, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1254,
};
use messages::{Message, MessageArgument, error_by_message};

use super::TableError;

/// How large a table may be, bytes; about 200,000 rows.
pub(super) const LARGEST_TABLE: u64 = 64 * 1024 * 1024;
/// The 8-bit encodings that tables come in; of equally plausible ones the first.
const CANDIDATES: [&Encoding; 6] = [WINDOWS_1252, WINDOWS_1254, WINDOWS_1250, ISO_8859_2, MACINTOSH, WINDOWS_1251];
/// Letters of Polish, and of its neighbours that have none of these: no text has many of both.
const NEIGHBOURS: [&str; 2] = ["ąęłżźńśĄĘŁŻŹŃŚ", "čřěđžšůťďňľĺČŘĚĐŽŠŮŤĎŇĽĹ"];
/// Letters that no word begins with.
const NEVER_FIRST: &str = "ąęńĄĘŃğ";
/// How much of a text is looked at to tell its encoding, bytes.
const LOOKED_AT: usize = 1024 * 1024;
/// How many broken letters a text may have before it is refused as a whole.
const MOST_BROKEN: usize = 100;
/// A text with more zero bytes than one in so many is none.
const BYTES_PER_ZERO: usize = 20;
/// How likely a table is one of an old Macintosh, against any other.
const MACINTOSH_PRIOR: f64 = 0.75;
/// How much more plausible an encoding is than the next one when it is sure.
const SURE: f64 = 1.3;

/// An encoding of a text, such as `windows-1254`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct TextEncoding(&'static Encoding);

/// The names of encodings that are told to be allowed.
const NAMES: [&str; 9] = [
    "utf-8",
    "utf-16le",
    "utf-16be",
    "windows-1252",
    "windows-1254",
    "windows-1250",
    "windows-1251",
    "iso-8859-2",
    "macroman",
];

/// A text names no encoding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseEncodingError(String);

impl ParseEncodingError {
    /// What is wrong.
    pub fn message(&self) -> Message {
        let allowed: MessageArgument = NAMES.into_iter().collect();
        Message::new("table-encoding-name").quote("given", &self.0).with("allowed", allowed)
    }
}

error_by_message!(ParseEncodingError);

impl TextEncoding {
    /// What messages call it.
    pub fn name(self) -> &'static str {
        if self.0 == MACINTOSH { "MacRoman" } else { self.0.name() }
    }
}

impl fmt::Debug for TextEncoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for TextEncoding {
    type Err = ParseEncodingError;

    fn from_str(text: &str) -> Result<Self, ParseEncodingError> {
        let name = text.trim().to_lowercase();
        let found = match name.as_str() {
            "macroman" | "mac-roman" | "mac" => Some(MACINTOSH),
            "utf16" | "utf-16" => Some(UTF_16LE),
            "1250" | "1251" | "1252" | "1254" => Encoding::for_label(format!("windows-{name}").as_bytes()),
            name => Encoding::for_label(name.as_bytes()),
        };
        found.map(Self).ok_or_else(|| ParseEncodingError(text.chars().take(60).collect()))
    }
}

/// A text with what there is to know of how it was read.
#[derive(Debug)]
pub(super) struct DecodedText {
    pub(super) text: String,
    /// The encoding that it was read in.
    pub(super) encoding: String,
    pub(super) remarks: Vec<Message>,
}

/// Every byte of a table that is small enough.
pub(super) fn read_bounded(reader: impl Read) -> Result<Vec<u8>, TableError> {
    let mut bytes = Vec::new();
    reader.take(LARGEST_TABLE + 1).read_to_end(&mut bytes).map_err(TableError::Io)?;
    if bytes.len() as u64 > LARGEST_TABLE { Err(TableError::TooLarge) } else { Ok(bytes) }
}

/// The text of a table, without a byte order mark.
pub(super) fn decode(bytes: Vec<u8>, given: Option<TextEncoding>) -> Result<DecodedText, TableError> {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        let mut read = read_as(encoding, bytes.get(mark..).unwrap_or_default())?;
        if encoding != UTF_8 {
            read.remarks.insert(0, encoding_sentence(encoding, true));
        }
        return Ok(read);
    }
    if let Some(TextEncoding(encoding)) = given {
        return read_as(encoding, &bytes);
    }
    if let Some(encoding) = utf16_form(&bytes) {
        let mut read = read_as(encoding, &bytes)?;
        read.remarks.insert(0, encoding_sentence(encoding, true));
        return Ok(read);
    }
    // A few of them stand in their cells, which are refused by row and column like other control characters.
    let zeros = bytes.iter().filter(|byte| **byte == 0).count();
    if let Some(at) = bytes.iter().position(|byte| *byte == 0)
        && (zeros > MOST_BROKEN || zeros * BYTES_PER_ZERO > bytes.len())
    {
        return Err(TableError::NoText { line: line_of(&bytes, at) });
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok(DecodedText { text, encoding: name_of(UTF_8), remarks: Vec::new() }),
        Err(error) => error.into_bytes(),
    };
    // Letters of several bytes beside bytes that are none: two encodings in one file, or a broken one.
    if bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii()) {
        return read_as(UTF_8, &bytes);
    }
    let (encoding, is_sure) =
        most_plausible(&bytes).ok_or_else(|| TableError::Broken { line: first_broken_line(&bytes) })?;
    let read = read_as(encoding, &bytes)?;
    Ok(DecodedText { remarks: vec![encoding_sentence(encoding, is_sure)], ..read })
}

/// The text in an encoding. A few bytes that are no letters in it leave a sign in their cells, which are refused by row
/// and column.
fn read_as(encoding: &'static Encoding, bytes: &[u8]) -> Result<DecodedText, TableError> {
    let (text, has_broken) = encoding.decode_without_bom_handling(bytes);
    let text = text.into_owned();
    let mut remarks = Vec::new();
    if let Some(at) = text.find(char::REPLACEMENT_CHARACTER).filter(|_| has_broken) {
        let line = line_of(text.as_bytes(), at);
        let broken = text.matches(char::REPLACEMENT_CHARACTER).take(MOST_BROKEN + 1).count();
        if broken > MOST_BROKEN {
            return Err(TableError::Broken { line });
        }
        remarks.push(Message::new("table-broken-signs").with("count", broken).with("line", line));
    }
    Ok(DecodedText { text, encoding: name_of(encoding), remarks })
}

fn name_of(encoding: &'static Encoding) -> String {
    TextEncoding(encoding).name().to_string()
}

/// UTF-16 without a mark: of the letters of European languages every other byte is nothing.
fn utf16_form(bytes: &[u8]) -> Option<&'static Encoding> {
    let looked = bytes.get(..bytes.len().min(4096) / 2 * 2)?;
    let (pairs, _) = looked.as_chunks::<2>();
    let count = |which: usize| pairs.iter().filter(|pair| pair[which] == 0 && pair[1 - which] != 0).count();
    let is_most = |count: usize| pairs.len() >= 2 && count * 10 >= pairs.len() * 6;
    match (is_most(count(0)), is_most(count(1))) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

fn encoding_sentence(encoding: &'static Encoding, is_sure: bool) -> Message {
    let name = TextEncoding(encoding).name();
    match is_sure {
        true => Message::new("table-encoding").with("encoding", name),
        false => Message::new("table-encoding-unsure").with("encoding", name),
    }
}

/// The encoding in which the text looks most like one that people write, and whether that is sure; `None` where it
/// looks like none in any.
fn most_plausible(bytes: &[u8]) -> Option<(&'static Encoding, bool)> {
    let looked = bytes.get(..bytes.len().min(LOOKED_AT))?;
    let mut scored: Vec<(f64, &'static Encoding, String)> = CANDIDATES
        .iter()
        .map(|encoding| {
            let text = encoding.decode_without_bom_handling(looked).0.into_owned();
            let score = plausibility(&text);
            // Its bytes of German letters are Slavic ones of Windows, which more tables are written in.
            let prior = if *encoding == MACINTOSH { MACINTOSH_PRIOR } else { 1.0 };
            (score * prior, *encoding, text)
        })
        .collect();
    // Stable: of equals the first candidate.
    scored.sort_by(|one, other| other.0.total_cmp(&one.0));
    let (best, encoding, text) = scored.first().map(|(score, encoding, text)| (*score, *encoding, text.clone()))?;
    let rival = scored.iter().find(|(_, _, other)| *other != text).map_or(f64::MIN, |(score, ..)| *score);
    (best > 0.0).then_some((encoding, best > rival.max(0.0) * SURE))
}

/// How much the letters beyond ASCII look as if people had written them: by the languages they belong to, and by where
/// they stand in their words. Weights were set by hand; letters of German count most, since most tables are German.
fn plausibility(text: &str) -> f64 {
    let characters: Vec<char> = text.chars().collect();
    let mut score = 0.0;
    for (at, c) in characters.iter().copied().enumerate().filter(|(_, c)| !c.is_ascii()) {
        let before = at.checked_sub(1).and_then(|at| characters.get(at)).copied();
        let behind = characters.get(at + 1).copied();
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        let is_inside = is_letter(before) && is_letter(behind);
        let is_raised = c.is_uppercase() && before.is_some_and(char::is_lowercase);
        let is_cyrillic = |c: Option<char>| c.is_some_and(|c| ('\u{400}'..='\u{4ff}').contains(&c));
        score += match c {
            _ if is_raised => -4.0,
            c if !is_letter(before) && is_letter(behind) && NEVER_FIRST.contains(c) => -2.0,
            c if c.is_alphabetic() && !is_letter(before) && !is_letter(behind) => -1.0,
            'ä' | 'ö' | 'ü' | 'Ä' | 'Ö' | 'Ü' | 'ß' => 4.0,
            'ğ' | 'ş' | 'ı' | 'İ' | 'Ğ' | 'Ş' | 'ç' | 'Ç' => 3.0,
            'ł' | 'ą' | 'ę' | 'ś' | 'ć' | 'ż' | 'ź' | 'ń' | 'ó' | 'Ł' | 'Ś' | 'Ż' | 'ă' | 'â' | 'î' | 'ș' | 'ț'
            | 'ţ' | 'č' | 'š' | 'ž' | 'đ' | 'ő' | 'ű' | 'ř' | 'ě' | 'ů' | 'ť' | 'ľ' | 'Č' | 'Š' | 'Ž' | 'Ć' | 'Đ'
            | 'Ź' => 2.0,
            'é' | 'è' | 'á' | 'à' | 'í' | 'ú' | 'É' | 'ñ' | 'ê' | 'ë' | 'ï' | 'ô' | 'û' => 2.0,
            'ð' | 'þ' | 'Ð' | 'Þ' | 'ý' | 'Ý' | 'Ÿ' | 'ﬁ' | 'ﬂ' => -3.0,
            _ if is_cyrillic(Some(c)) => {
                if is_cyrillic(before) || is_cyrillic(behind) {
                    1.5
                } else {
                    -3.0
                }
            }
            '’' => 1.0,
            '„' | '“' | '”' | '‚' | '‘' | '–' | '—' | '…' | '€' | '•' | '§' | '°' | '«' | '»' | '\u{a0}'
                if !is_inside =>
            {
                1.0
            }
            c if c.is_control() => -6.0,
            c if c.is_alphabetic() => 0.5,
            _ if is_inside => -4.0,
            _ => -1.0,
        };
        if c.is_alphabetic()
            && !is_cyrillic(Some(c))
            && behind.is_some_and(|next| !next.is_ascii() && next.is_alphabetic())
        {
            // Words of nothing but accents are another alphabet that was read as this one.
            score -= 2.0;
        }
    }
    let count = |letters: &str| characters.iter().filter(|c| letters.contains(**c)).count();
    score - 2.0 * count(NEIGHBOURS[0]).min(count(NEIGHBOURS[1])) as f64
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

    fn text(bytes: Vec<u8>) -> String {
        decode(bytes, None).expect("text").text
    }

    #[test]
    fn what_excel_saves_becomes_the_same_text() {
        let written = "Café;Çağdaş\r\nÖz";
        let utf16 = |mark: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            format!("{mark}{written}").encode_utf16().flat_map(bytes).collect()
        };
        for bytes in [
            written.as_bytes().to_vec(),
            format!("\u{feff}{written}").into_bytes(),
            utf16("\u{feff}", u16::to_le_bytes),
            utf16("\u{feff}", u16::to_be_bytes),
            utf16("", u16::to_le_bytes),
        ] {
            assert_eq!(text(bytes), written);
        }
        assert_eq!(text(b"Caf\xe9 \x84\xd6z\x93 \x80".to_vec()), "Café „Öz“ €");
    }

    #[test]
    fn the_8_bit_encodings_of_offices_are_told_apart_by_their_letters_and_said() {
        for (name, written) in [
            ("windows-1252", "Frauencafé Röhlinghausen; Straße; „Öz“ – über 5 €"),
            ("windows-1254", "Kültürü destekliyoruz; Ayşe Işık; Doğuş Derneği; İnci"),
            ("windows-1250", "Świetlica; Łódź; pięć; Größe; żółw; Wrocław"),
            ("macintosh", "Förderverein Mülheim für Bärenjäger; Straße; Café"),
            ("windows-1251", "Спілка Надія; Привіт усім"),
        ] {
            let encoding = Encoding::for_label(name.as_bytes()).expect("an encoding");
            let (bytes, _, lost) = encoding.encode(written);
            assert!(!lost, "{name}");
            let decoded = decode(bytes.into_owned(), None).expect("a text");
            assert_eq!(decoded.text, written, "{name}");
            let said = decoded.remarks[0].text("en");
            assert!(said.contains(TextEncoding(encoding).name()), "{name}: {said}");
        }
    }

    #[test]
    fn older_programs_of_central_europe_are_told_apart_from_windows() {
        for written in [
            "Świetlica; Łódź; pięć; Gmina Ślęza; źródło",
            "Društvo žena; Čakovec; škola; mladež; ćirilica",
            "Sdružení; Přátelé; žáci; škola; těžký",
            "Združenie žien; Košice; ľudia; šport",
            "Asociaţia Împreună; Piteşti; Größe; Straße",
            "Stowarzyszenie Kobiet Śląskich; Mülheim; ąż; Żółć",
        ] {
            for encoding in [WINDOWS_1250, ISO_8859_2] {
                let (bytes, _, lost) = encoding.encode(written);
                assert!(!lost, "{written}");
                let decoded = decode(bytes.into_owned(), None).expect("a text");
                assert_eq!(decoded.text, written, "{}", encoding.name());
            }
        }
        let (bytes, ..) = ISO_8859_2.encode("Društvo žena; Čakovec; škola");
        let said = decode(bytes.into_owned(), None).expect("a text").remarks[0].text("en");
        assert!(said.contains("ISO-8859-2"), "{said}");
        assert_eq!(decode(b"\xa9 M\xfcller 5 m\xb2".to_vec(), None).expect("a text").text, "© Müller 5 m²");
    }

    #[test]
    fn the_encoding_that_is_given_decides() {
        let given: TextEncoding = "macroman".parse().expect("an encoding");
        assert_eq!(decode(b"\x8a".to_vec(), Some(given)).expect("text").text, "ä");
        assert!("klingon".parse::<TextEncoding>().is_err());
    }

    #[test]
    fn what_is_no_text_or_two_at_once_is_refused_with_its_line() {
        assert!(matches!(decode(b"a\nb\0".to_vec(), None), Err(TableError::NoText { line: 2 })));
        let two = |count: usize| "ö\nx\n".bytes().chain(b"\xe9;".repeat(count)).collect::<Vec<u8>>();
        assert!(matches!(decode(two(MOST_BROKEN + 1), None), Err(TableError::Broken { line: 3 })));
        for bytes in [two(1), b"\xef\xbb\xbfa\n\n\xe9".to_vec()] {
            let read = decode(bytes, None).expect("a few broken letters");
            assert!(read.text.contains('\u{fffd}') && read.remarks[0].text("en").contains("line 3"), "{read:?}");
        }
        let mut half: Vec<u8> = "\u{feff}Größe\nzwei\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        half.splice(14..14, [0, 0xd8]);
        half.push(b'x');
        let read = decode(half, None).expect("a few broken letters");
        assert!(read.text.starts_with("Größe\n\u{fffd}zwei\n"), "{read:?}");
        assert!(read.remarks[1].text("en").starts_with("2 signs cannot be read, the first one in line 2"), "{read:?}");
        let zero = decode(b"Name;Telefon\nVerein Eins;02323\0 1\n".to_vec(), None).expect("one zero byte");
        assert!(zero.text.contains('\0'), "named where its cell is read");
    }

    #[test]
    fn a_table_without_end_is_refused() {
        assert!(matches!(read_bounded(std::io::repeat(b' ')), Err(TableError::TooLarge)));
    }
}
