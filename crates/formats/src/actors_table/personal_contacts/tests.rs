//! Pieces of cells, each with whose they are.

use super::*;

fn personal(pieces: &[&str]) -> (Vec<String>, Vec<String>) {
    let (mut persons, mut others) = (Vec::new(), Vec::new());
    for piece in person_pieces(pieces) {
        match piece {
            ContactPiece::Personal(text) => persons.push(text),
            ContactPiece::Of(text) => others.push(text.to_owned()),
        }
    }
    (persons, others)
}

#[test]
fn numbers_and_mailboxes_beside_a_person_are_that_persons_own() {
    for (pieces, persons, others) in [
        (&["Frau Müller 0177 0000000"][..], &["Frau Müller 0177 0000000"][..], &[][..]),
        (&["Frau Müller", "0177 0000000"], &["Frau Müller, 0177 0000000"], &[]),
        (&["0177 0000000", "Frau Müller"], &["Frau Müller, 0177 0000000"], &[]),
        (&["0177 0000000 (Ayşe Beispiel)"], &["0177 0000000 (Ayşe Beispiel)"], &[]),
        (
            &["Ansprechpartner: Herr Muster", "muster@post.example"],
            &["Ansprechpartner: Herr Muster, muster@post.example"],
            &[],
        ),
        (&["Frau Müller", "info@post.example"], &["Frau Müller"], &["info@post.example"]),
        (&["Büro 02323 999900", "Frau Müller 0177 0000000"], &["Frau Müller 0177 0000000"], &["Büro 02323 999900"]),
        (&["0177 0000000 (Fatma)"], &["0177 0000000 (Fatma)"], &[]),
        (&["0177 0000000 (Handy von Ali)"], &["0177 0000000 (Handy von Ali)"], &[]),
        (&["(Vorsitz) 0177 0000000"], &["(Vorsitz) 0177 0000000"], &[]),
        (&["0177 0000000 Hassan"], &["0177 0000000 Hassan"], &[]),
        (&["WhatsApp 0177 0000000"], &[], &["WhatsApp 0177 0000000"]),
        (&["02323 123456 Herne"], &[], &["02323 123456 Herne"]),
        (&["privat 0177 0000000"], &["privat 0177 0000000"], &[]),
        (&["1. Vorsitzende: 0177 0000000"], &["1. Vorsitzende: 0177 0000000"], &[]),
        (&["Tel. 02323/123456", "info@x.example"], &[], &["Tel. 02323/123456", "info@x.example"]),
        (&["Tel. Büro 02323/123456"], &[], &["Tel. Büro 02323/123456"]),
        (&["Mo.-Fr. 02323 123456"], &[], &["Mo.-Fr. 02323 123456"]),
    ] {
        let (found, rest) = personal(pieces);
        assert!(found == persons && rest == others, "{pieces:?}: {found:?}, {rest:?}");
    }
}
