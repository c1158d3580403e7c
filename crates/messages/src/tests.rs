//! Every language has every sentence, and what is said can be read.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource},
    parser,
};

use super::*;

fn arguments(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { selector, variants } => {
                variants.iter().for_each(|variant| arguments(&variant.value, names));
                selector
            }
        };
        if let InlineExpression::VariableReference { id } = inline {
            names.insert(id.name.to_owned());
        }
    }
}

fn sentences(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource: Resource<&str> = parser::parse(source).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
    let mut sentences = BTreeMap::new();
    for entry in &resource.body {
        if let Entry::Message(message) = entry {
            let mut names = BTreeSet::new();
            arguments(message.value.as_ref().expect("every message says something"), &mut names);
            assert!(sentences.insert(message.id.name.to_owned(), names).is_none(), "{} twice", message.id.name);
        }
    }
    sentences
}

#[test]
fn every_language_has_every_sentence_with_the_same_arguments() {
    let german = sentences(SOURCES[0]);
    for (tag, source) in LANGUAGES.iter().zip(SOURCES) {
        let own = sentences(source);
        let missing: Vec<_> = german.keys().filter(|key| !own.contains_key(*key)).collect();
        let unknown: Vec<_> = own.keys().filter(|key| !german.contains_key(*key)).collect();
        assert!(missing.is_empty() && unknown.is_empty(), "{tag}: missing {missing:?}, unknown {unknown:?}");
        for (key, names) in &own {
            assert_eq!(names, &german[key], "{tag}: {key} holds other arguments than in German");
        }
    }
}

#[test]
fn no_language_repeats_the_english_sentence_of_another() {
    let lines = |source: &str| source.lines().map(str::to_owned).collect::<BTreeSet<_>>();
    let english = lines(SOURCES[1]);
    for (tag, source) in LANGUAGES.iter().zip(SOURCES).filter(|(tag, _)| **tag != "en") {
        let same: Vec<_> = lines(source)
            .into_iter()
            .filter(|line| english.contains(line) && !line.starts_with('#') && line.split(' ').count() > 8)
            .collect();
        assert!(same.is_empty(), "{tag}: not translated {same:?}");
    }
}

#[test]
fn a_message_arrives_whole_where_only_text_is_carried() {
    let message = Message::new("problem-no-date-of-event")
        .with("days", [NaiveDate::MIN].into_iter().collect::<MessageArgument>())
        .with("inner", Message::new("problem-required"))
        .quote("given", "a\" b");
    assert_eq!(Message::parse(&format!("{message:#}")), Some(message));
    assert_eq!(Message::parse("is required"), None);
}

#[test]
fn lists_and_days_are_written_as_each_language_does() {
    let day = NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day");
    let days = || [day, day].into_iter().collect::<MessageArgument>();
    let message = Message::new("problem-no-date-of-event").with("days", days());
    assert!(message.text("de-AT").ends_with(": 01.03.2026, 01.03.2026"), "{}", message.text("de"));
    assert!(message.text("en").ends_with(": 2026-03-01, 2026-03-01"), "{}", message.text("en"));
    let either = |words: &[&str]| MessageArgument::alternatives(words.iter().copied());
    let text = |words: &[&str]| Message::new("value-allowed").with("allowed", either(words)).text("de");
    assert_eq!((text(&["a"]), text(&["a", "b", "c"])), ("erlaubt: a".to_owned(), "erlaubt: a, b oder c".to_owned()));
}
