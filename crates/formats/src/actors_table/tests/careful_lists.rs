//! What lists of offices say between the lines: what is not to be public, answers that are no values, headings that
//! slipped, places that cannot be meant.

use domain::{record::LifeStatus, vocabulary::Precision};
use messages::Message;

use super::{
    super::column_names,
    other_lists::{csv, hints, questions, remarks},
};

#[test]
fn what_a_remark_forbids_is_kept_from_the_public_with_the_entry() {
    let text = "Verein;Straße;PLZ;Ort;Stadtteil;Telefon;E-Mail;Bemerkung;status\n\
                A;Weg 1;44649;Herne;Horsthausen;02323 111222;a@post.example;Adresse geheim halten!;published\n\
                B;Weg 2;44649;Herne;Horsthausen;02323 111223;b@post.example;Tel. bitte nicht rausgeben;published\n\
                C;Weg 3;44649;Herne;;02323 111224;c@post.example;Schutzwohnung;published\n\
                D;Weg 4;44649;Herne;Horsthausen;02323 111225;d@post.example;existiert nicht mehr;published\n\
                E;Weg 5;44649;Herne;Horsthausen;02323 111226;e@post.example;Schlüssel beim Hausmeister;published\n";
    let (table, actors, problems) = csv(text, "");
    assert_eq!((actors.len(), problems), (5, Vec::new()));
    let [place, phone, nowhere, over, usual] = actors.as_slice() else { panic!("five") };
    for kept in [place, phone, nowhere, over] {
        assert_eq!(kept.status, LifeStatus::Draft, "{}", kept.name);
    }
    assert_eq!(usual.status, LifeStatus::Published);
    assert_eq!(place.precision, Some(Precision::Hidden));
    assert!(place.address.is_some() && place.phone.is_some());
    assert_eq!(place.fallback_location.as_ref().and_then(|it| it.precision), Some(Precision::Hidden));
    assert!(phone.phone.is_none() && phone.email.is_some() && phone.precision.is_none());
    assert!(nowhere.address.is_none(), "{:?}", nowhere.address);
    let notes = &table.summary().notes;
    for (row, told) in [(1, "Adresse geheim halten!"), (2, "02323 111223"), (3, "Weg 3"), (4, "existiert nicht mehr")] {
        assert!(notes[&row].contains(told), "{notes:?}");
    }
}

#[test]
fn answers_are_no_themes_no_streets_and_no_groups() {
    let text = "Verein;Raum vorh.?;Räume;Ehrenamtliche gesucht;Ansprechpartner;Adresse\n\
                A;ja;ja;x;ja;ja\n\
                B;nein;2 Gruppenräume;nein;Frau Muster;Weg 1, 44649 Herne\n\
                C;x;;ja;;nein\n";
    let (table, actors, problems) = csv(text, "");
    assert_eq!((actors.len(), problems, questions(&table).len()), (3, Vec::new(), 0));
    for actor in &actors {
        assert!(actor.themes.is_empty() && actor.target_groups.is_empty(), "{actor:?}");
    }
    assert!(actors[0].address.is_none() && actors[2].address.is_none() && actors[0].contact_persons.is_empty());
    assert!(actors[1].address.is_some() && actors[1].contact_persons.len() == 1);
    assert!(table.summary().notes[&2].contains("2 Gruppenräume"), "{:?}", table.summary().notes);
    assert!(hints(&table).contains("not taken, stands in the note: ja"), "{}", hints(&table));
}

#[test]
fn the_heading_of_a_section_ends_at_an_empty_row_and_is_told_where_postcodes_deny_it() {
    let text = "Verein;PLZ / Ort;Telefon\n\
                A;44649 Herne;02323 1111\n\
                B;44649 Herne;02323 1112\n\
                Horsthausen;;\n\
                C;44651;02323 1113\n\
                D;44649;02323 1114\n\
                ;;\n\
                E;44628 Herne;02323 1115\n";
    let (table, actors, problems) = csv(text, "");
    assert_eq!((actors.len(), problems), (5, Vec::new()));
    assert!(actors.iter().all(|actor| actor.based_in.is_none()), "{actors:?}");
    assert!(hints(&table).contains("line 4 above says \"Horsthausen\""), "{}", hints(&table));
    let sound = text.replace("C;44651", "C;44627").replace("D;44649;", "D;44627 Castrop-Rauxel;");
    let (table, actors, _) = csv(&sound, "");
    let based: Vec<bool> = actors.iter().map(|actor| actor.based_in.is_some()).collect();
    assert_eq!(based, [false, false, true, false, false], "{}", remarks(&table));
    assert!(hints(&table).contains("the address \"Castrop-Rauxel\": not taken"), "{}", hints(&table));
}

#[test]
fn what_is_signed_is_not_spoken_and_languages_of_one_name_are_asked() {
    let text = "Verein;Sprachen\nA;türk. Gebärdensprache\nB;berb.\nC;DGS\nD;türk.\n";
    let (table, actors, _) = csv(text, "");
    assert_eq!(actors.len(), 2);
    let asked: Vec<&str> = questions(&table).into_iter().map(|(value, _)| value).collect();
    assert_eq!(asked, ["türk. Gebärdensprache", "berb."]);
    assert_eq!(table.summary().columns[1].examples.len(), 2, "{:?}", table.summary().columns[1]);
}

#[test]
fn every_word_that_was_understood_is_told() {
    let words = [
        "türk.", "arab.", "poln.", "russ.", "engl.", "frz.", "span.", "ital.", "rumän.", "ukr.", "pers.", "urdu",
        "hindi", "tamil",
    ];
    let rows: String = words.iter().enumerate().map(|(at, word)| format!("Verein {at};{word}\n")).collect();
    let (table, ..) = csv(&format!("Verein;Sprachen\n{rows}"), "");
    let told: Vec<&str> = table.summary().columns[1].examples.iter().map(|(given, _)| given.as_str()).collect();
    assert!(told.len() > 12 && words[..12].iter().all(|word| told.contains(word)), "{told:?}");
}

#[test]
fn a_place_far_away_is_asked_about_and_taken_only_as_decided() {
    let text = "Verein;Breite;Länge\nA;52,52;13,40\nB;51,5380;7,2195\n";
    let (table, actors, problems) = csv(text, "");
    assert_eq!((actors.len(), problems.len()), (1, 1), "{problems:?}");
    assert_eq!(questions(&table), [("13,40", vec!["yes", "note"])]);
    let (table, actors, problems) = csv(text, "13,40=ja");
    assert_eq!((actors.len(), problems), (2, Vec::new()));
    assert!(actors[0].location.is_some() && hints(&table).contains("as decided"), "{}", hints(&table));
    for decision in ["13,40=notiz", "unklar=notiz"] {
        let (table, actors, problems) = csv(text, decision);
        assert_eq!((actors.len(), problems), (2, Vec::new()), "{decision}");
        assert!(actors[0].location.is_none() && table.summary().notes[&1].contains("13"), "{decision}");
    }
}

#[test]
fn a_postcode_that_is_none_or_of_another_region_is_told() {
    let text = "Verein;PLZ;Ort\nA;44649;Herne\nB;44651;Herne\nC;44623;Herne\nD;80331;Herne\nE;40210;Düsseldorf\nF;4462O;Herne\n";
    let (table, actors, problems) = csv(text, "");
    assert_eq!(actors.len(), 5);
    assert!(problems[0].contains("\"4462O\" has a letter for a digit"), "{problems:?}");
    assert_eq!(hints(&table).matches("is no postcode of the region").count(), 1, "{}", hints(&table));
    assert!(hints(&table).contains("\"80331\" is no postcode"), "{}", hints(&table));
}

#[test]
fn a_part_of_the_town_stands_for_it_in_addresses() {
    let text = "Verein;Anschrift\nA;Weg 1, 44627 Sodingen\nB;Weg 2, 44649 Wanne-Sodingen\n";
    let (table, actors, problems) = csv(text, "");
    assert_eq!((actors.len(), problems), (2, Vec::new()));
    assert!(actors[0].based_in.is_some() && actors[1].based_in.is_none(), "{actors:?}");
    assert!(hints(&table).contains("\"Wanne-Sodingen\" names several boroughs"), "{}", hints(&table));
}

#[test]
fn cells_as_long_as_a_sheet_allows_are_read_like_any_others() {
    // Each word of them was once held against all the others: minutes for one cell.
    let words = ["bei", "Frau", "Kaya", "von", "Ali", "Haus", "Treff", "zu", "Adresse", "Tel", "0171", "und"];
    let long = |count: usize| (0..count).map(|at| words[at * 7 % 12]).collect::<Vec<_>>().join(" ");
    let cells = [long(6_000), "Ali B., ".repeat(4_000), "Can 02323 4100, ".repeat(2_000), long(6_000), long(6_000)];
    let text =
        format!("Verein;Adresse;Ansprechpartner;Telefon;Bemerkung;Stadtteil\nA;{}\nB;Weg 1;;;;\n", cells.join(";"));
    let (table, actors, _) = csv(&text, "unklar=notiz");
    assert_eq!(actors.last().map(|actor| actor.name.as_str()), Some("B"));
    assert!(table.summary().columns.iter().all(|column| column.filled > 0));
}

#[test]
fn what_is_told_of_a_list_repeats_no_password_of_an_address() {
    let mut hidden = 0;
    for heading in column_names().filter(|heading| *heading != "name") {
        for given in [
            "https://ada:xyzzy@verein.example/seite",
            "siehe //ada:xyzzy@verein.example",
            "ftp://ada:xyzzy@verein.example",
        ] {
            let (table, _, problems) = csv(&format!("name;{heading}\nVerein;{given}\n"), "");
            let told = [problems.join("\n"), hints(&table), remarks(&table)].join("\n");
            assert!(!told.contains("xyzzy"), "{heading}: {told}");
            hidden += usize::from(told.contains('…'));
        }
    }
    assert!(hidden > 50, "{hidden}");
}

#[test]
fn abbreviations_below_a_short_name_are_further_names_and_slugs_stay_slugs() {
    for heading in ["Kurzname", "Abkürzung", "Kürzel", "Abk."] {
        let list = format!("Verein;{heading}\nSportclub Morgenröte;SCM\nVerein Distel;V. D.\nTreff Efeu;efeu\n");
        let (actors, problems) = super::table(list.as_bytes());
        assert_eq!(problems, Vec::<String>::new(), "{heading}");
        assert_eq!(actors[0].alternative_names.iter().collect::<Vec<_>>(), ["SCM"], "{heading}");
        assert!(actors.iter().all(|actor| actor.slug.is_none()), "{heading}");
    }
    let (actors, _) =
        super::table("Verein;Kurzname\nSportclub Morgenröte;sc-morgenroete\nVerein Distel;distel\n".as_bytes());
    assert_eq!(actors[0].slug.as_ref().map(ToString::to_string).as_deref(), Some("sc-morgenroete"));
    // A slip among slugs is told.
    let (_, problems) = super::table("Verein;Kurzname\nVerein Distel;distel\nVerein Efeu;Efeu 1\n".as_bytes());
    assert_eq!(problems.len(), 1, "{problems:?}");
}

#[test]
fn whatever_keeps_a_row_a_draft_says_so_in_words_that_can_be_told_of_a_stored_entry() {
    let list = "Verein;Status;Bemerkung\nGruppe Eins;aktiv;aufgelöst zum 31.12.2025\n\
        Gruppe Zwei;aktiv;bitte nicht veröffentlichen\nGruppe Drei;ruht;\nGruppe Vier;aktiv;Frau Beispiel hat angerufen\n";
    let table = super::open(list.as_bytes()).expect("a table");
    let hints: Vec<&super::RowHint> = table.summary().hints.iter().filter(|hint| hint.field == "status").collect();
    assert_eq!(hints.iter().map(|hint| hint.row).collect::<Vec<_>>(), [1, 2, 3, 4], "{hints:?}");
    for super::RowHint { message, .. } in hints {
        assert_eq!(message.argument("effect"), Some(&Message::new("table-effect-draft").into()), "{message:?}");
    }
}
