//! The conditions of how actors can be reached: type, cost, appointment, access, age and days of the week.

use std::sync::Arc;

use chrono::Weekday;
use domain::{
    Language,
    hours::WeekPattern,
    vocabulary::{Daytime, MAX_AGE},
};
use roaring::RoaringBitmap;

use super::{
    filter::{read_all, union},
    plan::FilterPlan,
};
use crate::{
    ActorFilter, QuestionError, Snapshot, ThemeNo,
    snapshot::{
        families::Family,
        features::{groups_of_age, theme_week_place},
    },
};

const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// The places of the week that a filter asks for; none where it asks for no day and no time of day.
pub(super) fn week_places(weekdays: &[Weekday], daytimes: &[Daytime]) -> Vec<u32> {
    let days = if weekdays.is_empty() { &WEEK } else { weekdays };
    if daytimes.is_empty() {
        let any = !weekdays.is_empty();
        return days.iter().filter(|_| any).map(|day| WeekPattern::place(*day, None)).collect();
    }
    let times = |day: &Weekday| {
        let day = *day;
        daytimes.iter().map(move |time: &Daytime| WeekPattern::place(day, Some(*time)))
    };
    days.iter().flat_map(times).collect()
}

/// An age in years.
///
/// # Errors
/// [`QuestionError::InvalidAge`].
pub(super) fn read_age(given: i32, path: &str) -> Result<u8, QuestionError> {
    let age = u8::try_from(given).ok().filter(|age| *age <= MAX_AGE);
    age.ok_or_else(|| QuestionError::InvalidAge { field: format!("{path}.age"), given, allowed: MAX_AGE })
}

impl Snapshot {
    /// Adds the conditions of an actor's features.
    ///
    /// # Errors
    /// [`QuestionError::InvalidAge`] and [`QuestionError::InvalidLanguage`].
    pub(super) fn feature_plans(
        &self,
        filter: &ActorFilter,
        path: &str,
        parts: &mut Vec<FilterPlan>,
    ) -> Result<(), QuestionError> {
        let families = &self.indexes.actors;
        let mut add = |family, list: Vec<usize>| {
            if !list.is_empty() {
                parts.push(FilterPlan::Set(union(families, family, &list)));
            }
        };
        add(Family::Type, filter.types.iter().map(|it| *it as usize).collect());
        add(Family::Accessibility, filter.accessibility.iter().map(|it| *it as usize).collect());
        add(Family::OfferKind, filter.offer_kinds.iter().map(|it| *it as usize).collect());
        add(Family::Availability, filter.availability.iter().map(|it| *it as usize).collect());
        let counter =
            read_all(&filter.counter_languages, path, "counterLanguages", |tag, at| self.read_language_place(tag, at))?;
        add(Family::CounterLanguage, counter);
        add(Family::Wheelchair, filter.wheelchair.iter().map(|it| *it as usize).collect());
        if let Some(given) = filter.age {
            add(Family::TargetGroup, groups_of_age(read_age(given, path)?));
        }
        let flags = [
            (Family::Free, filter.free_of_charge),
            (Family::Appointment, filter.by_appointment),
            (Family::Confidential, filter.confidential),
            (Family::Interpreters, filter.interpreters),
        ];
        for (family, flag) in flags {
            let set = FilterPlan::Set(Arc::clone(families.get(family, 0)));
            match flag {
                Some(true) => parts.push(set),
                Some(false) => parts.push(FilterPlan::Not(Box::new(set))),
                None => {}
            }
        }
        Ok(())
    }

    /// Every language that stands in the directory.
    pub fn languages(&self) -> impl Iterator<Item = &Language> {
        self.tables.languages.iter().map(|(_, tag)| tag)
    }

    /// The languages that some institution speaks at its counter, in the order of their tags.
    pub fn counter_languages(&self) -> Vec<Language> {
        let families = &self.indexes.actors;
        let spoken = |no: u32| !families.get(Family::CounterLanguage, no as usize).is_empty();
        let mut languages: Vec<Language> =
            self.tables.languages.iter().filter(|(no, _)| spoken(*no)).map(|(_, tag)| tag.clone()).collect();
        languages.sort_unstable();
        languages
    }

    /// Who is there at one of some places of the week: by their own hours, or by the schedule of an offer that has one
    /// of the themes. Where no theme is asked for, every offer counts.
    pub(super) fn open_at_places(&self, places: &[u32], themes: &[ThemeNo]) -> Arc<RoaringBitmap> {
        let families = &self.indexes.actors;
        let own: Vec<usize> = places.iter().map(|place| *place as usize).collect();
        if themes.is_empty() {
            return union(families, Family::Week, &own);
        }
        let pairs =
            themes.iter().flat_map(|theme| places.iter().map(|place| theme_week_place(*theme, *place) as usize));
        let offered = union(families, Family::ThemeWeek, &pairs.collect::<Vec<_>>());
        let own = union(families, Family::OwnWeek, &own);
        Arc::new(&*own | &*offered)
    }
}
