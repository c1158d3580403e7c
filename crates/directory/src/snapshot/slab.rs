//! Entries by number, numbers by id; both persistent, so a clone costs nothing.

use std::{hash::Hash, sync::Arc};

use imbl::Vector;

use super::numbers::Numbers;

/// Entries of one kind. A number belongs to its id for ever, whether there is an entry or not, so
/// that others may refer to what has yet to come.
#[derive(Debug)]
pub(crate) struct Slab<Id, T> {
    numbers: Numbers,
    ids: Vector<Id>,
    entries: Vector<Option<Arc<T>>>,
}

impl<Id: Clone, T> Clone for Slab<Id, T> {
    fn clone(&self) -> Self {
        Self { numbers: self.numbers.clone(), ids: self.ids.clone(), entries: self.entries.clone() }
    }
}

impl<Id, T> Default for Slab<Id, T> {
    fn default() -> Self {
        Self { numbers: Numbers::default(), ids: Vector::new(), entries: Vector::new() }
    }
}

impl<Id: Copy + Eq + Hash, T> Slab<Id, T> {
    /// The number of an id, whether there is an entry or not.
    pub(crate) fn intern(&mut self, id: Id) -> u32 {
        if let Some(no) = self.number(id) {
            return no;
        }
        let no = u32::try_from(self.entries.len()).expect("four thousand million entries do not fit into memory");
        self.numbers.add(&id, no);
        self.ids.push_back(id);
        self.entries.push_back(None);
        no
    }

    /// The number of an id that was met before.
    pub(crate) fn number(&self, id: Id) -> Option<u32> {
        self.numbers.candidates(&id).find(|no| self.ids.get(*no as usize) == Some(&id))
    }

    /// The entry of a number.
    pub(crate) fn get(&self, no: u32) -> Option<&Arc<T>> {
        self.entries.get(no as usize)?.as_ref()
    }

    /// The entry of an id.
    pub(crate) fn find(&self, id: Id) -> Option<(u32, &Arc<T>)> {
        let no = self.number(id)?;
        Some((no, self.get(no)?))
    }

    /// The entry of a number, to be changed.
    pub(crate) fn get_mut(&mut self, no: u32) -> Option<&mut Arc<T>> {
        self.entries.get_mut(no as usize)?.as_mut()
    }

    /// Puts an entry in place of another, and hands out the other.
    pub(crate) fn replace(&mut self, no: u32, entry: Option<Arc<T>>) -> Option<Arc<T>> {
        self.entries.get_mut(no as usize).and_then(|place| std::mem::replace(place, entry))
    }

    /// Every number with its entry, in the order of the numbers.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, &Arc<T>)> {
        (0_u32..).zip(self.entries.iter()).filter_map(|(no, entry)| Some((no, entry.as_ref()?)))
    }
}
