//! Themes whose everyday words somebody has begun to type: "häusl" is about protection from violence, "mein Mann schl"
//! too. The words of a phrase are not shown, since the tables leave small words out; the theme is.

use std::collections::BTreeMap;

use super::{concept::Concept, forms::read, stop_words::is_stop_word, tokens::MeaningCache, vocabulary::Phrase};
use crate::{Snapshot, ThemeNo, interpretation::QuestionReader, text::WordReader};

/// The longest text that is completed, in characters.
const LONGEST_TEXT: usize = 80;
/// From how many letters a word is completed by itself, and from how many beside another one.
const FIRST_WORD_FROM: usize = 4;
const FURTHER_WORD_FROM: usize = 2;
/// A beginning that more themes have in common says nothing.
const FEW_THEMES: usize = 3;
/// So many of them are suggested.
const MOST_THEMES: usize = 2;
/// So many words that begin alike are looked at.
const MOST_WORDS: usize = 60;

/// Words of a text, with what begins as it ends.
struct TypedWords {
    /// Each as it is written and folded.
    whole: Vec<(String, String)>,
    last: String,
}

impl Snapshot {
    /// The themes of which somebody has begun to type a phrase, those first of which the most phrases begin so, and
    /// that somebody works on; none where the words may become too many things. `language` is a primary tag.
    pub(crate) fn complete_themes(&self, text: &str, language: &str) -> Vec<ThemeNo> {
        let readings = read_typed_words(text, language);
        let themes = readings.iter().map(|typed| self.themes_beginning(typed, language));
        themes.into_iter().find(|themes| !themes.is_empty()).unwrap_or_default()
    }

    fn themes_beginning(&self, typed: &TypedWords, language: &str) -> Vec<ThemeNo> {
        let mut phrases_of: BTreeMap<ThemeNo, usize> = BTreeMap::new();
        for phrase in self.phrases_beginning(typed, language) {
            if let Concept::Theme(slug) = &phrase.concept
                && let Some(theme) = self.theme_by_slug(slug)
                && self.concept_members(&phrase.concept).is_some_and(|members| !members.is_empty())
            {
                *phrases_of.entry(theme).or_default() += 1;
            }
        }
        if phrases_of.len() > FEW_THEMES {
            return Vec::new();
        }
        let mut themes: Vec<(usize, ThemeNo)> = phrases_of.into_iter().map(|(theme, count)| (count, theme)).collect();
        themes.sort_by_key(|(count, theme)| (std::cmp::Reverse(*count), *theme));
        themes.into_iter().take(MOST_THEMES).map(|(_, theme)| theme).collect()
    }

    /// The phrases of a language, and German ones, that have all words of a text and one that begins as it ends.
    fn phrases_beginning<'a>(&'a self, typed: &'a TypedWords, language: &'a str) -> impl Iterator<Item = &'a Phrase> {
        let vocabularies = self.vocabularies();
        let (exists, is_known, cache) = (|_: &Concept| true, |_: &crate::text::Word| true, MeaningCache::default());
        let reading = QuestionReader { vocabularies, language, exists: &exists, is_known: &is_known, cache: &cache };
        let mut found: Vec<(usize, u32)> = Vec::new();
        if let Some((written, bare)) = typed.whole.first() {
            let words = reading.meanings(written, bare).into_iter();
            found.extend(
                words.flat_map(|(at, word, _)| vocabularies[at].phrases_of(word).iter().map(move |no| (at, *no))),
            );
        } else {
            for (at, vocabulary) in vocabularies.into_iter().enumerate() {
                let words = vocabulary.beginning_with(&typed.last).take(MOST_WORDS);
                found.extend(words.flat_map(|word| vocabulary.phrases_of(word).iter().map(move |no| (at, *no))));
            }
        }
        found.sort_unstable();
        found.dedup();
        let others: Vec<Vec<(usize, u32)>> = (typed.whole.iter().skip(1))
            .map(|(written, bare)| {
                reading.meanings(written, bare).into_iter().map(|(at, word, _)| (at, word)).collect()
            })
            .collect();
        found.into_iter().filter_map(move |(at, no)| {
            let vocabulary = vocabularies[at];
            let phrase = vocabulary.phrase(no);
            let is_read = !phrase.is_weak && [language, "de", "other"].contains(&phrase.language);
            let begins = || phrase.words.iter().any(|word| vocabulary.form(*word).starts_with(&typed.last));
            let has_others =
                || others.iter().all(|words| words.iter().any(|(of, word)| *of == at && phrase.words.contains(word)));
            (is_read && begins() && has_others()).then_some(phrase)
        })
    }
}

/// What somebody has typed as far as it tells something, best first: beside a small word a beginning says more than by
/// itself ("Mann schl"). None where it is too little or too much.
fn read_typed_words(text: &str, language: &str) -> Vec<TypedWords> {
    if text.chars().nth(LONGEST_TEXT).is_some() || text.ends_with(char::is_whitespace) {
        return Vec::new();
    }
    let mut words: Vec<(String, String)> = Vec::new();
    read(&mut WordReader::new(), text, |written, word| words.push((written.to_lowercase(), word.bare.clone())));
    let Some((_, last)) = words.pop().filter(|(_, last)| !is_stop_word(last, language)) else { return Vec::new() };
    let small = words.last().cloned();
    words.retain(|(_, bare)| !is_stop_word(bare, language));
    let beside = small.filter(|_| words.is_empty()).map(|word| TypedWords { whole: vec![word], last: last.clone() });
    let mut beginnings: Vec<TypedWords> = beside.into_iter().chain([TypedWords { whole: words, last }]).collect();
    let enough = |it: &TypedWords| if it.whole.is_empty() { FIRST_WORD_FROM } else { FURTHER_WORD_FROM };
    beginnings.retain(|it| it.last.chars().count() >= enough(it));
    beginnings
}
