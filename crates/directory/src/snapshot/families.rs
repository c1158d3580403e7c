//! Families of bitmaps: for every theme, district, language, … the numbers that have it.

use std::sync::{Arc, LazyLock};

use roaring::RoaringBitmap;

/// What a bitmap is for; the index beside it says which theme, district, …
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub(crate) enum Family {
    /// Everything that is shown (index 0).
    All,
    /// By place in [`domain::ActorType::ALL`].
    Type,
    /// By theme number; children are in their parents too.
    Theme,
    /// By district number of the seat; children are in their parents too.
    Based,
    /// By district number of the work; children are in their parents too.
    Active,
    /// By district number of either; children are in their parents too.
    Either,
    /// By interned language.
    Language,
    /// By kind word.
    Kind,
    /// By place in the vocabulary.
    TargetGroup,
    /// By place in the vocabulary.
    Field,
    /// With a position (index 0).
    Located,
    /// With opening hours (index 0).
    Hours,
    /// Free of charge by their own word (index 0).
    Free,
    /// By appointment by their own word (index 0).
    Appointment,
    /// Confidential by their own word (index 0).
    Confidential,
    /// By place in the vocabulary.
    Wheelchair,
    /// By place in the vocabulary.
    Accessibility,
    /// With interpreters by their own word (index 0).
    Interpreters,
    /// By interned language of the counter.
    CounterLanguage,
    /// By place in the vocabulary, of the offers that are not over.
    OfferKind,
    /// By place in the vocabulary, of the offers that are not over, as far as it holds today.
    Availability,
    /// By place of the week, by their own hours or the schedule of any of their offers.
    Week,
    /// By place of the week, by their own hours.
    OwnWeek,
    /// By theme and place of the week, by the schedules of their offers; children are in their parents too.
    ThemeWeek,
    /// By place in the vocabulary, of the active links that join them to somebody.
    LinkKind,
    /// Members of a network, or represented in one (index 0).
    Networked,
}

const FAMILIES: usize = Family::Networked as usize + 1;

/// A bitmap's place.
pub(crate) type Slot = (Family, u32);

static EMPTY: LazyLock<Arc<RoaringBitmap>> = LazyLock::new(Arc::default);

/// The bitmaps of one kind of entry.
#[derive(Clone, Debug)]
pub(crate) struct Families {
    sets: [Arc<Vec<Arc<RoaringBitmap>>>; FAMILIES],
}

impl Default for Families {
    fn default() -> Self {
        Self { sets: std::array::from_fn(|_| Arc::default()) }
    }
}

impl Families {
    /// The numbers that have it.
    pub(crate) fn get(&self, family: Family, index: usize) -> &Arc<RoaringBitmap> {
        self.sets[family as usize].get(index).unwrap_or(&EMPTY)
    }

    /// Everything that is shown.
    pub(crate) fn all(&self) -> &Arc<RoaringBitmap> {
        self.get(Family::All, 0)
    }

    fn bitmap(&mut self, (family, index): Slot) -> &mut RoaringBitmap {
        let sets = Arc::make_mut(&mut self.sets[family as usize]);
        let index = index as usize;
        if sets.len() <= index {
            sets.resize_with(index + 1, Arc::default);
        }
        Arc::make_mut(&mut sets[index])
    }

    /// Puts a number in while building; fastest when numbers grow.
    pub(crate) fn add(&mut self, no: u32, slots: &[Slot]) {
        for slot in slots {
            self.bitmap(*slot).insert(no);
        }
    }

    /// Moves a number from some bitmaps to others, touching only those that differ. Both lists are
    /// sorted and hold nothing twice.
    pub(crate) fn shift(&mut self, no: u32, before: &[Slot], after: &[Slot]) {
        for slot in before.iter().filter(|slot| after.binary_search(slot).is_err()) {
            self.bitmap(*slot).remove(no);
        }
        for slot in after.iter().filter(|slot| before.binary_search(slot).is_err()) {
            self.bitmap(*slot).insert(no);
        }
    }
}
