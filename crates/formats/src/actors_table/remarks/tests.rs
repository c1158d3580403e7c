//! Remarks, each with what is heard in it.

use super::*;

fn read(text: &str) -> PublicationRemark {
    PublicationRemark::read("Bemerkung", text)
}

#[test]
fn a_note_that_forbids_or_asks_something_is_told_from_one_that_says_something() {
    for note in [
        "Bemerkungen: nicht veröffentlichen!",
        "Sprachen: Tamil\nBemerkungen: alt, bitte prüfen",
        "Bemerkungen: Verein hat sich aufgelöst",
        "Tel.: noch gültig?",
        "Notes: please check the address",
        "erst mit dem Vorstand klären",
    ] {
        assert!(asks_before_publishing(note), "{note}");
    }
    for note in [
        "",
        "Bemerkungen: Vorsitz wechselt im Mai",
        "Bemerkungen: Raum für 40 Pers.",
        "Homepage: https://verein.example/?seite=1",
        "Bemerkungen: Wir fördern Kultur. / Kültürü destekliyoruz.",
    ] {
        assert!(!asks_before_publishing(note), "{note}");
    }
}

#[test]
fn what_forbids_publication_is_heard_by_its_words_in_whatever_order_they_stand() {
    for text in [
        "Tel. privat, nicht rausgeben",
        "Adresse bitte nicht nennen",
        "bitte Adresse auf keinen Fall und niemandem nennen, nicht einmal der Stadt",
        "Schutzadresse",
        "Schutzhaus!",
        "möchten anonym bleiben",
        "bitte anonym",
        "verboten zu veröffentlichen",
        "Veröffentlichen verboten",
        "Weitergabe untersagt",
        "DSGVO!",
        "Einwilligung?",
        "Einwilligung prüfen",
        "Einwilligung noch nicht da",
        "darf nirgends online stehen, nicht auf der Homepage",
        "Handynummer nicht weitergeben!",
        "Name darf nicht genannt werden",
        "niemals publizieren",
        "do not share the address",
        "please never list them",
        "Nummer ist privat",
        "Privatadresse",
        "geheim!",
        "Geheime Adresse",
        "nicht an Dritte weiterzugeben",
        "vertraulich!",
        "keine Nennung im Verzeichnis",
        "Online-Nennung nein",
        "noch keine Zustimmung",
        "Zustimmung steht aus",
        "Freigabe abwarten",
        "erst nach Rücksprache veröffentlichen",
        "nur für internen Gebrauch",
        "keine Adresse angeben!",
        "Tel. nur für uns",
        "Daten nur für die Agentur",
        "Tel. nur für Mitarbeiter",
        "hat der Weitergabe widersprochen",
        "Frauenhaus!",
        "Angaben nur für den Vorstand",
        "Nummer nur an Ämter",
        "contact details only for the council",
    ] {
        assert!(read(text).forbids, "{text}");
    }
    for text in ["nur für Eingeweihte", "bitte keine Besuche", "Vorsicht, wird bedroht", "diskret behandeln"] {
        assert!(read(text).is_doubtful, "{text}");
    }
    for text in ["Tel. nur abends", "nur für Frauen", "nur telefonisch", "Raum für 40 Pers.", "nur Barzahlung"] {
        assert!(!read(text).is_doubtful && !read(text).forbids, "{text}");
    }
    for text in [
        "alt, bitte prüfen",
        "Beratung vertraulich und kostenlos",
        "anonyme Beratung für Jugendliche",
        "Geheimtipp",
        "privat finanziert",
        "nicht nennenswert gewachsen",
        "Telefon nicht immer besetzt",
        "Einwilligung liegt vor",
        "Einwilligung erteilt am 12.03.2026",
        "DSGVO ok",
        "keine Homepage",
        "haben kein Internet",
        "nicht barrierefrei. Angebote stehen online.",
        "Rauchen verboten",
        "Schlüssel beim Hausmeister",
        "nein",
        "nur für unsere Mitglieder",
        "Zustimmung erteilt",
        "Freigabe liegt vor",
        "Kooperation mit dem Frauenhaus Herne",
    ] {
        assert!(!read(text).forbids, "{text}");
    }
}

#[test]
fn what_a_remark_is_about_is_heard_with_it() {
    for (text, expected) in [
        ("Adresse geheim halten!", [true, false, false]),
        ("Schutzwohnung", [true, false, false]),
        ("Tel. nicht veröffentlichen!", [false, true, false]),
        ("Handy nicht weitergeben", [false, true, false]),
        ("Mailadresse nicht ins Netz", [false, false, true]),
        ("Anschrift und Telefon nicht nennen", [true, true, false]),
        ("nicht veröffentlichen", [false, false, false]),
        ("Frauenhaus!", [true, false, false]),
        ("keine Adresse angeben!", [true, false, false]),
        ("Tel. nur für uns", [false, true, false]),
    ] {
        let PublicationRemark { forbids, place, phone, email, .. } = read(text);
        assert!(forbids, "{text}");
        assert_eq!([place, phone, email], expected, "{text}");
    }
}

#[test]
fn an_association_that_is_no_more_or_rests_is_heard() {
    for text in [
        "aufgelöst",
        "ALT – aufgelöst 2025",
        "Verein existiert nicht mehr",
        "gibt es seit 2023 nicht mehr",
        "gibt's nicht mehr",
        "ruht",
        "Der Verein ruht derzeit",
        "nicht mehr aktiv",
        "inaktiv",
        "no longer exists",
        "hat die Arbeit eingestellt",
        "eingestellt",
        "pausiert",
        "Verein gelöscht 2023",
        "gelöscht 2023",
    ] {
        assert!(read(text).is_over, "{text}");
    }
    for text in [
        "im Ruhrgebiet",
        "gibt es noch",
        "in den Ferien geschlossen",
        "Sozialarbeiterin eingestellt",
        "sucht nicht mehr als zwei Räume",
    ] {
        assert!(!read(text).is_over, "{text}");
    }
}
