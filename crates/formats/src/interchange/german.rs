//! The German of what parsers and values say in English when an entry cannot be read.
//!
//! Values refuse themselves in English, and a deserialiser carries no more than that text. So it is
//! recognised by its fixed words here; what nobody has put into German stays as it is.

use domain::rules::Problem;

/// Words of a refusal, with their German. Longer ones stand before their own parts.
const WORDS: &[(&str, &str)] = &[
    (
        " is not a web address: allowed are full http:// or https:// addresses without user name or password",
        " ist keine Webadresse: erlaubt sind vollständige Adressen mit http:// oder https://, ohne Benutzernamen und Kennwort",
    ),
    (
        " is not an e-mail address: allowed is the form name@example.org",
        " ist keine E-Mail-Adresse: erlaubt ist die Form name@example.org",
    ),
    (
        " is not a telephone number: allowed are 5 to 15 digits or 110, 112, 115, a leading +, spaces and ( ) / - .",
        " ist keine Telefonnummer: erlaubt sind 5 bis 15 Ziffern oder 110, 112, 115, ein führendes +, Leerzeichen und ( ) / - .",
    ),
    (" is not a web address: probably meant is ", " ist keine Webadresse: gemeint ist wohl "),
    (" is not an e-mail address: probably meant is ", " ist keine E-Mail-Adresse: gemeint ist wohl "),
    (
        " is not a language tag: allowed are BCP-47 tags of at most 16 characters, such as ",
        " ist kein Sprachkürzel: erlaubt sind Kürzel nach BCP 47 mit höchstens 16 Zeichen, etwa ",
    ),
    (" or \"de-simple\"", " oder \"de-simple\""),
    (
        " is not a slug: allowed are 1 to 100 lower-case letters a-z and digits, ",
        " ist kein Kurzname: erlaubt sind 1 bis 100 Kleinbuchstaben a-z und Ziffern, ",
    ),
    (" is not in opening-hours notation, such as ", " ist nicht in der Schreibweise für Öffnungszeiten, etwa "),
    (" is not a day: allowed is YYYY-MM-DD", " ist kein Tag: erlaubt ist JJJJ-MM-TT oder TT.MM.JJJJ"),
    (
        " is not a local time: allowed is YYYY-MM-DDTHH:MM or YYYY-MM-DDTHH:MM:SS, without a zone",
        " ist keine Ortszeit: erlaubt ist JJJJ-MM-TTThh:mm oder JJJJ-MM-TTThh:mm:ss, ohne Zeitzone",
    ),
    (" is not a recurrence rule by RFC 5545, such as ", " ist keine Wiederholungsregel nach RFC 5545, etwa "),
    (" is not on the earth: allowed are ", " liegt nicht auf der Erde: erlaubt sind "),
    (" degrees", " Grad"),
    ("unknown variant ", "unbekanntes Wort "),
    ("unknown field ", "unbekanntes Feld "),
    ("duplicate field ", "doppeltes Feld "),
    ("invalid type: ", "falsche Art von Wert: "),
    ("invalid value: ", "falscher Wert: "),
    (", expected one of ", ", erlaubt sind "),
    (", expected ", ", erlaubt ist "),
    (", given ", ", angegeben war "),
    ("an object from language tag to text, such as ", "ein Objekt von Sprachkürzel zu Text, etwa "),
    ("an object", "ein Objekt"),
    ("a sequence", "eine Liste"),
    ("a boolean", "true oder false"),
    ("a string", "ein Text"),
    ("a number", "eine Zahl"),
    ("a map", "ein Objekt"),
    ("floating point", "Kommazahl"),
    ("integer", "ganze Zahl"),
    ("boolean", "Wahrheitswert"),
    ("string", "Text"),
    (" or ", " oder "),
];

/// A refusal in both languages. What stands in quotation marks was given by the reader and stays.
pub(super) fn problem(english: String) -> Problem {
    let mut german = String::with_capacity(english.len() + 16);
    let (mut rest, mut inside) = (english.as_str(), false);
    'text: while let Some(c) = rest.chars().next() {
        if !inside {
            for (words, translated) in WORDS {
                if let Some(behind) = rest.strip_prefix(words) {
                    german.push_str(translated);
                    rest = behind;
                    continue 'text;
                }
            }
        }
        let escaped = inside && c == '\\';
        inside ^= c == '"' || c == '`';
        let length = c.len_utf8() + usize::from(escaped && rest.is_char_boundary(2));
        german.push_str(rest.get(..length).unwrap_or(rest));
        rest = rest.get(length..).unwrap_or_default();
    }
    Problem::Malformed { german, english }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_of_values_are_told_in_german_and_what_was_given_stays() {
        let german = |english: &str| problem(english.to_owned()).message("de");
        let mail = "\"a or b\\\" string\" is not an e-mail address: allowed is the form name@example.org";
        assert_eq!(
            german(mail),
            "\"a or b\\\" string\" ist keine E-Mail-Adresse: erlaubt ist die Form name@example.org"
        );
        assert_eq!(
            german("unknown variant `maybe or`, expected one of `yes`, `no`"),
            "unbekanntes Wort `maybe or`, erlaubt sind `yes`, `no`"
        );
        assert_eq!(
            german("invalid type: integer `7`, expected a string"),
            "falsche Art von Wert: ganze Zahl `7`, erlaubt ist ein Text"
        );
        let phone = "x".parse::<domain::PhoneNumber>().expect_err("no number").to_string();
        assert!(german(&phone).contains("keine Telefonnummer: erlaubt sind"), "{}", german(&phone));
    }
}
