//! Questions in words: "Elternarbeit auf Rumänisch in Wanne" becomes a filter and the words that are left.
//!
//! The way of a question:
//! 1. `tokens` cuts it into words, folded and stemmed in the languages of the tables, takes compounds apart where
//!    both parts are words of the vocabulary, and looks for near spellings of what neither the vocabulary nor the
//!    directory knows.
//! 2. `matching` finds the phrases of the `vocabulary` in it, the longest first. The vocabulary is the tables in
//!    `words/`, which every directory has, the labels of the directory's own themes and districts, and its synonyms.
//! 3. `filter` makes a filter of what is sure. What is not sure stays a word and is told as a chip that is not
//!    applied: a wrong filter is worse than none.
//! 4. `leftovers` asks the directory about the other words: a name or a title that they are part of is looked for
//!    as it stands, and words that would leave nobody are set aside where the filter says well enough what is meant.
//!
//! Rules and tables rather than a trained model: an installation can read why a word was understood and put it right
//! by a line of a table, the same question always has the same answer, and it takes a few microseconds.
//!
//! To add words, add them to a table. To add a condition, add a variant to `concept::Concept` and a line to
//! `filter`.

mod ages;
mod completion;
mod concept;
mod conjunction;
mod correction;
mod filter;
mod forms;
mod heads;
mod hours;
mod leftovers;
mod loosening;
mod matching;
mod members;
mod misspelt;
mod names;
mod negation;
mod own_words;
mod period;
mod phrase_choice;
mod spelling;
mod stop_words;
mod synonyms;
mod table;
mod theme_completion;
mod tokens;
mod topics;
mod values;
mod vocabulary;

use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use domain::vocabulary::TargetGroup;

use crate::{
    ActorFilter, QuestionError, Snapshot,
    text::{MAX_CHARACTERS, Word, WordReader, quoted_text},
};
pub(crate) use completion::CompletionList;
use concept::{AccessFeature, Concept};
use filter::FilterBuilder;
use forms::read;
use matching::{Understanding, understand};
use members::QuestionMembers;
pub use own_words::{
    OwnWordLineError, OwnWordTable, OwnWords, OwnWordsError, TableWords, built_in_words, read_synonyms,
};
pub use period::EventPeriod;
use stop_words::is_stop_word_anywhere;
pub(crate) use synonyms::DirectoryWords;
pub use synonyms::{Synonyms, is_silent};
use tokens::{MeaningCache, QuestionReader, QuestionToken};
pub use values::{ValueField, ValueMeaning};
pub use vocabulary::NamedPlace;
use vocabulary::TABLES;
pub(crate) use vocabulary::Vocabulary;

/// The longest question that is read, in characters; of those above the longest text only the beginning is.
const LONGEST_QUESTION: usize = 4_000;

/// So many words of a question are read; of those above only the beginning is.
pub const MAX_QUESTION_WORDS: usize = 40;

/// Reads the tables of words, for which the first question would wait otherwise.
pub fn load_word_tables() {
    LazyLock::force(&TABLES);
    completion::load_table_completions();
}

/// What a question in words asks for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Interpretation {
    /// What was understood; without a text.
    pub filter: ActorFilter,
    /// What is left to be looked for as text; empty where everything was understood.
    pub words: String,
    /// What each of the words was taken for, in their order.
    pub chips: Vec<InterpretationChip>,
    /// Whether it names events: "Veranstaltungen", "what's on".
    pub names_events: bool,
    /// When the events are that it asks for, or what else it asks for.
    pub event_period: Option<EventPeriod>,
}

impl Interpretation {
    /// Whether it asks for events: by their word, or for a period.
    pub const fn asks_for_events(&self) -> bool {
        self.names_events || self.event_period.is_some()
    }
}

/// What some words of a question were taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InterpretationChip {
    /// The words, as they were written.
    pub text: String,
    /// The field of the filter as the API names it, such as `themes`; `text` for a word that is set aside, `not` for
    /// what must not be.
    pub field: &'static str,
    /// The field that the value is one of; within `not`, where it must not be.
    pub condition: &'static str,
    /// The value there: a slug, a word, a tag.
    pub value: String,
    /// Whether it is part of the filter; otherwise it is only offered.
    pub applied: bool,
}

impl Snapshot {
    /// What a question in words asks for; one in quotation marks is looked for as it is written. `language` is the reader's (a BCP-47 tag; German where it is none): of a
    /// word that means different things in different languages, it tells which. `now` is when "now" and "today" are.
    ///
    /// # Errors
    /// [`QuestionError::TextTooLong`].
    pub fn interpret(
        &self,
        text: &str,
        language: Option<&str>,
        now: DateTime<Utc>,
    ) -> Result<Interpretation, QuestionError> {
        let given = text.chars().count();
        if given > LONGEST_QUESTION {
            let (field, what) = ("text".to_owned(), "characters");
            return Err(QuestionError::TextTooLong { field, what, given, allowed: LONGEST_QUESTION });
        }
        if quoted_text(text).is_some() {
            return Ok(Interpretation { words: question_prefix(text).to_owned(), ..Interpretation::default() });
        }
        let read = self.read_question(text, &primary_tag(language.unwrap_or("de")), now, &MeaningCache::default());
        // Who asked something is told that nobody is found by it, rather than shown everybody.
        let is_nothing = read.filter == ActorFilter::default()
            && read.words.is_empty()
            && read.chips.is_empty()
            && !read.asks_for_events();
        let words = if is_nothing { question_prefix(text).trim_end().to_owned() } else { read.words };
        Ok(Interpretation { words, ..read })
    }

    /// Makes the directory's own words ready, for which the first question would wait otherwise.
    pub fn load_question_words(&self) {
        let _ = (self.vocabularies(), self.words.completions(&self.taxonomy));
    }

    /// The places that questions can name; of one that the installation's own table has too, that one first.
    pub fn named_places(&self) -> impl Iterator<Item = &NamedPlace> {
        self.vocabularies().into_iter().rev().flat_map(Vocabulary::places)
    }

    /// The same of a text that is not too long; `language` is a primary tag.
    fn read_question(&self, text: &str, language: &str, now: DateTime<Utc>, cache: &MeaningCache) -> Interpretation {
        let text = forms::join_initials(question_prefix(text));
        let text = &*negation::spell_minus(&text);
        let is_known = |word: &Word| self.texts.actors.has_word(word);
        let vocabularies = self.vocabularies();
        let exists = |concept: &Concept| self.has_concept(concept);
        let reading = QuestionReader { vocabularies, language, exists: &exists, is_known: &is_known, cache };
        let mut tokens = reading.tokens(text);
        let mut understood = understand(&reading, &tokens, |one, other| self.is_above(one, other));
        // A text that is nothing but the label of a theme, else of a group or kind, asks for that one, whatever its words
        // mean apart.
        let whole = vocabularies[1].of_label(text).or_else(|| vocabularies[0].of_label(text));
        if let Some(concept) = whole {
            understood = vec![Understanding::new((0..tokens.len()).collect(), vec![concept], true)];
        }
        let ages = ages::ages(&tokens);
        let groups: Vec<Concept> = ages.iter().map(|(_, group)| Concept::TargetGroup(*group)).collect();
        for ((places, _), concept) in ages.iter().zip(&groups) {
            understood.retain(|it| it.places.iter().all(|place| !places.contains(place)));
            understood.push(Understanding::new(places.clone(), vec![concept], true));
        }
        let today = now.with_timezone(&self.settings.zone).date_naive();
        let events = period::read_event_period(&tokens, today);
        for place in &events.places {
            tokens[*place].is_stop = true;
        }
        understood.retain(|it| it.places.iter().all(|place| !events.places.contains(place)));
        let daytimes: Vec<(Vec<usize>, Concept)> = hours::daytimes(&tokens)
            .into_iter()
            .map(|(places, daytime)| (places, Concept::AccessFeature(AccessFeature::Daytime(daytime))))
            .collect();
        for (places, concept) in &daytimes {
            understood.retain(|it| it.places.iter().all(|place| !places.contains(place)));
            understood.push(Understanding::new(places.clone(), vec![concept], true));
        }
        for place in ages::children(&tokens, &ages) {
            tokens[place].is_stop = true;
        }
        // Who names an age means that age, not all children.
        let of_an_age = |concept: &Concept| matches!(concept, Concept::TargetGroup(group) if is_age_group(*group));
        for it in understood.iter_mut().filter(|it| !groups.is_empty() && it.concepts.iter().all(|it| of_an_age(it))) {
            it.concepts = groups.iter().collect();
        }
        understood.sort_by(|a, b| a.places.cmp(&b.places));
        negation::set_own_relatives_aside(&mut tokens, &mut understood);
        let mut understood = heads::without_bare_heads(&tokens, understood, &is_known);
        hours::set_asked_hours_aside(&mut tokens, &mut understood);
        negation::mark_negated(&mut tokens, &mut understood);
        let (mut understood, wanted): (Vec<_>, Vec<_>) = understood.into_iter().partition(|it| it.is_negated);
        understood.extend(topics::without_lesser_topics(&tokens, wanted));
        understood.sort_by(|a, b| a.places.cmp(&b.places));
        let all_themes = conjunction::wants_all_themes(&mut tokens, &understood);
        let settled = self.settle_question(&tokens, understood, all_themes, now);
        let period = events.period.or_else(|| period::near_day(&settled.chips, today).map(EventPeriod::Day));
        Interpretation { names_events: events.are_named, event_period: period, ..settled }
    }

    /// The words of the tables, and those of this directory.
    fn vocabularies(&self) -> [&Vocabulary; 2] {
        [&TABLES, self.words.vocabulary(&self.taxonomy, &self.settings.words)]
    }

    /// Whether this directory has what a concept names.
    fn has_concept(&self, concept: &Concept) -> bool {
        match concept {
            Concept::Theme(slug) => self.theme_by_slug(slug).is_some(),
            Concept::District(slug) => self.district_by_slug(slug).is_some(),
            _ => true,
        }
    }

    /// Whether one theme or district stands above another.
    fn is_above(&self, one: &Concept, other: &Concept) -> bool {
        match (one, other) {
            (Concept::Theme(one), Concept::Theme(other)) => {
                let (one, other) = (self.theme_by_slug(one), self.theme_by_slug(other));
                one != other && other.zip(one).is_some_and(|(other, one)| self.theme(other).lineage().contains(&one))
            }
            (Concept::District(one), Concept::District(other)) => {
                let (one, other) = (self.district_by_slug(one), self.district_by_slug(other));
                one != other && other.zip(one).is_some_and(|(other, one)| self.district(other).lineage().contains(&one))
            }
            _ => false,
        }
    }

    /// The answer: the filter of what is sure, and what becomes of the other words.
    fn settle_question(
        &self,
        tokens: &[QuestionToken],
        understood: Vec<Understanding<'_>>,
        all_themes: bool,
        now: DateTime<Utc>,
    ) -> Interpretation {
        let build = |understood: &[Understanding<'_>]| {
            let mut builder = FilterBuilder::new(now, self.settings.zone);
            for understanding in understood.iter().filter(|it| it.is_sure) {
                understanding.concepts.iter().for_each(|concept| match understanding.is_negated {
                    true => builder.exclude(concept),
                    false => builder.add(concept),
                });
            }
            builder.drop_what_stands_above(|one, other| self.is_above(one, other));
            (
                AppliedConcepts { asked: builder.concepts().to_vec(), negated: builder.exclusions().to_vec() },
                builder.build(),
            )
        };
        let filter = |understood: &[Understanding<'_>]| build(understood).1;
        let members = QuestionMembers::new(self, &filter);
        let names = self.named_words(tokens, &understood, &members);
        let understood: Vec<_> = understood
            .into_iter()
            .map(|it| {
                let is_named = it.places.iter().any(|place| names.contains_key(place));
                Understanding { is_sure: it.is_sure && !is_named, ..it }
            })
            .collect();
        let understood = match names.is_empty() {
            true => self.search_concrete(tokens, understood, &members),
            false => understood,
        };
        let understood = self.loosen(tokens, understood, &members);
        let (applied, mut filter) = build(&understood);
        if all_themes {
            self.join_themes(&mut filter);
        }
        let left = self.leftovers(tokens, &understood, (&filter, &members), &names);
        let chips = chips(tokens, &understood, &applied, &left.set_aside);
        Interpretation { filter, words: left.words, chips, ..Interpretation::default() }
    }

    /// Asks for all themes of a filter together, where somebody has them.
    fn join_themes(&self, filter: &mut ActorFilter) {
        let mut joined = filter.clone();
        joined.require_all_themes();
        if joined != *filter && self.count_actors(None, &joined).is_ok_and(|count| count > 0) {
            *filter = joined;
        }
    }
}

/// What of the words a filter was made of.
struct AppliedConcepts {
    asked: Vec<Concept>,
    negated: Vec<Concept>,
}

/// Whether a group is one of an age below that of adults.
const fn is_age_group(group: TargetGroup) -> bool {
    use TargetGroup::{Children0To5, Children6To13, YoungAdults, Youth14To17};
    matches!(group, Children0To5 | Children6To13 | Youth14To17 | YoungAdults)
}

/// The most words of a question that rank its answers.
const MOST_TELLING_WORDS: usize = 16;

/// The words of a question that say something in some language, each once; those with a hyphen also as one word, and so
/// are two beside each other, which a name may write in one ("Frauen Café").
pub(crate) fn telling_words(question: &str) -> Vec<Word> {
    let question = question_prefix(question);
    let mut words: Vec<Word> = Vec::new();
    let written: Vec<&str> = question.split_whitespace().collect();
    let pairs = written.windows(2).map(<[&str]>::concat).collect::<Vec<_>>().join(" ");
    for text in [question, &question.replace(['-', '\u{2010}', '\u{2011}'], ""), &pairs] {
        read(&mut WordReader::new(), text, |_, word| {
            let is_new = !words.iter().any(|known| known.bare == word.bare);
            if is_new && words.len() < MOST_TELLING_WORDS && !is_stop_word_anywhere(&word.bare) {
                words.push(word.clone());
            }
        });
    }
    words
}

/// The language of a tag without script or region.
fn primary_tag(tag: &str) -> String {
    domain::labels::primary_tag(tag).to_ascii_lowercase()
}

/// As much of a question as a text may have, up to the end of a word, and at most [`MAX_QUESTION_WORDS`] words.
pub fn question_prefix(question: &str) -> &str {
    let question = question.trim_start();
    let start = match question.char_indices().nth(MAX_CHARACTERS) {
        None => question,
        Some((end, _)) => question[..end].rsplit_once(char::is_whitespace).map_or(&question[..end], |(start, _)| start),
    };
    let mut ends =
        start.match_indices(char::is_whitespace).filter(|(at, _)| !start[..*at].ends_with(char::is_whitespace));
    ends.nth(MAX_QUESTION_WORDS - 1).map_or(start, |(end, _)| &start[..end])
}

/// The chips of a question in the order of its words.
fn chips(
    tokens: &[QuestionToken],
    understood: &[Understanding<'_>],
    applied: &AppliedConcepts,
    set_aside: &[(usize, String)],
) -> Vec<InterpretationChip> {
    let mut chips: Vec<(usize, InterpretationChip)> = Vec::new();
    for understanding in understood {
        let text = join_tokens(tokens, &understanding.places);
        for concept in &understanding.concepts {
            let (condition, value) = concept.field_and_value();
            let (field, applied) = match understanding.is_negated {
                true => ("not", &applied.negated),
                false => (condition, &applied.asked),
            };
            let applied = understanding.is_sure && applied.contains(concept);
            let chip = InterpretationChip { text: text.clone(), field, condition, value, applied };
            chips.push((understanding.places[0], chip));
        }
    }
    chips.extend(set_aside.iter().map(|(place, word)| {
        let (field, condition) = ("text", "text");
        (*place, InterpretationChip { text: word.clone(), field, condition, value: word.clone(), applied: false })
    }));
    chips.sort_by_key(|(place, _)| *place);
    chips.into_iter().map(|(_, chip)| chip).collect()
}

/// Words as they were written, the parts of a compound together.
fn join_tokens(tokens: &[QuestionToken], places: &[usize]) -> String {
    let mut text = String::new();
    let mut last = None;
    for place in places {
        let token = &tokens[*place];
        if last.is_some_and(|piece| piece != token.piece) {
            text.push(' ');
        }
        text.push_str(&token.written);
        last = Some(token.piece);
    }
    text
}

#[cfg(test)]
mod tests;
