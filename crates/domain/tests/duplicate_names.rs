//! Near names are found among thousands without comparing every two, and other names are left alone: measured on pairs
//! that were written by hand and by rule, with everything in them invented.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::{
    Actor, ActorKind,
    likeness::{BLOCK, Fingerprint, SUSPICIOUS},
    vocabulary::OrganisationKind,
};

/// `same;stored;typed;why`: whether two names are one association, and what makes it hard to see.
const PAIRS: &str = include_str!("duplicate-names.csv");
/// What names that nobody asks for are made of.
const SORTS: [&str; 16] = [
    "Kulturverein",
    "Sportverein",
    "Elternverein",
    "Frauentreff",
    "Jugendclub",
    "Moscheeverein",
    "Bildungswerk",
    "Freundeskreis",
    "Nachbarschaftstreff",
    "Theaterverein",
    "Gesangverein",
    "Hilfsverein",
    "Integrationsverein",
    "Studierendenverein",
    "Begegnungsstätte",
    "Familienzentrum",
];
const BEGINNINGS: [&str; 20] = [
    "Abend", "Amsel", "Bach", "Berg", "Brombeer", "Dorn", "Erlen", "Feld", "Gold", "Heide", "Kirsch", "Lerchen",
    "Moos", "Nuss", "Pappel", "Quell", "Rosen", "Schnee", "Wiesen", "Zaun",
];
const ENDINGS: [&str; 20] = [
    "acker", "bank", "becher", "blick", "dorf", "ecke", "feder", "gasse", "hof", "kamm", "licht", "markt", "nest",
    "ofen", "quelle", "ring", "schein", "tal", "ufer", "winkel",
];
const PLACES: [&str; 7] = ["", " Herne", " Wanne", " Eickel", " Sodingen e. V.", " Baukau gGmbH", " e. V."];

fn print(name: &str) -> Fingerprint {
    let kind = ActorKind::Organisation(OrganisationKind::Other);
    Fingerprint::of(&Actor::new("x".parse().expect("a slug"), kind, name))
}

/// Real-looking names, each another one.
fn names(count: usize) -> Vec<String> {
    (0..count)
        .map(|nth| {
            let word = nth * 7 % 400;
            let (sort, place) = (SORTS[nth * 5 % 16], PLACES[nth / 400 % 7]);
            format!("{sort} {}{}{place}", BEGINNINGS[word / 20], ENDINGS[word % 20])
        })
        .collect()
}

/// The stored names by their keys, as the store has them.
struct Index {
    prints: Vec<Fingerprint>,
    keys: HashMap<String, Vec<usize>>,
}

impl Index {
    fn new(names: &[String]) -> Self {
        let mut index = Self { prints: names.iter().map(|name| print(name)).collect(), keys: HashMap::new() };
        for (at, print) in index.prints.iter().enumerate() {
            for key in print.keys() {
                index.keys.entry(key).or_default().push(at);
            }
        }
        index
    }

    /// Whom a name looks like, and how many were compared for it.
    fn find(&self, name: &str) -> (BTreeSet<usize>, usize) {
        let print = print(name);
        let under = print.keys().into_iter().filter_map(|key| self.keys.get(&key)).filter(|under| under.len() <= BLOCK);
        let candidates: BTreeSet<usize> = under.flatten().copied().collect();
        let compared = candidates.len();
        let is_alike = |at: &usize| print.likeness(&self.prints[*at]).score >= SUSPICIOUS;
        (candidates.into_iter().filter(is_alike).collect(), compared)
    }
}

#[test]
fn near_names_are_found_among_thousands_and_others_are_left_alone() {
    let pairs: Vec<Vec<&str>> = PAIRS.lines().skip(1).map(|line| line.split(';').collect()).collect();
    assert!(pairs.len() >= 300, "{} pairs", pairs.len());
    let mut stored: Vec<String> = names(5_000);
    let first = stored.len();
    stored.extend(pairs.iter().map(|pair| pair[1].to_owned()).collect::<BTreeSet<_>>());
    let place: HashMap<&str, usize> =
        stored[first..].iter().enumerate().map(|(at, name)| (name.as_str(), first + at)).collect();
    let index = Index::new(&stored);
    let (mut found, mut missed, mut wrong, mut strangers, mut most) = (0_u32, Vec::new(), Vec::new(), 0, 0);
    let mut by_reason: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for pair in &pairs {
        let [same, stored, typed, why] = pair[..] else { panic!("{pair:?} is no pair") };
        let (alike, compared) = index.find(typed);
        most = most.max(compared);
        strangers += alike.iter().filter(|at| **at < first).count();
        let is_found = alike.contains(&place[stored]);
        let counts = by_reason.entry(why).or_default();
        counts.1 += 1;
        counts.0 += u32::from(is_found == (same == "yes"));
        match (same, is_found) {
            ("yes", true) => found += 1,
            ("yes", false) => missed.push((stored, typed)),
            (_, true) => wrong.push((stored, typed)),
            (_, false) => {}
        }
    }
    let precision = f64::from(found) / (f64::from(found) + wrong.len() as f64);
    let recall = f64::from(found) / (f64::from(found) + missed.len() as f64);
    println!("{} pairs among {} names: precision {precision:.3}, recall {recall:.3}", pairs.len(), index.prints.len());
    println!("strangers among the others: {strangers}; compared at most {most} for one name");
    println!("right of all, by what makes it hard: {by_reason:?}");
    println!("missed: {missed:#?}\ntaken for one: {wrong:#?}");
    assert!(precision >= 0.95 && recall >= 0.90, "precision {precision:.3}, recall {recall:.3}");
    assert!(strangers * 50 <= pairs.len(), "{strangers} of the other names look like one of the pairs");
    assert!(most <= index.prints.len() / 5, "{most} were compared for one name");
}
