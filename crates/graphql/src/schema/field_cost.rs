//! What a field costs by itself, said beside it: `#[cost(5)]`, and `#[cost(600, word = 800, at most 40)]` where each word
//! of its argument `text` costs something too.
//!
//! One is what a value takes that is written from the snapshot, about half a microsecond. The figures come from
//! `cargo bench -p graphql --bench costs` at 10,000 actors; `docs/performance.md` has the table. A field that computes is
//! measured there before it bears one.

use std::collections::HashMap;

/// What a field costs by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FieldCost {
    /// However it is asked.
    pub(crate) own: u64,
    /// For each word of its text.
    pub(crate) word: u64,
    /// How many words of it are read.
    pub(crate) most_words: usize,
}

impl FieldCost {
    /// What a field costs whose value is only written down.
    pub(crate) const VALUE: Self = Self::new(1);

    /// The cost of a field that reads no text.
    pub(crate) const fn new(own: u64) -> Self {
        Self { own, word: 0, most_words: 0 }
    }
}

/// The cost that stands beside a field.
macro_rules! cost {
    () => {
        $crate::schema::field_cost::FieldCost::VALUE
    };
    ($own:literal) => {
        $crate::schema::field_cost::FieldCost::new($own)
    };
    ($own:literal, word = $word:literal, at most $most:expr) => {
        $crate::schema::field_cost::FieldCost { own: $own, word: $word, most_words: $most }
    };
}

pub(crate) use cost;

/// What the fields of all types cost that take more than writing a value down, by type and name.
#[derive(Debug, Default)]
pub(crate) struct FieldCosts(HashMap<String, HashMap<&'static str, FieldCost>>);

impl FieldCosts {
    /// Notes what a field of a type costs.
    pub(crate) fn insert(&mut self, type_name: &str, field: &'static str, cost: FieldCost) {
        if cost != FieldCost::VALUE {
            self.0.entry(type_name.to_owned()).or_default().insert(field, cost);
        }
    }

    /// What a field of a type costs.
    pub(crate) fn get(&self, type_name: &str, field: &str) -> FieldCost {
        self.0.get(type_name).and_then(|fields| fields.get(field)).copied().unwrap_or(FieldCost::VALUE)
    }
}
