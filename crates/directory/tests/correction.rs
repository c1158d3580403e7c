//! "Did you mean": words that nobody knows lead to the nearest that somebody does, and known ones stay as they are.

mod demo;

#[test]
fn unknown_words_become_the_nearest_known_ones() {
    let snapshot = demo::snapshot();
    for (typed, meant) in [
        ("Doitsch lernen", "Deutsch lernen"),
        ("Schakk in Wanne", "Schach in Wanne"),
        ("teutsch", "deutsch"),
        ("Vussball", "Fußball"),
        ("Rumänich", "Rumänisch"),
        ("Törkisch lernen", "Türkisch lernen"),
        ("Theata", "Theater"),
        ("Muusiek", "Musik"),
    ] {
        assert_eq!(snapshot.correct_text(typed, "de").as_deref(), Some(meant), "{typed}");
    }
}

#[test]
fn known_words_numbers_and_what_is_near_nothing_stay() {
    let snapshot = demo::snapshot();
    for text in [
        "الحماية من العنف بالفيتنامية",
        "",
        "Deutschkurs in Wanne",
        "Chor",
        "44649",
        "xylofonquark",
        "Chor xylofonquark",
        "Deutschkurs in Bochum",
        "abc",
        "Nähn",
    ] {
        assert_eq!(snapshot.correct_text(text, "de"), None, "{text}");
    }
    let long = vec!["Doitsch"; 50].join(" ");
    assert_eq!(snapshot.correct_text(&long, "de"), None, "too much of it is unknown");
}
