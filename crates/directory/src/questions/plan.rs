//! Plans: a filter that was checked and brought to bitmaps, and what it takes to answer it.
//!
//! What is a bitmap already is intersected first, smallest first; what has to be asked of each
//! actor (opening hours, distance, a day) is asked only of those who are left.

use std::{borrow::Cow, sync::Arc};

use chrono::{DateTime, Utc};
use domain::{
    BoundingBox, SimplePolygon,
    hours::{HoursPeriod, HoursState},
};
use roaring::RoaringBitmap;

use crate::{
    Snapshot,
    snapshot::{families::Family, places::Circle, slices::CandidateSet, words::NO_HOURS},
};

/// A condition.
#[derive(Clone, Debug)]
pub(super) enum FilterPlan {
    Set(Arc<RoaringBitmap>),
    All(Vec<FilterPlan>),
    Any(Vec<FilterPlan>),
    Not(Box<FilterPlan>),
    Near(Circle),
    Within(BoundingBox),
    WithinPolygon(Arc<SimplePolygon>),
    OpenAt(DateTime<Utc>),
    /// The label behind the last entry of the order by verification that is new enough.
    VerifiedBefore(u64),
}

/// Up to how many candidates places are asked about one by one; above, the cells are asked first.
const FEW: u64 = 2_000;

impl FilterPlan {
    /// How early a condition is looked at: cheap and narrowing ones first.
    fn turn(&self) -> (u8, u64) {
        match self {
            Self::Set(set) => (0, set.len()),
            Self::All(_) => (1, 0),
            Self::Any(_) => (2, 0),
            Self::Not(_) => (3, 0),
            Self::VerifiedBefore(_) => (4, 0),
            Self::Within(_) => (5, 0),
            Self::Near(_) | Self::WithinPolygon(_) => (6, 0),
            Self::OpenAt(_) => (7, 0),
        }
    }

    /// Which of the candidates meet the condition, as a page needs them.
    pub(super) fn page_members<'a>(
        &'a self,
        snapshot: &'a Snapshot,
        candidates: &'a RoaringBitmap,
    ) -> CandidateSet<'a> {
        let parts = match self {
            Self::All(parts) => parts.as_slice(),
            one => std::slice::from_ref(one),
        };
        let everybody = is_everybody(candidates, snapshot);
        let mut sets: Vec<&RoaringBitmap> =
            (!everybody || parts.is_empty()).then_some(candidates).into_iter().collect();
        sets.extend(parts.iter().filter_map(|part| match part {
            Self::Set(set) => Some(&**set),
            _ => None,
        }));
        let all_are_sets = parts.iter().all(|part| matches!(part, Self::Set(_)));
        let members = all_are_sets.then(|| CandidateSet::of_all(sets)).flatten();
        members.unwrap_or_else(|| self.members(snapshot, candidates).into())
    }

    /// Which of the candidates meet the condition.
    pub(super) fn members<'a>(
        &'a self,
        snapshot: &'a Snapshot,
        candidates: &'a RoaringBitmap,
    ) -> Cow<'a, RoaringBitmap> {
        match self {
            Self::Set(set) => intersection(set, candidates, snapshot),
            Self::All(parts) => all(parts, snapshot, candidates),
            Self::Any(parts) => {
                let mut any = RoaringBitmap::new();
                for part in parts {
                    any |= &*part.members(snapshot, candidates);
                }
                Cow::Owned(any)
            }
            Self::Not(part) => Cow::Owned(candidates - &*part.members(snapshot, candidates)),
            Self::Near(circle) if candidates.len() <= FEW => {
                retain(candidates, |no| snapshot.indexes.places.is_near(no, circle))
            }
            Self::Near(circle) => Cow::Owned(snapshot.indexes.places.near(circle) & candidates),
            Self::Within(area) if candidates.len() <= FEW => {
                retain(candidates, |no| snapshot.indexes.places.is_within(no, area))
            }
            Self::Within(area) => Cow::Owned(snapshot.indexes.places.within(area) & candidates),
            Self::WithinPolygon(area) if candidates.len() <= FEW => {
                retain(candidates, |no| snapshot.indexes.places.is_within_polygon(no, area))
            }
            Self::WithinPolygon(area) => Cow::Owned(snapshot.indexes.places.within_polygon(area) & candidates),
            Self::OpenAt(at) => {
                let with_hours = candidates & &**snapshot.indexes.actors.get(Family::Hours, 0);
                let mut open = OpenAt::new(snapshot, *at);
                Cow::Owned(retain(&with_hours, |no| open.is_open(no)).into_owned())
            }
            Self::VerifiedBefore(label) => retain(candidates, |no| snapshot.indexes.by_verification.label(no) < *label),
        }
    }
}

/// Every set is part of everything that is shown, so against everything it is itself.
fn intersection<'a>(
    set: &'a Arc<RoaringBitmap>,
    candidates: &'a RoaringBitmap,
    snapshot: &Snapshot,
) -> Cow<'a, RoaringBitmap> {
    if is_everybody(candidates, snapshot) { Cow::Borrowed(set) } else { Cow::Owned(&**set & candidates) }
}

fn is_everybody(candidates: &RoaringBitmap, snapshot: &Snapshot) -> bool {
    std::ptr::eq(candidates, Arc::as_ptr(snapshot.indexes.actors.all()))
}

fn all<'a>(parts: &'a [FilterPlan], snapshot: &'a Snapshot, candidates: &'a RoaringBitmap) -> Cow<'a, RoaringBitmap> {
    let mut turns: Vec<&FilterPlan> = parts.iter().collect();
    turns.sort_by_key(|part| part.turn());
    let mut left = Cow::Borrowed(candidates);
    for part in turns {
        left = match left {
            Cow::Borrowed(left) => part.members(snapshot, left),
            Cow::Owned(mut left) => {
                match part {
                    FilterPlan::Set(set) => left &= &**set,
                    part => left = part.members(snapshot, &left).into_owned(),
                }
                Cow::Owned(left)
            }
        };
    }
    left
}

fn retain(candidates: &RoaringBitmap, mut keep: impl FnMut(u32) -> bool) -> Cow<'static, RoaringBitmap> {
    Cow::Owned(candidates.iter().filter(|no| keep(*no)).collect())
}

/// Who is open at an instant; every text of opening hours is asked once.
struct OpenAt<'a> {
    snapshot: &'a Snapshot,
    at: DateTime<Utc>,
    known: Vec<Option<bool>>,
}

impl<'a> OpenAt<'a> {
    fn new(snapshot: &'a Snapshot, at: DateTime<Utc>) -> Self {
        Self { snapshot, at, known: vec![None; snapshot.tables.hours.len()] }
    }

    fn is_open(&mut self, no: u32) -> bool {
        let hours = self.snapshot.tables.hours_of.get(no);
        let Some(known) = self.known.get_mut(hours as usize) else { return false };
        *known.get_or_insert_with(|| hours_state(self.snapshot, hours, self.at) == Some(HoursState::Open))
    }
}

fn hours_state(snapshot: &Snapshot, hours: u32, at: DateTime<Utc>) -> Option<HoursState> {
    snapshot.tables.hours.get(hours).map(|hours| hours.state(at, &snapshot.settings))
}

impl Snapshot {
    /// Whether an actor is open at an instant by its opening hours; `None` where it has none.
    pub fn hours_state(&self, actor: crate::ActorNo, at: DateTime<Utc>) -> Option<HoursState> {
        let hours = self.tables.hours_of.get(actor.0);
        (hours != NO_HOURS).then(|| hours_state(self, hours, at)).flatten()
    }

    /// When an actor is open next, or goes on being open, in the week from an instant.
    pub fn next_opening(&self, actor: crate::ActorNo, at: DateTime<Utc>) -> Option<HoursPeriod> {
        self.tables.hours.get(self.tables.hours_of.get(actor.0))?.next_opening(at, &self.settings)
    }
}
