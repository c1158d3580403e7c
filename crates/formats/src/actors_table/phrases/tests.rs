//! The words of the files, and what is heard by them.

use super::*;

#[test]
fn every_line_of_the_files_has_its_cells_and_no_heading_means_two_things() {
    assert!(rows(HEADINGS).all(|row| row.len() == 3), "{:?}", rows(HEADINGS).find(|row| row.len() != 3));
    assert!(rows(VALUES).all(|row| row.len() == 3) && rows(CELLS).all(|row| row.len() == 2));
    let mut seen: HashMap<String, &str> = HashMap::new();
    for row in rows(HEADINGS) {
        for phrase in row[1..].iter().flat_map(|cell| phrases(cell)).filter(|phrase| *phrase != "#") {
            let other = seen.insert(plain(phrase), row[0]);
            assert!(other.is_none_or(|other| other == row[0]), "{phrase}: {other:?} and {}", row[0]);
        }
    }
}

#[test]
fn what_says_nothing_is_empty_and_what_forbids_publication_is_heard() {
    for nothing in ["siehe Homepage", "#NV", "n. a.", "n.a.", "-", "keine", "im Aufbau", "?", "…", "k. A.", "??"] {
        assert!(CELL_WORDS.is_empty(nothing), "{nothing}");
    }
    assert!(!CELL_WORDS.is_empty("n. V.") && CELL_WORDS.flag("#NV").is_none());
    assert!(!CELL_WORDS.is_empty("nach Vereinbarung") && !CELL_WORDS.is_empty("0"));
    assert_eq!(
        (CELL_WORDS.flag("x"), CELL_WORDS.flag("Nein"), CELL_WORDS.flag("vielleicht")),
        (Some(true), Some(false), None)
    );
    for forbidden in [
        "Bitte nicht veröffentlichen!",
        "Bitte nicht im Internet!",
        "vertraulich",
        "Adresse geheim (Frauenhaus)",
        "Adresse nicht herausgeben",
        "Einwilligung fehlt",
        "kein Einverständnis zur Veröffentlichung",
        "Veröffentlichung: nein",
        "möchte nicht gelistet werden",
        "gesperrt",
    ] {
        assert!(CELL_WORDS.forbids_publication("Bemerkungen", forbidden), "{forbidden}");
    }
    for allowed in ["alt, bitte prüfen", "Beratung vertraulich und kostenlos", "nein"] {
        assert!(!CELL_WORDS.forbids_publication("Bemerkungen", allowed), "{allowed}");
    }
    assert!(
        CELL_WORDS.forbids_publication("Publish?", "N") && CELL_WORDS.forbids_publication("Einverständnis", "nein")
    );
    for heading in [
        "Darf veröffentlicht werden?",
        "Veröffentlichung erlaubt",
        "Im Netz zeigen",
        "Datenschutz ok",
        "Veröffentlichung ok",
        "Eintrag ok?",
        "Homepage ok",
        "Zustimmung",
        "Veröff. ok",
        "Veröffentlichung der Daten erlaubt?",
        "auf Website?",
        "Eintrag gewünscht",
        "Einwilligung",
        "Freigabe Internet",
        "DSGVO ok?",
        "darf ins Netz",
        "einverstanden",
        "öffentlich sichtbar?",
        "Sichtbar",
        "im Web zeigen",
        "Darf genannt werden?",
        "Nennung erlaubt",
        "Telefon öffentlich?",
        "Homepage-Eintrag",
        "Anzeige im Stadtplan",
        "Erlaubnis",
    ] {
        for unsaid in ["", "?", "-", "weiß nicht"] {
            assert!(CELL_WORDS.lacks_consent(heading, unsaid), "{heading} {unsaid}");
        }
        assert!(!CELL_WORDS.lacks_consent(heading, "ja"), "{heading}");
        for no in ["nein", "auf keinen Fall", "noch nicht", "nur Name"] {
            assert!(CELL_WORDS.forbids_publication(heading, no), "{heading} {no}");
        }
        for yes in ["ja", "x", "ja, 12.03.2024", "12.03.2024", ""] {
            assert!(!CELL_WORDS.forbids_publication(heading, yes), "{heading} {yes}");
        }
    }
    for heading in ["Homepage", "Website", "Netzwerk", "Telefon (öffentlich)", "Eintrag geprüft am", "Internet"] {
        assert!(!CELL_WORDS.is_about_publication(heading), "{heading}");
    }
    for heading in [
        "Nicht veröffentlichen",
        "Keine Veröffentlichung",
        "nicht öffentlich",
        "Sperrvermerk",
        "Gesperrt",
        "Widerspruch",
        "Veröffentlichung nicht gewünscht",
    ] {
        for refusal in ["ja", "x", "weiß nicht", "?", "12.03.2024"] {
            assert!(CELL_WORDS.lacks_consent(heading, refusal), "{heading} {refusal}");
        }
        for free in ["nein", ""] {
            assert!(!CELL_WORDS.lacks_consent(heading, free), "{heading} {free}");
        }
    }
    assert!(!CELL_WORDS.forbids_publication("Öffentlichkeitsarbeit", "Flyer"));
    assert!(!CELL_WORDS.forbids_publication("Einverständnis", "ja"));
}
