//! Filters as they are asked of offers and events: what these say of themselves is asked of them, all else of the
//! actors whose they are.

use chrono::{DateTime, NaiveDate, Utc};
use directory::{ActivityFilter, EventFilter, OfferFilter};

use super::{Exclusions, Filters};

impl Filters {
    /// The filter of offers; those that were over before `today` are none any more.
    pub fn offer_filter(&self, now: DateTime<Utc>, today: NaiveDate) -> OfferFilter {
        OfferFilter {
            text: self.text.clone(),
            themes: self.themes.clone(),
            languages: self.languages.clone(),
            target_groups: self.target_groups.clone(),
            kinds: self.offer_kinds.iter().map(ToString::to_string).collect(),
            availability: self.availability.clone(),
            current_on: Some(today),
            conditions: Self { offer_kinds: Vec::new(), availability: Vec::new(), ..self.clone() }.conditions(now),
            ..OfferFilter::default()
        }
    }

    /// The filter of events that go on or begin in a period.
    pub fn event_filter(&self, now: DateTime<Utc>, from: DateTime<Utc>, until: Option<DateTime<Utc>>) -> EventFilter {
        EventFilter {
            text: self.text.clone(),
            themes: self.themes.clone(),
            languages: self.languages.clone(),
            target_groups: self.target_groups.clone(),
            from: Some(from),
            until,
            conditions: self.conditions(now),
            ..EventFilter::default()
        }
    }

    fn conditions(&self, now: DateTime<Utc>) -> ActivityFilter {
        let none = Vec::new;
        let excluded = Exclusions { themes: none(), languages: none(), target_groups: none(), ..self.excluded.clone() };
        let actors = Self {
            text: None,
            themes: none(),
            all_themes: false,
            languages: none(),
            target_groups: none(),
            weekdays: Vec::new(),
            daytimes: Vec::new(),
            age: None,
            excluded,
            ..self.clone()
        };
        ActivityFilter {
            actor_type: self.actor_type,
            actors: actors.actor_filter(now),
            all_themes: self.all_themes,
            weekdays: self.weekdays.clone(),
            daytimes: self.daytimes.clone(),
            age: self.age.map(i32::from),
            not_themes: self.excluded.themes.clone(),
            not_languages: self.excluded.languages.clone(),
            not_target_groups: self.excluded.target_groups.clone(),
        }
    }
}
