//! The strings of the interface in every language, in Fluent, read once.
//!
//! `locales/TAG/pages.ftl` has what the pages say, `embedding.ftl` what the directory says on other sites, `reminder.ftl`
//! what is behind the links of reminders, `mail.ftl` what other mail says and what is behind its links, `account.ftl` what signing in and one's own account say, `my.ftl` what members read
//! of their entries, `explorer.ftl` what it says to those who ask in GraphQL, `console.ftl` (German and English) what
//! staff read; the words of the vocabulary stand in `domain`. Tests refuse a key that a language lacks or nothing uses.

pub(crate) mod console;
mod numbers;
#[cfg(test)]
mod tests;
mod time;
mod vocabulary;

use std::{borrow::Cow, collections::BTreeMap, sync::LazyLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, VariantKey};

use crate::Locale;

pub(crate) use time::clock;
pub use vocabulary::Labelled;

type Bundle = FluentBundle<FluentResource>;

/// What the search field says by itself as somebody types, on pages and in the element.
pub(crate) const SUGGESTIONS: [&str; 9] = [
    "suggestions",
    "suggestions-actor",
    "suggestions-count",
    "suggestions-district",
    "suggestions-event",
    "suggestions-language",
    "suggestions-offer",
    "suggestions-question",
    "suggestions-theme",
];

/// What a map says by itself, on pages and in the element.
pub(crate) const MAP: [&str; 21] = [
    "institution",
    "map-approximate",
    "map-failed",
    "map-fingers",
    "map-here",
    "map-here-failed",
    "map-here-outside",
    "map-in",
    "map-keys",
    "map-legend",
    "map-legend-approximate",
    "map-legend-border",
    "map-legend-group",
    "map-legend-selected",
    "map-out",
    "map-title",
    "map-wheel",
    "network",
    "organisation",
    "website",
    "widget-close",
];

/// What pages, embedded directories and the explorer say in a language.
macro_rules! said {
    ($tag:literal) => {
        concat!(
            include_str!(concat!("../locales/", $tag, "/pages.ftl")),
            "\n",
            include_str!(concat!("../locales/", $tag, "/embedding.ftl")),
            "\n",
            include_str!(concat!("../locales/", $tag, "/reminder.ftl")),
            "\n",
            include_str!(concat!("../locales/", $tag, "/mail.ftl")),
            "\n",
            include_str!(concat!("../locales/", $tag, "/sign-in.ftl")),
            "\n",
            include_str!(concat!("../locales/", $tag, "/account.ftl")),
            "\n",
            include_str!(concat!("../locales/", $tag, "/my.ftl")),
            "\n",
            include_str!(concat!("../locales/", $tag, "/explorer.ftl"))
        )
    };
}

/// What every language says.
const SOURCES: [(Locale, &str); 7] = [
    (Locale::De, said!("de")),
    (Locale::En, said!("en")),
    (Locale::Tr, said!("tr")),
    (Locale::Ar, said!("ar")),
    (Locale::Uk, said!("uk")),
    (Locale::Ro, said!("ro")),
    (Locale::Pl, said!("pl")),
];

static BUNDLES: LazyLock<Vec<Bundle>> =
    LazyLock::new(|| SOURCES.iter().map(|(locale, pages)| bundle(*locale, pages, labels(*locale))).collect());

/// The labels that `domain` keeps in files.
fn labels(locale: Locale) -> &'static str {
    domain::labels::FILES.iter().find(|(tag, _)| *tag == locale.tag()).map_or("", |(_, file)| file)
}

fn bundle(locale: Locale, pages: &str, vocabulary: &str) -> Bundle {
    let tag = locale.tag().parse().expect("the tags of the interface are language tags");
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    // Names in Latin letters keep their place in Arabic sentences; elsewhere the marks would only be in the way.
    bundle.set_use_isolating(locale == Locale::Ar);
    bundle.set_formatter(Some(numbers::formatter(locale)));
    for source in [pages, vocabulary] {
        // A test reads every file and refuses mistakes; a reader is better served by all other strings.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// The strings of one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(Locale);

impl Words {
    /// The strings of a language.
    pub const fn of(locale: Locale) -> Self {
        Self(locale)
    }

    /// The language.
    pub const fn locale(self) -> Locale {
        self.0
    }

    /// A string. The key itself is what is left to say where there is none; tests see to it that no page asks for
    /// one that is not there.
    pub fn say(self, key: &str) -> Cow<'static, str> {
        match self.pattern(key) {
            Some(pattern) => self.bundle().format_pattern(pattern, None, &mut Vec::new()),
            None => Cow::Owned(key.to_owned()),
        }
    }

    /// A string with a number in it, in the right form for that number.
    pub fn count(self, key: &str, count: u64) -> Cow<'static, str> {
        self.with(key, [("count", count.into())])
    }

    /// A string with values in it.
    pub fn with<'a>(
        self,
        key: &str,
        values: impl IntoIterator<Item = (&'static str, FluentValue<'a>)>,
    ) -> Cow<'static, str> {
        let mut named = FluentArgs::new();
        for (name, value) in values {
            named.set(name, value);
        }
        Cow::Owned(match self.pattern(key) {
            Some(pattern) => self.bundle().format_pattern(pattern, Some(&named), &mut Vec::new()).into_owned(),
            None => key.to_owned(),
        })
    }

    /// A string as a script puts values into it: `{name}` where one belongs. One text under the empty name, or the
    /// forms by number, named as Unicode's plural rules name them.
    pub(crate) fn forms(self, key: &str) -> BTreeMap<String, String> {
        let Some(pattern) = self.pattern(key) else { return BTreeMap::from([(String::new(), key.to_owned())]) };
        self.pattern_forms(pattern)
    }

    fn pattern_forms(self, pattern: &Pattern<&str>) -> BTreeMap<String, String> {
        match pattern.elements.as_slice() {
            [PatternElement::Placeable { expression: Expression::Select { variants, .. } }] => {
                variants.iter().map(|variant| (variant_name(&variant.key), self.template(&variant.value))).collect()
            }
            _ => BTreeMap::from([(String::new(), self.template(pattern))]),
        }
    }

    /// A pattern for a script: one text, or its forms by number.
    fn pattern_for_script(self, pattern: &Pattern<&str>) -> serde_json::Value {
        let mut forms = self.pattern_forms(pattern);
        forms.remove("").map_or_else(|| serde_json::json!(forms), serde_json::Value::String)
    }

    /// A string for a script: one text, or its forms by number.
    pub(crate) fn text_or_forms(self, key: &str) -> serde_json::Value {
        let text = || serde_json::Value::String(key.to_owned());
        self.pattern(key).map_or_else(text, |pattern| self.pattern_for_script(pattern))
    }

    fn template(self, pattern: &Pattern<&str>) -> String {
        // As the bundle does it: see `set_use_isolating` above.
        let (before, after) = if self.0 == Locale::Ar { ("\u{2068}", "\u{2069}") } else { ("", "") };
        let mut template = String::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => template.push_str(value),
                PatternElement::Placeable {
                    expression: Expression::Inline(InlineExpression::VariableReference { id }),
                } => template.push_str(&format!("{before}{{{}}}{after}", id.name)),
                PatternElement::Placeable { .. } => {}
            }
        }
        template
    }

    fn bundle(self) -> &'static Bundle {
        &BUNDLES[self.0 as usize]
    }

    fn pattern(self, key: &str) -> Option<&'static Pattern<&'static str>> {
        self.bundle().get_message(key)?.value()
    }
}

fn variant_name(key: &VariantKey<&str>) -> String {
    match key {
        VariantKey::Identifier { name } => (*name).to_owned(),
        VariantKey::NumberLiteral { value } => (*value).to_owned(),
    }
}
