//! Houses that are called by their names, and the streets on which they stand: in one column or several, in any order.

use super::{other_lists::herne, *};

/// The address of the only row of a list as street, city, extra, and the note.
fn address(list: &str) -> (String, String, String, String) {
    let table = ActorsTable::read(list.as_bytes(), TableFormat::Csv, &herne(), TableOptions::default());
    let table = table.expect("a table");
    let (actors, problems) = entries_of(&table);
    assert_eq!(problems, Vec::<String>::new(), "{list}");
    let parts = actors[0].address.clone().unwrap_or_default();
    let [street, city, extra] =
        [parts.street, parts.city, parts.extra].map(|part| part.map_or_else(String::new, |it| it.to_string()));
    let note = table.summary().notes.values().next().cloned().unwrap_or_default();
    (street, city, extra, note)
}

#[test]
fn a_house_stands_beside_its_street_whatever_columns_hold_them() {
    for (headings, cells) in [
        ("Treffpunkt;Straße;Hausnummer;PLZ;Ort", "Gesundheitsamt;Rathausstr.;6;44649;Herne"),
        ("Treffpunkt;Straße;PLZ;Ort", "Gesundheitsamt;Rathausstr. 6;44649;Herne"),
        ("Straße;Hausnummer;PLZ;Ort;Treffpunkt", "Rathausstr.;6;44649;Herne;Gesundheitsamt"),
        ("Veranstaltungsort;Straße;PLZ;Ort", "Gesundheitsamt;Rathausstr. 6;44649;Herne"),
        ("Ort des Treffens;Straße;PLZ;Ort", "Gesundheitsamt;Rathausstr. 6;44649;Herne"),
        ("Treffpunkt;Straße;Nr.;PLZ;Ort", "Gesundheitsamt, Rathausstr.;;6;44649;Herne"),
        ("Treffpunkt;Adresse;PLZ;Ort", "Gesundheitsamt;Rathausstr. 6;44649;Herne"),
        ("Treffpunkt;Anschrift", "Gesundheitsamt;Rathausstr. 6, 44649 Herne"),
        ("Sportstätte;Straße und Hausnummer;PLZ;Ort", "Gesundheitsamt;Rathausstr. 6;44649;Herne"),
        ("Straße;Hausnr;PLZ;Ort", "Gesundheitsamt, Rathausstr.;6;44649;Herne"),
        ("Straße;Hausnr;PLZ;Ort", "Gesundheitsamt - Rathausstr.;6;44649;Herne"),
        ("Straße;Hausnr;PLZ;Ort", "Gesundheitsamt Rathausstr.;6;44649;Herne"),
        ("Straße;Hausnr;PLZ;Ort", "Rathausstr. 6;6, Gesundheitsamt;44649;Herne"),
        ("Ort;Straße;PLZ;Ort", "Gesundheitsamt;Rathausstr. 6;44649;Herne"),
        ("Ort;Straße;Nr.;PLZ;Stadt", "Gesundheitsamt;Rathausstr.;6;44649;Herne"),
        ("Adresse 1;Adresse 2;PLZ;Ort", "Gesundheitsamt;Rathausstr. 6;44649;Herne"),
        ("Adresse 1;Adresse 2;PLZ;Ort", "Rathausstr. 6;Gesundheitsamt;44649;Herne"),
        ("Anschrift;Zusatz;PLZ;Ort", "Gesundheitsamt;Rathausstr. 6;44649;Herne"),
        ("Anschrift;Zusatz;PLZ;Ort", "Rathausstr. 6;Gesundheitsamt;44649;Herne"),
        ("Anschrift;Zusatz;Hausnummer;PLZ;Ort", "Gesundheitsamt;Rathausstr.;6;44649;Herne"),
    ] {
        let found = address(&format!("Verein;{headings}\nGruppe Eins;{cells}\n"));
        let told = ["Rathausstr. 6", "Herne", "Gesundheitsamt", ""].map(ToOwned::to_owned);
        assert_eq!(<[String; 4]>::from(found), told, "{headings}: {cells}");
    }
}

#[test]
fn the_number_of_a_house_goes_to_the_part_that_is_a_street_else_to_the_last() {
    for (cell, number, street, extra) in [
        ("Moschee Al-Salam, Dorstener Str.", "170", "Dorstener Str. 170", "Moschee Al-Salam"),
        ("Marienhospital, Hölkeskampring", "40", "Hölkeskampring 40", "Marienhospital"),
        ("Volkshaus, Am Alten Hof", "28", "Am Alten Hof 28", "Volkshaus"),
        ("Gaststätte im Kulturzentrum, Berliner Platz", "11", "Berliner Platz 11", "Gaststätte im Kulturzentrum"),
        ("Turnhalle / Sodinger Str.", "9", "Sodinger Str. 9", "Turnhalle"),
        ("Gesundheitsamt, Hinterm Deich", "6", "Hinterm Deich 6", "Gesundheitsamt"),
        ("Hauptstr., Hinterhof", "9", "Hauptstr. 9", "Hinterhof"),
        ("Bochumer Str. (Hinterhof)", "12 a", "Bochumer Str. 12 a", "Hinterhof"),
        ("Gemeindehaus Freiligrathstr.", "18-20", "Freiligrathstr. 18-20", "Gemeindehaus"),
        ("Begegnungszentrum, Am Stadtgarten", "", "Am Stadtgarten", "Begegnungszentrum"),
        ("Vereinsheim, Forellstr. o. Nr.", "", "Forellstr. o. Nr.", "Vereinsheim"),
        ("Rathaus Wanne, Raum 112", "", "Rathaus Wanne", "Raum 112"),
        ("Gemeindehaus, im Keller", "", "Gemeindehaus", "im Keller"),
        ("Hinterm Deich", "7", "Hinterm Deich 7", ""),
    ] {
        let found = address(&format!("Verein;Straße;Hausnummer\nGruppe Eins;{cell};{number}\n"));
        let told = [street, "", extra, ""].map(ToOwned::to_owned);
        assert_eq!(<[String; 4]>::from(found), told, "{cell}");
    }
}

#[test]
fn two_streets_of_a_row_are_told_and_what_is_no_place_stands_in_the_note() {
    let (street, _, extra, note) =
        address("Verein;Treffpunkt;Straße;Ort\nGruppe Eins;Bahnhofstr. 3;Hauptstr. 8;Herne\n");
    assert_eq!((street.as_str(), extra.as_str()), ("Bahnhofstr. 3", ""));
    assert!(note.contains("Hauptstr. 8"), "{note}");
    let (street, _, extra, note) =
        address("Verein;Anschrift;Treffpunkt\nGruppe Eins;Bahnhofstr. 3, Herne;Bürgerzentrum, Hauptstr. 8\n");
    assert_eq!(
        (street.as_str(), extra.as_str(), note.as_str()),
        ("Bahnhofstr. 3", "", "Treffpunkt: Bürgerzentrum, Hauptstr. 8")
    );
    for heading in ["Anschrift", "Treffpunkt", "Straße", "Ort"] {
        let (street, city, extra, note) = address(&format!("Verein;{heading}\nGruppe Eins;wechselnde Orte\n"));
        assert_eq!(note, format!("{heading}: wechselnde Orte"));
        assert_eq!((street, city, extra), Default::default());
    }
    let (street, _, _, note) = address("Verein;Straße;Hausnummer\nGruppe Eins;;12\n");
    assert_eq!((street.as_str(), note.as_str()), ("", "Hausnummer: 12"));
    // A column of towns stays one, whatever they are called.
    let (_, city, _, _) = address("Verein;Straße;Ort\nGruppe Eins;Hauptstr. 8;Neukirchen\nGruppe Zwei;Weg 2;Herne\n");
    assert_eq!(city, "Neukirchen");
}

#[test]
fn the_day_and_the_time_of_two_columns_are_the_hours() {
    for headings in ["Wochentag;Uhrzeit", "Tag;Uhrzeit", "Treffen am;Zeit", "Wochentag;Öffnungszeit", "Wann;Uhrzeit"] {
        let list = format!(
            "Verein;{headings};Telefon\nTreff Amsel;dienstags;14:30 - 16:00;02323 111222\n\
             Treff Buche;Mo + Mi;15-17 Uhr;02323 111223\nTreff Chrom;;09:30-11:00;02323 111224\nTreff Distel;freitags;;\n\
             Treff Efeu;-;-;02323 111225\nTreff Farn;?;16:00-17:00;02323 111226\n"
        );
        let (actors, problems) = super::table(list.as_bytes());
        assert_eq!(problems, Vec::<String>::new(), "{headings}");
        let hours: Vec<_> =
            actors.iter().map(|actor| actor.opening_hours.as_ref().map(domain::OpeningHours::as_str)).collect();
        assert_eq!(hours, [Some("Tu 14:30-16:00"), Some("Mo,We 15:00-17:00"), None, None, None, None], "{headings}");
    }
}

#[test]
fn what_somebody_says_of_the_columns_of_days_and_times_counts() {
    let list = "Verein;Wochentag;Uhrzeit\nTreff Amsel;dienstags;14:30 - 16:00\nTreff Buche;freitags;10:00-11:00\n";
    for (mapping, hours) in [
        (&["Wochentag=openingHours"][..], Some("Tu 14:30-16:00")),
        (&["Uhrzeit=openingHours", "Wochentag=openingHours"], Some("Tu 14:30-16:00")),
        (&["Wochentag=note"], None),
    ] {
        let mut options = TableOptions::default();
        mapping.iter().for_each(|line| options.mapping.add(line).expect("a mapping"));
        let table = ActorsTable::read(list.as_bytes(), TableFormat::Csv, &herne(), options).expect("a table");
        let (actors, problems) = entries_of(&table);
        assert_eq!(problems, Vec::<String>::new(), "{mapping:?}");
        assert_eq!(actors[0].opening_hours.as_ref().map(domain::OpeningHours::as_str), hours, "{mapping:?}");
    }
}
