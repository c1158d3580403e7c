//! The index against the naive oracle, and edits against building anew.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

/// Words that lie close to each other, in several scripts, so that every kind of match occurs.
const VOCABULARY: [&str; 44] = [
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
    name: String,
    alternative: String,
    theme: String,
    summary: String,
    description: String,
    language: &'static str,
}

impl Owned {
    fn document(&self, number: u32) -> TextDocument<'_> {
        let passage = |text| vec![Passage { language: self.language, text }];
        TextDocument {
            number,
            name: &self.name,
            alternative_names: vec![&self.alternative],
            theme_labels: passage(&self.theme),
            summary: passage(&self.summary),
            description: passage(&self.description),
        }
    }
}

fn document() -> impl Strategy<Value = Owned> {
    let language = prop::sample::select(vec!["de", "de-simple", "tr", "ar"]);
    (text(0..3), text(0..2), text(0..2), text(0..4), text(0..6), language).prop_map(
        |(name, alternative, theme, summary, description, language)| Owned {
            name,
            alternative,
            theme,
            summary,
            description,
            language,
        },
    )
}

fn naively(documents: &BTreeMap<u32, Owned>, query: &TextQuery) -> Vec<(u32, f32)> {
    let scored = documents.iter().map(|(number, owned)| (*number, naive::score(&owned.document(*number), query)));
    scored.filter_map(|(number, score)| Some((number, score?))).collect()
}

fn indexed(index: &TextIndex, query: &TextQuery) -> Vec<(u32, f32)> {
    index.search(query).expect("hits").iter().collect()
}

fn built(documents: &BTreeMap<u32, Owned>) -> TextIndex {
    TextIndex::build(documents.iter().map(|(number, owned)| owned.document(*number))).expect("index")
}

/// A few documents put and a few removed.
fn edit() -> impl Strategy<Value = (Vec<(u32, Owned)>, Vec<u32>)> {
    (prop::collection::vec((0..40_u32, document()), 0..6), prop::collection::vec(0..40_u32, 0..4))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_index_finds_and_scores_what_reading_everything_does(
        documents in prop::collection::btree_map(0..1000_u32, document(), 1..30),
        questions in prop::collection::vec(text(0..4), 1..24),
    ) {
        let index = built(&documents);
        for text in questions {
            let query = TextQuery::parse(&text).expect("a short question");
            prop_assert_eq!(indexed(&index, &query), naively(&documents, &query), "{}", text);
        }
    }

    #[test]
    fn an_edited_index_answers_as_one_built_anew_and_old_handles_as_before(
        documents in prop::collection::btree_map(0..40_u32, document(), 0..20),
        edits in prop::collection::vec(edit(), 1..12),
        questions in prop::collection::vec(text(0..3), 1..8),
    ) {
        let questions: Vec<_> =
            questions.iter().map(|text| TextQuery::parse(text).expect("a short question")).collect();
        let mut states = vec![(built(&documents), documents)];
        for (upserts, removals) in edits {
            let (index, documents) = states.last().expect("at least the first");
            let mut documents = documents.clone();
            let index = index
                .apply(upserts.iter().map(|(number, owned)| owned.document(*number)), &removals)
                .expect("edit");
            documents.retain(|number, _| !removals.contains(number));
            documents.extend(upserts);
            states.push((index, documents));
        }
        let anew = states.last().map(|(_, documents)| built(documents)).expect("at least the first");
        for query in &questions {
            let (last, _) = states.last().expect("at least the first");
            prop_assert_eq!(indexed(last, query), indexed(&anew, query));
            for (index, documents) in &states {
                prop_assert_eq!(indexed(index, query), naively(documents, query));
            }
        }
    }
}
