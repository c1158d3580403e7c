//! Inputs of the diary of measures.

use async_graphql::{ID, InputObject};

use crate::scalars::Day;

/// A measure to note.
#[derive(InputObject)]
pub(crate) struct CreateMeasureInput {
    /// When it was; not in the future.
    pub(crate) day: Day,
    /// What it was, in a few words.
    pub(crate) kind: String,
    /// The word of the field of action that it served.
    pub(crate) field_of_action: String,
    /// The global id of the district; none for all of the city.
    pub(crate) district: Option<ID>,
    /// The global ids of the actors it was done with.
    pub(crate) partners: Option<Vec<ID>>,
    /// How many people it reached; nothing where nobody counted.
    pub(crate) people: Option<u32>,
}

/// A measure and all it says from now on.
#[derive(InputObject)]
pub(crate) struct EditMeasureInput {
    /// The id, as `viewer { measures }` gives it.
    pub(crate) id: ID,
    /// The version that was read; another one now is refused.
    pub(crate) expected_version: u32,
    /// When it was; not in the future.
    pub(crate) day: Day,
    /// What it was, in a few words.
    pub(crate) kind: String,
    /// The word of the field of action that it served.
    pub(crate) field_of_action: String,
    /// The global id of the district; none for all of the city.
    pub(crate) district: Option<ID>,
    /// The global ids of the actors it was done with.
    pub(crate) partners: Option<Vec<ID>>,
    /// How many people it reached; nothing where nobody counted.
    pub(crate) people: Option<u32>,
}

/// A measure to take out.
#[derive(InputObject)]
pub(crate) struct DeleteMeasureInput {
    /// The id, as `viewer { measures }` gives it.
    pub(crate) id: ID,
    /// The version that was read; another one now is refused.
    pub(crate) expected_version: u32,
}
