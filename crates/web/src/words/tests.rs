//! Every language says everything, nothing is said for nobody, and what is said can be read.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource},
    parser,
};

use super::*;

/// The keys of a source with the values each may hold.
fn keys(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource: Resource<&str> = parser::parse(source).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
    let mut keys = BTreeMap::new();
    for entry in &resource.body {
        if let Entry::Message(message) = entry {
            let mut values = BTreeSet::new();
            collect(message.value.as_ref().expect("every message says something"), &mut values);
            assert!(keys.insert(message.id.name.to_owned(), values).is_none(), "{} stands twice", message.id.name);
        }
    }
    keys
}

fn collect(pattern: &Pattern<&str>, values: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { selector, variants } => {
                variants.iter().for_each(|variant| collect(&variant.value, values));
                selector
            }
        };
        if let InlineExpression::VariableReference { id } = inline {
            values.insert(id.name.to_owned());
        }
    }
}

/// Every text between quotation marks in the sources of this crate.
fn literals(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            literals(&entry, found);
        } else {
            let text = fs::read_to_string(&entry).expect("a source");
            found.extend(text.split('"').skip(1).step_by(2).map(str::to_owned));
            found.extend(text.split('"').skip(2).step_by(2).map(str::to_owned));
        }
    }
}

#[test]
fn every_language_has_every_string_with_the_same_values() {
    let german = keys(SOURCES[0].1);
    for (locale, pages) in SOURCES {
        let said = keys(pages);
        let missing: Vec<_> = german.keys().filter(|key| !said.contains_key(*key)).collect();
        let unknown: Vec<_> = said.keys().filter(|key| !german.contains_key(*key)).collect();
        assert!(missing.is_empty() && unknown.is_empty(), "{locale:?}: missing {missing:?}, unknown {unknown:?}");
        for (key, values) in &said {
            assert_eq!(values, &german[key], "{locale:?}: {key} holds other values than in German");
        }
    }
}

#[test]
fn every_language_has_every_label_that_is_not_code() {
    let features: BTreeSet<String> = keys(labels(Locale::De)).into_keys().collect();
    let all: BTreeSet<String> = vocabulary::keys().into_iter().chain(features.iter().cloned()).collect();
    for (locale, _) in SOURCES {
        // The vocabulary is German and English in the code.
        let expected = if matches!(locale, Locale::De | Locale::En) { &features } else { &all };
        let said: BTreeSet<String> = keys(labels(locale)).into_keys().collect();
        let (missing, unknown) = (expected.difference(&said), said.difference(expected));
        assert_eq!((missing.collect::<Vec<_>>(), unknown.collect::<Vec<_>>()), (vec![], vec![]), "{locale:?}");
    }
}

#[test]
fn every_string_is_used_and_every_used_string_exists() {
    let mut used = BTreeSet::new();
    literals(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut used);
    let german = keys(SOURCES[0].1);
    let unused: Vec<_> = german.keys().filter(|key| !used.contains(*key)).collect();
    assert!(unused.is_empty(), "nothing says {unused:?}");
    let asked = asked_for(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let labels = keys(labels(Locale::De));
    let unknown: Vec<_> = asked.iter().filter(|key| !german.contains_key(*key) && !labels.contains_key(*key)).collect();
    assert!(asked.len() > 100 && unknown.is_empty(), "no language has {unknown:?}");
}

/// The keys that are asked for by name.
fn asked_for(folder: &Path) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            keys.extend(asked_for(&entry));
            continue;
        }
        let text = fs::read_to_string(&entry).expect("a source");
        for call in [".say(\"", ".count(\"", ".with(\"", "detail(visit, \""] {
            let calls = text.split(call).skip(1);
            keys.extend(calls.filter_map(|rest| rest.split_once('"')).map(|(key, _)| key.to_owned()));
        }
    }
    keys
}

#[test]
fn counted_strings_have_the_forms_that_each_language_needs() {
    let said = |locale, count| Words::of(locale).count("entries", count);
    assert_eq!((said(Locale::De, 1), said(Locale::De, 1_200)), ("1 Eintrag".into(), "1.200 Einträge".into()));
    assert_eq!((said(Locale::Pl, 1), said(Locale::Pl, 3)), ("1 wpis".into(), "3 wpisy".into()));
    assert_eq!((said(Locale::Pl, 12), said(Locale::Pl, 22)), ("12 wpisów".into(), "22 wpisy".into()));
    assert_eq!((said(Locale::Uk, 21), said(Locale::Uk, 5)), ("21 запис".into(), "5 записів".into()));
    assert_eq!((said(Locale::Ro, 19), said(Locale::Ro, 20)), ("19 înregistrări".into(), "20 de înregistrări".into()));
    let forms: BTreeSet<String> =
        [0, 1, 2, 3, 11, 100].map(|count| said(Locale::Ar, count).replace(char::is_numeric, "#")).into();
    assert!(forms.len() >= 5, "{forms:?}");
}

#[test]
fn a_string_that_is_written_for_a_number_is_never_left_with_a_mark() {
    for locale in Locale::ALL {
        for (key, values) in keys(SOURCES[0].1) {
            let given = values.iter().map(|value| match value.as_str() {
                "count" => ("count", FluentValue::from(3_u64)),
                other => (&*Box::leak(other.to_owned().into_boxed_str()), FluentValue::from("x")),
            });
            let said = Words::of(locale).with(&key, given);
            assert!(!said.contains(['{', '}', '$']) && !said.is_empty(), "{locale:?} {key}: {said}");
        }
    }
}
