//! Themes of a language that is named: "Sprachkurs Griechisch" and "Türkischkurs" are courses of the language, none of German.

use std::{collections::HashMap, sync::LazyLock};

use domain::{labels, language::KNOWN};

use super::SHORTEST_PART;
use crate::actors_table::{phrases::further_values, plain};

/// What stands in a phrase for the name of any language but German.
const ANY_LANGUAGE: &str = "{language}";
/// Those that are not taught as languages of origin: German, and what is signed.
const GERMAN: [&str; 4] = ["de", "de-simple", "gsg", "nds"];
/// The languages that the file's phrases are in.
const PHRASE_LANGUAGES: [&str; 2] = ["de", "en"];

/// By bare text, the theme of the phrases with each name of a language in them.
static THEMES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let names = language_names();
    let mut themes = HashMap::new();
    for (_, theme, phrase) in further_values().filter(|(field, ..)| *field == "themes") {
        let Some((before, behind)) = phrase.split_once(ANY_LANGUAGE) else {
            themes.insert(plain(phrase), theme);
            continue;
        };
        let (before, behind) = (plain(before), plain(behind));
        themes.extend(names.iter().map(|name| (format!("{before}{name}{behind}"), theme)));
    }
    themes
});

/// The theme of a bare text that names a language.
pub(super) fn theme_of_language(bare: &str) -> Option<&'static str> {
    THEMES.get(bare).copied()
}

/// The names of languages but German, bare: labels, and everyday names that are none.
fn language_names() -> Vec<String> {
    let tags = KNOWN.iter().map(|language| language.tag).filter(|tag| !GERMAN.contains(tag));
    let tags: Vec<domain::Language> = tags.filter_map(|tag| tag.parse().ok()).collect();
    let labels = tags.iter().flat_map(labels::of_language);
    let labels = labels.filter(|(language, _)| PHRASE_LANGUAGES.contains(&language.to_string().as_str()));
    let is_further = |(field, value, name): &(&str, &str, &str)| {
        let is_name = matches!(*field, "languages" | "languageNames");
        is_name && !GERMAN.contains(value) && name.chars().count() >= SHORTEST_PART
    };
    let further = further_values().filter(is_further).map(|(.., name)| name);
    labels.map(|(_, label)| label).chain(further).map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::theme_of_language;
    use crate::actors_table::plain;

    #[test]
    fn a_course_of_another_language_is_none_of_german() {
        for text in [
            "Sprachkurs Griechisch",
            "Griechischkurs",
            "Polnischer Sprachkurs",
            "Kurdisch-Sprachkurs",
            "Unterricht in Farsi",
            "Russischunterricht für Kinder",
            "Turkish language course",
        ] {
            assert_eq!(theme_of_language(&plain(text)), Some("language.heritage"), "{text}");
        }
        for text in ["Sprachkurs", "Deutschkurs", "Sprachkurs Deutsch", "Kochkurs"] {
            assert_eq!(theme_of_language(&plain(text)), None, "{text}");
        }
    }
}
