//! Whose offers and events are, and when, read one by one.

use domain::{Actor, Language, Offer, Record, ThemeId, vocabulary::TargetGroup};

use super::{Naive, is_spoken};
use crate::ActivityFilter;

/// What an offer or event says of itself.
#[derive(Clone, Copy)]
pub(super) struct Topics<'a> {
    pub(super) themes: &'a [ThemeId],
    pub(super) languages: &'a [Language],
    pub(super) target_groups: &'a [TargetGroup],
    /// The ages that it says itself.
    pub(super) ages: Option<(u8, u8)>,
}

impl Naive {
    /// Whether an offer or event of some actors meets the conditions. `asked` are the themes that are asked for.
    pub(super) fn fits(
        &self,
        conditions: &ActivityFilter,
        owners: &[&Record<Actor>],
        own: Topics<'_>,
        asked: &[String],
    ) -> bool {
        let has_language = |tag: &String| is_spoken(own.languages, tag);
        let has_group = |word: &String| own.target_groups.iter().any(|it| it.slug() == word.as_str());
        let is_owner = |actor: &&&Record<Actor>| {
            conditions.actor_type.is_none_or(|it| actor.data.kind.actor_type() == it)
                && self.matches(actor, &conditions.actors)
        };
        let has_age = |age: i32| {
            let is_of = |(least, most): (u8, u8)| (i32::from(least)..=i32::from(most)).contains(&age);
            match own.ages {
                Some(ages) => is_of(ages),
                None => own.target_groups.iter().any(|group| group.ages().is_some_and(is_of)),
            }
        };
        owners.iter().any(|actor| is_owner(&actor))
            && (!conditions.all_themes || asked.iter().all(|one| self.has_theme(own.themes, std::slice::from_ref(one))))
            && conditions.age.is_none_or(has_age)
            && (conditions.not_themes.is_empty() || !self.has_theme(own.themes, &conditions.not_themes))
            && !conditions.not_languages.iter().any(has_language)
            && !conditions.not_target_groups.iter().any(has_group)
    }

    /// Whether an offer takes place on one of the days of the week, at one of the times of day.
    pub(super) fn is_offered_at(&self, offer: &Offer, conditions: &ActivityFilter) -> bool {
        let (weekdays, daytimes) = (&conditions.weekdays, &conditions.daytimes);
        if weekdays.is_empty() && daytimes.is_empty() {
            return true;
        }
        let Some(week) = offer.schedule.as_ref().map(domain::OpeningHours::week_pattern) else { return false };
        let all = [0, 1, 2, 3, 4, 5, 6].map(|day| chrono::Weekday::try_from(day).expect("a day"));
        let days = all.iter().filter(|day| weekdays.is_empty() || weekdays.contains(day));
        days.into_iter().any(|day| match daytimes.as_slice() {
            [] => week.has(*day, None),
            times => times.iter().any(|time| week.has(*day, Some(*time))),
        })
    }
}
