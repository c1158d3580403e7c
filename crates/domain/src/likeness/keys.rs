//! Finding alike actors without comparing everybody with everybody: only those are compared that
//! share a key (Hernández and Stolfo 1995, "The merge/purge problem"; keys as blocks). A key that too
//! many share says nothing and is skipped, so the work grows with the number of actors, not its square.

use std::collections::BTreeSet;

use super::{Fingerprint, words::NameWord};

/// More actors than this under one key are not compared.
pub const BLOCK: usize = 40;
/// Words shorter than this are no key.
const WORD: usize = 5;
/// So many letters of a word are a key, so that a slip at its end does not matter.
const STEM: usize = 6;
/// So many letters of each of two words are a key.
const PAIR: usize = 4;
/// Of so many words every two are a key.
const PAIRED: usize = 5;
/// The longest key, in characters; longer ones are cut, and tell as much.
const LENGTH: usize = 200;

impl Fingerprint {
    /// What of an actor others may share who are the same. Keys that say more come first in their
    /// order: who has the same e-mail address is more likely the same than who has a word in common.
    pub fn keys(&self) -> BTreeSet<String> {
        let of = |rank: &'static str| move |value: String| format!("{rank} {value}").chars().take(LENGTH).collect();
        let mut keys: BTreeSet<String> = self.email.clone().map(of("1 email")).into_iter().collect();
        keys.extend(self.phone.clone().map(of("2 phone")));
        keys.extend(self.websites.iter().cloned().map(of("3 website")));
        keys.extend(self.names.iter().cloned().map(of("4 name")));
        keys.extend(self.abbreviations.iter().chain(&self.initials).cloned().map(of("5 short")));
        for words in &self.spellings {
            // Names in short and what they are short for.
            keys.extend(
                words.iter().filter(|word| word.is_initials()).map(|word| word.text.clone()).map(of("5 short")),
            );
            keys.extend(initials(words).map(of("5 short")));
            let whole: String = words.iter().map(|word| word.text.as_str()).collect();
            // Where every word is a common one, how the whole name begins may still be rare.
            let beginning: String = whole.chars().take(2 * STEM).collect();
            keys.extend((!beginning.is_empty()).then_some(beginning).map(of("6 beginning")));
            for word in words.iter().filter(|word| word.text.chars().count() >= WORD) {
                keys.insert(of("7 stem")(word.text.chars().take(STEM).collect()));
                // A slip in how it begins leaves how it ends and how it sounds.
                let letters = word.text.chars().count();
                if letters > STEM {
                    keys.insert(of("8 end")(word.text.chars().skip(letters - STEM).collect()));
                }
                if letters >= 2 * PAIR {
                    let outside = word.text.chars().take(PAIR).chain(word.text.chars().skip(letters - PAIR));
                    keys.insert(of("8 outside")(outside.collect()));
                }
                keys.insert(of("8 sound")(sound(&word.text)));
            }
            // Words that many share say something together.
            for (at, one) in words.iter().take(PAIRED).enumerate() {
                for other in words.iter().take(PAIRED).skip(at + 1) {
                    let mut pair = [one, other].map(|word| word.text.chars().take(PAIR).collect::<String>());
                    pair.sort_unstable();
                    keys.insert(of("9 pair")(pair.join(" ")));
                }
            }
        }
        keys
    }
}

/// The first letters of two or more of the first words, as names in short are made of them: those of compounds once and
/// twice.
fn initials(words: &[NameWord]) -> impl Iterator<Item = String> {
    let (mut short, mut long, mut found) = (String::new(), String::new(), BTreeSet::new());
    for (at, word) in words.iter().take(PAIRED).enumerate() {
        short.extend(word.text.chars().take(1));
        long.push_str(&word.letters());
        if at > 0 {
            found.extend([&short, &long].into_iter().filter(|letters| letters.len() > 2).cloned());
        }
    }
    found.into_iter()
}

/// How a word sounds, roughly: its consonants, those that are written for each other as one, doubled ones once.
fn sound(word: &str) -> String {
    let mut sound = String::new();
    let letters: Vec<char> = word.chars().collect();
    for (at, letter) in letters.iter().enumerate() {
        let next = letters.get(at + 1);
        let heard = match letter {
            'a' | 'e' | 'i' | 'o' | 'u' | 'j' | 'y' if at == 0 => 'a',
            'a' | 'e' | 'i' | 'o' | 'u' | 'j' | 'y' | 'h' => continue,
            'p' if next == Some(&'h') => 'f',
            'b' | 'p' => 'p',
            'd' | 't' => 't',
            'v' | 'w' | 'f' => 'f',
            'c' | 'k' | 'q' | 'g' => 'k',
            's' | 'z' => 's',
            'm' | 'n' => 'n',
            other => *other,
        };
        if !sound.ends_with(heard) {
            sound.push(heard);
        }
    }
    sound
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Actor, ActorKind, likeness::SUSPICIOUS, vocabulary::OrganisationKind};

    fn prints(names: &[&str]) -> Vec<Fingerprint> {
        let kind = ActorKind::Organisation(OrganisationKind::Culture);
        let of = |name: &&str| Fingerprint::of(&Actor::new("x".parse().expect("slug"), kind, *name));
        names.iter().map(of).collect()
    }

    #[test]
    fn who_is_alike_shares_a_key() {
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
        let mut alike = 0;
        for (at, one) in prints.iter().enumerate() {
            for other in prints[at + 1..].iter().filter(|other| one.likeness(other).score >= SUSPICIOUS) {
                alike += 1;
                assert!(!one.keys().is_disjoint(&other.keys()), "{one:?} {other:?}");
            }
        }
        assert!(alike >= 2);
    }

    #[test]
    fn a_slip_leaves_how_a_word_sounds() {
        for (one, other) in
            [("quittenlaterne", "quitenlaterne"), ("photowerkstatt", "fotowerkstadt"), ("nadja", "nadia")]
        {
            assert_eq!(sound(one), sound(other));
        }
        assert_ne!(sound("laterne"), sound("orgel"));
    }

    #[test]
    fn keys_are_short_and_the_telling_ones_come_first() {
        let print = &prints(&[&"Kulturverein ".repeat(15)])[0];
        let keys: Vec<String> = print.keys().into_iter().collect();
        assert!(keys[0].starts_with("4 name kulturverein") && keys.iter().all(|key| key.chars().count() <= LENGTH));
    }
}
