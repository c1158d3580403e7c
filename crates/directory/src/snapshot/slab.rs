//! Entries by number, numbers by id; both persistent, so a clone costs nothing.

use std::{hash::Hash, sync::Arc};

use imbl::{HashMap, Vector};

use super::hash_index::HashIndex;

/// An entry that knows its id.
pub(crate) trait Identified<Id> {
    fn id(&self) -> Id;
}

/// Entries of one kind. A number belongs to its id for ever, whether there is an entry or not, so
/// that others may refer to what has yet to come.
#[derive(Debug)]
pub(crate) struct Slab<Id, T> {
    numbers: HashIndex,
    entries: Vector<Option<Arc<T>>>,
    /// The ids of numbers without an entry.
    absent: HashMap<u32, Id>,
}

impl<Id: Clone, T> Clone for Slab<Id, T> {
    fn clone(&self) -> Self {
        Self { numbers: self.numbers.clone(), entries: self.entries.clone(), absent: self.absent.clone() }
    }
}

impl<Id, T> Default for Slab<Id, T> {
    fn default() -> Self {
        Self { numbers: HashIndex::default(), entries: Vector::new(), absent: HashMap::new() }
    }
}

impl<Id: Copy + Eq + Hash, T: Identified<Id>> Slab<Id, T> {
    /// The number of an id, whether there is an entry or not.
    pub(crate) fn intern(&mut self, id: Id) -> u32 {
        if let Some(no) = self.number(id) {
            return no;
        }
        let no = u32::try_from(self.entries.len()).expect("four thousand million entries do not fit into memory");
        self.numbers.add(&id, no);
        self.entries.push_back(None);
        self.absent.insert(no, id);
        no
    }

    /// The number of an id that was met before.
    pub(crate) fn number(&self, id: Id) -> Option<u32> {
        self.numbers.candidates(&id).find(|no| match self.get(*no) {
            Some(entry) => entry.id() == id,
            None => self.absent.get(no) == Some(&id),
        })
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

    /// Puts an entry with the number's id in place of another, and hands out the other.
    pub(crate) fn replace(&mut self, no: u32, entry: Option<Arc<T>>) -> Option<Arc<T>> {
        let place = self.entries.get_mut(no as usize)?;
        let is_absent = entry.is_none();
        let before = std::mem::replace(place, entry);
        match &before {
            Some(before) if is_absent => drop(self.absent.insert(no, before.id())),
            None if !is_absent => drop(self.absent.remove(&no)),
            _ => {}
        }
        before
    }

    /// Every number with its entry, in the order of the numbers.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, &Arc<T>)> {
        (0_u32..).zip(self.entries.iter()).filter_map(|(no, entry)| Some((no, entry.as_ref()?)))
    }
}
