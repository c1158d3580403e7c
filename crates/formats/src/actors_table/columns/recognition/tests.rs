//! Headings of lists, each with its fields.

use super::*;

#[test]
fn the_contact_of_a_person_is_never_that_of_the_association() {
    for (heading, fields) in [
        ("Telefon (Vorsitz)", "person:phone"),
        ("Tel. (privat)", "person:phone"),
        ("Handy 1. Vorsitzende/r", "person:phone"),
        ("Telefon (Vorsitzende/r)", "person:phone"),
        ("Handy der Vorsitzenden", "person:phone"),
        ("Vorsitz Telefon", "person:phone"),
        ("Vorstand E-Mail", "person:email"),
        ("E-Mail Vorstand", "person:email"),
        ("Mobil (Ansprechpartnerin)", "person:phone"),
        ("Mail persönlich", "person:email"),
        ("Ansprechpartner (Tel.)", "person"),
        ("Telefon", "phone"),
        ("Telefon (Büro)", "phone"),
        ("E-Mail Verein", "email"),
        ("Handy Vorstand", "person:phone"),
        ("Tel. 2. Vors.", "person:phone"),
        ("Tel. stellv. Vorsitz", "person:phone"),
    ] {
        assert_eq!(recognise(heading).as_deref(), Some(fields), "{heading}");
    }
}

#[test]
fn headings_of_real_lists_are_known_however_they_are_qualified() {
    for (heading, fields) in [
        ("Tel. Büro", "phone"),
        ("Tel. mobil", "phone"),
        ("E-Mail (Zentrale)", "email"),
        ("Thema 1", "themes"),
        ("Thema A", "themes"),
        ("Thema A/B", "themes"),
        ("Sprache 1/2/3", "languages"),
        ("Welche Sprachen?", "languages"),
        ("Dil / Sprache", "languages"),
        ("Working languages", "languages"),
        ("Arbeitssprachen", "languages"),
        ("Vorwahl", "areaCode"),
        ("Prefix", "areaCode"),
        ("Vereinsreg.", "registerNumber"),
        ("VR-Nr.", "registerNumber"),
        ("Schlagworte", "themes"),
        ("Tags", "themes"),
        ("Alter", "targetGroups"),
        ("Altersgruppe", "targetGroups"),
        ("Zielgruppe(n)", "targetGroups"),
        ("Vorsitz", "person"),
        ("1. Vorsitzende/r", "person"),
        ("Ansprechpartner*in", "person"),
        ("Wer ist zuständig?", "person"),
        ("Wer ist Ansprechpartner?", "person"),
        ("Herkunft/Sprachen", "languages"),
        ("Netz", "website"),
        ("Was machen sie?", "summary.de"),
        ("Womit befassen die sich?", "themes"),
        ("Mitglieder", "note"),
        ("Mitgliederzahl", "note"),
        ("gegründet", "note"),
        ("Notiz intern", "note"),
        ("letzter Kontakt", "note"),
        ("Einwilligung", "note"),
        ("Darf veröffentlicht werden?", "note"),
        ("Public?", "note"),
        ("Im Internet?", "note"),
        ("Stand", "verifiedOn"),
        ("Homepage/FB", "website+socialLinks"),
        ("Insta", "socialLinks"),
        ("Stadtteil/Bezirk", "basedIn"),
        ("Ward", "basedIn"),
        ("PLZ/Ort", "postcode+city"),
        ("Ort/Ortsteil", "city+basedIn"),
        ("Treffpunkt", "street+postcode+city"),
        ("Wo (Adresse)", "street+postcode+city"),
        ("Zeiten", "openingHours"),
        ("Angebote", "themes"),
        ("Main field", "themes"),
        ("Aktiv?", "status"),
        ("Schwerpunkte der Arbeit", "themes"),
        ("Art der Einrichtung", "kind"),
        ("Stichworte Angebote", "themes"),
        ("Anschrift Str.", "street"),
        ("Adresse PLZ", "postcode"),
        ("Kontakt Telefon", "phone"),
        ("Kontakt (Mail)", "phone+email+website"),
        ("Rufnummern", "phone"),
        ("Mailadressen", "email"),
        ("Anschriften", "street+postcode+city"),
        ("Trainings-/Öffnungszeiten", "openingHours"),
        ("Wo zu finden", "street+postcode+city"),
        ("Rechtswert", "longitude"),
        ("Hochwert", "latitude"),
        ("Datum der Aufnahme", "note"),
        ("Anmeldung nötig?", "note"),
        ("Kostenbeitrag", "note"),
        ("Wo in Herne?", "city+basedIn"),
        ("Ansprechbar ist", "person"),
        ("mit Rolli?", "wheelchair"),
        ("kostet", "note"),
        ("Wann trefft ihr euch?", "openingHours"),
        ("Wo trefft ihr euch?", "street+postcode+city"),
        ("Wer kann mitmachen?", "targetGroups"),
        ("Wie erreicht man euch?", "phone+email+website"),
        ("In welchen Sprachen?", "languages"),
        ("Was kostet die Teilnahme?", "note"),
        ("Worum geht es bei euch?", "summary.de"),
        ("Wer leitet die Gruppe?", "person"),
        ("Seit wann?", "note"),
        ("Trainings-/Probenort", "street+postcode+city"),
        ("Probenort", "street+postcode+city"),
        ("Trainingsadresse", "street+postcode+city"),
        ("Gruppensprache", "languages"),
        ("Chorproben", "openingHours"),
        ("wird gesprochen", "languages"),
    ] {
        assert_eq!(recognise(heading).as_deref(), Some(fields), "{heading}");
    }
    for heading in ["Farbe", "A", "A\nB", "Büro", "Nr. 2 / B", "Alte Adresse"] {
        assert!(recognise(heading).is_none_or(|fields| fields == "skip"), "{heading}: {:?}", recognise(heading));
    }
}

#[test]
fn a_heading_in_two_languages_is_one_of_names() {
    assert!(name_part("Nazwa / Name") && name_part("Verein/Projekt") && name_part("Dernek (Verein)"));
    assert!(!name_part("Name") && !name_part("Ort/Treffpunkt"));
}
