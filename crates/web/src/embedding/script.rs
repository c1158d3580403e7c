//! `/widget.js`, whose name never changes, and the words of the element in one language.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    Language,
    hours::weekday_word,
    vocabulary::{Daytime, FieldOfAction, MAX_AGE, OrganisationKind, TargetGroup, Wheelchair},
};
use serde_json::{Value, json};

use crate::{
    Answer, Locale, Visit, assets,
    pages::search::{WEEK, help},
    parts::funders,
    words::{MAP, SUGGESTIONS, Words},
};

/// The strings that the element says, beside those of its map.
const STRINGS: [&str; 39] = [
    "all-districts",
    "all-languages",
    "all-themes",
    "calendar-list",
    "call",
    "chip-not",
    "chip-remove",
    "chips-label",
    "closed-now",
    "data-licence",
    "empty-nothing-helps",
    "filter-districts",
    "filter-languages",
    "filter-themes",
    "filters",
    "institution",
    "languages",
    "map-picture",
    "map-show",
    "more",
    "nav-suggest",
    "network",
    "new-tab",
    "open-now",
    "organisation",
    "question-exact",
    "results",
    "search-label",
    "search-placeholder",
    "show-all",
    "themes",
    "website",
    "widget-label",
    "widget-filters",
    "widget-loading",
    "widget-missing",
    "widget-more",
    "widget-no-entry",
    "widget-panes",
];

/// What it says to help, which comes once somebody needs it.
const GUIDANCE: [&str; 5] = ["empty-loosen", "entries", "help-numbers", "loosen", "mistake-meant"];

/// The strings of its form for suggestions, which comes once it is asked for.
const SUGGESTION: [&str; 30] = [
    "nav-suggest",
    "please-choose",
    "problem-email",
    "problem-latin-name",
    "problem-nothing",
    "problem-other",
    "problem-phone",
    "problem-required",
    "problem-too-long",
    "problem-version",
    "problem-website",
    "suggest-comment",
    "suggest-comment-hint",
    "suggest-contact",
    "suggest-contact-hint",
    "suggest-email",
    "suggest-kind",
    "suggest-lead",
    "suggest-limit-busy",
    "suggest-limit-client",
    "suggest-limit-queue",
    "suggest-name",
    "suggest-phone",
    "suggest-send",
    "suggest-thanks",
    "suggest-thanks-text",
    "suggest-website",
    "suggest-wrong",
    "widget-close",
    "widget-missing",
];

/// One line that loads the script of this build by its hashed name, from where it came itself. It works as a module
/// and as a plain script, of which browsers forget the address when it is another site's (HTML, "muted errors").
pub(super) fn loader() -> Answer {
    let script = assets::address("widget.js");
    let line = format!("(s=>import(s?new URL(\".{script}\",s.src):\".{script}\"))(document.currentScript);\n");
    Answer::file("text/javascript; charset=utf-8", line)
}

/// `/widget/words/TAG.json`, with who funds the directory; `TAG-map.json`, `TAG-suggestion.json`, `TAG-guidance.json`
/// and `TAG-filters.json` are what its map, its form, its help and its further filters say, which come once they are
/// there.
pub(super) fn words(visit: &Visit<'_>, path: &str) -> Option<Answer> {
    let name = path.strip_prefix("/widget/words/")?.strip_suffix(".json")?;
    let (tag, part) = name.split_once('-').unwrap_or((name, ""));
    let locale = Locale::ALL.into_iter().find(|locale| locale.tag() == tag)?;
    let words = Words::of(locale);
    let said = match part {
        "" => {
            let mut said = catalogue(words, visit.snapshot.languages());
            let funding = funders::to_json(&Visit { locale, ..*visit });
            if !funding.is_null() {
                said["funding"] = funding;
            }
            let themes: BTreeSet<&String> = visit.site.help.iter().flat_map(|number| &number.themes).collect();
            if !themes.is_empty() {
                said["helpThemes"] = json!(themes);
            }
            said
        }
        "guidance" => {
            let of_reader = &Visit { locale, ..*visit };
            let numbers: Vec<Value> = visit.site.help.iter().map(|number| help::to_json(of_reader, number)).collect();
            json!({ "strings": strings(words, GUIDANCE), "help": numbers })
        }
        "filters" => more_filters(words),
        "map" => json!({ "strings": strings(words, MAP) }),
        "suggestion" => {
            let kinds: BTreeMap<&str, String> =
                OrganisationKind::ALL.iter().map(|kind| (kind.slug(), words.label(*kind))).collect();
            json!({ "strings": strings(words, SUGGESTION), "kinds": kinds })
        }
        _ => return None,
    };
    Some(Answer::file("application/json; charset=utf-8", said.to_string()))
}

fn strings(words: Words, keys: impl IntoIterator<Item = &'static str>) -> BTreeMap<&'static str, Value> {
    keys.into_iter().map(|key| (key, words.text_or_forms(key))).collect()
}

/// The filters that come once somebody asks for them: each with the parameter of an address that it is.
fn more_filters(words: Words) -> Value {
    let tick = |name: &str, value: &str, key: &str| json!({ "name": name, "value": value, "label": words.say(key) });
    let select = |name: &str, label: String, values: Vec<(&str, String)>| {
        let values: Vec<Value> =
            values.into_iter().map(|(value, label)| json!({ "value": value, "label": label })).collect();
        json!({ "name": name, "label": label, "values": values })
    };
    let wheelchair =
        json!({ "name": "wheelchair", "value": Wheelchair::Yes.slug(), "label": words.label(Wheelchair::Yes) });
    let groups = TargetGroup::ALL.iter().map(|group| (group.slug(), words.label(*group))).collect();
    let fields = FieldOfAction::ALL.iter().map(|field| (field.slug(), words.label(*field))).collect();
    let days = WEEK.iter().map(|day| (weekday_word(*day), words.weekday(*day))).collect();
    let times = Daytime::ALL.iter().map(|time| (time.slug(), words.label(*time))).collect();
    json!({
        "strings": {},
        "ticks": [
            tick("open", "now", "open-now-only"),
            tick("free", "yes", "free-of-charge"),
            tick("appointment", "no", "without-appointment"),
            tick("confidential", "yes", "confidential"),
            wheelchair,
        ],
        "selects": [
            select("group", words.say("filter-groups").into_owned(), groups),
            select("field", words.say("filter-fields").into_owned(), fields),
            select("day", words.say("widget-weekday").into_owned(), days),
            select("time", words.say("widget-daytime").into_owned(), times),
        ],
        "age": { "name": "age", "label": words.say("filter-age"), "most": MAX_AGE },
        "any": words.say("type-any"),
    })
}

fn catalogue<'l>(words: Words, spoken: impl Iterator<Item = &'l Language>) -> Value {
    let strings = strings(words, STRINGS.into_iter().chain(SUGGESTIONS));
    let languages: BTreeMap<&str, String> =
        spoken.map(|language| (language.as_str(), words.language(language))).collect();
    json!({ "strings": strings, "languages": languages })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_every_word_of_the_element() {
        let turkish: Language = "tr".parse().expect("a tag");
        for locale in Locale::ALL {
            let said = catalogue(Words::of(locale), std::iter::once(&turkish));
            for key in STRINGS.into_iter().chain(SUGGESTIONS) {
                assert!(
                    said["strings"][key].is_string() || said["strings"][key]["other"].is_string(),
                    "{locale:?} {key}"
                );
            }
            let form = strings(Words::of(locale), SUGGESTION.into_iter().chain(GUIDANCE));
            for key in SUGGESTION.into_iter().chain(GUIDANCE) {
                assert!(form[key].is_string() || form[key]["other"].is_string(), "{locale:?} {key}");
            }
            assert!(said["languages"]["tr"].is_string());
        }
    }

    #[test]
    fn a_counted_string_comes_in_its_forms() {
        let polish = catalogue(Words::of(Locale::Pl), std::iter::empty());
        let forms = polish["strings"]["results"].as_object().expect("forms");
        assert!(forms.contains_key("few") && forms["other"].as_str().is_some_and(|form| form.contains("{count}")));
        assert!(polish["strings"]["data-licence"].as_str().is_some_and(|text| text.contains("{licence}")));
    }

    #[test]
    fn the_script_is_loaded_from_where_it_came() {
        let loader = String::from_utf8(loader().body.to_vec()).expect("text");
        assert_eq!(loader.matches("\"./assets/widget-").count(), 2, "{loader}");
        assert_eq!(loader.lines().count(), 1);
    }
}
