//! The filter of what a question was taken for.

use chrono::{DateTime, Datelike, TimeDelta, Utc, Weekday};
use chrono_tz::Tz;
use domain::vocabulary::Wheelchair;

use super::concept::{AccessFeature, Aspect, Concept};
use crate::ActorFilter;

/// Gathers concepts and makes a filter of them.
pub(super) struct FilterBuilder {
    concepts: Vec<Concept>,
    negated: Vec<Concept>,
    now: DateTime<Utc>,
    zone: Tz,
}

impl FilterBuilder {
    pub(super) const fn new(now: DateTime<Utc>, zone: Tz) -> Self {
        Self { concepts: Vec::new(), negated: Vec::new(), now, zone }
    }

    /// Adds a condition, once. Where somebody is cannot be said for them, and of two places the first counts.
    pub(super) fn add(&mut self, concept: &Concept) {
        let is_place = concept.aspect() == Aspect::Place;
        let has_place = self.concepts.iter().any(|known| known.aspect() == Aspect::Place);
        let is_askable = *concept != Concept::AccessFeature(AccessFeature::NearMe) && !(is_place && has_place);
        if is_askable && !self.concepts.contains(concept) {
            self.concepts.push(concept.clone());
        }
    }

    /// Adds what must not be. Of several sorts the first counts: not both would be either of the two.
    pub(super) fn exclude(&mut self, concept: &Concept) {
        let is_same_sort = self.negated.first().is_none_or(|known| known.aspect() == concept.aspect());
        let is_askable = !matches!(concept.aspect(), Aspect::Place | Aspect::AccessFeature);
        if is_same_sort && is_askable && !self.negated.contains(concept) {
            self.negated.push(concept.clone());
        }
    }

    /// What must not be.
    pub(super) fn exclusions(&self) -> &[Concept] {
        &self.negated
    }

    /// The conditions.
    pub(super) fn concepts(&self) -> &[Concept] {
        &self.concepts
    }

    /// Takes out themes and districts that stand above others: who names both means the lower one.
    pub(super) fn drop_what_stands_above(&mut self, is_above: impl Fn(&Concept, &Concept) -> bool) {
        let all = self.concepts.clone();
        self.concepts.retain(|concept| !all.iter().any(|other| is_above(concept, other)));
    }

    /// The filter.
    pub(super) fn build(self) -> ActorFilter {
        let mut filter = ActorFilter::default();
        let today = self.now.with_timezone(&self.zone).date_naive();
        for concept in &self.concepts {
            let (_, value) = concept.field_and_value();
            match concept {
                Concept::Theme(_) => filter.themes.push(value),
                Concept::District(_) => filter.districts.push(value),
                Concept::Kind(_) => filter.kinds.push(value),
                Concept::Language(_) => filter.languages.push(value),
                Concept::TargetGroup(_) => filter.target_groups.push(value),
                Concept::Field(_) => filter.fields_of_action.push(value),
                Concept::Type(actor_type) => filter.types.push(*actor_type),
                Concept::Place(_, near) => filter.near = Some(*near),
                Concept::AccessFeature(feature) => match feature {
                    AccessFeature::FreeOfCharge => filter.free_of_charge = Some(true),
                    AccessFeature::WithoutAppointment => filter.by_appointment = Some(false),
                    AccessFeature::ByAppointment => filter.by_appointment = Some(true),
                    AccessFeature::Wheelchair => filter.wheelchair = vec![Wheelchair::Yes],
                    AccessFeature::Accessibility(aid) => filter.accessibility.push(*aid),
                    AccessFeature::Availability(availability) => filter.availability.push(*availability),
                    AccessFeature::Confidential => filter.confidential = Some(true),
                    AccessFeature::OpenNow => filter.open_at = Some(self.now),
                    AccessFeature::Today => add_day(&mut filter, today.weekday()),
                    AccessFeature::Tomorrow => add_day(&mut filter, (today + TimeDelta::days(1)).weekday()),
                    AccessFeature::DayAfterTomorrow => add_day(&mut filter, (today + TimeDelta::days(2)).weekday()),
                    AccessFeature::Weekday(day) => add_day(&mut filter, *day),
                    AccessFeature::Weekend => {
                        [Weekday::Sat, Weekday::Sun].iter().for_each(|day| add_day(&mut filter, *day));
                    }
                    AccessFeature::WorkingDays => {
                        use Weekday::{Fri, Mon, Thu, Tue, Wed};
                        [Mon, Tue, Wed, Thu, Fri].iter().for_each(|day| add_day(&mut filter, *day));
                    }
                    AccessFeature::Daytime(time) if !filter.daytimes.contains(time) => filter.daytimes.push(*time),
                    AccessFeature::Daytime(_) | AccessFeature::NearMe => {}
                },
            }
        }
        if !self.negated.is_empty() {
            let (concepts, now, zone) = (self.negated, self.now, self.zone);
            filter.not = Some(Box::new(Self { concepts, negated: Vec::new(), now, zone }.build()));
        }
        filter
    }
}

fn add_day(filter: &mut ActorFilter, day: Weekday) {
    if !filter.weekdays.contains(&day) {
        filter.weekdays.push(day);
    }
}
