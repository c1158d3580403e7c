//! The districts and themes of all files of a run, in the order in which they can be written: what stands above comes
//! first, whichever file brings it.

use std::{
    collections::{HashMap, HashSet},
    hash::Hash,
};

use domain::{District, DistrictId, Theme};
use store::Stored;
use tokio::sync::mpsc;

use super::{
    pending_items::PendingItems,
    writing::{ImportBatch, Item},
};

/// The districts and themes that wait for the end of all files.
#[derive(Default)]
pub(super) struct TreeItems {
    districts: Vec<Item<District>>,
    themes: Vec<Item<Theme>>,
}

impl TreeItems {
    /// The districts so far. Where several files speak of one, the last word counts.
    pub(super) fn districts_by_id(&self) -> HashMap<DistrictId, District> {
        self.districts.iter().map(|item| (item.id, item.data.clone())).collect()
    }

    /// The districts that the files bring.
    pub(super) fn districts(&self) -> impl Iterator<Item = &District> {
        self.districts.iter().map(|item| &item.data)
    }

    /// Takes over what a file brings; its first districts come from `features`. What a feature says of a district counts
    /// for the entry of the other file as well, so that the same files twice change nothing.
    pub(super) fn add(&mut self, waiting: &mut PendingItems, features: usize) {
        for patched in &waiting.districts[..features] {
            for item in self.districts.iter_mut().filter(|item| item.id == patched.id) {
                item.data.clone_from(&patched.data);
            }
        }
        self.districts.append(&mut waiting.districts);
        self.themes.append(&mut waiting.themes);
    }

    /// Hands everything on, each entry after the one that it stands below.
    pub(super) fn finish(self, batches: &mpsc::Sender<ImportBatch>) {
        let districts =
            order_by_depth(self.districts, |district| district.parent).into_iter().map(ImportBatch::Districts);
        let themes = order_by_depth(self.themes, |theme| theme.parent).into_iter().map(ImportBatch::Themes);
        for batch in districts.chain(themes) {
            // The writer has refused something and takes no more: its error is told by itself.
            if batches.blocking_send(batch).is_err() {
                return;
            }
        }
    }
}

/// Entries by their depth, so divided that no batch has two words on one entry.
fn order_by_depth<E: Stored>(mut items: Vec<Item<E>>, parent: impl Fn(&E) -> Option<E::Id>) -> Vec<Vec<Item<E>>>
where
    E::Id: Copy + Eq + Hash,
{
    let parents: HashMap<E::Id, Option<E::Id>> = items.iter().map(|item| (item.id, parent(&item.data))).collect();
    items.sort_by_key(|item| depth(item.id, &parents));
    let mut batches = Vec::new();
    while !items.is_empty() {
        let mut seen = HashSet::new();
        let (batch, further) = items.into_iter().partition(|item| seen.insert(item.id));
        batches.push(batch);
        items = further;
    }
    batches
}

/// How many entries of the files stand above one; circles are refused before.
fn depth<I: Copy + Eq + Hash>(id: I, parents: &HashMap<I, Option<I>>) -> usize {
    std::iter::successors(Some(id), |id| parents.get(id).copied().flatten()).take(parents.len() + 1).count()
}
