//! The sentences of every language, read once.

use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

use super::{Message, MessageArgument};

type SentenceBundle = FluentBundle<FluentResource>;

/// The tags of the languages, as [`SOURCES`] has them.
pub const LANGUAGES: [&str; 7] = ["de", "en", "tr", "ar", "uk", "ro", "pl"];

macro_rules! source {
    ($tag:literal) => {
        concat!(
            include_str!(concat!("../locales/", $tag, "/general.ftl")),
            "\n",
            include_str!(concat!("../locales/", $tag, "/imports.ftl")),
            "\n",
            include_str!(concat!("../locales/", $tag, "/problems.ftl")),
            "\n",
            include_str!(concat!("../locales/", $tag, "/refusals.ftl")),
            "\n",
            include_str!(concat!("../locales/", $tag, "/tables.ftl")),
            "\n",
            include_str!(concat!("../locales/", $tag, "/values.ftl"))
        )
    };
}

/// The sentences of every language, in the order of [`LANGUAGES`].
pub const SOURCES: [&str; 7] =
    [source!("de"), source!("en"), source!("tr"), source!("ar"), source!("uk"), source!("ro"), source!("pl")];

static BUNDLES: LazyLock<Vec<SentenceBundle>> =
    LazyLock::new(|| LANGUAGES.iter().zip(SOURCES).map(|(tag, source)| bundle(tag, source)).collect());

fn bundle(tag: &str, source: &str) -> SentenceBundle {
    let language = tag.parse().expect("the tags of the catalogues are language tags");
    let mut bundle = SentenceBundle::new_concurrent(vec![language]);
    // Names in Latin letters keep their place in Arabic sentences; elsewhere the marks would only be in the way.
    bundle.set_use_isolating(tag == "ar");
    // A test reads every file and refuses mistakes; a reader is better served by all other sentences.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

/// Which of [`LANGUAGES`] a reader's tag means; German where it is none of them.
pub(crate) fn language(reader: &str) -> usize {
    let primary = reader.split(['-', '_']).next().unwrap_or_default();
    LANGUAGES.iter().position(|tag| tag.eq_ignore_ascii_case(primary)).unwrap_or(0)
}

/// The sentence of a message. The key itself is what is left to say where there is none; tests see to it that no code
/// makes such a message.
pub(crate) fn sentence(message: &Message, language: usize) -> String {
    let bundle = &BUNDLES[language];
    let Some(pattern) = bundle.get_message(&message.key).and_then(|message| message.value()) else {
        return message.key.clone().into_owned();
    };
    let mut arguments = FluentArgs::new();
    for (name, argument) in &message.arguments {
        arguments.set(name.as_ref(), value(argument, language));
    }
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
    debug_assert!(errors.is_empty(), "{}: {errors:?}", message.key);
    text
}

fn value(argument: &MessageArgument, language: usize) -> FluentValue<'_> {
    match argument {
        MessageArgument::Text(text) => FluentValue::from(text.as_str()),
        MessageArgument::Number(number) => FluentValue::from(*number),
        _ => FluentValue::from(text(argument, language)),
    }
}

fn text(argument: &MessageArgument, language: usize) -> String {
    match argument {
        MessageArgument::Text(text) => text.clone(),
        MessageArgument::Number(number) => number.to_string(),
        MessageArgument::Day(day) => day.format(&sentence(&Message::new("general-day-format"), language)).to_string(),
        MessageArgument::Message(message) => sentence(message, language),
        MessageArgument::Word(words) => words.get(language).cloned().unwrap_or_default().into_owned(),
        MessageArgument::List(list) => join(list, language),
        MessageArgument::Alternatives(list) => match list.split_last() {
            Some((last, others @ [_, ..])) => {
                let (first, last) = (join(others, language), text(last, language));
                sentence(&Message::new("general-or").with("first", first).with("last", last), language)
            }
            _ => join(list, language),
        },
    }
}

fn join(list: &[MessageArgument], language: usize) -> String {
    let comma = sentence(&Message::new("general-comma"), language);
    list.iter().map(|argument| text(argument, language)).collect::<Vec<_>>().join(&comma)
}
