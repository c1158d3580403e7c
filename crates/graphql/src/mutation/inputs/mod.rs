//! What mutations are told: one input object each.

pub(crate) mod accounts;
pub(crate) mod availability;
pub(crate) mod entries;
pub(crate) mod facts;
pub(crate) mod links;
pub(crate) mod measures;
pub(crate) mod merges;
pub(crate) mod patch_values;
pub(crate) mod persons;
pub(crate) mod proposals;
pub(crate) mod site_texts;
pub(crate) mod synonyms;
pub(crate) mod trees;

use async_graphql::ID;

/// An entry in the version that somebody has seen.
pub(crate) struct Sight {
    /// Its global id.
    pub(crate) id: ID,
    /// That version.
    pub(crate) expected_version: u32,
    /// What for.
    pub(crate) note: Option<String>,
}

/// Inputs that name an entry and nothing else.
macro_rules! sights {
    ($($(#[doc = $doc:literal])+ $name:ident)+) => {$(
        $(#[doc = $doc])+
        #[derive(async_graphql::InputObject)]
        pub(crate) struct $name {
            /// The global id.
            id: async_graphql::ID,
            /// The version that was read; another one now is a conflict.
            expected_version: u32,
            /// What for; only staff read it.
            note: Option<String>,
        }

        impl From<$name> for $crate::mutation::inputs::Sight {
            fn from(input: $name) -> Self {
                Self { id: input.id, expected_version: input.expected_version, note: input.note }
            }
        }
    )+};
}
pub(crate) use sights;
