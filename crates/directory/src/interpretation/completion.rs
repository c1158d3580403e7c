//! Questions that complete what somebody is typing: the last words become a word of the tables or a label, and where
//! no place is named, those where most answer it are put behind.
//!
//! Only what stands by itself is proposed: words of one language, no beginnings, no phrase without its small words. A
//! question counts when it is understood word by word and somebody answers it, which is asked of the reader itself; to
//! bound the work, of few candidates.

use std::{collections::HashMap, sync::LazyLock};

use chrono::{DateTime, Utc};
use roaring::RoaringBitmap;

use super::{
    Interpretation, QuestionReader, Synonyms,
    concept::Concept,
    forms::{COLUMNS, read},
    negation::is_own,
    primary_tag,
    stop_words::is_stop_word,
    table::{phrases, rows},
    tokens::MeaningCache,
    vocabulary::SOURCES,
};
use crate::{
    DistrictNo, Snapshot,
    snapshot::{families::Family, taxonomy::Taxonomy, words::KIND_WORDS},
    text::{Word, WordReader},
};

/// The longest text that is completed, in characters.
const LONGEST_TEXT: usize = 80;
/// How many candidates are read as questions, how many words of the tables are tried, how many places.
const MOST_READINGS: usize = 4;
const MOST_WORDS: usize = 3;
const MOST_PLACES: usize = 2;
/// From how many characters a word is completed by itself, and behind others.
const FIRST_WORD_FROM: usize = 3;
const FURTHER_WORD_FROM: usize = 2;
/// How many letters a small word has at most that nothing is completed by.
const LONGEST_SMALL_WORD: usize = 3;

/// What stands before a place, by language.
static PREPOSITIONS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let rows = rows(include_str!("../../words/prepositions.csv"));
    rows.filter_map(|row| Some((row.first()?.clone(), row.get(1)?.clone()))).collect()
});

static TABLE_COMPLETIONS: LazyLock<CompletionList> = LazyLock::new(CompletionList::of_tables);

/// Makes the list of the tables' words, where it is not made yet.
pub(super) fn load_table_completions() {
    LazyLock::force(&TABLE_COMPLETIONS);
}

/// A word or a label that may end a question.
#[derive(Debug)]
struct Completion {
    /// Its words, folded.
    key: Box<str>,
    written: Box<str>,
    language: &'static str,
    concept: Concept,
    /// Its place among the words for the same; the first is the usual one.
    place: usize,
    source: CompletionSource,
}

/// Where a word comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CompletionSource {
    Table,
    Label,
    Synonym,
}

/// Words and labels by their beginnings.
#[derive(Debug)]
pub(crate) struct CompletionList(Vec<Completion>);

impl CompletionList {
    /// The words of the tables that stand by themselves.
    fn of_tables() -> Self {
        let (mut list, mut reader) = (Vec::new(), WordReader::new());
        for (table, text) in SOURCES {
            for row in rows(text) {
                let Some(concept) = table.concept(&row[0]).filter(is_completed) else { continue };
                for (language, cell) in COLUMNS.into_iter().zip(&row[1..]).filter(|(language, _)| *language != "other")
                {
                    let whole = phrases(cell).filter(|phrase| phrase.chars().all(char::is_alphabetic)).enumerate();
                    list.extend(whole.filter_map(|(place, phrase)| {
                        Completion::new(
                            &mut reader,
                            phrase,
                            language,
                            concept.clone(),
                            (place, CompletionSource::Table),
                        )
                    }));
                }
            }
        }
        Self::sorted(list)
    }

    /// The labels of a directory's own themes and districts, and the synonyms that staff keep, which are proposed to
    /// readers of every language.
    pub(crate) fn of_directory(taxonomy: &Taxonomy, synonyms: &Synonyms) -> Self {
        let themes = taxonomy.themes.iter().map(|it| (Concept::Theme(it.data().slug.to_string()), it.label()));
        let districts = taxonomy.districts.iter().map(|it| (Concept::District(it.data().slug.to_string()), it.name()));
        let (mut list, mut reader) = (Vec::new(), WordReader::new());
        for (concept, label) in themes.chain(districts) {
            for (tag, text) in label.iter() {
                let Some(language) = COLUMNS.into_iter().find(|column| *column == tag.as_str()) else { continue };
                list.extend(Completion::new(
                    &mut reader,
                    text,
                    language,
                    concept.clone(),
                    (0, CompletionSource::Label),
                ));
            }
        }
        for row in synonyms.rows.iter().filter(|row| is_completed(&row.concept)) {
            let whole = row.phrases.iter().filter(|phrase| !phrase.contains(['(', '*'])).enumerate();
            list.extend(whole.filter_map(|(place, phrase)| {
                let source = (place, CompletionSource::Synonym);
                Completion::new(&mut reader, phrase, "de", row.concept.clone(), source)
            }));
        }
        Self::sorted(list)
    }

    fn sorted(mut list: Vec<Completion>) -> Self {
        list.sort_by(|a, b| a.key.cmp(&b.key));
        Self(list)
    }

    fn with_prefix<'a>(&'a self, key: &str) -> std::slice::Iter<'a, Completion> {
        let from = self.0.partition_point(|it| *it.key < *key);
        let count = self.0[from..].partition_point(|it| it.key.starts_with(key));
        self.0[from..from + count].iter()
    }
}

impl Completion {
    fn new(
        reader: &mut WordReader,
        written: &str,
        language: &'static str,
        concept: Concept,
        (place, source): (usize, CompletionSource),
    ) -> Option<Self> {
        let key = fold(reader, written);
        (!key.is_empty()).then(|| Self { key: key.into(), written: written.into(), language, concept, place, source })
    }

    /// Whether it is suggested by itself as what it is.
    fn has_own_suggestion(&self) -> bool {
        match self.source {
            CompletionSource::Label => true,
            CompletionSource::Table => matches!(self.concept, Concept::Language(_) | Concept::District(_)),
            CompletionSource::Synonym => false,
        }
    }
}

/// Whether words for it end questions.
const fn is_completed(concept: &Concept) -> bool {
    matches!(concept, Concept::Theme(_) | Concept::Kind(_) | Concept::Language(_) | Concept::TargetGroup(_))
}

/// Whether a text is nothing but a word such as "my".
fn is_of_own(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let word = words.next().map(|word| fold(&mut WordReader::new(), word));
    words.next().is_none() && word.is_some_and(|word| is_own(&word))
}

/// The words of a text, folded.
fn fold(reader: &mut WordReader, text: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    read(reader, text, |_, word| words.push(word.bare.clone()));
    words.join(" ")
}

/// What somebody typed, completed as far as its last words go.
struct QuestionDraft<'a> {
    text: String,
    /// The word it was completed by; none where only a place can follow.
    completion: Option<&'a Completion>,
    /// Whether there is nothing else in it, and that is suggested by itself as what it is.
    has_own_suggestion: bool,
}

/// What a question finds that was understood word by word.
struct QuestionAnswer {
    members: RoaringBitmap,
    has_place: bool,
}

impl Snapshot {
    /// At most so many questions that begin with a text, each understood word by word and answered by somebody.
    /// `language` is the reader's; German words are completed for everybody.
    pub(crate) fn complete_question(&self, text: &str, language: &str, most: usize) -> Vec<String> {
        let text = text.trim_start();
        if most == 0 || text.chars().nth(LONGEST_TEXT).is_some() {
            return Vec::new();
        }
        let language = primary_tag(language);
        let typed = fold(&mut WordReader::new(), text);
        let cache = MeaningCache::default();
        let (mut questions, mut readings) = (Vec::new(), MOST_READINGS);
        let mut read = |text: &str| {
            readings = usize::checked_sub(readings, 1)?;
            self.read_completely(text, &language, &cache)
        };
        let is_new =
            |questions: &[String], it: &String| !questions.contains(it) && fold(&mut WordReader::new(), it) != typed;
        let preposition = PREPOSITIONS.get(&language).map(|word| format!(" {word}")).unwrap_or_default();
        for draft in self.question_drafts(text, &language, &cache) {
            let Some(answer) = read(&draft.text).filter(|_| questions.len() < most) else { continue };
            if draft.completion.is_some() && !draft.has_own_suggestion && is_new(&questions, &draft.text) {
                questions.push(draft.text.clone());
            }
            let districts = (!answer.has_place).then(|| self.busiest_districts(&answer.members));
            for district in districts.into_iter().flatten() {
                let name = self.district(district).name().resolve(&language).map_or("", |(_, name)| name);
                let question = format!("{}{preposition} {name}", draft.text);
                let is_wanted = questions.len() < most && is_new(&questions, &question);
                if is_wanted && read(&question).is_some_and(|answer| answer.has_place) {
                    questions.push(question);
                }
            }
        }
        questions
    }

    /// What a text may become: with its last words completed, or as it is where a place is about to follow.
    fn question_drafts(&self, text: &str, language: &str, cache: &MeaningCache) -> Vec<QuestionDraft<'_>> {
        let starts: Vec<usize> =
            text.split_whitespace().map(|word| word.as_ptr() as usize - text.as_ptr() as usize).collect();
        let Some(last) = starts.last().copied() else { return Vec::new() };
        let preposition = PREPOSITIONS.get(language).map_or("", String::as_str);
        let (before, last_word) = (text[..last].trim_end(), text[last..].trim_end().to_lowercase());
        let is_small = |word: &str| {
            word.chars().count() <= LONGEST_SMALL_WORD && is_stop_word(&fold(&mut WordReader::new(), word), language)
        };
        // What ends with a word before a place goes on with a place alone.
        let is_open = |text: &str| text.split_whitespace().next_back().is_some_and(is_small);
        let with_place = |text: &str| {
            let draft = QuestionDraft { text: text.to_owned(), completion: None, has_own_suggestion: false };
            let is_whole = !is_open(text) && self.is_understood(text, language, cache);
            Vec::from_iter(is_whole.then_some(draft))
        };
        // "Kurs de" goes on with a place rather than with a word that begins so.
        if (preposition.starts_with(&last_word) || is_small(&last_word)) && !before.is_empty() {
            return with_place(before);
        }
        if text.ends_with(char::is_whitespace) {
            return with_place(text.trim_end());
        }
        let mut drafts: Vec<QuestionDraft<'_>> = Vec::new();
        for start in starts.iter().rev().take(2).rev() {
            let head = text[..*start].trim_end();
            // "My man" is no beginning of a question on groups of men.
            if is_of_own(head) {
                continue;
            }
            let completions = self.completions(&text[*start..], language, head.is_empty());
            if completions.is_empty() || !self.is_understood(head, language, cache) {
                continue;
            }
            for completion in completions {
                let space = if head.is_empty() { "" } else { " " };
                let text = format!("{head}{space}{}", completion.written);
                let has_own_suggestion = head.is_empty() && completion.has_own_suggestion();
                if drafts.len() < MOST_WORDS && !drafts.iter().any(|draft| draft.text == text) {
                    drafts.push(QuestionDraft { text, completion: Some(completion), has_own_suggestion });
                }
            }
        }
        if drafts.is_empty() { with_place(text) } else { drafts }
    }

    /// The words and labels that begin with a text and that somebody answers, the reader's and the usual ones first,
    /// one for each thing they ask for.
    fn completions(&self, text: &str, language: &str, is_first: bool) -> Vec<&Completion> {
        let key = fold(&mut WordReader::new(), text);
        let letters = key.chars().count();
        let enough = if is_first { FIRST_WORD_FROM } else { FURTHER_WORD_FROM };
        if key.is_empty() {
            return Vec::new();
        }
        let lists = [self.words.completions(&self.taxonomy), &*TABLE_COMPLETIONS];
        let all = lists.into_iter().flat_map(|list| list.with_prefix(&key));
        let is_place = |it: &Completion| matches!(it.concept, Concept::District(_));
        let mut found: Vec<&Completion> = all
            .filter(|it| it.language == language || it.language == "de")
            .filter(|it| letters >= enough || (is_place(it) && !is_first))
            .collect();
        found.sort_by_key(|it| {
            (it.language != language, *it.key != *key, it.place, it.key.len(), it.source != CompletionSource::Label)
        });
        let mut completions: Vec<&Completion> = Vec::new();
        for completion in found {
            let is_new = !completions.iter().any(|known| known.concept == completion.concept);
            if is_new && self.concept_members(&completion.concept).is_some_and(|members| !members.is_empty()) {
                completions.push(completion);
            }
            if completions.len() == MOST_WORDS {
                break;
            }
        }
        completions
    }

    /// Whether every word is one of the vocabulary, not only almost, or carries nothing.
    fn is_understood(&self, text: &str, language: &str, cache: &MeaningCache) -> bool {
        let (exists, is_known) = (|concept: &Concept| self.has_concept(concept), |_: &Word| true);
        let vocabularies = self.vocabularies();
        let reading = QuestionReader { vocabularies, language, exists: &exists, is_known: &is_known, cache };
        let mut is_understood = true;
        read(&mut WordReader::new(), text, |written, word| {
            is_understood = is_understood
                && (is_stop_word(&word.bare, language)
                    || !reading.meanings(&written.to_lowercase(), &word.bare).is_empty());
        });
        is_understood
    }

    /// What a question finds, where every word of it was understood, it does not depend on what time it is, and
    /// somebody answers it.
    fn read_completely(&self, text: &str, language: &str, cache: &MeaningCache) -> Option<QuestionAnswer> {
        let Interpretation { filter, words, chips, .. } =
            self.read_question(text, language, DateTime::<Utc>::UNIX_EPOCH, cache);
        let depends_on_time = filter.open_at.is_some()
            || chips
                .iter()
                .any(|chip| matches!(chip.value.as_str(), "today" | "tomorrow" | "day-after-tomorrow" | "now"));
        if !words.is_empty() || chips.is_empty() || depends_on_time || chips.iter().any(|chip| !chip.applied) {
            return None;
        }
        let has_place = !filter.districts.is_empty() || filter.near.is_some() || filter.not.is_some();
        let members = self.filter_members(&filter).ok().filter(|members| !members.is_empty())?;
        Some(QuestionAnswer { members, has_place })
    }

    /// The districts below the top where most of them are.
    fn busiest_districts(&self, members: &RoaringBitmap) -> impl Iterator<Item = DistrictNo> {
        let below = self.district_roots().iter().flat_map(|root| self.district(*root).children().iter().copied());
        let size = |no: DistrictNo| self.indexes.actors.get(Family::Either, no.index()).intersection_len(members);
        let mut counts: Vec<(u64, DistrictNo)> = below.map(|no| (size(no), no)).filter(|(size, _)| *size > 0).collect();
        counts.sort_by_key(|(size, no)| (std::cmp::Reverse(*size), *no));
        counts.into_iter().take(MOST_PLACES).map(|(_, no)| no)
    }

    /// Who has what a concept names; none for what is not in an index of its own.
    pub(super) fn concept_members(&self, concept: &Concept) -> Option<&RoaringBitmap> {
        let (family, place) = match concept {
            Concept::Theme(slug) => (Family::Theme, self.theme_by_slug(slug)?.index()),
            Concept::District(slug) => (Family::Either, self.district_by_slug(slug)?.index()),
            Concept::Kind(word) => (Family::Kind, KIND_WORDS.binary_search(word).ok()?),
            Concept::Language(tag) => (Family::Language, self.tables.languages.number(tag)? as usize),
            Concept::TargetGroup(group) => (Family::TargetGroup, *group as usize),
            Concept::Field(_) | Concept::Type(_) | Concept::Place(..) | Concept::AccessFeature(_) => return None,
        };
        Some(self.indexes.actors.get(family, place))
    }
}
