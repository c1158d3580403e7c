//! From what an input names to what a command is told: a patch with one line per named field.

use async_graphql::{InputObject, MaybeUndefined, NewType};
use curation::Patch;
use directory::Snapshot;
use serde_json::{Value, json};

use crate::{
    enums::{
        Accessibility, ActorType, Availability, DistrictLevel, LegalForm, LinkBasis, LinkKind, OfferKind, Precision,
        RegistrationMethod, Wheelchair,
    },
    global_id::GlobalId,
    scalars::{Day, Geometry, Time},
};

/// A value that an input names.
pub(crate) trait IntoPatchValue {
    /// The same as a patch takes it.
    fn into_patch_value(self, snapshot: &Snapshot) -> Value;
}

/// Names a field in a patch where the input does; null takes a value away.
pub(crate) fn set_field<T: IntoPatchValue>(
    patch: Patch,
    name: &str,
    value: MaybeUndefined<T>,
    snapshot: &Snapshot,
) -> Patch {
    match value {
        MaybeUndefined::Undefined => patch,
        MaybeUndefined::Null => patch.with(name, Value::Null),
        MaybeUndefined::Value(value) => patch.with(name, value.into_patch_value(snapshot)),
    }
}

/// Another entry, by slug or global id.
#[derive(Clone, NewType)]
pub(crate) struct Named(String);

impl IntoPatchValue for Named {
    fn into_patch_value(self, _: &Snapshot) -> Value {
        // What reads as a global id is none by chance: it has a length, a kind and spare bits of its own.
        match GlobalId::decode(&self.0) {
            Some(entity) => json!(entity.id),
            None => Value::String(self.0),
        }
    }
}

/// A text in one language, to be written.
#[derive(Clone, InputObject)]
pub(crate) struct TranslationInput {
    /// BCP-47 tag of the language the text is in.
    language: String,
    /// The text; null takes it away.
    text: Option<String>,
}

impl TranslationInput {
    /// The tag and the text.
    pub(crate) fn into_parts(self) -> (String, Option<String>) {
        (self.language, self.text)
    }
}

/// A text in some languages; those that are not named stay.
pub(crate) type Texts = Vec<TranslationInput>;

impl IntoPatchValue for Texts {
    fn into_patch_value(self, _: &Snapshot) -> Value {
        Value::Object(self.into_iter().map(|one| (one.language, json!(one.text))).collect())
    }
}

/// A postal address, to be written; what is not named stays.
#[derive(Clone, InputObject)]
pub(crate) struct AddressInput {
    /// Street and number.
    street: MaybeUndefined<String>,
    /// Postcode.
    postcode: MaybeUndefined<String>,
    /// Town.
    city: MaybeUndefined<String>,
    /// Floor, bell, back yard: what helps to find the door.
    extra: MaybeUndefined<String>,
}

impl IntoPatchValue for AddressInput {
    fn into_patch_value(self, _: &Snapshot) -> Value {
        let parts = [("street", self.street), ("postcode", self.postcode), ("city", self.city), ("extra", self.extra)];
        let named = parts.into_iter().filter(|(_, part)| !part.is_undefined());
        Value::Object(named.map(|(name, part)| (name.to_owned(), json!(part.take()))).collect())
    }
}

/// A position with its precision, to be written.
#[derive(Clone, InputObject)]
pub(crate) struct LocationInput {
    /// Degrees east of Greenwich, WGS84.
    longitude: f64,
    /// Degrees north of the equator, WGS84.
    latitude: f64,
    /// How precisely the public may know it.
    precision: Precision,
    /// Whether it is meant to lie far from every district of the directory, some 200 km or more: unless that is said, such
    /// a place is refused with the code FAR_AWAY.
    far_away: Option<bool>,
}

impl IntoPatchValue for LocationInput {
    fn into_patch_value(self, snapshot: &Snapshot) -> Value {
        let mut location = json!({
            "longitude": self.longitude,
            "latitude": self.latitude,
            "precision": self.precision.into_patch_value(snapshot),
        });
        if self.far_away == Some(true) {
            location["farAway"] = json!(true);
        }
        location
    }
}

impl IntoPatchValue for crate::inputs::PositionInput {
    fn into_patch_value(self, _: &Snapshot) -> Value {
        let (longitude, latitude) = self.degrees();
        json!({ "longitude": longitude, "latitude": latitude })
    }
}

impl<T: IntoPatchValue> IntoPatchValue for Vec<T>
where
    T: ListItem,
{
    fn into_patch_value(self, snapshot: &Snapshot) -> Value {
        self.into_iter().map(|one| one.into_patch_value(snapshot)).collect()
    }
}

/// What lists are made of; texts in several languages are no list to a patch.
pub(crate) trait ListItem {}

impl ListItem for String {}
impl ListItem for Named {}
impl ListItem for Day {}
impl ListItem for Accessibility {}
impl ListItem for RegistrationMethod {}

impl IntoPatchValue for String {
    fn into_patch_value(self, _: &Snapshot) -> Value {
        Value::String(self)
    }
}

impl IntoPatchValue for bool {
    fn into_patch_value(self, _: &Snapshot) -> Value {
        Value::Bool(self)
    }
}

impl IntoPatchValue for u32 {
    fn into_patch_value(self, _: &Snapshot) -> Value {
        Value::from(self)
    }
}

impl IntoPatchValue for Day {
    fn into_patch_value(self, _: &Snapshot) -> Value {
        json!(self.0)
    }
}

impl IntoPatchValue for Geometry {
    fn into_patch_value(self, _: &Snapshot) -> Value {
        self.0
    }
}

impl IntoPatchValue for Time {
    /// Events are kept in the directory's local time.
    fn into_patch_value(self, snapshot: &Snapshot) -> Value {
        json!(self.0.with_timezone(&snapshot.settings().zone).naive_local())
    }
}

macro_rules! words {
    ($($word:ident = $mirrored:ty;)+) => {$(
        impl IntoPatchValue for $word {
            fn into_patch_value(self, _: &Snapshot) -> Value {
                json!(<$mirrored>::from(self))
            }
        }
    )+};
}

words! {
    Accessibility = domain::vocabulary::Accessibility;
    ActorType = domain::ActorType;
    Availability = domain::vocabulary::Availability;
    LegalForm = domain::vocabulary::LegalForm;
    LinkBasis = domain::vocabulary::LinkBasis;
    LinkKind = domain::vocabulary::LinkKind;
    OfferKind = domain::vocabulary::OfferKind;
    Precision = domain::vocabulary::Precision;
    RegistrationMethod = domain::vocabulary::RegistrationMethod;
    Wheelchair = domain::vocabulary::Wheelchair;
    DistrictLevel = domain::DistrictLevel;
}

/// Lists the fields that edits of an entity may name, by their names in the API.
macro_rules! fields_input {
    (
        $(#[doc = $doc:literal])+
        $type:ident { $($(#[doc = $field_doc:literal])+ $field:ident $name:literal $value:ty,)+ }
    ) => {
        $(#[doc = $doc])+
        #[derive(Clone, async_graphql::InputObject)]
        pub(crate) struct $type {
            $($(#[doc = $field_doc])+ #[graphql(name = $name)] $field: async_graphql::MaybeUndefined<$value>,)+
        }

        impl $type {
            /// What is named, as a patch.
            pub(crate) fn patch(self, snapshot: &directory::Snapshot) -> curation::Patch {
                let patch = curation::Patch::new();
                $(let patch = $crate::mutation::inputs::patch_values::set_field(patch, $name, self.$field, snapshot);)+
                patch
            }
        }
    };
}
pub(crate) use fields_input;
