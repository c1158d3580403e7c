//! Inputs about themes and districts.

use async_graphql::{ID, InputObject};

use super::{
    entries::edits,
    patch_values::{Named, Texts, fields_input},
};
use crate::{enums::DistrictLevel, inputs::PositionInput, scalars::Geometry};

fields_input! {
    /// What a theme says.
    ThemeFieldsInput {
        /// What people call it, by language.
        label "label" Texts,
        /// Other words people use for it, in any language; the search knows them.
        alternative_labels "alternativeLabels" Vec<String>,
        /// The readable name; made of the label where none is given. The former one still leads here.
        slug "slug" String,
        /// The theme above, by slug or id; null for a root.
        parent "parent" Named,
        /// The programme's fields of action it serves: `opening`, `social-space`, `engagement`, `anti-discrimination`.
        fields_of_action "fieldsOfAction" Vec<String>,
        /// The place among its siblings, from 0.
        position "position" u32,
    }
}

fields_input! {
    /// What a district says.
    DistrictFieldsInput {
        /// What people call it, by language.
        name "name" Texts,
        /// Other names people use for it, in any language; the search knows them.
        alternative_names "alternativeNames" Vec<String>,
        /// The readable name; made of the name where none is given. The former one still leads here.
        slug "slug" String,
        /// City, borough or quarter.
        level "level" DistrictLevel,
        /// The district above, by slug or id; null for a city.
        parent "parent" Named,
        /// The place among its siblings, from 0.
        position "position" u32,
        /// A point to show the district at.
        centre "centre" PositionInput,
        /// The boundary: closed rings of Polygon or MultiPolygon, near the other districts.
        boundary "boundary" Geometry,
        /// Where the boundary comes from, as shown to readers.
        boundary_source "boundarySource" String,
    }
}

/// A new theme.
#[derive(InputObject)]
pub(crate) struct CreateThemeInput {
    #[graphql(flatten)]
    pub(crate) fields: ThemeFieldsInput,
    /// What for; only staff read it.
    pub(crate) note: Option<String>,
}

/// A new district.
#[derive(InputObject)]
pub(crate) struct CreateDistrictInput {
    #[graphql(flatten)]
    pub(crate) fields: DistrictFieldsInput,
    /// What for; only staff read it.
    pub(crate) note: Option<String>,
}

edits! {
    /// A change of a theme; what is not named stays.
    EditThemeInput ThemeFieldsInput
    /// A change of a district; what is not named stays.
    EditDistrictInput DistrictFieldsInput
}

macro_rules! retiring {
    ($($(#[doc = $doc:literal])+ $name:ident)+) => {$(
        $(#[doc = $doc])+
        #[derive(InputObject)]
        pub(crate) struct $name {
            /// The global id.
            pub(crate) id: ID,
            /// The version that was read; another one now is a conflict.
            pub(crate) expected_version: u32,
            /// The global id of what stands in its place from now on.
            pub(crate) replacement: ID,
            /// What for; only staff read it.
            pub(crate) note: Option<String>,
        }
    )+};
}

retiring! {
    /// A theme that another stands in for from now on.
    RetireThemeInput
    /// A district that another stands in for from now on.
    RetireDistrictInput
}
