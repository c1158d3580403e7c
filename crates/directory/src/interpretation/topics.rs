//! Which of several topics of a question is meant.

use std::cmp::Reverse;

use domain::ActorType;

use super::{
    concept::{Aspect, Concept},
    conjunction::are_joined,
    matching::Understanding,
    negation::is_lack,
    tokens::QuestionToken,
};

/// Themes that are meant whatever stands beside them, most urgent first: who is beaten at home does not look for
/// marriage counselling, and who is refused a job because of a headscarf does not look for a job.
const URGENT: [&str; 3] = ["women.protection", "health.mental", "anti-discrimination"];

/// The theme of help with offices, and the kinds of institutions that are such.
const WITH_OFFICES: &str = "arrival.authorities";
const OFFICES: [&str; 8] = [
    "immigration-office",
    "job-centre",
    "employment-agency",
    "youth-office",
    "social-office",
    "health-office",
    "school",
    "police",
];

/// What was understood with the topic that is meant.
pub(super) fn without_lesser_topics<'a>(
    tokens: &[QuestionToken],
    understood: Vec<Understanding<'a>>,
) -> Vec<Understanding<'a>> {
    let understood = without_wider_languages(understood);
    let understood = without_offices(without_obstacles(tokens, without_types(tokens, understood)));
    let understood = without_heritage(without_origins(tokens, understood));
    let themes: Vec<bool> = understood.iter().map(|it| it.asks_for(Aspect::Theme)).collect();
    let mut settled = without_shorter_themes(tokens, without_lesser_themes(tokens, understood));
    for (it, was_theme) in settled.iter_mut().zip(themes) {
        it.is_lesser = was_theme && !it.is_sure;
    }
    settled
}

/// The theme of qualifications from abroad.
const RECOGNITION: &str = "work.recognition";

/// What was understood without the language of a country that only a qualification comes from: "a degree from Syria".
fn without_origins<'a>(tokens: &[QuestionToken], understood: Vec<Understanding<'a>>) -> Vec<Understanding<'a>> {
    let is_recognition = |concept: &&Concept| matches!(concept, Concept::Theme(slug) if slug == RECOGNITION);
    let has_recognition = understood.iter().any(|it| it.is_sure && it.concepts.iter().any(is_recognition));
    // "From" and the country.
    let is_origin = |it: &Understanding<'_>| {
        it.places.len() == 2
            && tokens[it.places[0]].is_stop
            && it.concepts.iter().all(|concept| concept.aspect() == Aspect::Language)
    };
    let mut settled = understood;
    settled.iter_mut().for_each(|it| it.is_sure &= !(has_recognition && is_origin(it)));
    settled
}

/// The themes of courses in German, and of the languages that families bring along.
const GERMAN: &str = "language.german";
const HERITAGE: &str = "language.heritage";

/// What was understood without lessons in a language beside a course in German: "German course, Arabic, children" asks
/// for a course that is explained in Arabic.
fn without_heritage(understood: Vec<Understanding<'_>>) -> Vec<Understanding<'_>> {
    let is_on = |it: &Understanding<'_>, theme: &str| {
        it.is_sure
            && !it.concepts.is_empty()
            && it.concepts.iter().all(|concept| matches!(concept, Concept::Theme(slug) if slug == theme))
    };
    let has_german = understood.iter().any(|it| is_on(it, GERMAN));
    let mut settled = understood;
    settled.iter_mut().for_each(|it| it.is_sure &= !(has_german && is_on(it, HERITAGE)));
    settled
}

/// What was understood without languages beside a narrower name: "Kurdish" is Kurmanji or Sorani, "Kurdish (Sorani)" is
/// one of them.
fn without_wider_languages(understood: Vec<Understanding<'_>>) -> Vec<Understanding<'_>> {
    let is_language =
        |it: &Understanding<'_>| it.is_sure && it.concepts.iter().all(|it| it.aspect() == Aspect::Language);
    let is_wider = |it: &Understanding<'_>, other: &Understanding<'_>| {
        other.concepts.len() < it.concepts.len() && other.concepts.iter().all(|concept| it.concepts.contains(concept))
    };
    let wider: Vec<bool> = (understood.iter())
        .map(|it| is_language(it) && understood.iter().any(|other| is_language(other) && is_wider(it, other)))
        .collect();
    understood.into_iter().zip(wider).map(|(it, wider)| Understanding { is_sure: it.is_sure && !wider, ..it }).collect()
}

/// What was understood without a language that is only what stands in the way: "my German is bad, who comes to the
/// doctor with me?" does not ask for a course.
fn without_obstacles<'a>(tokens: &[QuestionToken], understood: Vec<Understanding<'a>>) -> Vec<Understanding<'a>> {
    let is_language = |it: &Understanding<'_>| {
        let is_taught = |it: &Concept| matches!(it, Concept::Theme(slug) if slug.starts_with("language."));
        it.is_sure && it.concepts.iter().all(|it| is_taught(it))
    };
    let is_obstacle = |it: &Understanding<'_>| {
        let (first, last) = (it.places[0], it.places[it.places.len() - 1]);
        is_language(it) && tokens[first..=last].iter().any(|token| is_lack(&token.word.bare))
    };
    let is_wanted =
        |it: &Understanding<'_>| it.asks_for(Aspect::Language) || it.asks_for(Aspect::Theme) && !is_language(it);
    let has_other = understood.iter().any(is_wanted);
    let mut settled = understood;
    settled.iter_mut().for_each(|it| it.is_sure &= !(has_other && is_obstacle(it)));
    settled
}

/// What was understood without organisations beside a topic: "funding for associations" is not looked for from
/// associations; and of two types that no word joins, with the first.
fn without_types<'a>(tokens: &[QuestionToken], understood: Vec<Understanding<'a>>) -> Vec<Understanding<'a>> {
    let has_topic = understood.iter().any(|it| it.is_sure && it.concepts.iter().any(|it| it.is_topic()));
    let mut settled = understood;
    // "Networks for associations" are networks.
    let first = settled.iter().position(|it| it.asks_for(Aspect::Type));
    if let Some(first) = first {
        let head = settled[first].clone();
        let is_second = |it: &Understanding<'_>| it.asks_for(Aspect::Type) && !are_joined(tokens, &head, it);
        settled[first + 1..].iter_mut().for_each(|it| it.is_sure &= !is_second(it));
    }
    let is_general = |it: &Understanding<'_>| {
        it.concepts.iter().all(|concept| matches!(concept, Concept::Type(ActorType::Organisation)))
    };
    settled.iter_mut().for_each(|it| it.is_sure &= !(has_topic && is_general(it)));
    settled
}

/// What was understood without the offices to which somebody wants to be accompanied, or whose letters they do not
/// understand: "help with letters from the job centre" is not looked for at the job centre.
fn without_offices(understood: Vec<Understanding<'_>>) -> Vec<Understanding<'_>> {
    let is_help = |concept: &&Concept| matches!(concept, Concept::Theme(slug) if slug == WITH_OFFICES);
    let has_help = understood.iter().any(|it| it.is_sure && it.concepts.iter().any(is_help));
    let is_office = |it: &Understanding<'_>| {
        it.concepts.iter().all(|concept| matches!(concept, Concept::Kind(kind) if OFFICES.contains(kind)))
    };
    let mut settled = understood;
    settled.iter_mut().for_each(|it| it.is_sure &= !(has_help && is_office(it)));
    settled
}

/// What was understood with the urgent themes only, or else with those of the longest phrases: in "I do not want to
/// go to the authorities alone" the authorities are what is meant, and being alone is not.
fn without_lesser_themes<'a>(tokens: &[QuestionToken], understood: Vec<Understanding<'a>>) -> Vec<Understanding<'a>> {
    let length = |it: &Understanding<'_>| it.places.iter().filter(|place| !tokens[**place].is_stop).count();
    let is_theme = |it: &Understanding<'_>| it.asks_for(Aspect::Theme);
    let is_urgent = |it: &Understanding<'_>, urgent: &str| {
        let stands_below =
            |slug: &str| slug.strip_prefix(urgent).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        // What consists of small words says less than another theme: "kann sich nicht mehr allein waschen".
        length(it) > 0
            && is_theme(it)
            && it.concepts.iter().any(|it| matches!(it, Concept::Theme(slug) if stands_below(slug)))
    };
    let mut settled = understood;
    if let Some(urgent) = URGENT.iter().find(|urgent| settled.iter().any(|it| is_urgent(it, urgent))) {
        settled.iter_mut().for_each(|it| it.is_sure &= !is_theme(it) || is_urgent(it, urgent));
    }
    let longest = settled.iter().filter(|it| is_theme(it)).map(length).max().unwrap_or_default();
    let meant: Vec<&Concept> =
        settled.iter().filter(|it| is_theme(it) && length(it) == longest).flat_map(|it| it.concepts.clone()).collect();
    settled.iter_mut().for_each(|it| it.is_sure &= !is_theme(it) || it.concepts.iter().any(|it| meant.contains(it)));
    settled
}

/// What was understood with one theme of those that stand beside each other without "and" or "or": the more special
/// one, then the one of the longer word, then the first. In "enrol in kindergarten" the kindergarten is meant, and
/// enrolling is not a theme of its own. Either of two would show who has nothing to do with the question.
fn without_shorter_themes<'a>(tokens: &[QuestionToken], understood: Vec<Understanding<'a>>) -> Vec<Understanding<'a>> {
    let letters = |it: &Understanding<'_>| -> usize {
        let carrying = it.places.iter().filter(|place| !tokens[**place].is_stop);
        carrying.map(|place| tokens[*place].word.bare.chars().count()).sum()
    };
    let is_theme = |it: &Understanding<'_>| it.asks_for(Aspect::Theme);
    let is_special =
        |it: &Understanding<'_>| it.concepts.iter().any(|it| matches!(it, Concept::Theme(slug) if slug.contains('.')));
    let weight = |it: &Understanding<'_>| (is_special(it), letters(it), Reverse(it.places[0]));
    let is_lesser = |it: &Understanding<'_>| {
        let outweighs = |other: &Understanding<'_>| {
            let differs = !other.concepts.iter().any(|concept| it.concepts.contains(concept));
            is_theme(other) && differs && weight(other) > weight(it) && !are_joined(tokens, it, other)
        };
        is_theme(it) && understood.iter().any(outweighs)
    };
    let lesser: Vec<bool> = understood.iter().map(is_lesser).collect();
    understood
        .into_iter()
        .zip(lesser)
        .map(|(it, lesser)| Understanding { is_sure: it.is_sure && !lesser, ..it })
        .collect()
}
