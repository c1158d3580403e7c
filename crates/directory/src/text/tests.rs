//! One sentence per behaviour.

use super::*;

fn german(text: &str) -> Vec<Passage<'_>> {
    vec![Passage { language: "de", text }]
}

fn query(text: &str) -> TextQuery {
    TextQuery::parse(text).expect("a short question")
}

/// An index of documents with these names, numbered from 0.
fn named(names: &[&'static str]) -> TextIndex {
    TextIndex::build((0..).zip(names).map(|(number, name)| TextDocument { number, name, ..Default::default() }))
        .expect("index")
}

/// The numbers found, best first, then by number.
fn ranked(index: &TextIndex, text: &str) -> Vec<u32> {
    let hits = index.search(&query(text)).expect("hits");
    let mut found: Vec<_> = hits.iter().collect();
    found.sort_by(|(n, a), (m, b)| b.total_cmp(a).then(n.cmp(m)));
    found.into_iter().map(|(number, _)| number).collect()
}

/// Whether the question finds a document with this name.
fn finds(text: &str, name: &'static str) -> bool {
    !ranked(&named(&[name]), text).is_empty()
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
    let index = named(&spellings);
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
    let document = TextDocument {
        number: 7,
        name: "Frauencafé Wanne",
        theme_labels: german("Sprachkurse"),
        description: german("Wir treffen uns am Dienstag."),
        ..Default::default()
    };
    let index = TextIndex::build([document]).expect("index");
    assert_eq!(ranked(&index, "wanne dienstag sprachkurse"), [7]);
    assert_eq!(ranked(&index, "wanne donnerstag sprachkurse"), Vec::<u32>::new());
}

#[test]
fn german_stems_meet_in_german_text_only() {
    let index = TextIndex::build([
        TextDocument { number: 0, summary: german("Beratung für eine Frau; Kurs"), ..Default::default() },
        TextDocument {
            number: 1,
            summary: vec![Passage { language: "en", text: "Beratung für eine Frau; Kurs" }],
            ..Default::default()
        },
        TextDocument {
            number: 2,
            summary: vec![Passage { language: "de-simple", text: "Eine Frau. Kurs" }],
            ..Default::default()
        },
    ])
    .expect("index");
    assert_eq!(ranked(&index, "Kursen Frauen"), [0, 2]);
    assert!(finds("Mütter", "Mutter") && finds("Haus", "Häuser") && finds("Frau", "Frauen"));
}

#[test]
fn the_last_word_is_found_as_it_is_typed() {
    assert!(finds("herne fr", "Frauen in Herne"));
    assert!(finds("herne röhl", "Roehlinghausen Herne"));
    assert!(!finds("herne f", "Frauen in Herne"), "one letter is not enough");
    assert!(!finds("fr herne", "Frauen in Herne"), "only the last word");
    let described = [TextDocument { summary: german("Frauen"), ..Default::default() }];
    let described = TextIndex::build(described).expect("index");
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
fn parts_of_compounds_are_found_behind_their_head_and_at_their_beginning() {
    assert!(finds("beratung", "Schuldnerberatung"));
    assert!(finds("Beratung Herne", "Schuldnerberatungsstelle Herne"));
    assert!(finds("Frauen Herne", "Frauentreff Herne"));
    assert!(!finds("tung Herne", "Schuldnerberatung Herne"), "not the shortest words");
    let described = TextIndex::build([TextDocument { description: german("Schuldnerberatung"), ..Default::default() }]);
    assert!(ranked(&described.expect("index"), "beratung").is_empty(), "not in descriptions");
}

#[test]
fn better_matches_and_more_telling_parts_rank_first() {
    let index = named(&["Schuldnerberatung", "Beratnug", "Beratungsstelle", "Beratungen", "Beratung"]);
    assert_eq!(ranked(&index, "Beratung"), [4, 3, 2, 1, 0]);

    let text = "Sprachcafé";
    let index = TextIndex::build([
        TextDocument { number: 0, description: german(text), ..Default::default() },
        TextDocument { number: 1, summary: german(text), ..Default::default() },
        TextDocument { number: 2, theme_labels: german(text), ..Default::default() },
        TextDocument { number: 3, alternative_names: vec![text], ..Default::default() },
        TextDocument { number: 4, name: text, description: german(text), ..Default::default() },
    ])
    .expect("index");
    assert_eq!(ranked(&index, "sprachcafe"), [4, 3, 2, 1, 0]);
    let hits = index.search(&query("sprachcafe")).expect("hits");
    assert_eq!(hits.score(4), Some(f32::from(Part::Name.weight() * Match::Exact.worth())), "the best match only");
    assert_eq!((hits.score(9), hits.len(), hits.numbers().len()), (None, 5, 5));
}

#[test]
fn a_score_does_not_depend_on_what_else_is_indexed() {
    let alone = named(&["Verein Herne"]).search(&query("verein")).expect("hits").score(0);
    let among = named(&["Verein Herne", "Verein Wanne", "Verein"]).search(&query("verein")).expect("hits").score(0);
    assert_eq!(alone, among);
}

#[test]
fn a_question_without_words_is_no_condition() {
    for text in ["", "  ", "–, (!)"] {
        assert!(query(text).is_empty());
    }
    let hits = named(&["A", "B"]).search(&query("?")).expect("hits");
    assert_eq!(hits.iter().collect::<Vec<_>>(), [(0, 0.0), (1, 0.0)]);
}

#[test]
fn questions_too_long_are_refused_and_told_what_is_allowed() {
    let long = TextQuery::parse(&"ä".repeat(201)).expect_err("refused");
    assert_eq!(long.to_string(), "the text has 201 characters; at most 200 are allowed");
    let many = TextQuery::parse("a b c d e f g h i j k").expect_err("refused");
    assert_eq!(many.to_string(), "the text has 11 words; at most 10 are allowed");
    assert!(TextQuery::parse(&"ä".repeat(200)).is_ok() && TextQuery::parse("a b c d e f g h i j").is_ok());
}

#[test]
fn an_edit_leaves_a_new_handle_and_the_old_one_keeps_its_answers() {
    let before = named(&["Alter Name", "Zweiter Verein"]);
    let renamed = TextDocument { number: 0, name: "Neuer Name", ..Default::default() };
    let added = TextDocument { number: 5, name: "Dritter Verein", ..Default::default() };
    let after = before.apply([renamed, added], &[1]).expect("edit");

    assert_eq!((ranked(&before, "name"), ranked(&before, "verein"), before.len()), (vec![0], vec![1], 2));
    assert_eq!(ranked(&before, "alter name"), [0]);
    assert_eq!((ranked(&after, "name"), ranked(&after, "verein"), after.len()), (vec![0], vec![5], 2));
    assert_eq!(ranked(&after, "alter name"), Vec::<u32>::new());
}

#[test]
fn only_the_newest_handle_can_be_edited() {
    let first = named(&["Verein"]);
    let second = first.apply([], &[0]).expect("edit");
    assert!(matches!(first.apply([], &[0]), Err(IndexError::Superseded)));
    assert!(second.apply([], &[]).is_ok());
}

#[test]
fn of_one_number_edited_twice_at_once_the_last_stays() {
    let index = named(&["Eins"]);
    let edit = |name| TextDocument { number: 0, name, ..Default::default() };
    let index = index.apply([edit("Zwei"), edit("Drei")], &[0]).expect("edit");
    assert_eq!((ranked(&index, "zwei"), ranked(&index, "drei"), index.len()), (vec![], vec![0], 1));
}

#[test]
fn an_index_of_nothing_answers_and_grows() {
    let empty = TextIndex::build([]).expect("index");
    assert!(empty.is_empty() && ranked(&empty, "verein").is_empty());
    let grown = empty.apply([TextDocument { number: 3, name: "Verein", ..Default::default() }], &[]).expect("edit");
    assert_eq!(ranked(&grown, "verein"), [3]);
}
