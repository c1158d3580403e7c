//! Finding alike actors without comparing everybody with everybody: only those are compared that
//! share a key (Hernández and Stolfo 1995, "The merge/purge problem"; keys as blocks). A key that too
//! many share says nothing and is skipped, so the work grows with the number of actors, not its square.

use std::collections::{HashMap, HashSet};

use domain::ActorId;

use super::{Fingerprint, Likeness, SUSPICIOUS, likeness};

/// More actors than this under one key are not compared.
const BLOCK: usize = 40;
/// Words shorter than this are no key.
const WORD: usize = 5;
/// So many letters of a word are a key, so that a slip at its end does not matter.
const STEM: usize = 6;

/// The pairs that are alike enough to be looked at, the most alike first; smaller id first in each.
/// Pairs known to be two are left out.
pub(crate) fn alike_pairs(
    prints: &[Fingerprint],
    apart: &HashSet<(ActorId, ActorId)>,
) -> Vec<((ActorId, ActorId), Likeness)> {
    let mut blocks: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, print) in prints.iter().enumerate() {
        for key in keys(print) {
            blocks.entry(key).or_default().push(at);
        }
    }
    let mut alike: HashMap<(ActorId, ActorId), Likeness> = HashMap::new();
    for block in blocks.into_values().filter(|block| block.len() <= BLOCK) {
        for (nth, one) in block.iter().enumerate() {
            for other in &block[nth + 1..] {
                let (one, other) = (&prints[*one], &prints[*other]);
                let pair = (one.id.min(other.id), one.id.max(other.id));
                if pair.0 == pair.1 || apart.contains(&pair) || alike.contains_key(&pair) {
                    continue;
                }
                let found = likeness(one, other);
                if found.score >= SUSPICIOUS {
                    alike.insert(pair, found);
                }
            }
        }
    }
    let mut alike: Vec<_> = alike.into_iter().collect();
    alike.sort_by(|(one, a), (other, b)| b.score.total_cmp(&a.score).then(one.cmp(other)));
    alike
}

fn keys(print: &Fingerprint) -> HashSet<String> {
    let stems = print.words.iter().filter(|word| word.chars().count() >= WORD);
    let stems = stems.map(|word| format!("stem {}", word.chars().take(STEM).collect::<String>()));
    let whole = print.words.iter().map(String::as_str).collect::<String>();
    // Where every word is a common one, how the whole name begins may still be rare.
    let beginning = [format!("beginning {}", whole.chars().take(2 * STEM).collect::<String>())];
    let names = print.names.iter().map(|name| format!("name {name}"));
    let abbreviations = print.abbreviations.iter().map(|name| format!("short {name}"));
    let websites = print.websites.iter().map(|website| format!("website {website}"));
    let phone = print.phone.iter().map(|phone| format!("phone {phone}"));
    let email = print.email.iter().map(|email| format!("email {email}"));
    stems.chain(beginning).chain(names).chain(abbreviations).chain(websites).chain(phone).chain(email).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Actor, ActorKind, vocabulary::OrganisationKind};

    fn prints(names: &[&str]) -> Vec<Fingerprint> {
        let kind = ActorKind::Organisation(OrganisationKind::Culture);
        let of = |(at, name): (usize, &&str)| {
            let actor = Actor::new("x".parse().expect("slug"), kind, *name);
            Fingerprint::of(uuid::Uuid::from_u128(at as u128).into(), &actor)
        };
        names.iter().enumerate().map(of).collect()
    }

    #[test]
    fn blocks_find_what_comparing_everybody_finds() {
        let prints = prints(&[
            "Kulturverein Brücke e. V.",
            "Kulturverein Bruecke",
            "Kulturverein Brüche",
            "Sportfreunde Wanne",
            "Sportfreunde Wanne 08",
            "Elternverein Eickel",
            "Frauencafé Eickel",
            "Frauencafe Eickel gGmbH",
        ]);
        let mut naive = HashSet::new();
        for (at, one) in prints.iter().enumerate() {
            let others = prints[at + 1..].iter().filter(|other| likeness(one, other).score >= SUSPICIOUS);
            naive.extend(others.map(|other| (one.id, other.id)));
        }
        let found = alike_pairs(&prints, &HashSet::new());
        assert_eq!(found.iter().map(|(pair, _)| *pair).collect::<HashSet<_>>(), naive);
        assert!(naive.len() >= 2);
        let apart = HashSet::from([found[0].0]);
        assert!(!alike_pairs(&prints, &apart).iter().any(|(pair, _)| *pair == found[0].0));
    }

    #[test]
    fn a_key_that_everybody_shares_costs_nothing() {
        let names: Vec<String> = (0..3_000).map(|at| format!("Kulturverein Nummer {at}")).collect();
        let prints = prints(&names.iter().map(String::as_str).collect::<Vec<_>>());
        let started = std::time::Instant::now();
        alike_pairs(&prints, &HashSet::new());
        assert!(started.elapsed().as_secs() < 5, "comparing everybody with everybody would be 4.5 million");
    }
}
