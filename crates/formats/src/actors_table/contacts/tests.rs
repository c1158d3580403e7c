//! Contacts of one cell, each with what it holds.

use super::*;

#[test]
fn telephone_numbers_are_kept_as_they_are_written_without_the_words_around_them() {
    for (text, phones) in [
        ("02323999900", vec!["02323999900"]),
        ("+49 (0)2323 999901", vec!["+49 (0)2323 999901"]),
        ("02323 - 9999 03", vec!["02323 - 9999 03"]),
        ("(02323) 999904", vec!["(02323) 999904"]),
        ("02323/999902", vec!["02323/999902"]),
        ("ca. nach 18 Uhr: 02323 999906", vec!["02323 999906"]),
        ("02325/550116 + 550117", vec!["02325/550116", "550117"]),
        ("02323-999908 o. 02323-999909", vec!["02323-999908", "02323-999909"]),
        ("02323 12345 / 0170 000000", vec!["02323 12345", "0170 000000"]),
        ("Tel.: 12345/-46", vec!["12345/-46"]),
        ("\u{202a}+49\u{a0}2323\u{a0}12345\u{202c}", vec!["+49 2323 12345"]),
        ("115", vec!["115"]),
        ("1) 0157 2223344 2) 02323 998877", vec!["0157 2223344", "02323 998877"]),
        ("a) 02323 111222 b) 02323 333444", vec!["02323 111222", "02323 333444"]),
        ("0176/123", vec![]),
        ("70 00 13 - 46", vec!["70 00 13 - 46"]),
        ("02323/70 00 13 -46", vec!["02323/70 00 13 -46"]),
        ("0 23 23 / 16-0 (Zentrale)", vec!["0 23 23 / 16-0"]),
        ("Tel.: 02323 700014 Fax: 02323 700015", vec!["02323 700014"]),
        ("Fax: 02323 700015 Tel.: 02323 700014", vec!["02323 700014"]),
        ("Tel.: 02325/700160, Fax: -161", vec!["02325/700160"]),
        ("T: 02323 700014 / F: 02323 700015", vec!["02323 700014"]),
        ("02323 700014 (Fax: 02323 700015)", vec!["02323 700014"]),
        ("Tel./Fax: 02323 700014", vec!["02323 700014"]),
        ("02323 700014 Mobil 0170 5550000", vec!["02323 700014", "0170 5550000"]),
        ("02323 700014 0170 5550000", vec!["02323 700014", "0170 5550000"]),
        ("02323/700014\n0170/5550000", vec!["02323/700014", "0170/5550000"]),
        ("Festnetz: 02323 700014 Handy: 0170 5550000", vec!["02323 700014", "0170 5550000"]),
    ] {
        assert_eq!(read_contacts(text, ContactKind::Phone).phones, phones, "{text}");
    }
    assert_eq!(read_contacts("ca. nach 18 Uhr: 02323 999906", ContactKind::Phone).words, ["ca. nach 18 Uhr"]);
    assert_eq!(read_contacts("ruf an", ContactKind::Phone).phones, Vec::<String>::new());
    for cut in ["02323 66O108", "02323 66 01 O8", "O2323 660108", "02323/66l108", "Tel. 02323 66O108"] {
        assert_eq!(read_contacts(cut, ContactKind::Phone).phones, Vec::<String>::new(), "{cut}");
    }
    assert_eq!(read_contacts("02323 660108 AB", ContactKind::Phone).phones, ["02323 660108"]);
}

#[test]
fn mail_addresses_are_found_however_they_are_hidden_and_several_are_kept_apart() {
    for (text, emails) in [
        ("verein0(at)post.example", vec!["verein0@post.example"]),
        ("a2@post.example; b2@post.example", vec!["a2@post.example", "b2@post.example"]),
        ("Info@Verein4.Example ", vec!["Info@verein4.example"]),
        ("Info@MÜLLER.example; Info@müller.example", vec!["Info@müller.example"]),
        ("info@verein.example; INFO@verein.example", vec!["info@verein.example"]),
        ("mailto:a@post.example", vec!["a@post.example"]),
        ("info (at) verein (dot) example", vec!["info@verein.example"]),
        ("Info AT verein DOT example", vec!["Info@verein.example"]),
        ("info@verein,example", vec!["info@verein.example"]),
        ("a@post,example, b@post.example", vec!["a@post.example", "b@post.example"]),
        ("a@post.example,b@post.example", vec!["a@post.example", "b@post.example"]),
    ] {
        assert_eq!(read_contacts(text, ContactKind::Email).emails, emails, "{text}");
    }
}

#[test]
fn one_cell_may_hold_contacts_of_several_kinds() {
    let contacts = read_contacts("Tel. 02323 111222, info@verein.example, www.verein.example", ContactKind::Any);
    assert_eq!(contacts.phones, ["02323 111222"]);
    assert_eq!(contacts.emails, ["info@verein.example"]);
    assert_eq!(contacts.websites, ["https://www.verein.example"]);
    assert!(contacts.words.is_empty(), "{contacts:?}");
    let both = read_contacts("post@verein.example / www.verein.example", ContactKind::Any);
    assert_eq!((both.emails.len(), both.websites.len(), both.words.len()), (1, 1, 0), "{both:?}");
    for kind in [ContactKind::Any, ContactKind::Website, ContactKind::Email] {
        let both = read_contacts("www.verein.example post@verein.example", kind);
        assert_eq!((both.emails.len(), both.websites.len(), both.words.len()), (1, 1, 0), "{both:?}");
    }
}

#[test]
fn the_postcode_of_an_address_is_no_telephone_number() {
    for (text, address) in [
        ("Hammerweg 1, 44651 Herne, T. 02325 666003, a@post.example", "Hammerweg 1, 44651 Herne"),
        ("c/o Büro\nHammerweg 1 a\n44651 Herne\nTel. 02325 666003", "c/o Büro, Hammerweg 1 a, 44651 Herne"),
        ("02325 666003; Hammerweg 1, D-44651 Herne", "Hammerweg 1, D-44651 Herne"),
        ("44651 Herne, Tel.: 02325 666003", "44651 Herne"),
    ] {
        let contacts = read_contacts(text, ContactKind::Any);
        assert_eq!((contacts.address.as_deref(), contacts.phones), (Some(address), vec!["02325 666003".to_owned()]));
        assert!(contacts.words.is_empty(), "{:?}", contacts.words);
    }
    let none = read_contacts("Tel. 44651 Herne", ContactKind::Any);
    assert_eq!((none.address, none.phones.len()), (None, 1));
}
