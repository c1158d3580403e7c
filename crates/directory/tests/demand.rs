//! What of a question without result may be counted: what the directory and its vocabulary know, and no more of it than
//! one question should weigh.

mod demo;

use directory::{ActorFilter, MAX_DEMAND_KEYS, Snapshot};
use domain::DemandKey;

fn list(values: &[&str]) -> Vec<String> {
    values.iter().map(|value| (*value).to_owned()).collect()
}

fn filter(themes: &[&str], districts: &[&str], languages: &[&str]) -> ActorFilter {
    ActorFilter {
        themes: list(themes),
        districts: list(districts),
        languages: list(languages),
        ..ActorFilter::default()
    }
}

/// The keys as words, with `-` for what was not named.
fn keys(snapshot: &Snapshot, filter: &ActorFilter) -> Vec<String> {
    let word = |key: &DemandKey| {
        let theme = key.theme.and_then(|id| snapshot.theme_no(id)).map(|no| snapshot.theme(no).data().slug.to_string());
        let district = key.district.and_then(|id| snapshot.district_no(id));
        let district = district.map(|no| snapshot.district(no).data().slug.to_string());
        let language = key.language.as_ref().map(ToString::to_string);
        [theme, district, language].map(|part| part.unwrap_or_else(|| "-".to_owned())).join(" ")
    };
    snapshot.demand_keys(filter).iter().map(word).collect()
}

#[test]
fn each_theme_counts_with_each_district_and_language_that_is_named() {
    let snapshot = demo::snapshot();
    assert_eq!(keys(&snapshot, &filter(&["language"], &["wanne"], &["ti"])), ["language wanne ti"]);
    assert_eq!(keys(&snapshot, &filter(&[], &["wanne"], &[])), ["- wanne -"]);
    assert_eq!(
        keys(&snapshot, &filter(&["language", "work", "language"], &[], &["ti", "so", "TI"])),
        ["language - ti", "language - so", "work - ti", "work - so"]
    );
}

#[test]
fn words_and_everything_else_count_for_nothing() {
    let snapshot = demo::snapshot();
    assert_eq!(keys(&snapshot, &ActorFilter { text: Some("Chor".to_owned()), ..ActorFilter::default() }), [""; 0]);
    let kinds = ActorFilter { kinds: list(&["women"]), age: Some(8), ..ActorFilter::default() };
    assert_eq!(keys(&snapshot, &kinds), [""; 0]);
    let with_words = ActorFilter { text: Some("Chor".to_owned()), ..filter(&["language"], &[], &[]) };
    assert_eq!(keys(&snapshot, &with_words), ["language - -"]);
    let nested = ActorFilter { or: vec![filter(&["language"], &[], &[])], ..ActorFilter::default() };
    assert_eq!(keys(&snapshot, &nested), [""; 0]);
}

#[test]
fn nobody_brings_in_a_key_that_is_not_known() {
    let snapshot = demo::snapshot();
    for unknown in [
        filter(&["xylofonquark"], &[], &[]),
        filter(&["language"], &["xylofonquark"], &[]),
        filter(&["language"], &[], &["x-secret"]),
        filter(&["language"], &[], &["vo"]),
        filter(&["language"], &[], &["ti", "no such tag"]),
    ] {
        assert_eq!(keys(&snapshot, &unknown), [""; 0], "{unknown:?}");
    }
}

#[test]
fn who_ticks_everything_looks_for_nothing_in_particular() {
    let snapshot = demo::snapshot();
    let languages: Vec<&str> = domain::language::KNOWN.iter().map(|known| known.tag).collect();
    assert_eq!(keys(&snapshot, &filter(&["work"], &[], &languages[..MAX_DEMAND_KEYS])).len(), MAX_DEMAND_KEYS);
    assert_eq!(keys(&snapshot, &filter(&["work"], &[], &languages[..=MAX_DEMAND_KEYS])), [""; 0]);
    assert_eq!(keys(&snapshot, &filter(&["work", "language"], &["wanne"], &languages)), [""; 0]);
}
