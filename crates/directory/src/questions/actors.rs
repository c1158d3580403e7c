//! Which actors: filter, order, page.

use std::borrow::Cow;

use domain::ActorType;
use roaring::RoaringBitmap;

use super::{
    filter::Checked,
    nearest,
    page::{CursorOrder, Span, page},
};
use crate::{
    ActorNo, ActorOrder, ActorQuestion, Page, QuestionError, Snapshot,
    question::ActorFilter,
    snapshot::{
        families::Family,
        indexes::{Kept, name_key},
        keys::{Key, OwnedKey, largest_first},
        orders::OrderPosition,
        slices::{CandidateSet, PageEnd, PageSlice},
    },
};

impl Snapshot {
    /// A page of the actors that a filter leaves, with how many there are in all.
    ///
    /// # Errors
    /// [`QuestionError`], the asker's mistake.
    pub fn actors(&self, question: &ActorQuestion) -> Result<Page<ActorNo>, QuestionError> {
        let has_words = question.filter.text.is_some() || question.rank_text.is_some();
        let order = question.order.unwrap_or(if has_words { ActorOrder::Relevance } else { ActorOrder::Name });
        let tag = match order {
            ActorOrder::Relevance => CursorOrder::Relevance,
            ActorOrder::Name => CursorOrder::Name,
            ActorOrder::Distance => CursorOrder::Distance,
            ActorOrder::Updated => CursorOrder::Updated,
            ActorOrder::Verified => CursorOrder::Verified,
        };
        let span = Span::new(tag, &question.window)?;
        if order == ActorOrder::Relevance && !has_words {
            return Err(QuestionError::NeedsText { field: "orderBy".to_owned() });
        }
        if order == ActorOrder::Distance && question.filter.near.is_none() {
            return Err(QuestionError::NeedsPlace { field: "orderBy".to_owned() });
        }
        let checked = self.check(&question.filter, None)?;
        let members = checked.plan.page_members(self, self.candidates(question.actor_type));
        Ok(match order {
            ActorOrder::Name => self.sorted_page(tag, Kept::Name, &members, &span),
            ActorOrder::Updated => self.sorted_page(tag, Kept::Update, &members, &span),
            ActorOrder::Verified => self.sorted_page(tag, Kept::Verification, &members, &span),
            ActorOrder::Relevance => {
                let members = members.whole();
                let ranked: Box<dyn Iterator<Item = (f32, RoaringBitmap)>> =
                    match (&checked.hits, &question.filter.text, &question.rank_text) {
                        (Some(hits), ..) => Box::new(hits.by_score(&members)),
                        (None, None, Some(text)) => {
                            let ranked = self.ranked_by_titles(text, &members);
                            Box::new(self.ranked_by_groups(&question.filter.target_groups, ranked).into_iter())
                        }
                        // A text without a word leaves everybody with the same score.
                        (None, ..) => Box::new(std::iter::once((0.0, members.clone().into_owned()))),
                    };
                self.ranked_page(ranked, members.len(), &span)
            }
            ActorOrder::Distance => match checked.circle {
                Some(circle) => nearest::page_by_distance(self, circle.centre, &members.whole(), &span),
                None => return Err(QuestionError::NeedsPlace { field: "orderBy".to_owned() }),
            },
        })
    }

    /// How many actors a filter leaves.
    ///
    /// # Errors
    /// [`QuestionError`], the asker's mistake.
    pub fn count_actors(&self, actor_type: Option<ActorType>, filter: &ActorFilter) -> Result<u64, QuestionError> {
        Ok(self.members(actor_type, &self.check(filter, None)?).len())
    }

    /// The numbers of the actors that a filter leaves.
    pub(crate) fn filter_members(&self, filter: &ActorFilter) -> Result<RoaringBitmap, QuestionError> {
        Ok(self.members(None, &self.check(filter, None)?).into_owned())
    }

    /// Every actor that a filter leaves, in the order of their numbers: for exports and maps, which
    /// take all. The numbers say nothing outside this snapshot.
    ///
    /// # Errors
    /// [`QuestionError`], the asker's mistake.
    pub fn matching_actors(
        &self,
        actor_type: Option<ActorType>,
        filter: &ActorFilter,
    ) -> Result<impl ExactSizeIterator<Item = ActorNo> + use<>, QuestionError> {
        let numbers: Vec<u32> = self.members(actor_type, &self.check(filter, None)?).iter().collect();
        Ok(numbers.into_iter().map(ActorNo))
    }

    /// Every actor that a filter leaves, by name: for exports, which take all.
    ///
    /// # Errors
    /// [`QuestionError`], the asker's mistake.
    pub fn matching_actors_by_name(
        &self,
        actor_type: Option<ActorType>,
        filter: &ActorFilter,
    ) -> Result<Vec<ActorNo>, QuestionError> {
        let checked = self.check(filter, None)?;
        let members = self.members(actor_type, &checked);
        Ok(self.indexes.by_name.from(OrderPosition::FRONT).filter(|no| members.contains(*no)).map(ActorNo).collect())
    }

    /// Everybody of a type, or everybody.
    pub(super) fn candidates(&self, actor_type: Option<ActorType>) -> &RoaringBitmap {
        match actor_type {
            Some(actor_type) => self.indexes.actors.get(Family::Type, actor_type as usize),
            None => self.indexes.actors.all(),
        }
    }

    pub(super) fn members<'a>(&'a self, actor_type: Option<ActorType>, checked: &'a Checked) -> Cow<'a, RoaringBitmap> {
        checked.plan.members(self, self.candidates(actor_type))
    }

    fn sorted_page(&self, tag: CursorOrder, kept: Kept, members: &CandidateSet<'_>, span: &Span) -> Page<ActorNo> {
        let order = self.indexes.order(kept);
        let key = |no: u32| kept.key(self.actor(ActorNo(no)));
        let from = match &span.after {
            Some(after) => order.seek(|no| key(no) <= after.as_key()),
            None => OrderPosition::FRONT,
        };
        let to = match &span.before {
            Some(before) => order.seek(|no| key(no) < before.as_key()),
            None => order.end(),
        };
        let slice = order.slice(members, (from, to), span.side, span.count);
        page(tag, members.len(), &slice, key, ActorNo)
    }

    /// By score, then by name. Forwards only as many sets of the same score are looked at as the page needs.
    fn ranked_page(
        &self,
        ranked: impl Iterator<Item = (f32, RoaringBitmap)>,
        total: u64,
        span: &Span,
    ) -> Page<ActorNo> {
        let slice = if span.side == PageEnd::Front && span.before.is_none() {
            self.ranked_slice(ranked, span.after.as_ref(), span.count)
        } else {
            let sets = ranked.map(|(score, set)| (largest_first(score), set));
            let scored = sets.flat_map(|(lead, set)| set.into_iter().map(move |no| (lead, no)));
            span.slice(scored, |node| self.leading_key(node))
        };
        self.page_of_leading(CursorOrder::Relevance, &slice, total)
    }

    /// The best behind a place of sets of the same score, the best set first; in a set by name.
    pub(super) fn ranked_slice(
        &self,
        ranked: impl Iterator<Item = (f32, RoaringBitmap)>,
        after: Option<&OwnedKey>,
        count: usize,
    ) -> PageSlice<(u64, u32)> {
        let order = &self.indexes.by_name;
        let mut slice = PageSlice { nodes: Vec::with_capacity(count), before: false, after: false };
        for (score, set) in ranked {
            let lead = largest_first(score);
            let from = match after {
                Some(after) if lead < after.lead => {
                    slice.before = true;
                    continue;
                }
                Some(after) if lead == after.lead => order.seek(|no| self.leading_key((lead, no)) <= after.as_key()),
                _ => OrderPosition::FRONT,
            };
            let missing = count - slice.nodes.len();
            let part = order.slice(&CandidateSet::from(Cow::Owned(set)), (from, order.end()), PageEnd::Front, missing);
            slice.before |= part.before;
            slice.nodes.extend(part.nodes.into_iter().map(|no| (lead, no)));
            if part.after {
                slice.after = true;
                break;
            }
        }
        slice
    }

    pub(super) fn page_of_leading(&self, tag: CursorOrder, slice: &PageSlice<(u64, u32)>, total: u64) -> Page<ActorNo> {
        page(tag, total, slice, |node| self.leading_key(node), |(_, no)| ActorNo(no))
    }

    pub(super) fn leading_key(&self, (lead, no): (u64, u32)) -> Key<'_> {
        Key { lead, ..name_key(self.actor(ActorNo(no))) }
    }
}
