//! `/widget.js`, whose name never changes, and the words of the element in one language.

use std::collections::BTreeMap;

use domain::{
    language::KNOWN,
    vocabulary::{InstitutionKind, NetworkKind, OrganisationKind},
};
use serde_json::{Value, json};

use crate::{
    Answer, Locale, assets,
    words::{MAP, SUGGESTIONS, Words},
};

/// The strings that the element says, beside those of its map.
const STRINGS: [&str; 30] = [
    "all-districts",
    "all-languages",
    "all-themes",
    "call",
    "chip-remove",
    "chips-label",
    "closed-now",
    "data-licence",
    "empty-nothing-helps",
    "filter-districts",
    "filter-languages",
    "filter-themes",
    "filters",
    "languages",
    "map-picture",
    "map-show",
    "mistake-title",
    "more",
    "new-tab",
    "open-now",
    "question-exact",
    "results",
    "search-label",
    "search-placeholder",
    "show-all",
    "themes",
    "website",
    "widget-label",
    "widget-loading",
    "widget-more",
];

/// One line that loads the script of this build by its hashed name, from where it came itself. It works as a module
/// and as a plain script, of which browsers forget the address when it is another site's (HTML, "muted errors").
pub(super) fn loader() -> Answer {
    let script = assets::address("widget.js");
    let line = format!("(s=>import(s?new URL(\".{script}\",s.src):\".{script}\"))(document.currentScript);\n");
    Answer::file("text/javascript; charset=utf-8", line)
}

/// `/widget/words/TAG.json`
pub(super) fn words(path: &str) -> Option<Answer> {
    let tag = path.strip_prefix("/widget/words/")?.strip_suffix(".json")?;
    let locale = Locale::ALL.into_iter().find(|locale| locale.tag() == tag)?;
    Some(Answer::file("application/json; charset=utf-8", said(Words::of(locale)).to_string()))
}

fn said(words: Words) -> Value {
    let all = STRINGS.into_iter().chain(MAP).chain(SUGGESTIONS);
    let strings: BTreeMap<&str, Value> = all.map(|key| (key, words.text_or_forms(key))).collect();
    let mut kinds: BTreeMap<String, String> = BTreeMap::new();
    kinds
        .extend(OrganisationKind::ALL.iter().map(|kind| (format!("organisation-{}", kind.slug()), words.label(*kind))));
    kinds.extend(InstitutionKind::ALL.iter().map(|kind| (format!("institution-{}", kind.slug()), words.label(*kind))));
    kinds.extend(NetworkKind::ALL.iter().map(|kind| (format!("network-{}", kind.slug()), words.label(*kind))));
    let known = KNOWN.iter().filter_map(|known| Some((known.tag, words.language(&known.tag.parse().ok()?))));
    let languages: BTreeMap<&str, String> = known.collect();
    json!({ "strings": strings, "kinds": kinds, "languages": languages })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_every_word_of_the_element() {
        for locale in Locale::ALL {
            let said = said(Words::of(locale));
            for key in STRINGS.into_iter().chain(SUGGESTIONS) {
                assert!(
                    said["strings"][key].is_string() || said["strings"][key]["other"].is_string(),
                    "{locale:?} {key}"
                );
            }
            assert!(said["kinds"]["organisation-women"].is_string() && said["languages"]["tr"].is_string());
        }
    }

    #[test]
    fn a_counted_string_comes_in_its_forms() {
        let polish = said(Words::of(Locale::Pl));
        let forms = polish["strings"]["results"].as_object().expect("forms");
        assert!(forms.contains_key("few") && forms["other"].as_str().is_some_and(|form| form.contains("{count}")));
        assert!(polish["strings"]["data-licence"].as_str().is_some_and(|text| text.contains("{licence}")));
    }

    #[test]
    fn the_script_is_loaded_from_where_it_came() {
        let loader = String::from_utf8(loader().body.to_vec()).expect("text");
        assert_eq!(loader.matches("\"./assets/widget-").count(), 2, "{loader}");
        assert_eq!(loader.lines().count(), 1);
        assert!(words("/widget/words/sw.json").is_none() && words("/widget/words/uk.json").is_some());
    }
}
