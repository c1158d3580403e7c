//! The conditions of how actors can be reached: type, cost, appointment, access, age and days of the week.

use std::sync::Arc;

use chrono::Weekday;
use domain::{
    hours::WeekPattern,
    vocabulary::{Daytime, MAX_AGE},
};
use roaring::RoaringBitmap;

use super::{filter::union, plan::Plan};
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

/// The places of the target groups of an age.
///
/// # Errors
/// [`QuestionError::InvalidAge`].
pub(super) fn read_age(given: i32, path: &str) -> Result<Vec<usize>, QuestionError> {
    let age = u8::try_from(given).ok().filter(|age| *age <= MAX_AGE);
    let refuse = || QuestionError::InvalidAge { field: format!("{path}.age"), given, allowed: MAX_AGE };
    Ok(groups_of_age(age.ok_or_else(refuse)?))
}

impl Snapshot {
    /// Adds the conditions of an actor's features.
    ///
    /// # Errors
    /// [`QuestionError::InvalidAge`].
    pub(super) fn feature_plans(
        &self,
        filter: &ActorFilter,
        path: &str,
        parts: &mut Vec<Plan>,
    ) -> Result<(), QuestionError> {
        let families = &self.indexes.actors;
        let mut add = |family, list: Vec<usize>| {
            if !list.is_empty() {
                parts.push(Plan::Set(union(families, family, &list)));
            }
        };
        add(Family::Type, filter.types.iter().map(|it| *it as usize).collect());
        add(Family::Wheelchair, filter.wheelchair.iter().map(|it| *it as usize).collect());
        if let Some(given) = filter.age {
            add(Family::TargetGroup, read_age(given, path)?);
        }
        let flags = [
            (Family::Free, filter.free_of_charge),
            (Family::Appointment, filter.by_appointment),
            (Family::Confidential, filter.confidential),
        ];
        for (family, flag) in flags {
            let set = Plan::Set(Arc::clone(families.get(family, 0)));
            match flag {
                Some(true) => parts.push(set),
                Some(false) => parts.push(Plan::Not(Box::new(set))),
                None => {}
            }
        }
        Ok(())
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
