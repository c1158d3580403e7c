//! Which events, by when they take place.

use std::sync::Arc;

use roaring::RoaringBitmap;

use super::{
    activities::{Lists, Topic, intersect},
    features::read_age,
    filter::union,
    page::{CursorOrder, Span, page},
    words::read_text,
};
use crate::{
    EventFilter, EventNo, EventQuestion, Facets, Page, QuestionError, Snapshot,
    snapshot::{
        families::Family,
        features::groups_of_age,
        keys::{Key, earliest_first},
    },
};

impl Snapshot {
    /// A page of the events that a filter leaves, by the first date that its period leaves. A
    /// repeating event counts once, at the first of its dates in the period; see [`Snapshot::dates_of`].
    ///
    /// # Errors
    /// [`QuestionError`], the asker's mistake.
    pub fn events(&self, question: &EventQuestion) -> Result<Page<EventNo>, QuestionError> {
        let span = Span::new(CursorOrder::EventStart, &question.window)?;
        let filter = &question.filter;
        let members = self.matching_events(filter)?;
        let dated: Vec<(u64, EventNo)> = members
            .into_iter()
            .filter_map(|no| Some((EventNo(no), self.date_asked_for(EventNo(no), filter)?)))
            .map(|(no, date)| (earliest_first(date.start), no))
            .collect();
        let total = dated.len() as u64;
        let key = |(lead, no): (u64, EventNo)| Key { lead, text: &[], id: self.event(no).record().id.uuid() };
        let slice = span.slice(dated, key);
        Ok(page(CursorOrder::EventStart, total, &slice, key, |(_, no)| no))
    }

    /// The events that a filter leaves, by the first date that its period leaves, at most `limit`: for calendars.
    ///
    /// # Errors
    /// [`QuestionError`], the asker's mistake.
    pub fn matching_events_by_date(&self, filter: &EventFilter, limit: usize) -> Result<Vec<EventNo>, QuestionError> {
        let members = self.matching_events(filter)?.into_iter().map(EventNo);
        let dated = members.filter_map(|no| Some((self.date_asked_for(no, filter)?.start, no)));
        let mut dated: Vec<_> = dated.collect();
        dated.sort_unstable_by_key(|(start, no)| (*start, self.event(*no).record().id));
        Ok(dated.into_iter().take(limit).map(|(_, no)| no).collect())
    }

    /// What choosing a theme, district, language or target group would give, as [`Snapshot::facets`] has it for actors.
    ///
    /// # Errors
    /// [`QuestionError`], the asker's mistake.
    pub fn event_facets(&self, filter: &EventFilter) -> Result<Facets, QuestionError> {
        let mut others = filter.clone();
        let lists = [&mut others.themes, &mut others.districts, &mut others.languages, &mut others.target_groups];
        lists.into_iter().for_each(Vec::clear);
        others.conditions.actors.districts.clear();
        // When an event takes place is looked up once, for all that are in question.
        let dated = |no: &u32| self.date_asked_for(EventNo(*no), filter).is_some();
        let dated: RoaringBitmap = self.matching_events(&others)?.iter().filter(dated).collect();
        self.activity_facets(&self.indexes.events, |aside| {
            let mut others = filter.clone();
            match aside {
                Topic::Themes => others.themes.clear(),
                Topic::Districts => {
                    others.districts.clear();
                    others.conditions.actors.districts.clear();
                }
                Topic::Languages => others.languages.clear(),
                Topic::TargetGroups => others.target_groups.clear(),
            }
            Ok(self.matching_events(&others)? & &dated)
        })
    }

    pub(super) fn matching_events(&self, filter: &EventFilter) -> Result<RoaringBitmap, QuestionError> {
        let families = &self.indexes.events;
        let lists = Lists {
            themes: &filter.themes,
            districts: &filter.districts,
            languages: &filter.languages,
            target_groups: &filter.target_groups,
            conditions: &filter.conditions,
        };
        let mut sets = self.common_sets(families, &lists)?;
        if let Some(age) = filter.conditions.age {
            sets.push(union(families, Family::TargetGroup, &groups_of_age(read_age(age, "filter")?)));
        }
        if let Some(id) = filter.host {
            let host = self.read_actor(id, || "filter.host".to_owned())?;
            sets.push(Arc::new(self.events_of(host).map(|no| no.0).collect()));
        }
        if let Some(text) = &filter.text
            && let Some(query) = read_text(text, || "filter.text".to_owned())?
        {
            sets.push(Arc::new(self.texts.events.search(&query).into_numbers()));
        }
        let mut members = intersect(families, &sets) - self.excluded_members(families, &filter.conditions)?;
        if let Some(owners) = self.owners_asked_for(&filter.conditions)? {
            let is_theirs = |no: &u32| self.hosts_of(EventNo(*no)).any(|host| owners.contains(host.0));
            members = members.iter().filter(is_theirs).collect();
        }
        Ok(members)
    }
}
