//! Which events, by when they start.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use domain::recurrence::to_instant;
use roaring::RoaringBitmap;

use super::{
    offers::{Lists, intersect},
    page::{Span, Tag, page},
    words::read_text,
};
use crate::{
    EventFilter, EventNo, EventQuestion, Page, QuestionError, Snapshot,
    snapshot::keys::{Key, earliest_first},
};

/// How far ahead a repeating event is looked for where the question sets no end.
const HORIZON: TimeDelta = TimeDelta::days(3 * 366);

impl Snapshot {
    /// A page of the events that a filter leaves, by the first start that its period leaves. A
    /// repeating event counts once, at the first of its starts in the period; where the period has
    /// no end, those of the next three years count, and never more than [`domain::recurrence::HORIZON`].
    ///
    /// # Errors
    /// [`QuestionError`], the asker's mistake.
    pub fn events(&self, question: &EventQuestion) -> Result<Page<EventNo>, QuestionError> {
        let span = Span::new(Tag::EventStart, &question.window)?;
        let filter = &question.filter;
        let members = self.matching_events(filter)?;
        let dated: Vec<(u64, EventNo)> = members
            .into_iter()
            .filter_map(|no| Some((EventNo(no), self.start_within(EventNo(no), filter.from, filter.until)?)))
            .map(|(no, start)| (earliest_first(start), no))
            .collect();
        let total = dated.len() as u64;
        let key = |(lead, no): (u64, EventNo)| Key { lead, text: &[], id: self.event(no).record().id.uuid() };
        let slice = span.slice(dated, key);
        Ok(page(Tag::EventStart, total, &slice, key, |(_, no)| no))
    }

    /// The first start of an event at that time or later, of a repeating one within the next three
    /// years; the very first start where no time is given.
    pub fn next_start(&self, event: EventNo, from: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
        self.start_within(event, from, None)
    }

    /// The first start of an event in a period.
    pub fn start_within(
        &self,
        event: EventNo,
        from: Option<DateTime<Utc>>,
        until: Option<DateTime<Utc>>,
    ) -> Option<DateTime<Utc>> {
        let entry = self.event(event);
        let zone = self.settings.zone;
        let first = to_instant(entry.data().starts_at, zone)?;
        let is_inside =
            |start: DateTime<Utc>| from.is_none_or(|from| from <= start) && until.is_none_or(|until| start <= until);
        match (entry.series(), from) {
            (Some(series), Some(from)) if first < from => {
                let until =
                    until.unwrap_or_else(|| from.checked_add_signed(HORIZON).unwrap_or(DateTime::<Utc>::MAX_UTC));
                series.first_within(from, until, zone)
            }
            _ => Some(first).filter(|start| is_inside(*start)),
        }
    }

    fn matching_events(&self, filter: &EventFilter) -> Result<RoaringBitmap, QuestionError> {
        let families = &self.indexes.events;
        let lists = Lists {
            themes: &filter.themes,
            districts: &filter.districts,
            languages: &filter.languages,
            target_groups: &filter.target_groups,
        };
        let mut sets = self.common_sets(families, &lists)?;
        if let Some(id) = filter.host {
            let host = self.read_actor(id, || "filter.host".to_owned())?;
            sets.push(Arc::new(self.events_of(host).map(|no| no.0).collect()));
        }
        if let Some(text) = &filter.text
            && let Some(query) = read_text(text, || "filter.text".to_owned())?
        {
            sets.push(Arc::new(self.texts.events.search(&query).into_numbers()));
        }
        Ok(intersect(families, &sets))
    }
}
