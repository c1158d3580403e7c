//! The bitmaps of how actors can be reached: what it costs, how one gets in, on which days of the week.

use domain::{OpeningHours, hours::WeekPattern, vocabulary::TargetGroup};

use super::{
    families::{Family, Slot},
    indexes::SnapshotView,
    ties::TieKind,
};
use crate::{ActorNo, ThemeNo, entry::ActorEntry};

/// The weeks behind texts of opening hours and schedules: every text is read once, however many have it.
#[derive(Clone, Debug, Default)]
pub(crate) struct WeekPatterns(imbl::HashMap<Box<str>, WeekPattern>);

impl WeekPatterns {
    /// Reads a text that is not known yet.
    pub(crate) fn intern(&mut self, hours: Option<&OpeningHours>) {
        if let Some(hours) = hours
            && !self.0.contains_key(hours.as_str())
        {
            self.0.insert(hours.as_str().into(), hours.week_pattern());
        }
    }

    /// The week of a text that was taken in; none is never open.
    pub(crate) fn get(&self, hours: Option<&OpeningHours>) -> WeekPattern {
        hours.and_then(|hours| self.0.get(hours.as_str())).copied().unwrap_or_default()
    }
}

/// The bitmap of those with an offer of a theme at a place of [`WeekPattern`].
pub(crate) fn theme_week_place(theme: ThemeNo, place: u32) -> u32 {
    u32::from(theme.0) * WeekPattern::PLACES + place
}

impl SnapshotView<'_> {
    /// Adds the bitmaps of an actor's features.
    pub(super) fn feature_slots(self, no: u32, actor: &ActorEntry, slots: &mut Vec<Slot>) {
        let data = actor.data();
        slots.extend((data.free_of_charge == Some(true)).then_some((Family::Free, 0)));
        slots.extend((data.by_appointment == Some(true)).then_some((Family::Appointment, 0)));
        slots.extend((data.confidential == Some(true)).then_some((Family::Confidential, 0)));
        slots.push((Family::Wheelchair, data.wheelchair as u32));
        slots.extend(data.accessibility.iter().map(|it| (Family::Accessibility, *it as u32)));
        if let Some(openness) = data.openness.as_deref() {
            slots.extend((openness.interpreters == Some(true)).then_some((Family::Interpreters, 0)));
            self.language_slots(Family::CounterLanguage, &openness.languages, slots);
        }
        let own = self.tables.week_patterns.get(data.opening_hours.as_ref());
        slots.extend(own.places().flat_map(|place| [(Family::OwnWeek, place), (Family::Week, place)]));
        // An offer that is over says nothing of when somebody is there.
        let offers = self.tables.ties(ActorNo(no), TieKind::Offer).iter().filter(|tie| !self.tables.is_over(**tie));
        for tie in offers {
            let Some(offer) = self.tables.offers.get(tie.no).map(|offer| offer.data()) else { continue };
            slots.push((Family::OfferKind, offer.kind as u32));
            let availability = self.tables.availability(offer).map(|told| told.availability as u32);
            slots.extend(availability.map(|index| (Family::Availability, index)));
            let week = self.tables.week_patterns.get(offer.schedule.as_ref());
            if week == WeekPattern::default() {
                continue;
            }
            slots.extend(week.places().map(|place| (Family::Week, place)));
            for theme in self.taxonomy.listed_themes(&offer.themes) {
                for theme in &self.taxonomy.theme_entry(theme).lineage {
                    slots.extend(week.places().map(|place| (Family::ThemeWeek, theme_week_place(*theme, place))));
                }
            }
        }
    }
}

/// The places of the target groups that have an age.
pub(crate) fn groups_of_age(age: u8) -> Vec<usize> {
    let has = |group: &TargetGroup| group.ages().is_some_and(|(least, most)| (least..=most).contains(&age));
    TargetGroup::ALL.iter().filter(|group| has(group)).map(|group| *group as usize).collect()
}
