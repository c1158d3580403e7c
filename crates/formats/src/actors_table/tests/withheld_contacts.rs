//! Whose the numbers and mailboxes of a list are: those of persons are theirs, and nobody publishes them without asking.

use domain::record::LifeStatus;

use super::withheld_lists::{one, published_list};

#[test]
fn whatever_a_column_beside_a_person_is_called_their_mobile_number_is_not_public() {
    for (headings, cells) in [
        ("Zuständig;Erreichbar unter", "Eva Kaya;0172 5550001"),
        ("Zuständig;Kontaktdaten", "Eva Kaya;0172 5550001, eva.kaya@gmx.example"),
        ("Sprecherin;Handynummer;Kassiererin;Nummer", "Eva Kaya;0172 5550001;Ali Sy;0172 5550002"),
    ] {
        let (actor, notes, hints) = one(headings, cells);
        let shown = format!("{:?} {:?}", actor.phone, actor.email);
        assert_eq!(shown, "None None", "{headings}: {notes} {hints}");
        assert!(
            actor.contact_persons.iter().any(|person| person.name.is_some() && person.phone.is_some()),
            "{headings}: {actor:?}"
        );
    }
}

#[test]
fn the_contacts_beside_numbered_persons_are_theirs_and_not_public() {
    let headings = "Kontaktperson 1;Telefon 1;E-Mail 1;Kontaktperson 2;Telefon 2;E-Mail 2";
    let (actor, ..) =
        one(headings, "Ali Eins;0176 1111111;ali@post.example;Berta Zwei;0176 2222222;berta@post.example");
    assert!(actor.phone.is_none() && actor.email.is_none(), "{actor:?}");
    let told = serde_json::to_value(&actor.contact_persons).expect("persons");
    for (at, name, phone, email) in
        [(0, "Ali Eins", "0176 1111111", "ali@post.example"), (1, "Berta Zwei", "0176 2222222", "berta@post.example")]
    {
        assert_eq!(
            (&told[at]["name"]["value"], &told[at]["phone"]["value"], &told[at]["email"]["value"]),
            (&name.into(), &phone.into(), &email.into()),
            "{told}"
        );
    }
    // A number of whom nobody knows the name is the second one's all the same.
    let (actor, ..) = one(headings, ";;;Berta Zwei;0176 2222222;");
    let told = serde_json::to_value(&actor.contact_persons).expect("persons");
    assert_eq!(
        (told[0]["name"]["value"].as_str(), told[0]["phone"]["value"].as_str()),
        (Some("Berta Zwei"), Some("0176 2222222"))
    );
    let (actor, ..) = one("Handy;Ansprechpartner", "0176 1111111;Ali Eins");
    assert!(actor.phone.is_none() && actor.contact_persons.len() == 1, "{actor:?}");
}

#[test]
fn a_mobile_number_or_a_mailbox_beside_a_person_is_theirs_and_one_of_an_office_is_not() {
    for (headings, cells, phone, email) in [
        ("Ansprechpartner;Telefon / Handy", "Eva Roth;0172 1212121", None, None),
        ("Ansprechpartner/in (Name);Tel./Mobil", "Eva Roth;0172 1212121", None, None),
        ("Telefon;Ort;Ansprechpartner", "0172 1212121;Herne;Eva Roth", None, None),
        ("Kontaktperson;Telefon;Telefon 2", "Eva Roth;0172 1212121;02323 123456", Some("02323 123456"), None),
        ("Ansprechpartner;Telefon", "Eva Roth;02323 123456", Some("02323 123456"), None),
        ("Ansprechpartner;Telefon", "Eva Roth;+380 67 123 4567", None, None),
        ("Ansprechpartner;Telefon", "Büro;0172 1212121", Some("0172 1212121"), None),
        ("Ansprechpartner;Telefon", "Caritas;0172 1212121", Some("0172 1212121"), None),
        ("Ansprechpartner;Telefon", ";0172 1212121", Some("0172 1212121"), None),
        ("Ansprechpartner;Tel. Büro;Handy", "Eva;0172 1212121;0172/1212121", Some("0172 1212121"), None),
        ("Kontakt I;Handynr. I;Kontakt II;Handynr. II", "Eva Roth;0172 1212121;Ali Can;0173 3434343", None, None),
        ("Vorsitz;Tel.;Stellvertretung;Tel.", "Eva Roth;02323 123456;Ali Can;0173 3434343", None, None),
        ("Ansprechpartner;E-Mail", "Eva Roth;eva.roth@post.example", None, None),
        ("Ansprechpartner;E-Mail", "Eva Roth;info@post.example", None, Some("info@post.example")),
        ("E-Mail;Ansprechpartner", "verein@post.example;Eva Roth", None, Some("verein@post.example")),
    ] {
        let (actor, notes, _) = one(headings, cells);
        assert_eq!(actor.phone.as_ref().map(ToString::to_string).as_deref(), phone, "{headings}: {cells}");
        assert_eq!(actor.email.as_ref().map(ToString::to_string).as_deref(), email, "{headings}: {cells}");
        let kept = format!("{} {notes}", serde_json::to_string(&actor).expect("JSON"));
        for value in cells.split(';').filter(|cell| cell.contains(['@', '0']) && !cell.contains('/')) {
            assert!(kept.contains(value), "{headings}: {cells}: {value} is lost: {kept}");
        }
    }
}

#[test]
fn what_stands_below_the_number_of_a_person_and_is_another_contact_is_kept_and_told() {
    let (actor, notes, hints) = one("Wer?;Handy", "Eva Kaya;eva.kaya@post.example, 0151 1, www.verein.example");
    assert_eq!((actor.phone, actor.email), (None, None));
    let told = serde_json::to_value(&actor.contact_persons).expect("persons");
    assert_eq!(told[0]["email"]["value"], "eva.kaya@post.example", "{told}");
    for rest in ["0151 1", "www.verein.example"] {
        assert!(notes.contains(rest) && hints.contains("stands in the note"), "{notes}: {hints}");
    }
    let (actor, ..) = one("Wer?;Handy", "Eva Kaya;info@verein.example");
    assert_eq!(actor.email.map(|email| email.to_string()).as_deref(), Some("info@verein.example"));
}

#[test]
fn a_person_named_twice_is_one_with_all_that_is_said_of_them() {
    let (actor, notes, _) = one("Trainer;Ansprechpartner;Kassierer", "Hr. Muster;Muster, 0151 2345678;Ayşe Ott");
    let told = serde_json::to_value(&actor.contact_persons).expect("persons");
    assert_eq!(actor.contact_persons.len(), 2, "{told}: {notes}");
    assert!(told.to_string().contains("0151 2345678"), "{told}");
}

#[test]
fn a_number_with_words_beside_it_that_may_be_a_name_or_a_home_is_not_public() {
    for cell in [
        "02323 4100 (zu Hause)",
        "02323 4100 zuhause",
        "02323 4100 p.",
        "02323 4100 (Tochter)",
        "02323 4100 (Can)",
        "Ali: 02323 620500",
        "Handy Ali 0151 2345678",
        "02323 4100 (Nachbarin)",
    ] {
        let (actor, notes, hints) = one("Ansprechpartner;Telefon", &format!("Ali Can;{cell}"));
        assert_eq!(actor.phone, None, "{cell}: {notes}: {hints}");
        let persons = serde_json::to_string(&actor.contact_persons).expect("persons");
        assert!(
            format!("{notes} {persons}").contains(if cell.contains("0151") { "0151 2345678" } else { "02323" }),
            "{cell}: {notes}"
        );
    }
    for cell in [
        "02323 4100 (Büro)",
        "Tel. 02323 4100",
        "02323 4100 (Mo-Fr 9-12 Uhr)",
        "Anmeldung: 02323 4100",
        "02323 4100 Zentrale",
    ] {
        let (actor, ..) = one("Ansprechpartner;Telefon", &format!("Ali Can;{cell}"));
        assert!(actor.phone.is_some(), "{cell}");
    }
    // Who lives there answers the telephone.
    let (actor, notes, _) = one("Adresse;Telefon", "c/o Eva Kaya, Weg 3;02323 410000");
    assert!(actor.phone.is_none() && notes.contains("02323 410000"), "{notes}");
}

#[test]
fn an_unknown_column_of_names_beside_contacts_is_one_of_persons() {
    let (actor, ..) = one("Motor der Gruppe;Telefon;E-Mail", "Anna Berg;0171 1112223;anna.berg@web.example");
    assert_eq!((actor.phone, actor.email), (None, None));
    assert_eq!(actor.contact_persons.len(), 1);
}

#[test]
fn a_consent_that_was_withdrawn_or_refused_publishes_nothing() {
    let statuses = |headings: &str, rows: &[&str]| {
        let rows: Vec<String> =
            rows.iter().enumerate().map(|(at, cells)| format!("Verein {at};02323 111222;{cells}\n")).collect();
        let (actors, _) = published_list(&format!("Verein;Telefon;{headings}\n{}", rows.concat()), &[]);
        actors.iter().map(|actor| actor.status == LifeStatus::Published).collect::<Vec<_>>()
    };
    for heading in [
        "Widerruf",
        "Widerruf am",
        "Einwilligung widerrufen am",
        "Widerruf Einwilligung",
        "Einwilligung verweigert",
        "Einwilligung abgelehnt",
        "Einwilligung zurückgezogen",
        "Einwilligung erloschen",
        "Einwilligung offen",
        "Zustimmung fehlt",
        "Freigabe entzogen",
        "Freigabe widerrufen",
        "Veröffentlichung untersagt",
        "Veröffentlichung unerwünscht",
        "Veröffentlichungsverbot",
        "Auskunftssperre",
        "Ausblenden",
        "Soll nicht erscheinen",
    ] {
        assert_eq!(
            statuses(heading, &["ja", "nein", "03.04.2026", "x", ""]),
            [false, true, false, false, true],
            "{heading}"
        );
    }
    assert_eq!(
        statuses("Einwilligung;Widerruf am", &["ja;", "ja;03.04.2026", "ja;ja", ";"]),
        [true, false, false, false]
    );
    assert_eq!(
        statuses(
            "Einwilligung",
            &["liegt vor", "Einwilligung liegt vor", "zugestimmt", "ja (tel. am 4.5.)", "nicht zugestimmt"]
        ),
        [true, true, true, true, false]
    );
    // Courses and networks ask for no consent.
    for heading in ["Datenschutzschulung", "Datenschutzbeauftragte"] {
        assert_eq!(statuses(heading, &["am 3. Mai", "noch keine"]), [true, true], "{heading}");
    }
}

#[test]
fn a_contact_that_may_be_of_one_person_is_public_only_where_somebody_says_so() {
    for (headings, cells) in [
        ("Kontakt;Telefon;E-Mail", "Ali Kaya;0171 7778889;ali.kaya@web.example"),
        ("Telefon;E-Mail;Kontakt", "0171 7778889;ali.kaya@web.example;Ali Kaya"),
        ("Kontakt;Kontaktdaten", "Ali Kaya;0171 7778889, ali.kaya@web.example"),
        ("Kontakt;E-Mail", "Herr Kaya, 0171 7778889;ali.kaya@web.example"),
        ("Name;Telefon;E-Mail", "Ali Kaya;0171 7778889;ali.kaya@web.example"),
        ("Ansprechpartner;E-Mail", "Ali Kaya (Tel. 0171 7778889);ali.kaya@web.example"),
        ("Ansprechpartner;E-Mail", "Ali Kaya (mobil: 0171/7778889);ali.kaya@web.example"),
        ("Ansprechpartner;E-Mail", "Ali Kaya Tel. 0171 7778889;ali.kaya@web.example"),
        ("Kontaktperson;E-Mail", "Ali Kaya (Tel 0171 7778889, abends);ali.kaya@web.example"),
    ] {
        let (actor, notes, hints) = one(headings, cells);
        let persons = &actor.contact_persons;
        assert_eq!((actor.phone, actor.email), (None, None), "{headings}: {cells}");
        assert_eq!(persons.len(), 1, "{headings}: {cells}: {persons:?} {notes} {hints}");
        assert!(
            persons[0].name.as_ref().is_some_and(|name| name.value.ends_with("Kaya")),
            "{headings}: {cells}: {persons:?}"
        );
        let (phone, email) = (persons[0].phone.is_some(), persons[0].email.is_some());
        assert_eq!((phone, email), (true, true), "{headings}: {cells}: {persons:?} {notes}");
    }
    // Where nobody is named, they are the association's, and are read before they are public.
    for (cells, is_public) in [
        ("0171 7778889;", false),
        ("02323 111222;", true),
        (";ali.kaya@web.example", false),
        (";bach@web.example", false),
        (";info@web.example", true),
        (";post.herne@web.example", true),
        (";regenbogen@web.example", true),
        (";kv-regenbogen@web.example", true),
        (";kr@web.example", true),
        (";buero-wanne@web.example", true),
    ] {
        let list = |mapping: &[&str]| {
            let text = format!("Verein;Telefon;E-Mail\nKulturverein Regenbogen;{cells}\n");
            let (actors, _) = published_list(&text, mapping);
            actors[0].status == LifeStatus::Published
        };
        assert_eq!(list(&[]), is_public, "{cells}");
        assert!(list(&["Telefon=phone", "E-Mail=email"]), "{cells}");
    }
}

#[test]
fn the_words_of_an_offer_are_kept_beside_the_theme_that_they_were_taken_for() {
    let (actor, notes, _) = one("Angebote", "Deutschkurs für Eltern");
    assert!(!actor.themes.is_empty() && notes.contains("Deutschkurs für Eltern"), "{:?} {notes}", actor.themes);
}

#[test]
fn numbers_of_several_persons_in_one_cell_are_each_their_own() {
    for (headings, cells, expected) in [
        (
            "Ansprechpartner;Telefon",
            "Ingrid Bach / Ayşe Koç;\"I. Bach: 02323 11122; A. Koç: 02323 33344\"",
            &[("Ingrid Bach", "02323 11122"), ("Ayşe Koç", "02323 33344")][..],
        ),
        (
            "Ansprechpartner;Ansprechpartner Telefon",
            "Ingrid Bach und Ayşe Koç;02323 / 499 123 (Bach), Koç: 02323/54321",
            &[("Ingrid Bach", "02323 / 499 123"), ("Ayşe Koç", "02323/54321")],
        ),
        (
            "Ansprechpartner;Ansprechpartner Telefon",
            "Sommer / Vogt;02323-11 22 33 (Sommer) 0171/9988776 (Vogt)",
            &[("Sommer", "02323-11 22 33"), ("Vogt", "0171/9988776")],
        ),
        (
            "Ansprechpartner;Telefon",
            "Anna Berg / Ali Kaya;02323 45671 / 0171 2223334",
            &[("Anna Berg", "02323 45671"), ("Ali Kaya", "0171 2223334")],
        ),
    ] {
        let (actor, notes, _) = one(headings, cells);
        let persons = &actor.contact_persons;
        let found: Vec<_> = persons
            .iter()
            .map(|person| {
                (
                    person.name.as_ref().map(|name| name.value.as_str()),
                    person.phone.as_ref().map(|phone| phone.value.as_str()),
                )
            })
            .collect();
        let expected: Vec<_> = expected.iter().map(|(name, phone)| (Some(*name), Some(*phone))).collect();
        assert_eq!(found, expected, "{cells}: {notes}");
        assert_eq!(actor.phone, None, "{cells}");
    }
    let (actor, notes, _) = one(
        "Ansprechperson: Name;Ansprechperson: Telefon;Ansprechperson: E-Mail",
        "Vera Lang;02325/ 33 22 11, vera.lang@posteo.example;kanu@ki.example",
    );
    let email = actor.contact_persons[0].email.as_ref().map(|email| email.value.to_string());
    let told = format!("{email:?} {notes}");
    assert!(told.contains("vera.lang@posteo.example") && told.contains("kanu@ki.example"), "{told}");
}
