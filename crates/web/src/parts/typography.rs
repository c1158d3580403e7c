//! Where lines may end, and where they may not.

use std::borrow::Cow;

use domain::Language;
use hypher::Lang;

/// How many letters a word has that is divided where its line has no room for it.
const LONG: usize = 12;

const SOFT_HYPHEN: char = '\u{ad}';
const NO_BREAK_SPACE: char = '\u{a0}';

/// A text whose long words are divided between syllables. Browsers do so by dictionaries that not all of them have.
pub(crate) fn hyphenate<'a>(text: &'a str, language: &Language) -> Cow<'a, str> {
    let primary = language.primary().as_bytes();
    let lang = <[u8; 2]>::try_from(primary).ok().and_then(Lang::from_iso);
    let is_long = |word: &str| word.chars().count() >= LONG;
    let Some(lang) = lang.filter(|_| text.split(is_between_words).any(is_long)) else { return text.into() };
    let mut hyphenated = String::with_capacity(text.len() + 16);
    for part in text.split_inclusive(is_between_words) {
        let word = part.trim_end_matches(is_between_words);
        if is_long(word) {
            for (at, syllable) in hypher::hyphenate(word, lang).enumerate() {
                if at > 0 {
                    hyphenated.push(SOFT_HYPHEN);
                }
                hyphenated.push_str(syllable);
            }
            hyphenated.push_str(&part[word.len()..]);
        } else {
            hyphenated.push_str(part);
        }
    }
    hyphenated.into()
}

fn is_between_words(letter: char) -> bool {
    !letter.is_alphabetic()
}

/// A text in which the letters of an abbreviation such as "e. V." stay in one line.
pub(crate) fn unbroken(text: &str) -> Cow<'_, str> {
    if !text.contains(". ") {
        return text.into();
    }
    let is_abbreviated = |word: &str| {
        let letter = word.strip_suffix('.').unwrap_or_default();
        let mut letters = letter.chars();
        letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
    };
    let mut words = text.split(' ').peekable();
    let mut unbroken = String::with_capacity(text.len() + 1);
    while let Some(word) = words.next() {
        unbroken.push_str(word);
        if let Some(next) = words.peek() {
            let stays = is_abbreviated(word) && is_abbreviated(next.trim_end_matches([',', ')']));
            unbroken.push(if stays { NO_BREAK_SPACE } else { ' ' });
        }
    }
    unbroken.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_divided_in_their_language() {
        let divided = |text, language: &str| {
            let language = language.parse().expect("a language");
            hyphenate(text, &language).replace(SOFT_HYPHEN, "|")
        };
        assert_eq!(divided("Gründerinnenfrühstück, offen", "de"), "Grün|de|rin|nen|früh|stück, offen");
        assert_eq!(
            divided("Begegnungscafé (Nachbarschaftstreff)", "de-simple"),
            "Be|geg|nungs|ca|fé (Nach|bar|schafts|treff)"
        );
        assert_eq!(divided("Offene Tafel", "de"), "Offene Tafel");
        assert_eq!(divided("Міжнародний консультаційний", "uk"), "Міжнародний кон|суль|та|цій|ний");
        // Languages whose syllables are not known stay as they are.
        assert_eq!(divided("международныйинститут", "ckb"), "международныйинститут");
    }

    #[test]
    fn abbreviations_stay_in_one_line() {
        let shown = |text| unbroken(text).replace(NO_BREAK_SPACE, "_");
        assert_eq!(shown("Frauencafé Quittenlaterne e. V."), "Frauencafé Quittenlaterne e._V.");
        assert_eq!(shown("Verein e. V., z. B. Kurse (d. h. alle)"), "Verein e._V., z._B. Kurse (d. h. alle)");
        assert_eq!(shown("Haus A. Kurse im  Hof. Ende"), "Haus A. Kurse im  Hof. Ende");
        assert_eq!(shown(""), "");
    }
}
