//! Texts that came back from a program which has no sign for some of their letters: "Türkçe" is whole in Windows-1252,
//! "Українська" comes back as "??????????", and "Şirin" as "?irin" or "Sirin".

use domain::text::fold;
use encoding_rs::WINDOWS_1252;

/// What programs write for a letter that they have no sign for.
const STAND_IN: char = '?';

/// Whether a text is another one but for letters that were lost when it was saved: it says nothing new.
pub(crate) fn is_lossy_copy(copy: &str, original: &str) -> bool {
    let copied: Vec<char> = copy.chars().collect();
    if copied.iter().any(|c| is_lost(*c)) || !original.chars().any(is_lost) {
        return false;
    }
    let mut at = 0;
    for letter in original.chars() {
        let Some(copied_letter) = copied.get(at).copied() else { return false };
        let is_stand_in = is_lost(letter) && copied_letter == STAND_IN;
        let is_base = is_lost(letter) && fold(&letter.to_string()) == fold(&copied_letter.to_string());
        if copied_letter != letter && !is_stand_in && !is_base {
            return false;
        }
        // Beyond the first 65,536 letters there are two stand-ins for one.
        at += if is_stand_in { letter.len_utf16() } else { 1 };
    }
    at == copied.len()
}

/// Whether Windows-1252 has no sign for a letter.
fn is_lost(letter: char) -> bool {
    !letter.is_ascii() && WINDOWS_1252.encode(letter.encode_utf8(&mut [0; 4])).2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_without_the_letters_of_other_scripts_says_nothing_new() {
        for (copy, original) in [
            ("??????????", "Українська"),
            ("?irin Café", "Şirin Café"),
            ("Sirin", "Şirin"),
            ("Fest ?? 2026", "Fest 🎉 2026"),
            ("????? (Nur)", "النور (Nur)"),
        ] {
            assert!(is_lossy_copy(copy, original), "{copy}");
        }
        for (copy, original) in [
            ("Café?", "Café"),
            ("?????????", "Українська"),
            ("?????????? neu", "Українська"),
            ("Українська", "Українська"),
            ("Sirin Neu", "Şirin"),
            ("Caf?", "Café"),
        ] {
            assert!(!is_lossy_copy(copy, original), "{copy}");
        }
    }
}
