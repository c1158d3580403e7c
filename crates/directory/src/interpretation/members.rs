//! Who meets the filters that the readings of one question make.

use std::{cell::RefCell, rc::Rc};

use roaring::RoaringBitmap;

use super::matching::Understanding;
use crate::{ActorFilter, Snapshot};

/// The filters of one question with those who meet them: the ways to read it make the same ones again and again, and
/// each is looked up once.
pub(super) struct QuestionMembers<'a> {
    snapshot: &'a Snapshot,
    build: &'a dyn Fn(&[Understanding<'_>]) -> ActorFilter,
    known: RefCell<Vec<(ActorFilter, Rc<RoaringBitmap>)>>,
}

impl<'a> QuestionMembers<'a> {
    /// Of a directory; `build` makes the filter of a reading.
    pub(super) const fn new(snapshot: &'a Snapshot, build: &'a dyn Fn(&[Understanding<'_>]) -> ActorFilter) -> Self {
        Self { snapshot, build, known: RefCell::new(Vec::new()) }
    }

    /// The filter of a reading.
    pub(super) fn filter(&self, understood: &[Understanding<'_>]) -> ActorFilter {
        (self.build)(understood)
    }

    /// Who meets a reading.
    pub(super) fn of(&self, understood: &[Understanding<'_>]) -> Rc<RoaringBitmap> {
        self.of_filter(&self.filter(understood))
    }

    /// Who meets a filter; nobody where it cannot be asked.
    pub(super) fn of_filter(&self, filter: &ActorFilter) -> Rc<RoaringBitmap> {
        if let Some((_, members)) = self.known.borrow().iter().find(|(known, _)| known == filter) {
            return Rc::clone(members);
        }
        let members = Rc::new(self.snapshot.filter_members(filter).unwrap_or_default());
        self.known.borrow_mut().push((filter.clone(), Rc::clone(&members)));
        members
    }
}
