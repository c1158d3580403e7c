//! The strings of the console, which staff read: German and English alone, in `locales/TAG/console.ftl`.

use std::{collections::BTreeMap, sync::LazyLock};

use fluent_bundle::FluentResource;
use fluent_syntax::ast::Entry;
use serde_json::Value;

use super::Words;
use crate::Locale;

/// The languages of the console.
pub(crate) const LOCALES: [Locale; 2] = [Locale::De, Locale::En];

const GERMAN: &str = include_str!("../../locales/de/console.ftl");
const ENGLISH: &str = include_str!("../../locales/en/console.ftl");

static TEXTS: LazyLock<[BTreeMap<String, Value>; 2]> =
    LazyLock::new(|| [read(Locale::De, GERMAN), read(Locale::En, ENGLISH)]);

fn read(locale: Locale, source: &str) -> BTreeMap<String, Value> {
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
    let messages = resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name, message.value.as_ref()?)),
        _ => None,
    });
    messages.map(|(key, pattern)| (key.to_owned(), Words::of(locale).pattern_for_script(pattern))).collect()
}

/// Every string as the script takes it: one text, or its forms by number.
pub(crate) fn texts(locale: Locale) -> &'static BTreeMap<String, Value> {
    &TEXTS[usize::from(locale == Locale::En)]
}

/// One string without values.
pub(crate) fn text(locale: Locale, key: &str) -> &'static str {
    texts(locale).get(key).and_then(Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs, path::Path};

    use super::*;

    /// The sources of the program, one after the other, without its tests and what is made of its questions.
    fn program(folder: &Path) -> String {
        let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
        entries
            .filter(|path| !path.ends_with("generated") && !path.to_string_lossy().ends_with(".test.ts"))
            .map(|path| if path.is_dir() { program(&path) } else { fs::read_to_string(&path).expect("a source") })
            .collect()
    }

    /// What stands in braces in a text or in any of its forms.
    fn values(text: &Value) -> BTreeSet<String> {
        let text = text.to_string();
        text.split("{")
            .filter_map(|part| part.split_once('}'))
            .map(|(name, _)| name.to_owned())
            .filter(|name| !name.is_empty() && name.chars().all(|letter| letter.is_ascii_lowercase()))
            .collect()
    }

    #[test]
    fn both_languages_say_the_same_with_the_same_values() {
        for source in [GERMAN, ENGLISH] {
            assert!(FluentResource::try_new(source.to_owned()).is_ok(), "the file can be read without a mistake");
        }
        let (german, english) = (texts(Locale::De), texts(Locale::En));
        assert_eq!(german.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>());
        for (key, text) in german {
            assert_eq!(values(text), values(&english[key]), "{key}");
        }
    }

    #[test]
    fn every_string_is_used_and_every_used_string_exists() {
        let program = program(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../frontend/console/src"));
        let known = texts(Locale::De);
        let quoted: BTreeSet<&str> = program.split(['"', '`']).collect();
        // `t(`field-${name}`)` uses every key that begins so.
        let stems: Vec<&str> =
            program.split('`').filter_map(|part| part.split_once("${")).map(|(stem, _)| stem).collect();
        let unused: Vec<_> = known
            .keys()
            .filter(|key| *key != "noscript" && !quoted.contains(key.as_str()))
            .filter(|key| !stems.iter().any(|stem| stem.ends_with('-') && key.starts_with(stem)))
            .collect();
        assert!(unused.is_empty(), "nothing says {unused:?}");
        let calls = program.match_indices("t(").filter(|(at, _)| !program[..*at].ends_with(char::is_alphanumeric));
        let arguments = calls.filter_map(|(at, call)| program[at + call.len()..].trim_start().strip_prefix('"'));
        let asked = arguments.filter_map(|text| text.split_once('"')).map(|(key, _)| key);
        let unknown: BTreeSet<_> = asked.filter(|key| !known.contains_key(*key)).collect();
        assert!(unknown.is_empty(), "no language has {unknown:?}");
    }
}
