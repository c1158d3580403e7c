//! The words of a name, each with how much it says about who bears it.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use crate::text::fold_bare;

/// The words that names are made of: `list,words`, between `;`, pairs as `written=meant`. To teach it a word, add it there.
const WORDS: &str = include_str!("../../words/names.csv");
/// Legal forms that are written in single letters.
const LEGAL_LETTERS: &[[&str; 2]] = &[["e", "v"], ["i", "g"], ["e", "g"]];
/// The shortest name in short that is known by its capitals.
const SHORTEST_INITIALS: usize = 3;
/// The longest one.
const LONGEST_INITIALS: usize = 8;

/// Words that say nothing about who an actor is.
static LEGAL: LazyLock<HashSet<String>> = LazyLock::new(|| fold_list("legal"));
/// Words that join others, of the languages that names are in.
static JOINERS: LazyLock<HashSet<String>> = LazyLock::new(|| fold_list("joining"));
/// Words that many names share.
static COMMON_WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| fold_list("common"));
/// What ends words that say of what sort somebody is: Frauencafé, Elternkreis.
static SORTS: LazyLock<Vec<String>> = LazyLock::new(|| list("sort").map(fold_word).collect());
/// Words by which neighbours of one name differ: without or with another one of them it is somebody else.
static TELLING_WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| fold_list("telling"));
/// What associations call themselves in short.
static SHORT: LazyLock<HashMap<String, String>> = LazyLock::new(|| pairs("short"));
/// What stands first in a name in short, where it is nothing else: "Ev. Kirchengemeinde".
static FIRST: LazyLock<HashMap<String, String>> = LazyLock::new(|| pairs("first"));
/// By the end of a word, the letter by which names in short count it: the V of Kulturverein.
pub(super) static LETTERS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| pairs("letters").into_iter().collect());
/// By the beginning of a word, the letters by which names in short count it: the IK of interkulturell.
static INNER: LazyLock<HashMap<String, String>> = LazyLock::new(|| pairs("inner"));

/// The words of a list.
fn list(name: &'static str) -> impl Iterator<Item = &'static str> {
    let lines = WORDS.lines().skip(1).filter_map(|line| line.split_once(','));
    lines.filter(move |(list, _)| *list == name).flat_map(|(_, words)| words.split(';'))
}

fn pairs(name: &'static str) -> HashMap<String, String> {
    let pairs = list(name).filter_map(|pair| pair.split_once('='));
    pairs.map(|(written, meant)| (fold_word(written), fold_word(meant))).collect()
}

fn fold_list(name: &'static str) -> HashSet<String> {
    list(name).map(fold_word).collect()
}

/// A word as it is compared: in Latin letters, small, without accents.
fn fold_word(word: &str) -> String {
    let folded = fold_bare(word);
    if folded.is_ascii() {
        return folded;
    }
    let latin = deunicode::deunicode(&folded).to_lowercase();
    let latin: String = latin.chars().filter(|c| c.is_alphanumeric()).collect();
    if latin.is_empty() { folded } else { latin }
}

/// What a word of a name is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordSort {
    /// It is who they are.
    Own,
    /// It says of what sort they are.
    Sort,
    /// Many share it.
    Common,
    /// Neighbours differ by it.
    Telling,
    /// A year, or the number of a house.
    Number,
}

/// A word of a name.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NameWord {
    pub(super) text: String,
    pub(super) sort: WordSort,
    /// Whether a full stop says that it was cut.
    pub(super) is_cut: bool,
    /// Whether it is written in capitals among others that are not, as an abbreviation is.
    pub(super) is_capitals: bool,
}

impl NameWord {
    /// How much it says.
    pub(super) const fn weight(&self) -> f64 {
        match self.sort {
            WordSort::Own | WordSort::Telling => 1.0,
            WordSort::Sort => 0.5,
            WordSort::Common | WordSort::Number => 0.25,
        }
    }

    /// By which of the words that neighbours differ by it begins.
    pub(super) fn people(&self) -> Option<&str> {
        let found = TELLING_WORDS.iter().find(|word| word.len() >= 5 && self.text.starts_with(stem(word)));
        found.map(String::as_str)
    }

    fn new(written: &str, is_cut: bool, is_shouted: bool) -> Self {
        let bare = fold_word(written);
        let text = SHORT.get(&bare).cloned().unwrap_or(bare);
        let length = written.chars().count();
        let are_capitals = written.chars().all(char::is_uppercase);
        // Nobody speaks a word without vowels: it is spelt.
        let is_spelt = !written.contains(|c: char| !c.is_ascii_alphabetic() || "AEIOUYaeiouy".contains(c));
        let is_capitals = (2..=LONGEST_INITIALS).contains(&length) && are_capitals && (!is_shouted || is_spelt);
        Self { sort: sort_of(&text), text, is_cut, is_capitals }
    }

    /// Whether it may stand for the first letters of other words.
    pub(super) fn is_initials(&self) -> bool {
        self.is_capitals && self.text.len() >= SHORTEST_INITIALS
    }

    /// The letters by which names in short count the word: more than one of a compound.
    pub(super) fn letters(&self) -> String {
        let first = INNER.iter().find(|(beginning, _)| self.text.starts_with(beginning.as_str()));
        let mut letters = match first {
            Some((_, letters)) => letters.clone(),
            None => self.text.chars().take(1).collect(),
        };
        let is_end = |end: &str| self.text.len() > end.len() && self.text.ends_with(end);
        letters.extend(LETTERS.iter().find(|(end, _)| is_end(end)).map(|(_, letter)| letter.as_str()));
        letters
    }

    /// Whether it is a longer word of which only the beginning of its last part is left: Kulturv, Frauentr.
    pub(super) fn is_shortened(&self, long: &Self) -> bool {
        SORTS.iter().any(|end| {
            let head = long.text.strip_suffix(end.as_str()).filter(|head| head.len() >= SHORTEST_INITIALS);
            let rest = head.and_then(|head| self.text.strip_prefix(head));
            rest.is_some_and(|rest| !rest.is_empty() && rest.len() < end.len() && end.starts_with(rest))
        })
    }

    /// Whether it is cut out of a longer word: the first letter and some of the others in their order, as Kgm. is.
    pub(super) fn is_cut_from(&self, long: &Self) -> bool {
        if !self.is_cut || self.text.len() < SHORTEST_INITIALS || long.text.len() <= self.text.len() + 2 {
            return false;
        }
        let mut letters = long.text.chars();
        self.text.chars().next() == long.text.chars().next()
            && self.text.chars().all(|c| letters.any(|other| other == c))
    }
}

fn sort_of(text: &str) -> WordSort {
    if text.chars().all(|c| c.is_ascii_digit()) {
        WordSort::Number
    } else if TELLING_WORDS.contains(text) {
        WordSort::Telling
    } else if COMMON_WORDS.contains(stem(text)) || COMMON_WORDS.contains(text) {
        WordSort::Common
    } else if SORTS.iter().any(|end| text.ends_with(end.as_str())) {
        WordSort::Sort
    } else {
        WordSort::Own
    }
}

/// A word without the ending that its case gives it.
pub(super) fn stem(word: &str) -> &str {
    if word.len() < 7 {
        return word;
    }
    let ends = ["en", "er", "es", "em", "e", "s", "n"];
    ends.iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word)
}

/// The words of a name without its legal form and what joins them; all of them where nothing else is left.
pub(super) fn name_words(name: &str) -> Vec<NameWord> {
    let is_shouted = name.trim().contains(' ') && name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let spelt = join_letters(name);
    let name = spelt.as_deref().unwrap_or(name);
    let mut written: Vec<(&str, bool)> = Vec::new();
    let mut rest = name;
    while let Some(start) = rest.find(char::is_alphanumeric) {
        rest = &rest[start..];
        let end = rest.find(|c: char| !c.is_alphanumeric() && !is_mark(c)).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        written.push((word, behind.starts_with('.') && word.chars().count() > 1));
        rest = behind;
    }
    let bare: Vec<String> = written.iter().map(|(word, _)| fold_word(word)).collect();
    let mut kept = Vec::with_capacity(written.len());
    let mut at = 0;
    while at < written.len() {
        let pair = bare.get(at..at + 2);
        if pair.is_some_and(|pair| LEGAL_LETTERS.iter().any(|letters| pair == letters)) {
            at += 2;
            continue;
        }
        let (word, is_cut) = written[at];
        if at == 0
            && written.len() > 1
            && is_cut
            && let Some(meant) = FIRST.get(&bare[0])
        {
            kept.push(NameWord::new(meant, false, true));
        } else if !LEGAL.contains(&bare[at]) && !JOINERS.contains(&bare[at]) {
            kept.push(NameWord::new(word, is_cut, is_shouted));
        }
        at += 1;
    }
    if kept.is_empty() {
        kept.extend(written.into_iter().map(|(word, is_cut)| NameWord::new(word, is_cut, is_shouted)));
    }
    kept
}

/// The name with letters that stand between full stops as one word: "D.T.K.V." is DTKV. `None` where it has none.
fn join_letters(name: &str) -> Option<String> {
    let is_spelt = |word: &&str| {
        let letters: Vec<&str> = word.trim_end_matches('.').split('.').collect();
        let is_letter = |part: &&str| part.chars().count() == 1 && part.chars().all(char::is_uppercase);
        letters.len() >= SHORTEST_INITIALS && letters.iter().all(is_letter)
    };
    name.split(' ').any(|word| is_spelt(&word)).then(|| {
        let joined = |word: &str| if is_spelt(&word) { word.replace('.', "") } else { word.to_owned() };
        name.split(' ').map(joined).collect::<Vec<_>>().join(" ")
    })
}

/// Signs that stand within words: accents of their own, joiners, apostrophes.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{200c}' | '\u{200d}' | '\'' | '’')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(name: &str) -> Vec<String> {
        name_words(name).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn spellings_of_one_name_meet() {
        for spelling in
            ["Frauencafé Röhlinghausen e. V.", "FRAUENCAFE ROEHLINGHAUSEN eV", "Frauencafe Rohlinghausen e.V. i. G."]
        {
            assert_eq!(texts(spelling), ["frauncafe", "rohlinghausen"], "{spelling}");
        }
        assert_eq!(texts("Lernhaus gGmbH"), ["lernhaus"]);
        assert_eq!(texts("e. V."), ["e", "v"], "a name of nothing else stays");
        assert_eq!(texts("SV Kometenschweif"), ["sportverein", "kometenschweif"]);
        assert_eq!(texts("Ev. Kgm. Eickel"), ["evangelisch", "kirchengemeinde", "eickel"]);
        assert_eq!(texts("Haus Eickel e. V."), ["haus", "eickel"]);
        assert_eq!(texts("D.T.K.V. e.V."), ["dtkv"]);
        assert_eq!(texts("Спілка Надія"), ["spilka", "nadiia"]);
        assert_eq!(texts("Haus der Kulturen & Freunde"), ["haus", "kulturen", "freunde"]);
    }
}
