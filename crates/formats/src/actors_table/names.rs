//! What the name of an association tells beside itself.

/// Ends of names without spaces and full stops, in small letters, with the legal form they stand for; the longest first.
const LEGAL_FORMS: [(&str, &str); 9] = [
    ("evig", "association-in-formation"),
    ("ev", "registered-association"),
    ("ggmbh", "ggmbh"),
    ("gug", "gug"),
    ("gughaftungsbeschränkt", "gug"),
    ("eg", "cooperative"),
    ("stiftung", "foundation"),
    ("initiative", "initiative"),
    ("eingetragenerverein", "registered-association"),
];

/// How many words a legal form has at most.
const MOST_WORDS: usize = 4;

/// The slug of the legal form that a name ends with.
pub(super) fn legal_form_of(name: &str) -> Option<&'static str> {
    let words: Vec<&str> = name.split([' ', '\u{a0}', '\n', '–', ',']).filter(|word| !word.is_empty()).collect();
    (1..=MOST_WORDS.min(words.len())).rev().find_map(|count| {
        let tail: String = words[words.len() - count..].concat();
        let bare: String = tail.to_lowercase().chars().filter(|c| !matches!(c, '.' | '(' | ')' | '-')).collect();
        // A word such as "Kulturinitiative" is part of the name.
        LEGAL_FORMS.iter().find(|(form, _)| *form == bare).map(|(_, slug)| *slug)
    })
}

/// Whether nothing but question marks is left of a text.
pub(super) fn lost_all_letters(text: &str) -> bool {
    text.contains("??") && !text.contains(char::is_alphanumeric)
}

/// Whether a question mark stands in the middle of a word, as where a letter could not be saved.
pub(super) fn has_lost_letters(text: &str) -> bool {
    let characters: Vec<char> = text.chars().collect();
    characters
        .windows(3)
        .any(|three| matches!(three, [one, '?' | '\u{fffd}', other] if one.is_alphabetic() && other.is_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn legal_forms_are_known_by_the_ends_of_names() {
        for (name, form) in [
            ("Elternverein Regenpfeifer e. V.", Some("registered-association")),
            ("Seniorenkreis Holunder e.V.", Some("registered-association")),
            ("Freundeskreis Holunder eV", Some("registered-association")),
            ("Theaterinitiative Apfelblüten e.V. i.G.", Some("association-in-formation")),
            ("Bildungswerk Olivenzweig (gUG)", Some("gug")),
            ("Kulturverein Lindentor – Initiative", Some("initiative")),
            ("Studierendenbund Holunder", None),
            ("Kulturinitiative", None),
        ] {
            assert_eq!(legal_form_of(name), form, "{name}");
        }
    }

    #[test]
    fn letters_that_were_lost_are_noticed() {
        assert!(lost_all_letters("?????? ??????") && !lost_all_letters("Wer? Wie? Was?"));
        assert!(has_lost_letters("Ay?e Beispiel") && !has_lost_letters("Wer? Wie?"));
    }
}
