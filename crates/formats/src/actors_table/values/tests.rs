//! Values of cells, each with what it is understood as.

use directory::{Settings, Snapshot};

use super::*;

fn read(vocabulary: CellVocabulary, text: &str, decided: &str) -> CellMeaning {
    let snapshot = Snapshot::build(Settings::default(), []).expect("a snapshot");
    let mut decisions = Decisions::default();
    decisions.add_lines(decided).expect("decisions");
    let column = ValueColumn { heading: "Sprachen", vocabulary, alike: &[], level: None };
    read_cell(&mut Lexicon::new(&snapshot), &decisions, column, text)
}

#[test]
fn languages_are_understood_by_label_code_and_abbreviation_however_they_are_separated() {
    for (text, expected) in [
        ("Türkisch", vec!["tr"]),
        ("türk.", vec!["tr"]),
        ("DE/TR", vec!["de", "tr"]),
        ("dt., engl.", vec!["de", "en"]),
        ("DE EN FR AR", vec!["de", "en", "fr", "ar"]),
        ("Kurmancî", vec!["kmr"]),
        ("Farsi", vec!["fa"]),
        ("rumänisch + deutsch", vec!["ro", "de"]),
        ("französisch u. Lingala", vec!["fr", "ln"]),
        ("Albanisch; Serbisch", vec!["sq", "sr"]),
        ("Ukrainisch, Russisch\nPolnisch", vec!["uk", "ru", "pl"]),
        ("Turkish and Arabic", vec!["tr", "ar"]),
        ("Arapça", vec!["ar"]),
        ("kmr|tr", vec!["kmr", "tr"]),
        ("div.", vec![]),
        ("mehrsprachig", vec![]),
        ("engl. und frz.", vec!["en", "fr"]),
        ("Kurdisch (Kurmandschi)", vec!["kmr"]),
        ("bosnisch-kroatisch-serbisch", vec!["bs", "hr", "sr"]),
        ("Arabisch, Kurdisch (Kurmandschi)", vec!["ar", "kmr"]),
        ("Arabisch und Kurdisch (Kurmandschi)", vec!["ar", "kmr"]),
        ("Arabisch + Kurdisch (Sorani)", vec!["ar", "ckb"]),
        ("Türkisch/Kurdisch (Zaza)", vec!["tr", "zza"]),
        ("Arabisch / Persisch (Dari)", vec!["ar", "prs"]),
        ("Persisch (Farsi) / Dari", vec!["fa", "prs"]),
        ("Kurdisch (Kurmandschi, Sorani), Deutsch", vec!["kmr", "ckb", "de"]),
        ("Deutsch, Englisch (gut)", vec!["de", "en"]),
        ("Englisch / Französisch (gut)", vec!["en", "fr"]),
        ("Deutsch, Türkisch (teils)", vec!["de", "tr"]),
        ("Deutsch (Englisch)", vec!["de", "en"]),
        ("Deutsch (Muttersprache), Englisch (gut), Russisch", vec!["de", "en", "ru"]),
        ("Deutsch, Spanisch (Di)", vec!["de", "es"]),
        ("Russisch, Ukrainisch (nur So)", vec!["ru", "uk"]),
        ("gut|byn", vec!["gut", "byn"]),
    ] {
        let meaning = read(CellVocabulary::Language, text, "");
        assert_eq!(meaning.values, expected, "{text}: {meaning:?}");
        assert!(meaning.unclear.is_empty(), "{text}: {meaning:?}");
    }
}

#[test]
fn what_may_be_several_things_is_asked_and_a_decision_answers() {
    let asked = read(CellVocabulary::Language, "Arabisch/Kurdisch", "");
    assert_eq!((asked.values.as_slice(), asked.unclear.len()), (["ar".to_owned()].as_slice(), 1), "{asked:?}");
    assert_eq!(asked.unclear[0].text, "Kurdisch");
    assert_eq!(read(CellVocabulary::Language, "Arabisch/Kurdisch", "Kurdisch=kmr+Sorani").values, ["ar", "kmr", "ckb"]);
    assert_eq!(read(CellVocabulary::Language, "Arabisch/Kurdisch", "Kurdisch=").values, ["ar"]);
    let suggested = read(CellVocabulary::TargetGroup, "Elternschaft, Sangesfreudige", "Sprachen:unklar=vorschlag");
    assert!(suggested.unclear.is_empty() && suggested.notes.contains(&"Sangesfreudige".to_owned()), "{suggested:?}");
    let noted = read(CellVocabulary::Language, "Arabisch/Kurdisch", "Sprachen:unklar=notiz");
    assert_eq!((noted.values, noted.notes), (vec!["ar".to_owned()], vec!["Kurdisch".to_owned()]));
    let other = read(CellVocabulary::Language, "Arabisch/Kurdisch", "Themen:unklar=notiz");
    assert_eq!(other.unclear.len(), 1, "{other:?}");
    let unknown = read(CellVocabulary::Language, "Quenya", "");
    assert_eq!(unknown.unclear[0].text, "Quenya");
    let nonsense = read(CellVocabulary::Language, "Quenya", "Quenya=quatsch");
    assert_eq!((nonsense.unclear[0].text.as_str(), nonsense.misunderstood[0].as_str()), ("Quenya", "quatsch"));
    let door = read(CellVocabulary::Wheelchair, "schwellenarm", "");
    assert_eq!(door.unclear[0].candidates, ["yes", "limited", "no", "unknown"]);
    let decided = read(CellVocabulary::Wheelchair, "schwellenarm", "schwellenarm=");
    assert!(decided.values.is_empty() && decided.unclear.is_empty(), "{decided:?}");
}

#[test]
fn groups_are_understood_by_label_and_by_everyday_words() {
    for (text, expected) in [
        ("Familien m. Kindern", vec!["families"]),
        ("Kinder 6-13", vec!["children-6-13"]),
        ("Kinder (6-12 J.)", vec!["children-6-13"]),
        ("Kinder (2-4 Jahre)", vec!["children-0-5"]),
        ("Kinder mit Behinderung 6-12 J.", vec!["children-6-13", "people-with-disabilities"]),
        ("Kinder mit Behinderung ab 6 Jahren", vec!["children-6-13", "people-with-disabilities"]),
        ("Kinder mit Behinderung 2-4 J.", vec!["children-0-5", "people-with-disabilities"]),
        ("Kinder mit Behinderung", vec!["children-0-5", "children-6-13", "people-with-disabilities"]),
        ("Frauen und Mädchen ab 14", vec!["women", "youth-14-17"]),
        ("Ki. u. Jugendl.", vec!["children-0-5", "children-6-13", "youth-14-17"]),
        ("Senioren (60+)", vec!["seniors"]),
        ("Männer/Väter", vec!["men-and-fathers"]),
        ("4-16", vec!["children-0-5", "children-6-13", "youth-14-17"]),
        ("6–10", vec!["children-6-13"]),
        ("14-27", vec!["youth-14-17", "young-adults-18-27"]),
        ("alle", vec!["everyone"]),
        ("Frauen, Geflüchtete", vec!["women", "refugees"]),
        ("Sinti und Roma", vec!["roma-and-sinti"]),
        ("ältere Frauen", vec!["seniors", "women"]),
        ("Frauen mit Behinderung", vec!["women", "people-with-disabilities"]),
        ("LSBTIQ Geflüchtete", vec!["queer-people", "refugees"]),
        ("queere Geflüchtete", vec!["queer-people", "refugees"]),
        ("Roma-Kinder", vec!["roma-and-sinti", "children-0-5", "children-6-13"]),
        ("alleinerziehende Mütter", vec!["parents", "women"]),
        ("Familien mit Kindern", vec!["families"]),
        ("Senior:innen", vec!["seniors"]),
        ("Senior*innen 60+", vec!["seniors"]),
        ("Rentner/innen", vec!["seniors"]),
        ("Schüler/-innen", vec!["children-6-13", "youth-14-17"]),
        ("SchülerInnen", vec!["children-6-13", "youth-14-17"]),
        ("Schülerinnen", vec!["women", "children-6-13", "youth-14-17"]),
        ("Mädchen u. Jungen 6-13", vec!["children-6-13"]),
        ("Mädchen und Jungen", vec!["children-6-13", "youth-14-17"]),
        ("junge Männer", vec!["men-and-fathers", "young-adults-18-27"]),
        ("Herren", vec!["men-and-fathers"]),
        ("Jungs und Mädchen", vec!["children-6-13", "youth-14-17"]),
        ("alle Frauen", vec!["women"]),
        ("Jugendliche (m/w/d)", vec!["youth-14-17"]),
        ("50plus", vec!["adults", "seniors"]),
        ("Ü50", vec!["adults", "seniors"]),
        ("alle Generationen", vec!["everyone"]),
        ("Migrant:innen", vec![]),
        ("Migrantinnen", vec!["women"]),
        ("Mädchen 8-14 mit Fluchterfahrung", vec!["women", "children-6-13", "refugees"]),
        ("Jungen ab 10", vec!["children-6-13", "youth-14-17"]),
        ("Jungen", vec!["children-6-13", "youth-14-17"]),
        ("junge Mütter", vec!["women", "parents"]),
        ("Mütter mit Kleinkindern", vec!["women", "parents", "children-0-5"]),
        ("schwangere Geflüchtete", vec!["women", "parents", "refugees"]),
    ] {
        let meaning = read(CellVocabulary::TargetGroup, text, "");
        assert_eq!(meaning.values, expected, "{text}: {meaning:?}");
        let shown: Vec<&str> = meaning.understood.iter().map(|(given, _)| given.as_str()).collect();
        let text = text.replace("/-innen", ":innen").replace("/innen", ":innen");
        assert!(shown.iter().all(|given| text.contains(given) && !given.ends_with("(60")), "{shown:?}");
    }
}

#[test]
fn people_of_any_gender_are_not_the_women_among_them_and_what_is_not_understood_is_noted() {
    for text in ["Migrant:innen", "Migrant*innen", "Migrant_innen", "Migrant/innen", "MigrantInnen", "Migrant(inn)en"] {
        let meaning = read(CellVocabulary::TargetGroup, text, "unklar=notiz");
        assert!(!meaning.values.contains(&"women".to_owned()), "{text}: {meaning:?}");
    }
    assert_eq!(read(CellVocabulary::TargetGroup, "Migrantinnen", "").values, ["women"]);
    for (text, group) in [("muslimische Jugendliche", "youth-14-17"), ("traumatisierte Geflüchtete", "refugees")] {
        let meaning = read(CellVocabulary::TargetGroup, text, "");
        assert_eq!(
            (meaning.values.as_slice(), meaning.notes.as_slice()),
            ([group.to_owned()].as_slice(), [text.to_owned()].as_slice())
        );
    }
}

#[test]
fn what_stands_in_parentheses_behind_a_language_makes_no_other_of_it() {
    for (text, expected) in [
        ("Romani (Arli)", vec!["rom"]),
        ("Deutsch (DGS)", vec!["gsg"]),
        ("DGS (Gebärdensprache)", vec!["gsg"]),
        ("Berberisch (Kabylisch)", vec!["kab"]),
        ("Berberisch (Tarifit)", vec!["rif"]),
        ("Serbisch (kyrillisch)", vec!["sr"]),
    ] {
        let meaning = read(CellVocabulary::Language, text, "");
        assert_eq!(meaning.values, expected, "{text}: {meaning:?}");
    }
    for text in ["Tamazight (Berberisch)", "Kurdisch (Badini)"] {
        let meaning = read(CellVocabulary::Language, text, "");
        assert!(meaning.values.is_empty() && meaning.unclear.len() == 1, "{text}: {meaning:?}");
    }
}
