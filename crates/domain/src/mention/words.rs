//! The words of a text in the form in which they are compared, with their places.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::text::{fold_bare, is_unseen};

/// Words before a name that are no part of it.
pub(super) const TITLES: &[&str] = &["dr", "prof", "med", "dipl", "ing", "herr", "frau", "mr", "mrs", "ms", "bay"];
/// Words in a name that tell nothing alone.
pub(super) const PARTICLES: &[&str] = &[
    "von", "van", "der", "den", "dem", "del", "de", "di", "da", "la", "le", "el", "al", "bin", "zu", "zum", "zur",
    "und",
];
/// Words that stand for the sign before the domain of an address, so that machines do not read it.
const AT_WORDS: &[&str] = &["at", "att", "a", "klammeraffe", "malpa", "собака"];
/// Words that stand for its other signs.
const DOT_WORDS: &[&str] =
    &["dot", "punkt", "nokta", "kropka", "крапка", "punct", "minus", "bindestrich", "unterstrich", "underscore"];
/// The sign before the domain, with its wide and its small form.
const AT_SIGNS: [char; 3] = ['@', '\u{ff20}', '\u{fe6b}'];
/// So many bytes may stand between two words that belong together: a comma, a line break, brackets.
const GAP: usize = 6;

/// A word with its place.
#[derive(Clone, Debug)]
pub(super) struct TextWord {
    pub(super) folded: String,
    pub(super) range: Range<usize>,
}

impl TextWord {
    /// Whether it is the other, also in the genitive.
    pub(super) fn is(&self, other: &str) -> bool {
        self.folded == other || (other.len() >= 3 && self.folded.strip_suffix('s') == Some(other))
    }
}

/// The words of an e-mail address, and how many of them stand before its sign.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct EmailWords {
    words: Vec<String>,
    local: usize,
}

impl EmailWords {
    /// Reads an address; `None` for what has too few words to be one.
    pub(super) fn read(email: &str) -> Option<Self> {
        let (local, domain) = email.rsplit_once('@')?;
        let words = |part| cut(part).into_iter().map(|word| word.folded);
        let local: Vec<String> = words(local).collect();
        let before = local.len();
        let words: Vec<String> = local.into_iter().chain(words(domain)).collect();
        (before > 0 && words.len() >= before + 2).then_some(Self { words, local: before })
    }
}

/// The words of a text.
pub(super) fn cut(text: &str) -> Vec<TextWord> {
    let mut words = Vec::new();
    let mut start = None;
    let ends = text.char_indices().chain([(text.len(), ' ')]);
    for (at, c) in ends {
        let is_part = c.is_alphanumeric() || is_combining_mark(c) || is_unseen(c);
        match (start, is_part) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                start = None;
                let folded = fold_word(&text[from..at]);
                if !folded.is_empty() {
                    words.push(TextWord { folded, range: from..at });
                }
            }
            _ => {}
        }
    }
    words
}

/// A word as it is compared.
fn fold_word(word: &str) -> String {
    if word.is_ascii() {
        return fold_bare(word);
    }
    let seen: String = word.chars().filter(|c| !is_unseen(*c)).collect();
    fold_bare(&seen)
}

/// Where a name stands that begins with the first of these words; an initial or a title may stand within.
pub(super) fn name_at(text: &str, words: &[TextWord], name: &[String]) -> Option<Range<usize>> {
    let first = words.first()?;
    if first.is(&name.concat()) {
        return Some(first.range.clone());
    }
    let (last, before) = name.split_last()?;
    let mut at = 0;
    for part in before {
        if words.get(at)?.folded != *part {
            return None;
        }
        at += 1;
        let next = words.get(at)?;
        let is_initial = next.folded.chars().count() == 1;
        if (is_initial || TITLES.contains(&next.folded.as_str())) && name.iter().all(|part| *part != next.folded) {
            at += 1;
        }
        is_near(text, words.get(at - 1)?, words.get(at)?)?;
    }
    let end = words.get(at).filter(|word| word.is(last))?;
    Some(first.range.start..end.range.end)
}

/// Where an e-mail address stands that begins with the first of these words, its signs perhaps spelt
/// out. It is not the end or the beginning of a longer one, and the sign before the domain is there:
/// "Info: verein.example" is no address.
pub(super) fn email_at(text: &str, words: &[TextWord], email: &EmailWords) -> Option<Range<usize>> {
    let first = words.first()?;
    if text[..first.range.start].ends_with(['.', '-', '_', '+']) {
        return None;
    }
    let mut at = 0;
    for (number, part) in email.words.iter().enumerate() {
        let signs = if number == email.local { AT_WORDS } else { DOT_WORDS };
        let mut has_sign = false;
        if number > 0 && words.get(at)?.folded != *part {
            signs.contains(&words[at].folded.as_str()).then_some(())?;
            is_near(text, &words[at - 1], &words[at])?;
            has_sign = true;
            at += 1;
        }
        let word = words.get(at).filter(|word| word.folded == *part)?;
        if number > 0 {
            is_near(text, &words[at - 1], word)?;
            has_sign |= number != email.local || text[words[at - 1].range.end..word.range.start].contains(AT_SIGNS);
            has_sign.then_some(())?;
        }
        at += 1;
    }
    let end = words.get(at - 1)?.range.end;
    let mut behind = text[end..].chars();
    let goes_on = match behind.next() {
        Some('-' | '_') => true,
        Some('.') => behind.next().is_some_and(char::is_alphanumeric),
        _ => false,
    };
    (!goes_on).then_some(first.range.start..end)
}

fn is_near(text: &str, one: &TextWord, other: &TextWord) -> Option<()> {
    let between = text.get(one.range.end..other.range.start)?;
    (between.len() <= GAP).then_some(())
}
