//! What lists say of private homes, of persons and of publication: what is not understood stays a draft, hidden or internal,
//! and nothing that a cell holds is lost.

use domain::{record::LifeStatus, vocabulary::Precision};

use super::{
    ActorsTable, TableFormat, TableOptions, entries_of,
    other_lists::{csv, herne, hints, remarks},
};
use crate::interchange::ActorEntry;

pub(super) fn one(headings: &str, cells: &str) -> (ActorEntry, String, String) {
    let text = format!("Verein;status;{headings}\nA Beispiel;published;{cells}\n");
    let (table, mut actors, problems) = csv(&text, "unklar=notiz");
    assert_eq!((actors.len(), problems), (1, Vec::new()), "{text}");
    let notes = table.summary().notes.get(&1).cloned().unwrap_or_default();
    (actors.remove(0), notes, hints(&table))
}

#[test]
fn anything_but_a_clear_yes_to_publication_keeps_a_draft() {
    for heading in [
        "Veröffentlichung ok",
        "Eintrag ok?",
        "Homepage ok",
        "Zustimmung",
        "Veröff. ok",
        "Veröffentlichung der Daten erlaubt?",
        "auf Website?",
        "Eintrag gewünscht",
        "Einwilligung",
        "DSGVO",
        "öffentlich",
    ] {
        for (cell, status) in [
            ("ja", LifeStatus::Published),
            ("nein", LifeStatus::Draft),
            ("weiß nicht", LifeStatus::Draft),
            ("?", LifeStatus::Draft),
            ("", LifeStatus::Draft),
        ] {
            let (actor, _, hints) = one(&format!("{heading};Telefon"), &format!("{cell};02323 111222"));
            assert_eq!(actor.status, status, "{heading}: {cell}");
            let told = match cell {
                "" => "the table does not say whether it may be published: stays a draft",
                _ => "must not be published, the table says: stays a draft",
            };
            let is_told = hints.contains(told);
            assert_eq!(is_told, status == LifeStatus::Draft, "{heading}: {cell}: {hints}");
        }
    }
}

/// A list that is published on the way in, with what is said of its columns.
fn published(headings: &str, rows: &[&str], mapping: &[&str]) -> (Vec<ActorEntry>, String) {
    published_list(&format!("Verein;Telefon;{headings}\n{}", rows.concat()), mapping)
}

pub(super) fn published_list(text: &str, mapping: &[&str]) -> (Vec<ActorEntry>, String) {
    let mut options = TableOptions { status: LifeStatus::Published, ..TableOptions::default() };
    for line in mapping {
        options.mapping.add(line).expect("a mapping");
    }
    options.decisions.add_lines("unklar=notiz").expect("decisions");
    let table = ActorsTable::read(text.as_bytes(), TableFormat::Csv, &herne(), options).expect("a table");
    (entries_of(&table).0, remarks(&table))
}

#[test]
fn a_column_of_yes_and_no_that_nobody_understands_publishes_nothing() {
    let rows = |yes: &str| {
        ["A", "B", "C", "D"].map(|name| format!("Verein {name};02323 111222;{yes}\n")).concat()
            + "Verein E;02323 111223;nein\nVerein F;02323 111224;?\nVerein G;02323 111225;\n"
    };
    for heading in [
        "Darf auf die Seite",
        "Zeigen im Portal?",
        "Eintragung gewünscht",
        "Infos teilen?",
        "Aushang erlaubt",
        "Nicht zeigen",
        "Nur intern",
        "Xyz",
    ] {
        for yes in ["ja", "x", "Ja (am Telefon)"] {
            let (actors, told) = published(heading, &[&rows(yes)], &[]);
            assert_eq!(actors.len(), 7, "{heading}");
            assert!(actors.iter().all(|actor| actor.status == LifeStatus::Draft), "{heading}: {yes}: {told}");
            // One remark among the answers makes them no words.
            let (actors, _) = published(heading, &[&rows(yes), "Verein H;02323 111226;Frau Bach fragen\n"], &[]);
            assert!(actors.iter().all(|actor| actor.status == LifeStatus::Draft), "{heading}: {yes}");
        }
        let (_, told) = published(heading, &[&rows("ja")], &[]);
        assert!(told.contains(&format!("Answered by yes or no, but not understood: {heading:?}")), "{told}");
    }
    // What somebody has said of it is known, and so is a column of something else.
    let (actors, told) = published("Xyz", &[&rows("ja")], &["Xyz=note"]);
    assert!(actors.iter().all(|actor| actor.status == LifeStatus::Published) && !told.contains("yes or no"), "{told}");
    let (actors, told) = published("Farbe", &[&rows("blau")], &[]);
    assert!(actors.iter().any(|actor| actor.status == LifeStatus::Published) && !told.contains("yes or no"), "{told}");
}

#[test]
fn a_private_home_is_hidden_and_nobody_learns_whose_it_is() {
    for (heading, cell) in [
        ("Adresse (privat)", "Reichsstr. 9, 44651 Herne"),
        ("Straße (privat)", "Reichsstr. 9"),
        ("Adresse", "bei Fam. Kaya (privat), Reichsstr. 9, 44651 Herne"),
        ("Adresse", "c/o Ali Kaya, Reichsstr. 9, 44651 Herne"),
        ("Vereinsadresse (c/o Vorsitz)", "c/o Ali Kaya, Reichsstr. 9, 44651 Herne"),
        ("Adresse", "Reichsstr. 9 (Privatwohnung Kaya), 44651 Herne"),
        ("Straße", "Reichsstr. 9, bei Frau Kaya"),
        ("Bemerkung;Adresse", "bei Frau Kaya zu Hause;Reichsstr. 9, 44651 Herne"),
        ("Adresse (priv.)", "Reichsstr. 9, 44651 Herne"),
        ("Postanschrift c/o", "Reichsstr. 9, 44651 Herne"),
        ("Wohnort/Straße", "Reichsstr. 9, 44651 Herne"),
        ("Adresse", "Reichsstr. 9, Klingel Kaya"),
        ("Adresse", "p.A. Kaya, Reichsstr. 9"),
        ("Adresse", "Reichsstr. 9 / bei Mama Kaya"),
        ("Adresse", "Reichsstr. 9 c/o Kaya"),
        ("Bemerkung;Adresse", "Haus von Familie Kaya;Reichsstr. 9"),
    ] {
        for district in ["", "Horsthausen"] {
            let (actor, notes, hints) = one(&format!("Stadtteil;{heading}"), &format!("{district};{cell}"));
            match district {
                "" => assert!(actor.address.is_none() && notes.contains("Reichsstr. 9"), "{heading}: {cell}: {notes}"),
                _ => assert_eq!(actor.precision, Some(Precision::Hidden), "{heading}: {cell}"),
            }
            assert!(!format!("{:?}", actor.address).contains("Kaya"), "{cell}: {:?}", actor.address);
            assert!(!cell.contains("Kaya") || notes.contains("Kaya"), "{cell}: {notes}");
            assert!(hints.contains("is a private home") || hints.contains("is not to be public"), "{cell}: {hints}");
        }
    }
    for cell in ["c/o Stadtteilbüro, Weg 1, 44649 Herne", "Weg 1 (Hinterhaus), 44649 Herne"] {
        let (actor, _, hints) = one("Stadtteil;Adresse", &format!("Horsthausen;{cell}"));
        assert!(actor.precision.is_none() && actor.address.is_some() && !hints.contains("home"), "{cell}: {hints}");
    }
}

#[test]
fn a_remark_or_an_address_that_is_not_understood_publishes_nothing_by_itself() {
    for (headings, cells) in [
        ("Bemerkung", "Anmeldung bei Frau Kaya"),
        ("Hinweise", "nur für Eingeweihte"),
        ("Anmerkungen", "Daten nur für die Agentur"),
        ("Bemerkung", "bitte keine Besuche"),
        ("Bemerkung", "hat der Weitergabe widersprochen"),
    ] {
        let (actor, _, hints) = one(headings, cells);
        assert_eq!(actor.status, LifeStatus::Draft, "{cells}");
        assert!(hints.contains("stays a draft"), "{cells}: {hints}");
    }
    for cell in ["Weg 1, Petrova, 44651 Herne", "Weg 1 (Petrova), 44651 Herne", "Weg 1 Petrova, 44651 Herne"] {
        let (actor, notes, hints) = one("Stadtteil;Adresse", &format!("Horsthausen;{cell}"));
        assert_eq!(actor.precision, Some(Precision::Quarter), "{cell}");
        assert!(!format!("{:?}", actor.address).contains("Petrova") && notes.contains("Petrova"), "{cell}: {notes}");
        assert!(hints.contains("only the quarter is shown"), "{cell}: {hints}");
    }
}

#[test]
fn what_a_cell_holds_is_in_the_entry_the_person_or_the_note() {
    for (heading, cell) in [
        ("Homepage", "Facebook.com/VereinHerne"),
        ("Homepage", "Verein-Herne.example/Angebote"),
        ("Homepage", "Www.Verein.example/Ueber"),
        ("Homepage", "verein.example, nur Facebook Herne"),
        ("Kontakt", "Frau Muster 0177 0000000, buero@verein.example"),
        ("Kontakt", "Haus Erfunden, Herr Muster"),
        ("Kontakt", "Verein-Herne.example/Angebote"),
        ("Telefon", "02323 111222 (Frau Muster, abends)"),
        ("Ansprechpartner", "Олена (Olena) Petrenko"),
        ("Adresse", "Am Kanal (Kleingarten, Tor 3)"),
        ("Adresse", "Bergstr. 5, 4462 Herne"),
        ("Adresse", "(Hinterhaus, klingeln) Feldkampstr. 3, 44625 Herne"),
        ("Öffnungszeiten", "2026"),
        ("Öffnungszeiten", "09.12.2026"),
        ("Öffnungszeiten", "Mo 16-18 ab 01.09.2026"),
        ("Ort/Stadtteil", "Herne, Erfundenhausen"),
        ("Sprachen", "Deutsch, Quenya (gut)"),
        ("Zielgruppe", "Sangesfreudige"),
    ] {
        let (actor, notes, _) = one(heading, cell);
        let kept = format!("{} {notes}", serde_json::to_string(&actor).expect("JSON")).to_lowercase();
        let is_code = |word: &str| matches!(word, "deutsch");
        for word in
            cell.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3 && !is_code(&word.to_lowercase()))
        {
            let word = word.to_lowercase();
            assert!(kept.contains(&word), "{heading}: {cell}: {word} is lost: {kept}");
        }
    }
}

#[test]
fn a_broken_mailbox_makes_no_page_and_a_heading_in_two_halves_gives_town_and_quarter() {
    let (table, actors, problems) = csv("Verein;E-Mail\nA;vorstand@mein verein.example\n", "");
    assert!(
        actors.is_empty() && problems.iter().any(|problem| problem.contains("email") || problem.contains("E-Mail")),
        "{problems:?} {}",
        hints(&table)
    );
    for heading in ["Ort/Stadtteil", "Ort (Stadtteil)", "PLZ/Ort/Stadtteil"] {
        for (cell, district, town) in [
            ("Wanne", Some("wanne-mitte"), None),
            ("Herne, Horsthausen", Some("horsthausen"), Some("Herne")),
            ("Herne/Sodingen", Some("sodingen-mitte"), Some("Herne")),
            ("Horsthausen", Some("horsthausen"), None),
            ("Bochum", None, Some("Bochum")),
            ("44649 Herne", None, Some("Herne")),
        ] {
            let (actor, _, hints) = one(heading, cell);
            assert_eq!(actor.based_in.as_ref().map(domain::Slug::as_str), district, "{heading}: {cell}: {hints}");
            let city = actor.address.as_ref().and_then(|address| address.city.as_deref());
            assert_eq!(city, town, "{heading}: {cell}");
        }
    }
    let (table, ..) = csv("Verein;Ort/Stadtteil\nA;Erfundenhausen\n", "");
    assert_eq!(super::other_lists::questions(&table)[0].0, "Erfundenhausen");
}

#[test]
fn what_is_doubtful_of_an_entry_that_is_published_leaves_it_so_and_a_refusal_does_not() {
    let status_of = |cells: &str| {
        let (actor, ..) = one("Adresse;Bemerkung", cells);
        (actor.status, format!("{:?}", actor.said).contains("\"status\""))
    };
    assert_eq!(status_of("Weg 1;nur für Eingeweihte"), (LifeStatus::Draft, false));
    assert_eq!(status_of("Weg 1;nicht veröffentlichen"), (LifeStatus::Draft, true));
}

#[test]
fn a_column_of_confidence_may_be_said_of_the_row() {
    for (heading, cell, status) in [
        ("Vertraulich", "ja", LifeStatus::Draft),
        ("Vertraulich", "nein", LifeStatus::Published),
        ("Vertrauliche Beratung", "ja", LifeStatus::Published),
        ("Vertraulichkeit", "ja", LifeStatus::Draft),
        ("Vertraulich", "?", LifeStatus::Draft),
        ("anonym bleiben?", "ja", LifeStatus::Draft),
        ("Nur intern", "ja, seit 2020", LifeStatus::Draft),
        ("Geheim", "ja", LifeStatus::Draft),
        ("Geheim", "nein", LifeStatus::Published),
    ] {
        let (actors, told) = published(heading, &[&format!("A;02323 111222;{cell}\nB;02323 111223;nein\n")], &[]);
        assert_eq!(actors[0].status, status, "{heading}: {cell}: {told}");
    }
}

#[test]
fn nothing_but_a_yes_or_its_day_is_a_consent_and_one_says_so_in_many_words() {
    for (cell, status) in [
        ("0", LifeStatus::Draft),
        ("00", LifeStatus::Draft),
        ("1", LifeStatus::Published),
        ("12.3.24", LifeStatus::Published),
        ("2024", LifeStatus::Published),
        ("ja (tel. am 4.5.)", LifeStatus::Published),
        ("erteilt", LifeStatus::Published),
        ("liegt vor", LifeStatus::Published),
        ("liegt nicht vor", LifeStatus::Draft),
        ("freigegeben", LifeStatus::Published),
        ("nicht freigegeben", LifeStatus::Draft),
        ("ja, aber ohne Adresse", LifeStatus::Draft),
    ] {
        for heading in ["Einwilligung", "Veröffentlichen (1/0)", "DSGVO liegt vor"] {
            let (actor, ..) = one(heading, cell);
            assert_eq!(actor.status, status, "{heading}: {cell}");
        }
    }
    for (cell, status) in
        [("keiner", LifeStatus::Published), ("aufgehoben", LifeStatus::Published), ("ja", LifeStatus::Draft)]
    {
        assert_eq!(one("Sperrvermerk", cell).0.status, status, "{cell}");
    }
}

#[test]
fn words_for_everybody_that_tell_of_a_home_or_a_number_keep_a_draft() {
    for (heading, cell) in [
        ("Worum geht es?", "Treffen bei Fam. Kaya in der Wohnung, Tel. 0171 1234567"),
        ("Worum geht es?", "Anmeldung: fatma.kaya@post.example"),
        ("Kurzbeschreibung", "Anruf unter 0171 1234567"),
    ] {
        assert_eq!(one(heading, cell).0.status, LifeStatus::Draft, "{heading}: {cell}");
    }
    assert_eq!(
        one("Worum geht es?", "Wir kochen zusammen, Anmeldung: info@verein.example").0.status,
        LifeStatus::Published
    );
    let named = |name: &str| {
        let (_, mut actors, _) = csv(&format!("Verein;status;Telefon\n{name};published;02323 410000\n"), "");
        actors.remove(0).status
    };
    for name in ["Nelkegruppe (bei Fam. Kaya)", "Frauentreff bei Fatma Yilmaz", "Treff c/o Kaya", "Runde, 0171 1234567"]
    {
        assert_eq!(named(name), LifeStatus::Draft, "{name}");
    }
    for name in ["Haus der Familie", "Verein 1990 Herne", "Treff bei der Kirche", "Frauentreff Herne"] {
        assert_eq!(named(name), LifeStatus::Published, "{name}");
    }
}

#[test]
fn the_street_beside_a_person_is_that_of_their_home() {
    let (actor, _, hints) = one("Stadtteil;Adresse;Kontakt", "Horsthausen;Weg 3;Ali Kaya, Weg 3");
    assert_eq!(actor.precision, Some(Precision::Hidden), "{hints}");
    assert!(actor.contact_persons.len() == 1, "{:?}", actor.contact_persons.len());
}

#[test]
fn answers_below_the_word_for_a_page_may_say_what_is_public() {
    for heading in ["Netz", "Web?", "Homepage"] {
        let (actors, told) = published(heading, &["A;02323 111222;nein\nB;02323 111223;ja\n"], &[]);
        assert!(actors.iter().all(|actor| actor.status == LifeStatus::Draft), "{heading}: {told}");
    }
    let (actors, _) = published("Homepage", &["A;02323 111222;www.verein.example\nB;02323 111223;-\n"], &[]);
    assert!(actors.iter().all(|actor| actor.status == LifeStatus::Published));
}
