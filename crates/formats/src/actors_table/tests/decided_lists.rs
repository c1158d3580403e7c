//! What is decided of a list: each value once for all columns of a field, and what nobody decides; which
//! column a problem names.

use domain::{record::LifeStatus, vocabulary::TargetGroup};

use super::other_lists::{csv, hints, questions, remarks};

#[test]
fn what_a_decision_says_counts_in_every_column_and_one_that_is_about_nothing_is_told() {
    let text = "Verein;Homepage;Barrierefrei;Stand\nA;auf Anfrage;schwellenarm;wenn Zeit ist\n";
    let (table, actors, problems) = csv(text, "");
    assert_eq!(actors.len(), 0);
    assert_eq!(questions(&table), [("schwellenarm", vec!["yes", "limited", "no", "unknown"])]);
    assert!(problems.iter().any(|problem| problem.contains("\"schwellenarm\" is unclear")), "{problems:?}");
    assert!(hints(&table).contains("\"wenn Zeit ist\" cannot be read as a day"), "{}", hints(&table));
    let decisions = "auf Anfrage=\nschwellenarm=\nStand:wenn Zeit ist=2024-04-01";
    let (table, actors, problems) = csv(text, decisions);
    assert_eq!((problems, questions(&table).len()), (Vec::new(), 0));
    assert_eq!(actors[0].verified_on.map(|day| day.to_string()).as_deref(), Some("2024-04-01"));
    assert!(!remarks(&table).contains("about nothing"), "{}", remarks(&table));
    let (table, ..) = csv(text, "schwellenarm=quatsch\nQuatsch=yes\nrow 99=new\nrow 2=new");
    assert_eq!(questions(&table)[0].0, "schwellenarm");
    let told = remarks(&table);
    assert!(told.contains("about nothing in the table: \"Quatsch=yes\", \"row 99=new\"."), "{told}");
    assert!(told.contains("These meanings do not exist, or are several: \"quatsch\""), "{told}");
}

#[test]
fn a_problem_names_the_very_column_it_stands_in() {
    let text = "Verein;Kontakt;Web;Sprache 1;Sprache 2\nA;02323 111222;steht im Heft;Türkisch;Quenya\n";
    let (_, _, problems) = csv(text, "");
    let told = problems.join("\n");
    assert!(told.contains("\"Web\", website") && told.contains("\"Sprache 2\", languages"), "{told}");
    assert!(!told.contains("\"Kontakt\"") && !told.contains("\"Sprache 1\""), "{told}");
}

#[test]
fn an_unclear_value_of_several_columns_is_asked_once_and_answered_for_all() {
    let text = "Verein;Sprache 1;Sprache 2\nA;Kurdisch;\nB;Türkisch;kurdisch\n";
    let (table, ..) = csv(text, "");
    assert_eq!(questions(&table).len(), 1, "{:?}", questions(&table));
    assert_eq!(table.summary().questions[0].rows, 2);
    for decision in ["Kurdisch=kmr", "Sprache 1:Kurdisch=kmr", "Sprache 2:Kurdisch=kmr"] {
        let (table, actors, problems) = csv(text, decision);
        assert_eq!((questions(&table).len(), problems.len(), actors.len()), (0, 0, 2), "{decision}: {problems:?}");
    }
    let (_, actors, _) = csv(text, "Sprache 1:Kurdisch=kmr\nSprache 2:Kurdisch=ckb");
    let languages: Vec<String> = actors[1].languages.iter().map(ToString::to_string).collect();
    assert_eq!(languages, ["tr", "ckb"]);
}

#[test]
fn columns_that_nobody_knows_stand_in_the_notes_where_what_is_unclear_does() {
    let text = "Verein;Farbe;Frauen;Schlüssel\nA;grün;x;bei B\nC;;;\n";
    let (table, actors, _) = csv(text, "");
    assert!(remarks(&table).contains("\"Farbe\", \"Schlüssel\""), "{}", remarks(&table));
    assert!(table.summary().notes.is_empty() && actors.len() == 2);
    let (table, actors, problems) = csv(text, "unclear=note");
    assert_eq!((problems, actors[0].target_groups.len()), (Vec::new(), 1), "what a mark says is no note");
    assert_eq!(table.summary().notes.get(&1).map(String::as_str), Some("Farbe: grün\nSchlüssel: bei B"));
    assert!(!table.summary().notes.contains_key(&2) && !remarks(&table).contains("Unknown columns"));
}

#[test]
fn coordinates_that_cannot_be_meant_are_asked_about_or_stand_in_the_note() {
    let text = "Verein;Rechtswert;Hochwert\nA;0;0\nB;5.710.387,83;371.675,78\n";
    let (_, actors, problems) = csv(text, "");
    assert!(actors.len() == 1 && problems.len() == 1 && problems[0].contains("Atlantic"), "{problems:?}");
    let (table, actors, problems) = csv(text, "unclear=note");
    assert_eq!((problems, actors.len(), actors[0].location), (Vec::new(), 2, None));
    assert_eq!(table.summary().notes.get(&1).map(String::as_str), Some("longitude/latitude: 0 / 0"));
    let place = actors[1].location.expect("metres");
    assert!((place.longitude - 7.15).abs() < 1e-5 && (place.latitude - 51.53).abs() < 1e-5, "{place:?}");
}

#[test]
fn words_of_state_are_no_questions_and_what_nobody_knows_stays_a_draft() {
    let text = "Verein;Status\nA;aktiv\nB;ruht seit 2020\nC;aufgelöst 2022\nD;in Gründung\nE;grün\nF;published\n";
    let (table, ..) = csv(text, "");
    assert_eq!(questions(&table), [("grün", vec!["draft", "published", "archived"])]);
    let (table, actors, problems) = csv(text, "unclear=note");
    assert_eq!((problems, questions(&table).len()), (Vec::new(), 0));
    let states: Vec<LifeStatus> = actors.iter().map(|actor| actor.status).collect();
    use LifeStatus::{Archived, Draft, Published};
    assert_eq!(states, [Draft, Draft, Archived, Draft, Draft, Published]);
    assert!(hints(&table).contains("is archived") && table.summary().notes[&2].contains("ruht seit 2020"));
    assert!(!table.summary().notes.contains_key(&1), "{:?}", table.summary().notes);
    let (_, actors, _) = csv("Verein;Status\nA;aktiv\n", "aktiv=published");
    assert_eq!(actors[0].status, Published);
}

#[test]
fn columns_of_words_of_any_sort_ask_nothing() {
    let text = "Verein;Tags;Alter\nA;Quatschwort;6-12 J.\nB;;12-18\nC;;ab 60\n";
    let (table, actors, problems) = csv(text, "");
    assert_eq!((problems, questions(&table).len()), (Vec::new(), 0));
    assert!(table.summary().notes[&1].contains("Quatschwort"), "{:?}", table.summary().notes);
    let groups: Vec<Vec<TargetGroup>> = actors.iter().map(|actor| actor.target_groups.clone()).collect();
    assert_eq!(
        groups,
        [
            vec![TargetGroup::Children6To13],
            vec![TargetGroup::Children6To13, TargetGroup::Youth14To17],
            vec![TargetGroup::Seniors],
        ]
    );
}
