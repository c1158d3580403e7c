//! `/console`: one document for everything that staff do, which a script fills, and the words of that script.
//!
//! The program itself stands in `frontend/console`; it reads and writes through `/graphql` alone, so nothing here
//! knows who asks.

use std::collections::BTreeMap;

use domain::{
    language::KNOWN,
    vocabulary::{
        Accessibility, Availability, Daytime, FieldOfAction, InstitutionKind, LegalForm, LinkKind, NetworkKind,
        OfferKind, OrganisationKind, RegistrationMethod, Role, TargetGroup,
    },
};
use http::StatusCode;
use maud::{DOCTYPE, html};
use serde_json::{Value, json};

use crate::{
    Answer, Locale, Visit, assets,
    parts::localised,
    words::{Labelled, Words, console},
};

/// Where the program stands, and every address of it below.
const ROOT: &str = "/console";

/// Whether an address is one of the program's own.
pub fn is_shell(path: &str) -> bool {
    let below = path.strip_prefix(ROOT);
    below.is_some_and(|below| below.is_empty() || below.starts_with('/')) && !path.starts_with("/console/words/")
}

/// The document at every address of the program. It holds nothing that is not public.
pub fn shell(visit: &Visit<'_>) -> Answer {
    let locale = if visit.preferred == Some(Locale::En) { Locale::En } else { Locale::De };
    let title = localised::plain(visit, &visit.snapshot.settings().title);
    let document = html! {
        (DOCTYPE)
        html lang=(locale.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="robots" content="noindex, nofollow";
                title { (title) }
                link rel="stylesheet" href=(assets::address("console.css"));
                link rel="icon" href=(assets::address("icon.svg")) type="image/svg+xml";
                script type="module" src=(assets::address("console.js")) {}
            }
            body {
                noscript { p { (console::text(locale, "noscript")) } }
                bruecke-console data-directory=(title) {}
            }
        }
    };
    Answer::page(StatusCode::OK, document.into_string())
}

/// `/console/words/TAG.json`: everything that the program says in a language, and the words of the vocabulary.
pub(crate) fn words_at(path: &str) -> Option<Answer> {
    let tag = path.strip_prefix("/console/words/")?.strip_suffix(".json")?;
    let locale = console::LOCALES.into_iter().find(|locale| locale.tag() == tag)?;
    Some(Answer::file("application/json; charset=utf-8", catalogue(locale).to_string()))
}

fn catalogue(locale: Locale) -> Value {
    let words = Words::of(locale);
    let languages: BTreeMap<&str, String> =
        KNOWN.iter().filter_map(|known| Some((known.tag, words.language(&known.tag.parse().ok()?)))).collect();
    json!({
        "strings": console::texts(locale),
        "languages": languages,
        "kinds": {
            "organisation": labels(words, OrganisationKind::ALL),
            "institution": labels(words, InstitutionKind::ALL),
            "network": labels(words, NetworkKind::ALL),
        },
        "legalForms": labels(words, LegalForm::ALL),
        "targetGroups": labels(words, TargetGroup::ALL),
        "fieldsOfAction": labels(words, FieldOfAction::ALL),
        "linkKinds": labels(words, LinkKind::ALL),
        "offerKinds": labels(words, OfferKind::ALL),
        "registrationMethods": labels(words, RegistrationMethod::ALL),
        "availability": labels(words, Availability::ALL),
        "accessibility": labels(words, Accessibility::ALL),
        "daytimes": labels(words, Daytime::ALL),
        "roles": labels(words, Role::ALL),
    })
}

/// The labels of a vocabulary by its words.
fn labels<W: Labelled>(words: Words, vocabulary: &[W]) -> BTreeMap<&'static str, String> {
    vocabulary.iter().map(|word| (word.word(), words.label(*word))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_has_every_address_below_its_own_and_no_other() {
        assert!(is_shell("/console") && is_shell("/console/") && is_shell("/console/entries/abc"));
        assert!(!is_shell("/consoles") && !is_shell("/en/console") && !is_shell("/console/words/de.json"));
    }

    #[test]
    fn the_words_come_in_german_and_english() {
        for tag in ["de", "en"] {
            let answer = words_at(&format!("/console/words/{tag}.json")).expect("words");
            let said: Value = serde_json::from_slice(&answer.body).expect("JSON");
            assert!(said["strings"]["noscript"].is_string() && said["languages"]["tr"].is_string(), "{tag}");
            assert!(said["kinds"]["organisation"]["women"].is_string(), "{tag}");
        }
        assert!(words_at("/console/words/tr.json").is_none());
    }
}
