//! What a question does not want: "nicht in Wanne", "Deutschkurs außer Eickel".

use std::sync::LazyLock;

use domain::vocabulary::TargetGroup;

use super::{
    concept::{Aspect, Concept},
    matching::Understanding,
    table::{row_words, rows},
    tokens::QuestionToken,
};
use crate::text::WordReader;

/// What people do without: themes with those below them, and kinds.
const AVOIDABLE_THEMES: [&str; 2] = ["culture-faith", "sport-encounter"];
const AVOIDABLE_KINDS: [&str; 3] = ["faith", "sport", "culture"];

/// How far before something a word may stand that negates it.
const MOST_BETWEEN: usize = 4;

/// The words that negate.
#[derive(Default)]
struct NegationWords {
    /// Before anything: "except".
    before: Vec<String>,
    /// Before a place only: "not in". Before a theme they are part of a problem.
    before_places: Vec<String>,
    /// Behind anything: "hariç".
    after: Vec<String>,
    /// Beside what somebody lacks: "my German is bad".
    lack: Vec<String>,
    /// Before words of lack, which negate then: "but no mosque".
    contrast: Vec<String>,
    /// Before what people do without: "no sport".
    without: Vec<String>,
    /// Behind what people do without: "spor olmayan".
    without_behind: Vec<String>,
    /// Behind what is lacking, where somebody does without it: "that do no sport".
    does: Vec<String>,
    /// Behind what is lacking, where something else is wanted: "no course but a café".
    instead: Vec<String>,
    /// Between a word that negates and what it negates: "not in Turkish".
    between: Vec<String>,
    /// Of these, those that limit: "not only for women".
    only: Vec<String>,
    /// Before relatives: "my parents".
    own: Vec<String>,
    /// What a course is called: whoever wants none says so, "but a café instead".
    course: Vec<String>,
    /// Before or behind what somebody has not got and would like: "I have no course", "no course available".
    have: Vec<String>,
}

static NEGATION_WORDS: LazyLock<NegationWords> = LazyLock::new(|| {
    let (mut reader, mut words) = (WordReader::new(), NegationWords::default());
    for row in rows(include_str!("../../words/negations.csv")) {
        let list = match row[0].as_str() {
            "before" => &mut words.before,
            "before-places" => &mut words.before_places,
            "lack" => &mut words.lack,
            "contrast" => &mut words.contrast,
            "without" => &mut words.without,
            "without-behind" => &mut words.without_behind,
            "between" => &mut words.between,
            "only" => &mut words.only,
            "does" => &mut words.does,
            "instead" => &mut words.instead,
            "own" => &mut words.own,
            "course" => &mut words.course,
            "have" => &mut words.have,
            _ => &mut words.after,
        };
        list.extend(row_words(&mut reader, &row));
    }
    words
});

/// Whether a word says that something is lacking.
pub(super) fn is_lack(bare: &str) -> bool {
    contains(&NEGATION_WORDS.lack, bare)
}

/// Whether a word stands behind one that negates: "not religious", "not for women".
pub(super) fn is_rejected_word(tokens: &[QuestionToken], place: usize) -> bool {
    let words = &*NEGATION_WORDS;
    let bare = |back: usize| place.checked_sub(back).map_or("", |before| tokens[before].word.bare.as_str());
    let between = (1..=MOST_BETWEEN).take_while(|back| *back == 1 || contains(&words.between, bare(back - 1)));
    between.map(bare).any(|word| contains(&words.before, word) || contains(&words.before_places, word))
        || is_lack(bare(1))
}

/// Whether a word stands before relatives: "my".
pub(super) fn is_own(bare: &str) -> bool {
    contains(&NEGATION_WORDS.own, bare)
}

fn contains(words: &[String], bare: &str) -> bool {
    words.iter().any(|word| word == bare)
}

/// Whether people say that they do without something: "clubs without sport". To be without a flat or work is a problem,
/// and what is asked for.
fn is_avoidable(concept: &Concept) -> bool {
    match concept {
        Concept::Theme(slug) => AVOIDABLE_THEMES.iter().any(|theme| slug.starts_with(theme)),
        Concept::Kind(kind) => AVOIDABLE_KINDS.contains(kind),
        _ => false,
    }
}

/// Whether a word is one for a course, or ends with one ("Deutschkurs").
fn is_course(bare: &str) -> bool {
    NEGATION_WORDS.course.iter().any(|course| bare.ends_with(course.as_str()))
}

/// The question with a word for the sign in "Deutschkurs -Wanne".
pub(super) fn spell_minus(text: &str) -> String {
    let mut spelt = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    let mut last = None;
    while let Some(c) = characters.next() {
        let begins =
            last.is_some_and(char::is_whitespace) && characters.peek().is_some_and(|next| next.is_alphabetic());
        if matches!(c, '-' | '−' | '–') && begins {
            spelt.push_str("except ");
        } else {
            spelt.push(c);
        }
        last = Some(c);
    }
    spelt
}

/// Marks what a question does not want; the words that say so carry nothing else.
pub(super) fn mark_negated(tokens: &mut [QuestionToken], understood: &mut [Understanding<'_>]) {
    for understanding in understood.iter_mut().filter(|it| it.is_sure) {
        let is_place = understanding.asks_for(Aspect::District) || understanding.asks_for(Aspect::Place);
        let (first, last) = (understanding.places[0], understanding.places[understanding.places.len() - 1]);
        let bare = |place: usize| tokens.get(place).map_or("", |token| token.word.bare.as_str());
        let is_before = |word: &str| {
            let words = &*NEGATION_WORDS;
            contains(&words.before, word) || is_place && contains(&words.before_places, word)
        };
        let is_topic = understanding.concepts.iter().all(|concept| concept.is_topic());
        // Behind several words of a problem it is a part of the sentence: "diplomam geçerli değil".
        let is_one = understanding.places.len() == 1;
        let is_after = |word: &str| (is_one || !is_topic) && contains(&NEGATION_WORDS.after, word);
        // One small word may stand between: "not in Wanne".
        let is_small = |place: usize| tokens.get(place).is_some_and(|token| token.is_stop);
        let before = (1..=2).filter(|back| *back == 1 || is_small(first.wrapping_sub(1)));
        let mut before = before.filter_map(|back| first.checked_sub(back));
        let is_course = is_topic && understanding.places.iter().any(|place| is_course(bare(*place)));
        let is_avoidable = is_course || understanding.concepts.iter().all(|concept| is_avoidable(concept));
        let is_negation = |place: usize| {
            let (word, behind) = (bare(place), place.checked_sub(1).map_or("", bare));
            let words = &*NEGATION_WORDS;
            let is_without = is_avoidable
                && contains(&words.without, word)
                && !(is_course && [behind, bare(last + 1)].iter().any(|it| contains(&words.have, it)));
            let is_lacking = || {
                contains(&words.contrast, behind)
                    || is_topic && (contains(&words.does, bare(last + 1)) || contains(&words.instead, bare(last + 1)))
            };
            is_before(word) || is_without || is_lack(word) && is_lacking()
        };
        // "Without", which some languages write behind what is lacking: "spor olmayan".
        let is_after = |word: &str| is_after(word) || is_avoidable && contains(&NEGATION_WORDS.without_behind, word);
        let within = (first..last).filter(|place| !understanding.places.contains(place));
        let behind = (1..=2).filter(|on| *on == 1 || is_small(last + 1)).map(|on| last + on);
        let found = before.find(|place| is_negation(*place));
        let mut after = within.chain(behind);
        if let Some(place) = found.or_else(|| after.find(|place| is_after(bare(*place)))) {
            // "But not only for women" excludes nobody.
            let is_limit = understanding.places.iter().any(|place| contains(&NEGATION_WORDS.only, bare(*place)));
            (understanding.is_negated, understanding.is_sure) = (!is_limit, !is_limit);
            tokens[place].is_stop = true;
            continue;
        }
        // "Not in Turkish" excludes a language. "Not for women" or "not on Saturday" cannot be excluded, and is not asked for.
        let is_theme = understanding.asks_for(Aspect::Theme);
        let between = (1..=MOST_BETWEEN).take_while(|back| {
            *back == 1
                || first.checked_sub(back - 1).is_some_and(|place| contains(&NEGATION_WORDS.between, bare(place)))
        });
        let mut rejected = between.filter_map(|back| Some((back, first.checked_sub(back)?)));
        // "No Turkish" and "no wheelchair" are not asked for; who lacks German is helped.
        let is_german = |concept: &Concept| matches!(concept, Concept::Language(tag) if tag.primary() == "de");
        let is_lackable = !understanding.concepts.iter().any(|concept| is_german(concept));
        let is_rejection = |back: usize, place: usize| {
            contains(&NEGATION_WORDS.before_places, bare(place)) || back == 1 && is_lackable && is_lack(bare(place))
        };
        if let Some((back, place)) = rejected.find(|(back, place)| !is_theme && is_rejection(*back, *place)) {
            let is_language = understanding.asks_for(Aspect::Language) && is_lackable;
            let is_excluded = (is_language && contains(&NEGATION_WORDS.before_places, bare(place))
                || back > 1 && (understanding.asks_for(Aspect::Language) || understanding.asks_for(Aspect::Kind)))
                && !(place + 1..first).any(|between| contains(&NEGATION_WORDS.only, bare(between)));
            (understanding.is_negated, understanding.is_sure) = (is_excluded, is_excluded);
            tokens[place].is_stop = true;
        }
    }
    // A part of what is asked for cannot be excluded from it: "sport, but no boxing" where boxing is sport.
    let asked: Vec<Concept> = understood
        .iter()
        .filter(|it| it.is_sure && !it.is_negated)
        .flat_map(|it| it.concepts.iter().map(|concept| (*concept).clone()))
        .collect();
    for it in understood.iter_mut().filter(|it| it.is_negated) {
        if it.concepts.iter().all(|concept| asked.contains(concept)) {
            (it.is_negated, it.is_sure) = (false, false);
        }
    }
}

/// Sets the relatives of whoever asks aside: "my parents are old" is not asked for parents. The words carry nothing
/// else.
pub(super) fn set_own_relatives_aside(tokens: &mut [QuestionToken], understood: &mut Vec<Understanding<'_>>) {
    let is_relative = |it: &Understanding<'_>| {
        let of_relatives = |concept: &Concept| match concept {
            Concept::TargetGroup(group) => matches!(group, TargetGroup::Parents | TargetGroup::Women),
            Concept::Theme(slug) => slug == "family.fathers",
            _ => false,
        };
        it.is_sure && it.concepts.iter().all(|concept| of_relatives(concept))
    };
    // "My family" is asked for, unless something else is: "my family must not know".
    let is_family = |it: &Understanding<'_>| {
        let of_family = |concept: &Concept| match concept {
            Concept::TargetGroup(group) => matches!(group, TargetGroup::Families),
            Concept::Theme(slug) => slug == "family",
            _ => false,
        };
        it.is_sure && it.concepts.iter().all(|concept| of_family(concept))
    };
    let topics = understood.iter().filter(|it| it.asks_for(Aspect::Theme)).count();
    let has_more = |at: usize| {
        let mut others = (0..tokens.len()).filter(|place| *place != at);
        others.any(|place| !tokens[place].is_stop)
    };
    let is_own = |it: &Understanding<'_>| {
        let Some((&place, small)) = it.places.split_last() else { return false };
        if small.iter().any(|place| !tokens[*place].is_stop) {
            return false;
        }
        // One word may stand between: "my elderly mother".
        let before = place.saturating_sub(2)..place;
        (is_relative(it) || is_family(it) && topics > usize::from(it.asks_for(Aspect::Theme)))
            && has_more(place)
            && tokens[before].iter().any(|token| contains(&NEGATION_WORDS.own, &token.word.bare))
    };
    let own: Vec<Vec<usize>> = understood.iter().filter(|it| is_own(it)).map(|it| it.places.clone()).collect();
    understood.retain(|it| !own.contains(&it.places));
    own.into_iter().flatten().for_each(|place| tokens[place].is_stop = true);
}
