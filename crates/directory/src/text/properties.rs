//! The index against the naive oracle, and edits against building anew.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

/// Words that lie close to each other, in several scripts, so that every kind of match occurs.
const VOCABULARY: [&str; 54] = [
    "Frau",
    "Frauen",
    "Frauentreff",
    "Frauencafé",
    "Kurs",
    "Kurse",
    "Kursleiter",
    "Sprachkurs",
    "Sprachkurse",
    "Sprache",
    "Beratung",
    "Beratungen",
    "Schuldnerberatung",
    "Beratungsstelle",
    "Betreuung",
    "Bereitung",
    "Röhlinghausen",
    "Roehlinghausen",
    "Rohlinghausen",
    "Mütter",
    "Mutter",
    "Muetter",
    "Haus",
    "Häuser",
    "Verein",
    "Vereine",
    "Neue",
    "Neu",
    "Klimaprojekt",
    "Projekt",
    "Straße",
    "Strasse",
    "Çağdaş",
    "Gençlik",
    "Dernek",
    "Derneği",
    "İstanbul",
    "جمعية",
    "الأمل",
    "الثقافية",
    "Надія",
    "Український",
    "здоров’я",
    "日本語",
    "Frauen-Café",
    "Frauen Treff",
    "e. V.",
    "e.V.",
    "eV",
    "Schulden",
    "Schule",
    "schwul",
    "کتاب‌خانه",
    "۲۴",
];

/// A word of the vocabulary, maybe cut short, maybe with typos, maybe in capitals.
fn word() -> impl Strategy<Value = String> {
    let typo = (0..6_u8, any::<prop::sample::Index>(), prop::sample::select(vec!['a', 'e', 'r', 'ü', 'n', 'ا', 'и']));
    (prop::sample::select(VOCABULARY.to_vec()), prop::collection::vec(typo, 0..3)).prop_map(|(word, typos)| {
        let mut letters: Vec<char> = word.chars().collect();
        for (kind, at, letter) in typos {
            let at = at.index(letters.len());
            match kind {
                0 => letters[at] = letter,
                1 => letters.insert(at, letter),
                2 if letters.len() > 1 => drop(letters.remove(at)),
                3 if at > 0 => letters.swap(at - 1, at),
                4 if at > 1 => letters.truncate(at),
                5 => letters = letters.iter().flat_map(|letter| letter.to_uppercase()).collect(),
                _ => {}
            }
        }
        letters.into_iter().collect()
    })
}

fn text(words: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    prop::collection::vec(word(), words).prop_map(|words| words.join(" "))
}

/// The texts a document borrows.
#[derive(Clone, Debug)]
struct Owned {
    passages: Vec<(DocumentPart, &'static str, String)>,
}

impl Owned {
    fn document(&self, number: u32) -> TextDocument<'_> {
        self.passages.iter().fold(TextDocument { number, ..TextDocument::default() }, |document, (part, tag, text)| {
            document.with(*part, tag, text)
        })
    }
}

fn document() -> impl Strategy<Value = Owned> {
    let language = prop::sample::select(vec!["de", "de", "de-simple", "tr", "ar"]);
    let passage = (prop::sample::select(DocumentPart::ALL.to_vec()), language, text(0..4));
    (prop::collection::vec(passage, 0..5), text(0..3)).prop_map(|(mut passages, name)| {
        passages.push((DocumentPart::Name, "de", name));
        Owned { passages }
    })
}

fn naive_search(documents: &BTreeMap<u32, Owned>, query: &TextQuery) -> Vec<(u32, f32)> {
    naive::search(documents.iter().map(|(number, owned)| owned.document(*number)), query).into_iter().collect()
}

fn index_search(index: &TextIndex, query: &TextQuery) -> Vec<(u32, f32)> {
    index.search(query).iter().collect()
}

fn built(documents: &BTreeMap<u32, Owned>) -> TextIndex {
    TextIndex::build(documents.iter().map(|(number, owned)| owned.document(*number)))
}

/// A few documents put and a few removed.
fn edit() -> impl Strategy<Value = BTreeMap<u32, Option<Owned>>> {
    prop::collection::btree_map(0..40_u32, prop::option::weighted(0.7, document()), 0..10)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_index_finds_and_scores_what_reading_everything_does(
        documents in prop::collection::btree_map(0..1000_u32, document(), 1..30),
        questions in prop::collection::vec(text(0..4), 1..24),
    ) {
        let index = built(&documents);
        for text in questions {
            let query = TextQuery::parse(&text).expect("a short question");
            prop_assert_eq!(index_search(&index, &query), naive_search(&documents, &query), "{}", text);
        }
    }

    #[test]
    fn sets_of_the_same_score_come_best_first_and_hold_every_member(
        documents in prop::collection::btree_map(0..5000_u32, document(), 300..600),
        questions in prop::collection::vec(text(1..3), 1..8),
        members in prop::collection::btree_set(0..5000_u32, 0..4000),
    ) {
        let (index, members) = (built(&documents), members.into_iter().collect::<roaring::RoaringBitmap>());
        for text in questions {
            let query = TextQuery::parse(&text).expect("a short question");
            let hits = index.search(&query);
            let sets: Vec<_> = hits.by_score(&members).collect();
            prop_assert!(sets.is_sorted_by(|(a, _), (b, _)| a > b), "{}", text);
            let mut ranked: Vec<_> = sets.iter().flat_map(|(score, set)| set.iter().map(move |no| (no, *score))).collect();
            ranked.sort_by_key(|(no, _)| *no);
            let expected: Vec<_> = hits.iter().filter(|(no, _)| members.contains(*no)).collect();
            prop_assert_eq!(ranked, expected, "{}", text);
        }
    }

    #[test]
    fn an_edited_index_answers_as_one_built_anew_and_the_ones_before_as_before(
        documents in prop::collection::btree_map(0..40_u32, document(), 0..20),
        edits in prop::collection::vec(edit(), 1..12),
        questions in prop::collection::vec(text(0..3), 1..8),
    ) {
        let questions: Vec<_> =
            questions.iter().map(|text| TextQuery::parse(text).expect("a short question")).collect();
        let mut states = vec![(built(&documents), documents)];
        for changed in edits {
            let (index, before) = states.last().expect("at least the first");
            let mut documents = before.clone();
            for (number, owned) in &changed {
                match owned {
                    Some(owned) => drop(documents.insert(*number, owned.clone())),
                    None => drop(documents.remove(number)),
                }
            }
            let index = index.apply(changed.keys().map(|number| DocumentEdit {
                before: before.get(number).map(|owned| owned.document(*number)),
                after: documents.get(number).map(|owned| owned.document(*number)),
            }));
            states.push((index, documents));
        }
        let anew = states.last().map(|(_, documents)| built(documents)).expect("at least the first");
        let (last, _) = states.last().expect("at least the first");
        prop_assert_eq!(last.contents(), anew.contents());
        for query in &questions {
            for (index, documents) in &states {
                prop_assert_eq!(index_search(index, query), naive_search(documents, query));
            }
        }
    }
}
