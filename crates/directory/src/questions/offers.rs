//! Which offers.

use std::{borrow::Cow, sync::Arc};

use roaring::RoaringBitmap;

use super::{
    activities::{Lists, Topic, intersect},
    features::{read_age, week_places},
    filter::{read_all, union},
    page::{CursorOrder, Span, page},
    words::{read_offer_kind, read_text},
};
use crate::{
    ActorNo, Facets, OfferFilter, OfferNo, OfferQuestion, Page, QuestionError, Snapshot,
    question::Window,
    snapshot::{families::Family, indexes::offer_key, orders::OrderPosition, slices::CandidateSet},
};

impl Snapshot {
    /// A page of the offers that a filter leaves, by title.
    ///
    /// # Errors
    /// [`QuestionError`], the asker's mistake.
    pub fn offers(&self, question: &OfferQuestion) -> Result<Page<OfferNo>, QuestionError> {
        let span = Span::new(CursorOrder::OfferTitle, &question.window)?;
        let members = CandidateSet::from(Cow::Owned(self.matching_offers(&question.filter)?));
        let order = &self.indexes.by_title;
        let key = |no: u32| offer_key(self.offer(OfferNo(no)));
        let from = span.after.as_ref().map_or(OrderPosition::FRONT, |after| order.seek(|no| key(no) <= after.as_key()));
        let to = span.before.as_ref().map_or(order.end(), |before| order.seek(|no| key(no) < before.as_key()));
        let slice = order.slice(&members, (from, to), span.side, span.count);
        Ok(page(CursorOrder::OfferTitle, members.len(), &slice, key, OfferNo))
    }

    /// What choosing a theme, district, language or target group would give, as [`Snapshot::facets`] has it for actors.
    ///
    /// # Errors
    /// [`QuestionError`], the asker's mistake.
    pub fn offer_facets(&self, filter: &OfferFilter) -> Result<Facets, QuestionError> {
        self.activity_facets(&self.indexes.offers, |aside| {
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
            self.matching_offers(&others)
        })
    }

    fn matching_offers(&self, filter: &OfferFilter) -> Result<RoaringBitmap, QuestionError> {
        let families = &self.indexes.offers;
        let lists = Lists {
            themes: &filter.themes,
            districts: &filter.districts,
            languages: &filter.languages,
            target_groups: &filter.target_groups,
            conditions: &filter.conditions,
        };
        let mut sets = self.common_sets(families, &lists)?;
        let kinds = read_all(&filter.kinds, "filter", "kinds", |word, at| Ok(read_offer_kind(word, at)? as usize))?;
        if !kinds.is_empty() {
            sets.push(union(families, Family::Kind, &kinds));
        }
        if let Some(id) = filter.actor {
            let actor = self.read_actor(id, || "filter.actor".to_owned())?;
            sets.push(Arc::new(self.offers_of(actor).map(|no| no.0).collect()));
        }
        if let Some(text) = &filter.text
            && let Some(query) = read_text(text, || "filter.text".to_owned())?
        {
            sets.push(Arc::new(self.texts.offers.search(&query).into_numbers()));
        }
        let members = intersect(families, &sets) - self.excluded_members(families, &filter.conditions)?;
        let owners = self.owners_asked_for(&filter.conditions)?;
        let places = week_places(&filter.conditions.weekdays, &filter.conditions.daytimes);
        let age = filter.conditions.age.map(|age| read_age(age, "filter")).transpose()?;
        let is_indexed = owners.is_none()
            && places.is_empty()
            && age.is_none()
            && filter.valid_on.is_none()
            && filter.current_on.is_none()
            && filter.availability.is_empty();
        if is_indexed {
            return Ok(members);
        }
        let fits = |no: &u32| {
            let offer = self.offer(OfferNo(*no));
            let data = offer.data();
            let week = || self.tables.week_patterns.get(data.schedule.as_ref());
            filter.valid_on.is_none_or(|day| data.is_valid_on(day))
                && age.is_none_or(|age| data.is_for_age(age))
                && filter.current_on.is_none_or(|day| data.valid_until.is_none_or(|until| day <= until))
                && (filter.availability.is_empty()
                    || self
                        .availability_of(OfferNo(*no))
                        .is_some_and(|it| filter.availability.contains(&it.availability)))
                && owners.as_ref().is_none_or(|owners| owners.contains(offer.actor.0))
                && (places.is_empty() || week().places().any(|place| places.contains(&place)))
        };
        Ok(members.iter().filter(fits).collect())
    }
}

impl Snapshot {
    /// An actor's offers as a page, by title.
    ///
    /// # Errors
    /// [`QuestionError`], the asker's mistake.
    pub fn offers_page_of(&self, actor: ActorNo, window: &Window) -> Result<Page<OfferNo>, QuestionError> {
        let span = Span::new(CursorOrder::OfferTitle, window)?;
        let offers: Vec<OfferNo> = self.offers_of(actor).collect();
        let total = offers.len() as u64;
        let key = |no: OfferNo| offer_key(self.offer(no));
        let slice = span.slice(offers, key);
        Ok(page(CursorOrder::OfferTitle, total, &slice, key, |no| no))
    }
}
