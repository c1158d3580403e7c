//! Which offers.

use std::{borrow::Cow, sync::Arc};

use roaring::RoaringBitmap;

use super::{
    filter::{read_all, union},
    page::{Span, Tag, page},
    words::{read_offer_kind, read_target_group, read_text},
};
use crate::{
    ActorNo, OfferFilter, OfferNo, OfferQuestion, Page, QuestionError, Snapshot,
    question::Window,
    snapshot::{
        families::{Families, Family},
        indexes::offer_key,
        orders::Spot,
        slices::Members,
    },
};

/// The lists that offers and events have in common.
pub(super) struct Lists<'a> {
    pub(super) themes: &'a [String],
    pub(super) districts: &'a [String],
    pub(super) languages: &'a [String],
    pub(super) target_groups: &'a [String],
}

impl Snapshot {
    /// A page of the offers that a filter leaves, by title.
    ///
    /// # Errors
    /// [`QuestionError`], the asker's mistake.
    pub fn offers(&self, question: &OfferQuestion) -> Result<Page<OfferNo>, QuestionError> {
        let span = Span::new(Tag::OfferTitle, &question.window)?;
        let members = Members::from(Cow::Owned(self.matching_offers(&question.filter)?));
        let order = &self.indexes.by_title;
        let key = |no: u32| offer_key(self.offer(OfferNo(no)));
        let from = span.after.as_ref().map_or(Spot::FRONT, |after| order.seek(|no| key(no) <= after.as_key()));
        let to = span.before.as_ref().map_or(order.end(), |before| order.seek(|no| key(no) < before.as_key()));
        let slice = order.slice(&members, (from, to), span.side, span.count);
        Ok(page(Tag::OfferTitle, members.len(), &slice, key, OfferNo))
    }

    fn matching_offers(&self, filter: &OfferFilter) -> Result<RoaringBitmap, QuestionError> {
        let families = &self.indexes.offers;
        let lists = Lists {
            themes: &filter.themes,
            districts: &filter.districts,
            languages: &filter.languages,
            target_groups: &filter.target_groups,
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
        let mut members = intersect(families, &sets);
        if let Some(day) = filter.valid_on {
            members = members.iter().filter(|no| self.offer(OfferNo(*no)).data().is_valid_on(day)).collect();
        }
        Ok(members)
    }

    /// The bitmaps of the lists that offers and events have in common.
    pub(super) fn common_sets(
        &self,
        families: &Families,
        lists: &Lists<'_>,
    ) -> Result<Vec<Arc<RoaringBitmap>>, QuestionError> {
        self.measure_lists(&[lists.themes, lists.districts, lists.languages, lists.target_groups])?;
        let themes = read_all(lists.themes, "filter", "themes", |slug, at| Ok(self.read_theme(slug, at)?.index()))?;
        let districts =
            read_all(lists.districts, "filter", "districts", |slug, at| Ok(self.read_district(slug, at)?.index()))?;
        let languages = read_all(lists.languages, "filter", "languages", |tag, at| self.read_language_place(tag, at))?;
        let groups = read_all(lists.target_groups, "filter", "targetGroups", |word, at| {
            Ok(read_target_group(word, at)? as usize)
        })?;
        let asked = [
            (Family::Theme, themes),
            (Family::Either, districts),
            (Family::Language, languages),
            (Family::TargetGroup, groups),
        ];
        let sets = asked.iter().filter(|(_, list)| !list.is_empty());
        Ok(sets.map(|(family, list)| union(families, *family, list)).collect())
    }
}

/// What is in all of the sets; everything where there is none.
pub(super) fn intersect(families: &Families, sets: &[Arc<RoaringBitmap>]) -> RoaringBitmap {
    let mut sets: Vec<&RoaringBitmap> = sets.iter().map(|set| &**set).collect();
    sets.sort_by_key(|set| set.len());
    match sets.split_first() {
        None => (**families.all()).clone(),
        Some((smallest, others)) => others.iter().fold((*smallest).clone(), |left, set| left & *set),
    }
}

impl Snapshot {
    /// An actor's offers as a page, by title.
    ///
    /// # Errors
    /// [`QuestionError`], the asker's mistake.
    pub fn offers_page_of(&self, actor: ActorNo, window: &Window) -> Result<Page<OfferNo>, QuestionError> {
        let span = Span::new(Tag::OfferTitle, window)?;
        let offers: Vec<OfferNo> = self.offers_of(actor).collect();
        let total = offers.len() as u64;
        let key = |no: OfferNo| offer_key(self.offer(no));
        let slice = span.slice(offers, key);
        Ok(page(Tag::OfferTitle, total, &slice, key, |no| no))
    }
}
