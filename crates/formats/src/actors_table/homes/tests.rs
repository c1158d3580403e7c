//! Addresses, headings and remarks, each with what is heard of homes in it.

use super::*;

#[test]
fn homes_are_known_by_their_words_and_by_whom_letters_are_left_with() {
    for home in [
        "bei Fam. Kaya (privat), Reichsstr. 9, 44651 Herne",
        "c/o Ali Kaya, Reichsstr. 9, 44651 Herne",
        "c/o Kaya, Reichsstr. 9",
        "Reichsstr. 9 (privat)",
        "Familie Erfunden, Weg 1",
        "bei Frau Muster, Weg 1",
        "Weg 1 (Privatwohnung)",
        "b. Erfunden, Weg 1",
        "Weg 1, Wohnung 3",
        "Whg. Erfunden, Weg 1",
        "Weg 1 (Elternhaus)",
        "Weg 1 (Wohnsitz des Vorsitzenden)",
    ] {
        assert!(is_home(home), "{home}");
    }
    for open in [
        "c/o Stadtteilbüro, Weg 1",
        "c/o Caritas Herne, Weg 1",
        "Haus der Familie, Weg 1",
        "bei der Kirche, Weg 1",
        "Familienzentrum, Weg 1",
        "Privatschulweg 3",
        "Weg 1, 44649 Herne (Wanne)",
        "Am Wohnpark 3",
    ] {
        assert!(!is_home(open), "{open}");
    }
    for heading in [
        "Adresse (privat)",
        "Straße (privat)",
        "Vereinsadresse (c/o Vorsitz)",
        "Anschrift Vorstand",
        "Adresse (priv.)",
        "Postanschrift c/o",
        "Wohnort/Straße",
        "Anschrift der Kassiererin",
        "Adr. daheim",
    ] {
        assert_eq!(sign_of_heading(heading), HomeSign::Home, "{heading}");
    }
    for heading in
        ["Vereinsadresse", "Straße und Nr.", "Adresse (Treffpunkt)", "Anschrift Büro", "Ort", "Wohnort", "Wo in Herne?"]
    {
        assert_eq!(sign_of_heading(heading), HomeSign::None, "{heading}");
    }
    assert_eq!(sign_of_heading("Adresse (Oma)"), HomeSign::Doubt);
    for heading in ["Gdzie / Adresse", "Trainings-/Probenort", "Kursort"] {
        assert_eq!(sign_of_heading(heading), HomeSign::None, "{heading}");
    }
    assert!(read_address_line("(Westf.)").taken.is_empty());
    assert_eq!(sign_of_heading("Adresse / Vorsitz"), HomeSign::Home);
}

#[test]
fn remarks_of_homes_are_heard_and_those_of_persons_are_doubtful() {
    for (remark, sign) in [
        ("bei Frau Kaya zu Hause", HomeSign::Home),
        ("Treffen in der Wohnung der Vorsitzenden", HomeSign::Home),
        ("Wohnadresse der Leiterin", HomeSign::Home),
        ("Meldeadresse", HomeSign::Home),
        ("Privatadr.", HomeSign::Home),
        ("trifft sich privat bei Tran", HomeSign::Home),
        ("wohnt dort selbst", HomeSign::Home),
        ("wohnt selbst dort", HomeSign::Home),
        ("trifft sich im Wohnzimmer von Herrn Ali", HomeSign::Home),
        ("Anschrift = Wohnung der Kassiererin", HomeSign::Home),
        ("Privathaushalt", HomeSign::Home),
        ("Adresse vom 2. Vorsitzenden", HomeSign::Home),
        ("c/o-Adresse", HomeSign::Home),
        ("Haus von Familie Lang", HomeSign::Home),
        ("home office der Vorsitzenden", HomeSign::Home),
        ("Treffen bei Demirs im Wohnzimmer", HomeSign::Home),
        ("Post an Privatanschrift", HomeSign::Home),
        ("Treffen bei Leyla", HomeSign::Home),
        ("= Adresse v. Ali", HomeSign::Home),
        ("Adresse von Ali", HomeSign::Home),
        ("Adresse von der Stadt", HomeSign::None),
        ("im Keller von Frau Ott", HomeSign::Home),
        ("Wir beraten auch zu Hause", HomeSign::Doubt),
        ("Anmeldung bei Frau Kaya", HomeSign::Doubt),
        ("Schlüssel hat Familie Ott", HomeSign::Doubt),
        ("Vorsitz wechselt im Mai", HomeSign::None),
        ("Raum für 40 Pers.", HomeSign::None),
        ("Treffen bei der Caritas", HomeSign::None),
        ("Schlüssel beim Hausmeister", HomeSign::None),
    ] {
        assert_eq!(sign_of_remark(remark), sign, "{remark}");
    }
}

#[test]
fn whose_home_it_is_does_not_stay_in_the_address() {
    for (line, open, taken, sign) in [
        ("c/o Ali Kaya", None, vec!["c/o Ali Kaya"], HomeSign::Home),
        ("Weg 1 (privat)", Some("Weg 1"), vec!["privat"], HomeSign::Home),
        ("bei Fam. Kaya, Hinterhaus", Some("Hinterhaus"), vec!["bei Fam. Kaya"], HomeSign::Home),
        ("Hinterhaus", Some("Hinterhaus"), vec![], HomeSign::None),
        ("Weg 10 c/o Vorsitzende", Some("Weg 10"), vec!["c/o Vorsitzende"], HomeSign::Home),
        ("Klingel Demir", None, vec!["Klingel Demir"], HomeSign::Home),
        ("im Haus von Herrn Kaya", None, vec!["im Haus von Herrn Kaya"], HomeSign::Home),
        ("Mietwohnung", None, vec!["Mietwohnung"], HomeSign::Home),
        ("Weg 3 Klingel 4", Some("Weg 3"), vec!["Klingel 4"], HomeSign::Doubt),
        ("p.A. Hassan", None, vec!["p.A. Hassan"], HomeSign::Home),
        ("bei Mama Rosa", None, vec!["bei Mama Rosa"], HomeSign::Home),
        ("Weg 7 a (Petrova)", Some("Weg 7 a"), vec!["Petrova"], HomeSign::Doubt),
        ("Petrova", None, vec!["Petrova"], HomeSign::Doubt),
        ("wird auf Anfrage mitgeteilt", None, vec!["wird auf Anfrage mitgeteilt"], HomeSign::Doubt),
        ("online", None, vec!["online"], HomeSign::Doubt),
        ("Weg 2 (im Garten von Fam. Ott)", Some("Weg 2"), vec!["im Garten von Fam. Ott"], HomeSign::Home),
        ("Weg 2 (im Keller von Ott)", Some("Weg 2"), vec!["im Keller von Ott"], HomeSign::Home),
        ("c/o Hofmann", None, vec!["c/o Hofmann"], HomeSign::Home),
        ("Weg 8, 3. Etage links bei Kowalski", Some("Weg 8"), vec!["3. Etage links bei Kowalski"], HomeSign::Doubt),
        ("Weg 8, 2. OG bei Yilmaz", Some("Weg 8"), vec!["2. OG bei Yilmaz"], HomeSign::Doubt),
        ("Weg 8 2. OG bei Yilmaz", Some("Weg 8 2."), vec!["OG bei Yilmaz"], HomeSign::Doubt),
        ("Studentenwohnheim Weg 8", None, vec!["Studentenwohnheim Weg 8"], HomeSign::Home),
    ] {
        let found = read_address_line(line);
        assert_eq!((found.open.as_deref(), found.sign), (open, sign), "{line}");
        assert_eq!(found.taken, taken, "{line}");
    }
    for open in [
        "Straße des 17. Juni 5",
        "Platz d. Dt. Einheit 1 / 2. OG",
        "Weg 11-13 a",
        "Weg 4a-c",
        "Weg 5 (Hof, 2. Eingang links)",
        "Gemeindehaus (Saal 2, 1. OG)",
        "Am Kanal",
        "Alte Druckerei",
        "Weg 9 (Raum 3, EG, links)",
        "c/o Caritas Herne",
        "Postfach 10 20 30",
        "Weg 3, Ecke Sodinger",
        "Erfundene Straße 14/43",
        "Rathaus Wanne",
        "St. Bonifatius",
        "Praxis Dr. Muster, Weg 20",
        "Kanzlei Muster, Weg 20",
        "Seniorenwohnheim Weg 23",
    ] {
        assert_eq!(read_address_line(open).open.as_deref(), Some(open), "{open}: {:?}", read_address_line(open));
    }
}
