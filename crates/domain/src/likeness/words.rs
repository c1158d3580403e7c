//! The words of a name, each with how much it says about who bears it.

use std::{collections::HashSet, sync::LazyLock};

use crate::text::{fold, fold_umlauts_away};

/// Words of legal forms: they say nothing about who an actor is.
const LEGAL_WORDS: &[&str] = &[
    "ev",
    "ggmbh",
    "gmbh",
    "gug",
    "ug",
    "eg",
    "gag",
    "ig",
    "eingetragener",
    "eingetragene",
    "gemeinnützige",
    "gemeinnütziger",
    "haftungsbeschränkt",
];
/// Legal forms that are written in single letters.
const LEGAL_LETTERS: &[[&str; 2]] = &[["e", "v"], ["i", "g"], ["e", "g"]];
/// Words that join others, of the languages that names are in.
const JOINING: &[&str] = &[
    "und", "u", "der", "die", "das", "des", "den", "dem", "für", "fuer", "fur", "f", "in", "im", "von", "vom", "zu",
    "zum", "zur", "am", "an", "auf", "bei", "mit", "e", "v", "the", "of", "and", "for", "ve", "i", "w", "si", "de",
    "la", "el", "al",
];
/// What associations call themselves in short.
const SHORT_FORMS: &[(&str, &str)] = &[
    ("sv", "sportverein"),
    ("sc", "sportclub"),
    ("fc", "fussballclub"),
    ("tus", "sportverein"),
    ("tsv", "sportverein"),
    ("kv", "kulturverein"),
    ("fv", "förderverein"),
    ("ak", "arbeitskreis"),
    ("ag", "arbeitsgemeinschaft"),
    ("jz", "jugendzentrum"),
    ("vhs", "volkshochschule"),
    ("dt", "deutsch"),
    ("int", "international"),
    ("intern", "international"),
    ("kath", "katholisch"),
    ("ver", "verein"),
    ("ges", "gesellschaft"),
    ("klub", "club"),
    ("cultur", "kultur"),
    ("zentr", "zentrum"),
    ("zent", "zentrum"),
    ("center", "zentrum"),
    ("turn", "sportverein"),
];
/// Words that many names share.
const COMMON: &[&str] = &[
    "verein",
    "verband",
    "bund",
    "club",
    "zentrum",
    "initiative",
    "gruppe",
    "kreis",
    "treff",
    "treffpunkt",
    "gemeinschaft",
    "gemeinde",
    "gesellschaft",
    "vereinigung",
    "netzwerk",
    "forum",
    "haus",
    "projekt",
    "organisation",
    "stiftung",
    "team",
    "international",
    "interkulturell",
    "sport",
    "kultur",
    "migranten",
    "migrantinnen",
    "selbsthilfe",
    "ortsgruppe",
    "union",
    "dernegi",
    "dernek",
    "association",
    "society",
];
/// What ends words that say of what sort somebody is: Frauencafé, Elternkreis.
const SORTS: &[&str] = &[
    "verein",
    "verband",
    "bund",
    "club",
    "zentrum",
    "initiative",
    "gruppe",
    "kreis",
    "treff",
    "gemeinschaft",
    "gemeinde",
    "gesellschaft",
    "vereinigung",
    "netzwerk",
    "cafe",
    "haus",
    "stelle",
    "schule",
    "chor",
    "werkstatt",
    "hilfe",
];
/// Words by which neighbours of one name differ: without or with another one of them it is somebody else.
const TELLING: &[&str] = &[
    "nord",
    "süd",
    "ost",
    "west",
    "mitte",
    "jugend",
    "jungen",
    "mädchen",
    "frauen",
    "männer",
    "senioren",
    "kinder",
    "eltern",
    "väter",
    "mütter",
    "familien",
    "studierende",
    "jugendliche",
    "i",
    "ii",
    "iii",
];

static LEGAL: LazyLock<HashSet<String>> = LazyLock::new(|| folded(LEGAL_WORDS));
static JOINERS: LazyLock<HashSet<String>> = LazyLock::new(|| folded(JOINING));
static COMMON_WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| folded(COMMON));
static TELLING_WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| folded(TELLING));
static SHORT: LazyLock<Vec<(String, String)>> =
    LazyLock::new(|| SHORT_FORMS.iter().map(|(short, long)| (fold_word(short), fold_word(long))).collect());

fn folded(words: &[&str]) -> HashSet<String> {
    words.iter().map(|word| fold_word(word)).collect()
}

/// A word as it is compared: in Latin letters, small, without accents.
fn fold_word(word: &str) -> String {
    let folded = fold_umlauts_away(&fold(word));
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
        let text = SHORT.iter().find(|(short, _)| *short == bare).map_or(bare, |(_, long)| long.clone());
        let length = written.chars().count();
        let is_capitals = !is_shouted && (2..=8).contains(&length) && written.chars().all(char::is_uppercase);
        Self { sort: sort_of(&text), text, is_cut, is_capitals }
    }
}

fn sort_of(text: &str) -> WordSort {
    if text.chars().all(|c| c.is_ascii_digit()) {
        WordSort::Number
    } else if TELLING_WORDS.contains(text) {
        WordSort::Telling
    } else if COMMON_WORDS.contains(stem(text)) || COMMON_WORDS.contains(text) {
        WordSort::Common
    } else if SORTS.iter().any(|end| text.ends_with(end)) {
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
    let is_shouted = name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
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
        if !LEGAL.contains(&bare[at]) && !JOINERS.contains(&bare[at]) {
            kept.push(NameWord::new(written[at].0, written[at].1, is_shouted));
        }
        at += 1;
    }
    if kept.is_empty() {
        kept.extend(written.into_iter().map(|(word, is_cut)| NameWord::new(word, is_cut, is_shouted)));
    }
    kept
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
        assert_eq!(texts("Спілка Надія"), ["spilka", "nadiia"]);
        assert_eq!(texts("Haus der Kulturen & Freunde"), ["haus", "kulturen", "freunde"]);
    }
}
