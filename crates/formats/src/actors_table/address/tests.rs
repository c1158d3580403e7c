//! Addresses of one cell, each with its parts.

use super::*;

fn parts(street: &str, postcode: &str, city: &str, extra: &str) -> AddressParts {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    AddressParts {
        street: some(street),
        postcode: some(postcode),
        city: some(city),
        extra: some(extra),
        ..AddressParts::default()
    }
}

#[test]
fn addresses_in_one_cell_are_taken_apart() {
    assert_eq!(read_address("Beispielweg 33, 44649 Herne"), parts("Beispielweg 33", "44649", "Herne", ""));
    assert_eq!(
        read_address("c/o Büro, Beispielweg 3\n44649 Herne"),
        parts("Beispielweg 3", "44649", "Herne", "c/o Büro")
    );
    assert_eq!(read_address("Beispielweg 33 44649 Herne"), parts("Beispielweg 33", "44649", "Herne", ""));
    assert_eq!(
        read_address("c/o Stadtteilbüro, Entwurfgasse 37"),
        parts("Entwurfgasse 37", "", "", "c/o Stadtteilbüro")
    );
    assert_eq!(read_address("Postfach 10 20 30"), parts("Postfach 10 20 30", "", "", ""));
    assert_eq!(read_address("Postfach 10 20 30, Weg 4"), parts("Weg 4", "", "", "Postfach 10 20 30"));
    assert_eq!(read_address("Turnhalle Musterer Str. 18"), parts("Musterer Str. 18", "", "", "Turnhalle"));
    assert_eq!(read_address("Grundschule Nord Musterstr. 1a"), parts("Musterstr. 1a", "", "", "Grundschule Nord"));
    assert_eq!(read_address("Schulstr. 18"), parts("Schulstr. 18", "", "", ""));
    assert_eq!(read_address("Am Stadtgarten 3"), parts("Am Stadtgarten 3", "", "", ""));
    assert_eq!(read_address("Halle (Hinterhof) Musterweg 17"), parts("Musterweg 17", "", "", "Halle, Hinterhof"));
    assert_eq!(
        read_address("ab Bahnhof 5 Min. zu Fuß, Musterstr. 5"),
        parts("Musterstr. 5", "", "", "ab Bahnhof 5 Min. zu Fuß")
    );
    assert_eq!(read_address("Musterstr. 12 - 14, 44649 Herne"), parts("Musterstr. 12 - 14", "44649", "Herne", ""));
    assert_eq!(read_address("Am Kanal (Kleingarten, Tor 3)"), parts("Am Kanal", "", "", "Kleingarten, Tor 3"));
    assert_eq!(
        read_address("(Hinterhaus, nicht klingeln) Musterstr. 3, 44625 Herne"),
        parts("Musterstr. 3", "44625", "Herne", "Hinterhaus, nicht klingeln")
    );
    assert_eq!(read_address("Rathaus Wanne, Raum 112"), parts("Rathaus Wanne", "", "", "Raum 112"));
    assert_eq!(read_address("Musterstr. 8 [Keller]"), parts("Musterstr. 8 (Keller)", "", "", ""));
    assert_eq!(read_address("Musterstr. 3 (Hinterhaus)"), parts("Musterstr. 3 (Hinterhaus)", "", "", ""));
    let broken = read_address("Bergstr. 5, 4462 Herne");
    assert_eq!((broken.wrong_postcode.as_deref(), broken.city.as_deref()), (Some("4462"), Some("Herne")));
    assert_eq!((broken.street.as_deref(), broken.extra), (Some("Bergstr. 5"), None));
    for text in [
        "Musterstr. 7, D-44649 Herne",
        "Musterstr. 7, D 44649 Herne",
        "Musterstr. 7, DE-44649 Herne",
        "Musterstr. 7 / 44649 Herne",
        "Musterstr. 7 - 44649 Herne",
        "44 649 Herne / Musterstr. 7",
        "Musterstr. 7, 44649-Herne",
    ] {
        assert_eq!(read_address(text), parts("Musterstr. 7", "44649", "Herne", ""), "{text}");
    }
    assert_eq!(read_town("44649 Herne"), parts("", "44649", "Herne", ""));
    assert_eq!(read_town("D-44649 Herne"), parts("", "44649", "Herne", ""));
}

#[test]
fn the_district_of_an_address_is_no_street_and_no_town() {
    let read = |text: &str| {
        let names = PlaceNames {
            is_district: &|name| ["Wanne", "OT Wanne", "Wanne-Süd"].contains(&name),
            is_town: &|name| ["Herne", "Bochum"].contains(&name),
        };
        let found = read_address(text).with_places(&names);
        (found.street, found.city, found.extra, found.district)
    };
    let some = |text: &str| Some(text.to_owned());
    for text in [
        "Hauptstr. 12, 44649 Herne (Wanne)",
        "Hauptstr. 12, Wanne, 44649 Herne",
        "Wanne, Hauptstr. 12, 44649 Herne",
        "Hauptstr. 12, 44649 Herne, Wanne",
        "Hauptstr. 12, 44649 Herne-Wanne",
        "Hauptstr. 12, 44649 Herne / Wanne",
        "Hauptstr. 12 - 44649 Herne - Wanne",
        "Hauptstr. 12, Herne-Wanne",
        "Hauptstr. 12 Herne, Wanne",
    ] {
        assert_eq!(read(text), (some("Hauptstr. 12"), some("Herne"), None, some("Wanne")), "{text}");
    }
    assert_eq!(read("44649 Herne, Wanne"), (None, some("Herne"), None, some("Wanne")));
    assert_eq!(read("44649 Herne (OT Wanne)"), (None, some("Herne"), None, some("OT Wanne")));
    assert_eq!(read("Am Markt, 44649 Herne"), (some("Am Markt"), some("Herne"), None, None));
    assert_eq!(read("44649 Herne (Hinterhof)").1, some("Herne"));
    let near = read("Am Markt 1, 44649 Herne (Nähe Bahnhof, gegenüber Kiosk)");
    assert_eq!((near.1, near.2), (some("Herne"), some("Nähe Bahnhof, gegenüber Kiosk")));
    assert_eq!(read("44649 Wanne"), (None, some("Wanne"), None, some("Wanne")));
    assert_eq!(read("Am Markt 1, Herne"), (some("Am Markt 1"), some("Herne"), None, None));
    assert_eq!(read("Am Markt 1 Herne"), (some("Am Markt 1"), some("Herne"), None, None));
    assert_eq!(read("Am Markt 1 a in Wanne"), (some("Am Markt 1 a"), None, None, some("Wanne")));
    assert_eq!(read("Am Markt 1, Bochum"), (some("Am Markt 1"), some("Bochum"), None, None));
    assert_eq!(read("44649 Herne OT Wanne").3, some("OT Wanne"));
    assert_eq!(read("44649 Herne OT Nirgendwo"), (None, some("Herne"), None, None));
    assert_eq!(read("44649 Herne / Nirgendwo").1, some("Herne"));
    assert_eq!(read("44649 Herne-Wanne-Süd"), (None, some("Herne"), None, some("Wanne-Süd")));
    assert_eq!(read("Am Markt 1 Hinterhaus").0, some("Am Markt 1 Hinterhaus"));
}

#[test]
fn postcodes_have_five_digits_or_letters() {
    assert_eq!(read_postcode("44 653").as_deref(), Ok("44653"));
    assert_eq!(read_postcode("01067").as_deref(), Ok("01067"));
    assert_eq!(read_postcode("44649,0").as_deref(), Ok("44649"));
    assert_eq!(read_postcode("44649-").as_deref(), Ok("44649"));
    assert_eq!(read_postcode("٤٤٦٤٩").as_deref(), Ok("44649"));
    assert_eq!(read_postcode("1234 AB").as_deref(), Ok("1234 AB"));
    assert!(read_postcode("4465").is_err_and(|problem| problem.text("de").contains("4 Ziffern")));
}
