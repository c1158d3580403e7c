//! Whose the numbers and mailboxes of a list are: those of persons are theirs, and nobody publishes them without asking.

use super::withheld_lists::one;

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
