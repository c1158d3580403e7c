//! Which of several topics of a question is meant.

use super::{
    concept::{Aspect, Concept},
    matching::Understanding,
};

/// Themes that are meant whatever stands beside them, most urgent first: who is beaten at home does not look for
/// marriage counselling, and who is refused a job because of a headscarf does not look for a job.
const URGENT: [&str; 3] = ["women.protection", "health.mental", "anti-discrimination"];

/// What was understood with the topic that is meant.
pub(super) fn without_lesser_topics(understood: Vec<Understanding<'_>>) -> Vec<Understanding<'_>> {
    without_lesser_themes(without_types(understood))
}

/// What was understood without types of actors beside a topic: "funding for associations" is not looked for from
/// associations.
fn without_types(understood: Vec<Understanding<'_>>) -> Vec<Understanding<'_>> {
    let has_topic = understood.iter().any(|it| it.is_sure && it.concepts.iter().any(|it| it.is_topic()));
    let mut settled = understood;
    settled.iter_mut().for_each(|it| it.is_sure &= !(has_topic && it.asks_for(Aspect::Type)));
    settled
}

/// What was understood with the urgent themes only, or else with those of the longest phrases: in "I do not want to go to
/// the authorities alone" the authorities are what is meant, and being alone is not.
fn without_lesser_themes(understood: Vec<Understanding<'_>>) -> Vec<Understanding<'_>> {
    let is_theme = |it: &Understanding<'_>| it.asks_for(Aspect::Theme);
    let is_urgent = |it: &Understanding<'_>, urgent: &str| {
        let stands_below =
            |slug: &str| slug.strip_prefix(urgent).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        is_theme(it) && it.concepts.iter().any(|it| matches!(it, Concept::Theme(slug) if stands_below(slug)))
    };
    let mut settled = understood;
    if let Some(urgent) = URGENT.iter().find(|urgent| settled.iter().any(|it| is_urgent(it, urgent))) {
        settled.iter_mut().for_each(|it| it.is_sure &= !is_theme(it) || is_urgent(it, urgent));
    }
    let longest = settled.iter().filter(|it| is_theme(it)).map(|it| it.places.len()).max().unwrap_or_default();
    let meant: Vec<&Concept> = settled
        .iter()
        .filter(|it| is_theme(it) && it.places.len() == longest)
        .flat_map(|it| it.concepts.clone())
        .collect();
    settled.iter_mut().for_each(|it| it.is_sure &= !is_theme(it) || it.concepts.iter().any(|it| meant.contains(it)));
    settled
}
