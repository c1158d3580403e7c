//! One sentence per behaviour.

use super::*;

fn query(text: &str) -> TextQuery {
    TextQuery::parse(text).expect("a short question")
}

/// An index of documents with these names, numbered from 0.
fn index_of(names: &[&'static str]) -> TextIndex {
    TextIndex::build((0..).zip(names).map(|(number, name)| TextDocument::with_name(number, name)))
}

/// A document of one text.
fn part(number: u32, part: DocumentPart, text: &str) -> TextDocument<'_> {
    TextDocument { number, ..TextDocument::default() }.with(part, "de", text)
}

/// The numbers found, best first, then by number.
fn ranked(index: &TextIndex, text: &str) -> Vec<u32> {
    let hits = index.search(&query(text));
    hits.by_score(hits.numbers()).flat_map(|(_, numbers)| numbers).collect()
}

/// Whether the question finds a document with this name.
fn finds(text: &str, name: &'static str) -> bool {
    !ranked(&index_of(&[name]), text).is_empty()
}

#[test]
fn case_and_accents_do_not_matter() {
    for (text, name) in [("cagdas", "Çağdaş"), ("ÇAĞDAŞ", "Cagdas"), ("istanbul", "İSTANBUL"), ("lodz", "Łódź")]
    {
        assert!(finds(text, name), "{text} {name}");
    }
}

#[test]
fn all_spellings_of_an_umlaut_find_each_other_and_the_same_spelling_ranks_first() {
    let spellings = ["Röhlinghausen", "Roehlinghausen", "Rohlinghausen"];
    let index = index_of(&spellings);
    assert_eq!(ranked(&index, "röhlinghausen"), [0, 1, 2]);
    assert_eq!(ranked(&index, "ROEHLINGHAUSEN"), [0, 1, 2]);
    assert_eq!(ranked(&index, "rohlinghausen"), [2, 0, 1]);
}

#[test]
fn arabic_and_cyrillic_words_are_found_without_their_marks() {
    assert!(finds("الأمل", "جمعية الأمل الثقافية"));
    assert!(finds("الامل", "جمعية الأَمَل الثقافية"));
    assert!(finds("надія", "Український дім «Надія»"));
    assert!(finds("здоровя здоров", "здоров’я здоровя"));
}

#[test]
fn all_words_must_be_found_each_anywhere() {
    let document = TextDocument::with_name(7, "Frauencafé Wanne").with(DocumentPart::Theme, "de", "Sprachkurse").with(
        DocumentPart::Description,
        "de",
        "Wir treffen uns am Dienstag.",
    );
    let index = TextIndex::build([document]);
    assert_eq!(ranked(&index, "wanne dienstag sprachkurse"), [7]);
    assert_eq!(ranked(&index, "wanne donnerstag sprachkurse"), Vec::<u32>::new());
}

#[test]
fn german_stems_meet_in_german_text_only() {
    let text = |number, language: &'static str| {
        TextDocument { number, ..TextDocument::default() }.with(DocumentPart::Summary, language, "Eine Frau; Kurs")
    };
    let index = TextIndex::build([text(0, "de"), text(1, "en"), text(2, "de-simple")]);
    assert_eq!(ranked(&index, "Kursen Frauen"), [0, 2]);
    assert!(finds("Mütter", "Mutter") && finds("Haus", "Häuser") && finds("Frau", "Frauen"));
}

#[test]
fn neighbours_and_one_word_find_each_other_whatever_stands_between_them() {
    let spellings = ["Frauen-Café", "Frauencafé", "Frauen Café", "Frauen–Café"];
    for text in spellings {
        for name in spellings {
            assert!(finds(text, name) && finds(&format!("{text} Wanne"), "WANNE: Frauen-Café"), "{text} {name}");
        }
    }
    for text in ["eV", "e. V.", "e.V.", "EV", "e V"] {
        for name in ["Linde e. V.", "Linde e.V.", "Linde eV"] {
            assert!(finds(&format!("Linde {text}"), name), "{text} {name}");
        }
    }
    assert!(finds("AKF", "A. K. F.") && finds("A.K.F.", "AKF") && finds("A K F Herne", "Herne AKF"));
    assert!(finds("frauen caf", "Frauencafé"), "as it is typed");
    let running = TextIndex::build([part(0, DocumentPart::Description, "für Frauen Café und Tee, ein Eltern-Café")]);
    assert_eq!(ranked(&running, "elterncafe"), [0]);
    assert!(ranked(&running, "frauencafe").is_empty(), "in running text neighbours are no name");
}

#[test]
fn the_exact_name_comes_first_however_many_others_hold_its_words() {
    let index = index_of(&[
        "Linde Netzwerk e. V.",
        "Netzwerk Netzwerk e. V. e. V.",
        "Netzwerk e. V.",
        "Netzwerk",
        "Netzwerke e. V.",
        "Das Netzwerk e. V. Netzwerk e. V.",
    ]);
    for text in ["Netzwerk e. V.", "netzwerk ev", "Netzwerk e.V."] {
        assert_eq!(ranked(&index, text)[0], 2, "{text}");
    }
    assert_eq!(ranked(&index, "Netzwerk")[..2], [2, 3], "with its legal form and without");
}

#[test]
fn the_last_word_is_found_as_it_is_typed() {
    assert!(finds("herne fr", "Frauen in Herne"));
    assert!(finds("herne röhl", "Roehlinghausen Herne"));
    assert!(!finds("herne f", "Frauen in Herne"), "one letter is not enough");
    assert!(!finds("fr herne", "Frauen in Herne"), "only the last word");
    let described = TextIndex::build([part(0, DocumentPart::Summary, "Frauen")]);
    assert!(ranked(&described, "fra").is_empty(), "not in running text");
    assert_eq!(ranked(&described, "frau"), [0], "but for longer beginnings");
}

#[test]
fn typos_are_forgiven_by_the_length_of_the_word() {
    assert!(finds("klimaproekt", "Klimaprojekt"));
    assert!(finds("klimaporekt", "Klimaprojekt"), "a swap and an omission");
    assert!(!finds("klimporekt", "Klimaprojekt"), "three are too many");
    assert!(finds("vreein", "Verein"), "swapped neighbours are one typo");
    assert!(!finds("vrenin", "Verein"), "two in a short word are too many");
    assert!(!finds("tar", "Tor"), "none in a tiny word");
    assert!(finds("Beratnug Wanne", "Wanne Beratung"), "in any word");
}

#[test]
fn a_typo_is_forgiven_in_the_beginning_of_a_word_whose_first_letter_is_right() {
    assert!(finds("klimaprjek", "Klimaprojektwoche"));
    assert!(!finds("limaproj", "Klimaprojektwoche"));
    assert!(!finds("klimaprjek herne", "Klimaprojektwoche Herne"), "only the last word");
}

#[test]
fn a_typo_is_looked_for_only_where_no_document_has_the_word() {
    let index = index_of(&["Schule am Platz", "Schulden und Geld", "Schulen"]);
    assert_eq!(ranked(&index, "Schulden"), [1]);
    assert_eq!(ranked(&index, "Schuldne"), [1], "nobody has it, so it is a typo");
    let known = index_of(&["Kurs", "Kurt"]);
    assert_eq!(ranked(&known, "Kurt"), [1]);
    assert_eq!(ranked(&known.apply([removal(1, "Kurt")]), "Kurt"), [0], "its last document is gone");
}

fn removal(number: u32, name: &str) -> DocumentEdit<'_> {
    DocumentEdit { before: Some(TextDocument::with_name(number, name)), after: None }
}

#[test]
fn what_is_another_word_is_no_typo() {
    for (text, name) in [
        ("schwul", "Schulverein"),
        ("schwul", "Schule"),
        ("Schulden", "Schule"),
        ("Rente", "Kente"),
        ("Wohnung", "Nohnung"),
        ("Garten", "Warten"),
    ] {
        assert!(!finds(text, name), "{text} {name}");
    }
    assert!(finds("Leutschkurs", "Deutschkurs"), "in a long word the first letter too");
    assert!(!finds("Leutschkrus", "Deutschkurs"), "but then no other");
}

#[test]
fn parts_of_compounds_are_found_at_their_beginning_and_where_nothing_else_is_behind_their_head() {
    assert!(finds("beratung", "Schuldnerberatung"));
    assert!(finds("Beratung Herne", "Schuldnerberatungsstelle Herne"));
    assert!(finds("Frauen Herne", "Frauentreff Herne"));
    assert!(!finds("tung Herne", "Schuldnerberatung Herne"), "not the shortest words");
    let described = TextIndex::build([part(0, DocumentPart::Description, "Schuldnerberatung")]);
    assert!(ranked(&described, "beratung").is_empty(), "not in descriptions");
    assert_eq!(ranked(&index_of(&["Transport", "Sport"]), "sport"), [1], "not where somebody has the word");
    assert_eq!(ranked(&index_of(&["Frauentreff Herne", "Frauen Herne"]), "frauen herne"), [1, 0]);
    let trees = index_of(&["Lindenfest", "Elterntreff Winterlinde", "Frauentreff Winterlinde"]);
    assert_eq!(ranked(&trees, "linde"), [0]);
    assert_eq!(ranked(&trees, "elterntreff linde"), [1], "but where nobody has all words otherwise");
}

#[test]
fn better_matches_and_more_telling_parts_rank_first() {
    let index = index_of(&["Beratungsstelle", "Beratungen", "Beratung"]);
    assert_eq!(ranked(&index, "Beratung"), [2, 1, 0]);

    let index = TextIndex::build(
        (0..).zip(DocumentPart::ALL.iter().rev()).map(|(number, it)| part(number, *it, "Sprachcafé x")),
    );
    let found = ranked(&index, "sprachcafe");
    let weights: Vec<u16> =
        found.iter().map(|number| DocumentPart::ALL[DocumentPart::ALL.len() - 1 - *number as usize].weight()).collect();
    assert!(found.len() == DocumentPart::ALL.len() && weights.is_sorted_by(|a, b| a >= b), "{weights:?}");
    let twice = TextIndex::build([TextDocument::with_name(4, "Sprachcafé x").with(
        DocumentPart::Description,
        "de",
        "Sprachcafé",
    )]);
    let hits = twice.search(&query("sprachcafe"));
    assert_eq!(
        hits.score(4),
        Some(f32::from(DocumentPart::Name.weight() * Match::Exact.worth())),
        "the best match only"
    );
    assert_eq!((hits.score(9), hits.len(), hits.numbers().len()), (None, 1, 1));
}

#[test]
fn a_score_does_not_depend_on_what_else_is_indexed() {
    let alone = index_of(&["Verein Herne"]).search(&query("verein")).score(0);
    let among = index_of(&["Verein Herne", "Verein Wanne", "Verein"]).search(&query("verein")).score(0);
    assert_eq!(alone, among);
}

#[test]
fn a_question_without_words_is_no_condition() {
    for text in ["", "  ", "–, (!)"] {
        assert!(query(text).is_empty());
    }
    let hits = index_of(&["A", "B"]).search(&query("?"));
    assert_eq!(hits.iter().collect::<Vec<_>>(), [(0, 0.0), (1, 0.0)]);
}

#[test]
fn every_name_can_be_asked_and_what_is_longer_is_refused() {
    let long = TextQuery::parse(&"ä".repeat(201)).expect_err("refused");
    assert_eq!(long.to_string(), "the text has 201 characters; at most 200 are allowed");
    let name = "x ".repeat(100);
    let index = TextIndex::build([TextDocument::with_name(0, &name)]);
    assert_eq!(ranked(&index, &name), [0], "as many words as a name can have");
    let many = TextQuery::parse(&"\u{fdfa} ".repeat(100)).expect_err("refused");
    assert_eq!(
        many.to_string(),
        "the text has 400 words; at most 100 are allowed",
        "a letter that stands for four words"
    );
    let eleven = "Verein zur Förderung der Begegnung von Menschen aus aller Welt in Herne";
    assert!(finds(eleven, eleven));
    assert!(!finds(&eleven.replace("Begegnung", "Begegnugn"), eleven), "a copied text holds no typo");
}

#[test]
fn an_edit_leaves_a_new_index_and_the_old_one_keeps_its_answers() {
    let before = index_of(&["Alter Name", "Zweiter Verein"]);
    let renamed = DocumentEdit {
        before: Some(TextDocument::with_name(0, "Alter Name")),
        after: Some(TextDocument::with_name(0, "Neuer Name")),
    };
    let added = DocumentEdit { before: None, after: Some(TextDocument::with_name(5, "Dritter Verein")) };
    let after = before.apply([renamed, added, removal(1, "Zweiter Verein")]);

    assert_eq!((ranked(&before, "name"), ranked(&before, "verein"), before.len()), (vec![0], vec![1], 2));
    assert_eq!(ranked(&before, "alter name"), [0]);
    assert_eq!((ranked(&after, "name"), ranked(&after, "verein"), after.len()), (vec![0], vec![5], 2));
    assert_eq!(ranked(&after, "alter name"), Vec::<u32>::new());
}

#[test]
fn two_histories_of_one_index_do_not_meet() {
    let first = index_of(&["Verein"]);
    let add = |name| DocumentEdit { before: None, after: Some(TextDocument::with_name(1, name)) };
    let (one, other) = (first.apply([add("Linde")]), first.apply([add("Ahorn")]));
    assert_eq!((ranked(&one, "linde"), ranked(&one, "ahorn")), (vec![1], vec![]));
    assert_eq!((ranked(&other, "linde"), ranked(&other, "ahorn")), (vec![], vec![1]));
}

#[test]
fn an_index_of_nothing_answers_and_grows() {
    let empty = TextIndex::build([]);
    assert!(empty.is_empty() && ranked(&empty, "verein").is_empty());
    let grown = empty.apply([DocumentEdit { before: None, after: Some(TextDocument::with_name(3, "Verein")) }]);
    assert_eq!(ranked(&grown, "verein"), [3]);
}

#[test]
fn a_telephone_number_is_found_however_it_is_written_and_no_other_one() {
    let phone: domain::PhoneNumber = "02323 9999-37".parse().expect("a number");
    let index = TextIndex::build([TextDocument::with_name(0, "Nussbaum").with_phone(Some(&phone))]);
    for text in [
        "02323 9999-37",
        "02323/999937",
        "+49 (0)2323 999937",
        "0049 2323 99 99 37",
        "Nussbaum 02323 999937",
        "٠٢٣٢٣ ٩٩٩٩-٣٧",
        "۰۲۳۲۳ ۹۹۹۹ ۳۷",
    ] {
        assert_eq!(ranked(&index, text), [0], "{text}");
    }
    for text in ["02323 999938", "02323 99993", "Nussbaum 02323 999936"] {
        assert!(!ranked(&index, text).contains(&0) || text.ends_with("99993"), "{text}");
    }
}
